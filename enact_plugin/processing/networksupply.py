"""enact:networksupply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterNumber

from ..errors import EnactError
from ..layers.messages import is_german
from ..reference.values import values
from . import parameters
from .base import Group, Job, Texts
from .heat_step import HeatStep, Taken
from .network_figures import figure_parameters, figures_told, picture_parameter, tables_of

if TYPE_CHECKING:
    from ..network.supply.climate import Climate
    from ..network.supply.plants import Plant
    from ..network.supply.supply import Supply, SupplySettings
    from ..network.tables import Figures

# parameter -> plant
SIZES = {
    "AIR_KW": "air_heat_pump",
    "RIVER_KW": "river_heat_pump",
    "GROUND_KW": "ground_heat_pump",
    "PROBES_KW": "probe_field",
    "WASTE_HEAT_KW": "waste_heat",
    "BIOMASS_KW": "biomass",
    "SOLAR_M2": "solar",
    "CHP_KW": "chp",
    "CHP_BIOMETHANE_KW": "chp_biomethane",
}
PEAKS = ("gas_boiler", "biomethane_boiler", "electric_boiler")
STOCK = ("building_id", "use", "house_type")


class NetworkSupply(HeatStep):
    """How the heat of a sized network is made into `network_supply`, its months and totals."""

    ID = "networksupply"
    GROUP = Group.NETWORK
    NUMBERS = ("FED_MWH", "CLEAN_PERCENT", "SUPPLY_T", "UNMET_MWH")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Supply of a heat network"),
            self.tr(
                "Runs the plants of a network through a year, hour by hour: shares, fuel, emissions, the law."
            ),
            self.tr(
                "Writes the tables 'network_supply', 'network_supply_months' and 'network_supply_totals' for a variant "
                "that was sized; other variants stay. The load of the customers follows the standard load profiles of "
                "BDEW, VKU and GEODE for the temperatures of a year, with the losses of the pipes. Plants meet it hour "
                "by hour in merit order, with a store; heat pumps by the temperatures of source and network. Without "
                "any plant, the smallest air heat pump that meets the share the law asks of new networks and a gas "
                "boiler are proposed and marked so. Without a file of temperatures a set year for Saxony is taken. "
                "Shares of renewable energy and waste heat are compared with WPG §§ 29 to 31. Figures are those of "
                "supply_plants, energy_prices and network_costs; assumptions are marked so."
            ),
            "Wärmenetz, Erzeugung, Wärmepumpe, Abwärme, Biomasse, Solarthermie, BHKW, Spitzenkessel, Speicher, "
            "Lastgang, Dauerlinie",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Variant, plants, store, order, climate, emission factors, figures, workspace."""
        language = "de" if is_german() else "en"

        def titles(name: str) -> dict[str, str]:
            return {value.code: value.label(language) for value in values(name)}

        plants = titles("supply_plant")
        kw = self.tr("Heat in kW; empty: none.")
        return [
            parameters.text("VARIANT", self.tr("Name of the variant"),
                            self.tr("As given to the proposal; empty: the only one there is.")),
            _size("AIR_KW", self.tr("Air heat pump (kW)"), kw),
            _size("RIVER_KW", self.tr("River heat pump (kW)"),
                  self.tr("Heat in kW; stands still when the river is too cold. Empty: none.")),
            _size("GROUND_KW", self.tr("Ground heat pump (kW)"), kw),
            _size("PROBES_KW", self.tr("Probe field for a cold network (kW)"),
                  self.tr("Heat in kW that flows without a heat pump; of use in a cold network only. Empty: none.")),
            _size("WASTE_HEAT_KW", self.tr("Waste heat (kW)"), kw),
            _size("WASTE_HEAT_C", self.tr("Temperature of the waste heat (°C)"),
                  self.tr("Below the flow of the network a heat pump lifts it; needed with waste heat."), 150.0),
            parameters.text("WASTE_HEAT_MONTHS", self.tr("Months with waste heat"),
                            self.tr("For instance 1-4, 10-12; empty: all the year.")),
            _size("BIOMASS_KW", self.tr("Biomass boiler (kW)"), kw),
            _size("SOLAR_M2", self.tr("Solar thermal (m² of collectors)"), self.tr("Empty: none.")),
            _size("CHP_KW", self.tr("CHP, natural gas (kW of heat)"), kw),
            _size("CHP_BIOMETHANE_KW", self.tr("CHP, biomethane (kW of heat)"), kw),
            parameters.choice("PEAK", self.tr("Peak boiler"), {code: plants[code] for code in PEAKS}, PEAKS[0],
                              self.tr("Covers what the others cannot.")),
            _size("PEAK_KW", self.tr("Power of the peak boiler (kW)"),
                  self.tr("Empty: what the others lack of the peak on the coldest day, with a reserve; 0: none.")),
            _size("STORE_M3", self.tr("Heat store (m³)"), self.tr("Volume of water; empty: none.")),
            parameters.choice("ORDER", self.tr("Merit order"), titles("supply_order"), "clean",
                              self.tr("Which plant runs first.")),
            parameters.file(
                "CLIMATE", self.tr("Temperatures of a year"),
                self.tr("Reference year (TRY) or hourly station series of the DWD, or a table with one column of 8760 "
                        "hourly temperatures; empty: a set year for Saxony."),
                optional=True, file_filter="DWD, CSV (*.dat *.txt *.csv)",
            ),
            parameters.choice("FACTOR_SET", self.tr("Emission factors"), titles("factor_set"), "kww",
                              self.tr("One set for all plants.")),
            parameters.helped(
                QgsProcessingParameterNumber("YEAR", self.tr("Year of supply"), defaultValue=2030, minValue=2024,
                                             maxValue=2060),
                self.tr("Emission factors and legal shares are those of this year."),
            ),
            picture_parameter(self.tr("Picture of the load"),
                              self.tr("Annual load duration curve with the plants; empty: none.")),
            *figure_parameters(),
            parameters.existing_workspace(),
        ]  # fmt: skip

    def compute(self, job: Job) -> dict[str, Any]:
        """Read the sized variant, run its plants, store beside the other variants."""
        from ..network.supply.layers import LAYERS, TOTALS, Variant, heat_by_profile, supply_layers
        from ..network.supply.load import customers_load_kw
        from ..network.supply.supply import (
            Asked,
            Demand,
            Order,
            SupplySettings,
            flat_loss_kw,
            proposed_plants,
            supply,
        )
        from ..network.tables import Figures
        from ..network.variants import pick, refuse_old, rows_of
        from ..reference.network_tables import network_kind
        from .inputs import read_if_present

        workspace = job.existing_workspace()
        taken = Taken(job, workspace)
        named = pick(taken.need("network_sizing"), job.text("VARIANT"))
        sized = rows_of(taken.need("network_sizing"), named.variant)
        refuse_old(sized, rows_of(taken.need("network_proposals"), named.variant), "enact:networksizing")
        sizing = sized.iloc[0]
        customers = rows_of(taken.need("network_customers"), named.variant)
        figures = Figures(tables_of(job))
        climate = _climate(job)
        job.progress(0.2, "supply_load_made")
        load = customers_load_kw(heat_by_profile(customers, taken.need("building_stock", STOCK)), climate)
        kind = network_kind(named.kind)
        own = figures.house_share(kind)
        house_kw = load * own if own else None
        demand = Demand(
            load * (1 - own) + flat_loss_kw(float(sizing["loss_mwh_a"])),
            named.heat_mwh_a,
            float(sizing["peak_kw"]),
            house_kw,
        )
        settings = SupplySettings(
            kind,
            Order(job.choice("ORDER")),
            job.number("STORE_M3") if job.given("STORE_M3") else 0.0,
            job.choice("FACTOR_SET"),
            int(job.number("YEAR")),
        )
        given = _plants(job, Asked(demand, settings, climate), figures)
        plants = proposed_plants(demand, settings, climate, figures) if given is None else given
        job.progress(0.4, "supply_run")
        made = supply(demand, plants, settings, climate, figures)
        variant = Variant(named.variant, float(sizing["length_m"]), given is None, str(sizing["run_key"]))

        def tell(found: Supply, asked: SupplySettings, weather: Climate) -> str:
            return _told(found, asked, weather, figures)

        before = {layer: read_if_present(workspace, layer) for layer in LAYERS}
        outcomes = supply_layers(made, settings, variant, climate, taken.source, before, tell)
        for number, (layer, outcome) in enumerate(outcomes.items()):
            taken.put(
                layer, outcome, job.progress.part(0.5 + 0.15 * number, 0.65 + 0.15 * number), edits_count=True
            )
        if job.given("PICTURE"):
            _draw(made, job)
        row = outcomes[TOTALS].frame.iloc[0]
        return {
            "WORKSPACE": str(workspace.path),
            "FED_MWH": round(float(row["fed_mwh_a"]), 1),
            "CLEAN_PERCENT": round(float(row["clean_percent"]), 1),
            "SUPPLY_T": round(float(row["emissions_t_a"]), 1),
            "UNMET_MWH": round(float(row["unmet_mwh_a"]), 1),
        }


def _size(
    name: str, description: str, help_: str, most: float | None = None
) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Double
    limits = {} if most is None else {"maxValue": most}
    parameter = QgsProcessingParameterNumber(name, description, kind, optional=True, minValue=0.0, **limits)
    return parameters.helped(parameter, help_)


def _draw(made: Supply, job: Job) -> None:
    """Picture of the load and who gives it, the first in merit order at the bottom."""
    import numpy as np

    from ..cartography.charts import load_picture
    from ..layers.messages import step

    order = sorted(range(len(made.hourly)), key=lambda place: made.order[place])
    heat = {made.hourly[place].plant.kind.code: made.hours.heat[:, place] for place in order}
    if made.store is not None:
        # what goes into the store is not load: it is drawn where it comes out
        whole = sum(heat.values())
        into = np.divide(made.hours.charged, whole, out=np.zeros_like(whole), where=whole > 0)
        heat = {code: series * (1 - into) for code, series in heat.items()} | {"store": made.hours.discharged}
    path = job.destination("PICTURE")
    load_picture(made.demand.load_kw, heat, path)
    job.feedback.pushInfo(step("table_written", files=path.name))


def _climate(job: Job) -> Climate:
    """Temperatures of the file, else the set year."""
    from ..layers.climate_files import read_climate
    from ..network.supply.climate import measured, set_year
    from ..reference.load_tables import load_rule

    if not job.given("CLIMATE"):
        return set_year()
    series = read_climate(job.file("CLIMATE"))
    weekday = series.first_weekday or int(load_rule("first_weekday"))
    return measured(series.air_c, weekday, series.name, series.sun_w_m2)


def _plants(job: Job, asked_for: Any, figures: Figures) -> tuple[Plant, ...] | None:
    """Plants asked for, with the peak boiler; None where nothing was asked for.

    Raises
    ------
    EnactError
        ``supply_temperature_missing``, ``supply_months_wrong``.
    """
    from ..network.supply.plants import WASTE_HEAT, Plant
    from ..network.supply.supply import peak_boiler_kw

    kinds = figures.tables.plants
    found = []
    for name, code in SIZES.items():
        if not job.given(name) or job.number(name) <= 0:
            continue
        if code == WASTE_HEAT:
            if not job.given("WASTE_HEAT_C"):
                raise EnactError("supply_temperature_missing", parameter=job.title("WASTE_HEAT_C"))
            months = _months(job.text("WASTE_HEAT_MONTHS"))
            found.append(Plant(kinds[code], job.number(name), job.number("WASTE_HEAT_C"), months))
        else:
            found.append(Plant(kinds[code], job.number(name)))
    asked = job.number("PEAK_KW") if job.given("PEAK_KW") else None
    if not found and asked is None:
        return None
    boiler = peak_boiler_kw(asked_for, tuple(found), figures) if asked is None else asked
    if boiler > 0:
        found.append(Plant(kinds[job.choice("PEAK")], boiler))
    return tuple(found)


def _months(text: str) -> tuple[int, ...]:
    """Months of "1-4, 10-12"; all of nothing."""
    months: set[int] = set()
    for part in filter(None, (one.strip() for one in text.replace("–", "-").split(","))):
        first, _, last = part.partition("-")
        try:
            low, high = int(first), int(last or first)
        except ValueError as error:
            raise EnactError("supply_months_wrong", text=text) from error
        if not (1 <= low <= 12 and 1 <= high <= 12):
            raise EnactError("supply_months_wrong", text=text)
        months |= set(range(low, high + 1)) if low <= high else {*range(low, 13), *range(1, high + 1)}
    return tuple(sorted(months)) or tuple(range(1, 13))


def _told(made: Supply, settings: SupplySettings, climate: Climate, figures: Figures) -> str:
    """Assumptions and sources of a supply, as the project says them."""
    from ..cartography.texts import map_text, number
    from ..reference.load_tables import load_profile

    kinds = [one.plant.kind for one in made.hourly]
    carriers = sorted({kind.carrier for kind in kinds} & set(figures.tables.prices))
    prices = [
        map_text(
            "supply_price", label=price.label, price=number(100 * price.plant_eur_kwh, 1), source=price.source
        )
        for price in (figures.tables.prices[carrier] for carrier in carriers)
    ]
    plants = [map_text("supply_plant_source", label=kind.label, source=kind.source) for kind in kinds]
    factors = "; ".join(sorted({str(one) for one in made.factors["factor_source"].dropna()}))
    return map_text(
        "supply_figures",
        climate=climate.source,
        profiles=load_profile("trade").source,
        plants="; ".join(plants),
        prices="; ".join(prices),
        factors=factors or "–",
        year=settings.year,
        figures=figures_told(figures.used),
    )
