"""What is said of a plant's heat or a store's energy holds in the sums, whatever unit it was said at."""

from __future__ import annotations

import json

import geopandas as gpd
import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register.figures.shared import connected, counted_once, numbers_of
from enact_plugin.register.review.corrections import apply_edits
from enact_plugin.register.review.findings_table import findings_table
from enact_plugin.register.review.of_plants import known_alone, units_of_plants
from enact_plugin.register.review.registered import as_registered

A, B, C, D = (f"SEE90000000000{number}" for number in range(1, 5))


def said_at(*said):
    """Corrections (unit, field, value, original)."""
    frame = pd.DataFrame(list(said), columns=["key", "field", "value", "original"], dtype=object)
    return frame.assign(
        action="correct", author="Planung", reason="gesehen", time="2026-11-22T12:00", edit_id="x"
    )


def table(**own):
    """Plant table of units in operation, given by column, none of which has a place."""
    count = len(own["mastr_id"])
    frame = {}
    for column in columns("plants"):
        kind = {ColumnType.DATE: "datetime64[ns]", ColumnType.REAL: float, ColumnType.INTEGER: "Int64"}
        values = pd.Series(own.get(column.name, [None] * count), dtype=object)
        boolean = "boolean" if column.type is ColumnType.BOOLEAN else object
        frame[column.name] = values.astype(kind.get(column.type, boolean))
    frame["status"] = "in_operation"
    points = gpd.GeoSeries([None] * count, crs="EPSG:4326")
    return gpd.GeoDataFrame(frame, geometry=points), points


def heating(units):
    """Units given as (plants, heat)."""
    ids = [f"SEE90000000000{number}" for number in range(1, len(units) + 1)]
    named, heat = ([unit[place] for unit in units] for place in (0, 1))
    return table(mastr_id=ids, chp_id=named, chp_thermal_kw=heat, carrier=["natural_gas"] * len(ids))


def corrected(plants, degrees, *said):
    return apply_edits(plants, degrees, said_at(*said), lambda points: points)


def applied(units, *said):
    """Units given as {number: (plants, heat)} from the first on, with these corrections."""
    return corrected(*heating(list(units.values())), *said)


def heat(done):
    plants = done.plants
    return counted_once(plants, "chp_id", "chp_thermal_kw", np.zeros(len(plants), dtype=bool)).sum()


def at_units(done):
    return done.plants["chp_thermal_kw"].tolist()


def test_a_unit_of_a_later_load_follows():
    units = {A: ("KWK1", 500.0), B: ("KWK1", 500.0), C: ("KWK1", 500.0)}
    done = applied(units, (A, "chp_thermal_kw", "50", "500"))
    assert (heat(done), at_units(done)) == (50, [50, 50, 50])
    assert json.loads(done.plants["original_values"][2])["chp_thermal_kw"] == 500
    assert done.findings == ()


def test_a_unit_of_a_later_load_that_says_something_else_is_told():
    done = applied({A: ("KWK1", 500.0), B: ("KWK1", 600.0)}, (A, "chp_thermal_kw", "50", "500"))
    assert heat(done) == 50
    assert [(finding.id, finding.key) for finding in done.findings] == [("edit_original_changed", B)]


def test_a_unit_of_several_plants_states_what_is_left():
    # 700 of both less 500 of the first: 200 of the second
    units = {A: ("KWK1", 500.0), B: ("KWK1; KWK2", 700.0)}
    done = applied(units, (A, "chp_thermal_kw", "50", "500"))
    assert (heat(done), at_units(done)) == (250, [50, 250])
    assert done.findings == ()


def test_what_follows_is_in_the_table_of_findings_with_who_said_it():
    units = {A: ("KWK1", 500.0), B: ("KWK2, KWK1", 700.0)}
    said = (A, "chp_thermal_kw", "50", "500")
    done = applied(units, said)
    table = findings_table(done.plants, done.degrees, said_at(said)).set_index("mastr_id")
    assert table.loc[B, ["offending_values", "corrected_values", "reviewed_by", "reason"]].tolist() == [
        "chp_thermal_kw=700", "chp_thermal_kw=250", "Planung", "gesehen",
    ]  # fmt: skip


def test_plants_that_only_stand_together_are_corrected_together():
    units = {A: ("KWK1; KWK2", 700.0), B: ("KWK2; KWK1", 700.0), C: ("KWK3", 10.0)}
    done = applied(units, (A, "chp_thermal_kw", "90", "700"))
    assert (heat(done), at_units(done)) == (100, [90, 90, 10])


def test_what_several_plants_state_is_never_less_than_what_was_said_of_one():
    # the register contradicts itself: both together 400, the first alone 500
    done = applied({A: ("KWK1", 500.0), B: ("KWK1; KWK2", 400.0)}, (A, "chp_thermal_kw", "50", "500"))
    assert (heat(done), at_units(done)) == (50, [50, 50])


def test_an_emptied_value_is_left_out_of_the_sum():
    done = applied({A: ("KWK1", 500.0), B: ("KWK1; KWK2", 700.0)}, (A, "chp_thermal_kw", "", "500"))
    assert heat(done) == 200


def test_the_last_word_on_a_plant_holds():
    units = {A: ("KWK1", 500.0), B: ("KWK1", 500.0)}
    done = applied(units, (A, "chp_thermal_kw", "50", "500"), (B, "chp_thermal_kw", "60", "500"))
    assert at_units(done) == [60, 60]


def test_units_without_a_number_are_plants_of_their_own():
    done = applied({A: (None, 500.0), B: (None, 500.0)}, (A, "chp_thermal_kw", "50", "500"))
    assert at_units(done) == [50, 500]


def test_plants_that_hang_together_feed_a_network_together():
    units = {A: ("KWK1", 1.0), B: ("KWK1; KWK2", 1.0), C: ("KWK2", 1.0), D: ("KWK3", 1.0)}
    done = applied(units, (A, "feeds_network", "true", ""), (C, "feeds_network", "false", ""))
    assert done.plants["feeds_network"].tolist() == [False, False, False, pd.NA]


def test_the_energy_of_a_store_is_the_stores():
    plants, degrees = table(
        mastr_id=[A, B], storage_id=["SSE1"] * 2, storage_kwh=[10000.0] * 2, carrier=["storage"] * 2
    )
    done = corrected(plants, degrees, (A, "storage_kwh", "10", "10000"))
    assert done.plants["storage_kwh"].tolist() == [10, 10]
    assert units_of_plants(plants, "storage_kwh", [B]).tolist() == [A, B]


def test_what_is_known_of_some_of_several_plants():
    done = applied({A: ("KWK1", 500.0), B: ("KWK1; KWK2", 700.0), C: ("KWK3", 9.0)})
    assert known_alone(done.plants, "chp_thermal_kw", "KWK1; KWK2") == {"KWK1": 500}


def test_units_of_several_plants_join_all_of_them():
    frame = pd.DataFrame({"mastr_id": list("abcde"), "chp_id": ["K1", "K1; K2", "K3,K2", "K9", None]})
    assert connected(numbers_of(frame, "chp_id")).tolist() == ["K1", "K1", "K1", "K9", "e"]


PLANTS = st.sampled_from([None, "K1", "K2", "K1; K2", "K2; K3", "K1; K2; K3"])


@settings(max_examples=60)
@given(
    st.lists(st.tuples(PLANTS, st.sampled_from([None, 10.0, 100.0, 500.0])), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["", "5", "50", "900"])), max_size=3),
)
def test_the_register_is_had_back_and_the_same_comes_of_it(units, words):
    plants, degrees = heating(units)
    ids = list(plants["mastr_id"])
    said = [(ids[at % len(ids)], "chp_thermal_kw", value, "") for at, value in words]
    once = corrected(plants, degrees, *said)
    pd.testing.assert_frame_equal(as_registered(once.plants, once.degrees).plants, plants)
    twice = corrected(once.plants, once.degrees, *said)
    pd.testing.assert_frame_equal(twice.plants, once.plants)
    # units of one plant agree wherever one of them was corrected
    for numbers, group in once.plants.dropna(subset=["chp_id"]).groupby("chp_id"):
        if set(group["mastr_id"]).intersection(row[0] for row in said):
            assert len(group["chp_thermal_kw"].drop_duplicates()) == 1, numbers
