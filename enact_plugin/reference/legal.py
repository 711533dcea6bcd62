"""Figures of the law."""

from __future__ import annotations

from functools import cache

from .tables import rows


@cache
def legal_values(code: str) -> dict[int, float]:
    """Figure of legal_values.csv by the year from which it holds, the earliest first."""
    found = {int(row["year"]): float(row["value"]) for row in rows("legal_values") if row["code"] == code}
    return dict(sorted(found.items()))


def legal_value(code: str, year: int) -> float | None:
    """Figure that holds in a year; None before the first."""
    since = [value for start, value in legal_values(code).items() if start <= year]
    return since[-1] if since else None


@cache
def legal_source(code: str) -> str:
    """Where a figure of the law is found."""
    return next(row["source"] for row in rows("legal_values") if row["code"] == code)
