"""The ways the register comes in: told apart by what was given, and read."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QStandardPaths

from ..errors import Canceled, EnactError, Finding, Severity
from ..layers.messages import describe, step
from ..layers.paths import is_folder
from .register_forms import AUTO, BULK, CSV, JSON, ONLINE, OPEN_MASTR, WEB, form_of, refuse_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ..outcome import Outcome, Source
    from ..progress import Progress
    from .base import Job


@dataclass(frozen=True)
class Register:
    """What one way of the register delivered for a municipality.

    Attributes
    ----------
    plants : Outcome
    gas : Outcome or None
        None where the way says nothing of gas.
    findings : tuple of Finding
        On the way as a whole, for instance that the answer is an old one.
    """

    plants: Outcome
    gas: Outcome | None = None

    def noting(self, *findings: Finding) -> Register:
        """The same with findings on the way it came."""
        return replace(self, plants=replace(self.plants, findings=(*findings, *self.plants.findings)))


def read_register(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    """Read the units of a municipality the way SOURCE says.

    Parameters
    ----------
    job : Job
        With SOURCE, FILE, FOLDER, DATE_ORDER, ADDRESS and CACHE.
    ags : str
    boundary : geometry or None
        In EPSG:4326, for finding wrong coordinates.
    progress : Progress

    Raises
    ------
    EnactError
        ``register_file_not_given``, ``register_file_and_folder``, ``register_online_and_file``, and those of the
        readers.
    """
    path = _place_given(job)
    form = job.choice("SOURCE")
    if form == ONLINE and path:
        raise EnactError("register_online_and_file", path=_shown(path))
    if form == AUTO and not path:
        job.feedback.pushInfo(step("register_no_file"))
    if form == AUTO:
        form = form_of(path, job.title("FILE")) if path else ONLINE
    if not path and form not in (ONLINE, BULK):
        raise EnactError("register_file_not_given")
    readers = {
        ONLINE: _online,
        BULK: _bulk,
        JSON: _json,
        CSV: _csv,
        OPEN_MASTR: _open_mastr,
    }
    return readers[form](job, ags, boundary, progress)


def _place_given(job: Job) -> str:
    """File, folder or address; of two none is passed over without a word.

    Raises
    ------
    EnactError
        ``register_file_and_folder``.
    """
    file, folder = job.text("FILE"), job.text("FOLDER")
    if file and folder:
        raise EnactError("register_file_and_folder", file=_shown(file), folder=folder)
    return file or folder


def _shown(place: str) -> str:
    """What was given, for messages: an address without who logs in."""
    from ..sources.problems import shown

    return shown(place) if place.lower().startswith(WEB) else place


# ---- files


def _given_path(job: Job) -> Path:
    path = job.file("FILE" if job.given("FILE") else "FOLDER")
    refuse_unpacked(path)
    return path


def _csv(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    from ..fields.dates import DateOrder
    from ..register.readers.csv import read_csv

    order = DateOrder(job.choice("DATE_ORDER"))
    return Register(read_csv(_given_path(job), ags, date_order=order, boundary=boundary, progress=progress))


def _json(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    from ..register.readers.endpoint_json import read_json

    return Register(read_json(_given_path(job), ags, boundary=boundary, progress=progress))


def _open_mastr(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    from ..register.readers.open_mastr import read_open_mastr, read_open_mastr_gas

    path = _given_path(job)
    plants = read_open_mastr(path, ags, boundary=boundary, progress=progress.part(0.0, 0.9))
    gas = read_open_mastr_gas(path, ags, boundary=boundary, progress=progress.part(0.9, 1.0))
    return Register(plants, gas)


# ---- the complete export


def _bulk(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    from ..register.bulk.read import read_bulk

    given = _place_given(job)
    if given and not given.lower().startswith(WEB):
        path = _zip_of(_given_path(job))
        with _workbooks_told(path):
            outcome = read_bulk(
                partial(path.open, "rb"), str(path), ags, boundary=boundary, progress=progress
            )
        return Register(outcome.plants, outcome.gas)
    return _remote_bulk(job, given, ags, boundary, progress)


def _zip_of(path: Path) -> Path:
    """The export itself: the file, or the only zip of a folder.

    Raises
    ------
    EnactError
        ``bulk_folder``.
    """
    if not is_folder(path):
        return path
    zips = [entry for entry in path.iterdir() if entry.suffix.lower() == ".zip" and entry.name[:1] != "."]
    if len(zips) != 1:
        raise EnactError("bulk_folder", path=str(path), count=len(zips))
    return zips[0]


@contextmanager
def _workbooks_told(path: Path) -> Iterator[None]:
    """Say of a workbook what it is, instead of that it is no export; asked last: its directory is safe to read then."""
    from ..register.readers.files import is_workbook

    try:
        yield
    except EnactError as error:
        if error.code == "register_archive_no_tables" and is_workbook(path):
            raise EnactError("register_file_not_text", path=str(path)) from error
        raise


def _remote_bulk(job: Job, url: str, ags: str, boundary: Any, progress: Progress) -> Register:
    """Read the export where it is, the newest one when no address is given: only the pieces that are needed."""
    from ..register.bulk.read import read_bulk
    from ..sources import presets
    from ..sources.ranges import remote_opener

    cache = cache_folder(job)
    page = "" if url else job.text("ADDRESS") or presets.register().download_page
    with _session() as session:
        address, findings = _export_of(session, page, cache, progress.silent()) if page else (url, ())
        opener = remote_opener(session, address, cache, progress)
        outcome = read_bulk(opener, _shown(address), ags, boundary=boundary, progress=progress)
    if page:
        _note_export(job, cache, page, address)  # only what could be read can be taken again
    return Register(outcome.plants, outcome.gas).noting(*findings, *opener.findings)


def _note_export(job: Job, cache: Path, page: str, address: str) -> None:
    """Note which export the page led to, for a run that cannot ask the page; that this fails takes nothing away."""
    from ..sources.export_cache import remember
    from ..sources.problems import host_of

    try:
        remember(cache, page, address)
    except EnactError as error:
        text = step("export_page_not_noted", host=host_of(page), reason=describe(error))
        job.feedback.pushWarning(text)


def _export_of(session: Any, page: str, cache: Path, progress: Progress) -> tuple[str, tuple[Finding, ...]]:
    """Address of the newest export; where the page leads to none, that of the one used last, with findings.

    Raises
    ------
    Canceled
    EnactError
        As `register_export.newest_export`, where none was used before.
    """
    from ..sources.export_cache import last_export
    from ..sources.problems import host_of
    from ..sources.register_export import newest_export

    try:
        return newest_export(session, page, progress=progress).url, ()
    except Canceled:
        raise
    except EnactError as error:
        last = last_export(cache, page)
        if last is None:
            raise
        values = {"host": host_of(page), "file": last.rpartition("/")[2]}
        reason = Finding(error.code, severity=Severity.WARNING, values=error.params)
        return last, (Finding("export_page_cached", severity=Severity.WARNING, values=values), reason)


# ---- online


def _online(job: Job, ags: str, boundary: Any, progress: Progress) -> Register:
    from ..register.readers.endpoint_json import WAY, read_json
    from ..sources.register_endpoint import fetch_or_last_good

    with _session() as session:
        fetch = partial(fetch_or_last_good, session, keys_of(ags), cache_folder(job))
        with _files_suggested():
            pages = fetch(endpoint=job.text("ADDRESS") or None, progress=progress.part(0.0, 0.7))
        plants = read_json(pages.paths, ags, boundary=boundary, progress=progress.part(0.7, 0.8))
        plants = replace(_asked_on(pages.state, plants, WAY), whole=True)  # counted by the answer's own total
        register = Register(plants).noting(*pages.findings)
        if job.given("ADDRESS") and not job.given("GAS_ADDRESS"):
            return register  # the gas units of another server than the plants' would not belong to them
        return _with_gas(job, register, fetch, ags, boundary, progress.part(0.8, 1.0))


_NO_FILE_HELPS = ("register_online_key", "register_online_no_units")


@contextmanager
def _files_suggested() -> Iterator[None]:
    """Add to what went wrong on the way to the server that a file can be loaded instead."""
    try:
        yield
    except EnactError as error:
        of_the_way = error.code.startswith("source_") and error.code != "source_address"
        of_the_answer = error.code.startswith("register_online_") and error.code not in _NO_FILE_HELPS
        if not (of_the_way or of_the_answer):
            raise
        from ..sources import presets

        code = "register_online_no_answer" if of_the_way else "register_online_instead"
        page = presets.register().download_page
        raise EnactError(code, reason=describe(error), page=page) from error


def _with_gas(
    job: Job, register: Register, fetch: Any, ags: str, boundary: Any, progress: Progress
) -> Register:
    """Add the gas units; that they cannot be had does not take the plants away.

    Raises
    ------
    Canceled
    """
    from ..register.gas import GAS_PAGES, no_gas_units, read_gas_json
    from ..register.raw import source_of

    try:
        pages = fetch(kind="gas", endpoint=job.text("GAS_ADDRESS") or None, progress=progress.part(0.0, 0.8))
        if pages.paths:
            read = read_gas_json(pages.paths, ags, boundary=boundary, progress=progress.part(0.8, 1.0))
            gas = _asked_on(pages.state, read, GAS_PAGES.way)
        else:
            gas = no_gas_units(source_of(GAS_PAGES.way, pages.state))
    except Canceled:
        raise
    except EnactError as error:
        reason = Finding(error.code, severity=Severity.WARNING, values=error.params)
        return register.noting(Finding("gas_not_loaded", severity=Severity.WARNING), reason)
    return replace(register, gas=replace(gas, findings=(*pages.findings, *gas.findings)))


def _asked_on(state: date, outcome: Outcome, way: str) -> Outcome:
    """Outcome that is as old as the answer, not as the last change in it."""
    from ..register.raw import source_of

    return replace(outcome, source=source_of(way, state))


def with_state(outcome: Outcome, day: date | None, whole: bool) -> Outcome:
    """Outcome of a file with what a person says of it: the day of its data, and that it holds all units.

    A file of one carrier only, of which nobody says so, is said to be a part.

    A way that is whole by itself tells its day too: of that nothing is changed.

    Raises
    ------
    EnactError
        ``state_date_before_data``, ``state_date_in_future``.
    """
    from datetime import date as day_of

    from ..register.unread import with_one_carrier_told

    if outcome.whole:
        return outcome
    source = outcome.source
    if day is not None:
        if day > day_of.today():
            raise EnactError("state_date_in_future", date=f"{day:%d.%m.%Y}")
        if source.state is not None and source.state > day:
            days = {"date": f"{day:%d.%m.%Y}", "newest": f"{source.state:%d.%m.%Y}"}
            raise EnactError("state_date_before_data", **days)
        source = _dated(source, day)
    return with_one_carrier_told(replace(outcome, source=source, whole=whole))


def _dated(source: Source, day: date) -> Source:
    """The same source as it is cited with another day."""
    from ..register.raw import REGISTER, source_of

    way = source.name[len(REGISTER) :].strip(" ()")
    return source_of(way, day)


def keys_of(ags: str) -> tuple[str, ...]:
    """Key of a municipality today, and those of before that units of it may still have."""
    from ..reference.municipalities import former_keys, resolve_ags

    today = resolve_ags(ags).ags
    return (today, *(old.ags for old in former_keys(today) if resolve_ags(old.ags).ags == today))


def _session() -> Any:
    from ..sources.qgis_transport import QgisTransport
    from ..sources.session import open_session

    return open_session(QgisTransport())


def cache_folder(job: Job) -> Path:
    """Folder for what was fetched: the one given, else this user's cache on this computer.

    Not the QGIS profile: on many municipal computers that is copied to a server at each login.
    """
    if job.given("CACHE"):
        return Path(job.text("CACHE"))
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(base) / "EnAct"
