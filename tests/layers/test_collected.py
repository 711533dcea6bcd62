import gc
import json
import re
import resource
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr
from qgis.core import QgsVectorLayer

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.layers.collected import merged
from enact_plugin.layers.frames import to_frame
from enact_plugin.layers.pages import plane
from enact_plugin.layers.projections import crs_of
from enact_plugin.progress import Progress

UTM = "EPSG:25833"
WFS = 'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:a="http://a.example/a"'
SQUARE = ((0, 0), (10, 0), (10, 10), (0, 10), (0, 0))


def ring(x, y, size=1.0):
    return " ".join(f"{x + size * right} {y + size * up}" for right, up in SQUARE)


def polygon(x, y, size=1.0, srs="urn:ogc:def:crs:EPSG::25833"):
    return (
        f'<gml:MultiSurface srsName="{srs}"><gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing>'
        f"<gml:posList>{ring(x, y, size)}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
        "</gml:surfaceMember></gml:MultiSurface>"
    )


def point(x, y, srs="urn:ogc:def:crs:EPSG::25833"):
    return f'<gml:Point srsName="{srs}"><gml:pos>{x} {y}</gml:pos></gml:Point>'


def member(number, geometry="", **fields):
    shape = f"<a:geom>{geometry}</a:geom>" if geometry else ""
    texts = "".join(f"<a:{name}>{value}</a:{name}>" for name, value in fields.items())
    return f'<wfs:member><a:House gml:id="House.{number}">{texts}{shape}</a:House></wfs:member>'


def gml(path, *members, end="</wfs:FeatureCollection>"):
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection {WFS}>{"".join(members)}{end}', "utf-8"
    )
    return path


def feature(geometry=None, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def at(x, y):
    return {"type": "Point", "coordinates": [x, y]}


def geojson(path, *features):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return path


def read(path):
    """Rows as the loaders get them."""
    layer = QgsVectorLayer(str(path), "collected", "ogr")
    assert layer.isValid()
    frame = to_frame(layer, crs_of(layer.crs().authid() or UTM))
    return frame.drop(columns=[name for name in ("fid", "fid_2") if name in frame])


@pytest.fixture()
def out(qgis_app, tmp_path):
    return tmp_path / "cache" / "out.gpkg"


# ---- types


def test_a_postcode_keeps_its_zero_and_what_is_a_number_everywhere_is_one(tmp_path, out):
    pages = [
        gml(tmp_path / "1.gml", member(1, point(4e5, 56e5), oid="a", plz="01067", floors="2", area="12.5")),
        gml(tmp_path / "2.gml", member(2, point(4e5, 56e5), oid="b", plz="04109", floors="10", area="7")),
    ]
    frame = read(merged(pages, UTM, ("oid",), out).path).sort_values("oid")
    assert list(frame["plz"]) == ["01067", "04109"]
    assert list(frame["floors"]) == [2, 10] and frame["floors"].dtype == "Int64"
    assert list(frame["area"]) == [12.5, 7.0]


def test_keys_of_one_length_stay_texts_and_so_do_numbers_that_name(tmp_path, out):
    pages = [
        gml(
            tmp_path / "1.gml",
            member(1, point(4e5, 56e5), oid="a", ags="14713000", part="1.1", sign="+5"),
            member(2, point(4e5, 56e5), oid="b", ags="14612000", part="1.10", sign="6"),
        )
    ]
    frame = read(merged(pages, UTM, ("oid",), out).path)
    assert [list(frame[name]) for name in ("ags", "part", "sign")] == [
        ["14713000", "14612000"], ["1.1", "1.10"], ["+5", "6"],
    ]  # fmt: skip


def test_a_field_that_one_page_lacks_is_null_there(tmp_path, out):
    pages = [
        gml(tmp_path / "1.gml", member(1, point(4e5, 56e5), oid="a")),
        gml(tmp_path / "2.gml", member(2, point(4e5, 56e5), oid="b", name="Rathaus")),
    ]
    assert list(read(merged(pages, UTM, ("oid",), out).path)["name"]) == [None, "Rathaus"]


def test_pages_of_json_agree_on_a_type(tmp_path, out):
    pages = [
        geojson(
            tmp_path / "1.geojson", feature(at(4e5, 56e5), id="a", n=1, t=1, b=True, d="2024-02-29", z=None)
        ),
        geojson(
            tmp_path / "2.geojson", feature(at(4e5, 56e5), id="b", n=1.5, t="x", b=False, d="2023-01-01", z=3)
        ),
    ]
    frame = read(merged(pages, UTM, ("id",), out).path)
    assert list(frame["n"]) == [1.0, 1.5]
    assert list(frame["t"]) == ["1", "x"]
    assert list(frame["b"]) == [True, False] and frame["b"].dtype == "boolean"
    assert [str(day.date()) for day in frame["d"]] == ["2024-02-29", "2023-01-01"]
    assert frame["z"].dtype == "Int64"


def test_a_list_and_a_moment_come_as_texts_that_lose_nothing(tmp_path, out):
    page = geojson(
        tmp_path / "1.geojson",
        feature(
            at(4e5, 56e5), tags=["a", "b"], when="2024-01-31T23:30:00", there="2024-01-31T23:30:00+01:00"
        ),
    )
    row = read(merged([page], UTM, (), out).path).iloc[0]
    assert row["tags"] == "a;b"
    assert row["when"] == "2024-01-31T23:30:00.000"
    assert row["there"] == "2024-01-31T23:30:00.000+01:00"


def test_fields_named_as_the_files_own_columns_or_alike_but_for_capitals_are_kept(tmp_path, out):
    page = geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5), fid="x", geom="y", Name="a", name="b"))
    frame = read(merged([page], UTM, (), out).path)
    assert frame[["geom", "Name", "name_2"]].iloc[0].tolist() == ["y", "a", "b"]


@pytest.mark.parametrize("ending", [".gml", ".geojson"])
def test_values_are_as_those_of_the_planners_own_file(tmp_path, out, real_data, ending):
    """Cottbus through pages, and read by QGIS from the file as it is delivered."""
    whole = real_data / "buildings" / "cottbus_alkis_hausumringe.geojson"
    content = json.loads(whole.read_text("utf-8"))["features"][:300]
    if ending == ".geojson":
        cuts = (content[:120], content[100:220], content[200:])
        pages = [geojson(tmp_path / f"{at}.geojson", *cut) for at, cut in enumerate(cuts)]
    else:
        geojson(tmp_path / "whole.geojson", *content)
        options = gdal.VectorTranslateOptions(format="GML", datasetCreationOptions=["FORMAT=GML3.2"])
        gdal.VectorTranslate(str(tmp_path / "page.gml"), str(tmp_path / "whole.geojson"), options=options)
        (tmp_path / "page.xsd").unlink()  # pages come without
        pages = [tmp_path / "page.gml"]
    found = read(merged(pages, "EPSG:4326", (), out).path)
    expected = read(geojson(tmp_path / "all.geojson", *content))
    assert len(found) == len(expected)
    found, expected = found.sort_values("oi"), expected.sort_values("oi")
    for name in expected.columns.drop(["geometry", "GebaeudeID"]):  # of an empty field GML says nothing
        served = found[re.sub(r"\W", "_", name) if ending == ".gml" else name]  # XML has no brackets in names
        if expected[name].dtype == float:
            assert served.to_numpy() == pytest.approx(expected[name].to_numpy(), rel=1e-14)
        else:
            assert served.astype(str).tolist() == expected[name].astype(str).tolist()
    assert found.geometry.geom_equals_exact(expected.geometry, 1e-9, align=False).all()


# ---- each object once


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    split=st.lists(st.lists(st.integers(0, 12), max_size=8), min_size=1, max_size=5),
    keyed=st.booleans(),
    keyless=st.sets(st.integers(0, 12)),
)
def test_objects_split_over_pages_with_repetitions_come_each_once(
    qgis_app, tmp_path_factory, split, keyed, keyless
):
    folder = tmp_path_factory.mktemp("split")

    def house(number, place):
        named = {} if number in keyless else {"oid": f"o{number}"}
        return member(f"{place}.{number}", point(4e5 + number, 56e5), name=f"n{number}", **named)

    pages = [
        gml(folder / f"{place}.gml", *(house(number, f"{place}.{at}") for at, number in enumerate(numbers)))
        for place, numbers in enumerate(split)
    ]
    made = merged(pages[::-1], UTM, ("oid",) if keyed else (), folder / "out.gpkg")
    numbers = [number for page in split for number in page]
    assert (made.rows, made.repeated) == (len(set(numbers)), len(numbers) - len(set(numbers)))
    assert not made.findings
    if numbers:
        assert sorted(read(made.path)["name"]) == sorted(f"n{number}" for number in set(numbers))


def test_numbers_that_a_server_gives_anew_do_not_make_another_object(tmp_path, out):
    def numbered(number, **properties):
        return {**feature(at(4e5, 56e5), OBJECTID=number, **properties), "id": f"x{number}"}

    pages = [
        geojson(tmp_path / f"{n}.geojson", numbered(n, n=1 if n else 1.5), numbered(n, n=2))
        for n in (0, 1, 2)
    ]
    made = merged(pages, UTM, (), out)  # 2 is Real on the first page and Integer on the others
    assert sorted(read(made.path)["n"]) == [1.0, 1.5, 2.0]


def test_a_property_called_id_does_make_another_object(tmp_path, out):
    page = geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5), id=1), feature(at(4e5, 56e5), id=2))
    assert merged([page], UTM, (), out).rows == 2


def test_an_object_that_a_service_cut_at_the_border_is_told(tmp_path, out):
    pages = [
        gml(tmp_path / "1.gml", member(1, polygon(4e5, 56e5), oid="a")),
        gml(tmp_path / "2.gml", member(2, polygon(4e5, 56e5, 0.5), oid="a")),
        gml(tmp_path / "3.gml", member(3, polygon(4e5, 56e5), oid="a")),
    ]
    made = merged(pages, UTM, ("oid",), out)
    assert (made.rows, made.repeated) == (1, 2)
    assert [(each.id, each.values) for each in made.findings] == [("service_objects_differ", {"rows": 1})]
    assert read(made.path).geometry.iloc[0].area == 100.0


def test_an_object_that_says_other_things_the_second_time_is_told(tmp_path, out):
    pages = [
        gml(tmp_path / "1.gml", member(1, point(4e5, 56e5), oid="a", n="12.50", day="2024-01-31")),
        gml(tmp_path / "2.gml", member(2, point(4e5, 56e5), oid="a", n="12.5", day="2024-01-31")),
        gml(tmp_path / "3.gml", member(3, point(4e5, 56e5), oid="a", n="13.5", day="2024-01-31")),
        gml(tmp_path / "4.gml", member(4, point(4e5, 57e5), oid="b", n="7.25", day="2024-02-01")),
    ]
    made = merged(pages, UTM, ("oid",), out)
    assert (made.rows, made.repeated) == (2, 2)
    found = {each.id: each.values for each in made.findings}
    assert set(found) == {"service_objects_contradict"}
    assert 1 <= found["service_objects_contradict"]["rows"] <= 2  # whichever page is the first


def test_the_order_in_which_pages_came_and_their_names_do_not_matter(tmp_path, out):
    pages = [gml(tmp_path / f"{at}.gml", member(at, point(4e5, 56e5), oid="a", n=str(at))) for at in range(3)]
    renamed = [page.with_name(f"{9 - at}.gml") for at, page in enumerate(pages)]
    for page, other in zip(pages, renamed):
        other.write_bytes(page.read_bytes())
    orders = (pages, pages[::-1], renamed, renamed[1:] + renamed[:1])
    assert len({tuple(read(merged(order, UTM, ("oid",), out).path)["n"]) for order in orders}) == 1


def test_a_page_that_is_gone_is_named(tmp_path, out):
    with pytest.raises(EnactError) as refused:
        merged([tmp_path / "gone.gml"], UTM, (), out)
    assert (refused.value.code, refused.value.params["path"]) == (
        "service_page_refused",
        str(tmp_path / "gone.gml"),
    )


# ---- geometry


def test_curves_are_straightened_heights_dropped_and_single_ones_put_beside_multi(tmp_path, out):
    arc = (
        '<gml:Curve srsName="urn:ogc:def:crs:EPSG::25833"><gml:segments><gml:Arc><gml:posList>'
        "400000 5600000 400010 5600010 400020 5600000</gml:posList></gml:Arc></gml:segments></gml:Curve>"
    )
    page = geojson(
        tmp_path / "1.geojson",
        feature({"type": "Polygon", "coordinates": [[[4e5 + x, 56e5 + y, 7] for x, y in SQUARE]]}),
        feature({"type": "MultiPolygon", "coordinates": [[[[5e5 + x, 56e5 + y] for x, y in SQUARE]]]}),
    )
    shapes = read(merged([page], UTM, (), out).path).geometry
    assert set(shapes.geom_type) == {"MultiPolygon"} and not shapes.has_z.any()
    curve = read(merged([gml(tmp_path / "2.gml", member(1, arc))], UTM, (), out).path).geometry.iloc[0]
    # half a circle of radius 10: 31.4 m
    assert curve.length == pytest.approx(31.4159, abs=0.01)


def test_points_and_areas_in_one_layer_and_objects_without_geometry_are_all_kept(tmp_path, out):
    page = gml(
        tmp_path / "1.gml",
        member(1, point(4e5, 56e5), n="1"), member(2, polygon(4e5, 56e5), n="2"), member(3, n="3"),
    )  # fmt: skip
    frame = read(merged([page], UTM, (), out).path)
    assert sorted(frame["n"]) == [1, 2, 3]
    assert frame.geometry.isna().sum() == 1


def test_a_table_without_any_geometry_is_one(tmp_path, out):
    frame = read(merged([gml(tmp_path / "1.gml", member(1, n="7"))], UTM, (), out).path)
    assert list(frame["n"]) == [7] and frame.geometry.isna().all()


@pytest.mark.parametrize(
    ("srs", "crs", "pair"),
    [
        ("urn:ogc:def:crs:EPSG::4326", "EPSG:4326", (51.0, 13.7)),
        ("EPSG:4326", "EPSG:4326", (13.7, 51.0)),
        ("urn:adv:crs:ETRS89_Lat-Lon", "EPSG:4258", (51.0, 13.7)),
        ("urn:adv:crs:ETRS89_UTM33", UTM, (409000, 5650000)),
        ("urn:ogc:def:crs:EPSG::25833", UTM, (5650000, 409000)),
    ],
)
def test_the_east_comes_first_whatever_a_server_thinks(tmp_path, out, srs, crs, pair):
    made = merged([gml(tmp_path / "1.gml", member(1, point(*pair, srs)))], crs, (), out)
    place = read(made.path).geometry.iloc[0]
    assert (place.x, place.y) == (min(pair), max(pair))
    assert QgsVectorLayer(str(out), "", "ogr").crs().authid() == crs


def test_json_in_metres_is_not_taken_for_degrees(tmp_path, out):
    merged([geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5)))], UTM, (), out)
    assert QgsVectorLayer(str(out), "", "ogr").crs().authid() == UTM


# ---- whole or not at all


HOUSES = [member(number, point(4e5, 56e5), oid=str(number)) for number in range(20)]


@pytest.mark.parametrize("spoil", ["cut", "byte", "empty", "page"])
def test_a_page_that_is_broken_off_is_refused_and_the_file_before_stands(tmp_path, out, spoil):
    page = gml(tmp_path / "1.gml", *HOUSES)
    merged([page], UTM, ("oid",), out)
    before = out.read_bytes()
    content = page.read_bytes()
    page.write_bytes(
        {
            "cut": content[: len(content) // 2],
            "byte": content.replace(b"House.15", b"House.\xe415"),
            "empty": b"",
            "page": b"<html><wfs:member></html>",
        }[spoil]
    )
    with pytest.raises(EnactError) as refused:
        merged([page], UTM, ("oid",), out)
    assert refused.value.code in ("service_page_unreadable", "service_page_refused")
    assert refused.value.params["path"] == str(page)
    assert out.read_bytes() == before
    assert [each.name for each in out.parent.iterdir()] == ["out.gpkg"]


def test_json_broken_off_is_refused(tmp_path, out):
    page = geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5), a=1), feature(at(4e5, 56e5), a=2))
    page.write_text(page.read_text("utf-8")[:-80], "utf-8")
    with pytest.raises(EnactError):
        merged([page], UTM, (), out)


def test_marks_of_objects_in_the_values_are_no_objects(tmp_path, out):
    page = geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5), inside={"type": "Feature"}))
    assert merged([page], UTM, (), out).rows == 1


def test_no_page_and_a_page_without_objects_are_an_empty_layer(tmp_path, out):
    assert merged([], UTM, (), out).rows == 0
    assert merged([gml(tmp_path / "1.gml")], UTM, (), out).rows == 0
    assert merged([geojson(tmp_path / "1.geojson")], UTM, (), out).rows == 0


@pytest.mark.parametrize(
    ("name", "answer"),
    [("1.gml", "<ows:ExceptionReport/>"), ("1.json", '{"error": {"code": 499}}'), ("1.geojson", "{}")],
)
def test_an_answer_that_is_no_page_is_not_an_empty_one(tmp_path, out, name, answer):
    (tmp_path / name).write_text(answer)
    with pytest.raises(EnactError) as refused:
        merged([tmp_path / name], UTM, (), out)
    assert refused.value.code == "service_page_refused" and answer in refused.value.params["detail"]


def test_a_cancel_leaves_what_was_there(tmp_path, out):
    page = gml(tmp_path / "1.gml", *HOUSES)
    merged([page], UTM, ("oid",), out)
    before = out.read_bytes()
    asked = []
    canceling = Progress(lambda *_what: asked.append(1), lambda: len(asked) > 3)
    with pytest.raises(Canceled):
        merged([page, page], UTM, (), out, progress=canceling)
    assert out.read_bytes() == before
    assert [each.name for each in out.parent.iterdir()] == ["out.gpkg"]


def test_a_full_disk_is_said_and_nothing_of_it_stays(tmp_path, out):
    page = gml(
        tmp_path / "1.gml", *(member(n, polygon(4e5, 56e5), oid=f"{n}", t="x" * 999) for n in range(900))
    )
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, limit[1]))
    try:
        with pytest.raises(EnactError) as refused:
            merged([page], UTM, ("oid",), out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    assert refused.value.code in ("disk_full", "cache_unwritable")
    assert list(out.parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said(tmp_path, out):
    (tmp_path / "file").write_text("")
    with pytest.raises(EnactError) as refused:
        merged([gml(tmp_path / "1.gml", *HOUSES)], UTM, (), tmp_path / "file" / "out.gpkg")
    assert refused.value.code == "cache_unwritable"


def test_nothing_is_left_beside_the_pages_and_no_setting_of_gdal(tmp_path, out):
    gdal.SetThreadLocalConfigOption("GML_FIELDTYPES", None)
    page = gml(tmp_path / "pages.gml", *HOUSES)
    merged([page], UTM, ("oid",), out)
    gc.collect()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["cache", "pages.gml"]
    assert gdal.GetThreadLocalConfigOption("GML_FIELDTYPES", None) is None


# ---- further formats


def test_members_together_and_of_old_versions_are_counted_as_such(tmp_path, out):
    for number, version in enumerate(("featureMember", "featureMembers")):
        houses = "".join(
            f'<a:House gml:id="h{n}"><a:oid>{n}</a:oid><a:g><gml:Point srsName="EPSG:25833">'
            f"<gml:coordinates>40000{n},5600000</gml:coordinates></gml:Point></a:g></a:House>"
            + ("</gml:featureMember><gml:featureMember>" if version == "featureMember" and n == 1 else "")
            for n in (1, 2)
        )
        page = tmp_path / f"{number}.gml"
        spaces = WFS.replace("gml/3.2", "gml").replace("wfs/2.0", "wfs")
        page.write_text(
            f"<wfs:FeatureCollection {spaces}><gml:{version}>{houses}</gml:{version}></wfs:FeatureCollection>"
        )
        frame = read(merged([page], UTM, ("oid",), out).path)
        assert [(each.x, each.y) for each in frame.geometry] == [(400001, 56e5), (400002, 56e5)]


def test_json_with_a_byte_order_mark_is_read(tmp_path, out):
    page = geojson(tmp_path / "1.geojson", feature(at(4e5, 56e5), n="ä"))
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert list(read(merged([page], UTM, (), out).path)["n"]) == ["ä"]


def test_esri_json_comes_with_its_types(tmp_path, out):
    page = tmp_path / "1.json"
    fields = [("OBJECTID", "OID"), ("PLZ", "String"), ("N", "Integer")]
    content = {
        "geometryType": "esriGeometryPolygon",
        "spatialReference": {"wkid": 25833},
        "fields": [{"name": name, "type": f"esriFieldType{kind}"} for name, kind in fields],
        "features": [
            {
                "attributes": {"OBJECTID": number, "PLZ": "01067", "N": number},
                "geometry": {"rings": [[[4e5 + x, 56e5 + y] for x, y in SQUARE]]},
            }
            for number in (4, 5)
        ],
    }
    page.write_text(json.dumps(content), "utf-8")
    frame = read(merged([page], UTM, ("OBJECTID",), out).path)
    assert list(frame["PLZ"]) == ["01067"] * 2 and list(frame["N"]) == [4, 5]


def test_openstreetmap_in_pages_comes_with_true_tag_names_and_each_way_once(tmp_path, out):
    def osm(name, *ways):
        corners = [(51.0, 13.7), (51.0, 13.71), (51.01, 13.71)]
        nodes = "".join(f'<node id="{at}" lat="{y}" lon="{x}"/>' for at, (y, x) in enumerate(corners, 1))
        body = "".join(
            f'<way id="{way}"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>'
            '<tag k="building" v="yes"/><tag k="building:levels" v="3"/></way>'
            for way in ways
        )
        path = tmp_path / name
        path.write_text(f'<osm version="0.6">{nodes}{body}</osm>', "utf-8")
        return path

    pages = [osm("1.osm", 10, 11), osm("2.osm", 11, 12)]
    made = merged(pages, "EPSG:4326", ("full_id",), out, options={"osm": "buildings"})
    assert (made.rows, made.repeated) == (3, 1)
    assert list(read(made.path)["building:levels"]) == ["3"] * 3


def test_shape_files_in_a_folder_of_a_zip_come_all(tmp_path, out):
    def zipped(name, number):
        folder = tmp_path / f"shape{number}"
        driver = gdal.GetDriverByName("ESRI Shapefile")
        dataset = driver.Create(str(folder), 0, 0, 0, gdal.GDT_Unknown)
        layer = dataset.CreateLayer("tile", None, ogr.wkbPolygon25D, ["ENCODING=UTF-8"])
        layer.CreateField(ogr.FieldDefn("ID", ogr.OFTString))
        layer.CreateField(ogr.FieldDefn("H", ogr.OFTReal))
        for key in ("both", f"only{number}"):
            row = ogr.Feature(layer.GetLayerDefn())
            row["ID"], row["H"] = f"{key}ä", 7.25
            row.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON Z ((0 0 1, 0 5 1, 5 5 1, 0 0 1))"))
            layer.CreateFeature(row)
        del layer, dataset
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for part in folder.iterdir():
                archive.write(part, f"tile_{number} {{neu}}/{part.name}")
        return path

    made = merged([zipped("a b.zip", 1), zipped("{c}.zip", 2)], UTM, ("ID",), out)
    assert (made.rows, made.repeated) == (3, 1)
    assert sorted(read(made.path)["ID"]) == ["bothä", "only1ä", "only2ä"]


def test_a_cancel_reaches_openstreetmaps_driver_before_the_first_building(tmp_path, out):
    page = tmp_path / "1.osm"
    nodes = "".join(f"<node id='{number}' lat='51' lon='13'/>" for number in range(1, 200_000))
    page.write_text(f"<osm>{nodes}</osm>")
    asked = []

    def canceled():
        asked.append(1)
        return len(asked) > 6  # while GDAL reads

    with pytest.raises(Canceled):
        merged([page], "EPSG:4326", (), out, options={"osm": "buildings"}, progress=Progress(print, canceled))
    assert not out.exists()


def test_a_text_that_a_shape_file_cuts_within_a_letter_loses_that_letter_only(tmp_path, out):
    dataset = gdal.GetDriverByName("ESRI Shapefile").Create(str(tmp_path / "s"), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("s", None, ogr.wkbPoint, ["ENCODING=UTF-8"])
    layer.CreateField(ogr.FieldDefn("NAME", ogr.OFTString))
    row = ogr.Feature(layer.GetLayerDefn())
    row["NAME"] = "x" * 20 + "straße"
    row.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
    layer.CreateFeature(row)
    del layer, dataset
    table = tmp_path / "s" / "s.dbf"
    content = table.read_bytes()
    table.write_bytes(content.replace("straße".encode(), b"stra\xc3  "))
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        for part in (tmp_path / "s").iterdir():
            archive.write(part, part.name)
    name = read(merged([tmp_path / "s.zip"], UTM, (), out).path)["NAME"].iloc[0]
    assert name.startswith("x" * 20 + "stra")


def test_surfaces_in_space_are_areas_seen_from_above(qgis_app):
    for kind in ("TIN", "POLYHEDRALSURFACE"):
        shape = ogr.CreateGeometryFromWkt(f"{kind} Z (((0 0 1, 0 4 1, 4 4 2, 0 0 1)))")
        assert ogr.CreateGeometryFromWkb(plane(shape)).ExportToWkt() == "MULTIPOLYGON (((0 0,0 4,4 4,0 0)))"


def table(path, text, encoding="utf-8"):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("liesmich.txt", "-")
            archive.writestr("hk/adressen.txt", text.encode(encoding))
    else:
        path.write_bytes(text.encode(encoding))
    return path


ADDRESSES = (
    "oid;gmd;str;ostwert;nordwert;plz\r\n"
    "1;Görlitz;Obere Straße;490000,5;5667000,25;02826\r\n"
    '2;Görlitz;"Weg; hinten";33490010.5;5667000.25;02826\r\n'
    "3;Dresden;Weg;410000,0;5655000,0;01067\r\n"
    "4;Görlitz;Ohne Ort;;;02826\r\n"
)
COORDINATES = {"csv": {"x": "OSTWERT", "y": "nordwert", "delimiter": ";"}}
BOX = (489000.0, 5666000.0, 491000.0, 5668000.0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("name", ["a.csv", "a.zip"])
def test_of_a_states_addresses_those_in_the_box_are_taken(tmp_path, out, name, encoding):
    page = table(tmp_path / name, ADDRESSES, encoding)
    frame = read(merged([page], UTM, ("oid",), out, box=BOX, options=COORDINATES).path)
    assert list(frame["str"]) == ["Obere Straße", "Weg; hinten"]
    assert list(frame["plz"]) == ["02826"] * 2
    assert [(each.x, each.y) for each in frame.geometry] == [(490000.5, 5667000.25), (490010.5, 5667000.25)]


def test_rows_of_a_table_are_chosen_by_what_stands_in_a_column(tmp_path, out):
    options = {"csv": {**COORDINATES["csv"], "where": {"gmd": "Dresden"}}}
    assert list(
        read(merged([table(tmp_path / "a.csv", ADDRESSES)], UTM, (), out, options=options).path)["oid"]
    ) == ["3"]


def test_a_table_without_the_columns_of_coordinates_says_which_it_has(tmp_path, out):
    with pytest.raises(EnactError) as refused:
        merged([table(tmp_path / "a.csv", "a;b\n1;2\n")], UTM, (), out, options=COORDINATES)
    assert refused.value.code == "service_table_columns"
    assert refused.value.params["columns"] == "a, b"


def test_a_box_chooses_among_the_objects_of_a_whole_file(tmp_path, out):
    page = geojson(
        tmp_path / "1.geojson", feature(at(490000, 5667000), n=1), feature(at(410000, 5655000), n=2)
    )
    assert list(read(merged([page], UTM, (), out, box=BOX).path)["n"]) == [1]
