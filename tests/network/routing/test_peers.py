"""Networks whose cost a peer's mixed-integer program proved (topotherm, TUM), re-costed by code of our own."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from known_networks import Peer, is_tree, matrices

from enact_plugin.network.routing.exact import Closed, cheapest
from enact_plugin.network.routing.route import Customers, Goal, Mode, route


def customers(peer: Peer) -> Customers:
    heat_kwh = peer.load_kw * peer.full_load_hours
    bought = peer.load_kw * peer.source_hours * peer.source_price
    worth = heat_kwh * peer.heat_price - bought
    return Customers(peer.customer, peer.load_kw, heat_kwh, worth, np.zeros(len(heat_kwh), dtype=bool))


def objective(peer: Peer, mode: Mode) -> tuple[float, int]:
    """Objective after the peer's formula, and the customers connected."""
    graph = peer.graph()
    found = route(graph, np.array([peer.source]), customers(peer), Goal(mode))
    tree, connected = found.tree, found.connected
    assert is_tree(graph, tree.edge, np.r_[peer.source, peer.customer[connected]])
    return peer.objective(tree.above, tree.below, tree.edge, connected), int(connected.sum())


def test_twelve_nodes(real_data):
    peer = matrices(real_data / "network" / "topotherm" / "twelve_nodes", capital=False, heat_price=0.18)
    assert objective(peer, Mode.ALL) == (pytest.approx(-990.8, rel=0.01), 5)
    assert objective(peer, Mode.PAYS)[0] == pytest.approx(-1436, rel=0.01)


def test_one_producer(real_data):
    folder = real_data / "network" / "topotherm" / "one_producer"
    peer = matrices(folder, capital=True, heat_price=0.12, kw=1e-3)
    found, connected = objective(peer, Mode.ALL)
    assert connected == 959
    assert 518_714 <= found <= 518_714 * 1.007


@pytest.fixture(scope="module")
def district(real_data) -> Peer:
    import geopandas as gpd

    folder = real_data / "network" / "topotherm" / "district"
    edges = _read(gpd, folder / "roads_noded.gpkg", "roads")
    sinks = _read(gpd, folder / "sinks.gpkg", "sinks")
    source = _read(gpd, folder / "source.gpkg", "sources")
    names = sorted(set(edges["u"]) | set(edges["v"]))
    number = {name: place for place, name in enumerate(names)}
    at = {}
    for u, v, line in zip(edges["u"], edges["v"], edges.geometry):
        at[tuple(np.round(line.coords[0], 3))] = number[u]
        at[tuple(np.round(line.coords[-1], 3))] = number[v]
    load, hours = sinks["ts_0"].to_numpy(), sinks["flh_0"].to_numpy()
    return Peer(
        len(names),
        edges["u"].map(number).to_numpy(),
        edges["v"].map(number).to_numpy(),
        edges.geometry.length.to_numpy(),
        number[source["Node_ID"].iloc[0]],
        np.array([at[tuple(np.round(point.coords[0], 3))] for point in sinks.geometry]),
        load,
        hours,
        float((load * hours).sum() / load.sum()),
        heat_price=0.12,
        lifetime=50.0,
    )


def _read(gpd, path, layer):
    """A layer of a GeoPackage without GDAL: behind a header of its own each shape is well-known binary."""
    import pandas as pd
    import shapely

    # the tables' own triggers and functions are not needed for reading
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
        database.text_factory = lambda raw: raw.decode("utf-8", "replace")
        cursor = database.execute(f'SELECT * FROM "{layer}"')
        frame = pd.DataFrame(cursor.fetchall(), columns=[column[0] for column in cursor.description])
    envelopes = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
    shapes = [shapely.from_wkb(blob[8 + envelopes[(blob[3] >> 1) & 7] :]) for blob in frame["geom"]]
    return gpd.GeoDataFrame(frame.drop(columns="geom"), geometry=shapes, crs="EPSG:25832")


def test_district(district):
    found, connected = objective(district, Mode.ALL)
    assert connected == 200
    assert 165_291 <= found <= 165_291 * 1.005


def test_district_is_proven_cheapest(district):
    """An area of 200 buildings is within reach of the exact check."""
    graph, wanted = district.graph(), customers(district)
    found = route(graph, np.array([district.source]), wanted)
    bound = cheapest(graph, district.source, wanted)
    assert bound.closed is Closed.OPTIMAL
    assert bound.gap(found.cost_eur_a) < 1e-6
    assert found.cost_eur_a >= bound.lower_eur_a * (1 - 1e-9)
    assert 8_050 < district.length_m[found.tree.edge].sum() < 8_150
