"""Where each layer of the workspace comes from: one run, one source, one account of rows."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np
import pandas as pd
import shapely

from ..outcome import Outcome

if TYPE_CHECKING:
    from geopandas import GeoDataFrame


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
    """

    algorithm: str
    parameters: dict[str, Any]
    version: str
    who: str
    run_id: str = field(default_factory=lambda: uuid4().hex)
    when: str = field(
        default_factory=lambda: datetime.now(timezone.utc).astimezone().isoformat("T", "seconds")
    )


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
        Independent of the order of rows.
    inputs : dict
        Layer to content hash at the time it was read.
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


def content_hash(frame: pd.DataFrame, geometry: GeoDataFrame | None = None) -> str:
    """SHA-256 over all rows, whatever their order.

    Parameters
    ----------
    frame : DataFrame, shape (n,)
        Attributes.
    geometry : array of geometry or None, shape (n,)

    Returns
    -------
    str
        Hexadecimal.
    """
    hashes = pd.util.hash_pandas_object(frame.astype(str), index=False).to_numpy()
    if geometry is not None:
        blobs = shapely.to_wkb(np.asarray(geometry, dtype=object))
        shapes = np.fromiter(
            (0 if blob is None else int.from_bytes(hashlib.blake2b(blob, digest_size=8).digest(), "little")
             for blob in blobs),
            dtype=np.uint64, count=len(blobs),
        )  # fmt: skip
        hashes = hashes * np.uint64(31) + shapes
    return hashlib.sha256(np.sort(hashes).tobytes()).hexdigest()


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
