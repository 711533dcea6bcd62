"""How the fields of a source become columns: what a person says, what was remembered, what the service is known for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..errors import Finding, Severity
from ..outcome import Outcome

if TYPE_CHECKING:
    from ..fields.mapping import Mapping
    from ..layers.workspace import Workspace
    from .base import Job


def given_mapping(job: Job) -> Mapping:
    """What the parameter MAPPING says; nothing where it is not given or, as ``{}``, names nothing.

    Raises
    ------
    EnactError
        ``mapping_not_json``, ``mapping_entry_invalid``.
    """
    from ..fields.mapping import Mapping

    return Mapping.from_json(job.text("MAPPING") if job.given("MAPPING") else "")


def said_mapping(
    job: Job,
    workspace: Workspace,
    kind: str,
    fields: Sequence[tuple[str, str]],
    known: dict[str, Any] | None = None,
) -> Mapping:
    """Mapping of the parameter, else the one remembered for such a source, else what is known of it, else an empty one.

    Parameters and errors are those of `mapping_for`.
    """
    said = given_mapping(job)
    if not said.fields:
        said = _remembered_mapping(workspace, kind, fields)
    return said if said.fields else _known_mapping(known or {}, fields)


def mapping_for(
    job: Job,
    workspace: Workspace,
    kind: str,
    fields: Sequence[tuple[str, str]],
    known: dict[str, Any] | None = None,
) -> Mapping:
    """Mapping as `said_mapping` finds it; what it does not name is proposed.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    kind : str
    fields : sequence of (str, str)
        Name and type of the source's fields.
    known : dict or None
        Column to field, as the service is known to name it (`Service.mapping`).

    Returns
    -------
    Mapping

    Raises
    ------
    EnactError
        ``mapping_not_json``, ``mapping_entry_invalid``, ``mapping_target_unknown``, ``mapping_field_missing``.
    """
    from ..fields.mapping import complete_mapping

    return complete_mapping(said_mapping(job, workspace, kind, fields, known), kind, fields)


def _known_mapping(known: dict[str, Any], fields: Sequence[tuple[str, str]]) -> Mapping:
    """What a service is known for; fields it does not have today are left to the proposals."""
    from ..fields.mapping import Mapping

    present = {name.casefold(): name for name, _type in fields}
    entries = Mapping.from_entries(known).fields
    return Mapping(
        tuple(
            replace(entry, field=present.get(entry.field.casefold(), ""))
            for entry in entries
            if not entry.field or entry.field.casefold() in present
        )
    )


def _remembered_mapping(workspace: Workspace, kind: str, fields: Sequence[tuple[str, str]]) -> Mapping:
    """What is remembered for such a source, with its fields named as in this delivery."""
    from ..fields.mapping import Mapping, source_fingerprint

    text = workspace.remembered_mapping(kind, source_fingerprint(fields))
    present = {name.casefold(): name for name, _type in fields}
    said = lasting(Mapping.from_json(text or ""), kind)
    return Mapping(
        tuple(replace(entry, field=present.get(entry.field.casefold(), "")) for entry in said.fields)
    )


def lasting(mapping: Mapping, kind: str) -> Mapping:
    """What of a mapping holds for the next delivery as well.

    A constant is said of one file, and so is what tells the parts of a layer apart: with the year of the areas for 2030
    the areas for 2035 would take their place.
    """
    from ..fields.mapping import Mapping
    from ..reference.kind_rules import kind_rules

    part = kind_rules(kind).slice
    return Mapping(
        tuple(entry for entry in mapping.fields if entry.constant is None and entry.target != part)
    )


def remember_mapping(job: Job, workspace: Workspace, kind: str, fields: Sequence[tuple[str, str]]) -> None:
    """Keep for such sources what the user said of their fields; what was only proposed is proposed again."""
    from ..fields.mapping import source_fingerprint

    said = lasting(given_mapping(job), kind)
    if said.fields:
        workspace.remember_mapping(kind, source_fingerprint(fields), said.to_json(), _now())


def with_pairs_told(outcome: Outcome, mapping: Mapping) -> Outcome:
    """Outcome that names which field of the source became what under another name, to be confirmed or changed.

    A constant is named too: it stands in every row, and the source says nothing of it.
    """
    from ..layers.messages import column_titles

    pairs = ", ".join(
        f"{entry.target} = {entry.field or f'„{entry.constant}“'}"
        for entry in mapping.fields
        if not entry.is_empty
        and entry.field.casefold() not in (entry.target, column_titles(entry.target).casefold())
    )
    if not pairs:
        return outcome
    used = Finding("mapping_used", severity=Severity.NOTE, values={"pairs": pairs})
    return replace(outcome, findings=(used, *outcome.findings))


def _now() -> str:
    """ISO text of this moment, with its zone."""
    return datetime.now().astimezone().isoformat("T", "seconds")
