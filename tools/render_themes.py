"""Draw each map theme of a QGIS project to a PNG; run through tools/with-qgis.

The extent is the project's own default view, else its full extent. A theme that draws nothing is an error: a map
that stayed white must not pass for a result.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("folder", type=Path, help="where the PNGs go; <theme>.png, layout_<name>.png")
    parser.add_argument("--width", type=int, default=1600)
    parser.add_argument("--height", type=int, default=1200)
    parser.add_argument("--layouts", action="store_true", help="the print layouts too")
    options = parser.parse_args(arguments)

    application = QgsApplication.instance() or start_qgis()
    project = QgsProject.instance()
    if not project.read(str(options.project)):
        sys.exit(f"{options.project}: {project.error() or 'kein QGIS-Projekt'}")
    broken = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    for name in broken:
        print(f"  Layer ohne Daten: {name}", file=sys.stderr)

    options.folder.mkdir(parents=True, exist_ok=True)
    themes = project.mapThemeCollection().mapThemes()
    if not themes:
        sys.exit(f"{options.project}: keine Kartenthemen")
    blank = []
    for theme in themes:
        image = draw_theme(project, theme, QSize(options.width, options.height))
        path = options.folder / f"{file_name(theme)}.png"
        if not image.save(str(path)):
            sys.exit(f"{path}: lässt sich nicht schreiben")
        print(f"  Kartenthema {theme}: {path.name}")
        if is_blank(image):
            blank.append(theme)
    if options.layouts:
        export_layouts(project, options.folder)
    if blank:
        sys.exit(f"leer geblieben: {', '.join(blank)}")
    project.clear()
    application.exitQgis()
    return 0


def start_qgis() -> QgsApplication:
    application = QgsApplication([], False)
    application.initQgis()
    return application


def draw_theme(project: QgsProject, theme: str, size: QSize) -> QImage:
    """Return the map of a theme, with its own visible layers and styles."""
    themes = project.mapThemeCollection()
    settings = QgsMapSettings()
    settings.setOutputSize(size)
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(project.crs())
    settings.setTransformContext(project.transformContext())
    settings.setPathResolver(project.pathResolver())
    settings.setExpressionContext(project.createExpressionContext())
    settings.setLabelingEngineSettings(project.labelingEngineSettings())
    settings.setLayers(themes.mapThemeVisibleLayers(theme))
    settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(theme))
    settings.setExtent(view_extent(project, settings))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    for error in job.errors():
        print(f"  Kartenthema {theme}: {error.message}", file=sys.stderr)
    return job.renderedImage()


def view_extent(project: QgsProject, settings: QgsMapSettings) -> QgsRectangle:
    view = project.viewSettings().defaultViewExtent()
    if view.isNull() or view.isEmpty():
        return settings.fullExtent()
    return QgsRectangle(view)


def export_layouts(project: QgsProject, folder: Path) -> None:
    for layout in project.layoutManager().printLayouts():
        settings = QgsLayoutExporter.ImageExportSettings()
        settings.dpi = 120
        path = folder / f"layout_{file_name(layout.name())}.png"
        result = QgsLayoutExporter(layout).exportToImage(str(path), settings)
        if result != QgsLayoutExporter.ExportResult.Success:
            sys.exit(f"{path}: Das Layout {layout.name()} ließ sich nicht ausgeben ({result})")
        print(f"  Layout {layout.name()}: {path.name}")


def is_blank(image: QImage) -> bool:
    """Tell whether every pixel has the colour of the first."""
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = bytes(whole.constBits().asarray(whole.sizeInBytes()))
    return bits == bits[:4] * (len(bits) // 4)


def file_name(name: str) -> str:
    """Return a name without characters that some file system refuses."""
    plain = name.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "map"


if __name__ == "__main__":
    sys.exit(main())
