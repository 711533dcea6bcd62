"""Local servers for the tests of this room, and the session they are asked through."""

from __future__ import annotations

import sys

import pytest
import servers as local_servers


@pytest.fixture(scope="session")
def servers():
    return local_servers


@pytest.fixture
def web(servers):
    server = servers.Web()
    yield server
    server.close()


@pytest.fixture(scope="session")
def authority(servers, tmp_path_factory):
    return servers.make_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def secure_web(servers, authority):
    server = servers.Web(authority.context())
    yield server
    server.close()


@pytest.fixture(autouse=True)
def no_proxy_of_this_machine(monkeypatch):
    """What the environment says about proxies and certificates is another machine's business."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def network_taken_up_again():
    """Unloading the plugin ends what asks in QGIS, until it is loaded again; other tests have unloaded it."""
    network = sys.modules.get("enact_plugin.sources.qgis_network")
    if network is not None:
        network.resume()
