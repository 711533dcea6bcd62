"""One layer of all that a service delivered, kept beside it as long as the pages are the same."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Finding, Severity
from .installation import version
from .online_services import is_file

if TYPE_CHECKING:
    from ..progress import Progress
    from ..sources.services.collect import Collected
    from .areas import Area

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
    what = [collected.digest, collected.crs, collected.suffix, service.key, service.options, box, version()]
    mark = blake2b(json.dumps(what, sort_keys=True, default=str).encode(), digest_size=8).hexdigest()
    target = collected.folder / f"{service.id}_{mark}.gpkg"
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
    for old in collected.folder.glob(f"{service.id}_*.gpkg*"):
        if not old.name.startswith(target.name):
            with contextlib.suppress(OSError):  # another QGIS may be reading it
                old.unlink()
    return layer


def _box(area: Area, crs: str) -> tuple[float, float, float, float] | None:
    if area.geometry is None:
        return None
    around = replace(area, geometry=area.geometry.buffer(_MARGIN_M)).in_crs(crs)
    return around.bounds if around is not None else None


def _note(layer: CollectedLayer) -> None:
    """Keep what was found beside the layer; where that fails it is made anew the next time."""
    findings = [[each.id, each.key, each.severity.value, each.values] for each in layer.findings]
    with contextlib.suppress(OSError, TypeError):
        text = json.dumps({"rows": layer.rows, "findings": findings}, ensure_ascii=False)
        Path(f"{layer.path}.json").write_text(text, encoding="utf-8")


def _known(target: Path) -> CollectedLayer | None:
    try:
        noted = json.loads(Path(f"{target}.json").read_text(encoding="utf-8"))
        findings = tuple(
            Finding(id_, key, Severity(severity), values) for id_, key, severity, values in noted["findings"]
        )
        return CollectedLayer(target, int(noted["rows"]), findings) if target.is_file() else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
