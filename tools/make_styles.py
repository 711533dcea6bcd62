"""Write the styles in resources/styles from one short description each; colours and classes come from the tables.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tools/make_styles.py [folder]

A style drawn by hand in QGIS is just as good: it only must not have the name of one that is described here.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication

from tools import (
    styles_analysis,
    styles_base,
    styles_heat,
    styles_network,
    styles_plants,
    styles_register,
    styles_stock,
)
from tools.style_parts import STYLE_OF, STYLES, empty_layer, save_style

TOPICS = (
    styles_plants,
    styles_register,
    styles_stock,
    styles_heat,
    styles_analysis,
    styles_network,
    styles_base,
)  # importing them fills STYLE_OF


def main(folder: Path) -> None:
    """Write every style."""
    for name, (table, geometry, draw) in STYLE_OF.items():
        layer = empty_layer(table, geometry)
        draw(layer)
        save_style(layer, name, folder)
    print(f"{len(STYLE_OF)} styles in {folder}")


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else STYLES)
    application.exitQgis()
