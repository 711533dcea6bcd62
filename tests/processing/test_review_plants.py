"""What a planner says of single plants holds on the map and in the sums, and survives the next load."""

from __future__ import annotations

import json

import geopandas as gpd
import pandas as pd
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from shapely.geometry import Point, box

from enact_plugin.layers.database import delete_layer, transaction, update_first
from enact_plugin.layers.edits import Action, Edit, add_edit, edits
from enact_plugin.layers.files import write_file
from enact_plugin.layers.messages import layer_title
from enact_plugin.layers.provenance import Run
from enact_plugin.layers.workspace import Workspace
from enact_plugin.outcome import Outcome, Source

HEADINGS = (
    "MaStR-Nr. der Einheit|Anzeige-Name der Einheit|Betriebs-Status|Energieträger|Bruttoleistung der Einheit|"
    "Nettonennleistung der Einheit|Inbetriebnahmedatum der Einheit|Registrierungsdatum der Einheit|Bundesland|"
    "Postleitzahl|Ort|Straße|Hausnummer|Gemarkung|Flurstück|Gemeindeschlüssel|Gemeinde|Landkreis|"
    "Koordinate: Breitengrad (WGS84)|Koordinate: Längengrad (WGS84)|Technologie der Stromerzeugung|"
    "Art der Solaranlage|Anzahl der Solar-Module|Hauptausrichtung der Solar-Module|Letzte Aktualisierung|"
    "MaStR-Nr. des Anschluss-Netzbetreibers"
)
HEADINGS = HEADINGS.split("|")
ROOF, FIELD, HOME, FAR = (f"SEE90000000000{number}" for number in range(1, 5))
UNITS = {
    # 5,000 kW on 20 modules: watts entered as kilowatts
    ROOF: {"Bruttoleistung der Einheit": "5000", "Anzahl der Solar-Module": "20", "Straße": "Am Anger",
           "Hausnummer": "3", "Koordinate: Breitengrad (WGS84)": "51,3401",
           "Koordinate: Längengrad (WGS84)": "12,3702"},
    FIELD: {"Bruttoleistung der Einheit": "750", "Nettonennleistung der Einheit": "800",
            "Anzahl der Solar-Module": "2500", "Koordinate: Breitengrad (WGS84)": "51,3412",
            "Koordinate: Längengrad (WGS84)": "12,3713"},
    HOME: {"Anzeige-Name der Einheit": "Erika Muster"},
    # in Sweden
    FAR: {"Bruttoleistung der Einheit": "99", "Anzahl der Solar-Module": "300",
          "Koordinate: Breitengrad (WGS84)": "57,1", "Koordinate: Längengrad (WGS84)": "13,1"},
}  # fmt: skip
USUAL = {
    "Anzeige-Name der Einheit": "Dach", "Betriebs-Status": "In Betrieb", "Energieträger": "Solare Strahlungsenergie",
    "Bruttoleistung der Einheit": "9,6", "Nettonennleistung der Einheit": "8,5",
    "Inbetriebnahmedatum der Einheit": "31.1.2019", "Postleitzahl": "04109", "Ort": "Leipzig",
    "Gemeindeschlüssel": "14713000", "Gemeinde": "Leipzig", "Letzte Aktualisierung": "25.2.2020",
    "Anzahl der Solar-Module": "32", "MaStR-Nr. des Anschluss-Netzbetreibers": "SNB900000000001",
}  # fmt: skip


@pytest.fixture
def register(tmp_path):
    """Write the invented units, changed by number and heading, as a file of the register."""

    def write(changes=None, without=()):
        rows = [";".join(f'"{heading}"' for heading in HEADINGS)]
        for number, own in UNITS.items():
            if number not in without:
                unit = {**USUAL, "MaStR-Nr. der Einheit": number, **own, **(changes or {}).get(number, {})}
                rows.append(";".join(f'"{unit.get(heading, "")}"' for heading in HEADINGS))
        path = tmp_path / "register.csv"
        path.write_text("\r\n".join(rows), encoding="utf-8-sig")
        return str(path)

    return write


@pytest.fixture
def load(run, register, tmp_path):
    def load(changes=None, without=(), **more):
        run(
            "loadplants", SOURCE="csv", FILE=register(changes, without), AGS="14713000",
            WORKSPACE=str(tmp_path / "stadt.gpkg"), **more,
        )  # fmt: skip
        return Workspace.open(tmp_path / "stadt.gpkg")

    return load


@pytest.fixture
def review(run, tmp_path):
    def review(action, units, **values):
        given = {"REASON": "Typenschild gesehen", **values}
        return run(
            "reviewplants", WORKSPACE=str(tmp_path / "stadt.gpkg"), ACTION=action, UNITS=units, **given
        )

    return review


def unit(workspace, number):
    plants = workspace.read("plants")
    return plants[plants["mastr_id"] == number].iloc[0]


def findings(workspace, number):
    table = workspace.read("plant_findings")
    return dict(zip(*(table.loc[table["mastr_id"] == number, name] for name in ("finding", "state"))))


def test_findings_are_a_layer_with_sentence_and_values(load):
    workspace = load()
    table = workspace.read("plant_findings").set_index("finding")
    assert set(table["mastr_id"]) == {ROOF, FIELD, FAR}
    row = table.loc["module_power"]
    assert (row["mastr_id"], row["state"], row["severity"]) == (ROOF, "open", "warning")
    assert row["offending_values"] == "gross_kw=5000; module_count=20"
    assert row["fields"] == "gross_kw, module_count"
    assert "5000 kW" in row["sentence"] and "20 modules" in row["sentence"]
    assert row["grid_operator_id"] == "SNB900000000001"
    assert row.geometry is not None


def test_a_corrected_value_holds_in_plants_sums_and_findings(load, review):
    load()
    made = review("correct", ROOF, FIELD="gross_kw", VALUE="5,0 kW")
    assert (made["UNITS"], made["EDITS"]) == (1, 1)
    workspace = Workspace.open(made["WORKSPACE"])
    roof = unit(workspace, ROOF)
    assert roof["gross_kw"] == 5.0
    assert json.loads(roof["original_values"])["gross_kw"] == 5000.0
    # 5 + 750 + 9.6 + 99
    sums = workspace.read("plants_by_area").set_index(["area_kind", "carrier"])
    assert sums.loc[("municipality", "all"), "gross_kw"].sum() == pytest.approx(863.6)
    # 5 kW gross are below 8.5 kW net: the corrected values are looked at again
    assert findings(workspace, ROOF) == {
        "module_power": "corrected", "gross_net_ratio": "corrected", "gross_below_net": "open",
        "value_corrected": "corrected",
    }  # fmt: skip
    kept = edits(workspace, "plants")
    assert kept[["key", "field", "value", "original", "reason"]].values.tolist() == [
        [ROOF, "gross_kw", "5", "5000", "Typenschild gesehen"]
    ]
    assert workspace.changed_inputs() == {}


def test_it_survives_the_next_load(load, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    review("accept", FIELD, FINDING="gross_below_net")
    workspace = load({HOME: {"Bruttoleistung der Einheit": "9,9"}})
    assert unit(workspace, ROOF)["gross_kw"] == 9.5
    assert unit(workspace, FIELD)["findings"] is None
    assert unit(workspace, FIELD)["findings_accepted"] == "gross_below_net"
    assert unit(workspace, HOME)["gross_kw"] == 9.9
    history = workspace.read("plants_history")  # of the register, not of what planners say
    assert set(history.loc[history["mastr_id"] == ROOF, "gross_kw"]) == {5000.0}


def test_withdrawn_all_is_as_it_was(load, review):
    workspace = load()
    before = {layer: workspace.provenance(layer).content_hash for layer in workspace.layers()}
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    review("correct", FAR, FIELD="coordinates", VALUE="51.3420, 12.3720")
    review("correct", FIELD, FIELD="feeds_network", VALUE="ja")
    review("accept", FIELD, FINDING="gross_below_net")
    review("withdraw", f"{ROOF}, {FIELD}; {FAR}")
    workspace = Workspace.open(workspace.path)
    after = {layer: workspace.provenance(layer).content_hash for layer in workspace.layers()}
    assert after == before
    assert len(edits(workspace, "plants")) == 8  # nothing that was said is lost


def test_a_field_is_emptied_by_the_word_for_it(load, review):
    load()
    made = review("correct", ROOF, FIELD="module_count", VALUE="leer")
    roof = unit(Workspace.open(made["WORKSPACE"]), ROOF)
    assert pd.isna(roof["module_count"])
    assert json.loads(roof["original_values"])["module_count"] == 20


def test_in_german_qgis_a_comma_is_decimal_however_many_digits_follow(load, review, german_locale):
    workspace = load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="8,186 kW")
    assert unit(workspace, ROOF)["gross_kw"] == 8.186
    with pytest.raises(QgsProcessingException, match=r"9186 .* 9\.1860"):
        review("correct", ROOF, FIELD="gross_kw", VALUE="9.186")
    assert unit(workspace, ROOF)["gross_kw"] == 8.186


def test_in_english_qgis_the_same_text_is_refused_with_its_two_spellings(load, review):
    load()
    with pytest.raises(QgsProcessingException, match="8186 kW or 8,1860 kW"):
        review("correct", ROOF, FIELD="gross_kw", VALUE="8,186 kW")


def test_what_only_a_correction_shows_goes_to_no_grid_operator(load, run, review, tmp_path):
    load()
    made = review("correct", ROOF, FIELD="gross_kw", VALUE="5")
    table = Workspace.open(made["WORKSPACE"]).read("plant_findings").set_index(["mastr_id", "finding"])
    row = table.loc[(ROOF, "gross_below_net")]
    assert (row["state"], row["gross_kw"], bool(row["only_corrected"])) == ("open", 5000, True)
    assert (row["offending_values"], row["corrected_values"]) == (
        "gross_kw=5000; net_kw=8.5", "gross_kw=5; net_kw=8.5",
    )  # fmt: skip
    assert row["sentence"].startswith("With the corrected values: The gross power (5 kW)")
    told = run(
        "exportplantfindings", WORKSPACE=made["WORKSPACE"], STATES="all", OUTPUT=str(tmp_path / "t.csv")
    )
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    of_roof = [line for line in lines if ROOF in line]
    # module_power and gross_net_ratio of 5000 kW, and the corrected value itself
    assert len(of_roof) == 3 and all("Bruttoleistung: 5000 kW" in line for line in of_roof)
    assert told["FINDINGS"] == 5  # besides those of FIELD and FAR
    review("accept", ROOF, FINDING="gross_below_net")
    run("exportplantfindings", WORKSPACE=made["WORKSPACE"], STATES="all", OUTPUT=str(tmp_path / "t.csv"))
    lines = (tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len([line for line in lines if ROOF in line]) == 3


def test_a_correction_that_opens_an_accepted_finding_says_so(load, run, review):
    workspace = load()
    review("accept", FIELD)
    review("correct", FIELD, FIELD="net_kw", VALUE="790")
    assert findings(workspace, FIELD)["gross_below_net"] == "open"
    assert any("Net power 790 kW, and the finding is open again" in line for line in run.log)
    review("accept", FAR)
    assert not any("open again" in line for line in run.log)


def test_swapped_coordinates_of_a_unit_at_its_address_can_be_accepted(load, run, review, tmp_path):
    swapped = {"Koordinate: Breitengrad (WGS84)": "12,3702", "Koordinate: Längengrad (WGS84)": "51,3401"}
    workspace = load()
    known = {"street": ["Am Anger"], "house_number": ["3"], "postcode": ["04109"]}
    addresses = gpd.GeoDataFrame(known, geometry=[Point(318_000, 5_690_000)], crs="EPSG:25833")
    workspace.replace("addresses", Outcome(addresses, Source("erfunden"), 1), Run("enact:test", {}, "0", "t"))
    workspace = load({ROOF: swapped})
    assert unit(workspace, ROOF)["address_source"] == "addresses"
    table = workspace.read("plant_findings").set_index(["mastr_id", "finding"])
    assert "no place" not in table.loc[(ROOF, "coordinates_swapped"), "sentence"]
    review("accept", ROOF, FINDING="coordinates_swapped")
    assert edits(workspace, "plants")["original"].tolist() == ["latitude=12.3702; longitude=51.3401"]
    assert findings(workspace, ROOF)["coordinates_swapped"] == "accepted"
    table = workspace.read("plant_findings").set_index(["mastr_id", "finding"])
    row = table.loc[(ROOF, "coordinates_swapped")]
    assert row["offending_values"] == "latitude=12.3702; longitude=51.3401"
    assert findings(load({ROOF: swapped}), ROOF)["coordinates_swapped"] == "accepted"
    # another wrong place is another matter
    elsewhere = {**swapped, "Koordinate: Breitengrad (WGS84)": "13,0"}
    assert findings(load({ROOF: elsewhere}), ROOF)["coordinates_swapped"] == "open"
    assert any("is open again" in line for line in run.log)


def test_where_findings_are_seen_is_said_after_a_load_not_after_a_review(load, run, review):
    load()
    (hint,) = [line for line in run.log if "Datenprüfung" in line]
    assert "Auffälligkeiten" in hint
    assert not any("IS NOT NULL" in line for line in run.log)
    review("accept", FIELD)
    assert not any("Datenprüfung" in line or "IS NOT NULL" in line for line in run.log)


def test_a_wrong_place_is_corrected_by_a_point(load, review):
    from pyproj import Transformer

    load()
    made = review("correct", FAR, POINT="12.3720,51.3420 [EPSG:4326]")
    far = unit(Workspace.open(made["WORKSPACE"]), FAR)
    x, y = Transformer.from_crs(4326, 25833, always_xy=True).transform(12.3720, 51.3420)
    assert (far.geometry.x, far.geometry.y) == pytest.approx((x, y), abs=0.05)
    assert far["findings"] is None
    assert json.loads(far["original_values"])["coordinates"] == "57.1000000 13.1000000"


def test_the_place_of_a_home_stays_unknown(load, review):
    workspace = load()
    for field, value in (("coordinates", "51.34, 12.37"), ("street", "Am Anger")):
        with pytest.raises(QgsProcessingException, match="publishes no place"):
            review("correct", HOME, FIELD=field, VALUE=value)
    assert edits(workspace, "plants").empty


def test_the_register_takes_it_over(load, run, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    workspace = load({ROOF: {"Bruttoleistung der Einheit": "9,5"}})
    assert any("Gross power: the register now says 9.5 kW itself" in line for line in run.log)
    assert unit(workspace, ROOF)["original_values"] is None
    assert "value_corrected" not in findings(workspace, ROOF)
    assert workspace.changed_inputs() == {}
    # a file of an older state says what was corrected: the correction has not gone
    workspace = load()
    assert unit(workspace, ROOF)["gross_kw"] == 9.5
    assert json.loads(unit(workspace, ROOF)["original_values"])["gross_kw"] == 5000
    assert edits(workspace, "plants")["action"].tolist() == ["correct"]
    # the plant was enlarged: that is asked, not decided
    load({ROOF: {"Bruttoleistung der Einheit": "14", "Anzahl der Solar-Module": "30"}})
    assert any("now says 14 kW" in line and "check it" in line for line in run.log)


def test_the_register_says_something_else(load, run, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    workspace = load({ROOF: {"Bruttoleistung der Einheit": "6000"}})
    said = "Gross power: the register said 5000 kW when the value was corrected, and now says 6000 kW"
    assert any(said in line and "9.5 kW still holds; check it" in line for line in run.log)
    assert unit(workspace, ROOF)["gross_kw"] == 9.5
    assert json.loads(unit(workspace, ROOF)["original_values"])["gross_kw"] == 6000


def test_a_unit_that_is_gone_keeps_what_was_said(load, run, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    workspace = load(without=(ROOF,))
    assert any("not among those loaded" in line for line in run.log)
    assert len(edits(workspace, "plants")) == 1
    assert unit(load(), ROOF)["gross_kw"] == 9.5


def test_an_accepted_finding_comes_back_with_other_values(load, run, review):
    load()
    review("accept", FIELD)
    workspace = load({FIELD: {"Nettonennleistung der Einheit": "900"}})
    assert unit(workspace, FIELD)["findings"] == "gross_below_net"
    said = "accepted at Gross power 750 kW, Net power 800 kW; the values are now Gross power 750 kW, Net power 900 kW"
    assert any(said in line for line in run.log)
    assert findings(workspace, FIELD) == {"gross_below_net": "open"}


@pytest.mark.parametrize(
    ("action", "units", "values", "words"),
    [
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "1.234"}, "thousand times"),
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "fünf"}, "cannot be read"),
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "-5"}, "outside 0"),
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "5000"}, "holds already"),
        ("correct", ROOF, {"FIELD": "carrier", "VALUE": "Kernfusion"}, "not in the list"),
        ("correct", ROOF, {"FIELD": "coordinates", "VALUE": "12.37, 51.34"}, "no place in Germany"),
        ("correct", ROOF, {"VALUE": "5"}, "which field"),
        ("correct", ROOF, {"FIELD": "gross_kw"}, "no value is given"),
        ("correct", ROOF, {"FIELD": "module_count", "VALUE": " "}, "no value is given"),
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "leer"}, "cannot be empty"),
        ("accept", FIELD, {"REASON": ""}, "reason is missing"),
        ("accept", FIELD, {"REASON": None}, "reason is missing"),
        (1, FIELD, {}, 'What to do: "1" is not possible'),
        (
            "correct",
            ROOF,
            {"FIELD": "gross_kw", "POINT": "9,51 [EPSG:4326]", "VALUE": "5000"},
            "holds already",
        ),
        ("correct", ROOF, {"FIELD": "gross_kw", "VALUE": "5", "REASON": " "}, "reason is missing"),
        ("correct", "SEE999999999999", {"FIELD": "gross_kw", "VALUE": "5"}, "not among the plants"),
        ("correct", "", {"FIELD": "gross_kw", "VALUE": "5"}, "No unit is named"),
        ("accept", HOME, {}, "No finding is open"),
        ("accept", ROOF, {"FIELD": "gross_kw", "VALUE": "5"}, "Gross power: 5.* Choose “correct”"),
        ("accept", FAR, {"POINT": "12.3720,51.3420 [EPSG:4326]"}, "Choose “correct”"),
        ("withdraw", ROOF, {"FIELD": "gross_kw", "VALUE": "5"}, "Choose “correct”"),
        ("", ROOF, {}, "Nothing says what to do"),
        (None, ROOF, {}, "Nothing says what to do"),
        ("accept", FIELD, {"FINDING": "module_power"}, "“power per module implausible” is not open"),
        ("withdraw", ROOF, {}, "Nothing that could be withdrawn"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_kept(load, review, action, units, values, words):
    workspace = load()
    before = workspace.provenance("plants")
    with pytest.raises(QgsProcessingException, match=words):
        review(action, units, **values)
    assert edits(workspace, "plants").empty
    assert workspace.provenance("plants") == before


def test_units_selected_in_the_layer_of_findings(load, review, qgis_new_project):
    workspace = load()
    layer = QgsVectorLayer(workspace.uri("plant_findings"), "Auffälligkeiten", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"finding\" = 'gross_below_net'")
    review("accept", "", SELECTION=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert findings(Workspace.open(workspace.path), FIELD) == {"gross_below_net": "accepted"}
    assert findings(Workspace.open(workspace.path), ROOF)["module_power"] == "open"


def test_a_whole_layer_is_not_reviewed_unawares(load, review, qgis_new_project):
    workspace = load()
    layer = QgsVectorLayer(workspace.uri("plant_findings"), "Auffälligkeiten", "ogr")
    QgsProject.instance().addMapLayer(layer)
    for whole in (layer.id(), QgsProcessingFeatureSourceDefinition(layer.id(), False)):
        with pytest.raises(QgsProcessingException, match="All 3 units in Auffälligkeiten"):
            review("accept", "", SELECTION=whole)
    assert edits(workspace, "plants").empty
    review("accept", FIELD, SELECTION=layer.id())  # what is named is meant
    assert set(edits(workspace, "plants")["key"]) == {FIELD}
    review("withdraw", FIELD)
    layer.selectAll()
    review("accept", "", SELECTION=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert set(edits(workspace, "plants")["key"]) == {ROOF, FIELD, FAR}


def test_the_log_names_each_unit_with_the_value_before_and_after(load, run, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    assert f"  Gross power of {ROOF}: 5000 kW → 9.5 kW." in run.log
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,6")
    assert f"  Gross power of {ROOF}: 9.5 kW → 9.6 kW." in run.log
    review("withdraw", ROOF)
    assert f"  Gross power of {ROOF}: 9.6 kW → 5000 kW, as registered." in run.log
    review("accept", FIELD)
    said = f"  {FIELD}: “gross below net power” accepted (Gross power 750 kW, Net power 800 kW)."
    assert said in run.log
    review("withdraw", FIELD)
    assert f"  {FIELD}: “gross below net power” is accepted no longer." in run.log


def test_of_many_units_twenty_are_named(load, run, review, monkeypatch):
    from enact_plugin.processing import review_log

    load()
    monkeypatch.setattr(review_log, "MOST_LINES", 2)  # there are three here
    review("correct", f"{ROOF} {FIELD} {FAR}", FIELD="planned", VALUE="1.1.2030")
    assert len([line for line in run.log if "– → 01.01.2030" in line]) == 2
    assert "  … and 1 more." in run.log


def test_a_value_that_is_itself_conspicuous_is_kept_with_a_warning(load, run, review):
    load()
    review("correct", ROOF, FIELD="gross_kw", VALUE="450000")
    warned = f"{ROOF}: with the value entered, “power per module implausible” is open (Gross power 450,000 kW"
    assert any(line.startswith(warned) for line in run.log)
    review("correct", HOME, FIELD="commissioned", VALUE="24.12.2077")
    warned = f"{HOME}: with the value entered, “commissioned in the future” is open"
    assert any(line.startswith(warned) and "24.12.2077" in line for line in run.log)


def test_what_is_open_besides_is_said_after_a_correction(load, run, review):
    load()
    review("correct", ROOF, FIELD="house_number", VALUE="5")
    assert f"{ROOF}: still open: gross and net power do not fit, power per module implausible." in run.log
    assert not any("with the value entered" in line for line in run.log)


def test_values_changed_in_the_attribute_table_are_not_taken_for_the_registers(load, review):
    workspace = load()
    layer = QgsVectorLayer(workspace.uri("plants"), "Anlagen", "ogr")
    (row,) = [row for row in layer.getFeatures() if row["mastr_id"] == ROOF]
    assert layer.startEditing()
    assert layer.changeAttributeValue(row.id(), layer.fields().indexOf("gross_kw"), 7.0)
    assert layer.commitChanges()
    del layer  # an error's traceback would keep it until QGIS has gone, and crash at the end
    with pytest.raises(QgsProcessingException, match="changed by hand"):
        review("accept", FIELD)
    with pytest.raises(QgsProcessingException, match="enact:reviewplants"):
        load()
    assert load(OVERWRITE_EDITS=True).read("plants")["gross_kw"].max() == 5000


def test_a_layer_in_edit_mode_stops_it_before_anything_is_kept(load, review, qgis_new_project):
    workspace = load()
    layer = QgsVectorLayer(workspace.uri("plants"), layer_title("plants"), "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    with pytest.raises(QgsProcessingException):
        review("accept", FIELD)
    assert edits(workspace, "plants").empty
    layer.rollBack()


def test_nobodys_name_is_in_the_findings(load):
    table = load({HOME: {"Nettonennleistung der Einheit": "99"}}).read("plant_findings")
    assert HOME in set(table["mastr_id"])
    assert "Muster" not in table.drop(columns="geometry").to_csv()


def test_edits_of_others_make_the_plants_out_of_date(load):
    workspace = load()
    add_edit(workspace, Edit("plants", ROOF, "gross_kw", "9", "5000", Action.CORRECT, "A", "B"))
    changed = workspace.changed_inputs()
    assert set(changed) == {"plants", "plant_findings"}
    assert set(changed.values()) == {("edits:plants",)}
    add_edit(load(), Edit("buildings", "b1", "use", "x", "", Action.CORRECT, "A", "B"))
    assert Workspace.open(workspace.path).changed_inputs() == {}


def test_a_load_meanwhile_is_not_undone(load, review, monkeypatch):
    """Another program loads the register between the reading and the writing of a review."""
    from enact_plugin.processing import plant_layers

    load()
    made = plant_layers._made

    def load_meanwhile(*given):
        monkeypatch.setattr(plant_layers, "_made", made)
        load({HOME: {"Bruttoleistung der Einheit": "9,9"}})
        return made(*given)

    monkeypatch.setattr(plant_layers, "_made", load_meanwhile)
    with pytest.raises(QgsProcessingException, match="loaded again by another run"):
        review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    workspace = load({HOME: {"Bruttoleistung der Einheit": "9,9"}})
    assert (unit(workspace, HOME)["gross_kw"], unit(workspace, ROOF)["gross_kw"]) == (9.9, 9.5)


def test_a_corrected_address_is_found_anew(load, review, tmp_path):
    workspace = load()
    points = [Point(318_000, 5_690_000), Point(318_050, 5_690_000)]
    known = {"street": ["Am Anger"] * 2, "house_number": ["3", "5"], "postcode": ["04109"] * 2}
    addresses = gpd.GeoDataFrame(known, geometry=points, crs="EPSG:25833")
    workspace.replace("addresses", Outcome(addresses, Source("erfunden"), 2), Run("enact:test", {}, "0", "t"))
    nowhere = {"Koordinate: Breitengrad (WGS84)": "", "Koordinate: Längengrad (WGS84)": ""}
    workspace = load({ROOF: nowhere})
    before = workspace.provenance("plants").content_hash
    assert unit(workspace, ROOF).geometry == points[0]
    review("correct", ROOF, FIELD="house_number", VALUE="5")
    assert unit(workspace, ROOF).geometry == points[1]
    assert unit(workspace, ROOF)["address_source"] == "addresses"
    assert workspace.changed_inputs() == {}
    review("withdraw", ROOF)
    assert unit(workspace, ROOF).geometry == points[0]
    assert workspace.provenance("plants").content_hash == before


def test_what_was_said_before_a_run_broke_off_is_in_the_next(load, review):
    """Killed between the edits and the layers: the edits stand, the layers are known to be out of date."""
    workspace = load()
    add_edit(
        workspace, Edit("plants", ROOF, "gross_kw", "9.5", "5000", Action.CORRECT, "Planung", "Typenschild")
    )
    assert set(workspace.changed_inputs()) == {"plants", "plant_findings"}
    review("accept", FIELD)
    assert unit(workspace, ROOF)["gross_kw"] == 9.5
    assert workspace.changed_inputs() == {}


def make_older(path):
    """Take away what schema 3 has brought; a function of its own, that nothing keeps the file open."""
    with transaction(path) as dataset:
        layer = dataset.GetLayerByName("plants")
        for name in (
            "original_values",
            "findings_accepted",
            "feeds_network",
            "address_source",
            "operator_kind",
        ):
            layer.DeleteField(layer.GetLayerDefn().GetFieldIndex(name))
        delete_layer(dataset, "edits")
        update_first(dataset, "workspace", {"schema_version": 2})


def test_plants_of_an_older_version_can_be_reviewed(load, review):
    """Before schema 3 there was neither a table of edits nor a column for what they replace."""
    workspace = load()
    workspace.remove("plant_findings")
    make_older(workspace.path)
    review("correct", ROOF, FIELD="gross_kw", VALUE="9,5")
    assert unit(Workspace.open(workspace.path), ROOF)["gross_kw"] == 9.5
    assert findings(workspace, FIELD) == {"gross_below_net": "open"}


def test_without_plants_it_says_what_to_load_first(run, review, tmp_path):
    path = tmp_path / "stadt.gpkg"
    with pytest.raises(QgsProcessingException, match="There is no workspace"):
        review("accept", ROOF)
    assert not path.exists()
    Workspace.create(path, "14713000")
    with pytest.raises(QgsProcessingException, match="Load the register first"):
        review("accept", ROOF)
    with pytest.raises(QgsProcessingException, match="Load the register first"):
        run("exportplantfindings", WORKSPACE=str(path), OUTPUT=str(tmp_path / "t.xlsx"))


AWAY = {FIELD: {"Koordinate: Breitengrad (WGS84)": "51,9"}}  # sixty kilometres north of the others


def test_without_a_boundary_places_are_compared_with_the_outline_of_the_districts(
    load, review, run, tmp_path
):
    frame = gpd.GeoDataFrame(
        {"district_id": ["01", "02"], "name": ["Mitte", "Ost"]},
        geometry=[box(310_000, 5_680_000, 318_000, 5_700_000), box(318_000, 5_680_000, 330_000, 5_700_000)],
        crs="EPSG:25833",
    )
    file = write_file(frame, tmp_path / "ortsteile.gpkg")
    workspace = load(AWAY, DISTRICTS=str(file))
    assert not any("was not checked" in line for line in run.log)
    assert any("outline of the districts" in line for line in run.log)
    assert findings(workspace, FIELD)["coordinates_outside"] == "open"
    assert "coordinates_outside" not in findings(workspace, ROOF)
    # a place that is entered is compared with the districts that the sums keep
    review("correct", FIELD, FIELD="coordinates", VALUE="52.1, 12.37")
    assert findings(workspace, FIELD)["coordinates_outside"] == "open"
    review("correct", FIELD, FIELD="coordinates", VALUE="51.341, 12.371")
    assert findings(workspace, FIELD)["coordinates_outside"] == "corrected"


def test_districts_in_the_workspace_do_as_well_and_make_the_plants_depend_on_them(load, run, tmp_path):
    box_ = box(310_000, 5_680_000, 330_000, 5_700_000)
    frame = gpd.GeoDataFrame({"ot_nr": ["1"], "ot_name": ["Mitte"]}, geometry=[box_], crs="EPSG:25833")
    file = write_file(frame, tmp_path / "ortsteile.gpkg")
    path = str(tmp_path / "stadt.gpkg")
    run("loadlayer", INPUT=str(file), KIND="districts", AGS="14713000", WORKSPACE=path)
    workspace = load(AWAY)
    assert findings(workspace, FIELD)["coordinates_outside"] == "open"
    assert {"municipality", "districts"} <= set(workspace.provenance("plants").inputs)


def test_with_neither_boundary_nor_districts_it_is_said_that_places_were_not_compared(load, run):
    workspace = load(AWAY)
    assert "coordinates_outside" not in findings(workspace, FIELD)
    assert any("was not checked" in line for line in run.log)


def test_districts_of_a_file_stay_in_the_sums(load, review, tmp_path):
    box_ = box(310_000, 5_680_000, 330_000, 5_700_000)
    frame = gpd.GeoDataFrame({"district_id": ["01"], "name": ["Mitte"]}, geometry=[box_], crs="EPSG:25833")
    file = write_file(frame, tmp_path / "ortsteile.gpkg")
    before = load(DISTRICTS=str(file)).read("plants_by_area")
    assert (before["area_kind"] == "district").any()
    review("accept", FIELD)
    after = Workspace.open(tmp_path / "stadt.gpkg").read("plants_by_area")
    assert set(after["area_name"].dropna()) == set(before["area_name"].dropna())
    assert after["gross_kw"].sum() == before["gross_kw"].sum()


def test_choices_are_ids_for_scripts_and_titles_for_persons(provider):
    from qgis.core import QgsApplication

    from enact_plugin.processing.parameters import choice_titles

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("enact:reviewplants")
    titles = {
        name: choice_titles(algorithm.parameterDefinition(name)) for name in ("ACTION", "FINDING", "FIELD")
    }
    assert list(titles["ACTION"]) == ["accept", "correct", "withdraw"]
    assert titles["FIELD"]["gross_kw"] == "Gross power [kW]"
    assert titles["FINDING"]["module_power"] == "power per module implausible"
    assert all(title and title != name for shown in titles.values() for name, title in shown.items())


def test_kinds_of_findings_have_titles_in_the_layer(load, review):
    from enact_plugin.cartography.fields import describe_fields
    from enact_plugin.reference.values import values

    load()
    made = review("correct", ROOF, FIELD="gross_kw", VALUE="5")
    layer = QgsVectorLayer(Workspace.open(made["WORKSPACE"]).uri("plant_findings"), "Auffälligkeiten", "ogr")
    describe_fields(layer, "plant_findings")
    known = {value.code for value in values("plant_finding")}
    index = layer.fields().indexOf("finding")
    assert layer.uniqueValues(index) <= known
    assert layer.editorWidgetSetup(index).type() == "ValueMap"
