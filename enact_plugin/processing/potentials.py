"""enact:potentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition

from ..layers.messages import describe, is_german, layer_title, step
from ..reference.values import values
from . import parameters
from .base import Job, Texts
from .heat_step import MIXTURE, STOCK, HeatStep, Taken

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..outcome import Outcome

SAVING, ROOF_PV, SOLAR = "potentials_saving", "potentials_roof_pv", "potentials_solar_thermal"
GROUND, AIR = "potentials_ground", "potentials_air"
AREAS = "heatplan_saving_areas"
PARCELS = ("parcel_id",)


class Potentials(HeatStep):
    """Potentials of roofs, ground, air and refurbishment into the layers `potentials_…`."""

    ID = "potentials"
    NUMBERS = ("SAVING_MWH", "GROUND_MWH", "AIR_BUILDINGS", "PV_MWH", "SOLAR_MWH")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Potentials"),
            self.tr(
                "Computes what refurbishment, ground probes and heat pumps in the open air could do, and the sun "
                "on roofs."
            ),
            self.tr(
                "Writes the layer 'potentials_saving': heat that refurbishment of all buildings would save, by "
                "block, and 'heatplan_saving_areas', areas of raised saving potential (WPG § 18 (5)). "
                "'potentials_ground' holds the heat of ground probes on parcels with heated buildings, or on the free "
                "land of blocks where the workspace has no parcels, without what the layers of exclusion areas and "
                "water bodies close. 'potentials_air' holds for each heated building the largest outdoor unit that "
                "keeps the limits of noise at night (TA Lärm) at all neighbours, from distances alone. Given the "
                "roof surfaces of the 3D model LoD2, also 'potentials_roof_pv' and 'potentials_solar_thermal': "
                "area, azimuth and tilt of each roof surface from its heights, each roof counted once, with "
                "power and yield. Both are technical potentials on the same roofs and must not be added up; "
                "shade, statics and heritage protection are not looked at. None of these layers but the saving "
                "tells anything of what a building needs. A layer of that name that came from elsewhere stays and "
                "is told. Waste heat, rivers, sewers, groundwater and deep geothermal heat are not computed; load "
                "them with 'Load layer by kind'."
            ),
            "Potenziale, Dach, Photovoltaik, Solarthermie, Erdwärme, Erdsonden, Wärmepumpe, Luft, Sanierung, "
            "Einsparung, LoD2, WPG § 16",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Roof surfaces, depth of refurbishment, workspace."""
        language = "de" if is_german() else "en"
        return [
            parameters.any_source(
                "ROOFS",
                self.tr("Roof surfaces (LoD2)"),
                self.tr(
                    "Surfaces of the 3D model as the state's survey delivers them (Geometr_3D = Roof), with heights; "
                    "empty: refurbishment only."
                ),
                optional=True,
            ),
            parameters.choice(
                "DEPTH",
                self.tr("Depth of refurbishment"),
                {value.code: value.label(language) for value in values("refurbishment_depth")},
                "usual",
                self.tr("State after refurbishment (TABULA)."),
            ),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Compute what the workspace and the roofs allow."""
        from ..heat.demand.refurbished import Depth, own_need, saving_share
        from ..heat.potentials.saving import saving_potential
        from ..heat.potentials.saving_areas import saving_areas

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        demand = taken.need("building_demand")
        stock = taken.need("building_stock", STOCK).set_index("building_id", drop=False)
        rows = stock.reindex(demand["building_id"]).reset_index(drop=True)
        share = saving_share(
            rows, taken.need("building_mixture", MIXTURE), Depth(job.choice("DEPTH")), own_need(demand)
        )
        blocks, members = taken.need("blocks"), taken.need("building_blocks")
        saving = saving_potential(blocks, members, demand, share, taken.source)
        _put(job, taken, workspace, SAVING, saving)
        areas = saving_areas(saving.frame, members, demand, taken.source, _reason)
        _put(job, taken, workspace, AREAS, areas)
        found = {
            "SAVING_MWH": round(float(saving.frame["saving_mwh_a"].sum()), 1),
            "PV_MWH": 0.0,
            "SOLAR_MWH": 0.0,
        }
        job.progress(0.2)
        found |= _environment(job, taken, workspace)
        job.progress(0.5)
        if job.given("ROOFS"):
            found |= _roofs(job, taken, workspace)
        job.hint_place(workspace, SAVING)
        return {"WORKSPACE": str(workspace.path), **found}


def _reason(high: float, percent: float) -> str:
    """Why an area is one of raised saving potential."""
    from ..cartography.texts import map_text, number

    return map_text("saving_area_reason", high=number(high), percent=number(percent))


def _environment(job: Job, taken: Taken, workspace: Workspace) -> dict[str, float]:
    """Ground probes and air-source heat pumps, from outlines and land alone: the layers are public."""
    from ..heat.potentials.air import air_potential
    from ..heat.potentials.drilling import lots_of_blocks, lots_of_parcels, permissions
    from ..heat.potentials.ground import ground_potential

    buildings, blocks = taken.need("building_stock", STOCK), taken.need("blocks")
    parcels = taken.have("parcels", PARCELS)
    if parcels is None or not len(parcels):
        lots = lots_of_blocks(blocks, taken.need("building_blocks"), buildings)
    else:
        lots = lots_of_parcels(parcels, buildings)
    zones, permission = permissions(lots, taken.have("exclusions"), taken.have("water"))
    ground = ground_potential(lots, zones, permission, taken.source)
    _put(job, taken, workspace, GROUND, in_words(ground))
    job.progress(0.35)
    air = air_potential(buildings, blocks, taken.source)
    _put(job, taken, workspace, AIR, in_words(air))
    return {
        "GROUND_MWH": round(float(ground.frame["heat_mwh_a"].sum()), 1),
        "AIR_BUILDINGS": int((air.frame["power_kw"] > 0).sum()),
    }


def in_words(outcome: Outcome) -> Outcome:
    """The same with the codes of notes and permissions as words of the language of the project."""
    from dataclasses import replace

    from ..cartography.texts import map_text
    from ..heat.potentials.tables import SEPARATOR

    def told(codes: str | None) -> str | None:
        return "; ".join(map_text(f"potential_{code}") for code in codes.split(SEPARATOR)) if codes else None

    frame = outcome.frame
    texts = {name: frame[name].map(told) for name in ("note", "permission") if name in frame}
    return replace(outcome, frame=frame.assign(**texts))


def _roofs(job: Job, taken: Taken, workspace: Workspace) -> dict[str, float]:
    """Photovoltaics and solar heat on the roofs of the buildings that the workspace knows."""
    from ..heat.potentials.roof_pv import roof_pv
    from ..heat.potentials.solar_thermal import solar_thermal
    from ..stock.roofs import read_roofs
    from .inputs import read_source, with_rights_of

    read = read_source(job, "ROOFS", workspace)
    roofs = read_roofs(read.frame, set(taken.need("building_stock", ("building_id",))["building_id"]))
    for finding in roofs.findings:
        job.feedback.pushInfo("  " + describe(finding))
    # the layers are public: nothing of a building's demand may show in them, so solar heat is what the roofs could give
    source = with_rights_of(roofs.source, taken.source)
    electricity = roof_pv(roofs.frame, source)
    heat = solar_thermal(roofs.frame, source)
    _put(job, taken, workspace, ROOF_PV, in_words(electricity))
    _put(job, taken, workspace, SOLAR, in_words(heat))
    return {
        "PV_MWH": round(float(electricity.frame["electricity_mwh_a"].sum()), 1),
        "SOLAR_MWH": round(float(heat.frame["heat_mwh_a"].sum()), 1),
    }


def _put(job: Job, taken: Taken, workspace: Workspace, layer: str, outcome: Outcome) -> None:
    """Replace a layer, unless it is somebody else's."""
    row = workspace.provenance(layer)
    if row is not None and row.algorithm != f"enact:{Potentials.ID}":
        job.feedback.reportError(step("layer_from_elsewhere", layer=layer_title(layer), source=row.source))
        return
    taken.put(layer, outcome, job.progress.part(0.3, 1.0), edits_count=True)
