"""Tables of a supply: what they sum up to, and that other variants stay."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from enact_plugin.network.supply.climate import set_year
from enact_plugin.network.supply.layers import (
    MONTHS,
    SUPPLY,
    TOTALS,
    Variant,
    heat_by_profile,
    supply_layers,
)
from enact_plugin.network.supply.load import customers_load_kw
from enact_plugin.network.supply.plants import Plant
from enact_plugin.network.supply.supply import Demand, SupplySettings, proposed_plants, supply
from enact_plugin.network.tables import Figures, default_tables
from enact_plugin.outcome import Source
from enact_plugin.reference.columns import columns
from enact_plugin.reference.network_tables import network_kind
from enact_plugin.reference.values import values

PLANTS = default_tables().plants


def made(kind="generation_3", store_m3=200.0, plants=None):
    figures, settings = Figures(), SupplySettings(network_kind(kind), store_m3=store_m3)
    load = customers_load_kw({"multi_family": 3e6}, set_year())
    own = figures.house_share(settings.kind)
    demand = Demand(load * (1 - own), 3000, 1300, load * own if own else None)
    plants = plants or proposed_plants(demand, settings, set_year(), figures)
    return supply(demand, plants, settings, set_year(), figures), settings


def tables(name="A", before=None, **given):
    found, settings = made(**given)
    variant = Variant(name, 1000.0, False)
    layers = supply_layers(
        found, settings, variant, set_year(), Source("x"), before or {}, lambda *_: "Annahmen"
    )
    return {layer: outcome.frame for layer, outcome in layers.items()}


@pytest.mark.parametrize("kind", ["generation_3", "generation_4", "cold"])
def test_plants_months_and_totals_agree(kind):
    found = tables(kind=kind, store_m3=0.0)
    for layer, frame in found.items():
        assert list(frame) == [column.name for column in columns(layer)]
    whole = 3000.0
    assert found[SUPPLY]["heat_mwh_a"].sum() == pytest.approx(whole, rel=1e-5)
    assert found[MONTHS]["heat_mwh"].sum() == pytest.approx(whole, rel=1e-5)
    assert found[SUPPLY]["share_percent"].sum() == pytest.approx(100, abs=0.2)
    assert set(found[SUPPLY]["plant"]) <= {value.code for value in values("supply_plant")}
    row = found[TOTALS].iloc[0]
    assert row["emissions_t_mwh"] == pytest.approx(row["emissions_t_a"] / whole, abs=1e-3)
    assert row["installed_kw"] >= row["design_peak_kw"]


def test_what_the_store_takes_and_gives_stands_by_month():
    sun = (Plant(PLANTS["solar"], 3000.0), Plant(PLANTS["gas_boiler"], 3000.0))
    months = tables(plants=sun)[MONTHS]
    assert set(months["plant"]) == {"solar", "gas_boiler", "store"}
    # the sun gives more than is sold: what is stored is lost or left at the end
    assert months["heat_mwh"].sum() == pytest.approx(3000, rel=0.01)
    assert months.loc[months["plant"].eq("store"), "heat_mwh"].sum() <= 0


def test_other_variants_stay_and_one_of_the_same_name_is_replaced():
    first = tables("A")
    both = tables("B", before=first)
    again = tables("A", before=both, plants=(Plant(PLANTS["biomass"], 2000.0),))
    assert both[SUPPLY]["variant"].value_counts().to_dict() == {"B": 2, "A": 2}
    assert again[SUPPLY].groupby("variant")["plant"].agg(list).to_dict() == {
        "A": ["biomass"], "B": ["air_heat_pump", "gas_boiler"],
    }  # fmt: skip


def test_heat_falls_to_the_profile_of_the_use():
    customers = pd.DataFrame({
        "building_id": ["a", "b", "c", "d"], "connection": ["connected", "connected", "does_not_pay", "connected"],
        "heat_mwh_a": [10.0, 20.0, 40.0, 80.0],
    })  # fmt: skip
    stock = pd.DataFrame({
        "building_id": ["a", "b", "c"], "use": ["residential", "office", "office"],
        "house_type": ["single_family", None, None],
    })  # fmt: skip
    assert heat_by_profile(customers, stock) == {"single_family": 10_000.0, "trade": 100_000.0}


def test_a_longer_network_may_not_burn_wood_only():
    found, settings = made(plants=(Plant(PLANTS["biomass"], 2000.0),))
    long = Variant("A", 60_000.0, False)
    layers = supply_layers(found, replace(settings), long, set_year(), Source("x"), {}, lambda *_: "")
    assert "supply_biomass_much" in {one.id for one in layers[SUPPLY].findings}
