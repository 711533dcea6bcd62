"""Whatever is done to a member, no row is lost without being counted, and how it is cut and shared out changes nothing.

Rows read and rows rejected are all rows there are; what is asked for is a part of what everything holds; a row that was
left whole is always read. The only errors are the ones that name the file and what to do.
"""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enact_plugin.errors import EnactError
from enact_plugin.register.bulk.scan import Cut, Selection, scan, stream

TABLE = "EinheitenSolar"
LEIPZIG = Selection.of_ags(("14713000",))
SELECTIONS = (
    LEIPZIG,
    Selection.of_prefix("14"),
    Selection.of_ags(("14713000", "14612000")),
    Selection.of_ids("EinheitMastrNummer", [f"SEE9{number:011d}" for number in range(0, 12, 3)]),
)
REFUSED = {
    "register_member_not_xml",
    "register_member_dtd",
    "register_member_encoding",
    "register_row_too_long",
}
WINDOW = 64
KEYS = st.sampled_from(("14713000", "14713000", "14612000", "09162000", "1471300", "14713000 ", ""))
TEXTS = st.text(st.sampled_from("aß–\U0001f300\u0131\u013c\u012f<>& 014713\t"), min_size=0, max_size=6).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;")
)
PIECES = st.sampled_from(
    (
        "<", ">", "/", "&", "!", "\0", "\n", " ", "", "x", "\ud83d", "\udf00", "\u013c", "</", "&b;", "<!-- ",
        "<!DOCTYPE a>",
        "<EinheitSolar>", "</EinheitSolar>", "</EinheitSolar><EinheitSolar>", "EinheitSolar>", "</EinheitenSolar>",
        "<Gemeindeschluessel>", "</Gemeindeschluessel>", "Gemeindeschluessel>14713000", ">14713000<", "<EinheitSolar/>",
        "<Gemeindeschluessel>14713000</Gemeindeschluessel>",
    )
)  # fmt: skip
DAMAGES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 60), PIECES), max_size=4)


@st.composite
def members(draw, make):
    """Some rows, and the member's text with them."""
    rows = [
        make.row(number, draw(KEYS), NameStromerzeugungseinheit=draw(TEXTS))
        for number in range(draw(st.integers(0, 8)))
    ]
    between = draw(st.sampled_from(("", "", "\n", "\r\n  ")))
    return rows, make.document([row + between for row in rows])


def damaged(text: str, damages: list[tuple[float, int, str]]) -> str:
    """The text with some stretches replaced."""
    for share, length, piece in damages:
        at = int(share * len(text))
        text = text[:at] + piece + text[at + length :]
    return text


def result(archive, selection, cut, threads=1):
    """All a scan tells, or the code of its error."""
    try:
        found = scan(archive, TABLE, selection, threads=threads, cut=cut)
    except EnactError as error:
        assert error.code in REFUSED
        return error.code
    rows = found.frame.to_dict("records") or [{}] * len(
        found.frame
    )  # rows without any element have no columns
    return rows, found.present, found.rejected, [finding.id for finding in found.findings]


def check(archive, cuts):
    """The laws; gives the rows read."""
    whole = result(archive, Selection.everything(), Cut(window=WINDOW))
    for cut in cuts:
        assert result(archive, Selection.everything(), cut) == whole
    if isinstance(whole, str):
        assert result(archive, LEIPZIG, Cut(window=WINDOW)) == whole
        return []
    rows, present, rejected, _findings = whole
    assert len(rows) + sum(rejected.values()) == present
    for selection in SELECTIONS:
        asked = result(archive, selection, Cut(window=WINDOW))
        for cut in cuts:
            assert result(archive, selection, cut) == asked
        found, there, refused, _ids = asked
        assert there == present
        wanted = [row for row in rows if selection.matches(row.get(selection.field))]
        assert [{k: v for k, v in row.items() if v is not None} for row in found] == [
            {k: v for k, v in row.items() if v is not None} for row in wanted
        ]
        assert all(count <= rejected[reason] for reason, count in refused.items())
    return rows


def cuts_of(draw_size: int) -> list[Cut]:
    return [Cut(chunk=size, window=WINDOW) for size in (1, 2, 3, 7, draw_size)]


@settings(max_examples=80, deadline=None)
@given(data=st.data(), size=st.integers(8, 900))
def test_damaged_text(data, size, make):
    rows, text = data.draw(members(make))
    text = damaged(text, data.draw(DAMAGES))
    encoding = data.draw(st.sampled_from(("utf-16-le", "utf-16-le", "utf-16-be", "utf-8")))
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff", "utf-8": b""}[encoding]
    read = check(make.of_one(mark + text.encode(encoding, "surrogatepass")), cuts_of(size))
    if read:
        numbers = [row.get("EinheitMastrNummer") for row in read]
        for number, row in enumerate(rows):
            if row in text.partition("<EinheitenSolar>")[2]:
                assert f"SEE9{number:011d}" in numbers


@settings(max_examples=60, deadline=None)
@given(data=st.data(), size=st.integers(8, 900))
def test_damaged_bytes(data, size, make):
    _rows, text = data.draw(members(make))
    raw = make.utf16(text)
    for share, length, piece in data.draw(
        st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9), st.binary(max_size=5)), max_size=3)
    ):
        at = int(share * len(raw))
        raw = raw[:at] + piece + raw[at + length :]
    check(make.of_one(raw), cuts_of(size))


@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=300), size=st.integers(1, 300))
def test_anything_at_all(raw, size, make):
    check(make.of_one(raw), cuts_of(size))


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_parts_and_threads(data, make):
    parts = {}
    for part in range(1, data.draw(st.integers(1, 4)) + 1):
        _rows, text = data.draw(members(make))
        parts[f"{TABLE}_{part}.xml"] = make.utf16(damaged(text, data.draw(DAMAGES)))
    archive = make.opened(make.zipped(parts))
    for selection in (LEIPZIG, Selection.everything()):
        one = result(archive, selection, Cut())
        assert result(archive, selection, Cut(), threads=3) == one
        if not isinstance(one, str):
            frames = stream(archive, TABLE, selection)
            assert sum(map(len, frames)) == len(one[0])
            assert (frames.present, dict(frames.rejected)) == (one[1], one[2])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-8"])
def test_a_border_at_every_byte(make, encoding):
    """Through the key, at odd bytes, through a surrogate pair, through each tag."""
    text = make.document(
        [make.row(1, Ort="\U0001f300ß"), make.row(2, "14612000"), make.row(3), make.row(4, "")]
    )
    data = text.replace("UTF-16", encoding[:-3] if encoding.endswith("le") else encoding).encode(encoding)
    archive = make.of_one((b"\xff\xfe" if encoding == "utf-16-le" else b"") + data)
    whole = result(archive, LEIPZIG, Cut())
    assert [row["Ort"] for row in whole[0]] == ["\U0001f300ß", None]
    assert whole[1:] == (4, {}, [])
    for size in range(1, len(data) + 3):
        assert result(archive, LEIPZIG, Cut(size, WINDOW)) == whole
    everything = result(archive, Selection.everything(), Cut())
    for size in range(1, len(data) + 3, 5):
        assert result(archive, Selection.everything(), Cut(size, WINDOW)) == everything


def test_cut_off_at_every_byte(make):
    """As a member that is whole for the archive, but was written only so far."""
    rows = [make.row(1, Ort="\U0001f300ß"), make.row(2, "14612000"), make.row(3)]
    data = make.utf16(make.document(rows))
    for end in range(len(data)):
        archive = make.of_one(data[:end])
        found = result(archive, LEIPZIG, Cut())
        if isinstance(found, str):
            assert found == "register_member_not_xml"
            continue
        assert "register_member_cut_off" in found[3]
        whole = data[:end].decode("utf-16", "ignore").count("</EinheitSolar>")
        assert len(found[0]) == (0, 1, 1, 2)[whole]
        assert found[1] - whole in (0, 1)


@settings(max_examples=20, deadline=None)
@example(size=1)
@given(size=st.integers(1, 4000))
def test_many_rows_in_one_chunk_are_found_as_quickly_as_one_by_one(size, make):
    """The ways of reading a chunk whose rows are as they should be, and of one with a row that is not."""
    rows = [make.row(number, ("14713000", "14612000", "")[number % 3]) for number in range(60)]
    whole = make.of_one(make.utf16(make.document(rows)))
    odd = make.of_one(make.utf16(make.document([*rows, "x"])))
    for selection in SELECTIONS:
        found = result(whole, selection, Cut(size, WINDOW))
        assert found == result(whole, selection, Cut())
        assert found[0] == result(odd, selection, Cut())[0]
