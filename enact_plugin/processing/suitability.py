"""enact:suitability."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber
from qgis.PyQt.QtCore import QCoreApplication

from . import parameters
from .base import Job, Texts
from .heat_step import MIXTURE, STOCK, HeatStep, Taken
from .suitability_rules import own_rules, rules_of, rules_written

if TYPE_CHECKING:
    import pandas as pd
    from geopandas import GeoDataFrame

    from ..layers.workspace import Workspace

NETWORKS = ("heatplan_heat_networks", "heatplan_heat_network_areas")
SOURCES = ("potentials_waste_heat", "potentials_rivers", "potentials_sewage")
AIR = ("potential_id", "building_id", "power_kw")
UNKNOWN = "unknown"


class Suitability(HeatStep):
    """Suitability of blocks for the kinds of supply into `block_suitability`."""

    ID = "suitability"
    NUMBERS = ("BLOCKS", "NETWORK_LIKELY", "AREAS")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Suitability of blocks"),
            self.tr(
                "Judges each block for heat network, hydrogen, decentral supply and green methane, with reasons."
            ),
            self.tr(
                "Writes the layer 'block_suitability': for each block and kind of supply one of the four classes of "
                "WPG § 19, from the four criteria of § 18 (1): cost of heat, risk of realisation, security of supply, "
                "emissions. Beside each class stand the score, how much of the judgement is known, and the reasons in "
                "words. What is unknown lowers what is known and never makes a class 'very' anything; an exclusion "
                "always wins. Heat networks, gas networks, waste heat, rivers and sewers are taken from the workspace, "
                "as far as they are there. It is a first estimate from the line density until the cost of a network "
                "is computed; curves, weights and classes stand in tables that can be written, edited and given back. "
                "The layer 'proposed_areas' joins the blocks to supply areas as a proposal to be edited: what is "
                "changed or drawn by hand there stays in every later run, and the proposal is made around it; an "
                "area that is deleted is proposed again."
            ),
            "Eignung, Wärmenetz, Wasserstoff, dezentral, Methan, Eignungsstufen, WPG",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, prospects of hydrogen and green methane, target year, own tables."""
        return [*super().parameters(), *prospects(), target_year(), own_rules(), rules_written()]

    def compute(self, job: Job) -> dict[str, Any]:
        """Judge the blocks of the workspace."""
        from ..heat.suitability.area_layer import proposed_areas
        from ..heat.suitability.area_table import Computed, Surroundings, area_table
        from ..heat.suitability.block_table import block_suitability
        from ..heat.suitability.classify import classify
        from ..heat.suitability.indicators import Prospect
        from ..layers.messages import number

        def prospect(name: str) -> Prospect | None:
            code = job.choice(name)
            return None if code == UNKNOWN else Prospect(code)

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        blocks = taken.need("block_heat")
        computed = Computed(
            blocks,
            taken.need("building_blocks"),
            taken.need("building_sections"),
            taken.need("section_heat"),
            taken.need("building_demand"),
            taken.need("building_stock", STOCK),
            taken.need("building_mixture", MIXTURE),
        )
        networks, sources = (
            [frame for name in names for frame in [taken.have(name)] if frame is not None]
            for names in (NETWORKS, SOURCES)
        )
        around = Surroundings(
            networks,
            taken.have("heatplan_gas_blocks"),
            sources,
            prospect("HYDROGEN"),
            prospect("METHANE"),
            taken.have("potentials_saving"),
            taken.have("potentials_ground"),
            taken.have("potentials_air", AIR),
            _costs(taken),
        )
        tables, findings = rules_of(job)
        rules = tables.with_target_year(job.integer("TARGET_YEAR"))
        found = classify(area_table(computed, around, rules), rules)
        outcome = block_suitability(blocks, found, taken.source, number)
        outcome = replace(outcome, findings=(*outcome.findings, *findings))
        former = _by_hand(workspace)
        areas = proposed_areas(blocks, found, rules, taken.source, number, former)
        rows = taken.put("block_suitability", outcome, job.progress.part(0.5, 0.8), edits_count=True)
        # what was changed by hand is in it
        taken.put("proposed_areas", areas, job.progress.part(0.8, 1.0))
        job.hint_place(workspace, "block_suitability")
        likely = outcome.frame["suitability_network"].isin(("very_likely", "likely"))
        return {
            "WORKSPACE": str(workspace.path),
            "BLOCKS": rows,
            "NETWORK_LIKELY": int(likely.sum()),
            "AREAS": len(areas.frame),
        }


def _costs(taken: Taken) -> pd.DataFrame | None:
    """Cost of heat of the variant that the maps show; None where it was not reckoned."""
    costs, proposals = taken.have("network_comparison"), taken.have("network_proposals")
    if costs is None or proposals is None or "shown" not in proposals:
        return None
    shown = proposals.loc[proposals["shown"].fillna(False).astype(bool), "variant"]
    # of several variants ticked the first stands for all: one block has one cost
    found = costs[costs["variant"].isin(shown)]
    return found[found["variant"] == found["variant"].iloc[0]] if len(found) else None


def _by_hand(workspace: Workspace) -> GeoDataFrame | None:
    """Areas that somebody changed or drew; None where there is no proposal yet."""
    from .inputs import read_if_present

    former = read_if_present(workspace, "proposed_areas")
    if former is None:
        return None
    kept = former["by_hand"].fillna(False).astype(bool).to_numpy()
    return former[workspace.rows_by_hand("proposed_areas", former) | kept]


def target_year() -> QgsProcessingParameterDefinition:
    """Year in which the supply is to be without fossil fuels."""
    parameter = QgsProcessingParameterNumber(
        "TARGET_YEAR",
        QCoreApplication.translate("Suitability", "Target year"),
        defaultValue=2045,
        minValue=2030,
        maxValue=2045,
    )
    return parameters.helped(
        parameter,
        QCoreApplication.translate(
            "Suitability", "2045 by law (WPG § 1), or the earlier one that the municipality has decided."
        ),
    )


def prospects() -> list[QgsProcessingParameterDefinition]:
    """How sure the supply with hydrogen and green methane is, in the words of the planner."""
    options = {
        UNKNOWN: QCoreApplication.translate("Suitability", "Not known"),
        "none": QCoreApplication.translate("Suitability", "None"),
        "possible": QCoreApplication.translate("Suitability", "Possible"),
        "confirmed": QCoreApplication.translate("Suitability", "Confirmed by a binding plan of the operator"),
    }
    return [
        parameters.choice(
            "HYDROGEN",
            QCoreApplication.translate("Suitability", "Prospect of hydrogen"),
            options,
            UNKNOWN,
            QCoreApplication.translate(
                "Suitability",
                "For the whole municipality; without a statement it stays unknown in the judgement.",
            ),
        ),
        parameters.choice(
            "METHANE",
            QCoreApplication.translate("Suitability", "Prospect of green methane"),
            options,
            UNKNOWN,
            QCoreApplication.translate(
                "Suitability",
                "For the whole municipality; without a statement it stays unknown in the judgement.",
            ),
        ),
    ]
