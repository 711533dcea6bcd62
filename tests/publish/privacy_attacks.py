"""What somebody can find out about single contributors who has every figure shown; knows nothing of the gate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog


@dataclass(frozen=True)
class Figure:
    """A figure that was shown: whose sum it is, and between which bounds the sum lies."""

    members: np.ndarray
    low: float
    high: float


def figure(members: np.ndarray, value: float, step: float) -> Figure:
    """A sum rounded to a step."""
    return Figure(np.asarray(members), value - step / 2, value + step / 2)


def bounds(shown: Sequence[Figure], count: int, target: int, known: dict[int, float]) -> tuple[float, float]:
    """Least and greatest value of one contributor that agrees with all figures shown and with what somebody knows."""
    rows, limits = [np.zeros(count)], [0.0]
    for one in shown:
        row = np.zeros(count)
        row[one.members] = 1.0
        rows += [row, -row]
        limits += [one.high, -one.low]
    box = [(known[k], known[k]) if k in known else (0.0, None) for k in range(count)]
    aim = np.zeros(count)
    aim[target] = 1.0
    found = []
    for sign in (1.0, -1.0):
        result = linprog(sign * aim, A_ub=np.array(rows), b_ub=np.array(limits), bounds=box, method="highs")
        found.append(sign * result.fun if result.status == 0 else -sign * np.inf)
    return found[0], found[1]


def determined(shown: Sequence[Figure], count: int) -> np.ndarray:
    """Contributors whose value follows from the sums if they were not rounded: no change of it keeps all of them."""
    table = np.zeros((max(len(shown), 1), count))
    for number, one in enumerate(shown):
        table[number, one.members] = 1.0
    _, size, directions = np.linalg.svd(table)
    rank = int((size > 1e-9).sum())
    return (np.abs(directions[rank:]) < 1e-9).all(axis=0)


def agreeing(
    low: float, high: float, near: float, coarse: Callable[[np.ndarray], np.ndarray]
) -> tuple[float, float]:
    """Least and greatest true value that is told between two bounds, for who knows how values are made coarse."""
    tried = near * np.exp(np.linspace(-3, 3, 60_001))
    told = coarse(tried)
    agree = tried[(told >= low - 1e-6) & (told <= high + 1e-6)]
    return float(agree.min()), float(agree.max())
