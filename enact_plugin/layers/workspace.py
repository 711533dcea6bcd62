"""The workspace: one GeoPackage that holds every layer of a municipality, and who made it when.

A layer is replaced in two steps. It is written whole as `<layer>__new`, counted, and only then put in the place of the
old one, together with its provenance, in one OGR transaction: killed at any point, the old layer, its style and its
provenance stand. Files are never swapped, for Windows holds them open.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd
import shapely
from osgeo import gdal
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
from .database import (
    BUSY_TIMEOUT_S,
    create_table,
    delete_layer,
    delete_rows,
    gdal_errors,
    has_row,
    insert,
    probe,
    recover,
    translated,
)
from .frames import conform, fields_of, reproject, to_features, to_frame, wkb_type
from .messages import layer_title
from .provenance import Provenance, Run, content_hash, from_row, provenance_of, to_row
from .schema import MIGRATIONS, OWN_TABLES, SCHEMA_VERSION, TABLES, migrate

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

FULL_BYTES = 1 << 20  # SQLite keeps a page or two when a disk is full
NEW = "__new"


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
            with gdal_errors(path):
                # the driver wants its own ending; the file gets its name once it is whole
                staged = partial.with_suffix(".gpkg")
                staged.unlink(missing_ok=True)
                dataset = gdal.GetDriverByName("GPKG").Create(str(staged), 0, 0, 0, gdal.GDT_Unknown)
                for table, table_columns in TABLES.items():
                    create_table(dataset, table, table_columns)
                insert(
                    dataset, "workspace",
                    {"schema_version": SCHEMA_VERSION, "ags": ags, "name": name, "crs": crs},
                )  # fmt: skip
                dataset = None  # closes the file
            staged.replace(path)
        except OSError as error:
            raise translated(path, error) from error
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
        recover(path)
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
        with gdal_errors(self.path):
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
        names = [name for name, _kind in TABLES["provenance"]]
        return tuple(from_row(dict(zip(names, row))) for row in self._select("provenance", names))

    def runs(self) -> tuple[dict[str, Any], ...]:
        """Every run that wrote into this workspace, oldest first."""
        names = [name for name, _kind in TABLES["runs"]]
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
        with gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR)
            layer = dataset.GetLayerByName(table)
            return [tuple(feature[name] for name in names) for feature in layer]

    # ---- writing

    def claim(self, ags: str, name: str) -> None:
        """Say which municipality a so far nameless workspace holds."""
        with self.writing(), gdal_errors(self.path):
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
        with self.writing(), gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            values = {"kind": kind, "fingerprint": fingerprint, "mapping": mapping, "when": when}
            insert(dataset, "field_mappings", values)

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
            probe(self.path)
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
                progress(1.0, "replacing_layer", layer=layer_title(layer))
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
            raise translated(self.path, RuntimeError(writer.errorMessage()))
        written = 0
        try:
            for features in to_features(frame, geometry, columns):
                progress(
                    written / max(len(frame), 1), "writing_layer", layer=layer_title(layer), rows=written
                )
                # on a full disk it says False once and rolls back; a second try would succeed on nothing
                if not writer.addFeatures(features):
                    raise translated(self.path, RuntimeError(writer.errorMessage() or "disk full"))
                written += len(features)
            writer.flushBuffer()
            if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
                raise translated(self.path, RuntimeError(writer.errorMessage()))
        finally:
            del writer  # commits; whether all went well, the count below tells
        with gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            present = dataset.GetLayerByName(name)
            count = -1 if present is None else present.GetFeatureCount()
            if geometry is not None and any(shape is None for shape in geometry):
                # QGIS writes an empty point where a feature has none; a unit without place has no geometry at all
                # the layer's name is a row of our own table
                dataset.ExecuteSQL(f'UPDATE "{name}" SET geom = NULL WHERE ST_IsEmpty(geom)')  # nosec B608
        if count != len(frame):
            if shutil.disk_usage(self.path.parent).free < FULL_BYTES:
                raise EnactError("disk_full", path=str(self.path.parent))
            raise EnactError("rows_lost", layer=layer, expected=len(frame), count=count, path=self.path.name)

    def _put_in_place(self, layer: str, row: Provenance, run: Run) -> None:
        """Old layer out, new one in, provenance and run written: one transaction."""
        with gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            dataset.StartTransaction()
            try:
                delete_layer(dataset, layer)
                dataset.ExecuteSQL(f'ALTER TABLE "{layer}{NEW}" RENAME TO "{layer}"')
                delete_rows(dataset, "provenance", "layer", layer)
                insert(dataset, "provenance", to_row(row))
                if not has_row(dataset, "runs", "run_id", run.run_id):
                    insert(
                        dataset,
                        "runs",
                        {
                            **vars(run),
                            "parameters": json.dumps(run.parameters, ensure_ascii=False, default=str),
                        },
                    )
                dataset.CommitTransaction()
            except BaseException:
                dataset.RollbackTransaction()
                raise

    def remove(self, layer: str) -> None:
        """Remove a layer and its provenance."""
        with self.writing(), gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            dataset.StartTransaction()
            delete_layer(dataset, layer)
            delete_rows(dataset, "provenance", "layer", layer)
            dataset.CommitTransaction()

    def sweep(self) -> None:
        """Remove what an interrupted run left behind; call it as the one writer."""
        with gdal_errors(self.path):
            dataset = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
            names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
            for name in names:
                if name.endswith(NEW):
                    delete_layer(dataset, name)


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


def _read_workspace_row(path: Path) -> dict[str, Any]:
    try:
        with gdal_errors(path):
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
            layer = dataset.GetLayerByName("workspace")
            row = None if layer is None else layer.GetNextFeature()
    except EnactError as error:
        if error.code != "workspace_write_failed":
            raise
        raise EnactError("workspace_not_ours", path=str(path)) from error
    if row is None:
        raise EnactError("workspace_not_ours", path=str(path))
    return {name: row[name] for name, _kind in TABLES["workspace"]}
