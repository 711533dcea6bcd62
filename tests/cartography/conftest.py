"""A small invented town in a workspace: a grid of blocks with houses, streets, plants and a heat plan."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source
from enact_plugin.reference.values import values

CRS = "EPSG:25833"
EAST, NORTH = 410_000.0, 5_660_000.0  # where no town is
BLOCKS, PITCH, STREET = 8, 120.0, 14.0

REGISTER = Source("Erfundenes Register", "dl-de/by-2-0", "© Erfundenes Register", date(2026, 8, 1))
CADASTRE = Source("Erfundenes Kataster", "CC0-1.0", "© Erfundenes Kataster", date(2026, 7, 1))
PLAN = Source("Erfundener Wärmeplan", "dl-de/by-2-0", "© Stadt Musterstadt", date(2026, 6, 1))


def _codes(name: str) -> np.ndarray:
    return np.array([value.code for value in values(name)], dtype=object)


def town_frames(seed: int = 1) -> dict[str, tuple[gpd.GeoDataFrame, Source]]:
    """Return the town's layers, each with its source."""
    rng = np.random.default_rng(seed)
    column, row = (axis.ravel() for axis in np.meshgrid(np.arange(BLOCKS), np.arange(BLOCKS)))
    west, south = EAST + column * PITCH, NORTH + row * PITCH
    inner = PITCH - STREET
    blocks = shapely.box(west, south, west + inner, south + inner)
    size = BLOCKS * PITCH
    outline = shapely.box(EAST - 60, NORTH - 60, EAST + size + 40, NORTH + size + 40)
    frames = {"municipality": (_frame([outline], ags="99999999", name="Musterstadt", area_km2=1.1), CADASTRE)}
    frames["districts"] = (_halves(outline), CADASTRE)
    frames["streets"] = (_streets(size), CADASTRE)
    frames["buildings"] = (_buildings(west, south, rng), CADASTRE)
    frames["plants"] = (_plants(size, rng), REGISTER)
    frames["plants_by_area"] = (_unlocated(outline, frames["plants"][0]), REGISTER)
    frames["census_cells"] = (_cells(rng), CADASTRE)
    kinds = _codes("supply_kind")
    frames["supply_areas"] = (
        _frame(
            np.repeat(blocks, 2), area_id=np.arange(2 * len(blocks)).astype(str), name=None,
            year=np.tile([2030, 2045], len(blocks)),
            supply_kind=np.repeat(kinds[(column // 2 + row // 2) % len(kinds)], 2),
        ),
        PLAN,
    )  # fmt: skip
    frames["heatplan_heat_density"] = (
        _frame(
            blocks,
            block_id=np.arange(len(blocks)).astype(str),
            density_mwh_ha=rng.lognormal(5.5, 0.9, len(blocks)),
        ),
        PLAN,
    )
    streets = frames["streets"][0]
    frames["heatplan_line_density"] = (
        _frame(
            streets.geometry, section_id=streets["street_id"], street=streets["name"],
            line_density_kwh_m=np.linspace(200, 4000, len(streets)),
        ),
        PLAN,
    )  # fmt: skip
    frames["heatplan_heat_networks"] = (
        _frame(
            streets.geometry[:3],
            section_id=streets["street_id"][:3],
            status=["existing", "planned", "potential"],
        ),
        PLAN,
    )
    return frames


def _frame(geometry: object, **columns: object) -> gpd.GeoDataFrame:
    shapes = gpd.GeoSeries(list(geometry), crs=CRS)
    return gpd.GeoDataFrame(pd.DataFrame(columns, index=shapes.index), geometry=shapes)


def _halves(outline: shapely.Polygon) -> gpd.GeoDataFrame:
    west, south, east, north = outline.bounds
    middle = (west + east) / 2
    halves = [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]
    return _frame(halves, district_id=["1", "2"], name=["Altstadt", "Neustadt"])


def _streets(size: float) -> gpd.GeoDataFrame:
    at = np.arange(1, BLOCKS) * PITCH - STREET / 2
    along = [shapely.LineString([(EAST, NORTH + y), (EAST + size, NORTH + y)]) for y in at]
    across = [shapely.LineString([(EAST + x, NORTH), (EAST + x, NORTH + size)]) for x in at]
    lines = along + across
    classes = np.resize(["primary", "residential", "tertiary", "residential", "footway"], len(lines))
    names = [f"Musterstraße {number}" for number in range(len(lines))]
    return _frame(lines, street_id=np.arange(len(lines)).astype(str), name=names, street_class=classes)


def _buildings(west: np.ndarray, south: np.ndarray, rng: np.random.Generator) -> gpd.GeoDataFrame:
    step = np.arange(4) * 26.0
    x = np.repeat(west, 8) + np.tile(np.concatenate([step, step]), len(west)) + 2
    y = np.repeat(south, 8) + np.tile(np.repeat([4.0, 78.0], 4), len(west))
    width, depth = rng.uniform(12, 24, len(x)), rng.uniform(10, 22, len(x))
    uses, ages = _codes("building_use"), _codes("age_class")
    return _frame(
        shapely.multipolygons(shapely.box(x, y, x + width, y + depth), indices=np.arange(len(x))),
        building_id=np.arange(len(x)).astype(str),
        use=rng.choice(uses, len(x)),
        age_class=rng.choice(ages, len(x)),
        floor_area_m2=rng.lognormal(5.5, 1.2, len(x)),
        street="Musterstraße",
        house_number=np.arange(len(x)).astype(str),
    )


def _plants(size: float, rng: np.random.Generator) -> gpd.GeoDataFrame:
    count = 260
    carriers = rng.choice(["solar", "storage", "wind", "biomass", "natural_gas", "geothermal"], count)
    status = rng.choice(["in_operation", "planned", "closed"], count, p=[0.8, 0.1, 0.1])
    power = rng.lognormal(4, 1.5, count)
    located = np.arange(count) % 3 == 0
    points = shapely.points(EAST + rng.uniform(0, size, count), NORTH + rng.uniform(0, size, count))
    begun = pd.Series(pd.to_datetime("2001-01-01") + pd.to_timedelta(rng.integers(0, 9000, count), "D"))
    return _frame(
        np.where(located, points, None),
        mastr_id=[f"SEE{number:012d}" for number in range(count)],
        name=[f"Anlage {number}" for number in range(count)],
        carrier=carriers,
        status=status,
        net_kw=power,
        commissioned=begun.where(status != "planned"),
        closed=(begun + pd.Timedelta(days=300)).where(status == "closed"),
        findings=np.where(np.arange(count) % 30 == 0, "coordinates_outside", None),
    )


def _unlocated(outline: shapely.Polygon, plants: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Sums of the municipality: generation as carrier "all", and storage apart."""
    kinds = {"all": plants[plants["carrier"] != "storage"], "storage": plants[plants["carrier"] == "storage"]}
    missing = {carrier: units[units.geometry.isna()] for carrier, units in kinds.items()}
    return _frame(
        [outline] * len(kinds),
        area_kind="municipality",
        area_id="99999999",
        area_name="Musterstadt",
        carrier=list(kinds),
        units=[len(units) for units in kinds.values()],
        net_kw=[units["net_kw"].sum() for units in kinds.values()],
        unlocated_units=[len(units) for units in missing.values()],
        unlocated_kw=[units["net_kw"].sum() for units in missing.values()],
    )


def _cells(rng: np.random.Generator) -> gpd.GeoDataFrame:
    column, row = (axis.ravel() for axis in np.meshgrid(np.arange(10), np.arange(10)))
    west, south = EAST + column * 100.0, NORTH + row * 100.0
    return _frame(
        shapely.box(west, south, west + 100, south + 100),
        cell_id=[f"E{x}N{y}" for x, y in zip(column, row)],
        census_year=2022,
        population=rng.integers(3, 120, len(column)),
        prevailing_age=rng.choice(_codes("age_class")[:-1], len(column)),
    )


def make_workspace(path, frames=None, name="Probestadt", ags="14999000"):
    """Write frames into a new workspace."""
    workspace = Workspace.create(path, ags, name, CRS)
    run = Run("enact:test", {}, "0.1.0", "nobody")
    for layer, (frame, source) in (frames or town_frames()).items():
        workspace.replace(layer, Outcome(frame, source, rows_in=len(frame)), run)
    return workspace


@pytest.fixture(scope="session")
def town(tmp_path_factory, qgis_app):
    """Workspace of the town; read only, copy it before writing into it."""
    return make_workspace(tmp_path_factory.mktemp("town") / "musterstadt.gpkg")


@pytest.fixture
def own_town(town, tmp_path):
    """Return a copy of the town that a test may change."""
    path = tmp_path / "musterstadt.gpkg"
    path.write_bytes(town.path.read_bytes())
    return Workspace.open(path)


@pytest.fixture(scope="session")
def town_at(qgis_app):
    """Return what makes a workspace of some layers of the town, each changed by the function of its name."""

    def make(path, *layers, also=None, name="Probestadt", ags="14999000", **changed):
        frames = {layer: held for layer, held in town_frames().items() if layer in layers}
        for layer, change in changed.items():
            frames[layer] = (change(frames[layer][0]), frames[layer][1])
        for layer, frame in (also or {}).items():
            frames[layer] = (frame, CADASTRE)
        return make_workspace(path, frames, name, ags)

    return make


@pytest.fixture
def town_with(tmp_path, town_at):
    """As `town_at`, in a folder of the test's own."""

    def make(*layers, **others):
        return town_at(tmp_path / "wenig.gpkg", *layers, **others)

    return make
