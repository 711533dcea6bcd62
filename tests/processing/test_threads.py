"""Algorithms run in QGIS' pool threads, which come back to Python again and again."""

from __future__ import annotations

import geopandas as gpd
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from shapely.geometry import box

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace


def test_the_same_thread_can_load_many_times(provider, qgis_new_project, tmp_path):
    # pyproj 3.7 crashed the process at the second run in a pool thread
    frame = gpd.GeoDataFrame(
        {"ot_nr": ["1"], "ot_name": ["Mitte"]},
        geometry=[box(400_000, 5_680_000, 400_100, 5_680_100)],
        crs=25833,
    )
    file = write_file(frame, tmp_path / "ortsteile.gpkg")
    path = tmp_path / "stadt.gpkg"
    for _number in range(6):
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadlayer")
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        values = {"INPUT": str(file), "KIND": "districts", "AGS": "99999999", "WORKSPACE": str(path)}
        task = QgsProcessingAlgRunnerTask(algorithm, values, context, feedback)
        ended = []
        task.executed.connect(lambda successful, _results, ended=ended: ended.append(successful))
        QgsApplication.taskManager().addTask(task)
        while not ended:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        assert ended == [True], feedback.textLog()
    assert len(Workspace.open(path).read("districts")) == 1
    assert len(Workspace.open(path).runs()) == 6
