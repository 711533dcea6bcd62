"""Tables of a bulk export: the rows asked for, and an account of all that are there.

Parts are read side by side by threads; inflating and narrowing give way to other threads, searching does not.
"""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial

import pandas as pd

from ...errors import Canceled, Finding, Severity
from ...progress import SILENT, Progress
from .ahead import ReadAhead
from .archive import Archive, Member
from .elements import CUT_OFF, MALFORMED, UNDECODABLE, UNKNOWN_ENTITY
from .frames import FrameOfText
from .inflate import CHUNK
from .member import MemberRows, Step
from .rows import Account
from .selection import Selection

__all__ = ["REASONS", "Scanned", "Selection", "Stream", "scan", "scan_tables", "stream"]

REASONS = (MALFORMED, UNDECODABLE, UNKNOWN_ENTITY, CUT_OFF)
"""Why a row cannot be read; the findings about them are called ``register_<reason>``."""
FRAME_ROWS = 4_000
"""Rows of a frame of a stream: some 10 MB."""
CHUNK_OF_ROWS = 1 << 18
"""Bytes inflated at once where most rows are read: their elements are many objects, and fewer stay in the cache."""
_POLL_S = 0.1
_STEPS = 16  # chunks between two reports


@dataclass(frozen=True)
class Cut:
    """How a member is cut while it is read; the result is the same for any.

    Attributes
    ----------
    chunk : int
        Bytes inflated at once.
    window : int
        Bytes at the beginning that tell encoding and names; zero for those of `register_limits.csv`.
    """

    chunk: int = CHUNK
    window: int = 0


@dataclass(frozen=True)
class Scanned:
    """What a table holds of what was asked for.

    Attributes
    ----------
    frame : DataFrame, shape (n,)
        Object columns named as the elements, text or None; index 0…n−1, in the order of the parts.
    present : int
        Rows in the table, repeated ones too.
    rejected : dict
        Reason -> rows that are asked for, or may be, and cannot be read.
    findings : tuple of Finding
        ``register_parts_missing``, ``register_member_cut_off``, and one by each reason and member.
    nowhere : int
        Sound rows without the municipality that is asked for: at sea, abroad, or not filled in.
    others : tuple of str
        Elements of the rows that the selection does not keep.
    """

    frame: pd.DataFrame
    present: int
    rejected: dict[str, int]
    findings: tuple[Finding, ...]
    nowhere: int = 0
    others: tuple[str, ...] = ()


@dataclass
class _Part:
    """What one member gave."""

    account: Account
    texts: FrameOfText


def scan(
    archive: Archive,
    table: str,
    selection: Selection,
    progress: Progress = SILENT,
    threads: int = 1,
    cut: Cut = Cut(),
) -> Scanned:
    """Read the rows of a table that are asked for.

    Parameters
    ----------
    archive : Archive
    table : str
        Name of the table; one the archive lacks has no rows.
    selection : Selection
    progress : Progress
        Asked by the calling thread only.
    threads : int
        Parts read side by side.
    cut : Cut
        Sizes, for tests.

    Raises
    ------
    EnactError
        As `Archive.chunks`; ``register_member_not_xml``, ``register_member_encoding``, ``register_member_dtd``,
        ``register_row_too_long``.
    """
    return scan_tables(archive, {table: selection}, progress, threads, cut)[table]


def scan_tables(
    archive: Archive,
    selections: Mapping[str, Selection],
    progress: Progress = SILENT,
    threads: int = 1,
    cut: Cut = Cut(),
) -> dict[str, Scanned]:
    """Read several tables, each with its own selection; parts of all of them side by side.

    Parameters and errors as `scan`. Rows and findings are the same with any number of threads.
    """
    jobs = [(member, wanted) for table, wanted in selections.items() for member in archive.by_table(table)]
    total = sum(member.size for member, _wanted in jobs)
    if threads > 1 and len(jobs) > 1:
        parts = _side_by_side(archive, jobs, cut, threads, _Meter(progress, total))
    else:
        meter = _Meter(progress, total)
        parts = [_read(archive, member, wanted, cut, meter.step) for member, wanted in jobs]
    progress(1.0)
    by_member = {id(member): part for (member, _wanted), part in zip(jobs, parts)}
    return {
        table: _whole(archive, table, [by_member[id(member)] for member in archive.by_table(table)])
        for table in selections
    }


class Stream:
    """Frames of a table one after the other, so that any number of rows needs the memory of some thousand.

    Parameters
    ----------
    archive, table, selection, progress, cut
        As `scan`. There is one thread: reading rows is Python's own work, which others would only wait for.

    Attributes
    ----------
    present : int
        Rows seen so far; complete once all frames were taken, as are the others.
    rejected : Counter
    findings : list of Finding
    """

    def __init__(
        self,
        archive: Archive,
        table: str,
        selection: Selection,
        progress: Progress = SILENT,
        cut: Cut = Cut(CHUNK_OF_ROWS),
    ) -> None:
        self.present = 0
        self.rejected: Counter[str] = Counter()
        self.findings: list[Finding] = _gaps(archive, table)
        self._frames = self._read(archive, archive.by_table(table), selection, progress, cut)

    def __iter__(self) -> Iterator[pd.DataFrame]:
        return self._frames

    def __next__(self) -> pd.DataFrame:
        return next(self._frames)

    def _read(
        self,
        archive: Archive,
        members: tuple[Member, ...],
        selection: Selection,
        progress: Progress,
        cut: Cut,
    ) -> Iterator[pd.DataFrame]:
        meter = _Meter(progress, sum(member.size for member in members))
        texts = FrameOfText(selection.kept)
        for member in members:
            reader = MemberRows(archive, member, selection, meter.step, cut.chunk, cut.window)
            for records in reader.batches():
                texts.add(records)
                if len(texts) >= FRAME_ROWS:
                    yield texts.frame()
                    texts = FrameOfText(selection.kept)
            self.present += reader.account.present
            self.rejected.update(reader.account.rejected)
            self.findings += _findings(archive, member, reader.account)
        if len(texts):
            yield texts.frame()
        progress(1.0)


def stream(
    archive: Archive,
    table: str,
    selection: Selection,
    progress: Progress = SILENT,
    cut: Cut = Cut(CHUNK_OF_ROWS),
) -> Stream:
    """Read a table as frames of some thousand rows; `Stream` also keeps the account.

    Raises
    ------
    EnactError
        As `scan`, while the frames are taken.
    """
    return Stream(archive, table, selection, progress, cut)


class _Meter:
    """Reports how much of the whole was inflated; each thread may step, only the caller's reports."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._lock = threading.Lock()
        self._done = 0
        self._steps = 0
        self._last = sys.maxsize

    def step(self, length: int) -> None:
        """Count, and report at times."""
        self._done += length
        self._steps += 1
        if self._steps % _STEPS == 1:
            self.report()

    def count(self, length: int, job: int) -> None:
        """Count in a thread of its own; raises once its result is not needed any more."""
        if job > self._last:
            raise Canceled
        with self._lock:
            self._done += length

    def report(self) -> None:
        """Tell the caller's progress."""
        self._progress(self._done / self._total)

    def stop(self, last: int = -1) -> None:
        """Let the threads of all jobs behind one end at their next chunk."""
        self._last = last


def _read(
    archive: Archive,
    member: Member,
    selection: Selection,
    cut: Cut,
    step: Step,
    ahead: Callable[[Iterator[bytes]], Iterator[bytes]] = iter,
) -> _Part:
    reader = MemberRows(archive, member, selection, step, cut.chunk, cut.window, ahead)
    part = _Part(reader.account, FrameOfText(selection.kept, shared=True))
    for records in reader.batches():
        part.texts.add(records)
    return part


def _side_by_side(
    archive: Archive, jobs: list[tuple[Member, Selection]], cut: Cut, threads: int, meter: _Meter
) -> list[_Part]:
    """Parts in the order of the jobs; the largest begin first, so that none is left over for the end."""
    order = sorted(range(len(jobs)), key=lambda index: -jobs[index][0].size)
    with ThreadPoolExecutor(threads, thread_name_prefix="enact-register") as pool:
        ahead = ReadAhead(pool, threads, len(jobs))
        futures: dict[int, Future[_Part]] = {
            index: pool.submit(_read, archive, *jobs[index], cut, partial(meter.count, job=index), ahead)
            for index in order
        }
        for future in futures.values():
            future.add_done_callback(lambda _future: ahead.ended())
        try:
            pending = set(futures.values())
            while pending:
                _done, pending = wait(pending, timeout=_POLL_S, return_when=FIRST_EXCEPTION)
                failed = _first_failed(futures)
                if failed is not None:  # those before it may fail too, and count first
                    meter.stop(failed)
                    _cancel(future for index, future in futures.items() if index > failed)
                meter.report()
        finally:
            meter.stop()
            _cancel(futures.values())
    failed = _first_failed(futures)
    if failed is not None:
        futures[failed].result()  # raises
    return [futures[index].result() for index in range(len(jobs))]


def _first_failed(futures: dict[int, Future[_Part]]) -> int | None:
    """Number of the first job that has an error of its own."""
    ended = (index for index, future in futures.items() if future.done() and not future.cancelled())
    return min((index for index in ended if _failed(futures[index])), default=None)


def _failed(future: Future[_Part]) -> bool:
    error = future.exception()
    return error is not None and not isinstance(error, Canceled)


def _cancel(futures: Iterable[Future[_Part]]) -> None:
    for future in futures:
        future.cancel()


def _whole(archive: Archive, table: str, parts: list[_Part]) -> Scanned:
    texts = FrameOfText()
    rejected: Counter[str] = Counter()
    findings = _gaps(archive, table)
    for member, part in zip(archive.by_table(table), parts):
        texts.append(part.texts)
        rejected.update(part.account.rejected)
        findings += _findings(archive, member, part.account)
    return Scanned(
        frame=texts.frame(),
        present=sum(part.account.present for part in parts),
        rejected=dict(rejected),
        findings=tuple(findings),
        nowhere=sum(part.account.nowhere for part in parts),
        others=tuple(texts.others),
    )


def _gaps(archive: Archive, table: str) -> list[Finding]:
    missing = archive.missing_parts(table)
    if not missing:
        return []
    values = {"path": archive.path, "table": table, "parts": ", ".join(map(str, missing))}
    return [Finding("register_parts_missing", table, Severity.ERROR, values)]


def _findings(archive: Archive, member: Member, account: Account) -> list[Finding]:
    values = {"path": archive.path, "member": member.name}
    found = [
        Finding(
            f"register_{reason}", member.name, Severity.ERROR, {**values, "rows": account.rejected[reason]}
        )
        for reason in REASONS
        if account.rejected[reason]
    ]
    if account.cut_off:
        found.append(Finding("register_member_cut_off", member.name, Severity.ERROR, dict(values)))
    return found
