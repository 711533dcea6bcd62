"""Source, date and licence of a layer where QGIS looks for them: notes, metadata, attribution, project variables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsLayerMetadata, QgsLayerNotesUtils
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ..layers.messages import step
from ..reference.kinds import kind_of_layer
from .texts import day, map_text, number

# " (streets.gpkg)" after a source: says something to the planner, nothing to the reader of a map
_FILE = re.compile(r"\s*\([^()]*\.\w{2,7}\)")
_BARE_FILE = re.compile(r"[^\s;]+\.\w{2,7}")

if TYPE_CHECKING:
    from qgis.core import QgsMapLayer

    from ..layers.provenance import Provenance
    from ..layers.workspace import Workspace

JOINED = "; "  # between the attributions of what a layer was made of
FICTITIOUS_AGS = "99999999"
FICTITIOUS = "fiktiv"  # a name that says so already is left alone


def provenances(workspace: Workspace) -> dict[str, Provenance]:
    """Provenance of each layer of a workspace, as it is shown: invented data is nobody's but ours."""
    rows = {row.layer: row for row in workspace.all_provenance()}
    if workspace.ags != FICTITIOUS_AGS:
        return rows
    said = map_text("fictitious_data")
    return {
        layer: replace(row, source=map_text("fictitious", name=row.source), attribution=said)
        for layer, row in rows.items()
    }


def municipality_name(workspace: Workspace) -> str:
    """Name of the municipality as every map shows it; the fictitious one says so."""
    name = workspace.name or _name_of_boundary(workspace) or workspace.ags
    if workspace.ags != FICTITIOUS_AGS or FICTITIOUS in name:
        return name
    return map_text("fictitious", name=name)


def _name_of_boundary(workspace: Workspace) -> str:
    """Name its boundary gives a municipality that our table of municipalities does not know; else nothing."""
    if "municipality" not in workspace.layers():
        return ""
    rows = workspace.layer("municipality").getFeatures(f"\"ags\" = '{workspace.ags}'")
    return next((str(row["name"]) for row in rows if row["name"]), "")


def _left_out(provenance: Provenance) -> str:
    """Rows left out, with the reason."""
    return ", ".join(
        f"{number(count)} × {step(f'dropped_{reason}')}" for reason, count in provenance.dropped.items()
    )


def _title(name: str) -> str:
    """Input of a layer as its note names it: another layer, or what planners said of one."""
    edited, found, layer = name.partition(":")
    if found and edited == "edits":
        return map_text("note_edits", layer=_title(layer))
    kind = kind_of_layer(name)
    return kind.title_de if kind else name


def note_html(title: str, provenance: Provenance, changed: Iterable[str] = ()) -> str:
    """Return the note of a layer as HTML; `changed` names the inputs for which it is out of date."""
    made = datetime.fromisoformat(provenance.when).strftime("%d.%m.%Y %H:%M")
    lines = [
        ("note_source", provenance.source or map_text("note_unknown")),
        ("note_state", day(provenance.state_date) or map_text("note_unknown")),
        ("note_licence", provenance.licence or map_text("note_unknown")),
        ("note_attribution", provenance.attribution or "–"),
        (
            "note_rows",
            map_text(
                "note_rows_value",
                rows=number(provenance.rows),
                rows_in=number(provenance.rows_in),
                merged=number(provenance.merged),
                dropped=number(sum(provenance.dropped.values())),
            ),
        ),
        ("note_left_out", _left_out(provenance) or "–"),
        ("note_findings", number(sum(provenance.findings.values()))),
        (
            "note_run",
            map_text("note_run_value", when=made, algorithm=provenance.algorithm, version=provenance.version),
        ),
    ]
    titles = [_title(name) for name in changed]
    if titles:
        lines.append(("note_out_of_date", map_text("note_changed", layers=", ".join(titles))))
    table = "".join(
        f"<tr><td><b>{escape(map_text(code))}</b></td><td>{escape(text)}</td></tr>" for code, text in lines
    )
    return f"<h3>{escape(title)}</h3><table>{table}</table>"


def describe_source(
    layer: QgsMapLayer, title: str, provenance: Provenance | None, changed: Iterable[str] = ()
) -> None:
    """Write source, date, licence and whether it is out of date into a layer's notes and metadata."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setLanguage("de")
    metadata.setType("dataset")
    metadata.setCrs(layer.crs())
    if provenance is not None:
        note = note_html(title, provenance, changed)
        metadata.setAbstract(note)
        metadata.setRights([provenance.attribution] if provenance.attribution else [])
        metadata.setLicenses([provenance.licence] if provenance.licence else [])
        metadata.addHistoryItem(f"{provenance.when} {provenance.algorithm}")
        if provenance.state_date:
            state = provenance.state_date
            revised = QDateTime(QDate(state.year, state.month, state.day), QTime(0, 0))
            metadata.setDateTime(Qgis.MetadataDateType.Revised, revised)
        QgsLayerNotesUtils.setLayerNotes(layer, note)
    layer.setMetadata(metadata)


def credits_line(provenances: Iterable[Provenance]) -> str:
    """Attributions of several layers in one line, each once and with its licence."""
    return " | ".join(dict.fromkeys(part for row in provenances for part in _credits(row)))


def _credits(row: Provenance) -> list[str]:
    """Attributions of a layer; its licence behind the one it has, where the words do not name it already."""
    parts = [part for part in row.attribution.split(JOINED) if part]
    licences = [part for part in row.licence.split(JOINED) if part]
    if parts == [map_text("fictitious_data")]:  # nobody's rights
        return parts
    if len(parts) != 1 or len(licences) != 1 or licences[0].casefold() in parts[0].casefold():
        return parts
    return [f"{parts[0]}, {licences[0]}"]


def state_line(provenances: Iterable[Provenance]) -> str:
    """Return the date of each source that has one, in one line; one made of others is not named besides them."""
    stated: dict[str, str] = {}
    for row in provenances:
        if row.source and row.state_date:
            stated.setdefault(_spoken_source(row.source), day(row.state_date))
    return "; ".join(f"{source}: {date}" for source, date in stated.items())


def _spoken_source(source: str) -> str:
    """Source of a layer without the files: of a layer made of others it names the first, which is the subject."""
    said = map_text("fictitious", name="")
    first, *others = _FILE.sub("", source.removesuffix(said)).split("; ")
    named = [first, *(other for other in others if not _BARE_FILE.fullmatch(other))]
    return "; ".join(named) + (said if source.endswith(said) else "")
