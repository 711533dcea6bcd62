"""Data quality of a balance after BISKO (Datengüte)."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from ...errors import EnactError
from ...reference.tables import rows
from .balance import KWH_PER_MWH, check_energy

ALL_SECTORS = "all"


@cache
def quality_grades() -> dict[str, str]:
    """Grade A to D by value of the list value_source."""
    return {row["value_source"]: row["grade"] for row in rows("balance_quality")}


@cache
def grade_weights() -> dict[str, float]:
    """Weight of each grade, best first."""
    return {row["grade"]: float(row["weight"]) for row in rows("balance_grades")}


def data_quality(energy: pd.DataFrame) -> pd.DataFrame:
    """Data quality by year and sector: mean of the grades' weights, weighted with final energy.

    Parameters
    ----------
    energy : DataFrame, shape (n,)
        As for `balance.energy_balance`, with ``source`` (list value_source).

    Returns
    -------
    DataFrame
        ``year``, ``sector`` (``all`` for the whole), ``final_energy_mwh``, ``grade_a_mwh`` to ``grade_d_mwh`` (they add
        up to final_energy_mwh), ``data_quality`` in [0, 1]; NaN without energy.

    Raises
    ------
    EnactError
        ``balance_columns_missing``, ``balance_source_unknown``, and those of `balance.check_energy`.
    """
    check_energy(energy)
    if "source" not in energy:
        raise EnactError("balance_columns_missing", columns="source")
    others = sorted({str(value) for value in energy["source"].unique()} - set(quality_grades()))
    if others:
        raise EnactError("balance_source_unknown", sources=", ".join(others))
    mwh = energy["final_energy_kwh"].to_numpy(dtype=float) / KWH_PER_MWH
    grade = energy["source"].map(quality_grades()).to_numpy()
    figures = {f"grade_{name.lower()}_mwh": np.where(grade == name, mwh, 0.0) for name in grade_weights()}
    frame = pd.DataFrame(
        {"year": energy["year"].astype(int), "sector": energy["sector"], "final_energy_mwh": mwh, **figures}
    )
    both = pd.concat([frame, frame.assign(sector=ALL_SECTORS)], ignore_index=True)
    table = both.groupby(["year", "sector"]).sum().reset_index()
    weighted = sum(table[f"grade_{name.lower()}_mwh"] * weight for name, weight in grade_weights().items())
    return table.assign(
        data_quality=weighted / table["final_energy_mwh"].where(table["final_energy_mwh"] > 0)
    )
