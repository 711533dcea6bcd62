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
                "Lays out final energy for heat and its emissions as the Covenant's baseline emission inventory does: "
                "sectors by carriers, with the emission factor of each column. Cells that EnAct does not account for "
                "(transport, lighting, electricity other than for heat) are marked so and never zero; what has no "
                "column there, such as ambient heat, stands on a sheet of its own, so that both add up to the balance."
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
        files = ", ".join(str(one) for one in write_sheets(job.destination("OUTPUT"), sheets))
        job.feedback.pushInfo(step("table_written", files=files))
        total = base.totals.iloc[0]
        return {
            "OUTPUT": str(job.destination("OUTPUT")),
            "FINAL_MWH": round(float(total["final_energy_mwh"]), 1),
            "EMISSIONS_T": round(float(total["emissions_t"]), 1),
        }


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
