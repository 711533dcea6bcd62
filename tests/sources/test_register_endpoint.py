"""Units from the register's endpoint: what is asked, what is guarded against, and what stays when it fails."""

from __future__ import annotations

import json
import threading
from datetime import date, datetime, timedelta

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.register.readers.endpoint_json import read_json
from enact_plugin.sources import presets, register_endpoint
from enact_plugin.sources.fetch import Limits
from enact_plugin.sources.register_endpoint import fetch_or_last_good, fetch_pages, last_good
from enact_plugin.sources.session import open_session

AGS = "14730030"  # six of the real storage units are there
OTHER = "14626060"  # three
SIZE = 2


@pytest.fixture
def session():
    return open_session()


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """The pauses between attempts are the fetch's part and tested there."""
    monkeypatch.setattr(register_endpoint, "_LIMITS", Limits(idle_s=20, attempts=3, first_pause_s=0.01))


@pytest.fixture
def records(real_data):
    text = (real_data / "mastr" / "endpoint_storage_saxony_2026.json").read_text(encoding="utf-8")
    return json.loads(text)["Data"]


@pytest.fixture
def register(web, servers, records):
    register = web.routes["/register"] = servers.Register(records)
    return register


@pytest.fixture
def fetched(web, session, tmp_path):
    def fetch(ags=AGS, **options):
        options = {"page_size": SIZE, "endpoint": web.url("/register"), **options}
        return fetch_pages(session, ags, tmp_path, **options)

    return fetch


@pytest.fixture
def kept(web, tmp_path):
    """What was last fetched whole from the server of this test."""

    def find(ags, kind="electricity"):
        return last_good(tmp_path, ags, kind, endpoint=web.url("/register"))

    return find


def numbers(pages) -> list[str]:
    """MaStR numbers on the pages."""
    found = [json.loads(path.read_text(encoding="utf-8"))["Data"] for path in pages.paths]
    return [record["MaStRNummer"] for page in found for record in page]


def error_of(fetched, *arguments, **options) -> EnactError:
    with pytest.raises(EnactError) as caught:
        fetched(*arguments, **options)
    return caught.value


# ---- what is asked --------------------------------------------------------------------------------------------------


def test_the_units_of_a_municipality_come_as_pages(register, fetched, tmp_path, records):
    pages = fetched()
    expected = sorted(record["MaStRNummer"] for record in records if record["Gemeindeschluessel"] == AGS)
    assert len(expected) == 6
    assert numbers(pages) == expected
    assert (pages.total, pages.state, pages.cached, pages.findings) == (6, date.today(), False, ())
    folder = tmp_path / "register" / AGS / "electricity" / date.today().isoformat()
    assert pages.paths == tuple(folder / f"page_{number:04d}.json" for number in (1, 2, 3))


def test_all_five_parameters_are_sent(register, fetched, web):
    fetched()
    assert all(set(each.query) == {"sort", "page", "pageSize", "group", "filter"} for each in web.seen)
    pages = [each.query for each in web.seen if each.query["pageSize"] == ["2"]]
    assert pages[0] == {
        "sort": ["MaStRNummer-asc"],
        "page": ["1"],
        "pageSize": ["2"],
        "group": [""],
        "filter": ["Gemeindeschlüssel~eq~'14730030'"],
    }
    assert [each["page"] for each in pages] == [["1"], ["2"], ["3"]]


def test_the_presets_name_the_public_endpoint():
    preset = presets.register()
    assert preset.page_size == 5000
    assert set(preset.endpoint) == {"electricity", "gas"}
    assert all(
        url.startswith("https://www.marktstammdatenregister.de/MaStR/") for url in preset.endpoint.values()
    )


def test_the_pages_are_read_as_the_register(register, fetched, real_data):
    pages = fetched()
    outcome = read_json(list(pages.paths), AGS)
    # the same units, read from the file the records come from
    expected = read_json(real_data / "mastr" / "endpoint_storage_saxony_2026.json", AGS)
    columns = ["mastr_id", "gross_kw", "storage_kwh", "ags"]
    ours = outcome.frame.sort_values("mastr_id")[columns].reset_index(drop=True)
    theirs = expected.frame.sort_values("mastr_id")[columns].reset_index(drop=True)
    assert ours.equals(theirs)
    assert not [finding for finding in outcome.findings if finding.id.startswith("json_")]


def test_keys_of_merged_municipalities_are_asked_for_each(register, fetched):
    pages = fetched((AGS, OTHER, AGS))
    assert (pages.total, len(numbers(pages)), len(pages.paths)) == (9, 9, 5)


def test_a_former_key_without_units_is_no_error(register, fetched):
    pages = fetched((AGS, "14700000"))
    assert (pages.total, len(pages.paths)) == (6, 3)


def test_gas_units_have_pages_of_their_own(register, fetched, tmp_path, kept):
    pages = fetched(kind="gas")
    assert all(path.parent.parent == tmp_path / "register" / AGS / "gas" for path in pages.paths)
    assert kept(AGS) is None
    assert kept(AGS, "gas").paths == pages.paths


def test_a_municipality_without_gas_units_is_no_error(register, fetched):
    pages = fetched("14700000", kind="gas")
    assert (pages.paths, pages.total) == ((), 0)


def test_a_municipality_without_any_unit_is_an_error(register, fetched, web):
    error = error_of(fetched, "14700000")
    assert (error.code, error.params) == ("register_online_no_units", {"host": web.host, "ags": "14700000"})


def test_that_there_is_no_unit_is_not_answered_with_itself(register, web, session, tmp_path):
    """The empty answer was kept, and must not serve as the last good one."""
    for _ in range(2):
        with pytest.raises(EnactError) as caught:
            fetch_or_last_good(session, "14700000", tmp_path, endpoint=web.url("/register"))
        assert caught.value.code == "register_online_no_units"


@pytest.mark.parametrize("key", ["14", "1473003", "14730030'~or~'", "../../etc", "", "Leipzig"])
def test_what_is_no_municipality_key_is_refused(register, fetched, key, web):
    assert error_of(fetched, key).code == "register_online_key"
    assert not web.seen


def test_progress_names_the_page(register, fetched):
    said = []
    fetched(
        progress=Progress(lambda fraction, code, values: said.append((fraction, code, values)), lambda: False)
    )
    pages = [values["place"] for _, code, values in said if code == "register_online_fetching"]
    assert pages == [1, 2, 3]
    fractions = [fraction for fraction, _, _ in said]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


# ---- a filter that is not looked at ---------------------------------------------------------------------------------


def test_a_filter_that_is_ignored_is_noticed_before_a_page_is_fetched(register, fetched, web):
    register.knows = {}
    error = error_of(fetched)
    assert (error.code, error.params["host"], error.params["total"]) == (
        "register_online_filter_ignored",
        web.host,
        9_562_366,
    )
    assert register.pages(SIZE) == []


def test_units_of_other_municipalities_are_noticed(register, fetched, records):
    register.knows = {"Gemeindeschlüssel": "Bundesland"}  # looks at something else than it is asked
    for record in records:
        record["Bundesland"] = AGS
    error = error_of(fetched)
    assert (error.code, error.params["ags"]) == ("register_online_foreign_units", AGS)
    assert AGS not in error.params["examples"]


def test_a_unit_without_municipality_is_noticed(register, fetched, records):
    register.knows = {"Gemeindeschlüssel": "Bundesland"}
    for record in records:
        record["Bundesland"] = AGS
        record["Gemeindeschluessel"] = None
    assert error_of(fetched).code == "register_online_foreign_units"


def test_a_sort_key_it_no_longer_knows_is_noticed(register, fetched, records, web):
    for record in records:
        record["Nummer"] = record.pop("MaStRNummer")
    error = error_of(fetched)
    assert (error.code, error.params["host"]) == ("register_online_empty", web.host)


# ---- units that come and go while pages are fetched -----------------------------------------------------------------


def unit(records, number: str) -> dict:
    return {
        **next(record for record in records if record["Gemeindeschluessel"] == AGS),
        "MaStRNummer": number,
    }


def once(register, page, act):
    """Do something just before a page is answered for the first time."""
    done = []

    def before(_, filter_, asked, size):
        if not done and filter_ and (asked, size) == (page, SIZE):
            done.append(1)
            act()

    register.before = before


def of_ags(register) -> list[str]:
    return sorted(each["MaStRNummer"] for each in register.records if each["Gemeindeschluessel"] == AGS)


def test_a_unit_that_comes_while_pages_are_fetched_is_there(register, fetched, records):
    # before page 2 is answered, a unit comes that sorts before all others: what stood at the end of page 1 moves to 2
    once(register, 2, lambda: records.append(unit(records, "SEE000000000001")))
    pages = fetched()
    assert sorted(numbers(pages)) == of_ags(register)
    assert (pages.total, pages.findings) == (7, ())


def test_a_unit_that_goes_while_pages_are_fetched_tears_no_hole(register, fetched, records):
    first = of_ags(register)[0]
    once(register, 2, lambda: records.remove(next(r for r in records if r["MaStRNummer"] == first)))
    pages = fetched()
    assert sorted(numbers(pages)) == of_ags(register)
    assert (pages.total, len(pages.paths), pages.findings) == (5, 3, ())


def test_a_unit_that_moves_without_changing_the_total_is_noticed(register, fetched, records):
    first = of_ags(register)[0]

    def swap():
        records.remove(next(r for r in records if r["MaStRNummer"] == first))
        records.append(unit(records, "SEE999999999999"))

    once(register, 2, swap)
    pages = fetched()
    assert sorted(numbers(pages)) == of_ags(register)
    assert (pages.total, pages.findings) == (6, ())


def test_only_pages_of_another_total_are_fetched_again(register, fetched, records):
    once(register, 3, lambda: records.append(unit(records, "SEE999999999999")))
    pages = fetched()
    assert register.pages(SIZE) == [1, 2, 3, 1, 2, 4]
    assert sorted(numbers(pages)) == of_ags(register)


def test_a_register_that_never_rests_is_a_finding(register, fetched, records, web):
    numbers_ = iter(range(10**6))

    def before(_, filter_, page, size):
        if filter_ and size == SIZE:
            records.append(unit(records, f"SEE{next(numbers_):012d}"))

    register.before = before
    pages = fetched()
    assert [finding.id for finding in pages.findings] == ["register_online_unsettled"]
    values = pages.findings[0].values
    assert (values["host"], values["units"]) == (web.host, pages.total)
    assert values["units"] == len(set(numbers(pages)))


def test_a_page_fewer_leaves_no_page_behind(register, fetched, records):
    gone = set(of_ags(register)[:3])

    def shrink():
        records[:] = [record for record in records if record["MaStRNummer"] not in gone]

    once(register, 3, shrink)
    pages = fetched()
    assert sorted(numbers(pages)) == of_ags(register)
    assert sorted(pages.paths[0].parent.glob("page_*")) == list(pages.paths)


# ---- what it says instead of units ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('{"Error":true}', "register_online_refused"),
        (
            '{"Data":null,"Total":0,"AggregateResults":null,"Errors":"Die Anfrage ist Null."}',
            "register_online_error",
        ),
        ("<!DOCTYPE html><html><body>Wartungsarbeiten</body></html>", "register_online_page"),
        ("\ufeff \r\n<html>", "register_online_page"),
        ("", "register_online_unreadable"),
        ('{"Data":[{"MaStRNummer":"SEE9"', "register_online_unreadable"),
        ("[1, 2]", "register_online_unreadable"),
        ('{"Data":[1],"Total":1}', "register_online_unreadable"),
        ('{"Data":[],"Total":"many"}', "register_online_unreadable"),
        ('{"Data":[' + "[" * 100_000, "register_online_unreadable"),
    ],
)
def test_an_answer_that_is_none_is_an_error_that_names_the_host(web, servers, fetched, body, code):
    web.routes["/register"] = servers.says(body)
    error = error_of(fetched)
    assert (error.code, error.params["host"]) == (code, web.host)


def test_the_words_of_the_register_are_passed_on(web, servers, fetched):
    web.routes["/register"] = servers.says('{"Data":null,"Total":0,"Errors":"Die Anfrage ist Null."}')
    assert error_of(fetched).params["message"] == "Die Anfrage ist Null."


def test_a_request_without_all_parameters_is_what_the_register_calls_null(register, web, session):
    """The server of these tests does what the real one does."""
    answer = session.get(web.url("/register"), params={"page": 1, "pageSize": 1, "filter": ""})
    assert answer.json()["Errors"] == "Die Anfrage ist Null."


def test_a_busy_register_is_asked_again(register, fetched, web, servers):
    busy = servers.says("<html>Service Unavailable</html>", 503)
    web.routes["/register"] = servers.after([busy, busy], register)
    assert fetched().total == 6


def test_a_slow_register_is_waited_for(register, fetched, web, servers):
    def slow(call):
        body = json.dumps({"Data": [], "Total": 9_562_366, "Errors": None}).encode()
        call.head(200, Content_Length=str(len(body)))
        for byte in body:
            call.write(bytes([byte]))

    web.routes["/register"] = servers.after([slow], register)
    assert fetched().total == 6


# ---- what stays -----------------------------------------------------------------------------------------------------


def test_the_last_good_answer_stays_when_the_next_fails(register, fetched, web, servers, tmp_path, kept):
    first = fetched()
    web.routes["/register"] = servers.after([register] * 4, servers.says("<html>", 200))
    assert error_of(fetched).code == "register_online_page"
    left = kept(AGS)
    assert (left.paths, left.total, left.state, left.cached) == (first.paths, 6, date.today(), True)
    assert all(path.is_file() for path in left.paths)


def test_offline_takes_what_was_fetched_last_and_says_so(register, fetched, web, tmp_path):
    fetched()
    _age(tmp_path, days=3)
    web.close()
    pages = fetch_or_last_good(open_session(), AGS, tmp_path, endpoint=web.url("/register"))
    day = date.today() - timedelta(days=3)
    assert (pages.cached, pages.state, pages.total) == (True, day, 6)
    age, reason = pages.findings
    assert (age.id, age.values) == ("register_online_cached", {"date": f"{day:%d.%m.%Y}", "units": 6})
    assert (reason.id, reason.values["host"]) == ("source_unreachable", web.host)


def test_the_answer_of_one_server_is_not_that_of_another(register, fetched, web, session, servers, tmp_path):
    fetched()
    web.routes["/other"] = servers.says("<html>Wartung</html>", Content_Type="text/html")
    for endpoint in (web.url("/other"), web.url("/register?list=2")):
        assert last_good(tmp_path, AGS, endpoint=endpoint) is None
    with pytest.raises(EnactError) as caught:
        fetch_or_last_good(session, AGS, tmp_path, endpoint=web.url("/other"))
    assert caught.value.code == "register_online_page"
    assert last_good(tmp_path, AGS, endpoint=web.url("/register", "planer:geheim")).total == 6


def test_the_last_answer_of_each_server_is_kept(register, fetched, web, servers, records, kept):
    first = fetched()
    web.routes["/other"] = servers.Register(records)
    second = fetched(endpoint=web.url("/other"))
    assert kept(AGS).paths == first.paths
    assert all(path.is_file() for path in (*first.paths, *second.paths))


def test_an_interrupted_fetch_is_not_gone_on_with_at_another_server(register, fetched, web, servers, records):
    web.routes["/register"] = servers.after([register] * 4, servers.says(b"", 404))
    assert error_of(fetched).code == "source_missing"
    other = web.routes["/other"] = servers.Register(records)
    assert fetched(endpoint=web.url("/other")).total == 6
    assert other.pages(SIZE) == [1, 2, 3]


def test_what_is_kept_holds_no_password_and_no_token(register, fetched, web, tmp_path):
    fetched(endpoint=web.url("/register?sig=marke", "planer:geheim"))
    notes = [path.read_text() for path in tmp_path.rglob(".manifest.json")]
    assert len(notes) == 1
    assert "geheim" not in notes[0]
    assert "marke" not in notes[0]


def _age(cache, days: int) -> None:
    """Make what was fetched some days older."""
    for manifest in cache.rglob(".manifest.json"):
        facts = json.loads(manifest.read_text(encoding="utf-8"))
        began = datetime.fromisoformat(facts["began"]) - timedelta(days=days)
        manifest.write_text(json.dumps({**facts, "began": began.isoformat()}), encoding="utf-8")


def test_online_takes_what_is_there_now(register, session, web, tmp_path):
    pages = fetch_or_last_good(session, AGS, tmp_path, endpoint=web.url("/register"))
    assert (pages.cached, pages.total, pages.findings) == (False, 6, ())


def test_offline_without_an_earlier_answer_is_an_error(servers, session, tmp_path):
    gone = servers.Web()
    gone.close()
    with pytest.raises(EnactError) as caught:
        fetch_or_last_good(session, AGS, tmp_path, endpoint=gone.url("/register"))
    assert (caught.value.code, caught.value.params["host"]) == ("source_unreachable", gone.host)


def test_what_was_fetched_for_some_keys_only_is_not_taken_for_all(register, fetched, tmp_path, kept):
    fetched(AGS)
    assert kept((AGS, OTHER)) is None
    fetched(OTHER)
    assert kept((AGS, OTHER)).total == 9


def test_an_interrupted_fetch_goes_on_where_it_stopped(register, fetched, web, servers):
    web.routes["/register"] = servers.after([register] * 4, servers.says(b"", 404))
    assert error_of(fetched).code == "source_missing"
    web.routes["/register"] = register
    pages = fetched()
    assert register.pages(SIZE) == [1, 2, 3]
    assert sorted(numbers(pages)) == of_ags(register)


def test_a_fetch_interrupted_long_ago_begins_anew(register, fetched, web, servers, tmp_path):
    web.routes["/register"] = servers.after([register] * 4, servers.says(b"", 404))
    error_of(fetched)
    _age(tmp_path, days=2)
    web.routes["/register"] = register
    assert fetched().state == date.today()
    assert register.pages(SIZE) == [1, 2, 1, 2, 3]


def test_a_damaged_page_of_an_interrupted_fetch_is_fetched_again(register, fetched, web, servers, tmp_path):
    web.routes["/register"] = servers.after([register] * 4, servers.says(b"", 404))
    error_of(fetched)
    next(tmp_path.rglob("page_0001.json")).write_text('{"Data":[', encoding="utf-8")
    web.routes["/register"] = register
    assert sorted(numbers(fetched())) == of_ags(register)
    assert register.pages(SIZE) == [1, 2, 1, 3]


def test_a_cancel_leaves_what_was_there(register, fetched, web, servers, tmp_path, kept):
    first = fetched()
    cancel = threading.Event()

    def hang(call):
        cancel.set()
        call.hang()

    web.routes["/register"] = servers.after([register] * 3, hang)
    with pytest.raises(Canceled):
        fetched(progress=Progress(lambda *_: None, cancel.is_set))
    assert kept(AGS).paths == first.paths
    assert web.left.wait(10), "the connection is still open"


def test_only_the_last_good_answer_is_kept(register, fetched, tmp_path):
    for _ in range(3):
        pages = fetched()
    folders = list((tmp_path / "register" / AGS / "electricity").iterdir())
    assert folders == [pages.paths[0].parent]


def test_a_page_that_was_deleted_makes_the_answer_incomplete(register, fetched, tmp_path, kept):
    pages = fetched()
    pages.paths[1].unlink()
    assert kept(AGS) is None


def test_a_cache_that_cannot_be_written_is_an_error(register, fetched, tmp_path):
    (tmp_path / "register").write_text("a file where the folder should be", encoding="utf-8")
    error = error_of(fetched)
    assert error.code == "cache_unwritable"
    assert str(tmp_path / "register") in error.params["path"]


def test_all_saxon_records_are_found_by_their_municipalities(register, fetched, records):
    keys = tuple(sorted({record["Gemeindeschluessel"] for record in records}))
    pages = fetched(keys, page_size=5000)
    # counted with: jq '.Data | length' endpoint_storage_saxony_2026.json
    assert (pages.total, len(set(numbers(pages)))) == (35, 35)
