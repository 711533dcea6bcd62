"""A WFS, scripted: what is asked in which version, and what is made of the answers servers are known to give."""

from __future__ import annotations

import dataclasses

import pytest

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.sources.services.client import LayerInfo, TooMuch
from enact_plugin.sources.services.service import Protocol, Service
from enact_plugin.sources.services.wfs import open_wfs, wfs_layers
from enact_plugin.sources.services.wfs_capabilities import chosen_crs, code_of
from enact_plugin.sources.session import open_session

BOX = (455000.0, 5733000.0, 457000.0, 5735000.0)
URN = "urn:ogc:def:crs:EPSG::25833"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    '<wfs:WFS_Capabilities xmlns:wfs="http://www.opengis.net/wfs/2.0">&b;</wfs:WFS_Capabilities>'
)
EXCEPTION = (
    '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="X">'
    "<ows:ExceptionText>Le paramètre BBOX est invalide</ows:ExceptionText></ows:Exception></ows:ExceptionReport>"
)
OLD_EXCEPTION = (
    '<ServiceExceptionReport version="1.2.0"><ServiceException>msWFSGetFeature(): no</ServiceException>'
    "</ServiceExceptionReport>"
)
PAGE = "<!DOCTYPE html><html><body>Bitte anmelden</body></html>"


def capabilities(
    version: str = "2.0.0", crs: tuple[str, ...] = (URN,), limit: int = 0, formats: str = ""
) -> str:
    tags = ("DefaultCRS", "OtherCRS") if version.startswith("2") else ("DefaultSRS", "OtherSRS")
    listed = "".join(f"<{tags[min(n, 1)]}>{name}</{tags[min(n, 1)]}>" for n, name in enumerate(crs))
    default = (
        f'<Constraint name="CountDefault"><DefaultValue>{limit}</DefaultValue></Constraint>' if limit else ""
    )
    return (
        f'<WFS_Capabilities version="{version}" xmlns:ave="http://example.org/ave">'
        "<ServiceIdentification><Title>Kataster</Title><Fees>dl-de/by-2-0</Fees>"
        "<AccessConstraints>NONE</AccessConstraints></ServiceIdentification>"
        f'<OperationsMetadata><Operation name="GetFeature"><Parameter name="outputFormat">{formats}</Parameter>'
        f"</Operation>{default}</OperationsMetadata><FeatureTypeList>"
        f"<FeatureType><Name>ave:Haus</Name><Title>Häuser</Title>{listed}</FeatureType>"
        f"<FeatureType><Name>ave:Flur</Name>{listed}</FeatureType></FeatureTypeList></WFS_Capabilities>"
    )


def house(number: int, place: str = "455100 5733100", id_: str = "", srs: str = URN) -> str:
    return (
        f'<ave:Haus gml:id="{id_ or number}"><gml:boundedBy><x t="{id_}"/></gml:boundedBy><ave:geometrie>'
        f'<gml:Point srsName="{srs}" gml:id="g{id_ or number}"><gml:pos>{place}</gml:pos></gml:Point></ave:geometrie>'
        f"<ave:oid>DE{number}</ave:oid><ave:name>Haus</ave:name></ave:Haus>"
    )


def answer(*members: str, matched: object = "unknown", member: str = "wfs:member", extra: str = "") -> str:
    inside = "".join(f"<{member}>{each}</{member}>" for each in members)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
        'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:ave="http://example.org/ave" '
        f'numberMatched="{matched}" numberReturned="{len(members)}">{inside}{extra}</wfs:FeatureCollection>'
    )


class Script:
    """Answers of a server: capabilities, hits, and objects one after the other (the last for ever)."""

    def __init__(self, web, *objects, hits: object = "unknown", offered: str = "") -> None:
        self.web = web
        self.objects = list(objects)
        self.hits = hits if callable(hits) else lambda _: hits
        self.offered = offered or capabilities()
        self.asked: list[dict[str, str]] = []
        web.routes["/wfs"] = self

    def __call__(self, call) -> None:
        asked = {name.upper(): values[0] for name, values in call.seen.query.items()}
        self.asked.append(asked)
        if asked["REQUEST"] == "GetCapabilities":
            call.answer(self.offered)
        elif asked.get("RESULTTYPE") == "hits":
            said = self.hits(asked)
            call.answer(said if str(said).startswith("<") else answer(matched=said))
        else:
            act = self.objects.pop(0) if len(self.objects) > 1 else self.objects[0]
            act(call) if callable(act) else call.answer(act)

    def open(self, **values):
        service = Service("x", "Kataster", "buildings", Protocol.WFS, self.web.url("/wfs"), "ave:Haus")
        return open_wfs(open_session(), dataclasses.replace(service, **values), "14713000")

    def pages_asked(self) -> list[dict[str, str]]:
        return [each for each in self.asked if each["REQUEST"] == "GetFeature" and "RESULTTYPE" not in each]


# ---- opening --------------------------------------------------------------------------------------------------------


def test_a_login_page_is_told_with_the_host_it_came_from(web, servers):
    """Redirected on the way: the service is not to blame."""
    login = servers.Web()
    login.routes["/login"] = servers.says(PAGE)
    away = servers.says(b"", 302, Location=login.url("/login"))
    try:
        web.routes["/wfs"] = away
        with pytest.raises(EnactError) as opening:
            wfs_layers(open_session(), web.url("/wfs"))
        script = Script(web, away, hits=1)
        with pytest.raises(EnactError) as asking:
            list(script.open().pages(BOX))
    finally:
        login.close()
    for failed in (opening, asking):
        assert (failed.value.code, failed.value.params["host"]) == ("service_page", login.host)


def test_the_answers_version_counts_and_not_the_questions(web):
    script = Script(web, answer(), hits=answer(matched=""), offered=capabilities("1.1.0"))
    list(script.open(page=7).pages(BOX))
    asked = script.pages_asked()[0]
    assert script.asked[0]["VERSION"] == "2.0.0"
    assert (asked["VERSION"], asked["TYPENAME"], asked["MAXFEATURES"]) == ("1.1.0", "ave:Haus", "7")
    assert not {"TYPENAMES", "COUNT"} & set(asked)


def test_what_the_address_asks_by_itself_stays_and_what_is_ours_is_asked_once(web):
    script = Script(web, answer(house(1)), hits=1)
    address = web.url("/wfs?NODEID=188&Service=WFS&request=GetCapabilities&version=1.0.0")
    list(script.open(url=address).pages(BOX))
    assert [(each["NODEID"], each["VERSION"]) for each in script.asked] == [("188", "2.0.0")] * 3
    assert {len(values) for each in web.seen for values in each.query.values()} == {1}


def test_a_layer_may_be_named_without_its_prefix(web):
    assert Script(web, answer()).open(name="haus").crs == "EPSG:25833"


def test_a_layer_that_is_not_there_is_told_with_those_that_are(web):
    with pytest.raises(EnactError) as failed:
        Script(web, answer()).open(name="ave:Turm")
    assert failed.value.code == "service_layer_unknown"
    assert failed.value.params == {
        "service": "Kataster",
        "host": web.host,
        "layer": "ave:Turm",
        "known": "ave:Haus, ave:Flur",
    }


def test_the_layers_of_an_address_are_listed_with_their_titles(web):
    Script(web, answer())
    assert wfs_layers(open_session(), web.url("/wfs")) == (
        LayerInfo("ave:Haus", "Häuser"),
        LayerInfo("ave:Flur", "ave:Flur"),
    )


@pytest.mark.parametrize(
    ("listed", "wanted", "chosen"),
    [
        (("EPSG:4258", "EPSG:25832", "EPSG:25833"), "", "EPSG:25833"),
        (("urn:ogc:def:crs:EPSG::3857", "urn:ogc:def:crs:EPSG::25832"), "", "urn:ogc:def:crs:EPSG::25832"),
        (("urn:adv:crs:ETRS89_UTM33",), "", "urn:adv:crs:ETRS89_UTM33"),
        (("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:3857"), "", "EPSG:3857"),
        (("EPSG:25832", "http://www.opengis.net/def/crs/EPSG/0/25833"), "EPSG:25832", "EPSG:25832"),
        (("EPSG:25832",), "EPSG:25833", "EPSG:25833"),  # lists are not always complete
        (("urn:x:nobody",), "", None),
    ],
)
def test_the_crs_is_utm_33_then_32_then_the_default_as_the_service_spells_it(listed, wanted, chosen):
    assert chosen_crs(listed, wanted) == chosen


@pytest.mark.parametrize(
    "name",
    [
        "EPSG:25833",
        "urn:ogc:def:crs:EPSG::25833",
        "urn:ogc:def:crs:EPSG:6.12:25833",
        "urn:x-ogc:def:crs:EPSG:25833",
        "http://www.opengis.net/def/crs/EPSG/0/25833",
        "http://www.opengis.net/gml/srs/epsg.xml#25833",
        "urn:adv:crs:ETRS89_UTM33",
    ],
)
def test_a_crs_is_known_in_each_spelling(name):
    assert code_of(name) == 25833


def test_a_service_in_no_known_crs_is_told(web):
    with pytest.raises(EnactError) as failed:
        Script(web, answer(), offered=capabilities(crs=("urn:x:nobody",))).open()
    assert (failed.value.code, failed.value.params["known"]) == ("service_crs_unknown", "urn:x:nobody")


@pytest.mark.parametrize(
    ("formats", "asked", "suffix"),
    [
        (
            "text/xml; subtype=gml/3.1.1|application/gml+xml; version=3.2|application/x-zip-gml3.2",
            None,
            ".gml",
        ),
        ("application/json|text/xml; subtype=gml/3.1.1", "text/xml; subtype=gml/3.1.1", ".gml"),
        ("csv|application/geo+json", "application/geo+json", ".geojson"),
        ("", "", ".gml"),
    ],
)
def test_gml_3_2_is_asked_before_older_ones_and_json(web, formats, asked, suffix):
    values = "".join(f"<Value>{each}</Value>" for each in formats.split("|") if each)
    body = answer(house(1)) if suffix == ".gml" else '{"type": "FeatureCollection", "features": []}'
    script = Script(web, body, offered=capabilities(formats=values))
    client = script.open()
    list(client.pages(None))
    assert client.suffix == suffix
    wanted = "application/gml+xml; version=3.2" if asked is None else asked
    assert script.pages_asked()[0].get("OUTPUTFORMAT", "") == wanted


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (LAUGHS, "service_entities"),
        (PAGE, "service_page"),
        (EXCEPTION, "service_exception"),
        (capabilities()[:300], "service_broken_off"),
        ("<WMS_Capabilities/>", "service_no_wfs"),
    ],
)
def test_what_is_no_capabilities_document_is_refused(web, said, code):
    with pytest.raises(EnactError) as failed:
        Script(web, answer(), offered=said).open()
    assert (failed.value.code, failed.value.params["host"]) == (code, web.host)


# ---- boxes and filters ----------------------------------------------------------------------------------------------


def test_box_and_coordinates_are_asked_in_the_same_spelling_east_first(web):
    script = Script(web, answer(house(1)), hits=1)
    list(script.open().pages(BOX))
    asked = script.pages_asked()[0]
    assert asked["SRSNAME"] == URN
    assert asked["BBOX"] == f"455000.0,5733000.0,457000.0,5735000.0,{URN}"


def test_degrees_are_asked_latitude_first(web):
    degrees = "urn:ogc:def:crs:EPSG::4258"
    script = Script(web, answer(house(1, srs=degrees)), hits=1, offered=capabilities(crs=("EPSG:4258",)))
    client = script.open()
    list(client.pages((14.25, 51.5, 14.5, 51.75)))
    assert client.crs == "EPSG:4258"
    assert client.smallest < 0.01
    assert script.pages_asked()[0]["BBOX"] == f"51.5,14.25,51.75,14.5,{degrees}"


def test_a_filter_takes_the_box_into_itself(web):
    script = Script(web, answer(house(1)), hits=1)
    list(script.open(filter="ave:gfkzshh LIKE 31001* AND gmdschl = {ags}").pages(BOX))
    asked = script.pages_asked()[0]
    assert "BBOX" not in asked
    assert 'xmlns:ave="http://example.org/ave"' in asked["FILTER"]
    assert (
        "<fes:ValueReference>ave:gmdschl</fes:ValueReference><fes:Literal>14713000</fes:Literal>"
        in asked["FILTER"]
    )
    assert f'<gml:Envelope srsName="{URN}"><gml:lowerCorner>455000.0 5733000.0<' in asked["FILTER"]


@pytest.mark.parametrize("works", ["EPSG:25833", URN, "north"])
def test_a_spelling_that_finds_nothing_is_not_the_last_word(web, works):
    def hits(asked):
        numbers, _, spelt = asked["BBOX"].rpartition(",")
        north = numbers.startswith("5733000")
        return 3 if (north if works == "north" else not north and spelt == works) else 0

    script = Script(
        web, answer(house(1), house(2), house(3)), hits=hits, offered=capabilities(crs=("EPSG:25833",))
    )
    client = script.open()
    assert client.count(BOX) == 3
    before = len(script.asked)
    assert client.count(BOX) == 3  # what is known is not tried again
    assert len(script.asked) == before + 1
    list(client.pages(BOX))
    assert script.pages_asked()[0]["BBOX"].startswith("5733000" if works == "north" else "455000")


def test_fields_are_asked_with_the_layers_prefix_and_without_where_that_finds_nothing(web):
    script = Script(web, answer(house(1)), hits=lambda asked: 0 if ">ave:ags<" in asked["FILTER"] else 1)
    client = script.open(filter="ags = {ags}")
    assert client.count(None) == 1
    list(client.pages(None))
    assert "<fes:ValueReference>ags<" in script.pages_asked()[0]["FILTER"]


def test_a_way_that_the_server_refuses_is_no_error_where_nothing_is_there(web):
    script = Script(web, answer(), hits=lambda asked: "0" if asked["SRSNAME"] == URN else EXCEPTION)
    assert script.open().count(BOX) == 0


def test_an_area_that_holds_nothing_holds_nothing_in_any_spelling(web):
    assert Script(web, answer(), hits=0).open().count(BOX) == 0


# ---- numbers and pages ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("17", 17),
        ("unknown", None),
        ("100", None),  # what the service delivers at most may be all it counts
        ('<FeatureCollection numberOfFeatures="17"/>', 17),
    ],
)
def test_hits_are_read_in_both_versions_and_not_always_believed(web, said, number):
    script = Script(web, answer(), hits=said, offered=capabilities(limit=100))
    assert script.open().count(BOX) == number


def test_objects_that_fit_one_answer_are_asked_without_a_start(web):
    script = Script(web, answer(house(1), house(2)), hits=2)
    pages = list(script.open().pages(BOX))
    assert [len(page.rows) for page in pages] == [2]
    assert "STARTINDEX" not in script.pages_asked()[0]


def test_a_silent_limit_below_what_was_counted_is_noticed(web):
    script = Script(web, answer(house(1), house(2)), answer(house(3)), hits=3)
    assert [len(page.rows) for page in script.open().pages(BOX)] == [2, 1]
    assert [each.get("STARTINDEX") for each in script.pages_asked()] == [None, "2"]


def test_pages_go_on_after_a_short_one_until_all_have_come(web):
    first, short, last = answer(house(1), house(2)), answer(house(3)), answer(house(4), house(5))
    script = Script(web, first, short, last, hits=5)
    pages = list(script.open(page=2).pages(BOX))
    assert [len(page.rows) for page in pages] == [2, 1, 2]
    assert [(each["STARTINDEX"], each["COUNT"]) for each in script.pages_asked()] == [
        ("0", "2"),
        ("2", "2"),
        ("3", "2"),
    ]


def test_a_page_that_repeats_for_ever_ends(web):
    script = Script(web, answer(house(1), house(2)), hits=9)
    # the repeated page is shown: only so does `collect` see that the service cannot page
    assert [len(page.rows) for page in script.open(page=2).pages(BOX)] == [2, 2]
    assert len(script.pages_asked()) == 2


def test_without_a_number_an_empty_page_is_the_end(web):
    script = Script(web, answer(house(1), house(2)), answer(house(3)), answer())
    assert [len(page.rows) for page in script.open(page=2).pages(BOX)] == [2, 1]


def test_a_page_is_as_large_as_the_service_allows_and_sorted_only_on_demand(web):
    script = Script(web, answer(house(1)), answer(), offered=capabilities(limit=50))
    client = script.open(page=500, options={"sort": "ave:oid A"})
    list(client.pages(BOX))
    assert client.limit == 50
    assert (script.pages_asked()[0]["COUNT"], script.pages_asked()[0]["SORTBY"]) == ("50", "ave:oid A")


def test_a_server_that_cannot_page_is_asked_for_smaller_boxes(web):
    script = Script(web, answer(house(1), house(2)), EXCEPTION, hits=9)
    with pytest.raises(TooMuch) as failed:
        list(script.open(page=2).pages(BOX))
    assert failed.value.code == "service_exception"


def test_where_more_have_come_at_once_before_fewer_are_all_without_a_second_page(web):
    script = Script(web, answer(house(1), house(2)), EXCEPTION, answer(house(3)), EXCEPTION)
    client = script.open()
    with pytest.raises(TooMuch):
        list(client.pages(BOX))
    assert [len(page.rows) for page in client.pages((455000.0, 5733000.0, 455500.0, 5733500.0))] == [1]


def test_the_same_object_has_the_same_digest_whatever_ids_the_server_makes(web):
    script = Script(
        web, answer(house(1, id_="a"), house(2, id_="b")), answer(house(2, id_="c"), house(1, id_="d"))
    )
    client = script.open()
    first, second = (next(iter(client.pages(BOX))).rows for _ in range(2))
    assert len(set(first)) == 2
    assert set(first) == set(second)


@pytest.mark.parametrize("member", ["wfs:member", "gml:featureMember", "gml:featureMembers"])
def test_objects_are_told_apart_in_each_kind_of_collection(web, member):
    inside = [house(n) for n in range(3)]
    if member == "gml:featureMembers":
        inside = ["".join(inside)]
    page = next(iter(Script(web, answer(*inside, member=member)).open().pages(BOX)))
    assert len(set(page.rows)) == 3


def test_objects_told_beside_the_members_are_none(web):
    extra = f"<wfs:additionalObjects><wfs:member>{house(9)}</wfs:member></wfs:additionalObjects>"
    page = next(iter(Script(web, answer(house(1), extra=extra)).open().pages(BOX)))
    assert len(page.rows) == 1


def test_an_answer_that_did_not_change_is_not_sent_again(web):
    def known(call):
        etag = {"ETag": '"7"'}
        same = call.seen.headers.get("if-none-match") == '"7"'
        call.answer(b"" if same else answer(house(1)), 304 if same else 200, **etag)

    client = Script(web, known, hits=1).open()
    first = next(iter(client.pages(BOX)))
    again = list(client.pages(BOX, unless=first.validator))
    assert first.validator == '"7"'
    assert [(page.unchanged, page.rows, page.content) for page in again] == [(True, (), b"")]


def test_a_look_tells_title_number_fields_and_licence(web):
    probe = Script(web, answer(house(1)), hits=44).open().probe()
    assert (probe.title, probe.objects, probe.licence) == ("Häuser", 44, "dl-de/by-2-0")
    assert probe.fields == ("geometrie", "oid", "name")


# ---- what is no answer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (EXCEPTION, "service_exception"),
        (OLD_EXCEPTION, "service_exception"),
        (PAGE, "service_page"),
        (LAUGHS, "service_entities"),
        ("<nothing/>", "service_no_objects"),
        (answer(house(1))[:-60], "service_broken_off"),
        (answer(house(1, srs="urn:ogc:def:crs:EPSG::4326")), "service_other_crs"),
        ('{"type": "FeatureCollection", "features": [{"geometry": null', "service_broken_off"),
        ('{"error": {"code": 400}}', "service_exception"),
        (
            '{"type": "FeatureCollection", "features": [{"geometry": {"type": "Point", "coordinates": [13.7, 51.0]}}]}',
            "service_other_crs",
        ),
    ],
)
def test_an_answer_that_is_none_is_an_error_and_not_a_page(web, said, code):
    script = Script(web, said, hits=1)
    with pytest.raises(EnactError) as failed:
        list(script.open().pages(BOX))
    assert failed.value.code == code
    assert (failed.value.params["service"], failed.value.params["host"]) == ("Kataster", web.host)


def test_what_a_service_says_is_shown_in_its_language(web):
    with pytest.raises(EnactError) as failed:
        list(Script(web, EXCEPTION, hits=1).open().pages(BOX))
    assert failed.value.params["words"] == "Le paramètre BBOX est invalide"


def test_a_service_that_gives_up_in_the_middle_is_asked_for_less(web):
    extra = f"<wfs:truncatedResponse>{EXCEPTION}</wfs:truncatedResponse>"
    with pytest.raises(TooMuch) as failed:
        list(Script(web, answer(house(1), extra=extra), hits=2).open().pages(BOX))
    assert "BBOX est invalide" in failed.value.params["words"]


def test_an_answer_that_broke_off_is_asked_for_again(web):
    def cut(call):  # without a length nobody can tell that there is more
        call.head(200, Connection="close")
        call.handler.close_connection = True
        call.write(answer(house(1)).encode()[:-40])

    script = Script(web, cut, cut, answer(house(1)), hits=1)
    assert [len(page.rows) for page in script.open().pages(BOX)] == [1]
    assert len(script.pages_asked()) == 3


@pytest.mark.parametrize(
    ("declared", "written"), [("UTF-8", "cp1252"), ("ISO-8859-1", "utf-8"), ("ISO-8859-1", "iso-8859-1")]
)
def test_letters_arrive_whatever_encoding_is_declared(web, declared, written):
    text = answer(house(1).replace(">Haus<", ">Bäckerei<")).replace(
        'encoding="UTF-8"', f'encoding="{declared}"'
    )
    page = next(iter(Script(web, text.encode(written), hits=1).open().pages(BOX)))
    head, _, rest = page.content.partition(b"?>")
    said = "ISO-8859-1" if b"ISO-8859-1" in head else "UTF-8"
    assert "Bäckerei" in rest.decode(said)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("<gml:posList>5733100 455100 5733200.5 455200</gml:posList>", b">455100 5733100 455200 5733200.5<"),
        (
            '<gml:posList srsDimension="3">5733100 455100 7 5733200 455200 8</gml:posList>',
            b">455100 5733100 7 455200 57",
        ),
        ("<gml:pos>5733100 455100 7</gml:pos>", b">455100 5733100 7<"),
        (
            "<gml:coordinates>5733100,455100 5733200,455200</gml:coordinates>",
            b">455100,5733100 455200,5733200<",
        ),
        ("<gml:pos>455100 5733100</gml:pos>", b">455100 5733100<"),
    ],
)
def test_north_before_east_is_turned_round(web, given, made):
    member = house(1).replace("<gml:pos>455100 5733100</gml:pos>", given)
    page = next(iter(Script(web, answer(member), hits=1).open().pages(BOX)))
    assert made in page.content


def test_a_cancel_ends_the_pages(web):
    client = Script(web, answer(house(1)), hits=1).open()
    with pytest.raises(Canceled):
        list(client.pages(BOX, Progress(lambda *_: None, lambda: True)))


def test_json_is_read_in_the_crs_that_was_asked_for(web):
    one = (
        '{"type": "Feature", "id": "%s", "properties": {"oid": "DE1"}, '
        '"geometry": {"type": "Point", "coordinates": [455100, 5733100]}}'
    )
    crs = '{"properties": {"name": "urn:ogc:def:crs:EPSG::25833"}}'
    body = '{"type": "FeatureCollection", "crs": ' + crs + ', "features": [%s]}'
    script = Script(web, body % (one % "a"), body % (one % "b"), hits=1)
    client = script.open(options={"format": "application/json"})
    first, second = (next(iter(client.pages(BOX))) for _ in range(2))
    assert client.suffix == ".geojson"
    assert len(first.rows) == 1
    assert first.rows == second.rows
