"""The directory of a bulk export, and members inflated and checked; what cannot be trusted is refused."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from datetime import date

import pytest

from enact_plugin.errors import EnactError
from enact_plugin.register.bulk.archive import limit, local_opener, open_archive
from enact_plugin.register.bulk.scan import Selection, scan


def code_of(call, *arguments):
    with pytest.raises(EnactError) as caught:
        call(*arguments)
    return caught.value.code


def read_all(archive):
    return [b"".join(archive.chunks(member)) for member in archive.members]


def test_members_in_any_order_and_case_form_tables_in_the_order_of_their_parts(make):
    data = make.utf16(make.document([]))
    names = ("einheitensolar_10.XML", "AnlagenKwk.xml", "EinheitenSolar_2.xml", "EINHEITENSOLAR_1.xml")
    archive = make.opened(make.zipped(dict.fromkeys(names, data)))
    assert archive.tables() == ("AnlagenKwk", "EinheitenSolar")
    assert [member.part for member in archive.by_table("EinheitenSolar")] == [1, 2, 10]
    assert archive.by_table("einheitensolar") == archive.by_table("EinheitenSolar")
    assert archive.by_table("EinheitenWind") == ()


def test_missing_parts_are_named(make):
    data = make.utf16(make.document([make.row(1)]))
    archive = make.opened(make.zipped({f"EinheitenSolar_{part}.xml": data for part in (2, 5)}))
    assert archive.missing_parts("EinheitenSolar") == (1, 3, 4)
    (finding,) = scan(archive, "EinheitenSolar", Selection.everything()).findings
    assert finding.id == "register_parts_missing"
    assert finding.values["parts"] == "1, 3, 4"


def test_the_state_is_the_newest_day_of_a_member(make):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, day in (("EinheitenSolar_1.xml", (2026, 8, 1)), ("EinheitenSolar_2.xml", (2026, 8, 2))):
            archive.writestr(zipfile.ZipInfo(name, (*day, 5, 0, 0)), b"x")
    assert make.opened(file.getvalue()).date == date(2026, 8, 2)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 100, 1 << 19])
def test_bytes_are_the_same_in_pieces_of_any_size(make, method, size):
    data = make.utf16(make.document(make.row(number) for number in range(20)))
    archive = make.opened(make.zipped({"EinheitenSolar.xml": data}, method))
    pieces = list(archive.chunks(archive.members[0], size))
    assert b"".join(pieces) == data
    assert max(map(len, pieces)) <= size


def test_paths_of_members_are_never_used(make, tmp_path):
    data = make.utf16(make.document([make.row(1)]))
    names = ("../../EinheitenSolar_1.xml", "/etc/EinheitenSolar_2.xml", "C:\\EinheitenSolar_3.xml")
    path = tmp_path / "inside" / "export.zip"
    path.parent.mkdir()
    path.write_bytes(make.zipped(dict.fromkeys(names, data)))
    archive = open_archive(local_opener(path), str(path))
    assert scan(archive, "EinheitenSolar", Selection.everything()).present == 3
    assert [found.name for found in sorted(tmp_path.rglob("*"))] == ["inside", "export.zip"]


def test_a_folder_in_the_archive_other_files_and_what_a_mac_adds_do_not_matter(make):
    data = make.utf16(make.document([make.row(1)]))
    members = {
        "Gesamtdatenexport/EinheitenSolar_1.xml": data,
        "Gesamtdatenexport/Hinweise.pdf": b"%PDF",
        "__MACOSX/Gesamtdatenexport/._EinheitenSolar_1.xml": b"\0\0",
        "__MACOSX/EinheitenSolar_2.xml": b"\0\0",
    }
    assert len(make.opened(make.zipped(members)).members) == 1


def test_the_same_part_twice_is_refused(make):
    members = dict.fromkeys(("2025/EinheitenSolar_1.xml", "2026/einheitensolar_1.xml"), b"x")
    assert code_of(make.opened, make.zipped(members)) == "register_member_doubled"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "register_file_empty"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><body>Wartung</body></html>", "register_file_is_html"),
        (b"MaStR-Nr. der Einheit;Ort\r\n" * 100, "register_archive_not_zip"),
        (b"PK\x03\x04" + b"\0" * 5000, "register_archive_cut_off"),
        (b"PK\x05\x06" + b"\0" * 18, "register_archive_no_tables"),
    ],
)
def test_what_is_no_export_is_named(make, data, code):
    assert code_of(make.opened, data) == code


def test_an_archive_cut_off_at_any_place_is_refused_or_whole(make):
    data = make.zipped({"EinheitenSolar.xml": make.utf16(make.document([make.row(1)]))})
    codes = {code_of(make.opened, data[:end]) for end in range(1, len(data) - 1, 7)}
    assert codes <= {"register_archive_cut_off", "register_archive_not_zip", "register_archive_damaged"}


def test_an_archive_of_other_things_is_refused(make):
    assert (
        code_of(make.opened, make.zipped({"Wetter.xml": b"x", "a.txt": b"y"})) == "register_archive_no_tables"
    )


def test_a_file_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "export.zip"
    assert code_of(open_archive, local_opener(path), str(path)) == "register_file_missing"
    assert code_of(open_archive, local_opener(tmp_path), str(tmp_path)) == "register_file_unreadable"


def patched(data: bytes, offset: int, value: bytes) -> bytes:
    """The same zip with some bytes of its directory's first entry changed."""
    at = data.index(b"PK\x01\x02") + offset
    return data[:at] + value + data[at + len(value) :]


def test_a_wrong_check_sum_is_refused(make):
    data = make.zipped({"EinheitenSolar.xml": make.utf16(make.document([make.row(1)]))})
    crc = struct.unpack_from("<L", data, data.index(b"PK\x01\x02") + 16)[0]
    archive = make.opened(patched(data, 16, struct.pack("<L", crc ^ 1)))
    assert code_of(read_all, archive) == "register_member_damaged"
    assert code_of(scan, archive, "EinheitenSolar", Selection.everything()) == "register_member_damaged"


@pytest.mark.parametrize("more", [-2, 2])
def test_a_member_of_another_length_than_it_says_is_refused(make, more):
    text = make.utf16(make.document([make.row(1)]))
    data = make.zipped({"EinheitenSolar.xml": text})
    archive = make.opened(patched(data, 24, struct.pack("<L", len(text) + more)))
    assert code_of(read_all, archive) == "register_member_damaged"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_data_changed_anywhere_is_refused_or_the_same(make, method):
    text = make.utf16(make.document(make.row(number) for number in range(5)))
    data = make.zipped({"EinheitenSolar.xml": text}, method)
    first, last = 30 + len("EinheitenSolar.xml"), data.index(b"PK\x01\x02")
    for at in range(first, last, 3):
        archive = make.opened(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
        assert code_of(read_all, archive) == "register_member_damaged"


def test_an_encrypted_member_is_refused(make):
    data = make.zipped({"EinheitenSolar.xml": b"x" * 100})
    assert code_of(make.opened, patched(data, 8, struct.pack("<H", 1))) == "register_member_encrypted"


@pytest.mark.parametrize(("method", "name"), [(9, "Deflate64"), (12, "bzip2"), (14, "LZMA"), (77, "77")])
def test_a_way_of_packing_that_is_not_read_is_named(make, method, name):
    data = patched(make.zipped({"EinheitenSolar.xml": b"x" * 100}), 10, struct.pack("<H", method))
    with pytest.raises(EnactError) as caught:
        make.opened(data)
    assert caught.value.code == "register_member_compression"
    assert caught.value.params["method"] == name


def test_a_bomb_is_refused_by_what_it_says_of_itself(make):
    blank = b" " * (limit("ratio_from_mib") << 20) + b" "  # deflate packs blanks about 1000-fold
    assert code_of(make.opened, make.zipped({"EinheitenSolar.xml": blank})) == "register_member_ratio"


def test_a_bomb_that_lies_is_refused_once_it_is_longer_than_it_says(make):
    data = make.zipped({"EinheitenSolar.xml": b" " * (1 << 24)})
    archive = make.opened(patched(data, 24, struct.pack("<L", 1000)))
    taken = 0
    with pytest.raises(EnactError) as caught:
        for piece in archive.chunks(archive.members[0], 600):
            taken += len(piece)
    assert caught.value.code == "register_member_damaged"
    assert taken <= 1000


def test_members_and_the_whole_have_a_size_at_which_they_are_refused(make, monkeypatch):
    data = make.zipped({f"EinheitenSolar_{part}.xml": bytes(range(256)) * 9000 for part in (1, 2, 3)})
    assert len(make.opened(data).members) == 3  # 2.2 MiB each
    names = ("members", "directory_mib", "member_mib", "total_mib", "ratio", "ratio_from_mib")
    limits = {name: limit(name) for name in names}
    for name, value, code in (
        ("member_mib", 1, "register_member_too_large"),
        ("total_mib", 5, "register_archive_too_large"),
        ("members", 2, "register_archive_too_many"),
    ):
        changed = {**limits, name: value}
        with monkeypatch.context() as patch:
            patch.setattr("enact_plugin.register.bulk.archive._limits", lambda changed=changed: changed)
            assert code_of(make.opened, data) == code


def test_the_same_bytes_under_several_names_are_refused(make):
    """The overlapping bomb: a small file whose members share their data."""
    data = make.zipped({f"EinheitenSolar_{part}.xml": b"x" * 1000 for part in (1, 2)})
    second = data.rindex(b"PK\x01\x02")
    assert (
        code_of(make.opened, data[: second + 42] + struct.pack("<L", 0) + data[second + 46 :])
        == "register_archive_damaged"
    )


def test_zip64_and_members_written_without_knowing_their_size_are_read(make):
    text = make.utf16(make.document([make.row(1), make.row(2)]))

    class Unseekable(io.BytesIO):
        def seekable(self):
            return False

    file = Unseekable()
    info = zipfile.ZipInfo("EinheitenSolar.xml")
    with zipfile.ZipFile(file, "w") as archive, archive.open(info, "w", force_zip64=True) as member:
        member.write(text)
    assert read_all(make.opened(file.getvalue())) == [text]


def zip64(text: bytes) -> bytes:
    """A zip whose sizes, places and counts all stand in the 64-bit records."""
    name, packed = b"EinheitenSolar.xml", zlib.compressobj(6, zlib.DEFLATED, -15)
    body = packed.compress(text) + packed.flush()
    full, half = 0xFFFFFFFF, 0xFFFF
    sizes = struct.pack("<HHQQ", 1, 16, len(text), len(body))
    local = struct.pack(
        "<4s5H3L2H", b"PK\3\4", 45, 0, 8, 0, 33, zlib.crc32(text), full, full, len(name), len(sizes)
    )
    data = local + name + sizes + body
    extra = struct.pack("<HHQQQ", 1, 24, len(text), len(body), 0)
    entry = struct.pack(
        "<4s6H3L5H2L",
        b"PK\1\2",
        45,
        45,
        0,
        8,
        0,
        33,
        zlib.crc32(text),
        full,
        full,
        len(name),
        len(extra),
        0,
        0,
        0,
        0,
        full,
    )
    directory = entry + name + extra
    end = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, len(directory), len(data))
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(data) + len(directory), 1)
    return (
        data
        + directory
        + end
        + locator
        + struct.pack("<4s4H2LH", b"PK\5\6", half, half, half, half, full, full, 0)
    )


def test_the_64_bit_records_of_large_archives_are_read(make):
    text = make.utf16(make.document([make.row(1)]))
    assert read_all(make.opened(zip64(text))) == [text]


def test_a_directory_larger_than_any_export_is_refused_before_it_is_read(make):
    data = zip64(b"")
    at = data.index(b"PK\6\6") + 32
    huge = data[:at] + struct.pack("<QQ", 10**9, 10**11) + data[at + 16 :]
    assert code_of(make.opened, huge) == "register_archive_too_many"


def test_a_member_whose_own_header_names_another_file_is_damaged(make):
    """The directory was pointed at the bytes of another table: both are valid, of the same length and check sum."""
    data = make.zipped({"EinheitenWind.xml": make.utf16(make.document([make.row(1)]))})
    assert data.count(b"EinheitenWind.xml") == 2
    turned = data.replace(b"EinheitenWind.xml", b"EinheitenKern.xml", 1)
    archive = open_archive(lambda: io.BytesIO(turned), "export.zip")
    with pytest.raises(EnactError) as caught:
        list(archive.chunks(archive.members[0]))
    assert caught.value.code == "register_member_damaged"
