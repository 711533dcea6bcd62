"""What a person says of a source besides where it is: field mapping, licence, attribution, state of the data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import EnactError
from ..layers.messages import layer_title
from ..reference.kinds import LayerKind, layer_kinds
from .days import day_of

# key in the JSON -> parameter of enact:loadlayer and enact:loadbuildings
FACTS = {
    "mapping": "MAPPING",
    "licence": "LICENCE",
    "attribution": "ATTRIBUTION",
    "state_date": "STATE_DATE",
}


@dataclass(frozen=True)
class FurtherLayer:
    """One layer of HEATPLAN.

    Attributes
    ----------
    kind, source : str
    facts : dict
        Parameters of `enact:loadlayer` that the JSON gives for it.
    """

    kind: str
    source: str
    facts: dict[str, str] = field(default_factory=dict)


def heat_plan_layers(text: str) -> list[FurtherLayer]:
    """Kind, input and facts of each further layer, in the order given; a kind may occur several times.

    Parameters
    ----------
    text : str
        ``kind=input;kind=input`` or a JSON list of ``{"kind": …, "input": …}``, where each may also say ``mapping``,
        ``licence``, ``attribution`` and ``state_date``.

    Raises
    ------
    EnactError
        ``heatplan_not_understood``, ``heatplan_kind``, ``source_facts_not_understood``, ``day_unreadable``.
    """
    text = text.strip()
    if not text:
        return []
    layers = _from_json(text) if text.startswith("[") else _from_pairs(text)
    loaded = {kind.kind: kind for kind in layer_kinds() if kind.loader == "loadlayer"}
    for layer in layers:
        if layer.kind not in loaded:
            raise EnactError("heatplan_kind", kind=layer.kind, kinds=_listed(loaded.values()))
    return layers


def _listed(kinds: Iterable[LayerKind]) -> str:
    """Kinds by title, each with what is to be written."""
    return ", ".join(f"{layer_title(kind.layer)} ({kind.kind})" for kind in kinds)


def _from_pairs(text: str) -> list[FurtherLayer]:
    layers = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        kind, found, source = part.partition("=")
        if not found or not source.strip():
            raise EnactError("heatplan_not_understood", text=part)
        layers.append(FurtherLayer(kind.strip(), source.strip()))
    return layers


def _from_json(text: str) -> list[FurtherLayer]:
    try:
        items = [(dict(item), str(item["kind"]), str(item["input"])) for item in json.loads(text)]
    except (ValueError, KeyError, TypeError) as error:
        raise EnactError("heatplan_not_understood", text=text) from error
    return [
        FurtherLayer(
            kind,
            source,
            loader_values(
                kind, {name: value for name, value in item.items() if name not in ("kind", "input")}
            ),
        )
        for item, kind, source in items
    ]


def facts_by_data_set(text: str, data_sets: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Parameters for the loader of each data set that SOURCE_FACTS names.

    Parameters
    ----------
    text : str
        JSON by data set: ``{"STREETS": {"mapping": {…}, "licence": …, "attribution": …, "state_date": …}}``.
    data_sets : tuple of str
        Those that may be named.

    Raises
    ------
    EnactError
        ``source_facts_not_understood``, ``source_facts_unknown_set``, ``day_unreadable``.
    """
    if not text.strip():
        return {}
    try:
        given = json.loads(text)
    except ValueError as error:
        raise EnactError("source_facts_not_understood", name="SOURCE_FACTS", text=text[:80]) from error
    if not isinstance(given, dict):
        raise EnactError("source_facts_not_understood", name="SOURCE_FACTS", text=text[:80])
    for name in given:
        if name not in data_sets:
            raise EnactError("source_facts_unknown_set", name=name, names=", ".join(data_sets))
    return {name: loader_values(name, facts) for name, facts in given.items()}


def loader_values(name: str, facts: Any) -> dict[str, str]:
    """Parameters of a loader that the facts of one source mean; `name` is for the message.

    Raises
    ------
    EnactError
        ``source_facts_not_understood``, ``day_unreadable``.
    """
    if not isinstance(facts, Mapping):
        raise EnactError("source_facts_not_understood", name=name, text=str(facts)[:80])
    result = {}
    for key, value in facts.items():
        if key not in FACTS or not (isinstance(value, str) or (key == "mapping" and isinstance(value, dict))):
            shown = json.dumps({str(key): value}, ensure_ascii=False)
            raise EnactError("source_facts_not_understood", name=name, text=shown[:80])
        text = value.strip() if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if text and text != "{}":
            result[FACTS[key]] = text
    if "STATE_DATE" in result:
        day_of(result["STATE_DATE"], "state_date")
    return result
