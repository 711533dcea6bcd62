"""What is kept of services: found again, never half, never another program's."""

from __future__ import annotations

import dataclasses
import json
import os
from datetime import timedelta

import pytest
from shapely.affinity import translate
from shapely.geometry import box

from enact_plugin.errors import EnactError
from enact_plugin.sources.services.client import Page
from enact_plugin.sources.services.kept import MANIFEST, Entry, Good, Kept, folder_of, now
from enact_plugin.sources.services.service import Protocol

AREA = box(455_000, 5_733_000, 457_000, 5_735_000)
LONG_AGO_S = 7200


def of(memory, root, area=AREA, ags="14713000", **values):
    return folder_of(root, dataclasses.replace(memory.SERVICE, **values), ags, area)


def test_an_order_has_one_folder(tmp_path, memory):
    assert of(memory, tmp_path) == of(memory, tmp_path, translate(AREA, 0.2, -0.2))
    assert of(memory, tmp_path) == of(memory, tmp_path, title="other", licence="other", fresh_days=1)
    others = [
        of(memory, tmp_path, translate(AREA, 2)),
        of(memory, tmp_path, None),
        of(memory, tmp_path, ags="14612000"),
        of(memory, tmp_path, name="other"),
        of(memory, tmp_path, filter="a=1"),
        of(memory, tmp_path, url="http://localhost:8080/wfs?map=1"),
        of(memory, tmp_path, options={"topic": "rail"}),
    ]
    assert len({*others, of(memory, tmp_path)}) == 8


def test_who_logs_in_makes_no_difference_and_is_not_told(tmp_path, memory):
    with_login = of(memory, tmp_path)
    assert with_login == of(memory, tmp_path, url="http://localhost:8080/wfs")


def test_a_file_is_one_whichever_service_takes_a_part_of_it(tmp_path, memory):
    file = {"protocol": Protocol.FILE, "url": "https://a.de/x.osm.pbf"}
    one = of(memory, tmp_path, id="buildings", options={"osm": "buildings"}, **file)
    assert one == of(memory, tmp_path, id="streets", options={"osm": "streets"}, ags="14612000", **file)
    assert one != of(memory, tmp_path, options={"link": "other"}, **file)
    assert one != of(memory, tmp_path, **{**file, "url": "https://a.de/y.osm.pbf"})


def test_a_run_that_is_canceled_leaves_the_answer_another_program_has_just_got(tmp_path):
    mine, other = Kept(tmp_path), Kept(tmp_path)
    theirs = other.keep(Page(b"whole", ()), ".gml")
    other.save("EPSG:25833", ".gml", {"": entry(theirs)}, Good("EPSG:25833", ".gml", (entry(theirs),)))
    part = mine.keep(Page(b"part", ()), ".gml")
    mine.save("EPSG:25833", ".gml", {"0": entry(part)})
    assert Kept(tmp_path).good().files == (theirs,)
    mine.save("EPSG:25833", ".gml", {"": entry(part)}, Good("EPSG:25833", ".gml", (entry(part),)))
    assert Kept(tmp_path).good().files == (part,)


def test_the_name_of_a_service_leads_nowhere_else(tmp_path, memory):
    assert of(memory, tmp_path, id="../../x").parent.parent == tmp_path


def entry(*files, at=None, **values):
    return Entry(
        (0.0, 0.0, 1.0, 1.0), files, len(files), (at or now()).isoformat(timespec="seconds"), **values
    )


def test_what_is_saved_is_found_again(tmp_path):
    kept = Kept(tmp_path)
    files = [kept.keep(Page(content, (content,)), ".gml") for content in (b"a", b"b")]
    tiles = {"": Entry((0.0, 0.0, 2.0, 2.0), None), "0": entry(*files, validator='"1"')}
    good = Good("EPSG:25833", ".gml", (tiles["0"],), {"service_count_wrong": {"count": 3, "rows": 2}})
    kept.save("EPSG:25833", ".gml", tiles, good)
    again = Kept(tmp_path)
    assert (again.crs, again.suffix, again.tiles) == ("EPSG:25833", ".gml", tiles)
    assert again.good() == good
    assert again.fresh(1) == good
    assert again.fresh(0) is None


def test_a_page_that_is_gone_makes_an_answer_no_answer(tmp_path):
    kept = Kept(tmp_path)
    file = kept.keep(Page(b"a", ()), ".gml")
    kept.save("EPSG:25833", ".gml", {}, Good("EPSG:25833", ".gml", (entry(file),)))
    (tmp_path / file.name).unlink()
    assert Kept(tmp_path).good() is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        '{"format": 1, "good": {"entries": [{}]}, "tiles": []}',
        '{"format": 1, "tiles": {"0": {"box": ["x"]}}}',
        '{"format": 99, "tiles": {"0": {"box": null, "files": []}}}',
    ],
)
def test_a_damaged_manifest_is_none(tmp_path, content):
    (tmp_path / MANIFEST).write_text(content, encoding="utf-8")
    kept = Kept(tmp_path)
    assert (kept.good(), kept.tiles) == (None, {})


def test_a_manifest_leads_to_no_file_outside_its_folder(tmp_path):
    outside = tmp_path / "outside.gml"
    outside.write_text("mine", encoding="utf-8")
    folder = tmp_path / "order"
    folder.mkdir()
    tile = {"box": None, "files": [["../outside.gml", ""]], "count": 1, "at": "", "validator": ""}
    (folder / MANIFEST).write_text(json.dumps({"format": 1, "tiles": {"all": tile}}), encoding="utf-8")
    kept = Kept(folder)
    assert not kept.has(kept.tiles["all"])


def test_a_date_in_the_future_is_old():
    assert entry(at=now() - timedelta(days=1)).is_fresh(30)
    assert not entry(at=now() - timedelta(days=31)).is_fresh(30)
    assert not entry(at=now() + timedelta(days=1)).is_fresh(30)
    assert not Entry(None, (), 0, "yesterday").is_fresh(30)


def test_the_oldest_part_dates_the_answer():
    old = now().replace(microsecond=0) - timedelta(days=3)
    assert Good("", "", (entry(), entry(at=old))).fetched == old


def test_objects_in_another_order_are_the_same_content(tmp_path):
    kept = Kept(tmp_path)
    one, other = Page(b"a b, 10:00", (b"a", b"b")), Page(b"b a, 10:05", (b"b", b"a"))
    assert kept.keep(one, ".gml").digest == kept.keep(other, ".gml").digest
    assert kept.keep(Page(b"x", ()), ".zip").digest != kept.keep(Page(b"y", ()), ".zip").digest


def test_a_large_file_is_taken_over_by_its_content(tmp_path):
    kept = Kept(tmp_path / "order")
    (tmp_path / "order").mkdir()
    large = tmp_path / "download.zip"
    large.write_bytes(b"x")
    file = kept.keep(Page(b"", (), path=large), ".zip")
    assert not large.exists()
    assert file.digest == kept.keep(Page(b"x", ()), ".zip").digest


def test_pages_of_another_program_stay_and_forgotten_ones_go(tmp_path):
    kept, other = Kept(tmp_path), Kept(tmp_path)
    mine, theirs, forgotten, replaced = (kept.keep(Page(b"a", ()), ".gml") for _ in range(4))
    long_ago = (tmp_path / mine.name).stat().st_mtime - LONG_AGO_S
    for file in (mine, forgotten, replaced):
        os.utime(tmp_path / file.name, (long_ago, long_ago))
    good = Good("EPSG:25833", ".gml", (entry(mine),))
    kept.save("EPSG:25833", ".gml", {}, good)
    kept.tidy([mine.name, replaced.name])
    there = {path.name for path in tmp_path.glob("page_*")}
    # what was just replaced may still be read by another program
    assert there == {mine.name, theirs.name, replaced.name}
    other.save("EPSG:25833", ".gml", {"all": entry(theirs)})
    kept.tidy([])
    assert {mine.name, theirs.name} <= {path.name for path in tmp_path.glob("page_*")}


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "order").write_text("a file", encoding="utf-8")
    with pytest.raises(EnactError) as caught:
        Kept(tmp_path / "order").keep(Page(b"a", ()), ".gml")
    assert caught.value.code == "cache_unwritable"
