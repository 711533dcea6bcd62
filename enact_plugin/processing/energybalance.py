"""enact:energybalance."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication

from ..reference.values import values
from . import parameters
from .base import Job, Texts
from .heat_step import HeatStep, Taken

if TYPE_CHECKING:
    import pandas as pd

    from ..heat.balance.balance import Balance
    from ..heat.balance.factors import LocalFactors
    from ..layers.spreadsheets import Sheet
    from ..layers.workspace import Workspace
    from ..outcome import Outcome


class EnergyBalance(HeatStep):
    """Energy and greenhouse gases by sector and carrier into `energy_balance`."""

    ID = "energybalance"
    NUMBERS = ("FINAL_MWH", "EMISSIONS_T", "RENEWABLE_PERCENT", "DATA_QUALITY")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Energy and greenhouse gas balance"),
            self.tr("Sums final energy for heat by sector and carrier, and its greenhouse gas emissions."),
            self.tr(
                "Writes the table 'energy_balance': final energy for heat and emissions in t CO₂e by year, sector and "
                "carrier, of the stock and of each scenario, with the factor and its source beside each figure. One "
                "set of emission factors holds for the whole table: that of BISKO (ifeu) for the stock, or that of "
                "the technology catalogue for heat planning (KWW), which has years up to 2045. A carrier without a "
                "factor in the set stays without emissions and is told; a heat network needs the factor of its "
                "operator. The spreadsheet holds the balance after BISKO with the quality of the data, and marks what "
                "EnAct does not account for instead of writing zero. Process heat is not in it."
            ),
            "Energiebilanz, Treibhausgasbilanz, BISKO, Datengüte, CO2, Emissionsfaktoren, WPG Anlage 2",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Factors, year, file, workspace."""
        output = QgsProcessingParameterFileDestination(
            "OUTPUT",
            self.tr("Table"),
            fileFilter="Excel (*.xlsx);;OpenDocument (*.ods)",
            optional=True,
            createByDefault=False,
        )
        return [
            *factor_parameters(),
            parameters.helped(
                output, self.tr("Spreadsheet to write; empty: only the table in the workspace.")
            ),
            parameters.existing_workspace(),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Balance the stock and the scenarios, store, and write the sheets where wanted."""
        from ..heat.balance.layer import BASE, balance_layer
        from ..heat.balance.quality import ALL_SECTORS, data_quality
        from ..layers.messages import step
        from ..layers.spreadsheets import write_sheets

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        found, energy = balances(job, taken)
        outcome = balance_layer(found, taken.source)
        taken.put("energy_balance", outcome, job.progress.part(0.3, 0.8), edits_count=True)
        quality = data_quality(energy)
        base = found[BASE]
        if job.given("OUTPUT"):
            sheets = _sheets(workspace, base, quality, outcome)
            files = ", ".join(str(one) for one in write_sheets(job.destination("OUTPUT"), sheets))
            job.feedback.pushInfo(step("table_written", files=files))
        total = base.totals.iloc[0]
        whole = quality.loc[quality["sector"].eq(ALL_SECTORS), "data_quality"]
        return {
            "WORKSPACE": str(workspace.path),
            "FINAL_MWH": round(float(total["final_energy_mwh"]), 1),
            "EMISSIONS_T": round(float(total["emissions_t"]), 1),
            "RENEWABLE_PERCENT": round(100 * float(total["renewable_waste_heat_share"]), 1),
            "DATA_QUALITY": round(float(whole.iloc[0]), 2),
        }


def factor_parameters() -> list[QgsProcessingParameterDefinition]:
    """Set of emission factors, factor of the local heat network, year of the stock."""
    from ..layers.messages import is_german

    language = "de" if is_german() else "en"
    network = QgsProcessingParameterNumber(
        "NETWORK_FACTOR",
        QCoreApplication.translate("EnergyBalance", "Emission factor of the local heat network (g CO₂e/kWh)"),
        QgsProcessingParameterNumber.Type.Double,
        optional=True,
        minValue=0,
    )
    return [
        parameters.choice(
            "FACTOR_SET",
            QCoreApplication.translate("EnergyBalance", "Emission factors"),
            {value.code: value.label(language) for value in values("factor_set")},
            "bisko",
            QCoreApplication.translate(
                "EnergyBalance",
                "One set for the whole table; scenarios need the one with years to come (kww).",
            ),
        ),
        parameters.helped(
            network,
            QCoreApplication.translate(
                "EnergyBalance", "As its operator publishes it; empty: that of the set, if it has one."
            ),
        ),
        base_year_parameter(),
    ]


def base_year_parameter() -> QgsProcessingParameterDefinition:
    """Year that the stock stands for."""
    year = QgsProcessingParameterNumber(
        "YEAR",
        QCoreApplication.translate("EnergyBalance", "Year of the stock"),
        optional=True,
        minValue=1990,
        maxValue=2100,
    )
    return parameters.helped(year, QCoreApplication.translate("EnergyBalance", "Empty: the last full year."))


def year_of(job: Job) -> int:
    """Year that the stock stands for."""
    return job.integer("YEAR") if job.given("YEAR") else date.today().year - 1


def local_factors(job: Job) -> LocalFactors | None:
    """Factor of the local heat network as the planner gives it."""
    from ..cartography.texts import map_text
    from ..heat.balance.factors import LocalFactors

    if not job.given("NETWORK_FACTOR"):
        return None
    t_mwh = {"heat_network": {year_of(job): job.number("NETWORK_FACTOR") / 1000}}
    return LocalFactors(t_mwh, map_text("factor_by_planner"))


def balances(job: Job, taken: Taken) -> tuple[dict[str, Balance], pd.DataFrame]:
    """Balance of the stock under the empty name, and the energy it was made from."""
    from ..heat.balance.balance import energy_balance
    from ..heat.balance.base import base_energy
    from ..heat.balance.layer import BASE

    demand, stock = taken.need("building_demand"), taken.need("building_stock", ("building_id", "use"))
    energy = base_energy(demand, stock, year_of(job))
    job.progress(0.2)
    return {BASE: energy_balance(energy, job.choice("FACTOR_SET"), local_factors(job))}, energy


def _sheets(workspace: Workspace, base: Balance, quality: pd.DataFrame, outcome: Outcome) -> list[Sheet]:
    """Balance after BISKO, its factors, the quality of the data, and the notes."""
    from ..cartography.texts import map_text
    from ..heat.balance.balance import bisko_table
    from ..layers.spreadsheets import Sheet
    from .sheets import in_words, notes_sheet

    year = int(base.totals["year"].iloc[0])
    table = bisko_table(base, year).rename(
        columns={"final_energy_mwh": "final_energy_mwh_a", "emissions_t": "emissions_t_a"}
    )
    states = table["state"].map({value.code: value.label_de for value in values("cell_state")})
    shown = in_words(
        table, "energy_balance", ("sector", "carrier", "final_energy_mwh_a", "emissions_t_a", "factor_t_mwh")
    )
    shown.insert(2, map_text("balance_state"), states)
    grades = quality.rename(columns={"final_energy_mwh": "final_energy_mwh_a"})
    told = in_words(grades, "energy_balance", ("year", "sector", "final_energy_mwh_a"))
    for letter in "abcd":
        told[map_text("balance_grade", grade=letter.upper())] = grades[f"grade_{letter}_mwh"].round(1)
    told[map_text("balance_quality")] = grades["data_quality"].round(3)
    whole = in_words(outcome.frame.drop(columns="row_id"), "energy_balance")
    return [
        Sheet(map_text("balance_sheet", year=year), shown),
        Sheet(map_text("balance_quality_sheet"), told),
        Sheet(map_text("balance_rows_sheet"), whole),
        notes_sheet(workspace, "balance_title", outcome.source, outcome.assumptions),
    ]
