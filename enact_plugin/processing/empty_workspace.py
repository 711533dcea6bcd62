"""A workspace that a run made and put nothing into: the next run would take it for one that somebody wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..layers.workspace import Workspace

_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def remove_empty(workspace: Workspace) -> None:
    """Remove the file of a workspace that was made by this object, if it has no layer.

    Raises
    ------
    EnactError
        Somebody else writes it.
    OSError
        Somebody else reads it.
    """
    from ..layers.database import one_writer

    if not workspace.made:
        return
    with one_writer(workspace.path):
        if workspace.layers() or workspace.all_provenance():
            return
        for ending in ("", *_BESIDE):
            workspace.path.with_name(workspace.path.name + ending).unlink(missing_ok=True)
