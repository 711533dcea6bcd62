"""The index of GeoSN's city model, its shares and its page for downloads in bulk, with the habits of the real ones."""

from __future__ import annotations

import io
import json
import threading
import zipfile

_INDEX = "/rest/services/geosn/rest_geosn_downloadlinks/MapServer/3"
_PAGE = "/batch-download-4719.html"
_CLOUD = "/public.php/dav/files/"


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip with some files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


class FakeLod2:
    """Puts index, shares and page on a server.

    Parameters
    ----------
    web : servers.Web
    tiles : dict of str to bytes
        Zip of each tile, by easting and northing in km ("4105654").

    Attributes
    ----------
    share : str
        The present one; what was said before stays in the index until `index_share` is set too.
    refused : set of str
        Tiles that are answered with 403.
    index_habit, page_habit : str
        "": as it should; "down": 500; "error": an error document with status 200; "page": a web page.
    """

    def __init__(self, web, tiles: dict[str, bytes]) -> None:
        self.web = web
        self.tiles = dict(tiles)
        self.share = self.index_share = "AyJq1"
        self.refused: set[str] = set()
        self.not_existing: list[str] = []
        self.index_habit = self.page_habit = ""
        self.cut: set[str] = set()  # zips of which the end is missing
        self.asked: list[tuple[str, str]] = []  # method and path on the shares
        self.lock = threading.Lock()
        self.url = web.url(_INDEX)
        self.options = {
            "link_field": "Download_Shape",
            "batch_page": web.url(_PAGE),
            "product": "LoD2_Shape",
        }
        web.routes[f"{_INDEX}/query"] = self._query
        web.routes[_INDEX] = self._about
        web.routes[_PAGE] = self._page
        web.routes["*"] = self._file

    def path(self, share: str, tile: str) -> str:
        return f"{_CLOUD}{share}/lod2_33{tile[:3]}_{tile[3:]}_2_sn_shape.zip"

    def rotate(self, share: str) -> None:
        """Another share; the index does not know."""
        self.share = share

    def _query(self, call) -> None:
        query = call.seen.query
        if self._misbehaves(call, self.index_habit):
            return
        if query.get("returnCountOnly") == ["true"]:
            call.answer(json.dumps({"count": len(self.tiles)}))
            return
        west, south, east, north = (float(value) for value in query["geometry"][0].split(","))
        found = [
            tile
            for tile in sorted(self.tiles)
            if int(tile[:3]) * 1000 <= east
            and int(tile[:3]) * 1000 + 2000 >= west
            and int(tile[3:]) * 1000 <= north
            and int(tile[3:]) * 1000 + 2000 >= south
        ]
        features = [{"attributes": self._row(tile)} for tile in found]
        call.answer(json.dumps({"displayFieldName": "Produkt", "features": features}))

    def _row(self, tile: str) -> dict:
        return {
            "Produkt": "LoD2",
            "Kachel": tile,
            "Stand": "2025-08-06",
            "Download_CityGML": self.web.url(f"{_CLOUD}{self.index_share}/x_citygml.zip"),
            "Download_Shape": self.web.url(self.path(self.index_share, tile)),
        }

    def _about(self, call) -> None:
        if not self._misbehaves(call, self.index_habit):
            fields = [{"name": name} for name in self._row("0000000")]
            call.answer(
                json.dumps({"name": "LoD2", "fields": fields, "copyrightText": "GeoSN, dl-de/by-2-0"})
            )

    def _page(self, call) -> None:
        if self._misbehaves(call, self.page_habit):
            return
        name = "lod2_33$Rechtswert$_$Hochwert$_2_sn_"
        products = {
            "LoD2_CityGML": {"fullname": "CityGML", "share_id": "other", "filename": f"{name}citygml.zip"},
            "LoD2_Shape": {
                "fullname": "3D-Stadtmodell LoD2 Shape",
                "share_id": self.share,
                "packagesize": 2000,
                "filename": f"{name}shape.zip",
                "computed_not_existing": self.not_existing,
            },
        }
        call.answer(
            "<!DOCTYPE html><html><body><script>var batchConfig={};batchConfig.products="
            f"{json.dumps(products)};function createGeoCloudURL(s,f){{return "
            f"'{self.web.url(_CLOUD)}' + s + '/' + f;}}</script></body></html>",
            Content_Type="text/html",
        )

    def _misbehaves(self, call, habit: str) -> bool:
        if habit == "down":
            call.answer("", 500)
        elif habit == "error":
            call.answer(json.dumps({"error": {"code": 400, "message": "Unable to complete operation."}}))
        elif habit == "page":
            call.answer("<!DOCTYPE html><html><body>Wartung</body></html>")
        return bool(habit)

    def _file(self, call) -> None:
        path, method = call.seen.path, call.handler.command
        with self.lock:
            self.asked.append((method, path))
        if method == "HEAD":
            call.head(401)
            return
        tile = next((each for each in self.tiles if path == self.path(self.share, each)), None)
        if not path.startswith(f"{_CLOUD}{self.share}/"):
            call.answer("<d:error><s:exception>ServiceUnavailable</s:exception></d:error>", 503)
        elif tile is None:
            call.answer("<d:error><s:exception>NotFound</s:exception></d:error>", 404)
        elif tile in self.refused:
            call.answer("", 403)
        else:
            content = self.tiles[tile]
            etag = f'"{hash(content) & 0xFFFFFFFF:x}"'
            if call.seen.headers.get("if-none-match") == etag:
                call.head(304, ETag=etag)
            else:
                call.answer(content[: len(content) // 2] if tile in self.cut else content, ETag=etag)
