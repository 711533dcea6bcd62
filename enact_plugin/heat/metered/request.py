"""Requests of metered data: the groups of addresses that may be asked for, and what came back of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
import pandas as pd

from ...errors import Finding
from ...fields.addresses import house_number_parts
from ...fields.texts import plain_text
from .minimum import Data, HouseKind

GROUP, ADDRESSES, HOUSE_NUMBERS = "gruppe_nr", "adressen", "anzahl_hausnummern"
EXAMPLES = 3
_PLACE = ["street", "postcode"]
_SMALL = (HouseKind.SINGLE_FAMILY, HouseKind.UNKNOWN)


class Supplier(Enum):
    """Whom a request goes to."""

    GAS = "gas"
    HEAT = "heat"
    CHIMNEY_SWEEP = "chimney_sweep"
    COMPANY = "company"
    SEWAGE = "sewage"

    @property
    def data(self) -> Data | None:
        """What is asked by groups of addresses; None where the supplier names the places."""
        if self in (Supplier.GAS, Supplier.HEAT):
            return Data.CONSUMPTION
        return Data.HEATERS if self is Supplier.CHIMNEY_SWEEP else None


@dataclass(frozen=True)
class RequestGroups:
    """Groups of addresses that a supplier may be asked for.

    Attributes
    ----------
    groups : DataFrame
        ``gruppe_nr`` (from 1, in the order of streets and numbers), ``adressen``, ``anzahl_hausnummern``.
    left_out : DataFrame
        ``strasse``, ``anzahl_hausnummern`` of streets with too few houses to be summed up.
    """

    groups: pd.DataFrame
    left_out: pd.DataFrame


class ReplyProblem(Enum):
    """What is wrong with a row of a reply, or with a group asked for."""

    MISSING = "missing"  # asked for, not in the reply
    EMPTY = "empty"  # without any figure
    CHANGED = "changed"  # other addresses than asked for
    NOT_ASKED = "not_asked"


@dataclass(frozen=True)
class ReplyCheck:
    """What came back of a request.

    Attributes
    ----------
    problems : DataFrame
        ``gruppe_nr``, ``adressen`` (as asked, or as delivered where it was not asked), ``problem`` : `ReplyProblem`.
    answered : int
        Groups asked for that have a figure.
    findings : tuple of Finding
    """

    problems: pd.DataFrame
    answered: int
    findings: tuple[Finding, ...] = ()


def request_groups(addresses: pd.DataFrame, kinds: pd.Series, data: Data) -> RequestGroups:
    """Smallest groups of neighbouring house numbers that may be collected (WPG Anlage 1 Nr. 1 and 2).

    Addresses of multi-family and non-residential buildings are asked for one by one; those of single-family houses, and
    of buildings that may be such, in groups of at least the legal minimum, in the order of their street. Streets with
    fewer of them are not asked for.

    Parameters
    ----------
    addresses : DataFrame, shape (m,)
        Table ``building_addresses``: building_id, street, house_number, postcode.
    kinds : Series of HouseKind
        Index building_id; missing ones are unknown.
    data : Data
        Its minimum holds.

    Returns
    -------
    RequestGroups
        The same in whatever order the addresses stand; each address is in one group or in a street left out.
    """
    houses = _houses(addresses, kinds)
    small = houses["small"].to_numpy()
    streets = houses.loc[small].groupby(_PLACE)
    place, size = streets.cumcount(), streets["number"].transform("size")
    count = size // data.minimum  # groups of a street; its houses are spread evenly over them
    part = (place * count // size.where(size > 0, 1)).where(count > 0, -1)
    houses["part"] = part.reindex(houses.index)
    alone = houses[~small].assign(part=lambda rows: range(len(rows)))
    asked = pd.concat([houses[small & houses["part"].ge(0)], alone])
    text = asked.groupby([*_PLACE, "small", "part"], sort=False).agg(
        numbers=("shown", ", ".join), count=("shown", "size"), order=("order", "min")
    )
    text = text.sort_values("order").reset_index()
    twice = houses.groupby("street")["postcode"].nunique().gt(1)
    postcode = np.where(text["street"].map(twice), text["postcode"] + " ", "")
    groups = pd.DataFrame(
        {
            GROUP: range(1, len(text) + 1),
            ADDRESSES: postcode + text["street"] + " " + text["numbers"],
            HOUSE_NUMBERS: text["count"],
        }
    )
    few = houses[small & houses["part"].lt(0)].groupby("street").size()
    left_out = few.rename(HOUSE_NUMBERS).rename_axis("strasse").reset_index()
    return RequestGroups(groups, left_out)


def _houses(addresses: pd.DataFrame, kinds: pd.Series) -> pd.DataFrame:
    """One row per house number in the order of streets: what may be asked of it depends on its smallest building."""
    frame = pd.DataFrame(
        {
            "street": plain_text(addresses["street"]),
            "postcode": plain_text(addresses["postcode"]).fillna(""),
            "shown": plain_text(addresses["house_number"]),
            "kind": addresses["building_id"].map(kinds).fillna(HouseKind.UNKNOWN),
        }
    ).dropna(subset=["street", "shown"])
    frame = frame[frame["kind"] != HouseKind.OUTBUILDING]
    parts = house_number_parts(frame["shown"])
    frame = frame.assign(
        number=parts["number"], suffix=parts["suffix"].fillna(""), small=frame["kind"].isin(_SMALL)
    )
    frame = frame.dropna(subset=["number"])
    houses = frame.groupby(["street", "postcode", "number", "suffix"], as_index=False).agg(
        shown=("shown", "min"), small=("small", "any")
    )
    return houses.assign(order=range(len(houses)))


def check_reply(asked: pd.DataFrame, reply: pd.DataFrame, figures: list[str]) -> ReplyCheck:
    """Compare a reply with the request.

    Parameters
    ----------
    asked : DataFrame
        `RequestGroups.groups`.
    reply : DataFrame
        With the headings of the request; more rows of one group are its heaters.
    figures : list of str
        Headings of which one must be filled.

    Returns
    -------
    ReplyCheck
        Findings: ``reply_incomplete``, ``reply_without_heading``.
    """
    headings = [GROUP, ADDRESSES, *figures]
    lacking = [name for name in headings if name not in reply]
    table = pd.DataFrame({name: reply.get(name) for name in headings}, index=reply.index)
    number = pd.to_numeric(table[GROUP], errors="coerce")
    filled = table[figures].apply(plain_text).notna().any(axis=1)
    expected = asked.set_index(GROUP)[ADDRESSES]
    delivered = plain_text(table[ADDRESSES])
    same = delivered.fillna("").str.casefold().eq(number.map(expected).fillna("").str.casefold())
    known = number.isin(expected.index)
    answered = set(number[known & same & filled])
    problems = [
        *_rows(number[~known & filled], delivered, ReplyProblem.NOT_ASKED),
        *_rows(number[known & ~same & filled], delivered, ReplyProblem.CHANGED),
    ]
    for group in expected.index.difference(list(answered)):
        there = number.eq(group)
        if (there & ~same & filled).any():
            continue
        problem = ReplyProblem.EMPTY if there.any() else ReplyProblem.MISSING
        problems.append((group, expected[group], problem))
    frame = pd.DataFrame(problems, columns=[GROUP, ADDRESSES, "problem"])
    findings = []
    if lacking:
        findings.append(Finding("reply_without_heading", values={"headings": ", ".join(lacking)}))
    if len(frame):
        count = frame["problem"].value_counts()
        values = {"answered": len(answered), "total": len(asked)}
        values |= {problem.value: int(count.get(problem, 0)) for problem in ReplyProblem}
        findings.append(Finding("reply_incomplete", values=values))
    return ReplyCheck(frame, len(answered), tuple(findings))


def _rows(
    number: pd.Series, delivered: pd.Series, problem: ReplyProblem
) -> list[tuple[object, object, ReplyProblem]]:
    return [(group, delivered[at] or "", problem) for at, group in number.items()]
