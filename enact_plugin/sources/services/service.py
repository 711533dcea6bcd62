"""What is known of a service before it is asked: resources/presets, or an address a person entered."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from ...errors import EnactError
from ...reference.tables import RESOURCES

PRESETS = ("germany", "saxony", "leipzig", "dresden", "chemnitz")


class Protocol(Enum):
    """How a service is talked to."""

    WFS = "wfs"
    ARCGIS = "arcgis"
    OGCAPI = "ogcapi"
    OVERPASS = "overpass"
    LOD2 = "lod2"  # index of tiles, each a zip
    FILE = "file"  # a whole file behind an address, which may be named on a page


@dataclass(frozen=True)
class Service:
    """One layer of one service.

    Attributes
    ----------
    id : str
        Unique among the presets, for instance "bkg_vg250"; "address" for one that a person entered.
    title : str
        As it is cited in German: who, what.
    serves : str
        What it delivers: a kind of enact:loadlayer ("boundary", "parcels" …), "buildings" or "census".
    protocol : Protocol
    url : str
        Base address, without what is asked.
    name : str
        WFS: type name. ArcGIS: number or name of the layer below `url`. OGC API: collection. Overpass: topic of
        `overpass`. Others: what tells the file on a page.
    ags : str
        First digits of the municipalities it serves; empty for all of Germany.
    version : str
        Of the protocol, where one must be asked for.
    crs : str
        In which boxes and objects are asked, as "EPSG:25833"; empty: what the service offers of EPSG:25833,
        EPSG:25832, else its default.
    filter : str
        In the protocol's own words, "{ags}" for the municipality key.
    by_filter : bool
        Whether the filter alone chooses the objects, so that no area is needed (boundary of an AGS).
    page : int
        Objects to ask for at once; 0 for what the service declares, else the client's default.
    key : tuple of str
        Fields that together name an object; empty: the same content is the same object.
    mapping : dict
        Column of the layer to field of the service, for what is not proposed by itself; "" drops a proposal. Instead
        of a field, what `fields.mapping` reads as well: {"field": …, "values": {word: code}} or {"value": constant}.
    instead : bool
        Whether it is used only when a person chooses it: others serve the same before it.
    margin_m : float
        Beyond the area's box, for objects whose parts may lie outside.
    licence : str
    attribution : str
        "{year}" for the year in which the data were fetched, where the licence asks for it; see `cited`.
    download_page : str
        Page with a file that serves instead when the service fails.
    download_file : str
        What to fetch there, in German.
    current : bool
        Whether what it delivers is of the day on which it is asked; no where it is of another day it does not tell.
    fresh_days : int
        Age up to which an answer is taken from the cache without asking.
    seen : str
        ISO day on which it was seen working by EnAct's developers; empty: not yet.
    note : str
        What a person should know, in German; empty for nothing.
    options : dict
        What only this protocol needs.
    """

    id: str
    title: str
    serves: str
    protocol: Protocol
    url: str
    name: str = ""
    ags: str = ""
    version: str = ""
    crs: str = ""
    filter: str = ""
    by_filter: bool = False
    page: int = 0
    key: tuple[str, ...] = ()
    mapping: dict[str, Any] = field(default_factory=dict)
    instead: bool = False
    margin_m: float = 0.0
    licence: str = ""
    attribution: str = ""
    download_page: str = ""
    download_file: str = ""
    current: bool = True
    fresh_days: int = 30
    seen: str = ""
    note: str = ""
    options: dict[str, Any] = field(default_factory=dict)

    def filter_of(self, ags: str) -> str:
        """Filter with the municipality key in its place."""
        return self.filter.replace("{ags}", ags)

    def cited(self, year: int) -> str:
        """Attribution with the year in its place, in which the data were fetched."""
        return self.attribution.replace("{year}", str(year))

    def fields(self) -> tuple[str, ...]:
        """Fields of the service that `mapping` names."""
        named = (
            entry.get("field", "") if isinstance(entry, dict) else entry for entry in self.mapping.values()
        )
        return tuple(name for name in named if name)


def services_for(ags: str, serves: str) -> tuple[Service, ...]:
    """Services that deliver something for a municipality, the most specific first.

    Parameters
    ----------
    ags : str
        Eight digits.
    serves : str
        As `Service.serves`.

    Returns
    -------
    tuple of Service
        First those to be used together when nobody chooses: of the longest matching `Service.ags` the ones that are
        not `instead`; then all others.
    """
    found = [each for each in presets() if each.serves == serves and ags.startswith(each.ags)]
    return tuple(sorted(found, key=lambda each: (each.instead, -len(each.ags))))


def default_services(ags: str, serves: str) -> tuple[Service, ...]:
    """Services used together when nobody chooses; empty where there is none."""
    usual = [each for each in services_for(ags, serves) if not each.instead]
    return tuple(each for each in usual if each.ags == usual[0].ags)


def service(id_: str) -> Service:
    """Service of the presets by its id.

    Raises
    ------
    EnactError
        ``service_unknown``.
    """
    for each in presets():
        if each.id == id_:
            return each
    raise EnactError("service_unknown", id=id_, known=", ".join(each.id for each in presets()))


@cache
def presets() -> tuple[Service, ...]:
    """Return all services of resources/presets, in the order of the files.

    Raises
    ------
    EnactError
        ``presets_unreadable`` where a person's change left a file that is no preset.
    """
    return tuple(each for name in PRESETS for each in _of_file(RESOURCES / "presets" / f"{name}.json"))


def _of_file(path: Path) -> tuple[Service, ...]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return tuple(service_of(entry, content.get("ags", "")) for entry in content["services"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise EnactError("presets_unreadable", path=str(path), detail=str(error)) from error


def service_of(entry: dict[str, Any], ags: str = "") -> Service:
    """Service from its JSON; `ags` of the file counts where the entry names none."""
    values = {"ags": ags, **entry}
    values["protocol"] = Protocol(values["protocol"])
    values["key"] = tuple(values.get("key", ()))
    return Service(**values)
