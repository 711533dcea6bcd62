"""What a person changed in a layer since it was loaded is noticed before it would be lost."""

from __future__ import annotations

import json
import sqlite3
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
    changed_rows,
    content_hash,
    packed,
    row_hashes,
    unpacked,
)
from enact_plugin.layers.schema import SCHEMA_VERSION, migrate
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source

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


# ---- hashes


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
    assert list(unpacked(packed(old))) == sorted(before)


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
    with closing(sqlite3.connect(workspace.path)) as connection:
        connection.execute("ALTER TABLE runs DROP COLUMN parent")
        for table in ("gpkg_contents", "gpkg_ogr_contents"):
            connection.execute(f"DELETE FROM {table} WHERE table_name = 'row_hashes'")
        connection.execute("DROP TABLE row_hashes")
        connection.execute("UPDATE workspace SET schema_version = 1")
        connection.commit()
    assert SCHEMA_VERSION == 2
    opened = Workspace.open(workspace.path)
    assert opened.edited_rows("districts") == 0  # how it was loaded is not known
    assert [run["parent"] for run in opened.runs()] == [None]
    opened.replace("districts", districts(["Nord"]), RUN)
    assert len(Workspace.open(workspace.path.with_name("stadt.v1.bak.gpkg")).layers()) == 1


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
    assert not workspace.is_out_of_date("districts")
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
