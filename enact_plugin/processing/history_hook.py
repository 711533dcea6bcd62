"""The history of the register: what each load of the plants leaves in it, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from ..errors import EnactError
from ..layers.messages import describe, number, step
from ..reference.values import values

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd
    from geopandas import GeoSeries

    from ..layers.workspace import Workspace
    from ..outcome import Outcome, Source
    from ..progress import Progress
    from ..register.history.dating import State
    from ..register.history.loads import History
    from .base import Job

LAYER, STATES, PLANTS = "plants_history", "plants_states", "plants"
DEGREES = "EPSG:4326"
SOURCE_NAME = "Verlauf der Anlagen"
ROWS_AT_ONCE = 20_000


@dataclass(frozen=True)
class Entered:
    """The history with a load in it, not yet stored.

    Attributes
    ----------
    history : History
    source : Source
        Of the history.
    gaps : tuple of str
        Code of the assumption that the load is an excerpt, and which; empty where it is none.
    """

    history: History
    source: Source
    gaps: tuple[str, ...] = ()


def enter_history(job: Job, workspace: Workspace, outcome: Outcome, degrees: GeoSeries) -> Entered:
    """Enter the register as it was just loaded into the history, without writing anything.

    Plants that were loaded before there was a history are entered first: they are the state before. A file that holds
    a part only is entered where the user said so (EXCERPT).

    Parameters
    ----------
    job : Job
    workspace : Workspace
    outcome : Outcome
        Plants as registered, without what planners say of them, in the workspace's CRS.
    degrees : GeoSeries
        Their places as published, in EPSG:4326.

    Raises
    ------
    EnactError
        ``plants_would_shrink``.
    """
    from ..register.history.dating import DATA, dated_by, state_of
    from ..register.history.loads import history_after
    from ..register.unread import EXCERPT, gaps_of

    told = (EXCERPT,) if job.flag("EXCERPT") else ()  # also of an export that somebody has cut
    state = replace(
        state_of(outcome.source, job.run().run_id, gaps=(*gaps_of(outcome), *told)),
        delivered=outcome.delivered,
        whole=outcome.whole,
    )
    if state.dated == DATA:
        state = replace(state, dated=dated_by(outcome, job.given("STATE_DATE"), job.flag("WHOLE")))
    before = read_history(workspace)
    known = history_or_stored(workspace, before)
    if not (state.whole and not state.gaps) and not job.flag("EXCERPT"):
        _refuse_to_shrink(workspace, known, outcome, state)
    history = history_after(known, outcome.frame, state, degrees)
    if known is not before:
        history = replace(history, frame_changed=True, states_changed=True)
    source = _source(outcome.source, max(history.states["state"]).date())
    gaps = _excerpt(known, history, outcome) if history.excerpt else ()
    return Entered(history, source, gaps)


def _excerpt(before: History, after: History, outcome: Outcome) -> tuple[str, ...]:
    """Which excerpt a load is, by what it lacks of the state before."""
    from ..register.history.undelivered import taken_apart
    from ..register.history.versions import versions_at
    from ..register.unread import excerpt_of

    row, loaded = _row_of(after), outcome.frame
    earlier = versions_at(before.frame, row["state"])
    missing = earlier.loc[~earlier["mastr_id"].isin(loaded["mastr_id"]), "carrier"]
    return excerpt_of(taken_apart(row["partial"]), missing, loaded["carrier"])


def _refuse_to_shrink(workspace: Workspace, known: History, outcome: Outcome, state: State) -> None:
    """Stop before a file that holds a part takes plants away.

    It is measured by the last state of the history: the plants that stand there may be an excerpt already. What takes
    none of these away, as the same excerpt once more, is let pass.

    Raises
    ------
    EnactError
        ``plants_would_shrink``.
    """
    import pandas as pd

    from ..register.history.loads import snapshot_at, snapshot_day, state_days
    from ..register.history.undelivered import taken_away
    from ..register.history.versions import typed

    there = bool(state_days(known))
    last = snapshot_at(known, snapshot_day(known)) if there else typed(_rows(workspace, PLANTS), PLANTS)
    coming = outcome.frame["mastr_id"]
    away = taken_away(last, coming, pd.Timestamp(state.day))
    if away and not typed(_rows(workspace, PLANTS), PLANTS)["mastr_id"].dropna().isin(coming).all():
        raise EnactError("plants_would_shrink", count=away[0], total=away[1])


def _row_of(history: History) -> pd.Series:
    """The row of `plants_states` the last load was entered as."""
    return history.states[history.states["state"].dt.date == history.day].iloc[-1]


def history_or_stored(workspace: Workspace, history: History | None = None) -> History:
    """History stored in a workspace; where it is empty, that of the plants which stand there."""
    history = history or read_history(workspace)
    return history if len(history.states) else _with_stored_plants(workspace, history)


def _with_stored_plants(workspace: Workspace, empty: History) -> History:
    """History of the plants that stand in a workspace of before there was one; empty where there are none.

    Rows that somebody changed by hand are not the register's: then nothing is entered.
    """
    from ..layers.frames import reproject
    from ..outcome import Source
    from ..register.history.dating import state_of
    from ..register.history.loads import history_after
    from ..register.review.registered import as_registered
    from .inputs import read_if_present

    row = workspace.provenance(PLANTS)
    plants = read_if_present(workspace, PLANTS) if row else None
    if plants is None or not len(plants) or workspace.edited_rows(PLANTS):
        return empty
    stored = as_registered(plants, reproject(plants.geometry, DEGREES))
    state = state_of(Source(row.source, row.licence, row.attribution, row.state_date), row.run_id)
    return history_after(empty, stored.plants, state, stored.degrees)


def record_history(job: Job, workspace: Workspace, entered: Entered, progress: Progress) -> None:
    """Store `plants_history` and `plants_states`.

    Called when the plants stand. Killed before, the next load enters what is missing: the history knows its own last
    state and is never compared with the layer `plants`.

    Parameters
    ----------
    job : Job
    workspace : Workspace
    entered : Entered
    progress : Progress

    Raises
    ------
    EnactError
        Those of `Job.store`.
    """
    history = entered.history
    if history.frame_changed:
        _store(job, workspace, LAYER, history.frame, entered.source, progress.part(0.0, 0.9))
    # after the versions: a list that is one short is mended by them, a state without versions would be none
    if history.states_changed:
        _store(job, workspace, STATES, history.states, entered.source, progress.part(0.9, 1.0))
    _tell(job, history, f"{history.day:%d.%m.%Y}")


def read_history(workspace: Workspace) -> History:
    """History stored in a workspace; empty where no register was loaded yet."""
    from ..register.history.loads import History
    from ..register.history.versions import typed

    return History(*(typed(_stored(workspace, layer), layer) for layer in (LAYER, STATES)))


def _stored(workspace: Workspace, layer: str) -> pd.DataFrame:
    """Rows of a table of the history, which is then an input of what is made of it."""
    provenance = workspace.provenance(layer)
    rows = _rows(workspace, layer)
    workspace.remember_read(layer, provenance.content_hash if provenance else "")
    return rows


def _rows(workspace: Workspace, layer: str) -> pd.DataFrame:
    """Rows without their geometry, in one look at the file: by QGIS' features it takes many times as long."""
    import pandas as pd

    from ..layers.database import connect, gdal_errors, stored_rows

    with gdal_errors(workspace.path), closing(connect(workspace.path)) as connection:
        parts = [attributes for attributes, _places in stored_rows(connection, layer, ROWS_AT_ONCE)]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(index=range(0))


def _source(source: Source, newest: date) -> Source:
    return replace(source, name=f"{SOURCE_NAME}; {source.name}", state=newest)


def _store(
    job: Job, workspace: Workspace, layer: str, frame: pd.DataFrame, source: Source, progress: Progress
) -> None:
    """Replace a table of the history; what somebody changed in it was read, and stands in what is written."""
    from ..outcome import Outcome

    job.store(workspace, layer, Outcome(frame, source, len(frame)), progress=progress, derived=True)


def _tell(job: Job, history: History, day: str) -> None:
    """What changed since the state before, and what is to be known of this one."""
    push = job.feedback.pushInfo
    changes = {name: count for name, count in history.counts.items() if count}
    if not changes:
        push(step("history_unchanged", date=day))
    elif len(history.states) == 1:
        push(step("history_first_state", date=day, units=changes.get("first", 0)))
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
