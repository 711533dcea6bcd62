import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from osgeo import ogr

from enact_plugin.layers.pages import Block
from enact_plugin.layers.survey import Survey
from enact_plugin.reference.columns import ColumnType

TEXT, INTEGER, REAL = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.REAL


def kind_of(*pages):
    survey = Survey(by_value=True)
    for values in pages:
        survey.look(Block(("a",), (None,), ogr.wkbNone, [([value], None) for value in values]))
    return survey.columns()["a"]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        (["1", "20", None, ""], INTEGER),
        (["-1", "0"], INTEGER),
        (["1", "2.5"], REAL),
        (["1.50", "2.25"], REAL),
        (["1e-05", "2"], REAL),
        (["01", "2"], TEXT),
        (["+1"], TEXT),
        (["1.1", "1.10"], TEXT),
        (["1,5"], TEXT),
        ([".5"], TEXT),
        (["NaN"], TEXT),
        (["1 "], TEXT),
        (["\u0661"], TEXT),  # a digit in Arabic
        (["01067", "12345"], TEXT),
        (["12345", "54321"], TEXT),
        (["12345", "543210"], INTEGER),
        (["9" * 30], TEXT),
        (["", None], TEXT),
        ([], TEXT),
    ],
)
def test_only_what_is_written_as_a_number_everywhere_is_one(values, kind):
    assert kind_of(values) is kind


def test_a_text_on_the_last_page_counts():
    assert kind_of(["1"], ["2"], ["3a"]) is TEXT
    assert kind_of(["1"], [], ["2.5"]) is REAL


@given(st.lists(st.from_regex(r"-?[0-9]{1,20}(\.[0-9]{1,3})?|[a-z]?", fullmatch=True), max_size=6))
def test_different_texts_never_become_the_same_number(texts):
    kind = kind_of(texts)
    if kind is not TEXT:
        made = int if kind is INTEGER else float
        written = {text for text in texts if text}
        short = {text for text in written if len(re.sub(r"\D", "", text)) <= 15}  # what a float holds
        # zeros behind the point say nothing, nor does the sign of nothing
        said = {re.sub(r"\.?0+$", "", text) if "." in text else text for text in short}
        said = {"0" if text in ("-0", "-", "") else text for text in said}
        assert len({made(text) for text in short}) >= len(said)


def test_types_of_pages_are_joined_to_one_that_holds_all_values():
    def joined(*kinds):
        survey = Survey(by_value=True)
        for kind in kinds:
            survey.look(Block(("a",), (kind,), ogr.wkbNone, [([1], None)]))
        survey.look(Block(("a",), (TEXT,), ogr.wkbNone, [([None], None)]))  # says nothing
        return survey.columns()["a"]

    assert joined(INTEGER, REAL) is REAL
    assert joined(ColumnType.BOOLEAN, INTEGER) is INTEGER
    assert joined(INTEGER, TEXT) is TEXT
    assert joined(ColumnType.DATE, REAL) is TEXT
    assert joined(ColumnType.DATE) is ColumnType.DATE
