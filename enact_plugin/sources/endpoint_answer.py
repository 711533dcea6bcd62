"""What an answer of the register's JSON endpoint holds, or says it is instead."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ..errors import EnactError

UNIT = "MaStRNummer"
AGS = "Gemeindeschluessel"
_LOOK = 400  # bytes that show what an answer is
_LONGEST = 200  # characters of what the register says


@dataclass(frozen=True)
class Page:
    """A page of units.

    Attributes
    ----------
    total : int
        Units the endpoint has for the query.
    units : tuple of str
        Their MaStR numbers.
    ags : frozenset of str
        Their municipality keys; empty text for a unit without one.
    """

    total: int
    units: tuple[str, ...]
    ags: frozenset[str]


@dataclass(frozen=True)
class _Unit:
    id: str
    ags: str


def page_of(content: bytes, host: str) -> Page:
    """Read an answer.

    Parameters
    ----------
    content : bytes
    host : str
        Named in errors.

    Raises
    ------
    EnactError
        ``register_online_page`` for a web page (maintenance, or a proxy's login), ``register_online_error`` for what
        the register says in words, ``register_online_refused`` for ``{"Error":true}``, ``register_online_unreadable``.
    """
    head = content[:_LOOK].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<"):
        raise EnactError("register_online_page", host=host)
    try:
        # of each record only what is looked at is kept: a page of 5,000 units is 20 MB of text
        envelope = json.loads(content.decode("utf-8-sig"), object_hook=_slim)
    except (ValueError, RecursionError) as error:
        raise EnactError("register_online_unreadable", host=host) from error
    if not isinstance(envelope, dict):
        raise EnactError("register_online_unreadable", host=host)
    if envelope.get("Errors"):
        raise EnactError("register_online_error", host=host, message=str(envelope["Errors"])[:_LONGEST])
    if envelope.get("Error"):
        raise EnactError("register_online_refused", host=host)
    total, units = envelope.get("Total"), envelope.get("Data")
    if not isinstance(total, int) or not isinstance(units, list) or not _all_units(units):
        raise EnactError("register_online_unreadable", host=host)
    return Page(total, tuple(unit.id for unit in units), frozenset(unit.ags for unit in units))


def _slim(found: dict[str, Any]) -> Any:
    if UNIT not in found:
        return found
    return _Unit(str(found[UNIT]), str(found.get(AGS) or ""))


def _all_units(entries: list[Any]) -> bool:
    return all(isinstance(entry, _Unit) for entry in entries)
