"""Tables for people: spreadsheets with several sheets, and CSV files as German spreadsheet programs read them."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from osgeo import gdal, ogr
from pandas.api import types

from ..errors import EnactError
from .database import driver_options, must

DRIVERS = {".xlsx": "XLSX", ".ods": "ODS", ".csv": "CSV"}
CSV = ".csv"
_WORKBOOKS = (".xlsx", ".ods")
_SHEET_NAME = 31  # characters, by the formats' own limit
# a text that begins so is a formula for spreadsheet programs; what the register delivers must never be one
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "of:")
_ENCODING = "utf-8-sig"  # spreadsheet programs know UTF-8 by its mark only


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Attributes
    ----------
    name : str
    frame : DataFrame, shape (n,)
        Its column names are the headings.
    """

    name: str
    frame: pd.DataFrame


def write_sheets(path: Path, sheets: Sequence[Sheet]) -> tuple[Path, ...]:
    """Write sheets into a new file; with CSV each further sheet into a file of its own beside it.

    A file of that name is replaced once the new one is whole.

    Parameters
    ----------
    path : Path
        Its ending names the format: .xlsx, .ods, .csv.
    sheets : sequence of Sheet
        At least one.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    EnactError
        ``spreadsheet_ending``, ``spreadsheet_driver_missing``, ``folder_not_writable``, ``file_write_failed``.
    """
    if path.suffix.lower() not in DRIVERS:
        raise EnactError("spreadsheet_ending", path=path.name, endings=", ".join(DRIVERS))
    if not path.parent.is_dir():
        raise EnactError("folder_not_writable", path=str(path.parent), detail=os.strerror(2))
    if path.suffix.lower() == CSV:
        return tuple(_whole(_beside(path, sheet, sheet is sheets[0]), [sheet]) for sheet in sheets)
    return (_whole(path, sheets),)


def read_sheets(path: Path) -> dict[str, list[dict[str, str]]]:
    """Rows of each sheet, all cells as text; the first row holds the headings, rows without any text are left out.

    Parameters
    ----------
    path : Path
        Its ending names the format: .xlsx, .ods.

    Returns
    -------
    dict of str to list of dict
        By name of the sheet: heading to text; empty text where the cell is empty.

    Raises
    ------
    EnactError
        ``spreadsheet_ending``, ``spreadsheet_unreadable``.
    """
    if path.suffix.lower() not in _WORKBOOKS:
        raise EnactError("spreadsheet_ending", path=path.name, endings=", ".join(_WORKBOOKS))
    # else the drivers guess from the cells' types whether there is a heading, and which columns are figures
    kind = DRIVERS[path.suffix.lower()]
    try:
        with driver_options({f"OGR_{kind}_HEADERS": "FORCE", f"OGR_{kind}_FIELD_TYPES": "STRING"}):
            flags = gdal.OF_VECTOR | gdal.OF_VERBOSE_ERROR
            dataset = must(lambda: gdal.OpenEx(str(path), flags, allowed_drivers=[kind]))
            layers = [dataset.GetLayer(number) for number in range(dataset.GetLayerCount())]
            return {layer.GetName(): _texts(layer) for layer in layers}
    except RuntimeError as error:
        raise EnactError("spreadsheet_unreadable", path=path.name, detail=str(error)) from error


def _texts(layer: ogr.Layer) -> list[dict[str, str]]:
    """Rows of a sheet; what was written so that it is no formula is read as it was."""
    rows = [
        {name: str(value or "").strip().removeprefix("'") for name, value in feature.items().items()}
        for feature in layer
    ]
    return [row for row in rows if any(row.values())]


def _beside(path: Path, sheet: Sheet, first: bool) -> Path:
    return path if first else path.with_name(f"{path.stem}_{sheet.name}{path.suffix}")


def _whole(path: Path, sheets: Sequence[Sheet]) -> Path:
    """Write a file under another name, and give it its own once it is whole."""
    partial = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        partial.unlink(missing_ok=True)
        harmless = [Sheet(sheet.name[:_SHEET_NAME], sheet.frame.apply(_harmless)) for sheet in sheets]
        if path.suffix.lower() == CSV:
            _write_csv(harmless[0].frame, partial)
        else:
            _write_workbook(harmless, partial)
        partial.replace(path)
    except (OSError, RuntimeError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise EnactError("file_write_failed", path=str(path), detail=detail) from error
    finally:
        if partial.exists():
            partial.unlink()
    return path


def _harmless(values: pd.Series) -> pd.Series:
    """Texts that no spreadsheet program takes for a formula."""
    if types.is_numeric_dtype(values.dtype) or types.is_datetime64_any_dtype(values.dtype):
        return values
    risky = values.astype("string").str.startswith(_FORMULA).fillna(False).astype(bool)
    return values.astype(object).where(~risky, "'" + values.astype("string").astype(object))


def _write_workbook(sheets: Sequence[Sheet], path: Path) -> None:
    """Write all sheets in one go: opened again, a driver guesses which line is the heading."""
    driver = gdal.GetDriverByName(DRIVERS[path.suffix.lower()])
    if driver is None:
        raise EnactError("spreadsheet_driver_missing", path=path.name, ending=path.suffix)
    dataset = must(driver.Create, str(path), 0, 0, 0, gdal.GDT_Unknown)
    for sheet in sheets:
        _write_sheet(dataset, sheet)
    must(dataset.FlushCache)
    del dataset  # closes the file


def _write_sheet(dataset: gdal.Dataset, sheet: Sheet) -> None:
    layer = must(dataset.CreateLayer, sheet.name, None, ogr.wkbNone)
    for name, values in sheet.frame.items():
        must(layer.CreateField, ogr.FieldDefn(name, _kind(values)))
    for row in _rows(sheet.frame):
        feature = ogr.Feature(layer.GetLayerDefn())
        for place, value in enumerate(row):
            if value is not None:
                feature[place] = value
        must(layer.CreateFeature, feature)


def _kind(values: pd.Series) -> int:
    if types.is_datetime64_any_dtype(values.dtype):
        return ogr.OFTDate
    if types.is_float_dtype(values.dtype):
        return ogr.OFTReal
    return ogr.OFTInteger64 if types.is_integer_dtype(values.dtype) else ogr.OFTString


def _rows(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Rows as OGR takes them: days as texts, None for nothing."""
    plain = {
        name: values.dt.strftime("%Y/%m/%d") if types.is_datetime64_any_dtype(values.dtype) else values
        for name, values in frame.items()
    }
    objects = [values.astype(object).where(values.notna(), None).tolist() for values in plain.values()]
    return zip(*objects)


def _write_csv(frame: pd.DataFrame, path: Path) -> None:
    """Semicolons and decimal commas, as the register's own exports have them."""
    texts = frame.apply(_german)
    with path.open("w", encoding=_ENCODING, newline="") as file:
        writer = csv.writer(file, delimiter=";", quoting=csv.QUOTE_MINIMAL)
        writer.writerow(texts.columns)
        writer.writerows(texts.to_numpy().tolist())


def _german(values: pd.Series) -> pd.Series:
    if types.is_float_dtype(values.dtype):
        return values.map(lambda figure: "" if pd.isna(figure) else f"{figure:.12g}".replace(".", ","))
    if types.is_datetime64_any_dtype(values.dtype):
        return values.dt.strftime("%d.%m.%Y").fillna("")
    return values.astype(object).where(values.notna(), "")
