"""A handle on the request a thread has under way, by which another thread can cut it short."""

from __future__ import annotations

import threading
from typing import Callable

_HERE = threading.local()


class Wire:
    """What connects a thread that waits for a server with the one that may no longer want the answer."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cut: Callable[[], None] | None = None
        self._is_cut = False

    @property
    def is_cut(self) -> bool:
        """Whether nobody wants the answer any more."""
        return self._is_cut

    def attach(self, cut: Callable[[], None]) -> None:
        """Say what ends the wait; called at once where the wire is cut already."""
        with self._lock:
            self._cut = cut
            late = self._is_cut
        if late:
            cut()

    def release(self) -> None:
        """Say that nothing waits any more: what was waited at may serve another request now."""
        with self._lock:
            self._cut = None

    def cut(self) -> None:
        """End the request under way and any that would follow."""
        with self._lock:
            self._is_cut = True
            cut = self._cut
        if cut is not None:
            cut()


def take(wire: Wire) -> None:
    """Make this the wire of the calling thread."""
    _HERE.wire = wire


def in_hand() -> Wire | None:
    """Wire of the calling thread; None where nobody will cut."""
    return getattr(_HERE, "wire", None)
