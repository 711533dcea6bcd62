"""The font of styles and layouts: Arial, as on every Windows; elsewhere one that looks alike and is there."""

from __future__ import annotations

from functools import lru_cache

from qgis.PyQt.QtCore import QT_VERSION
from qgis.PyQt.QtGui import QFontDatabase

SHIPPED = "Arial"
ALIKE = ("Liberation Sans", "Helvetica", "Open Sans", "DejaVu Sans")
_QT6 = 0x060000


@lru_cache(maxsize=1)
def present_font() -> str:
    """First of the fonts that this machine has; QGIS warns at each opening of a project that names another.

    Asked of the list of families: a look-up by name succeeds with whatever the system takes instead.
    """
    database = QFontDatabase if QT_VERSION >= _QT6 else QFontDatabase()
    families = set(database.families())
    return next((name for name in (SHIPPED, *ALIKE) if name in families), SHIPPED)


def with_present_font(xml: str) -> str:
    """Style or layout as shipped, with a font that is there."""
    return xml.replace(SHIPPED, present_font())
