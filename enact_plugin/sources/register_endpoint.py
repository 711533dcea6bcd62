"""Units of a municipality from the register's public JSON endpoint, as pages in a folder.

The endpoint has habits to guard against. A filter whose name it does not know is ignored without a word: the answer is
the whole register; so is compared what it has with and without the filter, and each unit's municipality is looked at.
A sort key it does not know gives no units at all. It says errors with HTTP 200. Units come and go while pages are
fetched, and whatever moves across a page's border is missed or met twice: so pages are fetched again until they agree
with the total and with each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import requests

from ..errors import Canceled, EnactError, Finding, Severity
from ..progress import SILENT, Progress
from . import presets
from .cache import place_of
from .endpoint_answer import Page, page_of
from .endpoint_cache import Download, last_download, new_download, tidy
from .fetch import Limits, fetch
from .problems import host_of

_KEY = re.compile("[0-9]{8}")
ROUNDS = 4  # in which pages may be fetched again
_PAGE_S = 600.0
_LIMITS = Limits(idle_s=120.0, attempts=6, first_pause_s=1.0, most_pause_s=30.0)


@dataclass(frozen=True)
class FetchedPages:
    """Pages of the endpoint on this computer.

    Attributes
    ----------
    paths : tuple of Path
        JSON files for `register.endpoint_json`; none where the municipality has no unit of the kind.
    total : int
        Units.
    state : date
        Day on which they were fetched; the oldest of several.
    cached : bool
        Whether they were fetched earlier, because the register could not be reached now.
    findings : tuple of Finding
    """

    paths: tuple[Path, ...]
    total: int
    state: date
    cached: bool = False
    findings: tuple[Finding, ...] = ()


def fetch_pages(
    session: requests.Session,
    ags: str | Sequence[str],
    folder: Path,
    *,
    progress: Progress = SILENT,
    endpoint: str | None = None,
    kind: str = "electricity",
    page_size: int | None = None,
) -> FetchedPages:
    """Fetch the units of a municipality.

    Parameters
    ----------
    session : requests.Session
    ags : str or sequence of str
        Municipality keys of eight digits: that of today and, where municipalities merged, those of before.
    folder : Path
        Cache: the pages come into ``register/<ags>/<kind>/<date>``. What an earlier fetch left there whole stays until
        this one is whole.
    progress : Progress
    endpoint : str or None
        Address; None for the one of the presets.
    kind : str
        "electricity" or "gas" (producers and stores of gas).
    page_size : int or None
        Units asked for at once; None for what the presets say.

    Returns
    -------
    FetchedPages

    Raises
    ------
    Canceled
    EnactError
        As `fetch.fetch`; ``register_online_key``, ``register_online_filter_ignored``,
        ``register_online_foreign_units``, ``register_online_refused``, ``register_online_error``,
        ``register_online_page``, ``register_online_unreadable``, ``register_online_empty``,
        ``register_online_no_units``,
        ``cache_unwritable``.
    """
    preset = presets.register()
    query = _Query(session, endpoint or preset.endpoint[kind], preset, page_size or preset.page_size)
    keys = _keys(ags)
    whole = query.count("", progress.silent())
    if not whole:
        raise EnactError("register_online_empty", host=query.host)
    found = []
    for number, key in enumerate(keys):
        part = progress.part(number / len(keys), (number + 1) / len(keys))
        download = new_download(folder, key, kind, query.server)
        found.append(_fetch_key(query, key, download, whole, part))
    pages = _together(found)
    if not pages.total and kind == "electricity":
        raise EnactError("register_online_no_units", host=query.host, ags=", ".join(keys))
    tidy(folder, keys, kind, query.server)
    return pages


def last_good(
    folder: Path, ags: str | Sequence[str], kind: str = "electricity", *, endpoint: str | None = None
) -> FetchedPages | None:
    """Return what was last fetched whole from an address; None where nothing was, or not for each of the keys."""
    keys = _keys(ags)
    server = place_of(endpoint or presets.register().endpoint[kind])
    found = [last_download(folder, key, kind, server) for key in keys]
    whole = [_pages(each) for each in found if each is not None]
    return replace(_together(whole), cached=True) if whole and len(whole) == len(keys) else None


def fetch_or_last_good(
    session: requests.Session,
    ags: str | Sequence[str],
    folder: Path,
    *,
    progress: Progress = SILENT,
    endpoint: str | None = None,
    kind: str = "electricity",
) -> FetchedPages:
    """Fetch the units; where that fails, take those last fetched from there, with findings that say so and why.

    Raises
    ------
    Canceled
    EnactError
        As `fetch_pages`, where nothing was fetched earlier.
    """
    try:
        return fetch_pages(session, ags, folder, progress=progress, endpoint=endpoint, kind=kind)
    except Canceled:
        raise
    except EnactError as error:
        pages = last_good(folder, ags, kind, endpoint=endpoint)
        if pages is None or (kind == "electricity" and not pages.total):
            raise  # that there are no units is an answer, and is kept as one
        reason = Finding(error.code, severity=Severity.WARNING, values=error.params)
        age = Finding(
            "register_online_cached",
            severity=Severity.WARNING,
            values={"date": f"{pages.state:%d.%m.%Y}", "units": pages.total},
        )
        return replace(pages, findings=(age, reason, *pages.findings))


def _keys(ags: str | Sequence[str]) -> tuple[str, ...]:
    """Municipality keys, each once; a key goes into a filter and into the name of a folder."""
    keys = (ags,) if isinstance(ags, str) else tuple(dict.fromkeys(ags))
    for key in keys:
        if not _KEY.fullmatch(key):
            raise EnactError("register_online_key", ags=key)
    return keys


def count_units(session: requests.Session, ags: str, *, progress: Progress = SILENT) -> int:
    """Ask how many units that generate or store electricity the register has, with one small request.

    Parameters
    ----------
    session : requests.Session
    ags : str
        Municipality; empty for all.
    progress : Progress
        For its cancel.

    Raises
    ------
    Canceled
    EnactError
        As `fetch.fetch` and `endpoint_answer.page_of`; ``register_online_key``.
    """
    preset = presets.register()
    [key] = _keys(ags) if ags else ("",)
    query = _Query(session, preset.endpoint["electricity"], preset, 1, limits=Limits(attempts=2))
    return query.count(key, progress)


# ---- one municipality


class _Query:
    """What is asked of the endpoint."""

    def __init__(
        self,
        session: requests.Session,
        endpoint: str,
        preset: presets.RegisterPreset,
        page_size: int,
        limits: Limits | None = None,
    ) -> None:
        self._session = session
        self._endpoint = endpoint
        self._preset = preset
        self._limits = limits
        self.page_size = page_size

    @property
    def host(self) -> str:
        return host_of(self._endpoint)

    @property
    def server(self) -> str:
        """Address, as it may be kept."""
        return place_of(self._endpoint)

    def count(self, ags: str, progress: Progress) -> int:
        """Units the register has, of a municipality or (empty key) in all."""
        return self._page(ags, 1, 1, progress)[1].total

    def unit_at(self, ags: str, place: int, progress: Progress) -> str:
        """MaStR number of the unit at a place of the sorted list, counted from 1."""
        units = self._page(ags, place, 1, progress)[1].units
        return units[0] if units else ""

    def page(self, ags: str, number: int, progress: Progress) -> tuple[bytes, Page]:
        """A page of units of a municipality as it came, and what it holds."""
        content, page = self._page(ags, number, self.page_size, progress)
        foreign = sorted(set(page.ags) - {ags})
        if foreign:
            examples = ", ".join(each or "–" for each in foreign[:3])
            raise EnactError("register_online_foreign_units", host=self.host, ags=ags, examples=examples)
        return content, page

    def _page(self, ags: str, number: int, size: int, progress: Progress) -> tuple[bytes, Page]:
        params = {
            "sort": self._preset.sort,
            "page": number,
            "pageSize": size,
            "group": "",
            "filter": f"{self._preset.filter}~eq~'{ags}'" if ags else "",
        }
        answer = fetch(
            self._session,
            self._endpoint,
            params=params,
            headers={"Accept": "application/json"},
            deadline_s=_PAGE_S,
            limits=self._limits or _LIMITS,
            progress=progress,
        )
        return answer.content, page_of(answer.content, self.host)


def _fetch_key(query: _Query, ags: str, download: Download, whole: int, progress: Progress) -> FetchedPages:
    total = query.count(ags, progress.silent())
    if total == whole:
        raise EnactError("register_online_filter_ignored", host=query.host, ags=ags, total=total)
    download.begin(query.page_size, query.host, query.server)
    doubtful: set[int] = set()
    for _ in range(ROUNDS):
        count = math.ceil(total / query.page_size)
        wanted = download.to_fetch(total, count, doubtful)
        for done, number in enumerate(wanted):
            progress(
                done / len(wanted), "register_online_fetching", place=number, whole=count, host=query.host
            )
            download.keep(number, *query.page(ags, number, progress.silent()))
        total = query.count(ags, progress.silent())
        doubtful = _doubtful(query, ags, download, total, progress.silent())
        settled = not doubtful and download.same_total(total)
        if settled:
            break
    findings = () if settled else (_unsettled(query.host, download.units, total),)
    download.finish()
    progress(1.0)
    return replace(_pages(download), findings=findings)


def _doubtful(query: _Query, ags: str, download: Download, total: int, progress: Progress) -> set[int]:
    """Pages that do not fit the register as it is now, although they state its total.

    One unit gone and another come leave the total as it was, and move what lies between them by one place. So the unit
    at the end of each page is asked for again; and all units must be there.
    """
    if not download.same_total(total):
        return set()  # those of another total are fetched again anyway
    count = math.ceil(total / query.page_size)
    moved = {
        number
        for number in range(1, count)
        if query.unit_at(ags, number * query.page_size, progress) != download.last_unit(number)
    }
    if not moved and download.units != total:
        return set(range(1, count + 1))
    return moved | {number + 1 for number in moved}


def _unsettled(host: str, units: int, total: int) -> Finding:
    values = {"host": host, "units": units, "total": total}
    return Finding("register_online_unsettled", severity=Severity.WARNING, values=values)


def _pages(download: Download) -> FetchedPages:
    return FetchedPages(download.paths, download.total, download.state)


def _together(found: Iterable[FetchedPages]) -> FetchedPages:
    parts = list(found)
    return FetchedPages(
        tuple(path for part in parts for path in part.paths),
        sum(part.total for part in parts),
        min(part.state for part in parts),
        findings=tuple(finding for part in parts for finding in part.findings),
    )
