"""Deliveries of suppliers and chimney sweeps as rows of the layers consumption and heaters.

The figures of up to three years are averaged and brought to kWh per year of the lower heating value. Only the share for
space heating is corrected for the weather; the raw figure, the corrected one and the factor are all kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import EnactError, Finding, Severity
from ...fields.numbers import numbers
from ...fields.texts import plain_text
from ...reference.units import factor, printed_unit, unit_range
from .members import KEY, Members
from .rules import metered_carriers, metered_rule

YEARS = ("1", "2", "3")
VALUES = tuple(f"value_{year}" for year in YEARS)
CLIMATE_FACTORS = tuple(f"climate_factor_{year}" for year in YEARS)
VOLUME = "m³"
UNITS = ("kWh", "MWh", "GWh", VOLUME)
EXAMPLES = 3

CONSUMPTION_COLUMNS = (
    *("consumption_id", "address_group", "block_id", "heat_carrier", "connections", "year_from", "year_to"),
    *("consumption_kwh_a", "consumption_corrected_kwh_a", "climate_factor", "space_heat_share", "years"),
    *("calorific", "calorific_delivered", "upper_per_lower", "unit_delivered"),
)
HEATER_COLUMNS = (
    *("heater_id", "address_group", "block_id", "generator", "heat_carrier"),
    *("power_kw", "built_year", "generators", "connections"),
)


class RowProblem(Enum):
    """Why a delivered row is not taken."""

    NO_PLACE = "no_place"  # neither addresses nor a block
    NO_VALUE = "no_value"
    UNREADABLE = "unreadable"
    NEGATIVE = "negative"
    UNIT_UNKNOWN = "unit_unknown"
    NO_CALORIFIC_VALUE = "no_calorific_value"  # cubic metres without kWh per cubic metre
    NO_CALORIFIC_RATIO = "no_calorific_ratio"  # upper heating value of a carrier whose ratio the table lacks


class Doubt(Enum):
    """What is implausible about a consumption."""

    NONE = "none"
    TOO_LOW = "too_low"  # more likely MWh
    TOO_HIGH = "too_high"  # more likely Wh, or kWh read as MWh


@dataclass(frozen=True)
class Delivery:
    """What the planner was told about a delivery as a whole; a row's own columns count before it.

    Attributes
    ----------
    unit : str
        kWh, MWh, GWh or m³; of all years.
    calorific : str
        Value of the list calorific. Unknown counts as the upper one, in which gas is billed.
    heat_carrier : str
        Value of the list heat_carrier.
    climate_factor : float or None
        Of the mean of the years; None where none was given: nothing is corrected then.
    space_heat_share : float or None
        Share of space heating in the consumption; None takes that of the table.
    kwh_m3 : float or None
        Calorific value times gas law factor, for deliveries in cubic metres [kWh/m³].
    """

    unit: str = "kWh"
    calorific: str = "unknown"
    heat_carrier: str = "unknown"
    climate_factor: float | None = None
    space_heat_share: float | None = None
    kwh_m3: float | None = None


@dataclass(frozen=True)
class MeteredRows:
    """Rows of a layer, and an account of those that are not: rows in = rows + refused + merged.

    Attributes
    ----------
    rows : DataFrame
        CONSUMPTION_COLUMNS or HEATER_COLUMNS.
    refused : DataFrame
        position (in the delivery, from 0), key, reason : `RowProblem`.
    merged : int
        Rows that repeat another one in each value.
    findings : tuple of Finding
    assumptions : tuple of str
        Codes of what was assumed.
    """

    rows: pd.DataFrame
    refused: pd.DataFrame
    merged: int = 0
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[str, ...] = ()


def consumption_rows(raw: pd.DataFrame, delivery: Delivery | None = None) -> MeteredRows:
    """Bring a delivery of gas or heat to the columns of the layer consumption.

    ``raw = mean(value · unit / (Hs/Hi))`` over the years that have a value; ``corrected = raw · (1 − s + s · F)`` with
    the share s of space heating and the climate factor F, the mean of the years' factors weighted with consumption.

    Parameters
    ----------
    raw : DataFrame, shape (n,)
        Our column names: address_group or block_id; value_1 to value_3 of up to three years, or value, their mean.
        Optional: consumption_id, heat_carrier, connections, year_from, year_to, unit, calorific, kwh_m3,
        climate_factor or climate_factor_1 to climate_factor_3, space_heat_share.
    delivery : Delivery or None
        What holds for rows that do not say it themselves.

    Returns
    -------
    MeteredRows
        consumption_kwh_a : mean of the years, lower heating value; consumption_corrected_kwh_a : missing where a factor
        is; calorific : "lower", that of the figures here. Keys that are not delivered are made from the row.

    Raises
    ------
    EnactError
        ``metered_unit_unknown``, ``metered_no_value_column``, ``metered_climate_factor_range``,
        ``metered_space_heat_share_range``, ``metered_kwh_m3_range``.
    """
    delivery = delivery or Delivery()
    _check(raw, delivery)
    raw = raw.reset_index(drop=True)
    frame = _described(raw, delivery)
    energy, unreadable = _energy_kwh(raw, frame)
    years = energy.notna().sum(axis=1)
    mean = energy.mean(axis=1)
    climate = _climate_factor(raw, energy, delivery)
    share = _share(raw, delivery)
    frame = frame.assign(
        consumption_kwh_a=mean,
        consumption_corrected_kwh_a=mean * (1 - share + share * climate),
        climate_factor=climate,
        space_heat_share=share,
        years=years,
    )
    problem = _problems(frame, energy, unreadable)
    frame = _keyed(frame, raw, "consumption_id")
    refused = _refused(frame, problem, "consumption_id")
    kept = frame[problem.isna()].drop_duplicates()
    merged = int(problem.isna().sum()) - len(kept)
    rows = kept[list(CONSUMPTION_COLUMNS)].reset_index(drop=True)
    findings = (*_row_findings(refused, len(raw), merged), *_figure_findings(rows))
    return MeteredRows(rows, refused, merged, findings, _assumptions(rows, raw, delivery))


def heater_rows(raw: pd.DataFrame) -> MeteredRows:
    """Bring a delivery of the chimney sweeps to the columns of the layer heaters.

    Parameters
    ----------
    raw : DataFrame, shape (n,)
        address_group or block_id; optional heater_id, generator, heat_carrier, power_kw, built_year, generators,
        connections.

    Returns
    -------
    MeteredRows
        Rows that say no place, or a power that is no number, are refused; one without a power is kept.
    """
    raw = raw.reset_index(drop=True)
    frame = pd.DataFrame(
        {name: _column(raw, name) for name in HEATER_COLUMNS if name != "heater_id"}, index=raw.index
    )
    frame["address_group"], frame["block_id"] = (
        plain_text(frame["address_group"]),
        plain_text(frame["block_id"]),
    )
    power = numbers(frame["power_kw"], unit="kW")
    for name in ("built_year", "generators", "connections"):
        frame[name] = pd.to_numeric(frame[name], errors="coerce")
    frame = frame.assign(
        power_kw=power.values,
        heat_carrier=plain_text(frame["heat_carrier"]).fillna("unknown"),
        generator=plain_text(frame["generator"]).fillna("unknown"),
    )
    problem = pd.Series(None, index=raw.index, dtype=object)
    problem = problem.mask(frame["power_kw"] < 0, RowProblem.NEGATIVE).mask(
        power.unreadable, RowProblem.UNREADABLE
    )
    problem = problem.mask(frame["address_group"].isna() & frame["block_id"].isna(), RowProblem.NO_PLACE)
    # two heaters of one kind in one house are two rows with the same values
    frame = _keyed(frame, raw, "heater_id", one_by_one=True)
    refused = _refused(frame, problem, "heater_id")
    rows = frame.loc[problem.isna(), list(HEATER_COLUMNS)].reset_index(drop=True)
    return MeteredRows(rows, refused, 0, _row_findings(refused, len(raw), 0))


def doubts(
    rows: pd.DataFrame, members: Members | None = None, floor_area_m2: pd.Series | None = None
) -> pd.Series:
    """What is implausible about each consumption: a mix-up of kWh and MWh shows by three orders of magnitude.

    Judged by the floor area of the row's buildings where all of them have one, else by absolute bounds.

    Parameters
    ----------
    rows : DataFrame, shape (n,)
        consumption_id, consumption_kwh_a.
    members : Members or None
    floor_area_m2 : Series or None
        Index building_id [m²].

    Returns
    -------
    Series of Doubt, shape (n,)
        Index consumption_id.
    """
    value = rows["consumption_kwh_a"].set_axis(pd.Index(rows[KEY], name=KEY))
    bounds = unit_range("consumption", "consumption_kwh_a")
    low = pd.Series(0.0 if bounds is None else bounds.low, index=value.index)
    high = pd.Series(np.inf if bounds is None else bounds.high, index=value.index)
    if members is not None and floor_area_m2 is not None:
        areas = members.members.assign(area=members.members["building_id"].map(floor_area_m2))
        areas["area"] *= areas["weight"]
        area = areas.groupby(KEY)["area"].sum(min_count=1).where(areas.groupby(KEY)["area"].count() > 0)
        area = area.where(areas["area"].notna().groupby(areas[KEY]).all()).reindex(value.index)
        known = area > 0
        low = low.mask(known, area * metered_rule("min_kwh_m2"))
        high = high.mask(known, area * metered_rule("max_kwh_m2"))
    result = pd.Series(Doubt.NONE, index=value.index, dtype=object)
    # nothing consumed is a vacant house, no wrong unit
    return result.mask((value > 0) & (value < low), Doubt.TOO_LOW).mask(value > high, Doubt.TOO_HIGH)


def doubt_findings(found: pd.Series) -> tuple[Finding, ...]:
    """Say which rows are implausible, and that the unit is wrong where most are.

    Parameters
    ----------
    found : Series of Doubt
        As `doubts`.
    """
    low, high = (found.index[found == doubt] for doubt in (Doubt.TOO_LOW, Doubt.TOO_HIGH))
    if not len(low) + len(high):
        return ()
    values = {
        "rows": len(low) + len(high),
        "total": len(found),
        "low": len(low),
        "high": len(high),
        "examples": _examples([*low, *high]),
    }
    if (len(low) + len(high)) >= metered_rule("wrong_unit_share") * len(found):
        return (Finding("metered_unit_doubtful", severity=Severity.ERROR, values=values),)
    return (Finding("metered_values_implausible", values=values),)


# ---- columns --------------------------------------------------------------------------------------------------------


def _column(raw: pd.DataFrame, name: str) -> pd.Series:
    return raw[name] if name in raw else pd.Series(None, index=raw.index, dtype=object)


def _number(raw: pd.DataFrame, name: str) -> pd.Series:
    return numbers(_column(raw, name)).values.astype(float)


def _check(raw: pd.DataFrame, delivery: Delivery) -> None:
    if delivery.unit not in UNITS:
        raise EnactError("metered_unit_unknown", unit=delivery.unit, options=", ".join(UNITS))
    if not {"value", *VALUES} & set(raw.columns):
        raise EnactError("metered_no_value_column")
    low, high = metered_rule("min_climate_factor"), metered_rule("max_climate_factor")
    if delivery.climate_factor is not None and not low <= delivery.climate_factor <= high:
        raise EnactError("metered_climate_factor_range", factor=delivery.climate_factor, low=low, high=high)
    if delivery.space_heat_share is not None and not 0 <= delivery.space_heat_share <= 1:
        raise EnactError("metered_space_heat_share_range", share=delivery.space_heat_share)
    low, high = metered_rule("min_kwh_m3"), metered_rule("max_kwh_m3")
    if delivery.kwh_m3 is not None and not low <= delivery.kwh_m3 <= high:
        raise EnactError("metered_kwh_m3_range", kwh_m3=delivery.kwh_m3, low=low, high=high)


def _described(raw: pd.DataFrame, delivery: Delivery) -> pd.DataFrame:
    """What is said about each row, without its figures."""
    carrier = plain_text(_column(raw, "heat_carrier")).fillna(delivery.heat_carrier)
    calorific = plain_text(_column(raw, "calorific")).fillna(delivery.calorific)
    ratio = carrier.map({code: known.upper_per_lower for code, known in metered_carriers().items()}).astype(
        float
    )
    kwh_m3 = _number(raw, "kwh_m3").where(lambda given: _within(given, "kwh_m3"))
    return pd.DataFrame(
        {
            "address_group": plain_text(_column(raw, "address_group")),
            "block_id": plain_text(_column(raw, "block_id")),
            "heat_carrier": carrier,
            "connections": _number(raw, "connections"),
            "year_from": _number(raw, "year_from"),
            "year_to": _number(raw, "year_to"),
            "calorific": "lower",
            "calorific_delivered": calorific,
            # what the figure is divided by; carriers the table lacks have no ratio, and need none in lower values
            "upper_per_lower": ratio.where(calorific != "lower", 1.0).mask(
                (calorific == "unknown") & ratio.isna(), 1.0
            ),
            "unit_delivered": plain_text(_column(raw, "unit")).fillna(delivery.unit).map(_unit),
            "kwh_m3": kwh_m3.fillna(np.nan if delivery.kwh_m3 is None else delivery.kwh_m3),
        }
    )


def _within(values: pd.Series, name: str) -> pd.Series:
    return values.between(metered_rule(f"min_{name}"), metered_rule(f"max_{name}"))


def _unit(text: str) -> str:
    """A unit as printed; empty for one that is none of energy or volume."""
    plain = text.strip().removesuffix("/a").casefold()
    if plain in ("m³", "m3", "cbm", "m^3"):
        return VOLUME
    return next((unit for unit in UNITS if unit.casefold() == plain), "")


def _energy_kwh(raw: pd.DataFrame, frame: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Energy of each year [kWh, lower heating value], and whether a row has a figure that is none."""
    names = [name for name in VALUES if name in raw] or ["value"]
    energy = pd.DataFrame(index=raw.index, columns=names, dtype=float)
    unreadable = pd.Series(False, index=raw.index)
    for name in names:
        column = raw[name]
        for unit in UNITS:
            # a figure with its own unit behind it is converted to that of its row
            read = numbers(column, unit="" if unit == VOLUME else unit)
            here = frame["unit_delivered"] == unit
            energy.loc[here, name] = (read.values * _kwh(unit, frame["kwh_m3"]))[here]
            unreadable |= here & read.unreadable
    return energy.div(frame["upper_per_lower"], axis=0), unreadable


def _kwh(unit: str, kwh_m3: pd.Series) -> pd.Series:
    known = printed_unit(unit)
    of_unit = None if known is None or unit == VOLUME else factor(known, "kWh")
    return kwh_m3 if of_unit is None else pd.Series(of_unit, index=kwh_m3.index)


def _climate_factor(raw: pd.DataFrame, energy: pd.DataFrame, delivery: Delivery) -> pd.Series:
    """Factor of the mean: the years' factors weighted with consumption, else that of the row, else of the delivery.

    Missing where a year with a value has none: a mean of some years' factors would belong to another sum.
    """
    default = np.nan if delivery.climate_factor is None else delivery.climate_factor
    given = _number(raw, "climate_factor")
    whole = given.where(_within(given, "climate_factor")).fillna(default)
    named = {name: f"climate_factor_{name.rpartition('_')[2]}" for name in energy.columns}
    if not set(named.values()) & set(raw.columns):
        return whole
    by_year = pd.DataFrame({name: _number(raw, column) for name, column in named.items()})
    by_year = by_year.where(by_year.apply(_within, name="climate_factor"))
    total = energy.sum(axis=1)
    weighted = (energy * by_year).where(energy.notna(), 0.0).sum(axis=1, skipna=False) / total.where(
        total > 0
    )
    return weighted.fillna(whole)


def _share(raw: pd.DataFrame, delivery: Delivery) -> pd.Series:
    usual = (
        metered_rule("space_heat_share") if delivery.space_heat_share is None else delivery.space_heat_share
    )
    given = _number(raw, "space_heat_share")
    return given.where(given.between(0, 1)).fillna(usual)


def _problems(frame: pd.DataFrame, energy: pd.DataFrame, unreadable: pd.Series) -> pd.Series:
    """Why each row is not taken; None where it is."""
    volume = frame["unit_delivered"] == VOLUME
    cases = [
        (frame["address_group"].isna() & frame["block_id"].isna(), RowProblem.NO_PLACE),
        (frame["unit_delivered"] == "", RowProblem.UNIT_UNKNOWN),
        (unreadable, RowProblem.UNREADABLE),
        (volume & frame["kwh_m3"].isna(), RowProblem.NO_CALORIFIC_VALUE),
        (frame["upper_per_lower"].isna(), RowProblem.NO_CALORIFIC_RATIO),
        (energy.isna().all(axis=1), RowProblem.NO_VALUE),
        ((energy < 0).any(axis=1), RowProblem.NEGATIVE),
    ]
    which = np.select([case.to_numpy(dtype=bool) for case, _ in cases], range(len(cases)), -1)
    found = np.array([*(problem for _, problem in cases), None], dtype=object)[which]
    return pd.Series(found, index=frame.index, dtype=object)


def _keyed(frame: pd.DataFrame, raw: pd.DataFrame, key: str, one_by_one: bool = False) -> pd.DataFrame:
    """Rows with their key; one that is not delivered is made from all that the row says, in any order the same."""
    given = plain_text(_column(raw, key))
    said = frame.astype(str).agg("\x1f".join, axis=1) if len(frame) else pd.Series(dtype=str)
    if one_by_one:
        said = said + "\x1f" + said.groupby(said).cumcount().astype(str)
    made = said.map(lambda text: hashlib.sha256(text.encode()).hexdigest()[:16])
    return frame.assign(**{key: given.where(given.notna(), made)})


def _refused(frame: pd.DataFrame, problem: pd.Series, key: str) -> pd.DataFrame:
    rows = problem.index[problem.notna()]
    return pd.DataFrame({"position": rows, key: frame.loc[rows, key], "reason": problem[rows]}).reset_index(
        drop=True
    )


# ---- what is said about them ----------------------------------------------------------------------------------------


def _examples(keys: object) -> str:
    return ", ".join(sorted({str(key) for key in keys})[:EXAMPLES])  # type: ignore[attr-defined]


def _row_findings(refused: pd.DataFrame, total: int, merged: int) -> tuple[Finding, ...]:
    found = []
    if len(refused):
        count: Mapping[RowProblem, int] = refused["reason"].value_counts()
        values = {
            "rows": len(refused),
            "total": total,
            "lines": ", ".join(str(position + 1) for position in refused["position"][:EXAMPLES]),
            "no_place": int(count.get(RowProblem.NO_PLACE, 0)),
            "no_value": int(count.get(RowProblem.NO_VALUE, 0)),
            "unreadable": int(count.get(RowProblem.UNREADABLE, 0)),
            "negative": int(count.get(RowProblem.NEGATIVE, 0)),
            "unit_unknown": int(count.get(RowProblem.UNIT_UNKNOWN, 0)),
            "no_calorific_value": int(count.get(RowProblem.NO_CALORIFIC_VALUE, 0)),
            "no_calorific_ratio": int(count.get(RowProblem.NO_CALORIFIC_RATIO, 0)),
        }
        found.append(Finding("metered_rows_unusable", values=values))
    if merged:
        found.append(
            Finding("metered_rows_repeated", severity=Severity.NOTE, values={"rows": merged, "total": total})
        )
    return tuple(found)


def _figure_findings(rows: pd.DataFrame) -> tuple[Finding, ...]:
    found = []
    uncorrected = rows["consumption_corrected_kwh_a"].isna() & rows["consumption_kwh_a"].notna()
    if uncorrected.any():
        values = {"rows": int(uncorrected.sum()), "total": len(rows)}
        found.append(Finding("metered_not_climate_corrected", severity=Severity.NOTE, values=values))
    span = (rows["year_to"] - rows["year_from"] + 1) > metered_rule("max_years")
    if span.any():
        values = {
            "rows": int(span.sum()),
            "years": int(metered_rule("max_years")),
            "examples": _examples(rows.loc[span, KEY]),
        }
        found.append(Finding("metered_too_many_years", values=values))
    return tuple(found)


def _assumptions(rows: pd.DataFrame, raw: pd.DataFrame, delivery: Delivery) -> tuple[str, ...]:
    found = []
    converted = rows["upper_per_lower"] != 1
    if (converted & (rows["calorific_delivered"] == "unknown")).any():
        found.append("metered_upper_heating_value")
    if (converted & (rows["calorific_delivered"] == "upper")).any():
        found.append("metered_upper_per_lower")
    if (
        delivery.space_heat_share is None
        and "space_heat_share" not in raw
        and rows["climate_factor"].notna().any()
    ):
        found.append("metered_space_heat_share")
    return tuple(found)
