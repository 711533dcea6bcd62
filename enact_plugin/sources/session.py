"""The one session through which all network traffic goes."""

from __future__ import annotations

import contextlib
from functools import cache, partial
from typing import Any

import requests
from requests.adapters import BaseAdapter, HTTPAdapter

from .unpacking import PACKED
from .wire import in_hand

_BOTH_WAYS = 2  # of socket.shutdown


def open_session(transport: BaseAdapter | None = None) -> requests.Session:
    """Open the session for all services.

    Parameters
    ----------
    transport : BaseAdapter or None
        `qgis_transport.QgisTransport` inside QGIS: its proxy, its certificates, its authentication. None for requests'
        own, with the proxy and the certificates of the environment.

    Returns
    -------
    requests.Session
        Knows http and https only. Answers are never taken from a cache.
    """
    session = requests.Session()
    session.adapters.clear()
    carrier = transport if transport is not None else PlainTransport()
    session.mount("http://", carrier)
    session.mount("https://", carrier)
    # packed in the one way of which we can tell whether it came whole
    session.headers.update({"User-Agent": "EnAct", "Cache-Control": "no-cache", "Accept-Encoding": PACKED[0]})
    return session


class PlainTransport(HTTPAdapter):
    """The transport of requests, with a hold on the socket of each request under way.

    requests waits for a server without looking up. To cancel, the socket is shut from outside: the thread that waits
    wakes and ends. Closing the answer instead would wait for that very thread.
    """

    def send(self, *args: Any, **kwargs: Any) -> requests.Response:
        """As in requests, but leaves to `exchange` what it can unpack better: see `unpacking`."""
        response = super().send(*args, **kwargs)
        if response.headers.get("Content-Encoding", "").strip().lower() in PACKED:
            response.raw.headers.discard("Content-Encoding")
        return response

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As in requests, with connections that tell their socket."""
        super().init_poolmanager(*args, **kwargs)
        _watch(self.poolmanager)

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:
        """As in requests, with connections that tell their socket."""
        manager = super().proxy_manager_for(*args, **kwargs)
        _watch(manager)
        return manager


class _ToldSocket:
    """A connection that tells the wire of its thread which socket it waits at."""

    sock: Any

    def getresponse(self, *args: Any, **kwargs: Any) -> Any:
        wire = in_hand()
        if wire is not None and self.sock is not None:
            wire.attach(partial(_shut, self.sock))
        return super().getresponse(*args, **kwargs)  # type: ignore[misc]


def _shut(sock: Any) -> None:
    with contextlib.suppress(OSError):  # the server may have closed it first
        sock.shutdown(_BOTH_WAYS)


def _watch(manager: Any) -> None:
    pools = manager.pool_classes_by_scheme
    manager.pool_classes_by_scheme = {scheme: _watched(pool) for scheme, pool in pools.items()}


@cache
def _watched(pool: type) -> type:
    """A pool like the one given whose connections tell their socket."""
    if issubclass(pool.ConnectionCls, _ToldSocket):
        return pool
    connection = type(f"Told{pool.ConnectionCls.__name__}", (_ToldSocket, pool.ConnectionCls), {})
    return type(f"Told{pool.__name__}", (pool,), {"ConnectionCls": connection})
