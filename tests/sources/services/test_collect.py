"""Everything a service has in an area, whatever it says of itself; kept, resumed, canceled."""

from __future__ import annotations

import contextlib
import itertools
import json
import threading

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources.services.kept import MANIFEST

GONE = EnactError("source_unreachable", host="localhost:8080", detail="gone")
REFUSED = EnactError("source_refused", host="localhost:8080", status=403, path="/wfs")


def grid(side: int, step: float = 0.0, west: float = 5.0, south: float = 5.0):
    """Points on a grid over the area of 1 km."""
    step = step or 1000.0 / side
    places = itertools.product(range(side), range(side))
    return {
        number: (west + x * step, south + y * step, west + x * step, south + y * step)
        for number, (x, y) in enumerate(places)
    }


def codes(collected) -> list[str]:
    return [finding.id for finding in collected.findings]


# ---- complete, whatever the habits


@st.composite
def worlds(draw):
    """Objects in clusters and apart, points and boxes, some of them across many others."""
    chance = draw(st.randoms(use_true_random=False))
    clusters = [(chance.uniform(0, 999), chance.uniform(0, 999)) for _ in range(draw(st.integers(1, 3)))]
    spread = draw(st.sampled_from([1.0, 40.0, 1000.0]))
    largest = draw(st.sampled_from([0.0, 3.0, 120.0]))
    objects = {}
    for number in range(draw(st.sampled_from([0, 1, 5, 11, 26, 60]))):
        x, y = chance.choice(clusters)
        west, south = (min(max(at + chance.uniform(-spread, spread), 0), 1000) for at in (x, y))
        side = chance.choice([0.0, largest])
        objects[number] = (west, south, west + side, south + side)
    return objects


# what a service may do and be caught at; where it counts no further than it delivers, other counts show it
HABITS = st.one_of(
    st.fixed_dictionaries({"count": st.just("honest"), "silent": st.sampled_from([0, 0, 9, 25])}),
    st.fixed_dictionaries({"count": st.just("unknown"), "silent": st.just(10), "declared": st.just(10)}),
    st.fixed_dictionaries({"count": st.just("unknown"), "silent": st.sampled_from([0, 9, 25])}),
    st.fixed_dictionaries({"count": st.just("more"), "extra": st.integers(1, 40)}),
    st.fixed_dictionaries({"count": st.just("all")}),
    st.fixed_dictionaries({"count": st.just("page"), "silent": st.just(20), "declared": st.just(20)}),
    st.fixed_dictionaries({"count": st.just("page"), "silent": st.sampled_from([9, 25])}),
    st.fixed_dictionaries({"count": st.just("none"), "silent": st.sampled_from([0, 9])}),
    st.fixed_dictionaries({"count": st.just("unknown"), "says_too_much": st.just(12)}),
)


@settings(max_examples=100)
@given(
    objects=worlds(),
    habits=HABITS,
    paging=st.sampled_from(["works", "repeats", "shuffles"]),
    pages=st.sampled_from([10, 25]),
)
def test_every_object_of_the_area_comes(tmp_path_factory, memory, objects, habits, paging, pages):
    limit = habits.get("silent", 0)
    if limit and habits["count"] != "honest" and not habits.get("declared"):
        # what lies in one place, or behind large objects, and is neither given out nor counted, nobody can know of
        assume(not crowded(objects, min(limit, pages) - 1))
        assume(all(east - west < 100 for west, _, east, _ in objects.values()))
    world = memory.World(objects, memory.Habits(paging=paging, page=pages, **habits))
    try:
        collected = world.collect(tmp_path_factory.mktemp("kept"))
    except EnactError as error:
        # nothing but more objects in one place than the service gives out of any box
        assert (error.__cause__ or error).code == "service_tile_too_full"
        limits = [habits.get("silent"), habits.get("says_too_much"), pages if paging != "works" else 0]
        # where the count is always too high, and pages are not turned, nothing tells what is cut off: it fails aloud
        no_telling = habits["count"] in ("more", "all") and paging != "works"
        assert no_telling or crowded(objects, min(limit for limit in limits if limit) - 1)
        return
    assert memory.numbers(collected) == set(objects)
    assert len(world.asked) < 1500


def crowded(objects, most: int) -> bool:
    """Whether some box of the smallest size meets more objects than that.

    Of rectangles that all meet one such box, widened by its size, the largest western and southern edge is a point
    that all of them hold.
    """
    edges = np.array(list(objects.values()), dtype=float).reshape(-1, 4)
    west, south, east, north = edges.T + np.array([[-2.0], [-2.0], [2.0], [2.0]])
    across = (west[None] <= west[:, None]) & (west[:, None] <= east[None])
    upright = (south[None] <= south[:, None]) & (south[:, None] <= north[None])
    together = across[:, None] & upright[None]  # objects at each pair of a western and a southern edge
    return bool((together.sum(axis=2) > most).any())


@pytest.mark.parametrize("habits", [{"count": "page"}, {"count": "unknown"}, {"count": "none"}])
@pytest.mark.parametrize("west", [5.0, 505.0])  # over the whole area; all in one quarter
def test_a_limit_that_no_count_shows_is_found(tmp_path, memory, habits, west):
    objects = grid(30, step=990.0 / 30 if west < 500 else 16.0, west=west)  # 900
    world = memory.World(objects, memory.Habits(silent=377, page=1000, **habits))
    collected = world.collect(tmp_path)
    assert memory.numbers(collected) == set(objects)
    assert len(world.asked) < 60


@pytest.mark.parametrize("habits", [{"count": "page"}, {"count": "unknown"}])
@pytest.mark.parametrize("after", [3, 6, 9, 12, 20])
def test_a_hidden_limit_is_found_by_the_run_that_goes_on(tmp_path, memory, habits, after):
    """What the canceled run had found out of the service is asked for again; a cut box is no proof."""
    objects = grid(30, step=33.0)
    world = memory.World(objects, memory.Habits(silent=377, page=1000, **habits))
    with contextlib.suppress(Canceled):  # by then it may be done
        world.collect(tmp_path, progress=Progress(lambda *_: None, lambda: len(world.asked) >= after))
    assert memory.numbers(world.collect(tmp_path)) == set(objects)


def test_a_hidden_limit_is_found_where_a_box_failed_the_run_before(tmp_path, memory):
    objects = grid(30, step=33.0)
    world = memory.World(objects, memory.Habits(count="unknown", silent=77, page=1000))
    world.fails = lambda wanted: REFUSED if wanted == (500.5, 500.5, 1001.0, 1001.0) else None
    with pytest.raises(EnactError):
        world.collect(tmp_path)
    world.fails = lambda _wanted: None
    assert memory.numbers(world.collect(tmp_path)) == set(objects)


def test_a_hidden_limit_is_found_when_the_data_grew(tmp_path, memory):
    some = {number: at for number, at in grid(30, step=33.0).items() if number % 2}
    world = memory.World(some, memory.Habits(count="page", silent=377, page=1000))
    world.collect(tmp_path, fresh_days=0)
    world.objects = grid(30, step=33.0)
    assert memory.numbers(world.collect(tmp_path, fresh_days=0)) == set(world.objects)


@pytest.mark.parametrize(
    "objects",
    [
        {n: (n * 4.0, 450.0, n * 4.0 + 3, 550.0) for n in range(100)},
        {n: (n * 4.0, 495.0, n * 4.0 + 1, 515.0) for n in range(120)}
        | {200 + n: (495.0, n * 4.0, 515.0, n * 4.0 + 1) for n in range(120)},
    ],
    ids=["all on one line", "on both lines"],
)
def test_a_limit_that_the_counts_of_lines_hide_too_is_found(tmp_path, memory, objects):
    world = memory.World(objects, memory.Habits(count="page", silent=37, page=1000))
    assert memory.numbers(world.collect(tmp_path)) == set(objects)


def test_a_hidden_limit_above_what_is_asked_at_once_is_found(tmp_path, memory):
    objects = grid(100, step=9.9)  # 10,000
    world = memory.World(objects, memory.Habits(count="page", silent=6007, page=100_000))
    assert memory.numbers(world.collect(tmp_path)) == set(objects)


def test_a_service_that_counts_no_small_boxes_loses_nothing(tmp_path, memory):
    # 99 squares, some of them on the lines, which are refused
    objects = {n: (x, y, x + 60, y + 60) for n, (x, y, _, _) in grid(10, west=70.0, south=70.0).items() if n}
    world = memory.World(objects, memory.Habits(page=1000))
    world.fails = lambda wanted: REFUSED if wanted[2] - wanted[0] < 0.1 else None
    assert memory.numbers(world.collect(tmp_path)) == set(objects)


def test_what_was_said_of_a_service_is_not_said_of_its_new_answers(tmp_path, memory):
    world = memory.World(grid(12), memory.Habits(count="more", page=1000))
    assert codes(world.collect(tmp_path, fresh_days=0)) == ["service_count_wrong"]
    world.habits = memory.Habits(page=1000)
    assert codes(world.collect(tmp_path, fresh_days=0)) == []


def test_an_honest_count_is_checked_once_and_costs_no_second_download(tmp_path, memory):
    # squares of 60 m, 10 in a row: some stand on the lines between the quarters; 100 would be a limit
    objects = {n: (x, y, x + 60, y + 60) for n, (x, y, _, _) in grid(10, west=70.0, south=70.0).items() if n}
    world = memory.World(objects, memory.Habits(page=1000))
    assert memory.numbers(world.collect(tmp_path)) == set(objects)
    assert [what for what, _ in world.asked].count("objects") == 1
    assert (
        len(world.asked) == 2 + 4 + 3
    )  # the area; its quarters; the lines between them and where they cross


@settings(max_examples=25)
@given(objects=worlds(), seed=st.integers(0, 9))
def test_pages_in_another_order_each_time_lose_nothing(tmp_path_factory, memory, objects, seed):
    world = memory.World(objects, memory.Habits(paging="shuffles", page=7 + seed))
    try:
        collected = world.collect(tmp_path_factory.mktemp("kept"))
    except EnactError:
        assert crowded(objects, 7 + seed)
        return
    assert memory.numbers(collected) == set(objects)


@settings(max_examples=20)
@given(objects=worlds(), numbers=st.sets(st.integers(0, 12), max_size=4))
def test_requests_that_fail_once_are_made_up_for_in_the_next_runs(tmp_path_factory, memory, objects, numbers):
    assume(not crowded(objects, 8))
    world = memory.World(objects, memory.Habits(silent=9))
    count = itertools.count()
    world.fails = lambda _box: REFUSED if next(count) in numbers else None
    folder = tmp_path_factory.mktemp("kept")
    for _ in range(len(numbers) + 1):
        try:
            collected = world.collect(folder)
            break
        except EnactError as error:
            assert error.code in ("source_refused", "service_incomplete")
    assert memory.numbers(collected) == set(objects)


def test_an_area_takes_only_the_boxes_it_meets(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    area = Point(100, 100).buffer(90)
    collected = world.collect(tmp_path, area)
    inside = {number for number, at in world.objects.items() if area.contains(Point(at[:2]))}
    assert inside <= memory.numbers(collected)
    assert all(area.intersects(box(*wanted)) for _, wanted in world.asked)


def test_a_margin_widens_the_area(tmp_path, memory):
    world = memory.World({1: (415.0, 5.0, 415.0, 5.0)})
    area = box(0, 0, 400, 400)
    assert not world.collect(tmp_path, area).pages
    assert memory.numbers(world.collect(tmp_path, area, margin_m=20)) == {1}


def test_an_area_without_objects_gives_no_page(tmp_path, memory):
    collected = memory.World({}).collect(tmp_path)
    assert (collected.pages, collected.findings) == ((), ())


def test_one_object_of_a_service_that_counts_too_many_is_taken_with_a_finding(tmp_path, memory):
    world = memory.World({7: (0, 0, 1000, 1000)}, memory.Habits(count="more", extra=3))
    collected = world.collect(tmp_path)
    assert memory.numbers(collected) == {7}
    finding = next(iter(collected.findings))
    # 1 object, 3 more counted
    assert (finding.id, finding.values["count"], finding.values["rows"]) == ("service_count_wrong", 4, 1)
    assert len(world.asked) <= 2 + 4 * 2  # the area and its quarters, and no further


def test_a_count_of_the_whole_layer_does_not_cut_for_ever(tmp_path, memory):
    objects = grid(80)  # 6,400, more than are asked for at once
    world = memory.World(objects, memory.Habits(count="all", page=7000))
    collected = world.collect(tmp_path, box(0, 0, 500, 500))
    inside = {number for number, at in objects.items() if at[0] <= 500 and at[1] <= 500}
    assert inside <= memory.numbers(collected)
    assert "service_count_wrong" in codes(collected)
    assert len(world.asked) < 60


def test_a_large_area_is_cut_before_it_is_fetched(tmp_path, memory):
    world = memory.World(grid(78), memory.Habits(page=2000, declared=2000))  # at most 4,000 at once
    collected = world.collect(tmp_path)
    assert memory.numbers(collected) == set(world.objects)
    # the area, then each quarter of 39 × 39 counted and fetched
    assert [what for what, _ in world.asked].count("objects") == 4
    assert collected.asked == 5


def test_more_objects_in_one_place_than_a_service_gives_out_is_said(tmp_path, memory):
    world = memory.World(dict.fromkeys(range(30), (77.7, 77.7, 77.7, 77.7)), memory.Habits(silent=20))
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    cause = caught.value.__cause__ or caught.value
    assert cause.code == "service_tile_too_full"
    assert cause.params == {"service": "Testdienst", "host": "localhost:8080", "count": 30}


def test_one_place_that_is_too_full_does_not_end_the_others(tmp_path, memory):
    objects = grid(8) | {1000 + n: (77.7, 77.7, 77.7, 77.7) for n in range(30)}
    world = memory.World(objects, memory.Habits(silent=20))
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    error = caught.value
    assert (error.code, error.params["failed"]) == ("service_incomplete", 1)
    assert error.__cause__.code == "service_tile_too_full"
    world.habits.silent = 0
    world.asked.clear()
    # the next run asks that one place only
    assert memory.numbers(world.collect(tmp_path)) == set(objects)
    assert [what for what, _ in world.asked].count("objects") == 1


def test_a_service_too_full_everywhere_is_given_up(tmp_path, memory):
    objects = {n: (x, y, x, y) for n, (x, y) in enumerate(itertools.product(range(3, 1000, 90), repeat=2))}
    objects = {100 * n + more: at for n, at in objects.items() for more in range(10)}
    world = memory.World(objects, memory.Habits(silent=9))
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    assert caught.value.__cause__.code == "service_tile_too_full"
    assert len(world.asked) < 300


def test_a_count_that_stops_at_the_declared_limit_does_not_make_one_place_whole(tmp_path, memory):
    # 26 objects in one place; the service counts and delivers 20 of them, which is what it declares as its limit
    objects = dict.fromkeys(range(26), (0.0, 0.0, 0.0, 0.0))
    world = memory.World(objects, memory.Habits(count="page", silent=20, declared=20))
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    cause = caught.value.__cause__ or caught.value
    assert cause.code == "service_tile_too_full"


def test_a_server_whose_pages_never_end_is_left(tmp_path, memory):
    class Endless(memory.Memory):
        def pages(self, wanted, progress=None, unless=""):
            for number in itertools.count():
                yield self._page(list(range(1000 * number, 1000 * number + 1000)), "")

    world = memory.World(grid(3))
    with pytest.raises(EnactError) as caught:
        collect_with(memory, Endless, world, tmp_path)
    assert caught.value.code == "service_no_end"


def collect_with(memory, client, world, folder, service=None, progress=None):
    order = memory.Order(
        memory.SESSION,
        service or memory.SERVICE,
        "14713000",
        memory.Region(lambda _crs: box(0, 0, 1000, 1000)),
    )
    return memory.collect(
        order,
        folder,
        progress=progress or memory.SILENT,
        opening=lambda _session, service, _ags, _progress: client(service, world),
    )


def test_the_filter_alone_chooses_where_no_area_is_needed(tmp_path, memory):
    class ByFilter(memory.Memory):
        def _ask(self, what, wanted, progress):
            assert wanted is None
            return [1]

    import dataclasses

    service = dataclasses.replace(memory.SERVICE, by_filter=True)
    collected = collect_with(memory, ByFilter, memory.World({}), tmp_path, service)
    assert memory.numbers(collected) == {1}


def test_fewer_than_a_filter_should_choose_is_a_warning(tmp_path, memory):
    class Short(memory.Memory):
        def count(self, wanted, progress=None):
            return 3

        def _ask(self, what, wanted, progress):
            return [1, 2]

    import dataclasses

    service = dataclasses.replace(memory.SERVICE, by_filter=True)
    collected = collect_with(memory, Short, memory.World({}), tmp_path, service)
    [finding] = collected.findings
    assert (finding.id, finding.severity.value) == ("service_count_unmet", "warning")
    assert (finding.values["count"], finding.values["rows"]) == (3, 2)


# ---- boxes of the service's own, and large files


def tiled(memory, cut):
    class Tiled(memory.Memory):
        def boxes(self, area):
            return cut

        def count(self, wanted, progress=None):
            raise AssertionError("a file is not counted")

    return Tiled


FIVE = [(200.0 * n, 0.0, 200.0 * (n + 1), 1000.0) for n in range(5)]


def test_one_of_five_boxes_refused_leaves_the_others(tmp_path, memory):
    world = memory.World(grid(10))
    world.fails = lambda wanted: REFUSED if wanted == FIVE[2] else None
    with pytest.raises(EnactError) as caught:
        collect_with(memory, tiled(memory, FIVE), world, tmp_path)
    error = caught.value
    assert (error.code, error.params["failed"], error.params["tiles"]) == ("service_incomplete", 1, 5)
    assert error.__cause__ is REFUSED
    world.fails, world.asked[:] = lambda _wanted: None, []
    collected = collect_with(memory, tiled(memory, FIVE), world, tmp_path)
    assert [wanted for _, wanted in world.asked] == [FIVE[2]]
    assert (collected.asked, collected.reused) == (1, 4)
    assert memory.numbers(collected) == set(world.objects)


def test_boxes_of_the_service_are_never_cut(tmp_path, memory):
    world = memory.World(grid(10), memory.Habits(page=100))  # a round number
    collect_with(memory, tiled(memory, [(0.0, 0.0, 1000.0, 1000.0)]), world, tmp_path)
    assert len(world.asked) == 1


def test_a_large_file_is_taken_over(tmp_path, memory):
    class Large(tiled(memory, FIVE[:1])):
        suffix = ".zip"

        def pages(self, wanted, progress=None, unless=""):
            self.folder.mkdir(parents=True)
            path = self.folder / "download.zip"
            path.write_bytes(b"PK" * 100)
            yield memory.Page(b"", (), path=path)

    collected = collect_with(memory, Large, memory.World({}), tmp_path)
    assert [page.read_bytes() for page in collected.pages] == [b"PK" * 100]
    assert collected.pages[0].suffix == ".zip"
    assert not (collected.folder / "large").exists()


# ---- failing, stopping, going on


def test_a_service_that_cannot_be_reached_is_not_asked_for_every_box(tmp_path, memory):
    boxes = [(10.0 * n, 0.0, 10.0 * (n + 1), 1000.0) for n in range(100)]
    world = memory.World(grid(10))
    world.fails = lambda _wanted: GONE
    with pytest.raises(EnactError) as caught:
        collect_with(memory, tiled(memory, boxes), world, tmp_path)
    assert caught.value is GONE
    assert len(world.asked) <= 3 + memory.Memory.parallel


def test_a_service_that_dies_at_80_percent_goes_on_there_next_time(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    whole = len(collected_requests(memory, tmp_path / "other"))
    left = itertools.count()
    world.fails = lambda _wanted: GONE if next(left) >= 0.8 * whole else None
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    assert caught.value.code == "service_incomplete"
    world.fails, world.asked[:] = lambda _wanted: None, []
    collected = world.collect(tmp_path)
    assert memory.numbers(collected) == set(world.objects)
    assert len(world.asked) < 0.6 * whole  # the rest, and once whether counts may be believed


def test_a_run_that_broke_off_is_gone_on_with_also_where_each_run_asks_anew(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    left = itertools.count()
    world.fails = lambda _wanted: GONE if next(left) >= 40 else None
    with pytest.raises(EnactError):
        world.collect(tmp_path, fresh_days=0)
    world.fails = lambda _wanted: None
    assert world.collect(tmp_path, fresh_days=0).reused > 0
    # what is whole is asked for anew
    assert world.collect(tmp_path, fresh_days=0).reused == 0


def collected_requests(memory, folder):
    world = memory.World(grid(20), memory.Habits(silent=30))
    world.collect(folder)
    return world.asked


def test_a_cancel_ends_it_and_keeps_what_is_whole(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    canceled = threading.Event()

    def told(_fraction, _code, values):
        if values.get("rows", 0) >= 100:  # of 400
            canceled.set()

    with pytest.raises(Canceled):
        world.collect(tmp_path, progress=Progress(told, canceled.is_set))
    manifest = json.loads(next(tmp_path.rglob(MANIFEST)).read_text(encoding="utf-8"))
    assert "good" not in manifest
    assert any("files" in tile for tile in manifest["tiles"].values())
    assert world.collect(tmp_path).reused > 0


def test_progress_grows_to_the_end(tmp_path, memory):
    told = []
    progress = Progress(lambda fraction, code, values: told.append((fraction, code, values)), lambda: False)
    memory.World(grid(20), memory.Habits(silent=30)).collect(tmp_path, progress=progress)
    fractions = [fraction for fraction, _, _ in told]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert {"service", "host", "rows"} <= set(told[0][2])


# ---- the second time


def test_what_is_fresh_is_not_asked_for_and_opens_no_service(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    first = world.collect(tmp_path)

    def closed(*_):
        raise AssertionError("the service is opened")

    order = memory.Order(
        memory.SESSION, memory.SERVICE, "14713000", memory.Region(lambda _crs: box(0, 0, 1000, 1000))
    )
    second = memory.collect(order, tmp_path, opening=closed)
    assert (second.asked, second.reused) == (0, first.asked - count_of_cut(second))
    assert (second.pages, second.digest, second.fetched) == (first.pages, first.digest, first.fetched)


def count_of_cut(collected) -> int:
    tiles = json.loads((collected.folder / MANIFEST).read_text(encoding="utf-8"))["tiles"].values()
    return sum("files" not in tile for tile in tiles)


def test_what_may_have_changed_is_asked_for_with_its_validator(tmp_path, memory):
    world = memory.World(grid(3), memory.Habits(validator="v"))
    first = world.collect(tmp_path, fresh_days=0)
    world.asked.clear()
    second = world.collect(tmp_path, fresh_days=0)
    assert [what for what, _ in world.asked] == ["objects"]
    assert (second.pages, second.digest) == (first.pages, first.digest)
    world.at = "state 2"
    third = world.collect(tmp_path, fresh_days=0)
    assert third.digest != first.digest
    assert b"state 2" in third.pages[0].read_bytes()


def test_refreshing_asks_for_everything(tmp_path, memory):
    world = memory.World(grid(3), memory.Habits(validator="v"))
    world.collect(tmp_path)
    world.asked.clear()
    assert world.collect(tmp_path, refresh=True).asked == 1
    assert [what for what, _ in world.asked] == ["count", "objects", *["count"] * 4]


def test_without_the_network_the_last_whole_answer_serves_and_says_so(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    first = world.collect(tmp_path, fresh_days=0)
    world.fails = lambda _wanted: GONE
    again = world.collect(tmp_path, fresh_days=0)
    assert (again.pages, again.fetched) == (first.pages, first.fetched)
    assert codes(again) == ["service_answer_old", "source_unreachable"]
    assert again.findings[0].values["date"] == f"{first.fetched:%d.%m.%Y}"
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path, fresh_days=0, refresh=True)
    assert (caught.value.code, caught.value.__cause__) == ("service_not_refreshed", GONE)
    assert caught.value.params["date"] == f"{first.fetched:%d.%m.%Y}"
    assert all(page.is_file() for page in first.pages)


def test_a_run_that_fails_half_way_leaves_the_last_whole_answer(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    first = world.collect(tmp_path, fresh_days=0)
    before = {page: page.read_bytes() for page in first.pages}
    world.at, left = "state 2", itertools.count()
    world.fails = lambda _wanted: GONE if next(left) > 30 else None
    again = world.collect(tmp_path, fresh_days=0)
    assert again.pages == first.pages
    assert {page: page.read_bytes() for page in again.pages} == before
    world.fails = lambda _wanted: None
    third = world.collect(tmp_path, fresh_days=0)
    assert all(b"state 2" in page.read_bytes() for page in third.pages)
    assert memory.numbers(third) == set(world.objects)


def test_a_full_disk_is_said_at_once(tmp_path, memory):
    world = memory.World(grid(3))
    blocked = tmp_path / "fake"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(EnactError) as caught:
        world.collect(tmp_path)
    assert caught.value.code == "cache_unwritable"


def test_the_digest_stays_where_the_service_says_the_same(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    first = world.collect(tmp_path)
    again = world.collect(tmp_path, refresh=True)
    assert again.digest == first.digest
    assert again.pages != first.pages


def test_nothing_secret_is_kept(tmp_path, memory):
    memory.World(grid(3)).collect(tmp_path)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"secret" not in kept
    assert not [path for path in tmp_path.rglob("*") if "secret" in path.name]


# ---- over a wire


def over(web, memory):
    """A client that asks a real server for its pages."""
    from enact_plugin.sources.fetch import fetch

    class OverTheWire(memory.Memory):
        def count(self, wanted, progress=None):
            return None

        def pages(self, wanted, progress=None, unless=""):
            fetch(memory.SESSION, web.url("/page"), progress=progress)
            yield self._page(self.world.inside(wanted), "")

    return OverTheWire


def test_a_cancel_leaves_a_server_that_says_nothing(tmp_path, memory, web):
    web.routes["/page"] = lambda call: call.hang()
    progress = Progress(lambda *_: None, lambda: bool(web.seen))
    with pytest.raises(Canceled):
        collect_with(memory, over(web, memory), memory.World(grid(3)), tmp_path, progress=progress)
    assert web.left.wait(10)  # the connections are closed


def test_no_more_requests_at_once_than_the_client_allows(tmp_path, memory, web):
    boxes = [(50.0 * n, 0.0, 50.0 * (n + 1), 1000.0) for n in range(20)]
    gate, together, most = threading.Lock(), [], []
    full = threading.Event()

    def answer(call):
        with gate:
            together.append(1)
            most.append(len(together))
            if len(together) == 4:
                full.set()
        full.wait(10)
        with gate:
            together.pop()
        call.answer(b"x")

    web.routes["/page"] = answer

    class Tiled(over(web, memory)):
        def boxes(self, area):
            return boxes

    collected = collect_with(memory, Tiled, memory.World(grid(10)), tmp_path)
    assert max(most) == 4
    assert collected.asked == 20


def test_two_at_once_on_one_folder_each_get_all(tmp_path, memory):
    world = memory.World(grid(20), memory.Habits(silent=30))
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(world.collect(tmp_path, refresh=True))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [memory.numbers(each) for each in found] == [set(world.objects)] * 2
    assert memory.numbers(world.collect(tmp_path)) == set(world.objects)
