"""What planners say holds, the register's own is never lost, and nobody else's row is touched."""

from __future__ import annotations

import json
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal
from shapely.geometry import Point, box

from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register.review import correctable
from enact_plugin.register.review.corrections import FINDING, accept, apply_edits, correct
from enact_plugin.register.review.offending import findings_of, same_values, values
from enact_plugin.register.review.registered import as_registered

TODAY = date(2026, 11, 22)
NULLS = {
    ColumnType.DATE: "datetime64[ns]",
    ColumnType.REAL: float,
    ColumnType.INTEGER: "Int64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.TEXT: object,
}


def table(**own):
    """Plant table of units given by column, in a CRS of metres in which a degree is 100 km."""
    count = len(own["mastr_id"])
    points = own.pop("points", [None] * count)
    frame = {}
    for column in columns("plants"):
        given_values = own.get(column.name, [None] * count)
        frame[column.name] = pd.Series(given_values, dtype=object).astype(NULLS[column.type])
        if column.type is ColumnType.TEXT:
            frame[column.name] = frame[column.name].where(frame[column.name].notna(), None)
    degrees = gpd.GeoSeries(points, crs="EPSG:4326")
    return gpd.GeoDataFrame(frame, geometry=to_layer(degrees)), degrees


def to_layer(degrees):
    moved = shapely.transform(degrees.to_numpy(), lambda xy: xy * 100_000)
    return gpd.GeoSeries(moved, index=degrees.index).set_crs("EPSG:25833", allow_override=True)


def edits(*said):
    """Rows (key, field, value, original, action)."""
    names = ["key", "field", "value", "original", "action"]
    frame = pd.DataFrame(list(said), columns=names, dtype=object)
    return frame.assign(author="Planung", reason="gesehen", time="2026-11-22T12:00:00+01:00", edit_id="x")


@pytest.fixture
def units():
    return table(
        mastr_id=["SEE900000000001", "SEE900000000002", "SEE900000000003"],
        carrier=["solar", "solar", "wind"],
        status=["in_operation"] * 3,
        gross_kw=[5000.0, 750.0, 3000.0],
        net_kw=[8.5, 800.0, 3000.0],
        module_count=[20, 2500, None],
        commissioned=pd.to_datetime(["2019-01-31", "2020-02-02", None]),
        ags=["14713000"] * 3,
        postcode=["04109"] * 3,
        findings=["module_power;gross_net_ratio", "gross_below_net", "coordinates_swapped"],
        location_kind=["coordinates", "coordinates", "postcode"],
        points=[Point(12.37, 51.34), Point(12.38, 51.35), None],
    )


def applied(units, said, **more):
    return apply_edits(*units, said, to_layer, today=TODAY, **more)


def at(corrected, number):
    return corrected.plants[corrected.plants["mastr_id"] == f"SEE90000000000{number}"].iloc[0]


def ids(corrected):
    return [(finding.id, finding.key) for finding in corrected.findings]


ONE, TWO, THREE = ("SEE900000000001", "SEE900000000002", "SEE900000000003")


def test_a_corrected_value_holds_and_the_registers_stands_beside_it(units):
    done = applied(units, edits((ONE, "gross_kw", "5", "5000", "correct")))
    assert at(done, 1)["gross_kw"] == 5.0
    kept = json.loads(at(done, 1)["original_values"])
    assert kept == {"gross_kw": 5000.0, "findings": "module_power;gross_net_ratio"}
    # 5 kW / 20 modules = 0.25 kW: plausible; 5 < 8.5 kW net: not
    assert at(done, 1)["findings"] == "gross_below_net"
    assert ids(done) == []
    assert_frame_equal(done.plants.iloc[1:], units[0].iloc[1:])


def test_the_last_word_holds_and_can_be_withdrawn(units):
    first = (ONE, "gross_kw", "5", "5000", "correct")
    second = (ONE, "gross_kw", "9.5", "5000", "correct")
    assert at(applied(units, edits(first, second)), 1)["gross_kw"] == 9.5
    withdrawn = applied(units, edits(first, second, (ONE, "gross_kw", "", "9.5", "withdraw")))
    assert_frame_equal(withdrawn.plants, units[0])
    again = applied(units, edits(first, (ONE, "gross_kw", "", "5", "withdraw"), second))
    assert at(again, 1)["gross_kw"] == 9.5


def test_every_type_of_value(units):
    said = edits(
        (ONE, "module_count", "32", "20", "correct"),
        (ONE, "commissioned", "2019-02-01", "2019-01-31", "correct"),
        (TWO, "carrier", "wind", "solar", "correct"),
        (TWO, "commissioned", "", "2020-02-02", "correct"),
        (THREE, "feeds_network", "true", "", "correct"),
    )
    done = applied(units, said)
    assert at(done, 1)["module_count"] == 32
    assert at(done, 1)["commissioned"] == pd.Timestamp("2019-02-01")
    assert at(done, 2)["carrier"] == "wind"
    assert pd.isna(at(done, 2)["commissioned"])
    assert json.loads(at(done, 2)["original_values"])["commissioned"] == "2020-02-02"
    assert at(done, 3)["feeds_network"]
    assert at(done, 3)["original_values"] is None  # the register does not know it
    assert done.plants.dtypes.equals(units[0].dtypes)


def test_the_register_has_taken_it_over(units):
    done = applied(units, edits((ONE, "gross_kw", "5000.0004", "7000", "correct")))
    assert ids(done) == [("edit_settled", ONE)]
    assert_frame_equal(done.plants, units[0])


def test_the_register_has_changed_meanwhile(units):
    done = applied(units, edits((ONE, "gross_kw", "5", "6000", "correct")))
    (finding,) = done.findings
    assert (finding.id, finding.values["old"], finding.values["value"]) == (
        "edit_original_changed",
        "6000",
        "5000",
    )
    assert at(done, 1)["gross_kw"] == 5.0


def test_a_column_that_a_way_does_not_deliver_has_not_changed(units):
    done = applied(units, edits((ONE, "storage_kwh", "12", "10", "correct")))
    assert ids(done) == []
    assert at(done, 1)["storage_kwh"] == 12


def test_an_emptied_value_is_not_settled_by_a_way_without_the_column(units):
    said = edits((ONE, "storage_kwh", "", "10000", "correct"))
    assert ids(applied(units, said)) == []
    plants, degrees = units
    delivered = (plants.assign(storage_kwh=[float("nan"), 5.0, 5.0]), degrees)
    assert ids(applied(delivered, said)) == [("edit_settled", ONE)]


def test_a_unit_that_is_gone_is_said_once(units):
    gone = "SEE900000000009"
    done = applied(
        units, edits((gone, "gross_kw", "5", "6", "correct"), (gone, "net_kw", "5", "6", "correct"))
    )
    (finding,) = done.findings
    assert (finding.id, finding.values["columns"]) == ("edit_unit_gone", "gross_kw, net_kw")
    assert_frame_equal(done.plants, units[0])


def test_a_place_is_corrected_and_looked_at(units):
    inside = box(12, 51, 13, 52)
    done = applied(units, edits((THREE, "coordinates", "51.36 12.39", "", "correct")), boundary=inside)
    row = at(done, 3)
    assert (row.geometry.x, row.geometry.y) == pytest.approx((1_239_000, 5_136_000))
    assert (row["location_kind"], row["findings"]) == ("coordinates", None)
    outside = applied(units, edits((THREE, "coordinates", "54.36 12.39", "", "correct")), boundary=inside)
    assert at(outside, 3)["findings"] == "coordinates_outside"


def test_a_wrong_place_may_be_taken_away(units):
    done = applied(units, edits((ONE, "coordinates", "", "51.34 12.37", "correct")))
    assert at(done, 1).geometry is None
    assert at(done, 1)["location_kind"] == "postcode"
    assert at(done, 1)["findings"] == "module_power;gross_net_ratio"


def test_a_word_the_register_had_wrong_is_settled_by_the_corrected_one():
    units = table(
        mastr_id=[ONE, TWO], carrier=["unknown", "wind"], status=["in_operation", "unknown"], gross_kw=[None, 3.0],
        findings=["carrier_unknown;number_unreadable", "status_unknown;id_duplicate"],
    )  # fmt: skip
    said = edits(
        (ONE, "carrier", "solar", "unknown", "correct"), (ONE, "gross_kw", "5", "", "correct"),
        (TWO, "status", "closed", "unknown", "correct"),
    )  # fmt: skip
    done = applied(units, said)
    assert at(done, 1)["findings"] is None
    assert at(done, 2)["findings"] == "id_duplicate"


def test_an_accepted_finding_is_open_no_more(units):
    text = values(*units, "gross_below_net")[1]
    assert text == "gross_kw=750; net_kw=800"
    done = applied(units, edits((TWO, FINDING + "gross_below_net", "accepted", text, "accept")))
    assert at(done, 2)["findings"] is None
    assert at(done, 2)["findings_accepted"] == "gross_below_net"
    assert at(done, 2)["original_values"] is None


def test_an_accepted_finding_on_other_values_is_open_again(units):
    before = "gross_kw=700; net_kw=800"
    done = applied(units, edits((TWO, FINDING + "gross_below_net", "accepted", before, "accept")))
    assert at(done, 2)["findings"] == "gross_below_net"
    assert ids(done) == [("accepted_values_changed", TWO)]


def test_an_accepted_finding_that_is_gone_is_no_matter(units):
    done = applied(units, edits((TWO, FINDING + "module_power", "accepted", "gross_kw=750", "accept")))
    assert ids(done) == []
    assert_frame_equal(done.plants, units[0])


def test_a_place_that_differs_by_its_digits_is_the_same_place():
    assert same_values("latitude=51.34; longitude=12.37", "latitude=51.34004; longitude=12.36996")
    assert not same_values("latitude=51.34; longitude=12.37", "latitude=51.36; longitude=12.37")
    assert same_values("", "anything=1")


def test_matched_addresses_are_no_places_of_the_register(units):
    plants, degrees = units
    placed = plants.copy()
    placed.loc[2, "geometry"] = Point(1, 1)
    placed.loc[2, ["address_source", "location_kind"]] = ["addresses", "address"]
    placed.loc[2, "address_confidence"] = 0.9
    back = as_registered(placed, degrees)
    assert_frame_equal(back.plants, plants)


def test_a_unit_without_a_proper_number_is_left_alone():
    units = table(mastr_id=[None, "SEE900000000001", None], gross_kw=[1.0, 2.0, 3.0])
    done = applied(units, edits((ONE, "gross_kw", "5", "2", "correct")))
    assert done.plants["gross_kw"].tolist() == [1.0, 5.0, 3.0]


def test_findings_are_told_as_the_reader_told_them(units):
    found = findings_of(*units)
    power = next(finding for finding in found if finding.id == "module_power")
    assert (power.key, power.values) == (ONE, {"gross_kw": 5000, "module_count": 20})
    assert {(finding.id, finding.key) for finding in found} == {
        ("module_power", ONE), ("gross_net_ratio", ONE), ("gross_below_net", TWO), ("coordinates_swapped", THREE),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("gross_kw", "abc"),
        ("commissioned", "?"),
        ("coordinates", "here 12"),
        ("coordinates", "51"),
        ("mastr_id", "S"),
    ],
)
def test_what_another_program_wrote_into_the_table_stops_no_load(units, field, value):
    done = applied(units, edits((ONE, field, value, "", "correct")))
    assert ids(done) == [("edit_unreadable", ONE)]
    assert_frame_equal(done.plants, units[0])


def test_an_empty_table():
    empty = table(mastr_id=[])
    done = applied(empty, edits((ONE, "gross_kw", "5", "2", "correct")))
    assert len(done.plants) == 0
    assert ids(done) == [("edit_unit_gone", ONE)]


# ---- laws

FIELDS = st.sampled_from(
    ["gross_kw", "net_kw", "module_count", "commissioned", "carrier", "coordinates", "street"]
)
TEXTS = {
    "gross_kw": st.sampled_from(["5", "9.5", "", "5000"]),
    "net_kw": st.sampled_from(["8.5", "", "12"]),
    "module_count": st.sampled_from(["20", "33", ""]),
    "commissioned": st.sampled_from(["2030-01-01", "2019-01-31", ""]),
    "carrier": st.sampled_from(["wind", "solar"]),
    "coordinates": st.sampled_from(["51.5 12.5", "", "54.0 12.0"]),
    "street": st.sampled_from(["Am Anger", ""]),
}


@st.composite
def any_edits(draw):
    rows = []
    for _ in range(draw(st.integers(0, 6))):
        key = draw(st.sampled_from([ONE, TWO, THREE, "SEE900000000009"]))
        action = draw(st.sampled_from(["correct", "correct", "accept", "withdraw"]))
        field = draw(FIELDS)
        value = draw(TEXTS[field])
        if action == "accept":
            field, value = FINDING + draw(st.sampled_from(["gross_below_net", "module_power"])), "accepted"
        rows.append(
            (key, field, value, draw(st.sampled_from(["", "5000", "gross_kw=750; net_kw=800"])), action)
        )
    return edits(*rows)


def fresh():
    return table(
        mastr_id=[ONE, TWO, THREE], carrier=["solar", "solar", "wind"], status=["in_operation"] * 3,
        gross_kw=[5000.0, 750.0, 3000.0], net_kw=[8.5, 800.0, 3000.0], module_count=[20, 2500, None],
        commissioned=pd.to_datetime(["2019-01-31", "2020-02-02", None]), ags=["14713000"] * 3,
        postcode=["04109"] * 3, findings=["module_power;gross_net_ratio", "gross_below_net", None],
        location_kind=["coordinates", "coordinates", "postcode"],
        points=[Point(12.37, 51.34), Point(12.38, 51.35), None],
    )  # fmt: skip


@settings(max_examples=60)
@given(any_edits())
def test_the_register_is_had_back_whatever_was_said(said):
    plants, degrees = fresh()
    done = applied((plants, degrees), said)
    back = as_registered(done.plants, done.degrees)
    assert_frame_equal(back.plants, plants)
    assert back.degrees.geom_equals_exact(degrees, 1e-7).tolist()[:2] == [True, True]


@settings(max_examples=40)
@given(any_edits())
def test_from_the_register_or_from_what_is_stored_it_is_the_same(said):
    units = fresh()
    once = applied(units, said)
    twice = applied((once.plants, once.degrees), said)
    assert_frame_equal(twice.plants, once.plants)
    assert twice.findings == once.findings


@settings(max_examples=40)
@given(any_edits())
def test_no_row_is_lost_and_each_finding_is_open_or_accepted(said):
    plants, degrees = fresh()
    done = applied((plants, degrees), said)
    assert done.plants["mastr_id"].tolist() == plants["mastr_id"].tolist()
    before = correct(plants, degrees, said, to_layer, today=TODAY)
    after = accept(before, said)
    for opened, left, accepted in zip(
        before.plants["findings"], after.plants["findings"], after.plants["findings_accepted"]
    ):
        parts = [text for text in (left, accepted) if text]
        assert set((opened or "").split(";")) == set(";".join(parts).split(";"))


def test_the_tolerances_stand_in_the_table():
    numbers = [
        field for field in correctable.fields()
        if (column := correctable.column_of(field)) is not None and column.type is ColumnType.REAL
    ]  # fmt: skip
    assert all(correctable.parameter(field, "tolerance") for field in numbers)
    assert all(correctable.parameter(field, "high") for field in numbers)
