"""Routing of heat networks: the first network at two sizes beside networkx and rustworkx; the search on known tasks.

The graph is a made-up town: a bent grid of streets with gaps, each customer with three links to the streets around it.
`seconds` is from the arrays of the graph to the tree (reduction, growth, spanning tree, pruning), the smallest of three
runs in a process of its own; `peak_mib` is the peak of that process with the graph and all libraries. The peers (in an
environment under build/) get the same graph, built before the clock starts; each is stopped after ten minutes. `vs_…`
is their time by ours. `steiner` gives the mean gap to the proven optimum over the three unreduced tasks (PACE 2018), at
the start and after 5, 15 and 60 s of search; `sizing_2000_ms` is the sizing of 2,000 pipes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import venv
from pathlib import Path
from typing import Any

import numpy as np
from common import BUILD, ROOT, measure, report

SIZES = {"n50k": (50_000, 5_000), "n313k": (313_000, 60_000)}
BUDGETS = (5, 15, 60)
PEERS = ROOT / "build" / "network-peers"
PEER_LIMIT_S = 600
PACKAGES = ("networkx==3.4.2", "rustworkx==0.16.0", "numpy<2.3")
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "network")]


def town(nodes: int, customers: int, seed: int = 1) -> dict[str, np.ndarray]:
    """Graph of streets with links to customers; the customers come last."""
    random = np.random.default_rng(seed)
    wide = int(np.sqrt(nodes - 4 * customers))
    junctions = wide * wide
    x, y = (axis.ravel() * 80.0 + random.uniform(-25, 25, junctions) for axis in np.mgrid[:wide, :wide])
    number = np.arange(junctions).reshape(wide, wide)
    pairs = np.concatenate(
        [
            np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1),
            np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1),
        ]
    )
    pairs = pairs[random.random(len(pairs)) > 0.12]
    # each customer is joined to three streets near a junction; what a street is joined at cuts it
    at = random.integers(0, junctions, customers)
    by_node = np.argsort(pairs.ravel(), kind="stable")
    first = np.searchsorted(pairs.ravel()[by_node], at)
    street = by_node[np.minimum(first[:, None] + np.arange(3), len(by_node) - 1)] // 2
    share = random.uniform(0.05, 0.95, street.shape)
    linked, along = street.ravel(), share.ravel()
    order = np.lexsort((along, linked))
    linked, along = linked[order], along[order]
    attach = junctions + np.arange(len(linked))
    new = np.r_[True, linked[1:] != linked[:-1]]
    last = np.r_[new[1:], True]
    length = np.hypot(x[pairs[:, 0]] - x[pairs[:, 1]], y[pairs[:, 0]] - y[pairs[:, 1]])
    before = np.where(new, pairs[linked, 0], np.r_[-1, attach[:-1]])
    gap = (along - np.where(new, 0.0, np.r_[0.0, along[:-1]])) * length[linked]
    whole = np.setdiff1d(np.arange(len(pairs)), linked)
    house = junctions + len(linked) + np.repeat(np.arange(customers), 3)[order]
    tail = np.concatenate([before, attach[last], pairs[whole, 0], attach])
    head = np.concatenate([attach, pairs[linked[last], 1], pairs[whole, 1], house])
    cost = np.concatenate(
        [gap, (1 - along[last]) * length[linked[last]], length[whole], random.uniform(5, 25, len(attach))]
    )
    terminals = junctions + len(linked) + np.arange(customers)
    return {"tail": tail, "head": head, "cost": cost, "terminals": np.r_[0, terminals]}


def construct(path: Path) -> dict[str, float]:
    """Time of the first network, smallest of three."""
    from known_networks import is_tree

    from enact_plugin.network.routing.graph import Adjacency, Nodes, RoutingGraph
    from enact_plugin.network.routing.growth import grow
    from enact_plugin.network.routing.reduction import reduced
    from enact_plugin.network.routing.tree import spanned

    data = np.load(path)
    tail, head, cost, terminals = (data[name] for name in ("tail", "head", "cost", "terminals"))
    count = int(max(tail.max(), head.max())) + 1
    graph = RoutingGraph(count, tail, head, cost, np.zeros(len(cost)))
    terminal = np.zeros(count, dtype=bool)
    terminal[terminals] = True
    nodes = Nodes(int(terminals[0]), terminal, np.zeros(count, dtype=bool), np.zeros(count))
    best, tree = np.inf, np.zeros(0, dtype=int)
    for _ in range(3):
        started = time.perf_counter()
        small = reduced(graph, nodes)
        edges = spanned(small.graph, grow(Adjacency(small.graph), small.nodes), small.nodes)
        tree = small.edges_of(edges)
        best = min(best, time.perf_counter() - started)
    return {
        "nodes": count,
        "edges": len(tail),
        "customers": len(terminals) - 1,
        "seconds": best,
        "cost": float(cost[tree].sum()),
        "is_tree": float(is_tree(graph, tree, terminals)),
    }


def peers() -> Path:
    """Python of the environment with the peers; made once."""
    python = PEERS / "bin" / "python"
    if not python.exists():
        venv.create(PEERS, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True, env=_own())
    return python


def _own() -> dict[str, str]:
    """Environment without the packages of this process."""
    return {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}


def peer(name: str, path: Path) -> dict[str, float | None]:
    """A peer on the same graph; nothing where it takes longer than the limit."""
    command = [str(peers()), str(Path(__file__).with_name("network_peers.py")), name, str(path)]
    try:
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, timeout=PEER_LIMIT_S, env=_own()
        )
    except subprocess.TimeoutExpired:
        return {"seconds": None, "cost": None}
    return json.loads(done.stdout.splitlines()[-1])


def size(name: str) -> dict[str, Any]:
    """One size: ours in a process of its own, then the peers."""
    path = BUILD / f"network-{name}.npz"
    data = town(*SIZES[name])
    ours = measure([sys.executable, str(Path(__file__).resolve()), "--construct", str(_saved(path, data))])
    row = json.loads(ours.output.splitlines()[-1]) | {"peak_mib": ours.peak_mib}
    for library in ("networkx", "rustworkx"):
        found = peer(library, path)
        known = found["seconds"] is not None
        row[f"{library}_s"] = found["seconds"]
        row[f"vs_{library}"] = found["seconds"] / row["seconds"] if known else None
        row[f"{library}_cost_percent"] = 100 * (found["cost"] / row["cost"] - 1) if known else None
    return row


def _saved(path: Path, data: dict[str, np.ndarray]) -> Path:
    """The part of the graph with the first terminal, as a file."""
    from enact_plugin.network.routing.graph import RoutingGraph

    count = int(max(data["tail"].max(), data["head"].max())) + 1
    graph = RoutingGraph(count, data["tail"], data["head"], data["cost"], np.zeros(len(data["cost"])))
    component = graph.components()
    joined = component == component[data["terminals"][0]]
    # a peer fails where the graph has parts without a terminal
    edges = joined[data["tail"]]
    kept = {name: data[name][edges] for name in ("tail", "head", "cost")}
    np.savez(path, **kept, terminals=data["terminals"][joined[data["terminals"]]])
    return path


def steiner(folder: Path) -> list[dict[str, Any]]:
    """Gaps of the search to the proven optimum, in percent."""
    from known_networks import is_tree, steiner

    from enact_plugin.network.routing.graph import Adjacency, Nodes
    from enact_plugin.network.routing.growth import grow
    from enact_plugin.network.routing.improve import Effort, improve
    from enact_plugin.network.routing.reduction import reduced
    from enact_plugin.network.routing.tree import spanned

    rows = []
    for name, task in sorted(steiner(folder).items()):
        terminal = np.zeros(task.graph.node_count, dtype=bool)
        terminal[task.terminals] = True
        none = np.zeros(task.graph.node_count)
        small = reduced(task.graph, Nodes(int(task.terminals[0]), terminal, none.astype(bool), none))
        start = spanned(small.graph, grow(Adjacency(small.graph), small.nodes), small.nodes)
        cost = task.graph.fixed_eur_a[small.edges_of(start)].sum()
        row = {"task": name, "unreduced": task.unreduced, "terminals": len(task.terminals)}
        row["gap_start"] = 100 * (cost / task.optimum - 1)
        for seconds in BUDGETS:
            found = improve(small.graph, small.nodes, start, Effort(10**6, seconds))
            edges = small.edges_of(found.edges)
            assert is_tree(task.graph, edges, task.terminals)
            row[f"gap_{seconds}s"] = 100 * (task.graph.fixed_eur_a[edges].sum() / task.optimum - 1)
        rows.append(row)
    return rows


def sizing_ms(pipes: int = 2000) -> float:
    """Milliseconds of sizing so many pipes, smallest of five."""
    from enact_plugin.network.sizing.sizing import PipeTree, SizingSettings, sized
    from enact_plugin.reference.network_tables import network_kind

    random = np.random.default_rng(1)
    above = np.maximum(np.arange(pipes) - random.integers(0, 20, pipes), 0)
    below = np.arange(1, pipes + 1)
    power, customers = random.uniform(5, 20, pipes), np.ones(pipes, dtype=int)
    for row in range(pipes - 1, -1, -1):
        if above[row]:
            power[above[row] - 1] += power[row]
            customers[above[row] - 1] += customers[row]
    tree = PipeTree(above, below, random.uniform(5, 60, pipes), power, customers)
    settings = SizingSettings(network_kind("generation_3"))
    best = np.inf
    for _ in range(5):
        started = time.perf_counter()
        sized(tree, settings)
        best = min(best, time.perf_counter() - started)
    return 1e3 * best


def main() -> None:
    """Measure sizes and, where the published tasks are, the search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--construct", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.construct:
        print(json.dumps(construct(options.construct)))
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    sizes = {name: size(name) for name in SIZES}
    data = Path(os.environ.get("ENACT_REAL_DATA") or ROOT.parent / "shared" / "data")
    folder = data / "network" / "steiner"
    tasks = steiner(folder) if folder.exists() else []
    parts = {"sizes": [{"graph": name, **row} for name, row in sizes.items()]}
    if tasks:
        parts["steiner"] = tasks
    report("network", **parts)
    path = BUILD / "network.json"
    found = json.loads(path.read_text(encoding="utf-8"))
    whole = [task for task in tasks if task["unreduced"]]
    gaps = [name for name in (whole[0] if whole else {}) if name.startswith("gap_")]
    means = {name: float(np.mean([task[name] for task in whole])) for name in gaps}
    found |= {"sizing_2000_ms": sizing_ms(), **sizes, "steiner": {**means, "tasks": tasks}}
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
