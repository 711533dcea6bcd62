"""How buildings are heated after the heaters that chimney sweeps deliver.

A group of addresses gets the mix of its heaters by power; none of its buildings is told to have one of them. Chimney
sweeps know what burns: where there are fewer boilers than buildings, the others keep what the census says of heat
networks, heat pumps and electricity.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...reference.heat_tables import final_per_useful, generator_of, heater_kinds
from .members import match_members
from .rules import metered_rule

KEY = "heater_id"
UNKNOWN = "unknown"
_WOOD = "wood"
_BURNS_NOT = ("district_heating", "ambient", "electricity")


@dataclass(frozen=True)
class Heaters:
    """Heaters and what their buildings are found by.

    Attributes
    ----------
    heaters : DataFrame
        Layer ``heaters``: lawful rows only.
    addresses : DataFrame
        Table ``building_addresses``.
    blocks : DataFrame or None
        Table ``building_blocks``.
    """

    heaters: pd.DataFrame
    addresses: pd.DataFrame
    blocks: pd.DataFrame | None = None


@dataclass(frozen=True)
class ToldHeating:
    """Heaters of buildings.

    Attributes
    ----------
    mixture : DataFrame
        Table ``building_mixture`` in which the buildings with heaters are heated with these.
    generators : DataFrame
        building_id, generator (list heat_generator), count: expected number; one per building where nothing was
        delivered, by the shares of the mixture.
    """

    mixture: pd.DataFrame
    generators: pd.DataFrame


def told_heating(mixture: pd.DataFrame, keys: pd.Index, heaters: Heaters | None) -> ToldHeating:
    """Heating of the buildings: delivered, else that of the census cell.

    Share of a kind of heating = its rated power by that of all central heaters of the building's groups (their number,
    where a power is missing). Stoves take a fixed share beside a central heating, and all of it where there is none.

    Parameters
    ----------
    mixture : DataFrame
        Table ``building_mixture``; attribute ``carrier``.
    keys : Index, shape (n,)
        Keys of the heated buildings.
    heaters : Heaters or None

    Returns
    -------
    ToldHeating
    """
    kinds = [name for name in final_per_useful() if name != UNKNOWN]
    census = _normal(_matrix(mixture, keys, kinds))
    if heaters is None or heaters.heaters.empty:
        return ToldHeating(mixture, _modelled(census, keys, kinds))
    parts = _parts(heaters)
    parts = parts[parts["building_id"].isin(keys)]
    shares, source = _shares(parts, census, keys, kinds)
    told = shares.sum(axis=1) > 0
    row, column = np.nonzero(shares)
    rows = pd.DataFrame(
        {
            "building_id": keys.to_numpy(dtype=object)[row],
            "attribute": "carrier",
            "value": np.array(kinds, dtype=object)[column],
            "share": shares[row, column],
            "source": source[row],
        }
    )
    replaced = mixture["attribute"].eq("carrier") & mixture["building_id"].isin(keys[told])
    delivered = parts[["building_id", "generator", "count"]]
    modelled = _modelled(census, keys, kinds)
    kept = [part for part in (mixture[~replaced], rows) if len(part)]
    return ToldHeating(
        pd.concat(kept, ignore_index=True) if kept else mixture,
        pd.concat([delivered, modelled[~modelled["building_id"].isin(keys[told])]], ignore_index=True),
    )


def _parts(heaters: Heaters) -> pd.DataFrame:
    """One row per heater and building that may have it: expected count and power, and what it is."""
    members = match_members(heaters.heaters, heaters.addresses, heaters.blocks, KEY).members
    rows = heaters.heaters.set_index(KEY)
    kinds = heater_kinds()
    by_carrier = {
        carrier: name for name in reversed(list(final_per_useful())) for carrier in final_per_useful()[name]
    }
    generator = rows["generator"].fillna(UNKNOWN)
    heating = generator.map({name: kind.heating for name, kind in kinds.items()})
    heating = heating.where(heating.fillna("").ne(""), rows["heat_carrier"].map(by_carrier))
    power = rows["power_kw"].astype(float)
    stove = heating.eq(_WOOD) & (power <= metered_rule("stove_max_kw"))
    central = generator.map({name: kind.central for name, kind in kinds.items()}).eq(True) & ~stove
    table = pd.DataFrame(
        {
            "heating": heating, "generator": generator, "stove": stove,
            "central": central & heating.notna() & heating.ne(UNKNOWN),
            "number": rows["generators"].astype(float).fillna(1.0), "power_kw": power,
        }
    )  # fmt: skip
    parts = members.merge(table, left_on=KEY, right_index=True)
    group = parts.groupby(KEY)
    share = parts["weight"] / group["weight"].transform("sum")
    return parts.assign(
        count=parts["number"] * share,
        power_kw=parts["power_kw"] * parts["number"] * share,
        alone=group["building_id"].transform("size").eq(1),
    )


def _shares(
    parts: pd.DataFrame, census: np.ndarray, keys: pd.Index, kinds: list[str]
) -> tuple[np.ndarray, np.ndarray]:
    """Share of each kind of heating, zero for buildings without heaters, and whether it is of the building alone."""
    central = parts[parts["central"]]
    without_power = central["building_id"].isin(central.loc[central["power_kw"].isna(), "building_id"])
    weight = np.where(without_power, central["count"], central["power_kw"])
    boilers = _normal(_summed(central, weight, keys, kinds))
    number = _summed(central, central["count"].to_numpy(dtype=float), keys, kinds).sum(axis=1)
    stoves = parts[parts["stove"]]
    stove = np.minimum(_summed(stoves, stoves["count"].to_numpy(dtype=float), keys, kinds).sum(axis=1), 1.0)
    stove = stove * metered_rule("stove_share")
    rest = _normal(np.where(np.isin(kinds, _BURNS_NOT), census, 0.0))
    has_rest, has_boilers = rest.sum(axis=1) > 0, boilers.sum(axis=1) > 0
    burning = np.where(has_rest, np.minimum(number, 1.0), np.where(has_boilers, 1.0, 0.0))
    shares = (1 - stove)[:, None] * (burning[:, None] * boilers + (1 - burning)[:, None] * rest)
    shares[:, kinds.index(_WOOD)] += stove
    told = (number > 0) | (stove > 0)
    shares = np.where(told[:, None], _normal(shares), 0.0)
    alone = parts.groupby("building_id")["alone"].all().reindex(keys).eq(True).to_numpy()
    return shares, np.where(alone, "measured", "measured_group").astype(object)


def _summed(parts: pd.DataFrame, weight: np.ndarray, keys: pd.Index, kinds: list[str]) -> np.ndarray:
    matrix = np.zeros((len(keys), len(kinds)))
    place = (keys.get_indexer(parts["building_id"]), pd.Index(kinds).get_indexer(parts["heating"]))
    np.add.at(matrix, place, weight)
    return matrix


def _matrix(mixture: pd.DataFrame, keys: pd.Index, kinds: list[str]) -> np.ndarray:
    rows = mixture[mixture["attribute"].eq("carrier")]
    rows = rows[rows["building_id"].isin(keys) & rows["value"].isin(kinds)]
    rows = rows.rename(columns={"value": "heating"})
    return _summed(rows, rows["share"].to_numpy(dtype=float), keys, kinds)


def _normal(matrix: np.ndarray) -> np.ndarray:
    total = matrix.sum(axis=1, keepdims=True)
    return np.divide(matrix, total, out=np.zeros_like(matrix), where=total > 0)


def _modelled(census: np.ndarray, keys: pd.Index, kinds: list[str]) -> pd.DataFrame:
    """One heater per building, by the shares of the census."""
    shares = np.column_stack([census, np.where(census.sum(axis=1) > 0, 0.0, 1.0)])
    row, column = np.nonzero(shares)
    names = np.array([generator_of()[name] for name in (*kinds, UNKNOWN)], dtype=object)
    return pd.DataFrame(
        {
            "building_id": keys.to_numpy(dtype=object)[row],
            "generator": names[column],
            "count": shares[row, column],
        }
    )
