"""The one place where the layers of the plants are made: from the register as read, or anew from what is stored.

What the register says, then what planners say of single units, then the points of published addresses, then the
findings, the sums by area, and the history of the register.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..errors import EnactError
from ..layers.messages import describe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geopandas import GeoDataFrame, GeoSeries

    from ..errors import Finding
    from ..layers.provenance import Provenance
    from ..layers.workspace import Workspace
    from ..outcome import Outcome, Source
    from ..progress import Progress
    from ..register.review.registered import Corrected
    from .areas import Area
    from .base import Job

PLANTS, FINDINGS, SUMS = "plants", "plant_findings", "plants_by_area"
HISTORY = ("plants_history", "plants_states")
DEGREES = "EPSG:4326"
FINDINGS_SOURCE = "Auffälligkeiten der Anlagen"


@dataclass(frozen=True)
class _Made:
    """Plants with all that is said of them, and what they were made from."""

    outcome: Outcome
    degrees: GeoSeries
    edits: Any
    inputs: tuple[str, ...]


def store_plants(
    job: Job, workspace: Workspace, outcome: Outcome, area: Area, progress: Progress
) -> Provenance:
    """Store the register as read: `plants`, `plant_findings`, `plants_by_area` and the history.

    Parameters
    ----------
    job : Job
        Its parameter DISTRICTS, if it has one, is used for the sums.
    workspace : Workspace
    outcome : Outcome
        What a reader of the register returns: plants in EPSG:4326, as registered.
    area : Area
        As `areas.area_of` returns it; the outcome's findings were made with its boundary.
    progress : Progress

    Returns
    -------
    Provenance
        Of `plants`.

    Raises
    ------
    EnactError
        ``plants_edited`` where somebody changed rows by hand, besides those of `Job.store`; nothing was written.
    """
    from ..layers.frames import reproject
    from ..register.history.personal import nameless
    from ..register.review.findings_table import values_told
    from ..register.unread import gaps_of
    from .history_hook import enter_history, record_history

    # kept with the layer: sums that are made from it later are no more complete than it is
    outcome = replace(outcome, assumptions=(*outcome.assumptions, *gaps_of(outcome)))
    degrees = outcome.frame.geometry
    registered = replace(outcome, frame=outcome.frame.set_geometry(reproject(degrees, workspace.crs)))
    entered = enter_history(job, workspace, registered, degrees)
    registered = replace(
        registered,
        # of whom an earlier load said it is a person keeps no name because this one does not say it
        frame=nameless(registered.frame, entered.history.frame),
        assumptions=(*registered.assumptions, *entered.gaps),
    )
    told = values_told(outcome.findings)
    made = _made(workspace, registered, degrees, area, told)
    derived = _derived(job, workspace, made, told)
    for layer in (FINDINGS, *HISTORY):
        job.refuse_edit_mode(workspace, layer)
    job.refuse_edited(workspace, SUMS, derived.sums)
    with _review_named():
        row = job.store(workspace, PLANTS, made.outcome, made.inputs, progress.part(0.0, 0.6))
    # from here on what was begun is finished: new plants beside old sums would be half a load
    progress = progress.to_the_end()
    record_history(job, workspace, entered, progress.part(0.6, 0.8))
    _store_derived(job, workspace, derived, progress.part(0.8, 1.0))
    return row


def refresh_plants(
    job: Job,
    workspace: Workspace,
    registered: Corrected,
    area: Area,
    progress: Progress,
    units: Collection[str] = (),
) -> Provenance:
    """Make the layers of the plants anew from the ones stored, with the edits there are now.

    Parameters
    ----------
    job : Job
    workspace : Workspace
        Through which the plants were read.
    registered : Corrected
        `as_registered` of `stored_plants`.
    area : Area
    progress : Progress
    units : collection of str
        Units that were reviewed: where an accepted finding of theirs is open again, it is said.

    Raises
    ------
    EnactError
        ``plants_changed_meanwhile`` where they were loaded again since they were read, besides those of `Job.store`.
    """
    from ..outcome import Outcome
    from ..register.review.offending import findings_of

    before = workspace.provenance(PLANTS)
    outcome = Outcome(
        frame=registered.plants,
        source=_source(before),
        rows_in=before.rows_in,
        dropped=before.dropped,
        merged=before.merged,
        findings=tuple(findings_of(registered.plants, registered.degrees)),
        assumptions=before.assumptions,
    )
    read = workspace.input_hashes((PLANTS,))[PLANTS]
    told = told_before(workspace)
    made = _made(workspace, outcome, registered.degrees, area, told)
    derived = _derived(job, workspace, made, told)
    if workspace.provenance(PLANTS).content_hash != read:
        raise EnactError("plants_changed_meanwhile", path=workspace.path.name)
    row = job.store(
        workspace, PLANTS, made.outcome, made.inputs, progress.part(0.0, 0.6), findings_told=False
    )
    _store_derived(job, workspace, derived, progress.part(0.6, 1.0), findings_told=False)
    for finding in made.outcome.findings:
        if finding.id == "accepted_values_changed" and finding.key in units:
            job.feedback.pushInfo("  " + describe(finding))
    return row


def stored_plants(workspace: Workspace, progress: Progress) -> Corrected:
    """Layer `plants` as EnAct wrote it, and its places in degrees.

    Raises
    ------
    EnactError
        ``plants_missing`` where no register was loaded, ``plants_edited_by_hand`` where somebody changed rows.
    """
    from ..layers.frames import reproject
    from ..register.review.registered import Corrected
    from .inputs import read_if_present

    plants = read_if_present(workspace, PLANTS) if workspace.provenance(PLANTS) else None
    if plants is None:
        raise EnactError("plants_missing", path=workspace.path.name)
    # a value changed in the attribute table would be taken for the register's own
    edited = workspace.edited_rows(PLANTS, progress=progress)
    if edited:
        raise EnactError("plants_edited_by_hand", count=edited, path=workspace.path.name)
    return Corrected(plants, reproject(plants.geometry, DEGREES))


def _source(row: Provenance) -> Source:
    from ..outcome import Source

    return Source(row.source, row.licence, row.attribution, row.state_date)


def told_before(workspace: Workspace) -> dict[tuple[str, str], str]:
    """What the findings stored are about: the plants do not keep all of it."""
    from .inputs import read_if_present

    frame = read_if_present(workspace, FINDINGS)
    if frame is None:
        return {}
    known = frame[frame["offending_values"].notna()]
    return dict(zip(zip(known["mastr_id"], known["finding"]), known["offending_values"]))


# ---- made


def _made(
    workspace: Workspace,
    registered: Outcome,
    degrees: GeoSeries,
    area: Area,
    told: Mapping[tuple[str, str], str],
) -> _Made:
    """Plants with the planners' edits and the points of addresses."""
    from ..layers.edits import edits, input_of
    from ..layers.frames import reproject
    from ..register.review.corrections import Corrected, accept, correct
    from .finding_texts import worded
    from .place_plants import match_addresses, with_rights_of_places

    said = edits(workspace, PLANTS)
    boundary = area.in_crs(DEGREES)
    corrected = correct(
        registered.frame, degrees, said, lambda points: reproject(points, workspace.crs), boundary
    )
    placed, found, layers = match_addresses(workspace, corrected.plants)
    done = accept(Corrected(placed, corrected.degrees, corrected.findings), said, told)
    outcome = replace(
        registered,
        frame=done.plants,
        source=with_rights_of_places(workspace, done.plants, _as_changed(registered.source, done.plants)),
        findings=(*worded(done.findings), *found, *_still_found(registered.findings, done)),
    )
    return _Made(outcome, done.degrees, said, (*area.inputs, *layers, input_of(PLANTS)))


def _as_changed(source: Source, plants: GeoDataFrame) -> Source:
    """Origin that says so where values were corrected, as dl-de/by-2-0 asks; the register's own words come first."""
    from ..cartography.texts import map_text

    mark = ", " + map_text("data_changed")
    own, *others = source.attribution.split("; ")
    own = own.removesuffix(mark)
    changed = plants["original_values"].notna().any()
    return replace(source, attribution="; ".join([own + mark if changed else own, *others]))


def _still_found(findings: tuple[Finding, ...], done: Any) -> tuple[Finding, ...]:
    """Findings of the register without those that were accepted or corrected, and what corrected values show."""
    from ..register.review.offending import codes, findings_of

    rows = codes(done.plants["findings"])
    here = set(zip(done.plants["mastr_id"].reindex(rows.index).fillna(""), rows))
    units = set(done.plants["mastr_id"].dropna())
    kept = [one for one in findings if one.key not in units or (one.key, one.id) in here]
    known = {(one.key, one.id) for one in kept}
    changed = done.plants[done.plants["original_values"].notna()]
    new = [one for one in findings_of(changed, done.degrees) if one.key and (one.key, one.id) not in known]
    return (*kept, *new)


@dataclass(frozen=True)
class _Derived:
    """What is made from the plants, made before anything is written: what stops it stops the whole."""

    findings: Outcome
    sums: Outcome
    inputs: tuple[str, ...]


def _derived(job: Job, workspace: Workspace, made: _Made, told: Mapping[tuple[str, str], str]) -> _Derived:
    from .plant_sums import summed

    return _Derived(_findings(made, told), *summed(job, workspace, made.outcome))


def _store_derived(
    job: Job, workspace: Workspace, derived: _Derived, progress: Progress, findings_told: bool = True
) -> None:
    """Findings and sums, once the plants stand; where they are only made anew, nobody is told it all again."""
    from ..layers.edits import input_of

    inputs = (PLANTS, input_of(PLANTS))
    job.store(workspace, FINDINGS, derived.findings, inputs, progress.part(0.0, 0.5), derived=True)
    job.store(workspace, SUMS, derived.sums, derived.inputs, progress.part(0.5, 1.0), findings_told)


@contextmanager
def _review_named() -> Iterator[None]:
    """Name, where rows changed by hand stop a load, the way in which changes last."""
    try:
        yield
    except EnactError as error:
        if error.code != "layer_edited":
            raise
        raise EnactError("plants_edited", **error.params) from error


def _findings(made: _Made, told: Mapping[tuple[str, str], str]) -> Outcome:
    from ..outcome import Outcome
    from ..register.review.findings_table import findings_table
    from .finding_texts import sentences

    table = findings_table(made.outcome.frame, made.degrees, made.edits, told)
    source = replace(made.outcome.source, name=f"{FINDINGS_SOURCE}; {made.outcome.source.name}")
    return Outcome(table.assign(sentence=sentences(table)), source, len(table))
