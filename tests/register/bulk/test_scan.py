"""Rows of a table that are asked for, and an account of all that are there."""

from __future__ import annotations

import threading

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.register.bulk.elements import CUT_OFF, MALFORMED, UNDECODABLE, UNKNOWN_ENTITY
from enact_plugin.register.bulk.scan import Cut, Selection, scan, scan_tables, stream

LEIPZIG = Selection.of_ags(("14713000",))


def numbers(scanned):
    return [int(text[4:]) for text in scanned.frame["EinheitMastrNummer"]]


def code_of(call, *arguments):
    with pytest.raises(EnactError) as caught:
        call(*arguments)
    return caught.value.code


@pytest.fixture
def mixed(make):
    """Three parts: 40 rows, every fourth in Leipzig, numbers 0…39; the last row of a part stands again in the next."""
    rows = [make.row(n, ("14713000", "14612000", "09162000", "14521010")[n % 4]) for n in range(40)]
    members = {
        "EinheitenSolar_2.xml": make.utf16(make.document(rows[12:25])),
        "EinheitenSolar_1.xml": make.utf16(make.document(rows[:13])),
        "EinheitenSolar_3.xml": make.utf16(make.document(rows[24:])),
    }
    return make.opened(make.zipped(members))


def test_units_of_a_municipality_are_found_in_the_order_of_the_parts(mixed):
    found = scan(mixed, "EinheitenSolar", LEIPZIG)
    assert numbers(found) == [0, 4, 8, 12, 12, 16, 20, 24, 24, 28, 32, 36]
    assert found.present == 42  # 40 and the two repeated ones
    assert found.rejected == {}
    assert list(found.frame.columns) == [
        "EinheitMastrNummer", "Gemeinde", "Gemeindeschluessel", "NameStromerzeugungseinheit",
    ]  # fmt: skip
    assert found.frame.loc[1, "Gemeinde"] == "Großröhrsdorf"


@pytest.mark.parametrize(
    ("selection", "rows"),
    [
        (Selection.of_ags(("14713000", "14612000")), 22),
        (Selection.of_prefix("14"), 32),
        (Selection.of_prefix("145"), 10),
        (Selection.of_prefix("14713", "09"), 22),
        (Selection.of_ags(()), 0),
        (Selection.of_ids("EinheitMastrNummer", [f"SEE9{n:011d}" for n in (3, 12, 99)]), 3),
        (Selection.of_ids("EINHEITMastrnummer", ["SEE900000000003"]), 1),
        (Selection.of_ids("EinheitMastrNummer", ["SEE9", "SEE900000000003"]), 1),
        (Selection.of_ids("Gibtesnicht", ["SEE900000000003"]), 0),
        (Selection.everything(), 42),
    ],
)
def test_what_is_asked_for(mixed, selection, rows):
    found = scan(mixed, "EinheitenSolar", selection)
    assert len(found.frame) == rows
    assert found.present == 42
    assert sum(map(len, stream(mixed, "EinheitenSolar", selection))) == rows


def test_any_number_of_threads_gives_the_same(mixed):
    for selection in (LEIPZIG, Selection.everything()):
        one, many = (scan(mixed, "EinheitenSolar", selection, threads=threads) for threads in (1, 3))
        assert one.frame.equals(many.frame)
        assert (one.present, one.rejected, one.findings) == (many.present, many.rejected, many.findings)


def test_several_tables_at_once_are_the_same_as_one_after_the_other(make):
    members = {
        "EinheitenSolar_1.xml": make.utf16(make.document(make.row(n) for n in range(5))),
        "AnlagenKwk.xml": make.utf16(
            "<AnlagenKwk><AnlageKwk><KwkMastrNummer>KWK900000000001</KwkMastrNummer></AnlageKwk></AnlagenKwk>"
        ),
    }
    archive = make.opened(make.zipped(members))
    wanted = {
        "AnlagenKwk": Selection.of_ids("KwkMaStRNummer", ["KWK900000000001"]),
        "EinheitenSolar": LEIPZIG,
        "EinheitenWind": LEIPZIG,
    }
    found = scan_tables(archive, wanted, threads=2)
    assert {table: len(scanned.frame) for table, scanned in found.items()} == {
        "AnlagenKwk": 1, "EinheitenSolar": 5, "EinheitenWind": 0,
    }  # fmt: skip
    assert found["EinheitenWind"].present == 0


def test_a_row_without_an_element_has_none_there(make):
    rows = [make.row(1), make.row(2, Hausnummer="7"), make.row(3, NameStromerzeugungseinheit="")]
    frame = scan(make.of_one(make.utf16(make.document(rows))), "EinheitenSolar", LEIPZIG).frame
    assert frame["Hausnummer"].tolist() == [None, "7", None]
    assert frame["NameStromerzeugungseinheit"].tolist() == ["Anlage 1", "Anlage 2", None]
    assert frame.dtypes.eq(object).all()


@pytest.mark.parametrize(
    "data",
    [
        lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
        lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: b"\xef\xbb\xbf" + text.replace("UTF-16", "UTF-8").encode(),
        lambda text: text.replace("UTF-16", "UTF-8").encode(),
        lambda text: text.encode(),  # converted by somebody who left the declaration
        lambda text: text.partition("?>")[2].encode(),
    ],
    ids=[
        "utf-16-le",
        "utf-16-be",
        "le without mark",
        "be without mark",
        "utf-8-sig",
        "utf-8",
        "wrong word",
        "none",
    ],
)
def test_each_encoding_is_recognised(make, data):
    text = make.document([make.row(1, Ort="Hübitz \U0001f300 „Süd“"), make.row(2, "14612000"), make.row(3)])
    found = scan(make.of_one(data(text)), "EinheitenSolar", LEIPZIG)
    assert found.frame["Ort"].tolist() == ["Hübitz \U0001f300 „Süd“", None]
    assert found.present == 3


def test_another_encoding_is_refused_by_name(make):
    data = make.document([make.row(1)]).replace("UTF-16", "windows-1252").encode("cp1252")
    with pytest.raises(EnactError) as caught:
        scan(make.of_one(data), "EinheitenSolar", LEIPZIG)
    assert (caught.value.code, caught.value.params["encoding"]) == (
        "register_member_encoding",
        "windows-1252",
    )


@pytest.mark.parametrize(
    "data", [b"", b"PK\3\4" * 100, b"<html><body>Wartung</body></html>", b"a;b\r\n1;2", b"\0" * 50]
)
def test_a_member_that_is_no_table_is_refused(make, data):
    assert code_of(scan, make.of_one(data), "EinheitenSolar", LEIPZIG) == "register_member_not_xml"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("text", [BOMB, '<!doctype x SYSTEM "file:///etc/passwd">'])
def test_a_document_type_is_refused_before_a_row_is_read(make, text):
    data = make.utf16(
        make.document([make.row(1, Ort="&b;")]).replace("<EinheitenSolar>", f"{text}<EinheitenSolar>")
    )
    assert code_of(scan, make.of_one(data), "EinheitenSolar", Selection.everything()) == "register_member_dtd"


def test_an_entity_of_its_own_is_never_expanded(make):
    rows = [make.row(1, Ort="&b;"), make.row(2, "14612000", Ort="&b;"), make.row(3)]
    found = scan(make.of_one(make.utf16(make.document(rows))), "EinheitenSolar", LEIPZIG)
    assert (numbers(found), found.rejected, found.present) == ([3], {UNKNOWN_ENTITY: 1}, 3)


def test_only_broken_rows_that_are_asked_for_or_may_be_are_rejected(make):
    rows = [
        make.row(1).replace("</Gemeinde>", "</Gemeinda>"),  # of Leipzig
        make.row(2, "14612000").replace("</Gemeinde>", "</Gemeinda>"),  # surely not
        make.row(3, "14612000").replace("<Gemeindeschluessel>", "<Gemeindeschl>"),  # cannot be told
        make.row(4, "").replace("</Gemeinde>", "</Gemeinda>"),  # cannot be told
        make.row(5, ""),  # offshore: without municipality, and whole
        make.row(6),
    ]
    found = scan(make.of_one(make.utf16(make.document(rows))), "EinheitenSolar", LEIPZIG)
    assert (numbers(found), found.rejected, found.present) == ([6], {MALFORMED: 3}, 6)
    assert found.nowhere == 1
    (finding,) = found.findings
    assert (finding.id, finding.values["rows"], finding.key) == (
        "register_row_malformed",
        3,
        "EinheitenSolar.xml",
    )
    whole = scan(make.of_one(make.utf16(make.document(rows))), "EinheitenSolar", Selection.everything())
    assert (numbers(whole), whole.rejected, whole.present) == ([5, 6], {MALFORMED: 4}, 6)


@pytest.mark.parametrize(
    ("old", "new", "read", "present"),
    [
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar>x<EinheitSolar>", [1, 2, 3], 4),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar", [3], 2),
        ("</EinheitSolar><EinheitSolar>", "<EinheitSolar>", [2, 3], 3),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar>", [1, 3], 3),
        ("</EinheitSolar><EinheitSolar>", "", [3], 2),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar>\r\n  <EinheitSolar>", [1, 2, 3], 3),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar><EinheitSolar/><EinheitSolar>", [1, 2, 3], 4),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar><EinheitSolar></EinheitSolar><EinheitSolar>", [1, 2, 3], 4),
        ("</EinheitSolar><EinheitSolar>", "</EinheitSolar></EinheitenSolar><EinheitSolar>", [1, 2, 3], 4),
    ],
)  # fmt: skip
def test_rows_that_run_into_each_other_are_counted(make, old, new, read, present):
    text = make.document(make.row(n) for n in (1, 2, 3)).replace(old, new, 1)
    for cut in (Cut(), Cut(chunk=2, window=64)):
        found = scan(make.of_one(make.utf16(text)), "EinheitenSolar", LEIPZIG, cut=cut)
        assert (numbers(found), found.present) == (read, present)
        everything = scan(make.of_one(make.utf16(text)), "EinheitenSolar", Selection.everything(), cut=cut)
        assert len(everything.frame) + sum(everything.rejected.values()) == everything.present == present


def test_half_a_surrogate_pair_only_costs_the_row_it_stands_in(make):
    text = make.document([make.row(1, Ort="\ud83d"), make.row(2), make.row(3, "14612000", Ort="\ud83d")])
    data = b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass")
    found = scan(make.of_one(data), "EinheitenSolar", LEIPZIG)
    assert (numbers(found), found.rejected, found.present) == ([2], {UNDECODABLE: 1}, 3)
    everything = scan(make.of_one(data), "EinheitenSolar", Selection.everything())
    assert (numbers(everything), everything.rejected) == ([2], {UNDECODABLE: 2})


def test_letters_that_look_like_the_key_in_their_low_byte_are_not_the_key(make):
    likeness = "\u0131\u0134\u0137\u0131\u0133\u0130\u0130\u0130"  # low bytes spell 14713000
    found = scan(
        make.of_one(make.utf16(make.document([make.row(1, likeness), make.row(2)]))),
        "EinheitenSolar",
        LEIPZIG,
    )
    assert (numbers(found), found.rejected, found.present) == ([2], {}, 2)


@pytest.mark.parametrize("written", ["&#49;4713000", "14713000 ", "\n14713000"])
def test_a_key_written_otherwise_is_read_before_it_is_judged(make, written):
    found = scan(make.of_one(make.utf16(make.document([make.row(1, written)]))), "EinheitenSolar", LEIPZIG)
    assert len(found.frame) == 1


def test_a_member_that_ends_too_early_is_a_finding_and_its_last_row_is_rejected(make):
    text = make.document([make.row(1), make.row(2)])
    for end, read, rejected in (
        (text.index("</EinheitenSolar>"), [1, 2], {}),
        (text.index("</EinheitenSolar>") + 8, [1, 2], {}),
        (text.rindex("<Gemeinde>"), [1], {CUT_OFF: 1}),
        (text.rindex("<EinheitSolar>") + 5, [1], {CUT_OFF: 1}),
        (text.rindex("</EinheitSolar>") + 5, [1], {CUT_OFF: 1}),
    ):
        found = scan(make.of_one(make.utf16(text[:end])), "EinheitenSolar", LEIPZIG)
        assert (numbers(found), found.rejected) == (read, rejected)
        assert "register_member_cut_off" in [finding.id for finding in found.findings]


def test_half_a_character_at_the_end_is_noticed(make):
    data = make.utf16(make.document([make.row(1)]))
    assert scan(make.of_one(data + b"\n"), "EinheitenSolar", LEIPZIG).rejected == {MALFORMED: 1}
    assert scan(make.of_one(data[:-1]), "EinheitenSolar", LEIPZIG).findings[0].id == "register_member_cut_off"


@pytest.mark.parametrize(
    "text",
    ["<EinheitenSolar/>", "<EinheitenSolar></EinheitenSolar>", "<EinheitenSolar>\n</EinheitenSolar>\n"],
)
def test_an_empty_table_has_no_rows(make, text):
    found = scan(make.of_one(make.utf16(text)), "EinheitenSolar", Selection.everything())
    assert (found.present, len(found.frame), found.findings) == (0, 0, ())


def test_an_unknown_table_is_read_by_the_name_of_its_first_row(make):
    body = "<!-- <x> --><Neuheit><Gemeindeschluessel>14713000</Gemeindeschluessel></Neuheit>"
    text = f"<Neuheiten xmlns:a='b'>{body}</Neuheiten>"
    archive = make.opened(make.zipped({"Neuheiten_1.xml": make.utf16(text), "EinheitenSolar.xml": b""}))
    assert (
        scan(archive, "neuheiten", LEIPZIG).present == 1 + 1
    )  # the comment is no row, but it stands where one should
    assert len(scan(archive, "neuheiten", LEIPZIG).frame) == 1


def test_a_first_row_with_a_broken_name_does_not_hide_the_others(make):
    text = make.document(make.row(n) for n in (1, 2, 3)).replace("<EinheitSolar>", "<EinheitSalar>", 1)
    found = scan(make.of_one(make.utf16(text)), "EinheitenSolar", LEIPZIG)
    assert (numbers(found), found.rejected, found.present) == ([2, 3], {MALFORMED: 1}, 3)


def test_a_row_without_end_does_not_fill_the_memory(make):
    endless = make.document(["<EinheitSolar><Ort>" + "".join(f"{n:07x}" for n in range(1_000_000))])
    assert (
        code_of(scan, make.of_one(make.utf16(endless)), "EinheitenSolar", LEIPZIG) == "register_row_too_long"
    )


def test_a_stream_gives_the_same_rows_and_account_in_frames(mixed, monkeypatch):
    monkeypatch.setattr("enact_plugin.register.bulk.scan.FRAME_ROWS", 5)
    whole = scan(mixed, "EinheitenSolar", Selection.everything())
    frames = stream(mixed, "EinheitenSolar", Selection.everything())
    found = list(frames)
    assert len(found) > 1
    assert [text for frame in found for text in frame["EinheitMastrNummer"]] == whole.frame[
        "EinheitMastrNummer"
    ].tolist()
    assert (frames.present, dict(frames.rejected), tuple(frames.findings)) == (
        whole.present,
        whole.rejected,
        whole.findings,
    )


@pytest.mark.parametrize("threads", [1, 2])
def test_a_cancel_ends_it_and_no_thread_stays(mixed, threads):
    progress = Progress(lambda fraction, code, values: None, lambda: True)
    with pytest.raises(Canceled):
        scan(mixed, "EinheitenSolar", LEIPZIG, progress, threads)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("enact-register")]


def test_the_progress_grows_to_one(mixed):
    seen = []
    progress = Progress(lambda fraction, code, values: seen.append(fraction), lambda: False)
    scan(mixed, "EinheitenSolar", LEIPZIG, progress, cut=Cut(chunk=100))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_the_first_error_in_the_order_of_parts_is_told_with_any_number_of_threads(make):
    good = make.utf16(make.document(make.row(n) for n in range(100)))
    members = {
        "EinheitenSolar_1.xml": good,
        "EinheitenSolar_2.xml": b"nichts",
        "EinheitenSolar_3.xml": b"nichts",
    }
    archive = make.opened(make.zipped(members))
    for threads in (1, 3):
        with pytest.raises(EnactError) as caught:
            scan(archive, "EinheitenSolar", LEIPZIG, threads=threads)
        assert caught.value.params["member"] == "EinheitenSolar_2.xml"


def test_the_real_storage_units_are_read(real_data, make):
    """33 rows: `iconv -f utf-16 -t utf-8 … | grep -o '<EinheitStromSpeicher>' | wc -l`."""
    data = (real_data / "mastr" / "EinheitenStromSpeicher.xml").read_bytes()
    archive = make.of_one(data, "EinheitenStromSpeicher_1.xml")
    found = scan(archive, "EinheitenStromSpeicher", Selection.everything())
    assert (found.present, len(found.frame), found.rejected, found.findings) == (33, 33, {}, ())
    one = scan(
        archive, "EinheitenStromSpeicher", Selection.of_ags((found.frame.loc[0, "Gemeindeschluessel"],))
    )
    assert one.frame.loc[0, "EinheitMastrNummer"] == found.frame.loc[0, "EinheitMastrNummer"]
