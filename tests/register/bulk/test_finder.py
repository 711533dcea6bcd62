"""All places of a few texts, whatever stands around them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.finder import Finder, every_eight

TEXTS = (b"EinheitSolar>", b"<Gemeindeschluessel>")


def found(texts, low, sample=b""):
    return [places.tolist() for places in Finder(texts, sample).places(low, every_eight(low))]


def expected(texts, low):
    return [[match.start() for match in re.finditer(b"(?=" + re.escape(text) + b")", low)] for text in texts]


@given(
    st.lists(
        st.one_of(
            st.sampled_from(TEXTS),
            st.binary(max_size=9),
            st.sampled_from((b"Einheit", b"Solar>", b"<Gemeinde")),
        ),
        max_size=12,
    )
)
def test_every_place_is_found_and_no_other(pieces):
    low = b"".join(pieces).ljust(8, b"-")
    assert found(TEXTS, low) == expected(TEXTS, low)


@given(st.lists(st.sampled_from((b"a", b"b", b"aaaaaaaa", b"abababab")), max_size=30))
def test_texts_that_repeat_themselves_or_share_words_are_found(pieces):
    texts = (b"aaaaaaaaa", b"abababab", b"aaaaaaaab")
    low = b"".join(pieces).ljust(8, b"-")
    assert found(texts, low) == expected(texts, low)


def test_the_sample_decides_where_to_look_and_not_what_is_found():
    low = b"x" + TEXTS[0] * 3 + TEXTS[1]
    assert found(TEXTS, low, b"Solar>" * 50) == found(TEXTS, low, b"Einh" * 50) == [[1, 14, 27], [40]]
