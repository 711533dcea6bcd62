"""What a person changed in a layer since it was loaded is noticed before it would be lost."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, box

from enact_plugin.errors import EnactError
from enact_plugin.layers.provenance import (
    Run,
    as_loaded,
    changed_rows,
    content_hash,
    packed,
    row_hashes,
    unpacked,
)
from enact_plugin.layers.schema import SCHEMA_VERSION, migrate
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source
from enact_plugin.processing.inputs import with_other_parts
from enact_plugin.reference.kinds import layer_kind

RUN = Run(algorithm="enact:test", parameters={}, version="0", who="tester")


def districts(names):
    frame = gpd.GeoDataFrame(
        {"district_id": [f"{number:02d}" for number in range(len(names))], "name": names},
        geometry=[box(number, 0, number + 1, 1) for number in range(len(names))],
        crs="EPSG:25833",
    )
    return Outcome(frame, Source("erfunden"), len(names))


@pytest.fixture
def workspace(qgis_app, tmp_path):
    made = Workspace.create(tmp_path / "stadt.gpkg", "99999999", "Musterstadt (fiktiv)")
    made.replace("districts", districts(["Nord", "Süd", None]), RUN)
    return made


def edit(workspace, change):
    layer = workspace.layer("districts")
    assert layer.startEditing()
    change(layer, next(layer.getFeatures()))
    assert layer.commitChanges()


def rename(layer, feature):
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("name"), "Nordost")


def copied(layer, feature):
    feature.setAttribute(layer.fields().indexOf("fid"), None)
    return feature


def test_what_was_loaded_is_not_edited(workspace):
    assert workspace.edited_rows("districts") == 0
    workspace.replace("districts", districts(["Nord", "Süd", None]), RUN)
    assert workspace.edited_rows("districts") == 0


def test_edits_that_the_new_rows_hold_too_do_not_hinder(workspace):
    edit(workspace, rename)
    workspace.replace("districts", districts(["Nordost", "Süd", None]), RUN)
    assert workspace.edited_rows("districts") == 0


@pytest.mark.parametrize(
    "change",
    [
        rename,
        lambda layer, feature: layer.deleteFeature(feature.id()),
        lambda layer, feature: layer.addFeature(copied(layer, feature)),
        lambda layer, feature: layer.translateFeature(feature.id(), 1, 0),
    ],
)
def test_an_edited_layer_is_not_replaced(workspace, change):
    edit(workspace, change)
    before = workspace.read("districts")
    with pytest.raises(EnactError) as caught:
        workspace.replace("districts", districts(["Nord", "Süd", "West"]), RUN)
    assert caught.value.code == "layer_edited"
    assert caught.value.params == {"layer": "districts", "count": 1, "path": "stadt.gpkg"}
    pd.testing.assert_frame_equal(workspace.read("districts"), before)
    assert workspace.layers() == ("districts",)


def test_edits_go_when_the_planner_says_so(workspace):
    edit(workspace, rename)
    workspace.replace("districts", districts(["Nord"]), RUN, overwrite_edits=True)
    assert list(workspace.read("districts")["name"]) == ["Nord"]
    assert workspace.edited_rows("districts") == 0


def test_who_saves_while_a_layer_is_written_is_noticed(workspace):
    from enact_plugin.progress import Progress

    def report(_fraction, code, _values):
        if code == "writing_layer":
            edit(workspace, rename)

    with pytest.raises(EnactError) as caught:
        workspace.replace("districts", districts(["A"]), RUN, progress=Progress(report, lambda: False))
    assert caught.value.code == "layer_edited"


def test_the_last_look_can_still_refuse(workspace):
    def refuse():
        raise EnactError("layer_in_edit_mode", layer="districts")

    with pytest.raises(EnactError):
        workspace.replace("districts", districts(["A"]), RUN, last_look=refuse)
    assert len(workspace.read("districts")) == 3
    assert workspace.provenance("districts").rows == 3
    assert workspace.layers() == ("districts",)


def in_another_process(path, sql):
    """What another program commits; as a process of its own, for one process shares its file locks."""
    code = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], timeout=0)
for name in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # the triggers of the index call them
    connection.create_function(name, 1, lambda blob: 0)
connection.execute(sys.argv[2])
connection.commit()
"""
    return subprocess.run([sys.executable, "-c", code, str(path), sql], capture_output=True, text=True)


class MeanwhileSaved(Workspace):
    """A workspace into which another program saves after the comparison, before the new layer takes its place."""

    sql = ""

    def _put_in_place(self, *arguments):
        assert in_another_process(self.path, self.sql).returncode == 0
        super()._put_in_place(*arguments)


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_who_saves_between_the_comparison_and_the_swap_is_noticed(workspace, journal):
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    late = MeanwhileSaved.open(workspace.path)
    late.sql = "UPDATE field_mappings SET kind = 'x'"  # whatever is saved, it is looked at again
    late.replace("districts", districts(["A"]), RUN)
    late.sql = "UPDATE workspace SET name = 'Neustadt'"
    late.replace("districts", districts(["B"]), RUN)
    assert list(workspace.read("districts")["name"]) == ["B"]
    late.sql = "UPDATE districts SET name = 'von Hand'"
    with pytest.raises(EnactError) as caught:
        late.replace("districts", districts(["C"]), RUN)
    assert caught.value.code == "layer_edited"
    assert list(workspace.read("districts")["name"]) == ["von Hand"]
    assert workspace.layers() == ("districts",)


def test_nobody_else_can_save_after_the_last_comparison(workspace):
    said = []

    def save():
        said.append(in_another_process(workspace.path, "UPDATE workspace SET name = 'Neustadt'"))

    workspace.replace("districts", districts(["A"]), RUN, last_look=save)
    assert [one.returncode != 0 and "locked" in one.stderr for one in said] == [True]


# ---- a layer that comes in parts


def areas(*parts):
    """Supply areas of these years, each with its number of rows."""
    rows = [(year, number) for year, count in parts for number in range(count)]
    return gpd.GeoDataFrame(
        {
            "area_id": [f"{number}@{year}" for year, number in rows],
            "year": pd.array([year for year, _number in rows], dtype="Int64"),
            "reasons": pd.Series([None] * len(rows), dtype=object),
        },
        geometry=[box(number, 0, number + 1, 1) for _year, number in rows],
        crs="EPSG:25833",
    )


def load_areas(workspace, year, count=3):
    """Load the areas of one year as the loader does: with the other years that are there."""
    made = Outcome(areas((year, count)), Source("erfunden"), count)
    stored = workspace.read("supply_areas") if "supply_areas" in workspace.layers() else None
    made = with_other_parts(made, workspace, layer_kind("supply_areas"), stored)
    workspace.replace("supply_areas", made, RUN)


def annotate(workspace, area_id="0@2030"):
    layer = workspace.layer("supply_areas")
    feature = next(one for one in layer.getFeatures() if one["area_id"] == area_id)
    assert layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("reasons"), "Ratsbeschluss")
    assert layer.commitChanges()


def test_an_edited_row_that_was_carried_over_is_still_edited(workspace):
    load_areas(workspace, 2030)
    annotate(workspace)
    load_areas(workspace, 2035)
    load_areas(workspace, 2040)
    assert workspace.edited_rows("supply_areas") == 1
    with pytest.raises(EnactError) as caught:
        load_areas(workspace, 2030)
    assert caught.value.code == "layer_edited"
    assert caught.value.params["count"] == 1
    assert list(workspace.read("supply_areas")["reasons"].dropna()) == ["Ratsbeschluss"]
    load_areas(workspace, 2035, 2)  # the other years may be loaded again
    assert len(workspace.read("supply_areas")) == 8  # 3 + 2 + 3


def test_a_row_that_was_deleted_or_added_elsewhere_is_not_forgotten(workspace):
    load_areas(workspace, 2030)
    layer = workspace.layer("supply_areas")
    assert layer.startEditing()
    layer.deleteFeature(next(layer.getFeatures()).id())
    assert layer.commitChanges()
    load_areas(workspace, 2035)
    assert workspace.edited_rows("supply_areas") == 1
    with pytest.raises(EnactError, match="layer_edited"):
        load_areas(workspace, 2030)


def test_parts_that_nobody_edited_are_loaded_again_and_again(workspace):
    for year in (2030, 2035, 2030, 2040, 2035):
        load_areas(workspace, year)
    assert workspace.edited_rows("supply_areas") == 0
    assert len(workspace.read("supply_areas")) == 9


def test_what_was_overwritten_in_one_part_is_forgotten_there_and_kept_elsewhere():
    before = {"2030": np.array([1, 2], dtype=np.uint64), "2035": np.array([3, 4], dtype=np.uint64)}
    rows = np.array([5, 6, 1, 9], dtype=np.uint64)  # 2035 new; 2030 carried over, its second row edited
    kept = as_loaded(rows, np.array(["2035", "2035", "2030", "2030"]), 2, before)
    assert {part: list(hashes) for part, hashes in kept.items()} == {"2030": [1, 2], "2035": [5, 6]}
    new = as_loaded(rows, np.array(["2035", "2035", "2030", "2030"]), 2, None)
    assert {part: list(hashes) for part, hashes in new.items()} == {"2030": [1, 9], "2035": [5, 6]}


# ---- hashes


@pytest.mark.parametrize("day", ["9999-12-31", "1550-01-01", "2020-02-29"])
def test_one_day_beyond_what_pandas_holds_is_one_edited_row(workspace, day):
    days = pd.to_datetime(["2019-03-01", "2020-07-15", None, "2024-02-29"])
    frame = gpd.GeoDataFrame(
        {"mastr_id": [f"SEE90000000000{number}" for number in range(4)], "commissioned": days},
        geometry=[Point(400_000 + number, 5_680_000) for number in range(4)],
        crs="EPSG:25833",
    )
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 4), RUN)
    layer = workspace.layer("plants")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("commissioned"), day)
    assert layer.commitChanges()
    assert workspace.edited_rows("plants") == 1
    again = workspace.read("plants")
    workspace.replace("plants", Outcome(again, Source("erfunden"), 4), RUN)  # it is in the new rows too
    assert workspace.edited_rows("plants") == 0


def test_a_column_of_texts_hashes_its_days_as_one_of_days():
    days = pd.Series(pd.to_datetime(["2019-03-01T00:00:00", "2024-02-29T12:30:00"]))
    texts = pd.Series(["2019-03-01", "2024-02-29T12:30:00"], dtype=object)
    assert list(row_hashes(pd.DataFrame({"a": days}))) == list(row_hashes(pd.DataFrame({"a": texts})))


def test_a_value_of_another_type_and_a_shape_nobody_can_read_are_edits(workspace):
    """SQLite lets every value be of any type, and other programs may write whatever they like."""
    frame = gpd.GeoDataFrame(
        {
            "mastr_id": ["a", "b", "c"],
            "module_count": pd.array([1, 2, 3], dtype="Int64"),
            "net_kw": [1.0, 2, 3],
        },
        geometry=[Point(400_000, 5_680_000)] * 3,
        crs="EPSG:25833",
    )
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 3), RUN)
    changes = ("module_count = 'viele'", "net_kw = 'unbekannt'", "geom = x'00'")
    for number, change in enumerate(changes, start=1):
        done = in_another_process(workspace.path, f"UPDATE plants SET {change} WHERE fid = {number}")
        assert done.returncode == 0, done.stderr
    assert workspace.edited_rows("plants") == 3


def test_null_is_not_the_word_for_it():
    words = pd.DataFrame({"x": pd.Series(["None", "nan"], dtype=object)})
    nulls = pd.DataFrame({"x": pd.Series([None, np.nan], dtype=object)})
    assert content_hash(words) != content_hash(nulls)


def test_a_ring_may_start_anywhere():
    frame = pd.DataFrame({"x": ["a"]})
    ring, same = (np.array([shapely.from_wkt(f"POLYGON (({points}))")]) for points in (
        "0 0, 1 0, 1 1, 0 1, 0 0", "1 1, 1 0, 0 0, 0 1, 1 1",
    ))  # fmt: skip
    assert content_hash(frame, ring) == content_hash(frame, same)
    assert content_hash(frame, ring) != content_hash(frame, np.array([box(0, 0, 1, 2)]))


def test_values_that_change_places_change_the_hash():
    one, other = pd.DataFrame({"a": ["x"], "b": ["y"]}), pd.DataFrame({"a": ["y"], "b": ["x"]})
    assert content_hash(one) != content_hash(other)
    renamed = pd.DataFrame({"a": [1.0]}), pd.DataFrame({"b": [1.0]})
    assert content_hash(renamed[0]) != content_hash(renamed[1])


def test_an_empty_column_changes_nothing():
    # a column that a newer EnAct adds is empty in what an older one wrote
    frame = pd.DataFrame({"a": ["x", None]})
    assert content_hash(frame) == content_hash(frame.assign(b=None)[["b", "a"]])


@given(st.lists(st.integers(0, 5)), st.lists(st.integers(0, 5)))
def test_the_count_of_changed_rows_is_zero_only_for_the_same_rows(before, now):
    old, new = (np.array(values, dtype=np.uint64) for values in (before, now))
    changed = changed_rows(old, new)
    assert (changed == 0) == (sorted(before) == sorted(now))
    assert changed == changed_rows(new, old)
    assert abs(len(old) - len(new)) <= changed <= max(len(old), len(new))
    held = unpacked(packed({"2030": old, "": new}))
    assert {part: list(hashes) for part, hashes in held.items()} == {"2030": sorted(before), "": sorted(now)}


@pytest.mark.parametrize(
    ("before", "now", "coming", "lost"),
    [
        ("AB", "ab", "AB", 2),  # two rows changed, and both would be as they were
        ("AB", "aB", "aB", 0),  # the new source says the same
        ("AB", "aB", "aBC", 0),  # the rows stay, others come
        ("AB", "aB", "xB", 1),  # neither as it was nor as it was made
        ("AB", "A", "AB", 1),  # one was deleted, and would be back
        ("AB", "A", "AC", 0),  # it is gone from the source too
        ("AB", "ABC", "AB", 1),  # one was added
        ("AB", "AAB", "AB", 1),  # a copy of one was added
        ("AB", "AB", "XYZ", 0),  # nobody changed anything
    ],
)
def test_only_changes_that_would_be_lost_are_counted(before, now, coming, lost):
    hashes = [np.array([ord(sign) for sign in rows], dtype=np.uint64) for rows in (before, now, coming)]
    assert changed_rows(*hashes) == lost


def test_rows_read_back_are_the_rows_written(workspace):
    frame = gpd.GeoDataFrame(
        {
            "mastr_id": ["SEE900000000001", "SEE900000000002"],
            "commissioned": pd.to_datetime(["2019-03-01", None]),
            "module_count": pd.array([12, None], dtype="Int64"),
            "net_kw": [0.1 + 0.2, -0.0],
            "name": ["", "Ä\u0308 'x'"],
            "house_number": pd.Series([5.0, 7], dtype=object),  # numbers in a column of texts
        },
        geometry=[None, Point(400_000.123456789, 5_680_000)],
        crs="EPSG:25833",
    )
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 2), RUN)
    assert workspace.edited_rows("plants") == 0


def test_a_row_is_hashed_alike_however_pandas_holds_it():
    plain = pd.DataFrame({"a": [1, 2], "d": pd.to_datetime(["2020-01-01", "2021-01-01"])})
    other = pd.DataFrame({"a": pd.array([1, 2], dtype="Int64"), "d": plain["d"].astype("datetime64[s]")})
    assert list(row_hashes(plain)) == list(row_hashes(other))


# ---- the other accounts of a workspace


def test_a_workspace_of_the_first_version_is_brought_up(workspace):
    frame = gpd.GeoDataFrame(
        {"building_id": list("abc"), "findings": ["overlap|no_address", "overlap", None]},
        geometry=[box(number, 0, number + 1, 1) for number in range(3)],
        crs="EPSG:25833",
    )
    workspace.replace("buildings", Outcome(frame, Source("erfunden"), 3), RUN)
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("ALTER TABLE runs DROP COLUMN parent")
        for own in ("row_hashes", "edits"):
            for table in ("gpkg_contents", "gpkg_ogr_contents"):
                connection.execute(f"DELETE FROM {table} WHERE table_name = '{own}'")
            connection.execute(f"DROP TABLE {own}")
        connection.execute("UPDATE workspace SET schema_version = 1")
        connection.commit()
    assert SCHEMA_VERSION == 4
    opened = Workspace.open(workspace.path)
    assert list(opened.read("buildings")["findings"]) == ["overlap;no_address", "overlap", None]
    assert opened.edited_rows("districts") == 0  # how it was loaded is not known
    assert [run["parent"] for run in opened.runs()] == [None]
    opened.replace("districts", districts(["Nord"]), RUN)
    assert len(Workspace.open(workspace.path.with_name("stadt.v1.bak.gpkg")).layers()) == 2


def test_a_hash_of_another_version_says_nothing_of_a_change(workspace):
    """As it stands in a workspace of the first version, when its unchanged source is loaded again."""
    workspace.replace("districts", districts(["A"]), RUN, inputs={"municipality": "abcdef"})
    frame = gpd.GeoDataFrame({"ags": ["99999999"]}, geometry=[box(0, 0, 9, 9)], crs="EPSG:25833")
    workspace.replace("municipality", Outcome(frame, Source("erfunden"), 1), RUN)
    assert workspace.changed_inputs() == {}
    workspace.remove("municipality")
    assert workspace.changed_inputs() == {"districts": ("municipality",)}  # that it is gone is known


def test_rows_remembered_in_another_way_are_not_compared(workspace):
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("UPDATE row_hashes SET hashes = 'AAAAAAAAAAA='")
        connection.commit()
    edit(workspace, rename)
    assert workspace.edited_rows("districts") == 0
    workspace.replace("districts", districts(["A"]), RUN)
    edit(workspace, rename)
    assert workspace.edited_rows("districts") == 1


def test_a_migration_waits_for_the_writer(workspace):
    with workspace.writing(), pytest.raises(EnactError) as caught:
        migrate(workspace.path, SCHEMA_VERSION, SCHEMA_VERSION + 1, {SCHEMA_VERSION: lambda _dataset: None})
    assert caught.value.code == "workspace_busy"
    assert Workspace.open(workspace.path).layers() == ("districts",)


def test_a_step_names_the_run_it_belongs_to(workspace):
    parent = Run("enact:loadmunicipality", {"AGS": "99999999"}, "0", "tester")
    step = Run("enact:loadlayer", {}, "0", "tester", parent=parent)
    workspace.replace("districts", districts(["A"]), step)
    runs = {row["algorithm"]: row for row in workspace.runs()}
    assert runs["enact:loadlayer"]["parent"] == parent.run_id
    assert runs["enact:loadmunicipality"]["parent"] is None
    assert json.loads(runs["enact:loadmunicipality"]["parameters"]) == {"AGS": "99999999"}


def test_an_input_counts_as_it_was_when_it_was_read(workspace):
    reader = Workspace.open(workspace.path)
    before = reader.provenance("districts").content_hash
    reader.read("districts")
    workspace.replace("districts", districts(["A"]), RUN)
    assert reader.input_hashes(["districts", "postcodes"]) == {"districts": before, "postcodes": ""}


def test_an_input_that_came_later_makes_a_layer_out_of_date(workspace):
    workspace.replace("districts", districts(["A"]), RUN, inputs={"municipality": ""})
    assert workspace.changed_inputs() == {}
    frame = gpd.GeoDataFrame({"ags": ["99999999"]}, geometry=[box(0, 0, 9, 9)], crs="EPSG:25833")
    workspace.replace("municipality", Outcome(frame, Source("erfunden"), 1), RUN)
    assert workspace.changed_inputs() == {"districts": ("municipality",)}


def test_an_empty_workspace_may_be_claimed_again(qgis_app, tmp_path):
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "14612000", "Dresden")
    workspace = Workspace.open_or_create(path, "14713000", "Leipzig", "EPSG:25832")
    assert (workspace.ags, workspace.name, workspace.crs) == ("14713000", "Leipzig", "EPSG:25832")
    opened = Workspace.open(path)
    assert (opened.ags, opened.name, opened.crs) == ("14713000", "Leipzig", "EPSG:25832")


def test_a_table_of_the_same_name_makes_no_workspace(qgis_app, tmp_path):
    from enact_plugin.layers.files import write_file

    path = write_file(pd.DataFrame({"a": ["x"]}), tmp_path / "fremd.gpkg", "workspace")
    with pytest.raises(EnactError) as caught:
        Workspace.open(path)
    assert caught.value.code == "workspace_not_ours"


def test_a_layer_of_the_user_is_never_swept(workspace):
    from enact_plugin.layers.files import write_file

    write_file(pd.DataFrame({"a": ["x"]}), workspace.path, "neubau__new")
    workspace.replace("districts", districts(["A"]), RUN)
    assert set(workspace.layers()) == {"districts", "neubau__new"}
