"""Diameters, pressure and losses of a network that is a tree."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ...errors import EnactError
from ...reference.network_tables import NetworkKind, PipeSize, network_rule, pipe_catalogue
from .hydraulics import Friction, capacity_kg_s, mass_flow_kg_s, pressure_pa_m, water
from .losses import loss_w_m
from .simultaneity import Simultaneity, simultaneity

_MM_M, _W_KW, _HOURS, _WH_MWH = 1000.0, 1000.0, 8760.0, 1e6


@dataclass(frozen=True)
class PipeTree:
    """Pipes of a network, each directed away from its source; in any order.

    Attributes
    ----------
    above, below : ndarray of int, shape (n,)
        Nodes of each pipe; each node is entered by one pipe at most.
    length_m : ndarray of float, shape (n,)
    power_kw : ndarray of float, shape (n,)
        Sum of the single peaks behind each pipe.
    customers : ndarray of int, shape (n,)
        Number of customers behind each pipe.
    """

    above: np.ndarray
    below: np.ndarray
    length_m: np.ndarray
    power_kw: np.ndarray
    customers: np.ndarray


def _rule(name: str) -> float:
    return field(default_factory=lambda: network_rule(name))


@dataclass(frozen=True)
class SizingSettings:
    """By what pipes are sized.

    Attributes
    ----------
    kind : NetworkKind
        Temperatures.
    rule : Simultaneity
    limit_pa_m, limit_m_s : float
        Largest pressure lost per metre and pipe, and largest velocity.
    roughness_mm : float
    ground_c : float
        Temperature of the ground.
    station_pa, plant_pa : float
        Pressure lost in the station at the worst place, and in the plant.
    pump_efficiency : float
    law : Friction
    catalogue : tuple of PipeSize
        The thinnest first.
    """

    kind: NetworkKind
    rule: Simultaneity = Simultaneity.WINTER
    limit_pa_m: float = _rule("pressure_limit_pa_m")
    limit_m_s: float = _rule("velocity_limit_m_s")
    roughness_mm: float = _rule("roughness_mm")
    ground_c: float = _rule("ground_c")
    station_pa: float = _rule("station_pa")
    plant_pa: float = _rule("plant_pa")
    pump_efficiency: float = _rule("pump_efficiency")
    law: Friction = Friction.COLEBROOK
    catalogue: tuple[PipeSize, ...] = field(default_factory=pipe_catalogue)


@dataclass(frozen=True)
class Sized:
    """A sized network; arrays in the order of the pipes.

    Attributes
    ----------
    size : ndarray of PipeSize, shape (n,)
    share : ndarray of float, shape (n,)
        Simultaneity.
    peak_kw : ndarray of float, shape (n,)
        Power each pipe is sized for.
    flow_kg_s, velocity_m_s : ndarray of float, shape (n,)
    pressure_pa_m : ndarray of float, shape (n,)
        Of supply and return together.
    lost_pa : ndarray of float, shape (n,)
        From the source to the far end of each pipe and back.
    loss_w_m : ndarray of float, shape (n,)
    on_worst_path : ndarray of bool, shape (n,)
    pump_kw : float
        Electric power of the pumps of all sources together at the design point.
    peak_total_kw : float
        Power at the sources at the same time, with losses.
    """

    size: np.ndarray
    share: np.ndarray
    peak_kw: np.ndarray
    flow_kg_s: np.ndarray
    velocity_m_s: np.ndarray
    pressure_pa_m: np.ndarray
    lost_pa: np.ndarray
    loss_w_m: np.ndarray
    on_worst_path: np.ndarray
    pump_kw: float
    peak_total_kw: float

    def loss_mwh_a(self, length_m: np.ndarray) -> float:
        """Heat lost in a year."""
        return float((self.loss_w_m * length_m).sum() * _HOURS / _WH_MWH)


def sized(pipes: PipeTree, settings: SizingSettings) -> Sized:
    """Size the pipes of a network.

    A pipe carries the sum of the single peaks behind it times their simultaneity, but never less than the largest
    single peak behind it, nor than the next pipe. It gets the smallest diameter of the catalogue within the limits of
    pressure and velocity.

    Parameters
    ----------
    pipes : PipeTree
    settings : SizingSettings

    Returns
    -------
    Sized

    Raises
    ------
    EnactError
        ``network_temperatures_reversed``, ``network_pipe_too_small``, ``network_not_a_tree``.
    """
    kind = settings.kind
    if kind.supply_c <= kind.return_c:
        raise EnactError("network_temperatures_reversed", supply=kind.supply_c, back=kind.return_c)
    order, before = _order(pipes)
    share = simultaneity(pipes.customers, settings.rule)
    peak = np.maximum(share * pipes.power_kw, _largest_behind(pipes, order, before))
    for row in order[::-1].tolist():  # a customer more may lower the simultaneity by more than it adds
        up = before[row]
        if up >= 0 and peak[row] > peak[up]:
            peak[up] = peak[row]
    flow = mass_flow_kg_s(peak, kind.supply_c, kind.return_c)
    size, inner = _diameters(flow, settings)
    pressure = _pressure(flow, inner, settings)
    lost = np.zeros(len(order))
    run = pressure * pipes.length_m
    for row in order.tolist():
        lost[row] = run[row] + (lost[before[row]] if before[row] >= 0 else 0.0)
    medium = water((kind.supply_c + kind.return_c) / 2)
    loss = loss_w_m(
        np.array([one.outer_mm for one in size]),
        np.array([one.casing_mm for one in size]),
        kind,
        settings.ground_c,
    )
    loss = np.maximum(loss, 0.0)  # what cold pipes gain from the ground is not counted on
    first = before < 0
    worst = _worst(lost, before)
    raised = lost.max(initial=0.0) + settings.station_pa + settings.plant_pa
    at_plants = _at_sources(pipes, peak, first, settings.rule)
    volume = mass_flow_kg_s(at_plants, kind.supply_c, kind.return_c).sum() / medium.density_kg_m3
    lost_kw = float(np.maximum(loss, 0.0) @ pipes.length_m) / _W_KW
    return Sized(
        size,
        peak / np.maximum(pipes.power_kw, 1e-12),
        peak,
        flow,
        flow / (medium.density_kg_m3 * np.pi / 4 * inner**2),
        pressure,
        lost,
        loss,
        worst,
        float(raised * volume / settings.pump_efficiency / _W_KW),
        float(at_plants.sum()) + lost_kw,
    )


def _at_sources(pipes: PipeTree, peak_kw: np.ndarray, first: np.ndarray, rule: Simultaneity) -> np.ndarray:
    """Peak at each source: its branches do not peak at once, and none of them more than the source."""
    source, of = np.unique(pipes.above[first], return_inverse=True)
    power = np.bincount(of, weights=pipes.power_kw[first])
    customers = np.bincount(of, weights=pipes.customers[first])
    largest = np.zeros(len(source))
    np.maximum.at(largest, of, peak_kw[first])
    return np.maximum(simultaneity(customers, rule) * power, largest)


def _order(pipes: PipeTree) -> tuple[np.ndarray, np.ndarray]:
    """Pipes from the sources outwards, and the pipe before each; negative at a source.

    Raises
    ------
    EnactError
        ``network_not_a_tree``.
    """
    if len(np.unique(pipes.below)) != len(pipes.below):
        raise EnactError("network_not_a_tree", count=len(pipes.below))
    entered = {node: row for row, node in enumerate(pipes.below.tolist())}
    before = np.array([entered.get(node, -1) for node in pipes.above.tolist()], dtype=int)
    behind: dict[int, list[int]] = {}
    for row, up in enumerate(before.tolist()):
        behind.setdefault(up, []).append(row)
    order = list(behind.get(-1, []))
    for row in order:
        order += behind.get(row, [])
    if len(order) != len(before):
        raise EnactError("network_not_a_tree", count=len(pipes.below))
    return np.array(order, dtype=int), before


def _largest_behind(pipes: PipeTree, order: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Largest single peak at or behind the far end of each pipe."""
    own = pipes.power_kw.copy()
    inner = before >= 0
    np.subtract.at(own, before[inner], pipes.power_kw[inner])
    count = pipes.customers.astype(float).copy()
    np.subtract.at(count, before[inner], pipes.customers[inner].astype(float))
    # several customers at one node: their mean stands for each
    largest = np.where(count >= 1, np.maximum(own, 0.0) / np.maximum(count, 1), 0.0)
    for row in order[::-1].tolist():
        up = before[row]
        if up >= 0 and largest[row] > largest[up]:
            largest[up] = largest[row]
    return largest


def _diameters(flow: np.ndarray, settings: SizingSettings) -> tuple[np.ndarray, np.ndarray]:
    """Smallest pipe of the catalogue for each flow, and its inner diameter in m."""
    catalogue = settings.catalogue
    inner = np.array([one.inner_mm for one in catalogue]) / _MM_M
    medium = water((settings.kind.supply_c + settings.kind.return_c) / 2)
    most = capacity_kg_s(
        inner, medium, settings.roughness_mm / _MM_M, settings.limit_pa_m, settings.limit_m_s
    )
    place = np.searchsorted(most, flow * (1 - 1e-12))
    large = place >= len(catalogue)
    if large.any():
        raise EnactError(
            "network_pipe_too_small", count=int(large.sum()), dn=catalogue[-1].dn,
            flow=round(float(flow.max()), 1), most=round(float(most[-1]), 1),
        )  # fmt: skip
    sizes = np.empty(len(catalogue), dtype=object)
    sizes[:] = catalogue
    return sizes[place], inner[place]


def _pressure(flow: np.ndarray, inner: np.ndarray, settings: SizingSettings) -> np.ndarray:
    """Pressure lost per metre of supply and return together."""
    rough = settings.roughness_mm / _MM_M
    there = pressure_pa_m(flow, inner, water(settings.kind.supply_c), rough, settings.law)
    return there + pressure_pa_m(flow, inner, water(settings.kind.return_c), rough, settings.law)


def _worst(lost: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Pipes between the source and the place with the largest loss of pressure."""
    found = np.zeros(len(lost), dtype=bool)
    row = int(lost.argmax()) if len(lost) else -1
    while row >= 0:
        found[row] = True
        row = int(before[row])
    return found
