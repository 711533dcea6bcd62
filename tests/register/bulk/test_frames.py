"""Rows of text as columns, in little memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.frames import FrameOfText

TEXTS = st.none() | st.sampled_from(["Leipzig", "14713000", ""]) | st.text(max_size=3)
BATCHES = st.lists(st.lists(st.dictionaries(st.sampled_from("abc"), TEXTS), max_size=6), max_size=5)


def separate(text: str) -> str:
    """An equal text that is an object of its own, as each one that is decoded."""
    return "".join(list(text))


def test_equal_texts_of_a_column_are_one_object():
    texts = FrameOfText(shared=True)
    for _batch in range(3):
        texts.add([{"Gemeinde": separate("Leipzig"), "Name": separate("Anlage")} for _row in range(4)])

    frame = texts.frame()

    assert len({id(text) for text in frame["Gemeinde"]}) == 1
    assert frame["Gemeinde"].tolist() == ["Leipzig"] * 12


def test_a_column_of_many_texts_stays_as_it_is():
    numbers = [f"SEE9{number:011d}" for number in range(10_000)]
    texts = FrameOfText(shared=True)
    for start in range(0, len(numbers), 1_000):
        texts.add([{"EinheitMastrNummer": number} for number in numbers[start : start + 1_000]])
    texts.add([{"EinheitMastrNummer": separate(number)} for number in numbers])

    assert texts.frame()["EinheitMastrNummer"].tolist() == numbers * 2


@given(BATCHES, st.booleans())
def test_texts_are_as_given(batches, shared):
    texts = FrameOfText(shared=shared)
    for batch in batches:
        texts.add(batch)

    rows = [row for batch in batches for row in batch]
    frame = texts.frame()

    assert len(frame) == len(rows)
    for name in frame:
        assert frame[name].tolist() == [row.get(name) for row in rows]
    assert set(frame) == {name for row in rows for name in row}
