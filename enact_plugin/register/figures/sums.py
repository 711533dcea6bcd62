"""Sums of the members of areas for the table of figures: totals, classes, years, gaps to targets.

Each function gives rows with `area_kind`, `area_id`, `carrier`, `status`, `breakdown`, `class_code` and some of the
sums; `statistics` puts them together and says what each row tells beyond its sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from ...reference.plant_tables import NO_CLASS, full_load_hours, size_class_codes
from ..location.coverage import EXISTING, STORAGE
from .capacity import PLANNED, YEAR, capacity_by_year
from .members import ALL, MUNICIPALITY

EXISTS, ANY = "existing", "any"  # statuses that are sums of others
IN_OPERATION = "in_operation"
TOTAL, SIZE_CLASS, PLANNED_YEAR, TARGET = "total", "size_class", "planned_year", "target"
BREAKDOWNS = (TOTAL, SIZE_CLASS, YEAR, PLANNED_YEAR, TARGET)
NO_YEAR = "undated"  # planned units without an announced year

CELL = ["area_kind", "area_id", "carrier", "status"]
ROW = [*CELL, "breakdown", "class_code"]
POWER = ["units", "gross_kw", "net_kw", "quoted_kw", "located_units", "located_kw"]
YIELD = ["yield_low_mwh_a", "yield_mwh_a", "yield_high_mwh_a", "yield_kw"]
STORED = ["storage_units", "storage_kw", "storage_kwh"]
CHANGES = ("added", "closed", "cumulative")
DOUBTFUL_POWER = ["gross_kw_with_findings", "net_kw_with_findings"]
DOUBTFUL = ["units_with_findings", "kw_with_findings", *DOUBTFUL_POWER, "units_corrected"]
_GENERATION = [*POWER, *DOUBTFUL, "by_postcode"]
SUMS = [*_GENERATION, *STORED, "chp_thermal_kw"]
_ESTIMATED = [*YIELD, "assumed_kw"]


def with_storage_apart(members: pd.DataFrame) -> pd.DataFrame:
    """Members whose storage has its power in a column of its own.

    Parameters
    ----------
    members : DataFrame, shape (m,)
        As of `members.Members`.

    Returns
    -------
    DataFrame, shape (m,)
        With `storage_units` and `storage_kw` (net); `located_kw` is of the quoted power.
    """
    storage = members["carrier"] == STORAGE
    return members.assign(
        gross_kw=members["gross_kw"].mask(storage, 0.0),
        net_kw=members["net_kw"].mask(storage, 0.0),
        located_kw=members["located_quoted_kw"],
        storage_units=storage.astype(int),
        storage_kw=members["net_kw"].where(storage, 0.0),
        by_postcode=members["by_postcode"].astype(int),
    )


def cells_of(units: pd.DataFrame) -> pd.DataFrame:
    """Sums by area, carrier and status, with those of all carriers, of what exists, and of any status.

    Parameters
    ----------
    units : DataFrame, shape (m,)
        As `with_storage_apart` returns it.

    Returns
    -------
    DataFrame
        `CELL`, `SUMS`, `YIELD` [MWh/a], and `assumed_kw`: the power whose full-load hours are an assumption.
    """
    sums = _with_yield(_sums(units, CELL))
    carriers = pd.concat([sums, _generation(sums)], ignore_index=True)
    exists = carriers[carriers["status"].isin(EXISTING)].assign(status=EXISTS)
    every = pd.concat([carriers, exists, carriers.assign(status=ANY)], ignore_index=True)
    return every.groupby(CELL, as_index=False, sort=False)[[*SUMS, *_ESTIMATED]].sum()


def _sums(units: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    return units.groupby(list(keys), as_index=False, sort=False)[SUMS].sum()


def _generation(sums: pd.DataFrame) -> pd.DataFrame:
    """The same as the carrier ``all``: storage is in its own columns only."""
    storage = sums["carrier"] == STORAGE
    return sums.assign(carrier=ALL, **{name: sums[name].mask(storage, 0) for name in _GENERATION})


def _with_yield(sums: pd.DataFrame) -> pd.DataFrame:
    """Sums with the estimated yield of what is in operation, and the power it is estimated from."""
    hours = full_load_hours()
    gross = sums["carrier"].isin([carrier for carrier, each in hours.items() if each.gross])
    assumed = sums["carrier"].isin([carrier for carrier, each in hours.items() if not each.published])
    runs = (sums["status"] == IN_OPERATION) & sums["carrier"].isin(hours)
    power = sums["gross_kw"].where(gross, sums["net_kw"]).where(runs, 0.0)

    def mwh(figures: dict[str, float]) -> pd.Series:
        return power * sums["carrier"].map(figures).astype(float).fillna(0.0) / 1000

    return sums.assign(
        yield_low_mwh_a=mwh({carrier: each.low for carrier, each in hours.items()}),
        yield_mwh_a=mwh({carrier: each.expected for carrier, each in hours.items()}),
        yield_high_mwh_a=mwh({carrier: each.high for carrier, each in hours.items()}),
        yield_kw=power,
        assumed_kw=power.where(assumed, 0.0),
    )


def with_zeros(cells: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Cells with a row of zeros for what exists of each carrier in each area where nothing does.

    Without it nobody could tell nothing from not known.

    Parameters
    ----------
    cells : DataFrame
    areas : DataFrame
        `area_kind`, `area_id`: all areas of the layers.
    """
    carriers = {ALL, *cells.loc[cells["status"] == EXISTS, "carrier"]}
    every = areas.merge(pd.DataFrame({"carrier": sorted(carriers)}), how="cross").assign(status=EXISTS)
    present = pd.MultiIndex.from_frame(cells[CELL])
    missing = every[~pd.MultiIndex.from_frame(every[CELL]).isin(present)]
    zeros = missing.assign(**dict.fromkeys((*SUMS, *_ESTIMATED), 0))
    return pd.concat([cells, zeros], ignore_index=True) if len(zeros) else cells


def totals(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per area, carrier and status."""
    return cells[cells["status"] != ANY].assign(breakdown=TOTAL, class_code=None)


def by_size(units: pd.DataFrame) -> pd.DataFrame:
    """Existing units by class of quoted power, in the classes of each carrier; ``all`` has classes of its own."""
    both = _and_generation(units[units["status"].isin(EXISTING)].assign(status=EXISTS))
    codes = pd.Series(NO_CLASS, index=both.index, dtype=object)
    for carrier, rows in both.groupby("carrier", sort=False).groups.items():
        codes[rows] = size_class_codes(str(carrier), both.loc[rows, "quoted_kw"].to_numpy())
    return _sums(both.assign(class_code=codes), [*CELL, "class_code"]).assign(breakdown=SIZE_CLASS)


def by_planned_year(units: pd.DataFrame) -> pd.DataFrame:
    """Planned units by the year they are announced for."""
    both = _and_generation(units[units["status"] == PLANNED])
    years = both["planned"].dt.year
    codes = years.astype("Int64").astype(str).where(years.notna(), NO_YEAR).astype(object)
    return _sums(both.assign(class_code=codes), [*CELL, "class_code"]).assign(breakdown=PLANNED_YEAR)


def _and_generation(units: pd.DataFrame) -> pd.DataFrame:
    """Units, and those that are no storage once more as the carrier ``all``."""
    generation = units[units["carrier"] != STORAGE].assign(carrier=ALL)
    return pd.concat([units, generation], ignore_index=True)


def by_year(members: pd.DataFrame, today: date | None = None) -> pd.DataFrame:
    """Quoted power added, closed and standing by year; of storage its power and energy.

    Parameters
    ----------
    members : DataFrame, shape (m,)
        As of `members.Members`, of every status.
    today : date or None

    Returns
    -------
    DataFrame
        `added_…`, `closed_…`, `cumulative_…` of units, kw and storage_kwh; `class_code` is the year, or the period that
        says why a unit has none (see `capacity`). Planned units have rows of their own.
    """
    table = capacity_by_year(_and_generation(members.assign(gross_kw=members["quoted_kw"])), today)
    table = table[table["period"] != PLANNED]
    renamed = {
        f"{change}_{theirs}": f"{change}_{ours}"
        for change in CHANGES
        for theirs, ours in (("units", "units"), ("gross_kw", "kw"), ("storage_kwh", "storage_kwh"))
    }
    codes = table["year"].astype(str).where(table["period"] == YEAR, table["period"]).astype(object)
    figures = table.rename(columns=renamed)[["area_kind", "area_id", "carrier", *renamed.values()]]
    return figures.assign(status=ANY, breakdown=YEAR, class_code=codes)


def gaps_to_targets(cells: pd.DataFrame, targets: pd.DataFrame, ags: str) -> pd.DataFrame:
    """What exists in the municipality and is missing to each target; negative where it is exceeded.

    Parameters
    ----------
    cells : DataFrame
    targets : DataFrame, shape (t,)
        `carrier`, `year`, `kw` of quoted power; of storage of its net power.
    ags : str

    Returns
    -------
    DataFrame, shape (t,)
        With `target_kw` and `gap_kw`; `class_code` is the year.
    """
    if targets.empty:
        return pd.DataFrame(columns=ROW)
    wanted = targets.rename(columns={"kw": "target_kw"}).assign(
        area_kind=MUNICIPALITY, area_id=ags, status=EXISTS
    )
    rows = wanted.merge(cells, on=CELL, how="left")
    rows = rows.assign(**{name: rows[name].astype(float).fillna(0.0) for name in SUMS})
    present = rows["storage_kw"].where(rows["carrier"] == STORAGE, rows["quoted_kw"])
    codes = rows["year"].astype(int).astype(str)
    told = rows.assign(gap_kw=rows["target_kw"] - present, breakdown=TARGET, class_code=codes)
    return told.drop(columns=["year", *_ESTIMATED])
