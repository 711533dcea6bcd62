"""What of the register a load left out although it may belong to the municipality.

Such a load is one of gaps: a unit it lacks is not gone from the register, and no sum of it is whole.

- `ROWS_UNREAD`: rows that could not be read, a file cut off, parts or pages that are missing. Which units they are is
  not known.
- `TABLES_MISSING`: the export has no table of a kind of unit. Those are carriers of which it has not one unit.
- `EXCERPT`: so many units of earlier states are missing that the file holds a part of them (see `history.undelivered`).

Rows without a municipality key, as of wind farms at sea, and units that were deactivated are no gaps.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

import pandas as pd

from ..outcome import Outcome

ROWS_UNREAD, TABLES_MISSING = "register_rows_unread", "register_tables_missing"
EXCERPT = "register_excerpt"
GAPS = (ROWS_UNREAD, TABLES_MISSING)
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


def may_lack(carriers: pd.Series, gaps: Collection[str], present: pd.Series) -> pd.Series:
    """Whether units of each carrier may be missing from a load.

    Parameters
    ----------
    carriers : Series of str, shape (n,)
    gaps : collection of str
        See `gaps_of`; other codes say nothing.
    present : Series of str
        Carriers of the units that were loaded.

    Returns
    -------
    Series of bool, shape (n,)
    """
    if ROWS_UNREAD in gaps or EXCERPT in gaps:
        return pd.Series(True, index=carriers.index, dtype=bool)
    if TABLES_MISSING in gaps:
        return ~carriers.isin(present.dropna().unique())
    return pd.Series(False, index=carriers.index, dtype=bool)
