"""How long QGIS draws the project of Musterstadt: full extent, and 1:10,000 in the densest quarter, for each theme."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from bench_municipality import BUILD
from bench_municipality import run as run_main_job
from common import report

WIDTH, HEIGHT, DPI = 1600, 1000, 96


def main() -> None:
    """Draw each theme at both scales, three times, and report the median."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=100_000)
    size = parser.parse_args().size
    path = BUILD / f"run-{size}" / "m.qgz"
    if not path.exists():
        run_main_job(size)
    report("draw", themes=draw(path))


def draw(path: Path) -> list[dict[str, object]]:
    """Seconds per theme and scale."""
    from qgis.core import QgsApplication, QgsProject

    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    started = time.perf_counter()
    if not project.read(str(path)):
        raise RuntimeError(f"{path} cannot be opened")
    opened = time.perf_counter() - started
    full = project.viewSettings().defaultViewExtent()
    quarter = densest_quarter(project, 10_000)
    rows = []
    for theme in project.mapThemeCollection().mapThemes():
        layers = project.mapThemeCollection().mapThemeVisibleLayers(theme)
        rows.append(
            {
                "theme": theme,
                "layers": len(layers),
                "open_s": opened,
                "full_s": median_seconds(layers, full),
                "dense_10000_s": median_seconds(layers, quarter),
            }
        )
    return rows


def densest_quarter(project: object, scale: int) -> object:
    """Map extent at `scale` around the 500 m square with most buildings."""
    import numpy as np
    from qgis.core import QgsRectangle, QgsVectorLayer

    source = next(
        layer.source() for layer in project.mapLayers().values() if "layername=buildings" in layer.source()
    )
    layer = QgsVectorLayer(source, "buildings", "ogr")
    boxes = [feature.geometry().boundingBox().center() for feature in layer.getFeatures()]
    squares = np.floor(np.array([[point.x(), point.y()] for point in boxes]) / 500)
    unique, counts = np.unique(squares, axis=0, return_counts=True)
    x, y = (unique[counts.argmax()] + 0.5) * 500
    width_m, height_m = (pixels / DPI * 0.0254 * scale for pixels in (WIDTH, HEIGHT))
    return QgsRectangle(x - width_m / 2, y - height_m / 2, x + width_m / 2, y + height_m / 2)


def median_seconds(layers: list[object], extent: object, times: int = 3) -> float:
    """Median time of drawing, layers in parallel as in QGIS' window."""
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject
    from qgis.PyQt.QtCore import QSize

    seconds = []
    for _number in range(times):
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(QgsProject.instance().crs())
        settings.setOutputSize(QSize(WIDTH, HEIGHT))
        settings.setOutputDpi(DPI)
        settings.setExtent(extent)
        started = time.perf_counter()
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        seconds.append(time.perf_counter() - started)
    return sorted(seconds)[times // 2]


if __name__ == "__main__":
    main()
