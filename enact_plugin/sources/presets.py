"""Addresses of the services, from resources/presets."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from ..reference.tables import RESOURCES


@dataclass(frozen=True)
class RegisterPreset:
    """Where the register of plants is: presets/register.json.

    Attributes
    ----------
    endpoint : dict
        Kind of units ("electricity", "gas") to the address of the public JSON endpoint.
    filter : str
        What the endpoint calls the municipality key in a filter.
    sort : str
        Record key and direction.
    page_size : int
        Units asked for at once.
    download_page : str
        Page with the links to the bulk exports.
    unit_page : str
        Page of one unit, its register id appended.
    """

    endpoint: dict[str, str]
    filter: str
    sort: str
    page_size: int
    download_page: str
    unit_page: str


@cache
def register() -> RegisterPreset:
    """Addresses of the register."""
    text = (RESOURCES / "presets" / "register.json").read_text(encoding="utf-8")
    return RegisterPreset(**json.loads(text))
