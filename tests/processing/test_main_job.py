"""What the main job refuses before any work, and what it makes of several files of one kind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import geopandas as gpd
import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsVectorLayer,
)
from shapely.geometry import LineString, box

from enact_plugin.errors import EnactError
from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.loadmunicipality import LoadMunicipality

BOX = box(400_000, 5_680_000, 402_000, 5_682_000)
WEB_PAGE = "<!DOCTYPE html>\n<html><head><title>503</title></head><body>Wartung</body></html>"


@pytest.fixture
def districts(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame({"ot_nr": ["1"], "ot_name": ["Mitte"]}, geometry=[BOX], crs="EPSG:25833")
    return str(write_file(frame, tmp_path / "ortsteile.gpkg"))


@pytest.fixture
def protected(qgis_app, tmp_path):
    """Three files of protected areas: one area each, the third has nothing in the municipality."""
    places = {
        "wasser": (box(400_100, 5_680_100, 400_200, 5_680_200), "Wasserschutz", "W1"),
        "natur": (box(401_000, 5_681_000, 401_300, 5_681_100), "Naturschutz", "W1"),
        "fern": (box(500_000, 5_600_000, 500_100, 5_600_100), "Heilquelle", "H9"),
    }
    return {
        name: str(
            write_file(
                gpd.GeoDataFrame(
                    {"gebiet_id": [key], "name": [text], "art": [text]}, geometry=[shape], crs=25833
                ),
                tmp_path / f"{name}.gpkg",
            )
        )
        for name, (shape, text, key) in places.items()
    }


def main_job(run, tmp_path, **values):
    targets = {"WORKSPACE": str(tmp_path / "stadt.gpkg"), "PROJECT": str(tmp_path / "stadt.qgz")}
    return run("loadmunicipality", **{"AGS": "99999999", **targets, **values})


def refused(run, tmp_path, **values):
    """Say why the main job was refused, with nothing begun."""
    with pytest.raises(QgsProcessingException) as caught:
        main_job(run, tmp_path, **values)
    assert not (tmp_path / "stadt.gpkg").exists()
    return str(caught.value)


# ---- several files of one kind


def test_three_files_of_one_kind_are_one_layer(run, districts, protected, tmp_path):
    further = ";".join(f"exclusions={protected[name]}" for name in ("wasser", "natur", "fern"))
    results = main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=further)
    workspace = Workspace.open(results["WORKSPACE"])
    areas = workspace.read("exclusions")
    assert sorted(areas["name"]) == ["Naturschutz", "Wasserschutz"]
    assert areas["exclusion_id"].is_unique
    # 100 m x 100 m and 300 m x 100 m
    assert sorted(areas.geometry.area.round()) == [10_000, 30_000]
    row = workspace.provenance("exclusions")
    assert (row.rows, row.rows_in) == (2, 2)
    assert "wasser.gpkg" in row.source
    assert "natur.gpkg" in row.source
    # the file that has nothing here is named; districts and two of three files are loaded
    assert (results["LOADED"], results["FAILED"]) == (3, 1)
    assert any("fern.gpkg" in line for line in run.log)


def test_loaded_again_the_areas_keep_their_keys(run, districts, protected, tmp_path):
    further = ";".join(f"exclusions={protected[name]}" for name in ("wasser", "natur"))
    keys = []
    for _time in range(2):
        workspace = Workspace.open(
            main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=further)["WORKSPACE"]
        )
        keys.append(
            sorted(zip(workspace.read("exclusions")["name"], workspace.read("exclusions")["exclusion_id"]))
        )
    assert keys[0] == keys[1]


def test_the_same_object_in_two_files_counts_once(run, districts, protected, tmp_path):
    copy = shutil.copy2(protected["wasser"], tmp_path / "wasser2.gpkg")
    further = f"exclusions={protected['wasser']};exclusions={copy}"
    results = main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=further)
    row = Workspace.open(results["WORKSPACE"]).provenance("exclusions")
    assert (row.rows, row.rows_in, row.merged) == (1, 2, 1)


@pytest.fixture
def lines(qgis_app, tmp_path):
    frame = gpd.GeoDataFrame(
        {"name": ["x"]}, geometry=[LineString([(400_100, 5_680_100), (400_200, 5_680_100)])], crs=25833
    )
    return str(write_file(frame, tmp_path / "linien.gpkg"))


def test_one_unreadable_of_several_is_named_once_and_the_others_are_loaded(
    run, districts, protected, lines, tmp_path
):
    files = (protected["wasser"], protected["natur"], lines)
    results = main_job(
        run, tmp_path, DISTRICTS=districts, HEATPLAN=";".join(f"exclusions={file}" for file in files)
    )
    assert (results["LOADED"], results["FAILED"]) == (3, 1)
    areas = Workspace.open(results["WORKSPACE"]).read("exclusions")
    assert sorted(areas["name"]) == ["Naturschutz", "Wasserschutz"]
    told = [line for line in run.log if "linien.gpkg" in line]
    assert len(told) == 1
    assert "left out" in told[0]
    assert not [line for line in run.log if "not loaded" in line]


def test_what_is_told_of_one_of_several_files_names_it(run, districts, tmp_path):
    items = []
    for field in ("GEBIET_A", "GEBIET_B"):
        frame = gpd.GeoDataFrame({field: ["x"]}, geometry=[BOX.buffer(len(items))], crs=25833)
        path = write_file(frame, tmp_path / f"{field}.gpkg")
        items.append({"kind": "exclusions", "input": str(path), "mapping": {"name": field}})
    main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=json.dumps(items))
    for field in ("GEBIET_A", "GEBIET_B"):
        told = [line for line in run.log if f"← {field}" in line]
        assert len(told) == 1
        assert told[0].startswith(f"  {field}.gpkg: ")


def test_where_none_of_several_can_be_read_that_is_said_once_with_each_file(run, districts, lines, tmp_path):
    copy = shutil.copy2(lines, tmp_path / "linien2.gpkg")
    further = f"exclusions={lines};exclusions={copy}"
    results = main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=further)
    assert (results["LOADED"], results["FAILED"]) == (1, 2)
    told = [line for line in run.log if "not loaded" in line]
    assert len(told) == 1
    assert "linien.gpkg" in told[0]
    assert "linien2.gpkg" in told[0]


def edit_outline(workspace):
    layer = QgsVectorLayer(workspace.uri("municipality"), "Gemeinde", "ogr")
    assert layer.startEditing()
    drawn = BOX.buffer(-50).wkt.replace("POLYGON ", "MULTIPOLYGON (") + ")"
    for feature in layer.getFeatures():
        assert layer.changeGeometry(feature.id(), QgsGeometry.fromWkt(drawn))
    assert layer.commitChanges()


def test_an_outline_changed_by_hand_stays_and_the_districts_count_as_loaded(run, districts, tmp_path):
    workspace = Workspace.open(main_job(run, tmp_path, DISTRICTS=districts)["WORKSPACE"])
    edit_outline(workspace)
    grown = gpd.GeoDataFrame(
        {"ot_nr": ["1"], "ot_name": ["Mitte"]}, geometry=[BOX.buffer(100)], crs="EPSG:25833"
    )
    results = main_job(run, tmp_path, DISTRICTS=str(write_file(grown, tmp_path / "neu.gpkg")))
    assert (results["LOADED"], results["FAILED"]) == (1, 0)
    assert not [line for line in run.log if "not loaded" in line]
    assert [line for line in run.log if "outline" in line and "stays" in line], run.log
    # 2000 m less 50 m on each side
    assert workspace.read("municipality").geometry.area.iloc[0] == pytest.approx(1900**2)
    results = main_job(run, tmp_path, DISTRICTS=str(tmp_path / "neu.gpkg"), OVERWRITE_EDITS=True)
    assert workspace.read("municipality").geometry.area.iloc[0] > 2000**2


def model_of(algorithm, values):
    """A model with one step: QGIS does not check the values of steps."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
    )

    model, child = QgsProcessingModelAlgorithm("m", "g"), QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId("step")
    for name, value in values.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model.addChildAlgorithm(child)
    model.initAlgorithm({})
    return model


@pytest.mark.parametrize(
    ("change", "word"),
    [({"HEATPLAN": "boundary={districts}"}, "several times"), ({"PROJECT": "{folder}/p.txt"}, ".qgz")],
)
def test_a_step_of_a_model_is_checked_before_any_work_too(run, provider, districts, tmp_path, change, word):
    from qgis.core import QgsProcessingFeedback, QgsProject

    change = {name: text.format(districts=districts, folder=tmp_path) for name, text in change.items()}
    values = {
        "AGS": "99999999", "BOUNDARY": districts, "WORKSPACE": str(tmp_path / "stadt.gpkg"),
        "PROJECT": str(tmp_path / "stadt.qgz"), **change,
    }  # fmt: skip
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    _results, ok = model_of("enact:loadmunicipality", values).run({}, context, feedback)
    assert not ok
    assert word in feedback.textLog()
    assert not (tmp_path / "stadt.gpkg").exists()


def test_each_file_of_a_kind_keeps_its_own_mapping_and_licence(run, districts, tmp_path):
    items = []
    for number, field in enumerate(("NAME_A", "NAME_B")):
        shape = box(400_100 + 500 * number, 5_680_100, 400_200 + 500 * number, 5_680_200)
        frame = gpd.GeoDataFrame(
            {field: [f"Gebiet {field}"], "NAME_X": ["falsch"]}, geometry=[shape], crs=25833
        )
        path = write_file(frame, tmp_path / f"{field}.gpkg")
        item = {"kind": "exclusions", "input": str(path), "mapping": {"name": field}, "licence": f"L{number}"}
        items.append(item)
    results = main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=json.dumps(items))
    workspace = Workspace.open(results["WORKSPACE"])
    assert sorted(workspace.read("exclusions")["name"]) == ["Gebiet NAME_A", "Gebiet NAME_B"]
    assert workspace.provenance("exclusions").licence == "L0; L1"


def test_supply_areas_of_two_years_given_at_once_both_stay(run, districts, tmp_path):
    items = []
    for year in (2030, 2035):
        frame = gpd.GeoDataFrame({"name": ["Mitte"], "art": ["Wärmenetz"]}, geometry=[BOX], crs=25833)
        path = write_file(frame, tmp_path / f"gebiete{year}.gpkg")
        items.append({"kind": "supply_areas", "input": str(path), "mapping": {"year": {"value": year}}})
    results = main_job(run, tmp_path, DISTRICTS=districts, HEATPLAN=json.dumps(items))
    assert results["FAILED"] == 0, run.log
    assert sorted(Workspace.open(results["WORKSPACE"]).read("supply_areas")["year"]) == [2030, 2035]


@pytest.mark.parametrize("kind", ["districts", "boundary"])
def test_a_second_boundary_or_set_of_districts_is_refused(run, districts, tmp_path, kind):
    text = refused(run, tmp_path, **{kind.upper(): districts}, HEATPLAN=f"{kind}={districts}")
    assert {"districts": "Districts", "boundary": "Municipality"}[kind] in text
    assert "several times" in text


# ---- what is refused before any work


@pytest.mark.parametrize("kind", ["buildings", "plants", "census", "plants_by_area", "consumption", "rial"])
def test_a_kind_that_is_no_further_layer_is_refused(run, districts, tmp_path, kind):
    text = refused(run, tmp_path, HEATPLAN=f"{kind}={districts}")
    assert f'"{kind}"' in text
    assert "(supply_areas)" in text
    assert "(buildings)" not in text


def test_an_option_that_is_none_is_never_taken_for_the_default(run, districts, tmp_path):
    """A step of a run is not checked by QGIS, which would take the default: the boundary."""
    from enact_plugin.processing.job import Job
    from enact_plugin.processing.loadlayer import LoadLayer

    algorithm = LoadLayer()
    algorithm.initAlgorithm({})
    for value, expected in (("rail", "rail"), ("", "boundary"), (None, "boundary")):
        values = {} if value is None else {"KIND": value}
        assert Job(algorithm, values, QgsProcessingContext(), Feedback()).choice("KIND") == expected
    with pytest.raises(EnactError) as caught:
        Job(algorithm, {"KIND": "buildings"}, QgsProcessingContext(), Feedback()).choice("KIND")
    assert caught.value.code == "option_unknown"


def Feedback():
    from qgis.core import QgsProcessingFeedback

    return QgsProcessingFeedback(False)


def broken_files(folder: Path) -> dict[str, str]:
    """Files that are not what their names say, each with a word of what is said of them."""
    good = write_file(gpd.GeoDataFrame({"plz": ["01234"]}, geometry=[BOX], crs=25833), folder / "gut.gpkg")
    (folder / "seite.geojson").write_text(WEB_PAGE, encoding="utf-8")
    (folder / "seite.gpkg").write_text(WEB_PAGE, encoding="utf-8")
    text = json.dumps({"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": None}] * 9})
    (folder / "halb.geojson").write_text(text[: len(text) // 2], encoding="utf-8")
    (folder / "halb2.geojson").write_text(text[: len(text) // 2 - 5], encoding="utf-8")
    (folder / "halb.gpkg").write_bytes(good.read_bytes()[:-4096])
    (folder / "leer.gpkg").touch()
    (folder / "notiz.gpkg").write_text("nur Text", encoding="utf-8")
    (folder / "ordner").mkdir()
    return {
        "halb2.geojson": "cut off", "seite.geojson": "web page", "seite.gpkg": "web page", "halb.geojson": "cut off",
        "halb.gpkg": "cut off", "leer.gpkg": "empty file", "notiz.gpkg": "cannot be read as a layer",
        "fehlt.gpkg": "does not exist", "ordner": "is a folder", "gut.gpkg|layername=anders": "holds no layer",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("algorithm", "parameter", "title"),
    [
        ("loadlayer", "INPUT", "Layer, table or file"),
        ("loadbuildings", "INPUT", "Buildings (layer or file)"),
        ("loadplants", "DISTRICTS", "Districts"),
        ("loadcensus", "BOUNDARY", "Boundary"),
        ("loadmunicipality", "STREETS", "Streets"),
        ("loadmunicipality", "HEATPLAN", "Layers of the heat plan and others: Rail"),
    ],
)
def test_a_file_that_is_no_layer_is_called_what_it_is(provider, tmp_path, algorithm, parameter, title):
    job = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{algorithm}")
    base = {
        "AGS": "99999999", "WORKSPACE": str(tmp_path / "w.gpkg"), "PROJECT": str(tmp_path / "p.qgz"), "KIND": "rail",
    }  # fmt: skip
    if algorithm == "loadbuildings":
        base["KIND"] = "auto"
    if algorithm == "loadplants":
        base["SOURCE"] = "csv"
    for name, word in broken_files(tmp_path).items():
        path = str(tmp_path / name)
        value = f"rail={path}" if parameter == "HEATPLAN" else path
        accepted, text = job.checkParameterValues({**base, parameter: value}, QgsProcessingContext())
        assert not accepted
        assert word in text, (name, text)
        assert name.partition("|")[0] in text
        if name != "gut.gpkg|layername=anders":
            assert title in text
    assert not (tmp_path / "w.gpkg").exists()


@pytest.mark.parametrize(
    ("algorithm", "parameter"), [("loadcensus", "INPUT"), ("loadmunicipality", "CENSUS")]
)
def test_census_files_are_looked_at_before_any_work(provider, tmp_path, algorithm, parameter):
    job = QgsApplication.processingRegistry().createAlgorithmById(f"enact:{algorithm}")
    good = tmp_path / "gitter.csv"
    good.write_text("GITTER_ID_100m;x_mp_100m\n", encoding="utf-8")
    (tmp_path / "seite.csv").write_text(WEB_PAGE, encoding="utf-8")
    (tmp_path / "halb.zip").write_bytes(b"PK\x03\x04 and no more")
    base = {"AGS": "99999999", "WORKSPACE": str(tmp_path / "w.gpkg"), "PROJECT": str(tmp_path / "p.qgz")}
    for name, word in {"seite.csv": "web page", "halb.zip": "cut off", "fehlt.csv": "does not exist"}.items():
        for value in ([str(good), str(tmp_path / name)], f"{good};{tmp_path / name}"):
            accepted, text = job.checkParameterValues({**base, parameter: value}, QgsProcessingContext())
            assert not accepted
            assert word in text
            assert name in text
    accepted, text = job.checkParameterValues({**base, parameter: [str(good)]}, QgsProcessingContext())
    assert accepted, text


def test_a_layer_of_the_project_is_no_file(provider, qgis_new_project, tmp_path):
    """Not even where its name looks like one."""
    from qgis.core import QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:25833&field=plz:string", "gebiete.shp", "memory")
    QgsProject.instance().addMapLayer(layer)
    job = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for value in (layer, layer.id(), "gebiete.shp"):
        values = {"INPUT": value, "KIND": "postcodes", "WORKSPACE": str(tmp_path / "w.gpkg")}
        assert job.checkParameterValues(values, context)[0]


def test_a_project_that_could_not_be_written_is_told_before_any_work(run, districts, tmp_path):
    (tmp_path / "ordner.qgz").mkdir()
    for name, word in {"p.qgs": ".qgz", "nirgends/p.qgz": "nirgends", "ordner.qgz": "ordner.qgz"}.items():
        assert word in refused(run, tmp_path, DISTRICTS=districts, PROJECT=str(tmp_path / name))


@pytest.mark.parametrize("ags", ["14286610", "14999000"])
def test_a_key_that_no_municipality_of_today_can_have_is_refused(run, districts, tmp_path, ags):
    assert ags in refused(run, tmp_path, AGS=ags, DISTRICTS=districts)


def test_a_semicolon_in_a_path_is_answered_with_the_json_form(run, tmp_path):
    text = refused(run, tmp_path, HEATPLAN="rail=/daten/Bahn; Stand 2026.gpkg")
    assert '[{"kind": "supply_areas", "input": "gebiete.gpkg"}]' in text


# ---- the register, whatever its name


@pytest.fixture(scope="module")
def demo(provider, tmp_path_factory):
    from qgis import processing

    folder = str(tmp_path_factory.mktemp("demo"))
    return processing.run("enact:demodata", {"SIZE": 200, "SEED": 3, "FOLDER": folder})


def test_the_form_of_the_register_is_told_by_its_content(run, demo, districts, tmp_path):
    given = json.loads(demo["PARAMETERS"])
    page = next(Path(demo["FOLDER"]).rglob("*.json"))
    for number, source in enumerate((given["PLANTS"], page)):
        file = shutil.copy2(source, tmp_path / f"export{number}.txt")
        results = main_job(run, tmp_path, BOUNDARY=given["BOUNDARY"], PLANTS=str(file))
        assert results["FAILED"] == 0, run.log
        assert results["LOADED"] == 2


@pytest.mark.parametrize("name", ["seite.csv", "seite.json", "seite.txt"])
def test_a_web_page_as_register_is_refused_before_any_work(run, tmp_path, name):
    (tmp_path / name).write_text(WEB_PAGE, encoding="utf-8")
    text = refused(run, tmp_path, PLANTS=str(tmp_path / name))
    assert name in text
    assert "web page" in text


def test_the_order_of_day_and_month_reaches_the_register(run, demo, districts, tmp_path):
    given = json.loads(demo["PARAMETERS"])
    lines = Path(given["PLANTS"]).read_text(encoding="utf-8-sig").splitlines(keepends=True)
    import re

    ambiguous = [re.sub(r'"\d{1,2}\.\d{1,2}\.(\d{4})"', r'"03/04/\1"', line) for line in lines]
    file = tmp_path / "mehrdeutig.csv"
    file.write_text("".join(ambiguous), encoding="utf-8-sig")
    with pytest.raises(QgsProcessingException) as caught:
        main_job(run, tmp_path, PLANTS=str(file))
    assert "DATE_ORDER" in str(caught.value)
    assert not (tmp_path / "stadt.gpkg").exists()  # it came to nothing
    for order, day in (("dmy", "-04-03"), ("mdy", "-03-04")):
        results = main_job(run, tmp_path, PLANTS=str(file), DATE_ORDER=order)
        plants = Workspace.open(results["WORKSPACE"]).read("plants")
        assert plants["commissioned"].dropna().astype(str).str.contains(day).all()


# ---- the account


def test_what_was_not_given_is_one_line_without_the_boundary_the_districts_gave(run, districts, tmp_path):
    main_job(run, tmp_path, DISTRICTS=districts)
    lines = [line for line in run.log if line.startswith("Not given")]
    assert len(lines) == 1
    assert "Boundary" not in lines[0]
    assert "Streets" in lines[0]


def test_the_bar_never_goes_back_nor_is_full_before_the_end(provider, districts, protected, tmp_path):
    from qgis.core import QgsProcessingFeedback

    seen = []
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(seen.append)
    further = ";".join(f"exclusions={protected[name]}" for name in ("wasser", "natur"))
    values = {
        "AGS": "99999999", "DISTRICTS": districts, "HEATPLAN": further, "WORKSPACE": str(tmp_path / "m.gpkg"),
        "PROJECT": str(tmp_path / "m.qgz"),
    }  # fmt: skip
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadmunicipality")
    _results, ok = algorithm.run(values, QgsProcessingContext(), feedback)
    assert ok
    assert seen == sorted(seen)
    # two layers and the project: the project begins at two thirds
    assert max(fraction for fraction in seen[: len(seen) // 2]) < 67


def test_outputs_have_words_for_names(provider):
    for algorithm in provider.algorithms():
        for output in algorithm.outputDefinitions():
            assert output.description() != output.name()


def test_every_parameter_of_the_main_job_is_public_by_its_name():
    algorithm = LoadMunicipality()
    algorithm.initAlgorithm({})
    assert algorithm.parameterDefinition("DATE_ORDER").options() == ["auto", "dmy", "mdy"]


# ---- odd names of folders


def test_a_folder_whose_name_looks_encoded_is_refused_with_its_sign(run, districts, tmp_path):
    """Or used, where QGIS can open a GeoPackage in it."""
    folder = tmp_path / "Neuer%20Ordner"
    folder.mkdir()
    targets = {"WORKSPACE": str(folder / "stadt.gpkg"), "PROJECT": str(folder / "stadt.qgz")}
    source = shutil.copy2(districts, folder / "quelle.gpkg")
    if QgsVectorLayer(f"{source}|layername=ortsteile", "", "ogr").isValid():
        assert main_job(run, tmp_path, DISTRICTS=districts, **targets)["FAILED"] == 0
        return
    with pytest.raises(QgsProcessingException) as caught:
        main_job(run, tmp_path, DISTRICTS=districts, **targets)
    assert "%20" in str(caught.value)
    assert "Rename" in str(caught.value)
    assert [file.name for file in folder.iterdir()] == ["quelle.gpkg"]
    text = refused(run, tmp_path, DISTRICTS=str(source))
    assert "%20" in text
    assert "Rename" in text


def test_a_bar_in_the_name_of_a_folder_does_no_harm(run, districts, tmp_path):
    folder = tmp_path / "a|b"
    try:
        folder.mkdir()
    except OSError:
        return  # Windows has no such names
    source = shutil.copy2(districts, folder / "quelle.gpkg")
    targets = {"WORKSPACE": str(folder / "stadt.gpkg"), "PROJECT": str(folder / "stadt.qgz")}
    results = main_job(run, tmp_path, DISTRICTS=str(source), **targets)
    assert results["FAILED"] == 0, run.log
    assert Workspace.open(results["WORKSPACE"]).layers() == ("districts", "municipality")
