"""A remote file read as if it lay here: pieces, versions, broken lines, servers that give no pieces."""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import SILENT, Progress
from enact_plugin.sources import blocks
from enact_plugin.sources.blocks import BLOCK, RemoteStore
from enact_plugin.sources.export_cache import last_export, remember
from enact_plugin.sources.fetch import Limits
from enact_plugin.sources.probe import content_range, probe
from enact_plugin.sources.ranges import RemoteFile, remote_opener
from enact_plugin.sources.session import open_session

PIECE = 10_000
CONTENT = bytes((17 * i + i // 251) % 256 for i in range(95_000))  # 9 pieces and a half


@pytest.fixture
def session():
    return open_session()


@pytest.fixture
def remote(web, servers):
    content = servers.RemoteContent(CONTENT)
    web.routes["/export.zip"] = content
    return content


@pytest.fixture
def opened(web, session, tmp_path):
    """Open the remote file in small pieces; as a new run of the program would."""

    def make(progress=SILENT, piece=PIECE):
        store = RemoteStore(session, web.url("/export.zip"), tmp_path / "cache", progress, piece)
        return RemoteFile(session, web.url("/export.zip"), tmp_path / "cache", progress, store)

    return make


def given_out(remote) -> list[tuple[int, int]]:
    """Pieces asked for, without the first look at the file."""
    return [(start, end) for start, end in remote.asked if (start, end) != (0, 1)]


def test_a_file_is_read_as_if_it_lay_here(remote, opened):
    with opened() as file:
        assert file.size == len(CONTENT)
        assert file.read() == CONTENT
        assert file.read() == b""
        file.seek(-5, io.SEEK_END)
        assert (file.tell(), file.read(100)) == (len(CONTENT) - 5, CONTENT[-5:])
        file.seek(12_345)
        file.seek(5, io.SEEK_CUR)
        assert file.read(30_000) == CONTENT[12_350:42_350]
        file.seek(len(CONTENT) + 10)
        assert file.read(1) == b""
        with pytest.raises(ValueError, match="negative"):
            file.seek(-1)


def test_only_the_pieces_read_are_fetched_each_once(remote, opened):
    with opened() as file:
        file.seek(25_000)
        assert file.read(1000) == CONTENT[25_000:26_000]
        file.seek(21_000)
        assert file.read(1000) == CONTENT[21_000:22_000]
    assert given_out(remote) == [(20_000, 30_000)]


def test_pieces_are_small_enough_for_every_transport():
    assert BLOCK <= 8 << 20


def test_a_later_run_takes_what_is_there(remote, opened):
    with opened() as file:
        file.read(30_000)
    before = len(given_out(remote))
    with opened() as file:
        assert file.read() == CONTENT
    later = given_out(remote)[before:]
    # the piece fetched ahead may have been broken off when the first file was closed
    assert not {(0, 10_000), (10_000, 20_000), (20_000, 30_000)} & set(later)
    read_on = [piece for piece in later if piece != (30_000, 40_000)]
    assert len(read_on) == len(set(read_on))


def test_reading_on_fetches_ahead(remote, opened):
    with opened() as file:
        file.read(1)
        for _ in range(200):
            if (10_000, 20_000) in given_out(remote):
                break
            time.sleep(0.02)
        assert (10_000, 20_000) in given_out(remote)
        assert (20_000, 30_000) not in given_out(remote)


def test_a_broken_line_costs_the_piece_in_hand_only(remote, opened):
    remote.breaks = 3
    with opened() as file:
        assert file.read() == CONTENT
    asked = given_out(remote)
    assert len(asked) == 10 + 3
    assert len(set(asked)) == 10


def test_a_run_that_broke_off_goes_on_at_the_missing_piece(remote, opened, web):
    def fails_from_50_000(call):
        wanted = call.seen.headers["range"]
        if int(wanted.removeprefix("bytes=").partition("-")[0]) < 50_000:
            remote(call)
        else:
            call.answer(b"", 404)

    web.routes["/export.zip"] = fails_from_50_000
    with opened() as file, pytest.raises(EnactError) as caught:
        file.read()
    assert caught.value.code == "source_missing"
    assert sorted(given_out(remote)) == [(start, start + PIECE) for start in range(0, 50_000, PIECE)]
    web.routes["/export.zip"] = remote
    with opened() as file:
        assert file.read() == CONTENT
    assert len(given_out(remote)) == len(set(given_out(remote))) == 10


def test_handles_in_several_threads_share_what_is_fetched(remote, web, session, tmp_path):
    store = RemoteStore(session, web.url("/export.zip"), tmp_path, SILENT, PIECE)

    def read(start):
        with RemoteFile(session, web.url("/export.zip"), tmp_path, SILENT, store) as file:
            file.seek(start)
            return file.read(50_000)

    starts = [0, 5_000, 45_000, 20_000] * 3
    store.acquire()  # without any handle, what is fetched ahead is broken off
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(read, starts)) == [CONTENT[start : start + 50_000] for start in starts]
    store.release()
    asked = given_out(remote)
    assert len(asked) == len(set(asked)), "a piece was fetched twice"


def test_an_opener_gives_handles_of_their_own(remote, web, session, tmp_path):
    opener = remote_opener(session, web.url("/export.zip"), tmp_path)
    with opener() as one, opener() as other:
        one.seek(100)
        other.seek(200)
        assert (one.read(3), other.read(3)) == (CONTENT[100:103], CONTENT[200:203])


def test_a_zip_is_read_without_the_rest(web, servers, session, tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("unwanted.xml", os.urandom(300_000))
        archive.writestr("wanted.xml", b"<a>" * 1000)
    remote = web.routes["/export.zip"] = servers.RemoteContent(buffer.getvalue())
    store = RemoteStore(session, web.url("/export.zip"), tmp_path, SILENT, PIECE)
    file = RemoteFile(session, web.url("/export.zip"), tmp_path, SILENT, store)
    with zipfile.ZipFile(file) as archive:
        assert archive.read("wanted.xml") == b"<a>" * 1000
    assert sum(end - start for start, end in remote.asked) <= 4 * PIECE


# ---- versions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("etag", "modified"), [('"1"', ""), ("", "Mon, 02 Nov 2026 01:00:00 GMT")])
def test_a_file_that_changes_while_it_is_read_is_an_error(web, servers, opened, etag, modified):
    remote = web.routes["/export.zip"] = servers.RemoteContent(CONTENT, etag=etag, modified=modified)
    with opened() as file:
        file.read(100)
        remote.content = bytes(reversed(CONTENT))
        remote.etag = '"2"' if etag else ""
        remote.modified = "Tue, 03 Nov 2026 01:00:00 GMT" if modified else ""
        with pytest.raises(EnactError) as caught:
            file.read()
    assert (caught.value.code, caught.value.params["host"]) == ("source_changed", web.host)
    with opened() as file:  # started anew, nothing of the old version is used
        assert file.read() == bytes(reversed(CONTENT))


def test_a_file_that_grows_while_it_is_read_is_an_error(web, servers, opened):
    remote = web.routes["/export.zip"] = servers.RemoteContent(CONTENT, etag="")
    with opened() as file:
        file.read(100)
        remote.content = CONTENT + b"more"
        with pytest.raises(EnactError) as caught:
            file.read()
    assert caught.value.code == "source_changed"


def test_a_file_without_version_is_fetched_anew_by_each_run(web, servers, opened):
    remote = web.routes["/export.zip"] = servers.RemoteContent(CONTENT, etag="")
    with opened() as file:
        assert file.read() == CONTENT
    remote.content = bytes(reversed(CONTENT))
    with opened() as file:
        assert file.read() == bytes(reversed(CONTENT))


def test_a_weak_etag_is_no_version(web, servers, opened):
    remote = web.routes["/export.zip"] = servers.RemoteContent(CONTENT, etag='W/"1"')
    with opened() as file:
        assert file.read() == CONTENT
    remote.content = bytes(reversed(CONTENT))
    with opened() as file:
        assert file.read() == bytes(reversed(CONTENT))


def test_only_the_newest_version_is_kept(remote, opened, tmp_path):
    with opened() as file:
        file.read()
    remote.etag = '"2"'
    with opened() as file:
        file.read()
    folders = list((tmp_path / "cache" / "exports").iterdir())
    assert len(folders) == 1
    assert sum(path.stat().st_size for path in folders[0].glob("*.block")) == len(CONTENT)


def test_a_cache_that_was_cleared_meanwhile_is_filled_again(remote, opened, tmp_path):
    with opened() as file:
        file.read(30_000)
        for path in (tmp_path / "cache").rglob("*.block"):
            path.unlink()
        file.seek(0)
        assert file.read() == CONTENT


def test_a_damaged_piece_is_fetched_again(remote, opened, tmp_path):
    with opened() as file:
        file.read()
    next((tmp_path / "cache").rglob("000003.block")).write_bytes(b"half")
    with opened() as file:
        assert file.read() == CONTENT


# ---- exports with their date in the name, and without the server ---------------------------------------------------

APRIL, MAY, JUNE = (f"/Gesamtdatenexport_2026{month:02}01_26.1.zip" for month in (4, 5, 6))


@pytest.fixture
def hasty(monkeypatch):
    """The pauses between attempts are the fetch's part and tested there."""
    monkeypatch.setattr(blocks, "_LIMITS", Limits(idle_s=20, attempts=1))


@pytest.fixture
def export(web, servers, session, tmp_path):
    """Put an export on the server, and open it as a new run of the program would."""

    def make(path=APRIL, login="", content=CONTENT, **habits):
        if content is not None:
            web.routes[path] = servers.RemoteContent(content, **habits)
        return remote_opener(session, web.url(path, login), tmp_path / "cache")

    return make


def read(opener) -> bytes:
    with opener() as file:
        return file.read()


@pytest.mark.parametrize("etag", ['"of another computer of the server"', ""])
def test_an_export_is_known_again_by_the_date_in_its_name(export, web, etag):
    read(export())
    opener = export(etag=etag)
    assert read(opener) == CONTENT
    assert given_out(web.routes[APRIL]) == []
    assert opener.findings == ()


def test_an_export_of_the_same_date_but_another_size_is_another(export):
    read(export())
    assert read(export(content=CONTENT[::-1] + b"more", etag='"2"')) == CONTENT[::-1] + b"more"


def test_without_the_server_its_pieces_are_read_and_the_date_told(export, web, hasty, tmp_path):
    read(export())
    web.close()
    opener = remote_opener(open_session(), web.url(APRIL), tmp_path / "cache")  # no connection is left open
    assert read(opener) == CONTENT
    age, reason = opener.findings
    assert (age.id, age.values) == ("export_cached", {"host": web.host, "date": "01.04.2026"})
    assert (reason.id, reason.values["host"]) == ("source_unreachable", web.host)


def test_an_export_that_is_no_longer_on_the_server_is_read_from_what_is_there(export, web, hasty):
    read(export())
    del web.routes[APRIL]
    opener = export(content=None)
    assert read(opener) == CONTENT
    assert [finding.id for finding in opener.findings] == ["export_cached", "source_missing"]


def test_a_piece_that_is_not_there_cannot_be_had_without_the_server(export, web, hasty, tmp_path):
    read(export())
    next((tmp_path / "cache").rglob("000000.block")).unlink()
    del web.routes[APRIL]
    with pytest.raises(EnactError) as caught:
        read(export(content=None))
    assert (caught.value.code, caught.value.params["host"]) == ("source_missing", web.host)


def test_pieces_of_another_export_or_server_are_not_given_out(export, servers, web, session, hasty, tmp_path):
    read(export())
    other = servers.Web()
    other.close()
    for url in (web.url(MAY), other.url(APRIL)):
        with pytest.raises(EnactError):
            remote_opener(session, url, tmp_path / "cache")


def test_the_two_exports_used_last_stay(export, web, hasty, tmp_path):
    for path in (APRIL, MAY, APRIL, JUNE):
        read(export(path))
    assert len(list((tmp_path / "cache" / "exports").iterdir())) == 2
    web.routes.clear()
    assert read(export(APRIL, content=None)) == read(export(JUNE, content=None)) == CONTENT
    with pytest.raises(EnactError):
        export(MAY, content=None)


def test_the_cache_keeps_no_password_and_no_token(export, web, tmp_path):
    read(export(f"{APRIL}", login="planer:geheim"))
    remember(tmp_path / "cache", web.url("/page?sig=marke", "planer:geheim"), web.url(APRIL, "planer:geheim"))
    notes = [path.read_text() for path in (tmp_path / "cache").rglob("*.json")]
    assert len(notes) == 2
    assert not any("geheim" in note or "marke" in note for note in notes)


def test_the_export_a_page_led_to_is_remembered(web, tmp_path):
    remember(tmp_path, web.url("/page"), web.url(APRIL))
    assert last_export(tmp_path, web.url("/page")) == web.url(APRIL)
    assert last_export(tmp_path, web.url("/other")) is None


# ---- servers that give no pieces ------------------------------------------------------------------------------------


def test_a_server_without_ranges_gives_the_whole_once(remote, opened):
    remote.ranges = False
    with opened() as file:
        file.seek(-100, io.SEEK_END)
        assert file.read() == CONTENT[-100:]
        file.seek(0)
        assert file.read() == CONTENT
    assert len(remote.asked) == 2  # the look at the file, and the file
    with opened() as file:
        assert file.read() == CONTENT
    assert len(remote.asked) == 3


def test_a_server_that_does_not_say_the_size_gives_the_whole(remote, opened):
    remote.ranges = remote.sized = False
    with opened() as file:
        assert file.size == len(CONTENT)
        assert file.read() == CONTENT


def test_a_server_that_stops_giving_pieces_gives_the_whole(remote, opened):
    with opened() as file:
        assert file.read(15_000) == CONTENT[:15_000]
        remote.ranges = False
        assert file.read() == CONTENT[15_000:]


def test_a_whole_that_breaks_off_is_asked_for_again(remote, opened):
    remote.ranges = False
    remote.breaks = 3  # the look counts as one
    with opened() as file:
        assert file.read() == CONTENT


def test_a_server_that_gives_other_pieces_is_not_believed(web, servers, remote, opened):
    def shifted(call):
        if "range" in call.seen.headers and call.seen.headers["range"] != "bytes=0-0":
            headers = {"Content_Range": f"bytes 5-14/{len(CONTENT)}", "ETag": '"1"'}
            call.answer(CONTENT[5:15], 206, **headers)
        else:
            remote(call)

    web.routes["/export.zip"] = shifted
    with opened() as file:
        assert file.read() == CONTENT


def test_a_page_where_a_file_was_expected_is_an_error(web, servers, session):
    web.routes["/export.zip"] = servers.says("<html>Wartung</html>", Content_Type="text/html; charset=utf-8")
    with pytest.raises(EnactError) as caught:
        probe(session, web.url("/export.zip"))
    assert (caught.value.code, caught.value.params["host"]) == ("source_not_a_file", web.host)


def test_a_file_that_is_not_there_is_an_error(web, opened):
    with pytest.raises(EnactError) as caught:
        opened()
    assert caught.value.code == "source_missing"


# ---- cancel, disk ---------------------------------------------------------------------------------------------------


def test_a_cancel_ends_the_reading(remote, opened, web):
    cancel = threading.Event()

    def slow(call):
        if call.seen.headers.get("range") == "bytes=0-0":
            remote(call)
        else:
            cancel.set()
            call.hang()

    web.routes["/export.zip"] = slow
    with opened(Progress(lambda *_: None, cancel.is_set)) as file, pytest.raises(Canceled):
        file.read()
    assert web.left.wait(10), "the connection is still open"


def test_a_cache_that_cannot_be_written_is_an_error(remote, web, session, tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(EnactError) as caught:
        RemoteStore(session, web.url("/export.zip"), tmp_path / "cache")
    assert caught.value.code == "cache_unwritable"
    assert str(tmp_path / "cache") in caught.value.params["path"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bytes 0-0/100", (0, 1, 100)),
        ("bytes 5-9/*", (5, 10, None)),
        ("bytes */100", None),
        ("", None),
        ("rows 1-2/3", None),
    ],
)
def test_a_range_is_read(text, found):
    assert content_range({"Content-Range": text}) == found
