"""The table of project layers fits the tables of columns, values and kinds."""

import re

import pytest
from qgis.core import QgsExpression

from enact_plugin.cartography.layer_tree import (
    ProjectLayer,
    described_layers,
    display_expression,
    groups_in_order,
    known_layers,
    project_layers,
    themes,
    with_other_kinds,
)
from enact_plugin.cartography.styles import style_path
from enact_plugin.reference.columns import columns
from enact_plugin.reference.kinds import LayerKind, kind_of_layer, layer_kinds
from enact_plugin.reference.values import values

INNER = re.compile(r'IN \(SELECT .* FROM "(?P<table>\w+)" WHERE .*\)')
LAYERS = {layer.id: layer for layer in known_layers()}


def kind(layer, geometry, group):
    empty = dict.fromkeys(LayerKind.__dataclass_fields__, "")
    return LayerKind(
        **{**empty, "kind": layer, "layer": layer, "geometry": geometry, "group_de": group, "style": layer}
    )


def test_ids_and_titles_are_unique():
    assert len({layer.id for layer in described_layers()}) == len(described_layers())
    assert len({layer.title for layer in described_layers()}) == len(described_layers())


def test_groups_are_those_of_the_issue_in_drawing_order():
    tops = dict.fromkeys(group.split("/")[0] for group in groups_in_order(described_layers()))
    assert list(tops) == [
        "Anlagen", "Anlagen ohne Lage", "Datenprüfung", "Wärmenetze", "Netze", "Gebäude", "Wärmeanalyse",
        "Wärmeplanung", "Statistik", "Grundkarte",
    ]  # fmt: skip


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_filter_and_name_use_columns_of_the_table(layer):
    names = {column.name for column in columns(layer.table)}
    assert names, f"columns.csv has no columns of {layer.table}"
    inner = INNER.search(layer.subset)
    if inner:  # a filter that looks into another table: SQL, no expression of QGIS
        others = {column.name for column in columns(inner["table"])}
        assert set(re.findall(r'"(\w+)"', inner[0])) - {inner["table"]} <= others
    for text in (INNER.sub("IN ('x')", layer.subset), display_expression(layer)):
        expression = QgsExpression(text)
        assert not expression.hasParserError() or not text
        assert expression.referencedColumns() <= names


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS)
def test_each_layer_has_its_style(layer):
    if kind_of_layer(layer.table).geometry == "none":
        assert layer.style == ""  # a table has no look
    else:
        assert style_path(layer.style).is_file()


def test_each_kind_of_layer_is_shown():
    assert {kind.layer for kind in layer_kinds()} == {layer.table for layer in known_layers()}


def test_each_carrier_is_in_exactly_one_layer():
    filters = [QgsExpression(layer.subset) for layer in described_layers() if layer.table == "plants"]
    for value in values("carrier"):
        hits = [text for text in filters if f"'{value.code}'" in text.expression()]
        assert len(hits) == 1, value.code


def test_carriers_of_one_group_share_a_layer():
    for value in values("carrier"):
        (layer,) = [
            layer for layer in described_layers()
            if layer.table == "plants" and f"'{value.code}'" in layer.subset
        ]  # fmt: skip
        assert layer.style == f"plants_{value.group}"


def test_themes_of_layers_exist():
    ids = {theme.id for theme in themes()}
    named = {entry.partition("?")[0] for layer in described_layers() for entry in layer.themes}
    assert named == ids


def test_only_present_tables_are_shown():
    assert {layer.table for layer in project_layers({"buildings"})} == {"buildings"}


def test_a_new_kind_needs_no_row_here():
    described = (ProjectLayer("a", "Netze", "A", "a"), ProjectLayer("b", "Grundkarte", "B", "b"))
    kinds = [kind("line", "line", "Netze"), kind("area", "polygon", "Netze"), kind("x", "point", "Neu")]
    shown = with_other_kinds(described, [*kinds, kind("table", "none", "Netze")])
    # lines on top of the group, areas and tables at its bottom, a new group before the base map
    assert [layer.id for layer in shown] == ["line", "a", "area", "table", "x", "b"]


def test_buildings_stand_out_of_areas_and_plants_out_of_both():
    order = [layer.id for layer in known_layers()]
    assert order.index("plants_pv") < order.index("heat_networks") < order.index("buildings_use")
    assert order.index("line_density") < order.index("heat_density") < order.index("buildings_plain")
