"""A remote file in pieces on this computer: each is fetched once, by whoever needs it first."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import BinaryIO

import requests

from ..errors import Canceled, EnactError, Finding, Severity
from ..progress import SILENT, Progress
from .cache import refuse_without_space, whole_file
from .export_cache import KeptExport, export_folder, kept_export
from .fetch import Limits, Question, Reply, ask, size_of
from .probe import PARTIAL, RemoteState, content_range, probe
from .problems import host_of

BLOCK = 4 << 20
_LIMITS = Limits(attempts=6)
_BLOCK_S = 600.0  # 4 MiB even over a slow line
_WHOLE_S = 24 * 3600.0
_LOOK_S = 0.05


class _NoRanges(Exception):
    """The server sent the whole file where a piece was asked for."""


class RemoteStore:
    """One version of a remote file; shared by any number of handles and threads.

    Parameters
    ----------
    session : requests.Session
    url : str
    cache : Path
        See `export_cache.export_folder`. Where the server cannot be asked, the pieces that are there are read.
    progress : Progress
        For its cancel only; how far a reader is, the reader knows.
    block : int
        Bytes of a piece.

    Raises
    ------
    Canceled
    EnactError
        As `probe.probe`, where nothing of the file is in the cache; ``cache_unwritable``.
    """

    def __init__(
        self,
        session: requests.Session,
        url: str,
        cache: Path,
        progress: Progress = SILENT,
        block: int = BLOCK,
    ) -> None:
        self._session = session
        self._url = url
        self._progress = progress.silent()
        self._block = block
        self._failure: EnactError | None = None
        self.findings: tuple[Finding, ...] = ()
        self.state, self._folder = self._find(cache)
        self._size = self.state.size
        self._ranges = self.state.ranges
        self._lock = threading.Lock()
        self._whole = threading.Lock()
        self._under_way: dict[int, threading.Event] = {}
        self._ahead: threading.Thread | None = None
        self._handles = 0

    def _find(self, cache: Path) -> tuple[RemoteState, Path]:
        """The file as the server has it, else as it was when pieces of it were fetched."""
        try:
            state = probe(self._session, self._url, limits=_LIMITS, progress=self._progress)
        except Canceled:
            raise
        except EnactError as failure:
            kept = kept_export(cache, self._url, self._block)
            if kept is None:
                raise
            self._failure = failure
            self.findings = _cached(self._url, kept, failure)
            return kept.state, kept.folder
        return state, export_folder(cache, self._url, state, self._block)

    @property
    def block(self) -> int:
        """Bytes of a piece; the last one is shorter."""
        return self._block

    @property
    def size(self) -> int:
        """Bytes of the file; where the server does not say, it is fetched to know.

        Raises
        ------
        Canceled, EnactError
            As `open_block`.
        """
        if self._size is None:
            self._fetch_whole()
        return self._size or 0

    def acquire(self) -> None:
        """Count a handle."""
        with self._lock:
            self._handles += 1

    def release(self) -> None:
        """Count one handle less; without any, nothing is fetched ahead."""
        with self._lock:
            self._handles -= 1

    def open_block(self, index: int) -> BinaryIO:
        """Open a piece, fetched where it is not there.

        Raises
        ------
        Canceled
        EnactError
            As `fetch.fetch`; ``source_changed``, ``cache_unwritable``, ``cache_too_small``.
        """
        while True:
            self._ensure(index)
            try:
                return self._path(index).open("rb")
            except FileNotFoundError:
                continue  # another run has cleared the cache meanwhile

    def fetch_ahead(self, index: int) -> None:
        """Begin to fetch a piece that will be needed next; one at a time."""
        with self._lock:
            busy = self._ahead is not None and self._ahead.is_alive()
            if self._failure is not None:
                return
            if busy or not self._ranges or not 0 <= index * self._block < self.size or self._is_there(index):
                return
            self._ahead = threading.Thread(
                target=self._try_ahead, args=(index,), name="enact-ahead", daemon=True
            )
            self._ahead.start()

    def _try_ahead(self, index: int) -> None:
        wanted = Progress(lambda *_: None, lambda: self._handles == 0 or self._progress.is_canceled())
        try:
            self._ensure(index, wanted)
        except EnactError:
            return  # whoever needs the piece asks again, and is told

    # ---- one piece

    def _path(self, index: int) -> Path:
        return self._folder / f"{index:06d}.block"

    def _length(self, index: int) -> int | None:
        return None if self._size is None else min(self._block, self._size - index * self._block)

    def _is_there(self, index: int) -> bool:
        try:
            return self._path(index).stat().st_size == self._length(index)
        except OSError:
            return False

    def _ensure(self, index: int, progress: Progress | None = None) -> None:
        progress = progress or self._progress
        while not self._is_there(index):
            with self._lock:
                event = self._under_way.get(index)
                if event is None and self._is_there(index):  # came between the look and the lock
                    return
                mine = event is None
                if event is None:
                    event = self._under_way[index] = threading.Event()
            if mine:
                try:
                    self._fetch(index, progress)
                    if not self._is_there(index):  # the server sent less than it had promised
                        raise EnactError("source_changed", host=host_of(self._url))
                finally:
                    with self._lock:
                        del self._under_way[index]
                    event.set()
            else:
                _wait(event, progress)

    def _fetch(self, index: int, progress: Progress) -> None:
        if self._failure is not None:
            raise EnactError(self._failure.code, **self._failure.params)
        if self._ranges:
            try:
                self._fetch_piece(index, progress)
            except _NoRanges:
                self._ranges = False
        if not self._ranges:
            self._fetch_whole()

    def _fetch_piece(self, index: int, progress: Progress) -> None:
        start = index * self._block
        end = start + (self._length(index) or 0)
        headers = {"Range": f"bytes={start}-{end - 1}", "Accept-Encoding": "identity"}
        if self.state.version:
            headers["If-Range"] = self.state.version

        def keep(reply: Reply) -> None:
            part = content_range(reply.head.headers)
            if reply.head.status != PARTIAL or part is None:
                self._refuse_other_version(reply, None)
                raise _NoRanges
            self._refuse_other_version(reply, part[2])
            if part[0] != start or part[1] != end:
                raise _NoRanges
            with whole_file(self._path(index), same=True) as file:
                for chunk in reply.chunks():
                    file.write(chunk)
                if file.tell() != end - start:
                    raise requests.exceptions.ChunkedEncodingError("piece of another length")

        ask(
            self._session,
            Question(self._url, headers=headers),
            keep,
            deadline_s=_BLOCK_S,
            limits=_LIMITS,
            progress=progress,
        )

    def _refuse_other_version(self, reply: Reply, size: int | None) -> None:
        if self.state.differs(reply.head.headers, size):
            raise EnactError("source_changed", host=host_of(self._url))

    # ---- the whole

    def _fetch_whole(self) -> None:
        """Fetch a file of a server that gives no pieces; what is there stays, should the connection break."""
        with self._whole:
            if self._size is not None and all(map(self._is_there, range(-(-self._size // self._block)))):
                return
            if self._size is not None:
                refuse_without_space(self._folder, self._size)
            ask(
                self._session,
                Question(self._url, headers={"Accept-Encoding": "identity"}),
                self._keep_all,
                deadline_s=_WHOLE_S,
                limits=_LIMITS,
                progress=self._progress,
            )

    def _keep_all(self, reply: Reply) -> None:
        self._refuse_other_version(reply, size_of(reply.head) or None)
        pending = bytearray()
        index = 0
        for chunk in reply.chunks():
            pending += chunk
            while len(pending) >= self._block:
                self._keep_piece(index, pending[: self._block])
                del pending[: self._block]
                index += 1
        if pending:
            self._keep_piece(index, pending)
        self._size = index * self._block + len(pending)

    def _keep_piece(self, index: int, content: bytearray) -> None:
        if not self._is_there(index):
            with whole_file(self._path(index), same=True) as file:
                file.write(content)


def _cached(url: str, kept: KeptExport, failure: EnactError) -> tuple[Finding, ...]:
    values = {"host": host_of(url), "date": f"{kept.date:%d.%m.%Y}"}
    return (
        Finding("export_cached", severity=Severity.WARNING, values=values),
        Finding(failure.code, severity=Severity.WARNING, values=failure.params),
    )


def _wait(event: threading.Event, progress: Progress) -> None:
    while not event.wait(_LOOK_S):
        if progress.is_canceled():
            raise Canceled
