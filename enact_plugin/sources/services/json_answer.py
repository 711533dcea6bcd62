"""Answers in JSON, and what may come instead of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .. import problems
from ..fetch import fetch
from .answers import digest, refuse_web_page, words_of

DEADLINE_S = 180.0  # for one answer, with its repetitions
_ATTEMPTS = 3  # where the way was whole and the answer is not
_UNCHANGED = 304
_SHOWN = 12  # names in a message
_PROJECTED_FROM = 1_000.0  # metres; no degree is as large


@dataclass(frozen=True)
class Said:
    """One answer.

    Attributes
    ----------
    values : dict
        Empty where `unchanged`.
    headers : mapping
    url : str
        Where it came from, after redirects.
    unchanged : bool
        As `client.Page.unchanged`.
    """

    values: dict[str, Any]
    headers: Mapping[str, str]
    url: str
    unchanged: bool = False


@dataclass(frozen=True)
class Voice:
    """A service that answers in JSON.

    Attributes
    ----------
    session : requests.Session
    title : str
        As `Service.title`, for messages.
    host : str
    habits : set of str
        What was learnt of it, for those who ask again.
    """

    session: requests.Session
    title: str
    host: str
    habits: set[str] = field(default_factory=set)

    def ask(
        self,
        url: str,
        params: Mapping[str, Any],
        *,
        form: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        progress: Progress = SILENT,
    ) -> Said:
        """Ask for one object of JSON.

        Raises
        ------
        Canceled
        EnactError
            Those of `fetch`; ``service_page``, ``service_broken_off``, ``service_no_objects``.
        """
        broken: EnactError | None = None
        for _ in range(_ATTEMPTS):
            answer = fetch(
                self.session,
                url,
                params=params,
                form=form,
                headers=headers,
                deadline_s=DEADLINE_S,
                progress=progress.silent(),
            )
            if answer.status == _UNCHANGED:
                return Said({}, answer.headers, answer.url, unchanged=True)
            refuse_web_page(answer.content, self.title, problems.host_of(answer.url))
            try:
                values = self._values(answer.content, answer.headers.get("Content-Type", ""))
            except (ValueError, RecursionError) as error:
                broken = self.error("service_broken_off")
                broken.__cause__ = error
                continue
            return Said(values, answer.headers, answer.url)
        raise broken or self.error("service_broken_off")

    def error(self, code: str, **values: Any) -> EnactError:
        """Error of this service."""
        return EnactError(code, service=self.title, host=self.host, **values)

    def _values(self, content: bytes, kind: str) -> dict[str, Any]:
        start = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        if not start.startswith((b"{", b"[")) and b"\0" not in start:  # with zeros: UTF-16
            raise self.error(
                "service_no_objects", found=words_of(content[:400].decode("utf-8", "replace")) or "?"
            )
        values = json.loads(_text(content, kind))
        if not isinstance(values, dict):
            raise self.error("service_no_objects", found=type(values).__name__)
        return values


def voice(session: requests.Session, title: str, url: str) -> Voice:
    """Voice of a service by its address."""
    return Voice(session, title, problems.host_of(url))


def _text(content: bytes, kind: str) -> str | bytes:
    """Content as `json.loads` takes it; UTF-8 unless the server names another encoding and it is none."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        for part in kind.split(";")[1:]:
            name, _, charset = part.strip().partition("=")
            if name.casefold() == "charset" and charset.strip('"').casefold() not in ("utf-8", "utf8"):
                return _decoded(content, charset.strip('"'))
    return content


def _decoded(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except LookupError as error:
        raise ValueError(charset) from error


def packed(value: Any, ordered: bool = False) -> bytes:
    """JSON of a value in UTF-8; with the names in order, for digests."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered)
    return text.encode("utf-8", "replace")


def row_of(attributes: Mapping[str, Any], geometry: Any) -> bytes:
    """Digest of one object, for `client.Page.rows`."""
    return digest(packed([attributes, geometry], ordered=True))


def named(names: Iterable[str]) -> str:
    """Names for a message, the first of them."""
    found = list(names)
    return ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")


def first_point(coordinates: Any) -> tuple[float, float] | None:
    """First vertex of nested lists of coordinates."""
    while isinstance(coordinates, list) and coordinates and isinstance(coordinates[0], list):
        coordinates = next((each for each in coordinates if each), None)
    if not (isinstance(coordinates, list) and len(coordinates) > 1):
        return None
    x, y = coordinates[:2]
    return (float(x), float(y)) if isinstance(x, (int, float)) and isinstance(y, (int, float)) else None


def is_degrees(point: tuple[float, float]) -> bool:
    """Whether a point of Germany is in degrees and not in metres."""
    return max(abs(point[0]), abs(point[1])) < _PROJECTED_FROM
