"""The pages that services delivered as one layer in one file, which is then read as a planner's own."""

from __future__ import annotations

import hashlib
import traceback
import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from osgeo import osr

from ..errors import EnactError, Finding, Severity
from ..progress import SILENT, Progress
from .database import must, translated
from .layer_writer import LayerWriter
from .pages import Block, Box, Wanted, blocks, says_types
from .survey import Survey
from .table_pages import table_blocks

SURVEY = 0.5  # share of the work that looking at all values takes


@dataclass(frozen=True)
class Merged:
    """What became of the pages.

    Attributes
    ----------
    path : Path
        GeoPackage with one layer.
    rows : int
        Objects in it, each once.
    repeated : int
        Objects that came again: at the borders of tiles, on the next page.
    findings : tuple of Finding
        ``service_objects_differ``, ``service_objects_contradict``, ``service_axes_turned``.
    """

    path: Path
    rows: int
    repeated: int
    findings: tuple[Finding, ...] = ()


def merged(
    pages: Sequence[Path],
    crs: str,
    key: Sequence[str],
    target: Path,
    *,
    box: Box | None = None,
    options: dict[str, Any] | None = None,
    progress: Progress = SILENT,
) -> Merged:
    """Put pages of one service into one layer of a GeoPackage, each object once.

    The fields are those of all pages, each with the type that holds all its values: what no format tells is decided by
    the values, and what is no number in each of them stays a text as it is. Pages are read one at a time.

    Parameters
    ----------
    pages : sequence of Path
        .gml, .json, .geojson, .osm, .pbf, .csv, .txt, or .zip with such or with shape files.
    crs : str
        Of the coordinates, x first, whatever the pages say.
    key : sequence of str
        Fields that together name an object; where one of them is empty, and where there are none, the same content is
        the same object.
    target : Path
        There whole or as it was before.
    box : Box or None
        West, south, east, north in `crs`: only objects whose box meets it, and those without geometry.
    options : dict or None
        "osm": kind of `osm.osm_source`; "layer": name in a file of several; "zip_layer": pattern of names in a zip,
        "*.shp" by default; "csv": how a table is read, see `table_pages`.
    progress : Progress

    Raises
    ------
    Canceled
    EnactError
        ``service_page_refused``, ``service_page_unreadable``, ``service_table_columns``, ``disk_full``,
        ``cache_unwritable``, ``crs_without_definition``.
    """
    reference = _reference(crs)
    wanted = Wanted(bool(reference.IsGeographic()), box, options or {}, is_canceled=progress.is_canceled)
    ordered = _ordered(pages)
    survey = _surveyed(ordered, wanted, progress.part(0.0, SURVEY))
    part = target.with_name(f".{target.stem}.{uuid.uuid4().hex[:8]}.gpkg")
    try:
        with _writing(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            writer = LayerWriter(part, reference, survey, key)
            with closing(writer):
                for block in _all(ordered, wanted, progress.part(SURVEY, 1.0)):
                    writer.add(block)
                writer.commit()
            part.replace(target)
    finally:
        for left in (part, part.with_name(f"{part.name}-journal"), part.with_name(f"{part.name}-wal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)
    return Merged(target, writer.rows, writer.repeated, _findings(writer))


def _ordered(pages: Sequence[Path]) -> list[Path]:
    """Pages in an order of their own, for their names and that in which they came are by chance."""
    sizes = [_size(page) for page in pages]
    alike = {size for size, count in Counter(sizes).items() if count > 1}
    digests = [
        hashlib.blake2b(page.read_bytes()).digest() if size in alike else b""
        for page, size in zip(pages, sizes)
    ]
    return [page for _size, _digest, page in sorted(zip(sizes, digests, pages))]


def _size(page: Path) -> int:
    try:
        return page.stat().st_size
    except OSError as error:
        raise EnactError(
            "service_page_refused", path=str(page), detail=error.strerror or str(error)
        ) from error


def _findings(writer: LayerWriter) -> tuple[Finding, ...]:
    found = []
    if writer.differing:
        found.append(Finding("service_objects_differ", values={"rows": writer.differing}))
    if writer.contradicting:
        found.append(Finding("service_objects_contradict", values={"rows": writer.contradicting}))
    if writer.turned:
        found.append(Finding("service_axes_turned", severity=Severity.NOTE))
    return tuple(found)


def _reference(crs: str) -> osr.SpatialReference:
    reference = osr.SpatialReference()
    try:
        must(reference.SetFromUserInput, crs)
    except RuntimeError as error:
        raise EnactError("crs_without_definition", crs=crs) from error
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def _surveyed(pages: Sequence[Path], wanted: Wanted, progress: Progress) -> Survey:
    """Look at all values where they tell the types, else at what each layer says of itself."""
    by_value = any(not says_types(page, wanted) for page in pages)
    survey = Survey(by_value)
    for block in _all(pages, wanted if by_value else replace(wanted, heads=True), progress):
        survey.look(block)
    return survey


def _all(pages: Sequence[Path], wanted: Wanted, progress: Progress) -> Iterator[Block]:
    for number, page in enumerate(pages):
        progress(number / len(pages), "merging_pages", page=number + 1, total=len(pages))
        with closing(_blocks(page, wanted)) as found:
            for block in found:
                progress(number / len(pages))
                yield block


def _blocks(page: Path, wanted: Wanted) -> Iterator[Block]:
    return table_blocks(page, wanted) if "csv" in wanted.options else blocks(page, wanted)


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Say what cannot be written and why."""
    try:
        yield
    except (RuntimeError, OSError) as error:
        traceback.clear_frames(
            error.__traceback__
        )  # which hold the file open: it could not be deleted on Windows
        ours = translated(path, error)
        if ours.code == "disk_full":
            raise ours from error
        detail = getattr(error, "strerror", None) or str(error)
        raise EnactError("cache_unwritable", path=str(path), detail=detail) from error
