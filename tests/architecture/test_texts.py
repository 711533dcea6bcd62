"""Errors, findings and progress carry codes; each code has an English text and a finished German one.

The catalogue is read from the syntax tree of `layers/messages.py`, the translation from the .ts file: neither needs
QGIS. What the code hands over must be what the text names, or the user reads a hole. That the .ts file as a whole is
complete is tests/test_translations.py's part.
"""

from __future__ import annotations

import ast
import csv
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = ROOT / "enact_plugin"
GERMAN = ROOT / "resources" / "i18n" / "enact_de.ts"
CONTEXT = "EnactMessages"

# the base classes of the tree themselves and what only forwards a code it was given
FORWARDING = {"enact_plugin/errors.py", "enact_plugin/progress.py", "enact_plugin/outcome.py"}


@dataclass(frozen=True)
class Use:
    """A code in the source; `values` is None where they are not written out."""

    place: str
    code: str
    values: frozenset[str] | None


@dataclass(frozen=True)
class Message:
    english: str
    german: str
    finished: bool


# ---- reading --------------------------------------------------------------------------------------------------------


def uses(path: str, tree: ast.Module) -> Iterator[Use]:
    """Codes of errors, findings, progress, dropped rows and assumptions that stand literally in the source."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        place = f"{path}:{node.lineno}"
        name = _name(node.func)
        if name == "EnactError":
            yield from _use(place, _argument(node, 0, "code"), _keywords(node))
        elif name == "Finding":
            values = _keys(_argument(node, 3, "values"))
            yield from _use(place, _argument(node, 0, "id"), None if values is None else values | {"key"})
        elif name == "step":
            yield from _use(place, _argument(node, 0, "code"), _keywords(node))
        elif name == "progress" or name.endswith("_progress"):
            yield from _use(place, _argument(node, 1, "code"), _keywords(node))
        elif name == "Outcome":
            for keyword in node.keywords:
                prefix = "dropped_" if keyword.arg == "dropped" else ""
                if keyword.arg in ("dropped", "assumptions"):
                    for code in _literals(keyword.value):
                        yield Use(place, prefix + code, None)
        elif _is_super_init(node) and path == "enact_plugin/errors.py":
            yield from _use(place, _argument(node, 0, "code"), _keywords(node))


def computed_codes(path: str, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Place and literal beginning of each code that is put together from pieces, as in `f"ags_{state}"`.

    That all members of such a family have a text is watched while the tests run (conftest).
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ("EnactError", "Finding", "step"):
            code = _argument(node, 0, "id" if _name(node.func) == "Finding" else "code")
            if isinstance(code, ast.JoinedStr):
                first = code.values[0]
                yield f"{path}:{node.lineno}", first.value if isinstance(first, ast.Constant) else ""
            elif isinstance(code, ast.BinOp) or code is None:
                yield f"{path}:{node.lineno}", ""


def _use(place: str, code: ast.expr | None, values: frozenset[str] | None) -> Iterator[Use]:
    for literal in _literals(code):
        if literal:
            yield Use(place, literal, values)


def _literals(node: ast.AST | None) -> list[str]:
    """Strings of a constant, a choice between constants, a tuple of them, or a dict's keys."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        return [text for element in node.elts for text in _literals(element)]
    if isinstance(node, ast.Dict):
        return [text for key in node.keys for text in _literals(key)]
    return []


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""


def _argument(call: ast.Call, position: int, keyword: str) -> ast.expr | None:
    if len(call.args) > position:
        return call.args[position]
    return next((item.value for item in call.keywords if item.arg == keyword), None)


def _keywords(call: ast.Call) -> frozenset[str] | None:
    if any(item.arg is None for item in call.keywords):
        return None
    return frozenset(item.arg for item in call.keywords) - {"code"}


def _keys(node: ast.expr | None) -> frozenset[str] | None:
    if node is None:
        return frozenset()
    if isinstance(node, ast.Dict) and None not in node.keys:
        return frozenset(_literals(node))
    return None


def _is_super_init(call: ast.Call) -> bool:
    return ast.unparse(call.func) == "super().__init__"


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PLUGIN.rglob("*.py"))
    )


@cache
def all_uses() -> tuple[Use, ...]:
    return tuple(use for path, tree in sources() for use in uses(path, tree))


@cache
def families() -> re.Pattern[str]:
    """What codes that are put together may look like: each f-string of the code, and the reasons for dropped rows."""
    forms = {r"dropped_\w+"}
    for _path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                literal = "".join(part for part in parts if part)
                if len(literal) >= 4 and re.fullmatch(r"[a-z_0-9]+", literal):
                    forms.add("".join(r"\w+" if part is None else part for part in parts))
    return re.compile("|".join(sorted(forms)))


@cache
def table_words() -> set[str]:
    """All cells of the tables: some hold codes."""
    words: set[str] = set()
    for path in sorted((ROOT / "resources" / "tables").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                words.update(row)
    return words


def read_translation(path: Path) -> dict[tuple[str, str], Message]:
    """Return (context, English) to the message of a .ts file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            english = message.findtext("source", "")
            translation = message.find("translation")
            german = "".join(translation.itertext()).strip() if translation is not None else ""
            finished = translation is not None and translation.get("type") is None
            found[name, english] = Message(english, german, finished and bool(german))
    return found


@cache
def german() -> dict[tuple[str, str], Message]:
    if not GERMAN.exists():
        pytest.fail(f"{GERMAN.relative_to(ROOT)} is missing")
    return read_translation(GERMAN)


def placeholders(text: str) -> set[str]:
    """Names in braces; the format specification may follow them."""
    fields = (field for _, field, _, _ in string.Formatter().parse(text) if field is not None)
    return {field.partition(".")[0].partition("[")[0] for field in fields}


# ---- the rules ------------------------------------------------------------------------------------------------------


def test_every_code_has_a_text(catalogue):
    missing = sorted({f"{use.code} ({use.place})" for use in all_uses() if use.code not in catalogue})
    assert not missing, "\n".join(missing)


def test_every_text_is_used(catalogue):
    literals = {
        node.value
        for path, tree in sources()
        if path != "enact_plugin/layers/messages.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named = literals | {use.code for use in all_uses()} | table_words()
    unused = [code for code in sorted(set(catalogue) - named) if not families().fullmatch(code)]
    assert not unused, "texts that no code names: " + ", ".join(unused)


def test_every_text_is_german_too(catalogue):
    missing = [
        code
        for code, english in catalogue.items()
        if (CONTEXT, english) not in german() or not german()[CONTEXT, english].finished
    ]
    assert not missing, "no German text: " + ", ".join(missing)


def test_the_code_hands_over_what_the_text_names(catalogue):
    wrong = [
        f"{use.place}: {use.code} lacks {sorted(lacking)}"
        for use in all_uses()
        if use.values is not None and use.code in catalogue
        for lacking in [placeholders(catalogue[use.code]) - use.values]
        if lacking
    ]
    assert not wrong, "\n".join(wrong)


def test_a_code_in_pieces_belongs_to_a_family_of_texts(catalogue):
    wrong = [
        place
        for path, tree in sources()
        if path not in FORWARDING
        for place, prefix in computed_codes(path, tree)
        if len(prefix) < 4
        or not prefix.endswith("_")
        or not any(code.startswith(prefix) for code in catalogue)
    ]
    assert not wrong, "\n".join(wrong)


# ---- one and many ---------------------------------------------------------------------------------------------------

# values that count something, and may be one
COUNTS = {
    "addresses", "broken", "count", "expected", "known", "missing", "module_count", "objects", "read", "rows",
    "rows_in", "total", "units",
}  # fmt: skip
# values that are never one, measures, and texts: nothing behind them depends on them
NO_COUNTS = {
    "alone", "dwellings", "emission_set", "eur", "heat_carriers", "high",
    "hour", "hours", "installed_kw", "km", "load_kw", "low", "most_dwellings",
    "plants", "project_stage", "supply_plant",
    "uncertainty",
    "problem", "rule",
    "bar", "dn", "flow", "loss_mwh", "most", "peak_kw", "variant",
    "back", "building", "distance_m", "limit_m", "most_m", "network_connection", "search_end",
    "edge", "lots", "none", "probes", "small", "streets",
    "encoding", "limit", "limit_mib", "member", "members", "method", "other", "parts", "ratio", "size_mib",
    "findings", "finding", "ids", "carrier", "carriers", "least", "percent", "percent_kw", "year",
    "ags", "ambiguous", "area", "buildings", "calorific_kwh_m3", "cells", "codes", "column", "columns",
    "commissioned", "crs",
    "delivered_carrier", "delivered_status", "detail", "district", "dropped", "easting", "ending", "endings", "error",
    "example", "examples", "factor", "failed", "field", "fields", "file", "files", "first", "folder", "former", "found",
    "fraction", "date", "tables", "table", "elements", "newest", "states", "status",
    "gross_kw", "headings", "highest", "hint", "host", "hosts", "id", "instead", "kind", "kinds", "kw",
    "label", "largest", "latitude", "layer", "layers", "layout", "line", "lines", "lock", "longitude",
    "mapping", "matched", "median", "message", "municipality", "name", "names", "near", "net_kw", "northing",
    "not_given", "number_unknown",
    "old", "old_name", "options", "other_postcode", "others", "outside", "package", "pairs", "parameter", "path",
    "place", "position", "present", "process", "reason", "reasons", "releases", "second", "seconds", "sign", "size",
    "smallest", "source", "start", "storage_kwh", "street_unknown", "style",
    "surfaces", "target", "targets", "text", "themes", "tiles", "titles", "topic", "total_kw", "tried",
    "uncertain", "unit",
    "unreadable", "value", "values", "version", "whole",
    "words", "said", "asked", "filter", "service", "wanted", "page", "tile", "state", "note", "working", "suffix",
    "algorithm", "likely", "supply", "unknown", "unlikely", "very_likely", "very_unlikely",
    "all_mwh", "bias", "mean", "rate", "section_rule", "source_counts", "specific", "step", "value_source",
    "area_m2", "key", "block", "block_unknown", "criterion", "deliveries", "groups", "kwh_m3", "may_be", "minimum",
    "negative", "no_building", "no_calorific_ratio", "no_calorific_value", "no_place", "no_such_number",
    "no_value", "overlaps", "rounds", "row",
    "rule_problem", "share", "single_family", "two_postcodes", "unit_unknown", "weight",
    "years",
    "base_year", "decentral", "factor_set", "latest", "preset", "sum", "hydrogen", "network", "sector", "sectors",
    "sets", "study", "t",
    "covered_m2", "mw", "roofs", "steep", "steep_m2", "tilt", "tiny", "tiny_m2",
    "undecided",
    "all", "answered", "changed", "empty", "grouped", "left_out", "not_asked",
    "confirmed", "heat_kw", "kwh", "mwh", "proposed", "rejected", "sources", "total_gross_kw", "total_net_kw",
}  # fmt: skip
# what may stand behind a number in every case: prepositions, units, words that are the same for one and many
BEHIND_ANY_NUMBER = {
    "von",
    "of",
    "more",
    "weitere",
    "Layer",
    "read",
    "gelesen",
    "written",
    "left",
    "ausgelassen",
    "merged",
    "mit",
}
ONLY_FOR_MANY = re.compile(
    r"\b(are|were|have|do|hold|stand|belong|sind|wurden|haben|hatten|stehen|gehören|liegen|fehlen|werden|passen|bleiben"
    r"|teilten|tragen)\b"
)


class _One(string.Formatter):
    """A text as it reads where each count is one, written ①; what depends on a number stands in marks."""

    def get_value(self, key, args, kwargs):
        return "①" if key in COUNTS else "…"

    def format_field(self, value, format_spec):
        return f"‹{format_spec.partition('|')[0]}›" if "|" in format_spec else str(value)


def wrong_for_one(text: str) -> str:
    """Where a text reads wrong when each count is one: "1 rows", "1 unit … were"; empty where it reads right."""
    try:
        read = _One().format(text)
    except ValueError:  # braces that mean something else: an example of JSON
        return ""
    for clause in re.split(r"[.;:]\s", re.sub(r"\([^()]*\)", "", read) + " "):
        for found in re.finditer(r"① (\w+)", clause):
            if found[1] not in BEHIND_ANY_NUMBER:
                return found[0]
        if "①" in clause:
            many = ONLY_FOR_MANY.search(re.sub("‹[^›]*›", "", clause))
            if many:
                return clause
    return ""


def test_what_counts_reads_right_for_one(catalogue):
    texts = [(code, english) for code, english in catalogue.items()]
    texts += [(f"{context} {english[:40]}", each.german) for (context, english), each in german().items()]
    wrong = [
        f"{name}: {place}" for name, text in texts if "{" in text for place in [wrong_for_one(text)] if place
    ]
    assert not wrong, "give a form for one, {count:row|rows}, or word it for any number:\n" + "\n".join(wrong)


def test_every_value_of_a_text_is_known_as_a_count_or_not(catalogue):
    """A new value that counts must be in the list, or the test above does not see its text."""
    named = {name for text in catalogue.values() for name in placeholders(text)}
    assert sorted(named - COUNTS - NO_COUNTS) == [], "does it count? then into COUNTS"


def test_both_languages_inflect_by_counts_only(catalogue):
    def inflecting(text: str) -> set[str]:
        return {field for _, field, spec, _ in string.Formatter().parse(text) if spec and "|" in spec}

    texts = [
        *catalogue.values(),
        *(each.german for (context, _), each in german().items() if context == CONTEXT),
    ]
    assert sorted(set().union(*map(inflecting, texts)) - COUNTS) == []


@pytest.mark.parametrize(
    "text",
    [
        "{count} rows were read",
        "{rows} Zeilen",
        "{file}: {rows} {rows:Wert|Werte} sind leer",
        "Im Layer fehlen {rows} {rows:Zeile|Zeilen}.",
    ],
)
def test_a_text_that_is_wrong_for_one_is_noticed(text):
    assert wrong_for_one(text)


@pytest.mark.parametrize(
    "text",
    [
        "{rows} {rows:Zeile wurde|Zeilen wurden} gelesen.",
        "Nutzung unbekannt: {count} von {total} {total:Gebäude|Gebäuden}.",
        "Nichts gefunden (Umrisse: {rows}). Bitte prüfen, ob die Karten passen.",
        "{gross_kw} kW passen nicht.",
    ],
)
def test_a_text_that_is_right_for_one_passes(text):
    assert not wrong_for_one(text)


# ---- each rule can fail ---------------------------------------------------------------------------------------------

SNIPPET = """
raise EnactError("file_missing", path=path)
raise errors.EnactError("wrong" if a else "broken", **more)
found = Finding("no_ags", key=unit, values={"row": 3})
progress(0.5, "reading", count=n)
read_progress(0.5, code="reading_more")
progress(0.7)
push(step("made", n=3))
Outcome(frame, source, 3, dropped={"outside": 2}, assumptions=("storeys_from_height",))
"""


def test_codes_are_found_in_the_source():
    found = {use.code: use.values for use in uses("x.py", ast.parse(SNIPPET))}
    assert found == {
        "file_missing": {"path"},
        "wrong": None,
        "broken": None,
        "no_ags": {"row", "key"},
        "reading": {"count"},
        "made": {"n"},
        "reading_more": set(),
        "dropped_outside": None,
        "storeys_from_height": None,
    }


def test_a_computed_code_is_found():
    code = 'EnactError(f"bad_{kind}")\nFinding("bad_" + kind)\nEnactError(code, path=p)\nEnactError("a")\nstep(f"{x}_")'
    found = list(computed_codes("x.py", ast.parse(code)))
    assert found == [("x.py:1", "bad_"), ("x.py:2", ""), ("x.py:5", "")]


def test_the_catalogue_is_read(catalogue_reader):
    code = 'CATALOGUE: dict[str, str] = {"a": QT_TRANSLATE_NOOP("EnactMessages", "one " "two {n}")}'
    assert catalogue_reader(code) == {"a": "one two {n}"}
    assert placeholders("{a} {b:.1f} {c.name} {{d}}") == {"a", "b", "c"}


def test_an_unfinished_or_empty_translation_is_seen(tmp_path):
    path = tmp_path / "x.ts"
    path.write_text(
        "<TS><context><name>C</name>"
        "<message><source>a</source><translation>A</translation></message>"
        '<message><source>b</source><translation type="unfinished">B</translation></message>'
        "<message><source>c</source><translation></translation></message></context></TS>",
        encoding="utf-8",
    )
    assert {key[1]: message.finished for key, message in read_translation(path).items()} == {
        "a": True,
        "b": False,
        "c": False,
    }
