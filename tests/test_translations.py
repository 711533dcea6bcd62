"""The pipeline of the German texts: nothing the code says to a person is missed, and a bad translation is noticed."""

from __future__ import annotations

import ast
import importlib.util
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("tr", "translate", "QT_TRANSLATE_NOOP")


@pytest.fixture(scope="module")
def translate():
    spec = importlib.util.spec_from_file_location("translate_tool", ROOT / "tools" / "translate.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def texts_of_the_code() -> set[str]:
    """English texts handed to tr(), translate() and QT_TRANSLATE_NOOP(), read from the syntax trees."""
    found = set()
    for path in (ROOT / "enact_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = (
                getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            )
            if name in MARKS and node.args:
                text = node.args[0] if name == "tr" else node.args[min(1, len(node.args) - 1)]
                if isinstance(text, ast.Constant):
                    found.add(text.value)
    return found


def texts_of_the_dialogs() -> set[str]:
    return {
        node.text
        for path in (ROOT / "ui").glob("*.ui")
        for node in ElementTree.parse(path).getroot().iter("string")
        if node.text and node.get("notr") != "true"
    }


def test_every_text_of_code_and_dialogs_is_german(translate):
    """Read without pylupdate5, which skips calls that end in a comma and texts that stand in pieces."""
    german = {each.source: each.translation for each in translate.read(translate.GERMAN)}
    texts = texts_of_the_code() | texts_of_the_dialogs()
    assert len(texts) > 200
    assert sorted(text for text in texts if not german.get(text)) == []


def test_no_text_is_made_at_run_time():
    """A text that is put together before it is translated can be in no .ts file."""
    wrong = []
    for path in (ROOT / "enact_plugin").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr" and node.args:
                if not isinstance(node.args[0], ast.Constant) and not isinstance(node.args[0], ast.Name):
                    wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


@pytest.mark.skipif(
    shutil.which("pylupdate5") is None, reason="pylupdate5 is missing (package pyqt5-dev-tools)"
)
def test_the_file_is_up_to_date_with_the_code(translate):
    assert translate.complaints(translate.read(translate.GERMAN), translate.collect(translate.GERMAN)) == []


@pytest.mark.skipif(
    shutil.which("pylupdate5") is None, reason="pylupdate5 is missing (package pyqt5-dev-tools)"
)
def test_texts_in_pieces_and_before_a_comma_are_collected(translate, tmp_path, monkeypatch):
    (tmp_path / "enact_plugin").mkdir()
    (tmp_path / "enact_plugin" / "a.py").write_text(
        "class A:\n    def b(self):\n        return self.tr(\n            'one '\n            'two',\n        )\n"
        "x = QT_TRANSLATE_NOOP(\n    'C',\n    'three',\n)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(translate, "ROOT", tmp_path)
    assert translate.collect(tmp_path / "none.ts") == [
        translate.Message("A", "one two"),
        translate.Message("C", "three"),
    ]


def test_what_is_written_is_read_again(translate, tmp_path):
    messages = [translate.Message("B", 'a < b & "c"', "ä > ö"), translate.Message("A", "open")]
    translate.write(tmp_path / "x.ts", messages)
    assert translate.read(tmp_path / "x.ts") == [messages[1], messages[0]]  # sorted by context


def test_german_is_filled_in_from_both_forms(translate, tmp_path):
    file = tmp_path / "x.json"
    file.write_text('{"Open": "Öffnen", "code": {"en": "Gone", "de": "Weg"}}', encoding="utf-8")
    messages = [
        translate.Message("A", "Open"),
        translate.Message("A", "Gone", "Fort"),
        translate.Message("A", "x"),
    ]
    filled = translate.fill(messages, translate.pairs(file))
    assert [each.translation for each in filled] == ["Öffnen", "Weg", ""]


@pytest.mark.parametrize(
    ("source", "german", "complaint"),
    [
        ("{count} plants", "{count} Anlagen", None),
        ("{count} plants", "{anzahl} Anlagen", "names other values"),
        ("&Open", "&Öffnen", None),
        ("&Open", "Öffnen", "letter for the keyboard"),
        ("Open", "", "no German"),
    ],
)
def test_a_bad_translation_is_noticed(translate, source, german, complaint):
    found = translate.complaints([translate.Message("A", source, german)], [translate.Message("A", source)])
    assert [each.startswith(complaint) for each in found] == ([True] if complaint else [])


def test_missing_and_left_over_texts_are_noticed(translate):
    found = translate.complaints([translate.Message("A", "old", "alt")], [translate.Message("A", "new")])
    assert [each.partition(":")[0] for each in found] == ["not in the file", "no longer in the code"]
