"""The heat analysis on real towns: sums agree, figures lie within published averages, no block is a sliver."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from shapely.geometry import shape

from enact_plugin.layers.workspace import Workspace

TOWNS = {
    # AGS, inputs, mean useful heat with hot water within these bounds [kWh/(m²·a)]
    "zittau": ("14626610", {
        "BOUNDARY": "areas/saxony_municipalities.gpkg",
        "BUILDINGS": "buildings/zittau_osm_buildings.geojson",
        "STREETS": "streets/zittau_osm_streets.geojson",
        "CENSUS": "census/census2011_100m_zittau_goerlitz.csv",
    }, (105, 125)),
    "goerlitz": ("14626110", {
        "BOUNDARY": "areas/saxony_municipalities.gpkg",
        "BUILDINGS": "buildings/goerlitz_lod2_surfaces.geojson",
        "STREETS": "streets/goerlitz_osm_streets_epsg3857.geojson",
        "CENSUS": "census/census2011_100m_zittau_goerlitz.csv",
    }, (105, 125)),
    "cottbus": ("12052000", {
        "BUILDINGS": "buildings/cottbus_alkis_hausumringe.geojson",
        "STREETS": "streets/cottbus_osm_streets.geojson",
        "ADDRESSES": "buildings/cottbus_addresses.json",
    }, (90, 110)),
}  # fmt: skip


@pytest.fixture(scope="module")
def analysed():
    """Workspaces by town, made once each."""
    return {}


@pytest.fixture(params=sorted(TOWNS))
def town(analysed, request, run, real_data, tmp_path_factory):
    name = request.param
    if name not in analysed:
        folder = tmp_path_factory.mktemp(name)
        ags, inputs, bounds = TOWNS[name]
        path = str(folder / f"{name}.gpkg")
        given = {key: str(real_data / file) for key, file in inputs.items()}
        run("loadmunicipality", AGS=ags, **given, WORKSPACE=path, PROJECT=str(folder / f"{name}.qgz"))
        results = run("analyse", WORKSPACE=path)
        analysed[name] = (Workspace.open(folder / f"{name}.gpkg"), results, bounds, name)
    return analysed[name]


def test_every_step_is_done(town):
    _, results, _, _ = town
    assert results["STEPS_LEFT_OUT"] == 0


def test_the_mean_need_is_that_of_an_old_stock_with_hot_water(town):
    """KWW's averages for homes are 39 to 113 kWh/m² of space heat, to which hot water adds 10 to 15."""
    workspace, _, (low, high), _ = town
    demand = workspace.read("building_demand")
    mean = demand["useful_heat_kwh"].sum() / demand["floor_area_m2"].sum()
    assert low <= mean <= high
    # the lowest and the highest figure of the tables: offices from 2010, indoor pools
    assert demand["specific_kwh_m2"].between(20, 500).all()


def test_sums_agree_over_buildings_blocks_and_sections(town):
    workspace = town[0]
    demand = workspace.read("building_demand").set_index("building_id")["useful_heat_kwh"] / 1000
    total = demand.sum()
    blocks = workspace.read("building_blocks").set_index("building_id")["block_id"]
    outside = demand[blocks.reindex(demand.index).isna().to_numpy()].sum()
    assert workspace.read("block_heat")["useful_heat_mwh_a"].sum() + outside == pytest.approx(total, rel=1e-6)
    sections = workspace.read("building_sections").set_index("building_id")["section_id"]
    lost = demand[sections.reindex(demand.index).isna().to_numpy()].sum()
    assert workspace.read("section_heat")["useful_heat_mwh_a"].sum() + lost == pytest.approx(total, rel=1e-6)
    assert lost < 0.02 * total
    assert workspace.read("heat_grid")["useful_heat_mwh_a"].sum() == pytest.approx(total, rel=1e-4)


def test_blocks_are_no_slivers_no_holes_and_do_not_overlap(town):
    workspace = town[0]
    shapes = workspace.read("blocks").geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    # half the mean width: a block is wider than a house and a garden
    assert (shapely.area(shapes) / shapely.length(shapes) > 3).all()
    whole = shapely.union_all(shapes)
    assert whole.area == pytest.approx(shapely.area(shapes).sum(), rel=1e-6)
    # what is heated lies in its block
    stock, of = (
        workspace.read("building_stock"),
        workspace.read("building_blocks").set_index("building_id")["block_id"],
    )
    heated = stock[stock["heated"]]
    inside = heated[of.reindex(heated["building_id"]).notna().to_numpy()]
    points = shapely.point_on_surface(inside.geometry.to_numpy())
    assert shapely.contains_xy(whole, shapely.get_x(points), shapely.get_y(points)).mean() > 0.99


@pytest.mark.parametrize("town", ["zittau"], indirect=True)
def test_floor_areas_follow_the_footprints_delivered(town, real_data):
    """Footprints by the shoelace over the file as it is: that of Zittau has one ring per building, in metres."""
    workspace, _, _, name = town
    features = json.loads((real_data / TOWNS[name][1]["BUILDINGS"]).read_text(encoding="utf-8"))["features"]
    rings = [np.array(part.exterior.coords) for item in features for part in shapely.get_parts(shape(item["geometry"]))
             if part.geom_type == "Polygon"]  # fmt: skip
    shoelace = sum(abs(np.dot(r[:-1, 0], r[1:, 1]) - np.dot(r[1:, 0], r[:-1, 1])) / 2 for r in rings)
    stock = workspace.read("building_stock")
    assert stock["footprint_m2"].sum() == pytest.approx(
        shoelace, rel=0.03
    )  # duplicates and holes are taken off
    heated = stock[stock["heated"]]
    assert 1.5 < heated["floor_area_m2"].sum() / heated["footprint_m2"].sum() < 3.5


def test_network_keeps_to_streets_and_goes_through_no_foreign_building(town, run):
    """What a drawing shows, asked of every line: independent of the code that made them."""
    workspace, _, _, _ = town
    at = workspace.read("building_demand")
    results = run("networkproposal", WORKSPACE=str(workspace.path), VARIANT="A", MODE="all", SECONDS=20)
    routes, customers = workspace.read("network_routes"), workspace.read("network_customers")
    assert len(customers) == len(at)
    assert results["CUSTOMERS"] > 0.75 * len(at), "the rest is told with its reason"
    # one tree: each node is entered once, and all begin at the source
    assert routes["to_node"].is_unique
    entered = set(routes["to_node"])
    assert len({node for node in routes["from_node"] if node not in entered}) == 1
    # pipes lie in streets
    street = routes[routes["kind"] == "street"].geometry.to_numpy()
    sections = shapely.union_all(workspace.read("street_sections").geometry.to_numpy())
    assert shapely.length(shapely.difference(street, shapely.buffer(sections, 0.01))).sum() < 1
    # none twice: as long together as apart
    assert shapely.length(shapely.union_all(street)) == pytest.approx(shapely.length(street).sum(), rel=1e-4)
    # service lines meet no building but their own, and those of the same house number where marked
    service = routes[routes["kind"] == "service"]
    stock = workspace.read("building_stock")
    large = stock[stock.geometry.area >= 20]
    line, met = shapely.STRtree(large.geometry.to_numpy()).query(
        service.geometry.to_numpy(), predicate="intersects"
    )
    foreign = service["building_id"].to_numpy()[line] != large["building_id"].to_numpy()[met]
    foreign &= ~service["passes_building"].to_numpy(dtype=bool)[line]
    through = shapely.length(
        shapely.intersection(
            service.geometry.to_numpy()[line[foreign]], large.geometry.to_numpy()[met[foreign]]
        )
    )
    assert (through <= 0.5).all()
