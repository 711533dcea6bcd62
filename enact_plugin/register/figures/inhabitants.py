"""Inhabitants of the areas, as far as somebody told them: none is invented, and none is spread over areas."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from ...errors import Finding, Severity
from .members import DISTRICT, MUNICIPALITY, Areas

SUM_OF_DISTRICTS = (
    "inhabitants_of_districts"  # assumption: the municipality is the sum of all of its districts
)
_COLUMNS = ["area_kind", "area_id", "inhabitants", "inhabitants_date"]


@dataclass(frozen=True)
class Inhabitants:
    """Inhabitants by area.

    Attributes
    ----------
    frame : DataFrame
        `area_kind`, `area_id`, `inhabitants`, `inhabitants_date`; one row per area that has a figure.
    assumptions : tuple of str
    findings : tuple of Finding
    """

    frame: pd.DataFrame
    assumptions: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def inhabitants_of(
    ags: str,
    areas: Areas,
    population: pd.DataFrame | None = None,
    given: float | None = None,
    given_date: date | None = None,
) -> Inhabitants:
    """Gather what is known.

    Parameters
    ----------
    ags : str
        Municipality.
    areas : Areas
        Its districts tell whether the figures of districts are whole.
    population : DataFrame or None
        Layer `population`: `area_kind`, `area_id`, `area_name`, `inhabitants`, `date`. Of several dates the newest
        counts; a row without key is the district of its name, where only one is called so.
    given : float or None
        Inhabitants of the municipality; takes the place of the layer's.
    given_date : date or None

    Returns
    -------
    Inhabitants
        The municipality's figure is the one given, else the layer's, else the sum of all districts where each has one.
    """
    told = _newest(population)
    districts = _of_districts(told, areas)
    town, assumptions = _of_town(ags, told, districts, areas, given, given_date)
    frame = (
        pd.concat([town, districts], ignore_index=True)[_COLUMNS]
        if len(town) or len(districts)
        else _nothing()
    )
    missing = () if len(town) else (Finding("inhabitants_unknown", severity=Severity.NOTE),)
    return Inhabitants(frame, assumptions, missing)


def _nothing() -> pd.DataFrame:
    types = {"inhabitants": float, "inhabitants_date": "datetime64[ns]"}
    return pd.DataFrame({name: pd.Series(dtype=types.get(name, object)) for name in _COLUMNS})


def _newest(population: pd.DataFrame | None) -> pd.DataFrame:
    """Rows with a figure, of each area the newest."""
    if population is None:
        return _nothing().assign(area_name=pd.Series(dtype=object))
    rows = population.loc[population["inhabitants"].notna(), ["area_kind", "area_id", "area_name"]].assign(
        inhabitants=population["inhabitants"].astype(float),
        inhabitants_date=pd.to_datetime(population["date"]).astype("datetime64[ns]"),
    )
    rows = rows.sort_values("inhabitants_date", kind="stable", na_position="first")
    return rows.drop_duplicates(["area_kind", "area_id", "area_name"], keep="last")


def _of_districts(told: pd.DataFrame, areas: Areas) -> pd.DataFrame:
    """Figures of the districts, by key, else by name."""
    rows = told[told["area_kind"] == DISTRICT]
    if areas.districts is None or areas.districts.empty or rows.empty:
        return _nothing()
    keys = areas.districts["district_id"].astype(str)
    names = pd.Series(keys.to_numpy(), index=areas.districts["name"].astype(str).str.casefold())
    names = names[~names.index.duplicated(keep=False)]
    by_name = rows["area_name"].astype(str).str.casefold().map(names)
    key = rows["area_id"].where(rows["area_id"].isin(keys), by_name)
    found = rows.assign(area_id=key).dropna(subset=["area_id"])
    return found.drop_duplicates("area_id", keep="last")[_COLUMNS]


def _of_town(
    ags: str,
    told: pd.DataFrame,
    districts: pd.DataFrame,
    areas: Areas,
    given: float | None,
    given_date: date | None,
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Figure of the municipality, and what was assumed for it."""
    if given is not None:
        return _town(ags, given, given_date), ()
    rows = told[told["area_kind"] == MUNICIPALITY]
    rows = rows[(rows["area_id"] == ags) | rows["area_id"].isna()]
    if len(rows):
        last = rows.iloc[-1]
        return _town(ags, last["inhabitants"], last["inhabitants_date"]), ()
    every = set() if areas.districts is None else set(areas.districts["district_id"].astype(str))
    if every and every == set(districts["area_id"]):
        oldest = districts["inhabitants_date"].min()
        return _town(ags, districts["inhabitants"].sum(), oldest), (SUM_OF_DISTRICTS,)
    return _nothing(), ()


def _town(ags: str, inhabitants: float, day: date | None) -> pd.DataFrame:
    row = pd.DataFrame({"area_kind": [MUNICIPALITY], "area_id": [ags], "inhabitants": [float(inhabitants)]})
    return row.assign(inhabitants_date=pd.Series([day]).astype("datetime64[ns]"))
