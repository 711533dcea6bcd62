"""enact:plantstatistics."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition

from ..errors import EnactError, Finding
from ..layers.messages import step
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_parameter
from .given_figures import LAYER, given_figures

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from .inputs import Used

AREAS = ("municipality", "districts", "postcodes")
# layers the figures are made from; one that comes later makes them out of date
INPUTS = ("plants", *AREAS, "population")


class PlantStatistics(DayAlgorithm):
    """Figures of the plants into `plant_statistics`."""

    ID = "plantstatistics"
    GROUP = Group.REGISTER
    FILES = ("WORKSPACE",)
    NUMBERS = (
        "ROWS", "GENERATION_UNITS", "GROSS_KW", "NET_KW", "QUOTED_KW", "STORAGE_UNITS", "STORAGE_KW", "STORAGE_KWH",
        "CHP_THERMAL_KW", "PLANNED_UNITS", "PLANNED_KW", "YIELD_MWH_A", "UNLOCATED_UNITS",
    )  # fmt: skip
    REPLACES = True
    DAYS = ("INHABITANTS_DATE",)

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Figures of the plants"),
            self.tr(
                "Sums the plants by area, carrier and status into one table for charts and publications."
            ),
            self.tr(
                "Writes the table 'plant_statistics': per municipality, postcode area and district, per energy "
                "carrier and status units, gross and net power, storage apart from generation, heat of combined heat "
                "and power once per plant, classes of power, capacity added, closed and standing by year, what is "
                "planned, figures per 1,000 inhabitants and per km², how much of the register the areas hold, and an "
                "estimate of the yearly yield. Units without a published place count in their municipality and "
                "postcode area, and in a district only where the postcode area lies wholly inside it; the column "
                "'completeness' says so for each row, and 'rankable' whether areas may be compared. Run it again when "
                "the plants were loaded anew."
            ),
            "Statistik, Kennzahlen, Zubau, Leistung, Ertrag, Ausbauziel, Dashboard, PV, Wind, Speicher, Anlagen",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Workspace, inhabitants, targets."""
        return [
            parameters.existing_workspace(),
            parameters.optional_number(
                "INHABITANTS",
                self.tr("Inhabitants of the municipality"),
                self.tr(
                    "Left empty, the number given in an earlier run holds, else that of the layer 'population'; "
                    "without any, there is no figure per inhabitant."
                ),
            ),
            day_parameter(
                "INHABITANTS_DATE",
                self.tr("Date of the inhabitants"),
                self.tr("Of the number given here; stays unknown when left empty."),
            ),
            parameters.any_source(
                "TARGETS",
                self.tr("Targets for the expansion (table)"),
                self.tr(
                    "Table with a column each for energy carrier, year and power in kW, for instance the CSV file with "
                    "the lines 'Energieträger;Jahr;kW' and 'Photovoltaik;2030;400000'. Carriers by their German name; "
                    "'alle' is all generation without storage. The gap is the target less what exists: photovoltaics "
                    "gross, all else net. Left empty, the targets of an earlier run hold."
                ),
                optional=True,
            ),
            parameters.advanced(
                parameters.flag(
                    "FORGET",
                    self.tr("Forget inhabitants and targets of earlier runs"),
                    self.tr("On, only what is given here holds; else what was given before is kept."),
                )
            ),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Sum the plants of the workspace."""
        workspace = job.existing_workspace()
        return {"WORKSPACE": str(workspace.path), **store_statistics(job, workspace)}


def store_statistics(job: Job, workspace: Workspace) -> dict[str, Any]:
    """Store the figures of the plants in the workspace; an algorithm that has just loaded them may call it too.

    Parameters
    ----------
    job : Job
        Its parameters INHABITANTS, INHABITANTS_DATE, TARGETS and FORGET are used, where it has them.
    workspace : Workspace

    Returns
    -------
    dict
        The numeric outputs of enact:plantstatistics.

    Raises
    ------
    EnactError
        ``plants_missing``, ``day_unreadable``, those of `register.targets`, and those of `Job.store`.
    """
    outcome = _statistics(job, workspace)
    row = job.store(workspace, LAYER, outcome, INPUTS, job.progress.part(0.5, 1.0))
    figures = _headline(outcome.frame)
    _tell(job, figures)
    job.hint_place(workspace, LAYER)
    return {"ROWS": row.rows, **figures}


def _statistics(job: Job, workspace: Workspace) -> Outcome:
    """Figures with the rights of the layers whose names, areas and inhabitants they hold."""
    from ..outcome import Source
    from ..register.figures.members import Areas
    from ..register.figures.statistics import Settings, plant_statistics
    from .inputs import stored_layer, with_rights_of
    from .plant_sums import districts_before

    used: dict[str, Used | None] = {name: stored_layer(workspace, name) for name in INPUTS}
    plants = used.pop("plants")
    if plants is None:
        raise EnactError("plants_missing", path=workspace.path.name)
    if used["districts"] is None:
        used["districts"] = districts_before(workspace)
    told = [finding for layer in used.values() if layer is not None for finding in layer.findings]
    edited = workspace.edited_rows("plants", progress=job.progress.silent())
    if edited:
        told.append(Finding("plants_edited_in_figures", values={"count": edited}))
    frames = {name: layer.frame if layer else None for name, layer in used.items()}
    given = given_figures(job, workspace)
    settings = Settings(
        ags=workspace.ags,
        population=frames["population"],
        inhabitants=given.inhabitants,
        inhabitants_date=given.inhabitants_date,
        **({} if given.targets is None else {"targets": given.targets}),
    )
    # what the load left out stands among the assumptions of the layer
    row = workspace.provenance("plants")
    gaps = row.assumptions if row else ()
    outcome = plant_statistics(plants.frame, Areas(*(frames[name] for name in AREAS)), settings, gaps)
    others = (layer.source for layer in used.values() if layer is not None and len(layer.frame))
    source = replace(plants.source, name=outcome.source.name)
    source = with_rights_of(source, *others, *(Source(name) for name in given.sources))
    return replace(outcome, source=source, findings=(*told, *given.findings, *outcome.findings))


def _headline(frame: pd.DataFrame) -> dict[str, Any]:
    """Figures of the municipality for models; storage apart."""
    town = frame[(frame["area_kind"] == "municipality") & (frame["breakdown"] == "total")]
    exists = town[town["status"] == "existing"]
    generation = exists[exists["carrier"] == "all"]
    storage = exists[exists["carrier"] == "storage"]
    planned = town[(town["status"] == "planned") & (town["carrier"] == "all")]

    def total(rows: pd.DataFrame, column: str) -> float:
        return round(float(rows[column].sum()), 3)

    return {
        "GENERATION_UNITS": int(generation["units"].sum()),
        "GROSS_KW": total(generation, "gross_kw"),
        "NET_KW": total(generation, "net_kw"),
        "QUOTED_KW": total(generation, "quoted_kw"),
        "STORAGE_UNITS": int(storage["storage_units"].sum()),
        "STORAGE_KW": total(storage, "storage_kw"),
        "STORAGE_KWH": total(generation, "storage_kwh"),
        "CHP_THERMAL_KW": total(generation, "chp_thermal_kw"),
        "PLANNED_UNITS": int(planned["units"].sum()),
        "PLANNED_KW": total(planned, "quoted_kw"),
        "YIELD_MWH_A": total(generation, "yield_mwh_a"),
        "UNLOCATED_UNITS": int(generation["unlocated_units"].sum() + storage["unlocated_units"].sum()),
    }


def _tell(job: Job, figures: dict[str, Any]) -> None:
    """Result in a few lines, after all that is said of how it was made."""
    units, storage = figures["GENERATION_UNITS"], figures["STORAGE_UNITS"]
    power = {"gross_kw": figures["GROSS_KW"], "net_kw": figures["NET_KW"]}
    stored = {"kw": figures["STORAGE_KW"], "kwh": figures["STORAGE_KWH"]}
    push = job.feedback.pushInfo
    push(step("figures_result"))
    for line in (
        step("figures_result_generation", units=units, heat_kw=figures["CHP_THERMAL_KW"], **power),
        step("figures_result_storage", units=storage, **stored),
        step("figures_result_planned", units=figures["PLANNED_UNITS"], kw=figures["PLANNED_KW"]),
        step("figures_result_yield", mwh=figures["YIELD_MWH_A"]),
        step("figures_result_unlocated", units=figures["UNLOCATED_UNITS"], total=units + storage),
    ):
        push("  " + line)
