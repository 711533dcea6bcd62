"""Musterstadt as a whole: the steps of its making."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ..progress import SILENT, Progress
from .addresses import name_streets, number_houses
from .buildings import Built, build, thin
from .census import CensusFile, census_files
from .characteristics import describe, heat
from .districts import draw_districts
from .geodesy import to_degrees
from .growth import Quarters, grow
from .heatplan import lay_networks
from .layers import base_layers, cadastre_buildings, official_addresses, population
from .network import Network, build_network
from .plan import Plan, draw_plan
from .planlayers import heat_layers
from .scale import Scale
from .sites import register_sites
from .units import register_units
from .villages import Village, found_villages
from .works import Works


@dataclass(frozen=True)
class Musterstadt:
    """A fictitious municipality; geometries in EPSG:25833.

    Attributes
    ----------
    size, seed : int
    municipality, districts, postcodes : GeoDataFrame
        ags, name; district_id, name; postcode, name.
    streets, rail : GeoDataFrame
        Lines between junctions: street_id, name, street_class, surface, bridge, tunnel; rail_id, name, rail_class.
    waterways, water : GeoDataFrame
        The river as line and as area: water_id, name, water_kind.
    addresses : GeoDataFrame
        Points like the official Hauskoordinaten: oid, str, hnr, adz, postplz, postonm, gebaeudeid …
    buildings : GeoDataFrame
        Like ALKIS: oid, gfk, name, geschosse (known for some), baujahr (known for some), lagebeztxt, str, hnr, plz.
    landuse, blocks, exclusions : GeoDataFrame
    heat_networks, heat_network_areas, heat_plants, gas_blocks, supply_areas, suitability, pretest_areas, heat_density,
    large_consumers : GeoDataFrame
        Layers of an example heat plan, columns as the workspace names them.
    population : DataFrame
        Inhabitants and dwellings per district.
    census : tuple of CensusFile
    units : DataFrame
        Units of the register of energy plants.
    wrong_units : dict
        MaStR number of each deliberately wrong unit to what is wrong.
    truth : DataFrame
        What the buildings really are, one row per building in the order of `buildings`; not part of the files.
    """

    size: int
    seed: int
    municipality: GeoDataFrame
    districts: GeoDataFrame
    postcodes: GeoDataFrame
    streets: GeoDataFrame
    rail: GeoDataFrame
    waterways: GeoDataFrame
    water: GeoDataFrame
    addresses: GeoDataFrame
    buildings: GeoDataFrame
    landuse: GeoDataFrame
    blocks: GeoDataFrame
    exclusions: GeoDataFrame
    heat_networks: GeoDataFrame
    heat_network_areas: GeoDataFrame
    heat_plants: GeoDataFrame
    gas_blocks: GeoDataFrame
    supply_areas: GeoDataFrame
    suitability: GeoDataFrame
    pretest_areas: GeoDataFrame
    heat_density: GeoDataFrame
    large_consumers: GeoDataFrame
    population: pd.DataFrame
    census: tuple[CensusFile, ...]
    units: pd.DataFrame
    wrong_units: dict[str, str]
    truth: pd.DataFrame


def generate(size: int, seed: int = 1, progress: Progress = SILENT) -> Musterstadt:
    """Make up a town; the same size and seed make the same one.

    Parameters
    ----------
    size : int
        Buildings, outbuildings included, 200 to 300,000.
    seed : int
    progress : Progress

    Raises
    ------
    EnactError
        ``demo_size_out_of_range``.
    """
    scale = Scale.of(int(size), int(seed))
    progress(0.0, "demo_plan")
    plan = draw_plan(scale)
    quarters, villages, network, built = _settle(scale, plan, progress)
    progress(0.45, "demo_addresses")
    works = _finish(scale, plan, quarters, villages, network, built)
    progress(0.6, "demo_register")
    units, wrong = register_units(scale, register_sites(works), to_degrees)
    progress(0.75, "demo_census")
    census = census_files(scale, works.truth, works.spot)
    progress(0.85, "demo_layers")
    buildings = cadastre_buildings(works)
    town = Musterstadt(
        size=scale.size,
        seed=scale.seed,
        buildings=buildings,
        addresses=official_addresses(works, buildings),
        census=census,
        units=units,
        wrong_units=wrong,
        truth=works.truth.assign(oid=buildings["oid"]),
        population=population(works),
        **base_layers(works),
        **heat_layers(works),
    )
    progress(1.0)
    return town


def _settle(scale: Scale, plan: Plan, progress: Progress) -> tuple[Quarters, list[Village], Network, Built]:
    """Let the town grow until it has room for all buildings; small towns may need a second attempt."""
    wanted = 1.08 * scale.size
    for attempt in range(8):
        low, span = 0.45 - 0.4 * 0.5**attempt, 0.2 * 0.5**attempt  # each attempt half of what is left
        quarters = grow(scale, plan, wanted)
        villages, outside = found_villages(scale, plan, quarters)
        progress(low, "demo_streets")
        network = build_network(scale, plan, quarters, outside)
        progress(low + 0.3 * span, "demo_buildings")
        built = build(scale, plan, quarters, network, villages, progress.part(low + 0.4 * span, low + span))
        if len(built.role) >= scale.size:
            break
        wanted *= 1.04 * max(scale.size / max(len(built.role), 1), 1.0)
    return quarters, villages, network, thin(built, scale, quarters, network)


def _finish(
    scale: Scale, plan: Plan, quarters: Quarters, villages: list[Village], network: Network, built: Built
) -> Works:
    names = name_streets(scale, plan, quarters, network, villages)
    addresses = number_houses(network, built, names, scale.stream("house numbers"))
    truth = describe(scale, quarters, network, built)
    spot = shapely.get_coordinates(shapely.point_on_surface(built.polygon))
    plant = np.flatnonzero(built.form == "heating_plant")
    if len(plant) == 0:
        plant = np.array([int(np.argmax(truth["floor_area_m2"].to_numpy()))])
    pipes = lay_networks(quarters, network, shapely.points(spot[plant]))
    near = np.isin(addresses.segment, pipes.segment)
    districts = draw_districts(scale, plan, quarters, network, villages)
    return Works(
        scale=scale,
        plan=plan,
        quarters=quarters,
        villages=villages,
        network=network,
        built=built,
        street_names=names,
        addresses=addresses,
        districts=districts,
        heat=pipes,
        truth=heat(scale, truth, near),
        spot=spot,
        district=districts.containing(spot),
    )
