"""Capacity added, closed and standing at the end of each year, by area and carrier.

From the dates of the register, not from its history: what was commissioned in 2009 counts in 2009, whenever it was
loaded. What the years hold:

- **Units that exist** (in operation, or temporarily closed: they may run again) are added in the year they were
  commissioned. Their closing date, where one is given, is an announcement and is left aside.
- **Closed units** are added in the year they were commissioned and taken away in the year they were closed; so a unit
  that ran from 1995 to 2015 stands in the years between.
- **What has no year stands apart**, in rows whose `period` says why and whose year is empty: planned, commissioned in
  the future, without a date of commissioning, closed without usable dates, of unknown status.

So what stands at the end of the last year, with the undated and the future units, is what exists today.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from ..location.coverage import EXISTING

GROUP = ["area_kind", "area_id", "carrier"]
SUMS = ["units", "gross_kw", "net_kw", "storage_kwh"]
YEAR = "year"
FUTURE, UNDATED, CLOSED_UNDATED, PLANNED, UNKNOWN = (
    "future",
    "undated",
    "closed_undated",
    "planned",
    "status_unknown",
)
PERIODS = (YEAR, FUTURE, UNDATED, CLOSED_UNDATED, PLANNED, UNKNOWN)
ADDED, CLOSED, CUMULATIVE = "added", "closed", "cumulative"
_DECIMALS = 6  # a running sum of kW leaves 1e-12
_EVENT = ["gone", *GROUP, "period", "year"]


def capacity_by_year(members: pd.DataFrame, today: date | None = None) -> pd.DataFrame:
    """Units and power by year of commissioning and closing.

    Parameters
    ----------
    members : DataFrame, shape (m,)
        One row per unit and area it counts for: `area_kind`, `area_id`, `carrier`, `commissioned` and `closed`
        (datetime64), `status` (plant_status), `gross_kw`, `net_kw`, `storage_kwh`, `units`; a missing number counts
        as zero, missing `units` as one. Storage is a carrier of its own: it is never added to generation here.
    today : date or None
        Day after which a commissioning is in the future; without it, the day of the computer.

    Returns
    -------
    DataFrame, shape (r,)
        `area_kind`, `area_id`, `carrier`, `period` (`PERIODS`), `year` (Int64; missing but for the period "year"), and
        for each of units, gross_kw, net_kw [kW] and storage_kwh [kWh]: `added_…`, `closed_…` (in that year) and
        `cumulative_…` (at its end). The years of an area and carrier run without a gap from its first one to the last
        of all. Other periods state their units and power as `added_…`, are nothing closed, and have no cumulative
        value. Ordered by area, carrier, period, year.
    """
    day = pd.Timestamp(today or date.today())
    events = pd.concat([_added(members, day), _closed(members, day)], ignore_index=True)
    sums = events.groupby(_EVENT, as_index=False, dropna=False, observed=True)[SUMS].sum()
    gone = sums["gone"].to_numpy(dtype=bool)
    keys = [*GROUP, "period", "year"]
    both = pd.concat(
        [
            sums[~gone].set_index(keys)[SUMS].add_prefix(f"{ADDED}_"),
            sums[gone].set_index(keys)[SUMS].add_prefix(f"{CLOSED}_"),
        ],
        axis=1,
    ).fillna(0.0)
    table = both.reset_index()
    yearly = _running(_without_gaps(table[table["period"] == YEAR]))
    return _in_order(pd.concat([yearly, table[table["period"] != YEAR]], ignore_index=True))


def _added(members: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Each member with the period and year it was added in."""
    status, commissioned, closed = members["status"], members["commissioned"], members["closed"]
    exists = status.isin(EXISTING)
    is_closed = status == "closed"
    usable = commissioned.notna() & (commissioned <= closed) & (closed <= day)
    period = np.select(
        [
            exists & commissioned.isna(),
            exists & (commissioned > day),
            exists,
            is_closed & usable,
            is_closed,
            status == "planned",
        ],
        [UNDATED, FUTURE, YEAR, YEAR, CLOSED_UNDATED, PLANNED],
        UNKNOWN,
    )
    return _events(members, period, commissioned, gone=False)


def _closed(members: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Members that were closed in a year that is known, with that year."""
    closed = members["closed"]
    mask = (members["status"] == "closed") & (members["commissioned"] <= closed) & (closed <= day)
    left = members[mask]
    return _events(left, np.full(len(left), YEAR, dtype=object), left["closed"], gone=True)


def _events(members: pd.DataFrame, period: np.ndarray, when: pd.Series, gone: bool) -> pd.DataFrame:
    numbers = {name: members[name].astype(float).fillna(0.0) for name in SUMS if name in members}
    years = when.dt.year.to_numpy(dtype=float)
    return pd.DataFrame(
        {
            "gone": gone,
            **{name: members[name] for name in GROUP},
            "period": period,
            "year": np.where(period == YEAR, years, np.nan),
            "units": 1.0,
            **dict.fromkeys(SUMS[1:], 0.0),
            **numbers,
        },
        index=members.index,
    )


def _without_gaps(table: pd.DataFrame) -> pd.DataFrame:
    """Each area and carrier with all years from its first to the last of all; years without an event hold zeros."""
    if table.empty:
        return table
    first = table.groupby(GROUP, as_index=False)["year"].min()
    count = (table["year"].max() - first["year"] + 1).astype(int)
    every = first.loc[first.index.repeat(count)].reset_index(drop=True)
    every["year"] += every.groupby(GROUP).cumcount()
    filled = every.merge(table.drop(columns="period"), on=[*GROUP, "year"], how="left").fillna(0.0)
    return filled.assign(period=YEAR)


def _running(table: pd.DataFrame) -> pd.DataFrame:
    """The same with what stands at the end of each year; rows are in the order of years."""
    net = pd.DataFrame(
        {name: table[f"{ADDED}_{name}"] - table[f"{CLOSED}_{name}"] for name in SUMS}, index=table.index
    )
    running = net.groupby([table[name] for name in GROUP]).cumsum().round(_DECIMALS) + 0.0
    return table.assign(**{f"{CUMULATIVE}_{name}": running[name] for name in SUMS})


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Columns in their order and types, rows by area, carrier, period, year."""
    figures = [f"{kind}_{name}" for name in SUMS for kind in (ADDED, CLOSED, CUMULATIVE)]
    table = table.reindex(columns=[*GROUP, "period", "year", *figures])
    whole = [name for name in figures if name.endswith("_units")]
    typed = table.assign(
        year=table["year"].astype(float).astype("Int64"),
        **{name: table[name].astype(float) for name in figures if name not in whole},
        **{name: table[name].astype(float).round().astype("Int64") for name in whole},
    )
    rank = typed["period"].map({period: number for number, period in enumerate(PERIODS)})
    ordered = typed.assign(_rank=rank).sort_values([*GROUP, "_rank", "year"], kind="stable")
    return ordered.drop(columns="_rank").reset_index(drop=True)
