"""One layer of all that a service delivered, kept beside it as long as the pages are the same."""

from __future__ import annotations

import contextlib
import json
import os
import time
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Finding, Severity
from .installation import version
from .online_services import is_file

if TYPE_CHECKING:
    from ..progress import Progress
    from ..sources.services.collect import Collected
    from .areas import Area

_UNUSED_S = 90 * 86_400.0
_MARGIN_M = 500  # around the area, where of a file for the whole state only a part is taken


@dataclass(frozen=True)
class CollectedLayer:
    """The layer made of a service's pages.

    Attributes
    ----------
    path : Path
    rows : int
    findings : tuple of Finding
    """

    path: Path
    rows: int
    findings: tuple[Finding, ...]


def one_layer(collected: Collected, area: Area, progress: Progress) -> CollectedLayer:
    """Make one layer of a service's pages, or take the one made before, where the pages are the same.

    Parameters
    ----------
    collected : Collected
    area : Area
        Of a file for more than the municipality only what lies around it is taken.
    progress : Progress

    Raises
    ------
    Canceled
    EnactError
        Those of `layers.collected.merged`.
    """
    from ..layers.collected import merged

    service = collected.service
    box = _box(area, collected.crs) if is_file(service) else None
    target = collected.folder / _name(collected, box)
    known = _known(target)
    if known is not None:
        return known
    made = merged(
        collected.pages,
        collected.crs,
        service.key,
        target,
        box=box,
        options=service.options,
        progress=progress,
    )
    layer = CollectedLayer(target, made.rows, tuple(made.findings))
    _note(layer)
    _sweep(target)
    return layer


def _name(collected: Collected, box: tuple[float, float, float, float] | None) -> str:
    """Name of the layer: what it is made for, and what it is made of."""
    service = collected.service
    place = [service.key, service.options, service.crs, box]
    content = [collected.digest, collected.crs, collected.suffix, version()]
    return f"{service.id}_{_digest(place)}_{_digest(content)}.gpkg"


def _digest(content: list[Any]) -> str:
    return blake2b(json.dumps(content, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()


def _sweep(target: Path) -> None:
    """Delete what stood for the same place before, and layers that nobody used for long."""
    place = target.name.rpartition("_")[0]
    for old in target.parent.glob("*_*_*.gpkg*"):
        if old.name.startswith(target.name):
            continue
        with contextlib.suppress(OSError):  # another QGIS may be reading it
            if old.name.startswith(f"{place}_") or time.time() - old.stat().st_mtime > _UNUSED_S:
                old.unlink()


def _box(area: Area, crs: str) -> tuple[float, float, float, float] | None:
    if area.geometry is None:
        return None
    around = replace(area, geometry=area.geometry.buffer(_MARGIN_M)).in_crs(crs)
    return around.bounds if around is not None else None


def _note(layer: CollectedLayer) -> None:
    """Keep what was found beside the layer; where that fails it is made anew the next time."""
    findings = [[each.id, each.key, each.severity.value, each.values] for each in layer.findings]
    with contextlib.suppress(OSError, TypeError):
        facts = {"rows": layer.rows, "size": layer.path.stat().st_size, "findings": findings}
        text = json.dumps(facts, ensure_ascii=False)
        Path(f"{layer.path}.json").write_text(text, encoding="utf-8")


def _known(target: Path) -> CollectedLayer | None:
    try:
        noted = json.loads(Path(f"{target}.json").read_text(encoding="utf-8"))
        findings = tuple(
            Finding(id_, key, Severity(severity), values) for id_, key, severity, values in noted["findings"]
        )
        if target.stat().st_size != noted["size"]:
            return None  # of a disk that was full, or that somebody worked on
        for path in (target, Path(f"{target}.json")):
            os.utime(path)
        return CollectedLayer(target, int(noted["rows"]), findings)
    except (OSError, ValueError, KeyError, TypeError):
        return None
