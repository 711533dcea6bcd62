"""A large file to the disk, over lines that break and from servers with habits; in QGIS by test_contract_qgis.py."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import threading
from collections import namedtuple
from pathlib import Path

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import SILENT, Progress
from enact_plugin.sources import download as room
from enact_plugin.sources.download import download
from enact_plugin.sources.fetch import Limits
from enact_plugin.sources.session import open_session

CONTENT = bytes((17 * i + i // 251) % 256 for i in range(95_000))
OTHER = bytes(reversed(CONTENT))
ROOT = Path(__file__).resolve().parents[2]
MODIFIED = "Mon, 02 Nov 2026 01:00:00 GMT"


@pytest.fixture
def session():
    return open_session()


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The pauses between attempts are the fetch's part and tested there."""
    monkeypatch.setattr(room, "_LIMITS", Limits(idle_s=20, attempts=3, first_pause_s=0.01, most_pause_s=0.02))


@pytest.fixture
def shared(web, servers):
    """A file on a server."""
    content = servers.RemoteContent(CONTENT)
    web.routes["/file.zip"] = content
    return content


@pytest.fixture
def target(tmp_path):
    return tmp_path / "cache" / "file.zip"


@pytest.fixture
def loaded(web, session, target):
    """Fetch it, as a new run of the program would."""
    return lambda **options: download(session, web.url("/file.zip"), target, **options)


def error_of(loaded, **options) -> EnactError:
    with pytest.raises(EnactError) as caught:
        loaded(**options)
    return caught.value


def beside(target: Path) -> list[str]:
    return sorted(each.name for each in target.parent.iterdir() if each != target)


def test_a_file_comes_whole_and_leaves_nothing_beside(shared, loaded, target):
    heard = []
    found = loaded(progress=Progress(lambda share, *_: heard.append(share), lambda: False))
    assert (found.path, found.size, found.validator, found.unchanged) == (target, 95_000, '"1"', False)
    assert target.read_bytes() == CONTENT
    assert beside(target) == []
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


@pytest.mark.parametrize(("etag", "modified"), [('"1"', ""), ("", MODIFIED), ('W/"1"', MODIFIED)])
def test_what_broke_off_is_gone_on_with(shared, loaded, target, etag, modified):
    shared.etag, shared.modified, shared.breaks = etag, modified, 2
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT
    # half of all, half of the rest, the rest
    assert shared.asked == [(0, 95_000), (47_500, 95_000), (71_250, 95_000)]


def test_a_later_run_goes_on_where_one_broke_off(shared, loaded, target):
    shared.breaks = 3
    assert error_of(loaded).code == "source_unreachable"
    assert not target.exists()
    assert beside(target) == [".file.zip.part", ".file.zip.part.json"]
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT
    assert shared.asked[-1] == (83_125, 95_000)
    assert beside(target) == []


def test_a_file_that_was_whole_but_for_its_name_is_not_fetched_again(shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    (target.parent / ".file.zip.part").write_bytes(CONTENT)
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT
    assert shared.asked[-1] == (94_999, 95_000)


def test_a_cancel_leaves_what_is_there_for_the_next_run(web, servers, shared, loaded, target):
    cancel = threading.Event()

    def half(call):
        call.head(200, Content_Length="95000", ETag='"1"')
        call.write(CONTENT[:70_000])
        cancel.wait(10)
        call.hang()

    def heard(share, *_):
        if share > 0.5:
            cancel.set()

    web.routes["/file.zip"] = servers.after([half], shared)
    with pytest.raises(Canceled):
        loaded(progress=Progress(heard, cancel.is_set))
    assert not target.exists()
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT
    assert shared.asked[0][0] > 40_000


def test_a_file_that_changed_meanwhile_is_fetched_anew(shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    shared.content, shared.etag = OTHER, '"2"'
    assert loaded().validator == '"2"'
    assert target.read_bytes() == OTHER


def test_a_server_that_gives_pieces_of_another_version_is_not_believed(web, servers, shared, loaded, target):
    """It does not know If-Range."""
    shared.breaks = 3
    error_of(loaded)

    def other(call):
        call.seen.headers.pop("if-range", None)
        changed(call)

    changed = servers.RemoteContent(OTHER, etag='"2"')
    web.routes["/file.zip"] = other
    assert loaded().validator == '"2"'
    assert target.read_bytes() == OTHER
    assert [start for start, _ in changed.asked] == [83_125, 0]


def test_a_server_that_gives_another_piece_is_not_believed(web, servers, shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    wrong = servers.says(b"x" * 10, 206, Content_Range="bytes 0-9/95000", ETag='"1"')
    web.routes["/file.zip"] = servers.after([wrong], shared)
    loaded()
    assert target.read_bytes() == CONTENT


def test_a_server_that_has_less_than_we_is_asked_anew(shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    shared.content = CONTENT[:1000]  # of the same ETag: a server that makes it of the date alone
    assert loaded().size == 1000
    assert target.read_bytes() == CONTENT[:1000]


@pytest.mark.parametrize(("etag", "ranges"), [("", True), ('"1"', False)])
def test_without_a_version_or_pieces_it_begins_anew(shared, loaded, target, etag, ranges):
    shared.etag, shared.ranges, shared.breaks = etag, ranges, 1
    loaded()
    assert target.read_bytes() == CONTENT
    assert shared.asked == [(0, 95_000)] * 2


def test_what_cannot_be_gone_on_with_is_not_kept(shared, loaded, target):
    shared.etag, shared.breaks = "", 3
    assert error_of(loaded).code == "source_unreachable"
    assert beside(target) == []


def test_a_server_that_does_not_say_the_size_gives_it_whole(shared, loaded, target):
    shared.sized = False
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT


def test_a_share_that_refuses_head_is_fetched(web, shared, loaded):
    """As those of Nextcloud."""
    web.routes["/file.zip"] = lambda call: (
        call.answer(b"", 401) if call.handler.command == "HEAD" else shared(call)
    )
    assert loaded().size == 95_000


@pytest.mark.parametrize(("etag", "modified"), [('"1"', ""), ('W/"1"', ""), ("", MODIFIED)])
@pytest.mark.parametrize("conditional", [True, False])
def test_a_file_that_has_not_changed_is_not_fetched_again(
    shared, loaded, target, etag, modified, conditional
):
    """Also where the caller has put the first one elsewhere, and where the server does not know conditions."""
    shared.etag, shared.modified, shared.conditional = etag, modified, conditional
    first = loaded()
    assert first.validator == (etag or modified)
    target.unlink()
    again = loaded(validator=first.validator)
    assert (again.unchanged, again.validator, again.size) == (True, first.validator, 0)
    assert not target.exists()
    shared.content, shared.etag, shared.modified = OTHER, '"2"', ""
    assert loaded(validator=first.validator).unchanged is False
    assert target.read_bytes() == OTHER


def test_the_old_file_stays_until_the_new_one_is_whole(shared, loaded, target):
    loaded()
    shared.content, shared.etag, shared.breaks = OTHER, '"2"', 3
    assert error_of(loaded).code == "source_unreachable"
    assert target.read_bytes() == CONTENT


def test_a_page_is_no_file_and_costs_nothing_of_what_is_there(web, servers, shared, loaded, target):
    """The login of a proxy, with status 200."""
    shared.breaks = 3
    error_of(loaded)
    web.routes["/file.zip"] = servers.says(b"<!DOCTYPE html><html>" + b"x" * 9000, ETag='"9"')
    error = error_of(loaded)
    assert (error.code, error.params["host"]) == ("source_not_a_file", web.host)
    web.routes["/file.zip"] = shared
    loaded()
    assert target.read_bytes() == CONTENT
    assert shared.asked[-1] == (83_125, 95_000)


def test_the_caller_may_refuse_what_it_begins_with(shared, loaded, target):
    def refuse(beginning, url):
        raise EnactError("source_not_a_file", host=f"{len(beginning)}")

    assert error_of(loaded, refuse=refuse).params["host"] == "1024"
    assert beside(target) == []


def test_an_error_of_the_server_is_told(web, loaded, target):
    error = error_of(loaded)
    assert (error.code, error.params["host"], error.params["status"]) == ("source_missing", web.host, 404)
    assert beside(target) == []


def test_a_trickle_is_not_waited_for(web, loaded, monkeypatch):
    monkeypatch.setattr(room, "_WINDOW_S", 0.2)

    @web.route("/file.zip")
    def _(call):
        call.head(200, Content_Length="100000000", ETag='"1"')
        call.write(b"PK" * 2000)
        call.trickle()

    error = error_of(loaded)
    assert (error.code, error.params["host"]) == ("source_timeout", web.host)
    assert web.left.wait(10), "the connection is still open"


# ---- the disk -------------------------------------------------------------------------------------------------------


def test_a_file_too_large_for_the_disk_is_not_begun(web, loaded, target, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(1 << 40, 1 << 40, 50_000))

    @web.route("/file.zip")
    def _(call):
        call.head(200, Content_Length=str(5 << 20))
        call.hang()

    error = error_of(loaded)
    assert (error.code, error.params["size"], error.params["path"]) == (
        "cache_too_small",
        5,
        str(target.parent),
    )
    assert beside(target) == []


def test_a_disk_that_fills_up_is_told_and_freed(web, shared, session, target):
    """No file may become larger than 50 kB, as on a disk that has no more; in a process of its own."""
    code = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from enact_plugin.errors import EnactError\n"
        "from enact_plugin.sources.download import download\n"
        "from enact_plugin.sources.session import open_session\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try:\n"
        "    download(open_session(), sys.argv[1], Path(sys.argv[2]))\n"
        "except EnactError as error:\n"
        "    print(error.code, error.params['path'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, web.url("/file.zip"), str(target)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["cache_unwritable", str(target)], done.stderr
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_an_error(shared, loaded, target):
    target.parent.write_text("a file where the folder should be", encoding="utf-8")
    error = error_of(loaded)
    assert error.code == "cache_unwritable"
    assert not shared.asked


def test_200_megabytes_pass_through_little_memory(web, loaded, target):
    size, block = 200 << 20, bytes(1 << 20)

    @web.route("/file.zip")
    def _(call):
        call.head(200, Content_Length=str(size), ETag='"1"')
        for _ in range(200):
            call.write(block)

    highest = [0]

    def heard(*_):
        highest[0] = max(highest[0], resident())

    before = resident()
    assert loaded(progress=Progress(heard, SILENT.is_canceled)).size == size
    assert highest[0] - before < 64 << 20
    target.unlink()


def resident() -> int:
    """Bytes of memory in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_two_at_once_get_each_the_whole_file(shared, loaded, target):
    lock = target.parent / ".file.zip.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.write_text(str(os.getpid()))  # another is at it
    (target.parent / ".file.zip.part").write_bytes(b"of the other")
    assert loaded().size == 95_000
    assert target.read_bytes() == CONTENT
    assert beside(target) == [".file.zip.lock", ".file.zip.part"]
    assert (target.parent / ".file.zip.part").read_bytes() == b"of the other"


def test_three_programs_at_once_get_each_the_whole_file(web, shared, target):
    """The server begins to answer once all three have asked; one of them is cut off and goes on."""
    code = (
        "import sys\n"
        "from hashlib import sha256\n"
        "from pathlib import Path\n"
        "from enact_plugin.sources.download import download\n"
        "from enact_plugin.sources.session import open_session\n"
        "found = download(open_session(), sys.argv[1], Path(sys.argv[2]))\n"
        "print(found.size, sha256(found.path.read_bytes()).hexdigest())\n"
    )
    all_asked = threading.Event()
    together = threading.Barrier(3, all_asked.set, timeout=60)
    shared.breaks = 1

    @web.route("/file.zip")
    def _(call):
        if not all_asked.is_set():
            together.wait()
        shared(call)

    command = [sys.executable, "-c", code, web.url("/file.zip"), str(target)]
    programs = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [program.communicate(timeout=120) for program in programs]
    whole = f"{len(CONTENT)} {hashlib.sha256(CONTENT).hexdigest()}"
    assert [out.strip() for out, _ in said] == [whole] * 3, said
    assert target.read_bytes() == CONTENT
    assert beside(target) == []
    assert len(shared.asked) == 4


@pytest.mark.skipif(os.name != "posix", reason="only there a process can be asked for")
def test_what_a_killed_program_left_is_gone_on_with(shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    killed = subprocess.Popen([sys.executable, "-c", ""])
    killed.wait()
    (target.parent / ".file.zip.lock").write_text(str(killed.pid))
    assert loaded().size == 95_000
    assert shared.asked[-1] == (83_125, 95_000)
    assert beside(target) == []


def test_what_nobody_was_at_for_long_is_gone_on_with(shared, loaded, target):
    shared.breaks = 3
    error_of(loaded)
    (target.parent / ".file.zip.lock").write_text(str(os.getpid()))
    for path in target.parent.glob(".file.zip.*"):
        os.utime(path, (1e9, 1e9))
    assert loaded().size == 95_000
    assert shared.asked[-1] == (83_125, 95_000)
