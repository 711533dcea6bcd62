"""A service in memory, with the bad habits of real ones: what is asked of it is whole, or must be noticed not to be."""

from __future__ import annotations

import json
import random
import threading
from dataclasses import dataclass, field
from typing import Callable

from shapely.geometry import box

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import SILENT
from enact_plugin.sources.services.answers import digest
from enact_plugin.sources.services.client import Client, Page, Probe, TooMuch
from enact_plugin.sources.services.collect import Order, Region, collect
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.session import open_session

SESSION = open_session()
SERVICE = Service("fake", "Testdienst", "parcels", Protocol.WFS, "http://user:secret@localhost:8080/wfs")


@dataclass
class Habits:
    """How the service answers.

    `count`: "honest", "unknown", "more" (too many by `extra`), "all" (whatever the box), "page" (no more than it
    delivers), "none" (always 0). `silent`: objects after which it ends without a word; 0 for no limit. `paging`:
    "works", "repeats" (always the first page), "shuffles" (another order each time).
    """

    count: str = "honest"
    extra: int = 3
    silent: int = 0
    paging: str = "works"
    page: int = 10
    declared: int = 0
    says_too_much: int = 0
    validator: str = ""


@dataclass
class World:
    """What there is: id to its box; and who asked what."""

    objects: dict[int, tuple[float, float, float, float]]
    habits: Habits = field(default_factory=Habits)
    asked: list[tuple] = field(default_factory=list)
    fails: Callable[[tuple], EnactError | None] = lambda _box: None
    at: str = "state 1"
    lock: threading.Lock = field(default_factory=threading.Lock)

    def inside(self, wanted: tuple) -> list[int]:
        west, south, east, north = wanted
        return [
            number
            for number, (w, s, e, n) in self.objects.items()
            if w <= east and e >= west and s <= north and n >= south
        ]

    def collect(self, folder, area=None, *, refresh=False, progress=SILENT, **service):
        """Collect from it; the area is a shape in EPSG:25833."""
        import dataclasses

        known = dataclasses.replace(SERVICE, **service)
        region = Region(lambda _crs: box(0, 0, 1000, 1000) if area is None else area)
        order = Order(SESSION, known, "14713000", region)
        return collect(
            order,
            folder,
            refresh=refresh,
            progress=progress,
            opening=lambda _session, service, _ags, _progress: Memory(service, self),
        )


class Memory(Client):
    crs, suffix, smallest = "EPSG:25833", ".json", 1.0
    least_limit = 5

    def __init__(self, service, world) -> None:
        super().__init__(service)
        self.world = world
        self.limit = world.habits.declared

    def _ask(self, what, wanted, progress) -> list[int]:
        if progress.is_canceled():
            raise Canceled
        with self.world.lock:
            self.world.asked.append((what, wanted))
            error = self.world.fails(wanted)
        if error is not None:
            raise error
        found = self.world.inside(wanted)
        if self.world.habits.says_too_much and len(found) > self.world.habits.says_too_much:
            raise TooMuch("service_too_much", service=self.service.title, host="localhost:8080")
        return found

    def count(self, wanted, progress=SILENT):
        habits = self.world.habits
        if habits.count == "unknown":
            return None
        found = len(self._ask("count", wanted, progress))
        whole = len(self.world.objects)
        cut = min(found, habits.silent or found)
        return {
            "honest": found,
            "more": found + habits.extra,
            "all": whole,
            "page": cut,
            "none": 0,
        }[habits.count]

    def pages(self, wanted, progress=SILENT, unless=""):
        habits = self.world.habits
        found = self._ask("objects", wanted, progress)
        validator = f"{habits.validator}{self.world.at}" if habits.validator else ""
        if unless and unless == validator:
            yield Page(b"", (), unchanged=True)
            return
        found = found[: habits.silent or None]
        start = 0
        while True:
            if habits.paging == "shuffles" and start:
                random.Random(start).shuffle(found)
            part = found[: habits.page] if habits.paging == "repeats" else found[start : start + habits.page]
            yield self._page(part, validator)
            start += habits.page
            if len(part) < habits.page or (habits.paging != "repeats" and start >= len(found)):
                return

    def _page(self, part, validator) -> Page:
        content = json.dumps({"numbers": part, "state": self.world.at}).encode()
        return Page(
            content, tuple(digest(f"{number} {self.world.at}".encode()) for number in part), validator
        )

    def probe(self, progress=SILENT):
        return Probe("", None, (), "")


def numbers(collected) -> set[int]:
    """Objects on the pages."""
    return {number for page in collected.pages for number in json.loads(page.read_bytes())["numbers"]}
