"""One row per unit and finding: open, accepted or corrected, with the values it is about and who looked at it."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from enact_plugin.errors import Finding
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.register import plausibility
from enact_plugin.register.review.corrections import FINDING, apply_edits
from enact_plugin.register.review.findings_table import findings_table, values_told
from enact_plugin.register.review.offending import codes

DTYPES = {
    ColumnType.DATE: "datetime64[ns]",
    ColumnType.REAL: float,
    ColumnType.INTEGER: "Int64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.TEXT: object,
}
ONE, TWO, THREE = (f"SEE90000000000{number}" for number in (1, 2, 3))
GIVEN = {
    "mastr_id": [ONE, TWO, THREE],
    "name": ["Dach", "Erika Muster", "Park"],
    "carrier": ["solar", "solar", "wind"],
    "gross_kw": [5000.0, 4.5, 3000.0],
    "net_kw": [8.5, 5.0, 3000.0],
    "module_count": [20, 10, None],
    "municipality": ["Leipzig"] * 3,
    "street": ["Am Anger", None, None],
    "house_number": ["3", None, None],
    "grid_operator_id": ["SNB1", "SNB1", "SNB2"],
    "findings": ["module_power;gross_net_ratio", "gross_below_net", "coordinates_outside;number_unreadable"],
}


def same_place(points):
    return gpd.GeoSeries(points.to_numpy(), index=points.index, crs="EPSG:4326")


@pytest.fixture
def units():
    frame = {}
    for column in columns("plants"):
        values = pd.Series(GIVEN.get(column.name, [None] * 3), dtype=object)
        frame[column.name] = values.astype(DTYPES[column.type])
    degrees = gpd.GeoSeries([Point(12.37, 51.34), None, Point(13.1, 54.9)], crs="EPSG:4326")
    return gpd.GeoDataFrame(frame, geometry=degrees), degrees


def said(*rows):
    names = ["key", "field", "value", "original", "action", "author", "time", "reason"]
    return pd.DataFrame(list(rows), columns=names, dtype=object)


NOBODY = said()


def edited(units, edits):
    done = apply_edits(*units, edits, same_place, today=date(2026, 11, 22))
    return findings_table(done.plants, done.degrees, edits).set_index(["mastr_id", "finding"])


def test_each_unit_and_finding_is_a_row(units):
    table = findings_table(*units, NOBODY)
    assert list(zip(table["mastr_id"], table["finding"])) == [
        (ONE, "gross_net_ratio"), (ONE, "module_power"), (TWO, "gross_below_net"), (THREE, "coordinates_outside"),
        (THREE, "number_unreadable"),
    ]  # fmt: skip
    assert (table["state"] == "open").all()
    assert table["finding_id"].is_unique
    assert table["offending_values"].tolist() == [
        "gross_kw=5000; net_kw=8.5", "gross_kw=5000; module_count=20", "gross_kw=4.5; net_kw=5",
        "latitude=54.9; longitude=13.1; municipality=Leipzig", None,
    ]  # fmt: skip
    assert table["reviewed_by"].isna().all()
    assert table.geometry.notna().tolist() == [True, True, False, True, True]


def test_only_what_the_register_publishes_of_a_unit_without_place(units):
    row = findings_table(*units, NOBODY).set_index("mastr_id").loc[TWO]
    assert (row["street"], row["house_number"], row.geometry) == (None, None, None)
    assert "Muster" not in findings_table(*units, NOBODY).to_csv()


def test_what_only_the_reader_could_tell_is_told(units):
    values = {"unreadable": "zwölf; 3", "field": "Bruttoleistung", "path": "export.csv"}
    told = values_told([Finding("number_unreadable", THREE, values=values), Finding("units_of_others")])
    table = findings_table(*units, NOBODY, told).set_index("finding")
    assert (
        table.loc["number_unreadable", "offending_values"]
        == "unreadable=zwölf, 3; field=Bruttoleistung; path=export.csv"
    )


def test_a_corrected_value_is_a_row_of_its_own_beside_what_it_settled(units):
    table = edited(
        units,
        said((ONE, "gross_kw", "9.5", "5000", "correct", "Planung", "2026-11-22T10:00:00", "Typenschild")),
    )
    settled, stated = table.loc[(ONE, "module_power")], table.loc[(ONE, "value_corrected")]
    # 9.5 kW / 20 modules = 0.475 kW; 9.5 / 8.5 = 1.1
    assert table.loc[ONE]["state"].tolist() == ["corrected"] * 3
    assert settled["offending_values"] == "gross_kw=5000; module_count=20"
    assert settled["corrected_values"] == "gross_kw=9.5; module_count=20"
    assert (stated["fields"], stated["offending_values"], stated["corrected_values"]) == (
        "gross_kw", "gross_kw=5000", "gross_kw=9.5",
    )  # fmt: skip
    for row in (settled, stated):
        assert (row["reviewed_by"], row["reviewed_on"], row["reason"]) == (
            "Planung", pd.Timestamp("2026-11-22"), "Typenschild",
        )  # fmt: skip


def test_what_only_a_correction_shows_is_never_told_as_the_registers(units):
    """TWO says 4.5 kW gross, 5 kW net; corrected to 0.2 kW it gains a finding and keeps one."""
    edit = (TWO, "gross_kw", "0.2", "4.5", "correct", "Planung", "2026-11-22T10:00:00", "Typenschild")
    table = edited(units, said(edit))
    kept, new = table.loc[(TWO, "gross_below_net")], table.loc[(TWO, "gross_net_ratio")]
    for row in (kept, new):
        assert (row["state"], row["gross_kw"]) == ("open", 4.5)
        assert row["offending_values"] == "gross_kw=4.5; net_kw=5"
        assert row["corrected_values"] == "gross_kw=0.2; net_kw=5"
    assert (kept["only_corrected"], new["only_corrected"]) == (False, True)
    assert not table.drop([(TWO, "gross_net_ratio"), (TWO, "module_power")])["only_corrected"].any()


def test_a_finding_beside_a_correction_of_something_else_has_no_corrected_values(units):
    edit = (TWO, "module_count", "11", "10", "correct", "Planung", "2026-11-22T10:00:00", "gezählt")
    row = edited(units, said(edit)).loc[(TWO, "gross_below_net")]
    assert (row["state"], row["corrected_values"], row["only_corrected"]) == ("open", None, False)


def test_a_corrected_place_shows_both(units):
    edit = (
        THREE,
        "coordinates",
        "51.35 12.38",
        "54.9 13.1",
        "correct",
        "P",
        "2026-11-22T10:00:00",
        "Luftbild",
    )
    table = edited(units, said(edit))
    row = table.loc[(THREE, "value_corrected")]
    assert row["offending_values"] == "coordinates=54.9 13.1"
    assert row["corrected_values"] == "coordinates=51.35 12.38"
    assert table.loc[(THREE, "coordinates_outside"), "state"] == "corrected"
    assert table.loc[(THREE, "coordinates_outside"), "reason"] == "Luftbild"
    assert table.loc[(THREE, "number_unreadable"), "state"] == "open"


def test_an_accepted_finding_says_who_and_why(units):
    edit = (
        TWO,
        FINDING + "gross_below_net",
        "accepted",
        "gross_kw=4.5; net_kw=5",
        "accept",
        "P",
        "2026-11-22",
        "x",
    )
    row = edited(units, said(edit)).loc[(TWO, "gross_below_net")]
    assert (row["state"], row["reviewed_by"], row["reason"], row["offending_values"]) == (
        "accepted", "P", "x", "gross_kw=4.5; net_kw=5",
    )  # fmt: skip


def test_every_finding_is_in_the_table_once(units):
    edits = said(
        (ONE, "gross_kw", "5", "5000", "correct", "P", "2026-11-22", "x"),
        (
            TWO,
            FINDING + "gross_below_net",
            "accepted",
            "gross_kw=4.5; net_kw=5",
            "accept",
            "P",
            "2026-11-22",
            "x",
        ),
    )
    done = apply_edits(*units, edits, same_place, today=date(2026, 11, 22))
    table = findings_table(done.plants, done.degrees, edits)
    listed = len(codes(done.plants["findings"])) + len(codes(done.plants["findings_accepted"]))
    # besides, the two that the corrected value settled, and that value itself
    assert len(table) == listed + 2 + 1
    assert table["finding_id"].is_unique


def test_nothing_found_is_an_empty_table(units):
    plants, degrees = units
    table = findings_table(plants.assign(findings=None), degrees, NOBODY)
    assert len(table) == 0
    assert {"finding_id", "reviewed_on", "state"} <= set(table.columns)
    none = findings_table(plants.iloc[:0], degrees.iloc[:0], NOBODY)
    assert len(none) == 0


def test_each_value_that_a_finding_names_has_a_title(project_root):
    from enact_plugin.reference.tables import rows

    known = {column.name for layer in ("plants", "gas_plants") for column in columns(layer)} | {
        row["code"].removeprefix("finding_")
        for row in rows("map_texts")
        if row["code"].startswith("finding_")
    }
    called = plausibility.CALLED
    named = {called.get(name, name) for names in plausibility.NAMED.values() for name in names}
    assert named - known == set()
