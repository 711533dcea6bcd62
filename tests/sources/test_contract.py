"""What every transport must do; here requests' own, in test_contract_qgis.py that of QGIS.

No transport has a cache that could be forced or not: what was fetched is kept by `cache` and the modules above it,
which know how old it may be; here an answer that says it may be kept is asked for anew each time.
"""

from __future__ import annotations

import gzip
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources import carriers
from enact_plugin.sources.fetch import Limits, Question, ask, fetch
from enact_plugin.sources.problems import host_of
from enact_plugin.sources.session import open_session

QUICK = Limits(connect_s=5, idle_s=20, attempts=3, first_pause_s=0.01, most_pause_s=0.02)


@pytest.fixture
def session():
    return open_session()


@pytest.fixture
def trusting(authority):
    """A session that knows our own certificate authority."""
    session = open_session()
    session.verify = str(authority.ca)
    return session


@pytest.fixture
def through_proxy():
    """Make a session that goes through a proxy."""

    def make(proxy_url: str):
        session = open_session()
        session.proxies = {"http": proxy_url, "https": proxy_url}
        return session

    return make


def error_of(session, url, **options) -> EnactError:
    with pytest.raises(EnactError) as caught:
        fetch(session, url, limits=options.pop("limits", QUICK), **options)
    return caught.value


def canceled_by(event: threading.Event) -> Progress:
    return Progress(lambda *_: None, event.is_set)


# ---- asking ---------------------------------------------------------------------------------------------------------


def test_an_answer_comes_whole(web, servers, session):
    body = bytes(range(256)) * 4096
    web.routes["/file"] = servers.says(body, X_Mark="yes")
    answer = fetch(session, web.url("/file"))
    assert (answer.status, answer.content, answer.url) == (200, body, web.url("/file"))
    assert answer.headers["x-mark"] == "yes"


def test_parameters_arrive_as_they_were_given(web, servers, session):
    web.routes["/q"] = servers.says(b"ok")
    fetch(session, web.url("/q"), params={"filter": "Gemeindeschlüssel~eq~'14713000'", "sort": "", "page": 1})
    assert web.seen[0].query == {"filter": ["Gemeindeschlüssel~eq~'14713000'"], "sort": [""], "page": ["1"]}


def test_a_form_arrives(web, servers, session):
    """What is too long for an address: the servers of the real services end at 8,000 characters or less."""
    web.routes["/q"] = servers.says(b"ok")
    form = {"where": "Straße = 'Ä & Ö + 1'", "geometry": "12.5,51.3;" * 4000}
    assert fetch(session, web.url("/q"), params={"f": "json"}, form=form).content == b"ok"
    seen = web.seen[0]
    assert (seen.method, seen.query) == ("POST", {"f": ["json"]})
    assert seen.form == {name: [value] for name, value in form.items()}
    assert seen.headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_form_is_sent_again_where_the_connection_breaks(web, servers, session):
    web.routes["/q"] = servers.after([lambda call: call.cut(), servers.says(b"", 503)], servers.says(b"ok"))
    assert fetch(session, web.url("/q"), form={"a": "1"}, limits=QUICK).content == b"ok"
    assert [(each.method, each.form) for each in web.seen] == [("POST", {"a": ["1"]})] * 3


@pytest.mark.parametrize(
    ("status", "method", "form"),
    [
        (301, "GET", {}),
        (302, "GET", {}),
        (303, "GET", {}),
        (307, "POST", {"a": ["1"]}),
        (308, "POST", {"a": ["1"]}),
    ],
)
def test_a_form_follows_redirects_as_in_a_browser(web, servers, session, status, method, form):
    web.routes["/q"] = servers.says(b"", status, Location="/there")
    web.routes["/there"] = servers.says(b"ok")
    assert fetch(session, web.url("/q"), form={"a": "1"}).content == b"ok"
    assert (web.seen[1].method, web.seen[1].form) == (method, form)


def test_headers_arrive(web, servers, session):
    web.routes["/h"] = servers.says(b"ok")
    fetch(session, web.url("/h"), headers={"If-Range": '"7"', "Range": "bytes=0-3"})
    headers = web.seen[0].headers
    assert (headers["if-range"], headers["range"], headers["cache-control"]) == (
        '"7"',
        "bytes=0-3",
        "no-cache",
    )


def test_what_was_packed_for_the_way_is_unpacked(web, servers, session):
    packed = gzip.compress(b"hello " * 1000)
    web.routes["/gz"] = servers.says(packed, Content_Encoding="gzip")
    assert fetch(session, web.url("/gz")).content == b"hello " * 1000


MEMBER = gzip.compress(b"b" * 1000, mtime=0)


@pytest.mark.parametrize(
    "rest",
    [b"", MEMBER, b"\0" * 512 + MEMBER, b"\0" * 512, b"no gzip"],
)
def test_all_members_of_what_was_packed_are_unpacked(web, session, rest):
    """Byte by byte at their border, where the line may cut as well."""
    packed = gzip.compress(b"a" * 1000)

    @web.route("/gz")
    def _(call):
        call.head(200, Content_Encoding="gzip", Transfer_Encoding="chunked")
        for part in (packed, *(bytes([byte]) for byte in rest), b""):
            call.write(b"%x\r\n%s\r\n" % (len(part), part))

    whole = b"a" * 1000 + (b"b" * 1000 if MEMBER in rest else b"")
    assert fetch(session, web.url("/gz")).content == whole


def test_an_empty_answer_that_says_it_is_packed_is_empty(web, servers, session):
    web.routes["/gz"] = servers.says(b"", Content_Encoding="gzip")
    assert fetch(session, web.url("/gz")).content == b""


def test_an_answer_packed_wrongly_is_an_error(web, servers, session):
    web.routes["/gz"] = servers.says(b"not packed at all", Content_Encoding="gzip")
    assert error_of(session, web.url("/gz")).code == "source_unreachable"


def test_a_packed_file_is_not_unpacked(web, servers, session):
    packed = gzip.compress(b"hello")
    web.routes["/x.gz"] = servers.says(packed, Content_Type="application/gzip")
    assert fetch(session, web.url("/x.gz")).content == packed


def test_an_answer_in_chunks_comes_whole(web, session):
    @web.route("/chunked")
    def _(call):
        call.head(200, Transfer_Encoding="chunked")
        for part in (b"abc", b"defgh", b""):
            call.write(b"%x\r\n%s\r\n" % (len(part), part))

    assert fetch(session, web.url("/chunked")).content == b"abcdefgh"


def test_an_empty_answer_is_an_answer(web, servers, session):
    web.routes["/empty"] = servers.says(b"")
    assert fetch(session, web.url("/empty")).content == b""


def test_answers_never_come_from_a_cache(web, servers, session):
    web.routes["/keep"] = servers.after(
        [servers.says(b"old", Cache_Control="max-age=86400", ETag='"1"')], servers.says(b"new")
    )
    assert [fetch(session, web.url("/keep")).content for _ in range(2)] == [b"old", b"new"]


def test_several_threads_share_a_session(web, session):
    web.routes["*"] = lambda call: call.answer(call.seen.path * 1000)
    paths = [f"/{number}" for number in range(24)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda path: fetch(session, web.url(path)).content, paths))
    assert found == [(path * 1000).encode() for path in paths]


def test_a_connection_is_used_again(web, servers, session):
    web.routes["/again"] = servers.says(b"x" * 100_000)
    assert [len(fetch(session, web.url("/again")).content) for _ in range(3)] == [100_000] * 3
    assert len({each.connection for each in web.seen}) == 1


# ---- redirects ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(web, servers, session, status):
    web.routes["/a/old"] = servers.says(b"", status, Location=web.url("/b/new"))
    web.routes["/b/new"] = servers.says(b"here")
    answer = fetch(session, web.url("/a/old"))
    assert (answer.content, answer.url) == (b"here", web.url("/b/new"))


@pytest.mark.parametrize("location", ["/a/new", "new", "./new", "../a/new", "//{host}/a/new"])
def test_relative_redirects_are_followed(web, servers, session, location):
    web.routes["/a/old"] = servers.says(b"", 302, Location=location.format(host=web.host))
    web.routes["/a/new"] = servers.says(b"here")
    assert fetch(session, web.url("/a/old")).content == b"here"


def test_redirects_in_a_circle_end(web, servers, session):
    web.routes["/a"] = servers.says(b"", 302, Location="/b")
    web.routes["/b"] = servers.says(b"", 302, Location="/a")
    error = error_of(session, web.url("/a"))
    assert (error.code, error.params["host"]) == ("source_redirects", web.host)
    assert len(web.seen) == QUICK.redirects + 1


def test_a_redirect_to_what_is_no_web_address_is_refused(web, servers, session):
    web.routes["/a"] = servers.says(b"", 302, Location="file:///etc/hosts")
    assert error_of(session, web.url("/a")).code == "source_address"


def test_a_redirect_away_from_a_secure_connection_is_refused(web, servers, secure_web, trusting):
    secure_web.routes["/a"] = servers.says(b"", 302, Location=web.url("/login"))
    web.routes["/login"] = servers.says(b"<html>")
    error = error_of(trusting, secure_web.url("/a"))
    assert (error.code, error.params["host"], error.params["target"]) == (
        "source_redirect_insecure",
        secure_web.host,
        web.host,
    )
    assert not web.seen


def test_who_logs_in_here_does_not_log_in_elsewhere(web, servers, session, secure_web):
    other = servers.Web()
    try:
        other.routes["/b"] = servers.says(b"ok")
        web.routes["/a"] = servers.says(b"", 302, Location=other.url("/b").replace("127.0.0.1", "localhost"))
        fetch(session, web.url("/a"), headers={"Authorization": "Basic c2VjcmV0"})
        assert "authorization" in web.seen[0].headers
        assert "authorization" not in other.seen[0].headers
    finally:
        other.close()


# ---- a busy or broken server ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_server_is_asked_again(web, servers, session, status):
    busy = servers.says(b"<html>later", status)
    web.routes["/x"] = servers.after([busy, busy], servers.says(b"ok"))
    assert fetch(session, web.url("/x"), limits=QUICK).content == b"ok"
    assert len(web.seen) == 3


def test_a_server_that_stays_busy_is_left_alone(web, servers, session):
    web.routes["/x"] = servers.says(b"", 503)
    error = error_of(session, web.url("/x"))
    assert (error.code, error.params["host"], error.params["status"]) == ("source_busy", web.host, 503)
    assert len(web.seen) == QUICK.attempts


def test_a_server_is_given_the_time_it_asks_for(web, servers, session):
    web.routes["/x"] = servers.after([servers.says(b"", 429, Retry_After="1")], servers.says(b"ok"))
    assert fetch(session, web.url("/x"), limits=QUICK).content == b"ok"
    first, second = web.seen
    assert second.at - first.at >= 1.0


def test_a_date_until_which_to_wait_is_understood(web, servers, session):
    until = format_datetime(datetime.now(timezone.utc) + timedelta(hours=1), usegmt=True)
    web.routes["/x"] = servers.says(b"", 503, Retry_After=until)
    assert error_of(session, web.url("/x")).code == "source_busy"
    assert len(web.seen) == 1


def test_nobody_waits_past_the_deadline(web, servers, session):
    web.routes["/x"] = servers.says(b"", 429, Retry_After="3600")
    assert error_of(session, web.url("/x"), deadline_s=30).code == "source_busy"
    assert len(web.seen) == 1


def test_a_connection_that_breaks_is_made_again(web, servers, session):
    def half(call):
        call.head(200, Content_Length="100000")
        call.write(b"x" * 50_000)
        call.cut()

    web.routes["/x"] = servers.after([half, lambda call: call.cut()], servers.says(b"y" * 100_000))
    assert fetch(session, web.url("/x"), limits=QUICK).content == b"y" * 100_000
    assert len(web.seen) == 3


def test_a_packed_answer_that_breaks_off_is_no_answer(web, servers, session):
    packed = gzip.compress(bytes(range(256)) * 400)

    def half(call):
        call.head(200, Content_Length=str(len(packed)), Content_Encoding="gzip")
        call.write(packed[: len(packed) // 2])
        call.cut()

    web.routes["/x"] = servers.after([half], servers.says(packed, Content_Encoding="gzip"))
    assert fetch(session, web.url("/x"), limits=QUICK).content == bytes(range(256)) * 400


@pytest.mark.parametrize("members", [1, 2])
def test_a_packed_answer_of_unknown_length_that_breaks_off_is_no_answer(web, servers, session, members):
    """Its length is not told: only the packing knows where the end is."""
    packed = gzip.compress(bytes(range(256)) * 400) * members

    def cut(call):
        call.head(200, Content_Encoding="gzip", Connection="close")
        call.handler.close_connection = True
        call.write(packed[:-200])

    web.routes["/x"] = servers.after([cut], servers.says(packed, Content_Encoding="gzip"))
    assert fetch(session, web.url("/x"), limits=QUICK).content == bytes(range(256)) * 400 * members
    assert len(web.seen) == 2


@pytest.mark.parametrize("value", ["²", "-5", "1e3", "9" * 20, "Wed, 21 Oct 99999 07:28:00 GMT"])
def test_a_time_to_wait_that_is_none_is_no_time(web, servers, session, value):
    web.routes["/x"] = servers.after([servers.says(b"", 503, Retry_After=value)], servers.says(b"ok"))
    assert fetch(session, web.url("/x"), limits=QUICK).content == b"ok"


def test_a_length_that_is_no_number_is_no_promise(web, session):
    @web.route("/x")
    def _(call):
        call.head(200, Content_Length="²", Connection="close")
        call.handler.close_connection = True
        call.write(b"abc")

    assert fetch(session, web.url("/x"), limits=QUICK).content == b"abc"


def test_a_connection_that_always_breaks_is_an_error(web, session):
    @web.route("/x")
    def _(call):
        call.head(200, Content_Length="100")
        call.write(b"x")
        call.cut()

    error = error_of(session, web.url("/x"))
    assert (error.code, error.params["host"]) == ("source_unreachable", web.host)
    assert len(web.seen) == QUICK.attempts


def test_no_server_is_an_error(servers, session):
    gone = servers.Web()
    gone.close()
    error = error_of(session, gone.url("/x"))
    assert (error.code, error.params["host"]) == ("source_unreachable", gone.host)
    assert error.params["detail"]


def test_a_name_nobody_knows_is_an_error(session):
    error = error_of(session, "http://no-such-host.invalid/x")
    assert (error.code, error.params["host"]) == ("source_name", "no-such-host.invalid")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "source_status"),
        (401, "source_refused"),
        (403, "source_refused"),
        (404, "source_missing"),
        (410, "source_missing"),
        (500, "source_status"),
    ],
)
def test_an_answer_that_is_no_success_names_host_and_status(web, servers, session, status, code):
    web.routes["/x"] = servers.says(b"no", status)
    error = error_of(session, web.url("/x"))
    assert (error.code, error.params["host"], error.params["status"]) == (code, web.host, status)
    assert len(web.seen) == 1


SECRET = "abc123geheim"
REPORT = (
    '<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception>'
    "<ows:ExceptionText>Cannot sort &amp; page at http://anna:{0}@host/wfs?token={0}</ows:ExceptionText>"
)


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (400, REPORT.format(SECRET), "Cannot sort & page at http://host/wfs"),
        (400, REPORT.format(SECRET) + "<x>" * 40_000, "Cannot sort & page at http://host/wfs"),
        (
            500,
            '{"error": {"code": 500, "message": "No", "details": ["apiKey=abc123geheim"]}}',
            "No · apiKey=…",
        ),
        (404, '{"code": "NotFound", "description": "No such\\ncollection"}', "No such collection"),
        (403, "Bearer abc123geheim is not known", "Bearer … is not known"),
        (403, "<!DOCTYPE html><title>Anmeldung</title>", ""),
        (404, '<?xml version="1.0"?><html><body>gone</body></html>', ""),
        (400, '{"message": "cut o', ""),
        (500, b"\x89PNG\x00\x00", ""),
        (500, "", ""),
        (400, "x" * 5000, "x" * 200),
    ],
)
def test_what_a_server_says_with_an_error_is_told_and_nothing_secret(
    web, servers, session, status, body, said
):
    web.routes["/x"] = servers.says(body, status)
    error = error_of(session, web.url("/x"))
    assert error.params["said"] == said
    assert SECRET not in str(error)


def test_a_refusal_is_told_although_its_reason_never_comes_whole(web, session):
    @web.route("/x")
    def _(call):
        call.head(400, Content_Length="1000")
        call.write(b"Invalid")
        call.cut()

    @web.route("/hang")
    def _(call):
        call.head(403, Content_Length="1000")
        call.hang()

    for path, code in (("/x", "source_status"), ("/hang", "source_refused")):
        assert error_of(session, web.url(path)).code == code
    assert len(web.seen) == 2


def test_what_a_packed_error_says_is_unpacked(web, servers, session):
    web.routes["/x"] = servers.says(gzip.compress(b"no such layer"), 400, Content_Encoding="gzip")
    assert error_of(session, web.url("/x")).params["said"] == "no such layer"


def test_four_requests_are_under_way_at_once(web, session):
    """Each is answered only when all four are in."""
    together = threading.Barrier(4, timeout=20)

    @web.route("*")
    def _(call):
        together.wait()
        call.answer(call.seen.path)

    paths = ["/1", "/2", "/3", "/4"]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda path: fetch(session, web.url(path)).content.decode(), paths))
    assert found == paths


def test_servers_that_say_nothing_hold_up_nobody(web, servers, session):
    """Four of one host and ten of another; the host itself and a third one answer meanwhile."""
    others = [servers.Web(), servers.Web()]
    for each in (web, *others):
        each.routes["/hang"] = lambda call: call.hang()
        each.routes["/quick"] = servers.says(b"ok")
    cancel = threading.Event()
    hanging = [web.url("/hang")] * 4 + [others[0].url("/hang")] * 10

    def hang(url):
        with pytest.raises(Canceled):
            fetch(session, url, progress=canceled_by(cancel), deadline_s=600)

    try:
        with ThreadPoolExecutor(len(hanging)) as pool:
            found = [pool.submit(hang, url) for url in hanging]
            for each in (web, others[1]):
                assert fetch(session, each.url("/quick"), deadline_s=20).content == b"ok"
            cancel.set()
            for each in found:
                each.result(30)
    finally:
        cancel.set()
        for each in others:
            each.close()


def test_four_that_read_may_ask_for_more_meanwhile(web, servers, session):
    web.routes["/large"] = servers.says(bytes(8 << 20))
    web.routes["/small"] = servers.says(b"ok")
    together = threading.Barrier(4, timeout=20)

    def use(reply):
        chunks = reply.chunks()
        size = len(next(chunks))
        together.wait()
        assert fetch(session, web.url("/small"), deadline_s=20).content == b"ok"
        return size + sum(map(len, chunks))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: ask(session, Question(web.url("/large")), use), range(4)))
    assert found == [8 << 20] * 4


def test_who_stops_reading_holds_up_nobody(web, servers, session):
    """The line of the one is full; the others are served all the same, the first goes on afterwards."""
    web.routes["/large"] = servers.says(bytes(8 << 20))
    web.routes["/small"] = servers.says(b"ok")

    def use(reply):
        chunks = reply.chunks()
        size = len(next(chunks))
        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda _: fetch(session, web.url("/small")).content, range(8)))
        assert found == [b"ok"] * 8
        return size + sum(map(len, chunks))

    assert ask(session, Question(web.url("/large")), use) == 8 << 20


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/hosts", "example.org/x", "http://", ""])
def test_only_web_addresses_are_asked(session, url):
    assert error_of(session, url).code == "source_address"


# ---- time -----------------------------------------------------------------------------------------------------------


def test_a_trickle_ends_at_the_deadline(web, session):
    @web.route("/slow")
    def _(call):
        call.head(200, Content_Length="100000000")
        call.trickle()

    error = error_of(session, web.url("/slow"), deadline_s=1.0)
    assert (error.code, error.params["host"], error.params["seconds"]) == ("source_timeout", web.host, "1")
    assert web.left.wait(10), "the connection is still open"


def test_a_trickle_of_headers_ends_at_the_deadline(web, session):
    @web.route("/slow")
    def _(call):
        call.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        call.trickle()

    assert error_of(session, web.url("/slow"), deadline_s=1.0).code == "source_timeout"
    assert web.left.wait(10), "the connection is still open"


def test_a_silent_server_is_asked_again_and_then_left(web, session):
    web.routes["/hang"] = lambda call: call.hang()
    limits = Limits(idle_s=0.3, attempts=2, first_pause_s=0.01)
    error = error_of(session, web.url("/hang"), limits=limits)
    assert (error.code, error.params["host"]) == ("source_timeout", web.host)
    assert len(web.seen) == 2


def test_a_server_that_was_silent_is_tried_once_until_it_answers(web, servers, session):
    """A run asks one host for thirty data sets; who is behind a firewall must not wait four time-outs for each."""
    limits = Limits(idle_s=0.3, attempts=2, first_pause_s=0.01)
    web.routes["/hang"] = lambda call: call.hang()
    web.routes["/x"] = servers.says(b"ok")
    asked = []
    for path in ("/hang", "/hang", "/x", "/hang"):
        before = len(web.seen)
        with suppress(EnactError):
            fetch(session, web.url(path), limits=limits)
        asked.append(len(web.seen) - before)
    assert asked == [2, 1, 1, 2]


def test_a_server_that_broke_off_is_no_server_that_nobody_reaches(web, session):
    @web.route("/half")
    def _(call):
        call.head(200, Content_Length="1000")
        call.write(b"x" * 500)
        call.cut()

    for _ in range(2):
        assert error_of(session, web.url("/half"), limits=QUICK).code == "source_unreachable"
    assert len(web.seen) == 2 * QUICK.attempts


def test_a_server_that_falls_silent_half_way_is_left(web, session):
    @web.route("/hang")
    def _(call):
        call.head(200, Content_Length="1000")
        call.write(b"x" * 500)
        call.hang()

    limits = Limits(idle_s=0.3, attempts=1)
    assert error_of(session, web.url("/hang"), limits=limits).code in ("source_timeout", "source_unreachable")


def test_a_cancel_ends_the_wait_for_a_silent_server(web, session):
    cancel = threading.Event()

    @web.route("/hang")
    def _(call):
        cancel.set()
        call.hang()

    with pytest.raises(Canceled):
        fetch(session, web.url("/hang"), progress=canceled_by(cancel), deadline_s=600)
    # the server would hang until the end of the test: it was not it that gave up
    assert web.left.wait(10), "the connection is still open"
    assert not web.over.is_set()


def test_a_cancel_ends_a_download(web, session):
    cancel = threading.Event()

    @web.route("/slow")
    def _(call):
        call.head(200, Content_Length="100000000")
        call.write(b"x" * 200_000)
        cancel.set()
        call.trickle()

    with pytest.raises(Canceled):
        fetch(session, web.url("/slow"), progress=canceled_by(cancel), deadline_s=600)
    assert web.left.wait(10), "the connection is still open"


def test_a_cancel_ends_a_pause(web, session):
    cancel = threading.Event()

    @web.route("/busy")
    def _(call):
        call.answer(b"", 503, Retry_After="300")
        cancel.set()

    with pytest.raises(Canceled):
        fetch(session, web.url("/busy"), progress=canceled_by(cancel), deadline_s=600)
    assert len(web.seen) == 1


def test_a_canceled_fetch_asks_nobody(web, session):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Canceled):
        fetch(session, web.url("/x"), progress=canceled_by(cancel))
    assert not web.seen


def test_threads_are_used_again(web, servers, session):
    web.routes["/x"] = servers.says(b"ok")
    fetch(session, web.url("/x"))
    before = {thread.ident for thread in threading.enumerate() if thread.name == carriers.NAME}
    for _ in range(20):
        fetch(session, web.url("/x"))
    after = {thread.ident for thread in threading.enumerate() if thread.name == carriers.NAME}
    assert after <= before


def test_a_thread_nobody_needs_ends(web, servers, session, monkeypatch):
    monkeypatch.setattr(carriers, "IDLE_S", 0.05)
    monkeypatch.setattr(carriers, "_IDLE", [])
    known = {thread.ident for thread in threading.enumerate()}
    web.routes["/x"] = servers.says(b"ok")
    fetch(session, web.url("/x"))
    new = [each for each in threading.enumerate() if each.name == carriers.NAME and each.ident not in known]
    for thread in new:
        thread.join(30)
    assert not any(thread.is_alive() for thread in new)
    assert fetch(session, web.url("/x")).content == b"ok"


# ---- size -----------------------------------------------------------------------------------------------------------


def test_an_answer_may_be_too_large(web, session):
    @web.route("/large")
    def _(call):
        call.head(200, Connection="close")
        call.handler.close_connection = True
        while not web.over.is_set():
            call.write(b"x" * 100_000)

    error = error_of(session, web.url("/large"), limits=Limits(most_bytes=5 << 20))
    assert (error.code, error.params["host"], error.params["size"]) == ("source_too_large", web.host, 5)


def test_200_megabytes_pass_through_little_memory(web, session):
    size = 200 << 20
    block = bytes(1 << 20)

    @web.route("/large")
    def _(call):
        call.head(200, Content_Length=str(size))
        for _ in range(200):
            call.write(block)

    def count(reply):
        return sum(map(watched, reply.chunks()))

    highest = [0]

    def watched(chunk):
        highest[0] = max(highest[0], resident())
        return len(chunk)

    before = resident()
    assert ask(session, Question(web.url("/large")), count) == size
    assert highest[0] - before < 64 << 20


def resident() -> int:
    """Bytes of memory in use now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


# ---- secrets, certificates, proxies ---------------------------------------------------------------------------------


def test_a_login_in_the_address_arrives_and_is_never_told(web, servers, session):
    web.routes["/x"] = servers.says(b"no", 500)
    web.routes["/cut"] = lambda call: call.cut()
    web.routes["/hang"] = lambda call: call.hang()
    web.routes["/loop"] = servers.says(b"", 302, Location=web.url("/loop", "anna:geheim"))
    for path in ("/x", "/cut", "/hang", "/loop"):
        error = error_of(session, web.url(path, "anna:geheim"), deadline_s=1.0)
        told = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        assert "geheim" not in told
        assert "anna" not in str(error)
    assert web.seen[0].headers["authorization"] == "Basic YW5uYTpnZWhlaW0="


def test_an_unknown_certificate_is_refused(secure_web, servers, session):
    secure_web.routes["/x"] = servers.says(b"ok")
    error = error_of(session, secure_web.url("/x"))
    assert (error.code, error.params["host"]) == ("source_certificate", secure_web.host)
    assert error.params["detail"]
    assert not secure_web.seen


@pytest.mark.parametrize(
    ("start", "end"), [(date(2020, 1, 1), date(2020, 2, 1)), (date(2090, 1, 1), date(2090, 2, 1))]
)
def test_a_certificate_of_other_days_tells_to_look_at_the_clock(servers, authority, trusting, start, end):
    """As it is on a computer whose clock stands in another year."""
    server = servers.Web(authority.dated(f"{start.year}", start, end).context())
    try:
        error = error_of(trusting, server.url("/x"))
    finally:
        server.close()
    assert (error.code, error.params["host"]) == ("source_certificate_date", server.host)
    assert error.params["date"] == f"{date.today():%d.%m.%Y}"
    assert not server.seen


def test_an_authority_of_our_own_is_trusted(secure_web, servers, trusting):
    secure_web.routes["/x"] = servers.says(b"ok")
    assert fetch(trusting, secure_web.url("/x")).content == b"ok"


def test_a_certificate_for_another_host_is_refused(secure_web, servers, trusting):
    secure_web.routes["/x"] = servers.says(b"ok")
    error = error_of(trusting, secure_web.url("/x").replace("127.0.0.1", "localhost"))
    assert error.code == "source_certificate"


def test_a_proxy_is_used(web, servers, through_proxy):
    proxy = servers.Proxy()
    web.routes["/x"] = servers.says(b"ok")
    try:
        assert fetch(through_proxy(proxy.url()), web.url("/x")).content == b"ok"
        assert proxy.passed == [web.url("/x")]
    finally:
        proxy.close()


def test_a_proxy_with_a_password_is_used(web, servers, through_proxy):
    proxy = servers.Proxy("anna:geheim")
    web.routes["/x"] = servers.says(b"ok")
    try:
        session = through_proxy(proxy.url("anna:geheim"))
        assert fetch(session, web.url("/x")).content == b"ok"
        assert proxy.passed
    finally:
        proxy.close()


def test_a_proxy_that_wants_a_password_is_an_error(web, servers, through_proxy):
    proxy = servers.Proxy("anna:geheim")
    try:
        error = error_of(through_proxy(proxy.url()), web.url("/x"))
        assert (error.code, error.params["host"]) == ("source_proxy_login", web.host)
        assert not proxy.passed
    finally:
        proxy.close()


def test_a_secure_connection_goes_through_a_proxy(secure_web, servers, authority, through_proxy):
    proxy = servers.Proxy("anna:geheim")
    try:
        error = error_of(through_proxy(proxy.url()), secure_web.url("/x"))
        assert error.code == "source_proxy_login"
        assert "geheim" not in str(error)
        # the unknown certificate is met behind the proxy: the tunnel works
        error = error_of(through_proxy(proxy.url("anna:geheim")), secure_web.url("/x"))
        assert (error.code, proxy.passed) == ("source_certificate", [secure_web.host])
    finally:
        proxy.close()


def test_a_proxy_that_leads_to_its_login_is_known_by_the_host_of_the_login(web, servers, through_proxy):
    """The page comes with status 200: who asked for data must know whose page it is."""
    proxy = servers.Proxy()
    login = servers.Web()
    login.routes["/login"] = servers.says(b"<html><form>", Content_Type="text/html")
    proxy.web.routes["*"] = servers.says(b"", 302, Location=login.url("/login?to=x"))
    proxy.web.routes["/login"] = login.routes["/login"]
    try:
        answer = fetch(through_proxy(proxy.url()), web.url("/x"))
        assert (answer.content, host_of(answer.url)) == (b"<html><form>", login.host)
        assert not web.seen
    finally:
        proxy.close()
        login.close()


def test_a_proxy_that_answers_a_secure_request_with_its_login_is_an_error(secure_web, servers, through_proxy):
    proxy = servers.Proxy()
    proxy.web.routes["*"] = servers.says(b"<html>", 302, Location=proxy.web.url("/login"))
    try:
        error = error_of(through_proxy(proxy.url()), secure_web.url("/x"))
        assert (error.code, error.params["host"]) == ("source_proxy", secure_web.host)
    finally:
        proxy.close()


def test_a_proxy_that_is_not_there_is_an_error(web, servers, through_proxy):
    gone = servers.Proxy()
    gone.close()
    error = error_of(through_proxy(gone.url()), web.url("/x"))
    assert (error.code, error.params["host"]) == ("source_proxy", web.host)
