"""What went wrong on the way to a server, in words."""

from __future__ import annotations

import pytest
import requests

from enact_plugin.sources import problems
from enact_plugin.sources.problems import of_failure


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Tunnel connection failed: 407 Proxy Authentication Required", "source_proxy_login"),
        ("407 Proxy Authentication Required", "source_proxy_login"),
        ("HTTPConnectionPool(host='127.0.0.1', port=40753): Max retries exceeded", "source_proxy"),
        ("connection to 10.0.0.1:407 refused", "source_proxy"),
        ("[Errno 111] Connection refused", "source_proxy"),
    ],
)
def test_a_proxy_wants_a_login_by_its_status_and_not_by_a_port(words, code):
    error = requests.exceptions.ProxyError(words)
    assert of_failure(error, "http://example.org/x", 10).code == code


@pytest.mark.parametrize(
    "url",
    [
        "http://anna:geheim@localhost:99999/wfs?key=geheim",
        "ftp://anna:geheim@localhost/x",
        "http://anna:geheim@[::1/x",
        "http://anna:1/geheim@localhost/x",
        "http://anna:geheim/x@localhost/x",
        "http://anna:geheim?x@localhost/x",
        "anna:geheim@localhost/x",
        "a.de/x?token=geheim",
    ],
)
def test_what_is_shown_of_an_address_is_never_secret_even_where_it_is_none(url):
    assert "geheim" not in problems.shown(url)
    assert "anna" not in problems.shown(url)


def test_an_address_with_a_wrong_port_is_shown():
    assert problems.shown("http://a.de:99999/wfs") == "http://a.de:99999/wfs"
    assert problems.shown("http://[::1/x") == "http://[::1/x"
    assert problems.shown("https://a.de/@karte/x") == "https://a.de/@karte/x"
