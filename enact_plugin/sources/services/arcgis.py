"""ArcGIS REST: FeatureServer and MapServer.

What these servers do is known from Esri's help and from those who met them: errors come with status 200; how many
objects one answer holds is `maxRecordCount`, or less; `exceededTransferLimit` is missing where it is false, and from
some servers always; without an order, pages overlap; not each server can page, but each one gives all object ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .answers import words_of
from .arcgis_server import NO_OBJECTS, arcgis_layers, layers_in, number_of, split_address, told_by
from .client import Box, Client, Page, Probe, TooMuch
from .esri import Schema, Unreadable, page_of, schema_of
from .json_answer import Voice, first_point, is_degrees, named, voice
from .service import Service

__all__ = ["ArcgisClient", "arcgis_layers", "open_arcgis", "split_address"]

_DEFAULT_CRS = "EPSG:25833"
_AT_ONCE = 1000  # objects, where the service does not say
_IDS_AT_ONCE = 500
_IN_VAIN = 1  # batches without an object after which fewer are asked for once more
_SMALLER = 5
_SAME_CRS = {102100: 3857, 102113: 3857, 900913: 3857}  # numbers of Esri and others for EPSG codes
_SHAPES = ("rings", "paths", "points")


def open_arcgis(session: requests.Session, service: Service, ags: str, progress: Progress = SILENT) -> Client:
    """Open a layer of ArcGIS REST.

    Parameters
    ----------
    service : Service
        `name`: number of the layer, or its name, with "*" for any letters; empty where the service has only one.
        `filter`: a condition in SQL. `options`: none.
    session, ags, progress
        See `opening.open_client`.

    Raises
    ------
    Canceled
    EnactError
        ``source_…``; ``service_exception``, ``service_login``, ``service_layer_unknown``,
        ``service_layer_ambiguous``, ``service_pictures_only``, ``service_folder``, ``service_page``,
        ``service_broken_off``, ``service_no_objects``.
    """
    base, number = split_address(service.url)
    asked = voice(session, service.title, base)
    name = service.name or number
    if not name.isdigit():
        name = number_of(layers_in(told_by(asked, base, {}, progress), asked), name, asked)
    layer = told_by(asked, f"{base}/{name}", {}, progress)
    can = str(layer.get("capabilities") or "Query")
    if layer.get("type") in NO_OBJECTS or "query" not in can.casefold():
        raise asked.error("service_pictures_only", layer=layer.get("name") or name)
    return ArcgisClient(service, asked, f"{base}/{name}", layer, ags)


class ArcgisClient(Client):
    """One layer of ArcGIS REST; see `open_arcgis`.

    Parameters
    ----------
    service : Service
    asked : Voice
    url : str
        Of the layer.
    layer : dict
        What the layer says of itself.
    ags : str
    """

    suffix = ".json"

    def __init__(self, service: Service, asked: Voice, url: str, layer: dict[str, Any], ags: str) -> None:
        super().__init__(service)
        self.crs = service.crs or _DEFAULT_CRS
        declared = layer.get("maxRecordCount")
        self.limit = declared if isinstance(declared, int) and declared > 0 else 0
        if service.page:
            self.limit = min(service.page, self.limit or service.page)
        self._asked = asked
        self._url = url
        self._layer = layer
        self._where = service.filter_of(ags) or "1=1"
        self._schema: Schema = schema_of(layer)
        able = layer.get("advancedQueryCapabilities") or {}
        self._pages = bool(able.get("supportsPagination", layer.get("supportsPagination", False)))
        self._orders = bool(able.get("supportsOrderBy", True)) and bool(self._schema.oid)
        self._counted: dict[Box | None, int] = {}

    @property
    def _code(self) -> int:
        return int(self.crs.rpartition(":")[2])

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """As `Client.count`."""
        found = self._query(self._place(box) | {"returnCountOnly": "true"}, progress).get("count")
        if isinstance(found, bool) or not isinstance(found, int):
            return None
        self._counted[box] = found
        return found

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """As `Client.pages`."""
        if not self._pages:
            yield from self._by_ids(box, progress)
            return
        first = self._offset(box, 0, progress, lenient=True)
        if first is None:
            self._pages = False
            yield from self._by_ids(box, progress)
            return
        yield from self._by_offset(box, first, progress)

    def probe(self, progress: Progress = SILENT) -> Probe:
        """As `Client.probe`."""
        fields = [each["name"] for each in self._schema.fields]
        if self._pages:
            one = {"outFields": "*", "returnGeometry": "false", "resultRecordCount": "1"}
            answer = self._query(self._place(None) | one, progress)
            fields += [name for each in answer.get("features") or () for name in each.get("attributes") or {}]
        licence = self._layer.get("copyrightText") or ""
        if not licence.strip():
            base, _ = split_address(self._url)
            licence = told_by(self._asked, base, {}, progress).get("copyrightText") or ""
        title = str(self._layer.get("name") or "")
        return Probe(title, self.count(None, progress), tuple(dict.fromkeys(fields)), words_of(str(licence)))

    # ---- by offset

    def _by_offset(self, box: Box | None, first: dict[str, Any], progress: Progress) -> Iterator[Page]:
        """Pages one after the other, as many objects further as came."""
        answer, received, before = first, 0, set()
        while True:
            objects = self._objects(answer)
            more = answer.get("exceededTransferLimit") is True
            if not objects:
                # some say always that there is more
                if more and (not received or received < self._counted.get(box, 0)):
                    raise self._too_much()
                return
            page = self._page(answer)
            yield page
            if page.rows in before:
                return  # it begins anew: the service cannot page
            before.add(page.rows)
            received += len(objects)
            if not more and len(objects) < self._size and received >= self._counted.get(box, 0):
                return
            answer = self._offset(box, received, progress) or {"features": []}

    def _offset(
        self, box: Box | None, offset: int, progress: Progress, lenient: bool = False
    ) -> dict[str, Any] | None:
        """One page; None where the service refuses to page, although it says that it can."""
        question = self._place(box) | self._wanted()
        paging = {"resultOffset": str(offset), "resultRecordCount": str(self._size)}
        order = {"orderByFields": f"{self._schema.oid} ASC"} if self._orders else {}
        try:
            return self._query(question | paging | order, progress)
        except EnactError as error:
            if lenient and error.code == "service_exception" and self._schema.oid:
                return None
            raise

    @property
    def _size(self) -> int:
        return self.limit or _AT_ONCE

    # ---- by object ids

    def _by_ids(self, box: Box | None, progress: Progress) -> Iterator[Page]:
        """All at once where that is all, else in batches of object ids, which come without a limit."""
        answer = self._query(self._place(box) | self._wanted(), progress)
        objects = self._objects(answer)
        whole = answer.get("exceededTransferLimit") is not True and len(objects) not in (self.limit, _AT_ONCE)
        if whole and len(objects) >= self._counted.get(box, 0):
            if objects:
                yield self._page(answer)
            return
        listed = self._query(self._place(box) | {"returnIdsOnly": "true"}, progress)
        oid = listed.get("objectIdFieldName") or self._schema.oid
        pending = sorted(listed.get("objectIds") or [])
        size, in_vain = min(self._size, _IDS_AT_ONCE), 0
        while pending:
            answer = self._query(
                self._wanted() | {"objectIds": ",".join(map(str, pending[:size]))}, progress, form=True
            )
            objects = self._objects(answer)
            if objects:
                yield self._page(answer)
            came = {(each.get("attributes") or {}).get(oid) for each in objects}
            batch, later = pending[:size], pending[size:]
            missing = [] if len(objects) >= len(batch) else [each for each in batch if each not in came]
            # fewer than asked for: those that are left are asked for again, as long as some come
            pending = [*missing, *later]
            in_vain = in_vain + 1 if len(missing) == len(batch) else 0
            if in_vain > _IN_VAIN:
                raise self._too_much()  # in smaller boxes they may come; else the error stays
            if in_vain:
                size = max(size // _SMALLER, 1)

    # ---- questions and answers

    def _place(self, box: Box | None) -> dict[str, str]:
        question = {"where": self._where}
        if box is None or not self._schema.geometry:
            return question
        return question | {
            "geometry": ",".join(repr(float(each)) for each in box),
            "geometryType": "esriGeometryEnvelope",
            "inSR": str(self._code),
            "spatialRel": "esriSpatialRelIntersects",
        }

    def _wanted(self) -> dict[str, str]:
        question = {"outFields": "*"}
        if not self._schema.geometry:
            return question
        return question | {
            "returnGeometry": "true",
            "returnTrueCurves": "false",
            "returnZ": "false",
            "returnM": "false",
            "outSR": str(self._code),
        }

    def _query(self, question: dict[str, str], progress: Progress, form: bool = False) -> dict[str, Any]:
        return told_by(self._asked, f"{self._url}/query", question, progress, form)

    def _objects(self, answer: dict[str, Any]) -> list[dict[str, Any]]:
        found = answer.get("features")
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            raise self._asked.error("service_no_objects", found=named(answer) or "{}")
        return found

    def _page(self, answer: dict[str, Any]) -> Page:
        self._check_crs(answer)
        try:
            content, rows = page_of(answer, self._schema, self._code)
        except Unreadable as error:
            raise self._asked.error("service_curves") from error
        return Page(content, rows)

    def _check_crs(self, answer: dict[str, Any]) -> None:
        """Refuse an answer in another CRS than was asked for, said or not."""
        told = answer.get("spatialReference")
        numbers = (
            {told.get(name) for name in ("wkid", "latestWkid")} - {None} if isinstance(told, dict) else set()
        )
        if told and self._code not in {_SAME_CRS.get(each, each) for each in numbers}:
            raise self._other_crs(f"EPSG:{max(numbers)}" if numbers else words_of(str(told)))
        point = next(
            (each for feature in answer["features"] if (each := _point(feature.get("geometry")))), None
        )
        if point and is_degrees(point) != (self._code in (4326, 4258)):
            raise self._other_crs("EPSG:4326" if is_degrees(point) else "?")

    def _other_crs(self, found: str) -> EnactError:
        return self._asked.error("service_other_crs", asked=self.crs, found=found)

    def _too_much(self) -> TooMuch:
        asked = self._asked
        return TooMuch(
            "service_too_much", service=asked.title, host=asked.host, detail="exceededTransferLimit."
        )


def _point(geometry: Any) -> tuple[float, float] | None:
    if not isinstance(geometry, dict):
        return None
    if "x" in geometry:
        return first_point([geometry["x"], geometry.get("y")])
    return next((first_point(geometry[name]) for name in _SHAPES if name in geometry), None)
