"""The workspace: one GeoPackage that holds every layer of a municipality, and who made it when.

A layer is replaced in two steps. It is written whole as `<layer>__new`, counted, and only then put in the place of the
old one, together with its provenance, in one OGR transaction: killed at any point, the old layer, its style and its
provenance stand. Files are never swapped, for Windows holds them open.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import geopandas as gpd
import pandas as pd
import shapely
from osgeo import gdal, ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLockFile

from ..errors import EnactError
from ..outcome import Outcome
from ..progress import SILENT, Progress
from ..reference.columns import columns as columns_of
from ..reference.kinds import kind_of_layer
from ..reference.states import DEFAULT_CRS
from .frames import conform, fields_of, to_features, to_frame, wkb_type
from .provenance import Provenance, Run, content_hash, from_row, provenance_of, to_row

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

SCHEMA_VERSION = 1
BUSY_TIMEOUT_S = 2
NEW = "__new"

# name, OGR type; the tables EnAct keeps for itself
_TABLES: dict[str, tuple[tuple[str, int], ...]] = {
    "workspace": (
        ("schema_version", ogr.OFTInteger),
        ("ags", ogr.OFTString),
        ("name", ogr.OFTString),
        ("crs", ogr.OFTString),
    ),
    "runs": (
        ("run_id", ogr.OFTString),
        ("algorithm", ogr.OFTString),
        ("parameters", ogr.OFTString),
        ("version", ogr.OFTString),
        ("who", ogr.OFTString),
        ("when", ogr.OFTString),
    ),
    "provenance": (
        ("layer", ogr.OFTString),
        ("run_id", ogr.OFTString),
        ("algorithm", ogr.OFTString),
        ("version", ogr.OFTString),
        ("when", ogr.OFTString),
        ("source", ogr.OFTString),
        ("licence", ogr.OFTString),
        ("attribution", ogr.OFTString),
        ("state_date", ogr.OFTString),
        ("content_hash", ogr.OFTString),
        ("inputs", ogr.OFTString),
        ("rows_in", ogr.OFTInteger64),
        ("rows", ogr.OFTInteger64),
        ("merged", ogr.OFTInteger64),
        ("dropped", ogr.OFTString),
        ("findings", ogr.OFTString),
        ("assumptions", ogr.OFTString),
    ),
    "field_mappings": (
        ("fingerprint", ogr.OFTString),
        ("kind", ogr.OFTString),
        ("mapping", ogr.OFTString),
        ("when", ogr.OFTString),
    ),
}
OWN_TABLES = (*_TABLES, "layer_styles")

Migration = Callable[[gdal.Dataset], None]
MIGRATIONS: dict[int, Migration] = {}  # from version n to n + 1


@contextmanager
def _gdal_errors(path: Path) -> Iterator[None]:
    """Turn GDAL's and SQLite's refusals into ours; GDAL's own setting is put back, for QGIS lives with it off."""
    before = gdal.GetUseExceptions()
    gdal.UseExceptions()
    try:
        yield
    except (RuntimeError, sqlite3.Error) as error:
        raise _translated(path, error) from error
    finally:
        if not before:
            gdal.DontUseExceptions()


def _translated(path: Path, error: Exception) -> EnactError:
    text = str(error)
    lower = text.lower()
    if "locked" in lower or "busy" in lower:
        return EnactError("workspace_busy", path=path.name)
    if "full" in lower or "disk i/o" in lower or "no space" in lower:
        return EnactError("disk_full", path=str(path.parent))
    if "readonly" in lower or "read-only" in lower or "permission" in lower:
        return EnactError("workspace_read_only", path=str(path))
    return EnactError("workspace_write_failed", path=str(path), detail=text)


class Workspace:
    """An open workspace; holds no file handle between calls.

    Use `Workspace.create` or `Workspace.open`.

    Attributes
    ----------
    path : Path
    ags, name : str
        Municipality; empty until it is known.
    crs : str
        Authority id of the metric CRS all layers share.
    """

    def __init__(self, path: Path, ags: str, name: str, crs: str) -> None:
        self.path = path
        self.ags = ags
        self.name = name
        self.crs = crs

    # ---- opening

    @classmethod
    def create(cls, path: Path | str, ags: str = "", name: str = "", crs: str = DEFAULT_CRS) -> Workspace:
        """Make a new, empty workspace.

        Raises
        ------
        EnactError
            ``workspace_exists``, ``workspace_folder_missing``, ``workspace_read_only``, ``disk_full``.
        """
        path = Path(path)
        if path.exists():
            raise EnactError("workspace_exists", path=str(path))
        if not path.parent.is_dir():
            raise EnactError("workspace_folder_missing", path=str(path.parent))
        partial = path.with_name(f"{path.name}.part")
        partial.unlink(missing_ok=True)
        try:
            with _gdal_errors(path):
                # the driver wants its own ending; the file gets its name once it is whole
                staged = partial.with_suffix(".gpkg")
                staged.unlink(missing_ok=True)
                dataset = gdal.GetDriverByName("GPKG").Create(str(staged), 0, 0, 0, gdal.GDT_Unknown)
                for table, table_columns in _TABLES.items():
                    _create_table(dataset, table, table_columns)
                _insert(
                    dataset, "workspace",
                    {"schema_version": SCHEMA_VERSION, "ags": ags, "name": name, "crs": crs},
                )  # fmt: skip
                dataset = None  # closes the file
            staged.replace(path)
        except OSError as error:
            raise _translated(path, error) from error
        return cls(path, ags, name, crs)

    @classmethod
    def open(cls, path: Path | str) -> Workspace:
        """Open an existing workspace; an older one is backed up and migrated.

        Raises
        ------
        EnactError
            ``workspace_missing``, ``workspace_not_ours``, ``workspace_newer``.
        """
        path = Path(path)
        if not path.is_file():
            raise EnactError("workspace_missing", path=str(path))
        _recover(path)
        row = _read_workspace_row(path)
        if row["schema_version"] > SCHEMA_VERSION:
            raise EnactError(
                "workspace_newer", path=path.name, version=row["schema_version"], known=SCHEMA_VERSION
            )
        if row["schema_version"] < SCHEMA_VERSION:
            migrate(path, row["schema_version"], SCHEMA_VERSION, MIGRATIONS)
        return cls(path, row["ags"] or "", row["name"] or "", row["crs"])

    @classmethod
    def open_or_create(
        cls, path: Path | str, ags: str = "", name: str = "", crs: str = DEFAULT_CRS
    ) -> Workspace:
        """Open the workspace, or make it where there is none; one of another municipality is refused.

        Raises
        ------
        EnactError
            ``workspace_other_municipality`` besides those of `open` and `create`.
        """
        if not Path(path).exists():
            return cls.create(path, ags, name, crs)
        workspace = cls.open(path)
        if ags and workspace.ags and workspace.ags != ags:
            raise EnactError(
                "workspace_other_municipality", path=Path(path).name, ags=ags, present=workspace.ags,
                name=workspace.name,
            )  # fmt: skip
        if ags and not workspace.ags:
            workspace.claim(ags, name)
        return workspace

    # ---- reading

    def layers(self) -> tuple[str, ...]:
        """Names of the layers a user may look at, in the order of the file."""
        with _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR)
            names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
        return tuple(name for name in names if name not in OWN_TABLES and not name.endswith(NEW))

    def uri(self, layer: str, subset: str = "") -> str:
        """Data source for `QgsVectorLayer(uri, title, "ogr")`."""
        return f"{self.path}|layername={layer}" + (f"|subset={subset}" if subset else "")

    def layer(self, layer: str) -> QgsVectorLayer:
        """Open a layer for reading.

        Raises
        ------
        EnactError
            ``layer_missing``.
        """
        opened = QgsVectorLayer(self.uri(layer), layer, "ogr")
        if not opened.isValid():
            raise EnactError("layer_missing", layer=layer, path=self.path.name)
        return opened

    def read(self, layer: str, progress: Progress = SILENT) -> GeoDataFrame:
        """Read a layer whole.

        QGIS takes no lock for readers, so a replacement may run meanwhile: the count is compared, and reading is
        tried once more.

        Raises
        ------
        EnactError
            ``layer_missing``, ``layer_unreadable``.
        """
        crs = QgsCoordinateReferenceSystem(self.crs)
        try:
            frame = to_frame(self.layer(layer), crs, source_crs=crs, progress=progress)
        except EnactError as error:
            if error.code != "layer_unreadable":
                raise
            frame = to_frame(self.layer(layer), crs, source_crs=crs, progress=progress)
        return frame.drop(columns="fid", errors="ignore")

    def provenance(self, layer: str) -> Provenance | None:
        """Provenance of a layer, or None where it has none."""
        return next((row for row in self.all_provenance() if row.layer == layer), None)

    def all_provenance(self) -> tuple[Provenance, ...]:
        """Provenance of every layer."""
        names = [name for name, _kind in _TABLES["provenance"]]
        return tuple(from_row(dict(zip(names, row))) for row in self._select("provenance", names))

    def runs(self) -> tuple[dict[str, Any], ...]:
        """Every run that wrote into this workspace, oldest first."""
        names = [name for name, _kind in _TABLES["runs"]]
        return tuple(dict(zip(names, row)) for row in self._select("runs", names))

    def is_out_of_date(self, layer: str) -> bool:
        """Whether an input of the layer has changed since it was made."""
        rows = {row.layer: row for row in self.all_provenance()}
        if layer not in rows:
            return False
        return any(
            name not in rows or rows[name].content_hash != hash_ for name, hash_ in rows[layer].inputs.items()
        )

    def remembered_mapping(self, kind: str, fingerprint: str) -> str | None:
        """JSON of the field mapping last confirmed for a source of this kind, or None."""
        found = [
            row[2]
            for row in self._select("field_mappings", ["kind", "fingerprint", "mapping"])
            if row[:2] == (kind, fingerprint)
        ]
        return found[-1] if found else None

    def _select(self, table: str, names: list[str]) -> list[tuple[Any, ...]]:
        """Rows of one of our own tables, in the order they were written."""
        with _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR)
            layer = dataset.GetLayerByName(table)
            return [tuple(feature[name] for name in names) for feature in layer]

    # ---- writing

    def claim(self, ags: str, name: str) -> None:
        """Say which municipality a so far nameless workspace holds."""
        with self.writing(), _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            layer = dataset.GetLayerByName("workspace")
            row = layer.GetNextFeature()
            row["ags"], row["name"] = ags, name
            layer.SetFeature(row)
        self.ags, self.name = ags, name

    def remember_mapping(self, kind: str, fingerprint: str, mapping: str, when: str) -> None:
        """Keep the field mapping for the next file of the same form."""
        if self.remembered_mapping(kind, fingerprint) == mapping:
            return
        with self.writing(), _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            values = {"kind": kind, "fingerprint": fingerprint, "mapping": mapping, "when": when}
            _insert(dataset, "field_mappings", values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer.

        Raises
        ------
        EnactError
            ``workspace_busy`` when another EnAct writes or another program holds the database; ``workspace_read_only``.
        """
        lock = QLockFile(f"{self.path}.lock")
        lock.setStaleLockTime(0)  # only a dead process makes it stale, never a long computation
        if not lock.tryLock(BUSY_TIMEOUT_S * 1000):
            if lock.error() == QLockFile.LockError.PermissionError:
                raise EnactError("workspace_read_only", path=str(self.path))
            raise EnactError("workspace_busy", path=self.path.name)
        try:
            _probe(self.path)
            yield
        finally:
            lock.unlock()

    def replace(
        self,
        layer: str,
        outcome: Outcome,
        run: Run,
        inputs: Mapping[str, str] | None = None,
        progress: Progress = SILENT,
    ) -> Provenance:
        """Put `outcome` in the place of a layer.

        Parameters
        ----------
        layer : str
            Name of the table; its columns come from columns.csv, its geometry from layer_kinds.csv.
        outcome : Outcome
            Frame in any CRS with metric or geographic coordinates; written in the workspace's CRS.
        run : Run
        inputs : mapping or None
            Layer to content hash, for the layers it was made from.
        progress : Progress

        Returns
        -------
        Provenance
            As written.

        Raises
        ------
        EnactError
            ``workspace_busy``, ``workspace_read_only``, ``disk_full``, ``workspace_write_failed``; the old layer
            stands.
        Canceled
            The old layer stands.
        """
        frame, geometry = self._prepared(layer, outcome)
        row = provenance_of(layer, outcome, run, dict(inputs or {}), content_hash(frame, geometry))
        with self.writing():
            try:
                self._write_new(layer, frame, geometry, progress)
                progress(1.0, "replacing_layer", layer=layer)
                self._put_in_place(layer, row, run)
            except BaseException:
                with suppress(EnactError):  # what a full disk keeps, the next writer sweeps
                    self.sweep()
                raise
        return row

    def _prepared(self, layer: str, outcome: Outcome) -> tuple[pd.DataFrame, Any]:
        """Attributes and geometry as they will stand in the file."""
        frame = outcome.frame
        attributes = conform(pd.DataFrame(frame), columns_of(layer))
        if not isinstance(frame, gpd.GeoDataFrame) or _geometry_of(layer) == "none":
            return attributes, None
        shapes = frame.geometry if frame.crs is None else reproject(frame.geometry, self.crs)
        return attributes, _multi(shapes.to_numpy(), _geometry_of(layer))

    def _write_new(self, layer: str, frame: pd.DataFrame, geometry: Any, progress: Progress) -> None:
        """Write `<layer>__new` and count it."""
        name = f"{layer}{NEW}"
        self.sweep()
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerName = name
        options.layerOptions = ["FID=fid", "GEOMETRY_NAME=geom"]
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        columns = columns_of(layer)
        kind = wkb_type("none" if geometry is None else _geometry_of(layer))
        writer = QgsVectorFileWriter.create(
            str(self.path), fields_of(columns), kind, QgsCoordinateReferenceSystem(self.crs),
            QgsCoordinateTransformContext(), options,
        )  # fmt: skip
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise _translated(self.path, RuntimeError(writer.errorMessage()))
        written = 0
        try:
            for features in to_features(frame, geometry, columns):
                progress(written / max(len(frame), 1), "writing_layer", layer=layer, rows=written)
                # on a full disk it says False once and rolls back; a second try would succeed on nothing
                if not writer.addFeatures(features):
                    raise _translated(self.path, RuntimeError(writer.errorMessage() or "disk full"))
                written += len(features)
            writer.flushBuffer()
            if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
                raise _translated(self.path, RuntimeError(writer.errorMessage()))
        finally:
            del writer  # commits; whether all went well, the count below tells
        with _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            present = dataset.GetLayerByName(name)
            count = -1 if present is None else present.GetFeatureCount()
            if geometry is not None and any(shape is None for shape in geometry):
                # QGIS writes an empty point where a feature has none; a unit without place has no geometry at all
                dataset.ExecuteSQL(f'UPDATE "{name}" SET geom = NULL WHERE ST_IsEmpty(geom)')
        if count != len(frame):
            raise EnactError("rows_lost", layer=layer, expected=len(frame), count=count, path=self.path.name)

    def _put_in_place(self, layer: str, row: Provenance, run: Run) -> None:
        """Old layer out, new one in, provenance and run written: one transaction."""
        with _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            dataset.StartTransaction()
            try:
                _delete_layer(dataset, layer)
                dataset.ExecuteSQL(f'ALTER TABLE "{layer}{NEW}" RENAME TO "{layer}"')
                _delete_rows(dataset, "provenance", "layer", layer)
                _insert(dataset, "provenance", to_row(row))
                if not _has_row(dataset, "runs", "run_id", run.run_id):
                    _insert(dataset, "runs", {**vars(run), "parameters": _json(run.parameters)})
                dataset.CommitTransaction()
            except BaseException:
                dataset.RollbackTransaction()
                raise

    def remove(self, layer: str) -> None:
        """Remove a layer and its provenance."""
        with self.writing(), _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            dataset.StartTransaction()
            _delete_layer(dataset, layer)
            _delete_rows(dataset, "provenance", "layer", layer)
            dataset.CommitTransaction()

    def sweep(self) -> None:
        """Remove what an interrupted run left behind; call it as the one writer."""
        with _gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
            for name in names:
                if name.endswith(NEW):
                    _delete_layer(dataset, name)


def migrate(path: Path, version: int, target: int, migrations: Mapping[int, Migration]) -> Path:
    """Bring a workspace to the schema `target`, one step at a time, after a backup beside it.

    Returns
    -------
    Path
        The backup.

    Raises
    ------
    EnactError
        ``workspace_migration_missing``; the file is untouched.
    """
    steps = range(version, target)
    if any(step not in migrations for step in steps):
        raise EnactError("workspace_migration_missing", path=path.name, version=version, target=target)
    backup = path.with_name(f"{path.stem}.v{version}.bak{path.suffix}")
    shutil.copy2(path, backup)
    with _gdal_errors(path):
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        dataset.StartTransaction()
        try:
            for step in steps:
                migrations[step](dataset)
            layer = dataset.GetLayerByName("workspace")
            row = layer.GetNextFeature()
            row["schema_version"] = target
            layer.SetFeature(row)
            dataset.CommitTransaction()
        except BaseException:
            dataset.RollbackTransaction()
            raise
    return backup


def reproject(geometry: gpd.GeoSeries, crs: str) -> gpd.GeoSeries:
    """Reproject with QGIS' transforms, as every other coordinate of the project is.

    Parameters
    ----------
    geometry : GeoSeries, shape (n,)
    crs : str
        Authority id.

    Returns
    -------
    GeoSeries, shape (n,)

    Raises
    ------
    EnactError
        ``transform_failed``.
    """
    from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry

    target = QgsCoordinateReferenceSystem(crs)
    source = QgsCoordinateReferenceSystem.fromWkt(geometry.crs.to_wkt())
    if source == target or (source.authid() and source.authid() == target.authid()):
        return geometry
    transform = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
    blobs = []
    for blob in shapely.to_wkb(geometry.to_numpy()):
        if blob is None:
            blobs.append(None)
            continue
        shape = QgsGeometry()
        shape.fromWkb(blob)
        try:
            shape.transform(transform)
        except QgsCsException as error:
            raise EnactError("transform_failed", layer="", detail=str(error)) from error
        blobs.append(shape.asWkb().data())
    return gpd.GeoSeries(shapely.from_wkb(blobs), index=geometry.index, crs=crs)


def _geometry_of(layer: str) -> str:
    kind = kind_of_layer(layer)
    return kind.geometry if kind else "any"


def _multi(shapes: Any, geometry: str) -> Any:
    """Make lines and polygons multi-part, as the layer's type asks."""
    types = {"line": (1, shapely.multilinestrings), "polygon": (3, shapely.multipolygons)}
    if geometry not in types:
        return shapes
    single, make = types[geometry]
    shapes = shapes.copy()
    mask = shapely.get_type_id(shapes) == single
    if mask.any():
        shapes[mask] = make(shapes[mask], indices=range(int(mask.sum())))
    return shapely.force_2d(shapes)


def _probe(path: Path) -> None:
    """Wait at most two seconds for other writers; another program in DELETE journal mode would block for ever."""
    with _gdal_errors(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_TIMEOUT_S, uri=True)
        try:
            connection.execute("BEGIN IMMEDIATE")
            connection.rollback()
        finally:
            connection.close()


def _recover(path: Path) -> None:
    """Let SQLite undo what a killed writer left half done; a read-only connection may not, and fails."""
    if not path.with_name(f"{path.name}-journal").exists():
        return
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", timeout=BUSY_TIMEOUT_S, uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise _translated(path, error) from error
    finally:
        connection.close()


def _read_workspace_row(path: Path) -> dict[str, Any]:
    try:
        with _gdal_errors(path):
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
            layer = dataset.GetLayerByName("workspace")
            row = None if layer is None else layer.GetNextFeature()
    except EnactError as error:
        if error.code != "workspace_write_failed":
            raise
        raise EnactError("workspace_not_ours", path=str(path)) from error
    if row is None:
        raise EnactError("workspace_not_ours", path=str(path))
    return {name: row[name] for name, _kind in _TABLES["workspace"]}


def _json(values: Mapping[str, Any]) -> str:
    import json

    return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)


def _create_table(dataset: gdal.Dataset, name: str, columns: tuple[tuple[str, int], ...]) -> None:
    layer = dataset.CreateLayer(name, None, ogr.wkbNone)
    for column, kind in columns:
        layer.CreateField(ogr.FieldDefn(column, kind))


def _insert(dataset: gdal.Dataset, table: str, values: Mapping[str, Any]) -> None:
    layer = dataset.GetLayerByName(table)
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if value is not None:
            feature[name] = value
    layer.CreateFeature(feature)


def _delete_layer(dataset: gdal.Dataset, name: str) -> None:
    for number in range(dataset.GetLayerCount()):
        if dataset.GetLayer(number).GetName() == name:
            dataset.DeleteLayer(number)
            return


def _matching(layer: ogr.Layer, column: str, value: str) -> list[int]:
    layer.ResetReading()
    return [feature.GetFID() for feature in layer if feature[column] == value]


def _delete_rows(dataset: gdal.Dataset, table: str, column: str, value: str) -> None:
    layer = dataset.GetLayerByName(table)
    for fid in _matching(layer, column, value):
        layer.DeleteFeature(fid)


def _has_row(dataset: gdal.Dataset, table: str, column: str, value: str) -> bool:
    return bool(_matching(dataset.GetLayerByName(table), column, value))
