"""The project shows the workspace, opens elsewhere, and never loses what the planner put into it."""

import errno
import gc
import os
import re
import shutil
import subprocess
import zipfile
from contextlib import contextmanager
from datetime import date

import geopandas as gpd
import pandas as pd
import pytest
from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsLayerNotesUtils,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from enact_plugin.cartography.project import assemble_project, unlocated_note
from enact_plugin.errors import Canceled, EnactError
from enact_plugin.layers.messages import describe, step
from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source
from enact_plugin.progress import Progress


@pytest.fixture(autouse=True)
def _no_project_outlives_qgis():
    """Collect the projects that the traceback of an expected error holds: freed after QGIS they would crash it."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def shown_town(town, tmp_path_factory):
    path = tmp_path_factory.mktemp("shown") / town.path.name
    shutil.copy2(town.path, path)
    return Workspace.open(path)


@pytest.fixture(scope="module")
def assembled(shown_town):
    return assemble_project(shown_town, shown_town.path.with_suffix(".qgz"))


@pytest.fixture
def opened(assembled):
    project = QgsProject()
    assert project.read(str(assembled.path))
    yield project
    project.clear()  # the last test's values outlive QGIS


def reopened(path):
    project = QgsProject()
    assert project.read(str(path))
    return project


def _groups(path):
    project = reopened(path)
    names = [group.name() for group in project.layerTreeRoot().findGroups(True)]
    project.clear()
    return names


def variable(project, name):
    return QgsExpressionContextUtils.projectScope(project).variable(name)


# ---- what it holds


def test_all_layers_open(opened):
    assert [layer.name() for layer in opened.mapLayers().values() if not layer.isValid()] == []


def test_groups_stand_in_order(opened):
    names = [group.name() for group in opened.layerTreeRoot().findGroups()]
    assert names == [
        "Anlagen (173 von 260 ohne Lage)",
        "Anlagen ohne Lage",
        "Netze",
        "Gebäude",
        "Wärmeplanung",
        "Statistik",
        "Grundkarte",
    ]


def test_nested_groups_hold_their_topics(opened):
    plan = opened.layerTreeRoot().findGroup("Wärmeplanung")
    assert [group.name() for group in plan.findGroups()] == ["Bestand", "Versorgungsgebiete"]


def test_topics_without_rows_are_named_not_shown(assembled, opened):
    assert "Wasserkraft" in assembled.absent
    assert "enact_layer_plants_water" not in opened.mapLayers()
    assert not set(assembled.layers) & set(assembled.absent)


def test_nothing_is_opened_from_outside_the_workspace(opened):
    sources = {
        layer.source().partition("|")[0]
        for layer in opened.mapLayers().values()
        if layer.type() == Qgis.LayerType.Vector
    }
    assert {source.rpartition("/")[2] for source in sources} == {"musterstadt.gpkg"}


def test_crs_transactions_and_paths(opened):
    assert opened.crs().authid() == "EPSG:25833"
    assert opened.transactionMode() == Qgis.TransactionMode.Disabled
    assert opened.filePathStorage() == Qgis.FilePathType.Relative


def test_view_is_the_municipality(opened, town):
    view = opened.viewSettings().defaultViewExtent()
    outline = QgsVectorLayer(town.uri("municipality"), "", "ogr").extent()
    assert view.contains(outline)
    assert view.width() < 1.1 * outline.width()


def test_variables_say_which_municipality_and_whose_data(opened):
    assert variable(opened, "enact_municipality") == "Probestadt"
    assert variable(opened, "enact_ags") == "14999000"
    assert variable(opened, "enact_attribution").split(" | ") == [
        "© Erfundenes Register, dl-de/by-2-0", "© Stadt Musterstadt, dl-de/by-2-0", "© Erfundenes Kataster, CC0-1.0",
    ]  # fmt: skip
    assert "Erfundenes Register: 01.08.2026" in variable(opened, "enact_state")


@pytest.mark.parametrize("name", ["Musterstadt", "Musterstadt (fiktiv)"])
def test_the_fictitious_municipality_is_called_so_everywhere(own_town, tmp_path, name):
    own_town.ags, own_town.name = "99999999", name
    project = reopened(assemble_project(own_town, tmp_path / "demo.qgz").path)
    assert variable(project, "enact_municipality") == "Musterstadt (fiktiv)"
    # an invented unit is not the Bundesnetzagentur's
    assert variable(project, "enact_attribution") == "Fiktive Daten, von EnAct erzeugt"
    assert project.mapLayer("enact_layer_plants_pv").metadata().rights() == [
        "Fiktive Daten, von EnAct erzeugt"
    ]


def test_units_without_location_are_counted_storage_apart(town):
    # 260 units, every third one located: 87 located, 173 not
    note = unlocated_note(town)
    assert "173 von 260 Anlagen" in note
    generation, storage = (int(hit) for hit in re.findall(r"(\d+) von \d+ (?:zur|Speichern)", note))
    assert generation + storage == 173


def test_themes_show_their_layers(opened):
    themes = opened.mapThemeCollection()
    assert themes.mapThemes() == ["Energieanlagen", "Gebäudebestand", "Wärmeplanung"]
    shown = {
        name: {layer.id() for layer in themes.mapThemeVisibleLayers(name)} for name in themes.mapThemes()
    }
    assert "enact_layer_plants_pv" in shown["Energieanlagen"] - shown["Wärmeplanung"]
    assert "enact_layer_buildings_use" in shown["Gebäudebestand"] - shown["Energieanlagen"]
    assert "enact_layer_supply_target" in shown["Wärmeplanung"] - shown["Gebäudebestand"]
    assert all("enact_layer_municipality" in layers for layers in shown.values())


@pytest.mark.parametrize("theme", ["Energieanlagen", "Gebäudebestand", "Wärmeplanung"])
def test_a_theme_taken_in_the_window_shows_all_its_layers(opened, theme):
    # a group above left unchecked hid the supply areas, although their own boxes were checked
    root, model = opened.layerTreeRoot(), QgsLayerTreeModel(opened.layerTreeRoot())
    for node in root.findGroups():
        node.setItemVisibilityChecked(False)
    opened.mapThemeCollection().applyTheme(theme, root, model)
    for layer in opened.mapThemeCollection().mapThemeVisibleLayers(theme):
        assert root.findLayer(layer.id()).isVisible(), layer.name()


def test_project_opens_with_the_plants(opened):
    root = opened.layerTreeRoot()
    assert root.findLayer("enact_layer_plants_pv").itemVisibilityChecked()
    assert not root.findLayer("enact_layer_buildings_use").itemVisibilityChecked()


def test_map_from_the_internet_is_there_but_off(opened):
    node = opened.layerTreeRoot().findLayer("enact_layer_basemap_grey")
    assert node is not None and not node.itemVisibilityChecked()
    assert "type=xyz" in node.layer().source()  # no capabilities are asked for when the project opens
    for name in opened.mapThemeCollection().mapThemes():
        assert node.layer() not in opened.mapThemeCollection().mapThemeVisibleLayers(name)


def test_time_of_the_project_spans_the_commissionings(opened):
    span = opened.timeSettings().temporalRange()
    assert span.begin().date().year() == 2001
    assert span.end().date().year() >= 2020


def test_a_date_nobody_can_mean_does_not_stretch_the_time(own_town, tmp_path):
    # the register's state is 1 August 2026: planned up to August 2036 is in the range
    frame = own_town.read("plants")
    dates = {"commissioned": ["1700-01-01", "2099-01-01"], "planned": ["2028-07-08", "2098-01-01"]}
    for column, days in dates.items():
        frame[column] = frame.get(column)
        frame[column] = pd.to_datetime(frame[column])
        frame.loc[frame.index[:2], column] = pd.to_datetime(pd.Series(days)).to_numpy()
    register = Source("Erfundenes Register", "dl-de/by-2-0", "© Erfundenes Register", date(2026, 8, 1))
    own_town.replace(
        "plants", Outcome(frame, register, rows_in=len(frame)), Run("enact:test", {}, "0.1.0", "nobody")
    )
    project = reopened(assemble_project(own_town, tmp_path / "zeit.qgz").path)
    span = project.timeSettings().temporalRange()
    assert (span.begin().date().year(), span.end().date().year()) == (2001, 2028)
    layer = QgsVectorLayer(own_town.uri("plants"), "", "ogr")
    assert layer.maximumValue(index_of(layer, "commissioned")).year() == 2099


def index_of(layer, name):
    return layer.fields().lookupField(name)


def test_scales_hide_what_is_too_small_to_see(opened):
    buildings = opened.mapLayer("enact_layer_buildings_use")
    assert buildings.hasScaleBasedVisibility()
    assert buildings.isInScaleRange(25_000) and not buildings.isInScaleRange(500_000)


def test_layers_carry_form_tip_notes_and_licence(opened):
    layer = opened.mapLayer("enact_layer_buildings_use")
    assert layer.attributeAlias(layer.fields().lookupField("floor_area_m2")) == "Energiebezugsfläche [m²]"
    assert layer.editFormConfig().tabs()
    assert layer.mapTipTemplate()
    assert layer.metadata().licenses() == ["CC0-1.0"]


def test_map_tip_can_be_read(opened):
    from qgis.core import QgsExpression, QgsExpressionContext

    layer = opened.mapLayer("enact_layer_buildings_use")
    feature = next(layer.getFeatures("\"house_number\" = '5'"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert "<b>Musterstraße 5</b>" in html
    assert "[%" not in html and "NULL" not in html
    assert "Energiebezugsfläche" in html and " m²" in html


# ---- where it lies


def test_project_opens_in_another_folder(assembled, shown_town, tmp_path):
    for file in (assembled.path, shown_town.path):
        shutil.copy2(file, tmp_path / file.name)
    project = reopened(tmp_path / assembled.path.name)
    layers = [
        layer
        for layer in project.mapLayers().values()
        if layer.id().startswith("enact_layer_") and "basemap" not in layer.id()
    ]
    assert all(layer.isValid() for layer in layers)
    assert all(layer.source().startswith(str(tmp_path)) for layer in layers)


def test_project_names_no_place_of_this_machine(assembled):
    with zipfile.ZipFile(assembled.path) as archive:
        text = archive.read("musterstadt.qgs").decode()
    assert str(assembled.path.parent) not in text
    assert "enact-draft" not in text


def test_project_names_nobody(assembled):
    with zipfile.ZipFile(assembled.path) as archive:
        text = archive.read("musterstadt.qgs").decode()
    assert "saveUser" not in text
    author = reopened(assembled.path).metadata().author()
    assert author == ""


def test_an_author_the_planner_named_stays(again, own_town):
    project = reopened(again)
    metadata = project.metadata()
    metadata.setAuthor("Amt für Stadtplanung")
    project.setMetadata(metadata)
    project.write(str(again))
    assemble_project(own_town, again)
    assert reopened(again).metadata().author() == "Amt für Stadtplanung"


def test_nothing_is_left_beside_the_project(assembled):
    names = {file.name for file in assembled.path.parent.iterdir()}
    assert not {name for name in names if "draft" in name}


def test_styles_stand_in_the_workspace(assembled, shown_town):
    layer = QgsVectorLayer(shown_town.uri("buildings"), "", "ogr")
    _related, _keys, names, _descriptions, _error = layer.listStylesInDatabase()
    assert {"buildings_use", "buildings_age", "buildings_floor_area", "buildings"} <= set(names)
    assert layer.mapTipTemplate(), "QGIS draws the table with its default style when opened by hand"


# ---- made again


@pytest.fixture
def again(own_town, tmp_path):
    path = tmp_path / "musterstadt.qgz"
    assemble_project(own_town, path)
    return path


def test_made_again_it_is_the_same(again, own_town):
    before = sorted(reopened(again).mapLayers())
    result = assemble_project(own_town, again)
    project = reopened(again)
    assert sorted(project.mapLayers()) == before
    assert result.kept == () and result.kept_styles == ()
    assert len(project.layoutManager().printLayouts()) == 6
    assert len(project.layerTreeRoot().findLayers()) == len(before)


def test_what_is_loaded_or_computed_later_is_drawn_above_the_base_map(own_town, tmp_path, town_at):
    few = town_at(tmp_path / "stadt.gpkg", "municipality", "streets", "buildings")
    assemble_project(few, few.path.with_suffix(".qgz"))
    shutil.copy2(own_town.path, few.path)
    grown = assemble_project(Workspace.open(few.path), few.path.with_suffix(".qgz"))
    whole = assemble_project(own_town, own_town.path.with_suffix(".qgz"))
    in_order = [_groups(made.path) for made in (grown, whole)]
    assert in_order[0] == in_order[1]
    assert in_order[0][-1] == "Grundkarte"


def test_own_layers_groups_layouts_and_themes_stay(again, own_town, tmp_path):
    project = reopened(again)
    own = QgsVectorLayer("Point?crs=EPSG:25833", "Meine Punkte", "memory")
    lost = QgsVectorLayer("nowhere.gpkg|layername=x", "Gerade nicht da", "ogr")
    project.addMapLayers([own, lost], False)
    own_id, lost_id = own.id(), lost.id()
    project.layerTreeRoot().insertGroup(0, "Meine Gruppe").addLayer(own)
    project.layerTreeRoot().findGroup("Gebäude").addLayer(lost)
    layout = QgsPrintLayout(project)
    layout.setName("Mein Layout")
    project.layoutManager().addLayout(layout)
    project.mapThemeCollection().insert("Mein Thema", QgsMapThemeCollection.MapThemeRecord())
    project.write(str(again))

    result = assemble_project(own_town, again)
    project = reopened(again)
    assert sorted(result.kept) == ["Gerade nicht da", "Meine Punkte"]
    assert project.layerTreeRoot().findGroup("Meine Gruppe").findLayer(own_id)
    assert project.layerTreeRoot().findGroup("Gebäude").findLayer(lost_id)
    assert project.layoutManager().layoutByName("Mein Layout")
    assert project.mapThemeCollection().hasMapTheme("Mein Thema")


def test_a_source_that_is_away_is_still_named_after_making_again(again, own_town):
    project = reopened(again)
    project.addMapLayer(QgsVectorLayer("nowhere.gpkg|layername=x", "Gerade nicht da", "ogr"))
    project.write(str(again))
    assemble_project(own_town, again)
    project = reopened(again)
    (lost,) = [layer for layer in project.mapLayers().values() if layer.name() == "Gerade nicht da"]
    assert "nowhere.gpkg" in lost.source()


def test_the_project_as_it_was_is_kept_beside_it(again, own_town):
    before = again.read_bytes()
    result = assemble_project(own_town, again)
    assert result.backup.name == "musterstadt.qgz~"
    assert result.backup.read_bytes() == before


def test_a_style_the_planner_changed_stays(again, own_town):
    project = reopened(again)
    layer = project.mapLayer("enact_layer_buildings_use")
    layer.renderer().updateCategoryLabel(0, "Wohnhäuser")
    project.write(str(again))
    result = assemble_project(own_town, again)
    assert result.kept_styles == ("Gebäude nach Nutzung",)
    project = reopened(again)
    assert project.mapLayer("enact_layer_buildings_use").renderer().categories()[0].label() == "Wohnhäuser"
    # and once more
    assert assemble_project(own_town, again).kept_styles == ("Gebäude nach Nutzung",)


def test_a_layout_the_planner_changed_stays(again, own_town):
    project = reopened(again)
    layout = project.layoutManager().layoutByName("Energieanlagen – A3 quer")
    layout.itemById("Titel").setText("Unsere Anlagen")
    project.write(str(again))
    assemble_project(own_town, again)
    project = reopened(again)
    assert (
        project.layoutManager().layoutByName("Energieanlagen – A3 quer").itemById("Titel").text()
        == "Unsere Anlagen"
    )


def test_own_variables_stay(again, own_town):
    project = reopened(again)
    QgsExpressionContextUtils.setProjectVariable(project, "mein_amt", "Stadtplanung")
    project.write(str(again))
    assemble_project(own_town, again)
    assert variable(reopened(again), "mein_amt") == "Stadtplanung"


def test_an_unreadable_project_is_kept_and_said(own_town, tmp_path):
    path = tmp_path / "kaputt.qgz"
    path.write_bytes(b"no project at all")
    result = assemble_project(own_town, path)
    assert [finding.id for finding in result.findings] == ["project_unreadable"]
    assert result.backup.read_bytes() == b"no project at all"
    assert reopened(path).mapLayers()


def test_the_log_names_the_layers_that_are_new_in_the_project(own_town, tmp_path):
    path = tmp_path / "musterstadt.qgz"
    told = []

    def report(_fraction, code, values):
        if code == "adding_layer":
            told.append(values["layer"])

    assembled = assemble_project(own_town, path, Progress(report, lambda: False))
    assert sorted(told) == sorted(assembled.layers)
    told.clear()
    assemble_project(own_town, path, Progress(report, lambda: False))
    assert told == []


# ---- when it cannot be


def test_only_qgz_is_written(own_town, tmp_path):
    with pytest.raises(EnactError) as caught:
        assemble_project(own_town, tmp_path / "musterstadt.qgs")
    assert caught.value.code == "project_not_qgz"


def test_a_missing_folder_is_named(own_town, tmp_path):
    with pytest.raises(EnactError) as caught:
        assemble_project(own_town, tmp_path / "nirgends" / "musterstadt.qgz")
    assert caught.value.code == "project_folder_missing"


@pytest.mark.parametrize("steps", (0, 1, 5, 12, 20, 27, 33))
def test_canceled_at_any_step_the_old_project_stands(again, own_town, steps):
    before = again.read_bytes()
    asked = iter(range(10_000))
    progress = Progress(lambda *_said: None, lambda: next(asked) >= steps)
    try:
        assemble_project(own_town, again, progress)
    except Canceled:
        assert again.read_bytes() == before
    assert not list(again.parent.glob("*draft*"))
    assert reopened(again).mapLayers()


def test_a_workspace_somebody_writes_into_is_shown_all_the_same(own_town, tmp_path):
    with own_town.writing():
        result = assemble_project(own_town, tmp_path / "musterstadt.qgz")
    (finding,) = result.findings
    assert finding.id == "styles_not_stored"
    assert step("workspace_busy", path=own_town.path.name) in describe(finding)
    assert (
        reopened(result.path).mapLayer("enact_layer_buildings_use").renderer().type() == "categorizedSymbol"
    )


def test_a_full_disk_leaves_the_old_project(again, own_town):
    before = again.read_bytes()
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal = pytest.importorskip("signal")
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        # the lock keeps the styles out of the workspace: the limit is to meet the project alone
        with own_town.writing(), pytest.raises(EnactError) as caught:
            assemble_project(own_town, again)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert caught.value.code == "project_write_failed"
    assert again.read_bytes() == before
    assert not list(again.parent.glob("*draft*"))


def test_what_cannot_be_cleared_away_does_not_hide_why_nothing_was_written(own_town, tmp_path):
    # a folder in the way: neither written over nor deleted as a file
    (tmp_path / "musterstadt.enact-draft.zip").mkdir()
    with pytest.raises(EnactError) as caught:
        assemble_project(own_town, tmp_path / "musterstadt.qgz")
    assert caught.value.code == "project_write_failed"
    assert not (tmp_path / "musterstadt.enact-draft.qgz").exists()


@contextmanager
def mounted(folder, options):
    """Mount a small disk, where one may."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk")
    try:
        yield folder
    finally:
        # lazily: QGIS keeps connections to files it has read open for a minute
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_disk_is_told_as_such(own_town, tmp_path):
    with mounted(tmp_path / "nurlesen", "ro,size=1m") as folder, pytest.raises(EnactError) as caught:
        assemble_project(own_town, folder / "musterstadt.qgz")
    assert caught.value.code == "project_write_failed"
    assert caught.value.params["detail"] == os.strerror(errno.EROFS)


def test_styles_that_fit_on_no_disk_are_told_with_what_helps(own_town, tmp_path, capfd):
    size = own_town.path.stat().st_size
    with mounted(tmp_path / "klein", f"size={size // 1024 + 600}k") as folder:
        small = folder / own_town.path.name
        shutil.copy2(own_town.path, small)
        (folder / "Ballast").write_bytes(bytes(shutil.disk_usage(folder).free - 16_384))
        before = small.read_bytes()
        result = assemble_project(Workspace.open(small), tmp_path / "musterstadt.qgz")
        after = small.read_bytes()
        names = sorted(file.name for file in folder.iterdir())
    (finding,) = result.findings
    assert finding.id == "styles_not_stored"
    assert step("disk_full", path=str(folder)) in describe(finding)
    assert "Transaction" not in describe(finding)
    assert before == after and names == ["Ballast", small.name]
    said = capfd.readouterr()
    assert "Traceback" not in said.err and "ignored" not in said.err


def test_an_empty_workspace_makes_an_empty_project(tmp_path, qgis_app):
    workspace = Workspace.create(tmp_path / "leer.gpkg", "14713000", "Leipzig")
    result = assemble_project(workspace, tmp_path / "leer.qgz")
    assert result.layers == ()
    # EPSG:25833 is for 12° to 18° east: somewhere in there
    assert QgsRectangle(200_000, 5_000_000, 900_000, 7_000_000).intersects(
        reopened(result.path).viewSettings().defaultViewExtent()
    )


# ---- little to show


def test_no_layout_where_a_theme_has_nothing_to_show(tmp_path, town_with):
    workspace = town_with("municipality", "streets", "buildings")
    result = assemble_project(workspace, tmp_path / "wenig.qgz")
    project = reopened(result.path)
    names = [layout.name() for layout in project.layoutManager().printLayouts()]
    assert names == ["Gebäudebestand – A3 quer", "Gebäudebestand – A4 hoch"]
    (finding,) = result.findings
    assert finding.id == "layouts_left_out"
    assert finding.values == {"themes": "Energieanlagen, Wärmeplanung"}


def test_areas_without_outline_are_a_table(tmp_path, town_with):
    def by_postcode(sums):
        rows = sums.assign(area_kind="postcode", area_id="01234")
        rows = rows.set_geometry(gpd.GeoSeries([None] * len(rows), index=rows.index, crs=sums.crs))
        return pd.concat([sums, rows], ignore_index=True)

    workspace = town_with("municipality", "plants", "plants_by_area", plants_by_area=by_postcode)
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    table = project.mapLayer("enact_layer_unlocated_postcode")
    assert table.isValid() and not table.isSpatial()
    assert table.featureCount() == 2
    assert table.attributeAlias(index_of(table, "unlocated_units")) == "davon ohne Lage"
    assert project.mapLayer("enact_layer_unlocated_municipality").isSpatial()
    # made again: the style of the areas is not lost to the table
    again = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    assert again.mapLayer("enact_layer_unlocated_municipality").renderer().type() == "RuleRenderer"
    assert not again.mapLayer("enact_layer_unlocated_postcode").isSpatial()


def test_units_with_a_place_are_a_subject_beside_those_without(tmp_path, town_with):
    # with a filter QGIS finds no extent where some rows have no geometry, as two of three units here
    project = reopened(assemble_project(town_with("municipality", "plants"), tmp_path / "wenig.qgz").path)
    assert project.layoutManager().layoutByName("Energieanlagen – A3 quer")


def test_areas_some_of_which_lack_an_outline_are_drawn(tmp_path, town_with):
    def by_postcode(sums):
        rows = sums.assign(area_kind="postcode", area_id=["01234", "01235"])
        rows = rows.set_geometry(gpd.GeoSeries([None, sums.geometry.iloc[0]], index=rows.index, crs=sums.crs))
        return pd.concat([sums, rows], ignore_index=True)

    workspace = town_with("municipality", "plants", "plants_by_area", plants_by_area=by_postcode)
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    assert project.mapLayer("enact_layer_unlocated_postcode").isSpatial()


def test_a_quarter_of_a_municipality_is_seen_not_a_dot(tmp_path, town_with):
    workspace = town_with(
        "municipality", "streets", "buildings",
        municipality=lambda frame: frame.set_geometry(frame.buffer(10_000)),
    )  # fmt: skip
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    whole = QgsVectorLayer(workspace.uri("municipality"), "", "ogr").extent()
    houses = QgsVectorLayer(workspace.uri("buildings"), "", "ogr").extent()
    view = project.viewSettings().defaultViewExtent()
    assert view.contains(houses) and view.width() < 1.1 * houses.width()
    assert project.viewSettings().fullExtent().contains(whole)
    printed = project.layoutManager().layoutByName("Gebäudebestand – A3 quer").itemById("Karte").extent()
    assert printed.contains(houses) and not printed.contains(whole)


def bounds(frame):
    return QgsRectangle(*frame.total_bounds)


def stretched(times):
    """What reaches beyond the town, as a file of its region does."""
    return lambda frame: frame.set_geometry(frame.scale(times, times, origin=tuple(frame.total_bounds[:2])))


FAR = {"streets": stretched(20), "census_cells": stretched(5)}


@pytest.mark.parametrize(
    ("layers", "shows"),
    [
        (("municipality", "districts", "buildings", "census_cells", "streets"), "municipality"),
        (("districts", "buildings", "census_cells", "streets"), "districts"),
        (("buildings", "census_cells", "streets", "plants"), "buildings"),
        (("census_cells", "streets", "plants"), "census_cells"),
        (("supply_areas", "streets", "plants"), "supply_areas"),
        (("streets", "plants"), "streets"),
        (("plants",), "plants"),
    ],
)
def test_without_a_boundary_the_view_is_what_is_of_the_town_alone(tmp_path, town_with, layers, shows):
    workspace = town_with(*layers, **{name: change for name, change in FAR.items() if name in layers})
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    wanted = bounds(workspace.read(shows))
    view = project.viewSettings().fullExtent()
    assert view.contains(wanted)
    assert view.width() < 1.1 * max(wanted.width(), wanted.height())


def test_a_town_without_a_name_is_called_by_its_boundary(tmp_path, town_with):
    workspace = town_with(
        "municipality", name="", ags="12999000",
        municipality=lambda frame: frame.assign(ags="12999000", name="Anderswo/Drugdźe"),
    )  # fmt: skip
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    assert project.title() == "EnAct Anderswo/Drugdźe"
    assert variable(project, "enact_municipality") == "Anderswo/Drugdźe"


def test_a_boundary_of_others_names_nobody(tmp_path, town_with):
    workspace = town_with("municipality", name="", ags="12999000")  # the boundary is that of 99999999
    project = reopened(assemble_project(workspace, tmp_path / "wenig.qgz").path)
    assert project.title() == "EnAct 12999000"


def test_a_table_stands_with_its_topic(tmp_path, town_with):
    rows = pd.DataFrame(
        {
            "population_id": ["a", "b"],
            "area_kind": "district",
            "area_name": ["Altstadt", "Neustadt"],
            "inhabitants": [1200, 800],
        }
    )
    workspace = town_with("municipality", also={"population": rows})
    result = assemble_project(workspace, tmp_path / "wenig.qgz")
    assert "Einwohner und Wohnungen" in result.layers
    project = reopened(result.path)
    table = project.mapLayer("enact_layer_population")
    assert not table.isSpatial() and table.featureCount() == 2
    assert project.layerTreeRoot().findLayer(table.id()).parent().name() == "Statistik"
    assert table.attributeAlias(index_of(table, "inhabitants")) == "Einwohner"
    assert table.editFormConfig().tabs() and table.displayExpression() == '"area_name"'
    assert table.metadata().licenses() == ["CC0-1.0"]
    assert "Erfundenes Kataster" in QgsLayerNotesUtils.layerNotes(table)


def test_colours_survive_being_written(opened):
    drawn = opened.mapLayer("enact_layer_plants_pv").renderer().clusterSymbol().color()
    assert drawn == QColor("#f9c80e")
