"""How much of the sum of single peaks a pipe carries at once."""

from __future__ import annotations

from enum import Enum

import numpy as np

# Winter, Haslauer, Obernberger 2001: fit to measured small heat networks, for up to some hundred customers
_A, _B, _C, _D = 0.449677646267461, 0.551234688439157, 53.84382392, 1.762743268


class Simultaneity(Enum):
    """Rule of simultaneity."""

    NONE = "none"  # all peaks at once
    WINTER = "winter"  # by the number of customers


def simultaneity(customers: np.ndarray, rule: Simultaneity) -> np.ndarray:
    """Share of the sum of single peaks that occurs at once, at most one, exactly one for a single customer.

    Winter, W.; Haslauer, T.; Obernberger, I. (2001): Untersuchungen der Gleichzeitigkeit in kleinen und mittleren
    Nahwärmenetzen. Euroheat & Power 9/10.

    Parameters
    ----------
    customers : ndarray of int, shape (n,)
    rule : Simultaneity

    Returns
    -------
    ndarray of float, shape (n,)
    """
    customers = np.asarray(customers, float)
    if rule is Simultaneity.NONE:
        return np.ones(len(customers))
    share = _A + _B / (1 + (customers / _C) ** _D)
    return np.where(customers <= 1, 1.0, np.minimum(share, 1.0))
