"""Streets and the blocks between them: the plan's lines cut, noded and bent."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from .curves import Noise, Warp
from .division import Grain, divide
from .growth import Quarters
from .kinds import quarter_kinds
from .plan import GRID_M, Plan, Sources, line_of
from .scale import Scale

STEP_M = 14.0
"""Spacing of vertices on bent streets."""
SHORT_M = 0.3
"""Segments shorter than this vanish; their ends become one junction."""
CARRIAGEWAY_HALF_M = {
    "primary": 4.5, "secondary": 4.0, "tertiary": 3.25, "residential": 2.75, "living_street": 2.0, "track": 1.5,
}  # fmt: skip


@dataclass(frozen=True)
class Network:
    """Street segments between junctions, and blocks.

    Attributes
    ----------
    line : ndarray of LineString, shape (s,)
        Bent, running in the direction of the house numbers.
    street : ndarray of int, shape (s,)
    rank : ndarray of str, shape (s,)
    bridge, tunnel : ndarray of bool, shape (s,)
    chainage_m : ndarray, shape (s,)
        Where the segment begins on its street.
    segment_quarter : ndarray of int, shape (s, 2)
        Quarter on the left and on the right; −1 where none.
    node : ndarray of int, shape (s, 2)
        Junctions at the start and the end.
    block : ndarray of Polygon, shape (b,)
        Bent; between street axes.
    block_quarter : ndarray of int, shape (b,)
    """

    line: np.ndarray
    street: np.ndarray
    rank: np.ndarray
    bridge: np.ndarray
    tunnel: np.ndarray
    chainage_m: np.ndarray
    segment_quarter: np.ndarray
    node: np.ndarray
    block: np.ndarray
    block_quarter: np.ndarray
    bend: Bend


def united(polygons: np.ndarray) -> shapely.Geometry:
    """Union of polygons, on the grid."""
    return shapely.union_all(polygons, grid_size=GRID_M)


def _mended(polygons: np.ndarray) -> np.ndarray:
    """Bending may make the outline of a sliver cross itself; such polygons are mended, all else stays as it is."""
    broken = ~shapely.is_valid(polygons)
    if broken.any():
        polygons[broken] = shapely.buffer(polygons[broken], 0)
    return polygons


@dataclass(frozen=True)
class Bend:
    """Bends the straight plan: the warp of the whole town and a wave inside each quarter that ends at its border."""

    warp: Warp
    wave: tuple[Noise, Noise]
    border: np.ndarray
    amplitude_m: np.ndarray

    def __call__(self, geometry: np.ndarray, quarter: np.ndarray) -> np.ndarray:
        """Bent geometries; `quarter` says whose wave moves each of them (−1: none)."""
        fine = shapely.segmentize(geometry, STEP_M)
        points, index = shapely.get_coordinates(fine, return_index=True)
        whose = quarter[index]
        shift = np.zeros_like(points)
        moved = np.flatnonzero((whose >= 0) & (self.amplitude_m[whose] > 0))
        if len(moved):
            depth = shapely.distance(shapely.points(points[moved]), self.border[whose[moved]])
            share = np.clip(depth / 50.0, 0, 1)
            reach = (self.amplitude_m[whose[moved]] * share * share * (3 - 2 * share))[:, None]
            shift[moved] = reach * np.stack([wave(points[moved]) for wave in self.wave], axis=1)
        return _mended(shapely.set_coordinates(np.array(fine, copy=True), self.warp(points + shift)))


def build_network(scale: Scale, plan: Plan, quarters: Quarters, outside: Sources) -> Network:
    """Lay the inner streets of the built quarters and node everything.

    `outside` are the plan's lines, with the streets of the villages.
    """
    rng = scale.stream("blocks")
    sources = _with_inner_streets(plan, quarters, outside, rng)
    noded = _lines(shapely.union_all(np.array(sources.lines), grid_size=GRID_M))
    origin = line_of(noded, np.array(sources.lines))
    noded, origin = noded[origin >= 0], origin[origin >= 0]
    face = shapely.get_parts(shapely.polygonize(noded))
    face_quarter = _quarter_of(shapely.point_on_surface(face), quarters.polygon)
    sides = _sides(noded, face, face_quarter)
    rank = np.array(sources.rank, dtype=object)[origin]
    street = np.array(sources.street)[origin]
    keep, rank = _streets_only(rank, sides, quarters.built, _tracks(scale, noded))
    keep &= _connected(noded, keep)
    noded, chainage = _directed(noded, street, _full_lines(plan, sources))
    junction, short = _merged_nodes(noded, keep)
    keep &= ~short
    inner = np.where(sides[:, 0] == sides[:, 1], sides[:, 0], -1)
    reached = np.zeros(len(quarters.built) + 1, dtype=bool)
    reached[sides[keep].ravel()] = True
    built_face = (face_quarter >= 0) & (quarters.built & reached[:-1])[face_quarter]
    node = np.unique(junction[keep], return_inverse=True)[1].reshape(-1, 2)
    bend, bent = _bent(scale, plan, quarters, (noded[keep], inner[keep], node))
    base = np.array(
        [name.partition("_bridge")[0].partition("_tunnel")[0] for name in rank[keep]], dtype=object
    )
    return Network(
        line=bent,
        street=street[keep],
        rank=base,
        bridge=np.array([name.endswith("_bridge") for name in rank[keep]]),
        tunnel=np.array([name.endswith("_tunnel") for name in rank[keep]]),
        chainage_m=chainage[keep],
        segment_quarter=sides[keep],
        node=node,
        block=bend(face[built_face], face_quarter[built_face]),
        block_quarter=face_quarter[built_face],
        bend=bend,
    )


def _bent(
    scale: Scale, plan: Plan, quarters: Quarters, straight: tuple[np.ndarray, np.ndarray, np.ndarray]
) -> tuple[Bend, np.ndarray]:
    """Bend the segments (lines, quarter, junctions) as far as they do not come to cross each other."""
    lines, quarter, node = straight
    wave = (Noise.of(scale.stream("wave-east"), 330.0, 4), Noise.of(scale.stream("wave-north"), 330.0, 4))
    border = shapely.get_exterior_ring(quarters.polygon)
    amplitude = np.array([quarter_kinds()[kind].wave_m for kind in quarters.kind])
    for share in (1.0, 0.75, 0.5, 0.3, 0.15, 0.0):
        bend = Bend(plan.warp.eased(share), wave, border, share * amplitude)
        bent = _joined(node, bend(lines, quarter))
        if not shapely.STRtree(bent).query(bent, predicate="crosses").shape[1]:
            break
    return bend, bent


def _lines(geometry: shapely.Geometry) -> np.ndarray:
    parts = shapely.get_parts(geometry)
    return parts[shapely.get_type_id(parts) == 1]


def _with_inner_streets(plan: Plan, quarters: Quarters, given: Sources, rng: np.random.Generator) -> Sources:
    """Return the plan's lines and the streets that cut the built quarters into blocks."""
    sources = Sources(list(given.lines), list(given.street), list(given.rank), given.next_street)
    kinds = quarter_kinds()
    for i in np.sort(quarters.order).tolist():
        kind = kinds[quarters.kind[i]]
        spread = rng.uniform(0.9, 1.12)
        grain = Grain(
            kind.block_width_m * spread,
            kind.block_length_m * rng.uniform(0.8, 1.25),
            kind.jitter,
            kind.turn_rad,
        )
        _, cuts = divide(plan.quarters[i], grain, rng)
        for cut in cuts:
            sources.add(shapely.LineString(cut), "residential")
    return sources


def _quarter_of(points: np.ndarray, polygons: np.ndarray) -> np.ndarray:
    found = np.full(len(points), -1)
    index, quarter = shapely.STRtree(polygons).query(points, predicate="intersects")
    found[index] = quarter
    return found


def _sides(lines: np.ndarray, face: np.ndarray, face_quarter: np.ndarray) -> np.ndarray:
    """Quarter left and right of each segment, shape (s, 2)."""
    length = shapely.length(lines)
    middle = shapely.get_coordinates(shapely.line_interpolate_point(lines, length / 2))
    ahead = shapely.get_coordinates(
        shapely.line_interpolate_point(lines, length / 2 + np.minimum(0.5, length / 4))
    )
    way = (ahead - middle) / np.hypot(*(ahead - middle).T)[:, None]
    normal = np.stack([-way[:, 1], way[:, 0]], axis=1)
    tree = shapely.STRtree(face)
    found = np.full((len(lines), 2), -1)
    for column, sign in enumerate((1, -1)):
        index, where = tree.query(shapely.points(middle + sign * 0.25 * normal), predicate="intersects")
        found[index, column] = face_quarter[where]
    return found


def _streets_only(
    rank: np.ndarray, sides: np.ndarray, built: np.ndarray, track: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Which segments are streets; borders of fields are dropped or become tracks."""
    beside = ((sides >= 0) & built[sides]).any(axis=1)
    main = np.array([name.startswith(("primary", "secondary", "lane")) for name in rank])
    edge = rank == "edge"
    track = track & ~beside & ~main & ~edge
    rank = rank.copy()
    rank[track] = "track"
    rank[rank == "lane"] = "residential"
    return (beside | main | track) & ~edge, rank


def _tracks(scale: Scale, lines: np.ndarray) -> np.ndarray:
    """Where the borders of fields are tracks: in some parts of the municipality."""
    noise = Noise.of(scale.stream("tracks"), 3 * scale.quarter_m)
    return noise(shapely.get_coordinates(shapely.line_interpolate_point(lines, 0.5, normalized=True))) > 0.25


def _ends(lines: np.ndarray) -> np.ndarray:
    """Both end points of lines as integers on the grid, shape (s, 2, 2)."""
    ends = np.stack([shapely.get_coordinates(shapely.get_point(lines, end)) for end in (0, -1)], axis=1)
    return np.round(ends / GRID_M).astype(np.int64)


def _nodes(lines: np.ndarray) -> np.ndarray:
    """Numbers of the junctions at both ends of lines, shape (s, 2)."""
    _, node = np.unique(_ends(lines).reshape(-1, 2), axis=0, return_inverse=True)
    return node.reshape(-1, 2)


def _labels(pairs: np.ndarray, count: int) -> np.ndarray:
    """For each of `count` nodes the lowest number among those it is joined with by pairs, shape (n, 2)."""
    label = np.arange(count)
    while len(pairs):
        low = np.minimum(label[pairs[:, 0]], label[pairs[:, 1]])
        new = label.copy()
        np.minimum.at(new, pairs[:, 0], low)
        np.minimum.at(new, pairs[:, 1], low)
        new = new[new]
        if (new == label).all():
            break
        label = new
    return label


def _merged_nodes(lines: np.ndarray, keep: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Junctions a hand's breadth apart become one: numbers for both ends of all lines, and the lines that vanish."""
    node = _nodes(lines)
    length = shapely.length(lines)
    short = keep & (length < SHORT_M)
    merged = _labels(node[short], int(node.max()) + 1)[node]
    # what began and ended at two junctions that became one, has become a point
    return merged, keep & (length < (merged[:, 0] == merged[:, 1]) * 4 * SHORT_M + SHORT_M)


def _joined(node: np.ndarray, bent: np.ndarray) -> np.ndarray:
    """Give lines that meet the very same end points, and thin out their vertices."""
    bent = shapely.simplify(bent, 0.15)
    points, index = shapely.get_coordinates(bent, return_index=True)
    first = np.searchsorted(index, np.arange(len(bent)))
    last = np.append(first[1:], len(points)) - 1
    place = np.zeros((node.max() + 1, 2))
    place[node[:, 1]] = points[last]
    place[node[:, 0]] = points[first]
    points[first], points[last] = place[node[:, 0]], place[node[:, 1]]
    return shapely.linestrings(points, indices=index)


def _connected(lines: np.ndarray, keep: np.ndarray) -> np.ndarray:
    """Segments of the largest connected part of the network."""
    node = _nodes(lines[keep])
    part = _labels(node, int(node.max()) + 1)[node[:, 0]]
    result = np.zeros(len(lines), dtype=bool)
    result[np.flatnonzero(keep)] = part == np.bincount(part).argmax()
    return result


def _full_lines(plan: Plan, sources: Sources) -> np.ndarray:
    """For each street number the whole line along which its house numbers count."""
    full = np.empty(max(sources.street) + 1, dtype=object)
    full[sources.street] = sources.lines
    for number, line in plan.full.items():
        full[number] = line
    return full


def _directed(lines: np.ndarray, street: np.ndarray, full: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turn each segment into the direction of its street; with the distance of its start from the street's start."""
    whole = full[street]
    start = shapely.line_locate_point(whole, shapely.get_point(lines, 0))
    end = shapely.line_locate_point(whole, shapely.get_point(lines, -1))
    middle = shapely.line_locate_point(whole, shapely.line_interpolate_point(lines, 0.5, normalized=True))
    # on a closed street the first point is also the last: judge by the middle
    backwards = np.where(np.abs(end - start) > 1.5 * shapely.length(lines), end < middle, end < start)
    directed = np.where(backwards, shapely.reverse(lines), lines)
    return directed, np.minimum(np.minimum(start, end), middle)
