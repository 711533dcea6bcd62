"""Values of findings and corrections as sentences name them."""

from __future__ import annotations

from enact_plugin.processing.finding_texts import measured


def test_a_place_is_said_as_in_the_other_sentences(qgis_app):
    assert measured("coordinates", "53.9876540 12.3456780") == "53.98765 N, 12.34568 E"


def test_a_power_has_its_unit_and_no_value_none(qgis_app):
    assert measured("gross_kw", "9.5") == "9.5 kW"
    assert measured("gross_kw", "") == "–"
