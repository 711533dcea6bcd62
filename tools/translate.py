#!/usr/bin/env python3
"""Keeps resources/i18n/enact_de.ts: collects the texts of the code, fills in German, and checks that none is missing.

    tools/translate.py                      collect new texts, drop those no longer in the code
    tools/translate.py --fill FILE.json …   the same, then German from {"English": "German"} or
                                            {"code": {"en": "English", "de": "German"}}
    tools/translate.py --check              change nothing; fail when a text is missing, unfinished, gone or names
                                            other values than its English source

The file is written sorted and without line numbers, so that a commit shows the texts that changed and nothing else.
"""

from __future__ import annotations

import argparse
import ast
import json
import shutil
import string
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
GERMAN = ROOT / "resources" / "i18n" / "enact_de.ts"


@dataclass(frozen=True)
class Message:
    """A text, where it belongs, and its translation (empty while there is none)."""

    context: str
    source: str
    translation: str = ""


def read(ts: Path) -> list[Message]:
    """Messages of a .ts file; what Qt marks as unfinished or vanished counts as untranslated or is left out."""
    if not ts.exists():
        return []
    messages = []
    for context in ElementTree.parse(ts).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            node = message.find("translation")
            state = node.get("type") if node is not None else "unfinished"
            if state in ("vanished", "obsolete"):
                continue
            text = "".join(node.itertext()) if node is not None and state is None else ""
            messages.append(Message(name, message.findtext("source", ""), text))
    return messages


def write(ts: Path, messages: list[Message], language: str = "de_DE") -> None:
    """Write a .ts file, sorted by context and text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context in sorted({message.context for message in messages}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        found = {message.source: message for message in messages if message.context == context}
        for source in sorted(found):
            german = found[source].translation
            state = "" if german else ' type="unfinished"'
            lines += [
                "    <message>",
                f"        <source>{_xml(source)}</source>",
                f"        <translation{state}>{_xml(german)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    ts.parent.mkdir(parents=True, exist_ok=True)
    ts.write_text("\n".join([*lines, "</TS>", ""]), encoding="utf-8", newline="\n")


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def collect(ts: Path) -> list[Message]:
    """Messages of the code as it is now, with the translations `ts` has for them."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        if ts.exists():
            shutil.copy(ts, fresh)
        names = [_plain_copy(source, Path(folder)) for source in sources()]
        command = [_pylupdate(), "-noobsolete", *names, "-ts", fresh.name]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if done.returncode or not fresh.exists():
            sys.exit(f"collecting the texts failed:\n{done.stderr}")
        return read(fresh)


def sources() -> list[Path]:
    """Files that may hold texts."""
    python = [ROOT / "__init__.py", *(ROOT / "enact_plugin").rglob("*.py")]
    return sorted([*(path for path in python if path.exists()), *(ROOT / "ui").glob("*.ui")])


def _plain_copy(source: Path, folder: Path) -> str:
    """Copy a file to where pylupdate5 can read all of it; returns its name there.

    pylupdate5 silently skips a text whose call ends in a comma, which is how the formatter writes each call that is
    longer than a line. Code printed anew from its syntax tree has neither such commas nor texts in pieces.
    """
    name = source.relative_to(ROOT).as_posix()
    copy = folder / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    text = source.read_text(encoding="utf-8")
    copy.write_text(ast.unparse(ast.parse(text)) if source.suffix == ".py" else text, encoding="utf-8")
    return name


def _pylupdate() -> str:
    tool = shutil.which("pylupdate5")
    if tool is None:
        sys.exit("pylupdate5 not found (package pyqt5-dev-tools)")
    return tool


def fill(messages: list[Message], german: dict[str, str]) -> list[Message]:
    """Give each message whose English text is in `german` that translation; also where it had another."""
    return [
        Message(each.context, each.source, german.get(each.source, each.translation)) for each in messages
    ]


def pairs(file: Path) -> dict[str, str]:
    """English to German of a JSON file in either form."""
    content = json.loads(file.read_text(encoding="utf-8"))
    return {
        (value["en"] if isinstance(value, dict) else key): (value["de"] if isinstance(value, dict) else value)
        for key, value in content.items()
    }


def complaints(known: list[Message], collected: list[Message]) -> list[str]:
    """What is wrong with the translation in `known`, given the texts the code has."""
    german = {(each.context, each.source): each.translation for each in known}
    wanted = {(each.context, each.source) for each in collected}
    found = [f"not in the file: {context}: {source!r}" for context, source in sorted(wanted - set(german))]
    found += [
        f"no longer in the code: {context}: {source!r}" for context, source in sorted(set(german) - wanted)
    ]
    for (context, source), text in sorted(german.items()):
        if not text:
            found.append(f"no German: {context}: {source!r}")
        elif values(source) != values(text):
            found.append(f"names other values: {context}: {source!r} -> {text!r}")
        elif ("&" in source.replace("&&", "")) != ("&" in text.replace("&&", "")) and "<" not in source:
            found.append(f"letter for the keyboard missing or too much: {context}: {source!r} -> {text!r}")
    return found


def values(text: str) -> set[str]:
    """Names of the placeholders in a text; none where braces mean something else."""
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing, fail when something is missing")
    parser.add_argument(
        "--fill", nargs="+", type=Path, metavar="JSON", default=[], help="take German from these"
    )
    parser.add_argument("--ts", type=Path, default=GERMAN)
    arguments = parser.parse_args()
    collected = collect(arguments.ts)
    if arguments.check:
        found = complaints(read(arguments.ts), collected)
        print("\n".join(found) or f"{len(collected)} texts, all of them in German")
        return 1 if found else 0
    for file in arguments.fill:
        collected = fill(collected, pairs(file))
    write(arguments.ts, collected)
    missing = [each for each in collected if not each.translation]
    print(f"{len(collected)} texts in {arguments.ts.name}, {len(missing)} without German")
    for each in missing:
        print(f"  {each.context}: {each.source!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
