"""Who is at a file that comes in pieces: one program of those that fetch it."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_LEFT_S = 900.0  # without a byte, after which nobody is at a file any more


@contextmanager
def own(path: Path) -> Iterator[str]:
    """Be the one who goes on with a file; yield a name for a part of one's own where another is at it, else nothing."""
    lock = path.with_name(f".{path.name}.lock")
    mine = _locked(lock) or (_is_left(lock, path.with_name(f".{path.name}.part")) and _locked(lock))
    try:
        yield "" if mine else uuid.uuid4().hex[:8]
    finally:
        if mine:
            with suppress(OSError):
                lock.unlink()


def _locked(lock: Path) -> bool:
    try:
        with lock.open("x", encoding="ascii") as file:
            file.write(str(os.getpid()))
    except OSError:
        return False
    return True


def _is_left(lock: Path, part: Path) -> bool:
    """Whether whoever was at it is no more; then its lock is taken away."""
    gone = False
    with suppress(OSError, ValueError):
        gone = os.name == "posix" and not _runs(int(lock.read_text(encoding="ascii")))
    ages = []
    for each in (lock, part):
        with suppress(OSError):
            ages.append(time.time() - each.stat().st_mtime)
    if not (gone or (ages and min(ages) > _LEFT_S)):
        return False
    with suppress(OSError):
        lock.unlink()
    return True


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)  # asks only, and only where this is POSIX
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
