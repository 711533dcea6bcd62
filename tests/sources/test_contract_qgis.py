"""The same contract as test_contract.py, through QGIS; and what is QGIS' own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QThread
from qgis.PyQt.QtNetwork import QSslCertificate

from enact_plugin.errors import EnactError
from enact_plugin.sources import carriers
from enact_plugin.sources.fetch import fetch
from enact_plugin.sources.qgis_transport import QgisTransport
from enact_plugin.sources.session import open_session


def _taken_from(name: str, *fixtures: str) -> dict:
    """Tests of a file beside this one, with its name in theirs, and fixtures of it; `session` they find here."""
    known = f"enact_tests_sources_{name}"
    spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"test_{name}.py"))
    module = sys.modules[known] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tests = {
        test.replace("test_", f"test_{name}_", 1): found
        for test, found in vars(module).items()
        if test.startswith("test_")
    }
    return {**tests, **{fixture: getattr(module, fixture) for fixture in fixtures}}


globals().update(_taken_from("contract"))
globals().update(_taken_from("ranges", "remote", "opened", "export", "hasty"))
globals().update(_taken_from("register_endpoint", "records", "register", "fetched", "kept", "impatient"))


@pytest.fixture(autouse=True)
def _application(qgis_app):
    """QGIS' network is there."""


@pytest.fixture
def session():
    return open_session(QgisTransport())


@pytest.fixture
def store():
    """QGIS' store of passwords and certificates, open."""
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("only here", True), "the store is not open"
    return manager


@pytest.fixture
def trusting(authority, store):
    """QGIS itself knows our own certificate authority, as an administrator would tell it."""
    certificate = QSslCertificate.fromPath(str(authority.ca))[0]
    assert store.storeCertAuthority(certificate)
    assert store.initSslCaches()
    yield open_session(QgisTransport())
    assert store.removeCertAuthority(certificate)
    assert store.initSslCaches()


@pytest.fixture
def authcfg(store):
    """Id of a configuration with user and password."""
    config = QgsAuthMethodConfig("Basic")
    config.setName("service")
    config.setConfigMap({"username": "anna", "password": "geheim", "realm": ""})
    assert store.storeAuthenticationConfig(config)[0]
    yield config.id()
    assert store.removeAuthenticationConfig(config.id())


@pytest.fixture
def through_proxy():
    """QGIS itself goes through a proxy, as its options say."""
    settings = QgsSettings()

    def make(proxy_url: str, authcfg: str = ""):
        parts = urlsplit(proxy_url)
        values = {
            "proxyEnabled": True,
            "proxyType": "HttpProxy",
            "proxyHost": parts.hostname,
            "proxyPort": str(parts.port),
            "proxyUser": parts.username or "",
            "proxyPassword": parts.password or "",
            "authcfg": authcfg,
        }
        for name, value in values.items():
            settings.setValue(f"proxy/{name}", value)
        _options_changed()
        return open_session(QgisTransport())

    yield make
    settings.remove("proxy")
    _options_changed()


def _options_changed():
    """Threads that wait for a request read the options once, when they begin; those of a moment ago end."""
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    carriers._IDLE.clear()


def test_an_authentication_configuration_logs_in(web, servers, authcfg):
    web.routes["/x"] = servers.says(b"ok")
    fetch(open_session(QgisTransport(authcfg)), web.url("/x"))
    assert web.seen[0].headers["authorization"] == "Basic YW5uYTpnZWhlaW0="


def test_an_authentication_configuration_that_is_not_there_is_an_error(web):
    with pytest.raises(EnactError) as caught:
        fetch(open_session(QgisTransport("nothere")), web.url("/x"))
    assert (caught.value.code, caught.value.params) == (
        "source_authentication",
        {"host": web.host, "id": "nothere"},
    )
    assert not web.seen


def test_a_proxy_takes_the_password_of_an_authentication_configuration(web, servers, authcfg, through_proxy):
    proxy = servers.Proxy("anna:geheim")
    web.routes["/x"] = servers.says(b"ok")
    try:
        assert fetch(through_proxy(proxy.url(), authcfg), web.url("/x")).content == b"ok"
        assert proxy.passed == [web.url("/x")]
    finally:
        proxy.close()


def test_a_task_of_qgis_fetches(web, servers, session):
    web.routes["/x"] = servers.says(b"ok" * 1000)
    found = []

    def work(task):
        assert QThread.currentThread() != QgsApplication.instance().thread()
        found.append(fetch(session, web.url("/x")).content)

    task = QgsTask.fromFunction("fetch", work)
    QgsApplication.taskManager().addTask(task)
    assert task.waitForFinished(60_000)
    assert found == [b"ok" * 1000]


def test_a_certificate_is_refused_in_a_task_while_the_main_thread_works(secure_web, servers, session):
    """Qt asks the main thread about a certificate; that thread is free then, as with an algorithm."""
    secure_web.routes["/x"] = servers.says(b"ok")
    found = []

    def work(task):
        with pytest.raises(EnactError) as caught:
            fetch(session, secure_web.url("/x"))
        found.append(caught.value.code)

    task = QgsTask.fromFunction("fetch", work)
    loop = QEventLoop()
    task.taskCompleted.connect(loop.quit)
    task.taskTerminated.connect(loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert found == ["source_certificate"]


def test_what_a_certificate_lacks_is_said(secure_web, session):
    with pytest.raises(EnactError) as caught:
        fetch(session, secure_web.url("/x"))
    assert "certificate" in caught.value.params["detail"].lower()


def test_a_reply_that_is_lost_on_the_way_is_asked_for_again(web, servers, session, monkeypatch):
    """PyQt was seen to take a new reply for an old one of the same place in memory; here the first is truly gone."""
    from qgis.PyQt import sip

    from enact_plugin.sources import qgis_transport

    web.routes["/a"] = servers.says(b"da")
    sent, lost = qgis_transport._sent, []

    def sent_and_lost(*arguments):
        reply = sent(*arguments)
        if not lost:
            lost.append(True)
            reply.abort()
            sip.delete(reply)
        return reply

    monkeypatch.setattr(qgis_transport, "_sent", sent_and_lost)
    assert fetch(session, web.url("/a")).content == b"da"
    assert lost


def test_the_user_agent_is_that_of_qgis(web, servers, session):
    web.routes["/x"] = servers.says(b"ok")
    fetch(session, web.url("/x"))
    assert "QGIS" in web.seen[0].headers["user-agent"]
