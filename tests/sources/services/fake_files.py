"""A server with whole files, some of them behind links that rotate, as the geocloud of GeoSN does."""

from __future__ import annotations


class FakeFiles:
    """Files on a `Web`; each may be asked for in pieces.

    Parameters
    ----------
    web : Web
    servers : module
        tests/sources/servers.py.
    """

    def __init__(self, web, servers) -> None:
        self.web = web
        self._servers = servers
        self.contents: dict[str, object] = {}

    def put(self, path: str, content: bytes, etag: str = '"1"', **habits: object) -> str:
        """Serve a file; returns its address. `habits` as those of `servers.RemoteContent`."""
        remote = self._servers.RemoteContent(content, etag=etag, **habits)
        self.contents[path] = remote
        self.web.routes[path] = remote
        return self.web.url(path)

    def page(self, path: str, *links: str) -> str:
        """Serve a page with links; returns its address."""
        body = "".join(f'<p><a class="download" href="{link}">Datei</a></p>' for link in links)
        self.web.routes[path] = self._servers.says(
            f"<!DOCTYPE html><html><body><a href='/impressum'>Impressum</a>{body}</body></html>",
            Content_Type="text/html; charset=utf-8",
        )
        return self.web.url(path)

    def share(self, share: str, name: str, content: bytes) -> None:
        """Serve a file of a share; what was shared before is gone and answers 503."""
        for path in [path for path in self.web.routes if path.startswith("/public.php/dav/files/")]:
            self.web.routes[path] = self._servers.says(b"<d:error/>", 503)
        self.put(f"/public.php/dav/files/{share}/{name}", content, etag=f'"{share}"')
