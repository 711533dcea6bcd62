"""Published network tasks, read as delivered, and a check of networks that shares no code with the plugin."""

from __future__ import annotations

import csv
import gzip
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from enact_plugin.network.routing.graph import RoutingGraph

# of the peer's cost function: EUR/(kW m), EUR/m, kW/(kW m), kW/m
PIPE_EUR_KW_M, PIPE_EUR_M, LOSS_KW_KW_M, LOSS_KW_M = 0.018377, 567.335, 4.348e-07, 0.02189


@dataclass(frozen=True)
class Steiner:
    """A Steiner tree task with its proven optimum."""

    graph: RoutingGraph
    terminals: np.ndarray
    optimum: float
    unreduced: bool


def steiner(folder: Path) -> dict[str, Steiner]:
    """The six tasks by name."""
    with (folder / "optima.csv").open(encoding="utf-8") as file:
        return {row["pace_file"]: _steiner(folder, row) for row in csv.DictReader(file)}


def _steiner(folder: Path, row: dict[str, str]) -> Steiner:
    edges, terminals, count = [], [], 0
    with gzip.open(folder / f"{row['pace_file']}.gz", "rt", encoding="ascii") as file:
        for line in file:
            word, *values = line.split() or [""]
            if word == "E":
                edges.append([int(value) for value in values])
            elif word == "T":
                terminals.append(int(values[0]) - 1)
            elif word == "Nodes":
                count = int(values[0])
    tail, head, cost = np.array(edges).T
    graph = RoutingGraph(count, tail - 1, head - 1, cost.astype(float), np.zeros(len(cost)))
    return Steiner(graph, np.array(terminals), float(row["optimum"]), "geo-original" in row["dimacs_group"])


@dataclass(frozen=True)
class Peer:
    """A task of topotherm with its economics."""

    node_count: int
    tail: np.ndarray
    head: np.ndarray
    length_m: np.ndarray
    source: int
    customer: np.ndarray
    load_kw: np.ndarray
    full_load_hours: np.ndarray
    source_hours: float
    heat_price: float
    lifetime: float = 40.0
    source_price: float = 0.08
    interest: float = 0.08

    @property
    def annuity(self) -> float:
        """Annuity factor."""
        grown = (1 + self.interest) ** self.lifetime
        return grown * self.interest / (grown - 1)

    def graph(self) -> RoutingGraph:
        """Costs a year of trench and losses; what losses cost upstream is in the figures, not in the search."""
        loss_price = self.source_price * self.source_hours
        return RoutingGraph(
            self.node_count,
            self.tail,
            self.head,
            self.length_m * (self.annuity * PIPE_EUR_M + loss_price * LOSS_KW_M),
            self.length_m * (self.annuity * PIPE_EUR_KW_M + loss_price * LOSS_KW_KW_M),
        )

    def objective(
        self, above: np.ndarray, below: np.ndarray, edge: np.ndarray, connected: np.ndarray
    ) -> float:
        """The peer's objective of a network: pipes and heat less the sale, from the ends to the source, with losses."""
        power = np.zeros(self.node_count)
        np.add.at(power, self.customer[connected], self.load_kw[connected])
        pipes = 0.0
        for up, down, number in zip(above[::-1], below[::-1], edge[::-1]):
            length = self.length_m[number]
            enters = (power[down] + LOSS_KW_M * length) / (1 - LOSS_KW_KW_M * length)
            pipes += (PIPE_EUR_KW_M * enters + PIPE_EUR_M) * length
            power[up] += enters
        sold = (self.load_kw * self.full_load_hours)[connected].sum() * self.heat_price
        return pipes * self.annuity + power[self.source] * self.source_price * self.source_hours - sold


def matrices(folder: Path, capital: bool, heat_price: float, kw: float = 1.0) -> Peer:
    """A task given as incidence matrices."""
    names = ["a_i", "a_c", "a_p", "l_i", "q_c"]
    names = [name.capitalize() for name in names] if capital else names
    read = [
        pd.read_parquet(folder / f"{name}.parquet").to_numpy(dtype=float)
        for name in (*names, "flh_sinks", "flh_sources")
    ]
    inner, customers, producers, length, load, hours, source_hours = read
    return Peer(
        len(inner),
        (inner == 1).argmax(axis=0),
        (inner == -1).argmax(axis=0),
        length.ravel(),
        int(np.flatnonzero(producers.any(axis=1))[0]),
        (customers != 0).argmax(axis=0),
        load.ravel() * kw,
        np.broadcast_to(hours.ravel(), load.ravel().shape),
        float(source_hours.ravel()[0]),
        heat_price,
    )


def is_tree(graph: RoutingGraph, edges: np.ndarray, wanted: np.ndarray) -> bool:
    """Whether edges are one tree that holds these nodes: a walk from one reaches all, with one edge less than nodes."""
    neighbours: dict[int, list[int]] = {}
    for edge in edges.tolist():
        a, b = int(graph.tail[edge]), int(graph.head[edge])
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    if len(set(edges.tolist())) != len(edges):
        return False
    start = int(wanted[0])
    seen, queue = {start}, deque([start])
    while queue:
        for node in neighbours.get(queue.popleft(), []):
            if node not in seen:
                seen.add(node)
                queue.append(node)
    return set(wanted.tolist()) <= seen and set(neighbours) <= seen and len(edges) == len(seen) - 1
