"""What a proposal is made from, and what is wanted of it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from geopandas import GeoDataFrame

from ..routing.improve import Effort
from ..routing.route import Mode


def _nothing() -> np.ndarray:
    return np.zeros(0, dtype=object)


@dataclass(frozen=True)
class ProposalInputs:
    """Layers, all in the same metric CRS.

    Attributes
    ----------
    sections : GeoDataFrame
        Layer ``street_sections``.
    stock : GeoDataFrame
        Layer ``building_stock``: all buildings; service lines go round them.
    demand : GeoDataFrame
        Layer ``building_demand``: useful heat of the heated ones.
    rail, waterways : GeoDataFrame or None
    parcels : GeoDataFrame or None
        Tell which buildings stand on one property; without them the address does.
    streets, landuse : GeoDataFrame or None
        Tell what is dug up: surfaces of streets, land use on other routes.
    addresses : GeoDataFrame or None
        Entrances with a station of their own; None for one station per building.
    """

    sections: GeoDataFrame
    stock: GeoDataFrame
    demand: GeoDataFrame
    rail: GeoDataFrame | None = None
    waterways: GeoDataFrame | None = None
    parcels: GeoDataFrame | None = None
    streets: GeoDataFrame | None = None
    landuse: GeoDataFrame | None = None
    addresses: GeoDataFrame | None = None


@dataclass(frozen=True)
class Drawn:
    """What the planner drew.

    Attributes
    ----------
    area : ndarray of Polygon
        Buildings inside are customers; empty: all.
    sources : ndarray of Point
        Where heat comes from; empty: one is proposed amid the heat.
    routes : ndarray of LineString
        Further ways for pipes.
    existing : ndarray of LineString
        Pipes that lie there.
    forbidden, preferred : ndarray of geometry
    """

    area: np.ndarray = field(default_factory=_nothing)
    sources: np.ndarray = field(default_factory=_nothing)
    routes: np.ndarray = field(default_factory=_nothing)
    existing: np.ndarray = field(default_factory=_nothing)
    forbidden: np.ndarray = field(default_factory=_nothing)
    preferred: np.ndarray = field(default_factory=_nothing)


@dataclass(frozen=True)
class ProposalSettings:
    """What is wanted.

    Attributes
    ----------
    variant : str
        Name under which the proposal is kept.
    mode : Mode
    limit : float
        Investment in EUR for BUDGET, kWh/(m·a) for DENSITY.
    kind : str
        Kind of network by its temperatures.
    connection_rate : float
        Share of each building's heat that counts, in (0, 1].
    required : frozenset of str
        Buildings that stay connected whatever it costs.
    preferred_factor : float
        On the cost of trenches in preferred areas.
    existing_factor : float
        What an existing pipe costs of a new one.
    effort : Effort
    """

    variant: str
    mode: Mode = Mode.ALL
    limit: float = 0.0
    kind: str = "generation_3"
    connection_rate: float = 1.0
    required: frozenset[str] = frozenset()
    preferred_factor: float = 0.7
    existing_factor: float = 0.0
    effort: Effort = field(default_factory=Effort)
