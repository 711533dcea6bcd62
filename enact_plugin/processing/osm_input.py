"""Files of OpenStreetMap as INPUT: what the kind of layer means is taken out of them, for the area only."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingUtils

from ..errors import EnactError
from ..layers.paths import file_and_options, is_file
from .plain_values import plain_value

if TYPE_CHECKING:
    from .base import Job

_SHARE = 0.4  # of the progress
_LAYERS = ("points", "lines", "multilinestrings", "multipolygons", "other_relations")


def with_osm_taken_out(job: Job, serves: str, crs: str, bounds: Sequence[float] | None) -> Job:
    """Return the run with a layer of the objects wanted as its INPUT, where that is a file of OpenStreetMap.

    Such a file holds everything in five layers by geometry, and that of a state some millions of objects. Where a
    person names one of the layers, the file is taken as it is, and so it is for a kind that EnAct takes nothing for.

    Parameters
    ----------
    job : Job
    serves : str
        "buildings", or a kind of enact:loadlayer.
    crs : str
        Of `bounds`.
    bounds : sequence of float or None
        Only what meets this box is taken; without one, everything.

    Raises
    ------
    Canceled
    EnactError
        ``layer_empty``, ``nothing_in_area``; those of `layers.collected.merged`.
    """
    from ..layers.osm import CRS, KEY, osm_source

    path = whole_osm_file(job.raw("INPUT"))
    if path is None or osm_source(serves) is None:
        return job
    from ..layers.collected import merged

    target = Path(QgsProcessingUtils.tempFolder()) / f"osm_{uuid.uuid4().hex[:8]}" / f"{path.name}.gpkg"
    taken = merged(
        [path],
        CRS,
        KEY,
        target,
        box=_box(crs, bounds, CRS),
        options={"osm": serves},
        progress=job.progress.part(0.0, _SHARE),
    )
    if not taken.rows:
        raise EnactError("layer_empty" if bounds is None else "nothing_in_area", layer=path.name, crs=CRS)
    one = copy(job)
    one.parameters = {**job.parameters, "INPUT": str(target)}
    one.progress = job.progress.part(_SHARE, 1.0)
    return one


def whole_osm_file(value: Any) -> Path | None:
    """File of OpenStreetMap that a value means as a whole; None for anything else."""
    from ..layers.osm import is_osm

    value = plain_value(value)
    if not isinstance(value, str):
        return None
    name, options = file_and_options(value.strip())
    return Path(name) if not options and is_osm(name) and is_file(name) else None


def refuse_whole_osm_file(value: Any) -> None:
    """Refuse a file of OpenStreetMap where one of its layers is wanted; QGIS would take the first, of points.

    Raises
    ------
    EnactError
        ``several_layers``.
    """
    path = whole_osm_file(value)
    if path is not None:
        raise EnactError("several_layers", path=path.name, layers=", ".join(_LAYERS))


def _box(crs: str, bounds: Sequence[float] | None, target: str) -> tuple[float, float, float, float] | None:
    from ..layers.frames import transformed_extent
    from ..layers.projections import crs_of

    if bounds is None:
        return None
    there = transformed_extent(bounds, crs_of(crs), crs_of(target))
    return there.xMinimum(), there.yMinimum(), there.xMaximum(), there.yMaximum()
