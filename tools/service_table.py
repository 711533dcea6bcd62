#!/usr/bin/env python3
"""Writes the table of services in docs/dienste.md from resources/presets; `--check` says whether it is up to date."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from enact_plugin.sources.services.service import Protocol, Service, presets  # noqa: E402

DOCUMENT = ROOT / "docs" / "dienste.md"
BEGIN = "<!-- Tabelle: tools/service_table.py schreibt sie aus resources/presets -->"
END = "<!-- Ende der Tabelle -->"
PROTOCOLS = {
    Protocol.WFS: "WFS",
    Protocol.ARCGIS: "ArcGIS REST",
    Protocol.OGCAPI: "OGC API Features",
    Protocol.OVERPASS: "Overpass",
    Protocol.LOD2: "Kachelindex, Zip je Kachel",
    Protocol.FILE: "ganze Datei",
}


def table() -> str:
    """Services by place and by what they deliver, in Markdown."""
    titles = _titles()
    lines: list[str] = []
    for place in dict.fromkeys(each.ags for each in presets()):
        lines += [f"### {_place(place)}", ""]
        lines += [
            "| liefert | Dienst (Kennung) | Weg | Lizenz | gesehen | Datei stattdessen |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(each, titles) for each in presets() if each.ags == place]
        lines += ["", *_notes(each for each in presets() if each.ags == place), ""]
    return "\n".join(lines).strip()


def _place(ags: str) -> str:
    return {
        "": "Ganz Deutschland",
        "14": "Sachsen",
        "14713000": "Leipzig",
        "14612000": "Dresden",
        "14511000": "Chemnitz",
    }.get(ags, ags)


def _row(service: Service, titles: dict[str, str]) -> str:
    usual = "" if not service.instead else ", nur auf Wunsch"
    seen = f"am {service.seen}" if service.seen else "noch nicht gesehen"
    return (
        f"| {titles[service.serves]}{usual} | {service.title} (`{service.id}`) | {PROTOCOLS[service.protocol]} "
        f"| {service.licence or 'nicht genannt'} | {seen} | [{service.download_file}]({service.download_page}) |"
    )


def _notes(services: Iterable[Service]) -> list[str]:
    notes: dict[str, list[str]] = {}
    for service in services:
        if service.note:
            notes.setdefault(service.note, []).append(f"`{service.id}`")
    return [f"- {', '.join(ids)}: {note}" for note, ids in notes.items()]


def _titles() -> dict[str, str]:
    with (ROOT / "resources" / "tables" / "layer_kinds.csv").open(encoding="utf-8", newline="") as lines:
        return {row["kind"]: row["title_de"] for row in csv.DictReader(lines)}


def with_table(text: str) -> str:
    """Document with the table as it is now."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def main() -> int:
    """Write the table, or check it."""
    text = DOCUMENT.read_text(encoding="utf-8")
    made = with_table(text)
    if "--check" in sys.argv[1:]:
        return int(made != text)
    DOCUMENT.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
