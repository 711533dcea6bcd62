"""Streets, routes and service lines cut and joined to the graph on which a network is sought."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy as np
import shapely
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ...errors import EnactError
from ...heat.sections.noding import CutLines, cut_lines
from ...progress import SILENT, Progress
from ...reference.network_tables import crossing_cost, network_rule, trench_factors
from .services import Ground, Services, service_lines

NONE = -1
_MAJOR = ("primary", "secondary")


class Edge(Enum):
    """What an edge of the graph is."""

    STREET = "street"
    ROUTE = "route"
    SERVICE = "service"
    EXISTING = "existing"


@dataclass(frozen=True)
class Lines:
    """Lines along which pipes may be laid, before they are cut.

    Attributes
    ----------
    line : ndarray of LineString, shape (n,)
    kind : ndarray of Edge, shape (n,)
    street_class, name, key : ndarray of object, shape (n,)
        Class and name of the street, key of the section; None for what is no street.
    """

    line: np.ndarray
    kind: np.ndarray
    street_class: np.ndarray
    name: np.ndarray
    key: np.ndarray

    def take(self, rows: np.ndarray, line: np.ndarray | None = None) -> Lines:
        """Lines of these rows, with other shapes if given."""
        return Lines(
            self.line[rows] if line is None else line,
            self.kind[rows],
            self.street_class[rows],
            self.name[rows],
            self.key[rows],
        )

    def and_also(self, other: Lines) -> Lines:
        """These and others."""
        return Lines(
            *(
                np.concatenate([getattr(self, name), getattr(other, name)])
                for name in ("line", "kind", "street_class", "name", "key")
            )
        )


def lines_of(shapes: np.ndarray, kind: Edge, **columns: np.ndarray) -> Lines:
    """Single lines of shapes; `street_class`, `name`, `key` by shape where there are any."""
    parts, row = shapely.get_parts(shapely.force_2d(shapes), return_index=True)
    keep = shapely.length(parts) > 0
    parts, row = parts[keep], row[keep]
    none = np.full(len(shapes), None, dtype=object)
    return Lines(
        parts,
        np.full(len(parts), kind, dtype=object),
        *(columns.get(name, none)[row] for name in ("street_class", "name", "key")),
    )


@dataclass(frozen=True)
class GroundCost:
    """What is dug up.

    Attributes
    ----------
    shape : ndarray of geometry, shape (g,)
    factor : ndarray of float, shape (g,)
        On the cost of a trench.
    """

    shape: np.ndarray
    factor: np.ndarray


@dataclass(frozen=True)
class Wishes:
    """What the planner says about where pipes may run.

    Attributes
    ----------
    forbidden : ndarray of geometry
        No pipe crosses them.
    preferred : ndarray of geometry
        Lines and areas in which a trench costs `preferred_factor` times as much.
    preferred_factor : float
    existing_factor : float
        What an existing pipe costs of a new one in its place: zero as it lies, more where it must be enlarged.
    crossings : dict
        Kind of barrier (`rail`, `waterway`) to its lines.
    grounds : dict
        Kind of edge to what is dug up under it: surfaces of streets, land use on other routes.
    """

    forbidden: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=object))
    preferred: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=object))
    preferred_factor: float = 1.0
    existing_factor: float = 0.0
    crossings: dict[str, np.ndarray] = field(default_factory=dict)
    grounds: dict[Edge, GroundCost] = field(default_factory=dict)


@dataclass(frozen=True)
class Houses:
    """Buildings that might be connected, and what stands around.

    Attributes
    ----------
    outline : ndarray of Polygon, shape (b,)
    own : ndarray of int, shape (b,)
        Place of each among the obstacles.
    obstacles : ndarray of Polygon, shape (o,)
    obstacle_property : ndarray of int, shape (o,)
        Property of each; negative where it is not known.
    """

    outline: np.ndarray
    own: np.ndarray
    obstacles: np.ndarray
    obstacle_property: np.ndarray


@dataclass(frozen=True)
class Layout:
    """Graph of possible trenches with its geometry.

    Attributes
    ----------
    lines : Lines, n edges
    tail, head : ndarray of int, shape (n,)
    node_xy : ndarray of float, shape (k, 2)
    factor : ndarray of float, shape (n,)
        On the cost per metre: surface, wishes, way through a building.
    extra_eur : ndarray of float, shape (n,)
        Crossings.
    passes : ndarray of bool, shape (n,)
        Service line through a building of the same property.
    house_node : ndarray of int, shape (b,)
        Node of each building; `NONE` without a service line.
    access : ndarray of Access, shape (b,)
    """

    lines: Lines
    tail: np.ndarray
    head: np.ndarray
    node_xy: np.ndarray
    factor: np.ndarray
    extra_eur: np.ndarray
    passes: np.ndarray
    house_node: np.ndarray
    access: np.ndarray

    @property
    def length_m(self) -> np.ndarray:
        """Length of each edge."""
        return shapely.length(self.lines.line)

    def is_house(self) -> np.ndarray:
        """Whether each node is a building, shape (k,)."""
        houses = np.zeros(len(self.node_xy), dtype=bool)
        houses[self.house_node[self.house_node != NONE]] = True
        return houses

    def street_components(self) -> np.ndarray:
        """Part of the streets, routes and pipes that each node belongs to; a house alone is one, shape (k,)."""
        along = self.lines.kind != Edge.SERVICE
        count = len(self.node_xy)
        pairs = (self.tail[along], self.head[along])
        return connected_components(coo_matrix((np.ones(len(pairs[0])), pairs), (count, count)), False)[1]

    def node_near(self, points: np.ndarray, among: np.ndarray) -> np.ndarray:
        """Nearest of the nodes marked in `among` to each point."""
        rows = np.flatnonzero(among)
        return rows[cKDTree(self.node_xy[rows]).query(points)[1]]


def layout(lines: Lines, houses: Houses, wishes: Wishes, progress: Progress = SILENT) -> Layout:
    """Make the graph of possible trenches.

    Lines are cut where service lines and further routes meet them; ends closer than `snap_m` are one node.

    Parameters
    ----------
    lines : Lines
        Streets cut at their junctions, further routes, existing pipes.
    houses : Houses
    wishes : Wishes
    progress : Progress

    Returns
    -------
    Layout

    Raises
    ------
    EnactError
        ``network_without_streets``.
    """
    lines = _allowed(_noded(lines), wishes)
    if not len(lines.line):
        raise EnactError("network_without_streets")
    barriers = [wishes.crossings[kind] for kind in sorted(wishes.crossings)]
    barriers = np.concatenate(barriers) if barriers else np.zeros(0, dtype=object)
    barriers = np.concatenate([barriers, wishes.forbidden])
    ground = Ground(lines.line, lines.name, houses.obstacles, houses.obstacle_property, barriers)
    services = service_lines(ground, houses.outline, houses.own, progress.part(0.1, 0.7))
    pieces = _cut_at(lines, services)
    progress(0.8)
    return _joined(pieces, services, wishes, len(houses.outline))


def _noded(lines: Lines) -> Lines:
    """Streets and further routes cut where they meet each other; streets among themselves are cut already."""
    further = np.flatnonzero(lines.kind != Edge.STREET)
    if not len(further):
        return lines
    snap = network_rule("snap_m")
    tree = shapely.STRtree(lines.line)
    row, other = tree.query(lines.line[further], predicate="intersects")
    row = further[row]
    different = row != other
    row, other = row[different], other[different]
    shared, pair = shapely.get_parts(
        shapely.intersection(lines.line[row], lines.line[other]), return_index=True
    )
    point = shapely.get_type_id(shared) == 0
    points = [shared[point], shared[point]]
    owner = [row[pair[point]], other[pair[point]]]
    # an end that all but touches a street joins it
    ends = np.concatenate(
        [shapely.get_point(lines.line[further], 0), shapely.get_point(lines.line[further], -1)]
    )
    end, near = tree.query(ends, predicate="dwithin", distance=snap)
    touching = near != np.tile(further, 2)[end]
    points.append(ends[end[touching]])
    owner.append(near[touching])
    cut: CutLines = cut_lines(lines.line, np.concatenate(points), np.concatenate(owner))
    return lines.take(cut.row, cut.lines)


def _allowed(lines: Lines, wishes: Wishes) -> Lines:
    """Lines that cross nothing forbidden; a line is cut at the border of a forbidden area, what lies outside stays."""
    if not len(wishes.forbidden):
        return lines
    row, _ = shapely.STRtree(wishes.forbidden).query(lines.line, predicate="intersects")
    touched = np.unique(row)
    if not len(touched):
        return lines
    # wider than the tolerance within which ends become one node, or they would be joined again
    wide = shapely.union_all(shapely.buffer(wishes.forbidden, network_rule("snap_m")))
    outside = shapely.difference(lines.line[touched], wide)
    parts, back = shapely.get_parts(outside, return_index=True)
    keep = (shapely.length(parts) > 0) & (shapely.get_type_id(parts) == 1)
    rest = np.setdiff1d(np.arange(len(lines.line)), touched)
    return lines.take(rest).and_also(lines.take(touched[back[keep]], parts[keep]))


def _cut_at(lines: Lines, services: Services) -> Lines:
    """Lines cut where service lines meet them."""
    if not len(services.line):
        return lines
    cut = cut_lines(lines.line, shapely.get_point(services.line, -1), services.street)
    return lines.take(cut.row, cut.lines)


def _joined(pieces: Lines, services: Services, wishes: Wishes, count: int) -> Layout:
    """Nodes at the ends, costs of edges."""
    none = np.full(len(services.line), None, dtype=object)
    service = Lines(services.line, np.full(len(none), Edge.SERVICE, dtype=object), none, none, none)
    edges = pieces.and_also(service)
    along = len(pieces.line)
    first = shapely.get_coordinates(shapely.get_point(edges.line, 0))
    last = shapely.get_coordinates(shapely.get_point(edges.line, -1))
    ends = np.concatenate([first[:along], last])
    node = _snapped(ends)
    xy = np.zeros((node.max() + 1, 2)) if len(node) else np.zeros((0, 2))
    xy[node[::-1]] = ends[::-1]
    houses = np.unique(services.building)
    house_node = np.full(count, NONE)
    house_node[houses] = len(xy) + np.arange(len(houses))
    tail = np.concatenate([node[:along], house_node[services.building]])
    spot = np.zeros((len(houses), 2))
    spot[house_node[services.building][::-1] - len(xy)] = first[along:][::-1]
    factors = trench_factors()
    classes = [
        kind.value if kind in (Edge.ROUTE, Edge.SERVICE) else (street_class or "unknown")
        for kind, street_class in zip(edges.kind, edges.street_class)
    ]
    factor = np.array([factors.get(name, factors["unknown"]) for name in classes])
    passes = np.concatenate([np.zeros(along, dtype=bool), services.passes])
    factor = factor * np.where(passes, network_rule("same_parcel_factor"), 1.0)
    factor = factor * np.where(_within(edges.line, wishes.preferred), wishes.preferred_factor, 1.0)
    for kind, ground in wishes.grounds.items():
        of_kind = edges.kind == kind
        factor[of_kind] *= _ground_factor(edges.line[of_kind], ground)
    head = node[along:]
    extra = _crossings(edges.line, wishes) + _across_major(edges, tail, head)
    existing = edges.kind == Edge.EXISTING
    return Layout(
        edges,
        tail,
        head,
        np.concatenate([xy, spot]),
        np.where(existing, wishes.existing_factor, factor),
        np.where(existing, 0.0, extra),
        passes,
        house_node,
        services.access,
    )


def _snapped(ends: np.ndarray) -> np.ndarray:
    """Node of each end: ends closer than `snap_m` are one."""
    left, right = cKDTree(ends).query_pairs(network_rule("snap_m"), output_type="ndarray").T
    pairs = coo_matrix((np.ones(len(left)), (left, right)), (len(ends), len(ends)))
    return connected_components(pairs, directed=False)[1]


def _ground_factor(lines: np.ndarray, ground: GroundCost) -> np.ndarray:
    """Factor of what lies under the middle of each line; one where nothing is known."""
    factor = np.ones(len(lines))
    if len(lines) and len(ground.shape):
        middle = shapely.line_interpolate_point(lines, 0.5, normalized=True)
        tree = shapely.STRtree(ground.shape)
        row, place = tree.query_nearest(middle, max_distance=network_rule("snap_m"), all_matches=False)
        factor[row] = ground.factor[place]
    return factor


def _within(lines: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """Whether the middle of each line lies in or on one of the shapes."""
    found = np.zeros(len(lines), dtype=bool)
    if len(shapes):
        middle = shapely.line_interpolate_point(lines, 0.5, normalized=True)
        row, _ = shapely.STRtree(shapes).query(middle, predicate="dwithin", distance=network_rule("snap_m"))
        found[row] = True
    return found


def _crossings(lines: np.ndarray, wishes: Wishes) -> np.ndarray:
    """Cost of the rails and waters that each line crosses."""
    cost = np.zeros(len(lines))
    for kind, barriers in wishes.crossings.items():
        if len(barriers):
            row, _ = shapely.STRtree(barriers).query(lines, predicate="crosses")
            cost += np.bincount(row, minlength=len(lines)) * crossing_cost(kind)
    return cost


def _across_major(edges: Lines, tail: np.ndarray, head: np.ndarray) -> np.ndarray:
    """Half the cost of crossing a major road for each minor edge that ends on one.

    Who turns off the major road pays a half, who crosses it pays two.
    """
    major = np.isin(edges.street_class, _MAJOR)
    on_major = np.zeros(int(max(tail.max(), head.max())) + 1, dtype=bool)
    on_major[tail[major]] = on_major[head[major]] = True
    minor = ~major & (edges.kind != Edge.SERVICE)
    ends = on_major[tail].astype(int) + on_major[head]
    return np.where(minor, ends * crossing_cost("major_road") / 2, 0.0)
