"""What persons say of single objects is only ever added to, whole, and makes out of date what was made before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
from shapely.geometry import Point

from enact_plugin.cartography.notes import note_html
from enact_plugin.errors import EnactError
from enact_plugin.layers.edits import COLUMNS, Action, Edit, add_edit, add_edits, edits, input_of
from enact_plugin.layers.messages import layer_title
from enact_plugin.layers.provenance import Run, provenance_of
from enact_plugin.layers.schema import MIGRATIONS, SCHEMA_VERSION, migrate
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source

RUN = Run(algorithm="enact:test", parameters={}, version="0", who="tester")


def said(number, layer="plants", value="5"):
    return Edit(layer, f"SEE{number}", "gross_kw", value, "5000", Action.CORRECT, "Planung", "Typenschild")


def plants():
    frame = gpd.GeoDataFrame({"mastr_id": ["SEE1"]}, geometry=[Point(1, 1)], crs="EPSG:25833")
    return Outcome(frame, Source("erfunden"), 1)


@pytest.fixture
def workspace(qgis_app, tmp_path):
    return Workspace.create(tmp_path / "stadt.gpkg", "99999999")


def of_version_2(path):
    """Take away what version 3 has brought."""
    with closing(sqlite3.connect(path)) as connection:
        for table in ("gpkg_contents", "gpkg_ogr_contents"):
            connection.execute(f"DELETE FROM {table} WHERE table_name = 'edits'")
        connection.execute("DROP TABLE edits")
        connection.execute("UPDATE workspace SET schema_version = 2")
        connection.commit()


def test_they_come_back_in_the_order_in_which_they_were_made(workspace):
    add_edit(workspace, said(2))
    add_edits(workspace, [said(1), said(1, value=""), said(3, layer="buildings")])
    frame = edits(workspace, "plants")
    assert tuple(frame.columns) == COLUMNS
    assert frame[["key", "value"]].to_numpy().tolist() == [["SEE2", "5"], ["SEE1", "5"], ["SEE1", ""]]
    assert set(frame["action"]) == {"correct"}
    assert frame["edit_id"].is_unique
    assert (frame["author"] == "Planung").all()
    assert edits(workspace, "buildings")["key"].tolist() == ["SEE3"]


def test_they_are_no_layer_of_the_user(workspace):
    add_edit(workspace, said(1))
    assert workspace.layers() == ()


def test_nothing_said_is_nothing(workspace):
    assert edits(workspace, "plants").empty
    assert workspace.input_hashes([input_of("plants")]) == {"edits:plants": ""}


def test_what_was_made_before_is_out_of_date_and_nothing_else(workspace):
    edits(workspace, "plants")
    hashes = workspace.input_hashes([input_of("plants")])
    workspace.replace("plants", plants(), RUN, hashes)
    workspace.replace("districts", Outcome(plants().frame, Source("erfunden"), 1), RUN)
    add_edit(workspace, said(1, layer="buildings"))
    assert workspace.changed_inputs() == {}
    add_edit(workspace, said(1))
    assert workspace.changed_inputs() == {"plants": ("edits:plants",)}
    edits(workspace, "plants")
    workspace.replace("plants", plants(), RUN, workspace.input_hashes([input_of("plants")]))
    assert workspace.changed_inputs() == {}


def test_it_survives_the_next_load_of_the_layer(workspace):
    workspace.replace("plants", plants(), RUN)
    add_edit(workspace, said(1))
    workspace.replace("plants", plants(), RUN)
    workspace.remove("plants")
    assert len(edits(Workspace.open(workspace.path), "plants")) == 1


def test_all_or_none(workspace):
    class Broken(Edit):
        def as_row(self):
            raise ValueError("after the first row")

    broken = Broken("plants", "SEE2", "gross_kw", "5", "", Action.CORRECT, "", "")
    with pytest.raises(ValueError, match="after the first row"):
        add_edits(workspace, [said(1), broken])
    assert edits(workspace, "plants").empty


def test_another_writer_is_named(workspace):
    with workspace.writing(), pytest.raises(EnactError) as caught:
        add_edit(workspace, said(1))
    assert caught.value.code == "workspace_busy"
    assert edits(workspace, "plants").empty


def test_a_workspace_of_the_second_version_is_brought_up(workspace):
    numbered = plants().frame.assign(chp_id="KWK1")
    workspace.replace("plants", Outcome(numbered, Source("erfunden"), 1), RUN)
    of_version_2(workspace.path)
    opened = Workspace.open(workspace.path)
    add_edit(opened, replace(said(1), belongs_to="KWK1"))
    assert edits(opened, "plants")["belongs_to"].tolist() == ["KWK1"]
    assert len(opened.read("plants")) == 1
    assert opened.edited_rows("plants") == 0
    backup = workspace.path.with_name("stadt.v2.bak.gpkg")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT schema_version FROM workspace").fetchone() == (2,)


def of_version_3(path):
    """Take away what version 4 has brought."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("ALTER TABLE edits DROP COLUMN belongs_to")
        connection.execute("UPDATE workspace SET schema_version = 3")
        connection.commit()


def test_corrections_of_the_third_version_name_the_plant_of_their_unit(workspace):
    frame = gpd.GeoDataFrame(
        {"mastr_id": ["SEE1", "SEE2", "SEE3"], "chp_id": ["KWK1; KWK2", "", None], "storage_id": [None, "SSE2", None]},
        geometry=[Point(1, 1)] * 3,
        crs="EPSG:25833",
    )  # fmt: skip
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 3), RUN)
    fields = ("chp_thermal_kw", "feeds_network", "storage_kwh", "gross_kw")
    add_edits(workspace, [replace(said(unit), field=name) for unit in (1, 2, 3, 4) for name in fields])
    add_edit(workspace, replace(said(1, layer="buildings"), field="feeds_network"))
    edits(workspace, "plants")
    before = workspace.input_hashes([input_of("plants")])
    of_version_3(workspace.path)
    opened = Workspace.open(workspace.path)
    frame = edits(opened, "plants")
    named = frame[frame["belongs_to"] != ""]
    assert named[["key", "field", "belongs_to"]].to_numpy().tolist() == [
        ["SEE1", "chp_thermal_kw", "KWK1; KWK2"],
        ["SEE1", "feeds_network", "KWK1; KWK2"],
        ["SEE2", "storage_kwh", "SSE2"],
    ]
    assert edits(opened, "buildings")["belongs_to"].tolist() == [""]
    # what was made with them before is not out of date
    assert opened.input_hashes([input_of("plants")]) == before
    add_edit(opened, replace(said(4), belongs_to="KWK4"))
    assert edits(opened, "plants")["belongs_to"].iloc[-1] == "KWK4"


def history(*versions):
    """Versions of units (unit, plant, day from which it was seen, run)."""
    columns = ["mastr_id", "chp_id", "seen_from", "run_id"]
    frame = pd.DataFrame(list(versions), columns=columns)
    return Outcome(frame.assign(seen_from=pd.to_datetime(frame["seen_from"])), Source("erfunden"), len(frame))


HEAT = {"field": "chp_thermal_kw", "time": "2026-04-10T12:00:00+02:00"}


def migrated(workspace, *versions, run=RUN):
    """Numbers of plants that edits of the third version have in the fourth."""
    workspace.replace("plants_history", history(*versions), run)
    of_version_3(workspace.path)
    return edits(Workspace.open(workspace.path), "plants")["belongs_to"].tolist()


def test_corrections_of_the_third_version_are_of_the_plant_their_unit_had_then(workspace):
    frame = gpd.GeoDataFrame(
        {"mastr_id": ["SEE1", "SEE2"], "chp_id": ["KWK9", "KWK2"]}, geometry=[Point(1, 1)] * 2, crs="EPSG:25833"
    )  # fmt: skip
    workspace.replace("plants", Outcome(frame, Source("erfunden"), 2), RUN)
    add_edits(workspace, [replace(said(unit), **HEAT) for unit in (1, 2, 3)])
    versions = (
        ("SEE1", "KWK0", "2026-01-31", "long ago"),
        ("SEE1", "KWK1", "2026-04-10", "long ago"),
        ("SEE1", "KWK9", "2026-04-11", "long ago"),
        ("SEE2", "KWK7", "2026-05-01", "long ago"),  # later than the edit: the plants stored are nearer
        ("SEE3", "KWK3", "2026-05-01", "long ago"),  # gone, and of nothing else is anything known
    )
    assert migrated(workspace, *versions) == ["KWK1", "KWK2", "KWK3"]


@pytest.mark.parametrize(
    ("when", "number"),
    [
        ("2026-04-10T11:30:00+01:00", "KWK1"),
        ("2026-04-10T12:30:00+03:00", "KWK9"),
    ],  # half an hour after and before
)
def test_a_state_that_was_loaded_after_a_correction_does_not_tell_its_plant(workspace, when, number):
    add_edit(workspace, replace(said(1), **HEAT))
    versions = (("SEE1", "KWK1", "2020-02-25", "x"), ("SEE1", "KWK9", "2021-02-25", "later"))
    assert migrated(workspace, *versions, run=replace(RUN, run_id="later", when=when)) == [number]


def test_withdrawn_before_it_stays_withdrawn_whatever_plant_its_unit_has_since(workspace):
    correct = replace(said(1), **HEAT)
    withdraw = replace(correct, action=Action.WITHDRAW, edit_id="2", time="2026-06-01T12:00:00+02:00")
    other = replace(withdraw, key="SEE2", edit_id="3")
    add_edits(workspace, [correct, withdraw, other])
    versions = (("SEE1", "KWK1", "2026-01-31", "x"), ("SEE1", "KWK9", "2026-05-01", "x"))
    assert migrated(workspace, *versions) == ["KWK1", "KWK1", ""]


def test_a_migration_that_fails_leaves_the_second_version(workspace):
    of_version_2(workspace.path)

    def fail(dataset):
        MIGRATIONS[2](dataset)
        raise RuntimeError("no")

    with pytest.raises(EnactError):
        migrate(workspace.path, 2, SCHEMA_VERSION, {2: fail})
    with closing(sqlite3.connect(workspace.path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert "edits" not in names
    assert edits(Workspace.open(workspace.path), "plants").empty


def test_as_an_input_they_have_a_title():
    assert layer_title(input_of("plants")) == f"reviews of {layer_title('plants')}"
    note = note_html("Anlagen", provenance_of("plants", plants(), RUN, {}, ""), [input_of("plants")])
    assert "seitdem geändert: Prüfungen zu Energieanlagen" in note
