"""What a planner writes is read as it is meant, or refused."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.fields.numbers import Decimal
from enact_plugin.reference.columns import columns
from enact_plugin.register.review import correctable


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("gross_kw", "4,85", "4.85"),
        ("gross_kw", "4.85", "4.85"),
        ("gross_kw", "1.234,5", "1234.5"),
        ("gross_kw", "4 MW", "4000"),
        ("gross_kw", "850 W", "0.85"),
        ("module_count", " LEER ", ""),
        ("commissioned", "empty", ""),
        ("module_count", "1234", "1234"),
        ("module_count", "1.234", "1234"),  # a count has no decimals
        ("commissioned", "24.12.2025", "2025-12-24"),
        ("commissioned", "2025-12-24", "2025-12-24"),
        ("carrier", "Wind", "wind"),
        ("status", "in Betrieb", "in_operation"),
        ("postcode", "04109", "04109"),
        ("street", "  Am   Anger ", "Am Anger"),
        ("coordinates", "51.34, 12.37", "51.3400000 12.3700000"),
        ("coordinates", "51,34 12,37", "51.3400000 12.3700000"),
        ("coordinates", "51,34, 12,37", "51.3400000 12.3700000"),
        ("coordinates", "51.34 12.37", "51.3400000 12.3700000"),
        ("feeds_network", "Ja", "true"),
        ("feeds_network", "false", "false"),
    ],
)
def test_what_is_written_is_understood(field, text, value):
    assert correctable.entered(field, text) == value


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("gross_kw", "1.234", "edit_value_ambiguous"),
        ("gross_kw", "1,234", "edit_value_ambiguous"),
        ("gross_kw", "fünf", "edit_value_unreadable"),
        ("gross_kw", "5 m", "edit_value_unreadable"),
        ("gross_kw", "-5", "edit_value_out_of_range"),
        ("gross_kw", "1e9", "edit_value_out_of_range"),
        ("module_count", "3,5", "edit_value_unreadable"),
        ("hub_height_m", "1500", "edit_value_out_of_range"),
        ("commissioned", "31.2.2025", "edit_value_unreadable"),
        ("commissioned", "1/2/2025", "edit_value_unreadable"),  # January or February
        ("postcode", "4109", "edit_value_unreadable"),
        ("carrier", "Kernfusion", "edit_value_not_in_list"),
        ("feeds_network", "vielleicht", "edit_value_not_in_list"),
        ("coordinates", "12.37, 51.34", "edit_place_outside"),
        ("coordinates", "318000 5690000", "edit_place_outside"),
        ("coordinates", "51.34", "edit_place_unreadable"),
        ("coordinates", "", "edit_value_missing"),
        ("gross_kw", " ", "edit_value_missing"),
        ("street", "", "edit_value_missing"),
        ("gross_kw", "leer", "edit_value_required"),
        ("net_kw", "leer", "edit_value_required"),
        ("carrier", "leer", "edit_value_required"),
        ("status", "Leer", "edit_value_required"),
        ("coordinates", "leer", "edit_value_required"),
        ("feeds_network", "leer", "edit_value_required"),
        ("mastr_id", "SEE1", "edit_field_unknown"),
        ("findings", "", "edit_field_unknown"),
        ("name", "Erika", "edit_field_unknown"),
    ],
)
def test_what_cannot_be_meant_is_refused(field, text, code):
    with pytest.raises(EnactError) as caught:
        correctable.entered(field, text)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("8,186", Decimal.COMMA, "8.186"),
        ("8,186 kW", Decimal.COMMA, "8.186"),
        ("0,008186 MW", Decimal.COMMA, "8.186"),
        ("8,186 MW", Decimal.COMMA, "8186"),
        ("8.186", Decimal.POINT, "8.186"),
        ("8.18", Decimal.COMMA, "8.18"),
        ("8.186,5", Decimal.POINT, "8186.5"),
    ],
)
def test_three_digits_behind_the_persons_own_decimal_mark_are_decimals(text, decimal, value):
    assert correctable.entered("gross_kw", text, decimal) == value


@pytest.mark.parametrize(
    ("text", "decimal", "whole", "fraction"),
    [
        ("8,186", None, "8186", "8,1860"),
        ("8.186", Decimal.COMMA, "8186", "8.1860"),  # a thousand in Germany, a fraction in a program
        ("8,186 kW", Decimal.POINT, "8186 kW", "8,1860 kW"),
        ("-12.500 W", None, "-12500 W", "-12.5000 W"),
    ],
)
def test_a_value_that_may_be_a_thousandfold_is_refused_with_its_own_two_spellings(
    text, decimal, whole, fraction
):
    with pytest.raises(EnactError) as caught:
        correctable.entered("gross_kw", text, decimal)
    assert caught.value.code == "edit_value_ambiguous"
    assert (caught.value.params["whole"], caught.value.params["fraction"]) == (whole, fraction)
    if not text.startswith("-"):  # and each of them is understood
        assert correctable.entered("gross_kw", whole) == "8186"
        assert correctable.entered("gross_kw", fraction) == "8.186"


def test_every_field_is_a_column_that_the_planner_may_say_something_of():
    names = {column.name for column in columns("plants")}
    assert set(correctable.fields()) - names == {"coordinates"}
    made_here = {
        "mastr_id",
        "ags",
        "findings",
        "findings_accepted",
        "original_values",
        "url",
        "location_kind",
    }
    assert not made_here & set(correctable.fields())


@given(st.floats(0, 1e6, allow_nan=False), st.sampled_from(["gross_kw", "storage_kwh"]))
def test_a_number_comes_back_as_it_went_in(figure, field):
    text = correctable.as_text(figure)
    assert correctable.as_value(field, text) == figure
    assert correctable.same(field, text, text)


@given(st.dates(pd.Timestamp("1900-01-01").date(), pd.Timestamp("2100-01-01").date()))
def test_a_day_comes_back_as_it_went_in(day):
    stamp = pd.Timestamp(day)
    assert correctable.as_value("commissioned", correctable.as_text(stamp)) == stamp


def test_nothing_is_an_empty_text_of_every_type():
    for nothing in (None, float("nan"), pd.NaT, pd.NA):
        assert correctable.as_text(nothing) == ""
    for field in correctable.fields():
        assert correctable.as_value(field, "") is None


def test_the_same_within_what_ways_of_the_register_differ():
    assert correctable.same("gross_kw", "9.6", "9.6004")
    assert not correctable.same("gross_kw", "9.6", "9.602")
    assert correctable.same("module_count", "20", "20")
    assert not correctable.same("module_count", "20", "21")
    assert correctable.same("coordinates", "51.3401 12.3701", "51.3402 12.37")
    assert not correctable.same("coordinates", "51.3401 12.3701", "51.3411 12.37")
    assert correctable.same("street", "Am Anger", "am  anger")
    assert not correctable.same("gross_kw", "", "0")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("51.3400000 12.3710000", "51.3403210 12.3706540", True),  # three decimals and six
        ("51.3400000 12.3710000", "51.3411000 12.3710000", False),  # 122 m
        ("51.3401230 12.3710120", "51.3404900 12.3710120", False),  # 41 m, both published finely
        ("51.3401230 12.3710120", "51.3402230 12.3710120", True),  # 11 m: ways deliver different digits
        ("", "51.3401230 12.3710120", False),
    ],
)
def test_a_place_published_with_fewer_decimals_is_the_same(first, second, expected):
    assert correctable.same_published("coordinates", first, second) is expected
    assert correctable.same_published("coordinates", second, first) is expected
