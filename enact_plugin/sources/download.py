"""A large file from a server to the disk: through little memory, whole or not at all, gone on with where it broke off.

Beside the file lies what is there of it (``.NAME.part``), of which version that is (``.NAME.part.json``), and who is at
it (``.NAME.lock``); who comes meanwhile fetches all of it for himself. Nothing is asked with HEAD: shares of Nextcloud
refuse it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Callable

import requests

from ..errors import EnactError
from ..progress import SILENT, Progress
from . import problems
from .cache import place_of, put, read_json, refuse_without_space, write_json, writing
from .fetch import Limits, Question, Reply, ask, size_of
from .part_lock import own
from .probe import PARTIAL, content_range, versions_of
from .services.answers import is_web_page

_LIMITS = Limits(attempts=6)
_LONGEST_S = 24 * 3600.0
_UNCHANGED = 304
_BEYOND = 416  # the server has fewer bytes than we
_LOOK = 1024  # bytes that show what an answer is
_WINDOW_S, _LEAST = 120.0, 60 << 10  # a piece of the exchange at 0.5 KiB/s; slower it is not worth to wait
_GAIN = 1 << 20  # bytes for which it is worth to ask again after all attempts
_BROKEN = ("source_unreachable", "source_timeout", "source_busy")

Refuse = Callable[[bytes, str], None]


@dataclass(frozen=True)
class Downloaded:
    """A file that was fetched.

    Attributes
    ----------
    path : Path
    validator : str
        ETag or Last-Modified, for the next `download`; empty where the server gave none.
    unchanged : bool
        The server has the version of the validator that was handed in; nothing was written.
    size : int
        Bytes; 0 where unchanged.
    """

    path: Path
    validator: str
    unchanged: bool
    size: int


def download(
    session: requests.Session,
    url: str,
    path: Path,
    *,
    progress: Progress = SILENT,
    validator: str = "",
    refuse: Refuse | None = None,
) -> Downloaded:
    """Fetch a file; where several do so at once, each fetches it, and what is at the path is whole at any time.

    What broke off is gone on with, within a call and by the next one, where the server names a version and gives
    pieces; else it begins anew. What was at the path stays until the new file is whole.

    Parameters
    ----------
    session : requests.Session
    url : str
    path : Path
        Its folder is made where it is missing.
    progress : Progress
        Share of the bytes, where the server says how many; a cancel leaves what is there for the next call.
    validator : str
        `Downloaded.validator` of the version the caller has.
    refuse : callable or None
        Given the first bytes and the address they came from, before anything is written; raises where they are not
        what was asked for. None refuses web pages.

    Returns
    -------
    Downloaded

    Raises
    ------
    Canceled
    EnactError
        As `fetch.fetch`; ``source_not_a_file``, ``source_changed``, ``cache_unwritable``, ``cache_too_small``.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with own(path) as owner:
        return _download(session, url, _Part(path, url, owner), progress, validator, refuse)


def _download(
    session: requests.Session,
    url: str,
    part: _Part,
    progress: Progress,
    validator: str,
    refuse: Refuse | None,
) -> Downloaded:
    headers = partial(_headers, part, validator)
    pace = _Pace(url, progress)
    use = partial(_keep, part, validator, pace, refuse or _refuse_page)
    try:
        while True:
            before = part.size
            try:
                return ask(
                    session,
                    Question(url, headers=headers),
                    use,
                    deadline_s=_LONGEST_S,
                    limits=_LIMITS,
                    progress=Progress(lambda *_: None, pace.is_canceled),
                )
            except _OtherPiece as error:
                if not part.in_pieces:
                    raise EnactError("source_changed", host=problems.host_of(url)) from error
                part.drop()
                part.in_pieces = False
            except EnactError as error:
                if error.params.get("status") == _BEYOND and before:
                    part.drop()
                    part.in_pieces = False
                elif error.code not in _BROKEN or part.size - before < _GAIN:
                    raise
    except EnactError as error:
        if error.code == "cache_unwritable":  # most often the disk is full
            part.drop()
        raise
    finally:
        if part.name or not part.version:
            part.drop()


class _OtherPiece(Exception):
    """The server sent another piece, or a piece of another version, than was asked for."""


class _Part:
    """What is there of a file; `name` tells a part that nobody goes on with."""

    def __init__(self, path: Path, url: str, name: str = "") -> None:
        self.whole = path
        self.name = name
        self.file = path.with_name(f".{path.name}.{name}{'.' if name else ''}part")
        self._facts = self.file.with_name(f"{self.file.name}.json")
        self._place = place_of(url)
        self.in_pieces = True
        facts = read_json(self._facts)
        same = facts.get("url") == self._place
        self.version = str(facts.get("version", "")) if same else ""
        self.promised = int(facts.get("size") or 0) if same else 0

    @property
    def size(self) -> int:
        """Bytes that can be gone on from; of a file that is whole but for its name, the last byte is asked again."""
        if not (self.version and self.in_pieces):
            return 0
        try:
            size = self.file.stat().st_size
        except OSError:
            return 0
        return min(size, self.promised - 1) if self.promised else size

    def begin(self, version: str, size: int) -> None:
        """Note the version, before the first byte of it."""
        self.drop()
        self.version, self.promised = version, size
        if version:
            write_json(self._facts, {"url": self._place, "version": version, "size": size})

    def finish(self) -> None:
        """Make it the file."""
        with writing(self.whole):
            put(self.file, self.whole)
        self.drop()

    def drop(self) -> None:
        """Forget it."""
        self.version, self.promised = "", 0
        for path in (self.file, self._facts):
            with suppress(OSError):
                path.unlink()


def _headers(part: _Part, validator: str) -> dict[str, str]:
    headers = {"Accept-Encoding": "identity", **_unless(validator)}
    start = part.size
    if start:
        headers.update({"Range": f"bytes={start}-", "If-Range": part.version})
    return headers


def _unless(validator: str) -> dict[str, str]:
    if not validator:
        return {}
    try:
        parsedate_to_datetime(validator)
    except (TypeError, ValueError):
        return {"If-None-Match": validator}
    return {"If-Modified-Since": validator}


def _validator_of(headers: Mapping[str, str]) -> str:
    return headers.get("ETag", "").strip() or headers.get("Last-Modified", "").strip()


def _keep(part: _Part, validator: str, pace: _Pace, refuse: Refuse, reply: Reply) -> Downloaded:
    head = reply.head
    said = _validator_of(head.headers)
    if head.status == _UNCHANGED or (validator and said == validator):
        return Downloaded(part.whole, said or validator, unchanged=True, size=0)
    start, size = _piece(part, reply) if head.status == PARTIAL else (0, size_of(head))
    refuse_without_space(part.whole.parent, size - start)
    with pace.running(start):
        chunks = _beginning(reply.chunks())
        if not start:
            beginning = next(chunks, b"")
            refuse(beginning[:_LOOK], head.url)
            chunks = chain((beginning,), chunks)
            packed = head.headers.get("Content-Encoding", "identity").strip().lower() != "identity"
            etag, modified = versions_of(head.headers)
            part.begin("" if packed else etag or modified, size)
        _write(part, start, size, chunks, pace)
    written = part.file.stat().st_size
    if size and written != size:
        raise requests.exceptions.ChunkedEncodingError(f"{written} of {size} bytes")
    part.finish()
    return Downloaded(part.whole, said, unchanged=False, size=written)


def _piece(part: _Part, reply: Reply) -> tuple[int, int]:
    """First byte of the piece that came and bytes of the whole file.

    Raises
    ------
    _OtherPiece
    """
    piece = content_range(reply.head.headers)
    etag, modified = versions_of(reply.head.headers)
    version = etag or modified
    if piece is None or piece[0] != part.size or (part.size and version and version != part.version):
        raise _OtherPiece
    start, end, size = piece
    if size is not None and (end != size or part.promised not in (0, size)):
        raise _OtherPiece
    return start, size or 0


def _beginning(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same pieces, with a first one that is large enough to be looked at."""
    first = b""
    for chunk in chunks:
        first += chunk
        if len(first) >= _LOOK:
            break
    yield first
    yield from chunks


def _write(part: _Part, start: int, size: int, chunks: Iterator[bytes], pace: _Pace) -> None:
    with writing(part.whole), part.file.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        done = start
        for chunk in chunks:
            file.write(chunk)
            done += len(chunk)
            pace.told(done, size)


class _Pace:
    """Tells how far it is, and leaves where it comes too slowly to wait for; looked at while nothing comes, too."""

    def __init__(self, url: str, progress: Progress) -> None:
        self._url = url
        self._progress = progress
        self._since: float | None = None
        self._at = self._done = 0

    @contextmanager
    def running(self, start: int) -> Iterator[None]:
        """Count while an answer comes in, and not the pauses between two."""
        self._since, self._at, self._done = time.monotonic(), start, start
        try:
            yield
        finally:
            self._since = None

    def told(self, done: int, size: int) -> None:
        self._done = done
        if size:
            self._progress(done / size)

    def is_canceled(self) -> bool:
        """Whether the user has canceled.

        Raises
        ------
        EnactError
            ``source_timeout``.
        """
        now = time.monotonic()
        if self._since is not None and now - self._since > _WINDOW_S:
            if self._done - self._at < _LEAST:
                raise problems.too_late(self._url, _WINDOW_S)
            self._since, self._at = now, self._done
        return self._progress.is_canceled()


def _refuse_page(beginning: bytes, url: str) -> None:
    if is_web_page(beginning):
        raise EnactError("source_not_a_file", host=problems.host_of(url))
