"""Messages in a message bar, with buttons that lead on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Callable

from qgis.core import Qgis
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

TITLE = "EnAct"
_SECONDS_OF_A_NOTE = 8
_MOST_LINES = 5
_ICON_AND_CROSS = 130  # pixels beside the text


def notify(
    bar: QgsMessageBar,
    text: str,
    level: Qgis.MessageLevel,
    buttons: Mapping[str, Callable[[], object]] | None = None,
) -> QgsMessageBarItem:
    """Show a message; problems, and what offers a button, stay until they are closed.

    Parameters
    ----------
    buttons : mapping of str to callable, optional
        Text of the button to what it does.

    Returns
    -------
    QgsMessageBarItem
        For `withdraw`.
    """
    item = bar.createMessage(TITLE, text)
    beside = _ICON_AND_CROSS
    for label, action in (buttons or {}).items():
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        item.layout().addWidget(button)
        beside += button.sizeHint().width()
    place = bar if bar.isVisible() or bar.parentWidget() is None else bar.parentWidget()
    _give_lines(item, f"{TITLE}: {text}", place.width() - beside)
    lasting = bool(buttons) or level in (Qgis.MessageLevel.Warning, Qgis.MessageLevel.Critical)
    bar.pushWidget(item, level, 0 if lasting else _SECONDS_OF_A_NOTE)
    return item


def withdraw(bar: QgsMessageBar, items: Sequence[QgsMessageBarItem]) -> None:
    """Take messages away, as far as they are still shown; their buttons would call into an unloaded plugin."""
    shown = bar.items()
    for item in items:
        if item in shown:
            bar.popWidget(item)


def _give_lines(item: QgsMessageBarItem, text: str, width: int) -> None:
    """Show a long message whole: QGIS gives each one line and lets the reader scroll."""
    browser = item.findChild(QTextBrowser)
    if browser is None or width <= 0:
        return
    needed = browser.fontMetrics().boundingRect(0, 0, width, 10_000, Qt.TextFlag.TextWordWrap, text).height()
    lines = min(max(round(needed / browser.fontMetrics().lineSpacing()), 1), _MOST_LINES)
    if lines > 1:
        height = lines * browser.fontMetrics().lineSpacing() + 12
        look = f"background-color: rgba(0,0,0,0); margin-top: 0.25em; min-height: {height}px; max-height: {height}px;"
        browser.setStyleSheet(f"QTextEdit {{ {look} }} QScrollBar {{ background-color: rgba(0,0,0,0); }}")
