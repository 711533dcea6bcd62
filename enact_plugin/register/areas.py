"""Sums of the plant table by area and carrier.

What the rows hold:

- **Units that exist**: in operation or temporarily closed. Planned and closed units, and those of unknown status, are
  in the plant table but in no sum.
- **Municipality and postcode** hold all units, for the register publishes both for every unit. **District** holds only
  units with coordinates (`located_only`) and says nothing of the others: up to 30 kW the register publishes no place.
- One row per carrier, and one row ``all``: every carrier but storage, so that storage is never added to generation.
  `storage_kwh` and `chp_thermal_kw` are columns of their own; in the row ``all`` they are those of the whole area.
- A CHP plant may have several units, and each row of the register repeats the plant's heat. It counts once: at the
  plant's unit that exists, has a place, and has the largest net power (of equal ones the first MaStR number). So sums
  over carriers, postcodes or municipalities neither double nor lose it.
"""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame, sjoin

from ..errors import EnactError, Finding, Severity
from ..outcome import Outcome
from ..reference.columns import ColumnType, columns
from .plants import newest, source_of

LAYER = "plants_by_area"
WAY = "Summen der bestehenden Einheiten"
ALL = "all"
STORAGE = "storage"
EXISTING = ("in_operation", "temporarily_closed")
# texts that say what was assumed, for the provenance of the layer
ASSUMPTIONS = (
    "areas_existing_units",
    "areas_storage_apart",
    "areas_chp_heat_once",
    "areas_districts_located_only",
)

MUNICIPALITY, POSTCODE, DISTRICT = "municipality", "postcode", "district"
_GROUP = ["area_kind", "area_id", "carrier"]
_SUMS = ["units", "gross_kw", "net_kw", "located_units", "located_kw", "storage_kwh", "chp_thermal_kw"]
_JSON_DECIMALS = 3  # the register keeps watts


def plants_by_area(
    plants: GeoDataFrame,
    municipality: GeoDataFrame | None = None,
    districts: GeoDataFrame | None = None,
    postcodes: GeoDataFrame | None = None,
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
        Layer `postcodes`: postcode, name; rows of postcodes that it lacks have no geometry.

    Returns
    -------
    Outcome
        GeoDataFrame with the columns of `plants_by_area` in the CRS of `plants`; powers in kW, storage in kWh.
        `unlocated_units` and `unlocated_kw` are missing for districts: how many of the units without a place lie there
        is not known. Rows in are the rows made: sums have no row of their own before. A finding says how many units
        and how much power of generation have no place.
        `added_by_year` is JSON, ``{"2019": {"units": 3, "gross_kw": 14.5, "net_kw": 13.0}}``, of the same units by
        their year of commissioning; units without a date are in no year.

    Raises
    ------
    EnactError
        ``areas_crs_differs`` when a layer is not in the CRS of `plants`.
    """
    areas = {MUNICIPALITY: municipality, DISTRICT: districts, POSTCODE: postcodes}
    _check_crs(plants, areas)
    plants = plants.reset_index(drop=True)
    units = _existing(plants)
    parts = [_by_column(units, MUNICIPALITY, "ags"), _by_column(units, POSTCODE, "postcode")]
    if districts is not None and len(districts):
        parts.append(_by_place(units, plants, districts))
    members = pd.concat(parts, ignore_index=True)
    rows = pd.concat(
        [_sums(_generation(members)), _sums(members), _without_units(districts)], ignore_index=True
    )
    rows = _completed(rows)
    names, shapes = _names_and_shapes(rows, plants, areas)
    rows = _in_order(rows.assign(area_name=names, geometry=shapes))
    typed = pd.DataFrame({column.name: _as(rows[column.name], column.type) for column in columns(LAYER)})
    frame = GeoDataFrame(typed, geometry=rows["geometry"].to_numpy(), crs=plants.crs)
    source = source_of(WAY, newest(plants["updated"]))
    return Outcome(frame, source, len(frame), findings=_findings(plants, units), assumptions=ASSUMPTIONS)


def _findings(plants: GeoDataFrame, units: pd.DataFrame) -> tuple[Finding, ...]:
    """How many units are in no sum, and how much the maps cannot show."""
    unlocated = units["located_units"] == 0
    generates = units["carrier"] != STORAGE
    values = {
        "units": int(unlocated.sum()),
        "total": len(units),
        "kw": round(float(units["net_kw"][unlocated & generates].sum()), _JSON_DECIMALS),
        "total_kw": round(float(units["net_kw"][generates].sum()), _JSON_DECIMALS),
    }
    found = [Finding("units_unlocated", severity=Severity.NOTE, values=values)] if values["units"] else []
    if len(units) < len(plants):
        counts = {"count": len(plants) - len(units), "total": len(plants)}
        found.append(Finding("units_not_existing", severity=Severity.NOTE, values=counts))
    return tuple(found)


def _check_crs(plants: GeoDataFrame, areas: dict[str, GeoDataFrame | None]) -> None:
    for kind, frame in areas.items():
        if frame is not None and len(frame) and frame.crs != plants.crs:
            raise EnactError("areas_crs_differs", area=kind, crs=str(frame.crs), expected=str(plants.crs))


def _existing(plants: GeoDataFrame) -> pd.DataFrame:
    """Units that count, each with what it adds to the sums."""
    exists = plants["status"].isin(EXISTING)
    located = ~shapely.is_missing(plants.geometry.to_numpy()) & ~plants.geometry.is_empty
    units = pd.DataFrame(
        {
            "carrier": plants["carrier"],
            "ags": plants["ags"].fillna(""),
            "postcode": plants["postcode"].fillna(""),
            "year": plants["commissioned"].dt.year,
            "units": 1,
            "gross_kw": plants["gross_kw"].fillna(0.0),
            "net_kw": plants["net_kw"].fillna(0.0),
            "located_units": located.astype(int),
            "located_kw": plants["net_kw"].where(located).fillna(0.0),
            "storage_kwh": plants["storage_kwh"].fillna(0.0),
            "chp_thermal_kw": _heat_once(plants, exists, located),
        }
    )
    return units[exists]


def _heat_once(plants: GeoDataFrame, exists: pd.Series, located: pd.Series) -> pd.Series:
    """Heat of each CHP plant at one of its units, zero at the others; a unit without plant number is its own plant."""
    plant = (
        plants["chp_id"]
        .fillna(plants["mastr_id"])
        .fillna(pd.Series(plants.index.astype(str), index=plants.index))
    )
    heat = plants["chp_thermal_kw"].groupby(plant).transform("max")
    ranked = pd.DataFrame(
        {
            "plant": plant,
            "exists": ~exists,
            "located": ~located,
            "net_kw": -plants["net_kw"].fillna(0.0),
            "mastr_id": plants["mastr_id"].fillna(""),
        }
    ).sort_values(["plant", "exists", "located", "net_kw", "mastr_id"])
    lead = ranked.index[~ranked["plant"].duplicated()]
    return heat.where(heat.index.isin(lead)).fillna(0.0)


def _by_column(units: pd.DataFrame, kind: str, column: str) -> pd.DataFrame:
    return units.assign(area_kind=kind, area_id=units[column])


def _by_place(units: pd.DataFrame, plants: GeoDataFrame, districts: GeoDataFrame) -> pd.DataFrame:
    """Located units with the district they lie in; one on a common border counts for the first of the two."""
    points = plants.loc[units.index[units["located_units"] == 1], ["geometry"]]
    areas = districts[["district_id", "geometry"]].reset_index(drop=True)
    joined = sjoin(points, areas, predicate="intersects").sort_values("index_right", kind="stable")
    first = joined[~joined.index.duplicated()].sort_index()
    return units.loc[first.index].assign(area_kind=DISTRICT, area_id=first["district_id"].astype(str))


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


def _completed(rows: pd.DataFrame) -> pd.DataFrame:
    """Each row once, with what was not located and what the row leaves out."""
    rows = rows.drop_duplicates(_GROUP, ignore_index=True)
    partial = rows["area_kind"] == DISTRICT
    return rows.assign(
        located_only=partial,
        unlocated_units=(rows["units"] - rows["located_units"]).mask(partial).astype("Int64"),
        # a difference of sums may leave 1e-12
        unlocated_kw=(rows["net_kw"] - rows["located_kw"]).round(6).mask(partial),
        added_by_year=rows["added_by_year"].fillna("{}"),
    )


def _names_and_shapes(
    rows: pd.DataFrame, plants: GeoDataFrame, areas: dict[str, GeoDataFrame | None]
) -> tuple[pd.Series, np.ndarray]:
    """Name and polygon of each row's area, as far as they are known."""
    names = pd.Series(None, index=rows.index, dtype=object)
    shapes = np.full(len(rows), None, dtype=object)
    known = plants.dropna(subset=["ags"]).drop_duplicates("ags").set_index("ags")["municipality"]
    for kind, key in ((MUNICIPALITY, "ags"), (POSTCODE, "postcode"), (DISTRICT, "district_id")):
        mask = (rows["area_kind"] == kind).to_numpy()
        ids = rows.loc[mask, "area_id"]
        if kind == MUNICIPALITY:
            names[mask] = ids.map(known)
        frame = areas[kind]
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


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """Municipality, districts, postcodes; in each area first all carriers, then the others by name."""
    order = {MUNICIPALITY: 0, DISTRICT: 1, POSTCODE: 2}
    ranked = rows.assign(
        _kind=rows["area_kind"].map(order), _carrier=rows["carrier"].where(rows["carrier"] != ALL, "")
    )
    return ranked.sort_values(["_kind", "area_id", "_carrier"], ignore_index=True)


def _as(values: pd.Series, kind: ColumnType) -> pd.Series:
    if kind is ColumnType.INTEGER:
        return values.astype("Int64")
    if kind is ColumnType.REAL:
        return values.astype(float)
    return values.astype("boolean" if kind is ColumnType.BOOLEAN else object)
