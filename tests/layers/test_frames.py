"""Sources of QGIS as frames: nothing is lost at the border, and nothing is invented."""

from __future__ import annotations

import geopandas as gpd
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSource,
    QgsGeometry,
    QgsVectorLayer,
)
from shapely.geometry import Point, box

from enact_plugin.errors import EnactError
from enact_plugin.layers.files import write_file
from enact_plugin.layers.frames import Delivery, delivery_of, to_frame

E0, N0 = 400_000, 5_650_000
UTM = "EPSG:25833"
BOUNDS = (E0, N0, E0 + 100, N0 + 100)


@pytest.fixture
def utm(qgis_app):
    return QgsCoordinateReferenceSystem(UTM)


def memory_layer(definition, *features):
    """Layer from (WKT or None, attributes) pairs."""
    layer = QgsVectorLayer(definition, "Schicht", "memory")
    made = []
    for wkt, attributes in features:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(attributes)
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        made.append(feature)
    ok, _added = layer.dataProvider().addFeatures(made)
    assert ok
    return layer


def three_points():
    """One inside the box, one without geometry, one outside."""
    return gpd.GeoDataFrame(
        {"name": ["innen", "ohne", "außen"]},
        geometry=[Point(E0 + 5, N0 + 5), None, Point(E0 + 5000, N0)],
        crs=UTM,
    )


# ---- rows without geometry


@pytest.mark.parametrize("crs", [UTM, "EPSG:25832"])
def test_rows_without_geometry_are_in_no_box_and_are_read_all_the_same(utm, tmp_path, crs):
    layer = QgsVectorLayer(str(write_file(three_points(), tmp_path / "punkte.gpkg")), "p", "ogr")
    target = QgsCoordinateReferenceSystem(crs)
    bounds = gpd.GeoSeries([box(*BOUNDS)], crs=UTM).to_crs(crs).total_bounds
    frame = to_frame(layer, target, bounds=bounds)
    assert frame["name"].tolist() == ["innen", "ohne"]
    assert frame.geometry.isna().tolist() == [False, True]


def test_an_empty_geometry_is_none(utm):
    layer = memory_layer(
        f"Point?crs={UTM}&field=name:string", (f"POINT({E0} {N0})", ["innen"]), ("POINT EMPTY", ["leer"])
    )
    assert to_frame(layer, utm, bounds=BOUNDS)["name"].tolist() == ["innen", "leer"]


def test_a_service_is_asked_for_the_box_alone(utm, tmp_path):
    layer = QgsVectorLayer(str(write_file(three_points(), tmp_path / "punkte.gpkg")), "p", "ogr")
    frame = to_frame(layer, utm, bounds=BOUNDS, delivery=Delivery(by_service=True))
    assert frame["name"].tolist() == ["innen"]


def test_a_table_without_geometry_is_read_whole_whatever_the_box(utm):
    layer = memory_layer("NoGeometry?field=ostwert:double", (None, [1.0]), (None, [2.0]))
    assert len(to_frame(layer, utm, bounds=BOUNDS)) == 2


@pytest.mark.parametrize("bounds", [None, BOUNDS])
def test_only_the_columns_asked_for_are_read_in_the_order_of_the_source(utm, tmp_path, bounds):
    points = three_points().assign(ort="Musterstadt", nummer=[1, 2, 3])
    layer = QgsVectorLayer(str(write_file(points, tmp_path / "punkte.gpkg")), "p", "ogr")
    whole = to_frame(layer, utm, bounds=bounds)
    some = to_frame(layer, utm, bounds=bounds, only=("nummer", "name", "gibt_es_nicht"))
    assert list(some.columns) == ["name", "nummer", "geometry"]
    assert some.equals(whole[["name", "nummer", "geometry"]])
    assert list(to_frame(layer, utm, bounds=bounds, only=()).columns) == ["geometry"]


# ---- what cannot be transformed


@pytest.mark.parametrize("bounds", [None, (-5e7, -5e7, 5e7, 5e7)])
def test_a_place_that_cannot_be_transformed_is_an_error_and_not_a_row_without_geometry(utm, bounds):
    # longitude 105° is ninety degrees east of the zone's meridian
    layer = memory_layer("Point?crs=EPSG:4326&field=i:integer", ("POINT(105.1 0.1)", [1]))
    with pytest.raises(EnactError) as raised:
        to_frame(layer, utm, bounds=bounds)
    assert raised.value.code == "transform_failed"
    assert raised.value.params["layer"] == "Schicht"


def test_what_can_be_transformed_is(utm):
    layer = memory_layer("Point?crs=EPSG:25832&field=i:integer", ("POINT(817000 5668000)", [1]))
    moved = to_frame(layer, utm).geometry.iloc[0]
    expected = gpd.GeoSeries([Point(817_000, 5_668_000)], crs="EPSG:25832").to_crs(UTM).iloc[0]
    assert moved.distance(expected) < 0.01


# ---- the count


class Miscounting(QgsFeatureSource):
    """A source whose provider only estimates how many rows it has."""

    def __init__(self, layer, counts):
        super().__init__()
        self.layer = layer
        self.counts = list(counts)

    def featureCount(self):
        return self.counts.pop(0) if len(self.counts) > 1 else self.counts[0]

    def getFeatures(self, request):
        return self.layer.getFeatures(request)

    def fields(self):
        return self.layer.fields()

    def wkbType(self):
        return self.layer.wkbType()

    def sourceCrs(self):
        return self.layer.crs()

    def sourceName(self):
        return "geschätzt"


@pytest.fixture
def two_rows():
    return memory_layer(f"Point?crs={UTM}&field=i:integer", ("POINT(1 1)", [1]), ("POINT(2 2)", [2]))


def test_rows_that_the_provider_counts_otherwise_are_an_error(utm, two_rows):
    with pytest.raises(EnactError) as raised:
        to_frame(Miscounting(two_rows, [100]), utm)
    assert raised.value.code == "layer_unreadable"
    assert (raised.value.params["read"], raised.value.params["expected"]) == (2, 100)


def test_where_the_count_is_an_estimate_two_readings_that_agree_are_enough(utm, two_rows):
    assert len(to_frame(Miscounting(two_rows, [100]), utm, delivery=Delivery(count_estimated=True))) == 2


def test_a_layer_that_changed_while_it_was_read_is_read_again(utm, two_rows):
    assert len(to_frame(Miscounting(two_rows, [1, 2]), utm)) == 2


@pytest.mark.parametrize("estimated", [True, False])
def test_a_database_says_in_its_address_that_it_estimates(qgis_app, estimated):
    uri = "dbname='x' host='localhost' " + ("estimatedmetadata=true " if estimated else "")
    delivery = delivery_of("postgres", f'{uri}table="public"."st" (geom)')
    assert delivery.by_database
    assert delivery.count_estimated is estimated
    assert not delivery.by_service
    assert delivery_of("WFS", "url='https://example.org/wfs'").by_service
    assert delivery_of("ogr", "/vsizip/estimatedmetadata=true.gpkg") == Delivery()
