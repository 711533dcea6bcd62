"""What a person reads of a layer's columns: alias, list of values, form; all from the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsEditorWidgetSetup,
)

from ..reference.columns import Column, ColumnType, columns
from ..reference.tables import rows
from ..reference.values import values

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

_ORIGIN_TAB = "Herkunft"
_REST_TAB = "Weitere Angaben"
_ONLY_TAB = "Angaben"


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


def _widget(column: Column) -> QgsEditorWidgetSetup:
    listed = values(column.values) if column.values else ()
    if listed:
        return QgsEditorWidgetSetup("ValueMap", {"map": [{value.label(): value.code} for value in listed]})
    if column.name == "url":
        return QgsEditorWidgetSetup("ExternalResource", {"UseLink": True, "FullUrl": True})
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


def form_tabs(table: str, names: list[str]) -> dict[str, list[str]]:
    """Return the tabs of a table's form and the columns in each.

    Parameters
    ----------
    table : str
    names : list of str
        Columns present, in their order.

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
        tabs.setdefault(_ORIGIN_TAB if name.endswith("_source") else rest, []).append(name)
    return {title: listed for title, listed in tabs.items() if listed}


def _make_form(layer: QgsVectorLayer, table: str, known: list[Column], key: str) -> None:
    form = layer.editFormConfig()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    root = form.invisibleRootContainer()
    for title, names in form_tabs(table, [column.name for column in known]).items():
        tab = QgsAttributeEditorContainer(title, root)
        tab.setType(Qgis.AttributeEditorContainerType.Tab)
        tab.setColumnCount(1)
        for name in names:
            tab.addChildElement(QgsAttributeEditorField(name, layer.fields().lookupField(name), tab))
        form.addTab(tab)
    if key:
        form.setReadOnly(layer.fields().lookupField(key), True)
    layer.setEditFormConfig(form)
