"""Threads that carry requests; kept for a while, because making one is not free."""

from __future__ import annotations

import queue
import threading
from typing import Callable

NAME = "enact-fetch"
IDLE_S = 10.0  # for which a thread waits for the next request

_LOCK = threading.Lock()
_IDLE: list[_Carrier] = []


class _Carrier(threading.Thread):
    def __init__(self) -> None:
        # nobody waits for it at the end of the program: all it could still bring, nobody wants
        super().__init__(name=NAME, daemon=True)
        self.jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def run(self) -> None:
        while True:
            try:
                job = self.jobs.get(timeout=IDLE_S)
            except queue.Empty:
                if _retired(self):
                    return
                continue  # a job is on its way
            job()
            del job  # what it holds belongs to who waits, not to an idle thread
            with _LOCK:
                _IDLE.append(self)


def carry(job: Callable[[], None]) -> threading.Event:
    """Do a job, which raises nothing, in a thread of its own.

    Returns
    -------
    threading.Event
        Set when it is done.
    """
    done = threading.Event()

    def and_tell() -> None:
        try:
            job()
        finally:
            done.set()

    with _LOCK:
        carrier = _IDLE.pop() if _IDLE else None
    if carrier is None:
        carrier = _Carrier()
        carrier.start()
    carrier.jobs.put(and_tell)
    return done


def _retired(carrier: _Carrier) -> bool:
    with _LOCK:
        if carrier not in _IDLE:
            return False
        _IDLE.remove(carrier)
        return True
