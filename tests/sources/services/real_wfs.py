"""A WFS for tests and measurements: Debian's QGIS Server over GeoPackages, behind a front with the habits of others.

QGIS Server reads the data, cuts boxes, reprojects and writes GML. The front in this process gives it the face of the
services in question (WFS 2.0, their prefixes, limits) and, on demand, their faults. Needs QGIS in the process that
calls `serve`.
"""

from __future__ import annotations

import atexit
import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

SPACES = {
    "ave": "http://repository.gdi-de.org/schemas/adv/produkt/alkis-vereinfacht/2.0",
    "vg250": "http://gdz.bkg.bund.de/vg250",
}
LOGIN = (
    "<!DOCTYPE html><html><head><title>Anmeldung</title></head><body>Bitte melden Sie sich an.</body></html>"
)
_EXCEPTION = (
    '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0"><ows:Exception '
    'exceptionCode="{code}"><ows:ExceptionText>{text}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>'
)
_LISTS = re.compile(rb"(<(?:\w+:)?(?:posList|pos|lowerCorner|upperCorner)\b[^>]*>)([^<]+)")


@dataclass
class Habits:
    """What the server does as others do; may be changed between requests.

    Attributes
    ----------
    version : str
        "2.0.0" behind the front, or "1.1.0" or "1.0.0": QGIS Server's own words, whatever it is asked in.
    crs : tuple of str
        Listed in the capabilities, the default first.
    limit : int
        Objects in an answer at most, whatever is asked; 0 for no limit. Not for hits.
    declared : int
        CountDefault of the capabilities; 0 for none.
    counts : str
        What hits say: "right", "unknown", "limit" (never more than `limit`), or a number to add: "+7", "-7".
    pages : str
        "right"; "ignored": neither start nor number is looked at; "again": each page is the first; "overlap": each page
        begins five objects early; "gap": five late; "refused": an exception for startIndex above zero, with `status`.
    status : int
        HTTP status of such an exception: 200 or 400.
    refused : tuple of int
        EPSG codes that are answered with an exception, with HTTP 200.
    forbidden : tuple of float or None
        Boxes with this point inside (east, north) get 403.
    dies_after : int
        Requests for objects after which it answers 500 to everything but the capabilities; 0 for never.
    login : bool
        A proxy's login page instead of everything.
    slow_s : float
    north_first : bool
        Boxes and coordinates as north, east.
    short_only : bool
        Boxes whose CRS is no short "EPSG:…" hold nothing; `urn_only` the other way round.
    cuts : int
        So many answers with objects break off in the middle, without a length that would tell.
    truncates : int
        So many answers hold an exception after half of their objects.
    """

    version: str = "2.0.0"
    crs: tuple[str, ...] = ("urn:ogc:def:crs:EPSG::25833", "urn:ogc:def:crs:EPSG::25832")
    limit: int = 0
    declared: int = 0
    counts: str = "right"
    pages: str = "right"
    status: int = 200
    refused: tuple[int, ...] = ()
    forbidden: tuple[float, float] | None = None
    dies_after: int = 0
    login: bool = False
    slow_s: float = 0.0
    north_first: bool = False
    short_only: bool = False
    urn_only: bool = False
    cuts: int = 0
    truncates: int = 0


@dataclass
class Log:
    """What was asked: the questions with upper-case names, and how many at once at most."""

    asked: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0

    def objects(self) -> list[dict[str, str]]:
        """Questions for objects."""
        return [each for each in self.asked if _wants_objects(each)]

    def hits(self) -> list[dict[str, str]]:
        return [each for each in self.asked if each.get("RESULTTYPE") == "hits"]


class RealWfs:
    """The running server.

    Attributes
    ----------
    url : str
    habits : Habits
    log : Log
    """

    def __init__(self, web: Any, layers: dict[str, Path], habits: Habits) -> None:
        self.habits = habits
        self.log = Log()
        self._types = list(layers)
        self._folder = Path(tempfile.mkdtemp(prefix="enact-wfs-"))
        self._lock = threading.Lock()
        self._now = self._died = 0
        self._port = _free_port()
        self._server = _start(self._folder, layers, self._port)
        self._web = web
        web.routes["/wfs"] = self._answer
        self.url = web.url("/wfs")
        atexit.register(self.close)

    def reset(self, **habits: Any) -> RealWfs:
        """Forget what was asked and take other habits."""
        self.habits = Habits(**habits)
        self.log = Log()
        self._died = 0
        return self

    def close(self) -> None:
        if self._server.poll() is not None:
            return
        self._web.close()
        self._server.terminate()
        self._server.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    # ---- the front --------------------------------------------------------------------------------------------------

    def _answer(self, call: Any) -> None:
        asked = {name.upper(): values[-1] for name, values in call.seen.query.items()}
        with self._lock:
            self.log.asked.append(asked)
            self._now += 1
            self.log.at_once = max(self.log.at_once, self._now)
            self._died += _wants_objects(asked)
            died = 0 < self.habits.dies_after < self._died
        try:
            if self.habits.slow_s:
                time.sleep(self.habits.slow_s)
            if self.habits.login:
                call.answer(LOGIN, Content_Type="text/html")
            elif asked.get("REQUEST") == "GetCapabilities" and self.habits.version.startswith("2"):
                call.answer(self._capabilities(), Content_Type="text/xml")
            elif died:
                call.answer(b"", 500)
            else:
                self._objects(call, asked)
        finally:
            with self._lock:
                self._now -= 1

    def _objects(self, call: Any, asked: dict[str, str]) -> None:
        habits, wants = self.habits, _wants_objects(asked)
        box, srs = _box_of(asked)
        refusal = self._refusal(asked, srs)
        if refusal:
            call.answer(refusal, habits.status, Content_Type="text/xml")
            return
        if box and habits.forbidden and _holds(box, habits.forbidden):
            call.answer(b"Forbidden", 403)
            return
        status, body = self._ask(self._translated(asked, box, srs))
        if asked.get("REQUEST") == "GetFeature" and b"FeatureCollection" in body[:200]:
            body = self._dressed(body, asked)
        if wants and self._takes("cuts"):
            call.head(200, Connection="close", Content_Type="text/xml")
            call.handler.close_connection = True
            call.write(body[: len(body) // 2])
            return
        call.answer(body, status, Content_Type="text/xml; charset=utf-8")

    def _refusal(self, asked: dict[str, str], srs: str) -> str:
        for name in (asked.get("SRSNAME", ""), srs):
            if any(name.endswith(f":{code}") for code in self.habits.refused):
                return _EXCEPTION.format(code="InvalidParameterValue", text=f"CRS {name} is not supported.")
        if self.habits.pages == "refused" and int(asked.get("STARTINDEX", 0)):
            text = "Cannot do natural order without a primary key, please add it or specify a manual sort"
            return _EXCEPTION.format(code="NoApplicableCode", text=text)
        return ""

    def _translated(self, asked: dict[str, str], box: list[float], srs: str) -> dict[str, str]:
        """Question in QGIS Server's words, with the habits in it."""
        habits = self.habits
        told = {**asked, "VERSION": habits.version if habits.version.startswith("1") else "1.1.0"}
        name = told.pop("TYPENAMES", told.get("TYPENAME", ""))
        told["TYPENAME"] = _plain(name)
        wanted = told.pop("COUNT", told.pop("MAXFEATURES", ""))
        start = int(told.pop("STARTINDEX", 0))
        if _wants_objects(asked):
            if habits.pages == "ignored":
                wanted, start = "", 0
            start = {"again": 0, "overlap": max(start - 5, 0), "gap": start + 5 * bool(start)}.get(
                habits.pages, start
            )
            number = min(int(wanted or 10**9), habits.limit or 10**9)
            told.update({"MAXFEATURES": str(number)} if number < 10**9 else {})
            told.update({"STARTINDEX": str(start)} if start else {})
        if "OUTPUTFORMAT" in told and "json" not in told["OUTPUTFORMAT"]:
            told["OUTPUTFORMAT"] = "text/xml; subtype=gml/3.1.1"
        if box:
            short = srs.startswith("EPSG:")
            nowhere = (habits.short_only and not short) or (habits.urn_only and short)
            if habits.north_first:
                box = [box[1], box[0], box[3], box[2]]
            told["BBOX"] = ("0,0,1,1" if nowhere else ",".join(map(repr, box))) + (f",{srs}" if srs else "")
        if "FILTER" in told:
            told["FILTER"] = _old_filter(told["FILTER"])
        return told

    def _ask(self, told: dict[str, str]) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        with contextlib.closing(connection):
            connection.request("GET", f"/?{urlencode(told)}")
            answer = connection.getresponse()
            return answer.status, answer.read()

    def _dressed(self, body: bytes, asked: dict[str, str]) -> bytes:
        """Answer in the words of the service: version, prefix, number, order of axes, an exception in the middle."""
        habits = self.habits
        if asked.get("RESULTTYPE") == "hits":
            return self._hits(int(re.search(rb'numberOfFeatures="(\d+)"', body).group(1)))
        if b'"FeatureCollection"' in body[:200]:
            return body
        first, *rest = body.split(b"<gml:featureMember>")
        members = [each.rpartition(b"</gml:featureMember>")[0] for each in rest]
        if habits.north_first:
            members = [_LISTS.sub(_turned, each) for each in members]
        end = b"</wfs:FeatureCollection>"
        if self._takes("truncates", bool(members)):
            members = members[: len(members) // 2]
            text = _EXCEPTION.format(code="OperationProcessingFailed", text="Connection to the database lost")
            end = f"<wfs:truncatedResponse>{text}</wfs:truncatedResponse>".encode() + end
        if not habits.version.startswith("2"):
            opened, closed = b"<gml:featureMember>", b"</gml:featureMember>"
            return first + b"".join(opened + each + closed for each in members) + end
        prefix = asked["TYPENAMES"].partition(":")[0]
        joined = b"".join(b"<wfs:member>" + each + b"</wfs:member>" for each in members)
        joined = joined.replace(b'"http://www.opengis.net/gml"', b'"http://www.opengis.net/gml/3.2"')
        for sign in (b"<", b"</"):
            joined = joined.replace(sign + b"qgs:", sign + prefix.encode() + b":")
        return self._head("unknown", len(members), prefix).encode() + joined + end

    def _hits(self, number: int) -> bytes:
        counts = self.habits.counts
        if counts == "limit":
            number = min(number, self.habits.limit)
        elif counts[0] in "+-" and number:
            number += int(counts)
        said = "unknown" if counts == "unknown" else str(number)
        if self.habits.version.startswith("2"):
            return self._head(said, 0, "ave").encode() + b"</wfs:FeatureCollection>"
        return (
            f'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs" numberOfFeatures="{said}"/>'
        ).encode()

    def _head(self, matched: str, returned: int, prefix: str) -> str:
        spaces = {
            "wfs": "http://www.opengis.net/wfs/2.0",
            "gml": "http://www.opengis.net/gml/3.2",
            "xlink": "http://www.w3.org/1999/xlink",
            prefix: SPACES.get(prefix, "http://example.org/" + prefix),
        }
        declared = " ".join(f'xmlns:{name}="{address}"' for name, address in spaces.items())
        stamp = time.time_ns()  # a time stamp changes with each answer
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection {declared} timeStamp="{stamp}" '
            f'numberMatched="{matched}" numberReturned="{returned}">'
        )

    def _takes(self, habit: str, able: bool = True) -> bool:
        with self._lock:
            left = getattr(self.habits, habit)
            if not (left and able):
                return False
            setattr(self.habits, habit, left - 1)
            return True

    def _capabilities(self) -> str:
        crs = self.habits.crs
        listed = f"<wfs:DefaultCRS>{crs[0]}</wfs:DefaultCRS>" + "".join(
            f"<wfs:OtherCRS>{each}</wfs:OtherCRS>" for each in crs[1:]
        )
        types = "".join(
            f"<wfs:FeatureType><wfs:Name>{name}</wfs:Name><wfs:Title>{_plain(name)}</wfs:Title>{listed}"
            "</wfs:FeatureType>"
            for name in self._types
        )
        limit = (
            f'<ows:Constraint name="CountDefault"><ows:NoValues/><ows:DefaultValue>{self.habits.declared}'
            "</ows:DefaultValue></ows:Constraint>"
            if self.habits.declared
            else ""
        )
        formats = (
            "text/xml; subtype=gml/3.1.1",
            "application/gml+xml; version=3.2",
            "application/x-zip-shapefile",
        )
        values = "".join(f"<ows:Value>{each}</ows:Value>" for each in formats)
        spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in SPACES.items())
        return (
            '<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="2.0.0" '
            f'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" {spaces}>'
            "<ows:ServiceIdentification><ows:Title>Test</ows:Title><ows:Fees>dl-de/by-2-0</ows:Fees>"
            "<ows:AccessConstraints>NONE</ows:AccessConstraints></ows:ServiceIdentification>"
            '<ows:OperationsMetadata><ows:Operation name="GetFeature"><ows:Parameter name="outputFormat">'
            f"<ows:AllowedValues>{values}</ows:AllowedValues></ows:Parameter></ows:Operation>{limit}"
            f"</ows:OperationsMetadata><wfs:FeatureTypeList>{types}</wfs:FeatureTypeList></wfs:WFS_Capabilities>"
        )


def serve(web: Any, layers: dict[str, Path], **habits: Any) -> RealWfs:
    """Start QGIS Server over layers.

    Parameters
    ----------
    web : servers.Web
        For the front; closed with the server.
    layers : dict
        Type name, with prefix, to a GeoPackage with one layer.
    **habits
        See `Habits`.

    Raises
    ------
    RuntimeError
        Where QGIS Server is not installed or does not start.
    """
    return RealWfs(web, layers, Habits(**habits))


def write_layer(source: Path, target: Path, sql: str, crs: str = "EPSG:25833") -> Path:
    """Convert a file to a GeoPackage for `serve`, in another CRS, with the columns of an SQL (dialect of SQLite)."""
    from osgeo import gdal

    gdal.UseExceptions()
    options = gdal.VectorTranslateOptions(
        format="GPKG",
        dstSRS=crs,
        SQLStatement=sql,
        SQLDialect="SQLITE",
        layerName="data",
        geometryType="PROMOTE_TO_MULTI",
    )
    done = gdal.VectorTranslate(str(target), str(source), options=options)
    del done  # closes and writes
    return target


# ---- QGIS Server ----------------------------------------------------------------------------------------------------


def _start(folder: Path, layers: dict[str, Path], port: int) -> subprocess.Popen[bytes]:
    program = shutil.which("qgis_mapserver")
    if program is None:
        raise RuntimeError("QGIS Server is not installed: make setup")
    project = folder / "wfs.qgs"
    _write_project(project, layers)
    quiet = {"QGIS_SERVER_LOG_STDERR": "1", "QGIS_SERVER_LOG_LEVEL": "2"}
    env = {**os.environ, **quiet, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    for name in ("DISPLAY", "PYTHONPATH", "QGIS_PLUGINPATH"):
        env.pop(name, None)
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            # it leaves a database of symbols where it is started
            [program, "-p", str(project), f"127.0.0.1:{port}"],
            env=env,
            stdout=log,
            stderr=log,
            cwd=folder,
        )
    while server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return server
        time.sleep(0.02)
    raise RuntimeError(f"QGIS Server did not start:\n{(folder / 'log').read_text(errors='replace')[-2000:]}")


def _write_project(path: Path, layers: dict[str, Path]) -> None:
    from qgis.core import Qgis, QgsProject, QgsVectorLayer

    project = QgsProject()
    ids = []
    for name, file in layers.items():
        layer = QgsVectorLayer(str(file), _plain(name), "ogr")
        if not layer.isValid():
            raise RuntimeError(f"no layer in {file}")
        layer.serverProperties().setShortName(_plain(name))
        # the number of a row in its GeoPackage is no field of the service
        layer.setFieldConfigurationFlag(0, Qgis.FieldConfigurationFlag.HideFromWfs, True)
        project.addMapLayer(layer)
        project.setCrs(layer.crs())
        ids.append(layer.id())
    project.writeEntry("WFSLayers", "/", ids)
    for each in ids:
        project.writeEntry("WFSLayersPrecision", f"/{each}", 9)
    if not project.write(str(path)):
        raise RuntimeError(project.error())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wants_objects(asked: dict[str, str]) -> bool:
    return asked.get("REQUEST") == "GetFeature" and asked.get("RESULTTYPE") != "hits"


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


def _box_of(asked: dict[str, str]) -> tuple[list[float], str]:
    parts = asked.get("BBOX", "").split(",")
    return ([float(each) for each in parts[:4]], ",".join(parts[4:])) if len(parts) > 3 else ([], "")


def _holds(box: list[float], point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _old_filter(text: str) -> str:
    """FES 2.0 as OGC Filter 1.1, fields without their prefix."""
    text = re.sub(r"<fes:ValueReference>(?:\w+:)?", "<ogc:PropertyName>", text)
    text = text.replace("</fes:ValueReference>", "</ogc:PropertyName>").replace("escapeChar=", "escape=")
    text = text.replace("xmlns:fes=", "xmlns:ogc=").replace(
        "http://www.opengis.net/fes/2.0", "http://www.opengis.net/ogc"
    )
    return re.sub(r"(</?)fes:", r"\1ogc:", text).replace(
        "http://www.opengis.net/gml/3.2", "http://www.opengis.net/gml"
    )


def _turned(found: re.Match[bytes]) -> bytes:
    numbers = found.group(2).split()
    numbers[0::2], numbers[1::2] = numbers[1::2], numbers[0::2]
    return found.group(1) + b" ".join(numbers)
