"""A service that miscounts in one place and breaks off in another: its other counts still tell what is missing."""

from __future__ import annotations

import itertools

from shapely.geometry import box

from enact_plugin.sources.services.collect import Order, Region, collect

EAST = 450.0
BREAKS_OFF = 640  # objects, in the eastern half


def four_towns():
    """Dense squares, in each more objects than an answer of the eastern half holds."""
    places = itertools.product((20.0, 560.0), (20.0, 560.0), range(38), range(38))
    return {number: (west + 10 * x, south + 10 * y) * 2 for number, (west, south, x, y) in enumerate(places)}


def test_what_falls_short_of_its_count_is_asked_in_smaller_boxes(memory, tmp_path):
    world = memory.World(four_towns(), memory.Habits(declared=1999))

    class Miscounts(memory.Memory):
        parallel = 1

        def count(self, wanted, progress=memory.SILENT):
            found = len(self._ask("count", wanted, progress))
            return found + bool(found and wanted[0] < EAST and wanted[2] < 990)

        def pages(self, wanted, progress=memory.SILENT, unless=""):
            found = self._ask("objects", wanted, progress)
            found = found[:BREAKS_OFF] if wanted[0] >= EAST else found
            for start in range(0, max(len(found), 1), 1000):
                yield self._page(found[start : start + 1000], "")

    order = Order(memory.SESSION, memory.SERVICE, "14713000", Region(lambda _crs: box(0, 0, 1000, 1000)))
    collected = collect(
        order, tmp_path, opening=lambda _session, service, _ags, _progress: Miscounts(service, world)
    )
    assert memory.numbers(collected) == set(world.objects)
