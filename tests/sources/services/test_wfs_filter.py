"""The small language of filters, and what it is in XML."""

from __future__ import annotations

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.sources.services.wfs_filter import Condition, Dialect, conditions, written

NEW = Dialect("2.0.0", {})
OLD = Dialect("1.1.0", {})
FIRST = Dialect("1.0.0", {})


def test_conditions_are_read_with_words_and_quoted_texts():
    assert conditions("ags=14713000 AND ave:nutzart in (Wald, 'Hof''s & Feld') and name <> ''") == (
        Condition("ags", "=", ("14713000",)),
        Condition("ave:nutzart", "IN", ("Wald", "Hof's & Feld")),
        Condition("name", "<>", ("",)),
    )


def test_no_filter_is_no_condition():
    assert conditions("  ") == ()


@pytest.mark.parametrize(
    "text",
    ["ags", "ags =", "ags = 1 gf = 4", "ags = 1 OR gf = 4", "ags = 1 AND", "= 1", "ags IN 1", "ags IN (1", "a b c",
     "ags = 'open", "a<b = 1", "1a = 2", "x:y:z = 1"],
)  # fmt: skip
def test_what_is_not_understood_is_told_and_not_sent(text):
    with pytest.raises(EnactError) as failed:
        conditions(text)
    assert failed.value.code == "service_filter"
    assert failed.value.params["filter"] == text


def test_one_condition_in_both_versions():
    found = conditions("gf = 4")
    assert written(found, NEW, None, "") == (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="http://www.opengis.net/gml/3.2">'
        "<fes:PropertyIsEqualTo><fes:ValueReference>gf</fes:ValueReference><fes:Literal>4</fes:Literal>"
        "</fes:PropertyIsEqualTo></fes:Filter>"
    )
    assert "<ogc:PropertyName>gf</ogc:PropertyName>" in written(found, OLD, None, "")


def test_a_value_cannot_leave_its_place():
    text = written(conditions("name = '</fes:Literal><fes:Or a=\"1\">'"), NEW, None, "")
    assert text.count("<fes:") == 4
    assert "&lt;/fes:Literal&gt;" in text


def test_a_star_stands_for_anything_and_an_underscore_for_itself():
    text = written(conditions("gfkzshh LIKE 31001_*"), NEW, None, "")
    assert 'wildCard="*" singleChar="#" escapeChar="!"' in text
    assert ">31001_*<" in text


@pytest.mark.parametrize(("dialect", "word"), [(FIRST, 'escape="!"'), (OLD, 'escapeChar="!"')])
def test_the_sign_that_escapes_is_called_as_the_version_wants(dialect, word):
    assert f'singleChar="#" {word}' in written(conditions("gf LIKE 31*"), dialect, None, "")


def test_a_box_of_the_first_version_is_one_of_gml_2():
    text = written((), FIRST, (1.5, 2.0, 3.0, 4.0), "EPSG:25833")
    box = '<gml:Box srsName="EPSG:25833"><gml:coordinates>1.5,2.0 3.0,4.0</gml:coordinates></gml:Box>'
    assert f"<ogc:BBOX>{box}</ogc:BBOX>" in text


def test_several_values_are_joined_by_or_and_a_box_by_and():
    text = written(
        conditions("gf IN (1, 4)"), Dialect("2.0.0", {}, "geom"), (1.5, 2.0, 3.0, 4.0), "EPSG:25833"
    )
    inside = text[text.index("<fes:And>") :]
    assert inside.index("<fes:Or>") < inside.index("</fes:Or>") < inside.index("<fes:BBOX>")
    assert "<fes:BBOX><fes:ValueReference>geom</fes:ValueReference>" in inside
    assert "<gml:lowerCorner>1.5 2.0</gml:lowerCorner><gml:upperCorner>3.0 4.0</gml:upperCorner>" in inside


def test_prefixes_of_fields_are_declared():
    text = written(
        conditions("ave:oid = x"), Dialect("2.0.0", {"ave": "http://a?b&c", "other": "http://o"}), None, ""
    )
    assert 'xmlns:ave="http://a?b&amp;c"' in text
    assert "other" not in text
