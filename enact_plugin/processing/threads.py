"""What QGIS' worker threads need before pandas and geopandas run in them."""

from __future__ import annotations

import ctypes
from typing import Any

_KEPT: list[Any] = []


def keep_projections_alive() -> None:
    """Keep pyproj's context of this thread for as long as the thread lives.

    pyproj 3.7 remembers its context under the operating system's thread, but destroys it with Python's: QGIS' pool
    threads come back to Python again and again, and the second visit uses freed memory (a crash on Debian 13). One
    context per pool thread is kept, and left to the system at exit; before 3.7 there is nothing to keep.
    """
    from pyproj import network

    try:
        from pyproj import _context
    except ImportError:
        return
    local = getattr(_context, "_CONTEXT_MANAGER_LOCAL", None)
    if local is None:
        return
    network.is_network_enabled()  # makes the context, where this thread has none yet
    manager = getattr(local, "context_manager", None)
    if manager is not None and not any(manager is kept for kept in _KEPT):
        _KEPT.append(manager)
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(manager))
