"""The workspace: one GeoPackage that holds every layer of a municipality, and who made it when.

A layer is replaced in two steps. It is written whole as `<layer>__new`, counted, and only then put in the place of the
old one, together with its provenance, in one OGR transaction: killed at any point, the old layer, its style and its
provenance stand. Files are never swapped, for Windows holds them open.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

import geopandas as gpd
import numpy as np
import pandas as pd
from osgeo import gdal
from qgis.core import QgsVectorLayer

from ..errors import EnactError
from ..outcome import Outcome
from ..progress import SILENT, Progress
from ..reference.columns import columns as columns_of
from ..reference.columns import layers_with_columns
from ..reference.kind_rules import kind_rules
from ..reference.kinds import kind_of_layer
from ..reference.states import DEFAULT_CRS
from .database import (
    connect,
    create_table,
    data_version,
    delete_layer,
    delete_rows,
    gdal_errors,
    has_row,
    insert,
    must,
    one_writer,
    open_dataset,
    recover,
    stored_rows,
    table_names,
    transaction,
    translated,
    update_first,
)
from .edits import edit_hashes
from .frames import conform, reproject, to_frame
from .messages import layer_title
from .projections import crs_of
from .provenance import (
    Provenance,
    Run,
    as_loaded,
    changed_rows,
    differs,
    from_row,
    hash_of_rows,
    packed,
    provenance_of,
    row_hashes,
    stored_hashes,
    to_row,
    unpacked,
)
from .schema import MIGRATIONS, OWN_TABLES, SCHEMA_VERSION, TABLES, migrate
from .table_writer import Table, multi, write_table

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

NEW = "__new"
HASHED_AT_ONCE = 10_000  # rows of a layer held in memory while it is compared with what was loaded
_PERCENT = re.compile("%[0-9A-Fa-f]{2}")


def _refuse_percent(path: Path, file: Path) -> None:
    """Refuse a path like "Neuer%20Ordner": GDAL before 3.7 takes it for the address of another file, and reads nothing.

    Parameters
    ----------
    path : Path
        As named in the error.
    file : Path
        Of the same folder, a GeoPackage; removed when it is not `path` itself.
    """
    found = _PERCENT.search(str(path))
    if found is None or QgsVectorLayer(f"{file}|layername=workspace", "", "ogr").isValid():
        return
    if file != path:
        file.unlink()
    raise EnactError("workspace_percent", path=str(path), sign=found.group())


def _nothing() -> None:
    """Nobody has a reason against it."""


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
    made : bool
        Whether this object made the file; no for one that was there.
    """

    def __init__(self, path: Path, ags: str, name: str, crs: str) -> None:
        self.path = path
        self.ags = ags
        self.name = name
        self.crs = crs
        self.made = False
        self._hashes_read: dict[str, str] = {}

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
        # the driver wants its own ending; the file gets its name once it is whole
        staged = path.with_name(f"{path.name}.gpkg")
        try:
            with gdal_errors(path):
                staged.unlink(missing_ok=True)
                dataset = must(gdal.GetDriverByName("GPKG").Create, str(staged), 0, 0, 0, gdal.GDT_Unknown)
                for table, table_columns in TABLES.items():
                    create_table(dataset, table, table_columns)
                insert(
                    dataset, "workspace",
                    {"schema_version": SCHEMA_VERSION, "ags": ags, "name": name, "crs": crs},
                )  # fmt: skip
                dataset = None  # closes the file
            _refuse_percent(path, staged)
            staged.replace(path)
        except OSError as error:
            raise translated(path, error) from error
        workspace = cls(path, ags, name, crs)
        workspace.made = True
        return workspace

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
        _refuse_percent(path, path)
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
        if ags and not workspace.all_provenance():
            # nothing was ever loaded: whatever key it was made for may have been a mistyped one
            workspace.claim(ags, name, crs)
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
            names = table_names(open_dataset(self.path))
        return tuple(name for name in names if name not in OWN_TABLES and name not in _unfinished())

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

    def read(
        self, layer: str, progress: Progress = SILENT, only: Collection[str] | None = None
    ) -> GeoDataFrame:
        """Read a layer, whole if nothing else is said.

        QGIS takes no lock for readers, so a replacement may run meanwhile: the count is compared, and reading is
        tried once more.

        Parameters
        ----------
        layer : str
        progress : Progress
        only : collection of str or None
            Columns to read, those there are; None for all.

        Raises
        ------
        EnactError
            ``layer_missing``, ``layer_unreadable``.
        """
        crs = crs_of(self.crs)
        before = self._content_hash(layer)
        try:
            frame = to_frame(self.layer(layer), crs, source_crs=crs, progress=progress, only=only)
            stale = self._content_hash(layer) != before
        except EnactError as error:
            if error.code != "layer_unreadable":
                raise
            stale = True
        if stale:
            before = self._content_hash(layer)
            frame = to_frame(self.layer(layer), crs, source_crs=crs, progress=progress, only=only)
        self._hashes_read[layer] = before
        return frame.drop(columns="fid", errors="ignore")

    def input_hashes(self, layers: Iterable[str]) -> dict[str, str]:
        """Content hash of each layer as it was read (or written) through this object; empty for one that was not there.

        Not as it is now: another algorithm may have replaced it since.
        """
        return {layer: self._hashes_read.get(layer, "") for layer in layers}

    def remember_read(self, name: str, hash_: str) -> None:
        """Note what was read of something that is no layer and yet an input: the edits of a layer."""
        self._hashes_read[name] = hash_

    def _content_hash(self, layer: str) -> str:
        row = self.provenance(layer)
        return "" if row is None else row.content_hash

    def edited_rows(self, layer: str, coming: Outcome | None = None, progress: Progress = SILENT) -> int:
        """How many rows somebody changed, added or deleted since the layer was loaded.

        Parameters
        ----------
        layer : str
        coming : Outcome or None
            What is to take its place; what it keeps is not counted.
        progress : Progress

        Returns
        -------
        int
            Zero for a layer loaded before EnAct remembered its rows, or by a version that hashed them in another way.
        """
        hashes = None if coming is None else row_hashes(*self._prepared(layer, coming))
        with gdal_errors(self.path), closing(connect(self.path)) as connection:
            return self._edited(connection, layer, hashes, progress)

    def rows_by_hand(self, layer: str, frame: gpd.GeoDataFrame) -> np.ndarray:
        """Which rows of a layer, as it was read, somebody changed or added since it was loaded.

        Parameters
        ----------
        layer : str
        frame : GeoDataFrame, shape (n,)
            As `read` returns it, whole.

        Returns
        -------
        ndarray of bool, shape (n,)
            False for a layer whose rows EnAct does not remember.
        """
        columns = conform(pd.DataFrame(frame), columns_of(layer))
        shapes = None if _geometry_of(layer) == "none" else frame.geometry.to_numpy()
        with gdal_errors(self.path), closing(connect(self.path)) as connection:
            parts = _as_remembered(connection, layer)
        if parts is None:
            return np.zeros(len(frame), dtype=bool)
        return ~np.isin(row_hashes(columns, shapes), _joined(parts.values()))

    def _edited(
        self, connection: sqlite3.Connection, layer: str, coming: np.ndarray | None, progress: Progress
    ) -> int:
        parts = _as_remembered(connection, layer)
        if parts is None:
            return 0
        now = []
        for attributes, blobs in stored_rows(connection, layer, HASHED_AT_ONCE):
            progress(0.0)
            now.append(stored_hashes(attributes, blobs))
        if not now and layer not in self.layers():
            return 0
        return changed_rows(_joined(parts.values()), _joined(now), coming)

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

    def changed_inputs(self) -> dict[str, tuple[str, ...]]:
        """Layers that are out of date, each with the inputs that have changed, come or gone since it was made.

        An input that another version of EnAct hashed in another way counts as unchanged: what it was is not known.
        """
        rows = {row.layer: row for row in self.all_provenance()}
        now = {**{layer: row.content_hash for layer, row in rows.items()}, **edit_hashes(self.path)}
        changed = {
            layer: tuple(name for name, hash_ in row.inputs.items() if differs(hash_, now.get(name, "")))
            for layer, row in rows.items()
        }
        return {layer: names for layer, names in changed.items() if names}

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
            dataset = open_dataset(self.path)
            layer = dataset.GetLayerByName(table)
            return [tuple(feature[name] for name in names) for feature in layer]

    # ---- writing

    def claim(self, ags: str, name: str, crs: str = "") -> None:
        """Say which municipality a so far empty or nameless workspace holds; another CRS only for an empty one."""
        values = {"ags": ags, "name": name, "crs": crs or self.crs}
        if values == {"ags": self.ags, "name": self.name, "crs": self.crs}:
            return
        with self.writing(), transaction(self.path) as dataset:
            update_first(dataset, "workspace", values)
        self.ags, self.name, self.crs = ags, name, values["crs"]

    def remember_mapping(self, kind: str, fingerprint: str, mapping: str, when: str) -> None:
        """Keep the field mapping for the next file of the same form."""
        if self.remembered_mapping(kind, fingerprint) == mapping:
            return
        with self.writing(), transaction(self.path) as dataset:
            values = {"kind": kind, "fingerprint": fingerprint, "mapping": mapping, "when": when}
            insert(dataset, "field_mappings", values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one writer; raises as `database.one_writer`."""
        with one_writer(self.path):
            yield

    def replace(
        self,
        layer: str,
        outcome: Outcome,
        run: Run,
        inputs: Mapping[str, str] | None = None,
        progress: Progress = SILENT,
        overwrite_edits: bool = False,
        last_look: Callable[[], None] = _nothing,
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
        overwrite_edits : bool
            Whether rows that somebody changed since the layer was loaded may go.
        last_look : callable
            Called when all is written, directly before the new layer takes the place of the old one; raises where it
            must not.

        Returns
        -------
        Provenance
            As written.

        Raises
        ------
        EnactError
            ``workspace_busy``, ``workspace_read_only``, ``disk_full``, ``workspace_write_failed``, ``layer_edited``;
            the old layer stands.
        Canceled
            The old layer stands.
        """
        frame, geometry = self._prepared(layer, outcome)
        hashes = row_hashes(frame, geometry)
        row = provenance_of(layer, outcome, run, dict(inputs or {}), hash_of_rows(hashes))
        with self.writing():
            try:
                self._write_new(layer, frame, geometry, progress)
                progress(1.0, "replacing_layer", layer=layer_title(layer))
                with gdal_errors(self.path), closing(connect(self.path)) as watch:
                    refuse = _nothing if overwrite_edits else self._guard(watch, layer, hashes, progress)
                    parts = as_loaded(
                        hashes, _part_of(layer, frame), outcome.carried, _as_remembered(watch, layer)
                    )
                    self._put_in_place(row, run, parts, refuse, last_look)
            except BaseException:
                with suppress(EnactError):  # what a full disk keeps, the next writer sweeps
                    self.sweep()
                raise
        self._hashes_read[layer] = row.content_hash
        return row

    def _guard(
        self, watch: sqlite3.Connection, layer: str, coming: np.ndarray, progress: Progress
    ) -> Callable[[], None]:
        """Refuse rows that somebody edited, and return what looks again where anybody has committed since.

        The first look is long and comes after the long writing; the second is for the one who may write alone.

        Raises
        ------
        EnactError
            ``layer_edited``.
        """
        silent = progress.silent()

        def look() -> None:
            edited = self._edited(watch, layer, coming, silent)
            if edited:
                raise EnactError("layer_edited", layer=layer, count=edited, path=self.path.name)

        seen = data_version(watch)
        look()

        def look_again() -> None:
            if data_version(watch) != seen:
                look()

        return look_again

    def _prepared(self, layer: str, outcome: Outcome) -> tuple[pd.DataFrame, Any]:
        """Attributes and geometry as they will stand in the file."""
        frame = outcome.frame
        attributes = conform(pd.DataFrame(frame), columns_of(layer))
        if not isinstance(frame, gpd.GeoDataFrame) or _geometry_of(layer) == "none":
            return attributes, None
        shapes = frame.geometry if frame.crs is None else reproject(frame.geometry, self.crs)
        return attributes, multi(shapes.to_numpy(), _geometry_of(layer))

    def _write_new(self, layer: str, frame: pd.DataFrame, geometry: Any, progress: Progress) -> None:
        """Write `<layer>__new` and count it."""
        name = f"{layer}{NEW}"
        self.sweep()
        table = Table(name, layer, columns_of(layer), _geometry_of(layer))
        write_table(self.path, table, frame, geometry, self.crs, progress)

    def _put_in_place(
        self,
        row: Provenance,
        run: Run,
        parts: Mapping[str, np.ndarray],
        refuse: Callable[[], None],
        last_look: Callable[[], None],
    ) -> None:
        """Old layer out, new one in, provenance and run written: one transaction."""
        layer = row.layer
        with transaction(self.path) as dataset:
            delete_rows(dataset, "provenance", "layer", layer)
            insert(dataset, "provenance", to_row(row))
            # the first thing written: from here on nobody else can save, and others can still read
            refuse()
            delete_layer(dataset, layer)
            must(dataset.ExecuteSQL, f'ALTER TABLE "{layer}{NEW}" RENAME TO "{layer}"')
            delete_rows(dataset, "row_hashes", "layer", layer)
            insert(dataset, "row_hashes", {"layer": layer, "hashes": packed(parts)})
            for one in filter(None, (run.parent, run)):
                if not has_row(dataset, "runs", "run_id", one.run_id):
                    insert(dataset, "runs", one.as_row())
            # the very last: what begins after this and before the commit that follows, some milliseconds, is not seen
            last_look()

    def remove(self, layer: str) -> None:
        """Remove a layer and its provenance."""
        with self.writing(), transaction(self.path) as dataset:
            delete_layer(dataset, layer)
            for table in ("provenance", "row_hashes"):
                delete_rows(dataset, table, "layer", layer)

    def sweep(self) -> None:
        """Remove what an interrupted run left behind, and nothing of the user's; call it as the one writer."""
        with gdal_errors(self.path):
            dataset = open_dataset(self.path, update=True)
            for name in _unfinished().intersection(table_names(dataset)):
                delete_layer(dataset, name)


def _unfinished() -> frozenset[str]:
    """Names under which layers are written before they take their place."""
    return frozenset(f"{layer}{NEW}" for layer in layers_with_columns())


def _as_remembered(connection: sqlite3.Connection, layer: str) -> dict[str, np.ndarray] | None:
    """Hashes of the rows of a layer as they were loaded, by part; None where they are not known."""
    rows = connection.execute("SELECT hashes FROM row_hashes WHERE layer = ?", (layer,)).fetchall()
    return unpacked(rows[-1][0]) if rows else None


def _joined(hashes: Iterable[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.empty(0, dtype=np.uint64), *hashes])


def _part_of(layer: str, frame: pd.DataFrame) -> np.ndarray:
    """Part of the layer that each row belongs to, as its kind tells: supply areas come year by year."""
    kind = kind_of_layer(layer)
    column = kind_rules(kind.kind).slice if kind else ""
    values = frame[column].astype("string").fillna("") if column else pd.Series("", index=frame.index)
    return values.to_numpy(dtype=str)


def _geometry_of(layer: str) -> str:
    kind = kind_of_layer(layer)
    return kind.geometry if kind else "any"


def _read_workspace_row(path: Path) -> dict[str, Any]:
    try:
        with gdal_errors(path):
            layer = (dataset := open_dataset(path)).GetLayerByName("workspace")
            names = [name for name, _kind in TABLES["workspace"]]
            definition = None if layer is None else layer.GetLayerDefn()
            # somebody else's table may bear the same name
            ours = definition is not None and all(definition.GetFieldIndex(name) >= 0 for name in names)
            row = layer.GetNextFeature() if ours else None
            values = {} if row is None else {name: row[name] for name in names}
            del dataset
    except EnactError as error:
        if error.code != "workspace_write_failed":
            raise
        raise EnactError("workspace_not_ours", path=str(path)) from error
    if not isinstance(values.get("schema_version"), int):
        raise EnactError("workspace_not_ours", path=str(path))
    return values
