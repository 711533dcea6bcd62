"""Pressures and heat loss against pandapipes, on the same law and the same water, in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from enact_plugin.network.sizing.hydraulics import Friction, pressure_pa_m, water
from enact_plugin.network.sizing.losses import conductance_w_mk
from enact_plugin.network.sizing.simultaneity import Simultaneity
from enact_plugin.network.sizing.sizing import PipeTree, SizingSettings, sized
from enact_plugin.reference.network_tables import network_kind

ROOT = Path(__file__).resolve().parents[3]
PEER = ROOT / "build" / "peers" / "bin" / "python"


@pytest.fixture(scope="module")
def python() -> Path:
    if not PEER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("no pandapipes: make setup")
        pytest.skip("no pandapipes: make setup")
    return PEER


def network(seed: int, pipes: int = 40) -> PipeTree:
    """A random tree whose node 0 is the source; each node takes 20 to 200 kW."""
    random = np.random.default_rng(seed)
    above = np.array([int(random.integers(max(0, node - 4), node)) for node in range(1, pipes + 1)])
    below = np.arange(1, pipes + 1)
    power, customers = random.uniform(20, 200, pipes), np.ones(pipes, dtype=int)
    for row in range(pipes - 1, -1, -1):
        if above[row]:
            power[above[row] - 1] += power[row]
            customers[above[row] - 1] += customers[row]
    return PipeTree(above, below, random.uniform(10, 120, pipes), power, customers)


@pytest.mark.parametrize("seed", [1, 2])
def test_pressure_within_a_millibar_and_loss_within_half_a_percent(python, tmp_path, seed):
    tree, kind = network(seed), network_kind("generation_3")
    settings = SizingSettings(kind, Simultaneity.NONE, law=Friction.NIKURADSE)
    found = sized(tree, settings)
    medium = water(kind.supply_c)
    inner = np.array([size.inner_mm for size in found.size])
    conductance = conductance_w_mk(
        np.array([size.outer_mm for size in found.size]), np.array([size.casing_mm for size in found.size])
    )
    own = found.flow_kg_s.copy()
    for row, up in enumerate(tree.above):
        if up:
            own[up - 1] -= found.flow_kg_s[row]
    task = {
        "nodes": len(inner) + 1,
        "supply_c": kind.supply_c,
        "ground_c": settings.ground_c,
        "roughness_mm": settings.roughness_mm,
        "density_kg_m3": medium.density_kg_m3,
        "viscosity_pa_s": medium.viscosity_pa_s,
        "heat_capacity_j_kgk": medium.heat_capacity_j_kgk,
        "pipes": [
            {
                "above": int(tree.above[row]),
                "below": int(tree.below[row]),
                "length_m": float(tree.length_m[row]),
                "inner_mm": float(inner[row]),
                "u_w_m2k": float(conductance[row] / (np.pi * inner[row] / 1000)),
            }
            for row in range(len(inner))
        ],
        "sinks": {str(node): float(flow) for node, flow in zip(tree.below, own)},
    }
    (tmp_path / "netz.json").write_text(json.dumps(task), encoding="utf-8")
    script = Path(__file__).with_name("pandapipes_network.py")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [python, script, tmp_path / "netz.json"], capture_output=True, text=True, env=environment, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    peer = json.loads(done.stdout.splitlines()[-1])
    per_metre = pressure_pa_m(
        found.flow_kg_s, inner / 1000, medium, settings.roughness_mm / 1000, Friction.NIKURADSE
    )
    pressure = np.full(len(inner) + 1, 16e5)
    for row, (up, down) in enumerate(zip(tree.above, tree.below)):
        pressure[down] = pressure[up] - per_metre[row] * tree.length_m[row]
    assert pressure.min() < 15.5e5, "a network with some pressure to lose"
    assert np.abs(pressure / 1e5 - peer["p_bar"]).max() <= 0.001
    loss = float((conductance * (kind.supply_c - settings.ground_c) * tree.length_m).sum())
    assert loss == pytest.approx(peer["loss_w"], rel=0.005)
