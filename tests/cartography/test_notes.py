"""Source, date and licence stand where QGIS looks for them."""

from dataclasses import replace
from datetime import date

from qgis.core import Qgis, QgsLayerNotesUtils, QgsVectorLayer

from enact_plugin.cartography.notes import credits_line, describe_source, note_html, state_line


def test_note_names_source_date_licence_and_rows(town):
    note = note_html("Anlagen", town.provenance("plants"))
    for text in ("Erfundenes Register", "01.08.2026", "dl-de/by-2-0", "260 von 260", "enact:test"):
        assert text in note


def test_note_shows_markup_in_a_source_as_text(town):
    row = replace(town.provenance("plants"), source="<script>alert(1)</script>")
    assert "<script>" not in note_html("Anlagen", row)


def test_unknown_licence_is_said_to_be_unknown(town):
    assert "nicht angegeben" in note_html("Anlagen", replace(town.provenance("plants"), licence=""))


def test_layer_carries_notes_and_metadata(town):
    layer = QgsVectorLayer(town.uri("plants"), "Anlagen", "ogr")
    describe_source(layer, "Anlagen", town.provenance("plants"))
    assert QgsLayerNotesUtils.layerHasNotes(layer)
    metadata = layer.metadata()
    assert metadata.rights() == ["© Erfundenes Register"]
    assert metadata.licenses() == ["dl-de/by-2-0"]
    assert metadata.dateTime(Qgis.MetadataDateType.Revised).date().toString("yyyyMMdd") == "20260801"


def test_note_says_what_changed_since_a_layer_was_made(town):
    row = town.provenance("plants")
    assert "Nicht mehr aktuell" not in note_html("Anlagen", row)
    note = note_html("Anlagen", row, ["municipality", "eigene_tabelle"])
    assert "Nicht mehr aktuell" in note
    assert "Gemeindegrenze, eigene_tabelle" in note


def test_layer_without_provenance_has_no_note(town):
    layer = QgsVectorLayer(town.uri("plants"), "Anlagen", "ogr")
    describe_source(layer, "Anlagen", None)
    assert not QgsLayerNotesUtils.layerHasNotes(layer)


def test_each_attribution_is_printed_once(town):
    rows = town.all_provenance()
    assert credits_line(rows).count("© Erfundenes Kataster") == 1
    assert credits_line([replace(rows[0], attribution="")]) == ""


def test_a_layer_made_of_several_names_none_twice(town):
    row = town.all_provenance()[0]
    joined = [replace(row, attribution="© A", licence=""), replace(row, attribution="© A; © B", licence="")]
    assert credits_line(joined) == "© A | © B"


def test_the_licence_is_printed_beside_the_attribution_unless_it_names_it(town):
    row = town.all_provenance()[0]
    stated = [
        replace(row, attribution="© Stadt A", licence="dl-de/by-2-0"),
        replace(row, attribution="© B, ODbL-1.0", licence="ODbL-1.0"),
    ]
    assert credits_line(stated) == "© Stadt A, dl-de/by-2-0 | © B, ODbL-1.0"


def test_sources_without_a_date_do_not_pretend_to_have_one(town):
    rows = [town.provenance("plants"), replace(town.provenance("buildings"), state_date=None)]
    assert state_line(rows) == "Erfundenes Register: 01.08.2026"


def test_what_was_made_of_others_does_not_name_their_dates_again(town):
    register = replace(town.provenance("plants"), source="Register (units.csv)")
    sums = replace(register, source="Register; ortsteile_1.geojson; plz.gpkg")
    assert state_line([register, sums]) == "Register: 01.08.2026"
    other = replace(register, source="Kataster", state_date=date(2026, 7, 1))
    assert state_line([sums, other]) == "Register: 01.08.2026; Kataster: 01.07.2026"
    assert state_line([replace(register, source="ortsteile.geojson")]) == "ortsteile.geojson: 01.08.2026"


def test_a_made_up_source_is_named_once(town):
    register = replace(town.provenance("plants"), source="Register (units.csv) (fiktiv)")
    sums = replace(register, source="Register (units.csv); ortsteile_fiktiv.geojson (fiktiv)")
    assert state_line([register, sums]) == "Register (fiktiv): 01.08.2026"
