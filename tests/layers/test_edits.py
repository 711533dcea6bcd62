"""What persons say of single objects is only ever added to, whole, and makes out of date what was made before."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import geopandas as gpd
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
    workspace.replace("plants", plants(), RUN)
    of_version_2(workspace.path)
    opened = Workspace.open(workspace.path)
    add_edit(opened, said(1))
    assert len(edits(opened, "plants")) == 1
    assert len(opened.read("plants")) == 1
    assert opened.edited_rows("plants") == 0
    backup = workspace.path.with_name("stadt.v2.bak.gpkg")
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT schema_version FROM workspace").fetchone() == (2,)


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
