"""Reference systems keep their definition when the thread that made them is gone."""

from __future__ import annotations

import time

import geopandas as gpd
import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QThreadPool
from shapely.geometry import Point

from enact_plugin.errors import EnactError
from enact_plugin.layers.frames import reproject
from enact_plugin.layers.projections import crs_of, defined, forget, make_usual

UTM = "EPSG:25833"


@pytest.fixture
def short_lived_threads(qgis_app):
    """Threads of the pool end after a third of a second instead of half a minute."""
    pools = {QThreadPool.globalInstance()}
    own = getattr(QgsApplication.taskManager(), "threadPool", None)
    if own is not None:
        pools.add(own())
    before = {pool: pool.expiryTimeout() for pool in pools}
    for pool in pools:
        pool.setExpiryTimeout(300)
    yield
    for pool, timeout in before.items():
        pool.setExpiryTimeout(timeout)
    forget()


def in_a_thread(work):
    """What `work` returns in a thread of QGIS' pool, which is there for a moment yet."""
    ended = []
    task = QgsTask.fromFunction("work", lambda _task: work(), on_finished=lambda *told: ended.append(told))
    QgsApplication.taskManager().addTask(task)
    while not ended:
        QCoreApplication.processEvents()
    error, result = (*ended[0], None)[:2]
    assert error is None, error
    return result


def leave_a_shell():
    """Let a thread make the system, the main one use it, and the thread go."""
    forget()
    in_a_thread(lambda: QgsCoordinateReferenceSystem(UTM).toWkt())
    assert QgsCoordinateReferenceSystem(UTM).toWkt()
    time.sleep(0.8)


def test_a_system_has_its_definition_after_its_maker_has_gone(short_lived_threads):
    leave_a_shell()
    assert in_a_thread(lambda: crs_of(UTM).toWkt())
    leave_a_shell()
    assert in_a_thread(lambda: defined(QgsCoordinateReferenceSystem(UTM)).toWkt())


def test_coordinates_are_right_after_the_maker_has_gone(short_lived_threads):
    leave_a_shell()
    point = gpd.GeoSeries([Point(15.0, 51.0)], crs=4326)
    # on the zone's own meridian the easting is 500 km
    assert in_a_thread(lambda: round(reproject(point, UTM).iloc[0].x)) == 500_000


def test_what_the_main_thread_has_made_stays(short_lived_threads):
    leave_a_shell()
    make_usual()
    assert in_a_thread(lambda: QgsCoordinateReferenceSystem(UTM).toWkt())
    assert in_a_thread(lambda: QgsCoordinateReferenceSystem(UTM).toWkt())


def test_a_system_nobody_knows_is_refused(qgis_app):
    with pytest.raises(EnactError) as caught:
        crs_of("EPSG:999999")
    assert caught.value.code == "crs_without_definition"
    assert not defined(QgsCoordinateReferenceSystem()).isValid()
