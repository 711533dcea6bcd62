"""Sums of the plant table by area and carrier.

What the rows hold:

- **Units that exist**: in operation or temporarily closed. Planned and closed units, and those of unknown status, are
  in the plant table but in no sum.
- **Municipality and postcode** hold all units, for the register publishes both for every unit. **District** holds the
  units with a point in it, and those without one whose postcode area leaves no other district (see `districts`).
  `completeness` tells whether more might lie there.
- One row per carrier, and one row ``all``: every carrier but storage, so that storage is never added to generation.
  `storage_kwh` and `chp_thermal_kw` are columns of their own; in the row ``all`` they are those of the whole area.
- The heat of a CHP plant with several units counts once, and so does the energy of a store (see `shared`): so sums
  over carriers, postcodes or municipalities neither double nor lose it.
"""

from __future__ import annotations

import json
from collections.abc import Collection

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome
from ...reference.columns import ColumnType, columns
from ..location.coverage import EXISTING, STORAGE
from ..raw import newest, source_of
from .completeness import LOCATED_ONLY, completeness, with_gaps
from .members import (
    ALL,
    DISTRICT,
    KINDS,
    MUNICIPALITY,
    NOWHERE,
    POSTCODE,
    Areas,
    area_members,
)

LAYER = "plants_by_area"
WAY = "Summen der bestehenden Einheiten"
# texts that say what was assumed, for the provenance of the layer
ASSUMPTIONS = (
    "areas_existing_units",
    "areas_storage_apart",
    "areas_chp_heat_once",
    "areas_store_once",
    "areas_districts_by_postcode",
)

_GROUP = ["area_kind", "area_id", "carrier"]
_SUMS = [
    "units",
    "gross_kw",
    "net_kw",
    "located_units",
    "located_kw",
    "storage_kwh",
    "chp_thermal_kw",
    "by_postcode",
]
_JSON_DECIMALS = 3  # the register keeps watts


def plants_by_area(
    plants: GeoDataFrame,
    municipality: GeoDataFrame | None = None,
    districts: GeoDataFrame | None = None,
    postcodes: GeoDataFrame | None = None,
    gaps: Collection[str] = (),
) -> Outcome:
    """Sum the units that exist by municipality, postcode and district, by carrier and for all carriers but storage.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`; geometry None where the register publishes no place.
    municipality : GeoDataFrame or None
        Layer `municipality`: ags, name; gives the rows of the municipality their polygon.
    districts : GeoDataFrame or None
        Layer `districts`: district_id, name. Without it there are no rows of districts.
    postcodes : GeoDataFrame or None
        Layer `postcodes`: postcode, name; rows of postcodes that it lacks have no geometry. With it, units without a
        point are summed by district where their postcode area lies wholly inside one.
    gaps : collection of str
        What could not be read of the register; see `unread.gaps_of`.

    Returns
    -------
    Outcome
        GeoDataFrame with the columns of `plants_by_area` in the CRS of `plants`; powers in kW, storage in kWh.
        `completeness` says whether a row holds every unit of its area; where it holds units with a point only
        (`located_only`), `unlocated_units` and `unlocated_kw` are missing: how many of the others lie there is not
        known. Rows in are the rows made: sums have no row of their own before. A finding says how many units and how
        much power of generation have no place.
        `added_by_year` is JSON, ``{"2019": {"units": 3, "gross_kw": 14.5, "net_kw": 13.0}}``, of the same units by
        their year of commissioning; units without a date are in no year.

    Raises
    ------
    EnactError
        ``areas_crs_differs`` when a layer is not in the CRS of `plants`.
    """
    areas = Areas(municipality, districts, postcodes)
    members = area_members(plants, areas)
    existing = _existing(members.frame)
    rows = pd.concat(
        [_sums(_generation(existing)), _sums(existing), _without_units(districts)], ignore_index=True
    )
    rows = _completed(rows, _existing_gaps(members.gaps))
    rows = rows.assign(completeness=with_gaps(rows["completeness"], rows, gaps, plants["carrier"]))
    names, shapes = names_and_shapes(rows, plants, areas)
    rows = in_order(rows.assign(area_name=names, geometry=shapes))
    typed = pd.DataFrame({column.name: as_type(rows[column.name], column.type) for column in columns(LAYER)})
    frame = GeoDataFrame(typed, geometry=rows["geometry"].to_numpy(), crs=plants.crs)
    source = source_of(WAY, newest(plants["updated"]))
    town = existing[existing["area_kind"] == MUNICIPALITY]
    found = (*unlocated(town), *_not_existing(len(town), len(plants)))
    return Outcome(frame, source, len(frame), findings=found, assumptions=ASSUMPTIONS)


def unlocated(existing: pd.DataFrame) -> tuple[Finding, ...]:
    """How much the maps cannot show.

    Parameters
    ----------
    existing : DataFrame, shape (n,)
        Members of the municipality that exist.
    """
    without = existing["located_units"] == 0
    generates = existing["carrier"] != STORAGE
    values = {
        "units": int(without.sum()),
        "total": len(existing),
        "kw": round(float(existing["net_kw"][without & generates].sum()), _JSON_DECIMALS),
        "total_kw": round(float(existing["net_kw"][generates].sum()), _JSON_DECIMALS),
    }
    return (Finding("units_unlocated", severity=Severity.NOTE, values=values),) if values["units"] else ()


def _not_existing(existing: int, total: int) -> tuple[Finding, ...]:
    """How many units are in no sum."""
    if existing == total:
        return ()
    counts = {"count": total - existing, "total": total}
    return (Finding("units_not_existing", severity=Severity.NOTE, values=counts),)


def _existing(members: pd.DataFrame) -> pd.DataFrame:
    """Members that exist, but for the districts' remainder, which has no place on a map."""
    kept = members["status"].isin(EXISTING)
    kept &= (members["area_kind"] != DISTRICT) | (members["area_id"] != NOWHERE)
    rows = members[kept]
    return rows.assign(year=rows["commissioned"].dt.year, by_postcode=rows["by_postcode"].astype(int))


def _existing_gaps(gaps: pd.DataFrame) -> pd.DataFrame:
    """Areas and carriers where an existing unit may be missing; ``all`` where it is generation."""
    rows = gaps.loc[gaps["status"].isin(EXISTING), _GROUP]
    return pd.concat([rows, rows[rows["carrier"] != STORAGE].assign(carrier=ALL)]).drop_duplicates()


def _generation(members: pd.DataFrame) -> pd.DataFrame:
    """The same as the one carrier "all": storage adds its kWh, and neither units nor power."""
    storage = members["carrier"] == STORAGE
    power = [name for name in _SUMS if name not in ("storage_kwh", "chp_thermal_kw")]
    return members.assign(
        carrier=ALL,
        year=members["year"].mask(storage),
        **{name: members[name].mask(storage, 0) for name in power},
    )


def _sums(members: pd.DataFrame) -> pd.DataFrame:
    """One row per area and carrier."""
    sums = members.groupby(_GROUP, as_index=False)[_SUMS].sum()
    return sums.merge(_added(members), on=_GROUP, how="left")


def _added(members: pd.DataFrame) -> pd.DataFrame:
    """Units and power by year of commissioning, as JSON."""
    yearly = members.groupby([*_GROUP, "year"], as_index=False)[["units", "gross_kw", "net_kw"]].sum()
    texts = {
        key: json.dumps(
            {
                str(int(year)): {
                    "units": int(count),
                    "gross_kw": round(gross, _JSON_DECIMALS),
                    "net_kw": round(net, _JSON_DECIMALS),
                }
                for year, count, gross, net in zip(
                    group["year"], group["units"], group["gross_kw"], group["net_kw"]
                )
            }
        )
        for key, group in yearly.groupby(_GROUP)
    }
    index = pd.MultiIndex.from_tuples(texts, names=_GROUP) if texts else None
    added = pd.DataFrame({"added_by_year": list(texts.values())}, index=index)
    return added.reset_index() if texts else pd.DataFrame(columns=[*_GROUP, "added_by_year"])


def _without_units(districts: GeoDataFrame | None) -> pd.DataFrame:
    """A row of zeros for each district, which gives way where the district has units: the map shows them all."""
    ids = [] if districts is None else districts["district_id"].astype(str).unique()
    return pd.DataFrame({"area_kind": DISTRICT, "area_id": ids, "carrier": ALL, **dict.fromkeys(_SUMS, 0)})


def _completed(rows: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Each row once, with what was not located and what the row leaves out."""
    rows = rows.drop_duplicates(_GROUP, ignore_index=True)
    told = completeness(rows, gaps, _GROUP, rows["by_postcode"])
    partial = told == LOCATED_ONLY
    return rows.assign(
        completeness=told,
        located_only=partial,
        unlocated_units=(rows["units"] - rows["located_units"]).mask(partial).astype("Int64"),
        # a difference of sums may leave 1e-12
        unlocated_kw=(rows["net_kw"] - rows["located_kw"]).round(6).mask(partial),
        added_by_year=rows["added_by_year"].fillna("{}"),
    )


def names_and_shapes(rows: pd.DataFrame, plants: GeoDataFrame, areas: Areas) -> tuple[pd.Series, np.ndarray]:
    """Name and polygon of each row's area, as far as they are known."""
    names = pd.Series(None, index=rows.index, dtype=object)
    shapes = np.full(len(rows), None, dtype=object)
    known = plants.dropna(subset=["ags"]).drop_duplicates("ags").set_index("ags")["municipality"]
    for kind, key in KINDS.items():
        mask = (rows["area_kind"] == kind).to_numpy()
        ids = rows.loc[mask, "area_id"]
        if kind == MUNICIPALITY:
            names[mask] = ids.map(known)
        frame = areas.by_kind[kind]
        if frame is None or not len(frame):
            continue
        merged = (
            frame.assign(_key=frame[key].astype(str)).dissolve("_key")
            if frame[key].duplicated().any()
            else (frame.set_index(frame[key].astype(str)))
        )
        shapes[mask] = ids.map(merged.geometry.to_dict())
        if "name" in merged:
            names[mask] = ids.map(merged["name"]).where(ids.isin(merged.index), names[mask])
    shapes[pd.isna(shapes)] = None
    return names.where(names.notna(), None), shapes


def in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Municipality, districts, postcodes; in each area first all carriers, then the others by name."""
    order = {MUNICIPALITY: 0, DISTRICT: 1, POSTCODE: 2}
    ranked = rows.assign(
        _kind=rows["area_kind"].map(order), _carrier=rows["carrier"].where(rows["carrier"] != ALL, "")
    )
    return ranked.sort_values(["_kind", "area_id", "_carrier"], ignore_index=True)


def as_type(values: pd.Series, kind: ColumnType) -> pd.Series:
    """Values as frames hold a column of this type."""
    if kind is ColumnType.INTEGER:
        return values.astype("Int64")
    if kind is ColumnType.REAL:
        return values.astype(float)
    if kind is ColumnType.DATE:
        return values.astype("datetime64[ns]")
    return values.astype("boolean" if kind is ColumnType.BOOLEAN else object)
