"""Exports on this computer: a folder of pieces for each, with a note of what they are pieces of.

An export with its date in the name is known by name and size: servers that give it out from several computers name
another version at each. Any other file is known by the version the server tells.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from .cache import place_of, read_json, write_json, writing
from .probe import RemoteState
from .problems import shown
from .register_export import day_of_modified, day_of_name

EXPORTS = "exports"
KEPT = 2
"""Exports of which the pieces stay: those used last. All of them would fill the drive, one would forget the newest as
soon as an older one is looked at."""
_PREFIX = "export_"
_DIGITS = 24
_NOTE = "export.json"
_PAGES = "pages.json"


@dataclass(frozen=True)
class KeptExport:
    """An export of which pieces are on this computer.

    Attributes
    ----------
    folder : Path
    state : RemoteState
        As the server told it when it was last asked.
    date : date
        Of the export by its name, else by the server; else the day it was last used.
    """

    folder: Path
    state: RemoteState
    date: date


def export_folder(cache: Path, url: str, state: RemoteState, block: int) -> Path:
    """Make the folder for one version of one remote file, and delete those that are not to stay.

    Parameters
    ----------
    cache : Path
    url : str
        As it was asked for.
    state : RemoteState
        Where neither name nor server tell a version, pieces of an earlier run cannot be trusted: the folder is a new
        one.
    block : int
        Bytes of a piece.

    Raises
    ------
    EnactError
        ``cache_unwritable``.
    """
    place = _place(url)
    dated = day_of_name(url) is not None and state.size is not None
    version = "" if dated else state.version or uuid.uuid4().hex
    key = "\n".join((place, version, str(state.size)))
    folder = cache / EXPORTS / (_PREFIX + hashlib.sha256(key.encode()).hexdigest()[:_DIGITS])
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    note = {"place": place, "size": state.size, "etag": state.etag, "modified": state.modified}
    write_json(folder / _NOTE, {**note, "block": block, "used": datetime.now().isoformat()})
    _tidy(folder, place)
    return folder


def kept_export(cache: Path, url: str, block: int) -> KeptExport | None:
    """Return what is here of a remote file, without asking for it; None where nothing is."""
    place = _place(url)
    for folder, note in _notes(cache / EXPORTS):
        if note.get("place") == place and note.get("block") == block and isinstance(note.get("size"), int):
            state = RemoteState(
                shown(url), note["size"], str(note.get("etag", "")), str(note.get("modified", "")), True
            )
            day = day_of_name(url) or day_of_modified(state.modified) or _used(note).date()
            return KeptExport(folder, state, day)
    return None


def remember(cache: Path, page: str, url: str) -> None:
    """Note which export a download page led to.

    Raises
    ------
    EnactError
        ``cache_unwritable``.
    """
    path = cache / EXPORTS / _PAGES
    write_json(path, {**read_json(path), place_of(page): shown(url)})


def last_export(cache: Path, page: str) -> str | None:
    """Address of the export a download page last led to, without who logs in; None where it never did."""
    url = read_json(cache / EXPORTS / _PAGES).get(place_of(page))
    return url if isinstance(url, str) and url else None


def _place(url: str) -> str:
    """What tells one file from another: by its name where that has a date, else by what is asked too."""
    return shown(url) if day_of_name(url) else place_of(url)


def _tidy(folder: Path, place: str) -> None:
    """Delete other versions of a file, and exports that were used before the last ones."""
    others = [(path, note) for path, note in _notes(folder.parent) if path != folder]
    stay = [path for path, note in others if note.get("place", place) != place][: KEPT - 1]
    for path, _note in others:
        if path not in stay:
            # one that is being read on Windows stays until next time
            shutil.rmtree(path, ignore_errors=True)


def _notes(exports: Path) -> list[tuple[Path, dict[str, Any]]]:
    """Folders and their notes, the one used last first."""
    found = [(path, read_json(path / _NOTE)) for path in _folders(exports)]
    return sorted(found, key=lambda each: _used(each[1]), reverse=True)


def _folders(exports: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        yield from (path for path in exports.iterdir() if path.name.startswith(_PREFIX))


def _used(note: dict[str, Any]) -> datetime:
    try:
        return datetime.fromisoformat(note["used"])
    except (KeyError, ValueError, TypeError):
        return datetime.min
