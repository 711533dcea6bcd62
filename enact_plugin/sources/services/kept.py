"""What services delivered, on this computer: a folder for each order, with a manifest of what came for which box.

Pages have names that nobody else gives, and are whole or not there. So two QGIS may work on one folder: the manifest
that is written last counts, and the pages of the other stay for a while.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..cache import place_of, read_json, whole_file, write_json, writing
from .client import Box, Page
from .service import Protocol, Service
from .tiles import PageFile

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MANIFEST = "manifest.json"
LARGE = "large"  # folder for files that come in pieces
_PAGE = "page_"
_FORMAT = 1
_DIGITS = 24
_CHUNK = 1 << 20
_SPARED_S = 3600.0  # for which replaced pages stay, because another program may be reading them
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
# what decides which objects come; the rest of a preset may change without asking anew
_DECIDES = ("name", "version", "crs", "filter", "by_filter", "page", "margin_m", "options")
_FILES = "files"
_OF_A_FILE = ("suffix", "page", "link", "file")  # options that decide which file it is


@dataclass(frozen=True)
class Entry:
    """A box of the manifest.

    Attributes
    ----------
    box : Box or None
    files : tuple of PageFile or None
        None: the box was cut, and its quarters are boxes of their own.
    count : int
        Objects.
    at : str
        When it was fetched or last found unchanged, as ISO text with the offset.
    validator : str
    """

    box: Box | None
    files: tuple[PageFile, ...] | None
    count: int = 0
    at: str = ""
    validator: str = ""

    @property
    def when(self) -> datetime:
        """Date of the box; long ago where it cannot be read."""
        try:
            when = datetime.fromisoformat(self.at)
        except ValueError:
            return datetime.fromtimestamp(0).astimezone()
        return when.astimezone()

    def is_fresh(self, days: float) -> bool:
        """Whether it need not be asked; a date in the future is no date."""
        age = now() - self.when
        return self.files is not None and timedelta(0) <= age < timedelta(days=days)

    def as_json(self) -> dict[str, Any]:
        """Content of the manifest."""
        if self.files is None:
            return {"box": self.box}
        files = [[file.name, file.digest] for file in self.files]
        return {
            "box": self.box,
            "files": files,
            "count": self.count,
            "at": self.at,
            "validator": self.validator,
        }


@dataclass(frozen=True)
class Good:
    """A whole answer.

    Attributes
    ----------
    crs, suffix : str
        Of its pages.
    entries : tuple of Entry
    notes : dict
        Findings of the service: code to values.
    """

    crs: str
    suffix: str
    entries: tuple[Entry, ...]
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def files(self) -> tuple[PageFile, ...]:
        """Pages in order."""
        return tuple(file for entry in self.entries for file in entry.files or ())

    @property
    def fetched(self) -> datetime:
        """Date of the oldest box."""
        return min((entry.when for entry in self.entries), default=now())

    @property
    def digest(self) -> str:
        """Changes when the content of a page does."""
        return hashlib.sha256("\n".join(sorted(file.digest for file in self.files)).encode()).hexdigest()[
            :_DIGITS
        ]


def now() -> datetime:
    """Return the time, with the offset of this place."""
    return datetime.now().astimezone()


def folder_of(root: Path, service: Service, ags: str, area: BaseGeometry | None) -> Path:
    """Folder of an order; a file is the same whatever is taken from it, and whoever for.

    Parameters
    ----------
    root : Path
    service : Service
    ags : str
    area : BaseGeometry or None
        In metres.
    """
    if service.protocol is Protocol.FILE:
        options = {name: service.options[name] for name in _OF_A_FILE if name in service.options}
        text = json.dumps([place_of(service.url), service.crs, options], sort_keys=True, default=str).encode()
        return root / _FILES / hashlib.sha256(text).hexdigest()[:_DIGITS]
    definition = {name: getattr(service, name) for name in _DECIDES}
    definition.update(protocol=service.protocol.value, url=place_of(service.url), ags=ags)
    text = json.dumps(definition, sort_keys=True, default=str).encode()
    digest = hashlib.sha256(text + (b"" if area is None else _outline(area))).hexdigest()[:_DIGITS]
    return root / (_NO_NAME.sub("_", service.id) or "service") / digest


def _outline(area: BaseGeometry) -> bytes:
    """The area on whole metres: what is less differs with the release of PROJ."""
    import numpy as np
    import shapely

    # + 0.0 makes of a negative zero a positive one
    return bytes(shapely.to_wkb(shapely.transform(shapely.force_2d(area), lambda x: np.round(x) + 0.0)))


class Kept:
    """Folder of an order.

    Parameters
    ----------
    folder : Path

    Attributes
    ----------
    folder : Path
    tiles : dict of str to Entry
        How far the last run came, for the CRS and suffix of `crs` and `suffix`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        found = read_json(folder / MANIFEST)
        if found.get("format") != _FORMAT:
            found = {}
        self._good = _good_of(found.get("good"))
        self.crs = str(found.get("crs", ""))
        self.suffix = str(found.get("suffix", ""))
        self.tiles = _entries_of(found.get("tiles"))

    def good(self) -> Good | None:
        """Return the last whole answer; None where there is none, or a page of it is gone."""
        good = self._good
        return good if good is not None and all(self.has(entry) for entry in good.entries) else None

    def fresh(self, days: int) -> Good | None:
        """Return the last whole answer where none of it need be asked."""
        good = self.good()
        fresh = good is not None and good.entries and all(entry.is_fresh(days) for entry in good.entries)
        return good if fresh else None

    def has(self, entry: Entry) -> bool:
        """Whether all pages of a box are there."""
        return all((self.folder / file.name).is_file() for file in entry.files or ())

    def keep(self, page: Page, suffix: str) -> PageFile:
        """Put a page into the folder.

        Raises
        ------
        EnactError
            ``cache_unwritable``.
        """
        path = self.folder / f"{_PAGE}{uuid.uuid4().hex}{suffix}"
        if page.path is None:
            with whole_file(path) as file:
                file.write(page.content)
        else:
            with writing(path):
                os.replace(page.path, path)  # noqa: PTH105 - Path.replace is the same; named for what it guarantees
        return PageFile(path.name, _digest(page, path))

    def drop(self, names: Iterable[str]) -> None:
        """Delete pages that this run made and nobody else knows."""
        for name in names:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def save(self, crs: str, suffix: str, tiles: Mapping[str, Entry], good: Good | None = None) -> None:
        """Write how far a run has come, and its answer where it is whole.

        Raises
        ------
        EnactError
            ``cache_unwritable``.
        """
        # another program may have come to its end meanwhile
        self._good = good or Kept(self.folder).good() or self._good
        self.crs, self.suffix, self.tiles = crs, suffix, dict(tiles)
        content: dict[str, Any] = {"format": _FORMAT, "crs": crs, "suffix": suffix}
        content["tiles"] = {key: entry.as_json() for key, entry in tiles.items()}
        if self._good is not None:
            content["good"] = {
                "crs": self._good.crs,
                "suffix": self._good.suffix,
                "notes": self._good.notes,
                "entries": [entry.as_json() for entry in self._good.entries],
            }
        write_json(self.folder / MANIFEST, content)

    def tidy(self, before: Iterable[str]) -> None:
        """Delete pages that nobody needs; those just replaced stay for an hour, another program may be reading them.

        Parameters
        ----------
        before : iterable of str
            Pages the manifest named when the run began.
        """
        needed = self.named() | Kept(self.folder).named()
        replaced = set(before) - needed
        with contextlib.suppress(OSError):
            for path in self.folder.glob(f"*{_PAGE}*"):
                if path.name in needed:
                    continue
                with contextlib.suppress(OSError):  # open in another program, on Windows
                    if path.name in replaced:
                        os.utime(path)
                    elif abs(time.time() - path.stat().st_mtime) > _SPARED_S:
                        path.unlink()

    def named(self) -> set[str]:
        """Names of all pages of the manifest."""
        entries = [*self.tiles.values(), *(self._good.entries if self._good else ())]
        return {file.name for entry in entries for file in entry.files or ()}


def _digest(page: Page, path: Path) -> str:
    """Digest of the objects of a page, whatever their order; of its content where it does not tell them."""
    found = blake2b(digest_size=16)
    if page.rows:
        for row in sorted(page.rows):
            found.update(row)
    elif page.path is None:
        found.update(page.content)
    else:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                found.update(chunk)
    return found.hexdigest()


def _good_of(content: Any) -> Good | None:
    try:
        entries = [_entry_of(each) for each in content["entries"]]
        notes = {str(code): dict(values) for code, values in content["notes"].items()}
        good = Good(str(content["crs"]), str(content["suffix"]), tuple(entries), notes)
    except (TypeError, KeyError, ValueError, AttributeError):
        return None
    return good if all(entry.files is not None for entry in entries) else None


def _entries_of(content: Any) -> dict[str, Entry]:
    """Boxes of a manifest; none where it is damaged."""
    try:
        return {str(key): _entry_of(each) for key, each in content.items()}
    except (TypeError, KeyError, ValueError, AttributeError):
        return {}


def _entry_of(content: Mapping[str, Any]) -> Entry:
    box = None if content["box"] is None else tuple(float(edge) for edge in content["box"])
    if "files" not in content:
        return Entry(box, None)
    # a name leads nowhere but into the folder
    files = tuple(PageFile(Path(str(name)).name, str(digest)) for name, digest in content["files"])
    return Entry(box, files, int(content["count"]), str(content["at"]), str(content["validator"]))
