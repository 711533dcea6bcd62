"""What persons say of single objects, beside the layers: corrected values and findings they have looked at.

The table `edits` only grows: each row is one statement, and the last one on an object and field holds. So it is never
lost with a layer that is loaded again, and it stays known who said what, when and why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pandas as pd

from .database import gdal_errors, insert, open_dataset, transaction
from .schema import TABLES

if TYPE_CHECKING:
    from .workspace import Workspace

TABLE = "edits"
COLUMNS = tuple(name for name, _kind in TABLES[TABLE])
INPUT = f"{TABLE}:"  # in front of a layer's name: what was said of it, as an input of what is made from it


class Action(Enum):
    """What an edit does."""

    CORRECT = "correct"  # `value` holds instead of what the source says
    ACCEPT = "accept"  # the finding was looked at and stays as it is
    WITHDRAW = "withdraw"  # what was said before on this field no longer holds


@dataclass(frozen=True)
class Edit:
    """One statement of a person on one object.

    Attributes
    ----------
    layer, key, field : str
        Layer, key of the object (never a row number), and the column or finding it is about.
    value : str
        The value as text, whatever its type; empty for an empty one.
    original : str
        What the source said when it was made.
    action : Action
    author, reason : str
    edit_id : str
    time : str
        ISO time with zone.
    belongs_to : str
        Where the value is not the object's alone but of something it belongs to, that thing's key: the numbers of the
        CHP plants or of the store. It outlives the object.
    """

    layer: str
    key: str
    field: str
    value: str
    original: str
    action: Action
    author: str
    reason: str
    edit_id: str = field(default_factory=lambda: uuid4().hex)
    time: str = field(
        default_factory=lambda: datetime.now(timezone.utc).astimezone().isoformat("T", "seconds")
    )
    belongs_to: str = ""

    def as_row(self) -> dict[str, Any]:
        """Values of the row in the table."""
        return {**vars(self), "action": self.action.value}


def add_edits(workspace: Workspace, added: Sequence[Edit]) -> None:
    """Add rows to the table, all or none.

    Raises
    ------
    EnactError
        ``workspace_busy``, ``workspace_read_only``, ``disk_full``, ``workspace_write_failed``; nothing was added.
    """
    if not added:
        return
    with workspace.writing(), transaction(workspace.path) as dataset:
        for edit in added:
            insert(dataset, TABLE, edit.as_row())


def add_edit(workspace: Workspace, edit: Edit) -> None:
    """Add one row to the table; raises as `add_edits`."""
    add_edits(workspace, (edit,))


def edits(workspace: Workspace, layer: str) -> pd.DataFrame:
    """Everything that was ever said of a layer's objects, in the order in which it was said.

    What was read counts as an input of what this workspace object writes next, under the name `input_of(layer)`.

    Returns
    -------
    DataFrame of str, shape (n,)
        The columns of the table; empty texts where nothing is said.
    """
    found = _rows(workspace.path)
    frame = found[found["layer"] == layer].reset_index(drop=True)
    workspace.remember_read(input_of(layer), _hash(frame))
    return frame


def input_of(layer: str) -> str:
    """Name under which the edits of a layer stand among the inputs of a provenance."""
    return INPUT + layer


def edit_hashes(path: Path) -> dict[str, str]:
    """Hash of what was said of each layer's objects, by `input_of`; a layer without edits is not in it."""
    found = _rows(path)
    return {input_of(layer): _hash(found[found["layer"] == layer]) for layer in found["layer"].unique()}


def _rows(path: Path) -> pd.DataFrame:
    with gdal_errors(path):
        dataset = open_dataset(path)  # held: its layers go with it
        rows = [tuple(row[name] for name in COLUMNS) for row in dataset.GetLayerByName(TABLE)]
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object).fillna("")


def _hash(frame: pd.DataFrame) -> str:
    """Empty for no edits, as for a layer that is not there."""
    if frame.empty:
        return ""
    # told by the object when the edit was made: nothing new is said by it, and edits of before schema 4 keep their hash
    stated = frame.drop(columns="belongs_to")
    text = json.dumps(stated.to_numpy(dtype=object).tolist(), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
