"""Pages of the register's endpoint on this computer: one folder a fetch, whole or marked as not whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from ..errors import EnactError
from .cache import read_json, whole_file, write_json
from .endpoint_answer import Page, page_of

# a page of the register ends with .json; what begins with a dot is none
MANIFEST = ".manifest.json"
_ROOT = "register"
_RESUME = timedelta(hours=12)  # pages of an interrupted fetch that are older are fetched again


class Download:
    """One fetch of the units of a municipality.

    Parameters
    ----------
    folder : Path
        Of this fetch.

    Attributes
    ----------
    folder : Path
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._facts: dict[str, Any] = read_json(folder / MANIFEST)
        self._pages: dict[int, Page] = {}

    @property
    def server(self) -> str:
        """Address of the endpoint the pages are from, as `cache.place_of` gives it; empty where it was not kept."""
        return str(self._facts.get("server", ""))

    # ---- one that is whole

    @property
    def complete(self) -> bool:
        """Whether it came to its end, and all its pages are there."""
        return bool(self._facts.get("complete")) and all(path.is_file() for path in self.paths)

    @property
    def total(self) -> int:
        """Units the endpoint had."""
        return int(self._facts.get("total", 0))

    @property
    def began(self) -> datetime:
        """When it began, in local time."""
        try:
            return datetime.fromisoformat(self._facts["began"])
        except (KeyError, ValueError, TypeError):
            return datetime.min

    @property
    def state(self) -> date:
        """Day on which it began."""
        return self.began.date()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The pages in order."""
        return tuple(self._path(number) for number in range(1, int(self._facts.get("pages", 0)) + 1))

    # ---- fetching

    def begin(self, page_size: int, host: str, server: str) -> None:
        """Start, or go on with what an interrupted fetch from the same server left."""
        same = self._facts.get("page_size") == page_size and self.server == server
        if same and datetime.now() - self.began < _RESUME:
            self._take_up(host)
            return
        self._facts = {
            "server": server,
            "began": datetime.now().isoformat(),
            "page_size": page_size,
            "complete": False,
        }
        write_json(self.folder / MANIFEST, self._facts)

    def _take_up(self, host: str) -> None:
        for path in self.folder.glob("page_[0-9]*.json"):
            page = _readable(path, host)
            if page is not None:
                self._pages[int(path.stem.rpartition("_")[2])] = page

    def to_fetch(self, total: int, count: int, doubtful: Iterable[int]) -> list[int]:
        """Pages that are missing, in doubt, or of another state of the register; those past the end are let go."""
        self._pages = {number: page for number, page in self._pages.items() if number <= count}
        wanted = set(doubtful)
        return [
            number
            for number in range(1, count + 1)
            if number in wanted or number not in self._pages or self._pages[number].total != total
        ]

    def keep(self, number: int, content: bytes, page: Page) -> None:
        """Write a page as it came."""
        with whole_file(self._path(number)) as file:
            file.write(content)
        self._pages[number] = page

    @property
    def units(self) -> int:
        """Different units on the pages."""
        return len({unit for page in self._pages.values() for unit in page.units})

    def same_total(self, total: int) -> bool:
        """Whether every page states this total."""
        return all(page.total == total for page in self._pages.values())

    def last_unit(self, number: int) -> str:
        """MaStR number at the end of a page."""
        return self._pages[number].units[-1] if self._pages[number].units else ""

    def finish(self) -> None:
        """Say that this fetch is whole; from now on it is the last good one."""
        pages = len(self._pages)
        for path in self.folder.glob("page_[0-9]*.json"):
            if path not in {self._path(number) for number in self._pages}:
                path.unlink()
        self._facts.update(complete=True, total=self.units, pages=pages)
        write_json(self.folder / MANIFEST, self._facts)

    def _path(self, number: int) -> Path:
        return self.folder / f"page_{number:04d}.json"


def _readable(path: Path, host: str) -> Page | None:
    """A page of an interrupted fetch; None where it is damaged, which is fetched again."""
    try:
        return page_of(path.read_bytes(), host)
    except (EnactError, OSError):
        return None


def new_download(cache: Path, ags: str, kind: str, server: str) -> Download:
    """Return the folder for a fetch: that of an interrupted one, else a new one named by the day."""
    for known in _downloads(cache, ags, kind):
        if not known.complete and known.server == server and datetime.now() - known.began < _RESUME:
            return known
    base = _base(cache, ags, kind)
    day = date.today().isoformat()
    names = [day, *(f"{day}_{number}" for number in range(2, 1000))]
    return Download(next(base / name for name in names if not (base / name).exists()))


def last_download(cache: Path, ags: str, kind: str, server: str) -> Download | None:
    """Return the newest fetch from a server that is whole."""
    found = _downloads(cache, ags, kind)
    return next((known for known in found if known.complete and known.server == server), None)


def tidy(cache: Path, keys: Iterable[str], kind: str, server: str) -> None:
    """Delete what a newer whole fetch from the same server has replaced, and what cannot be gone on with."""
    for ags in keys:
        last = last_download(cache, ags, kind, server)
        for known in _downloads(cache, ags, kind):
            replaced = last is not None and known.folder != last.folder and known.began <= last.began
            if replaced and (known.server in (server, "") or _is_given_up(known)):
                # one that another program reads on Windows stays until next time
                shutil.rmtree(known.folder, ignore_errors=True)


def _is_given_up(known: Download) -> bool:
    return not known.complete and datetime.now() - known.began >= _RESUME


def _base(cache: Path, ags: str, kind: str) -> Path:
    return cache / _ROOT / ags / kind


def _downloads(cache: Path, ags: str, kind: str) -> list[Download]:
    """Fetches in the cache, the newest first."""
    base = _base(cache, ags, kind)
    found = [Download(path) for path in sorted(base.iterdir())] if base.is_dir() else []
    return sorted(found, key=lambda known: (known.began, known.folder.name), reverse=True)
