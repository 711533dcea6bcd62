"""A row's text as elements, or the reason why it cannot be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.bulk.elements import MALFORMED, UNDECODABLE, UNKNOWN_ENTITY, fields_of

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,12}", fullmatch=True)
TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_elements_side_by_side_are_read():
    fields, reason = fields_of("<Ort>Görlitz</Ort><Bruttoleistung>9.880</Bruttoleistung>")
    assert fields == {"Ort": "Görlitz", "Bruttoleistung": "9.880"}
    assert not reason


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'"),
        ("Halle&#32;&#x53;", "Halle S"),
        ("&#x1F300;", "\U0001f300"),
        ("Müller &amp;amp; Co", "Müller &amp; Co"),  # once, not twice
    ],
)
def test_the_entities_of_xml_and_character_references_are_read(text, meant):
    assert fields_of(f"<Name>{text}</Name>") == ({"Name": meant}, "")


@pytest.mark.parametrize("text", ["&lol9;", "&amp", "A & B", "&#xD800;", "&#1114112;", "&#;", "&nbsp;"])
def test_any_other_entity_is_a_reason_to_refuse_the_row(text):
    assert fields_of(f"<Ort>Zittau</Ort><Name>{text}</Name>") == (None, UNKNOWN_ENTITY)


@pytest.mark.parametrize("body", ["<Name></Name>", "<Name/>", "<Name />", '<Name nil="true"/>'])
def test_an_empty_element_has_no_value(body):
    assert fields_of(f"{body}<Ort>Zittau</Ort>") == ({"Name": None, "Ort": "Zittau"}, "")


def test_attributes_and_blanks_between_elements_are_passed_over():
    body = "\n  <Ort a=\"1\" b='x'>Zittau</Ort >\r\n\t<Land>84</Land>\n"
    assert fields_of(body) == ({"Ort": "Zittau", "Land": "84"}, "")


@pytest.mark.parametrize(
    "body",
    [
        "<Ort>Zittau</Or><Land>84</Land>",
        "<Ort>Zittau<Land>84</Land>",
        "<Ort>Zittau</Ort>Land<Land>84</Land>",
        "<Ort></Ort>x<Land>84</Land>",
        "Zittau",
        "<Ort><Name>Zittau</Name></Ort>",
        "<!-- Ort --><Land>84</Land>",
        "<Ort><![CDATA[Zittau]]></Ort>",
        "<Ort>Zittau</Ort><Ort>Görlitz</Ort>",
        "<Ort>Zittau</Ort",
        "<>Zittau</>",
        "<!ENTITY x 'y'>",
    ],
)
def test_what_is_no_flat_row_is_refused(body):
    assert fields_of(body) == (None, MALFORMED)


def test_a_name_twice_with_the_same_text_says_nothing_new():
    assert fields_of("<Ort>Zittau</Ort><Ort>Zittau</Ort>") == ({"Ort": "Zittau"}, "")


@pytest.mark.parametrize("text", ["Zit\x00tau", "\x0b", "&#0;x\x01"])
def test_characters_that_xml_does_not_know_are_refused(text):
    assert fields_of(f"<Ort>{text}</Ort>") == (None, UNDECODABLE)


@given(st.dictionaries(NAMES, TEXTS, max_size=8))
def test_what_is_written_is_read(written):
    body = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in written.items())
    assert fields_of(body) == (written, "")


@given(st.text(st.sampled_from("<>/&;!ab \"'=#x1"), max_size=40))
def test_no_text_is_too_odd(body):
    fields, reason = fields_of(body)
    assert (fields is None) == bool(reason)
