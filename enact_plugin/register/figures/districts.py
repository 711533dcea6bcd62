"""Which district a unit counts in: by its point, else by a postcode area that leaves no other choice.

Up to 30 kW the register publishes no place, but for every unit municipality and postcode. Where the part of a postcode
area within the municipality lies wholly inside one district, its units are in that district: nothing is guessed. All
others stay without a district, and the districts they might lie in are known by name: their sums are not complete.

What "wholly inside" means, with a tolerance of some metres for borders that were digitised apart:

- *inside*: no point of the part is farther than the tolerance from the district;
- *possible*: the part reaches into the district by more than the tolerance;
- a part that is empty, or nowhere wider than twice the tolerance, says nothing: neighbouring towns touch so. Its units
  might lie in any district of the municipality, as those without a postcode.

A point outside of all districts is taken at its word: the unit is in no district, and for completeness it counts as one
that might lie wherever its postcode reaches, for its municipality is in the register.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries, sjoin

from ...reference.plant_tables import area_rule

PAIR = ["ags", "postcode"]
NOWHERE = ""  # key of the row for units that count in no area of a kind
_MITRE = {"join_style": "mitre"}


@dataclass(frozen=True)
class DistrictsOfUnits:
    """District of each unit, and where the others might lie.

    Attributes
    ----------
    district_id : Series of object, shape (n,)
        `NOWHERE` for units that count in no district.
    by_postcode : Series of bool, shape (n,)
        Whether it comes from the postcode.
    possible : DataFrame, shape (p,)
        `ags`, `postcode`, `district_id`: where units that count in no district might lie.
    """

    district_id: pd.Series
    by_postcode: pd.Series
    possible: pd.DataFrame


def dissolved(frame: GeoDataFrame | None, key: str) -> GeoSeries:
    """Whole and valid area of each key, which may be in several rows; without rows that have none.

    Parameters
    ----------
    frame : GeoDataFrame or None
    key : str
        Column; its values become texts.

    Returns
    -------
    GeoSeries, shape (k,)
        Indexed by key, in the order in which the keys come first.
    """
    if frame is None or frame.empty:
        return GeoSeries([], index=pd.Index([], dtype=object), crs=None if frame is None else frame.crs)
    shapes = frame.geometry.to_numpy()
    present = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes)) & frame[key].notna().to_numpy()
    keys = frame.loc[present, key].astype(str).to_numpy()
    valid = shapely.make_valid(shapes[present])
    codes, names = pd.factorize(keys)
    if len(names) < len(keys):
        # a loop over areas, not over units
        valid = np.array(
            [shapely.union_all(valid[codes == code]) for code in range(len(names))], dtype=object
        )
    return GeoSeries(valid, index=pd.Index(names, dtype=object), crs=frame.crs)


def parts_within(shapes: np.ndarray, towns: np.ndarray) -> np.ndarray:
    """Part of each area within its municipality.

    Parameters
    ----------
    shapes : array of geometry or None, shape (n,)
        Valid.
    towns : array of geometry or None, shape (n,)
        Valid; an area whose municipality has no outline stays whole.

    Returns
    -------
    array of geometry or None, shape (n,)
        None where the part says nothing (see above).
    """
    shapes = np.where(shapely.is_missing(towns), shapes, shapely.intersection(shapes, towns))
    eroded = shapely.buffer(shapes, -area_rule("inside_tolerance"), **_MITRE)
    return np.where(shapely.is_missing(shapes) | shapely.is_empty(eroded), None, shapes)


def districts_of_units(
    units: pd.DataFrame,
    points: GeoSeries,
    districts: GeoDataFrame,
    postcodes: GeoDataFrame | None = None,
    municipality: GeoDataFrame | None = None,
) -> DistrictsOfUnits:
    """Find the district of each unit.

    Parameters
    ----------
    units : DataFrame, shape (n,)
        `ags` and `postcode`; empty text where unknown.
    points : GeoSeries, shape (n,)
        With the index of `units`; missing or empty where there is no place.
    districts : GeoDataFrame
        `district_id`; a point on a common border counts for the first of the two.
    postcodes : GeoDataFrame or None
        `postcode`. Without it, or where the coordinates are no metres, units without a point have no district.
    municipality : GeoDataFrame or None
        `ags`. A postcode area is looked at within the municipality only, where that is known.

    Returns
    -------
    DistrictsOfUnits
    """
    shapes = dissolved(districts, "district_id")
    placed = _by_point(points, districts)
    known = _pairs(units, postcodes, municipality) if is_metric(districts) else GeoSeries([])
    inside, possible = _inside_and_possible(known, shapes)
    keys = pd.MultiIndex.from_frame(units[PAIR])
    unlocated = shapely.is_missing(points.to_numpy()) | shapely.is_empty(points.to_numpy())
    told = pd.Series(inside.reindex(keys).to_numpy(), index=units.index, dtype=object)
    told = told.where(unlocated & told.notna(), None)
    district = placed.where(placed.notna(), told)
    left = units.loc[district.isna(), PAIR].astype(object).drop_duplicates()
    return DistrictsOfUnits(
        district.where(district.notna(), NOWHERE),
        told.notna() & placed.isna(),
        _possible_of(left, possible, shapes, municipality),
    )


def is_metric(frame: GeoDataFrame | GeoSeries) -> bool:
    """Whether coordinates are metres."""
    return frame.crs is not None and frame.crs.is_projected


def _by_point(points: GeoSeries, districts: GeoDataFrame) -> pd.Series:
    """District each point lies in; missing for those outside of all, and for units without a point."""
    shapes = points.to_numpy()
    there = points[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    areas = districts[["district_id", districts.geometry.name]].reset_index(drop=True)
    joined = sjoin(GeoDataFrame(geometry=there), areas, predicate="intersects")
    first = joined.sort_values("index_right", kind="stable")
    first = first[~first.index.duplicated()]["district_id"].astype(str)
    found = pd.Series(None, index=points.index, dtype=object)
    found[first.index] = first
    return found


def _pairs(
    units: pd.DataFrame, postcodes: GeoDataFrame | None, municipality: GeoDataFrame | None
) -> GeoSeries:
    """Part of each postcode area within each municipality that occur together; without those that say nothing."""
    codes = dissolved(postcodes, "postcode")
    towns = dissolved(municipality, "ags")
    pairs = units[PAIR].drop_duplicates()
    pairs = pairs[pairs["postcode"].isin(codes.index)]
    shapes = codes.reindex(pairs["postcode"]).to_numpy()
    town = towns.reindex(pairs["ags"]).to_numpy() if len(towns) else np.full(len(pairs), None, dtype=object)
    shapes = parts_within(shapes, town)
    telling = ~shapely.is_missing(shapes)
    return GeoSeries(shapes[telling], index=pd.MultiIndex.from_frame(pairs[telling]))


def _inside_and_possible(pairs: GeoSeries, districts: GeoSeries) -> tuple[pd.Series, pd.DataFrame]:
    """District that each pair lies wholly inside of, and the districts it reaches into."""
    if not len(pairs) or not len(districts):
        index = pd.MultiIndex.from_arrays([[], []], names=PAIR)
        return pd.Series([], index=index, dtype=object), pd.DataFrame(columns=[*PAIR, "district_id"])
    tolerance = area_rule("inside_tolerance")
    shapes, areas = pairs.to_numpy(), districts.to_numpy()
    wider = shapely.buffer(areas, tolerance, **_MITRE)
    pair, area = shapely.STRtree(wider).query(shapes, predicate="intersects")
    within = shapely.covers(wider[area], shapes[pair])
    # a district narrower than the tolerance would vanish: it is taken as it is
    core = shapely.buffer(areas, -tolerance, **_MITRE)
    core = np.where(shapely.is_empty(core), areas, core)
    reached = shapely.intersects(core[area], shapes[pair])
    found = pairs.index.to_frame(index=False).iloc[pair].reset_index(drop=True)
    found["district_id"] = districts.index.to_numpy()[area]
    sole = found[within & reached]
    sole = sole[~sole.duplicated(PAIR, keep=False)]  # in two at once: they overlap, and nobody can tell
    return sole.set_index(PAIR)["district_id"], found[reached].reset_index(drop=True)


def _possible_of(
    left: pd.DataFrame, possible: pd.DataFrame, districts: GeoSeries, municipality: GeoDataFrame | None
) -> pd.DataFrame:
    """Districts the units that are left might lie in: by their postcode, else all of their municipality."""
    told = left.merge(possible, on=PAIR, how="left")
    known, open_ = told[told["district_id"].notna()], told[told["district_id"].isna()]
    every = open_[PAIR].merge(_of_towns(open_["ags"].unique(), districts, municipality), on="ags")
    return pd.concat([known, every], ignore_index=True)[[*PAIR, "district_id"]]


def _of_towns(keys: np.ndarray, districts: GeoSeries, municipality: GeoDataFrame | None) -> pd.DataFrame:
    """Districts of each municipality; all of them for one whose area is not known."""
    towns = dissolved(municipality, "ags")
    rows = [pd.DataFrame({"ags": pd.Series(dtype=object), "district_id": pd.Series(dtype=object)})]
    for key in keys:
        area = towns.get(key)
        ids = (
            districts.index
            if area is None
            else districts.index[shapely.intersects(districts.to_numpy(), area)]
        )
        rows.append(pd.DataFrame({"ags": key, "district_id": ids}))
    return pd.concat(rows, ignore_index=True)
