"""The folder on this computer that keeps what servers delivered, and how files come into it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import requests

from ..errors import EnactError
from .problems import shown

_DIGITS = 24
_HELD_S = 2.0  # for which another program may hold a file that is to be replaced
_AGAIN_S = 0.05


def place_of(url: str) -> str:
    """An address as it may be kept: without who logs in, and of what is asked only that it was the same."""
    try:
        asked = urlsplit(url).query
    except ValueError:
        asked = ""
    return f"{shown(url)}?{hashlib.sha256(asked.encode()).hexdigest()[:_DIGITS]}" if asked else shown(url)


def refuse_without_space(folder: Path, size: int) -> None:
    """Stop before a download that cannot end.

    Raises
    ------
    EnactError
        ``cache_too_small``.
    """
    free = shutil.disk_usage(folder).free
    if free < size:
        raise EnactError("cache_too_small", path=str(folder), size=size >> 20, present=free >> 20)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Say what cannot be written and why.

    Raises
    ------
    EnactError
        ``cache_unwritable``.
    """
    try:
        yield
    except requests.RequestException:
        raise  # an OSError by its class, but of the connection the content comes from
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise EnactError("cache_unwritable", path=str(path), detail=detail) from error


@contextmanager
def whole_file(path: Path, *, same: bool = False) -> Iterator[BinaryIO]:
    """Write a file that is there whole or not at all.

    Parameters
    ----------
    path : Path
    same : bool
        As `put`.

    Raises
    ------
    EnactError
        ``cache_unwritable``.
    """
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            with part.open("wb") as file:
                yield file
            put(part, path, same=same)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()  # there only where it did not become the file


def put(part: Path, path: Path, *, same: bool = False) -> None:
    """Make a whole file the file of that name.

    On Windows a file that is open elsewhere cannot be replaced; most programs are soon done with it.

    Parameters
    ----------
    part, path : Path
    same : bool
        Whether a file of that name has the same content, whoever wrote it; then one that is there serves.

    Raises
    ------
    OSError
    """
    until = time.monotonic() + _HELD_S
    while not _replaced(part, path, may_fail=(same and path.is_file()) or time.monotonic() < until):
        if same and path.is_file():
            return
        time.sleep(_AGAIN_S)


def _replaced(part: Path, path: Path, *, may_fail: bool) -> bool:
    try:
        os.replace(part, path)  # noqa: PTH105 - Path.replace is the same; named for what it guarantees
    except PermissionError:
        if not may_fail:
            raise
        return False
    return True


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a small table of facts, whole or not at all."""
    with whole_file(path) as file:
        file.write(json.dumps(content, ensure_ascii=False, indent=1).encode())


def read_json(path: Path) -> dict[str, Any]:
    """Read it; empty where it is missing or damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
