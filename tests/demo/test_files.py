"""Which files there are, and that writing fails with a reason."""

import csv
import errno
import os

import pytest

from enact_plugin.demo import generate
from enact_plugin.demo.files import vector_files, write_texts
from enact_plugin.errors import EnactError


def test_text_files_are_where_they_are_said_to_be(written):
    assert set(written) == {"plants_csv", "plants_json", "plants_bulk", "census", "population", "readme"}
    assert all(path.exists() for path in written.values())
    assert len(list(written["census"].iterdir())) == 6


def test_readme_says_fictitious_and_names_the_wrong_units(town, written):
    text = written["readme"].read_text(encoding="utf-8")
    assert text.startswith("MUSTERSTADT (FIKTIV)")
    assert "frei erfunden" in text
    assert all(number in text for number in town.wrong_units)
    assert "SIZE=1300 und SEED=5" in text


def test_inhabitants_of_the_districts_add_up(town, written):
    with written["population"].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert sum(int(row["einwohner"]) for row in rows) == town.truth["inhabitants"].sum()
    assert {row["ot_nr"] for row in rows} == set(town.districts["district_id"])


def test_vector_files_have_different_names_and_rows(town):
    files = vector_files(town)
    assert len({file.name for file in files}) == len({file.kind for file in files}) == len(files)
    assert all(len(file.frame) for file in files)
    assert all(file.frame.crs.to_epsg() == 25833 for file in files)


def test_pages_of_an_earlier_larger_town_do_not_stay(tmp_path):
    stale = tmp_path / "mastr_endpunkt_fiktiv"
    stale.mkdir()
    (stale / "seite_0099.json").write_text("{}", encoding="utf-8")
    write_texts(generate(200, 1), tmp_path)
    assert [path.name for path in stale.iterdir()] == ["seite_0001.json"]


def test_same_town_gives_the_same_bytes(town, written, tmp_path):
    again = write_texts(generate(town.size, town.seed), tmp_path)
    for name in ("plants_csv", "plants_bulk", "population", "readme"):
        assert again[name].read_bytes() == written[name].read_bytes(), name


def test_a_folder_that_cannot_be_made_is_an_error_with_its_path(town, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(EnactError) as caught:
        write_texts(town, blocked / "folder")
    assert caught.value.code == "demo_not_written"
    assert str(blocked) in caught.value.params["path"]
    # the reason alone: no number, and not the path once more
    assert caught.value.params["detail"] == os.strerror(errno.ENOTDIR)
