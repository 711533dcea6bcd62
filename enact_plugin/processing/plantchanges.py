"""enact:plantchanges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingParameterDefinition

from ..layers.messages import step
from . import parameters
from .base import Group, Job, Texts
from .days import DayAlgorithm, day_parameter
from .history_hook import LAYER as HISTORY
from .history_hook import STATES, history_or_stored, in_words, label

if TYPE_CHECKING:
    from ..layers.workspace import Workspace
    from ..outcome import Outcome
    from ..register.history.changes import Changes
    from ..register.history.loads import History

LAYER = "plant_changes"
SOURCE_NAME = "Änderungen der Anlagen"
# output: change
COUNTS = {
    "NEW": "new",
    "RETURNED": "returned",
    "CLOSED": "closed",
    "CHANGED": "changed",
    "MOVED": "moved",
    "GONE": "gone",
}


class PlantChanges(DayAlgorithm):
    """What changed in the register between two of its states."""

    ID = "plantchanges"
    GROUP = Group.REGISTER
    FILES = ("WORKSPACE",)
    NUMBERS = tuple(COUNTS)
    STRINGS = ("FROM_STATE", "TO_STATE")
    REPLACES = True
    DAYS = ("FROM", "TO")

    def texts(self) -> Texts:
        """Name, help and tags in the user's language."""
        return Texts(
            self.tr("Changes of the plants between two dates"),
            self.tr("Compares the register of energy plants as it was on two dates."),
            self.tr(
                "Each load of the plants is kept in the workspace: 'plants_states' lists the states of the register, "
                "'plants_history' holds what it said of each unit and since when. This algorithm compares two dates "
                "and writes the layer 'plant_changes': units that are new, gone, back again, closed, moved or changed, "
                "with the values before and after. A unit with several changes stands there once, under the one that "
                "says most. For each date the last state loaded on or before it counts; a date before the first is "
                "refused, with the dates there are. What planners corrected is no change of the register."
            ),
            "MaStR, Marktstammdatenregister, Verlauf, Änderungen, Zubau, Stilllegung, Vergleich, Stand",
        )

    def parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the workspace and two dates."""
        return [
            parameters.existing_workspace(),
            day_parameter(
                "FROM", self.tr("From date"), self.tr("Without it, the state before that of the second date.")
            ),
            day_parameter("TO", self.tr("To date"), self.tr("Without it, the last state that was loaded.")),
        ]

    def compute(self, job: Job) -> dict[str, Any]:
        """Compare, store, tell."""
        from ..register.history.changes import changes_between, days_to_compare

        workspace = job.existing_workspace()
        job.refuse_edit_mode(workspace, LAYER)
        job.progress(0.0, "comparing_states")
        history = history_or_stored(workspace)
        first, second = days_to_compare(history, *self.days(job.parameters).values())
        changes = changes_between(history, first, second, workspace.crs)
        job.store(
            workspace,
            LAYER,
            _outcome(changes, history, workspace),
            (HISTORY, STATES),
            job.progress.part(0.3, 1.0),
        )
        _tell(job, changes)
        _tell_limits(job, changes, history)
        return {
            "WORKSPACE": str(workspace.path),
            "FROM_STATE": f"{changes.first:%Y-%m-%d}",
            "TO_STATE": f"{changes.second:%Y-%m-%d}",
            **{name: changes.counts[change] for name, change in COUNTS.items()},
        }


def _outcome(changes: Changes, history: History, workspace: Workspace) -> Outcome:
    """Layer with the rights of the states it compares."""
    from ..outcome import Outcome, Source

    before = workspace.provenance(HISTORY)
    states = history.states.set_index("state").reindex([changes.first, changes.second])
    rights = "; ".join(dict.fromkeys(states["attribution"].dropna()))
    source = Source(
        name=f"{SOURCE_NAME} ({changes.first:%d.%m.%Y} – {changes.second:%d.%m.%Y})",
        licence=before.licence if before else "",
        attribution=rights,
        state=changes.second,
    )
    return Outcome(changes.frame, source, len(changes.frame))


def _tell(job: Job, changes: Changes) -> None:
    """What changed in all, and by carrier with the power of what exists."""
    push = job.feedback.pushInfo
    days = {"first": f"{changes.first:%d.%m.%Y}", "second": f"{changes.second:%d.%m.%Y}"}
    if not any(changes.counts.values()):
        push(step("plants_unchanged_between", **days))
        return
    push(step("plants_changed_between", **days, values=in_words(changes.counts)))
    if changes.started:
        push("  " + step("plants_started", count=changes.started))
    for carrier, row in changes.carriers.iterrows():
        counted = in_words({name: int(row[name]) for name in COUNTS.values()})
        kind = label("carrier", str(carrier))
        kw = {"old": float(row["gross_before_kw"]), "kw": float(row["gross_after_kw"])}
        if counted:
            push("  " + step("plants_changed_of_carrier", kind=kind, values=counted, **kw))
        else:  # of what changed here the carrier is another now
            push("  " + step("plants_left_carrier", kind=kind, **kw))


def _tell_limits(job: Job, changes: Changes, history: History) -> None:
    """What of the comparison is to be known: states that were not whole, and changes without a place."""
    from ..register.history.undelivered import in_words as partial_in_words

    push = job.feedback.pushInfo
    compared = history.states[history.states["state"].dt.date.isin([changes.first, changes.second])]
    partial = compared.set_index("state")["partial"].dropna().map(partial_in_words)
    for day, text in partial[partial != ""].items():
        push("  " + step("changes_partial", date=f"{day:%d.%m.%Y}", values=text))
    if changes.told_late:
        push("  " + step("changes_told_late", count=changes.told_late))
    unlocated = int(changes.frame.geometry.isna().sum())
    if unlocated:
        push("  " + step("changes_unlocated", count=unlocated, total=len(changes.frame)))
