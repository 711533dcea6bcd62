"""What nobody will need again leaves the cache of services."""

from __future__ import annotations

import os
import re
import shutil
import time
from contextlib import suppress
from pathlib import Path

from .kept import LARGE, MANIFEST

_DAY_S = 86_400.0
_UNUSED_S = (
    400 * _DAY_S
)  # longer than any answer is fresh; an order nobody gave for so long: the area has changed, or the work is done
_BROKEN_OFF_S = 30 * _DAY_S  # what is there of a download that nobody went on with
_LEFT_S = 3_600.0  # a file on its way into the folder; afterwards its run is dead
_ORDER = re.compile(r"[0-9a-f]{24}")
_ON_ITS_WAY = re.compile(r"[0-9a-f]{8}_")


def use(folder: Path) -> None:
    """Note that an order is in use."""
    with suppress(OSError):
        os.utime(folder / MANIFEST)


def sweep(folder: Path) -> None:
    """Tidy around an order: rests of its downloads, and orders of the same service that nobody gave for a year.

    Parameters
    ----------
    folder : Path
        Of the order, which is in use.
    """
    use(folder)
    _sweep_downloads(folder / LARGE)
    with suppress(OSError):
        for other in folder.parent.iterdir():
            if other != folder and _ORDER.fullmatch(other.name) and _age_s(other / MANIFEST) > _UNUSED_S:
                shutil.rmtree(other, ignore_errors=True)


def _sweep_downloads(folder: Path) -> None:
    with suppress(OSError):
        for path in folder.iterdir():
            most_s = _LEFT_S if _ON_ITS_WAY.match(path.name) else _BROKEN_OFF_S
            if _age_s(path) > most_s:
                with suppress(OSError):  # open in another program, on Windows
                    path.unlink()
    with suppress(OSError):
        folder.rmdir()  # where nothing is left in it


def _age_s(path: Path) -> float:
    """Seconds since it was used; none where that is not known, or in the future."""
    try:
        return max(time.time() - path.stat().st_mtime, 0.0)
    except OSError:
        return 0.0
