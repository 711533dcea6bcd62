"""What a WFS says of itself, whichever version it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...errors import EnactError
from . import safe_xml as xml
from .answers import refuse_web_page, words_of
from .safe_xml import Node

_EXCEPTIONS = ("ExceptionReport", "ServiceExceptionReport", "ServiceException")
_CODE = re.compile(r"(?:EPSG|epsg)(?:\.xml#|/0/|:[\d.]*:|/[\d.]+/|:)(\d+)$")
_ADV = {"ETRS89_UTM33": 25833, "ETRS89_UTM32": 25832, "ETRS89_LAT-LON": 4258}
_WANTED = (25833, 25832)
GEOGRAPHIC = (4326, 4258)
_DIGITS = 10  # no service delivers so much at once
_SAID_NOTHING = ("", "none", "keine", "-")


@dataclass(frozen=True)
class FeatureType:
    """A layer: name, title, names of its CRS as the service writes them (the default first), formats."""

    name: str
    title: str
    crs: tuple[str, ...]
    formats: tuple[str, ...]


@dataclass(frozen=True)
class Capabilities:
    """What a service offers.

    Attributes
    ----------
    version : str
        That the service speaks, whatever it was asked in.
    title : str
    types : tuple of FeatureType
    limit : int
        Objects in one answer at most; 0 where it is not said.
    licence : str
    namespaces : dict
        Prefix to address.
    """

    version: str
    title: str
    types: tuple[FeatureType, ...]
    limit: int
    licence: str
    namespaces: dict[str, str]


def capabilities_of(content: bytes, title: str, host: str) -> Capabilities:
    """Read a capabilities document.

    Raises
    ------
    EnactError
        ``service_page``, ``service_entities``, ``service_broken_off``, ``service_exception``, ``service_no_wfs``.
    """
    refuse_web_page(content, title, host)
    try:
        root = xml.tree_of(xml.in_utf8(content))
    except xml.Dangerous as error:
        raise xml.refused(title, host) from error
    except xml.Broken as error:
        raise EnactError("service_broken_off", service=title, host=host) from error
    if root.tag in _EXCEPTIONS:
        raise exception_of(content, title, host)
    if root.tag not in ("WFS_Capabilities", "Capabilities"):
        raise EnactError("service_no_wfs", service=title, host=host)
    shared = tuple(_parameter(root, "GetFeature", "outputFormat"))
    types = tuple(_type(each, shared) for each in root.below("FeatureType"))
    spaces = {
        key.partition(":")[2]: value
        for element in root.below()
        for key, value in element.attributes.items()
        if key.startswith("xmlns:")
    }
    name = root.text_at("ServiceIdentification/Title") or root.text_at("Service/Title")
    return Capabilities(
        root.attributes.get("version", "2.0.0"), name, types, _limit(root), _licence(root), spaces
    )


def exception_of(content: bytes, title: str, host: str) -> EnactError:
    """Error for an exception document, in the service's words."""
    words = words_of(xml.in_utf8(content[:20_000]).decode("utf-8", "replace"))
    return EnactError("service_exception", service=title, host=host, words=words or "?")


def code_of(name: str) -> int | None:
    """EPSG code of a CRS in any of the usual spellings; None for another."""
    if "crs:adv" in name.lower() or "adv:crs" in name.lower():
        return _ADV.get(name.rpartition(":")[2].upper())
    found = _CODE.search(name.strip())
    return int(found.group(1)) if found else None


def chosen_crs(offered: tuple[str, ...], wanted: str) -> str | None:
    """CRS to ask in, as the service writes it; None where none of its CRS is known.

    Parameters
    ----------
    wanted : str
        "EPSG:25833"; taken even where it is not listed, for lists are not always complete. Empty: EPSG:25833,
        EPSG:25832, else the first that is known.
    """
    codes = {code_of(name): name for name in reversed(offered)}
    if wanted:
        return codes.get(code_of(wanted), wanted)
    first = [code for code in map(code_of, offered) if code is not None]
    return next((codes[code] for code in (*_WANTED, *first) if code in codes), None)


def _type(node: Node, shared: tuple[str, ...]) -> FeatureType:
    tags = ("DefaultCRS", "DefaultSRS", "SRS", "OtherCRS", "OtherSRS")
    crs = tuple(each.text for tag in tags for each in node.all(tag) if each.text)
    formats = tuple(each.text for each in node.all("OutputFormats/Format") if each.text)
    return FeatureType(node.text_at("Name"), node.text_at("Title"), crs, formats or shared)


def _parameter(root: Node, operation: str, name: str) -> Iterator[str]:
    for each in root.all("OperationsMetadata/Operation"):
        if each.attributes.get("name") == operation:
            for parameter in each.all("Parameter"):
                if parameter.attributes.get("name") == name:
                    yield from (value.text for value in parameter.below("Value") if value.text)


def _limit(root: Node) -> int:
    """CountDefault of 2.0, DefaultMaxFeatures of 1.1; of several, that of an operation."""
    found = 0
    for path in ("OperationsMetadata/Constraint", "OperationsMetadata/Operation/Constraint"):
        for each in root.all(path):
            if each.attributes.get("name") in ("CountDefault", "DefaultMaxFeatures"):
                text = each.text_at("DefaultValue") or next((value.text for value in each.below("Value")), "")
                found = int(text) if text.isdecimal() and len(text) < _DIGITS else found
    return found


def _licence(root: Node) -> str:
    said = [
        root.text_at(f"{part}/{name}")
        for part in ("ServiceIdentification", "Service")
        for name in ("Fees", "AccessConstraints")
    ]
    return words_of(" · ".join(each for each in said if each.lower() not in _SAID_NOTHING))
