"""The 3D city model of GeoSN: tiles of 2 km as zips with shapes, found through an index of links.

The files lie on shares whose addresses change. The index, a map service, may still name the share before; then the
share answers 503, as a server does that is down. The page for downloads in bulk names the present one.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import requests

from ...errors import EnactError
from ...progress import SILENT, Progress
from .. import problems
from ..fetch import Answer, Limits, fetch
from .answers import digest, refuse_web_page, words_of
from .client import Box, Client, Page, Probe
from .lod2_links import SIDE_M, Tile, TileLinks, index_answer, tile_at
from .service import Service

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_LIMITS = Limits(idle_s=60.0, most_bytes=512 << 20)
_ONCE = Limits(idle_s=60.0, most_bytes=512 << 20, attempts=1)
_DEADLINE_S = 600.0
_MOST_UNPACKED = 4 << 30  # bytes; the largest tile known has some 100 MB
_GONE = (
    "source_busy",
    "source_missing",
)  # how a share answers that is no more, or a tile that it does not hold


def open_lod2(session: requests.Session, service: Service, ags: str, progress: Progress = SILENT) -> Client:
    """Open the city model; nothing is asked yet.

    Parameters
    ----------
    session : requests.Session
    service : Service
        `url` is the index' layer. Options: ``link_field`` of the index, ``batch_page`` with the present shares,
        ``product`` there.
    ags : str
    progress : Progress
    """
    return Lod2(session, service)


class Lod2(Client):
    """Tiles with the surfaces of buildings."""

    crs = "EPSG:25833"
    suffix = ".zip"
    limit = 0
    smallest = SIDE_M

    def __init__(self, session: requests.Session, service: Service) -> None:
        super().__init__(service)
        self._session = session
        self._links = TileLinks(session, service)

    def count(self, box: Box | None, progress: Progress = SILENT) -> int | None:
        """Nobody tells."""
        return None

    def boxes(self, area: BaseGeometry) -> list[Box]:
        """Tiles that an area meets, those that only touch it left out."""
        import shapely
        from shapely.geometry import box

        if area.is_empty:
            return []
        west, south, east, north = area.bounds
        shapely.prepare(area)
        first, last = tile_at(west, south), tile_at(east, north)
        step = int(SIDE_M / 1000)
        tiles = [
            Tile(east_km, north_km)
            for east_km in range(first.east_km, last.east_km + step, step)
            for north_km in range(first.north_km, last.north_km + step, step)
        ]
        inside = [each for each in tiles if area.intersects(box(*each.box))]
        return [each.box for each in inside if not area.touches(box(*each.box))]

    def pages(self, box: Box | None, progress: Progress = SILENT, unless: str = "") -> Iterator[Page]:
        """Yield the zip of a tile; none where there is no such tile.

        Raises
        ------
        Canceled, EnactError
            ``service_zip_damaged``, ``service_tile_missing``, ``service_page``; ``source_…``.
        """
        if box is None:
            return
        tile = tile_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        answer = self._fetched(tile, unless, progress)
        if answer is None:
            return
        said = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
        if answer.status == _UNCHANGED:
            yield Page(b"", (), unless, unchanged=True)
            return
        self._refuse_damaged(answer, tile)
        yield Page(answer.content, (digest(answer.content),), said)

    def probe(self, progress: Progress = SILENT) -> Probe:
        """Look at the index, and the page where it is old."""
        about = index_answer(self._session, self.service, self._links.layer, {"f": "json"}, progress)
        counted = index_answer(
            self._session,
            self.service,
            self._links.query,
            {"where": "1=1", "returnCountOnly": "true", "f": "json"},
            progress,
        )
        fields = tuple(str(each.get("name")) for each in about.get("fields") or ())
        number = counted.get("count")
        return Probe(
            str(about.get("name", "")),
            number if isinstance(number, int) else None,
            fields,
            words_of(str(about.get("copyrightText") or "")),
        )

    def _fetched(self, tile: Tile, unless: str, progress: Progress) -> Answer | None:
        """Zip of a tile by the index' link, else by the present one; None where there is no such tile.

        Raises
        ------
        Canceled, EnactError
        """
        first = self._links.of_index(tile, progress)
        if first and not self._links.is_gone(first):
            try:
                return self._get(first, unless, _ONCE, progress)
            except EnactError as error:
                if error.code not in (*_GONE, "source_timeout", "source_unreachable"):
                    raise
                if error.code == "source_busy":
                    self._links.mark_gone(first)
        second = self._links.of_batch_page(tile, progress)
        if not second:
            return None
        try:
            return self._get(second, unless, _LIMITS, progress)
        except EnactError as error:
            if error.code != "source_missing":
                raise
            if self._links.index_error is not None:  # whether there is such a tile, only the index knows
                raise self._links.index_error from error
            if not first:
                return None
            raise EnactError(
                "service_tile_missing",
                service=self.service.title,
                host=problems.host_of(second),
                tile=tile.name,
            ) from error

    def _get(self, url: str, unless: str, limits: Limits, progress: Progress) -> Answer:
        condition = "If-None-Match" if unless.startswith(('"', "W/")) else "If-Modified-Since"
        return fetch(
            self._session,
            url,
            headers={condition: unless} if unless else {},
            deadline_s=_DEADLINE_S,
            limits=limits,
            progress=progress,
        )

    def _refuse_damaged(self, answer: Answer, tile: Tile) -> None:
        host = problems.host_of(answer.url)
        refuse_web_page(answer.content, self.service.title, host)
        detail = _damage(answer.content)
        if detail:
            values: dict[str, Any] = {"tile": tile.name, "detail": detail}
            raise EnactError("service_zip_damaged", service=self.service.title, host=host, **values)


_UNCHANGED = 304


def _damage(content: bytes) -> str:
    """What is wrong with a zip; empty for nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
            if unpacked > _MOST_UNPACKED:
                return f"{unpacked >> 20} MB"
            return archive.testzip() or ""
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        return str(error) or type(error).__name__
    except zipfile.zlib.error as error:
        return str(error)
