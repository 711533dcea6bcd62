"""Members inflated by either library: the same bytes, and the same refusals."""

import io
import zipfile
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from isal import isal_zlib

from enact_plugin.errors import EnactError
from enact_plugin.register.bulk import inflate
from enact_plugin.register.bulk.archive import open_archive

ENGINES = {"zlib": zlib, "isal": isal_zlib}
# whoever tests with something in place for all examples says so
SETTINGS = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=sorted(ENGINES))
def engine(request, monkeypatch):
    """Which library inflates."""
    monkeypatch.setattr(inflate, "engine", ENGINES[request.param])


def test_the_faster_library_is_used_where_it_is_installed():
    assert inflate.engine is isal_zlib


@SETTINGS
@given(
    words=st.lists(st.sampled_from(["<Ort>", "Görlitz", "0", "\x00ä", "14713000" * 40]), max_size=400),
    times=st.integers(1, 60),
    level=st.integers(1, 9),
    size=st.sampled_from([1, 7, 1000, 1 << 15, 1 << 18]),
)
def test_pieces_are_bounded_and_make_up_the_whole(engine, words, times, level, size):
    text = ("".join(words) * times).encode("utf-16-le")
    if size < 1000:
        text = text[:20_000]
    pieces = _pieces(_zipped(text, level), size)
    assert b"".join(pieces) == text
    assert all(0 < len(piece) <= size for piece in pieces)


@SETTINGS
@given(data=st.data(), level=st.integers(1, 9))
def test_a_damaged_member_is_refused_or_read_as_it_was(engine, data, level):
    text = "".join(f"<E>{n * 7919 % 10007}</E>" for n in range(3000)).encode("utf-16-le")
    whole = _zipped(text, level)
    start, end = _body(whole)
    at = data.draw(st.integers(start, end - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    try:
        pieces = _pieces(bytes(damaged), 1 << 12)
    except EnactError as error:
        assert error.code == "register_member_damaged"
    else:
        assert b"".join(pieces) == text


def test_a_stream_that_ends_too_early_is_refused(engine):
    text = bytes(range(256)) * 500
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    body = packer.compress(text) + packer.flush()
    for kept in (0, 1, len(body) // 2, len(body) - 1):
        archive = _opened(_zipped(text, 6, body[:kept]))
        with pytest.raises(EnactError) as raised:
            list(archive.chunks(archive.members[0], 1000))
        assert raised.value.code == "register_member_damaged"


def _zipped(text: bytes, level: int, body: bytes | None = None) -> bytes:
    """A zip of one member; with `body`, one whose directory promises `text` and whose data are those bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        archive.writestr("EinheitenSolar.xml", text)
    whole = file.getvalue()
    if body is None:
        return whole
    start, end = _body(whole)
    directory = whole.index(b"PK\x01\x02", end)
    packed = len(body).to_bytes(4, "little")
    head = whole[:18] + packed + whole[22:start]
    tail = bytearray(whole[directory:])
    tail[20:24] = packed
    ending = tail.rindex(b"PK\x05\x06")
    tail[ending + 16 : ending + 20] = (len(head) + len(body)).to_bytes(4, "little")
    return bytes(head + body + tail)


def _body(whole: bytes) -> tuple[int, int]:
    """Where the packed data of the only member stand."""
    start = 30 + int.from_bytes(whole[26:28], "little") + int.from_bytes(whole[28:30], "little")
    return start, start + int.from_bytes(whole[18:22], "little")


def _opened(data: bytes):
    return open_archive(lambda: io.BytesIO(data), "export.zip")


def _pieces(data: bytes, size: int) -> list[bytes]:
    archive = _opened(data)
    return list(archive.chunks(archive.members[0], size))
