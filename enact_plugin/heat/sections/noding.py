"""Streets cut at their junctions and joined between them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from ...reference.heat_rules import heat_rule, section_classes
from ...stock.shapes import in_threads
from ..blocks.faces import line_classes, open_ends

_END_M = 1e-6
_DIGITS = 3


@dataclass(frozen=True)
class Pieces:
    """Parts of streets.

    Attributes
    ----------
    lines : ndarray of LineString, shape (n,)
    name, street_class : ndarray of object, shape (n,)
    grade : ndarray of int, shape (n,)
        0 on the ground, 1 on a bridge, −1 in a tunnel: pieces of different grade meet at their ends only.
    """

    lines: np.ndarray
    name: np.ndarray
    street_class: np.ndarray
    grade: np.ndarray

    def take(self, rows: np.ndarray, lines: np.ndarray | None = None) -> Pieces:
        """Pieces of these rows, with other lines if given."""
        return Pieces(
            self.lines[rows] if lines is None else lines,
            self.name[rows],
            self.street_class[rows],
            self.grade[rows],
        )


def usable(streets: GeoDataFrame) -> Pieces:
    """Streets along which heat could be laid, as single lines; repeated ones once."""
    classes = line_classes(streets, "street_class")
    rows = np.flatnonzero(np.isin(classes, list(section_classes())))
    lines, part = shapely.get_parts(shapely.force_2d(streets.geometry.to_numpy()[rows]), return_index=True)
    rows = rows[part]
    bridge = _flag(streets, "bridge")[rows]
    tunnel = _flag(streets, "tunnel")[rows]
    grade = np.where(bridge, 1, 0) - np.where(tunnel & ~bridge, 1, 0)
    pieces = Pieces(lines, streets["name"].to_numpy(dtype=object)[rows], classes[rows], grade)
    pieces = pieces.take(by_place(pieces.lines))
    return pieces.take(np.flatnonzero((shapely.length(pieces.lines) > 0) & ~_repeated(pieces.lines)))


def by_place(lines: np.ndarray) -> np.ndarray:
    """Order of lines that does not hang on the order in which they came; those of one junction share a corner."""
    figures = np.column_stack([shapely.length(lines), shapely.bounds(lines).reshape(-1, 4)[:, ::-1]])
    return np.lexsort(np.round(figures, _DIGITS).T)


def _repeated(lines: np.ndarray) -> np.ndarray:
    """Whether a line was there before, to the millimetre and in either direction."""
    rounded = shapely.transform(lines, lambda xy: np.round(xy, _DIGITS))
    return pd.Series(shapely.to_wkb(shapely.normalize(rounded))).duplicated().to_numpy()


def _flag(streets: GeoDataFrame, column: str) -> np.ndarray:
    if column not in streets:
        return np.zeros(len(streets), dtype=bool)
    return streets[column].fillna(False).to_numpy(dtype=bool)


def noded(pieces: Pieces) -> Pieces:
    """Cut every piece where another of the same grade crosses or meets it, and where it crosses itself."""
    lines = pieces.lines
    left, right = shapely.STRtree(lines).query(lines, predicate="intersects")
    other = left != right
    left, right = left[other], right[other]
    ends = np.concatenate([shapely.get_point(lines, 0), shapely.get_point(lines, -1)])
    same = (pieces.grade[left] == pieces.grade[right]) & (left < right)
    points, owner = meeting_points(lines, left[same], right[same])
    # a bridge and the street it leaves meet at an end of one of them
    end, line = shapely.STRtree(lines).query(ends, predicate="dwithin", distance=_END_M)
    points = np.concatenate([points, ends[end]])
    owner = np.concatenate([owner, line])
    simple = shapely.is_simple(lines)
    cut = cut_lines(lines, points, owner)
    row, parts = cut.row, cut.lines
    looped = ~simple[row]
    if looped.any():
        mended, within = shapely.get_parts(
            shapely.unary_union(parts[looped][:, None], axis=1), return_index=True
        )
        row = np.concatenate([row[~looped], row[looped][within]])
        parts = np.concatenate([parts[~looped], mended])
    good = (shapely.length(parts) > _END_M) & ~_repeated(parts)
    return pieces.take(row[good], parts[good])


def meeting_points(lines: np.ndarray, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points at which pairs of lines meet, for each line of the pair, and its row; ends of shared stretches too."""
    shared = in_threads(shapely.intersection, lines[left], lines[right])
    parts, pair = shapely.get_parts(shared, return_index=True)
    stretch = shapely.get_type_id(parts) == 1
    points = [parts[~stretch], shapely.get_point(parts[stretch], 0), shapely.get_point(parts[stretch], -1)]
    pairs = [pair[~stretch], pair[stretch], pair[stretch]]
    met, pair = np.concatenate(points), np.concatenate(pairs)
    return np.concatenate([met, met]), np.concatenate([left[pair], right[pair]])


@dataclass(frozen=True)
class CutLines:
    """Parts of lines in their order, and the row of the line each is from.

    Attributes
    ----------
    lines : ndarray of LineString, shape (p,)
    row : ndarray of int, shape (p,)
    """

    lines: np.ndarray
    row: np.ndarray


def cut_lines(lines: np.ndarray, points: np.ndarray, owner: np.ndarray) -> CutLines:
    """Cut lines at points on them; all at once, along the distance from the start of each line."""
    length = shapely.length(lines)
    at = shapely.line_locate_point(lines[owner], points)
    inner = (at > _END_M) & (at < length[owner] - _END_M)
    at, owner = at[inner], owner[inner]
    xy, vertex_row = shapely.get_coordinates(lines, return_index=True)
    step = np.hypot(*np.diff(xy, axis=0).T)
    step[vertex_row[1:] != vertex_row[:-1]] = 0.0
    run = np.r_[0.0, np.cumsum(step)]
    first = np.flatnonzero(np.r_[True, vertex_row[1:] != vertex_row[:-1]])
    along = run - run[first][vertex_row]
    cut_xy = shapely.get_coordinates(shapely.line_interpolate_point(lines[owner], at))
    # vertices and cuts together, in order along each line; a cut at a vertex takes its place
    row = np.concatenate([vertex_row, owner])
    distance = np.concatenate([along, at])
    coordinates = np.concatenate([xy, cut_xy])
    is_cut = np.concatenate([np.zeros(len(xy), dtype=bool), np.ones(len(at), dtype=bool)])
    order = np.lexsort((~is_cut, distance, row))
    row, distance, coordinates, is_cut = row[order], distance[order], coordinates[order], is_cut[order]
    new = np.r_[True, (row[1:] != row[:-1]) | (distance[1:] - distance[:-1] > _END_M)]
    cluster = np.cumsum(new) - 1
    cut_here = np.bincount(cluster, is_cut) > 0
    keep = np.flatnonzero(new)
    row, coordinates = row[keep], coordinates[keep]
    # each cut ends one part and begins the next: its point is there twice
    repeat = 1 + cut_here
    row2, xy2 = np.repeat(row, repeat), np.repeat(coordinates, repeat, axis=0)
    second = np.r_[
        False, np.repeat(np.arange(len(row)), repeat)[1:] == np.repeat(np.arange(len(row)), repeat)[:-1]
    ]
    start = second | np.r_[True, row2[1:] != row2[:-1]]
    part = np.cumsum(start) - 1
    enough = np.bincount(part)[part] > 1
    index = pd.factorize(part[enough])[0]
    built = shapely.linestrings(xy2[enough], indices=index)
    return CutLines(built, row2[enough][np.r_[True, index[1:] != index[:-1]]] if len(index) else row2[:0])


@dataclass(frozen=True)
class Nodes:
    """Nodes at the ends of pieces.

    Attributes
    ----------
    start, end : ndarray of int, shape (n,)
        Node of the first and last point of each piece; ends closer than `snap_m` are one node.
    degree : ndarray of int, shape (nodes,)
        Number of ends that meet.
    """

    start: np.ndarray
    end: np.ndarray
    degree: np.ndarray


def nodes(lines: np.ndarray) -> Nodes:
    """Nodes of pieces by the place of their ends."""
    count = len(lines)
    if not count:
        return Nodes(*np.zeros((3, 0), dtype=int))
    xy, first, last = _ends(lines)
    ends = np.concatenate([xy[first], xy[last]])
    left, right = cKDTree(ends).query_pairs(heat_rule("snap_m"), output_type="ndarray").T
    graph = coo_matrix((np.ones(len(left)), (left, right)), (len(ends), len(ends)))
    node = connected_components(graph, directed=False)[1]
    return Nodes(node[:count], node[count:], np.bincount(node))


def joined(pieces: Pieces) -> Pieces:
    """Join pieces between junctions: where exactly two ends of the same street meet, there is none.

    The part of a street that was delivered in five pieces is one section; a change of name ends a section, a change of
    class or surface does not.
    """
    if not len(pieces.lines):
        return pieces
    lines = _snapped(pieces.lines, nodes(pieces.lines))
    left = np.flatnonzero(shapely.length(lines) > heat_rule("snap_m"))
    pieces = pieces.take(left, lines[left])
    found = nodes(pieces.lines)
    row = np.tile(np.arange(len(pieces.lines)), 2)
    node = np.concatenate([found.start, found.end])
    through = found.degree[node] == 2
    row, node = row[through], node[through]
    order = np.lexsort((row, node))
    left, right = row[order][0::2], row[order][1::2]
    name = pd.Series(pieces.name).fillna("").to_numpy(dtype=object)
    same = (left != right) & (name[left] == name[right]) & (pieces.grade[left] == pieces.grade[right])
    graph = coo_matrix(
        (np.ones(int(same.sum())), (left[same], right[same])), (len(pieces.lines), len(pieces.lines))
    )
    group = connected_components(graph, directed=False)[1]
    return _merged(pieces, group)


def _ends(lines: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coordinates of lines, and the rows of the first and the last of each line."""
    xy = shapely.get_coordinates(lines)
    last = np.cumsum(shapely.get_num_coordinates(lines)) - 1
    return xy, np.r_[0, last[:-1] + 1], last


def _snapped(lines: np.ndarray, found: Nodes) -> np.ndarray:
    """Lines whose ends are moved onto their node, so that they can be joined."""
    xy, first, last = _ends(lines)
    row = np.repeat(np.arange(len(lines)), last - first + 1)
    place = np.zeros((len(found.degree), 2))
    place[found.end], place[found.start] = xy[last], xy[first]
    xy[first], xy[last] = place[found.start], place[found.end]
    return shapely.linestrings(xy, indices=row)


def _merged(pieces: Pieces, group: np.ndarray) -> Pieces:
    """One line for each group; groups of one cost nothing. The class is that of the longest piece."""
    length = shapely.length(pieces.lines)
    order = np.lexsort((-length, group))
    first = order[np.r_[True, group[order][1:] != group[order][:-1]]]
    lines = pieces.lines[first].copy()
    several = np.bincount(group) > 1
    rows = np.flatnonzero(several[group])
    if len(rows):
        rows = rows[np.argsort(group[rows], kind="stable")]
        ordered = group[rows]
        number = pd.factorize(ordered)[0]
        bundles = shapely.multilinestrings(pieces.lines[rows], indices=number)
        lines[group[first].searchsorted(np.unique(ordered))] = shapely.line_merge(bundles)
    return pieces.take(first, lines)


def street_pieces(streets: GeoDataFrame) -> Pieces:
    """Sections of streets: cut at every junction, joined between them, gaps at open ends closed."""
    pieces = usable(streets)
    if not len(pieces.lines):
        return pieces
    extra = open_ends(pieces.lines).bridges
    if len(extra):  # a closed gap belongs to the street whose end it starts from
        owner = shapely.STRtree(pieces.lines).nearest(shapely.get_point(extra, 0))
        gaps = pieces.take(owner, extra)
        pieces = Pieces(
            np.concatenate([pieces.lines, gaps.lines]),
            np.concatenate([pieces.name, gaps.name]),
            np.concatenate([pieces.street_class, gaps.street_class]),
            np.concatenate([pieces.grade, gaps.grade]),
        )
    made = joined(noded(pieces))
    # of a triangle as small as a junction two sides may fall on each other when their ends become one node
    return made.take(np.flatnonzero(~_repeated(made.lines)))
