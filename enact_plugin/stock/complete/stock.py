"""The complete building stock: each building with use, storeys, age and floor area, and where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from geopandas.array import from_shapely

from ...errors import EnactError, Finding, Severity
from ...outcome import Outcome, Source
from ...progress import SILENT, Progress
from ...reference.columns import columns
from ...reference.stock_tables import house_types
from ..shapes import in_threads
from ..storeys import attic_share, floor_area_m2
from .addresses import building_addresses, first_addresses
from .cells import (
    NO_CELL,
    Distribution,
    age_counts,
    carrier_counts,
    cell_of,
    distribution,
    less_known,
    residential_buildings,
)
from .heights import delivered_by, with_heights
from .storeys import StoreyError, Storeys, census_storeys, fill_storeys
from .uses import Surroundings, fill_uses, heat_category, heated, heated_source, is_tall, land_at

_AGE, _CARRIER = "age_class", "carrier"
_COMPLETED = {"use": "use_source", "storeys": "storeys_source", "age_class": "age_source"}
_DIGITS = 6  # of shares in the table


@dataclass(frozen=True)
class StockInputs:
    """What the stock is completed from; only the buildings are needed.

    Attributes
    ----------
    buildings : GeoDataFrame, shape (n,)
        Layer ``buildings``; metric CRS.
    cells : GeoDataFrame or None
        Layer ``census_cells`` in the same CRS.
    addresses : GeoDataFrame or None
        Layer ``addresses`` in the same CRS.
    landuse : GeoDataFrame or None
        Layer ``landuse`` in the same CRS.
    """

    buildings: GeoDataFrame
    cells: GeoDataFrame | None = None
    addresses: GeoDataFrame | None = None
    landuse: GeoDataFrame | None = None


@dataclass(frozen=True)
class Stock:
    """The completed stock.

    Attributes
    ----------
    buildings : Outcome
        Columns of the layer ``building_stock``, ascending by ``building_id``.
    mixture : Outcome
        Columns of the table ``building_mixture``: shares of age class and energy carrier.
    addresses : Outcome
        Columns of the table ``building_addresses``.
    """

    buildings: Outcome
    mixture: Outcome
    addresses: Outcome


def complete_stock(inputs: StockInputs, source: Source, progress: Progress = SILENT) -> Stock:
    """Complete what the delivery of buildings does not say, and mark each value by where it comes from.

    Nothing that was delivered is changed. The age of a building whose year nobody tells stays ``unknown``; instead
    the shares of the age classes in its census cell are kept beside it (`building_mixture`), and what follows from the
    age is the mean over them.

    Parameters
    ----------
    inputs : StockInputs
    source : Source
        Whom the buildings come from.
    progress : Progress

    Returns
    -------
    Stock

    Raises
    ------
    EnactError
        ``stock_empty``.
    """
    if inputs.buildings.empty:
        raise EnactError("stock_empty")
    buildings = inputs.buildings.sort_values("building_id", kind="stable", ignore_index=True)
    outlines = buildings.geometry.to_numpy()
    points = in_threads(shapely.point_on_surface, outlines)
    progress(0.1, "stock_addresses", rows=len(buildings))
    addresses = building_addresses(buildings, inputs.addresses)
    buildings = _with_addresses(buildings, addresses)
    by = delivered_by(buildings)

    progress(0.3, "stock_uses", rows=len(buildings))
    cells = inputs.cells
    cell = np.full(len(buildings), NO_CELL) if cells is None else cell_of(points, cells)
    around = Surroundings(
        buildings["footprint_m2"].to_numpy(dtype=float),
        buildings["addresses"].gt(0).to_numpy(dtype=bool),
        land_at(points, inputs.landuse),
        cell,
        None if cells is None or not len(cells) else residential_buildings(cells),
        is_tall(buildings["height_m"], buildings["storeys"]),
    )
    uses = fill_uses(buildings["use"], buildings["use_source"], around)
    buildings["use"], buildings["use_source"] = uses.use, uses.source
    buildings["heated"] = heated(buildings["use"], buildings["footprint_m2"])
    buildings["heated_source"] = heated_source(buildings["use"], buildings["use_source"], buildings["heated"])
    buildings["heat_category"] = heat_category(buildings["use"], buildings["function_code"]).where(
        buildings["heated"], None
    )

    progress(0.5, "stock_ages", rows=len(buildings))
    ages = _ages(buildings, cell, points, cells)
    carriers = _carriers(buildings, cell, points, cells)
    buildings["age_source"] = buildings["age_source"].where(buildings["age_source"].notna(), ages.source)
    buildings["cell_id"] = _cell_ids(cell, cells)

    progress(0.7, "stock_storeys", rows=len(buildings))
    by_census = census_storeys(buildings, cell, cells)
    storeys = fill_storeys(buildings, shapely.get_coordinates(points), ages, by_census)
    _add_floor_area(buildings, storeys)
    heights = with_heights(buildings, by)
    buildings[list(heights)] = heights
    buildings["house_type"] = house_type(buildings["floor_area_m2"], buildings["heat_category"])
    progress(0.9, "stock_table", rows=len(buildings))
    stock = _table(buildings, "building_stock", outlines, inputs.buildings.crs)
    mixture = pd.concat(
        [
            _long(buildings["building_id"], _AGE, ages),
            _long(buildings["building_id"], _CARRIER, carriers),
        ],
        ignore_index=True,
    )
    progress(1.0)
    rows = len(buildings)
    return Stock(
        Outcome(
            stock,
            source,
            rows,
            findings=_findings(stock, inputs, storeys.errors),
            assumptions=_assumptions(stock),
        ),
        Outcome(mixture, source, len(mixture)),
        Outcome(_address_rows(addresses), source, len(addresses)),
    )


def _with_addresses(buildings: GeoDataFrame, addresses: pd.DataFrame) -> GeoDataFrame:
    """Address of each building, and how many it has; a delivered one stays."""
    first = first_addresses(addresses).reindex(buildings["building_id"]).set_axis(buildings.index)
    missing = buildings["street"].isna()
    for name in ("street", "house_number", "postcode"):
        buildings[name] = buildings[name].where(~missing, first[name])
    buildings["addresses"] = first["addresses"].fillna(0).astype("Int64").to_numpy()
    return buildings


def _ages(
    buildings: GeoDataFrame, cell: np.ndarray, points: np.ndarray, cells: GeoDataFrame | None
) -> Distribution:
    """Shares of age classes for residential buildings whose own class is unknown."""
    wanted = buildings["age_class"].eq("unknown") & buildings["heat_category"].eq("residential")
    if cells is None:
        return _nothing(age_counts(pd.DataFrame()).classes, len(buildings))
    counted = buildings["heat_category"].eq("residential").to_numpy()
    topic = less_known(age_counts(cells), np.where(counted, cell, NO_CELL), buildings["age_class"].to_numpy())
    return _only(distribution(cell, points, cells, topic), wanted.to_numpy())


def _carriers(
    buildings: GeoDataFrame, cell: np.ndarray, points: np.ndarray, cells: GeoDataFrame | None
) -> Distribution:
    """Shares of energy carriers for heated buildings."""
    topic = carrier_counts(pd.DataFrame() if cells is None else cells)
    if cells is None:
        return _nothing(topic.classes, len(buildings))
    return _only(distribution(cell, points, cells, topic), buildings["heated"].to_numpy(dtype=bool))


def _nothing(classes: tuple[str, ...], length: int) -> Distribution:
    return Distribution(classes, np.zeros((length, len(classes))), np.full(length, None, dtype=object))


def _only(found: Distribution, rows: np.ndarray) -> Distribution:
    source = np.where(rows, found.source, None)
    return Distribution(found.classes, np.where(rows[:, None], found.shares, 0.0), source)


def _cell_ids(cell: np.ndarray, cells: GeoDataFrame | None) -> np.ndarray:
    if cells is None or not len(cells):
        return np.full(len(cell), None, dtype=object)
    return np.where(cell == NO_CELL, None, cells["cell_id"].to_numpy(dtype=object)[cell])


def _add_floor_area(buildings: GeoDataFrame, storeys: Storeys) -> None:
    """Storeys, attic and floor area; a delivered floor area stays."""
    given = buildings["floor_area_m2"].where(buildings["floor_area_source"].eq("given"))
    delivered = buildings["storeys"].notna() & buildings["storeys_source"].eq(storeys.source)
    buildings["storeys"], buildings["storeys_source"] = storeys.storeys, storeys.source
    roofs = attic_share(
        buildings["roof_type"],
        pd.Series(np.nan, index=buildings.index),
        buildings["use"],
        buildings["storeys_source"],
    )
    # what the reader made of storeys in the roof is kept with the storeys it came with
    attic = buildings["attic_share"].where(delivered & buildings["attic_share"].notna(), roofs)
    computed = floor_area_m2(buildings["footprint_m2"], buildings["storeys"], attic, buildings["use"])
    computed = computed.where(buildings["heated"])
    buildings["attic_share"] = attic.where(computed.notna() & given.isna())
    buildings["floor_area_m2"] = given.fillna(computed).round(2)
    source = buildings["storeys_source"].where(computed.notna(), None)
    buildings["floor_area_source"] = source.where(given.isna(), "given")


def house_type(floor_area_m2: pd.Series, category: pd.Series) -> pd.Series:
    """Type of residential building by its floor area; None for others and where it is unknown."""
    types = house_types()
    limits = np.array([entry.max_floor_area_m2 for entry in types])
    codes = np.array([entry.code for entry in types], dtype=object)
    place = np.searchsorted(limits, floor_area_m2.fillna(0).to_numpy())
    wanted = category.eq("residential") & floor_area_m2.notna()
    return pd.Series(np.where(wanted, codes[place], None), index=floor_area_m2.index, dtype=object)


def _table(buildings: GeoDataFrame, layer: str, outlines: np.ndarray, crs: object) -> GeoDataFrame:
    names = [column.name for column in columns(layer)]
    made: dict[str, Any] = {}
    for name in names:
        made[name] = buildings[name]
        if made[name].dtype == object:
            values = made[name].to_numpy()
            missing = pd.isna(values)
            made[name] = np.where(missing, None, values) if missing.any() else values
    # the geometry with the rest: to add it afterwards copies all columns once more
    return GeoDataFrame(pd.DataFrame({**made, "geometry": from_shapely(outlines, crs=crs)}), copy=False)


def _long(keys: pd.Series, attribute: str, found: Distribution) -> pd.DataFrame:
    """One row per building and class with a share; shares of a building sum to one."""
    row, number = np.nonzero(found.shares)
    building = keys.to_numpy(dtype=object)[row]
    value = np.array(found.classes, dtype=object)[number]
    return pd.DataFrame(
        {
            "mixture_id": building + f"|{attribute}|" + value,
            "building_id": building,
            "attribute": attribute,
            "value": value,
            "share": found.shares[row, number],
            "source": found.source[row],
        }
    )


def _address_rows(addresses: pd.DataFrame) -> pd.DataFrame:
    keys = addresses["building_id"] + "|" + addresses["street"] + "|" + addresses["house_number"].fillna("")
    return addresses.assign(address_key=keys)[[column.name for column in columns("building_addresses")]]


def sources_of(stock: pd.DataFrame) -> dict[str, Mapping[str, int]]:
    """How many heated buildings have each of use, storeys and age from which source; None counts as ``unknown``."""
    there = stock[stock["heated"].astype(bool)]
    return {
        name: there[column].fillna("unknown").value_counts().to_dict() for name, column in _COMPLETED.items()
    }


def _findings(
    stock: pd.DataFrame, inputs: StockInputs, errors: tuple[StoreyError, ...]
) -> tuple[Finding, ...]:
    """Where values come from, what is missing, and how far off storeys are."""
    found = []
    note = Severity.NOTE
    heated_count = int(stock["heated"].sum())
    for name, counts in sources_of(stock).items():
        told = ", ".join(
            f"{source} {count}"
            for source, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        )
        values = {"column": name, "source_counts": told, "total": heated_count}
        found.append(Finding("stock_sources", severity=note, values=values))
    for error in errors:
        values = {
            "value_source": error.way,
            "count": error.buildings,
            "bias": round(error.mean_bias, 2),
            "error": round(error.mean_error, 2),
        }
        found.append(Finding("stock_storeys_error", severity=note, values=values))
    missing = {"census_cells": inputs.cells, "addresses": inputs.addresses, "landuse": inputs.landuse}
    for layer, frame in missing.items():
        if frame is None:
            found.append(Finding("stock_without_layer", severity=note, values={"layer": layer}))
    unknown = int((stock["use"].eq("unknown")).sum())
    if unknown:
        values = {"count": unknown, "total": len(stock)}
        found.append(Finding("stock_use_unknown", values=values))
    if not heated_count:
        found.append(Finding("stock_nothing_heated", values={"total": len(stock)}))
    return tuple(found)


def _assumptions(stock: pd.DataFrame) -> tuple[str, ...]:
    made = {
        "stock_use_by_address": stock["use_source"].eq("address").any(),
        "stock_use_by_census": stock["use_source"].eq("census").any(),
        "stock_age_by_census": stock["age_source"].isin(("census", "neighbour", "default")).any(),
        "stock_storeys_by_neighbours": stock["storeys_source"].eq("neighbour").any(),
        "stock_storeys_by_default": stock["storeys_source"].eq("default").any(),
        "floor_area_from_storeys": stock["floor_area_source"].ne("given").any(),
        "attic_share_by_roof": stock["attic_share"].gt(0).any(),
    }
    return tuple(name for name, holds in made.items() if holds)
