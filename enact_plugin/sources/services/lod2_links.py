"""Where the tiles of GeoSN's city model lie today: the index of links, and the page with the present shares."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .. import problems
from ..fetch import Limits, fetch
from .answers import words_of
from .client import Box
from .json_answer import voice
from .service import Service

SIDE_M = 2000.0
_KM = 1000.0
_PRODUCTS = re.compile(r"batchConfig\.products\s*=\s*")
_CLOUD = re.compile(r"""["'](https?://[^"'\s]+/public\.php/dav/files/)["']""")
_DIGITS = re.compile(r"\D")
_LIMITS = Limits(attempts=2)


@dataclass(frozen=True)
class Tile:
    """A tile by its south-west corner, in whole kilometres of UTM zone 33."""

    east_km: int
    north_km: int

    @property
    def name(self) -> str:
        """As in the index: easting and northing."""
        return f"{self.east_km:03}{self.north_km:04}"

    @property
    def box(self) -> Box:
        """Its bounds in metres."""
        west, south = self.east_km * _KM, self.north_km * _KM
        return west, south, west + SIDE_M, south + SIDE_M


def tile_at(x: float, y: float) -> Tile:
    """Tile that holds a place, in metres."""
    step = int(SIDE_M / _KM)
    return Tile(int(x // SIDE_M) * step, int(y // SIDE_M) * step)


class TileLinks:
    """Links to tiles; may be asked by several threads.

    Attributes
    ----------
    layer, query : str
        Addresses of the index' layer, and of where it is asked.
    index_error : EnactError or None
        Why the index did not answer; it is asked no more then.
    """

    def __init__(self, session: requests.Session, service: Service) -> None:
        self.query = service.url if service.url.rstrip("/").endswith("/query") else f"{service.url}/query"
        self.layer = self.query.rpartition("/query")[0]
        self._session = session
        self._service = service
        self._lock = threading.Lock()
        self._gone: set[str] = set()
        self._products: tuple[dict[str, Any], str] | None = None
        self.index_error: EnactError | None = None

    def of_index(self, tile: Tile, progress: Progress) -> str:
        """Link the index gives for a tile; empty where it gives none, or does not answer.

        Raises
        ------
        Canceled
        """
        if self.index_error is not None:
            return ""
        west, south, east, north = tile.box
        asked = {
            "geometry": f"{west + 1:.0f},{south + 1:.0f},{east - 1:.0f},{north - 1:.0f}",  # neighbours touch
            "geometryType": "esriGeometryEnvelope",
            "inSR": "25833",
            "spatialRel": "esriSpatialRelIntersects",
            "outFields": "*",
            "returnGeometry": "false",
            "f": "json",
        }
        try:
            answer = index_answer(self._session, self._service, self.query, asked, progress)
        except EnactError as error:
            if error.code == "canceled":
                raise
            self.index_error = error
            return ""
        field = self._service.options.get("link_field", "Download_Shape")
        for each in answer.get("features") or ():
            values = each.get("attributes") or {}
            if _DIGITS.sub("", str(values.get("Kachel", "")))[-len(tile.name) :] == tile.name:
                return _link(values.get(field), self.query)
        return ""

    def of_batch_page(self, tile: Tile, progress: Progress) -> str:
        """Link to a tile on the present share; empty where there is no such tile.

        Raises
        ------
        Canceled
        EnactError
            ``service_links_missing`` where the page does not name the product; ``source_…``, of the index where it
            did not answer either.
        """
        product, cloud = self._present(progress)
        missing = product.get("computed_not_existing") or ()
        if any(_DIGITS.sub("", json.dumps(each))[-len(tile.name) :] == tile.name for each in missing):
            return ""
        name = str(product["filename"])
        name = name.replace("$Rechtswert$", f"{tile.east_km:03}").replace("$Hochwert$", f"{tile.north_km:04}")
        return f"{cloud}{product['share_id']}/{name}"

    def is_gone(self, link: str) -> bool:
        """Whether the share of a link was seen to be no more."""
        with self._lock:
            return _share(link) in self._gone

    def mark_gone(self, link: str) -> None:
        """Remember that a share is no more."""
        with self._lock:
            self._gone.add(_share(link))

    def _present(self, progress: Progress) -> tuple[dict[str, Any], str]:
        with self._lock:
            if self._products is None:
                self._products = self._read_page(progress)
            return self._products

    def _read_page(self, progress: Progress) -> tuple[dict[str, Any], str]:
        page = str(self._service.options.get("batch_page", ""))
        name = str(self._service.options.get("product", "LoD2_Shape"))
        if not page:
            raise self.index_error or self._missing(self.query, name)
        try:
            answer = fetch(self._session, page, limits=_LIMITS, progress=progress)
        except EnactError as error:
            if error.code != "canceled" and self.index_error is not None:
                raise self.index_error from error
            raise
        text = answer.content.decode("utf-8", "replace")
        found, cloud = _PRODUCTS.search(text), _CLOUD.search(text)
        base = cloud[1] if cloud else str(self._service.options.get("cloud", ""))
        try:
            product = json.JSONDecoder().raw_decode(text, found.end())[0][name] if found else None
            if product and base and product["share_id"] and product["filename"]:
                return product, base
        except (ValueError, KeyError, TypeError) as error:
            raise self._missing(page, name) from error
        raise self._missing(page, name)

    def _missing(self, page: str, name: str) -> EnactError:
        return EnactError(
            "service_links_missing", service=self._service.title, host=problems.host_of(page), name=name
        )


def index_answer(
    session: requests.Session,
    service: Service,
    url: str,
    asked: Mapping[str, str],
    progress: Progress = SILENT,
) -> dict[str, Any]:
    """What the index says to a question.

    Raises
    ------
    Canceled, EnactError
        Those of `json_answer.Voice.ask`; ``service_exception``.
    """
    speaker = voice(session, service.title, url)
    said = speaker.ask(url, asked, progress=progress).values
    if "error" in said:
        error = said["error"]
        words = error.get("message", "") if isinstance(error, dict) else error
        raise speaker.error("service_exception", words=words_of(str(words)))
    return said


def _link(value: Any, base: str) -> str:
    """Address in a cell, which may be HTML around it."""
    found = re.search(r"""https?://[^\s"'<>]+""", str(value or ""))
    return found[0].replace("&amp;", "&") if found else urljoin(base, str(value)) if value else ""


def _share(link: str) -> str:
    return link.rpartition("/")[0]
