"""The one plant table, whichever way the register came.

A reader turns what it delivers into `raw.RawUnits`: columns named as the plant table's, words as delivered. The rest is
done by `plant_table`, the same for all: municipality, repeated rows, words, places, plausibility, account.
"""

from __future__ import annotations

from datetime import date

from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ..outcome import Outcome
from . import plausibility
from .raw import RawUnits
from .table import unit_table


def plant_table(
    raw: RawUnits,
    ags: str | None = None,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
) -> Outcome:
    """Make the plant table of one municipality, or of all units delivered.

    Parameters
    ----------
    raw : RawUnits
    ags : str or None
        Municipality key, or the first 2, 3 or 5 digits of one (state, region, district). Units are chosen by key, never
        by name: the district "Leipzig" is not the city. Keys that were replaced are followed, on both sides.
    boundary : geometry, GeoSeries or None
        Municipality in EPSG:4326, or a series of them by AGS, for finding wrong coordinates.
    today : date or None
        For commissionings in the future; without it, the day of the computer.

    Returns
    -------
    Outcome
        GeoDataFrame in EPSG:4326 with the columns of `plants`, one row per register unit, by MaStR number; no geometry
        where the register publishes no place, or none that can be one.

    Raises
    ------
    EnactError
        ``ags_not_in_file`` with the keys most frequent in it, ``ags_changed_by_spreadsheet``, ``ags_invalid``,
        ``ags_is_district``.
    """
    return unit_table(raw, ags, boundary, today, plausibility.check_values)
