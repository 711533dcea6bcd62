"""Styles: shipped as QML, stored in the workspace, and never written over what the planner changed."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ..errors import EnactError
from ..reference.kinds import kind_of_layer
from ..reference.tables import RESOURCES
from .fields import describe_fields
from .fonts import with_present_font
from .style_table import StoredStyle, write_styles

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

FINGERPRINT = "enact/style"
_DRAWN = QgsMapLayer.StyleCategory.Symbology | QgsMapLayer.StyleCategory.Labeling
_STORED = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Fields
    | QgsMapLayer.StyleCategory.Forms
    | QgsMapLayer.StyleCategory.MapTips
    | QgsMapLayer.StyleCategory.Temporal
    | QgsMapLayer.StyleCategory.Rendering
)


def style_path(name: str) -> Path:
    """Path of a shipped style, whether or not it exists."""
    return RESOURCES / "styles" / f"{name}.qml"


def apply_style(layer: QgsVectorLayer, name: str) -> None:
    """Draw a layer with a shipped style.

    Raises
    ------
    EnactError
        ``style_missing``, ``style_unreadable``.
    """
    path = style_path(name)
    if not path.is_file():
        raise EnactError("style_missing", style=name, path=str(path))
    # not loadNamedStyle: where the workspace holds a default style, it takes that one and ignores the file
    document = QDomDocument()
    read, detail, line, _column = document.setContent(with_present_font(path.read_text(encoding="utf-8")))
    if not read:
        raise EnactError("style_unreadable", style=name, detail=f"{detail} ({line})")
    _import(layer, document, QgsMapLayer.StyleCategory.AllStyleCategories, name)


def _import(
    layer: QgsVectorLayer, document: QDomDocument, categories: QgsMapLayer.StyleCategory, name: str
) -> None:
    done, message = layer.importNamedStyle(document, categories)
    if not done:
        raise EnactError("style_unreadable", style=name, detail=message)


def fingerprint(layer: QgsVectorLayer) -> str:
    """Hash of how a layer is drawn and labelled; the same after a project was written and read again."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _DRAWN)
    return _hash(document.toString())


def mark_as_shipped(layer: QgsVectorLayer) -> None:
    """Remember the present style as ours, so that a change by the planner shows."""
    layer.setCustomProperty(FINGERPRINT, fingerprint(layer))


def changed_by_planner(layer: QgsVectorLayer) -> bool:
    """Whether the layer is drawn differently from how we left it."""
    left = layer.customProperty(FINGERPRINT, "")
    return bool(left) and left != fingerprint(layer)


def copy_style(source: QgsVectorLayer, target: QgsVectorLayer) -> None:
    """Draw and label a layer as another one of the same table."""
    document = QDomDocument()
    source.exportNamedStyle(document, QgsReadWriteContext(), _DRAWN)
    _import(target, document, _DRAWN, source.name())
    target.setCustomProperty(FINGERPRINT, source.customProperty(FINGERPRINT, ""))


def use_stored_style(layer: QgsVectorLayer, name: str) -> bool:
    """Draw a layer with the style of this name in its workspace, if the planner changed it there.

    Returns
    -------
    bool
        Whether there was such a style.
    """
    shipped = fingerprint(layer)
    for key, described in _stored(layer, name):
        qml, error = layer.getStyleFromDatabase(key)
        document = QDomDocument()
        if error or not document.setContent(qml)[0]:
            continue
        before = QDomDocument()
        layer.exportNamedStyle(before, QgsReadWriteContext(), _DRAWN)
        done, _message = layer.importNamedStyle(document, _DRAWN)
        if done and fingerprint(layer) not in (described, shipped):
            layer.setCustomProperty(FINGERPRINT, shipped)
            return True
        _import(layer, before, _DRAWN, name)
    return False


def stored_style(layer: QgsVectorLayer, table: str, name: str, default: bool) -> StoredStyle:
    """Return a layer's style as it is to stand in its workspace.

    Parameters
    ----------
    default : bool
        Whether QGIS uses it when someone opens the table by hand.
    """
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _STORED)
    # the description is the fingerprint of the style as shipped: a stored style that differs is the planner's
    described = str(layer.customProperty(FINGERPRINT, "")) or fingerprint(layer)
    column = layer.dataProvider().geometryColumnName()
    return StoredStyle(table, column, name, document.toString(), described, default)


def give_default_style(layer: QgsVectorLayer, table: str) -> None:
    """Store the shipped style of a table in its workspace, unless somebody has stored one.

    Parameters
    ----------
    layer : QgsVectorLayer
        The table, opened from its workspace.
    table : str
    """
    kind = kind_of_layer(table)
    related, *_others = layer.listStylesInDatabase()
    if related or kind is None or not style_path(kind.style).is_file():
        return
    apply_style(layer, kind.style)
    describe_fields(layer, table, kind.key)
    path = Path(layer.dataProvider().dataSourceUri().partition("|")[0])
    write_styles(path, [stored_style(layer, table, kind.style, default=True)])


def _stored(layer: QgsVectorLayer, name: str) -> list[tuple[str, str]]:
    """Key and description of the styles of this name in the layer's own database."""
    _count, keys, names, descriptions, _error = layer.listStylesInDatabase()
    return [(key, described) for key, known, described in zip(keys, names, descriptions) if known == name]


def _hash(qml: str) -> str:
    # Qt writes attributes in another order in each process, so the order of the words must not count
    words = sorted(re.split(r"(?:\s|<|/?>)+", qml))
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:32]
