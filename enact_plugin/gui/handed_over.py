"""Widgets made here and handed to QGIS by a virtual function that says "this one is new"."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QWidget

_ALIVE: set[QWidget] = set()


def handed_over(widget: QWidget) -> QWidget:
    """Keep the Python half of a widget until Qt has deleted the other half.

    `QgsAbstractProcessingParameterWidgetWrapper.createWrappedWidget` gives the widget a second Python object and lets
    the first one go, of which the C++ object still knows: without this it reads freed memory when it is deleted, and
    QGIS may crash as the dialog closes.
    """
    _ALIVE.add(widget)
    widget.destroyed.connect(lambda _gone=None: _ALIVE.discard(widget))
    return widget
