"""Each load of the register leaves what changed in the workspace, and any two states can be compared."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime

from enact_plugin.errors import EnactError
from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.days import day_of
from enact_plugin.register.history.loads import state_at

HEADINGS = (
    "MaStR-Nr. der Einheit|Anzeige-Name der Einheit|Betriebs-Status|Energieträger|Bruttoleistung der Einheit|"
    "Nettonennleistung der Einheit|Inbetriebnahmedatum der Einheit|Registrierungsdatum der Einheit|Bundesland|"
    "Postleitzahl|Ort|Straße|Hausnummer|Gemarkung|Flurstück|Gemeindeschlüssel|Gemeinde|Landkreis|"
    "Koordinate: Breitengrad (WGS84)|Koordinate: Längengrad (WGS84)|Technologie der Stromerzeugung|"
    "Art der Solaranlage|Anzahl der Solar-Module|Hauptausrichtung der Solar-Module|Letzte Aktualisierung|"
    "Datum der endgültigen Stilllegung|MaStR-Nr. der KWK-Anlage"
)
HEADINGS = HEADINGS.split("|")
USUAL = {
    "Anzeige-Name der Einheit": "Dach", "Betriebs-Status": "In Betrieb", "Energieträger": "Solare Strahlungsenergie",
    "Bruttoleistung der Einheit": "10", "Nettonennleistung der Einheit": "8,5",
    "Inbetriebnahmedatum der Einheit": "31.1.2019", "Postleitzahl": "04109", "Ort": "Leipzig",
    "Gemeindeschlüssel": "14713000", "Gemeinde": "Leipzig", "Anzahl der Solar-Module": "32",
}  # fmt: skip
POWER, LATITUDE, LONGITUDE = (
    "Bruttoleistung der Einheit", "Koordinate: Breitengrad (WGS84)", "Koordinate: Längengrad (WGS84)",
)  # fmt: skip
PLACED = {LATITUDE: "51,3401", LONGITUDE: "12,3702", POWER: "40"}
OLD = {1: {}, 2: {}, 3: {}, 4: PLACED, 5: {}}
NEW = {
    1: {},
    2: {POWER: "12,5"},
    3: {"Betriebs-Status": "Endgültig stillgelegt", "Datum der endgültigen Stilllegung": "1.3.2021"},
    4: {**PLACED, LATITUDE: "51,3501"},  # 1.1 km north
    6: {POWER: "99"},
}
LAYERS = ("plants_history", "plants_states")


def number(key):
    return f"SEE9{key:011d}"


@pytest.fixture
def workspace_path(tmp_path):
    return tmp_path / "stadt.gpkg"


@pytest.fixture
def load(run, tmp_path, workspace_path):
    """Load invented units, each as it was on a day."""

    def load(day, units, **more):
        rows = [";".join(f'"{heading}"' for heading in HEADINGS)]
        for key, own in units.items():
            unit = {**USUAL, "MaStR-Nr. der Einheit": number(key), "Letzte Aktualisierung": day, **own}
            rows.append(";".join(f'"{unit.get(heading, "")}"' for heading in HEADINGS))
        path = tmp_path / "register.csv"
        path.write_text("\r\n".join(rows), encoding="utf-8-sig")
        run("loadplants", SOURCE="csv", FILE=str(path), AGS="14713000", WORKSPACE=str(workspace_path),
            DATE_ORDER="dmy", **more)  # fmt: skip
        return Workspace.open(workspace_path)

    return load


@pytest.fixture
def compare(run, workspace_path):
    return lambda **days: run("plantchanges", WORKSPACE=str(workspace_path), **days)


def history_of(workspace):
    from enact_plugin.processing.history_hook import read_history

    return read_history(workspace)


def hashes(workspace):
    return {layer: workspace.provenance(layer).content_hash for layer in LAYERS}


def test_two_loads_and_what_changed_between_them(load, compare, run):
    load("25.2.2020", OLD)
    assert any("25.02.2020" in line and "5 units" in line for line in run.log)
    workspace = load("30.6.2021", NEW)
    assert any(
        "New: 1; Changed: 1; Closed: 1; Moved: 1; Gone from the municipality or the register: 1" in line
        for line in run.log
    )
    result = compare()
    numbers = {name: result[name] for name in ("NEW", "CLOSED", "CHANGED", "MOVED", "GONE", "RETURNED")}
    assert numbers == {"NEW": 1, "CLOSED": 1, "CHANGED": 1, "MOVED": 1, "GONE": 1, "RETURNED": 0}
    assert (result["FROM_STATE"], result["TO_STATE"]) == ("2020-02-25", "2021-06-30")
    # 40 + 4 × 10 = 80 kW before; 40 + 10 + 12.5 + 99 = 161.5 kW after, without the closed one
    assert any("Photovoltaics" in line and "80 → 161.5 kW" in line for line in run.log)
    layer = QgsVectorLayer(workspace.uri("plant_changes"), "changes", "ogr")
    rows = {row["mastr_id"]: row for row in layer.getFeatures()}
    assert {key: row["change"] for key, row in rows.items()} == {
        number(2): "changed", number(3): "closed", number(4): "moved", number(5): "gone", number(6): "new",
    }  # fmt: skip
    # only what has a place is drawn; the others are rows without a geometry
    assert [row.hasGeometry() for row in rows.values()].count(True) == 1
    assert rows[number(4)].hasGeometry() and rows[number(4)]["moved_m"] == pytest.approx(1112, abs=3)
    row = workspace.provenance("plant_changes")
    assert "Bundesnetzagentur" in row.attribution and row.licence == "dl-de/by-2-0"
    assert set(row.inputs) == set(LAYERS) and workspace.changed_inputs() == {}


def test_the_state_before_can_be_had_back(load):
    workspace = load("25.2.2020", OLD)
    before = workspace.read("plants")
    load("30.6.2021", NEW)
    state = state_at(history_of(workspace), date(2020, 12, 31), workspace.crs)
    known = [
        "mastr_id",
        "carrier",
        "status",
        "gross_kw",
        "net_kw",
        "commissioned",
        "location_kind",
        "updated",
    ]
    pd.testing.assert_frame_equal(
        pd.DataFrame(state[known]), pd.DataFrame(before.sort_values("mastr_id", ignore_index=True)[known])
    )
    assert state.geometry.notna().sum() == 1


def test_the_same_register_loaded_again_leaves_the_history_as_it_is(load, run):
    workspace = load("25.2.2020", OLD)
    before, runs = hashes(workspace), {workspace.provenance(layer).run_id for layer in LAYERS}
    load("25.2.2020", OLD)
    assert hashes(workspace) == before
    assert {workspace.provenance(layer).run_id for layer in LAYERS} == runs
    assert any("25.02.2020: no change" in line for line in run.log)


def test_an_older_file_after_a_newer_one_takes_its_place_in_the_history(load, compare, run):
    load("30.6.2021", NEW)
    workspace = load("25.2.2020", OLD)
    assert any("older than the newest" in line for line in run.log)
    result = compare()
    assert (result["FROM_STATE"], result["TO_STATE"], result["NEW"]) == ("2020-02-25", "2021-06-30", 1)
    assert workspace.provenance("plants_history").state_date == date(2021, 6, 30)


def test_a_correction_of_a_planner_is_no_change_of_the_register(load, run, compare, workspace_path):
    load("25.2.2020", OLD)
    run("reviewplants", WORKSPACE=str(workspace_path), ACTION="correct", UNITS=number(1), FIELD="gross_kw",
        VALUE="77", REASON="Typenschild")  # fmt: skip
    workspace = load("30.6.2021", OLD)
    plants = workspace.read("plants").set_index("mastr_id")
    assert plants.loc[number(1), "gross_kw"] == 77.0
    history = workspace.read("plants_history").set_index("mastr_id")
    assert history.loc[number(1), "gross_kw"] == 10.0
    result = compare()
    assert sum(result[name] for name in ("NEW", "CLOSED", "CHANGED", "MOVED", "GONE", "RETURNED")) == 0
    assert any("nothing changed" in line for line in run.log)


def test_killed_between_the_plants_and_their_history_the_next_load_mends_it(load, compare):
    """What a kill leaves: the plants of the second state, the history of the first."""
    workspace = load("25.2.2020", OLD)
    first = {layer: workspace.read(layer) for layer in LAYERS}
    rows = {layer: workspace.provenance(layer) for layer in LAYERS}
    load("30.6.2021", NEW)
    for layer in LAYERS:
        put_back(workspace, layer, first[layer], rows[layer])
    load("30.6.2021", NEW)
    assert compare()["NEW"] == 1


def test_killed_between_the_two_layers_of_the_history_the_next_load_mends_it(load):
    workspace = load("25.2.2020", OLD)
    first, row = workspace.read("plants_states"), workspace.provenance("plants_states")
    load("30.6.2021", NEW)
    put_back(workspace, "plants_states", first, row)
    load("30.6.2021", NEW)
    assert workspace.read("plants_states")["state"].dt.date.tolist() == [date(2020, 2, 25), date(2021, 6, 30)]


def put_back(workspace, layer, frame, row):
    from enact_plugin.outcome import Outcome, Source

    source = Source(row.source, row.licence, row.attribution, row.state_date)
    outcome = Outcome(pd.DataFrame(frame.drop(columns="geometry")), source, len(frame))
    workspace.replace(layer, outcome, Run("test", {}, "0", "test"), overwrite_edits=True)


def test_a_date_before_the_first_state_names_the_states(load, compare):
    load("25.2.2020", OLD)
    load("30.6.2021", NEW)
    with pytest.raises(QgsProcessingException) as raised:
        compare(FROM="2019-01-01", TO="2021-06-30")
    assert "01.01.2019" in str(raised.value) and "25.02.2020, 30.06.2021" in str(raised.value)


def test_dates_between_the_states_count_for_the_one_before(load, compare):
    load("25.2.2020", OLD)
    load("30.6.2021", NEW)
    result = compare(FROM=QDate(2020, 3, 1), TO="31.12.2099")
    assert (result["FROM_STATE"], result["TO_STATE"]) == ("2020-02-25", "2021-06-30")


def test_changes_then_nothing_between_and_then_changes_again(load, compare):
    """A layer that became empty is no layer whose rows somebody deleted."""
    load("25.2.2020", OLD)
    load("30.6.2021", NEW)
    assert compare()["NEW"] == 1
    assert compare(FROM="2021-06-30", TO="2021-07-01")["NEW"] == 0
    assert compare()["NEW"] == 1


def test_the_plants_of_a_past_day_as_a_layer(load, run, workspace_path, tmp_path):
    load("25.2.2020", OLD)
    load("30.6.2021", NEW)
    path = tmp_path / "damals.gpkg"
    result = run("plantstate", WORKSPACE=str(workspace_path), DATE="31.12.2020", OUTPUT=str(path))
    assert (result["UNITS"], result["UNLOCATED_UNITS"], result["STATE"]) == (5, 4, "2020-02-25")
    layer = QgsVectorLayer(str(path), "damals", "ogr")
    rows = {row["mastr_id"]: row for row in layer.getFeatures()}
    assert rows[number(3)]["status"] == "in_operation" and rows[number(5)]["gross_kw"] == 10.0
    assert [row.hasGeometry() and not row.geometry().isEmpty() for row in rows.values()].count(True) == 1
    assert layer.crs().authid() == "EPSG:25833"
    last = run("plantstate", WORKSPACE=str(workspace_path), OUTPUT="TEMPORARY_OUTPUT")
    assert (last["STATE"], last["OUTPUT"].featureCount()) == ("2021-06-30", 5)


# a test of its own: the error keeps the frame it was raised in, and with it the layers opened there
def test_a_past_day_before_the_first_state_is_refused(load, run, workspace_path):
    load("25.2.2020", OLD)
    with pytest.raises(QgsProcessingException, match=r"States that are there: 25\.02\.2020"):
        run("plantstate", WORKSPACE=str(workspace_path), DATE="2019-01-01", OUTPUT="TEMPORARY_OUTPUT")


def test_a_state_does_not_overwrite_the_workspace(load, run, workspace_path):
    workspace = load("25.2.2020", OLD)
    with pytest.raises(QgsProcessingException, match="is the workspace itself"):
        run("plantstate", WORKSPACE=str(workspace_path), OUTPUT=str(workspace_path))
    assert "plants_history" in workspace.layers()


def test_nothing_loaded_or_one_state_only_is_said(load, compare, workspace_path):
    Workspace.create(workspace_path, "14713000", "Leipzig")
    with pytest.raises(QgsProcessingException, match="load the register first"):
        compare()
    load("25.2.2020", OLD)
    with pytest.raises(QgsProcessingException, match=r"before 25\.02\.2020"):
        compare()


def test_no_name_of_a_person_is_in_the_history(load):
    units = {
        1: {"Anzeige-Name der Einheit": "Dach Erika Muster"},
        4: {**PLACED, "Anzeige-Name der Einheit": "Park"},
    }
    history = load("25.2.2020", units).read("plants_history")
    assert set(history["name"].dropna()) == {"Park"}


def test_the_unlocated_share_of_changes_is_told_by_the_rows_without_place(load, compare):
    load("25.2.2020", OLD)
    workspace = load("30.6.2021", NEW)
    compare()
    changes = workspace.read("plant_changes")
    assert changes.geometry.isna().sum() == 4


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        ("", None),
        (QDate(), None),
        (QDateTime(), None),
        (QDate(2025, 8, 31), date(2025, 8, 31)),
        (QDateTime(QDate(2025, 8, 31), QDateTime.currentDateTime().time()), date(2025, 8, 31)),
        (date(2025, 8, 31), date(2025, 8, 31)),
        ("2025-08-31", date(2025, 8, 31)),
        ("2025-08-31T00:00:00", date(2025, 8, 31)),
        (" 31.8.2025 ", date(2025, 8, 31)),
    ],
)
def test_days_in_every_form_a_person_or_a_script_gives(value, expected):
    assert day_of(value, "From date") == expected


@pytest.mark.parametrize("text", ["gestern", "31.02.2025", "2025-13-01", "8/31/2025"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(EnactError) as raised:
        day_of(text, "From date")
    assert raised.value.code == "day_unreadable"


# ---- loads that are not whole, and workspaces of before


CHP = {"Energieträger": "Erdgas", "MaStR-Nr. der KWK-Anlage": ""}


def test_the_first_entry_in_a_column_the_file_always_had_is_a_change(load, compare):
    load("25.2.2020", {1: CHP, 2: {}})
    load("30.6.2021", {1: {**CHP, "MaStR-Nr. der KWK-Anlage": "KWK900000000001"}, 2: {}})
    assert compare()["CHANGED"] == 1


def test_an_excerpt_is_called_one_in_sums_and_figures(load, run, workspace_path):
    solar = {key: {} for key in range(1, 6)}
    load("25.2.2020", {**solar, 9: {"Energieträger": "Wind"}})
    workspace = load("30.6.2021", {9: {"Energieträger": "Wind"}})
    assert any("excerpt" in line for line in run.log)
    run("plantstatistics", WORKSPACE=str(workspace_path))
    assert "register_carriers_missing" in workspace.provenance("plants").assumptions
    assert "register_carriers_missing" in workspace.provenance("plant_statistics").assumptions
    assert by_carrier(workspace) == {("all", "incomplete"), ("wind", "complete")}
    figures = workspace.read("plant_statistics").dropna(subset=["completeness"])
    lacking = figures["carrier"].isin(["all", "solar"])
    assert set(figures.loc[lacking, "completeness"]) == {"incomplete"}


def by_carrier(workspace):
    sums = workspace.read("plants_by_area")
    return set(zip(sums["carrier"], sums["completeness"]))


def test_an_excerpt_that_may_lack_units_of_every_carrier_is_called_one_in_each_sum(load, run, workspace_path):
    solar = {key: {} for key in range(1, 11)}
    wind = {key: {"Energieträger": "Wind"} for key in (21, 22)}
    load("25.2.2020", {**solar, **wind})
    workspace = load("30.6.2021", {1: {}, 2: {}, 3: {}, 4: {}, 5: {}, 21: {"Energieträger": "Wind"}})
    run("plantstatistics", WORKSPACE=str(workspace_path))
    for layer in ("plants", "plant_statistics"):
        assert "register_excerpt" in workspace.provenance(layer).assumptions, layer
    assert set(workspace.read("plants_by_area")["completeness"]) == {"incomplete"}
    assert "complete" not in set(workspace.read("plant_statistics")["completeness"].dropna())


def test_what_a_file_lacks_is_gone_where_a_person_says_that_it_is_whole(load, compare):
    load("25.2.2020", {key: {} for key in range(1, 41)})
    workspace = load("30.6.2021", {key: {} for key in range(1, 31)}, WHOLE=True)
    assert compare()["GONE"] == 10
    assert workspace.provenance("plants").assumptions == ()


def test_the_day_of_a_file_can_be_given(load, compare):
    """Its newest entry was deleted: by its entries it would be older."""
    load("30.6.2021", {1: {}, 2: {}, 3: {}})
    workspace = load("25.2.2020", {1: {}, 2: {}}, STATE_DATE="5.7.2021")
    assert workspace.read("plants_states")["state"].dt.date.tolist() == [date(2021, 6, 30), date(2021, 7, 5)]
    assert workspace.provenance("plants").state_date == date(2021, 7, 5)
    assert "05.07.2021" in workspace.provenance("plants").attribution
    assert compare()["GONE"] == 1


@pytest.mark.parametrize(
    ("day", "text"), [("2020-02-24", "after the day given"), ("2999-01-01", "still to come")]
)
def test_a_day_that_the_file_cannot_have_is_refused(load, day, text):
    with pytest.raises(QgsProcessingException, match=text):
        load("25.2.2020", OLD, STATE_DATE=day)


def test_plants_loaded_before_there_was_a_history_are_its_first_state(load, compare, run, workspace_path):
    workspace = load("25.2.2020", OLD)
    for layer in LAYERS:
        workspace.remove(layer)
    result = run("plantstate", WORKSPACE=str(workspace_path), OUTPUT="TEMPORARY_OUTPUT")
    assert (result["STATE"], result["UNITS"]) == ("2020-02-25", 5)
    with pytest.raises(QgsProcessingException, match=r"before 25\.02\.2020"):
        compare()
    load("30.6.2021", NEW)
    result = compare()
    assert (result["FROM_STATE"], result["NEW"], result["GONE"], result["CLOSED"]) == ("2020-02-25", 1, 1, 1)


def test_a_state_as_a_file_names_its_source_and_what_has_no_place(load, run, workspace_path, tmp_path):
    load("25.2.2020", OLD)
    path = tmp_path / "damals.gpkg"
    run("plantstate", WORKSPACE=str(workspace_path), OUTPUT=str(path))
    layer = QgsVectorLayer(QgsProviderRegistry.instance().querySublayers(str(path))[0].uri(), "damals", "ogr")
    layer.loadDefaultMetadata()
    metadata = layer.metadata()
    assert "4 of 5 existing ones without a place" in metadata.title() and "25.02.2020" in metadata.title()
    assert any("Bundesnetzagentur" in text and "25.02.2020" in text for text in metadata.rights())
    assert metadata.licenses() == ["dl-de/by-2-0"]
    assert "4 of 5" in metadata.abstract()
    assert any("Bundesnetzagentur" in line for line in run.log)


def test_the_log_of_changes_names_how_many_have_no_place(load, compare, run):
    load("25.2.2020", OLD)
    load("30.6.2021", NEW)
    compare()
    assert any("Without a place and on no map: 4 of 5 changes" in line for line in run.log)


# ---- a file that holds a part


FORTY = {key: {} for key in range(1, 41)}
FIVE = {key: {} for key in range(1, 6)}


def test_a_file_of_a_small_part_does_not_take_the_place_of_all_plants(load, run):
    workspace = load("25.2.2020", FORTY)
    before = {layer: workspace.provenance(layer).content_hash for layer in ("plants", *LAYERS)}
    with pytest.raises(QgsProcessingException, match="missing from it: 35 of 40") as refused:
        load("30.6.2021", FIVE)
    assert "WHOLE" in str(refused.value) and "EXCERPT" in str(refused.value)
    workspace = Workspace.open(workspace.path)
    assert {layer: workspace.provenance(layer).content_hash for layer in before} == before
    workspace = load("30.6.2021", FIVE, EXCERPT=True)
    assert len(workspace.read("plants")) == 5
    assert len(state_at(history_of(workspace), date(2021, 6, 30))) == 40
    assert not any("no longer in the register" in line for line in run.log)
    load("30.6.2021", FIVE)  # the same again takes nothing away


def test_a_file_that_a_person_says_is_whole_may_hold_few_plants(load, compare):
    load("25.2.2020", FORTY)
    workspace = load("30.6.2021", FIVE, WHOLE=True)
    assert len(workspace.read("plants")) == 5 and compare()["GONE"] == 35


def test_an_older_file_lacks_what_was_registered_later_and_is_no_part(load):
    """Five of forty were there in 2020; half of what was due by then may be missing, and fewer than ten always."""
    begun = "Registrierungsdatum der Einheit"
    later = {key: {begun: "1.2.2019" if key in FIVE else "1.3.2021"} for key in FORTY}
    load("30.6.2021", later)
    workspace = load("25.2.2020", {key: {begun: "1.2.2019"} for key in FIVE})
    assert len(workspace.read("plants")) == 5


def test_half_of_the_plants_may_be_missing(load):
    load("25.2.2020", FORTY)
    assert len(load("30.6.2021", {key: {} for key in range(1, 21)}).read("plants")) == 20


def test_a_carrier_that_units_left_is_told_with_what_went_into_operation(load, compare, run):
    load("25.2.2020", {1: {}, 2: {}, 3: {"Betriebs-Status": "In Planung"}})
    load(
        "30.6.2021",
        {1: {"Energieträger": "Wind"}, 2: {}, 3: {"Betriebs-Status": "In Betrieb", "Energieträger": "Wind"}},
    )
    compare()
    assert any(
        "Photovoltaics" in line and "another carrier" in line and "20 → 10 kW" in line for line in run.log
    )
    assert any("planned before and in operation now: 1" in line for line in run.log)


# ---- the layer of a past day


class Warned(QgsProcessingFeedback):
    """The log of a run, its warnings apart."""

    def __init__(self):
        super().__init__(False)
        self.warnings, self.lines = [], []

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushInfo(self, info):
        self.lines.append(info)


def as_in_the_window(workspace_path, qgis_project):
    """Run it as the dialog does, which loads the layer when all is done; returns the layer and the log."""
    feedback, context = Warned(), QgsProcessingContext()
    context.setProject(qgis_project)
    context.setFeedback(feedback)
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", qgis_project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:plantstate")
    results, _ok = algorithm.run(
        {"WORKSPACE": str(workspace_path), "OUTPUT": output}, context, feedback, {}, False
    )
    layer = context.takeResultLayer(results["OUTPUT"])
    details = context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    details.postProcessor().postProcessLayer(layer, context, feedback)
    return layer, feedback


def test_a_layer_of_a_past_day_has_german_titles_and_no_warning_of_them(load, run, workspace_path):
    from qgis.core import QgsProject

    load("25.2.2020", {1: {}, 2: {"Betriebs-Status": "In Planung"}, 3: PLACED, 4: {}})
    layer, feedback = as_in_the_window(workspace_path, QgsProject.instance())
    assert feedback.warnings == []
    titles = {
        layer.fields()[index].name(): layer.attributeDisplayName(index)
        for index in range(layer.fields().count())
    }
    assert titles["mastr_id"] == "MaStR-Nummer" and titles["gross_kw"] == "Bruttoleistung [kW]"
    assert layer.editorWidgetSetup(layer.fields().lookupField("status")).type() == "ValueMap"
    # of four one is planned, of the three others one has a place
    assert any("4 units" in line and "Existing: 3" in line and "of all: 1" in line for line in feedback.lines)
    assert "2 of 3 existing" in layer.metadata().title()


def test_units_without_a_place_are_the_existing_ones_as_after_loading(load, run, workspace_path):
    load("25.2.2020", {1: {}, 2: {"Betriebs-Status": "In Planung"}, 3: PLACED, 4: {}})
    result = run("plantstate", WORKSPACE=str(workspace_path), OUTPUT="TEMPORARY_OUTPUT")
    assert (result["UNITS"], result["UNLOCATED_UNITS"]) == (4, 2)


def test_a_state_tells_in_the_table_what_its_day_is_of(load):
    load("25.2.2020", OLD)
    workspace = load("30.6.2021", NEW, STATE_DATE="2.7.2021")
    assert list(workspace.read("plants_states")["dated"]) == ["changes", "given"]
