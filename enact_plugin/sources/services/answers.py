"""What an answer is that is not what was asked for."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from ...errors import EnactError

_LOOK = 1024  # bytes that show what an answer is
_LONGEST = 200  # characters of what a service says
_UNENDED = re.compile(r"<[^<>]*$")  # a tag that was cut off
_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"\s+")
_LOGIN = re.compile(r"//[^/@\s]*@")
_QUERY = re.compile(r"\?[^\s\"'<>]*=[^\s\"'<>]*")  # of an address that a server repeats
_SECRET = re.compile(
    r"""(?i)\b(\w*(?:token|secret|passw\w*|pwd|api_?key|sig(?:nature)?))(["']?\s*[=:]\s*["']?)[^\s&,;"'<>]+"""
)
_BEARER = re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}")
_NAMES = (
    "message",
    "detail",
    "description",
    "details",
    "title",
    "error",
    "exceptions",
    "text",
    "exceptionText",
)
_DEEP = 4  # levels of an error in JSON


def is_web_page(content: bytes) -> bool:
    """Whether an answer is HTML: an error page, a maintenance page, the login of a proxy."""
    head = content[:_LOOK].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith(b"<?xml") and b"<html" in head
    )


def refuse_web_page(content: bytes, title: str, host: str) -> None:
    """Refuse HTML where data should be.

    Raises
    ------
    EnactError
        ``service_page``.
    """
    if is_web_page(content):
        raise EnactError("service_page", service=title, host=host)


def words_of(text: str) -> str:
    """What a service says, in one line without tags, shortened."""
    return _BLANK.sub(" ", _TAG.sub(" ", text)).strip()[:_LONGEST]


def said_in(content: bytes) -> str:
    """What a server says in the beginning of an error answer; empty for web pages and for what are no words.

    Nothing secret: addresses come without what was asked, logins and tokens are left out.
    """
    text = content.decode("utf-8", "replace").lstrip("\ufeff")
    if is_web_page(content) or "<html" in text[:_LOOK].lower() or "\0" in text:
        return ""
    if text.lstrip()[:1] in ("{", "["):
        text = _of_json(text)
    else:
        text = html.unescape(_TAG.sub(" ", _UNENDED.sub(" ", text)))
    text = _QUERY.sub("", _LOGIN.sub("//", text))
    text = _BEARER.sub(r"\1 …", _SECRET.sub(r"\1\2…", text))
    return words_of("".join(each if each.isprintable() else " " for each in text))


def _of_json(text: str) -> str:
    """Messages of an error in JSON, one after the other; empty where it is none or was cut off."""
    try:
        found = dict.fromkeys(_messages(json.loads(text), _DEEP))
    except (ValueError, RecursionError):
        return ""
    return " · ".join(found)


def _messages(value: Any, deep: int) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value.strip()
    elif isinstance(value, list) and deep:
        for each in value:
            yield from _messages(each, deep - 1)
    elif isinstance(value, dict) and deep:
        for name in _NAMES:
            yield from _messages(value.get(name), deep - 1)


def digest(content: bytes) -> bytes:
    """Digest of one object, for `client.Page.rows`."""
    return blake2b(content, digest_size=12).digest()
