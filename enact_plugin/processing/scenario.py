"""enact:scenario."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..errors import EnactError
from ..layers.messages import describe, is_german, step
from ..reference.values import values
from . import parameters
from .base import Job, Texts
from .energybalance import base_year_parameter, year_of
from .heat_step import MIXTURE, STOCK, HeatStep, Taken
from .suitability import target_year

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..heat.demand.refurbished import Depth
    from ..heat.scenario.law import Assessed
    from ..heat.scenario.layers import Named
    from ..heat.scenario.projection import Base, Projection
    from ..layers.workspace import Workspace

EXAMPLE = '{"mix_biomass": 0.2, "mix_air_heat_pump": 0.6}'
AREAS = ("supply_areas", "proposed_areas")  # the plan before the proposal
RATES = {"REFURBISHMENT": "refurbishment_rate", "EXCHANGE": "exchange_rate", "CONNECTION": "connection_rate"}


class Scenario(HeatStep):
    """A named scenario beside the others into `scenarios`, `scenario_energy`, `scenario_indicators`."""

    ID = "scenario"
    NUMBERS = ("SCENARIOS", "FINAL_MWH", "EMISSIONS_T")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Scenario of heat supply"),
            self.tr(
                "Carries heat demand and its supply through 2030, 2035, 2040 to the target year, and compares "
                "scenarios."
            ),
            self.tr(
                "Adds a scenario to the workspace, or changes the one of that name, and computes all of them "
                "anew: refurbishment, exchange of fossil heaters, connection in heat network areas from their "
                "year on, hydrogen in its areas, green gas, new buildings. Areas are those of the layer "
                "'supply_areas', else of the proposal 'proposed_areas'. Every building takes the expected value; "
                "nothing is drawn by lot, and nothing is made to fit: what is short of a supply from renewable "
                "energy and waste heat in the target year is told. The table 'scenario_indicators' holds the "
                "indicators of WPG annex 2 III for each year. One scenario may be marked decisive (WPG § 17), "
                "with reasons. The figures of the presets are assumptions of EnAct: please replace them by those "
                "of your municipality."
            ),
            "Szenario, Zielszenario, maßgeblich, Indikatoren, WPG § 17, Anlage 2, Sanierungsrate, Zieljahr",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Name, preset, rates, decisive, file, workspace."""
        language = "de" if is_german() else "en"
        output = QgsProcessingParameterFileDestination(
            "OUTPUT",
            self.tr("Table"),
            fileFilter="Excel (*.xlsx);;OpenDocument (*.ods)",
            optional=True,
            createByDefault=False,
        )
        return [
            parameters.text("NAME", self.tr("Name of the scenario"), self.tr("One of that name is changed."),
                            self.tr("Target path"), optional=False),
            parameters.choice(
                "PRESET",
                self.tr("Preset"),
                {value.code: value.label(language) for value in values("scenario_preset")},
                "target",
                self.tr("Figures of the table scenario_figures.csv; what is given below counts before them."),
            ),
            target_year(),
            base_year_parameter(),
            _percent("REFURBISHMENT", self.tr("Refurbishment rate (% per year)"),
                     self.tr("Share of the floor area that is refurbished each year; empty: that of the preset.")),
            parameters.optional_choice(
                "DEPTH",
                self.tr("Depth of refurbishment"),
                {value.code: value.label(language) for value in values("refurbishment_depth")},
                self.tr("State after refurbishment (TABULA); empty: that of the preset."),
            ),
            _percent("EXCHANGE", self.tr("Exchange of fossil heaters (% per year)"),
                     self.tr("4 % is a lifetime of 25 years; empty: that of the preset.")),
            _percent("CONNECTION", self.tr("Connection rate in heat network areas (%)"),
                     self.tr("Share of the heat connected by the target year; empty: that of the preset.")),
            parameters.advanced(
                parameters.text("CHANGES", self.tr("Further figures (JSON)"),
                                self.tr('Names of scenario_figures.csv, for instance {"mix_biomass": 0.2, '
                                        '"mix_air_heat_pump": 0.6, "new_floor_area_m2_a": 5000}.'))
            ),
            parameters.flag("DECISIVE", self.tr("Decisive scenario (WPG § 17)"),
                            self.tr("At most one is; it needs reasons.")),
            parameters.text("REASONS", self.tr("Reasons"), self.tr("Why this scenario is decisive.")),
            parameters.helped(output, self.tr("Spreadsheet of the comparison; empty: only the tables in the "
                                              "workspace.")),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Add the scenario, compute all anew, store, and write the comparison where wanted."""
        from ..cartography.texts import map_text
        from ..heat.balance.layer import balance_layer
        from ..heat.scenario.law import assess
        from ..heat.scenario.layers import (
            ENERGY,
            INDICATORS,
            SCENARIOS,
            indicator_table,
            named_scenarios,
            scenario_table,
            with_scenario,
        )
        from ..heat.scenario.projection import project
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        known = named_scenarios(read_if_present(workspace, SCENARIOS))
        wanted = with_scenario(known, _named(job))
        bases = _Bases(taken)
        made: dict[str, tuple[Named, Projection]] = {}
        found: dict[str, Assessed] = {}
        for number, scenario in enumerate(wanted):
            job.progress(0.2 + 0.4 * number / len(wanted))
            figures = scenario.figures()
            made[scenario.name] = scenario, project(bases.of(figures.depth), figures)
            found[scenario.name] = assess(made[scenario.name][1], "kww", map_text("factor_by_mix"))
        source = taken.source
        taken.put(SCENARIOS, scenario_table(made, source, describe), job.progress.part(0.6, 0.7))
        energy = balance_layer({name: assessed.balance for name, assessed in found.items()}, source, ENERGY)
        taken.put(ENERGY, energy, job.progress.part(0.7, 0.8), edits_count=True)
        taken.put(INDICATORS, indicator_table(found, source), job.progress.part(0.8, 0.9), edits_count=True)
        name = wanted[-1].name
        for finding in found[name].findings:
            job.feedback.pushInfo("  " + describe(finding))
        if job.given("OUTPUT"):
            _write(job, workspace, taken, made, found)
        last = found[name].balance.totals.iloc[-1]
        return {
            "WORKSPACE": str(workspace.path),
            "SCENARIOS": len(wanted),
            "FINAL_MWH": round(float(last["final_energy_mwh"]), 1),
            "EMISSIONS_T": round(float(last["emissions_t"]), 1),
        }


def _percent(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Double
    parameter = QgsProcessingParameterNumber(name, description, kind, optional=True, minValue=0, maxValue=100)
    return parameters.helped(parameter, help_)


def _named(job: Job) -> Named:
    """Scenario as the parameters say it.

    Raises
    ------
    EnactError
        ``scenario_changes_not_json``.
    """
    from ..heat.scenario.layers import DEPTH, Named

    changes: dict[str, Any] = {}
    if job.text("CHANGES"):
        try:
            changes = dict(json.loads(job.text("CHANGES")))
            changes = {name: float(value) for name, value in changes.items()}
        except (ValueError, TypeError) as error:
            raise EnactError(
                "scenario_changes_not_json", value=job.text("CHANGES"), example=EXAMPLE
            ) from error
    changes |= {figure: job.number(name) / 100 for name, figure in RATES.items() if job.given(name)}
    if job.given("DEPTH"):
        changes[DEPTH] = job.choice("DEPTH")
    return Named(
        job.text("NAME").strip(), job.choice("PRESET"), year_of(job), job.integer("TARGET_YEAR"), changes,
        job.flag("DECISIVE"), job.text("REASONS").strip(),
    )  # fmt: skip


class _Bases:
    """Buildings as they are, with what refurbishment of a depth saves; put together once for each depth."""

    def __init__(self, taken: Taken) -> None:
        self._demand = taken.need("building_demand")
        stock = taken.need("building_stock", STOCK).set_index("building_id", drop=False)
        self._stock = stock.reindex(self._demand["building_id"]).reset_index(drop=True)
        self._mixture = taken.need("building_mixture", MIXTURE)
        self._areas = _areas_of(taken, self._demand)
        self._made: dict[Depth, Base] = {}

    def of(self, depth: Depth) -> Base:
        """Base for scenarios of this depth."""
        from ..heat.demand.refurbished import own_need, saving_share
        from ..heat.scenario.projection import base_of

        if depth not in self._made:
            saving = saving_share(self._stock, self._mixture, depth, own_need(self._demand))
            self._made[depth] = base_of(self._demand, self._stock, saving, self._areas)
        return self._made[depth]


def _areas_of(taken: Taken, demand: DataFrame) -> DataFrame | None:
    """Kind and year of the supply area of each building, by a point inside it."""
    import numpy as np
    import shapely

    from ..heat.blocks.faces import NOWHERE, polygon_at

    found = [frame for name in AREAS for frame in [taken.have(name)] if frame is not None and len(frame)]
    if not found:
        return None
    areas = found[0].reset_index(drop=True)
    place = polygon_at(shapely.point_on_surface(demand.geometry.to_numpy()), areas.geometry.to_numpy())
    rows = areas[["supply_kind", "year"]].reindex(np.where(place == NOWHERE, -1, place))
    return rows.set_axis(demand.index)


def _write(
    job: Job,
    workspace: Workspace,
    taken: Taken,
    made: dict[str, tuple[Named, Projection]],
    found: dict[str, Assessed],
) -> None:
    """Comparison, all indicators, assumptions."""
    from ..cartography.texts import map_text
    from ..heat.scenario.layers import INDICATORS, SCENARIOS, comparison, indicator_table, scenario_table
    from ..layers.spreadsheets import Sheet, write_sheets
    from .sheets import in_words, notes_sheet

    side_by_side = comparison(found)
    words = in_words(side_by_side.astype({"number": str}), INDICATORS, ("number", "carrier", "unit", "year"))
    for name in found:
        words[name] = side_by_side[name].to_numpy()
    table = scenario_table(made, taken.source, describe)
    indicators = indicator_table(found, taken.source).frame
    sheets = [
        Sheet(map_text("scenario_comparison_sheet"), words),
        Sheet(map_text("scenario_sheet"), in_words(table.frame, SCENARIOS)),
        Sheet(map_text("scenario_indicators_sheet"), in_words(indicators.drop(columns="row_id"), INDICATORS)),
        notes_sheet(workspace, "scenario_title", taken.source, table.assumptions),
    ]
    files = ", ".join(str(one) for one in write_sheets(job.destination("OUTPUT"), sheets))
    job.feedback.pushInfo(step("table_written", files=files))
