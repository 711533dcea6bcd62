"""Chunks inflated ahead by threads that have nothing else to do.

Members are read one by each thread, and cannot be divided: while the last ones are read, other threads would wait.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Executor, Future, wait

_END = b""


class ReadAhead:
    """Lets idle threads of a pool inflate the next chunk of what another one is searching.

    Parameters
    ----------
    pool : Executor
    threads : int
        Of the pool.
    jobs : int
        Members that are to be read; `ended` tells of each that it was.
    """

    def __init__(self, pool: Executor, threads: int, jobs: int) -> None:
        self._pool = pool
        self._threads = threads
        self._left = jobs
        self._lock = threading.Lock()

    def ended(self) -> None:
        """One more member was read, or given up."""
        with self._lock:
            self._left -= 1

    def __call__(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The same chunks in the same order, each asked for when the one before is handed out, if a thread is idle."""
        coming: Future[bytes] | None = None
        try:
            while True:
                # one that no thread has begun is not waited for
                if coming is None or coming.cancel():
                    chunk = next(chunks, _END)
                else:
                    chunk = coming.result()
                coming = None
                if not chunk:
                    return
                coming = self._asked(chunks)
                yield chunk
        finally:
            if coming is not None and not coming.cancel():
                wait([coming])  # chunks cannot be closed while somebody asks for one

    def _asked(self, chunks: Iterator[bytes]) -> Future[bytes] | None:
        if self._left >= self._threads:
            return None
        try:
            return self._pool.submit(next, chunks, _END)
        except RuntimeError:  # the pool ends: its jobs are told to
            return None
