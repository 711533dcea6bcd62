"""The history of the register: what each load of the plants leaves in it, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from ..layers.messages import describe, number, step
from ..reference.values import values

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from ..layers.workspace import Workspace
    from ..outcome import Outcome, Source
    from ..register.history.loads import History
    from .base import Job

LAYER, STATES = "plants_history", "plants_states"
SOURCE_NAME = "Verlauf der Anlagen"
ROWS_AT_ONCE = 20_000


def record_history(job: Job, workspace: Workspace, outcome: Outcome) -> None:
    """Enter the register as it was just loaded into `plants_history` and `plants_states`.

    Called when the plants stand. Killed before, the next load enters what is missing: the history knows its own last
    state and is never compared with the layer `plants`.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    outcome : Outcome
        Plants as registered, without what planners say of them, in the workspace's CRS.

    Raises
    ------
    EnactError
        Those of `Job.store`.
    """
    from ..register.history.loads import history_after, state_of

    state = state_of(outcome.source, job.run().run_id)
    history = history_after(read_history(workspace), outcome.frame, state)
    source = _source(outcome.source, max(history.states["state"]).date())
    if history.frame_changed:
        _store(job, workspace, LAYER, history.frame, source)
    # after the versions: a list that is one short is mended by them, a state without versions would be none
    if history.states_changed:
        _store(job, workspace, STATES, history.states, source)
    _tell(job, history, f"{state.day:%d.%m.%Y}")


def read_history(workspace: Workspace) -> History:
    """History stored in a workspace; empty where no register was loaded yet."""
    from ..register.history.loads import History
    from ..register.history.versions import typed

    return History(*(typed(_stored(workspace, layer), layer) for layer in (LAYER, STATES)))


def _stored(workspace: Workspace, layer: str) -> pd.DataFrame:
    """Rows of a table without geometry, in one look at the file: by QGIS' features it takes many times as long."""
    import pandas as pd

    from ..layers.database import connect, gdal_errors, stored_rows

    provenance = workspace.provenance(layer)
    with gdal_errors(workspace.path), closing(connect(workspace.path)) as connection:
        parts = [attributes for attributes, _none in stored_rows(connection, layer, ROWS_AT_ONCE)]
    workspace.remember_read(layer, provenance.content_hash if provenance else "")
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(index=range(0))


def _source(source: Source, newest: date) -> Source:
    return replace(source, name=f"{SOURCE_NAME}; {source.name}", state=newest)


def _store(job: Job, workspace: Workspace, layer: str, frame: pd.DataFrame, source: Source) -> None:
    from ..outcome import Outcome

    job.store(workspace, layer, Outcome(frame, source, len(frame)))


def _tell(job: Job, history: History, day: str) -> None:
    """What changed since the state before, and what is to be known of this one."""
    push = job.feedback.pushInfo
    changes = {name: count for name, count in history.counts.items() if count}
    if not history.frame_changed:
        push(step("history_unchanged", date=day))
    elif "first" in changes:
        push(step("history_first_state", date=day, units=changes["first"]))
    else:
        push(step("history_changes", date=day, values=in_words(changes)))
    for finding in history.findings:
        push("  " + describe(finding))


def in_words(counts: Mapping[str, int]) -> str:
    """Numbers of each change in the user's language: "neu: 3; stillgelegt: 1"."""
    parts = [f"{label('plant_change', name)}: {number(count)}" for name, count in counts.items() if count]
    return "; ".join(parts)


def label(values_list: str, code: str) -> str:
    """Label of a code in the user's language; the code itself where the list lacks it."""
    language = "de" if QgsApplication.locale().startswith("de") else "en"
    return next((value.label(language) for value in values(values_list) if value.code == code), code)
