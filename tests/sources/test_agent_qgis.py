"""What a server hears of who asks, through QGIS."""

from __future__ import annotations

import pytest
from qgis.core import QgsBlockingNetworkRequest
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from enact_plugin.sources.fetch import fetch
from enact_plugin.sources.qgis_agent import withdraw
from enact_plugin.sources.qgis_transport import QgisTransport
from enact_plugin.sources.session import open_session

MINE = "EnAct/9 (QGIS plugin; +https://example.org)"


@pytest.fixture
def heard(web, servers, qgis_app):
    web.routes["*"] = servers.says(b"yes")
    yield lambda: [each.headers["user-agent"] for each in web.seen]
    withdraw()


def test_a_server_hears_who_asks_and_not_a_browser(web, heard):
    session = open_session(QgisTransport())
    fetch(session, web.url("/"), headers={"User-Agent": MINE})
    fetch(session, web.url("/"), headers={"User-Agent": MINE}, form={"data": "x"})
    assert heard() == [MINE, MINE]


def test_what_others_ask_is_left_alone(web, heard):
    fetch(open_session(QgisTransport()), web.url("/"), headers={"User-Agent": MINE})
    QgsBlockingNetworkRequest().get(QNetworkRequest(QUrl(web.url("/other"))), True)
    assert heard()[1].startswith("Mozilla/5.0 QGIS/")


def test_unloading_the_provider_leaves_requests_as_they_were(web, heard, qgis_processing):
    from qgis.core import QgsApplication

    from enact_plugin.processing.provider import EnactProvider
    from enact_plugin.sources import qgis_agent

    provider = EnactProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    fetch(open_session(QgisTransport()), web.url("/"), headers={"User-Agent": MINE})
    assert qgis_agent._known
    QgsApplication.processingRegistry().removeProvider(provider)
    assert not qgis_agent._known
