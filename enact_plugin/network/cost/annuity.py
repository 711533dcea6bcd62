"""Annuities after VDI 2067 part 1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Union

import numpy as np

Amount = Union[float, np.ndarray]
_NONE = 1e-12  # an interest below it is none


@dataclass(frozen=True)
class Horizon:
    """Interest and time of a calculation.

    Attributes
    ----------
    interest : float or ndarray of float, shape (n,)
        A year, for instance 0.04; several to look at them side by side.
    years : int
        Period of observation.
    """

    interest: Amount
    years: int

    @property
    def factor(self) -> Amount:
        """Annuity factor ``a = i / (1 - (1 + i)^-T)``; ``1 / T`` without interest."""
        return annuity(self.interest, self.years)

    def capital(self, invest_eur: Amount, life_years: float) -> Amount:
        """Annuity of an investment with its replacements, less what it is worth at the end (VDI 2067-1, 4.2).

        Parameters
        ----------
        invest_eur : float or ndarray
        life_years : float

        Returns
        -------
        float or ndarray
            EUR a year.
        """
        growth = 1 + np.asarray(self.interest, dtype=float)
        times = int(np.ceil(self.years / life_years - 1e-9)) - 1
        bought = sum(growth ** -(turn * life_years) for turn in range(times + 1))
        left = ((times + 1) * life_years - self.years) / life_years
        return invest_eur * (bought - left * growth**-self.years) * self.factor

    def running(self, of_year: Callable[[int], Amount]) -> Amount:
        """Annuity of yearly costs, each paid at the end of its year.

        Parameters
        ----------
        of_year : callable
            Year from 1 on to the cost in EUR.

        Returns
        -------
        float or ndarray
            EUR a year.
        """
        growth = 1 + np.asarray(self.interest, dtype=float)
        cash = sum(of_year(year) * growth**-year for year in range(1, self.years + 1))
        return cash * self.factor


def annuity(interest: Amount, years: float) -> Amount:
    """Annuity factor: what one euro invested costs a year (VDI 2067 part 1).

    Parameters
    ----------
    interest : float or ndarray
        At zero the investment is spread evenly.
    years : float

    Returns
    -------
    float or ndarray
    """
    rate = np.asarray(interest, dtype=float)
    none = rate < _NONE
    safe = np.where(none, 1.0, rate)
    factor = np.where(none, 1 / years, safe / -np.expm1(-years * np.log1p(safe)))
    return float(factor) if factor.ndim == 0 else factor
