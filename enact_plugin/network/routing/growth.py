"""A first network: it grows from the source, each time to the building that is cheapest to reach."""

from __future__ import annotations

from heapq import heappop, heappush

import numpy as np

from ...progress import SILENT, Progress
from .graph import Adjacency, Nodes

_LOOK_EVERY = 20_000


def grow(adjacency: Adjacency, nodes: Nodes, progress: Progress = SILENT) -> np.ndarray:
    """Tree from the root to all terminals by the shortest-path heuristic.

    Takahashi, Matsuyama (1980): An approximate solution for the Steiner problem in graphs, Math. Japonica 24, 573-577;
    at most twice as dear as the cheapest. One walk after Dijkstra from the growing tree: when a terminal is
    reached, the way to it joins the tree at distance zero and the walk goes on.

    Parameters
    ----------
    adjacency : Adjacency
    nodes : Nodes
    progress : Progress
        Asked for a cancel now and then.

    Returns
    -------
    ndarray of int
        Edges of the tree; terminals that no edge leads to are not in it.
    """
    neighbours = adjacency.of
    infinite = float("inf")
    distance = [infinite] * len(neighbours)
    came_from = [-1] * len(neighbours)
    by_edge = [-1] * len(neighbours)
    wanted = nodes.terminal.tolist()
    leaf = nodes.leaf.tolist()
    wanted[nodes.root] = False
    left = sum(wanted)
    distance[nodes.root] = 0.0
    heap = [(0.0, nodes.root)]
    edges: list[int] = []
    steps = 0
    while heap and left:
        way, node = heappop(heap)
        if way > distance[node]:
            continue
        steps += 1
        if steps % _LOOK_EVERY == 0:
            progress(0.0)
        if wanted[node]:
            # distance zero and no edge to come by mark what is in the tree
            while by_edge[node] >= 0:
                edges.append(by_edge[node])
                by_edge[node] = -1
                distance[node] = 0.0
                if wanted[node]:
                    wanted[node] = False
                    left -= 1
                if not leaf[node]:
                    heappush(heap, (0.0, node))
                node = came_from[node]
            continue
        for other, cost, edge in neighbours[node]:
            reached = way + cost
            if reached < distance[other]:
                distance[other] = reached
                came_from[other] = node
                by_edge[other] = edge
                heappush(heap, (reached, other))
    return np.array(edges, dtype=int)
