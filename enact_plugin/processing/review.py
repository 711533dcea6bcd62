"""What a planner says of units in one run, turned into edits; refused before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import EnactError

if TYPE_CHECKING:
    import pandas as pd

    from ..fields.numbers import Decimal
    from ..layers.edits import Edit
    from ..register.review.offending import Told
    from ..register.review.registered import Corrected

ALL = "all"
MOST_NAMED = 10  # units an error names


@dataclass(frozen=True)
class Statement:
    """What was said, as it was entered.

    Attributes
    ----------
    action : str
        accept, correct or withdraw.
    units : tuple of str
        MaStR numbers.
    finding : str
        Finding that is accepted, or ``all``.
    field, value : str
        Field and corrected value, as entered.
    author, reason : str
    decimal : Decimal or None
        Mark of decimals of who entered it, where that is known.
    """

    action: str
    units: tuple[str, ...]
    finding: str
    field: str
    value: str
    author: str
    reason: str
    decimal: Decimal | None = None


def edits_of(
    statement: Statement, before: Corrected, now: Corrected, said: pd.DataFrame, told: Told
) -> list[Edit]:
    """Edits that a statement makes.

    Parameters
    ----------
    statement : Statement
    before : Corrected
        Plants as registered.
    now : Corrected
        Plants with the edits made so far.
    said : DataFrame, shape (e,)
        The edits made so far.
    told : mapping
        What the findings stored are about, where the plants do not keep it.

    Raises
    ------
    EnactError
        ``edit_reason_missing``, ``edit_value_not_wanted``, ``edit_units_missing``, ``edit_unit_unknown``,
        ``edit_finding_not_open``, ``edit_no_finding_open``, ``edit_nothing_to_withdraw``, ``edit_field_missing``,
        ``edit_value_same``, ``edit_of_several_plants``, ``edit_place_unpublished``, and those of
        `correctable.entered`; nothing was written.
    """
    from ..layers.edits import Action

    if not statement.reason:
        raise EnactError("edit_reason_missing")
    _refuse_forgotten_value(statement)
    if not statement.units:
        raise EnactError("edit_units_missing")
    known = set(now.plants["mastr_id"].dropna())
    _refuse("edit_unit_unknown", [unit for unit in statement.units if unit not in known])
    if statement.action == Action.ACCEPT.value:
        return _accepting(statement, before, now, told)
    if statement.action == Action.WITHDRAW.value:
        return _withdrawing(statement, now.plants, said)
    return _correcting(statement, before, now, said)


def _refuse_forgotten_value(statement: Statement) -> None:
    """Refuse a value where none is taken: who enters one means to correct."""
    from ..layers.edits import Action

    fields = {
        Action.ACCEPT.value: (statement.field, statement.value),
        Action.WITHDRAW.value: (statement.value,),
    }
    given = [text for text in fields.get(statement.action, ()) if text]
    if given:
        raise EnactError(
            "edit_value_not_wanted", columns=statement.field or "–", value=statement.value or "–"
        )


def _refuse(code: str, units: Sequence[str], **values: str) -> None:
    """Refuse the run for these units, if there are any."""
    if units:
        shown = ", ".join(units[:MOST_NAMED]) + (" …" if len(units) > MOST_NAMED else "")
        raise EnactError(code, ids=shown, **values)


def _accepting(statement: Statement, before: Corrected, now: Corrected, told: Told) -> list[Edit]:
    """One edit for each open finding meant, with the values that hold; the point of an address is none of them."""
    from ..layers.edits import Action
    from ..register.review.corrections import FINDING
    from ..register.review.offending import codes, values_or_told

    plants = now.plants[now.plants["mastr_id"].isin(statement.units)]
    found = codes(plants["findings"])
    if statement.finding != ALL:
        found = found[found == statement.finding]
    have = set(plants.loc[found.index, "mastr_id"])
    listed = ", ".join(sorted(set(codes(plants["findings"])))) or "–"
    missing = [unit for unit in statement.units if unit not in have]
    if statement.finding == ALL:
        _refuse("edit_no_finding_open", missing)
    _refuse("edit_finding_not_open", missing, finding=statement.finding, findings=listed)
    degrees = now.degrees.where(now.plants["address_source"].isna(), before.degrees)
    made = []
    for code in found.unique():
        rows = plants.loc[found.index[found == code]]
        for unit, text in zip(rows["mastr_id"], values_or_told(rows, degrees, code, told)):
            made.append(_edit(statement, Action.ACCEPT, unit, FINDING + code, "accepted", text))
    return made


def _withdrawing(statement: Statement, plants: pd.DataFrame, said: pd.DataFrame) -> list[Edit]:
    """One edit for each that holds on the field or finding meant; on all, where none is named."""
    from ..layers.edits import Action
    from ..register.review.correctable import OF_THE_PLANT
    from ..register.review.corrections import CORRECT, FINDING, holding
    from ..register.review.former import edits_about

    held = holding(said)
    named = [statement.field] if statement.field else []
    named += [FINDING + statement.finding] if statement.finding not in ("", ALL) else []
    if named:
        held = held[held["field"].isin(named)]
    of_plants = held["field"].isin(OF_THE_PLANT) & held["key"].isin(plants["mastr_id"])
    meant = held["key"].isin(statement.units) & ~of_plants  # those follow by their plants
    have = set(held.loc[meant, "key"])
    for field in sorted(set(held["field"]).intersection(OF_THE_PLANT)):
        on_field = held[(held["field"] == field) & (held["action"] == CORRECT)]
        about = edits_about(plants, field, on_field, statement.units)
        meant |= held.index.isin([edit for edit, _unit in about])
        have.update(unit for _edit, unit in about)
    held = held[meant]
    missing = [unit for unit in statement.units if unit not in have]
    finding = "–" if statement.finding in ("", ALL) else statement.finding
    _refuse("edit_nothing_to_withdraw", missing, columns=statement.field or "–", finding=finding)
    return [
        _edit(statement, Action.WITHDRAW, edit.key, edit.field, "", edit.value, edit.belongs_to)
        for edit in held.itertuples()
    ]


def _correcting(statement: Statement, before: Corrected, now: Corrected, said: pd.DataFrame) -> list[Edit]:
    """One edit for each unit, with the register's value beside it; what is of a plant, for all its units."""
    from ..layers.edits import Action
    from ..register.review.correctable import ADDRESS, COORDINATES, OF_THE_PLANT, entered, same
    from ..register.review.corrections import registered_texts
    from ..register.review.of_plants import numbers_said, units_of_plants

    if not statement.field:
        raise EnactError("edit_field_missing")
    value = entered(statement.field, statement.value, statement.decimal)
    shared = statement.field in OF_THE_PLANT
    units = statement.units
    if shared:
        units = units_of_plants(before.plants, statement.field, units)
        _refuse_lost_in_parts(statement, now.plants, value)
    plants = before.plants[before.plants["mastr_id"].isin(units)]
    if statement.field in (COORDINATES, *ADDRESS):
        _refuse("edit_place_unpublished", _unpublished(before, plants))
    rows = plants.index
    registered = registered_texts(before.plants, before.degrees, statement.field, rows)
    present = registered_texts(now.plants, now.degrees, statement.field, rows)
    asked, moved = _in_question(before, said, statement.field)
    unchanged = [
        unit
        for unit, text, original in zip(plants["mastr_id"], present, registered)
        # made on another value of the register, or for another plant: it may be confirmed, which ends the question
        if unit not in moved
        and same(statement.field, text, value)
        and same(statement.field, asked.get(unit, original), original)
    ]
    if not shared or len(unchanged) == len(plants):
        _refuse("edit_value_same", unchanged, columns=statement.field, value=statement.value)
    numbers = numbers_said(plants, statement.field)
    return [
        _edit(statement, Action.CORRECT, unit, statement.field, value, text, number)
        for unit, text, number in zip(plants["mastr_id"], registered, numbers)
        if unit not in unchanged
    ]


def _refuse_lost_in_parts(statement: Statement, plants: pd.DataFrame, value: str) -> None:
    """Refuse a sum of several plants that units of single ones contradict: it would change no figure."""
    from ..register.review.correctable import FEEDS_NETWORK
    from ..register.review.of_plants import AND, known_alone, plants_of

    if statement.field == FEEDS_NETWORK:
        return
    chosen = plants["mastr_id"].isin(statement.units)
    named = plants_of(plants, statement.field)[chosen]
    for name in named[named.str.contains(AND, regex=False)].unique():
        known = known_alone(plants, statement.field, name)
        rest = float(value or 0.0) - sum(known.values())
        if known and (rest < 0 or (rest > 0 and len(known) == len(name.split(AND)))):
            ids = plants["mastr_id"][named.index[named == name]].tolist()
            _refuse("edit_of_several_plants", ids, names=name, others=", ".join(sorted(known)))


def _in_question(before: Corrected, said: pd.DataFrame, field: str) -> tuple[dict[str, str], set[str]]:
    """What the register said of each unit when its correction was made; units corrected for another plant."""
    from ..register.review.corrections import in_force

    held, findings = in_force(before.plants, said)
    held = held[held["field"] == field]
    moved = {
        finding.key
        for finding in findings
        if finding.id == "edit_plant_changed" and finding.values["columns"] == field
    }
    return dict(zip(held["key"], held["original"])), moved


def _unpublished(before: Corrected, plants: pd.DataFrame) -> list[str]:
    """Units whose place the register does not publish: it may be that of somebody's home."""
    from ..register.review.correctable import COORDINATES, parameter

    placed = before.degrees.loc[plants.index].notna() | plants["street"].notna()
    given = plants["findings"].str.contains("coordinates_", regex=False, na=False).astype(bool)
    large = plants["gross_kw"].fillna(0.0) > parameter(COORDINATES, "published_above")
    return plants["mastr_id"][~(placed | given | large)].tolist()


def _edit(
    statement: Statement, action: object, unit: str, field: str, value: str, original: str, of: str = ""
) -> Edit:
    from ..layers.edits import Edit
    from .plant_layers import PLANTS

    said = (PLANTS, unit, field, value, original, action, statement.author, statement.reason)
    return Edit(*said, belongs_to=of)
