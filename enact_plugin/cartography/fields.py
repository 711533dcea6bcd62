"""What a person reads of a layer's columns: alias, list of values, form; all from the tables."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorTextElement,
    QgsAttributeTableConfig,
    QgsEditorWidgetSetup,
)

from ..reference.columns import Column, ColumnType, columns
from ..reference.tables import rows
from ..reference.values import values
from . import finding_values
from .originals import ORIGINALS, registered_values

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

_ORIGIN_TAB = "Herkunft"
_REST_TAB = "Weitere Angaben"
_ONLY_TAB = "Angaben"
# columns that hold codes with a semicolon between, and the list the codes are from
_SEVERAL = {
    ("plants", "findings"): "plant_finding",
    ("plants", "findings_accepted"): "plant_finding",
    ("gas_plants", "findings"): "plant_finding",
    ("buildings", "findings"): "building_finding",
}
_CENSUS_COLUMNS = frozenset({"dashes", "uncertain"})  # they name other columns of their table
# as delivered, mostly in a known vocabulary: what is in the list is translated, the rest stays
_OPEN_LISTS = {("streets", "surface"): "street_surface", ("plant_findings", "finding"): "plant_finding"}

# names for programs, which say nothing beside what a person reads; the form has them last, or in words
_NOT_IN_TABLE = {finding_values.LAYER: ("finding_id", finding_values.FIELDS)}


def describe_fields(layer: QgsVectorLayer, table: str, key: str = "") -> None:
    """Give a layer the aliases, value lists and form of its table.

    Parameters
    ----------
    layer : QgsVectorLayer
        Columns it lacks are passed over, columns the table does not know keep their name.
    table : str
        Layer of the workspace, as in columns.csv.
    key : str
        Column that identifies a row; shown, never edited.
    """
    known = [column for column in columns(table) if layer.fields().lookupField(column.name) >= 0]
    for column in known:
        index = layer.fields().lookupField(column.name)
        layer.setFieldAlias(index, column.label())
        layer.setEditorWidgetSetup(index, _widget(column))
    hidden = layer.fields().lookupField("fid")
    if hidden >= 0:
        layer.setEditorWidgetSetup(hidden, QgsEditorWidgetSetup("Hidden", {}))
    _make_form(layer, table, known, key)
    _hide_in_table(layer, _NOT_IN_TABLE.get(table, ()))


def code_labels(column: Column) -> tuple[tuple[str, str], ...]:
    """Code and German label of what a column holds besides the values of a closed list; empty for other columns."""
    if column.layer == "census_cells" and column.name in _CENSUS_COLUMNS:
        return tuple((other.name, other.alias_de) for other in columns(column.layer))
    place = (column.layer, column.name)
    return tuple(
        (value.code, value.label_de) for value in values(_SEVERAL.get(place) or _OPEN_LISTS.get(place, ""))
    )


def spoken(column: Column, between: str = "; ") -> str:
    """Return the QGIS expression for the labels of the codes in a column; a code without label stays as it is.

    Parameters
    ----------
    column : Column
    between : str
        What stands between two labels.
    """
    pairs = ", ".join(
        f"{_constant(f';{code};')}, {_constant(f';{label};')}" for code, label in code_labels(column)
    )
    # between semicolons, so that no code is found inside another
    labels = f"replace(';' || \"{column.name}\" || ';', map({pairs}))"
    return f"replace(regexp_replace({labels}, '^;|;$', ''), ';', {_constant(between)})"


def _constant(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _said(column: Column) -> str:
    """Expression for what the form shows in the place of codes, which no widget edits; empty for other columns.

    A form does not wrap a text: each thing has a line.
    """
    place = (column.layer, column.name)
    if place == ORIGINALS:
        return registered_values("\n")
    if column.layer == finding_values.LAYER and column.name in finding_values.NAMED:
        return finding_values.in_words(column.name, "\n")
    return spoken(column, "\n") if code_labels(column) and place not in _OPEN_LISTS else ""


def _widget(column: Column) -> QgsEditorWidgetSetup:
    open_list = _OPEN_LISTS.get((column.layer, column.name), "")
    listed = values(column.values or open_list)
    if listed:
        return QgsEditorWidgetSetup("ValueMap", {"map": [{value.label(): value.code} for value in listed]})
    if column.name == "url":
        return QgsEditorWidgetSetup("ExternalResource", {"UseLink": True, "FullUrl": True})
    if column.name.startswith("reasons"):  # several sentences: a line would show the first
        return QgsEditorWidgetSetup("TextEdit", {"IsMultiline": True, "UseHtml": False})
    return QgsEditorWidgetSetup(*_WIDGETS[column.type])


def _date_widget(shown: str, stored: str) -> tuple[str, dict[str, Any]]:
    options = {"display_format": shown, "field_format": stored, "calendar_popup": True, "allow_null": True}
    return "DateTime", options


_WIDGETS: dict[ColumnType, tuple[str, dict[str, Any]]] = {
    ColumnType.TEXT: ("TextEdit", {}),
    ColumnType.INTEGER: ("TextEdit", {}),
    ColumnType.REAL: ("TextEdit", {}),
    ColumnType.BOOLEAN: ("CheckBox", {}),
    ColumnType.DATE: _date_widget("dd.MM.yyyy", "yyyy-MM-dd"),
    ColumnType.DATETIME: _date_widget("dd.MM.yyyy HH:mm", "yyyy-MM-dd HH:mm:ss"),
}


def form_tabs(table: str, names: list[str], key: str = "") -> dict[str, list[str]]:
    """Return the tabs of a table's form and the columns in each.

    Parameters
    ----------
    table : str
    names : list of str
        Columns present, in their order.
    key : str
        Column that identifies a row; it says little to a reader and stands at the back.

    Returns
    -------
    dict
        Title to column names; every column stands in exactly one tab.
    """
    tabs: dict[str, list[str]] = {}
    left = list(names)
    for row in rows("form_tabs"):
        if row["layer"] == table:
            listed = [name for name in row["columns"].split("|") if name in left]
            left = [name for name in left if name not in listed]
            tabs.setdefault(row["tab_de"], []).extend(listed)
    rest = _REST_TAB if tabs else _ONLY_TAB
    for name in left:
        at_the_back = name.endswith("_source") or name == key
        tabs.setdefault(_ORIGIN_TAB if at_the_back else rest, []).append(name)
    return {title: listed for title, listed in tabs.items() if listed}


def _hide_in_table(layer: QgsVectorLayer, names: Collection[str]) -> None:
    """Leave columns out of the attribute table, unless somebody arranged it already."""
    config = layer.attributeTableConfig()
    untouched = QgsAttributeTableConfig()
    untouched.update(layer.fields())
    if not names or config != untouched:
        return
    for place, column in enumerate(config.columns()):
        if column.name in names:
            config.setColumnHidden(place, True)
    layer.setAttributeTableConfig(config)


def _make_form(layer: QgsVectorLayer, table: str, known: list[Column], key: str) -> None:
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    root = form.invisibleRootContainer()
    by_name = {column.name: column for column in known}
    for title, names in form_tabs(table, list(by_name), key).items():
        tab = QgsAttributeEditorContainer(title, root)
        tab.setType(Qgis.AttributeEditorContainerType.Tab)
        tab.setColumnCount(1)
        for name in names:
            said = _said(by_name[name])
            if said:
                text = QgsAttributeEditorTextElement(by_name[name].label().replace(" (JSON)", ""), tab)
                text.setText(f"[% coalesce({said}, '–') %]")
                tab.addChildElement(text)
            else:
                tab.addChildElement(QgsAttributeEditorField(name, layer.fields().lookupField(name), tab))
        form.addTab(tab)
    if key:
        form.setReadOnly(layer.fields().lookupField(key), True)
    layer.setEditFormConfig(form)
