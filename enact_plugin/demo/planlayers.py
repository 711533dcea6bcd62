"""The layers of the example heat plan: networks, plants, gas, supply areas, densities."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from .characteristics import DISTRICT
from .heatplan import supply_kinds
from .layers import building_names
from .network import united
from .works import Works, block_table, world_frame

HEAT_PER_M2 = 105.0
"""kWh/(m²·a) by which the example heat densities are made up."""


def heat_layers(works: Works) -> dict[str, GeoDataFrame]:
    """Layers of the example heat plan."""
    pipes, network = works.heat, works.network
    served = [np.flatnonzero(pipes.quarter == i) for i in range(len(pipes.plant))]
    bent = network.bend(works.quarters.polygon, np.full(len(works.quarters.polygon), -1))
    areas = np.array([united(bent[group]) for group in served])
    names = [f"Fernwärmenetz {i + 1} (fiktiv)" for i in range(len(areas))]
    return {
        "heat_networks": world_frame(
            {
                "section_id": works.number("L", len(pipes.segment)),
                "name": np.array(names, dtype=object)[pipes.network],
                "network_id": [f"WN{i + 1}" for i in pipes.network.tolist()],
                "status": "existing",
                "medium": "water",
                "temperature_c": 95.0,
                "diameter_mm": pipes.diameter_mm.astype(float),
            },
            network.line[pipes.segment],
        ),
        "heat_network_areas": world_frame(
            {
                "area_id": [f"WN{i + 1}" for i in range(len(areas))],
                "name": names,
                "network_id": [f"WN{i + 1}" for i in range(len(areas))],
                "status": "existing",
                "medium": "water",
                "temperature_c": 95.0,
            },
            areas,
        ),
        "heat_plants": world_frame(
            {
                "plant_id": [f"HW{i + 1}" for i in range(len(areas))],
                "name": [f"Heizkraftwerk {i + 1} (fiktiv)" for i in range(len(areas))],
                "status": "existing",
                "generator": "gas_chp",
                "heat_carrier": "natural_gas",
                "power_kw": [float(round(4_000 + 9_000 * len(group), -2)) for group in served],
                "network_id": [f"WN{i + 1}" for i in range(len(areas))],
            },
            pipes.plant,
        ),
        **_plan_areas(works, bent),
        **_block_layers(works),
    }


def _plan_areas(works: Works, bent: np.ndarray) -> dict[str, GeoDataFrame]:
    """Supply areas of each year and the areas that the pre-test left out, joined within districts."""
    table = supply_kinds(works.scale, works.quarters, works.heat, len(works.villages))
    quarter = table["quarter"].to_numpy()
    hamlets = works.village_area()
    ground = np.where(quarter >= 0, bent[np.maximum(quarter, 0)], None)
    outside = quarter < 0
    ground[outside] = hamlets[-2 - quarter[outside]]
    district = works.districts.of_quarter[np.maximum(quarter, 0)]
    if outside.any():
        district[outside] = works.districts.of_village[-2 - quarter[outside]]
    table["district"] = district
    table["ground"] = ground
    rows, polygons = [], []
    for (year, place, kind), group in table.groupby(["year", "district", "supply_kind"], sort=True):
        first = group.iloc[0].drop(["quarter", "district", "ground"]).to_dict()
        name = works.districts.name[int(place)]
        rows.append({"area_id": f"V{year}-{int(place) + 1:02d}-{kind}", "name": f"{name} (fiktiv)", **first})
        polygons.append(united(group["ground"].to_numpy()))
    supply = world_frame(pd.DataFrame(rows).assign(plan_state="draft").to_dict("list"), np.array(polygons))
    unfit = np.flatnonzero(works.quarters.built & np.isin(works.quarters.kind, ["detached", "villa"]))
    far = unfit[: max(1, len(unfit) // 2)]
    pretest = world_frame(
        {
            "area_id": works.number("E", len(far), 4),
            "name": "Einfamilienhausgebiet (fiktiv)",
            "unfit_network": True,
            "unfit_hydrogen": True,
            "reasons": "geringe Wärmedichte (fiktives Beispiel)",
        },
        bent[far],
    )
    target = supply[supply["year"] == supply["year"].max()].drop(columns=["year", "supply_kind"])
    return {
        "supply_areas": supply,
        "suitability": target.reset_index(drop=True),
        "pretest_areas": pretest,
    }


def _block_layers(works: Works) -> dict[str, GeoDataFrame]:
    """Gas network and heat density by block; large consumers."""
    polygons, keys, number = block_table(works)
    truth = works.truth
    position = np.searchsorted(number, works.built.block)
    heated = truth["heated"].to_numpy() & (truth["carrier"] != "none").to_numpy()
    use_mwh = truth["floor_area_m2"].to_numpy() * HEAT_PER_M2 / 1000 * heated
    demand = np.bincount(position, use_mwh, minlength=len(number))
    gas = np.bincount(position, (truth["carrier"] == "gas").to_numpy(), minlength=len(number))
    some = (demand > 0) & (np.bincount(position, heated, minlength=len(number)) >= 5)
    area_ha = shapely.area(polygons) / 1e4
    ranked = np.argsort(-use_mwh, kind="stable")[:40]
    large = np.sort(ranked[(use_mwh[ranked] > 400) | (np.arange(len(ranked)) < 3)])
    names = building_names(works)[large]
    keys = np.array(keys, dtype=object)
    return {
        "gas_blocks": world_frame(
            {
                "block_id": keys[gas >= 3],
                "network_id": "GN1",
                "status": "existing",
                "gas_kind": "natural_gas",
                "connections": gas[gas >= 3].astype(int),
            },
            polygons[gas >= 3],
        ),
        "heat_density": world_frame(
            {
                "block_id": keys[some],
                "density_mwh_ha": np.round(demand[some] / area_ha[some], 1),
                "demand_mwh_a": np.round(demand[some], 0),
            },
            polygons[some],
        ),
        "large_consumers": world_frame(
            {
                "consumer_id": works.number("V", len(large), 3),
                "name": [name or "Musterbetrieb (fiktiv)" for name in names],
                "status": "existing",
                "use_kind": "thermal",
                "heat_carrier": [
                    {DISTRICT: "heat_network", "gas": "natural_gas"}.get(carrier, "other")
                    for carrier in truth["carrier"].to_numpy()[large]
                ],
                "demand_mwh_a": np.round(use_mwh[large], 0),
            },
            shapely.points(works.spot[large]),
        ),
    }
