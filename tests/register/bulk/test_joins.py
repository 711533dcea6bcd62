"""Joining by number: no unit is lost, none doubled, whatever the other table holds."""

from __future__ import annotations

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.joins import numbers_of, with_columns

NUMBERS = st.sampled_from([f"EEG90000000000{n}" for n in range(6)])
LISTS = st.one_of(st.none(), st.lists(NUMBERS, min_size=1, max_size=3).map(", ".join))


def frames(units, plants):
    left = pd.DataFrame({"eeg_id": units}, dtype=object)
    right = pd.DataFrame(
        {"eeg_id": list(plants), "eeg_kw": [text or None for text in plants.values()]}, dtype=object
    )
    return left, right


@given(
    st.lists(LISTS, max_size=8), st.dictionaries(NUMBERS, st.sampled_from(["1.500", "4.000", ""]), max_size=6)
)
def test_each_unit_has_one_row_and_the_sum_of_its_plants(units, plants):
    left, right = frames(units, plants)
    joined, dangling, total = with_columns(left["eeg_id"], right, "eeg_id", ["eeg_kw"])
    assert joined.index.tolist() == left.index.tolist()
    named = [text.split(", ") if text else [] for text in units]
    assert total == len({number for numbers in named for number in numbers})
    assert dangling == len({number for numbers in named for number in numbers} - set(plants))
    for numbers, kilowatts in zip(named, joined["eeg_kw"].tolist()):
        given_values = [float(plants[number]) for number in set(numbers) if plants.get(number)]
        assert (None if kilowatts is None else float(kilowatts)) == (
            sum(given_values) if given_values else None
        )


def test_numbers_are_joined_by_comma_or_semicolon():
    found = numbers_of(pd.Series(["A1, A2", None, "A3;A4", " A5 "], dtype=object))
    assert found.tolist() == ["A1", "A2", "A3", "A4", "A5"]
    assert found.index.tolist() == [0, 0, 2, 2, 3]


def test_no_rows_stay_no_rows():
    left, right = frames([], {})
    joined, dangling, total = with_columns(left["eeg_id"], right, "eeg_id", ["eeg_kw"])
    assert (len(joined), dangling, total) == (0, 0, 0)
