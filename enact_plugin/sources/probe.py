"""What a server says about a file before it is fetched: size, version, whether pieces can be had."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import requests

from ..errors import EnactError
from ..progress import SILENT, Progress
from .fetch import Limits, Question, Reply, ask, size_of
from .problems import host_of

PARTIAL = 206
_CONTENT_RANGE = re.compile(r"bytes\s+(\d+)-(\d+)/(\d+|\*)")


@dataclass(frozen=True)
class RemoteState:
    """A file on a server as it is now.

    Attributes
    ----------
    url : str
        Where it is, after redirects.
    size : int or None
        Bytes; None where the server does not say.
    etag, modified : str
        Its version, each empty where the server does not say; a weak ETag does not count.
    ranges : bool
        Whether pieces can be had.
    """

    url: str
    size: int | None
    etag: str
    modified: str
    ranges: bool

    @property
    def version(self) -> str:
        """What tells one version from another; empty where nothing does."""
        return self.etag or self.modified

    def differs(self, headers: Mapping[str, str], size: int | None) -> bool:
        """Whether an answer belongs to another version of the file."""
        etag, modified = versions_of(headers)
        return any(
            mine and theirs and mine != theirs
            for mine, theirs in ((self.etag, etag), (self.modified, modified), (self.size, size))
        )


def versions_of(headers: Mapping[str, str]) -> tuple[str, str]:
    """ETag and time of change of an answer."""
    etag = headers.get("ETag", "").strip()
    return ("" if etag.startswith("W/") else etag), headers.get("Last-Modified", "").strip()


def content_range(headers: Mapping[str, str]) -> tuple[int, int, int | None] | None:
    """First byte, byte after the last, and size of the whole; None where the answer names no range."""
    found = _CONTENT_RANGE.match(headers.get("Content-Range", "").strip())
    if not found:
        return None
    first, last, size = found.groups()
    return int(first), int(last) + 1, None if size == "*" else int(size)


def probe(
    session: requests.Session, url: str, *, limits: Limits | None = None, progress: Progress = SILENT
) -> RemoteState:
    """Ask for the first byte of a file.

    Raises
    ------
    Canceled
    EnactError
        As `fetch.fetch`; ``source_not_a_file`` where a page came instead of a file.
    """
    headers = {"Range": "bytes=0-0", "Accept-Encoding": "identity"}

    def look(reply: Reply) -> RemoteState:
        head = reply.head
        if head.headers.get("Content-Type", "").lower().startswith("text/html"):
            raise EnactError("source_not_a_file", host=host_of(head.url))
        etag, modified = versions_of(head.headers)
        part = content_range(head.headers) if head.status == PARTIAL else None
        if part is not None and part[2] is not None:
            return RemoteState(head.url, part[2], etag, modified, ranges=True)
        return RemoteState(head.url, size_of(head) or None, etag, modified, ranges=False)

    question = Question(url, headers=headers)
    return ask(session, question, look, limits=limits or Limits(), progress=progress)
