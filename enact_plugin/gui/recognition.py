"""What a file is, told from its first bytes or its table of contents: cheap enough to be said while it is chosen."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from ..layers.paths import is_folder, long_to_list
from .choices import DataSet, ending_of, pages_in, without_layer

_HEAD = 16_384
_OPEN_MASTR_KEY = "einheitmastrnummer"


class What(Enum):
    """What was recognised."""

    UNIT_OVERVIEW = "unit_overview"
    NO_MUNICIPALITY_KEY = "no_municipality_key"
    REGISTER_JSON = "register_json"
    REGISTER_PAGES = "register_pages"
    REGISTER_EXPORT = "register_export"
    OPEN_MASTR = "open_mastr"
    OPEN_MASTR_TABLES = "open_mastr_tables"
    CENSUS_GRID = "census_grid"
    CENSUS_ZIP = "census_zip"
    WEB_PAGE = "web_page"
    OTHER_CONTENT = "other_content"
    NOT_OPENED = "not_opened"
    LAYER = "layer"
    SEVERAL_LAYERS = "several_layers"
    OTHER_GEOMETRY = "other_geometry"
    NO_LAYER = "no_layer"
    BIG_FILE = "big_file"
    SEVERAL_FILES = "several_files"


_DOUBTFUL = (
    *(What.NO_MUNICIPALITY_KEY, What.WEB_PAGE, What.OTHER_CONTENT, What.NOT_OPENED),
    *(What.SEVERAL_LAYERS, What.OTHER_GEOMETRY, What.NO_LAYER),
)


@dataclass(frozen=True)
class Recognised:
    """What a file was recognised as.

    Attributes
    ----------
    what : What
    values : dict
        For the text.
    """

    what: What
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def is_doubtful(self) -> bool:
        """Whether loading it will probably fail, or needs something said first."""
        return self.what in _DOUBTFUL


def recognise_files(paths: tuple[str, ...], data_set: DataSet) -> Recognised | None:
    """Recognise files of fixed form (register, census); None for those of any form, which QGIS opens.

    Parameters
    ----------
    paths : tuple of str
        Existing files, or a folder of pages.
    """
    if data_set.geometry or not paths:
        return None
    found = [_opened(Path(path), data_set) for path in paths]
    doubtful = [each for each in found if each.is_doubtful]
    if len(found) == 1 or doubtful:
        return (doubtful or found)[0]
    return Recognised(What.SEVERAL_FILES, {"count": len(found)})


def _opened(path: Path, data_set: DataSet) -> Recognised:
    """What a file or folder is; that it may not be read is said and never raised: this runs while it is chosen."""
    try:
        return _fixed(path, data_set)
    except OSError:
        return Recognised(What.NOT_OPENED)


def _fixed(path: Path, data_set: DataSet) -> Recognised:
    if is_folder(path):
        return _folder(pages_in(path, data_set), data_set)
    if path.suffix.lower() == ".zip":
        return _zip(path, data_set)
    head = _head(path).lstrip()
    if head.startswith("<"):
        return Recognised(What.WEB_PAGE)
    if data_set.parameter == "CENSUS":
        return Recognised(What.CENSUS_GRID if "gitter_id" in head.casefold() else What.OTHER_CONTENT)
    # by its content, as the loader does; its name may have any ending
    return Recognised(_register_json(head) if head.startswith(("{", "[")) else _register_csv(head))


def _folder(pages: list[Path], data_set: DataSet) -> Recognised:
    """What is read of a folder: pages of an answer, tables of open-mastr, or the one archive."""
    ending = ending_of(pages[0]) if pages else ""
    if ending == ".csv":
        headings = [_head(page).partition("\n")[0].casefold() for page in pages]
        tables = [heading for heading in headings if "mastrnummer" in heading]
        if not any(_OPEN_MASTR_KEY in heading for heading in tables):
            return Recognised(What.OTHER_CONTENT)
        return Recognised(What.OPEN_MASTR_TABLES, {"count": len(tables)})
    if ending == ".zip":
        return _zip(pages[0], data_set)
    return Recognised(What.REGISTER_PAGES, {"count": len(pages)})


def _register_json(head: str) -> What:
    known = head.startswith(("{", "[")) and ('"Data"' in head or "MaStRNummer" in head)
    return What.REGISTER_JSON if known else What.OTHER_CONTENT


def _register_csv(head: str) -> What:
    line = head.partition("\n")[0].casefold()
    if _OPEN_MASTR_KEY in line:
        return What.OPEN_MASTR
    if "mastr" not in line:
        return What.OTHER_CONTENT
    return What.UNIT_OVERVIEW if "gemeindeschl" in line else What.NO_MUNICIPALITY_KEY


def _head(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_HEAD).decode("utf-8-sig", errors="replace")


def _zip(path: Path, data_set: DataSet) -> Recognised:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.lower().rpartition("/")[2] for name in archive.namelist()]
    except zipfile.BadZipFile:
        return Recognised(What.OTHER_CONTENT)
    if data_set.parameter == "PLANTS":
        units = any(name.startswith("einheiten") and name.endswith(".xml") for name in names)
        return Recognised(What.REGISTER_EXPORT if units else What.OTHER_CONTENT)
    count = sum(name.endswith(".csv") for name in names)
    return Recognised(What.CENSUS_ZIP, {"count": count}) if count else Recognised(What.OTHER_CONTENT)


# ---- files that QGIS opens ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sublayer:
    """A layer in a file, as QGIS lists it: its name, and point, line, polygon, none, or empty when unknown."""

    name: str
    geometry: str = ""


def too_big(path: str) -> Recognised | None:
    """What is said of a file that is not opened because that alone would take long; None for all others."""
    size = long_to_list(without_layer(path))
    return Recognised(What.BIG_FILE, {"megabytes": round(size / 1e6)}) if size else None


def recognise_layers(path: str, driver: str, layers: list[Sublayer], data_set: DataSet) -> Recognised:
    """What a file with these layers is.

    Parameters
    ----------
    path : str
        As given: with `|layername=` behind it when one layer was named.
    driver : str
        Name of its format.
    layers : list of Sublayer
    """
    if not layers:
        return Recognised(What.NO_LAYER)
    named = path.partition("|layername=")[2].partition("|")[0]
    chosen = [layer for layer in layers if layer.name == named] if named else layers
    if not chosen:
        return Recognised(What.NO_LAYER)
    names = list(dict.fromkeys(layer.name for layer in chosen))
    values = {"format": driver, "count": len(names), "layers": ", ".join(names)}
    if len(names) > 1:
        return Recognised(What.SEVERAL_LAYERS, values)
    geometry = chosen[0].geometry
    values["geometry"] = geometry
    if geometry and not _fits(geometry, data_set.geometry):
        return Recognised(What.OTHER_GEOMETRY, values)
    return Recognised(What.LAYER, values)


def _fits(found: str, wanted: str) -> bool:
    if wanted == "point":  # a place may also be the building at it, or columns of a table
        return found in ("point", "polygon", "none")
    return wanted in ("any", found)
