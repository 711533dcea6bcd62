"""The legal minimum: of single-family houses, consumption and heaters may be collected in groups only (WPG Anlage 1).

A row for fewer house numbers than the law asks is kept only where each of its buildings is known to be a multi-family
house or no house to live in. What may be a single-family house is refused as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import Finding, Severity
from .members import KEY, Members
from .rules import metered_rule

EXAMPLES = 3


class HouseKind(Enum):
    """What the law tells apart."""

    SINGLE_FAMILY = "single_family"
    MULTI_FAMILY = "multi_family"
    NON_RESIDENTIAL = "non_residential"
    OUTBUILDING = "outbuilding"  # has no consumption of its own
    UNKNOWN = "unknown"


class Data(Enum):
    """Kind of the delivered data; each has its own minimum."""

    CONSUMPTION = "consumption"
    HEATERS = "heaters"

    @property
    def minimum(self) -> int:
        """Fewest house numbers of single-family houses."""
        return int(metered_rule(f"min_house_numbers_{self.value}"))


class Refusal(Enum):
    """Why a row must not be collected."""

    SINGLE_FAMILY = "single_family"
    MAY_BE_SINGLE_FAMILY = "may_be_single_family"
    NO_BUILDING = "no_building"  # what the address is nobody knows


# of the others nobody knows from the use alone whether one family lives there: a farm, a house with a shop
_KIND_OF_USE = {
    **dict.fromkeys(
        ("office", "trade", "industry", "education", "health", "culture"), HouseKind.NON_RESIDENTIAL
    ),
    **dict.fromkeys(("accommodation", "utility"), HouseKind.NON_RESIDENTIAL),
    "outbuilding": HouseKind.OUTBUILDING,
}
_KIND_OF_TYPE = {
    **dict.fromkeys(("single_family", "terraced"), HouseKind.SINGLE_FAMILY),
    **dict.fromkeys(("multi_family", "large_multi_family"), HouseKind.MULTI_FAMILY),
    "non_residential": HouseKind.NON_RESIDENTIAL,
}


@dataclass(frozen=True)
class Lawful:
    """Rows that may be kept, and an account of the others.

    Attributes
    ----------
    rows : DataFrame
        As delivered, with house_numbers : int, those the row sums up.
    refused : DataFrame
        key, house_numbers, minimum, reason : `Refusal`; without the figures themselves.
    findings : tuple of Finding
    """

    rows: pd.DataFrame
    refused: pd.DataFrame
    findings: tuple[Finding, ...] = ()


def house_kinds(buildings: pd.DataFrame) -> pd.Series:
    """What each building is before the law.

    Parameters
    ----------
    buildings : DataFrame, shape (n,)
        building_id, use (list building_use); optionally building_type (list plan_building_type) and dwellings. The
        number of dwellings counts before the type, the type before the use.

    Returns
    -------
    Series of HouseKind, shape (n,)
        Index building_id. UNKNOWN where a single-family house cannot be ruled out.
    """
    index = pd.Index(buildings["building_id"], name="building_id")
    kind = pd.Series(buildings["use"].map(_KIND_OF_USE).to_numpy(dtype=object), index=index)
    if "building_type" in buildings:
        of_type = pd.Series(buildings["building_type"].map(_KIND_OF_TYPE).to_numpy(dtype=object), index=index)
        kind = of_type.where(of_type.notna(), kind)
    if "dwellings" in buildings:
        dwellings = pd.to_numeric(buildings["dwellings"], errors="coerce").to_numpy(dtype=float)
        several = dwellings >= metered_rule("multi_family_dwellings")
        of_number = np.where(several, HouseKind.MULTI_FAMILY, HouseKind.SINGLE_FAMILY)
        kind = kind.mask(dwellings > 0, pd.Series(of_number, index=index))
    return kind.where(kind.notna(), HouseKind.UNKNOWN)


def house_numbers(deliveries: pd.DataFrame, members: Members, key: str = KEY) -> pd.Series:
    """How many house numbers each row sums up.

    As delivered (`connections`), but never more than its text can name: six meters in one house are one house number.
    Where the number is not delivered, the house numbers found and those named one by one that were not.

    Parameters
    ----------
    deliveries : DataFrame, shape (n,)
        key, optionally connections.
    members : Members

    Returns
    -------
    Series of int, shape (n,)
        Index key.
    """
    counted = members.house_numbers.reindex(deliveries[key])
    named = counted["found"] + counted["listed_missing"]
    if "connections" not in deliveries:
        return named.astype("int64")
    most = np.maximum(counted["possible"], named).astype(float).where(counted["possible"] >= 0, np.inf)
    delivered = pd.to_numeric(deliveries["connections"], errors="coerce").set_axis(counted.index)
    return np.minimum(delivered, most).where(delivered.notna(), named).astype("int64")


def keep_lawful(
    deliveries: pd.DataFrame,
    members: Members,
    kinds: pd.Series,
    data: Data = Data.CONSUMPTION,
    key: str = KEY,
) -> Lawful:
    """Keep the rows that may be collected.

    Parameters
    ----------
    deliveries : DataFrame, shape (n,)
        Rows of consumption or heaters.
    members : Members
        Of `match_members` for these rows.
    kinds : Series of HouseKind
        Index building_id, as `house_kinds`; buildings that are missing are unknown.
    data : Data
    key : str

    Returns
    -------
    Lawful
    """
    numbers = house_numbers(deliveries, members, key)
    small = numbers < data.minimum
    why = _worst(members.members.set_index(key)["building_id"].map(kinds)).reindex(numbers.index)
    reason = why.where(small).astype(object)
    reason = reason.mask(small & why.isna(), Refusal.NO_BUILDING).mask(why.isin(["lawful"]), None)
    refused = reason.notna().to_numpy(dtype=bool)
    table = pd.DataFrame({"house_numbers": numbers, "minimum": data.minimum, "reason": reason})[refused]
    table = table.rename_axis(key).reset_index().sort_values(key, key=lambda column: column.astype(str))
    kept = deliveries.assign(house_numbers=numbers.to_numpy())[~refused]
    return Lawful(kept, table.reset_index(drop=True), _findings(table, len(deliveries), data, key))


def _worst(kinds: pd.Series) -> pd.Series:
    """What stands against each row, "lawful" where nothing does; outbuildings count only where they stand alone."""
    kinds = kinds.where(kinds.notna(), HouseKind.UNKNOWN)
    single = (kinds == HouseKind.SINGLE_FAMILY).groupby(level=0).any()
    unknown = (kinds == HouseKind.UNKNOWN).groupby(level=0).any()
    nothing_else = (kinds == HouseKind.OUTBUILDING).groupby(level=0).all()
    doubt = np.where(unknown | nothing_else, Refusal.MAY_BE_SINGLE_FAMILY, "lawful")
    return pd.Series(np.where(single, Refusal.SINGLE_FAMILY, doubt), index=single.index, dtype=object)


def _findings(table: pd.DataFrame, total: int, data: Data, key: str) -> tuple[Finding, ...]:
    if table.empty:
        return ()
    count = table["reason"].value_counts()
    values = {
        "rows": len(table),
        "total": total,
        "minimum": data.minimum,
        "examples": ", ".join(str(row) for row in table[key][:EXAMPLES]),
        "single_family": int(count.get(Refusal.SINGLE_FAMILY, 0)),
        "may_be": int(count.get(Refusal.MAY_BE_SINGLE_FAMILY, 0)),
        "no_building": int(count.get(Refusal.NO_BUILDING, 0)),
    }
    if data is Data.HEATERS:
        return (Finding("heater_rows_refused", severity=Severity.ERROR, values=values),)
    return (Finding("metered_rows_refused", severity=Severity.ERROR, values=values),)
