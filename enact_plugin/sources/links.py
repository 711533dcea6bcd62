"""Links of a web page, for files whose addresses only a page knows."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit


def links_of(html: str, base: str) -> list[str]:
    """Addresses a page leads to over http or https, in its order; what is no address is passed over.

    Parameters
    ----------
    html : str
    base : str
        Address of the page; one that the page names instead counts.
    """
    parser = _Links()
    parser.feed(html)
    parser.close()
    base = _joined(base, parser.base) or base
    return [url for link in parser.links if (url := _joined(base, link))]


def _joined(base: str, link: str) -> str:
    """Address of a link; empty where it leads elsewhere than into the web."""
    try:
        url = urljoin(base, link.strip())
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


class _Links(HTMLParser):
    """Links as they are written, and what they are relative to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.base = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what a link points to."""
        target = dict(attrs).get("href")
        if target and tag == "a":
            self.links.append(target)
        elif target and tag == "base" and not self.base:
            self.base = target
