"""A town through services is the town from files, feature by feature; only where it comes from is another."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from pathlib import Path
from typing import Any, Callable

import fake_lod2
import pytest
import real_wfs
import servers

from enact_plugin.layers.workspace import Workspace
from enact_plugin.reference.kinds import layer_kind
from enact_plugin.sources.services import service as known
from enact_plugin.sources.services.service import Protocol, Service

ALL_PRESETS = known.presets()
AREA_TOLERANCE_M2 = 1e-3  # the server writes nine decimals


@pytest.fixture(scope="module")
def served(real_data, tmp_path_factory, qgis_app):
    """QGIS Server over the outlines of Cottbus and the surfaces of Görlitz, five hundred objects an answer at most."""
    folder = tmp_path_factory.mktemp("served")
    files = {
        "ave:GebaeudeBauwerk": ("buildings/cottbus_alkis_hausumringe.geojson", "cottbus"),
        "lod2:surfaces": ("buildings/goerlitz_lod2_surfaces.geojson", "goerlitz"),
    }
    layers = {
        name: real_wfs.write_layer(
            real_data / path, folder / f"{town}.gpkg", f'SELECT * FROM "{stem_of(real_data / path)}"'
        )
        for name, (path, town) in files.items()
    }
    server = real_wfs.serve(servers.Web(), layers, limit=500, declared=500)
    yield server, layers
    server.close()


def stem_of(path: Path) -> str:
    from osgeo import ogr

    source = ogr.Open(str(path))
    return source.GetLayer(0).GetName()


@pytest.fixture
def presets(monkeypatch):
    """Put services of this test in the place of the presets."""

    def put(*services: Service) -> None:
        monkeypatch.setattr(known, "presets", lambda: services)

    return put


def boundary_around(path: Path, target: Path) -> str:
    """A municipality without corners on the axes, which leaves out what lies at the edge of the data."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(path), "", "ogr")
    extent = layer.extent()
    middle = extent.center()
    west, east, south, north = extent.xMinimum(), extent.xMaximum(), extent.yMinimum(), extent.yMaximum()
    ring = [
        (middle.x(), south),
        (east, middle.y()),
        (middle.x(), north),
        (west, middle.y()),
        (middle.x(), south),
    ]
    text = ", ".join(f"[{x}, {y}]" for x, y in ring)
    target.write_text(
        '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:25833"}}, "features": '
        f'[{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "Polygon", "coordinates": [[{text}]]}}}}]}}'
    )
    return str(target)


def same(one, other, key: str) -> None:
    """All columns and all places, by key."""
    from pandas.testing import assert_frame_equal

    one, other = (each.set_index(key).sort_index() for each in (one, other))
    assert one.index.is_unique and list(one.index) == list(other.index)
    assert_frame_equal(one.drop(columns="geometry"), other.drop(columns="geometry"), rtol=1e-6, atol=0.011)
    apart = one.geometry.symmetric_difference(other.geometry, align=True).area
    assert (apart < AREA_TOLERANCE_M2).all(), apart.sort_values().tail()


@pytest.mark.parametrize(("town", "ags", "name"), [
    ("cottbus", "12052000", "ave:GebaeudeBauwerk"),
    ("goerlitz", "14626110", "lod2:surfaces"),
])  # fmt: skip
def test_buildings_of_a_town(run, served, presets, tmp_path, town, ags, name):
    server, layers = served
    server.reset(limit=500, declared=500)
    boundary = boundary_around(layers[name], tmp_path / "grenze.geojson")
    places = {each: str(tmp_path / f"{each}.gpkg") for each in ("files", "services")}
    for each in places.values():
        run("loadlayer", INPUT=boundary, KIND="boundary", AGS=ags, WORKSPACE=each)
    run("loadbuildings", INPUT=str(layers[name]), WORKSPACE=places["files"])
    presets(
        Service(
            "local",
            "Lokaler WFS",
            "buildings",
            Protocol.WFS,
            server.url,
            name,
            licence="dl-de/by-2-0",
            margin_m=50.0,
        )
    )
    run("loadbuildings", WORKSPACE=places["services"], CACHE=str(tmp_path / "cache"))
    one, other = (Workspace.open(path) for path in places.values())
    assert len(server.log.objects()) > 3  # five hundred objects an answer
    same(one.read("buildings"), other.read("buildings"), "building_id")
    told = other.provenance("buildings")
    assert "Lokaler WFS (127.0.0.1" in told.source
    assert told.licence == "dl-de/by-2-0"


def test_thirty_thousand_buildings_of_the_fictitious_town(run, tmp_path):
    """From a person's address; the server cuts every answer at a thousand objects without a word."""
    given = json.loads(run("demodata", SIZE=30_000, SEED=1, FOLDER=str(tmp_path / "demo"))["PARAMETERS"])
    name = "ave:GebaeudeBauwerk"
    web = servers.Web()
    server = real_wfs.serve(web, {name: Path(given["BUILDINGS"])}, limit=1_000)
    places = [str(tmp_path / f"{each}.gpkg") for each in ("files", "services")]
    try:
        for each in places:
            run("loadlayer", INPUT=given["BOUNDARY"], KIND="boundary", AGS=given["AGS"], WORKSPACE=each)
        run("loadbuildings", INPUT=given["BUILDINGS"], WORKSPACE=places[0])
        run(
            "loadbuildings",
            ADDRESS=server.url,
            LAYER=name,
            WORKSPACE=places[1],
            CACHE=str(tmp_path / "cache"),
        )
    finally:
        server.close()
    one, other = (Workspace.open(path).read("buildings") for path in places)
    assert len(other) == 30_000
    assert server.log.at_once <= 4
    same(one, other, "building_id")


# ---- a whole municipality


def test_the_fictitious_municipality_as_a_whole(run, presets, tmp_path):
    given = json.loads(run("demodata", SIZE=200, SEED=1, FOLDER=str(tmp_path / "demo"))["PARAMETERS"])
    further = dict(part.split("=", 1) for part in given.pop("HEATPLAN").split(";"))
    ags, census = given.pop("AGS"), given.pop("CENSUS").split(";")
    files = {name.lower(): path for name, path in given.items() if name != "PLANTS"}
    files.update({kind: further[kind] for kind in FURTHER})
    layers = {
        f"demo:{kind}": real_wfs.write_layer(
            Path(path), tmp_path / f"{kind}.gpkg", f'SELECT * FROM "{stem_of(Path(path))}"'
        )
        for kind, path in files.items()
    }
    web = servers.Web()
    server = real_wfs.serve(web, layers, limit=100, declared=100)
    try:
        presets(*services_of(server, layers), *files_of(web, census))
        one, other = (tmp_path / f"{each}.gpkg" for each in ("files", "services"))
        for kind, path in (*files.items(), ("census", census)):
            load(run, kind, ags, WORKSPACE=str(one), INPUT=path)
            load(run, kind, ags, WORKSPACE=str(other), CACHE=str(tmp_path / "cache"))
    finally:
        server.close()
    one, other = Workspace.open(one), Workspace.open(other)
    for kind in (*files, "census"):
        layer = layer_kind(kind).layer
        same(one.read(layer), other.read(layer), layer_kind(kind).key)
        assert "127.0.0.1" in other.provenance(layer).source


def load(run, kind, ags, **values):
    loader = layer_kind(kind).loader
    run(loader, **values, **({"KIND": kind, "AGS": ags} if loader == "loadlayer" else {}))


FURTHER = ("rail", "water", "exclusions", "supply_areas")


def services_of(server, layers):
    for name in layers:
        kind = name.partition(":")[2]
        values = {"filter": "ags = {ags}", "by_filter": True} if kind == "boundary" else {"margin_m": 50.0}
        yield Service(f"local_{kind}", f"Lokal: {kind}", kind, Protocol.WFS, server.url, name, **values)


def files_of(web, census):
    for number, path in enumerate(census):
        address, content = f"/census/{Path(path).stem}.zip", zipped(Path(path))
        web.routes[address] = lambda call, content=content: call.answer(content)
        yield Service(f"census_{number}", f"Zensus {number}", "census", Protocol.FILE, web.url(address))


def zipped(path: Path) -> bytes:
    """A file as the statistical offices deliver it; the demo's are in part unpacked."""
    if path.suffix == ".zip":
        return path.read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(path, path.name)
    return packed.getvalue()


# ---- tiles of the city model


def test_a_town_from_the_tiles_of_the_city_model(run, real_data, presets, tmp_path):
    source = real_data / "buildings" / "goerlitz_lod2_surfaces.geojson"
    whole = shape_file(source, tmp_path / "alle.shp")
    web = servers.Web()
    index = fake_lod2.FakeLod2(web, tiles_of(whole, tmp_path))
    assert len(index.tiles) > 1
    ags, one, other = "14626110", tmp_path / "files.gpkg", tmp_path / "services.gpkg"
    try:
        options = {**index.options, "zip_layer": "*.shp"}
        presets(
            Service(
                "tiles",
                "Lokal: Kacheln",
                "buildings",
                Protocol.LOD2,
                index.url,
                "3",
                crs="EPSG:25833",
                options=options,
            )
        )
        boundary = boundary_around(whole, tmp_path / "grenze.geojson")
        for each in (one, other):
            run("loadlayer", INPUT=boundary, KIND="boundary", AGS=ags, WORKSPACE=str(each))
        run("loadbuildings", INPUT=str(whole), WORKSPACE=str(one))
        run("loadbuildings", WORKSPACE=str(other), CACHE=str(tmp_path / "cache"))
    finally:
        web.close()
    same(Workspace.open(one).read("buildings"), Workspace.open(other).read("buildings"), "building_id")


def shape_file(source: Path, target: Path, wanted: Callable[[Any], bool] | None = None) -> Path:
    """Objects of a file as a shape file of UTM."""
    from osgeo import gdal, ogr

    gdal.UseExceptions()
    if wanted is None:
        options = gdal.VectorTranslateOptions(
            format="ESRI Shapefile", dstSRS="EPSG:25833", layerCreationOptions=["ENCODING=UTF-8"]
        )
        written = gdal.VectorTranslate(str(target), str(source), options=options)
        del written  # closes and writes
        return target
    read = gdal.OpenEx(str(source), gdal.OF_VECTOR, open_options=["ENCODING=UTF-8"])
    layer = read.GetLayer(0)
    made = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(target))
    copy = made.CreateLayer(target.stem, layer.GetSpatialRef(), layer.GetGeomType(), ["ENCODING=UTF-8"])
    for number in range(layer.GetLayerDefn().GetFieldCount()):
        copy.CreateField(layer.GetLayerDefn().GetFieldDefn(number))
    for feature in layer:
        if wanted(feature):
            copy.CreateFeature(feature)
    del copy, made
    return target


def tiles_of(whole: Path, folder: Path) -> dict[str, bytes]:
    """Zip of each tile of two kilometres, by its corner in km; a surface is in the tile of its middle."""

    def corner(feature) -> tuple[int, int]:
        west, east, south, north = feature.GetGeometryRef().GetEnvelope()
        return int((west + east) / 2 // 2000) * 2, int((south + north) / 2 // 2000) * 2

    corners: set[tuple[int, int]] = set()
    shape_file(whole, folder / "none.shp", lambda feature: bool(corners.add(corner(feature))))
    tiles = {}
    for tile in sorted(corners):
        name = f"lod2_33{tile[0]}_{tile[1]}_2_sn"
        shape_file(whole, folder / f"{name}.shp", lambda feature, tile=tile: corner(feature) == tile)
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for part in folder.glob(f"{name}.*"):
                archive.write(part, f"{name}/{part.name}")
        tiles[f"{tile[0]}{tile[1]}"] = packed.getvalue()
    return tiles


# ---- the boundary


def test_the_boundary_by_its_key_from_a_layer_of_many(run, real_data, presets, tmp_path):
    """As BKG serves it: a row for the water of the same key, German field names in lower case, zone 32."""
    source, ags = real_data / "areas" / "saxony_municipalities.gpkg", "14626110"
    columns = "ARS AS ars, '' AS gen, 'Stadt' AS bez"
    table = stem_of(source)
    layer = real_wfs.write_layer(
        source,
        tmp_path / "vg250.gpkg",
        f"SELECT ags, {columns}, 4 AS gf, 'DEBKG' || ags AS objid, geom AS geometry FROM {table} UNION ALL "
        f"SELECT '{ags}', {columns}, 2, 'DEBKGWASSER', geom FROM {table} WHERE ags = '14626010'",
        crs="EPSG:25832",
    )
    server = real_wfs.serve(servers.Web(), {"vg250:vg250_gem": layer}, limit=100)
    one, other = tmp_path / "files.gpkg", tmp_path / "services.gpkg"
    try:
        preset = next(each for each in ALL_PRESETS if each.id == "bkg_vg250")
        presets(dataclasses.replace(preset, url=server.url))
        run("loadlayer", KIND="boundary", AGS=ags, INPUT=str(source), WORKSPACE=str(one))
        run("loadlayer", KIND="boundary", AGS=ags, WORKSPACE=str(other), CACHE=str(tmp_path / "cache"))
    finally:
        server.close()
    shapes = [Workspace.open(path).read("municipality").geometry for path in (one, other)]
    assert [len(each) for each in shapes] == [1, 1]
    assert shapes[0].iloc[0].symmetric_difference(shapes[1].iloc[0]).area < 1.0
    assert Workspace.open(other).provenance("municipality").state_date is None  # the service tells no day
    assert len(server.log.objects()) <= 2  # not all of Saxony
