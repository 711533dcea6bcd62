"""What is implausible in the register: findings, never deletions.

The thresholds stand in `resources/tables/plausibility.csv`. A rule is a column of booleans; the codes of all rules that
apply to a row are joined in the plant table's `findings`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ..errors import Finding, Severity
from ..reference.tables import rows
from .labels import label_of_id

ID_PATTERN = r"[A-Z]{3}\d{12}"
SEPARATOR = ";"
MIGRATED = "SME"  # taken over from the registers before 2019; its owner may have registered it once more
PLUG_IN_ID = "2961"  # Katalogwert of plug-in solar devices

# what the text of a finding names besides the unit
NAMED = {
    "number_unreadable": ("number_unreadable_text", "number_unreadable_field", "file"),
    "date_unreadable": ("date_unreadable_text", "date_unreadable_field", "file"),
    "carrier_unknown": ("delivered_carrier",),
    "status_unknown": ("delivered_status",),
    "coordinates_swapped": ("latitude", "longitude"),
    "coordinates_invalid": ("latitude", "longitude"),
    "coordinates_outside": ("latitude", "longitude", "municipality"),
    "coordinates_abroad": ("latitude", "longitude"),
    "module_power": ("gross_kw", "module_count"),
    "gross_below_net": ("gross_kw", "net_kw"),
    "gross_net_ratio": ("gross_kw", "net_kw"),
    "plug_in_power": ("gross_kw", "net_kw"),
    "storage_hours": ("storage_kwh", "gross_kw"),
    "commissioned_in_future": ("commissioned",),
    "calorific_value": ("calorific_kwh_m3",),
}

# columns that a text calls by another name
CALLED = {
    **{f"{kind}_unreadable_text": "unreadable" for kind in ("number", "date")},
    **{f"{kind}_unreadable_field": "field" for kind in ("number", "date")},
    "file": "path",
}

Rule = Callable[[pd.DataFrame], "pd.Series"]


@cache
def limit(finding: str, parameter: str) -> float:
    """Threshold of a rule, in the unit the table states.

    Raises
    ------
    KeyError
        The table has no such row: a mistake in the code, not in the data.
    """
    for row in rows("plausibility"):
        if row["finding"] == finding and row["parameter"] == parameter:
            return float(row["value"])
    raise KeyError(f"{finding}.{parameter}")


@cache
def severities() -> dict[str, Severity]:
    """Severity of each finding a row of the plant table may have."""
    return {row["finding"]: Severity(row["severity"]) for row in rows("plausibility")}


def check_values(units: pd.DataFrame, today: date) -> pd.DataFrame:
    """Apply the rules that look at a unit's own values.

    Parameters
    ----------
    units : DataFrame, shape (n,)
        Columns of the plant table, normalised.
    today : date
        Day after which a commissioning is in the future.

    Returns
    -------
    DataFrame of bool, shape (n, rules)
        One column per rule, named as its finding; a missing value is never implausible.
    """
    rules: dict[str, Rule] = {
        "id_invalid": _id_invalid,
        "unit_migrated": lambda frame: frame["mastr_id"].str.startswith(MIGRATED, na=False),
        "module_power": _module_power,
        "gross_below_net": _gross_below_net,
        "gross_net_ratio": _gross_net_ratio,
        "plug_in_power": _plug_in_power,
        "storage_hours": _storage_hours,
        "commissioned_in_future": _in_future(today),
    }
    return _applied(rules, units)


def check_gas_values(units: pd.DataFrame, today: date) -> pd.DataFrame:
    """Apply the rules that look at a gas unit's own values; as `check_values`."""
    rules: dict[str, Rule] = {
        "id_invalid": _id_invalid,
        "calorific_value": _calorific_value,
        "commissioned_in_future": _in_future(today),
    }
    return _applied(rules, units)


def _applied(rules: dict[str, Rule], units: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {name: rule(units).to_numpy(dtype=bool) for name, rule in rules.items()}, index=units.index
    )


def _in_future(today: date) -> Rule:
    return lambda units: units["commissioned"] > pd.Timestamp(today)


def _calorific_value(units: pd.DataFrame) -> pd.Series:
    """Energy per cubic metre that no gas has: entered in MJ/m³, or per litre."""
    value = units["calorific_kwh_m3"]
    return (value < limit("calorific_value", "low")) | (value > limit("calorific_value", "high"))


def _id_invalid(units: pd.DataFrame) -> pd.Series:
    return ~units["mastr_id"].fillna("").str.fullmatch(ID_PATTERN)


def _module_power(units: pd.DataFrame) -> pd.Series:
    """Power per module outside what modules of that time had: W entered as kW, or modules counted wrong."""
    count = units["module_count"].astype(float)
    per_module = units["gross_kw"] / count.where(count > 0)
    built = units["commissioned"].fillna(units["planned"]).dt.year
    recent = built.isna() | (built >= limit("module_power", "recent_from"))
    high = np.where(recent, limit("module_power", "high_recent"), limit("module_power", "high"))
    return (units["carrier"] == "solar") & ((per_module < limit("module_power", "low")) | (per_module > high))


def _gross_below_net(units: pd.DataFrame) -> pd.Series:
    return units["gross_kw"] + limit("gross_below_net", "tolerance") < units["net_kw"]


def _gross_net_ratio(units: pd.DataFrame) -> pd.Series:
    """Modules or cells to inverter, for which the net power stands: the register takes the smaller of both."""
    ratio = units["gross_kw"] / units["net_kw"].where(units["net_kw"] > 0)
    outside = (ratio < limit("gross_net_ratio", "low")) | (ratio > limit("gross_net_ratio", "high"))
    return units["carrier"].isin(["solar", "storage"]) & outside


def _plug_in_power(units: pd.DataFrame) -> pd.Series:
    too_big = (units["gross_kw"] > limit("plug_in_power", "gross_high")) | (
        units["net_kw"] > limit("plug_in_power", "inverter_high")
    )
    return (units["site"] == label_of_id("site", PLUG_IN_ID)) & too_big


def _storage_hours(units: pd.DataFrame) -> pd.Series:
    """Hours that a store lasts, which is stated at each of its units: Wh entered as kWh, or W as kW."""
    stores = units["carrier"] == "storage"
    own = units["storage_id"].where(units["storage_id"].notna(), units["mastr_id"])
    power = units["gross_kw"].where(stores).groupby(own).transform("sum")
    hours = units["storage_kwh"].astype(float) / power.where(power > 0)
    outside = (hours < limit("storage_hours", "low")) | (hours > limit("storage_hours", "high"))
    return stores & outside


def check_places(
    points: np.ndarray, ags: pd.Series, boundary: BaseGeometry | GeoSeries | None
) -> pd.DataFrame:
    """Find coordinates that lie outside the unit's own municipality, or abroad.

    Parameters
    ----------
    points : ndarray of Point or None, shape (n,)
        EPSG:4326.
    ags : Series of str, shape (n,)
    boundary : geometry, GeoSeries or None
        The municipality in EPSG:4326; for several municipalities a series with their AGS as index.

    Returns
    -------
    DataFrame of bool, shape (n, 2)
        ``coordinates_outside`` (beyond the boundary by more than the margin), ``coordinates_abroad``.
    """
    x, y = shapely.get_x(points), shapely.get_y(points)
    abroad = (
        (y < limit("coordinates_abroad", "latitude_low"))
        | (y > limit("coordinates_abroad", "latitude_high"))
        | (x < limit("coordinates_abroad", "longitude_low"))
        | (x > limit("coordinates_abroad", "longitude_high"))
    )
    outside = np.zeros(len(points), dtype=bool)
    if isinstance(boundary, BaseGeometry):
        outside = _beyond(boundary, points)
    elif boundary is not None:
        for key, rows_of_key in ags.groupby(ags).indices.items():
            if key in boundary.index:
                outside[rows_of_key] = _beyond(boundary[key], points[rows_of_key])
    return pd.DataFrame({"coordinates_outside": outside, "coordinates_abroad": abroad}, index=ags.index)


def _beyond(area: BaseGeometry, points: np.ndarray) -> np.ndarray:
    """Points farther from the area than the margin; the exact distance only for those outside."""
    shapely.prepare(area)
    beyond = ~shapely.is_missing(points) & ~shapely.intersects(area, points)
    far = shapely.distance(area, points[beyond]) > limit("coordinates_outside", "margin")
    beyond[beyond] = far
    return beyond


def joined(marks: pd.DataFrame) -> pd.Series:
    """Codes that apply to each row, joined by ";"; None where none does.

    Parameters
    ----------
    marks : DataFrame of bool, shape (n, codes)
    """
    codes = pd.Series("", index=marks.index, dtype=object)
    for name in marks.columns:
        rows_with = marks[name].to_numpy()
        if rows_with.any():
            codes[rows_with] = codes[rows_with] + SEPARATOR + name
    return codes.str[len(SEPARATOR) :].replace("", None)


def findings(marks: pd.DataFrame, units: pd.DataFrame) -> list[Finding]:
    """One finding per unit and code, with the values in question; of mere notes one per code with their number.

    Parameters
    ----------
    marks : DataFrame of bool, shape (n, codes)
    units : DataFrame, shape (n,)
        ``mastr_id`` and the columns of `NAMED`; ``file``, the name of the file.
    """
    found: list[Finding] = []
    for code in marks.columns:
        concerned = units[marks[code].to_numpy()]
        severity = severities()[code]
        if severity is Severity.NOTE and len(concerned):
            found.append(Finding(code, severity=severity, values={"count": len(concerned)}))
        elif len(concerned):
            named = concerned[["mastr_id", *NAMED.get(code, ())]].astype(object).rename(columns=CALLED)
            records = named.where(named.notna(), "–").to_dict("records")
            found.extend(
                Finding(code, key=row.pop("mastr_id"), severity=severity, values=_printable(row))
                for row in records
            )
    return found


def _printable(values: dict[str, Any]) -> dict[str, Any]:
    """Days as DD.MM.YYYY, whole numbers without a decimal point."""
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return int(value) if isinstance(value, float) and value.is_integer() else value
