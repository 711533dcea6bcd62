"""One run through the boxes of an area: which to ask next, which to cut, and when all is there."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from time import monotonic
from typing import Any

import requests

from ...errors import Canceled, EnactError
from ...progress import Progress
from ..exchange import breather
from ..problems import host_of
from .asking import Question, ask
from .client import Box, Client, TooMuch
from .evidence import Evidence
from .kept import Entry, Good, Kept, now
from .service import Protocol, Service
from .tiles import Answer, Area, Tile, capacity, quarters

_LOOK_S = 0.05  # between two looks at the cancel button
_LEAVE_S = 0.8  # how long to wait after a cancel for requests under way
_SAVE_S = 1.0  # between two writings of the manifest
_IN_VAIN = 3  # boxes in a row with the same failure, after which the service is given up
_TOO_FULL = 3  # places with more objects than the service gives out, after which it is given up
_RESUMED_DAYS = 0.5  # for which boxes of a run that did not end serve the next one, however short others do
_TILES = 2_000  # that are asked at most, beyond
_TILES_EACH = 30  # for each box that should be needed
# the server answered, but not to this question; others may go well
_OF_ONE_BOX = ("source_refused", "source_missing", "source_status", "source_too_large")


class Gathering:
    """One run.

    Parameters
    ----------
    client : Client
    session : requests.Session
        For how to wait in QGIS.
    kept : Kept
    refresh : bool
        Whether to ask for everything anew.
    progress : Progress

    Attributes
    ----------
    asked, reused : int
        Boxes asked for, and taken from the cache.
    """

    def __init__(
        self, client: Client, session: requests.Session, kept: Kept, refresh: bool, progress: Progress
    ) -> None:
        self._client = client
        self._session = session
        self._kept = kept
        self._refresh = refresh
        self._progress = progress
        self.asked = self.reused = 0
        known = not refresh and (kept.crs, kept.suffix) == (client.crs, client.suffix)
        self._before = dict(kept.tiles) if known else {}
        self._entries: dict[str, Entry] = {}
        self._area: Area | None = None
        self._fixed = False  # the boxes are the service's own
        self._tops: list[Tile] = []
        self._pending: list[Tile] = []  # the next one last: one corner after the other is done
        self._running: dict[Future[Answer], Tile] = {}
        self._parts: dict[str, float] = {}  # how far the boxes under way are
        self._stop = threading.Event()
        self._saved_at = 0.0
        old = kept.good() if known else None
        self._notes: dict[str, dict[str, Any]] = {}
        self._notes_before = old.notes if old else {}
        self._of_whole_run = {(entry.box, entry.at) for entry in old.entries} if old else set()
        self._evidence = Evidence(client)
        self._count_of_all = 0  # as the service counts
        self._shown = 0.0
        self._most_tiles = _TILES
        self._failures: Counter[str] = Counter()
        self._full = 0

    @property
    def _names(self) -> dict[str, str]:
        return names_of(self._client.service)

    def run(self, area: Area | None) -> Good:
        """Go through the boxes of an area; None: everywhere.

        Raises
        ------
        Canceled, EnactError
            See `collect.collect`.
        """
        self._area = area
        self._tops = self._begin(area)
        for tile in reversed(self._tops):
            self._enter(tile)
        workers = max(self._client.parallel, 1)
        pool = ThreadPoolExecutor(workers, thread_name_prefix="enact-collect")
        try:
            self._work(pool, workers)
        finally:
            self._stop.set()
            pool.shutdown(wait=False, cancel_futures=True)
            wait(self._running, _LEAVE_S)
            self._keep_state()
        return self._result()

    # ---- boxes

    def _begin(self, area: Area | None) -> list[Tile]:
        if area is None:
            self._fixed = self._client.service.protocol is Protocol.FILE
            return [Tile("all", None, cuttable=False)]
        boxes = self._client.boxes(area.shape)
        if boxes is None:
            self._fixed = self._client.service.protocol is Protocol.FILE
            boxes = [] if area.shape.is_empty else [area.box()]
            return [Tile("", box, cuttable=not self._fixed) for box in boxes]
        self._fixed = True
        share = 1 / max(len(boxes), 1)
        return [Tile(_key(box), box, share=share, cuttable=False) for box in dict.fromkeys(boxes)]

    def _enter(self, tile: Tile) -> None:
        """Take a box from the cache, or put it in the queue."""
        entry = self._before.get(tile.key)
        if entry is not None and entry.box == tile.box:
            if entry.files is None and self._evidence.can_cut(tile):
                self._cut(tile)
                return
            if entry.is_fresh(self._days(entry)) and self._kept.has(entry):
                self.reused += 1
                self._settle(tile, entry)
                return
        self._pending.append(tile)

    def _days(self, entry: Entry) -> float:
        """For how long a box serves; what is left of a run that did not end, long enough to go on with it."""
        days = self._client.service.fresh_days
        return days if (entry.box, entry.at) in self._of_whole_run else max(days, _RESUMED_DAYS)

    def _cut(self, tile: Tile, enter: bool = True) -> None:
        """Cut a box into quarters; those that do not meet the area are left out."""
        boxes = [(str(place), box) for place, box in enumerate(quarters(tile.box)) if self._wanted(box)]
        share = tile.share / max(len(boxes), 1)
        tile.children = [Tile(tile.key + place, box, tile, share) for place, box in boxes]
        self._entries[tile.key] = Entry(tile.box, None)
        if enter:
            for child in reversed(tile.children):
                self._enter(child)
        else:
            self._pending.extend(reversed(tile.children))

    def _wanted(self, box: Box) -> bool:
        return self._area is None or self._area.meets(box)

    # ---- asking

    def _work(self, pool: ThreadPoolExecutor, workers: int) -> None:
        while self._pending or self._running:
            while self._pending and len(self._running) < workers:
                self._submit(pool, self._pending.pop())
            for future in self._wait():
                self._take(self._running.pop(future), future)
            self._report()
            if monotonic() - self._saved_at > _SAVE_S:
                self._save()

    def _submit(self, pool: ThreadPoolExecutor, tile: Tile) -> None:
        self.asked += 1
        if self.asked > self._most_tiles:
            raise EnactError("service_no_end", rows=self._evidence.most_raw, **self._names)
        top, can_cut = tile.parent is None, self._evidence.can_cut(tile)
        question = Question(
            counting=self._evidence.counting,
            capacity=capacity(self._client.limit) if can_cut and not tile.on_trial else None,
            anyway=top,
            whole_file=self._fixed,
            unless="" if tile.on_trial else self._validator(tile),
            doubts=self._evidence.doubts if can_cut and not tile.on_trial else None,
        )
        inner = Progress(
            lambda fraction, _code, _values: self._parts.__setitem__(tile.key, fraction),
            lambda: self._stop.is_set() or self._progress.is_canceled(),
        )
        future = pool.submit(ask, self._client, tile.box, question, self._kept, inner)
        self._running[future] = tile

    def _validator(self, tile: Tile) -> str:
        """Validator of the one page of a box that is in the cache."""
        entry = self._before.get(tile.key)
        if entry is None or entry.box != tile.box or entry.files is None or not self._kept.has(entry):
            return ""
        return entry.validator if len(entry.files) == 1 else ""

    def _wait(self) -> Iterable[Future[Answer]]:
        breathe = breather(self._session, _address(self._client.service))
        if breathe is None:
            return wait(self._running, _LOOK_S, FIRST_COMPLETED).done
        breathe(_LOOK_S)
        return [future for future in self._running if future.done()]

    def _report(self) -> None:
        rows = sum(entry.count for entry in self._entries.values())
        done = sum(tile.share for top in self._tops for tile in top.leaves() if tile.settled or tile.error)
        shares = {tile.key: tile.share for tile in self._running.values()}
        under_way = sum(share * self._parts.get(key, 0.0) for key, share in shares.items())
        self._shown = max(self._shown, min(done + under_way, 1.0))
        self._progress(self._shown, "service_fetching", rows=rows, **self._names)

    # ---- judging

    def _take(self, tile: Tile, future: Future[Answer]) -> None:
        try:
            tile.answer = future.result()
        except TooMuch as error:
            self._too_much(tile, error)
        except Canceled:
            raise
        except EnactError as error:
            self._fail(tile, error)
        else:
            self._failures.clear()
            self._evidence.see(tile.answer)
            if tile.answer.unchanged:
                self.reused += 1
                self._settle(tile, replace(self._before[tile.key], at=_stamp()))
            elif not tile.answer.fetched and tile.answer.count:
                self._too_many(tile)
            else:
                self._doubt_a_count_of_none(tile)
                if not tile.on_trial:
                    self._judge(tile)
        if tile.on_trial:
            self._judge_together(tile.parent)

    def _too_much(self, tile: Tile, error: EnactError) -> None:
        if self._evidence.can_cut(tile):
            self._cut(tile)
        else:
            self._fail(tile, self._too_full(tile) if tile.cuttable and tile.box else error)

    def _too_full(self, tile: Tile) -> EnactError:
        answer = tile.answer
        count = 0 if answer is None else max(answer.count or 0, answer.raw)
        return EnactError("service_tile_too_full", count=count, **self._names)

    def _fail(self, tile: Tile, error: EnactError) -> None:
        if not error.code.startswith(("source_", "service_")):
            raise error  # of this computer
        tile.error = error
        if error.code == "service_tile_too_full":
            self._full += 1
            if self._full >= _TOO_FULL:
                self._pending.clear()
        elif error.code.startswith("source_") and error.code not in _OF_ONE_BOX:
            self._failures[error.code] += 1
            if self._failures[error.code] >= _IN_VAIN:
                self._pending.clear()

    def _too_many(self, tile: Tile) -> None:
        """More than is asked for at once: cut, unless the count cannot be true."""
        count = tile.answer.count or 0
        if tile.parent is None:
            self._count_of_all = count
            self._most_tiles = _TILES + _TILES_EACH * (count // capacity(self._client.limit))
        if self._evidence.counts_without_the_box(tile):
            self._disbelieve()
        if self._evidence.counting:
            self._cut(tile)
        else:
            tile.answer = None
            self._pending.append(tile)

    def _doubt_a_count_of_none(self, tile: Tile) -> None:
        if tile.answer.count == 0 and tile.answer.raw:
            self._disbelieve()
            tile.answer = replace(tile.answer, count=None)

    def _disbelieve(self) -> None:
        """Count no longer: what the service says of it is not true."""
        self._evidence.counting = False
        self._notes["service_count_wrong"] = {"count": self._count_of_all, "rows": 0}

    def _judge(self, tile: Tile) -> None:
        """Accept an answer, or ask the quarters."""
        tile.answer = self._evidence.weighed(tile.answer)
        if self._fixed or self._evidence.is_whole(tile.answer):
            self._accept(tile)
        elif self._evidence.can_cut(tile):
            self._cut(tile, enter=False)
        elif self._evidence.is_whole_though_odd(tile):
            self._accept(tile)
        else:
            self._kept.drop(file.name for file in tile.answer.files)
            self._fail(tile, self._too_full(tile))

    def _judge_together(self, tile: Tile) -> None:
        """Judge a box by its quarters, once all of them have answered."""
        if any(child.answer is None and not child.error and not child.children for child in tile.children):
            return
        if self._evidence.quarters_agree(tile):
            self._discard(tile.children)
            tile.children = []
            self._accept(tile)
            return
        whole, tile.answer = tile.answer, None  # from here on each quarter stands alone
        self._kept.drop(file.name for file in whole.files)
        for child in tile.children:
            if child.answer is not None and not child.children and not child.settled:
                self._judge(child)

    def _discard(self, tiles: Iterable[Tile]) -> None:
        for tile in tiles:
            if tile.answer is not None and not tile.settled:
                self._kept.drop(file.name for file in tile.answer.files)
            self._entries.pop(tile.key, None)

    def _accept(self, tile: Tile) -> None:
        answer = tile.answer
        if answer.is_short and not self._fixed:
            # without a box there is nothing smaller that would show which of the two is wrong
            code = "service_count_unmet" if tile.box is None else "service_count_wrong"
            self._notes.setdefault(code, {"count": answer.count or 0, "rows": answer.delivered})
        entry = Entry(tile.box, answer.files, answer.delivered, _stamp(), answer.validator)
        # the digests of the objects are needed no longer
        tile.answer = replace(answer, rows=frozenset())
        self._settle(tile, entry)

    def _settle(self, tile: Tile, entry: Entry) -> None:
        tile.settled = True
        self._entries[tile.key] = entry

    # ---- the end

    def _leaves(self) -> list[Tile]:
        return [leaf for top in self._tops for leaf in top.leaves()]

    def _result(self) -> Good:
        leaves = self._leaves()
        open_ = [leaf for leaf in leaves if not leaf.settled]
        if open_:
            first = next(leaf.error for leaf in open_ if leaf.error is not None)
            if len(open_) == len(leaves):
                raise first
            raise EnactError(
                "service_incomplete", failed=len(open_), tiles=len(leaves), **self._names
            ) from first
        entries = tuple(self._entries[leaf.key] for leaf in leaves)
        if not self._evidence.counting:
            self._notes["service_count_wrong"]["rows"] = sum(entry.count for entry in entries)
        # what was said of boxes that are still the same
        notes = {**(self._notes_before if self.reused else {}), **self._notes}
        good = Good(self._client.crs, self._client.suffix, entries, notes)
        self._kept.save(self._client.crs, self._client.suffix, self._entries, good)
        return good

    def _save(self) -> None:
        # what is not asked yet may still be there from the run before
        before = {key: entry for key, entry in self._before.items() if key not in self._entries}
        self._kept.save(self._client.crs, self._client.suffix, {**before, **self._entries})
        self._saved_at = monotonic()

    def _keep_state(self) -> None:
        if self._entries:
            self._save()


def names_of(service: Service) -> dict[str, str]:
    """Service and host, as every text names them."""
    return {"service": service.title, "host": host_of(_address(service))}


def _address(service: Service) -> str:
    return service.url or str(service.options.get("page", ""))


def _key(box: Box) -> str:
    return ",".join(f"{edge:.6g}" if abs(edge) < 1000 else f"{edge:.3f}" for edge in box)


def _stamp() -> str:
    return now().isoformat(timespec="seconds")
