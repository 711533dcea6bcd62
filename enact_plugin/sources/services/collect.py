"""All objects of a service in an area, as pages in a folder: complete, or an error that says what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import requests

from ...errors import Canceled, EnactError, Finding, Severity
from ...progress import SILENT, Progress
from .client import Client
from .gathering import Gathering, names_of
from .kept import LARGE, Good, Kept, folder_of
from .opening import open_client
from .service import Protocol, Service
from .sweeping import sweep, use
from .tiles import Area

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_METRIC = "EPSG:25833"  # in which areas are told from each other
_OF_THE_SERVICE = ("source_", "service_")
_SEVERITIES = {"service_count_unmet": Severity.WARNING}
Opening = Callable[[requests.Session, Service, str, Progress], Client]


@dataclass(frozen=True)
class Region:
    """Where objects are wanted.

    Attributes
    ----------
    in_crs : callable
        The area as a polygon in a CRS ("EPSG:25833").
    """

    in_crs: Callable[[str], BaseGeometry]


@dataclass(frozen=True)
class Order:
    """What is wanted of which service.

    Attributes
    ----------
    session : requests.Session
    service : Service
    ags : str
    region : Region or None
        None where the service's filter alone chooses the objects (`Service.by_filter`).
    """

    session: requests.Session
    service: Service
    ags: str
    region: Region | None


@dataclass(frozen=True)
class Collected:
    """What a service delivered.

    Attributes
    ----------
    service : Service
    folder : Path
    pages : tuple of Path
        Files as they came; the same object may stand in several. None where the area holds nothing.
    crs : str
        Of their coordinates.
    suffix : str
        Of the files, with the dot.
    fetched : datetime
        When the oldest part was fetched, or last found unchanged; with the offset of this place.
    asked, reused : int
        Boxes that were asked for now, and taken from the cache.
    digest : str
        Changes when the objects on a page do.
    findings : tuple of Finding
    """

    service: Service
    folder: Path
    pages: tuple[Path, ...]
    crs: str
    suffix: str
    fetched: datetime
    asked: int
    reused: int
    digest: str
    findings: tuple[Finding, ...] = ()


def collect(
    order: Order,
    folder: Path,
    *,
    refresh: bool = False,
    progress: Progress = SILENT,
    opening: Opening = open_client,
) -> Collected:
    """Collect the objects of a service in an area.

    What came is kept, even where the service fails half-way: the next run asks only for what is missing or older than
    `Service.fresh_days`. Where the service cannot be reached, the last whole answer serves, with findings that say so
    and why.

    Parameters
    ----------
    order : Order
    folder : Path
        Cache; the files come into ``<service>/<digest of the order>``.
    refresh : bool
        Whether to ask for everything anew; then an old answer serves for nothing.
    progress : Progress
    opening : callable
        How the service is opened.

    Raises
    ------
    Canceled
        What is whole stays for the next run.
    EnactError
        ``service_not_refreshed`` where only an old answer is there; ``service_incomplete`` where parts are missing,
        with the error of the first as its cause; the error itself where nothing came. ``service_tile_too_full``,
        ``service_no_end``, ``cache_unwritable``; as `opening.open_client`.
    """
    region = None if order.service.by_filter else order.region
    metric = region.in_crs(_METRIC) if region is not None else None
    if order.service.protocol is Protocol.FILE:  # the same file for every municipality is fetched once
        kept = Kept(folder_of(folder, order.service, "", None))
    else:
        kept = Kept(folder_of(folder, order.service, order.ags, metric))
    good = None if refresh else kept.fresh(order.service.fresh_days)
    if good is not None:
        kept.tidy(())
        sweep(kept.folder)
        progress(1.0)
        return _collected(order, kept, good, reused=len(good.entries))
    before = kept.named()
    try:
        client = opening(order.session, order.service, order.ags, progress.silent())
        client.folder = kept.folder / LARGE
        area = Area(region.in_crs(client.crs), order.service.margin_m) if region is not None else None
        run = Gathering(client, order.session, kept, refresh, progress)
        good = run.run(area)
    except Canceled:
        raise
    except EnactError as error:
        old = kept.good() if error.code.startswith(_OF_THE_SERVICE) else None
        if old is None:
            raise
        if refresh:
            day = f"{old.fetched:%d.%m.%Y}"
            raise EnactError("service_not_refreshed", date=day, **names_of(order.service)) from error
        use(kept.folder)
        return _collected(order, kept, old, reused=len(old.entries), findings=_old(order.service, old, error))
    kept.tidy(before)
    sweep(kept.folder)
    progress(1.0)
    return _collected(order, kept, good, run.asked, run.reused)


def _collected(
    order: Order,
    kept: Kept,
    good: Good,
    asked: int = 0,
    reused: int = 0,
    findings: tuple[Finding, ...] = (),
) -> Collected:
    return Collected(
        order.service,
        kept.folder,
        tuple(kept.folder / file.name for file in good.files),
        good.crs,
        good.suffix,
        good.fetched,
        asked,
        reused,
        good.digest,
        (*findings, *_noted(order.service, good.notes)),
    )


def _noted(service: Service, notes: Mapping[str, Mapping[str, Any]]) -> tuple[Finding, ...]:
    names = names_of(service)
    return tuple(
        Finding(code, severity=_SEVERITIES.get(code, Severity.NOTE), values={**names, **values})
        for code, values in notes.items()
    )


def _old(service: Service, good: Good, error: EnactError) -> tuple[Finding, ...]:
    values = {**names_of(service), "date": f"{good.fetched:%d.%m.%Y}"}
    cause = error.__cause__
    known = error if not isinstance(cause, EnactError) else cause
    return (
        Finding("service_answer_old", severity=Severity.WARNING, values=values),
        Finding(known.code, severity=Severity.WARNING, values=known.params),
    )
