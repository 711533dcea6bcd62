"""The same contract as test_contract.py, through QGIS; and what is QGIS' own."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QThread
from qgis.PyQt.QtNetwork import QSslCertificate

from enact_plugin.errors import EnactError
from enact_plugin.sources import qgis_network
from enact_plugin.sources.fetch import Limits, Question, ask, fetch
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
globals().update(_taken_from("download", "shared", "target", "loaded", "quick"))
globals().update(_taken_from("register_endpoint", "records", "register", "fetched", "kept", "impatient"))


@pytest.fixture(autouse=True)
def _application(qgis_app):
    """QGIS' network is there."""


@pytest.fixture
def provider():
    """EnAct's, as QGIS would unload it."""
    from enact_plugin.processing.provider import EnactProvider

    return EnactProvider()


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
    """The network thread reads the options once, when it begins."""
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    qgis_network.end()


def test_an_authentication_configuration_logs_in(web, servers, authcfg):
    web.routes["/x"] = servers.says(b"ok")
    fetch(open_session(QgisTransport(authcfg, web.url("/"))), web.url("/x"))
    assert web.seen[0].headers["authorization"] == "Basic YW5uYTpnZWhlaW0="


def test_an_authentication_configuration_logs_in_at_its_service_alone(web, servers, authcfg):
    """Neither where a redirect leads to, nor at a host that the service names, nor at another service of the run."""
    other = servers.Web()
    session = open_session(QgisTransport(authcfg, web.url("/service?x=1")))
    try:
        other.routes["/b"] = servers.says(b"ok")
        web.routes["/a"] = servers.says(b"", 302, Location=other.url("/b").replace("127.0.0.1", "localhost"))
        web.routes["/c"] = servers.says(b"", 307, Location="/d")
        web.routes["/d"] = servers.says(b"ok")
        for url in (web.url("/a"), other.url("/b"), web.url("/c")):
            fetch(session, url)
        assert ["authorization" in each.headers for each in other.seen] == [False, False]
        assert ["authorization" in each.headers for each in web.seen] == [True, True, True]
    finally:
        other.close()


def test_an_authentication_configuration_of_no_service_is_shown_to_nobody(web, servers, authcfg):
    web.routes["/x"] = servers.says(b"ok")
    transport = QgisTransport(authcfg)
    session = open_session(transport)
    fetch(session, web.url("/x"))
    transport.log_in_at(web.url("/y"))
    fetch(session, web.url("/x"))
    assert ["authorization" in each.headers for each in web.seen] == [False, True]


def test_an_authentication_configuration_that_is_not_there_is_an_error(web):
    with pytest.raises(EnactError) as caught:
        fetch(open_session(QgisTransport("nothere", web.url("/"))), web.url("/x"))
    assert (caught.value.code, caught.value.params) == (
        "source_authentication",
        {"host": web.host, "id": "nothere"},
    )
    assert not web.seen


@pytest.fixture
def impatient_qgis():
    """Its options say to break off after a third of a second."""
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(300)
    yield
    QgsNetworkAccessManager.setTimeout(before)


def test_a_server_may_be_silent_for_longer_than_qgis_would_wait(web, session, impatient_qgis):
    @web.route("/slow")
    def _(call):
        call.web.over.wait(1)
        call.answer(b"ok")

    assert fetch(session, web.url("/slow"), limits=Limits(idle_s=20, attempts=1)).content == b"ok"


def test_who_reads_may_pause_for_longer_than_qgis_would_wait(web, servers, session, impatient_qgis):
    web.routes["/large"] = servers.says(bytes(30 << 20))

    def use(reply):
        chunks = reply.chunks()
        size = len(next(chunks))
        web.over.wait(1)
        return size + sum(map(len, chunks))

    assert ask(session, Question(web.url("/large")), use, limits=Limits(attempts=1)) == 30 << 20


def _network_thread():
    return next(each for each in threading.enumerate() if each.name == qgis_network.NAME)


def test_what_is_under_way_ends_when_the_plugin_is_unloaded(web, servers, session, provider):
    asked = threading.Event()

    @web.route("/hang")
    def _(call):
        asked.set()
        call.hang()

    web.routes["/x"] = servers.says(b"ok")
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(fetch, session, web.url("/hang"), limits=Limits(attempts=1))
        assert asked.wait(20)
        thread = _network_thread()
        provider.unload()
        assert not thread.is_alive()
        with pytest.raises(EnactError) as caught:
            found.result(20)
    assert caught.value.code == "source_unreachable"
    with pytest.raises(EnactError):
        fetch(session, web.url("/x"), limits=Limits(attempts=1))
    provider.loadAlgorithms()
    assert fetch(session, web.url("/x")).content == b"ok"


def test_the_plugin_is_unloaded_while_qt_asks_the_main_thread_about_a_certificate(secure_web, session):
    """The network thread waits for the one that waits for it."""
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(fetch, session, secure_web.url("/x"), limits=Limits(attempts=1))
        while not any(each.name == qgis_network.NAME for each in threading.enumerate()):
            secure_web.over.wait(0.01)
        secure_web.over.wait(0.5)  # this thread serves nobody meanwhile
        thread = _network_thread()
        qgis_network.stop(20)
        qgis_network.resume()
        assert not thread.is_alive()
        with pytest.raises(EnactError):
            found.result(20)


def test_without_an_application_a_request_is_refused_and_nothing_crashes(web):
    """As at the end of QGIS, when a thread of Python still asks."""
    program = (
        "import sys\n"
        "from enact_plugin.errors import EnactError\n"
        "from enact_plugin.sources.fetch import Limits, fetch\n"
        "from enact_plugin.sources.qgis_transport import QgisTransport\n"
        "from enact_plugin.sources.session import open_session\n"
        "try:\n"
        "    fetch(open_session(QgisTransport()), sys.argv[1], limits=Limits(attempts=1))\n"
        "except EnactError as error:\n"
        "    print(error.code)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, web.url("/x")], cwd=root, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "source_unreachable", "")
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

    web.routes["/a"] = servers.says(b"da")
    sent, lost = qgis_network.sent, []

    def sent_and_lost(*arguments):
        reply = sent(*arguments)
        if not lost:
            lost.append(True)
            reply.abort()
            sip.delete(reply)
        return reply

    monkeypatch.setattr(qgis_network, "sent", sent_and_lost)
    assert fetch(session, web.url("/a")).content == b"da"
    assert lost


def test_the_user_agent_is_that_of_qgis(web, servers, session):
    web.routes["/x"] = servers.says(b"ok")
    fetch(session, web.url("/x"))
    assert "QGIS" in web.seen[0].headers["user-agent"]
