"""The model under what was metered: totals of groups hold; a total of one building is its own figure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import Finding
from ...reference.heat_tables import final_per_useful
from ..metered.constrain import Constrained, Modelled, constrain
from ..metered.members import KEY, Members, match_members
from .final import UNKNOWN, FinalEnergy
from .shares import share_matrix


@dataclass(frozen=True)
class Metered:
    """Deliveries and what their buildings are found by.

    Attributes
    ----------
    deliveries : DataFrame
        Layer ``consumption``: lawful rows only.
    addresses : DataFrame
        Table ``building_addresses``.
    blocks : DataFrame or None
        Table ``building_blocks``.
    """

    deliveries: pd.DataFrame
    addresses: pd.DataFrame
    blocks: pd.DataFrame | None = None


@dataclass(frozen=True)
class Measured:
    """What the metered totals make of the model.

    Attributes
    ----------
    final : FinalEnergy
        Under the totals: a carrier that was not delivered stays as modelled.
    factor : ndarray, shape (n,)
        Of the useful heat of each building, that of its final energy; 1 where nothing was applied.
    source : ndarray of object, shape (n,)
        ``measured``, ``measured_group`` or None.
    findings : tuple of Finding
    """

    final: FinalEnergy
    factor: np.ndarray
    source: np.ndarray
    findings: tuple[Finding, ...] = ()


def members_of(metered: Metered) -> Members:
    """Buildings of the deliveries."""
    return match_members(metered.deliveries, metered.addresses, metered.blocks)


def with_told_carriers(
    mixture: pd.DataFrame, keys: pd.Index, metered: Metered, members: Members
) -> pd.DataFrame:
    """Mixture in which a building of unknown heating that gets metered gas or heat is heated with it.

    Parameters
    ----------
    mixture : DataFrame
        Table ``building_mixture``.
    keys : Index, shape (n,)
        Keys of the heated buildings.
    metered : Metered
    members : Members

    Returns
    -------
    DataFrame
        Rows of `mixture`, and one per building added, source ``measured``.
    """
    heaters = [name for name in final_per_useful() if name != UNKNOWN]
    silent = keys[share_matrix(mixture, "carrier", keys, heaters).sum(axis=1) == 0]
    by_carrier = {carrier: name for name in reversed(heaters) for carrier in final_per_useful()[name]}
    told = metered.deliveries.set_index(KEY)["heat_carrier"].map(by_carrier)
    found = members.members.assign(value=members.members[KEY].map(told))
    found = found[found["building_id"].isin(silent) & found["value"].notna()]
    added = found.sort_values([KEY, "building_id"]).drop_duplicates("building_id")[["building_id", "value"]]
    rows = added.assign(attribute="carrier", share=1.0, source="measured")
    parts = [part for part in (mixture, rows) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else mixture


def unmeasured(final: FinalEnergy) -> Measured:
    """The model as it is, where nothing was delivered."""
    count = len(final.kwh)
    return Measured(final, np.ones(count), np.full(count, None, dtype=object))


def measured(final: FinalEnergy, keys: pd.Index, metered: Metered, members: Members) -> Measured:
    """Scale the model so that the delivered totals hold (`metered.constrain`).

    Parameters
    ----------
    final : FinalEnergy, n buildings
        Modelled.
    keys : Index, shape (n,)
    metered : Metered
    members : Members

    Returns
    -------
    Measured
    """
    total = final.total_kwh
    row, column = np.nonzero(final.kwh)
    carriers = pd.DataFrame(
        {
            "building_id": keys.to_numpy(dtype=object)[row],
            "carrier": np.array(final.carriers, dtype=object)[column],
            "share": final.kwh[row, column] / total[row],
        }
    )
    buildings = pd.DataFrame({"building_id": keys.to_numpy(dtype=object), "final_kwh": total})
    found: Constrained = constrain(Modelled(buildings, carriers), members, metered.deliveries)
    by_key = found.buildings.set_index("building_id").reindex(keys)
    source = by_key["source"].to_numpy(dtype=object)
    kwh = np.zeros_like(final.kwh)
    place = pd.Index(final.carriers).get_indexer(found.carriers["carrier"])
    kwh[keys.get_indexer(found.carriers["building_id"]), place] = found.carriers["final_kwh"]
    return Measured(
        FinalEnergy(final.carriers, kwh),
        by_key["factor"].fillna(1.0).to_numpy(dtype=float),
        np.where(pd.isna(source), None, source),
        (*members.findings, *found.findings),
    )
