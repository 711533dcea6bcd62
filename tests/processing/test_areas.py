"""The area an algorithm works on, also after a person edited it."""

from __future__ import annotations

import geopandas as gpd
import pytest
from qgis.core import QgsGeometry, QgsProcessingException, QgsVectorLayer
from shapely.geometry import LineString, box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

E0, N0 = 318_000, 5_686_000
CRS = "EPSG:25833"
LEIPZIG = "14713000"


def square(x, y, size=1000):
    return box(E0 + x, N0 + y, E0 + x + size, N0 + y + size)


@pytest.fixture
def file(qgis_app, tmp_path):
    def write(name, shapes, /, **data):
        return str(write_file(gpd.GeoDataFrame(data, geometry=shapes, crs=CRS), tmp_path / name))

    return write


@pytest.fixture
def workspace(run, file, tmp_path):
    path = tmp_path / "stadt.gpkg"
    source = file("grenze.gpkg", [square(0, 0)], gen=["Stadt"])
    run("loadlayer", INPUT=source, KIND="boundary", AGS=LEIPZIG, WORKSPACE=str(path))
    return Workspace.open(path)


@pytest.fixture
def streets(file):
    """A street within, and one that crosses the square from corner to corner."""
    within = LineString([(E0 + 10, N0 + 100), (E0 + 10, N0 + 200)])
    across = LineString([(E0, N0), (E0 + 2000, N0 + 1900)])
    return file("strassen.gpkg", [within, across], name=["a", "b"])


def edit_municipality(workspace, change):
    """Do with the municipality what a person does in QGIS, and save."""
    layer = QgsVectorLayer(workspace.uri("municipality"), "Gemeinde", "ogr")
    assert layer.startEditing()
    for feature in layer.getFeatures():
        change(layer, feature.id())
    assert layer.commitChanges()


def redraw(wkt):
    return lambda layer, key: layer.changeGeometry(key, QgsGeometry.fromWkt(wkt))


BOW_TIE = f"MULTIPOLYGON((({E0} {N0},{E0 + 1000} {N0 + 1000},{E0 + 1000} {N0},{E0} {N0 + 1000},{E0} {N0})))"


@pytest.mark.parametrize("kind", ["streets", "landuse"])
def test_a_municipality_whose_ring_crosses_itself_is_mended_for_cutting(run, file, workspace, streets, kind):
    edit_municipality(workspace, redraw(BOW_TIE))
    fields = file("nutzung.gpkg", [square(0, 0, 500)], nutzart=["Wald"])
    run(
        "loadlayer",
        INPUT=streets if kind == "streets" else fields,
        KIND=kind,
        WORKSPACE=str(workspace.path),
    )
    frame = workspace.read(kind)
    if kind == "landuse":
        # the bow tie's left half is a triangle with its base on the western side and its top in the middle of the
        # square (500, 500); of it the lower left quarter holds a triangle of base 500 m and height 500 m
        assert frame.geometry.area.sum() == pytest.approx(125_000)
    else:
        assert set(frame["name"]) == {"a", "b"}


@pytest.mark.parametrize(
    "change",
    [
        lambda layer, key: layer.deleteFeature(key),
        redraw("MULTIPOLYGON EMPTY"),
        redraw(f"MULTIPOLYGON((({E0} {N0},{E0 + 9} {N0},{E0} {N0})))"),
    ],
)
def test_a_municipality_without_area_is_an_error_that_says_what_to_load(run, workspace, streets, change):
    edit_municipality(workspace, change)
    with pytest.raises(QgsProcessingException, match=r"municipality in stadt\.gpkg.*boundary"):
        run("loadlayer", INPUT=streets, KIND="streets", WORKSPACE=str(workspace.path))
    assert "streets" not in workspace.layers()


def test_a_layer_that_was_not_cut_for_want_of_a_boundary_is_out_of_date_when_there_is_one(
    run, file, streets, tmp_path
):
    path = str(tmp_path / "ohne.gpkg")
    run("loadlayer", INPUT=streets, KIND="streets", WORKSPACE=path)
    assert Workspace.open(path).changed_inputs() == {}
    boundary = file("spaeter.gpkg", [square(0, 0)], gen=["Stadt"])
    run("loadlayer", INPUT=boundary, KIND="boundary", AGS=LEIPZIG, WORKSPACE=path)
    assert Workspace.open(path).changed_inputs() == {"streets": ("municipality",)}


# ---- districts


def districts(file, name, count):
    return file(name, [square(1000 * number, 0) for number in range(count)], name=list("ABCDE")[:count])


def test_districts_grow_where_the_municipality_is_only_their_outline(run, file, tmp_path):
    path = str(tmp_path / "stadt.gpkg")
    given = {"AGS": LEIPZIG, "WORKSPACE": path, "PROJECT": str(tmp_path / "p.qgz")}
    run("loadmunicipality", DISTRICTS=districts(file, "zwei.gpkg", 2), **given)
    run("loadmunicipality", DISTRICTS=districts(file, "drei.gpkg", 3), **given)
    workspace = Workspace.open(path)
    assert workspace.read("districts")["name"].tolist() == ["A", "B", "C"]
    # three squares of 1 km²
    assert workspace.read("municipality").geometry.area.sum() == pytest.approx(3e6)
    assert workspace.changed_inputs() == {}


def test_districts_are_cut_by_a_boundary_that_was_given(run, file, workspace):
    run("loadlayer", INPUT=districts(file, "drei.gpkg", 3), KIND="districts", WORKSPACE=str(workspace.path))
    assert workspace.read("districts")["name"].tolist() == ["A"]
