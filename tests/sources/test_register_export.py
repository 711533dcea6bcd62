"""The newest bulk export is found by the link on the download page."""

from __future__ import annotations

from datetime import date

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.sources.register_export import export_links, newest_export
from enact_plugin.sources.session import open_session

HOST = "https://download.example.org"
PAGE = f"""<!DOCTYPE html><html><head><title>Datendownload</title></head><body>
<a href="/MaStR">Start</a><a name="top">Gesamtdatenexport</a>
<p>Stand: <a class="btn" href="{HOST}/Gesamtdatenexport_20261121_26.1.zip">Gesamtdatenexport</a>
<a href="/MaStRHilfe/files/gesamtdatenexport/Dokumentation%20MaStR%20Gesamtdatenexport.zip">Dokumentation</a>
<a href="{HOST}/Stichtag/Gesamtdatenexport_20260701_26.1.zip">1. Juli</a>
<a href="{HOST}/Stichtag/Gesamtdatenexport_20251231_25.2.zip">31. Dezember</a>
<a href="{HOST}/Stichtag/Dokumentation%20MaStR%20Gesamtdatenexport%2001-07-2026.zip">Dokumentation</a>
<a href="javascript:void(0)">x</a><br></body>"""


@pytest.fixture
def session():
    return open_session()


def names(html: str, base: str = "https://www.example.org/MaStR/Datendownload") -> list[str]:
    return [url for url, _ in export_links(html, base)]


def test_the_newest_of_several_comes_first():
    assert export_links(PAGE, "https://www.example.org/MaStR/Datendownload") == [
        (f"{HOST}/Gesamtdatenexport_20261121_26.1.zip", date(2026, 11, 21)),
        (f"{HOST}/Stichtag/Gesamtdatenexport_20260701_26.1.zip", date(2026, 7, 1)),
        (f"{HOST}/Stichtag/Gesamtdatenexport_20251231_25.2.zip", date(2025, 12, 31)),
    ]


def test_of_one_day_the_newer_release_comes_first():
    html = '<a href="/Gesamtdatenexport_20250401_24.2.zip">a</a><a href="/Gesamtdatenexport_20250401_25.1.zip">b</a>'
    assert names(html)[0].endswith("_25.1.zip")
    html = '<a href="/Gesamtdatenexport_20250401_9.9.zip">a</a><a href="/Gesamtdatenexport_20250401_25.1.zip">b</a>'
    assert names(html)[0].endswith("_25.1.zip")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("Gesamtdatenexport_20250401_25.1.zip", "https://www.example.org/MaStR/Gesamtdatenexport_20250401_25.1.zip"),
        ("/d/Gesamtdatenexport_20250401.zip", "https://www.example.org/d/Gesamtdatenexport_20250401.zip"),
        ("//dl.example.org/Gesamtdatenexport_20250401_25.1.zip", "https://dl.example.org/Gesamtdatenexport_20250401_25.1.zip"),
        ("gesamtdatenexport_20250401_25.1.ZIP?v=1&amp;w=2", "https://www.example.org/MaStR/gesamtdatenexport_20250401_25.1.ZIP?v=1&w=2"),
        (
            "Gesamtdatenexport_20220122__7deb41eb7fee404f8177517ba2978030.zip",
            "https://www.example.org/MaStR/Gesamtdatenexport_20220122__7deb41eb7fee404f8177517ba2978030.zip",
        ),
    ],
)  # fmt: skip
def test_links_are_read_however_they_are_written(link, url):
    assert names(f'<a href="{link}">x</a>') == [url]


@pytest.mark.parametrize("base", ["", '<base href="http://[x/">'])
def test_an_address_that_is_none_does_not_hide_the_others(base):
    html = f'{base}<a href="http://[1/">a</a><a href="Gesamtdatenexport_20250401_25.1.zip">b</a>'
    assert names(html) == ["https://www.example.org/MaStR/Gesamtdatenexport_20250401_25.1.zip"]


def test_the_base_of_a_page_counts():
    html = '<head><base href="https://dl.example.org/files/"></head><a href="Gesamtdatenexport_20250401_25.1.zip">'
    assert names(html) == ["https://dl.example.org/files/Gesamtdatenexport_20250401_25.1.zip"]


@pytest.mark.parametrize(
    "link",
    [
        "Dokumentation%20MaStR%20Gesamtdatenexport.zip",
        "Gesamtdatenexport.pdf",
        "ftp://example.org/Gesamtdatenexport_20250401_25.1.zip",
        "file:///Gesamtdatenexport_20250401_25.1.zip",
        "/Gesamtdatenexport_20250401_25.1.zip/help",
        "",
    ],
)
def test_other_links_are_none(link):
    assert names(f'<a href="{link}">x</a>') == []


def test_a_day_that_is_none_counts_as_none():
    html = '<a href="/Gesamtdatenexport_20251399_25.1.zip">a</a><a href="/Gesamtdatenexport_20250401_25.1.zip">b</a>'
    assert [day for _, day in export_links(html, HOST)] == [date(2025, 4, 1), None]


def test_the_export_is_found_with_its_date_and_size(web, servers, session):
    web.routes["/MaStR/Datendownload"] = servers.says(
        PAGE.replace(HOST, web.url("/files")), Content_Type="text/html"
    )
    web.routes["/files/Gesamtdatenexport_20261121_26.1.zip"] = servers.RemoteContent(b"PK" * 5000)
    export = newest_export(session, web.url("/MaStR/Datendownload"))
    assert export.url == web.url("/files/Gesamtdatenexport_20261121_26.1.zip")
    assert (export.date, export.size) == (date(2026, 11, 21), 10_000)


def test_a_name_without_date_takes_the_date_of_the_server(web, servers, session):
    web.routes["/page"] = servers.says('<a href="Gesamtdatenexport_latest.zip">x</a>')
    modified = "Sat, 21 Nov 2026 03:00:00 GMT"
    web.routes["/Gesamtdatenexport_latest.zip"] = servers.RemoteContent(b"PK", modified=modified)
    export = newest_export(session, web.url("/page"))
    assert (export.date, export.size) == (date(2026, 11, 21), 2)


@pytest.mark.parametrize(
    "html", ["", "<html><body>Wartungsarbeiten</body></html>", "<a href='x.zip'>", "<a href"]
)
def test_a_page_without_a_link_is_an_error_that_names_it(web, servers, session, html):
    web.routes["/MaStR/Datendownload"] = servers.says(html)
    with pytest.raises(EnactError) as caught:
        newest_export(session, web.url("/MaStR/Datendownload"))
    assert (caught.value.code, caught.value.params["path"]) == (
        "export_link_missing",
        web.url("/MaStR/Datendownload"),
    )


def test_a_link_that_leads_to_a_page_is_an_error(web, servers, session):
    web.routes["/page"] = servers.says('<a href="Gesamtdatenexport_20261121_26.1.zip">x</a>')
    web.routes["/Gesamtdatenexport_20261121_26.1.zip"] = servers.says("<html>", Content_Type="text/html")
    with pytest.raises(EnactError) as caught:
        newest_export(session, web.url("/page"))
    assert (caught.value.code, caught.value.params["host"]) == ("source_not_a_file", web.host)
