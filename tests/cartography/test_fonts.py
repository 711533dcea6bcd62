"""Styles and layouts name a font that is there."""

from qgis.PyQt.QtCore import QT_VERSION
from qgis.PyQt.QtGui import QFontDatabase

from enact_plugin.cartography.fonts import SHIPPED, present_font, with_present_font


def test_the_font_is_one_of_this_machine(qgis_app):
    database = QFontDatabase if QT_VERSION >= 0x060000 else QFontDatabase()
    families = database.families()
    assert present_font() in families or not families
    assert with_present_font(f'<family name="{SHIPPED}"/>') == f'<family name="{present_font()}"/>'
