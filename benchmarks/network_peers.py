"""Runs in an environment of its own: a Steiner tree by networkx or rustworkx on the graph of a file.

Prints seconds and cost of the tree as JSON; the graph (nodes, tail, head, cost, terminals) comes from numpy's file.
"""

import json
import sys
import time

import numpy as np


def by_networkx(
    tail: np.ndarray, head: np.ndarray, cost: np.ndarray, terminals: np.ndarray
) -> tuple[float, float]:
    """Mehlhorn's heuristic, networkx's fastest."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_weighted_edges_from(zip(tail.tolist(), head.tolist(), cost.tolist()))
    started = time.perf_counter()
    tree = nx.approximation.steiner_tree(graph, terminals.tolist(), method="mehlhorn")
    return time.perf_counter() - started, tree.size(weight="weight")


def by_rustworkx(
    tail: np.ndarray, head: np.ndarray, cost: np.ndarray, terminals: np.ndarray
) -> tuple[float, float]:
    """Rustworkx' own."""
    import rustworkx as rx

    graph = rx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(int(max(tail.max(), head.max())) + 1))
    graph.add_edges_from(list(zip(tail.tolist(), head.tolist(), cost.tolist())))
    started = time.perf_counter()
    tree = rx.steiner_tree(graph, terminals.tolist(), float)
    return time.perf_counter() - started, sum(tree.edges())


def main() -> None:
    """Solve the file of the second argument by the library of the first."""
    data = np.load(sys.argv[2])
    solve = {"networkx": by_networkx, "rustworkx": by_rustworkx}[sys.argv[1]]
    seconds, cost = solve(data["tail"], data["head"], data["cost"], data["terminals"])
    print(json.dumps({"seconds": seconds, "cost": cost}))


if __name__ == "__main__":
    main()
