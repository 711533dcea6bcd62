"""Plants, findings, sums and history agree: whatever stops a load or a review, none is new beside an old one."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

import geopandas as gpd
import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
)
from shapely.geometry import box

from enact_plugin.layers.edits import edits
from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

HEADINGS = (
    "MaStR-Nr. der Einheit|Anzeige-Name der Einheit|Betriebs-Status|Energieträger|Bruttoleistung der Einheit|"
    "Nettonennleistung der Einheit|Inbetriebnahmedatum der Einheit|Registrierungsdatum der Einheit|Bundesland|"
    "Postleitzahl|Ort|Straße|Hausnummer|Gemarkung|Flurstück|Gemeindeschlüssel|Gemeinde|Landkreis|"
    "Koordinate: Breitengrad (WGS84)|Koordinate: Längengrad (WGS84)|Technologie der Stromerzeugung|"
    "Art der Solaranlage|Anzahl der Solar-Module|Hauptausrichtung der Solar-Module|Letzte Aktualisierung|"
    "MaStR-Nr. des Anschluss-Netzbetreibers|MaStR-Nr. der KWK-Anlage|Elektrische KWK-Leistung|"
    "Thermische Nutzleistung in kW|Nutzbare Speicherkapazität in kWh|MaStR-Nr. der Speichereinheit|"
    "Name des Anlagenbetreibers (nur Org.)"
)
HEADINGS = HEADINGS.split("|")
SUN, FIRST, SECOND, STORE = (f"SEE90000000000{number}" for number in range(1, 5))
CHP = {
    "Energieträger": "Erdgas", "Bruttoleistung der Einheit": "200", "Nettonennleistung der Einheit": "200",
    "MaStR-Nr. der KWK-Anlage": "KWK900000000001", "Elektrische KWK-Leistung": "400",
    "Thermische Nutzleistung in kW": "500", "Koordinate: Breitengrad (WGS84)": "51,34",
    "Koordinate: Längengrad (WGS84)": "12,37", "Anzahl der Solar-Module": "",
}  # fmt: skip
UNITS = {
    SUN: {"Bruttoleistung der Einheit": "5000", "Anzahl der Solar-Module": "20"},
    FIRST: CHP,
    SECOND: CHP,
    STORE: {"Energieträger": "Speicher", "Nutzbare Speicherkapazität in kWh": "10000",
            "Anzahl der Solar-Module": ""},
}  # fmt: skip
USUAL = {
    "Betriebs-Status": "In Betrieb", "Energieträger": "Solare Strahlungsenergie",
    "Bruttoleistung der Einheit": "9,6", "Nettonennleistung der Einheit": "8,5",
    "Inbetriebnahmedatum der Einheit": "31.1.2019", "Postleitzahl": "04109", "Ort": "Leipzig",
    "Gemeindeschlüssel": "14713000", "Gemeinde": "Leipzig", "Letzte Aktualisierung": "25.2.2020",
    "Anzahl der Solar-Module": "32", "MaStR-Nr. des Anschluss-Netzbetreibers": "SNB900000000001",
}  # fmt: skip
MADE = ("plants", "plant_findings", "plants_by_area", "plants_history", "plants_states")


@pytest.fixture
def register(tmp_path):
    """Write the invented units, changed by number and heading, without some columns, as a file of the register."""

    def write(changes=None, without_columns=()):
        headings = [heading for heading in HEADINGS if heading not in without_columns]
        rows = [";".join(f'"{heading}"' for heading in headings)]
        for number, own in UNITS.items():
            unit = {**USUAL, "MaStR-Nr. der Einheit": number, **own, **(changes or {}).get(number, {})}
            rows.append(";".join(f'"{unit.get(heading, "")}"' for heading in headings))
        path = tmp_path / "register.csv"
        path.write_text("\r\n".join(rows), encoding="utf-8-sig")
        return str(path)

    return write


@pytest.fixture
def load(run, register, tmp_path):
    def load(changes=None, without_columns=(), **more):
        results = run(
            "loadplants", SOURCE="csv", FILE=register(changes, without_columns), AGS="14713000",
            WORKSPACE=str(tmp_path / "stadt.gpkg"), **more,
        )  # fmt: skip
        load.results = results
        return Workspace.open(tmp_path / "stadt.gpkg")

    return load


@pytest.fixture
def review(run, tmp_path):
    def review(action, units, **values):
        given = {"REASON": "Typenschild gesehen", **values}
        run("reviewplants", WORKSPACE=str(tmp_path / "stadt.gpkg"), ACTION=action, UNITS=units, **given)
        return Workspace.open(tmp_path / "stadt.gpkg")

    return review


LATER = {SUN: {"Bruttoleistung der Einheit": "4800", "Letzte Aktualisierung": "26.2.2021"}}


def by_hand(workspace, layer, column, value, where=""):
    """Change rows as a person does in the attribute table."""
    opened = QgsVectorLayer(workspace.uri(layer), layer, "ogr")
    opened.setSubsetString(where)
    row = next(opened.getFeatures())
    assert opened.startEditing()
    assert opened.changeAttributeValue(row.id(), opened.fields().indexOf(column), value)
    assert opened.commitChanges()


def states(workspace):
    """Content of every layer that a load makes."""
    return {layer: workspace.provenance(layer).content_hash for layer in MADE}


def value(workspace, number, column):
    plants = workspace.read("plants")
    return plants.loc[plants["mastr_id"] == number, column].iloc[0]


def of_town(workspace, column, carrier="all"):
    sums = workspace.read("plants_by_area").set_index(["area_kind", "carrier"])
    return sums.sort_index().loc[("municipality", carrier), column]


# ---- all or nothing


def test_sums_changed_by_hand_stop_a_load_before_anything_is_written(load):
    workspace = load()
    before = states(workspace)
    by_hand(workspace, "plants_by_area", "area_name", "Stadt")
    with pytest.raises(QgsProcessingException, match="changed by hand"):
        load(LATER)
    assert states(workspace) == before
    assert states(load(LATER, OVERWRITE_EDITS=True)) != before
    assert workspace.changed_inputs() == {}


def test_sums_changed_by_hand_stop_a_review_before_anything_is_kept(load, review):
    workspace = load()
    before = states(workspace)
    by_hand(workspace, "plants_by_area", "area_name", "Stadt")
    with pytest.raises(QgsProcessingException, match="changed by hand"):
        review("correct", SUN, FIELD="gross_kw", VALUE="9,5")
    assert edits(workspace, "plants").empty
    assert states(workspace) == before
    workspace = review("correct", SUN, FIELD="gross_kw", VALUE="9,5", OVERWRITE_EDITS=True)
    assert of_town(workspace, "gross_kw") == pytest.approx(9.5 + 400)


def test_findings_changed_by_hand_are_made_anew_and_that_is_said(load, run, review):
    workspace = load()
    by_hand(workspace, "plant_findings", "state", "accepted")
    workspace = load(LATER)
    assert any("enact:reviewplants" in line and "1 row" in line for line in run.log)
    assert set(workspace.read("plant_findings")["state"]) == {"open"}
    assert of_town(workspace, "gross_kw") == 4800 + 400
    by_hand(workspace, "plant_findings", "state", "accepted")
    workspace = review("correct", SUN, FIELD="gross_kw", VALUE="9,5")
    assert of_town(workspace, "gross_kw") == 9.5 + 400


def test_history_changed_by_hand_does_not_keep_a_load_half(load):
    workspace = load()
    # the version that this load closes
    by_hand(workspace, "plants_history", "street", "Am Anger", f"mastr_id = '{SUN}'")
    workspace = load(LATER)
    assert len(workspace.read("plants_states")) == 2
    assert of_town(workspace, "gross_kw") == 4800 + 400


@pytest.mark.parametrize("layer", MADE)
def test_a_layer_in_edit_mode_stops_a_load_before_anything_is_written(load, layer, qgis_new_project):
    from qgis.core import QgsProject

    from enact_plugin.layers.messages import layer_title

    workspace = load()
    before = states(workspace)
    opened = QgsVectorLayer(workspace.uri(layer), layer_title(layer), "ogr")
    QgsProject.instance().addMapLayer(opened)
    assert opened.startEditing()
    with pytest.raises(QgsProcessingException, match="edit mode"):
        load(LATER)
    assert states(workspace) == before
    opened.rollBack()


class CancelsAt(QgsProcessingFeedback):
    """A person who cancels as soon as the log says so."""

    def __init__(self, words):
        super().__init__(False)
        self.words = words
        self.lines = []

    def reportError(self, error, fatalError=False):
        self.lines.append(error)

    def pushInfo(self, info):
        self.lines.append(info)
        if self.words in info:
            self.cancel()


def test_a_cancel_after_the_plants_are_replaced_leaves_nothing_half(load, register):
    from qgis import processing

    workspace = load()
    before = states(workspace)
    parameters = {
        "SOURCE": "csv",
        "FILE": register(LATER),
        "AGS": "14713000",
        "WORKSPACE": str(workspace.path),
    }
    feedback = CancelsAt("plants: ")
    results = processing.run("enact:loadplants", parameters, feedback=feedback)
    assert feedback.isCanceled() and results["UNITS"] == 4
    assert any(line.startswith("Canceled too late") for line in feedback.lines)
    workspace = Workspace.open(workspace.path)
    assert of_town(workspace, "gross_kw") == 4800 + 400
    assert len(workspace.read("plants_states")) == 2
    assert workspace.changed_inputs() == {}
    assert {layer for layer in MADE if states(workspace)[layer] == before[layer]} == set()


def test_an_early_cancel_is_told_once(register, provider, tmp_path):
    parameters = {
        "SOURCE": "csv",
        "FILE": register(),
        "AGS": "14713000",
        "WORKSPACE": str(tmp_path / "m.gpkg"),
    }
    feedback = CancelsAt("Leipzig")
    feedback.cancel()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:loadplants")
    _results, ok = algorithm.run(parameters, QgsProcessingContext(), feedback)
    assert not ok and sum("Canceled" in line for line in feedback.lines) == 1


def test_a_cancel_after_a_statement_is_kept_leaves_nothing_half(load):
    from qgis import processing

    workspace = load()
    parameters = {
        "WORKSPACE": str(workspace.path), "ACTION": "correct", "UNITS": SUN, "FIELD": "gross_kw", "VALUE": "9,5",
        "REASON": "Typenschild",
    }  # fmt: skip
    feedback = CancelsAt("kept with name")
    processing.run("enact:reviewplants", parameters, feedback=feedback)
    assert feedback.isCanceled()
    workspace = Workspace.open(workspace.path)
    assert of_town(workspace, "gross_kw") == 9.5 + 400
    assert workspace.changed_inputs() == {}


def test_gas_units_changed_by_hand_stop_a_load_before_anything_is_written(run, tmp_path_factory):
    import json

    folder = tmp_path_factory.mktemp("musterstadt")
    demo = json.loads(run("demodata", SIZE=200, SEED=3, FOLDER=str(folder))["PARAMETERS"])
    export = str(folder / "mastr_gesamtdatenexport_fiktiv.zip")
    path = folder / "m.gpkg"

    def load(file):
        run("loadplants", FILE=file, AGS=demo["AGS"], WORKSPACE=str(path))

    load(demo["PLANTS"])
    load(export)
    workspace = Workspace.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM gas_plants").fetchone()[0]
    by_hand(workspace, "gas_plants", "name", "Werk Süd")
    before = workspace.provenance("plants")
    with pytest.raises(QgsProcessingException, match="changed by hand"):
        load(export)
    assert Workspace.open(path).provenance("plants") == before


# ---- a plant of several units


def test_the_heat_of_a_plant_is_corrected_at_all_its_units(load, run, review):
    load()
    workspace = review("correct", FIRST, FIELD="chp_thermal_kw", VALUE="50")
    assert of_town(workspace, "chp_thermal_kw") == 50
    assert set(edits(workspace, "plants")["key"]) == {FIRST, SECOND}
    assert any("the other units of the plant or store" in line and SECOND in line for line in run.log)
    workspace = review("withdraw", SECOND, FIELD="chp_thermal_kw")
    assert of_town(workspace, "chp_thermal_kw") == 500


def test_the_energy_of_a_store_is_corrected_at_all_its_units(load, review):
    """Two units, each repeating the 10,000 kWh of their store."""
    store = {**UNITS[STORE], "MaStR-Nr. der Speichereinheit": "SSE900000000001"}
    workspace = load({FIRST: {**dict.fromkeys(CHP, ""), **store}, STORE: store})
    assert of_town(workspace, "storage_kwh", "storage") == 10_000
    workspace = review("correct", STORE, FIELD="storage_kwh", VALUE="10")
    assert of_town(workspace, "storage_kwh", "storage") == 10


def test_a_unit_that_comes_later_follows_what_was_said_of_its_plant(load, run, review):
    alone = {SECOND: {"MaStR-Nr. der KWK-Anlage": "KWK900000000002", "Thermische Nutzleistung in kW": "30"}}
    load(alone)
    workspace = review("correct", FIRST, FIELD="chp_thermal_kw", VALUE="50")
    assert list(edits(workspace, "plants")["key"]) == [FIRST]
    assert of_town(workspace, "chp_thermal_kw") == 50 + 30
    workspace = load()  # the second unit belongs to the first's plant now
    assert of_town(workspace, "chp_thermal_kw") == 50
    workspace = review("withdraw", SECOND, FIELD="chp_thermal_kw")
    assert of_town(workspace, "chp_thermal_kw") == 500


def test_a_sum_of_several_plants_follows_and_is_not_corrected_against_its_parts(load, review):
    both = {
        "MaStR-Nr. der KWK-Anlage": "KWK900000000001, KWK900000000002",
        "Thermische Nutzleistung in kW": "700",
    }
    workspace = load({SECOND: both})
    with pytest.raises(
        QgsProcessingException, match=r"sum of several plants .* say otherwise of KWK900000000001"
    ):
        review("correct", SECOND, FIELD="chp_thermal_kw", VALUE="250")
    assert edits(workspace, "plants").empty
    workspace = review("correct", FIRST, FIELD="chp_thermal_kw", VALUE="50")
    # 700 of both less 500 of the first are 200
    assert of_town(workspace, "chp_thermal_kw") == 250
    workspace = review("correct", SECOND, FIELD="chp_thermal_kw", VALUE="90")
    assert of_town(workspace, "chp_thermal_kw") == 90


def test_a_plant_feeds_a_network_or_it_does_not(load, review):
    load()
    review("correct", FIRST, FIELD="feeds_network", VALUE="ja")
    workspace = review("correct", SECOND, FIELD="feeds_network", VALUE="nein")
    assert [bool(value(workspace, unit, "feeds_network")) for unit in (FIRST, SECOND)] == [False, False]


def test_what_is_of_the_unit_stays_the_units(load, review):
    load()
    workspace = review("correct", FIRST, FIELD="gross_kw", VALUE="150")
    assert [value(workspace, unit, "gross_kw") for unit in (FIRST, SECOND)] == [150, 200]


# ---- corrections and what the register says later


def test_a_file_without_the_column_does_not_settle_an_emptied_value(load, review):
    load()
    review("correct", STORE, FIELD="storage_kwh", VALUE="leer")
    workspace = load(without_columns=("Nutzbare Speicherkapazität in kWh",))
    assert list(edits(workspace, "plants")["action"]) == ["correct"]
    workspace = load()
    assert value(workspace, STORE, "storage_kwh") != value(workspace, STORE, "storage_kwh")  # NaN
    assert '"storage_kwh": 10000' in value(workspace, STORE, "original_values")


def test_a_correction_is_confirmed_once_the_register_says_something_else(load, run, review):
    load()
    review("correct", SUN, FIELD="gross_kw", VALUE="9,5")
    load(LATER)
    assert any("check it" in line for line in run.log)
    review("correct", SUN, FIELD="gross_kw", VALUE="9,5")
    workspace = load(LATER)
    assert not any("check it" in line for line in run.log)
    assert list(edits(workspace, "plants")["original"]) == ["5000", "4800"]
    with pytest.raises(QgsProcessingException, match="holds already"):
        review("correct", SUN, FIELD="gross_kw", VALUE="9,5")


# ---- said where it matters


def test_advice_about_rows_changed_by_hand_leads_somewhere(load, run, review):
    workspace = load()
    by_hand(workspace, "plants", "gross_kw", 7.0, f"mastr_id = '{SUN}'")
    advice = []
    for call in (load, lambda: review("accept", SUN)):
        with pytest.raises(QgsProcessingException) as refused:
            call()
        advice.append(str(refused.value))
    for text in advice:  # the same order in both: note, load, review
        assert text.index("OVERWRITE_EDITS") < text.index("enact:reviewplants")
    run("plantstatistics", WORKSPACE=str(workspace.path))
    assert any("1 row" in line and "by hand" in line for line in run.log)


def test_figures_name_what_is_conspicuous_and_what_is_corrected(load, run, review):
    load()
    workspace = review("correct", FIRST, FIELD="gross_kw", VALUE="210")
    run("plantstatistics", WORKSPACE=str(workspace.path))
    # open: the 5,000 kW gross and 8.5 kW net on 20 modules, beside engines of 210 + 200 gross and 200 + 200 net
    shares = "1 of 3 units, gross 5000 of 5410 kW, net 8.5 of 408.5 kW"
    assert any(shares in line for line in run.log)
    frame = Workspace.open(workspace.path).read("plant_statistics")
    row = frame[(frame["area_kind"] == "municipality") & (frame["breakdown"] == "total")].set_index(
        ["carrier", "status"]
    )
    assert row.loc[("solar", "existing"), ["units_with_findings", "units_corrected"]].tolist() == [1, 0]
    assert row.loc[("natural_gas", "existing"), ["units_with_findings", "units_corrected"]].tolist() == [0, 1]


def test_corrected_data_say_that_they_were_changed(load, review):
    workspace = load()
    assert "Daten geändert" not in workspace.provenance("plants").attribution
    workspace = review("correct", FIRST, FIELD="gross_kw", VALUE="150")
    for layer in ("plants", "plants_by_area", "plant_findings"):
        assert workspace.provenance(layer).attribution.endswith("Daten geändert")
    workspace = load()
    assert workspace.provenance("plants").attribution.count("Daten geändert") == 1
    workspace = review("withdraw", FIRST)
    assert "Daten geändert" not in workspace.provenance("plants").attribution


def test_districts_of_a_file_stay_for_the_next_load_and_it_is_said(load, run, tmp_path):
    box_ = box(310_000, 5_680_000, 330_000, 5_700_000)
    frame = gpd.GeoDataFrame({"district_id": ["01"], "name": ["Mitte"]}, geometry=[box_], crs="EPSG:25833")
    load(DISTRICTS=str(write_file(frame, tmp_path / "ortsteile.gpkg")))
    sums = load().read("plants_by_area")
    assert "district" in set(sums["area_kind"])
    assert any("districts" in line and "earlier" in line for line in run.log)
    run("plantstatistics", WORKSPACE=str(tmp_path / "stadt.gpkg"))
    figures = Workspace.open(tmp_path / "stadt.gpkg").read("plant_statistics")
    assert "district" in set(figures["area_kind"])


def test_one_count_of_units_without_place(load, run):
    """Planned and closed units are on no sum: 2 of 4 exist without a place, one closed one more has none."""
    closed = {SUN: {"Betriebs-Status": "Endgültig stillgelegt"}}
    workspace = load(closed)
    assert load.results["UNLOCATED_UNITS"] == 1
    assert of_town(workspace, "unlocated_units", "storage") == 1


def test_a_person_once_named_as_such_stays_nameless_when_a_load_does_not_say_it(load):
    private = {
        "Anzeige-Name der Einheit": "Sonnendach Beispiel",
        "Name des Anlagenbetreibers (nur Org.)": "natürliche Person",
    }
    placed = {"Koordinate: Breitengrad (WGS84)": "51,34", "Koordinate: Längengrad (WGS84)": "12,37"}
    load({SUN: {**private, **placed}})
    workspace = load(
        {
            SUN: {
                **private, **placed, "Name des Anlagenbetreibers (nur Org.)": "",
                "Letzte Aktualisierung": "1.3.2020",
            }
        }
    )  # fmt: skip
    assert value(workspace, SUN, "name") is None
    assert value(workspace, SUN, "location_kind") == "coordinates"


def test_a_complete_export_that_is_damaged_takes_no_plants_away_unasked(run, tmp_path):
    folder, path = tmp_path / "demo", tmp_path / "m.gpkg"
    told = json.loads(run("demodata", SIZE=300, SEED=3, FOLDER=str(folder))["PARAMETERS"])
    whole, damaged = folder / "mastr_gesamtdatenexport_fiktiv.zip", tmp_path / "ohne.zip"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if "EinheitenSolar" not in name:
                target.writestr(name, source.read(name))
    values = {"AGS": told["AGS"], "WORKSPACE": str(path)}
    before = run("loadplants", FILE=str(whole), **values)["UNITS"]
    with pytest.raises(QgsProcessingException, match="EXCERPT"):
        run("loadplants", FILE=str(damaged), **values)
    assert len(Workspace.open(path).read("plants")) == before
    assert run("loadplants", FILE=str(damaged), EXCERPT=True, **values)["UNITS"] < before / 2
