"""Every shipped style fits the table it is for, on any machine."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsMapLayer,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QSize, QTime
from qgis.PyQt.QtGui import QColor

from enact_plugin.cartography import styles
from enact_plugin.cartography.layer_tree import ID_PREFIX, ProjectLayer, known_layers
from enact_plugin.cartography.project import open_layer
from enact_plugin.cartography.style_table import StoredStyle, write_styles
from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import ColumnType, columns
from enact_plugin.reference.kinds import kind_of_layer, layer_kinds
from enact_plugin.reference.tables import RESOURCES
from enact_plugin.reference.values import values

# style -> tables it is for
TABLES = {layer.style: layer.table for layer in known_layers() if layer.style}
TABLES.update({kind.style: kind.layer for kind in layer_kinds() if kind.style})
ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((RESOURCES / "styles").glob("*.qml"))
TYPES = {
    ColumnType.TEXT: QMetaType.Type.QString,
    ColumnType.INTEGER: QMetaType.Type.LongLong,
    ColumnType.REAL: QMetaType.Type.Double,
    ColumnType.BOOLEAN: QMetaType.Type.Bool,
    ColumnType.DATE: QMetaType.Type.QDate,
    ColumnType.DATETIME: QMetaType.Type.QDateTime,
}
GEOMETRY = {"point": "Point", "line": "MultiLineString", "polygon": "MultiPolygon"}


def empty_layer(table):
    layer = QgsVectorLayer(f"{GEOMETRY[kind_of_layer(table).geometry]}?crs=EPSG:25833", table, "memory")
    layer.dataProvider().addAttributes([QgsField(c.name, TYPES[c.type]) for c in columns(table)])
    layer.updateFields()
    return layer


def expressions(qml):
    """All expressions of a style, wherever it keeps them."""
    root = ET.fromstring(qml)
    for element in root.iter():
        if element.tag == "renderer-v2" and element.get("attr"):
            yield element.get("attr")
        if element.tag == "rule" and element.get("filter") not in (None, "", "ELSE"):
            yield element.get("filter")
        if element.tag == "text-style":
            is_expression = element.get("isExpression") == "1"
            yield element.get("fieldName") if is_expression else f'"{element.get("fieldName")}"'
        if element.tag == "Option" and element.get("name") == "expression":
            yield element.get("value")
        if element.tag == "Option" and element.get("name") == "field":
            yield f'"{element.get("value")}"'
        if element.tag == "temporal":
            yield from (
                element.get(name) for name in ("startExpression", "endExpression") if element.get(name)
            )
        if element.tag == "mapTip":
            yield from re.findall(r"\[%(.*?)%\]", element.text or "", re.DOTALL)


def unknown_fields(qml, names):
    """What a style asks for and the table does not have; also what cannot be parsed."""
    wrong = []
    for text in expressions(qml):
        expression = QgsExpression(text)
        if expression.hasParserError():
            wrong.append(f"{text}: {expression.parserErrorString()}")
        wrong += [name for name in expression.referencedColumns() if name not in names]
        wrong += re.findall(r"represent_value\((?!\")", text)
    return wrong


def test_every_style_is_for_a_table():
    assert {path.stem for path in FILES} == set(TABLES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_style_uses_only_columns_of_its_table(path):
    names = {column.name for column in columns(TABLES[path.stem])}
    qml = path.read_text(encoding="utf-8")
    assert list(expressions(qml)), "the style asks for no column at all: is it for this table?"
    assert unknown_fields(qml, names) == []


@pytest.mark.parametrize(
    "wrong",
    [
        '<qgis><renderer-v2 attr="no_such_column"/></qgis>',
        '<qgis><rule filter="&quot;no_such_column&quot; = 1"/></qgis>',
        '<qgis><text-style fieldName="no_such_column" isExpression="0"/></qgis>',
        '<qgis><temporal startExpression="no_such_column"/></qgis>',
        '<qgis><mapTip>[% upper("no_such_column") %]</mapTip></qgis>',
        '<qgis><Option name="expression" value="2 * &quot;no_such_column&quot;"/></qgis>',
    ],
)
def test_a_style_that_asks_for_a_missing_column_is_found(wrong):
    assert unknown_fields(wrong, {"use"}) == ["no_such_column"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_style_draws_the_layer_it_is_for(path, qgis_app):
    layer = empty_layer(TABLES[path.stem])
    plain = layer.renderer().dump()
    styles.apply_style(layer, path.stem)
    assert layer.renderer().dump() != plain
    assert layer.mapTipTemplate()
    if layer.labelsEnabled():
        assert layer.labeling().settings().isExpression


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_style_needs_no_file_of_this_machine(path):
    text = path.read_text(encoding="utf-8")
    assert "SvgMarker" not in text and "RasterFill" not in text and "SVGFill" not in text
    assert not re.search(r'value="(/|[A-Za-z]:[\\/]|file:)', text)
    assert "base64" not in text


def test_colours_of_a_list_are_those_of_the_table(qgis_app):
    for style, list_ in (("buildings_use", "building_use"), ("census_heating", "census_heating")):
        layer = empty_layer(TABLES[style])
        styles.apply_style(layer, style)
        drawn = {category.value(): category.symbol().color() for category in layer.renderer().categories()}
        for value in values(list_):
            assert QColor(value.color).rgb() == QColor(drawn[value.code].name()).rgb()


def test_each_value_of_a_list_has_a_class(qgis_app):
    lists = {
        "buildings_use": "building_use", "buildings_age": "age_class", "supply_areas": "supply_kind",
        "suitability_network": "suitability", "landuse": "landuse_kind", "exclusions": "exclusion_kind",
        "heatplan_block_carriers": "heat_carrier", "heatplan_block_generators": "heat_generator",
        "heatplan_block_building_types": "plan_building_type", "heatplan_block_age_classes": "plan_age_class",
        "heatplan_heat_networks": "network_status", "rail": "rail_class", "waterways": "water_kind",
        "census_type": "census_building_type", "census_carrier": "census_carrier", "plants": "carrier",
    }  # fmt: skip
    for style, list_ in lists.items():
        layer = empty_layer(TABLES[style])
        styles.apply_style(layer, style)
        renderer = (
            layer.renderer().embeddedRenderer() or layer.renderer() if style == "plants" else layer.renderer()
        )
        drawn = set()
        for category in renderer.categories():
            value = category.value()
            drawn |= set(value) if isinstance(value, list) else {value}
        assert {value.code for value in values(list_)} <= drawn, style


# ---- plants


def units(style, *groups, spacing=200.0):
    """Layer of 500 kW units, one group of neighbours per entry: statuses, or "doubtful" for a doubtful place."""
    layer = empty_layer("plants")
    styles.apply_style(layer, style)
    rows = []
    for number, states in enumerate(groups):
        for offset, state in enumerate(states):
            row = QgsFeature(layer.fields())
            row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number * spacing + 5 * offset, 0)))
            row["net_kw"] = 500.0
            row["status"] = "in_operation" if state == "doubtful" else state
            row["findings"] = "coordinates_outside" if state == "doubtful" else None
            rows.append(row)
    layer.dataProvider().addFeatures(rows)
    layer.updateExtents()
    return layer


def map_settings(layers, extent, width=800):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(width, round(width * extent.height() / extent.width())))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    return settings


def picture(layers, extent):
    job = QgsMapRendererSequentialJob(map_settings(layers, extent))
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colors_near(image, x, y, reach):
    return [
        QColor(image.pixel(i, j)).name()
        for i in range(x - reach, x + reach)
        for j in range(y - reach, y + reach)
    ]


def test_a_cluster_tells_the_state_of_its_units(qgis_app):
    groups = (
        ["in_operation"] * 3,
        ["planned"] * 3,
        ["closed"] * 3,
        ["in_operation", "planned"],
        ["doubtful"] * 2,
    )
    layer = units("plants_pv", *groups)
    image = picture([layer], QgsRectangle(-100, -100, 900, 100))  # 0.8 pixels per metre
    seen = [colors_near(image, round((100 + 200 * n + 5) * 0.8), 80, 18) for n in range(len(groups))]
    operating, planned, closed, mixed, doubtful = seen
    yellow, grey, ring, warning = "#f9c80e", "#dcdcdc", "#2b2f36", "#d6006c"
    assert yellow in operating and yellow in mixed
    assert yellow not in planned and yellow not in closed
    assert closed.count(grey) > 50 > planned.count(grey)
    # the number is dark too; the dashes of the ring are more of it
    assert mixed.count(ring) > operating.count(ring) + 20
    assert warning in doubtful and warning not in operating + planned + closed + mixed


def test_a_single_unit_tells_its_state(qgis_app):
    layer = units("plants_pv", ["in_operation"], ["planned"], ["closed"], ["doubtful"])
    categories = layer.renderer().embeddedRenderer().categories()
    assert [category.label() for category in categories] == [
        "in Betrieb", "in Planung", "stillgelegt", "Lage oder Leistung zu prüfen",
    ]  # fmt: skip
    image = picture([layer], QgsRectangle(-100, -100, 700, 100))  # 1 pixel per metre
    operating, planned, closed, doubtful = (colors_near(image, 100 + 200 * n, 100, 16) for n in range(4))
    assert "#f9c80e" in operating and "#f9c80e" not in planned + closed
    assert "#dcdcdc" in closed and "#d6006c" in doubtful


def test_the_layer_of_all_plants_tells_carrier_and_state_as_the_topics_do(qgis_app):
    groups = (
        ["in_operation"],
        ["planned"],
        ["closed"],
        ["planned"] * 3,
        ["in_operation", "planned"],
        ["in_operation"] * 3,
    )
    layer = units("plants", *groups)
    layer.startEditing()
    for row in layer.getFeatures():
        layer.changeAttributeValue(row.id(), layer.fields().lookupField("carrier"), "wind")
    assert layer.commitChanges()
    image = picture([layer], QgsRectangle(-100, -100, 1100, 100))  # 0.67 pixels per metre
    seen = [colors_near(image, round((100 + 200 * n + 5) * 2 / 3), 67, 14) for n in range(len(groups))]
    operating, planned, closed, planned_group, mixed, operating_group = seen
    blue, mix = "#3f93d8", "#f0e2bf"
    assert blue in operating and blue in operating_group
    assert blue not in planned + closed + planned_group + mixed and "#dcdcdc" in closed
    assert mix in mixed and mix not in planned_group + operating_group
    legend = [category.label() for category in layer.renderer().embeddedRenderer().categories()]
    assert {"Windenergie", "Windenergie, in Planung", "Windenergie, stillgelegt"} <= set(legend)


def label_of(layers, extent):
    """Where the one label of a map stands."""
    job = QgsMapRendererSequentialJob(map_settings(layers, extent))
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    (placed,) = results.allLabels()
    return QgsRectangle(placed.labelRect)


def test_labels_of_other_layers_keep_off_the_plants(qgis_app):
    district = empty_layer("districts")
    styles.apply_style(district, "districts")
    row = QgsFeature(district.fields())
    row.setGeometry(QgsGeometry.fromRect(QgsRectangle(-1000, -1000, 1000, 1000)))
    row["name"] = "Altstadt"
    district.dataProvider().addFeatures([row])
    extent = QgsRectangle(-1200, -1200, 1200, 1200)
    middle = QgsPointXY(0, 0)
    plant = units("plants_pv", ["in_operation"])
    assert label_of([district], extent).contains(middle)
    assert not label_of([plant, district], extent).contains(middle)


def test_sums_of_an_area_keep_generation_and_storage_apart(qgis_app):
    layer = empty_layer("plants_by_area")
    styles.apply_style(layer, "plants_by_area")
    rows = []
    # as the register gives them: the row of all generation repeats the capacity of the storage in the area
    for carrier, count, kw, kwh in (
        ("all", 7, 1500.0, 840.0),
        ("storage", 3, 90.0, 840.0),
        ("solar", 7, 1500.0, 0.0),
    ):
        row = QgsFeature(layer.fields())
        row["area_kind"], row["area_id"], row["area_name"] = "municipality", "14999000", "Probestadt"
        row["carrier"], row["units"], row["net_kw"], row["storage_kwh"] = carrier, count, kw, kwh
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    said = []
    for feature in layer.getFeatures("\"carrier\" <> 'solar'"):
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        html = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        lines = re.findall(r"<tr>(.*?)</tr>", html)
        said.append([re.findall(r"<td[^>]*>(.*?)</td>", line) for line in lines])
    of_generation, of_storage = said
    # whichever of the two rows the mouse finds, it shows both
    assert of_generation == of_storage
    assert of_generation[0] == ["", "<b>Erzeuger</b>", "<b>Stromspeicher</b>"]
    assert ["Anlagen", "7", "3"] in of_generation
    assert ["Nettonennleistung", "1.500 kW", "90 kW"] in of_generation
    assert ["Nutzbare Speicherkapazität", "", "840 kWh"] in of_generation


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_map_tip_shows_no_key_that_was_made_up(path):
    kind = kind_of_layer(TABLES[path.stem])
    official = ("plants", "gas_plants", "plant_changes", "municipality", "districts", "postcodes", "parcels")
    if TABLES[path.stem] in official:
        return  # their keys are official, and asked for
    tip = ET.parse(path).getroot().findtext("mapTip")
    assert f'<td>\' || replace(to_string("{kind.key}")' not in tip


PLANT_STYLES = [path for path in FILES if TABLES[path.stem] == "plants"]
PERSON = "Erika Beispiel"


def unit_called(layer, place):
    unit = QgsFeature(layer.fields())
    unit["name"], unit["mastr_id"], unit["carrier"], unit["net_kw"] = PERSON, "SEE900000000001", "solar", 9.8
    if place:
        unit.setGeometry(QgsGeometry.fromWkt("POINT(410000 5660000)"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(unit)
    return context


@pytest.mark.parametrize("place", (False, True))
@pytest.mark.parametrize("path", PLANT_STYLES, ids=lambda path: path.stem)
def test_a_unit_without_place_is_never_called_by_its_name(qgis_app, path, place):
    # who has a unit at home often gave it their own name; where it stands is withheld for the same reason
    layer = empty_layer("plants")
    styles.apply_style(layer, path.stem)
    context = unit_called(layer, place)
    said = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert (PERSON in said) == place and "SEE900000000001" in said
    for text in expressions(path.read_text(encoding="utf-8")):
        if text not in layer.mapTipTemplate():
            assert PERSON not in str(QgsExpression(text).evaluate(context))
    for shown in known_layers():
        if shown.table == "plants":
            layer.setDisplayExpression(shown.display)
            assert QgsExpression(shown.display).evaluate(context) == (PERSON if place else "SEE900000000001")


# ---- applying and storing


def use_layer(workspace):
    layer = next(layer for layer in known_layers() if layer.id == "buildings_use")
    return open_layer(workspace, layer)


def test_shipped_style_wins_over_the_workspaces_default(own_town):
    layer = QgsVectorLayer(own_town.uri("buildings"), "", "ogr")
    styles.give_default_style(layer, "buildings")
    other = QgsVectorLayer(own_town.uri("buildings"), "", "ogr")
    styles.apply_style(other, "buildings_use")
    assert other.renderer().type() == "categorizedSymbol"


def test_default_style_is_used_by_qgis_itself(own_town):
    styles.give_default_style(QgsVectorLayer(own_town.uri("buildings"), "", "ogr"), "buildings")
    opened = QgsVectorLayer(own_town.uri("buildings"), "", "ogr")
    assert opened.mapTipTemplate()
    assert opened.attributeAlias(opened.fields().lookupField("use")) == "Nutzung"


def test_default_style_of_somebody_else_stays(own_town):
    layer = QgsVectorLayer(own_town.uri("buildings"), "", "ogr")
    layer.renderer().symbol().setColor(QColor("#123456"))
    layer.saveStyleToDatabase("mein Stil", "", True, "")
    styles.give_default_style(layer, "buildings")
    _related, _keys, names, _descriptions, _error = layer.listStylesInDatabase()
    assert names[:1] == ["mein Stil"]
    assert "buildings" not in names


def test_stored_style_that_nobody_changed_gives_way_to_a_newer_one(own_town):
    layer = use_layer(own_town)
    # what an older release shipped: a style that differs from today's, with its own fingerprint
    layer.renderer().updateCategoryLabel(0, "früher anders")
    styles.mark_as_shipped(layer)
    write_styles(own_town.path, [styles.stored_style(layer, "buildings", "buildings_use", False)])
    again = use_layer(own_town)
    assert again.renderer().categories()[0].label() != "früher anders"


def test_stored_style_that_the_planner_changed_is_used(own_town):
    layer = use_layer(own_town)
    write_styles(own_town.path, [styles.stored_style(layer, "buildings", "buildings_use", False)])
    layer.renderer().updateCategoryLabel(0, "von der Planerin")
    write_styles(own_town.path, [styles.stored_style(layer, "buildings", "buildings_use", False)])
    again = use_layer(own_town)
    assert again.renderer().categories()[0].label() == "von der Planerin"
    assert styles.changed_by_planner(again)


def test_stored_styles_replace_their_namesakes_only(own_town):
    def stored(name, default=False):
        return StoredStyle("buildings", "geom", name, "<qgis/>", "", default)

    write_styles(own_town.path, [stored("a", default=True), stored("b")])
    write_styles(own_town.path, [stored("b", default=True)])
    layer = QgsVectorLayer(own_town.uri("buildings"), "", "ogr")
    related, _keys, names, _descriptions, _error = layer.listStylesInDatabase()
    assert related == 2
    assert sorted(names[:2]) == ["a", "b"]
    # the table had a default already: it keeps it
    assert layer.loadDefaultStyle()[1] or "a" in names


def test_a_missing_style_is_an_error_that_names_it(qgis_app):
    with pytest.raises(EnactError) as caught:
        styles.apply_style(empty_layer("buildings"), "no_such_style")
    assert caught.value.code == "style_missing"
    assert caught.value.params["style"] == "no_such_style"


def test_subset_layers_share_a_table_but_not_their_look(own_town):
    wind, pv = (
        open_layer(own_town, layer) for layer in known_layers() if layer.id in ("plants_wind", "plants_pv")
    )
    assert wind.renderer().clusterSymbol().color() != pv.renderer().clusterSymbol().color()
    assert wind.featureCount() + pv.featureCount() < 260


def test_plants_appear_and_go_with_time(own_town):
    layer = open_layer(own_town, next(layer for layer in known_layers() if layer.id == "plants_pv"))
    time = layer.temporalProperties()
    assert time.isActive()
    assert time.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
    year = QgsDateTimeRange(
        QDateTime(QDate(2010, 1, 1), QTime(0, 0)), QDateTime(QDate(2010, 12, 31), QTime(0, 0))
    )
    filter_ = time.createFilterString(QgsVectorLayerTemporalContext(), year)
    there = {feature["mastr_id"] for feature in layer.getFeatures(QgsFeatureRequest(QgsExpression(filter_)))}
    expected = set()
    for feature in layer.getFeatures():
        begun, closed = feature["commissioned"], feature["closed"]
        if (not begun or begun <= QDate(2010, 12, 31)) and (not closed or closed > QDate(2010, 1, 1)):
            expected.add(feature["mastr_id"])
    assert there == expected
    assert 0 < len(expected) < layer.featureCount()


def test_opening_a_layer_whose_filter_finds_nothing(own_town):
    nothing = ProjectLayer("x", "G", "X", "plants", subset="\"carrier\" = 'nuclear'", style="plants_other")
    assert open_layer(own_town, nothing) is None


def test_fingerprint_tells_a_change_and_only_a_change(own_town):
    layer = use_layer(own_town)
    before = styles.fingerprint(layer)
    layer.setName("anderer Name")
    assert styles.fingerprint(layer) == before
    layer.renderer().updateCategoryRenderState(0, False)
    assert styles.fingerprint(layer) != before
    assert layer.type() == QgsMapLayer.LayerType.VectorLayer


def test_fingerprint_does_not_depend_on_the_order_of_attributes():
    # Qt writes them in another order in each process
    assert styles._hash('<a b="1" c="2"/><d e="3">x</d>') == styles._hash('<a c="2" b="1"/>\n<d e="3">x</d>')
    assert styles._hash('<a b="1"/>') != styles._hash('<a b="2"/>')


def test_ids_are_long_enough_for_qgis_to_keep_them():
    # an id of ten characters or less is replaced when the project is read
    assert all(len(f"{ID_PREFIX}{layer.id}") > 10 for layer in known_layers())
    assert len(ID_PREFIX) >= 10


@pytest.mark.skipif(Qgis.versionInt() // 100 != 340, reason="other releases of QGIS write other attributes")
def test_styles_are_those_their_descriptions_make(tmp_path):
    run = [sys.executable, str(ROOT / "tools" / "make_styles.py"), str(tmp_path)]
    subprocess.run(run, check=True, capture_output=True, timeout=120)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.qml")}
    shipped = {path.name: path.read_bytes() for path in FILES}
    assert made.keys() <= shipped.keys()
    assert [name for name, data in made.items() if data != shipped[name]] == [], "run tools/make_styles.py"


def test_a_stored_style_that_cannot_be_read_is_passed_over(own_town):
    write_styles(own_town.path, [StoredStyle("buildings", "geom", "buildings_use", "<no style", "", False)])
    layer = use_layer(own_town)
    assert layer.renderer().type() == "categorizedSymbol"
    assert not styles.changed_by_planner(layer)
