"""What is not on a map for want of a place is said wherever the map is seen."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsMapThemeCollection,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import Point

from enact_plugin.cartography.layer_tree import ProjectLayer, known_layers
from enact_plugin.cartography.project import assemble_project, open_layer
from enact_plugin.cartography.unlocated import Sums, title_with_share, unlocated_in
from enact_plugin.layers.workspace import Workspace
from enact_plugin.reference.columns import columns

CRS = "EPSG:25833"
EAST, NORTH = 410_300.0, 5_660_300.0
LAYERS = {layer.id: layer for layer in known_layers()}
LEGEND = "legend/title-label"


def units(table, *rows):
    """Rows of a table of units; the first value of each says whether it has a point."""
    names = [column.name for column in columns(table)]
    frame = pd.DataFrame([{**dict.fromkeys(names), **row} for _place, row in rows], columns=names)
    points = [Point(EAST + 10 * i, NORTH) if place else None for i, (place, _row) in enumerate(rows)]
    return gpd.GeoDataFrame(frame, geometry=points, crs=CRS)


def gas():
    return units(
        "gas_plants",
        (True, {"mastr_id": "SGE1", "kind": "producer", "technology": "Power-to-Gas (Wasserstoff)",
                "status": "planned", "power_kw": 5000.0}),
        (False, {"mastr_id": "SGE2", "kind": "storage", "status": "in_operation"}),
    )  # fmt: skip


def findings():
    """One in the town, two without a place, one far away."""
    row = {"finding": "module_power", "severity": "warning", "sentence": "Leistung", "state": "open"}
    frame = units(
        "plant_findings",
        (True, {**row, "finding_id": "1", "mastr_id": "SEE1"}),
        (False, {**row, "finding_id": "2", "mastr_id": "SEE2", "severity": "error"}),
        (False, {**row, "finding_id": "3", "mastr_id": "SEE3", "state": "accepted"}),
        (True, {**row, "finding_id": "4", "mastr_id": "SEE4"}),
    )
    frame.loc[3, "geometry"] = Point(EAST + 80_000, NORTH)
    return frame


def with_marks(plants):
    """Three plants feed a network, as the planner says: every third one of the town has a point."""
    marks = pd.array([None] * len(plants), dtype="boolean")
    marks[:3] = True
    marks[3] = False
    return plants.assign(feeds_network=marks)


@pytest.fixture(scope="module")
def project(tmp_path_factory, town_at):
    """Town with gas, findings, and plants that feed a network, assembled and opened."""
    folder = tmp_path_factory.mktemp("unlocated")
    workspace = town_at(
        folder / "stadt.gpkg",
        *("municipality", "plants", "plants_by_area", "heatplan_heat_networks", "supply_areas", "streets"),
        also={"gas_plants": gas(), "plant_findings": findings()},
        plants=with_marks,
    )
    made = assemble_project(workspace, folder / "stadt.qgz")
    opened = QgsProject()
    assert opened.read(str(made.path))
    yield opened
    opened.clear()


def group(project, path):
    nodes = project.layerTreeRoot().findGroups(True)
    return next(node for node in nodes if node.customProperty("enact/group") == path)


def layout_text(project, layout, item):
    return project.layoutManager().layoutByName(layout).itemById(item).currentText()


def test_the_tree_says_it_of_the_plants(project):
    assert group(project, "Anlagen").name() == "Anlagen (173 von 260 ohne Lage)"


def test_legends_say_it_of_each_layer_of_units(project):
    root = project.layerTreeRoot()
    said = {id_: root.findLayer(f"enact_layer_{id_}").customProperty(LEGEND) for id_ in
            ("gas_plants", "plant_findings", "feeding_plants", "streets")}  # fmt: skip
    assert said == {
        "gas_plants": "Gaserzeuger und Gasspeicher · 1 von 2 ohne Lage",
        "plant_findings": "Auffälligkeiten · 2 von 4 ohne Lage",
        "feeding_plants": "Einspeisende Anlagen · 2 von 3 ohne Lage",
        "streets": None,
    }


@pytest.mark.parametrize("paper", ["A3 quer", "A4 hoch"])
@pytest.mark.parametrize(
    ("theme", "item", "said"),
    [
        ("Energieanlagen", "plants:Ohne Lage", "173 von 260 Anlagen"),
        ("Energieanlagen", "plants:Ohne Lage", "Gaserzeuger und Gasspeicher 1 von 2"),
        ("Wärmeplanung", "heat:Hinweis", "Einspeisende Anlagen 2 von 3"),
        ("Wärmeplanung", "heat:Hinweis", "§ 23 Abs. 4 WPG"),
        ("Datenprüfung", "checks:Hinweis", "Auffälligkeiten 2 von 4"),
        ("Datenprüfung", "checks:Hinweis", "Mit Lage außerhalb der Karte: Auffälligkeiten 1."),
        ("Datenprüfung", "checks:Gruppen", "Kreis mit Zahl: mehrere an einem Ort"),
    ],
)
def test_each_layout_with_units_says_it(project, paper, theme, item, said):
    assert said in layout_text(project, f"{theme} – {paper}", item)


def test_only_what_the_planner_confirmed_is_drawn_as_feeding_a_network(project):
    layer = project.mapLayer("enact_layer_feeding_plants")
    assert layer.featureCount() == 3
    assert {row["feeds_network"] for row in layer.getFeatures()} == {True}
    assert layer.id() in {
        each.id() for each in project.mapThemeCollection().mapThemeVisibleLayers("Wärmeplanung")
    }


def test_without_a_mark_nothing_is_drawn_as_feeding_a_network(town):
    assert open_layer(town, LAYERS["feeding_plants"]) is None


def test_plants_loaded_before_there_were_marks_are_shown_all_the_same(tmp_path, town_with):
    workspace = town_with("municipality", "plants")
    layer = QgsVectorLayer(workspace.uri("plants"), "plants", "ogr")
    index = layer.fields().lookupField("feeds_network")
    if index >= 0:
        assert layer.dataProvider().deleteAttributes([index])
    del layer
    made = assemble_project(Workspace.open(workspace.path), tmp_path / "alt.qgz")
    assert "Photovoltaik" in made.layers
    assert "Einspeisende Anlagen" in made.absent


def corner(project, *shown):
    """Text in the corner of the map window while these layers are shown."""
    text, _found = project.readEntry("CopyrightLabel", "/Label")
    scope = QgsExpressionContextScope()
    scope.setVariable("map_layer_ids", list(shown))
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.appendScope(scope)
    return QgsExpression.replaceExpressionText(text, context)


def test_the_map_window_says_it_while_plants_are_shown(project):
    assert project.readBoolEntry("CopyrightLabel", "/Enabled") == (True, True)
    assert corner(project, "enact_layer_plants_pv", "enact_layer_streets").startswith(
        "173 von 260 Anlagen ohne Lage im Register (Erzeuger: "
    )
    assert corner(project, "enact_layer_streets") == ""


def test_the_map_window_says_it_of_findings_too(project):
    said = (
        "Ohne Lage und daher nicht gezeichnet: Auffälligkeiten 2 von 4. "
        "Mit Lage außerhalb der Karte: Auffälligkeiten 1."
    )
    assert corner(project, "enact_layer_plant_findings") == said
    assert corner(project, "enact_layer_plants_pv", "enact_layer_plant_findings").splitlines()[-1] == said


def test_a_text_the_planner_put_into_the_corner_stays(tmp_path, town):
    own = QgsProject()
    own.writeEntry("CopyrightLabel", "/Label", "© Stadt")
    own.writeEntry("CopyrightLabel", "/Enabled", False)
    assert own.write(str(tmp_path / "eigen.qgz"))
    assemble_project(town, tmp_path / "eigen.qgz")
    again = QgsProject()
    assert again.read(str(tmp_path / "eigen.qgz"))
    assert again.readEntry("CopyrightLabel", "/Label")[0] == "© Stadt"
    assert again.readBoolEntry("CopyrightLabel", "/Enabled")[0] is False
    again.clear()


def test_a_group_of_another_name_keeps_it_and_themes_of_the_planner_follow_ours(tmp_path, own_town):
    path = tmp_path / "stadt.qgz"
    assemble_project(own_town, path)
    project = QgsProject()
    project.read(str(path))
    record = QgsMapThemeCollection.MapThemeRecord()
    record.setHasCheckedStateInfo(True)
    record.setCheckedGroupNodes({"Anlagen (173 von 260 ohne Lage)"})
    project.mapThemeCollection().insert("Eigenes", record)
    group(project, "Anlagen ohne Lage").setName("Meins")
    assert project.write(str(path))
    project.clear()
    sums = QgsVectorLayer(own_town.uri("plants_by_area"), "", "ogr")
    place = sums.fields().lookupField("unlocated_units")
    assert sums.dataProvider().changeAttributeValues({row.id(): {place: 1} for row in sums.getFeatures()})
    del sums
    assemble_project(own_town, path)
    again = QgsProject()
    again.read(str(path))
    assert group(again, "Anlagen").name() == "Anlagen (2 von 260 ohne Lage)"
    assert group(again, "Anlagen ohne Lage").name() == "Meins"
    assert again.mapThemeCollection().mapThemeState("Eigenes").checkedGroupNodes() == {
        "Anlagen (2 von 260 ohne Lage)"
    }
    again.clear()


def test_plants_of_a_topic_count_as_in_the_sums():
    """Sums of the carriers in the layer's filter; of biomass 3 of 10 and of sewage sludge 1 of 2."""
    sums = {"biomass": Sums(10, 3), "sewage_sludge": Sums(2, 1), "solar": Sums(99, 98)}
    assert unlocated_in(LAYERS["plants_biomass"], None, sums) == (4, 12)
    assert unlocated_in(LAYERS["plants_water"], None, sums) is None
    assert unlocated_in(ProjectLayer("x", "Netze", "X", "streets"), None, sums) is None


def test_a_title_says_nothing_where_all_is_shown():
    assert title_with_share("Photovoltaik", (0, 12)) == "Photovoltaik"
    assert title_with_share("Photovoltaik", None) == "Photovoltaik"
    assert title_with_share("Photovoltaik", (739, 1789)) == "Photovoltaik (739 von 1.789 ohne Lage)"
