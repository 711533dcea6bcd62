"""Moves that make a network cheaper: a key path laid elsewhere, a junction given up."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np

from .graph import Adjacency, Nodes, RoutingGraph
from .keypaths import KeyTree, Regions, regions

# ways across each key path that are looked at, where pipes cost by their flow, and where they do not
_WAYS_FLOW, _WAYS = 12, 4
_NOWHERE = -1
_LOOK_EVERY = 500


@dataclass(frozen=True)
class Move:
    """Key paths to take out and edges to put in.

    Attributes
    ----------
    gain_eur_a : float
        What it saves a year, taken alone.
    removed : tuple of int
        Key paths, by their lower nodes.
    gone : int
        Junction that is given up; negative where none is.
    edges : tuple of int
    ends : tuple of (int, int)
        Nodes of the tree at the ends of each new way.
    """

    gain_eur_a: float
    removed: tuple[int, ...]
    gone: int
    edges: tuple[int, ...]
    ends: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Way:
    """A way between two parts of a tree that is cut."""

    cost: float
    part_a: int
    part_b: int
    edge: int
    end_a: int
    end_b: int


class Neighbourhood:
    """All moves from one tree: key-path exchange and key-vertex elimination.

    Uchoa, Werneck (2010): Fast local search for Steiner trees in graphs, ALENEX, 1-10. Regions around the tree are
    computed once; where a move takes nodes out of the tree, their regions alone are computed anew. What flows is looked
    at, too: the gain counts the heat that then goes another way.

    Parameters
    ----------
    graph : RoutingGraph
        Without loops and parallel edges.
    adjacency : Adjacency
    nodes : Nodes
    edges : ndarray of int
        The tree.
    """

    def __init__(self, graph: RoutingGraph, adjacency: Adjacency, nodes: Nodes, edges: np.ndarray) -> None:
        self._graph = graph
        self._neighbours = adjacency.of
        self._terminal = nodes.terminal
        self._leaf = nodes.leaf.tolist()
        self._flows = bool(graph.flow_eur_a_kw.any() and nodes.load_kw.any())
        self._flow_cost = graph.flow_eur_a_kw.tolist()
        self.keys = KeyTree(graph, nodes, edges)
        keys = self.keys
        self._reach = {node: self._limit(node) for node in keys.up}
        reach = 2 * max(self._reach.values(), default=0.0)
        self.regions: Regions = regions(graph, adjacency, keys, nodes.leaf, reach)
        self._tail, self._head = graph.tail.tolist(), graph.head.tolist()
        self._across = self._ways_across()

    def moves(self, time_is_up: Callable[[], bool] = lambda: False) -> list[Move]:
        """Moves that save something, the best first; those found so far when the time is up."""
        keys = self.keys
        asked = [((node,), _NOWHERE) for node in keys.up]
        junctions = [node for node in keys.keys if not self._terminal[node] and node != keys.root]
        asked += [((node, *keys.below_of[node]), node) for node in junctions]
        moves = []
        for number, (removed, gone) in enumerate(asked):
            if number % _LOOK_EVERY == 0 and time_is_up():
                break
            move = self._move(removed, gone)
            if move is not None:
                moves.append(move)
        return sorted(moves, key=lambda move: (-move.gain_eur_a, move.removed))

    def _limit(self, node: int) -> float:
        """What a way instead of this key path may cost at most: the path, and its heat's way from the root."""
        keys = self.keys
        return keys.cost[node] + keys.flow_kw[node] * keys.carried[node]

    def _ways_across(self) -> dict[int, list[tuple[float, int, int, int]]]:
        """For each key path the cheapest edges between regions whose ends it separates.

        A way that ends at a leaf can replace nothing but the leaf's own key path. Edges are taken by cost; each is
        written at the key paths between its ends, and a key path that has its number of edges is contracted, so that
        later edges pass over it.
        """
        keys, most = self.keys, _WAYS_FLOW if self._flows else _WAYS
        jump = {node: node for node in keys.keys}
        found: dict[int, list[tuple[float, int, int, int]]] = {node: [] for node in keys.up}
        for crossing in self.regions.crossing:
            houses = [node for node in crossing[2:] if self._leaf[node]]
            if houses:
                if len(houses) == 1:
                    found[houses[0]].append(crossing)
                continue
            a, b = self._leaves_at(crossing[2], crossing[3]), self._leaves_at(crossing[3], crossing[2])
            a, b = _last(jump, a), _last(jump, b)
            while a != b:
                if keys.depth[a] < keys.depth[b]:
                    a, b = b, a
                found[a].append(crossing)
                if len(found[a]) >= most:
                    jump[a] = keys.up[a]
                a = _last(jump, keys.up[a])
        return found

    def _leaves_at(self, node: int, other: int) -> int:
        """Key node at which the way through the tree from `node` to `other` leaves its key path."""
        bottom = self.keys.bottom[node]
        if bottom == node or self.keys.inside(other, bottom):
            return bottom
        return self.keys.up[bottom]

    def _move(self, removed: tuple[int, ...], gone: int) -> Move | None:
        """Best way to reconnect what falls apart without these key paths."""
        keys = self.keys
        limit = sum(keys.cost[node] for node in removed)
        dead = {node for path in removed for node in keys.inner[path]}
        if gone >= 0:
            dead.add(gone)
        tops = [node for node in removed if node != gone]
        reach = limit if not self._flows else limit + max(self._reach[node] for node in removed)
        parts = _Parts(keys, tops)
        ways = [
            _Way(cost, parts.of(a), parts.of(b), edge, a, b)
            for path in removed
            for cost, edge, a, b in self._across[path]
            if cost < reach and a not in dead and b not in dead
        ]
        repair = _Repair(self._neighbours, self.regions, parts, self._flow_cost, self._leaf)
        if dead:
            ways += [
                way for way in repair.ways(dead, reach) if not self._leaf[way.end_b] or way.end_b in tops
            ]
        ways = [way for way in ways if way.part_a != way.part_b]
        if gone < 0:
            return self._exchange(removed[0], limit, ways, repair)
        return self._elimination(removed, gone, tops, limit, ways, repair)

    def _exchange(self, path: int, limit: float, ways: list[_Way], repair: _Repair) -> Move | None:
        """Best way instead of one key path."""
        best, best_way = _slack(limit), None
        for way in ways:
            gain = limit - way.cost - (self._rerouted(path, way, repair) if self._flows else 0.0)
            if gain > best or (best_way is not None and gain == best and way.edge < best_way.edge):
                best, best_way = gain, way
        if best_way is None:
            return None
        return Move(best, (path,), _NOWHERE, *self._laid([best_way], repair))

    def _rerouted(self, path: int, way: _Way, repair: _Repair) -> float:
        """What carrying the heat below a key path costs more when it comes over another way."""
        keys = self.keys
        a, b = (way.end_a, way.end_b) if way.part_a else (way.end_b, way.end_a)
        carried = keys.carried
        further = repair.carried(way, self._tail, self._head) + carried[b] + carried[a] - 2 * carried[path]
        turned = keys.carried_load[a] - keys.carried_load[path]
        return keys.flow_kw[path] * further - 2 * turned

    def _elimination(
        self,
        removed: tuple[int, ...],
        gone: int,
        tops: list[int],
        limit: float,
        ways: list[_Way],
        repair: _Repair,
    ) -> Move | None:
        """Cheapest ways that join all parts again, by Kruskal."""
        ways.sort(key=lambda way: (way.cost, way.edge))
        part = list(range(len(tops) + 1))
        chosen, total = [], 0.0
        linked: set[int] = set()
        for way in ways:
            a, b = _root(part, way.part_a), _root(part, way.part_b)
            houses = [node for node in (way.end_a, way.end_b) if self._leaf[node]]
            if a == b or any(node in linked for node in houses):
                continue
            linked.update(houses)
            part[a] = b
            total += way.cost
            chosen.append(way)
            if len(chosen) == len(tops):
                break
        if len(chosen) < len(tops):
            return None
        gain = limit - total
        if self._flows:
            gain -= self._rejoined(tops, chosen, repair)
        if gain <= _slack(limit):
            return None
        return Move(gain, removed, gone, *self._laid(chosen, repair))

    def _rejoined(self, tops: list[int], chosen: list[_Way], repair: _Repair) -> float:
        """What carrying the heat costs more when parts hang on each other by these ways."""
        keys = self.keys
        carried, load = keys.carried, keys.carried_load
        joins: list[list[tuple[int, int, int, float]]] = [[] for _ in range(len(tops) + 1)]
        for way in chosen:
            cost = repair.carried(way, self._tail, self._head)
            joins[way.part_a].append((way.part_b, way.end_a, way.end_b, cost))
            joins[way.part_b].append((way.part_a, way.end_b, way.end_a, cost))
        entry = {0: keys.root}
        order: list[tuple[int, int, int, float]] = []
        stack = [0]
        while stack:
            part = stack.pop()
            for other, here, there, cost in joins[part]:
                if other not in entry:
                    entry[other] = there
                    order.append((other, part, here, cost))
                    stack.append(other)
        behind = [0.0, *(keys.flow_kw[top] for top in tops)]
        more = 0.0
        for part, before, here, cost in reversed(order):
            top, into = tops[part - 1], entry[part]
            own = keys.flow_kw[top]
            more += own * (carried[into] - carried[top]) - 2 * (load[into] - load[top]) - own * carried[top]
            at = entry[before]
            within = carried[here] + carried[at] - 2 * carried[keys.junction(here, at)]
            more += behind[part] * (cost + within)
            behind[before] += behind[part]
        return more

    def _laid(self, ways: list[_Way], repair: _Repair) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
        """Edges of ways, and the nodes of the tree at their ends."""
        edges: list[int] = []
        for way in ways:
            edges.append(way.edge)
            for node in (self._tail[way.edge], self._head[way.edge]):
                edges += repair.back(node)
        return tuple(edges), tuple((way.end_a, way.end_b) for way in ways)


class _Parts:
    """Which part of a cut tree a node belongs to: 0 with the root, else 1 + the place of its top."""

    def __init__(self, keys: KeyTree, tops: list[int]) -> None:
        self._first = keys.first
        self._spans = [
            (keys.first[top], keys.first[top] + keys.size[top], number + 1) for number, top in enumerate(tops)
        ]
        # of tops one below the other the lower one counts
        self._spans.sort(key=lambda span: span[1] - span[0])

    def of(self, node: int) -> int:
        at = self._first[node]
        for start, end, number in self._spans:
            if start <= at < end:
                return number
        return 0


class _Repair:
    """Regions of nodes taken out of the tree, shared out among the regions around them."""

    def __init__(
        self,
        neighbours: list[list[tuple[int, float, int]]],
        found: Regions,
        parts: _Parts,
        flow_cost: list[float],
        leaf: list[bool],
    ) -> None:
        self._neighbours = neighbours
        self._regions = found
        self._parts = parts
        self._flow_cost = flow_cost
        self._leaf = leaf
        self._way: dict[int, float] = {}
        self._before: dict[int, tuple[int, int]] = {}
        self._base: dict[int, int] = {}

    def ways(self, dead: set[int], reach: float) -> Iterable[_Way]:
        """Ways through these regions between parts that cost less than `reach`."""
        members = self._regions.members
        inside = {node for base in dead for node in members[base]}
        self._share_out(inside, reach)
        way, base, outer_way, outer_base = self._way, self._base, self._regions.way, self._regions.base
        part = {own: self._parts.of(own) for own in set(base.values())}
        found = []
        for node, cost in way.items():
            own = base[node]
            own_part = part[own]
            for other, step, edge in self._neighbours[node]:
                if other in inside:
                    if other < node or other not in way:
                        continue
                    whole, there = cost + step + way[other], base[other]
                    if whole < reach and part[there] != own_part:
                        found.append(_Way(whole, own_part, part[there], edge, own, there))
                else:
                    whole, there = cost + step + outer_way[other], outer_base[other]
                    if whole < reach and there >= 0:
                        found.append(_Way(whole, own_part, self._parts.of(there), edge, own, there))
        return found

    def _share_out(self, inside: set[int], reach: float) -> None:
        """Walk after Dijkstra from the regions around into `inside`."""
        outer_way, outer_base = self._regions.way, self._regions.base
        way, before, base = self._way, self._before, self._base
        for node in inside:
            best = reach
            for other, step, edge in self._neighbours[node]:
                if other in inside or self._leaf[other] or outer_base[other] < 0:
                    continue
                if outer_way[other] + step < best:
                    best = outer_way[other] + step
                    before[node] = (other, edge)
                    base[node] = outer_base[other]
            if best < reach:
                way[node] = best
        heap = [(cost, node) for node, cost in way.items()]
        heapify(heap)
        while heap:
            cost, node = heappop(heap)
            if cost > way[node]:
                continue
            for other, step, edge in self._neighbours[node]:
                if other in inside and cost + step < way.get(other, reach):
                    way[other] = cost + step
                    before[other] = (node, edge)
                    base[other] = base[node]
                    heappush(heap, (cost + step, other))

    def back(self, node: int) -> list[int]:
        """Edges from a node to the tree."""
        edges = []
        while node in self._before:
            node, edge = self._before[node]
            edges.append(edge)
        before, own_edge = self._regions.before, self._regions.edge
        while before[node] >= 0:
            edges.append(own_edge[node])
            node = before[node]
        return edges

    def carried(self, way: _Way, tail: list[int], head: list[int]) -> float:
        """Cost of carrying one kW along a way."""
        cost = self._flow_cost[way.edge]
        for node in (tail[way.edge], head[way.edge]):
            inner = node
            while inner in self._before:
                inner, edge = self._before[inner]
                cost += self._flow_cost[edge]
            cost += self._regions.way_flow[inner]
        return cost


def _slack(limit: float) -> float:
    """Saving below which nothing is gained but rounding."""
    return 1e-11 * limit


def _last(jump: dict[int, int], node: int) -> int:
    """Node up to which all key paths are contracted."""
    end = node
    while jump[end] != end:
        end = jump[end]
    while jump[node] != end:
        jump[node], node = end, jump[node]
    return end


def _root(part: list[int], number: int) -> int:
    while part[number] != number:
        number = part[number]
    return number


def together(keys: KeyTree, moves: list[Move]) -> list[Move]:
    """Moves that can be made at once: the network stays one tree, and none needs what another takes out.

    Parameters
    ----------
    keys : KeyTree
    moves : list of Move
        The best first.

    Returns
    -------
    list of Move
        In their order.
    """
    plan = _Plan(keys)
    return [move for move in moves if plan.takes(move)]


class _Plan:
    """Which key paths are taken out, and which must stay.

    A move goes with those before if the way through the tree between the ends of each of its new ways is whole but for
    what it takes out itself. Then it stands in the tree as it is by now just as in the one it was found in, and what
    comes after must not take out what it needs.
    """

    def __init__(self, keys: KeyTree) -> None:
        self._keys = keys
        self._removed: set[int] = set()
        self._needed: set[int] = set()
        self._gone: set[int] = set()
        self._joined: set[int] = set()

    def takes(self, move: Move) -> bool:
        """Take a move in, where it goes together with those before."""
        own = set(move.removed)
        if own & self._needed or own & self._removed or move.gone in self._joined:
            return False
        needed: set[int] = set()
        for a, b in move.ends:
            way = self._between(a, b)
            if way & self._removed:
                return False
            needed |= way
        joined = {node for ends in move.ends for node in ends if self._keys.is_key[node]}
        inner = {
            self._keys.bottom[node] for ends in move.ends for node in ends if not self._keys.is_key[node]
        }
        if joined & self._gone or inner & (own | self._removed):
            return False
        self._removed |= own
        self._needed |= (needed | inner) - own
        self._joined |= joined
        if move.gone >= 0:
            self._gone.add(move.gone)
        return True

    def _between(self, a: int, b: int) -> set[int]:
        """Key paths on the way through the tree, those on which the ends lie included."""
        keys = self._keys
        a, b = keys.bottom[a], keys.bottom[b]
        found = set()
        while a != b:
            if keys.depth[a] < keys.depth[b]:
                a, b = b, a
            found.add(a)
            a = keys.up[a]
        return found


def applied(keys: KeyTree, moves: list[Move]) -> np.ndarray:
    """Edges of the tree after these moves; with loops where two new ways share a stretch."""
    left = set(keys.tree.edge.tolist())
    for move in moves:
        left.difference_update(edge for path in move.removed for edge in keys.path[path])
    left.update(edge for move in moves for edge in move.edges)
    return np.array(sorted(left), dtype=int)
