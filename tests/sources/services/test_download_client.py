"""A service that is a file: whole, then only when it changed; its link read from a page where it rotates."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from shapely.geometry import box as rectangle

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.download import linked, open_download
from enact_plugin.sources.services.service import Protocol, Service, presets, service

LEIPZIG = "14713000"
REGION = Region(in_crs=lambda _crs: rectangle(300_000, 5_680_000, 310_000, 5_690_000))


def zipped(name: str, content: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


ADDRESSES = zipped("hk_sn_adressen.txt", "oid;str;hnr\nA;Am Markt;1\n")


@pytest.fixture
def files(web, servers, helpers):
    return helpers("fake_files").FakeFiles(web, servers)


def preset(url: str, **changes) -> Service:
    return Service("probe", "Amt: Datei", "addresses", Protocol.FILE, url, crs="EPSG:25833", **changes)


def behind_a_page(files, **changes) -> Service:
    """As geosn_addresses, with the servers of the test in place of the real ones."""
    real = service("geosn_addresses")
    options = dict(real.options, page=files.web.url("/downloads.html"))
    real_cloud = "https://geocloud.landesvermessung.sachsen.de"
    options["file"] = options["file"].replace(real_cloud, files.web.url(""))
    patterns = [
        each.replace("geocloud\\.landesvermessung\\.sachsen\\.de", files.web.host) for each in options["link"]
    ]
    return replace(real, url=options["page"], options=dict(options, link=patterns), **changes)


def pages(client, folder, unless=""):
    client.folder = folder
    return list(client.pages(client.boxes(rectangle(0, 0, 1, 1))[0], unless=unless))


def test_the_whole_file_is_one_page(files, session, tmp_path):
    client = open_download(session, preset(files.put("/a.zip", ADDRESSES)), LEIPZIG)
    [page] = pages(client, tmp_path)
    assert page.path.read_bytes() == ADDRESSES
    assert (page.path.parent, page.validator, page.content) == (tmp_path, '"1"', b"")
    assert (client.suffix, client.crs, client.count(None)) == (".zip", "EPSG:25833", None)


@pytest.mark.parametrize(
    ("address", "options", "suffix"),
    [
        ("https://a.de/Ortsteile_UTM33N.json", {}, ".geojson"),
        ("https://a.de/x/SACHSEN-latest.osm.PBF", {}, ".osm.pbf"),
        ("https://a.de/seite.html", {"file": "https://b.de/{share}/hk_sn_ascii.zip"}, ".zip"),
        ("https://a.de/download?id=7", {"suffix": ".csv"}, ".csv"),
    ],
)
def test_a_file_is_named_as_gdal_knows_it(session, address, options, suffix):
    assert open_download(session, preset(address, options=options), LEIPZIG).suffix == suffix


def test_each_file_of_the_presets_has_a_name_that_can_be_read(session):
    found = {
        open_download(session, each, LEIPZIG).suffix for each in presets() if each.protocol is Protocol.FILE
    }
    assert found == {".zip", ".geojson", ".osm.pbf"}


def test_a_second_run_fetches_only_what_changed(files, session, tmp_path):
    order = Order(session, preset(files.put("/a.zip", ADDRESSES), fresh_days=0), LEIPZIG, REGION)
    first = collect(order, tmp_path)
    again = collect(order, tmp_path)
    assert again.digest == first.digest
    assert [path.read_bytes() for path in again.pages] == [ADDRESSES]
    other = zipped("hk_sn_adressen.txt", "oid;str;hnr\nB;Am Markt;2\n")
    files.put("/a.zip", other, etag='"2"')
    changed = collect(order, tmp_path)
    assert changed.digest != first.digest
    assert [path.read_bytes() for path in changed.pages] == [other]


def test_the_file_is_fetched_once_for_every_municipality(files, session, tmp_path):
    preset_ = preset(files.put("/a.zip", ADDRESSES))
    elsewhere = Region(in_crs=lambda _crs: rectangle(400_000, 5_650_000, 410_000, 5_660_000))
    first = collect(Order(session, preset_, LEIPZIG, REGION), tmp_path)
    asked = len(files.web.seen)
    assert collect(Order(session, preset_, "14612000", elsewhere), tmp_path).pages == first.pages
    assert len(files.web.seen) == asked


def test_a_file_that_breaks_off_is_gone_on_with(files, session, tmp_path):
    content = json.dumps({"type": "FeatureCollection", "features": [], "x": "y" * 40_000}).encode()
    url = files.put("/a.geojson", content)
    files.contents["/a.geojson"].breaks = 1
    [page] = pages(open_download(session, preset(url), LEIPZIG), tmp_path)
    assert page.path.read_bytes() == content
    assert files.contents["/a.geojson"].asked[-1][0] > 0


def test_the_link_is_read_from_the_page_when_the_share_rotates(files, session, tmp_path):
    for share in ("B3HnAAAA", "C4IoBBBB"):
        files.share(share, "hk_sn_ascii.zip", ADDRESSES)
        files.page("/downloads.html", files.web.url(f"/public.php/dav/files/{share}/hk_sn_ascii.zip"))
        [page] = pages(open_download(session, behind_a_page(files), LEIPZIG), tmp_path / share)
        assert page.path.read_bytes() == ADDRESSES
        assert files.web.paths()[-1] == f"/public.php/dav/files/{share}/hk_sn_ascii.zip"


CLOUD = "https://geocloud.landesvermessung.sachsen.de"
ADDRESS = f"{CLOUD}/public.php/dav/files/B3Hn/hk_sn_ascii.zip"


@pytest.mark.parametrize(
    "links",
    [
        [ADDRESS],
        [f"{CLOUD}/index.php/s/B3Hn/download?path=%2F&amp;files=hk_sn_ascii.zip"],
        [f"{CLOUD}/index.php/s/B3Hn"],
        # other shares and other files of the page before it
        [f"{CLOUD}/index.php/s/Xyz", f"{CLOUD}/public.php/dav/files/Hu12/hu_sn_shape.zip", ADDRESS],
    ],
)
def test_each_form_of_a_shares_link_is_understood(links):
    page = "".join(f'<a href="{link}">x</a>' for link in links)
    assert (
        linked(page, "https://www.geodaten.sachsen.de/x.html", service("geosn_addresses").options) == ADDRESS
    )


def test_a_relative_link_is_taken_as_the_page_means_it():
    html = "<base href='https://b.de/dir/'><a href='tel:112'>x</a><a href=' neu/daten-2026.zip '>x</a>"
    assert (
        linked(html, "https://a.de/", {"link": r"daten-\d+\.zip$"}) == "https://b.de/dir/neu/daten-2026.zip"
    )


def test_a_page_without_the_link_is_named(files, session, tmp_path):
    files.page("/downloads.html", "/andere.zip")
    with pytest.raises(EnactError) as raised:
        pages(open_download(session, behind_a_page(files), LEIPZIG), tmp_path)
    assert raised.value.code == "service_link_missing"
    assert raised.value.params["path"] == files.web.url("/downloads.html")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<!DOCTYPE html><html>Wartung</html>", "service_page"),
        (b'{"error": "quota"}', "service_file_wrong"),
    ],
)
def test_what_is_no_such_file_is_refused_and_not_kept(files, session, tmp_path, content, code):
    client = open_download(session, preset(files.put("/a.zip", content)), LEIPZIG)
    for ask in (lambda: pages(client, tmp_path), client.probe):
        with pytest.raises(EnactError) as raised:
            ask()
        assert raised.value.code == code
        assert raised.value.params["host"] == files.web.host
    assert not list(tmp_path.glob("*.zip"))


@pytest.mark.parametrize("ranges", [True, False])
def test_a_look_takes_no_more_than_the_beginning(files, session, ranges):
    url = files.put("/a.zip", b"PK\x03\x04" + bytes(4 << 20), ranges=ranges)
    assert open_download(session, preset(url), LEIPZIG).probe().title == "a.zip"
    if ranges:
        assert files.contents["/a.zip"].asked == [(0, 1024)]


def test_a_cancel_ends_a_download(web, servers, session, tmp_path):
    def route(call):
        call.head(200, Content_Length="1000000", ETag='"1"')
        call.write(b"PK\x03\x04")
        call.hang()

    web.routes["/a.zip"] = route
    canceled = Progress(lambda *_: None, lambda: bool(web.seen))
    client = open_download(session, preset(web.url("/a.zip")), LEIPZIG)
    client.folder = tmp_path
    with pytest.raises(Canceled):
        list(client.pages(None, canceled))
    assert not (tmp_path / "probe.zip").exists()


@pytest.mark.parametrize(
    ("said", "named", "place", "crs"),
    [
        ("", "", "12.3, 51.3", "EPSG:4326"),
        ("", "urn:ogc:def:crs:EPSG::25833", "310000.5, 5690000", "EPSG:25833"),
        ("EPSG:25833", "urn:ogc:def:crs:EPSG::25832", "710000.5, 5690000", "EPSG:25832"),
        ("EPSG:25833", "", "12.3, 51.3", "EPSG:4326"),
        ("EPSG:25833", "", "310000.5, 5690000", "EPSG:25833"),
    ],
)
def test_the_crs_of_a_geojson_is_the_one_its_coordinates_stand_in(
    files, session, tmp_path, said, named, place, crs
):
    member = f'"crs": {{"type": "name", "properties": {{"name": "{named}"}}}},' if named else ""
    geometry = f'{{"type": "Point", "coordinates": [{place}]}}'
    feature = f'{{"type": "Feature", "properties": {{}}, "geometry": {geometry}}}'
    content = f'{{"type": "FeatureCollection", {member} "features": [{feature}]}}'.encode()
    order = Order(session, replace(preset(files.put("/a.geojson", content)), crs=said), LEIPZIG, REGION)
    assert collect(order, tmp_path).crs == crs


def test_a_geojson_in_metres_of_which_nobody_knows_is_refused(files, session, tmp_path):
    content = b'{"type": "FeatureCollection", "features": [{"geometry": {"coordinates": [310000, 5690000]}}]}'
    order = Order(session, replace(preset(files.put("/a.geojson", content)), crs=""), LEIPZIG, REGION)
    with pytest.raises(EnactError) as caught:
        collect(order, tmp_path)
    assert caught.value.code == "service_other_crs"
