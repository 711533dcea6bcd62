"""What an algorithm is given: every row counted, every licence carried on, and only what a person said remembered."""

from __future__ import annotations

import json

import geopandas as gpd
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer
from shapely.geometry import LineString, Point, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

E0, N0 = 318_000, 5_686_000
CRS = "EPSG:25833"
LEIPZIG = "14713000"


def square(x, y, size=1000):
    return box(E0 + x, N0 + y, E0 + x + size, N0 + y + size)


@pytest.fixture
def file(qgis_app, tmp_path):
    """Write a layer: name of the file, shapes, columns."""

    def write(name, shapes, /, **data):
        return str(write_file(gpd.GeoDataFrame(data, geometry=shapes, crs=CRS), tmp_path / name))

    return write


@pytest.fixture
def workspace(run, file, tmp_path):
    """Workspace with a municipality of 1 km²."""
    path = tmp_path / "stadt.gpkg"
    run(
        "loadlayer",
        INPUT=file("grenze.gpkg", [square(0, 0)], gen=["Stadt"]),
        KIND="boundary",
        AGS=LEIPZIG,
        WORKSPACE=str(path),
    )
    return Workspace.open(path)


# ---- every row is counted


def test_lines_without_geometry_are_counted_where_there_is_a_boundary(run, file, workspace):
    line = LineString([(E0 + 10, N0 + 10), (E0 + 100, N0 + 10)])
    source = file("netz.gpkg", [line, None, line.parallel_offset(5)], name=["x", "y", "z"])
    run("loadlayer", INPUT=source, KIND="heat_networks", WORKSPACE=str(workspace.path))
    row = workspace.provenance("heatplan_heat_networks")
    assert (row.rows_in, row.rows, row.dropped) == (3, 2, {"geometry_missing": 1})


def test_buildings_without_geometry_are_counted_where_there_is_a_boundary(run, file, workspace):
    source = file("bau.gpkg", [square(10, 10, 12), None], building_id=["a", "b"], use=["office", "office"])
    run("loadbuildings", INPUT=source, KIND="mapped", MAPPING='{"building_id": "building_id", "use": "use"}',
        WORKSPACE=str(workspace.path))  # fmt: skip
    row = workspace.provenance("buildings")
    assert (row.rows_in, row.rows, row.dropped) == (2, 1, {"geometry_missing": 1})


def test_rows_without_geometry_do_not_make_a_layer_of_elsewhere_one_of_here(run, file, workspace):
    source = file("fern.gpkg", [square(90_000, 0), None], plz=["09111", "09112"])
    with pytest.raises(QgsProcessingException, match=r"fern\.gpkg has nothing inside"):
        run("loadlayer", INPUT=source, KIND="postcodes", WORKSPACE=str(workspace.path))


# ---- official house coordinates


def house_coordinates(folder):
    path = folder / "hk.csv"
    rows = [("Am Weg", 1, E0 + 10, N0 + 10), ("Am Weg", 2, E0 + 50, N0 + 50), ("Fernweg", 1, E0 + 9000, N0)]
    lines = [";".join(map(str, row)) for row in rows]
    path.write_text("strasse;hnr;ostwert;nordwert\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def as_delimited_text(path):
    return QgsVectorLayer(f"{path.as_uri()}?delimiter=;&geomType=none", "hk", "delimitedtext")


@pytest.mark.parametrize("form", [str, as_delimited_text])
def test_house_coordinates_in_a_table_are_cut_by_the_points_made_of_them(run, workspace, tmp_path, form):
    source = form(house_coordinates(tmp_path))
    run("loadlayer", INPUT=source, KIND="addresses", WORKSPACE=str(workspace.path))
    frame = workspace.read("addresses")
    assert frame.geometry.tolist() == [Point(E0 + 10, N0 + 10), Point(E0 + 50, N0 + 50)]
    assert workspace.provenance("addresses").rows_in == 2


# ---- licences go with the geometry

ODBL = {"LICENCE": "ODbL-1.0", "ATTRIBUTION": "© OpenStreetMap-Mitwirkende"}
REGISTER = "dl-de/by-2-0"


@pytest.fixture(scope="module")
def demo(provider, tmp_path_factory):
    from qgis import processing

    folder = tmp_path_factory.mktemp("demo")
    made = processing.run("enact:demodata", {"SIZE": 300, "FOLDER": str(folder)})
    return json.loads(made["PARAMETERS"])


@pytest.fixture
def town(run, demo, tmp_path):
    """Workspace of the demo with its districts, which are OpenStreetMap's."""
    path = str(tmp_path / "muster.gpkg")
    run("loadlayer", INPUT=demo["DISTRICTS"], KIND="districts", AGS=demo["AGS"], **ODBL, WORKSPACE=path)
    return Workspace.open(path)


def present(inputs):
    """Inputs that were there; others were only looked for."""
    return {name for name, hash_ in inputs.items() if hash_}


def test_sums_by_district_carry_the_licence_of_the_districts(run, demo, town):
    run("loadplants", FILE=demo["PLANTS"], SOURCE="csv", AGS=demo["AGS"], WORKSPACE=str(town.path))
    row = town.provenance("plants_by_area")
    assert row.licence == f"{REGISTER}; ODbL-1.0"
    assert row.attribution.endswith("; © OpenStreetMap-Mitwirkende")
    assert present(row.inputs) == {"plants", "districts"}
    # the points are the register's own
    assert town.provenance("plants").licence == REGISTER


def test_districts_of_another_file_are_no_input_of_the_workspace(run, demo, town, file):
    other = file("andere.gpkg", [town.read("districts").union_all()], name=["Alles"])
    given = {"FILE": demo["PLANTS"], "SOURCE": "csv", "AGS": demo["AGS"]}
    run("loadplants", **given, DISTRICTS=other, WORKSPACE=str(town.path))
    row = town.provenance("plants_by_area")
    assert present(row.inputs) == {"plants"}
    assert "districts" not in row.inputs
    assert row.licence == REGISTER
    assert "andere.gpkg" in row.source


def test_the_municipality_decides_on_the_places_of_plants_and_is_their_input(run, demo, town):
    path = str(town.path)
    run("loadlayer", INPUT=demo["BOUNDARY"], KIND="boundary", AGS=demo["AGS"], WORKSPACE=path)
    run("loadplants", FILE=demo["PLANTS"], SOURCE="csv", AGS=demo["AGS"], WORKSPACE=path)
    assert present(town.provenance("plants").inputs) == {"municipality"}
    assert present(town.provenance("plants_by_area").inputs) == {"plants", "districts", "municipality"}


# ---- what is remembered of a mapping


def supply_area(file, name, x):
    return file(name, [square(x, 0, 400)], art=["Wärmenetz"])


def test_the_year_of_one_file_is_not_that_of_the_next(run, file, workspace):
    path = str(workspace.path)
    first = '{"supply_kind": {"field": "art"}, "year": {"value": 2030}}'
    run(
        "loadlayer",
        INPUT=supply_area(file, "z30.gpkg", 0),
        KIND="supply_areas",
        MAPPING=first,
        WORKSPACE=path,
    )
    assert any("„2030“" in line for line in run.log)
    run("loadlayer", INPUT=supply_area(file, "z35.gpkg", 500), KIND="supply_areas", WORKSPACE=path)
    years = workspace.read("supply_areas")["year"]
    assert sorted(years.fillna(0)) == [0, 2030]
    # and the run says that something is missing
    assert "part_unknown" in workspace.provenance("supply_areas").findings


def test_what_the_user_said_of_the_fields_is_remembered_whatever_their_case(run, file, workspace):
    path = str(workspace.path)
    shapes = [square(0, 0, 400)]
    run(
        "loadlayer",
        INPUT=file("a.gpkg", shapes, farbe=["Mitte"]),
        KIND="districts",
        MAPPING='{"name": "farbe"}',
        WORKSPACE=path,
    )
    run("loadlayer", INPUT=file("b.gpkg", shapes, FARBE=["Nord"]), KIND="districts", WORKSPACE=path)
    assert workspace.read("districts")["name"].tolist() == ["Nord"]


def test_a_proposal_that_nobody_confirmed_is_proposed_again_and_its_unit_doubted_again(run, file, workspace):
    line = LineString([(E0 + 10, N0 + 10), (E0 + 100, N0 + 10)])
    source = file("dichte.gpkg", [line], waermeliniendichte=[1500.0])
    for _load in range(2):
        run("loadlayer", INPUT=source, KIND="line_density", WORKSPACE=str(workspace.path))
        assert "unit_assumed" in workspace.provenance("heatplan_line_density").findings


def test_a_use_that_was_said_of_one_file_of_buildings_is_not_that_of_the_next(run, file, workspace):
    path = str(workspace.path)
    mapping = '{"building_id": "nr", "use": {"value": "school"}}'
    run(
        "loadbuildings",
        INPUT=file("a.gpkg", [square(0, 0, 20)], nr=["a"]),
        KIND="mapped",
        MAPPING=mapping,
        WORKSPACE=path,
    )
    run("loadbuildings", INPUT=file("b.gpkg", [square(50, 0, 20)], nr=["b"]), WORKSPACE=path)
    buildings = workspace.read("buildings")
    assert buildings["building_id"].tolist() == ["b"]
    assert buildings["use"].tolist() == ["unknown"]


# ---- keys


def test_an_area_that_grew_keeps_its_key_in_the_workspace(run, file, workspace):
    path = str(workspace.path)
    keys = []
    for size in (400, 420):
        shapes = [square(0, 0, size), square(500, 0, size)]
        run(
            "loadlayer",
            INPUT=file(f"b{size}.gpkg", shapes, nutzart=["Wald", "Acker"]),
            KIND="landuse",
            WORKSPACE=path,
        )
        keys.append(workspace.read("landuse").set_index("landuse_kind")["landuse_id"].to_dict())
    assert keys[0] == keys[1]
    assert "key_kept" in workspace.provenance("landuse").findings


def test_buildings_without_a_key_of_their_own_keep_the_one_they_got(run, file, workspace):
    path = str(workspace.path)
    keys = []
    for offset in (0, 0.4):  # the middle lies on the other side of a metre
        shapes = [square(10.3 + offset, 10.3, 12), square(50.3 + offset, 10.3, 12)]
        source = file(f"b{offset}.gpkg", shapes, use=["office", "school"])
        run("loadbuildings", INPUT=source, KIND="mapped", MAPPING='{"use": "use"}', WORKSPACE=path)
        keys.append(workspace.read("buildings").set_index("use")["building_id"].to_dict())
    assert keys[0] == keys[1]


# ---- a column that somebody deleted in QGIS


def delete_column(workspace, layer, column):
    opened = QgsVectorLayer(workspace.uri(layer), layer, "ogr")
    assert opened.dataProvider().deleteAttributes([opened.fields().indexOf(column)])


@pytest.mark.parametrize("column", ["suffix", "street", "address_id"])
def test_addresses_are_loaded_again_whatever_column_was_deleted(run, file, workspace, column):
    source = file(
        "adr.gpkg", [Point(E0 + 5, N0 + 5)], street=["Hauptstraße"], house_number=["1"], suffix=["a"]
    )
    given = {"INPUT": source, "KIND": "addresses", "WORKSPACE": str(workspace.path)}
    run("loadlayer", **given)
    delete_column(workspace, "addresses", column)
    run("loadlayer", **given, OVERWRITE_EDITS=True)
    assert list(workspace.read("addresses")["suffix"]) == ["a"]


@pytest.mark.parametrize("column", ["year", "plan_state", "reasons"])
def test_supply_areas_of_another_year_are_loaded_whatever_column_was_deleted(run, file, workspace, column):
    def load(year):
        source = file(f"v{year}.gpkg", [square(0, 0, 500)], supply_kind=["decentral"], year=[year])
        given = {"INPUT": source, "KIND": "supply_areas", "WORKSPACE": str(workspace.path)}
        run("loadlayer", **given, OVERWRITE_EDITS=True)

    load(2030)
    delete_column(workspace, "supply_areas", column)
    load(2035)
    # without its year the area of before is of no year that was delivered now, and stays
    assert len(workspace.read("supply_areas")) == 2
    assert 2035 in set(workspace.read("supply_areas")["year"])


def test_a_text_in_the_place_of_a_number_is_empty(run, file, workspace):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QMetaType

    source = file("v.gpkg", [square(0, 0, 500)], supply_kind=["decentral"], year=[2030])
    given = {"INPUT": source, "KIND": "supply_areas", "WORKSPACE": str(workspace.path)}
    run("loadlayer", **given)
    delete_column(workspace, "supply_areas", "year")
    opened = QgsVectorLayer(workspace.uri("supply_areas"), "v", "ogr")
    assert opened.dataProvider().addAttributes([QgsField("year", QMetaType.Type.QString)])
    opened.updateFields()
    key = next(opened.getFeatures()).id()
    assert opened.dataProvider().changeAttributeValues({key: {opened.fields().indexOf("year"): "bald"}})
    run("loadlayer", **given, OVERWRITE_EDITS=True)
    assert 2030 in set(workspace.read("supply_areas")["year"])


# ---- a mapping that names nothing


def test_an_empty_mapping_says_nothing_to_either_loader(run, file, workspace):
    houses = file("bau.gpkg", [square(10, 10, 12)], nutz=["Wohnhaus"], etg=[3])
    path = str(workspace.path)
    run("loadbuildings", INPUT=houses, MAPPING='{"storeys": "etg"}', WORKSPACE=path)
    ways = file("weg.gpkg", [LineString([(E0 + 10, N0 + 10), (E0 + 100, N0 + 10)])], bez=["Ahornweg"])
    run("loadlayer", INPUT=ways, KIND="streets", MAPPING='{"name": "bez"}', WORKSPACE=path)
    run("loadbuildings", INPUT=houses, MAPPING="{}", WORKSPACE=path)
    run("loadlayer", INPUT=ways, KIND="streets", MAPPING="{}", WORKSPACE=path)
    assert list(workspace.read("buildings")["storeys"]) == [3]
    assert list(workspace.read("streets")["name"]) == ["Ahornweg"]


@pytest.mark.parametrize("mapping", ["[1]", '{"storeys": ', '{"storeys": {"feld": 1}}'])
def test_a_mapping_of_buildings_that_is_none_is_refused_in_words(run, file, workspace, mapping):
    houses = file("bau.gpkg", [square(10, 10, 12)], etg=[3])
    with pytest.raises(QgsProcessingException, match="mapping"):
        run("loadbuildings", INPUT=houses, MAPPING=mapping, WORKSPACE=str(workspace.path))
