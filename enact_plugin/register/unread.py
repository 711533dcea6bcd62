"""What of the register a load left out although it may belong to the municipality.

Such a load is one of gaps: a unit it lacks is not gone from the register, and no sum of it is whole.

- `ROWS_UNREAD`: rows that could not be read, a file cut off, parts or pages that are missing. Which units they are is
  not known.
- `TABLES_MISSING`: the export has no table of a kind of unit. Those are carriers of which it has not one unit.
- `ONE_CARRIER`: a file that is not said to be whole holds one carrier only (wind power of an export that was filtered).
  All others may be missing.
- `EXCERPT`: so many units of earlier states are missing that the file holds a part of them (see `history.undelivered`).
- `CARRIERS_MISSING`: such a file, chosen by carrier: all that is missing is of carriers of which it has not one unit.

Rows without a municipality key, as of wind farms at sea, and units that were deactivated are no gaps.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd

from ..errors import Finding
from ..outcome import Outcome
from ..reference.values import values
from .labels import UNKNOWN

ROWS_UNREAD, TABLES_MISSING = "register_rows_unread", "register_tables_missing"
ONE_CARRIER, EXCERPT = "register_one_carrier", "register_excerpt"
CARRIERS_MISSING = "register_carriers_missing"
GAPS = (ROWS_UNREAD, TABLES_MISSING, ONE_CARRIER, EXCERPT, CARRIERS_MISSING)
_OF_CARRIERS = (TABLES_MISSING, ONE_CARRIER, CARRIERS_MISSING)  # lacking: carriers without a unit
_NO_GAPS = frozenset(("ags_missing", "unit_deactivated"))
_OF_LOAD = frozenset(("csv_cut_off", "json_incomplete", "register_online_unsettled"))
_OF_MEMBER = frozenset(("register_member_cut_off", "register_parts_missing"))
_UNITS = "Einheiten"  # tables of units in the complete export
_STRANGE = re.compile(rf"(^|[/, ]){_UNITS}|…$")  # names of files not read; not all of them are named


def gaps_of(outcome: Outcome) -> tuple[str, ...]:
    """What a load left out, by its account and findings.

    Parameters
    ----------
    outcome : Outcome
        Plants as a reader of the register returns them.

    Returns
    -------
    tuple of str
        Of `ROWS_UNREAD` and `TABLES_MISSING`, which are codes of assumptions; empty where nothing is known to be
        missing.
    """
    found = {finding.id for finding in outcome.findings}
    members = {
        PurePosixPath(finding.key or "").name for finding in outcome.findings if finding.id in _OF_MEMBER
    }
    rows = (
        any(count for reason, count in outcome.dropped.items() if reason not in _NO_GAPS)
        or found & _OF_LOAD
        or any(name.startswith(_UNITS) for name in members)
        or any(_STRANGE.search(text) for text in _strange(outcome))
    )
    told = {ROWS_UNREAD: rows, TABLES_MISSING: "bulk_units_missing" in found}
    return tuple(code for code, there in told.items() if there)


def _strange(outcome: Outcome) -> list[str]:
    return [
        str(finding.values["members"])
        for finding in outcome.findings
        if finding.id == "register_members_strange"
    ]


def with_one_carrier_told(outcome: Outcome) -> Outcome:
    """Plants of a file that nobody says is whole, with a finding and `ONE_CARRIER` assumed where it has one carrier.

    Parameters
    ----------
    outcome : Outcome
        Plants as a reader of the register returns them.
    """
    carriers = set(outcome.frame["carrier"].dropna()) - {UNKNOWN}
    if outcome.whole or len(carriers) != 1:
        return outcome
    (carrier,) = carriers
    label = next((value.label_de for value in values("carrier") if value.code == carrier), carrier)
    told = Finding("units_of_one_carrier", values={"carrier": label})
    return replace(
        outcome, findings=(*outcome.findings, told), assumptions=(*outcome.assumptions, ONE_CARRIER)
    )


def excerpt_of(
    named: Mapping[str, Collection[str]], missing: pd.Series, present: pd.Series
) -> tuple[str, ...]:
    """Which kind of excerpt a load is.

    Parameters
    ----------
    named : mapping of str to collection of str
        Codes of ``carrier`` and ``status`` that it lacks; see `history.undelivered.completed`.
    missing, present : Series of str
        Carriers of the units of the state before that it lacks, and of those it has.

    Returns
    -------
    tuple of str
        `CARRIERS_MISSING`, or `EXCERPT` where it may lack units of carriers that it has.
    """
    here = set(present.dropna())
    away = {*named.get("carrier", ()), *missing.fillna(UNKNOWN)}
    chosen = bool(named.get("carrier")) and not named.get("status") and not away & {*here, UNKNOWN}
    return (CARRIERS_MISSING if chosen else EXCERPT,)


def may_lack(carriers: pd.Series, gaps: Collection[str], present: pd.Series) -> pd.Series:
    """Whether units of each carrier may be missing from a load.

    Parameters
    ----------
    carriers : Series of str, shape (n,)
    gaps : collection of str
        See `gaps_of`, `with_one_carrier_told` and `excerpt_of`; other codes say nothing.
    present : Series of str
        Carriers of the units that were loaded.

    Returns
    -------
    Series of bool, shape (n,)
    """
    if ROWS_UNREAD in gaps or EXCERPT in gaps:
        return pd.Series(True, index=carriers.index, dtype=bool)
    if any(code in gaps for code in _OF_CARRIERS):
        return ~carriers.isin(present.dropna().unique())
    return pd.Series(False, index=carriers.index, dtype=bool)
