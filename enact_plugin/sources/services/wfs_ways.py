"""Ways to ask a WFS that servers understand or not: spelling of the CRS, order of the axes, prefixes, format."""

from __future__ import annotations

from dataclasses import dataclass

from .client import Box
from .wfs_capabilities import GEOGRAPHIC

_FORMATS = ("application/gml+xml; version=3.2", "3.2", "3.1", "gml", "json")  # the first that is offered


@dataclass(frozen=True)
class Way:
    """How to ask.

    Attributes
    ----------
    srs : str
        CRS as the service spells it.
    north_first : bool
        Whether north or latitude comes first in boxes.
    prefixed : bool
        Whether the fields of a filter have the prefix of their layer.
    """

    srs: str
    north_first: bool = False
    prefixed: bool = True

    def ordered(self, box: Box) -> Box:
        """Box in the order of the axes."""
        west, south, east, north = box
        return (south, west, north, east) if self.north_first else box


def ways_of(listed: str, code: int, north_first: bool) -> tuple[Way, ...]:
    """Ways to ask, the CRS as the service lists it first; in degrees only the one whose order of axes is certain."""
    urn = f"urn:ogc:def:crs:EPSG::{code}"
    if code in GEOGRAPHIC:
        return (Way(urn, north_first=True),)
    names = dict.fromkeys((listed, urn, f"EPSG:{code}"))
    found = [Way(name) for name in names]
    turned = Way(urn, north_first=True)
    return (turned, *found) if north_first else (*found, turned)


def format_of(offered: tuple[str, ...]) -> str:
    """Format to ask for, as the service writes it; empty: what it takes by itself."""
    for wanted in _FORMATS:
        for each in offered:
            if wanted in each.lower() and "zip" not in each.lower():
                return each
    return ""
