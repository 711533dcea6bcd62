"""The layers a town would deliver: cadastre, addresses, streets, water, land use, districts."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from .curves import steady
from .geodesy import to_world
from .network import united
from .plan import GRID_M
from .units import AGS, MUNICIPALITY, PLACE
from .works import Works, block_table, house_numbers, world_frame

USE_OF_KIND = {
    "core": "mixed",
    "gruenderzeit": "residential",
    "vorstadt": "mixed",
    "villa": "residential",
    "siedlung": "residential",
    "slab": "residential",
    "terrace": "residential",
    "detached": "residential",
    "industry": "commercial",
    "commercial": "commercial",
    "hospital": "public",
    "allotment": "leisure",
    "park": "leisure",
}


def cadastre_buildings(works: Works) -> GeoDataFrame:
    """Return the cadastre's view: outline, function code, address; storeys of 30 %, year of 20 % of the buildings."""
    rng = works.scale.stream("cadastre")
    truth, built = works.truth, works.built
    count = len(truth)
    number = house_numbers(works)
    main = works.addresses.own
    storeys = truth["storeys"].astype("Int64").mask(rng.random(count) > 0.3)
    year = truth["built_year"].astype("Int64").mask((rng.random(count) > 0.31) | ~main)
    gfk = truth["gfk"].to_numpy()
    # some functions are not specified, as in real cadastres
    gfk = np.where((rng.random(count) < 0.02) & main, 9998, gfk)
    street = works.addresses.street
    since = np.datetime64("1994-01-01") + rng.integers(0, 11_000, count).astype("timedelta64[D]")
    return world_frame(
        {
            "oid": works.number("DEXXMUST", count, 8),
            "gfk": [f"31001_{code}" for code in gfk.tolist()],
            "name": building_names(works),
            "geschosse": storeys,
            "baujahr": year,
            "lagebeztxt": [f"{a} {b}" for a, b in zip(street.tolist(), number.tolist())],
            "str": street,
            "hnr": number,
            "plz": works.districts.postcode[works.district],
            "gmd": MUNICIPALITY,
            "beg": since.astype("datetime64[ns]"),
        },
        built.polygon,
    )


NAMED = {
    "town_hall": "Rathaus",
    "church": "Kirche",
    "school": "Musterschule",
    "hospital": "Klinikum",
    "station": "Bahnhof",
    "heating_plant": "Heizkraftwerk",
    "fire_station": "Feuerwache",
    "factory": "Musterwerk",
    "swimming_hall": "Schwimmhalle",
    "care_home": "Pflegeheim",
    "kindergarten": "Kindertagesstätte",
}


def building_names(works: Works) -> np.ndarray:
    """Names of the landmarks; None for all other buildings."""
    names = np.full(len(works.built.form), None, dtype=object)
    for form, name in NAMED.items():
        found = np.flatnonzero(works.built.form == form)
        for i, position in enumerate(found.tolist()):
            names[position] = f"{name} {i + 1} (fiktiv)" if len(found) > 1 else f"{name} (fiktiv)"
    return names


def official_addresses(works: Works, buildings: GeoDataFrame) -> GeoDataFrame:
    """Official address points, in the columns of the surveying authorities."""
    own = np.flatnonzero(works.addresses.own)
    street = works.addresses.street[own]
    key, _ = pd.factorize(street, sort=True)
    district = works.district[own]
    points = shapely.points(works.spot[own])
    world = shapely.get_coordinates(to_world(points))
    suffix = works.addresses.suffix[own]
    return world_frame(
        {
            "nba": "N",
            "oid": works.number("DEXXADDR", len(own), 8),
            "qua": "A",
            "landschl": AGS[:2],
            "land": "Sachsen (fiktiv)",
            "kreisschl": AGS[3:5],
            "gmdschl": AGS[5:],
            "gmd": MUNICIPALITY,
            "ott": np.array(works.districts.name, dtype=object)[district],
            "strschl": [f"{i + 1:05d}" for i in key.tolist()],
            "str": street,
            "hnr": works.addresses.number[own],
            "adz": np.where(suffix == "", None, suffix),
            "zone": "33",
            "ostwert": np.round(world[:, 0], 3),
            "nordwert": np.round(world[:, 1], 3),
            "postplz": works.districts.postcode[district],
            "postonm": PLACE,
            "gebaeudeid": buildings["oid"].to_numpy()[own],
        },
        points,
    )


def population(works: Works) -> pd.DataFrame:
    """Inhabitants and dwellings per district."""
    sums = works.truth.groupby(works.district)[["inhabitants", "dwellings"]].sum()
    sums = sums.reindex(range(len(works.districts.name)), fill_value=0)
    return pd.DataFrame(
        {
            "area_kind": "district",
            "area_id": district_ids(works),
            "area_name": works.districts.name,
            "inhabitants": sums["inhabitants"].to_numpy(),
            "dwellings": sums["dwellings"].to_numpy(),
            "date": "2024-12-31",
        }
    )


def district_ids(works: Works) -> list[str]:
    """Keys of the districts."""
    return [f"{i + 1:02d}" for i in range(len(works.districts.name))]


def base_layers(works: Works) -> dict[str, GeoDataFrame]:
    """Boundaries, streets, water, railway, land use."""
    districts, network = works.districts, works.network
    # without pinholes of some square decimetres that slivers of the plan leave
    whole = shapely.Polygon(max(shapely.get_parts(united(districts.polygon)), key=shapely.area).exterior)
    codes = np.unique(districts.postcode)
    of_code = [districts.polygon[districts.postcode == code] for code in codes]
    areas = np.array([united(parts) for parts in of_code])
    names = works.street_names[network.street]
    rng = works.scale.stream("surface")
    paved = np.isin(network.rank, ["living_street"]) | (rng.random(len(names)) < 0.08)
    surface = np.select(
        [network.rank == "track", paved, np.isin(network.rank, ["primary", "secondary"])],
        ["gravel", "sett", "asphalt"],
        "asphalt",
    )
    water = shapely.intersection(works.bent(works.plan.water), whole)
    river = shapely.intersection(works.bent(works.plan.river), whole)
    rail = shapely.get_parts(shapely.intersection(works.bent(works.plan.rail), whole))
    return {
        "municipality": world_frame({"ags": [AGS], "name": [MUNICIPALITY]}, np.array([whole])),
        "districts": world_frame(
            {"district_id": district_ids(works), "name": districts.name}, districts.polygon
        ),
        "postcodes": world_frame({"postcode": codes, "name": PLACE}, areas),
        "streets": world_frame(
            {
                "street_id": works.number("S", len(names)),
                "name": np.where(names == "", None, names),
                "street_class": network.rank,
                "surface": surface,
                "bridge": network.bridge,
                "tunnel": network.tunnel,
            },
            network.line,
        ),
        "rail": world_frame(
            {
                "rail_id": works.number("R", len(rail)),
                "name": "Bahnstrecke Musterstadt (fiktiv)",
                "rail_class": "rail",
            },
            rail,
        ),
        "waterways": world_frame(
            {"water_id": ["G1"], "name": ["Muster (fiktiver Fluss)"], "water_kind": ["river"]}, river
        ),
        "water": world_frame(
            {"water_id": ["W1"], "name": ["Muster (fiktiver Fluss)"], "water_kind": ["river"]}, water
        ),
        "landuse": _landuse(works),
        "blocks": _blocks(works),
        "exclusions": _exclusions(works, whole),
    }


def _landuse(works: Works) -> GeoDataFrame:
    """Settlement and fields, some of them woods."""
    quarters = works.quarters
    wooded = works.scale.stream("woods").random(len(quarters.kind)) < 0.2
    use = np.array([USE_OF_KIND.get(kind, "agriculture") for kind in quarters.kind], dtype=object)
    use[(use == "agriculture") & wooded] = "forest"
    polygons = works.network.bend(quarters.polygon, np.full(len(use), -1))
    villages = works.village_area()
    cleared = np.unique(shapely.STRtree(polygons).query(villages, predicate="intersects")[1])
    use[cleared[use[cleared] == "forest"]] = "agriculture"
    rest = shapely.difference(polygons[cleared], united(villages), grid_size=GRID_M)
    polygons[cleared] = shapely.buffer(rest, 0)  # areas only, no lines that may be left over
    ground = np.concatenate([polygons, villages])
    use = np.concatenate([use, np.full(len(villages), "mixed", dtype=object)])
    real = shapely.area(ground) > 10  # slivers between streets
    return world_frame(
        {"landuse_id": works.number("N", int(real.sum())), "landuse_kind": use[real]}, ground[real]
    )


def _blocks(works: Works) -> GeoDataFrame:
    polygons, keys, _ = block_table(works)
    return world_frame({"block_id": keys}, polygons)


def _exclusions(works: Works, whole: shapely.Geometry) -> GeoDataFrame:
    """Flood plain along the river and a water protection area in the fields."""
    flood = works.bent(works.plan.river.buffer(works.scale.river_m * 1.1 + 30, quad_segs=4))
    angle = works.plan.river_angle + 0.35
    spot = 0.72 * works.scale.radius_m * steady(np.array([np.cos(angle), np.sin(angle)]))
    reach = 0.13 * works.scale.radius_m
    zones = [shapely.Point(spot).buffer(reach * factor, quad_segs=12) for factor in (0.35, 1.0)]
    zones[1] = zones[1].difference(zones[0])
    wells = np.concatenate([works.bent(zone) for zone in zones])
    return world_frame(
        {
            "exclusion_id": ["A1", "A2", "A3"],
            "name": [
                "Überschwemmungsgebiet der Muster (fiktiv)",
                "Wasserschutzgebiet Musterquell, Zone II (fiktiv)",
                "Wasserschutzgebiet Musterquell, Zone III (fiktiv)",
            ],
            "exclusion_kind": ["flood", "water_protection", "water_protection"],
            "zone": [None, "II", "III"],
        },
        shapely.intersection(np.concatenate([flood, wells]), whole),
    )
