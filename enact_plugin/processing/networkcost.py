"""enact:networkcost."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken
from .network_figures import figure_parameters, figures_told, picture_parameter, tables_of

if TYPE_CHECKING:
    import pandas as pd

    from ..network.cost.layers import Costed
    from ..network.tables import Figures


class NetworkCost(HeatStep):
    """Cost of heat of a sized network into `network_heat_cost`, its parts, sensitivity and comparison."""

    ID = "networkcost"
    GROUP = Group.NETWORK
    NUMBERS = ("HEAT_CT_KWH", "LOW_CT_KWH", "HIGH_CT_KWH", "ALONE_CT_KWH", "CHEAPER_BUILDINGS", "TOTAL_EUR")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Cost of heat from a network"),
            self.tr(
                "Levelised cost of heat of a sized network, beside heaters in each building, with its range."
            ),
            self.tr(
                "Writes the tables 'network_heat_cost', 'network_cost_parts' and 'network_sensitivity' and the layer "
                "'network_comparison' for a variant; other variants stay. Annuities after VDI 2067 with replacements "
                "and residual values: pipes by diameter, transfer stations, plants, subsidy, upkeep, energy, CO₂, pump "
                "and operation, over the heat sold. The plants are those of 'enact:networksupply'; without it the "
                "heat is bought at the figure of network_costs, and this is told. Beside it stands the cheapest heater "
                "of each building: heat pump, pellets, gas or oil with the price of CO₂ and the rising renewable share "
                "that the law asks of boilers installed now. How the cost changes when fewer connect, interest or "
                "prices rise is shown figure by figure, and as a range of 10,000 draws with a fixed seed. Prices are "
                "without value added tax. Assumptions are marked so; all tables can be replaced by your own."
            ),
            "Wärmenetz, Wärmegestehungskosten, LCOH, Annuität, VDI 2067, Sensitivität, Monte Carlo, Wärmepreis",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Variant, first year, figures, workspace."""
        year = QgsProcessingParameterNumber(
            "FIRST_YEAR",
            self.tr("Year in which single heaters would be installed"),
            optional=True,
            minValue=2024,
            maxValue=2060,
        )
        return [
            parameters.text("VARIANT", self.tr("Name of the variant"),
                            self.tr("As given to the proposal; empty: the only one there is.")),
            parameters.helped(
                year, self.tr("The renewable share of gas and oil boilers follows from it; empty: next year.")
            ),
            picture_parameter(self.tr("Picture of the sensitivity"),
                              self.tr("By how much each uncertain figure moves the cost; empty: none.")),
            *figure_parameters(),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Read sizing and supply of the variant, reckon, store beside the other variants."""
        from ..cartography.charts import tornado_picture
        from ..layers.messages import step
        from ..network.cost.layers import (
            COMPARISON,
            COST,
            LAYERS,
            SENSITIVITY,
            cost_layers,
            costed,
            network_facts,
            whole_customers,
        )
        from ..network.tables import Figures
        from ..network.variants import pick, refuse_old, rows_of
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        sizing = taken.need("network_sizing")
        named = pick(sizing, job.text("VARIANT"))
        proposal = rows_of(taken.need("network_proposals"), named.variant)
        connection = float(proposal["connection_percent"].iloc[0]) / 100
        customers = whole_customers(rows_of(taken.need("network_customers"), named.variant), connection)
        figures = Figures(tables_of(job))
        sized = rows_of(sizing, named.variant)
        refuse_old(sized, proposal, "enact:networksizing")
        supply = _supply(taken, named.variant)
        if supply is not None:
            refuse_old(supply[1], sized, "enact:networksupply")
        key = str((sized if supply is None else supply[1])["run_key"].iloc[0])
        facts = network_facts(sized, customers, connection, supply, figures)
        year = int(job.number("FIRST_YEAR")) if job.given("FIRST_YEAR") else date.today().year + 1
        job.progress(0.3, "heat_cost_run")
        made = costed((named.variant, key), facts, customers, year, figures)
        before = {layer: read_if_present(workspace, layer) for layer in LAYERS}
        outcomes = cost_layers(made, taken.source, before, lambda found: _told(found, figures))
        for number, (layer, outcome) in enumerate(outcomes.items()):
            taken.put(
                layer, outcome, job.progress.part(0.5 + 0.12 * number, 0.62 + 0.12 * number), edits_count=True
            )
        job.hint_place(workspace, COMPARISON)
        row = outcomes[COST].frame.iloc[0]
        if job.given("PICTURE"):
            table = rows_of(outcomes[SENSITIVITY].frame, named.variant)
            path = job.destination("PICTURE")
            tornado_picture(table, float(row["network_ct_kwh"]), path)
            job.feedback.pushInfo(step("table_written", files=path.name))
        return {
            "WORKSPACE": str(workspace.path),
            "HEAT_CT_KWH": float(row["network_ct_kwh"]),
            "LOW_CT_KWH": float(row["low_ct_kwh"]),
            "HIGH_CT_KWH": float(row["high_ct_kwh"]),
            "ALONE_CT_KWH": float(row["alone_ct_kwh"]),
            "CHEAPER_BUILDINGS": int(row["cheaper_buildings"]),
            "TOTAL_EUR": float(row["investment_eur"]),
        }


def _supply(taken: Taken, variant: str) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Plants and totals of the variant; None where its supply was not reckoned."""
    from ..network.variants import rows_of

    plants, totals = taken.have("network_supply"), taken.have("network_supply_totals")
    if plants is None or totals is None:
        return None
    found = rows_of(plants, variant), rows_of(totals, variant)
    return None if any(frame.empty for frame in found) else found


def _told(made: Costed, figures: Figures) -> str:
    """Assumptions and sources of a cost of heat, as the project says them."""
    from ..cartography.texts import map_text, number
    from ..reference.legal import legal_source

    works = made.facts.works
    carriers = set(works.bought_kwh) if works else {"electricity"}
    made_of = [
        map_text("cost_energy", label=one.label, price=number(100 * one.plant_eur_kwh, 1), source=one.source)
        for code, one in figures.tables.prices.items()
        if code in carriers
    ]
    plants = [
        map_text("cost_plant", label=kind.label, invest=number(kind.invest_eur_kw), life=number(kind.life_a),
                 subsidy=number(100 * kind.subsidy_share), source=kind.source)
        for kind, _ in (works.sizes if works else ())
    ]  # fmt: skip
    heaters = [
        map_text("supply_plant_source", label=one.label, source=one.source)
        for one in figures.tables.heaters.values()
    ]
    bounds = [
        map_text(
            "cost_bound", label=one.label, low=number(one.low, 2), high=number(one.high, 2), source=one.source
        )
        for one in figures.tables.uncertainties.values()
    ]
    prices = [
        map_text("cost_price", label=one.label, house=number(100 * one.house_eur_kwh, 1), source=one.source)
        for one in figures.tables.prices.values()
        if one.house_eur_kwh == one.house_eur_kwh
    ]
    return map_text(
        "cost_figures",
        year=made.first_year,
        figures="; ".join([figures_told(figures.used), *plants, *made_of]),
        heaters="; ".join(heaters),
        prices="; ".join(prices),
        law=legal_source("boiler_renewable_share"),
        bounds="; ".join(bounds),
    )
