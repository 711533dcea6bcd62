"""Cost of a trench as a straight line over the power it carries, for the search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...errors import EnactError
from ...reference.network_tables import NetworkKind, PipeSize, network_rule, pipe_catalogue
from .hydraulics import capacity_kg_s, water
from .losses import loss_w_m

_MM_M, _W_KW = 1000.0, 1000.0


@dataclass(frozen=True)
class TrenchCost:
    """Cost and loss per metre of trench: a base and a part per kW.

    Attributes
    ----------
    eur_m, eur_m_kw : float
    loss_w_m, loss_w_m_kw : float
    """

    eur_m: float
    eur_m_kw: float
    loss_w_m: float
    loss_w_m_kw: float


def capacity_kw(kind: NetworkKind, catalogue: tuple[PipeSize, ...] | None = None) -> np.ndarray:
    """Power that each pipe of the catalogue carries within the limits of pressure and velocity, shape (n,).

    Raises
    ------
    EnactError
        ``network_temperatures_reversed``.
    """
    if kind.supply_c <= kind.return_c:
        raise EnactError("network_temperatures_reversed", supply=kind.supply_c, back=kind.return_c)
    inner = np.array([size.inner_mm for size in catalogue or pipe_catalogue()]) / _MM_M
    medium = water((kind.supply_c + kind.return_c) / 2)
    flow = capacity_kg_s(
        inner,
        medium,
        network_rule("roughness_mm") / _MM_M,
        network_rule("pressure_limit_pa_m"),
        network_rule("velocity_limit_m_s"),
    )
    return flow * medium.heat_capacity_j_kgk * (kind.supply_c - kind.return_c) / _W_KW


def trench_cost(
    kind: NetworkKind, most_kw: float, catalogue: tuple[PipeSize, ...] | None = None
) -> TrenchCost:
    """Straight lines through the catalogue for networks up to a power.

    Least squares over the pipes that such a network uses, each at the power it can carry.

    Parameters
    ----------
    kind : NetworkKind
    most_kw : float
        Power at the source.
    catalogue : tuple of PipeSize, optional
        EnAct's where none is given.

    Returns
    -------
    TrenchCost
    """
    catalogue = catalogue or pipe_catalogue()
    power = capacity_kw(kind, catalogue)
    used = max(int(np.searchsorted(power, most_kw)) + 1, 2)
    power, catalogue = power[:used], catalogue[:used]
    eur = np.array([size.eur_m for size in catalogue])
    loss = loss_w_m(
        np.array([size.outer_mm for size in catalogue]),
        np.array([size.casing_mm for size in catalogue]),
        kind,
    )
    slope, base = np.polyfit(power, eur, 1)
    loss_slope, loss_base = np.polyfit(power, np.maximum(loss, 0.0), 1)
    return TrenchCost(
        float(max(base, 0.0)), float(max(slope, 0.0)), float(max(loss_base, 0.0)), float(max(loss_slope, 0.0))
    )
