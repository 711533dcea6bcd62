"""Local servers with the bad habits of real ones; each test says which.

No test here needs the internet. What hangs, hangs until the test is over, so that a test that waits for it fails by
never ending instead of by a clock.
"""

from __future__ import annotations

import base64
import contextlib
import http.client
import json
import socket
import ssl
import subprocess
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Callable
from urllib.parse import parse_qs, urlsplit


@dataclass
class Seen:
    """A request that came in."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    at: float
    connection: int  # port of the other side
    method: str = "GET"
    form: dict[str, list[str]] = field(default_factory=dict)  # what was sent as one


@dataclass
class Call:
    """A request to be answered."""

    seen: Seen
    handler: BaseHTTPRequestHandler
    web: Web
    headers: dict[str, str] = field(default_factory=dict)

    def answer(self, body: bytes | str = b"", status: int = 200, **headers: str) -> None:
        body = body.encode() if isinstance(body, str) else body
        self.head(status, **{"Content_Length": str(len(body)), **headers})
        self.write(body)

    def head(self, status: int = 200, **headers: str) -> None:
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.end_headers()

    def write(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()

    def cut(self) -> None:
        """Break the connection off."""
        self.handler.close_connection = True
        with contextlib.suppress(OSError):
            self.handler.connection.shutdown(socket.SHUT_RDWR)

    def hang(self) -> None:
        """Say nothing until the other side leaves or the test is over."""
        self.handler.connection.settimeout(0.05)
        while not self.web.over.is_set():
            try:
                if not self.handler.connection.recv(1):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        self.web.left.set()
        self.handler.close_connection = True

    def trickle(self, pause_s: float = 0.02) -> None:
        """Send a byte now and then until the other side leaves or the test is over."""
        with contextlib.suppress(OSError):
            while not self.web.over.wait(pause_s):
                self.write(b".")
        self.web.left.set()
        self.handler.close_connection = True


Route = Callable[[Call], None]


class Web:
    """A server on this computer; `routes` says what each path does."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Route] = {}
        self.seen: list[Seen] = []
        self.over = threading.Event()  # the test has ended
        self.left = threading.Event()  # the other side of a hanging or trickling answer has left
        self.lock = threading.Lock()
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                web.answer(self)

            def do_POST(self) -> None:
                web.answer(self)

            def do_HEAD(self) -> None:
                web.answer(self)

            def do_CONNECT(self) -> None:
                web.answer(self)

            def log_message(self, *_: object) -> None:
                """Tests print nothing."""

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_: object) -> None:
                """A client that leaves is what many tests are about."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.scheme = "http"
        if context is not None:
            self.scheme = "https"
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str = "/", login: str = "") -> str:
        return f"{self.scheme}://{login}{'@' if login else ''}{self.host}{path}"

    def route(self, path: str) -> Callable[[Route], Route]:
        def add(route: Route) -> Route:
            self.routes[path] = route
            return route

        return add

    def paths(self) -> list[str]:
        return [each.path for each in self.seen]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        sent = (
            handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
            if handler.command == "POST"
            else b""
        )
        seen = Seen(
            parts.path,
            parse_qs(parts.query, keep_blank_values=True),
            {name.lower(): value for name, value in handler.headers.items()},
            time.monotonic(),
            handler.client_address[1],
            handler.command,
            parse_qs(sent.decode(), keep_blank_values=True),
        )
        with self.lock:
            self.seen.append(seen)
        route = self.routes.get(parts.path) or self.routes.get("*")
        call = Call(seen, handler, self)
        if route is None:
            call.answer(b"not here", 404)
        else:
            route(call)

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()


def after(first: list[Route], then: Route) -> Route:
    """Do one thing after the other, a call each, then always the last."""
    pending = list(first)
    lock = threading.Lock()

    def route(call: Call) -> None:
        with lock:
            act = pending.pop(0) if pending else then
        act(call)

    return route


def says(body: bytes | str = b"", status: int = 200, **headers: str) -> Route:
    return lambda call: call.answer(body, status, **headers)


# ---- a file that is given out in pieces -----------------------------------------------------------------------------


class RemoteContent:
    """A file on a server: with or without ranges, of a version that may change, over a line that may break."""

    def __init__(self, content: bytes, *, etag: str = '"1"', modified: str = "", ranges: bool = True) -> None:
        self.content = content
        self.etag = etag
        self.modified = modified
        self.ranges = ranges
        self.sized = True
        self.conditional = True
        self.breaks = 0  # so many answers break off half-way
        self.asked: list[tuple[int, int]] = []  # bytes given out, first and after the last
        self.lock = threading.Lock()

    def __call__(self, call: Call) -> None:
        headers = {"ETag": self.etag} if self.etag else {}
        if self.modified:
            headers["Last-Modified"] = self.modified
        if self._is_known(call.seen.headers):
            call.head(304, **{k.replace("-", "_"): v for k, v in headers.items()})
            return
        wanted = call.seen.headers.get("range", "")
        condition = call.seen.headers.get("if-range", "")
        changed = bool(condition) and condition not in (self.etag, self.modified)
        if not (self.ranges and wanted) or changed:
            self._whole(call, headers)
            return
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        start, end = int(first), min(int(last) + 1 if last else len(self.content), len(self.content))
        if start >= end:
            call.answer(b"", 416, Content_Range=f"bytes */{len(self.content)}")
            return
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(self.content)}"
        self._send(call, 206, start, end, headers)

    def _is_known(self, asked: dict[str, str]) -> bool:
        etag, modified = asked.get("if-none-match", ""), asked.get("if-modified-since", "")
        return self.conditional and bool(
            (etag and etag == self.etag) or (modified and modified == self.modified)
        )

    def _whole(self, call: Call, headers: dict[str, str]) -> None:
        self._send(call, 200, 0, len(self.content), headers)

    def _send(self, call: Call, status: int, start: int, end: int, headers: dict[str, str]) -> None:
        body = self.content[start:end]
        with self.lock:
            self.asked.append((start, end))
            breaks = self.breaks > 0 and len(body) > 1
            self.breaks -= breaks
        if not self.sized:
            call.head(status, Connection="close", **{k.replace("-", "_"): v for k, v in headers.items()})
            call.handler.close_connection = True
            call.write(body)
            return
        call.head(
            status, Content_Length=str(len(body)), **{k.replace("-", "_"): v for k, v in headers.items()}
        )
        if breaks:
            call.write(body[: len(body) // 2])
            call.cut()
        else:
            call.write(body)


# ---- a proxy --------------------------------------------------------------------------------------------------------


class Proxy:
    """A proxy that passes requests on, to those who log in where it wants that."""

    def __init__(self, login: str = "") -> None:
        self.web = Web()
        self.web.routes["*"] = self._pass_on
        self._login = base64.b64encode(login.encode()).decode() if login else ""
        self.passed: list[str] = []

    def url(self, login: str = "") -> str:
        return self.web.url("", login)

    def close(self) -> None:
        self.web.close()

    def _pass_on(self, call: Call) -> None:
        if self._login and call.seen.headers.get("proxy-authorization") != f"Basic {self._login}":
            call.answer(b"", 407, Proxy_Authenticate='Basic realm="office"')
            return
        self.passed.append(call.handler.path)
        if call.handler.command == "CONNECT":
            self._tunnel(call)
            return
        parts = urlsplit(call.handler.path)
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
        connection.request("GET", f"{parts.path}?{parts.query}")
        answer = connection.getresponse()
        call.answer(answer.read(), answer.status)
        connection.close()

    def _tunnel(self, call: Call) -> None:
        host, _, port = call.handler.path.partition(":")
        with socket.create_connection((host, int(port)), timeout=10) as there:
            call.head(200)
            here = call.handler.connection
            back = threading.Thread(target=_pump, args=(there, here), daemon=True)
            back.start()
            _pump(here, there)
            back.join()
        call.handler.close_connection = True


def _pump(source: socket.socket, target: socket.socket) -> None:
    source.settimeout(10)
    with contextlib.suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)


# ---- certificates ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Authority:
    """A certificate authority of our own and a server's certificate it has signed."""

    ca: Path
    certificate: Path
    key: Path

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context

    def dated(self, name: str, start: date, end: date) -> Authority:
        """The same with a server's certificate that holds from one day to another."""
        folder = self.ca.parent / name
        folder.mkdir(exist_ok=True)
        (folder / "index.txt").touch()
        own = f"[own]\ndatabase={folder}/index.txt\nnew_certs_dir={folder}\nrand_serial=yes\ndefault_md=sha256\n"
        rules = "unique_subject=no\npolicy=any\n[any]\ncommonName=supplied\n"
        (folder / "ca.cnf").write_text(f"[ca]\ndefault_ca=own\n{own}{rules}", encoding="utf-8")
        days = ("-startdate", f"{start:%Y%m%d}000000Z", "-enddate", f"{end:%Y%m%d}000000Z")
        signed = ("-cert", "ca.pem", "-keyfile", "ca.key", "-in", "host.csr", "-extfile", "host.cnf")
        to = ("-config", f"{name}/ca.cnf", "-out", f"{name}/host.pem")
        _openssl(self.ca.parent, "ca", "-batch", "-notext", *signed, *days, *to)
        return replace(self, certificate=folder / "host.pem")


def _openssl(folder: Path, *arguments: str) -> None:
    done = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)


def make_authority(folder: Path, host: str = "127.0.0.1") -> Authority:
    """Make them with openssl, for one day."""

    def openssl(*arguments: str) -> None:
        _openssl(folder, *arguments)

    name = f"IP:{host}" if host[0].isdigit() else f"DNS:{host}"
    (folder / "host.cnf").write_text(f"subjectAltName={name}\nbasicConstraints=CA:FALSE\n", encoding="utf-8")
    new_key = ("-newkey", "rsa:2048", "-nodes", "-sha256")
    ca_use = ("-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(
        "req",
        "-x509",
        *new_key,
        *ca_use,
        "-days",
        "1",
        "-subj",
        "/CN=Test CA",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
    )
    openssl("req", *new_key, "-subj", f"/CN={host}", "-keyout", "host.key", "-out", "host.csr")
    signed = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "1", "-extfile", "host.cnf")
    openssl("x509", "-req", "-in", "host.csr", *signed, "-out", "host.pem")
    return Authority(folder / "ca.pem", folder / "host.pem", folder / "host.key")


# ---- the register's JSON endpoint -----------------------------------------------------------------------------------


class Register:
    """The register's public JSON endpoint, with what is known of its habits (docs of the sources, DESIGN 3.1).

    Parameters
    ----------
    records : list of dict
        Units.
    whole : int
        Units it claims to have in all; here are only some.
    """

    PARAMETERS = ("sort", "page", "pageSize", "group", "filter")
    FILTERS = {"Gemeindeschlüssel": "Gemeindeschluessel", "Postleitzahl": "Plz"}

    def __init__(self, records: list[dict], whole: int = 9_562_366) -> None:
        self.records = records
        self.whole = whole
        self.asked: list[tuple[str, int, int]] = []  # filter, page, size
        self.before: Callable[[Register, str, int, int], None] = lambda *_: None
        self.knows = dict(self.FILTERS)

    def __call__(self, call: Call) -> None:
        query = call.seen.query
        if any(name not in query for name in self.PARAMETERS):
            self._say(
                call, {"Data": None, "Total": 0, "AggregateResults": None, "Errors": "Die Anfrage ist Null."}
            )
            return
        page, size, filter_ = int(query["page"][0]), int(query["pageSize"][0]), query["filter"][0]
        self.asked.append((filter_, page, size))
        self.before(self, filter_, page, size)
        found = self._found(filter_)
        if found is None:
            self._say(call, {"Error": True})
            return
        total = len(found) if found is not self.records else self.whole
        found = self._sorted(found, query["sort"][0])
        if found is None:
            found, total = [], 0
        data = found[(page - 1) * size : page * size]
        self._say(call, {"Data": data, "Total": total, "AggregateResults": None, "Errors": None})

    def _found(self, filter_: str) -> list[dict] | None:
        """Units of a filter; a name it does not know, and all behind `~or~`, it does not look at."""
        found = self.records
        for part in filter(None, filter_.split("~or~", maxsplit=1)[0].split("~and~")):
            name, operator, value = part.split("~")
            if name not in self.knows:
                continue
            if operator != "eq" or value[:1] != "'" or value[-1:] != "'":
                return None
            found = [each for each in found if each[self.knows[name]] == value[1:-1]]
        return found

    def _sorted(self, found: list[dict], sort: str) -> list[dict] | None:
        key, _, direction = sort.partition("-")
        if sort and (not found or key not in found[0]):
            return None if found else []
        return sorted(found, key=lambda each: each[key], reverse=direction == "desc") if sort else found

    def _say(self, call: Call, answer: dict) -> None:
        call.answer(json.dumps(answer, ensure_ascii=False), Content_Type="application/json; charset=utf-8")

    def pages(self, size: int) -> list[int]:
        """Numbers of the pages asked for, in order."""
        return [page for filter_, page, asked in self.asked if filter_ and asked == size]
