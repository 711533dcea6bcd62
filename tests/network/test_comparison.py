"""Variants side by side."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from enact_plugin.errors import EnactError
from enact_plugin.network.comparison import TAKEN, compared, comparison_layers, fitting, overlap
from enact_plugin.outcome import Source


def routes(*given):
    names, lines = zip(*given)
    table = {
        "variant": names,
        "kind": "street",
        "street": "Gasse",
        "length_m": [line.length for line in lines],
    }
    return gpd.GeoDataFrame(table, geometry=list(lines), crs=25833)


def line(*points):
    return shapely.LineString(points)


def test_pieces_say_which_variants_use_them_however_they_were_cut():
    given = routes(
        ("A", line((0, 0), (100, 0))),
        ("B", line((60, 0), (0, 0))),
        ("B", line((60, 0), (60, 40))),
        ("C", line((0, 0), (20, 0))),
    )
    found = overlap(given).groupby("variants")["length_m"].sum().to_dict()
    assert found == pytest.approx({"A, B, C": 20, "A, B": 40, "A": 40, "B": 40})
    in_all = overlap(given).groupby("variants")["in_all"].all()
    assert in_all.to_dict() == {"A, B, C": True, "A, B": False, "A": False, "B": False}


def proposals(*names):
    table = pd.DataFrame({"variant": names, "run_key": [f"k{name}" for name in names]})
    return table.assign(**dict.fromkeys(TAKEN["network_proposals"].values(), 1.0))


def test_steps_that_were_not_done_leave_empty_cells():
    sizing = pd.DataFrame({"variant": ["B"], "peak_kw": [5.0], "loss_percent": [7.0], "largest_dn": [80],
                           "investment_eur": [9.0], "from_key": ["kB"], "run_key": ["s"]})  # fmt: skip
    table = compared({"network_proposals": proposals("B", "A"), "network_sizing": sizing}).set_index(
        "variant"
    )
    assert table.index.tolist() == ["A", "B"]
    assert table.loc["B", "pipes_eur"] == 9
    assert pd.isna(table.loc["A", "pipes_eur"])
    assert table["network_ct_kwh"].isna().all()


def test_one_variant_is_no_comparison():
    with pytest.raises(EnactError) as error:
        comparison_layers(
            routes(("A", line((0, 0), (1, 0)))), {"network_proposals": proposals("A")}, Source("x")
        )
    assert error.value.code == "network_one_variant"


def test_steps_made_from_an_older_run_are_left_out():
    sizing = pd.DataFrame({"variant": ["A", "B"], "from_key": ["kA", "old"], "run_key": ["sA", "sB"]})
    supply = pd.DataFrame({"variant": ["A"], "from_key": ["sA"], "run_key": ["uA"]})
    cost = pd.DataFrame({"variant": ["A", "B"], "from_key": ["sA", "sB"]})
    tables = {"network_proposals": proposals("A", "B"), "network_sizing": sizing, "network_supply_totals": supply,
              "network_heat_cost": cost}  # fmt: skip
    found = fitting(tables)
    assert found["network_sizing"]["variant"].tolist() == ["A"]
    assert found["network_heat_cost"].empty, "A has a supply since, B an old sizing"
    cost.loc[0, "from_key"] = "uA"
    assert fitting(tables)["network_heat_cost"]["variant"].tolist() == ["A"]
    tables["network_supply_totals"] = None
    cost.loc[0, "from_key"] = "sA"
    assert fitting(tables)["network_heat_cost"]["variant"].tolist() == ["A"]
