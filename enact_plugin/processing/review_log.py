"""What a review changed, unit by unit, and what is open at these units afterwards: lines for the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Callable

from ..layers.messages import step
from .finding_texts import NONE, measured, values_said

if TYPE_CHECKING:
    import pandas as pd

    from ..layers.edits import Edit
    from ..register.review.registered import Corrected
    from .base import Job

MOST_LINES = 20


def changes(
    added: Sequence[Edit], now: Corrected, before: Corrected, after: Callable[[], pd.DataFrame]
) -> list[str]:
    """Line for each statement: unit, field or finding, value before and after; of plants for each unit that changed.

    Parameters
    ----------
    added : sequence of Edit
    now : Corrected
        Plants with the edits before these.
    before : Corrected
        Plants as registered.
    after : callable
        Reads the plants with these, where something was said of a plant.
    """
    told = _told_of(added, now.plants, before.plants, after)
    lines = [_change(edit, now, before) for edit in told[:MOST_LINES]]
    left = len(told) - len(lines)
    return [*lines, step("review_more", count=left)] if left else lines


def _told_of(
    added: Sequence[Edit], now: pd.DataFrame, before: pd.DataFrame, after: Callable[[], pd.DataFrame]
) -> list[Edit]:
    """Edits as they are told, of each unit and field once: those made, and what of a plant follows from them."""
    from ..layers.edits import Action
    from ..register.review.correctable import OF_THE_PLANT

    told = {(edit.key, edit.field): edit for edit in _of_present(added, before)}
    fields = list(dict.fromkeys(edit.field for edit in added if edit.field in OF_THE_PLANT))
    present = after() if fields else now
    for field in fields:
        source = next(edit for edit in added if edit.field == field)
        for unit, registered, value in _changed(field, now, before, present):
            action = source.action if value == registered else Action.CORRECT
            if source.action is Action.WITHDRAW or (unit, field) not in told:
                told[unit, field] = replace(source, key=unit, value=value, action=action)
    return list(told.values())


def _of_present(added: Sequence[Edit], plants: pd.DataFrame) -> list[Edit]:
    """Edits whose unit is there and, where they are about its plants, still belongs to these."""
    import pandas as pd

    from ..register.review.former import numbers_meant
    from ..register.review.of_plants import numbers_said

    frame = pd.DataFrame([edit.as_row() for edit in added])
    units = plants[plants["mastr_id"].isin(frame["key"])]
    numbers = {
        (unit, field): number
        for field in frame["field"].unique()
        for unit, number in zip(units["mastr_id"], numbers_said(units, field))
    }
    return [
        edit
        for edit, meant in zip(added, numbers_meant(frame))
        if (edit.key, edit.field) in numbers and meant in ("", numbers[edit.key, edit.field])
    ]


def _changed(
    field: str, now: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame
) -> list[tuple[str, str, str]]:
    """Units whose value is another than before the run, with the register's and the new one as texts of an edit."""
    from ..register.review.correctable import as_text

    now, before, after = (
        plants[plants["mastr_id"].notna()].drop_duplicates("mastr_id").set_index("mastr_id")[field]
        for plants in (now, before, after)
    )
    after = after.reindex(now.index)
    differs = ~(now == after).fillna(False) & ~(now.isna() & after.isna())
    units = now.index[differs.to_numpy(dtype=bool)]
    return [(unit, as_text(before[unit]), as_text(after[unit])) for unit in units]


def _change(edit: Edit, now: Corrected, before: Corrected) -> str:
    from ..layers.edits import Action
    from ..register.review.corrections import FINDING

    code = edit.field[len(FINDING) :] if edit.field.startswith(FINDING) else ""
    if code and edit.action is Action.ACCEPT:
        return step("review_accepted", unit=edit.key, finding=code, value=values_said(edit.original) or NONE)
    if code:
        return step("review_reopened", unit=edit.key, finding=code)
    old = _text(now, edit)
    if edit.action is Action.WITHDRAW:
        return step("review_withdrawn", unit=edit.key, columns=edit.field, old=old, value=_text(before, edit))
    return step(
        "review_corrected", unit=edit.key, columns=edit.field, old=old, value=measured(edit.field, edit.value)
    )


def _text(corrected: Corrected, edit: Edit) -> str:
    """Value of a plant table that an edit is about, as a person reads it."""
    from ..register.review.corrections import registered_texts

    rows = corrected.plants.index[corrected.plants["mastr_id"] == edit.key]
    texts = registered_texts(corrected.plants, corrected.degrees, edit.field, rows[:1])
    return measured(edit.field, texts[0] if texts else "")


def tell_open(job: Job, added: Sequence[Edit], findings: pd.DataFrame, before: Corrected) -> None:
    """Say which findings of units that were corrected are open, and warn of those that the new value has.

    Parameters
    ----------
    job : Job
    added : sequence of Edit
    findings : DataFrame
        Layer `plant_findings` with these edits.
    before : Corrected
        Plants with the edits before these.
    """
    import numpy as np

    from ..layers.edits import Action
    from ..register.review.offending import codes

    changed = [edit for edit in added if edit.action is Action.CORRECT]
    fields = {field for edit in changed for field in _meant(edit.field)}
    units = {edit.key for edit in changed}
    rows = findings[findings["mastr_id"].isin(units) & (findings["state"] == "open")]
    listed = codes(before.plants["findings"])
    known = set(zip(before.plants.loc[listed.index, "mastr_id"], listed))
    concerned = np.array(
        [
            (key, code) not in known or bool(fields.intersection((named or "").split(", ")))
            for key, code, named in zip(rows["mastr_id"], rows["finding"], rows["fields"])
        ],
        dtype=bool,
    )
    _warn(job, rows[concerned].head(MOST_LINES))
    others = rows[~concerned].groupby("mastr_id", sort=True)["finding"].agg(", ".join)
    for key, open_ in others.head(MOST_LINES).items():
        job.feedback.pushInfo(step("review_still_open", unit=key, findings=open_))


def _meant(field: str) -> Iterable[str]:
    """Columns by which a finding names this field."""
    from ..register.review.correctable import COORDINATES
    from ..register.review.offending import DEGREES

    return DEGREES if field == COORDINATES else (field,)


def _warn(job: Job, rows: pd.DataFrame) -> None:
    present = rows["corrected_values"].where(rows["corrected_values"].notna(), rows["offending_values"])
    for key, code, text in zip(rows["mastr_id"], rows["finding"], present.fillna("")):
        job.feedback.pushWarning(
            step("review_finding_of_value", unit=key, finding=code, value=values_said(text) or NONE)
        )
