"""What nobody will need again leaves the cache; what is in use, or may be gone on with, stays."""

from __future__ import annotations

import os
import time

import pytest

from enact_plugin.sources.services.kept import LARGE, MANIFEST
from enact_plugin.sources.services.sweeping import sweep

DAY_S = 86_400.0


def aged(path, days):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}", encoding="utf-8")
    at = time.time() - days * DAY_S
    os.utime(path, (at, at))
    return path


@pytest.fixture
def order(tmp_path):
    aged(tmp_path / ("a" * 24) / MANIFEST, 0)
    return tmp_path / ("a" * 24)


def test_orders_nobody_gave_for_a_year_go(order):
    old, young, strange, other = (order.parent / name for name in ("b" * 24, "c" * 24, "photos", "d" * 24))
    aged(old / MANIFEST, 401)
    aged(old / "page_1.gml", 401)
    aged(young / MANIFEST, 399)
    aged(strange / MANIFEST, 1000)
    aged(other / "notes.txt", 1000)  # not an order of ours
    sweep(order)
    assert sorted(path.name for path in order.parent.iterdir()) == sorted(
        [order.name, young.name, "photos", other.name]
    )


def test_an_order_in_use_is_not_old(order):
    aged(order / MANIFEST, 500)
    sweep(order)
    other = order.parent / ("e" * 24)
    aged(other / MANIFEST, 0)
    sweep(other)
    assert order.exists()


def test_rests_of_downloads_go_when_nobody_goes_on_with_them(order):
    large = order / LARGE
    dead = aged(large / "0123abcd_download.zip", 0.1)
    running = aged(large / "0123abce_download.zip", 0.01)
    started = aged(large / ".download.zip.part", 29)
    given_up = aged(large / ".download.zip.part.json", 31)
    sweep(order)
    assert [path.exists() for path in (dead, running, started, given_up)] == [False, True, True, False]
    for path in (running, started):
        path.unlink()
    sweep(order)
    assert not large.exists()
