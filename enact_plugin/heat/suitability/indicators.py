"""What is known of a block before it is judged: the contract of the area table, and what is derived from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import EnactError
from .rules import EXCLUDED, KINDS, IndicatorType, SuitabilityRules, indicators, reason_texts


class ExistingNetwork(Enum):
    """Where an existing heat network lies."""

    NONE = "none"
    NEAR = "near"
    INSIDE = "inside"


class GasNetwork(Enum):
    """Whether the block has a gas network."""

    NONE = "none"
    PRESENT = "present"


class Prospect(Enum):
    """How sure the supply with hydrogen or green methane is."""

    NONE = "none"
    POSSIBLE = "possible"
    CONFIRMED = "confirmed"  # by a binding plan


AMOUNTS = (
    "useful_heat_mwh",  # [MWh/a]
    "density_mwh_ha",  # on the net area [MWh/(ha·a)]
    "line_density_kwh_m",  # mean of the block's sections weighted by heat, at 100 % connection [kWh/(m·a)]
    "heated_buildings",
    "large_consumer_mwh",  # heat of the largest building [MWh/a]
    "network_distance_m",  # to an existing heat network, 0 inside
    "source_mwh_a",  # renewable or waste heat near that is not used yet [MWh/a]; 0: there is none
    "source_distance_m",
)
SHARES = (
    "built_before_1979_share",  # of heat
    "gas_share",  # of heat
    "ground_share",  # of demand that ground probes can cover
    "air_share",  # of demand in buildings where an air-source heat pump is possible
    "saving_share",  # of demand, if all were refurbished
)
CODES: dict[str, type[Enum]] = {
    "existing_network": ExistingNetwork,
    "gas_network": GasNetwork,
    "hydrogen_prospect": Prospect,
    "methane_prospect": Prospect,
}
AREA_COLUMNS = (*AMOUNTS, *SHARES, *CODES)


def lcoh_column(kind: str) -> str:
    """Optional column with the levelised cost of heat of a kind [€/MWh]; it replaces the first estimate."""
    return f"lcoh_{kind}_eur_mwh"


def no_exclusions() -> pd.DataFrame:
    """Return a table of exclusions without rows."""
    return pd.DataFrame({"block_id": [], "kind": [], "reason": []}, dtype=object)


@dataclass(frozen=True)
class Areas:
    """The blocks to be judged.

    Attributes
    ----------
    frame : DataFrame, shape (n,)
        Index ``block_id``, unique; columns `AREA_COLUMNS`, and `lcoh_column` of any kind where a variant was computed.
        Amounts and shares (in [0, 1]) are NaN where unknown; the enums stand as their codes, None where unknown.
        Unknown is not zero.
    exclusions : DataFrame, shape (e,)
        ``block_id``, ``kind`` (of `KINDS`), ``reason``: what excludes a kind besides the rules of the table, such as
        noise_space, water_protection, planner. Each reason has a sentence ``excluded_<reason>``.

    Raises
    ------
    EnactError
        ``suitability_columns_missing``, ``suitability_block_twice``, ``suitability_value_wrong``,
        ``suitability_code_unknown``, ``suitability_exclusion_unknown``.
    """

    frame: pd.DataFrame
    exclusions: pd.DataFrame = field(default_factory=no_exclusions)

    def __post_init__(self) -> None:
        missing = [name for name in AREA_COLUMNS if name not in self.frame.columns]
        if missing:
            raise EnactError("suitability_columns_missing", columns=", ".join(missing))
        if not self.frame.index.is_unique:
            raise EnactError(
                "suitability_block_twice", block=str(self.frame.index[self.frame.index.duplicated()][0])
            )
        for name in (*AMOUNTS, *SHARES, *(lcoh_column(kind) for kind in KINDS)):
            if name in self.frame.columns:
                _check_number(self.frame[name], highest=1.0 if name in SHARES else np.inf)
        for name, codes in CODES.items():
            _check_codes(self.frame[name], [code.value for code in codes])
        self._check_exclusions()

    def _check_exclusions(self) -> None:
        texts = reason_texts()
        reasons = self.exclusions["reason"].drop_duplicates()
        unknown = [*reasons[~(EXCLUDED + reasons.astype(str)).isin(texts)]]
        unknown += [*self.exclusions.loc[~self.exclusions["kind"].isin(KINDS), "kind"]]
        unknown += [*self.exclusions.loc[~self.exclusions["block_id"].isin(self.frame.index), "block_id"]]
        if unknown:
            raise EnactError("suitability_exclusion_unknown", value=str(unknown[0]))


def _check_number(column: pd.Series, highest: float) -> None:
    values = column.to_numpy(dtype=float, na_value=np.nan)
    wrong = (values < 0) | (values > highest) | np.isinf(values)
    if wrong.any():
        raise EnactError(
            "suitability_value_wrong",
            column=str(column.name),
            block=str(column.index[wrong][0]),
            value=float(values[wrong][0]),
        )


def _check_codes(column: pd.Series, codes: list[str]) -> None:
    wrong = column.notna() & ~column.isin(codes)
    if wrong.any():
        raise EnactError(
            "suitability_code_unknown",
            column=str(column.name),
            block=str(column.index[wrong][0]),
            value=str(column[wrong].iloc[0]),
            codes=", ".join(codes),
        )


def derive(areas: Areas, rules: SuitabilityRules) -> pd.DataFrame:
    """Indicators as the curves ask for them.

    Besides columns taken over: ``large_consumer_share``, ``source_cover`` (renewable heat near per demand; zero beyond
    source_reach_m), ``heat_pump_share`` (the larger of ground and air, as both may mean the same buildings; the known
    one where the other is unknown), and ``existing_network`` from the distance where its code is missing.

    Parameters
    ----------
    areas : Areas
    rules : SuitabilityRules

    Returns
    -------
    DataFrame, shape (n,)
        Index as `areas`; float columns for numbers (NaN unknown), object columns for codes (None unknown).
    """
    frame = areas.frame
    numbers = {name: frame[name].astype("float64") for name in (*AMOUNTS, *SHARES)}
    demand = numbers["useful_heat_mwh"].where(numbers["useful_heat_mwh"] > 0)
    found = pd.DataFrame(numbers, index=frame.index)
    found["large_consumer_share"] = (numbers["large_consumer_mwh"] / demand).clip(upper=1.0)
    found["source_cover"] = _source_cover(
        numbers["source_mwh_a"], numbers["source_distance_m"], demand, rules
    )
    found["heat_pump_share"] = found[["ground_share", "air_share"]].max(axis=1)  # skips NaN
    for name in CODES:
        found[name] = frame[name].astype(object).where(frame[name].notna(), None)
    found["existing_network"] = _existing_network(found, rules)
    for kind in KINDS:
        column = lcoh_column(kind)
        found[column] = frame[column].astype("float64") if column in frame.columns else np.nan
    return found


def _source_cover(
    source: pd.Series, distance: pd.Series, demand: pd.Series, rules: SuitabilityRules
) -> pd.Series:
    """Known to be zero where there is no source or it is too far, else unknown while its distance is."""
    cover = (source / demand).where(distance <= rules.figures["source_reach_m"])
    none = (source == 0) | (distance > rules.figures["source_reach_m"])
    return cover.mask(none, 0.0)


def _existing_network(found: pd.DataFrame, rules: SuitabilityRules) -> pd.Series:
    distance = found["network_distance_m"]
    near = distance <= rules.figures["network_near_m"]
    by_distance = np.select(
        [distance == 0, near, distance.notna()],
        [ExistingNetwork.INSIDE.value, ExistingNetwork.NEAR.value, ExistingNetwork.NONE.value],
        default="",
    )
    codes = found["existing_network"]
    filled = codes.where(codes.notna(), pd.Series(by_distance, index=codes.index, dtype=object))
    return filled.mask(filled == "", None)


def excluded_blocks(areas: Areas, found: pd.DataFrame, rules: SuitabilityRules) -> pd.DataFrame:
    """All exclusions: those given with the areas and those of the rules in the table.

    Returns
    -------
    DataFrame
        ``block_id``, ``kind``, ``reason``; each once.
    """
    known = indicators()
    parts = [areas.exclusions[["block_id", "kind", "reason"]]]
    for rule in rules.exclusions:
        holds = np.ones(len(found), dtype=bool)
        for condition in rule.conditions:
            values = found[condition.indicator]
            if known[condition.indicator].type is IndicatorType.CODE:
                holds &= values.isin(condition.codes).to_numpy()
            else:
                holds &= (values < condition.below).to_numpy()  # never holds where unknown
        blocks = found.index[holds]
        parts.append(pd.DataFrame({"block_id": blocks, "kind": rule.kind, "reason": rule.reason}))
    filled = [part.astype(object) for part in parts if len(part)] or [no_exclusions()]
    return pd.concat(filled, ignore_index=True).drop_duplicates(ignore_index=True)
