"""Loads one after the other: excerpts that shrink step by step are asked about, deleted units are gone and not lost."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import QgsProcessingException

from enact_plugin.layers.workspace import Workspace

AGS = "14713000"
ENTRY = "30.6.2021"
HEADINGS = (
    "MaStR-Nr. der Einheit;Betriebs-Status;Energieträger;Gemeindeschlüssel;Bruttoleistung der Einheit;"
    "Nettonennleistung der Einheit;Postleitzahl;Registrierungsdatum der Einheit;Letzte Aktualisierung"
)


def number(key):
    return f"SEE9{key:011d}"


@pytest.fixture
def load(run, tmp_path):
    """Load a file of the units with these numbers, the last of them with the newest entry."""

    def load(keys, **more):
        keys = list(keys)
        rows = [
            f"{number(key)};In Betrieb;Solare Strahlungsenergie;{AGS};10;9;04109;1.2.2019;"
            f"{ENTRY if key == keys[-1] else '25.2.2020'}"
            for key in keys
        ]
        path = tmp_path / "register.csv"
        path.write_text("\r\n".join([HEADINGS, *rows]), encoding="utf-8-sig")
        workspace = tmp_path / "stadt.gpkg"
        run("loadplants", SOURCE="csv", FILE=str(path), AGS=AGS, WORKSPACE=str(workspace), **more)
        return Workspace.open(workspace)

    return load


def of_unit(workspace, key):
    history = workspace.read("plants_history")
    return history.loc[history["mastr_id"] == number(key), "change"].tolist()


# ---- a part of a part


def less_each_time(load):
    """Of 40 plants 18 are missing, which is let pass; then 10 of the 22 that are left: 28 of 40."""
    load(range(1, 41))
    workspace = load(range(19, 41))
    assert len(workspace.read("plants")) == 22
    return workspace


def test_parts_that_halve_the_plants_again_and_again_are_refused(load):
    workspace = less_each_time(load)
    with pytest.raises(QgsProcessingException, match="missing from it: 28 of 40"):
        load(range(29, 41))
    workspace = Workspace.open(workspace.path)
    assert len(workspace.read("plants")) == 22 and len(workspace.read("plants_history")) == 40


def test_a_part_that_was_asked_for_is_not_asked_about_again(load):
    less_each_time(load)
    load(range(29, 41), EXCERPT=True)
    workspace = load(range(29, 41))
    assert len(workspace.read("plants")) == 12
    # more than there are, though by far not all
    assert len(load(range(25, 41)).read("plants")) == 16


def test_another_part_of_the_same_size_is_refused(load):
    less_each_time(load)
    load(range(29, 41), EXCERPT=True)
    with pytest.raises(QgsProcessingException, match="missing from it: 29 of 40"):
        load(range(30, 41))


def test_what_somebody_calls_an_excerpt_deletes_nothing_however_little_it_lacks(run, load):
    load(range(1, 41))
    workspace = load(range(1, 40), EXCERPT=True)
    assert of_unit(workspace, 40) == ["first"] and len(workspace.read("plants")) == 39
    assert "register_excerpt" in workspace.provenance("plants").assumptions
    assert set(workspace.read("plants_by_area")["completeness"]) == {"incomplete"}


def test_an_excerpt_loaded_once_more_without_the_word_is_still_one(load):
    load(range(1, 41))
    load(range(1, 40), EXCERPT=True)
    workspace = load(range(1, 40))
    assert of_unit(workspace, 40) == ["first"]
    assert "register_excerpt" in workspace.provenance("plants").assumptions
    workspace = load(range(1, 41), WHOLE=True)
    assert "register_excerpt" not in workspace.provenance("plants").assumptions


def test_a_file_cannot_be_whole_and_an_excerpt(load, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"WHOLE.*EXCERPT"):
        load(range(1, 41), WHOLE=True, EXCERPT=True)
    assert not (tmp_path / "stadt.gpkg").exists()


def test_what_is_gone_from_the_history_is_missing_from_no_file(load):
    load(range(1, 41))
    load(range(21, 41), WHOLE=True)
    assert len(load(range(31, 41)).read("plants")) == 10  # 10 of the 20 that are left


# ---- nothing changed but that a unit was deleted


@pytest.mark.parametrize("whole", [False, True])
def test_a_unit_deleted_while_nothing_else_changes_is_gone_since_today(run, load, whole):
    load(range(1, 11), WHOLE=whole)
    workspace = load(range(2, 11), WHOLE=whole)
    today = f"{date.today():%d.%m.%Y}"
    assert any(today in line and "Gone from the municipality or the register: 1" in line for line in run.log)
    assert any("they were deleted since" in line for line in run.log)
    assert of_unit(workspace, 1) == ["first", "gone"]
    states = workspace.read("plants_states")
    assert states["state"].dt.date.tolist() == [date(2021, 6, 30), date.today()]
    assert states["dated"].tolist() == ["changes", "loading"]
    before = workspace.provenance("plants_history").content_hash
    workspace = load(range(2, 11), WHOLE=whole)
    assert workspace.provenance("plants_history").content_hash == before
    assert any(f"{today}: no change" in line for line in run.log)


def test_a_file_of_a_day_that_was_given_replaces_the_one_before_and_loses_no_unit(run, load):
    load(range(1, 11), STATE_DATE="5.7.2021")
    workspace = load(range(2, 11), STATE_DATE="5.7.2021")
    assert workspace.read("plants_states")["state"].dt.date.tolist() == [date(2021, 7, 5)]
    assert of_unit(workspace, 1) == ["gone"] and of_unit(workspace, 2) == ["first"]
