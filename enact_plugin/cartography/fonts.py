"""The font of styles and layouts: Arial, as on every Windows; elsewhere one that looks alike and is there."""

from __future__ import annotations

from functools import lru_cache

from qgis.core import QgsFontUtils

SHIPPED = "Arial"
ALIKE = ("Liberation Sans", "Helvetica", "Open Sans", "DejaVu Sans")


@lru_cache(maxsize=1)
def present_font() -> str:
    """First of the fonts that this machine has; QGIS warns at each opening of a project that names another."""
    return next((name for name in (SHIPPED, *ALIKE) if QgsFontUtils.fontFamilyOnSystem(name)), SHIPPED)


def with_present_font(xml: str) -> str:
    """Style or layout as shipped, with a font that is there."""
    return xml.replace(SHIPPED, present_font())
