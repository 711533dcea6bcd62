"""Mapping, licence, attribution and state of the data, given to the main job and kept by the workspace."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas as gpd
import pytest
from qgis.core import QgsProcessingException
from shapely.geometry import LineString, box

from enact_plugin.errors import EnactError
from enact_plugin.fields.mapping import source_fingerprint
from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.loadbuildings import own_form
from enact_plugin.processing.source_facts import (
    FurtherLayer,
    facts_by_data_set,
    heat_plan_layers,
    loader_values,
)

BOX = box(400_000, 5_680_000, 402_000, 5_682_000)


@pytest.fixture
def town(qgis_app, tmp_path):
    """Files of an invented town whose field names nobody knows."""
    line = LineString([(400_100, 5_680_100), (400_900, 5_680_100)])
    frames = {
        "gebiet": gpd.GeoDataFrame({"ot_name": ["Mitte"]}, geometry=[BOX], crs=25833),
        "wege": gpd.GeoDataFrame({"BEZ_1": ["Ahornweg"], "BEZ_2": ["falsch"]}, geometry=[line], crs=25833),
        "zonen": gpd.GeoDataFrame({"WVG_X": ["Wärmenetz"], "NAME": ["West"]}, geometry=[BOX], crs=25833),
    }
    return {name: str(write_file(frame, tmp_path / f"{name}.gpkg")) for name, frame in frames.items()}


def open_town(run, town, tmp_path, **more):
    return run(
        "loadmunicipality",
        AGS="99999999",
        DISTRICTS=town["gebiet"],
        STREETS=town["wege"],
        WORKSPACE=str(tmp_path / "stadt.gpkg"),
        PROJECT=str(tmp_path / "stadt.qgz"),
        **more,
    )


def test_a_changed_mapping_lands_in_the_workspace_and_is_remembered(run, town, tmp_path):
    street = {
        "mapping": {"name": "BEZ_1"},
        "licence": "dl-de/by-2-0",
        "attribution": "© Stadt",
        "state_date": "31.8.2026",
    }
    zones = {"mapping": {"supply_kind": "WVG_X", "year": {"value": 2035}}, "licence": "CC BY 4.0"}
    item = {"kind": "supply_areas", "input": town["zonen"], **zones}
    results = open_town(
        run, town, tmp_path, SOURCE_FACTS=json.dumps({"STREETS": street}), HEATPLAN=json.dumps([item])
    )
    assert results["FAILED"] == 0, run.log
    workspace = Workspace.open(results["WORKSPACE"])
    assert list(workspace.read("streets")["name"]) == ["Ahornweg"]
    row = workspace.provenance("streets")
    assert (row.licence, row.attribution, str(row.state_date)) == ("dl-de/by-2-0", "© Stadt", "2026-08-31")
    areas = workspace.read("supply_areas")
    assert (list(areas["year"]), list(areas["supply_kind"])) == ([2035], ["network"])
    assert workspace.provenance("supply_areas").licence == "CC BY 4.0"
    # the second time nothing is said, and the fields are the same; the year was said of that one file
    results = open_town(run, town, tmp_path, HEATPLAN=f"supply_areas={town['zonen']}")
    assert results["FAILED"] == 0, run.log
    assert list(workspace.read("streets")["name"]) == ["Ahornweg"]
    assert set(workspace.read("supply_areas")["supply_kind"]) == {"network"}


def test_what_was_only_proposed_is_not_remembered_as_chosen(run, town, tmp_path):
    workspace = Workspace.open(open_town(run, town, tmp_path)["WORKSPACE"])
    fields = [("ot_name", "String")]
    assert workspace.remembered_mapping("districts", source_fingerprint(fields)) is None


def test_plants_may_be_a_folder_of_saved_pages(run, town, tmp_path):
    demo = run("demodata", SIZE=200, SEED=3, FOLDER=str(tmp_path / "demo"))
    page = next(Path(demo["FOLDER"]).rglob("*.json"))
    results = open_town(run, town, tmp_path, PLANTS=str(page.parent))
    assert results["FAILED"] == 0, run.log
    assert Workspace.open(results["WORKSPACE"]).provenance("plants").rows == demo["UNITS"]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"SOURCE_FACTS": "{"}, "SOURCE_FACTS"),
        ({"SOURCE_FACTS": '{"PLANTS": {"licence": "x"}}'}, "PLANTS"),
        ({"SOURCE_FACTS": '{"STREETS": {"license": "x"}}'}, "license"),
        ({"SOURCE_FACTS": '{"STREETS": {"state_date": "8/2026"}}'}, "8/2026"),
        ({"HEATPLAN": '[{"kind": "rail", "input": "a.shp", "mapping": ["name"]}]'}, "mapping"),
    ],
)
def test_what_is_not_understood_is_refused_before_any_work(run, town, tmp_path, more, named):
    with pytest.raises(QgsProcessingException) as caught:
        open_town(run, town, tmp_path, **more)
    assert named in str(caught.value)
    assert not (tmp_path / "stadt.gpkg").exists()


def test_heat_plan_layers_are_read_from_text_and_json():
    assert heat_plan_layers("supply_areas=a.gpkg; rail=b.shp|layername=x") == [
        FurtherLayer("supply_areas", "a.gpkg"),
        FurtherLayer("rail", "b.shp|layername=x"),
    ]
    item = {"kind": "rail", "input": "b.shp", "mapping": {"name": "N"}, "licence": " ODbL-1.0 "}
    assert heat_plan_layers(json.dumps([item])) == [
        FurtherLayer("rail", "b.shp", {"MAPPING": '{"name": "N"}', "LICENCE": "ODbL-1.0"})
    ]


def test_facts_that_say_nothing_are_left_out():
    assert loader_values("STREETS", {"mapping": {}, "licence": " "}) == {}
    assert facts_by_data_set("", ("STREETS",)) == {}


def test_facts_name_what_is_wrong():
    with pytest.raises(EnactError) as caught:
        facts_by_data_set('{"STREETS": "x"}', ("STREETS",))
    assert (caught.value.code, caught.value.params["name"]) == ("source_facts_not_understood", "STREETS")


def test_building_forms_with_rules_of_their_own_are_told_by_their_fields():
    assert own_form({"building": ("yes",), "name": ()}) == "osm"
    assert own_form({"Geometr_3D": ("Ground",), "Obj_Parent": ("DESN_1",)}) == "lod2_surfaces"
    assert own_form({"funktion": ("31001_1010", "31001_9998"), "hoehe": ("8,5",)}) == "alkis"
    assert own_form({"NUTZUNG": ("Wohnhaus",), "hoehe": ("8,5",)}) == ""
