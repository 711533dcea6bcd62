"""Who asks, inside QGIS: it writes its own User-Agent over ours, and some services turn that away.

QGIS says "Mozilla/5.0 QGIS/…", as a browser would. Public Overpass servers have answered such requests with 406 since
April 2026. A preprocessor is the last to see a request before it is sent; ours acts on what EnAct sends, and on nothing
else. It is called in the thread that sends, for each request of QGIS; so QGIS is given it with the first request that
needs it, which for most users never comes.
"""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkRequest

_SENDING = threading.local()
_LOCK = threading.Lock()
_known: list[str] = []  # id of our preprocessor, once QGIS has it


@contextmanager
def said_by(agent: str) -> Iterator[None]:
    """What this thread sends meanwhile says that `agent` asks; one without a version leaves what QGIS says."""
    if "/" not in agent:
        yield
        return
    _install()
    _SENDING.agent = agent
    try:
        yield
    finally:
        _SENDING.agent = ""


def withdraw() -> None:
    """Take the preprocessor from QGIS, when EnAct is unloaded or Python ends."""
    with _LOCK:
        while _known:
            QgsNetworkAccessManager.removeRequestPreprocessor(_known.pop())


def _install() -> None:
    with _LOCK:
        if not _known:
            _known.append(QgsNetworkAccessManager.setRequestPreprocessor(_name))
            atexit.register(withdraw)


def _name(request: QNetworkRequest) -> None:
    agent = getattr(_SENDING, "agent", "")
    if agent:
        request.setRawHeader(b"User-Agent", agent.encode("latin-1", "replace"))
