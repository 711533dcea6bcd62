"""What a person chose: recognised, checked, remembered, turned into parameters. No widget is made here."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.gui.choices import (
    DATA_SETS,
    TOPIC,
    WHOLE,
    Choices,
    Given,
    Place,
    Topic,
    Verdict,
    assess,
    file_stem,
    following_project,
    fresh,
    from_memory,
    from_parameters,
    parameters,
    problems,
    recognise,
    to_memory,
    topic_kinds,
)
from enact_plugin.gui.source_facts import SourceFacts
from enact_plugin.reference.municipalities import label, municipalities

BY_NAME = {data_set.parameter: data_set for data_set in DATA_SETS}


def complete(tmp_path, **changes) -> Choices:
    """Choices that may be started: Görlitz, with one existing buildings file."""
    file = tmp_path / "gebaeude.gpkg"
    file.write_bytes(b"x")
    values = {
        "municipality": "14626110",
        "workspace": str(tmp_path / "neu.gpkg"),
        "project": str(tmp_path / "neu.qgz"),
        "inputs": {"BUILDINGS": Given((str(file),))},
    }
    return Choices(**{**values, **changes})


def codes(choices: Choices) -> dict[str, str]:
    return {problem.field: problem.error.code for problem in problems(choices)}


# ---- the municipality


def test_every_label_of_the_list_is_recognised_as_itself():
    assert len(municipalities()) == 418
    assert [recognise(label(each)).ags for each in municipalities()] == [
        each.ags for each in municipalities()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Görlitz",
        "goerlitz",
        "  görlitz ",
        "Görlitz, Stadt",
        "görlitz, stadt",
        "Gorlitz",
        "14626110",
        "146260110110",
        "Görlitz, Stadt (14626110)",
    ],
)
def test_a_name_or_a_key_is_enough(text):
    assert recognise(text).ags == "14626110"


def test_a_key_of_another_state_is_taken_as_it_is():
    place = recognise("12052000")
    assert (place.ags, place.name, place.label) == ("12052000", "", "12052000")


def test_names_as_the_list_shows_them_are_recognised_without_the_key():
    """Also where the name alone stands for two: "Leipzig" the city, "Königshain" and "Königshain-Wiederau"."""
    for each in municipalities():
        assert recognise(label(each).rpartition(" (")[0]).ags == each.ags


def test_a_key_of_a_district_that_is_gone_is_refused():
    with pytest.raises(EnactError) as caught:
        recognise("14286610")
    assert caught.value.code == "ags_before_reform"


def test_an_old_key_leads_to_the_valid_one_and_says_so():
    place = recognise("14262000")  # Dresden until 31 July 2008
    assert place.ags == "14612000"
    assert [finding.id for finding in place.findings] == ["ags_replaced"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Entenhausen", "choice_municipality_unknown"),
        ("1471300", "ags_invalid"),
        ("14713", "ags_is_district"),
        ("Neustadt", "choice_municipality_ambiguous"),
    ],
)
def test_what_means_no_municipality_is_refused(text, code):
    with pytest.raises(EnactError) as caught:
        recognise(text)
    assert caught.value.code == code


def test_while_typing_nothing_is_guessed():
    with pytest.raises(EnactError):
        recognise("Zittau", guess=False)
    assert recognise("Zittau").ags == "14626610"
    assert recognise("") is None


# ---- inputs


@pytest.mark.parametrize(
    ("name", "content", "parameter", "verdict"),
    [
        ("a.csv", b"x", "PLANTS", Verdict.FILE),
        ("A.CSV", b"x", "PLANTS", Verdict.FILE),
        ("a.xlsx", b"x", "PLANTS", Verdict.WRONG_ENDING),
        ("a.csv", b"", "PLANTS", Verdict.EMPTY),
        ("a.csv", None, "PLANTS", Verdict.NOT_FOUND),
        ("a.gpkg", b"x", "BUILDINGS", Verdict.FILE),
        ("a.mdb", b"x", "BUILDINGS", Verdict.UNUSUAL),
        ("grid.zip", b"x", "CENSUS", Verdict.FILE),
        ("grid.7z", b"x", "CENSUS", Verdict.WRONG_ENDING),
    ],
)
def test_a_file_is_judged_by_its_name_and_size(tmp_path, name, content, parameter, verdict):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    assert assess(Given((str(file),)), BY_NAME[parameter]) is verdict


def test_what_can_be_no_path_is_not_found():
    for path in ("/tmp/" + "x" * 300 + ".gpkg", "a\x00.gpkg"):
        assert assess(Given((path,)), BY_NAME["BUILDINGS"]) is Verdict.NOT_FOUND


def test_a_layer_within_a_file_is_judged_by_the_file(tmp_path):
    (tmp_path / "a.gpkg").write_bytes(b"x")
    given = Given((f"{tmp_path / 'a.gpkg'}|layername=haus",))
    assert assess(given, BY_NAME["BUILDINGS"]) is Verdict.FILE


def test_a_folder_is_no_file_but_a_file_geodatabase_is(tmp_path):
    (tmp_path / "alkis.gdb").mkdir()
    assert assess(Given((str(tmp_path / "alkis.gdb"),)), BY_NAME["BUILDINGS"]) is Verdict.FILE
    assert assess(Given((str(tmp_path),)), BY_NAME["BUILDINGS"]) is Verdict.FOLDER


def test_plants_may_be_a_folder_of_saved_pages(tmp_path):
    folder = tmp_path / "seiten"
    folder.mkdir()
    assert assess(Given((str(folder),)), BY_NAME["PLANTS"]) is Verdict.FOLDER
    (folder / "seite_1.JSON").write_bytes(b"{}")
    assert assess(Given((str(folder),)), BY_NAME["PLANTS"]) is Verdict.FILE
    assert codes(complete(tmp_path, inputs={"PLANTS": Given((str(folder),))})) == {}
    assert assess(Given((str(folder),)), BY_NAME["CENSUS"]) is Verdict.FOLDER


def test_plants_may_be_a_folder_of_tables_or_with_the_export(tmp_path):
    """As `enact:loadplants` takes them; several zips are not guessed between."""
    folder = tmp_path / "open-mastr"
    folder.mkdir()
    given = Given((str(folder),))
    for name, verdict in (
        ("a.ZIP", Verdict.FILE),
        ("b.zip", Verdict.FOLDER),
        ("bnetza_mastr_solar_raw.CSV", Verdict.FILE),
    ):
        (folder / name).write_bytes(b"x")
        assert assess(given, BY_NAME["PLANTS"]) is verdict, name
    assert codes(complete(tmp_path, inputs={"PLANTS": given})) == {}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("https://download.example.org/Gesamtdatenexport_20260801_26.1.zip", Verdict.ADDRESS),
        ("HTTP://download.example.org/export", Verdict.ADDRESS),
        ("online", Verdict.ONLINE),
        ("Online", Verdict.ONLINE),
    ],
)
def test_plants_may_be_an_address_or_asked_online(tmp_path, text, verdict):
    given = Given((text,))
    assert assess(given, BY_NAME["PLANTS"]) is verdict
    choices = complete(tmp_path, inputs={"PLANTS": given})
    assert codes(choices) == {}
    assert parameters(choices)["PLANTS"] == text
    for name in ("CENSUS", "BUILDINGS"):  # they are read from files and layers only
        assert assess(given, BY_NAME[name]) in (Verdict.NOT_FOUND, Verdict.WRONG_ENDING)


def test_of_several_files_the_worst_decides(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"x")
    given = Given((str(tmp_path / "a.csv"), str(tmp_path / "b.csv")))
    assert assess(given, BY_NAME["CENSUS"]) is Verdict.NOT_FOUND
    assert codes(complete(tmp_path, inputs={"CENSUS": given})) == {"CENSUS": "choice_input_not_found"}


def test_every_further_kind_can_be_given_and_none_has_two_fields():
    kinds = {kind.kind for kind in topic_kinds()}
    assert {"supply_areas", "heat_density", "parcels"} <= kinds
    assert not kinds & {"boundary", "streets", "districts", "addresses", "buildings", "plants", "census"}


# ---- checking


def test_complete_choices_have_no_problem(tmp_path):
    assert codes(complete(tmp_path)) == {}


def test_empty_choices_name_each_missing_field():
    assert codes(Choices()) == {
        "AGS": "choice_municipality_missing",
        "WORKSPACE": "choice_target_missing",
        "PROJECT": "choice_target_missing",
    }


def test_without_any_data_set_there_is_nothing_to_do(tmp_path):
    assert codes(complete(tmp_path, inputs={})) == {WHOLE: "choice_nothing_chosen"}  # no field's own fault


@pytest.mark.parametrize(
    ("workspace", "code"),
    [
        ("{folder}/a.qgz", "choice_target_wrong_ending"),
        ("{folder}/.gpkg", "choice_target_wrong_ending"),
        ("a.gpkg", "choice_target_not_absolute"),
        ("{folder}/folder.gpkg", "choice_target_is_folder"),
        ("{folder}/gebaeude.gpkg/a.gpkg", "choice_target_folder_read_only"),
    ],
)
def test_a_workspace_that_cannot_be_written_is_refused(tmp_path, workspace, code):
    (tmp_path / "folder.gpkg").mkdir()
    choices = complete(tmp_path, workspace=workspace.format(folder=tmp_path))
    assert codes(choices) == {"WORKSPACE": code}


def test_a_folder_that_does_not_exist_yet_is_fine(tmp_path):
    assert codes(complete(tmp_path, workspace=str(tmp_path / "neu" / "tief" / "a.gpkg"))) == {}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_protected_workspace_is_refused(tmp_path):
    (tmp_path / "alt.gpkg").write_bytes(b"x")
    (tmp_path / "alt.gpkg").chmod(0o400)
    choices = complete(tmp_path, workspace=str(tmp_path / "alt.gpkg"))
    assert codes(choices) == {"WORKSPACE": "choice_target_read_only"}


def test_the_workspace_is_never_filled_from_itself(tmp_path):
    file = str(tmp_path / "gebaeude.gpkg")
    as_file = complete(
        tmp_path, workspace=file, inputs={"BUILDINGS": Given((f"{file}|layername=buildings",))}
    )
    assert codes(as_file) == {"BUILDINGS": "choice_same_file"}
    as_layer = complete(tmp_path, workspace=file, inputs={"BUILDINGS": Given(layer_id="b", layer_file=file)})
    assert codes(as_layer) == {"BUILDINGS": "choice_same_file"}


def test_a_further_layer_needs_kind_and_input(tmp_path):
    file = str(tmp_path / "gebaeude.gpkg")
    topics = (Topic("supply_areas"), Topic("", Given((file,))), Topic("parcels", Given((file,))))
    assert codes(complete(tmp_path, topics=topics)) == {
        "HEATPLAN/0": "choice_topic_without_input",
        "HEATPLAN/1": "choice_topic_without_kind",
    }


# ---- parameters


def test_parameters_name_what_was_given_and_nothing_else(tmp_path):
    given = complete(tmp_path)
    file = str(tmp_path / "gebaeude.gpkg")
    grid = tmp_path / "grid.csv"
    grid.write_text("x", encoding="utf-8")
    choices = complete(
        tmp_path,
        inputs={
            "BUILDINGS": Given((file,)),
            "STREETS": Given(layer_id="strassen_1"),
            "CENSUS": Given((str(grid), str(grid))),
            "PLANTS": Given(),
        },
        topics=(Topic("supply_areas", Given(layer_id="gebiete_1")),),
    )
    assert parameters(choices) == {
        "AGS": "14626110",
        "WORKSPACE": given.workspace,
        "PROJECT": given.project,
        "BUILDINGS": file,
        "STREETS": "strassen_1",
        "CENSUS": [str(grid), str(grid)],
        "HEATPLAN": json.dumps([{"kind": "supply_areas", "input": "gebiete_1"}]),
    }


def test_what_was_said_of_a_source_goes_along(tmp_path):
    file = str(tmp_path / "gebaeude.gpkg")
    facts = SourceFacts('{"name": "BEZ"}', "dl-de/by-2-0", "© Stadt", "2026-08-31")
    choices = complete(
        tmp_path,
        inputs={"BUILDINGS": Given((file,)), "STREETS": Given((file,), facts=facts)},
        topics=(Topic("parcels", Given((file,), facts=SourceFacts(licence="CC BY 4.0"))),),
    )
    given = parameters(choices)
    assert json.loads(given["SOURCE_FACTS"]) == {
        "STREETS": {
            "mapping": {"name": "BEZ"},
            "licence": "dl-de/by-2-0",
            "attribution": "© Stadt",
            "state_date": "2026-08-31",
        }
    }
    assert json.loads(given["HEATPLAN"]) == [{"kind": "parcels", "input": file, "licence": "CC BY 4.0"}]
    back = from_parameters(given, str(tmp_path))
    assert (back.inputs, back.topics) == (choices.inputs, choices.topics)


def test_bad_choices_give_no_parameters(tmp_path):
    with pytest.raises(EnactError) as caught:
        parameters(complete(tmp_path, municipality="Entenhausen"))
    assert caught.value.code == "choice_municipality_unknown"


def test_parameters_of_the_demo_come_back_as_choices(tmp_path):
    choices = from_parameters(
        {
            "AGS": "99999999",
            "PLANTS": "/demo/einheiten.csv",
            "CENSUS": "/demo/a.csv;/demo/b.csv",
            "HEATPLAN": "supply_areas=/demo/gebiete.gpkg;heat_networks=/demo/netz.gpkg",
        },
        str(tmp_path),
    )
    assert choices.inputs == {
        "PLANTS": Given(("/demo/einheiten.csv",)),
        "CENSUS": Given(("/demo/a.csv", "/demo/b.csv")),
    }
    assert choices.topics == (
        Topic("supply_areas", Given(("/demo/gebiete.gpkg",))),
        Topic("heat_networks", Given(("/demo/netz.gpkg",))),
    )
    assert recognise(choices.municipality).ags == "99999999"
    assert choices.workspace.startswith(str(tmp_path))


# ---- memory


def test_what_is_remembered_comes_back_without_layers_of_a_project():
    choices = Choices(
        "x",
        "/a/w.gpkg",
        "/a/p.qgz",
        {"PLANTS": Given(("/a/ü.csv",)), "STREETS": Given(layer_id="s")},
        (Topic("parcels", Given(("/a/f.gpkg",))), Topic("landuse", Given(layer_id="l"))),
    )
    assert from_memory("Zittau", to_memory(choices)) == Choices(
        "Zittau",
        "/a/w.gpkg",
        "/a/p.qgz",
        {"PLANTS": Given(("/a/ü.csv",))},
        (Topic("parcels", Given(("/a/f.gpkg",))),),
    )


def test_what_was_said_of_files_is_remembered():
    facts = SourceFacts('{"name": "BEZ"}', licence="ODbL-1.0")
    choices = Choices(
        "x",
        "/a/w.gpkg",
        "/a/p.qgz",
        {"STREETS": Given(("/a/s.gpkg",), facts=facts)},
        (Topic("parcels", Given(("/a/f.gpkg",), facts=facts)),),
    )
    back = from_memory("x", to_memory(choices))
    assert back.inputs["STREETS"].facts == facts
    assert back.topics[0].given.facts == facts


def test_a_memory_of_an_earlier_version_still_counts():
    text = '{"workspace": "/w", "project": "/p", "inputs": {"STREETS": ["/s"]}, "topics": [["rail", ["/r"]]]}'
    assert from_memory("x", text) == Choices(
        "x", "/w", "/p", {"STREETS": Given(("/s",))}, (Topic("rail", Given(("/r",))),)
    )


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "{}", '{"workspace": 1, "project": 2, "inputs": 3, "topics": 4}']
)
def test_a_memory_we_did_not_write_counts_as_none(text):
    assert from_memory("Zittau", text) is None


def test_the_next_municipality_keeps_only_files_of_the_whole_state(tmp_path):
    before = complete(
        tmp_path,
        inputs={
            "PLANTS": Given(("/sachsen.csv",)),
            "BUILDINGS": Given(("/goerlitz.gpkg",)),
            "BOUNDARY": Given(layer_id="g"),
        },
        topics=(Topic("parcels", Given(("/f.gpkg",))),),
    )
    after = fresh(recognise("Zittau"), str(tmp_path), before)
    assert after.inputs == {"PLANTS": Given(("/sachsen.csv",))}
    assert after.topics == ()
    assert after.workspace == str(tmp_path / "14626610_zittau.gpkg")


def test_what_was_chosen_before_the_first_municipality_is_meant_for_it(tmp_path):
    before = Choices(workspace="/x/eigen.gpkg", inputs={"BUILDINGS": Given(("/haus.gpkg",))})
    after = fresh(recognise("Zittau"), str(tmp_path), before, first=True)
    assert after.inputs == before.inputs
    assert (after.workspace, after.project) == ("/x/eigen.gpkg", str(tmp_path / "14626610_zittau.qgz"))


@pytest.mark.parametrize(
    ("name", "stem"),
    [("Görlitz", "1_goerlitz"), ("Groß Düben/Dźěwin", "1_gross_dueben_dzewin"), ("", "1"), ("../x", "1_x")],
)
def test_file_names_are_plain(name, stem):
    assert file_stem(Place("1", name, "", "")) == stem


def test_a_further_layer_may_be_any_vector_file(tmp_path):
    (tmp_path / "a.geojson").write_bytes(b"{}")
    assert assess(Given((str(tmp_path / "a.geojson"),)), TOPIC) is Verdict.FILE


@pytest.mark.parametrize(
    ("project", "before", "after", "expected"),
    [
        ("/a/zittau.qgz", "/a/zittau.gpkg", "/b/zittau.gpkg", "/b/zittau.qgz"),
        ("/a/anders.qgz", "/a/zittau.gpkg", "/b/zittau.gpkg", "/a/anders.qgz"),
        ("/a/zittau.qgz", "/a/zittau.gpkg", "", "/a/zittau.qgz"),
        ("", "", "/b/zittau.gpkg", ""),
    ],
)
def test_the_project_goes_with_the_workspace_unless_it_was_put_elsewhere(project, before, after, expected):
    assert Path(following_project(project, before, after)) == Path(expected)
