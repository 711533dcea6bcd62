"""Reference systems that have a definition in every thread.

QGIS (seen on 3.40) keeps systems and transforms in caches, each bound to the thread that asked for it first. When that
thread ends while another still uses the object, it stays in the cache as an empty shell: valid by its word, without a
definition in any new thread. What is written or transformed with it is wrong, and nothing says so.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

from ..errors import EnactError
from ..reference.states import survey_systems

# degrees, web maps, the grid of the census
_USUAL = ("EPSG:4326", "EPSG:4258", "EPSG:3857", "EPSG:3035")


def forget() -> None:
    """Empty QGIS' caches, so that each system is made anew by the next that asks."""
    QgsCoordinateTransform.invalidateCache()
    QgsCoordinateReferenceSystem.invalidateCache()


def make_usual() -> None:
    """Make the usual systems anew on this thread; the main thread is the one that outlives all others."""
    forget()
    for name in dict.fromkeys((*_USUAL, *survey_systems())):
        QgsCoordinateReferenceSystem(name).toWkt()


def crs_of(authority_id: str) -> QgsCoordinateReferenceSystem:
    """System of an authority id such as "EPSG:25833", with its definition.

    Raises
    ------
    EnactError
        ``crs_without_definition``.
    """
    return defined(QgsCoordinateReferenceSystem(authority_id), authority_id)


def defined(crs: QgsCoordinateReferenceSystem, name: str = "") -> QgsCoordinateReferenceSystem:
    """Return a system that has its definition in this thread: itself, or made anew.

    An invalid one is returned as it is: whether that is an error is for the caller to say.

    Raises
    ------
    EnactError
        ``crs_without_definition``.
    """
    name = name or crs.authid()
    if crs.toWkt() or not (name or crs.isValid()):
        return crs
    forget()
    made = QgsCoordinateReferenceSystem(name)
    if not made.toWkt():
        raise EnactError("crs_without_definition", crs=name)
    return made
