"""Points for units whose address the register publishes, but no usable coordinates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ...errors import Finding, Severity
from .addresses import AddressMatches, MatchReason, match_addresses

ADDRESSES, BUILDINGS = "addresses", "buildings"
SOURCES = (ADDRESSES, BUILDINGS)  # the best first
ADDRESS = ("street", "house_number", "suffix", "postcode")
"""Columns of these layers that are looked at, besides the geometry."""


@dataclass(frozen=True)
class Placed:
    """Units, some of them at their address.

    Attributes
    ----------
    frame : GeoDataFrame, shape (n,)
    findings : tuple of Finding
        How many units got a point, and why others did not.
    asked : tuple of str
        Layers that were asked, or would have been had they been there.
    """

    frame: GeoDataFrame
    findings: tuple[Finding, ...] = ()
    asked: tuple[str, ...] = ()


def to_be_placed(plants: GeoDataFrame) -> np.ndarray:
    """Whether each unit has a street but no point of the register's own, or one of the planner's.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`; points that an earlier run set by address do not count.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    points = plants.geometry.to_numpy()
    without = shapely.is_missing(points) | shapely.is_empty(points)
    return (without | _by_address(plants)) & plants["street"].notna().to_numpy(dtype=bool)


def place_at_addresses(
    plants: GeoDataFrame, known: Mapping[str, GeoDataFrame], limits: Mapping[str, float] | None = None
) -> Placed:
    """Set units that have a published address but no usable coordinates to the point of that address.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`, metric CRS. Units with coordinates keep them; a point set by address before is found anew.
    known : mapping of str to GeoDataFrame
        Layers `addresses` and `buildings`, in the CRS of `plants`. The second is asked for what the first lacks.
    limits : mapping or None
        As `match_limits`.

    Returns
    -------
    Placed
        With location_kind, address_confidence and address_source; units that are not found stay without a point.
    """
    wanted = to_be_placed(plants)
    placed = _cleared(plants)
    left = np.flatnonzero(wanted)
    reasons = pd.Series(MatchReason.STREET_UNKNOWN, index=left, dtype=object)
    counts: dict[str, int] = {}
    asked: list[str] = []
    for source in SOURCES:
        if not len(left):
            break
        asked.append(source)
        if source not in known:
            continue
        addresses = addresses_of_buildings(known[source]) if source == BUILDINGS else known[source]
        matches = match_addresses(placed.iloc[left], addresses, limits)
        # the first layer says why; a later one only what it finds
        reasons[left] = matches.frame["reason"].to_numpy() if not counts else reasons[left]
        counts[source] = int(matches.matched.sum())
        placed = _at(placed, left[matches.matched], addresses, matches, source)
        left = left[~matches.matched]
    return Placed(placed, _findings(int(wanted.sum()), counts, reasons[left]), tuple(asked))


def addresses_of_buildings(buildings: GeoDataFrame) -> GeoDataFrame:
    """Addresses of buildings at a point inside each, the largest building of an address first.

    Parameters
    ----------
    buildings : GeoDataFrame, shape (n,)
        Layer `buildings`, metric CRS.

    Returns
    -------
    GeoDataFrame, shape (m,), m ≤ n
        street, house_number, postcode; the buildings that have a street and a number.
    """
    addressed = buildings[buildings["street"].notna() & buildings["house_number"].notna()]
    order = np.argsort(-shapely.area(addressed.geometry.to_numpy()), kind="stable")
    addressed = addressed.iloc[order].reset_index(drop=True)
    inside = shapely.point_on_surface(addressed.geometry.to_numpy())
    return GeoDataFrame(addressed[["street", "house_number", "postcode"]], geometry=inside, crs=buildings.crs)


def _by_address(plants: GeoDataFrame) -> np.ndarray:
    """Whether each unit has the point of its address; one whose coordinates were corrected since has those."""
    kind = plants["location_kind"].to_numpy()
    return plants["address_source"].notna().to_numpy(dtype=bool) & (kind == "address")


def _cleared(plants: GeoDataFrame) -> GeoDataFrame:
    """Units without the points of an earlier run."""
    points = plants.geometry.to_numpy().copy()
    points[_by_address(plants)] = None
    cleared = plants.assign(
        address_confidence=np.full(len(plants), np.nan),
        address_source=np.full(len(plants), None, dtype=object),
    )
    return cleared.set_geometry(_series(points, plants))


def _at(
    plants: GeoDataFrame, rows_at: np.ndarray, addresses: GeoDataFrame, matches: AddressMatches, source: str
) -> GeoDataFrame:
    """Units with those of `rows_at` at their address."""
    found = matches.frame[matches.matched]
    points = plants.geometry.to_numpy().copy()
    points[rows_at] = addresses.geometry.to_numpy()[found["address"].to_numpy(dtype="int64")]
    here = np.zeros(len(plants), dtype=bool)
    here[rows_at] = True
    confidence = plants["address_confidence"].astype(float).copy()
    confidence.iloc[rows_at] = found["confidence"].to_numpy(dtype=float)
    return plants.assign(
        location_kind=plants["location_kind"].mask(here, "address"),
        address_confidence=confidence,
        address_source=plants["address_source"].astype(object).mask(here, source),
    ).set_geometry(_series(points, plants))


def _series(points: np.ndarray, plants: GeoDataFrame) -> GeoSeries:
    return GeoSeries(points, index=plants.index, crs=plants.crs)


def _findings(wanted: int, counts: Mapping[str, int], left: pd.Series) -> tuple[Finding, ...]:
    """How many units got a point by their address, and why others did not; nothing where there were none to place."""
    found = []
    if any(counts.values()):
        values = {"units": sum(counts.values()), "total": wanted}
        found.append(Finding("plants_placed_by_address", severity=Severity.NOTE, values=values))
    if len(left) and counts:
        why = {reason.value: int((left == reason).sum()) for reason in MatchReason if not reason.found}
        values = {"units": len(left), "total": wanted, **why}
        found.append(Finding("plants_not_placed_by_address", severity=Severity.NOTE, values=values))
    return tuple(found)
