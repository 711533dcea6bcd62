"""A correction of a CHP plant is the plant's: it outlives the unit it was made at, through loads and reviews."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

from enact_plugin.layers.database import transaction, update_first
from enact_plugin.layers.edits import Action, Edit, add_edit, edits
from enact_plugin.layers.workspace import Workspace

A, B, C, OTHER = (f"SEE90000000000{number}" for number in range(1, 5))
HEAT, PLANT = "Thermische Nutzleistung in kW", "MaStR-Nr. der KWK-Anlage"
USUAL = {
    "MaStR-Nr. der Einheit": "", "Anzeige-Name der Einheit": "BHKW", "Betriebs-Status": "In Betrieb",
    "Energieträger": "Erdgas", "Bruttoleistung der Einheit": "250", "Nettonennleistung der Einheit": "240",
    "Inbetriebnahmedatum der Einheit": "31.1.2019", "Registrierungsdatum der Einheit": "1.2.2019",
    "Bundesland": "Sachsen", "Postleitzahl": "04109", "Ort": "Leipzig", "Straße": "Am Anger", "Hausnummer": "3",
    "Gemarkung": "", "Flurstück": "", "Gemeindeschlüssel": "14713000", "Gemeinde": "Leipzig", "Landkreis": "Leipzig",
    "Koordinate: Breitengrad (WGS84)": "51,3401", "Koordinate: Längengrad (WGS84)": "12,3702",
    "Technologie der Stromerzeugung": "Verbrennungsmotor", "Letzte Aktualisierung": "25.2.2020",
    "MaStR-Nr. des Anschluss-Netzbetreibers": "SNB900000000001", PLANT: "KWK900000000001",
    "Inbetriebnahmedatum der KWK-Anlage": "31.1.2019", "Elektrische KWK-Leistung": "250", HEAT: "5000",
}  # fmt: skip


@pytest.fixture
def load(run, tmp_path):
    """Load these units, of one plant but for OTHER, each file of the same day as the one before."""

    def load(*units, changes=None, **more):
        rows = [";".join(f'"{heading}"' for heading in USUAL)]
        for number in (*units, OTHER):
            own = {PLANT: "KWK900000000002", HEAT: "70"} if number == OTHER else {}
            unit = {**USUAL, "MaStR-Nr. der Einheit": number, **own, **(changes or {}).get(number, {})}
            rows.append(";".join(f'"{value}"' for value in unit.values()))
        path = tmp_path / "register.csv"
        path.write_text("\r\n".join(rows), encoding="utf-8-sig")
        workspace = tmp_path / "stadt.gpkg"
        run("loadplants", SOURCE="csv", FILE=str(path), AGS="14713000", WORKSPACE=str(workspace), **more)
        return Workspace.open(workspace)

    return load


@pytest.fixture
def review(run, tmp_path):
    def review(action, units, **values):
        given = {"REASON": "Typenschild gesehen", "FIELD": "chp_thermal_kw", **values}
        made = run(
            "reviewplants", WORKSPACE=str(tmp_path / "stadt.gpkg"), ACTION=action, UNITS=units, **given
        )
        review.results = made
        return Workspace.open(tmp_path / "stadt.gpkg")

    return review


def values(workspace, field="chp_thermal_kw"):
    plants = workspace.read("plants")
    return dict(zip(plants["mastr_id"], plants[field]))


def heat_in_all(workspace):
    sums = workspace.read("plants_by_area")
    return sums[(sums["area_kind"] == "municipality") & (sums["carrier"] == "all")]["chp_thermal_kw"].sum()


def gone(run):
    return [line for line in run.log if "not among those loaded" in line]


def test_it_outlives_the_unit_it_was_made_at(load, run, review):
    load(A)
    review("correct", A, VALUE="500")
    assert edits(Workspace.open(review.results["WORKSPACE"]), "plants")["belongs_to"].tolist() == [
        "KWK900000000001"
    ]
    assert values(load(A, B)) == {A: 500, B: 500, OTHER: 70}
    workspace = load(B)
    assert not gone(run)
    assert (values(workspace), heat_in_all(workspace)) == ({B: 500, OTHER: 70}, 570)
    originals = workspace.read("plants").set_index("mastr_id")["original_values"]
    assert json.loads(originals[B])["chp_thermal_kw"] == 5000
    assert workspace.changed_inputs() == {}
    # another load, a review of something else, a load without any unit of the plant, and a unit that is new
    load(B)
    assert values(review("correct", B, FIELD="gross_kw", VALUE="249"))[B] == 500
    assert values(load()) == {OTHER: 70}
    assert gone(run)
    workspace = load(C)
    assert (values(workspace), heat_in_all(workspace)) == ({C: 500, OTHER: 70}, 570)


def test_it_is_withdrawn_at_a_unit_that_remains(load, run, review):
    before = load(B).provenance("plants").content_hash
    load(A)
    review("correct", A, VALUE="500")
    load(B)
    workspace = review("withdraw", B)
    assert f"  CHP thermal power of {B}: 500 kW → 5000 kW, as registered." in run.log
    assert values(workspace) == {B: 5000, OTHER: 70}
    assert workspace.provenance("plants").content_hash == before
    assert edits(workspace, "plants")[["key", "action"]].to_numpy().tolist() == [
        [A, "correct"],
        [A, "withdraw"],
    ]
    assert values(load(A, B)) == {A: 5000, B: 5000, OTHER: 70}
    with pytest.raises(QgsProcessingException, match="Nothing that could be withdrawn"):
        review("withdraw", B)


def test_a_later_word_at_another_unit_wins_and_both_are_withdrawn_together(load, run, review):
    load(A)
    review("correct", A, VALUE="500")
    load(B, C)
    with pytest.raises(QgsProcessingException, match="holds already"):
        review("correct", B, VALUE="500")
    workspace = review("correct", B, VALUE="600")
    assert (values(workspace), heat_in_all(workspace)) == ({B: 600, C: 600, OTHER: 70}, 670)
    assert values(load(C))[C] == 600
    assert values(review("withdraw", C, FIELD=None))[C] == 5000
    assert [line for line in run.log if "as registered" in line] == [
        f"  CHP thermal power of {C}: 600 kW → 5000 kW, as registered."
    ]


def test_another_value_of_the_register_at_a_unit_that_remains_is_asked_until_it_is_confirmed(
    load, run, review
):
    load(A)
    review("correct", A, VALUE="500")
    for _again in range(2):
        assert values(load(B, changes={B: {HEAT: "6000"}}))[B] == 500
        assert any("now says 6000 kW" in line for line in run.log)
    review("correct", B, VALUE="500")
    assert values(load(B, changes={B: {HEAT: "6000"}}))[B] == 500
    assert not any("now says" in line for line in run.log)


def test_a_plant_feeds_a_network_whatever_unit_that_was_said_at(load, run, review):
    both = {A: {PLANT: "KWK900000000001; KWK900000000002"}}
    load(A, changes=both)
    review("correct", A, FIELD="feeds_network", VALUE="ja")
    assert values(load(B), "feeds_network") == {B: True, OTHER: True}
    # without the unit that linked them they are two plants, of which one can be said not to
    workspace = review("correct", OTHER, FIELD="feeds_network", VALUE="nein")
    assert values(workspace, "feeds_network") == {B: True, OTHER: False}
    # what was said of both in one word is withdrawn of both, and told of both
    workspace = review("withdraw", OTHER, FIELD="feeds_network")
    assert all(pd.isna(flag) for flag in values(workspace, "feeds_network").values())
    assert len([line for line in run.log if "as registered" in line]) == 2


MOVED = {A: {PLANT: "KWK900000000009", HEAT: "900", "Letzte Aktualisierung": "26.2.2020"}}


def test_a_unit_that_moved_is_corrected_for_its_plant_of_now_only(load, run, review):
    load(A)
    review("correct", A, VALUE="500")
    assert values(load(A, B, changes=MOVED)) == {A: 900, B: 500, OTHER: 70}
    workspace = review("correct", A, VALUE="800")
    assert values(workspace) == {A: 800, B: 500, OTHER: 70}
    assert [line for line in run.log if "→" in line] == [f"  CHP thermal power of {A}: 900 kW → 800 kW."]
    assert values(review("withdraw", A)) == {A: 900, B: 500, OTHER: 70}
    # and what it said of its first plant is withdrawn at the unit that remained there
    assert values(review("withdraw", B)) == {A: 900, B: 5000, OTHER: 70}
    assert [line for line in run.log if "→" in line] == [
        f"  CHP thermal power of {B}: 500 kW → 5000 kW, as registered."
    ]


def test_withdrawing_all_at_a_unit_that_moved_leaves_what_was_said_of_its_former_plant(load, run, review):
    load(A)
    review("correct", A, VALUE="500")
    load(A, B, changes=MOVED)
    with pytest.raises(QgsProcessingException, match="Nothing that could be withdrawn"):
        review("withdraw", A, FIELD=None)
    review("correct", A, FIELD="gross_kw", VALUE="260")
    assert values(review("withdraw", A, FIELD=None)) == {A: 900, B: 500, OTHER: 70}
    assert [line for line in run.log if "→" in line] == [
        f"  Gross power of {A}: 260 kW → 250 kW, as registered."
    ]


@pytest.mark.parametrize("again", ["500", "70"])  # the same plant; another, of which the register is right
def test_a_correction_of_a_plant_is_not_taken_along_to_another(load, run, review, again):
    load(A)
    review("correct", A, VALUE="500")
    joined = {A: {PLANT: "KWK900000000002", HEAT: "70"}}
    assert values(load(A, changes=joined)) == {A: 70, OTHER: 70}
    (line,) = [line for line in run.log if "the correction was made for the plant" in line]
    assert "KWK900000000001" in line and "KWK900000000002" in line
    review("correct", A, VALUE=again)
    assert values(load(A, changes=joined)) == {A: float(again), OTHER: float(again)}
    assert not any("the correction was made for the plant" in line for line in run.log)


def test_the_log_names_units_of_several_plants_that_follow(load, run, review):
    both = {B: {PLANT: "KWK900000000001; KWK900000000002", HEAT: "5070"}}
    load(A, B, changes=both)
    review("correct", A, VALUE="500")
    assert [line for line in run.log if "→" in line] == [
        f"  CHP thermal power of {A}: 5000 kW → 500 kW.",
        f"  CHP thermal power of {B}: 5070 kW → 570 kW.",
    ]


def make_older(path):
    """Take away what schema 4 has brought; a function of its own, that nothing keeps the file open."""
    with transaction(path) as dataset:
        layer = dataset.GetLayerByName("edits")
        layer.DeleteField(layer.GetLayerDefn().GetFieldIndex("belongs_to"))
        update_first(dataset, "workspace", {"schema_version": 3})


def test_in_a_workspace_of_before_the_unit_stored_tells_the_plant(load, review):
    load(A)
    path = review("correct", A, VALUE="500").path
    make_older(path)
    workspace = Workspace.open(path)
    assert workspace.changed_inputs() == {}
    assert edits(workspace, "plants")["belongs_to"].tolist() == ["KWK900000000001"]
    assert values(load(B))[B] == 500


def test_in_a_workspace_of_before_the_plant_at_the_time_of_the_edit_counts(load, review):
    load(A, B)
    path = review("correct", A, VALUE="500").path
    backdated(path)
    load(A, changes=MOVED, WHOLE=True)
    make_older(path)
    workspace = Workspace.open(path)
    assert set(edits(workspace, "plants")["belongs_to"]) == {"KWK900000000001"}
    assert values(load(A, C, changes=MOVED, WHOLE=True)) == {A: 900, C: 500, OTHER: 70}


def backdated(path):
    """As if all that was done until now had been done earlier: a run later than a second is not to be waited for."""
    with transaction(path) as dataset:
        dataset.ExecuteSQL("UPDATE runs SET \"when\" = '2026-08-01T10:00:00+02:00'")
        dataset.ExecuteSQL("UPDATE edits SET time = '2026-08-01T10:05:00+02:00'")


def test_in_a_workspace_of_before_the_history_tells_the_plant_of_a_unit_that_is_gone(load, run, review):
    load(A)
    path = review("correct", A, VALUE="500").path
    newer = {unit: {"Letzte Aktualisierung": "26.2.2020"} for unit in (B, OTHER)}
    load(B, changes=newer, WHOLE=True)
    make_older(path)
    unknown = Edit("plants", C, "chp_thermal_kw", "1", "5000", Action.CORRECT, "Planung", "Typenschild")
    add_edit(Workspace.open(path), unknown)
    assert values(load(B, changes=newer, WHOLE=True))[B] == 500
    assert len(gone(run)) == 1 and C in gone(run)[0]
