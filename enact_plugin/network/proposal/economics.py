"""Cost a year of trenches and worth of customers, for the search."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reference.network_tables import network_kind
from ..cost.annuity import annuity
from ..layout.layout import Edge, Layout
from ..sizing.linear import TrenchCost, trench_cost
from ..tables import Figures

_HOURS, _W_KW = 8760.0, 1000.0


@dataclass(frozen=True)
class EdgeCosts:
    """Costs of the edges of a layout.

    Attributes
    ----------
    fixed_eur_a, flow_eur_a_kw : ndarray of float, shape (n,)
        A year: annuity and upkeep of the investment, losses at the price of production.
    invest_eur : ndarray of float, shape (n,)
        Investment without what flows.
    invest_eur_kw : ndarray of float, shape (n,)
        Investment per kW that flows.
    trench : TrenchCost
    """

    fixed_eur_a: np.ndarray
    flow_eur_a_kw: np.ndarray
    invest_eur: np.ndarray
    invest_eur_kw: np.ndarray
    trench: TrenchCost


def edge_costs(layout: Layout, kind: str, most_kw: float, figures: Figures) -> EdgeCosts:
    """Cost of each edge of a layout, linear in the power it carries.

    Parameters
    ----------
    layout : Layout
    kind : str
        Kind of network.
    most_kw : float
        Power that the network brings to all customers.
    figures : Figures

    Returns
    -------
    EdgeCosts
    """
    trench = trench_cost(network_kind(kind), most_kw, figures.tables.pipes_of(network_kind(kind)))
    length = layout.length_m
    new = layout.lines.kind != Edge.EXISTING
    invest = length * layout.factor * trench.eur_m + layout.extra_eur
    invest_kw = length * trench.eur_m_kw * np.where(new, 1.0, layout.factor)
    yearly = annuity(figures["interest"], figures["pipe_life_a"]) + figures["pipe_upkeep"]
    loss_eur_w = figures["heat_production_eur_kwh"] * _HOURS / _W_KW
    fixed = invest * yearly + np.where(new, length * trench.loss_w_m * loss_eur_w, 0.0)
    flow = invest_kw * yearly + np.where(new, length * trench.loss_w_m_kw * loss_eur_w, 0.0)
    return EdgeCosts(fixed, flow, invest, invest_kw, trench)


def worth_eur_a(heat_kwh: np.ndarray, load_kw: np.ndarray, kind: str, figures: Figures) -> np.ndarray:
    """What connecting a building earns a year: heat sold less its production and the annuity of the station.

    At a cold network the station is a heat pump, and part of the heat is its electricity.

    Parameters
    ----------
    heat_kwh, load_kw : ndarray of float, shape (c,)
    kind : str
        Kind of network.
    figures : Figures

    Returns
    -------
    ndarray of float, shape (c,)
    """
    own = figures.house_share(network_kind(kind))
    name = "house_pump" if own else "station"
    station = figures[f"{name}_eur"] + figures[f"{name}_eur_kw"] * load_kw
    made = figures["heat_production_eur_kwh"] * (1 - own)
    if own:
        made += own * figures.tables.prices["electricity_house"].plant_eur_kwh
    yearly = annuity(figures["interest"], figures[f"{name}_life_a"])
    return heat_kwh * (figures["heat_price_eur_kwh"] - made) - station * yearly
