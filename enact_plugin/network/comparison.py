"""Variants of a network beside each other: one table, and what of their routes they share."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ..errors import EnactError
from ..outcome import Outcome, Source
from ..reference.columns import columns

VARIANTS, OVERLAP = "network_variants", "network_overlap"
LAYERS = (OVERLAP, VARIANTS)
# table of the comparison -> column there -> column it is taken from
TAKEN = {
    "network_proposals": {
        name: name
        for name in ("network_kind", "mode", "connection_percent", "customers", "buildings", "heat_mwh_a", "route_m",
                     "service_m", "line_density_kwh_m")
    },
    "network_sizing": {
        "peak_kw": "peak_kw", "loss_percent": "loss_percent", "largest_dn": "largest_dn",
        "pipes_eur": "investment_eur",
    },
    "network_supply_totals": {
        "clean_percent": "clean_percent", "emissions_t_a": "emissions_t_a", "emissions_t_mwh": "emissions_t_mwh",
    },
    "network_heat_cost": {
        name: name
        for name in ("investment_eur", "network_ct_kwh", "low_ct_kwh", "high_ct_kwh", "alone_ct_kwh",
                     "cheaper_percent", "cheaper_buildings")
    },
}  # fmt: skip
_SNAP_M = 0.01
# table -> what it is made from, the later step first
_BASES = {
    "network_sizing": ("network_proposals",),
    "network_supply_totals": ("network_sizing",),
    "network_heat_cost": ("network_supply_totals", "network_sizing"),
}


def compared(tables: Mapping[str, pd.DataFrame | None]) -> pd.DataFrame:
    """All variants with what is known of each.

    Parameters
    ----------
    tables : mapping
        ``network_proposals`` and, where they are, the other tables of TAKEN.

    Returns
    -------
    DataFrame
        One row per variant of the proposals; empty where a step has not been done for it.
    """
    proposals = tables["network_proposals"]
    table = pd.DataFrame({"variant": proposals["variant"].to_numpy()})
    tables = fitting(tables)
    for name, taken in TAKEN.items():
        given = tables.get(name)
        if given is None:
            table = table.assign(**dict.fromkeys(taken, np.nan))
            continue
        part = given.set_index("variant")[list(taken.values())]
        part.columns = list(taken)
        table = table.join(part, on="variant")
    return table.sort_values("variant", ignore_index=True)


def fitting(tables: Mapping[str, pd.DataFrame | None]) -> dict[str, pd.DataFrame | None]:
    """Tables of the steps without the rows whose base was made anew since."""
    fit = dict(tables)
    for name, bases in _BASES.items():
        table = fit.get(name)
        if table is None:
            continue
        keys: set[tuple[str, str]] = set()
        supplied = fit.get(bases[0])
        known = set() if supplied is None else set(supplied["variant"])
        for base in bases:
            given = fit.get(base)
            if given is not None:
                # without a supply the cost was made from the sizing
                usable = given if base == bases[0] else given[~given["variant"].isin(known)]
                keys |= set(zip(usable["variant"], usable["run_key"]))
        fit[name] = table[[pair in keys for pair in zip(table["variant"], table["from_key"])]]
    return fit


def overlap(routes: GeoDataFrame) -> GeoDataFrame:
    """Routes of all variants laid on each other: which variants use each piece.

    The routes are cut where they meet; a piece is used by the variants whose routes run along its middle.

    Parameters
    ----------
    routes : GeoDataFrame
        Layer ``network_routes``.

    Returns
    -------
    GeoDataFrame
        ``variants`` (names, joined), ``variant_count``, ``in_all``, ``kind``, ``street``, ``length_m``.
    """
    lines = routes.geometry.to_numpy()
    pieces = shapely.get_parts(shapely.union_all(lines, grid_size=_SNAP_M))
    pieces = pieces[shapely.length(pieces) > 2 * _SNAP_M]
    middle = shapely.line_interpolate_point(pieces, 0.5, normalized=True)
    piece, row = shapely.STRtree(lines).query(middle, predicate="dwithin", distance=2 * _SNAP_M)
    used = pd.DataFrame(
        {
            "piece": piece,
            "variant": routes["variant"].to_numpy()[row],
            "kind": routes["kind"].to_numpy()[row],
            "street": routes["street"].to_numpy()[row],
        }
    ).sort_values(["piece", "variant"], kind="stable")
    groups = used.groupby("piece")
    names = groups["variant"].agg(lambda given: ", ".join(dict.fromkeys(given)))
    count = groups["variant"].nunique()
    along = pieces[names.index]
    table = {
        "overlap_id": (np.arange(len(names)) + 1).astype(str),
        "variants": names.to_numpy(),
        "variant_count": count.to_numpy(),
        "in_all": count.to_numpy() == routes["variant"].nunique(),
        "kind": groups["kind"].first().to_numpy(),
        "street": groups["street"].first().to_numpy(),
        "length_m": shapely.length(along).round(2),
    }
    return GeoDataFrame(pd.DataFrame(table), geometry=along, crs=routes.crs)


def comparison_layers(
    routes: GeoDataFrame, tables: Mapping[str, pd.DataFrame | None], source: Source
) -> dict[str, Outcome]:
    """Layers of the comparison.

    Parameters
    ----------
    routes : GeoDataFrame
        Layer ``network_routes``.
    tables : mapping
        As for `compared`.
    source : Source

    Returns
    -------
    dict
        Layer to outcome.

    Raises
    ------
    EnactError
        ``network_one_variant`` where there is nothing to compare.
    """
    table = compared(tables)
    if len(table) < 2:
        raise EnactError("network_one_variant", variant=", ".join(table["variant"]))
    pieces = overlap(routes)
    names = {layer: [column.name for column in columns(layer)] for layer in LAYERS}
    return {
        OVERLAP: Outcome(pieces[[*names[OVERLAP], "geometry"]], source, len(pieces)),
        VARIANTS: Outcome(table[names[VARIANTS]], source, len(table)),
    }
