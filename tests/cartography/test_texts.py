"""German figures in the project's sentences."""

from datetime import date

import pytest

from enact_plugin.cartography.texts import day, map_text, number, power
from enact_plugin.errors import EnactError
from enact_plugin.reference.tables import rows


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (1068, 0, "1.068"),
        (12.34, 1, "12,3"),
        (1234567.8, 1, "1.234.567,8"),
        (0, 0, "0"),
        (-1500, 0, "-1.500"),
    ],
)
def test_numbers_have_german_marks(value, places, text):
    assert number(value, places) == text


@pytest.mark.parametrize(
    ("kw", "text"), [(12_300, "12,3 MW"), (999, "999 kW"), (1000, "1,0 MW"), (0, "0 kW")]
)
def test_power_is_written_in_the_unit_one_reads(kw, text):
    assert power(kw) == text


def test_days_are_german():
    assert day(date(2026, 3, 1)) == "01.03.2026"
    assert day(None) == ""


def test_an_unknown_text_is_an_error():
    with pytest.raises(EnactError, match="map_text_unknown"):
        map_text("nothing_of_the_kind")


def test_both_languages_name_the_same_values():
    import string

    def named(text):
        return {field for _literal, field, _spec, _conversion in string.Formatter().parse(text) if field}

    for row in rows("map_texts"):
        assert named(row["text_de"]) == named(row["text_en"]), row["code"]
