"""enact:exportsecap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterFileDestination

from . import parameters
from .base import Job, Texts
from .energybalance import balances, factor_parameters, year_of
from .heat_step import HeatStep, Taken

if TYPE_CHECKING:
    import pandas as pd

    from ..heat.balance.secap import SecapBaseline
    from ..layers.spreadsheets import Sheet


YEAR = 2030  # of the Covenant's commitment


class ExportSecap(HeatStep):
    """Baseline inventory of the Covenant of Mayors as a spreadsheet."""

    ID = "exportsecap"
    NUMBERS = ("FINAL_MWH", "EMISSIONS_T")
    REPLACES = False

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Export for the Covenant of Mayors (SECAP)"),
            self.tr("Writes the baseline emission inventory of the Covenant of Mayors as a spreadsheet."),
            self.tr(
                "Lays out final energy for heat and its emissions as the Covenant's baseline emission inventory "
                "does: sectors by carriers, with the emission factor of each column. Cells that EnAct does not "
                "account for (transport, lighting, electricity other than for heat) are marked so and never "
                "zero; what has no column there, such as ambient heat, stands on a sheet of its own, so that "
                "both add up to the balance. With a decisive scenario in the workspace, a sheet of actions until "
                "2030 is added, estimated from its difference to the stock."
            ),
            "SECAP, Konvent der Bürgermeister, Covenant of Mayors, BEI, Emissionsinventar",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Factors, year, file, workspace."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT", self.tr("Table"), fileFilter="Excel (*.xlsx);;OpenDocument (*.ods)"
        )
        return [
            *factor_parameters(),
            parameters.helped(output, self.tr("File to write; one of that name is replaced.")),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Balance the stock, lay it out, and write the sheets."""
        from ..cartography.texts import map_text
        from ..heat.balance.layer import BASE
        from ..heat.balance.secap import secap_baseline
        from ..layers.messages import describe, step
        from ..layers.spreadsheets import Sheet, write_sheets
        from .sheets import in_words, notes_sheet

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        found, _ = balances(job, taken)
        base = found[BASE]
        made = secap_baseline(base, year_of(job))
        for finding in (*base.findings, *made.findings):
            job.feedback.pushInfo(describe(finding))
        rest = made.rest.rename(
            columns={"final_energy_mwh": "final_energy_mwh_a", "emissions_t": "emissions_t_a"}
        )
        shown = ("sector", "carrier", "final_energy_mwh_a", "emissions_t_a")
        codes = [*base.assumptions, *(finding.id for finding in made.findings if not finding.values)]
        sheets = [
            _matrix(made, "secap_energy_sheet", made.energy_mwh, made.states),
            _matrix(made, "secap_emissions_sheet", made.emissions_t, made.emission_states),
            Sheet(map_text("secap_rest_sheet"), in_words(rest, "energy_balance", shown)),
            notes_sheet(workspace, "secap_title", taken.source, codes),
        ]
        actions = _actions(job, taken)
        if actions is not None:
            sheets.insert(2, actions)
        files = ", ".join(str(one) for one in write_sheets(job.destination("OUTPUT"), sheets))
        job.feedback.pushInfo(step("table_written", files=files))
        total = base.totals.iloc[0]
        return {
            "OUTPUT": str(job.destination("OUTPUT")),
            "FINAL_MWH": round(float(total["final_energy_mwh"]), 1),
            "EMISSIONS_T": round(float(total["emissions_t"]), 1),
        }


def _actions(job: Job, taken: Taken) -> Sheet | None:
    """Actions of the decisive scenario until 2030, the Covenant's year; None without one."""
    from ..cartography.texts import map_text
    from ..heat.balance.actions import action_labels, secap_actions
    from ..heat.scenario.layers import ENERGY, SCENARIOS, stored_balance
    from ..layers.messages import describe, step
    from ..layers.spreadsheets import Sheet
    from ..reference.values import values

    scenarios, energy = taken.have(SCENARIOS), taken.have(ENERGY)
    decisive = None if scenarios is None else scenarios[scenarios["decisive"].fillna(False).astype(bool)]
    if energy is None or decisive is None or decisive.empty:
        job.feedback.pushInfo(step("secap_without_scenario"))
        return None
    row = decisive.iloc[0]
    balance = stored_balance(energy[energy["scenario"].eq(row["scenario"])])
    year = min(YEAR, int(row["target_year"]))
    made = secap_actions(balance, int(row["base_year"]), balance, year)
    for finding in made.findings:
        job.feedback.pushInfo(describe(finding))
    kinds, areas = action_labels()
    sectors = {value.code: value.label_de for value in values("energy_sector")}
    table = made.frame.round(1).astype(object)
    table["sector"], table["kind"] = table["sector"].map(sectors), table["kind"].map(kinds)
    table["area_of_intervention"] = table["area_of_intervention"].map(areas)
    for name in ("policy_instrument", "origin", "responsible_body"):
        table[name] = map_text("secap_to_fill")
    table = table.drop(columns="to_fill")
    return Sheet(
        map_text("secap_actions_sheet"), table.rename(columns=lambda name: map_text(f"secap_{name}"))
    )


def _matrix(made: SecapBaseline, title: str, figures: pd.DataFrame, states: pd.DataFrame) -> Sheet:
    """Sectors by carriers; a cell without a figure says why it has none."""
    from ..cartography.texts import map_text
    from ..heat.balance.secap import secap_labels
    from ..layers.spreadsheets import Sheet
    from ..reference.values import values

    words = {value.code: value.label_de for value in values("cell_state")}
    shown = figures.round(1).astype(object)
    empty = figures.isna()
    shown = shown.where(~empty, states.apply(lambda column: column.map(lambda state: words[state.value])))
    rows, columns = secap_labels()
    factors = made.factors_t_mwh.round(4).astype(object)
    shown.loc["factor"] = factors.where(factors.notna(), "–")
    shown = shown.rename(index={**rows, "factor": map_text("secap_factor")}, columns=columns)
    return Sheet(map_text(title), shown.rename_axis(map_text("secap_sector")).reset_index())
