"""Chunks asked for ahead by idle threads: the same chunks, the same errors, and nothing left running."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.ahead import ReadAhead

CHUNKS = [bytes([number]) * 3 for number in range(1, 30)]


@pytest.fixture
def pool():
    with ThreadPoolExecutor(2, thread_name_prefix="idle") as made:
        yield made


def told(chunks, makers):
    """Chunks, and which thread asked for each."""
    for chunk in chunks:
        makers.append(threading.current_thread().name)
        yield chunk


@given(st.lists(st.binary(min_size=1), max_size=20), st.integers(0, 3))
def test_the_chunks_are_the_same(chunks, jobs):
    with ThreadPoolExecutor(2) as pool:
        assert list(ReadAhead(pool, 2, jobs)(iter(chunks))) == chunks


def test_an_idle_thread_asks_for_the_next_chunk_while_this_one_is_searched(pool):
    makers, here = [], threading.current_thread().name
    chunks = ReadAhead(pool, 2, 1)(told(CHUNKS, makers))
    assert next(chunks) == CHUNKS[0]
    for _turn in range(1000):  # it has begun, or cannot be waited for
        if len(makers) == 2:
            break
        threading.Event().wait(0.01)
    assert makers[0] == here and makers[1].startswith("idle")
    assert list(chunks) == CHUNKS[1:]


def test_while_members_are_left_for_every_thread_each_inflates_its_own(pool):
    makers = []
    ahead = ReadAhead(pool, 2, 2)
    chunks = ahead(told(CHUNKS, makers))
    first = [next(chunks) for _chunk in range(10)]
    assert set(makers) == {threading.current_thread().name}
    ahead.ended()
    assert first + list(chunks) == CHUNKS


def test_a_thread_that_is_busy_is_not_waited_for():
    busy, makers = threading.Event(), []
    with ThreadPoolExecutor(1) as pool:
        pool.submit(busy.wait)
        try:
            assert list(ReadAhead(pool, 2, 1)(told(CHUNKS, makers))) == CHUNKS
        finally:
            busy.set()
    assert set(makers) == {threading.current_thread().name}


def test_an_error_of_a_chunk_comes_where_the_chunk_would(pool):
    def broken():
        yield b"1"
        yield b"2"
        raise ValueError("third")

    chunks = ReadAhead(pool, 2, 0)(broken())
    assert [next(chunks), next(chunks)] == [b"1", b"2"]
    with pytest.raises(ValueError, match="third"):
        next(chunks)


def test_given_up_early_nothing_is_asked_for_any_more(pool):
    asked, closed = threading.Event(), []

    def slow():
        try:
            yield b"1"
            asked.set()
            threading.Event().wait(0.05)
            yield b"2"
        finally:
            closed.append(True)

    source = slow()
    chunks = ReadAhead(pool, 2, 0)(source)
    assert next(chunks) == b"1"
    assert asked.wait(10)
    chunks.close()
    source.close()  # raises where somebody still asks for a chunk
    assert closed == [True]


def test_a_pool_that_ends_leaves_the_rest_to_the_one_who_reads():
    with ThreadPoolExecutor(1) as pool:
        chunks = ReadAhead(pool, 2, 0)(iter(CHUNKS))
        first = next(chunks)
    assert [first, *chunks] == CHUNKS
