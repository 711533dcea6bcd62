"""What a user gets wrong: each is a sentence that names the file, and leaves the workspace as it was."""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
from pathlib import Path

import geopandas as gpd
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsProject, QgsVectorLayer
from shapely.geometry import LineString, Point, Polygon, box

from enact_plugin.errors import EnactError
from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

BOX = box(400_000, 5_680_000, 402_000, 5_682_000)


@pytest.fixture
def district_file(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame({"ot_nr": ["1"], "ot_name": ["Mitte"]}, geometry=[BOX], crs="EPSG:25833")
    return write_file(frame, tmp_path / "ortsteile.gpkg")


@pytest.fixture
def workspace(run, district_file, tmp_path):
    path = tmp_path / "stadt.gpkg"
    run("loadlayer", INPUT=str(district_file), KIND="districts", AGS="99999999", WORKSPACE=str(path))
    return Workspace.open(path)


def refused(run, algorithm, **parameters):
    with pytest.raises(QgsProcessingException) as caught:
        run(algorithm, **parameters)
    return str(caught.value)


def test_a_missing_file_is_named(run, workspace):
    path = str(workspace.path)
    text = refused(
        run, "loadplants", SOURCE="csv", FILE="/nirgends/mastr.csv", AGS="99999999", WORKSPACE=path
    )
    assert "/nirgends/mastr.csv" in text


UNREADABLE = {
    "loadplants": {"AGS": "99999999", "SOURCE": "csv", "FILE": "seite.csv"},
    "loadlayer": {"AGS": "99999999", "KIND": "districts", "INPUT": "leer.geojson"},
    "loadbuildings": {"INPUT": "leer.geojson"},
    "loadcensus": {"INPUT": "seite.csv"},
    "loadmunicipality": {"AGS": "99999999", "PLANTS": "seite.csv", "PROJECT": "neu.qgz"},
}


@pytest.fixture
def unreadable(tmp_path):
    """Parameters of an algorithm with files that can be opened, but hold nothing of use."""
    (tmp_path / "seite.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    empty = {"type": "FeatureCollection", "features": []}
    (tmp_path / "leer.geojson").write_text(json.dumps(empty), encoding="utf-8")

    def values(algorithm):
        return {
            name: str(tmp_path / value) if name in ("FILE", "INPUT", "PLANTS", "PROJECT") else value
            for name, value in UNREADABLE[algorithm].items()
        }

    return values


@pytest.mark.parametrize("algorithm", UNREADABLE)
def test_a_run_that_came_to_nothing_leaves_no_workspace_that_it_made(run, unreadable, tmp_path, algorithm):
    values = unreadable(algorithm)
    before = sorted(tmp_path.iterdir())
    refused(run, algorithm, WORKSPACE=str(tmp_path / "neu.gpkg"), **values)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("algorithm", UNREADABLE)
def test_a_workspace_that_was_there_before_stays_though_it_is_empty(run, unreadable, tmp_path, algorithm):
    path = tmp_path / "neu.gpkg"
    Workspace.create(path, "99999999")
    refused(run, algorithm, WORKSPACE=str(path), **unreadable(algorithm))
    assert Workspace.open(path).ags == "99999999"


def test_a_canceled_run_leaves_no_workspace_that_it_made(provider, district_file, tmp_path):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    algorithm = provider.algorithm("loadlayer").create()
    values = {"INPUT": str(district_file), "KIND": "districts", "AGS": "99999999"}
    values["WORKSPACE"] = str(tmp_path / "neu.gpkg")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    assert algorithm.prepareAlgorithm(values, context, feedback)
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        algorithm.processAlgorithm(values, context, feedback)
    assert not list(tmp_path.glob("neu*"))


def test_what_was_loaded_before_a_later_step_fails_stays(run, district_file, unreadable, tmp_path):
    path = tmp_path / "neu.gpkg"
    values = {**unreadable("loadmunicipality"), "DISTRICTS": str(district_file)}
    made = run("loadmunicipality", WORKSPACE=str(path), **values)
    assert (made["LOADED"], made["FAILED"]) == (1, 1)
    assert "districts" in Workspace.open(path).layers()


def test_an_empty_workspace_that_somebody_writes_into_is_left_to_them(qgis_app, tmp_path):
    from enact_plugin.layers.database import one_writer
    from enact_plugin.processing.empty_workspace import remove_empty

    workspace = Workspace.create(tmp_path / "neu.gpkg", "99999999")
    with one_writer(workspace.path):
        with pytest.raises(EnactError, match="workspace_busy"):
            remove_empty(workspace)
        assert workspace.path.exists()
    remove_empty(workspace)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["seite.csv", "seite.json"])
def test_an_error_page_saved_as_data_is_recognised(run, workspace, tmp_path, name):
    page = tmp_path / name
    page.write_text("<!DOCTYPE html><html><body>Wartungsarbeiten</body></html>", encoding="utf-8")
    text = refused(
        run,
        "loadplants",
        SOURCE=page.suffix[1:],
        FILE=str(page),
        AGS="99999999",
        WORKSPACE=str(workspace.path),
    )
    assert name in text
    assert "web page" in text


def test_truncated_json_is_named(run, workspace, tmp_path):
    path = tmp_path / "antwort.json"
    path.write_text('{"Data":[{"MaStRNummer":"SEE900000000001","Gemeindeschl', encoding="utf-8")
    text = refused(
        run, "loadplants", SOURCE="json", FILE=str(path), AGS="99999999", WORKSPACE=str(workspace.path)
    )
    assert "antwort.json" in text


def test_a_bad_key_is_refused_before_any_work(run, tmp_path):
    path = tmp_path / "neu.gpkg"
    text = refused(run, "loadplants", SOURCE="csv", FILE=__file__, AGS="1471", WORKSPACE=str(path))
    assert "1471" in text
    assert not path.exists()


def test_a_layer_without_reference_system_is_named(run, workspace):
    layer = QgsVectorLayer("Polygon?field=name:string", "ohne_crs", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    fill(layer, Polygon([(10, 10), (20, 10), (20, 20)]))
    text = refused(run, "loadlayer", INPUT=layer, KIND="postcodes", WORKSPACE=str(workspace.path))
    assert "ohne_crs" in text


def test_metres_without_reference_system_are_taken_and_said(run, workspace):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=plz:string", "ohne_crs", "memory")
    fill(layer, BOX, ["01234"])
    run("loadlayer", INPUT=layer, KIND="postcodes", WORKSPACE=str(workspace.path))
    assert workspace.read("postcodes").geometry.iloc[0].area == pytest.approx(BOX.area)
    assert "crs_assumed" in workspace.provenance("postcodes").findings


def test_eastings_with_their_zone_in_front_are_explained(run, workspace):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=plz:string", "zone_vorn", "memory")
    fill(layer, box(33_400_000, 5_680_000, 33_402_000, 5_682_000), ["01234"])
    text = refused(run, "loadlayer", INPUT=layer, KIND="postcodes", WORKSPACE=str(workspace.path))
    assert "zone_vorn" in text
    assert "33,400,000" in text


@pytest.mark.parametrize("name", ["postcodes", "rail"])
def test_latitude_before_longitude_is_called_so(run, workspace, name):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=plz:string", "vertauscht", "memory")
    fill(layer, box(51.2, 13.5, 51.3, 13.6), ["01234"])  # north, east
    text = refused(run, "loadlayer", INPUT=layer, KIND=name, WORKSPACE=str(workspace.path))
    assert "vertauscht" in text
    assert "swapped" in text
    assert "Swap X and Y" in text


def test_an_empty_layer_is_named(run, workspace):
    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=plz:string", "leer", "memory")
    text = refused(run, "loadlayer", INPUT=layer, KIND="postcodes", WORKSPACE=str(workspace.path))
    assert "leer" in text
    assert "filter" in text


def test_lines_are_no_districts(run, workspace):
    layer = QgsVectorLayer("LineString?crs=EPSG:25833&field=name:string", "linien", "memory")
    fill(layer, LineString([(400_100, 5_680_100), (400_200, 5_680_200)]), ["x"])
    refused(run, "loadlayer", INPUT=layer, KIND="districts", WORKSPACE=str(workspace.path))
    assert len(workspace.read("districts")) == 1


def test_a_curve_with_height_is_straightened(run, workspace):
    from qgis.core import QgsFeature, QgsGeometry

    layer = QgsVectorLayer("CurvePolygonZ?crs=EPSG:25833&field=plz:string", "kurven", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(
        QgsGeometry.fromWkt(
            "CurvePolygonZ (CompoundCurveZ (CircularStringZ (400100 5680100 7, 400200 5680200 7, 400300 5680100 7),"
            "(400300 5680100 7, 400100 5680100 7)))"
        )
    )
    feature.setAttributes(["01234"])
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    run("loadlayer", INPUT=layer, KIND="postcodes", WORKSPACE=str(workspace.path))
    shape = workspace.read("postcodes").geometry.iloc[0]
    # a half circle of radius 100 m: π · 100² / 2 = 15,708 m², drawn with short chords
    assert shape.area == pytest.approx(15_708, rel=0.01)
    assert not shape.has_z


def test_a_layer_in_edit_mode_is_not_replaced_under_the_hands(run, workspace, district_file):
    layer = QgsVectorLayer(workspace.uri("districts"), "Ortsteile", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    text = refused(
        run, "loadlayer", INPUT=str(district_file), KIND="districts", WORKSPACE=str(workspace.path)
    )
    assert "Districts" in text
    layer.rollBack()
    run("loadlayer", INPUT=str(district_file), KIND="districts", WORKSPACE=str(workspace.path))
    assert layer.featureCount() == 1


def test_an_open_layer_shows_the_new_rows(run, workspace, tmp_path):
    layer = QgsVectorLayer(workspace.uri("districts"), "Ortsteile", "ogr")
    QgsProject.instance().addMapLayer(layer)
    west, east = box(400_000, 5_680_000, 401_000, 5_682_000), box(401_000, 5_680_000, 402_000, 5_682_000)
    frame = gpd.GeoDataFrame(
        {"ot_nr": ["1", "2"], "ot_name": ["West", "Ost"]}, geometry=[west, east], crs=25833
    )
    path = write_file(frame, tmp_path / "neu.gpkg")
    run("loadlayer", INPUT=str(path), KIND="districts", WORKSPACE=str(workspace.path))
    assert {feature["name"] for feature in layer.getFeatures()} == {"West", "Ost"}


def test_one_bad_data_set_does_not_stop_the_others(run, district_file, tmp_path):
    bad = tmp_path / "mastr.csv"
    bad.write_text("a;b\n1;2\n", encoding="utf-8")
    results = run(
        "loadmunicipality", AGS="99999999", DISTRICTS=str(district_file), PLANTS=str(bad),
        WORKSPACE=str(tmp_path / "m.gpkg"), PROJECT=str(tmp_path / "m.qgz"),
    )  # fmt: skip
    assert results["FAILED"] == 1
    assert results["LOADED"] == 1
    assert Path(results["PROJECT"]).exists()
    assert any("mastr.csv" in line for line in run.log)
    assert Workspace.open(results["WORKSPACE"]).layers() == ("districts", "municipality")


def test_nothing_given_is_refused(run, tmp_path):
    text = refused(
        run,
        "loadmunicipality",
        AGS="99999999",
        WORKSPACE=str(tmp_path / "m.gpkg"),
        PROJECT=str(tmp_path / "m.qgz"),
    )
    assert not (tmp_path / "m.gpkg").exists()
    assert text


def test_cancel_keeps_the_state_before(provider, workspace, district_file):
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    values = {"INPUT": str(district_file), "KIND": "districts", "WORKSPACE": str(workspace.path)}
    with pytest.raises(QgsProcessingException):
        algorithm.run(values, QgsProcessingContext(), feedback, {}, False)
    assert len(workspace.read("districts")) == 1


def test_canceled_at_any_point_every_layer_is_whole(provider, district_file, tmp_path):
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    class CancelAfter(QgsProcessingFeedback):
        """Cancels at the n-th sign of progress."""

        def __init__(self, steps):
            super().__init__(False)
            self.steps = steps
            self.progressChanged.connect(self.count)

        def count(self, _percent):
            self.steps -= 1
            if self.steps <= 0:
                self.cancel()

    path = tmp_path / "m.gpkg"
    values = {
        "AGS": "99999999", "DISTRICTS": str(district_file), "HEATPLAN": f"given_blocks={district_file}",
        "WORKSPACE": str(path), "PROJECT": str(tmp_path / "m.qgz"),
    }  # fmt: skip
    for steps in itertools.count(1):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadmunicipality")
        feedback = CancelAfter(steps)
        try:
            results, ok = algorithm.run(values, QgsProcessingContext(), feedback, {}, False)
        except QgsProcessingException as error:
            assert "Canceled" in str(error)
            assert_whole(path)
        else:
            break  # it gave fewer signs than that: the sign before was its last
    assert steps > 8
    assert ok
    assert results["FAILED"] == 0
    assert_whole(path)


def assert_whole(path):
    if path.exists():
        workspace = Workspace.open(path)
        for layer in workspace.layers():
            assert workspace.provenance(layer).rows == len(workspace.read(layer))


def test_a_read_only_folder_is_named(run, district_file, tmp_path):
    folder = tmp_path / "nurlesen"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        folder.chmod(0o555)
        if (folder / "x").exists() or _writable(folder):
            pytest.fail("neither a mount nor the mode made a folder read-only")
    try:
        text = refused(
            run, "loadlayer", INPUT=str(district_file), KIND="districts", WORKSPACE=str(folder / "neu.gpkg")
        )
        assert str(folder) in text
    finally:
        if not mounted.returncode:
            subprocess.run(["umount", str(folder)], check=True)
        folder.chmod(0o755)


def _writable(folder: Path) -> bool:
    try:
        (folder / "probe").touch()
    except OSError:
        return False
    return True


def test_a_full_disk_keeps_the_workspace(run, workspace, tmp_path):
    folder = tmp_path / "klein"
    folder.mkdir()
    size = (workspace.path.stat().st_size // 1024) + 200
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(
            "no right to mount a small disk; tests/layers/test_workspace.py limits the file size instead"
        )
    try:
        small = folder / "stadt.gpkg"
        shutil.copy2(workspace.path, small)
        cells = [
            box(400_000 + x, 5_680_000 + y, 400_001 + x, 5_680_001 + y)
            for x in range(100)
            for y in range(100)
        ]
        frame = gpd.GeoDataFrame({"plz": [f"{n:05d}" for n in range(len(cells))]}, geometry=cells, crs=25833)
        many = write_file(frame, tmp_path / "viele.gpkg")
        text = refused(run, "loadlayer", INPUT=str(many), KIND="postcodes", WORKSPACE=str(small))
        assert str(folder) in text
        assert Workspace.open(small).layers() == ("districts",)
        assert len(Workspace.open(small).read("districts")) == 1
    finally:
        # lazily: QGIS keeps connections to files it has read open for a minute
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_file_with_several_layers_asks_which_one(run, workspace, tmp_path):
    path = tmp_path / "vieles.gpkg"
    for name in ("alt", "neu"):
        write_file(gpd.GeoDataFrame({"plz": ["01234"]}, geometry=[BOX], crs=25833), path, name)
    text = refused(run, "loadlayer", INPUT=str(path), KIND="postcodes", WORKSPACE=str(workspace.path))
    assert "alt" in text
    assert "neu" in text
    run("loadlayer", INPUT=f"{path}|layername=neu", KIND="postcodes", WORKSPACE=str(workspace.path))
    assert len(workspace.read("postcodes")) == 1


def test_a_factor_in_the_mapping_of_buildings_counts_and_is_remembered(run, workspace, tmp_path):
    frame = gpd.GeoDataFrame(
        {"NUTZ": ["Wohnhaus"], "HOEHE_CM": [1250.0]},
        geometry=[box(400_100, 5_680_100, 400_110, 5_680_110)],
        crs=25833,
    )
    path = write_file(frame, tmp_path / "haeuser.gpkg")
    mapping = {
        "height_m": {"field": "HOEHE_CM", "factor": 0.01},
        "use": {"field": "NUTZ", "values": {"Wohnhaus": "residential"}},
    }
    run("loadbuildings", INPUT=str(path), MAPPING=json.dumps(mapping), WORKSPACE=str(workspace.path))
    first = workspace.read("buildings").iloc[0]
    assert (first["height_m"], first["use"]) == (12.5, "residential")
    run("loadbuildings", INPUT=str(path), WORKSPACE=str(workspace.path))
    assert workspace.read("buildings").iloc[0]["height_m"] == 12.5


def test_supply_areas_of_another_year_stay_with_their_source(run, workspace, tmp_path):
    for year in (2030, 2035):
        frame = gpd.GeoDataFrame(
            {"name": ["Mitte"], "art": ["Wärmenetz"], "jahr": [year]}, geometry=[BOX], crs="EPSG:25833"
        )
        path = write_file(frame, tmp_path / f"gebiete{year}.gpkg")
        mapping = json.dumps({"year": "jahr", "name": "name"})
        run("loadlayer", INPUT=str(path), KIND="supply_areas", MAPPING=mapping, WORKSPACE=str(workspace.path))
    assert sorted(workspace.read("supply_areas")["year"]) == [2030, 2035]
    row = workspace.provenance("supply_areas")
    assert (row.rows_in, row.rows) == (2, 2)
    assert "gebiete2030.gpkg" in row.source
    assert "gebiete2035.gpkg" in row.source


def test_what_a_run_was_given_is_kept_without_folders(run, workspace, district_file):
    run(
        "loadlayer", INPUT=str(district_file), KIND="districts", LICENCE="dl-de/by-2-0",
        ATTRIBUTION="© Stadt / Amt", WORKSPACE=str(workspace.path),
    )  # fmt: skip
    given = json.loads(workspace.runs()[-1]["parameters"])
    assert given["LICENCE"] == "dl-de/by-2-0"
    assert given["ATTRIBUTION"] == "© Stadt / Amt"
    assert given["INPUT"] == "ortsteile.gpkg"
    assert workspace.provenance("districts").attribution == "© Stadt / Amt"


def fill(layer, shape, attributes=("x",)):
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(shape.wkt))
    feature.setAttributes(list(attributes))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()


def test_points_below_thirty_kilowatt_are_never_drawn(run, workspace, real_data):
    file = real_data / "mastr" / "web_export_leipzig_region_2020.csv"
    path = str(workspace.path.with_name("leipzig.gpkg"))
    run("loadplants", SOURCE="csv", FILE=str(file), AGS="14713000", WORKSPACE=path)
    plants = Workspace.open(path).read("plants")
    small = plants[plants["net_kw"] < 30]
    assert len(small) > 900
    located = small[small.geometry.notna()]
    # the register itself publishes coordinates of a few small units; they come from the file, not from us
    assert all(isinstance(point, Point) for point in located.geometry)
    assert set(located["location_kind"]) <= {"coordinates"}
