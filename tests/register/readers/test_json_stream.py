import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.register.readers.json_stream import JsonStream

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), st.text()
)
RECORDS = st.lists(st.dictionaries(st.text(), VALUES, max_size=4), max_size=6)


def stream(text, chunk=5):
    return JsonStream(io.StringIO(text), Path("answer.json"), "Data", chunk)


@given(RECORDS, st.integers(1, 40), st.booleans())
def test_records_are_the_same_wherever_the_chunks_end(records, chunk, indented):
    text = json.dumps({"Total": 1234567, "Data": records, "Errors": None}, indent=2 if indented else None)
    reader = stream(text, chunk)
    assert list(reader.records()) == records
    assert reader.envelope == {"Total": 1234567, "Errors": None}


@given(RECORDS, st.integers(1, 40))
def test_a_bare_list_is_read_too(records, chunk):
    reader = stream(json.dumps(records), chunk)
    assert list(reader.records()) == records
    assert reader.has_list
    assert reader.envelope == {}


@given(RECORDS.filter(len), st.data())
def test_a_file_cut_anywhere_is_never_taken_for_whole(records, data):
    text = json.dumps({"Data": records, "Total": len(records)})
    cut = data.draw(st.integers(1, len(text) - 1))
    with pytest.raises(EnactError) as caught:
        list(stream(text[:cut]).records())
    assert caught.value.code in ("json_cut_off", "json_unreadable")


@pytest.mark.parametrize(
    "text", ['{"Data": [{"a": 1}, {"b"', '{"Data": [{"a": "x', '[{"a": 1},', '{"Data": [], "Tot', "["]
)
def test_the_usual_cuts_are_called_by_their_name(text):
    with pytest.raises(EnactError) as caught:
        list(stream(text).records())
    assert caught.value.code == "json_cut_off"


@pytest.mark.parametrize(
    "text", ['[{"a": 1} {"a": 2}]', "[{'a': 1}]", '{"Data": [1]} x', "[1] [2]", '{"Data" [1]}', "[nope]"]
)
def test_what_is_no_json_is_refused_with_its_position(text):
    with pytest.raises(EnactError) as caught:
        list(stream(text).records())
    assert caught.value.code in ("json_unreadable", "json_cut_off")
    assert 0 <= caught.value.params["position"] <= len(text)


def test_brackets_without_end_are_no_json():
    for text in (
        "[" * 100_000 + "]" * 100_000,
        '{"Data": [' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "]}",
    ):
        with pytest.raises(EnactError) as caught:
            list(stream(text, chunk=1000).records())
        assert caught.value.code == "json_unreadable"


def test_an_envelope_without_list_tells_so():
    reader = stream('{"Error": true}')
    assert list(reader.records()) == []
    assert not reader.has_list
    assert reader.envelope == {"Error": True}


def test_memory_holds_one_chunk_not_the_file():
    records = [{"n": n, "text": "x" * 100} for n in range(2000)]
    reader = stream(json.dumps(records), chunk=1000)
    held = [len(reader._text) for _ in reader.records()]
    assert max(held) <= 3000  # of some 240,000 characters
