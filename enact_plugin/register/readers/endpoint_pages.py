"""The pages of one query to the register's public JSON endpoint, as they were saved.

One file in the endpoint's own envelope ``{Data, Total, AggregateResults, Errors}`` or a bare list of its records,
several such pages, or a folder of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import Any

from ...errors import EnactError, Finding
from ...progress import SILENT, Progress
from ...reference.tables import rows
from ..raw import PLANTS
from . import files
from .json_stream import JsonStream

LIST_KEY = "Data"
STEP = 5000  # records between two looks at the cancel button
_NAMED = 5  # fields a message names


@dataclass(frozen=True)
class Form:
    """The records of one query.

    Attributes
    ----------
    way : str
        As it is cited.
    table : str
        Table of `resources/tables` with field and column.
    required : tuple of str
        Fields every record has.
    layer : str
        The layer they are for.
    """

    way: str
    table: str
    required: tuple[str, ...]
    layer: str = PLANTS

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Fields in use, each with the column it means."""
        return tuple((row["field"], row["column"]) for row in rows(self.table))

    @property
    def spelled(self) -> dict[str, str]:
        """How the endpoint calls each column."""
        return {column: name for name, column in reversed(self.fields)}


@dataclass(frozen=True)
class Page:
    """One answer of the endpoint.

    Attributes
    ----------
    path : str
        Where it stands, for messages.
    records : list of tuple
        Values of the fields in use, in the order of `fields`.
    total : int or None
        Number of units the endpoint has for the query, when the page says so.
    unreadable : int
        Entries that are no records.
    findings : tuple of Finding
    names : frozenset of str
        Fields of its first record; the endpoint delivers the same of each, filled or not.
    """

    path: str
    records: list[tuple[Any, ...]] = field(default_factory=list)
    total: int | None = None
    unreadable: int = 0
    findings: tuple[Finding, ...] = ()
    names: frozenset[str] = frozenset()


def page_files(paths: Path | str | Sequence[Path | str]) -> list[Path]:
    """The files meant, each once, those of a folder by name."""
    given = [paths] if isinstance(paths, (Path, str)) else list(paths)
    found: list[Path] = []
    for path in map(Path, given):
        inside = sorted(p for p in path.iterdir() if _is_page(p)) if path.is_dir() else [path]
        if not inside:
            raise EnactError("folder_without_json", path=str(path))
        found.extend(inside)
    return list(dict.fromkeys(found))


def _is_page(path: Path) -> bool:
    return path.suffix.lower() == ".json" and not path.name.startswith(".")


# ---- one page


def read_page(path: Path, form: Form, progress: Progress = SILENT) -> Page:
    """Read one file."""
    progress(0.0, "register_reading", path=path.name)
    head = files.head_of(path)
    encoding = files.unicode_of(head)
    files.refuse_other_formats(path, head.decode(encoding, "replace"), expected="json")
    try:
        return _page(path, form, encoding, progress)
    except UnicodeDecodeError:
        page = _page(path, form, files.WINDOWS, progress)
        return replace(page, findings=(files.finding_of("register_encoding_windows", path),))


def _page(path: Path, form: Form, encoding: str, progress: Progress) -> Page:
    errors = "replace" if encoding == files.WINDOWS else "strict"
    with path.open(encoding=encoding, errors=errors, newline="") as file:
        stream = JsonStream(file, path, LIST_KEY)
        records, unreadable, names = _records(path, form, stream, progress)
    _check_envelope(path, stream)
    total = stream.envelope.get("Total")
    count = int(total) if isinstance(total, (int, float)) else None
    return Page(str(path), records, count, unreadable, names=names)


def _records(
    path: Path, form: Form, stream: JsonStream, progress: Progress
) -> tuple[list[tuple[Any, ...]], int, frozenset[str]]:
    """Fields in use of each record, how many entries are none, and all fields of the first.

    The first shows whether this is the register.
    """
    names = [name for name, _ in form.fields]
    empty = dict.fromkeys(names)
    pick = itemgetter(*names)
    taken: list[tuple[Any, ...]] = []
    unreadable = 0
    fields: frozenset[str] = frozenset()
    size = path.stat().st_size
    for entry in stream.records():
        if not isinstance(entry, dict):
            unreadable += 1
            continue
        if not taken:
            _check_fields(path, form, entry)
            fields = frozenset(entry)
        taken.append(pick({**empty, **entry}))
        if len(taken) % STEP == 0:
            progress(stream.position / size, "register_rows", rows=len(taken))
    return taken, unreadable, fields


def _check_fields(path: Path, form: Form, record: dict[str, Any]) -> None:
    missing = [name for name in form.required if name not in record]
    if len(missing) == len(form.required):
        raise EnactError("json_not_register", path=str(path), fields=", ".join(list(record)[:_NAMED]) or "–")
    if missing:
        raise EnactError("json_field_missing", path=str(path), fields=", ".join(missing))


def _check_envelope(path: Path, stream: JsonStream) -> None:
    """Stop at an answer that says it is an error; the endpoint sends those as HTTP 200."""
    if stream.envelope.get("Errors"):
        raise EnactError("json_endpoint_error", path=str(path), message=str(stream.envelope["Errors"]))
    if stream.envelope.get("Error"):
        raise EnactError("json_request_refused", path=str(path))
    if not stream.has_list:
        names = ", ".join(list(stream.envelope)[:_NAMED]) or "–"
        raise EnactError("json_not_register", path=str(path), fields=names)
