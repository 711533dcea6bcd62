"""Small towns as the steps of the heat analysis see them: stock, mixture, streets."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from enact_plugin.outcome import Source

CRS = "EPSG:25833"
EAST, NORTH = 486_000.0, 5_638_000.0
SOURCE = Source("Erfundenes Kataster", "dl-de/by-2-0")


def house(x, y, width=10.0, depth=10.0):
    """Outline with its lower left corner (x, y) metres from the corner of the test area."""
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + depth)


def line(*points):
    """Line through points in metres from the corner of the test area."""
    return shapely.LineString([(EAST + x, NORTH + y) for x, y in points])


def stock_of(*houses, **common):
    """Layer building_stock of these outlines (or dicts with ``geometry`` and columns)."""
    rows = []
    for number, item in enumerate(houses):
        row = dict(item) if isinstance(item, dict) else {"geometry": item}
        rows.append({
            "building_id": f"h{number:04d}", "use": "residential", "heated": True, "heat_category": "residential",
            "house_type": "single_family", "age_class": "1949_1978", "age_source": "cadastre",
            "floor_area_m2": 100.0, "street": None, "house_number": None, **common, **row,
        })  # fmt: skip
    frame = pd.DataFrame(rows)
    shapes = frame.pop("geometry").to_numpy()
    frame["footprint_m2"] = shapely.area(shapes)
    return gpd.GeoDataFrame(frame, geometry=shapes, crs=CRS)


def streets_of(*lines, **common):
    """Layer streets of these lines (or dicts with ``geometry`` and columns)."""
    rows = [dict(item) if isinstance(item, dict) else {"geometry": item} for item in lines]
    table = [
        {"name": None, "street_class": "residential", "bridge": False, "tunnel": False, **common, **row}
        for row in rows
    ]
    frame = pd.DataFrame(table)
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def mixture_of(rows=()):
    """Table building_mixture of (building_id, attribute, value, share)."""
    return pd.DataFrame(rows, columns=["building_id", "attribute", "value", "share"]).assign(source="census")


def random_town(seed, houses=40, blocks=3):
    """Stock and streets of a town on a crooked grid; some houses lie on streets, over each other or far outside."""
    rng = np.random.default_rng(seed)
    side = 120.0
    length = side * blocks
    across = [
        line((0, side * n + rng.normal(0, 4)), (length, side * n + rng.normal(0, 4)))
        for n in range(blocks + 1)
    ]
    along = [
        line((side * n + rng.normal(0, 4), -5), (side * n + rng.normal(0, 4), length + 5))
        for n in range(blocks + 1)
    ]
    streets = streets_of(
        *({"geometry": shape, "name": f"Straße {n}"} for n, shape in enumerate(across + along))
    )
    places = rng.uniform(-60, length + 60, (houses, 2))
    places[: houses // 10] += 3000  # farms
    sizes = rng.uniform(6, 25, (houses, 2))
    names = rng.choice(np.array([None, "Straße 1", "Strasse 2", "Nirgendweg"], dtype=object), houses)
    items = [
        {
            "geometry": house(*place, *size), "heated": bool(rng.random() < 0.8), "street": name,
            "floor_area_m2": float(rng.uniform(50, 2000)),
            "house_type": str(rng.choice(["single_family", "multi_family", "large_multi_family"])),
            "age_class": str(rng.choice(["to_1918", "1949_1978", "2011_2019", "unknown"])),
        }
        for place, size, name in zip(places, sizes, names)
    ]  # fmt: skip
    items[-1]["heated"] = True
    return stock_of(*items), streets
