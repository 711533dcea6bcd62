"""Where each layer of the workspace comes from: one run, one source, one account of rows."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import Any
from uuid import uuid4

import numpy as np
import pandas as pd
import shapely
from pandas.api import types

from ..outcome import Outcome

# changes with the way a row is hashed: hashes of another version say nothing about each other
HASH_VERSION = "2"


@dataclass(frozen=True)
class Run:
    """One run of an algorithm.

    Attributes
    ----------
    run_id : str
    algorithm : str
        Public id, for instance "enact:loadplants".
    parameters : dict
        Parameter name to text; files by their name only, so that a workspace handed on tells nothing of a machine.
    version : str
        Version of EnAct.
    who : str
        Login name of the person who started it; stays in the workspace.
    when : str
        ISO time with zone.
    parent : Run or None
        The run that started this one as a step of its own.
    """

    algorithm: str
    parameters: dict[str, Any]
    version: str
    who: str
    run_id: str = field(default_factory=lambda: uuid4().hex)
    when: str = field(
        default_factory=lambda: datetime.now(timezone.utc).astimezone().isoformat("T", "seconds")
    )
    parent: Run | None = None

    def as_row(self) -> dict[str, Any]:
        """Values of the row in the table `runs`; the parameters as JSON."""
        return {
            **vars(self),
            "parameters": json.dumps(self.parameters, ensure_ascii=False),
            "parent": self.parent.run_id if self.parent else None,
        }


@dataclass(frozen=True)
class Provenance:
    """The provenance of one layer.

    Attributes
    ----------
    layer : str
    run_id : str
        Row of the table `runs`; `algorithm`, `version` and `when` repeat it for the reader.
    source, licence, attribution : str
    state_date : date or None
        State of the data.
    content_hash : str
        Independent of the order of rows; see `hash_of_rows`.
    inputs : dict
        Layer to content hash at the time it was read; empty for a layer that was not there.
    rows_in, rows, merged : int
    dropped : dict
        Reason code to number of rows.
    findings : dict
        Finding id to number.
    assumptions : tuple of str
        Codes.
    """

    layer: str
    run_id: str
    algorithm: str
    version: str
    when: str
    source: str
    licence: str
    attribution: str
    state_date: date | None
    content_hash: str
    inputs: dict[str, str]
    rows_in: int
    rows: int
    merged: int
    dropped: dict[str, int]
    findings: dict[str, int]
    assumptions: tuple[str, ...]


def row_hashes(frame: pd.DataFrame, geometry: Any = None) -> np.ndarray:
    """One number for each row, the same for the rows in memory and for those read back from the file.

    A null counts nothing, so a column without any value changes no hash; a column counts by its name, not its place. A
    polygon is the same wherever its ring starts.

    Parameters
    ----------
    frame : DataFrame, shape (n,)
        Attributes, as `frames.conform` types them.
    geometry : array of geometry or None, shape (n,)

    Returns
    -------
    array of uint64, shape (n,)
    """
    total = np.zeros(len(frame), dtype=np.uint64)
    for name in frame.columns:
        values = frame[name]
        present = values.notna().to_numpy()
        total[present] += _hashes(values[present]) * _weight(str(name))
    if geometry is not None:
        shapes = shapely.force_2d(np.asarray(geometry, dtype=object))
        present = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
        blobs = shapely.to_wkb(shapely.normalize(shapes[present]), byte_order=1)
        total[present] += np.fromiter((_number(blob) for blob in blobs), np.uint64, len(blobs))
    return total


def stored_hashes(frame: pd.DataFrame, blobs: np.ndarray | None) -> np.ndarray:
    """`row_hashes` of rows as `database.stored_rows` yields them; a shape that cannot be read counts by its bytes."""
    if blobs is None:
        return row_hashes(frame)
    shapes = shapely.from_wkb(blobs, on_invalid="ignore")
    hashes = row_hashes(frame, shapes)
    strange = shapely.is_missing(shapes) & np.array([blob is not None for blob in blobs])
    hashes[strange] += np.array([_number(blob) for blob in blobs[strange]], dtype=np.uint64)
    return hashes


def _hashes(values: pd.Series) -> np.ndarray:
    """Hashes of values that are not null, by what they say and not by how pandas holds them."""
    if types.is_float_dtype(values.dtype):
        return pd.util.hash_array(values.to_numpy(dtype=float) + 0.0)  # -0.0 is 0.0
    if types.is_datetime64_any_dtype(values.dtype):
        codes, days = pd.factorize(values)  # days repeat
        return pd.util.hash_array(_iso_texts(days))[codes]
    if types.is_bool_dtype(values.dtype) or types.is_integer_dtype(values.dtype):
        return pd.util.hash_array(values.to_numpy(dtype=np.int64))
    if types.infer_dtype(values) != "string":
        values = values.map(_as_written)
    return pd.util.hash_array(values.to_numpy(dtype=object))


def _iso_texts(stamps: Any) -> np.ndarray:
    """What a file says of a day or a moment: one that no datetime64 can hold stands beside it as text."""
    texts = np.datetime_as_string(np.asarray(stamps).astype("datetime64[s]"))
    # numpy of Debian 13 cannot replace in an array without elements
    return np.char.replace(texts, "T00:00:00", "").astype(object) if len(texts) else texts.astype(object)


def _as_written(value: Any) -> str:
    """Text that stands in the file for a value in a column of texts: 5.0 is written as 5."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _number(blob: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(blob, digest_size=8).digest(), "little")


def _weight(name: str) -> np.uint64:
    """Odd factor of a column, so that values which change places change the sum."""
    return np.uint64(_number(name.encode()) | 1)


def hash_of_rows(hashes: np.ndarray) -> str:
    """Version of the hash, a colon, and the SHA-256 over the hashes of all rows, whatever their order."""
    return f"{HASH_VERSION}:{hashlib.sha256(np.sort(hashes).astype('<u8').tobytes()).hexdigest()}"


def content_hash(frame: pd.DataFrame, geometry: Any = None) -> str:
    """Hash over all rows, whatever their order; parameters as for `row_hashes`, text as of `hash_of_rows`."""
    return hash_of_rows(row_hashes(frame, geometry))


def differs(before: str, now: str) -> bool:
    """Whether two content hashes tell that a layer has changed; those of two versions tell nothing.

    An empty hash is that of a layer that is not there.
    """
    versions = [text.partition(":")[0] if ":" in text else "" for text in (before, now)]
    return before != now and not (before and now and versions[0] != versions[1])


def packed(parts: Mapping[str, np.ndarray]) -> str:
    """Row hashes of each part of a layer as text; sorted, for no reader needs their order."""
    texts = {
        part: base64.b64encode(np.sort(hashes).astype("<u8").tobytes()).decode("ascii")
        for part, hashes in parts.items()
    }
    return json.dumps({"version": HASH_VERSION, "parts": texts}, ensure_ascii=False)


def unpacked(text: str) -> dict[str, np.ndarray] | None:
    """Inverse of `packed`; None for hashes of another version, with which nothing can be compared."""
    if not text.startswith("{"):
        return None
    held = json.loads(text)
    if held["version"] != HASH_VERSION:
        return None
    return {part: np.frombuffer(base64.b64decode(one), dtype="<u8") for part, one in held["parts"].items()}


def as_loaded(
    hashes: np.ndarray, parts: np.ndarray, carried: int, before: Mapping[str, np.ndarray] | None
) -> dict[str, np.ndarray]:
    """Hashes to remember for each part of a layer.

    Parts that were only carried over keep the hashes they were loaded with: what a person changed in them is still a
    change of theirs.

    Parameters
    ----------
    hashes : array of uint64, shape (n,)
    parts : array of str, shape (n,)
        Part that each row belongs to.
    carried : int
        Number of rows at the end that stood in the layer before.
    before : mapping or None
        What is remembered of the layer so far; None when that is not known.
    """
    loaded = len(hashes) if before is None else len(hashes) - carried
    made = {str(part): hashes[:loaded][parts[:loaded] == part] for part in np.unique(parts[:loaded])}
    if not loaded:
        made = {
            "": hashes[:0]
        }  # a layer without parts that became empty: its former rows are no longer expected
    if before is None:
        return made
    # of a part that has no row any more nothing is expected
    there = {str(part) for part in np.unique(parts)}
    return {part: one for part, one in before.items() if part in there} | made


def changed_rows(before: np.ndarray, now: np.ndarray, coming: np.ndarray | None = None) -> int:
    """How many rows were changed, added or removed, given the hashes of all rows.

    Parameters
    ----------
    before, now : array of uint64
    coming : array of uint64 or None
        Rows that are to take the place of those of now: only changes that they undo are counted.
    """
    added, removed = _without(now, before), _without(before, now)
    if coming is not None:
        other = _without(coming, _without(now, added))  # besides the rows nobody touched
        added, removed = _without(added, other), _without(removed, _without(removed, other))
    return max(len(added), len(removed))


def _without(hashes: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Hashes less the others, each as often as it occurs."""
    known, where = np.unique(np.concatenate([hashes, others]), return_inverse=True)
    left = np.bincount(where[: len(hashes)], minlength=len(known))
    left -= np.bincount(where[len(hashes) :], minlength=len(known))
    return np.repeat(known, np.maximum(left, 0))


def provenance_of(layer: str, outcome: Outcome, run: Run, inputs: dict[str, str], hash_: str) -> Provenance:
    """Provenance of a layer that `run` makes from `outcome`."""
    return Provenance(
        layer=layer,
        run_id=run.run_id,
        algorithm=run.algorithm,
        version=run.version,
        when=run.when,
        source=outcome.source.name,
        licence=outcome.source.licence,
        attribution=outcome.source.attribution,
        state_date=outcome.source.state,
        content_hash=hash_,
        inputs=dict(inputs),
        rows_in=outcome.rows_in,
        rows=len(outcome.frame),
        merged=outcome.merged,
        dropped=dict(outcome.dropped),
        findings=dict(Counter(finding.id for finding in outcome.findings)),
        assumptions=outcome.assumptions,
    )


def to_row(provenance: Provenance) -> dict[str, Any]:
    """Values of the row in the table `provenance`; structures as JSON."""
    row = dict(vars(provenance))
    row["state_date"] = provenance.state_date.isoformat() if provenance.state_date else None
    for name in ("inputs", "dropped", "findings", "assumptions"):
        row[name] = json.dumps(row[name], ensure_ascii=False, sort_keys=True)
    return row


def from_row(row: dict[str, Any]) -> Provenance:
    """Inverse of `to_row`."""
    values = dict(row)
    values["state_date"] = date.fromisoformat(values["state_date"]) if values["state_date"] else None
    for name in ("inputs", "dropped", "findings"):
        values[name] = json.loads(values[name])
    values["assumptions"] = tuple(json.loads(values["assumptions"]))
    return Provenance(**values)
