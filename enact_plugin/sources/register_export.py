"""The newest bulk export of the register, by the link on its download page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from urllib.parse import unquote, urlsplit

import requests

from ..errors import EnactError
from ..progress import SILENT, Progress
from . import presets
from .fetch import fetch
from .links import links_of
from .probe import probe
from .problems import host_of, shown

# the page also links the documentation and the exports of earlier years, and all of them end with .zip
_NAME = re.compile(
    r"gesamtdatenexport(?:[_-](?P<day>\d{8}))?(?:[_-](?P<release>\d+(?:\.\d+)*))?.*\.zip", re.IGNORECASE
)


@dataclass(frozen=True)
class Export:
    """A bulk export on the server.

    Attributes
    ----------
    url : str
    date : date or None
        State of the data by its name, else by the server; None where neither tells.
    size : int or None
        Bytes, where the server tells.
    """

    url: str
    date: date | None
    size: int | None


def day_of_name(url: str) -> date | None:
    """State of an export by its name, as in Gesamtdatenexport_20260401_26.1.zip."""
    try:
        name = _NAME.fullmatch(_file_of(url))
    except ValueError:
        return None
    return _day(name["day"]) if name else None


def newest_export(
    session: requests.Session, page_url: str | None = None, *, progress: Progress = SILENT
) -> Export:
    """Find the newest bulk export.

    The link is read from the page: the name holds the release of the register, which cannot be computed.

    Parameters
    ----------
    session : requests.Session
    page_url : str or None
        Download page; None for the one of the presets.
    progress : Progress
        For its cancel.

    Raises
    ------
    Canceled
    EnactError
        As `fetch.fetch`; ``export_link_missing`` where the page has none, ``source_not_a_file`` where the link leads
        to a page.
    """
    page = page_url or presets.register().download_page
    answer = fetch(session, page, progress=progress.silent())
    links = export_links(answer.content.decode("utf-8", "replace"), answer.url)
    if not links:
        raise EnactError("export_link_missing", host=host_of(page), path=shown(page))
    url, day = links[0]
    state = probe(session, url, progress=progress)
    return Export(url, day or day_of_modified(state.modified), state.size)


def export_links(html: str, base: str) -> list[tuple[str, date | None]]:
    """Links to bulk exports on a page, the newest first; those without a date last.

    Parameters
    ----------
    html : str
    base : str
        Address of the page.

    Returns
    -------
    list of (url, date or None)
    """
    found: dict[str, tuple[date, tuple[int, ...]]] = {}
    for url in links_of(html, base):
        name = _NAME.fullmatch(_file_of(url))
        if name:
            release = tuple(int(number) for number in (name["release"] or "0").split("."))
            found[url] = (_day(name["day"]) or date.min, release)
    ordered = sorted(found, key=lambda url: found[url], reverse=True)
    return [(url, None if found[url][0] == date.min else found[url][0]) for url in ordered]


def _file_of(url: str) -> str:
    return unquote(urlsplit(url).path).rpartition("/")[2]


def _day(text: str | None) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])) if text else None
    except ValueError:
        return None


def day_of_modified(modified: str) -> date | None:
    """Day on which a file was last changed, as its server says."""
    try:
        return parsedate_to_datetime(modified).date() if modified else None
    except (TypeError, ValueError):
        return None
