"""What the buildings are: function, storeys, year, dwellings, inhabitants and heating.

This is the truth about the town; the source files show only the part of it that real sources would know.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import shapely

from ..reference.tables import rows
from .buildings import Built
from .growth import Quarters
from .network import Network
from .scale import Scale

CARRIERS = ("gas", "oil", "wood", "biomass", "ambient", "electricity", "coal", "none")
DISTRICT = "district_heating"
RESIDENTIAL = (1000, 1010, 1100, 1110, 1120, 1130)
"""Function codes of buildings with dwellings."""
UNHEATED = (2143, 2463, 2721, 2723, 2724, 1313)
MIXED_WITH_FLAT_SHARE = 0.75


@cache
def _grouped(table: str, key: str) -> dict[str, list[dict[str, str]]]:
    groups: dict[str, list[dict[str, str]]] = {}
    for row in rows(table):
        groups.setdefault(row[key], []).append(row)
    return groups


def describe(scale: Scale, quarters: Quarters, network: Network, built: Built) -> pd.DataFrame:
    """Give each building its characteristics.

    Returns
    -------
    DataFrame, shape (n,)
        role, form, quarter (−2 and less: villages), kind, gfk, storeys, built_year, footprint_m2, floor_area_m2
        [m² of all storeys], dwellings, inhabitants, heated.
    """
    rng = scale.stream("characteristics")
    in_town = built.block < built.village_block
    quarter = np.where(
        in_town,
        network.block_quarter[np.where(in_town, built.block, 0)],
        built.village_block - built.block - 2,
    )
    kind = np.where(in_town, quarters.kind[np.maximum(quarter, 0)], "village")
    kind[kind == "park"] = "vorstadt"  # a station or school may stand in a green
    gfk, storeys, flat = _functions(rng, built.form)
    footprint = shapely.area(built.polygon)
    floor_area = footprint * storeys * 0.8
    dwellings = _dwellings(rng, gfk, floor_area, flat)
    empty = rng.random(len(dwellings)) < 0.04
    people = np.where(dwellings == 1, 2.45, 1.75) * dwellings * ~empty
    return pd.DataFrame(
        {
            "role": built.role,
            "form": built.form,
            "quarter": quarter,
            "kind": kind,
            "gfk": gfk,
            "storeys": storeys,
            "built_year": _years(rng, quarter, kind),
            "footprint_m2": footprint,
            "floor_area_m2": floor_area,
            "dwellings": dwellings,
            "inhabitants": np.where(people > 0, np.maximum(rng.poisson(people), 1), 0),
            "heated": ~np.isin(gfk, UNHEATED),
        }
    )


def _functions(rng: np.random.Generator, form: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Function code, storeys and floor area per flat [m²; 0: no flats, 1: one or two flats] by form."""
    table = _grouped("demo_forms", "form")
    gfk, storeys, flat = (np.zeros(len(form), dtype=int) for _ in range(3))
    for name, group in pd.Series(form).groupby(form, sort=True):
        choices = table[str(name)]
        share = np.array([float(row["share"]) for row in choices])
        chosen = rng.choice(len(choices), len(group), p=share / share.sum())
        position = group.index.to_numpy()
        low, high = (np.array([int(row[key]) for row in choices]) for key in ("storeys_low", "storeys_high"))
        gfk[position] = np.array([int(row["gfk"]) for row in choices])[chosen]
        flat[position] = np.array([int(row["flat_m2"]) for row in choices])[chosen]
        storeys[position] = rng.integers(low[chosen], high[chosen] + 1)
    return gfk, storeys, flat


def _dwellings(
    rng: np.random.Generator, gfk: np.ndarray, floor_area: np.ndarray, flat: np.ndarray
) -> np.ndarray:
    house = 1 + (rng.random(len(flat)) < 0.13)
    share = np.where(gfk == 1000, 1.0, MIXED_WITH_FLAT_SHARE)
    flats = np.maximum(np.round(share * floor_area / np.maximum(flat, 1)), 1).astype(int)
    return np.where(flat == 0, 0, np.where(flat == 1, house, flats))


def _years(rng: np.random.Generator, quarter: np.ndarray, kind: np.ndarray) -> np.ndarray:
    """Year built: most houses of a quarter belong to one time, some were built later in gaps."""
    table = _grouped("demo_ages", "kind")
    year = np.zeros(len(kind), dtype=int)
    frame = pd.DataFrame({"quarter": quarter, "kind": kind})
    for (_, name), group in frame.groupby(["quarter", "kind"], sort=True):
        periods = table[str(name)]
        share = np.array([float(row["share"]) for row in periods])
        share = share / share.sum()
        usual = rng.choice(len(share), p=share)
        count = len(group)
        period = np.where(rng.random(count) < 0.72, usual, rng.choice(len(share), count, p=share))
        low, high = (np.array([int(row[key]) for row in periods]) for key in ("year_from", "year_to"))
        middle = rng.uniform(low, high)
        spread = rng.normal(middle[period], 0.18 * (high - low)[period] + 1)
        year[group.index.to_numpy()] = np.clip(np.round(spread), low[period], high[period])
    return year


def heat(scale: Scale, truth: pd.DataFrame, network_near: np.ndarray) -> pd.DataFrame:
    """Give each building its energy carrier and kind of heating.

    Parameters
    ----------
    truth : DataFrame, shape (n,)
        From `describe`.
    network_near : ndarray of bool, shape (n,)
        Whether pipes of the heat network run in the building's street.

    Returns
    -------
    DataFrame, shape (n,)
        With carrier and heating, named as in the census lists of values.csv; "none" where unheated.
    """
    rng = scale.stream("heating")
    table = {row["kind"]: row for row in rows("demo_heating")}
    carrier = np.full(len(truth), "none", dtype=object)
    draw = rng.random(len(truth))
    for kind, group in truth.groupby("kind", sort=True):
        row = table[str(kind)]
        position = group.index.to_numpy()
        share = np.array([float(row[name]) for name in CARRIERS])
        chosen = rng.choice(len(share), len(group), p=share / share.sum())
        connected = network_near[position] & (draw[position] < float(row["connected"]))
        names = np.array(CARRIERS, dtype=object)[chosen]
        carrier[position] = np.where(connected, DISTRICT, names)
    public = network_near & truth["gfk"].isin([3012, 3021, 3051, 3052, 3065, 3221, 3211]).to_numpy()
    carrier[public] = DISTRICT
    carrier[~truth["heated"].to_numpy()] = "none"
    return truth.assign(carrier=carrier, heating=_heating(rng, truth, carrier))


def _heating(rng: np.random.Generator, truth: pd.DataFrame, carrier: np.ndarray) -> np.ndarray:
    draw = rng.random(len(truth))
    heating = np.full(len(truth), "central", dtype=object)
    flats = (truth["dwellings"] > 2).to_numpy()
    heating[flats & (carrier == "gas") & (draw < 0.35)] = "storey"
    heating[flats & (carrier == "gas") & (draw > 0.96)] = "block"
    stoves = np.isin(carrier, ["coal", "electricity"]) | ((carrier == "wood") & (draw < 0.45))
    heating[stoves] = "stoves"
    heating[carrier == DISTRICT] = "district"
    heating[carrier == "none"] = "none"
    return heating
