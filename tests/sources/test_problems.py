"""What went wrong on the way to a server, in words."""

from __future__ import annotations

import pytest
import requests

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
