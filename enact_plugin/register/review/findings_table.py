"""The plants' findings as a table: one row per unit and finding, open, accepted or corrected."""

from __future__ import annotations

import json
from collections.abc import Iterable

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame, GeoSeries

from ...errors import Finding, Severity
from .. import plausibility
from . import offending
from .correctable import COORDINATES, column_of
from .corrections import ACCEPT, FINDING, holding, in_force
from .registered import FINDINGS, as_registered

LAYER = "plant_findings"
VALUE_CORRECTED = "value_corrected"  # a value that the municipality states otherwise than the register
OPEN, ACCEPTED, CORRECTED = "open", "accepted", "corrected"
OF_THE_UNIT = (
    "carrier",
    "status",
    "gross_kw",
    "postcode",
    "street",
    "house_number",
    "grid_operator_id",
    "url",
)
_PLACES = dict.fromkeys(offending.DEGREES, COORDINATES)
Told = offending.Told


def findings_table(
    plants: GeoDataFrame, degrees: GeoSeries, edits: pd.DataFrame, told: Told | None = None
) -> GeoDataFrame:
    """List the findings on plants.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`.
    degrees : GeoSeries, shape (n,)
        Its places in EPSG:4326.
    edits : DataFrame, shape (e,)
        Table `edits` of the plants.
    told : mapping or None
        (MaStR number, finding) to the values the finding was about, where the plant table does not keep them: a text
        that is no number. As `values_told` makes them of a reader's findings.

    Returns
    -------
    GeoDataFrame, shape (m,)
        Columns of `plant_findings` but ``sentence``, which is a text for persons; the geometry is the unit's or None.
        By unit and finding. ``offending_values`` and the unit's own columns are as registered, ``corrected_values``
        what holds instead; ``only_corrected`` marks findings that the values as registered do not have.
    """
    registered = as_registered(plants, degrees)
    found = pd.concat(
        [
            _listed(plants["findings"], OPEN),
            _listed(plants["findings_accepted"], ACCEPTED),
            _resolved(plants, registered.plants),
            _corrected_fields(plants["original_values"]),
        ],
        ignore_index=True,
    )
    before = _values(registered.plants, registered.degrees, found)
    now = _values(plants, degrees, found)
    corrected = (found["state"] == CORRECTED).to_numpy() | (before != now)
    own = pd.DataFrame(registered.plants[["mastr_id", *OF_THE_UNIT]])
    units = own.loc[found["row"]].reset_index(drop=True)
    keys = units["mastr_id"].fillna("")
    found = found.assign(
        mastr_id=keys,
        severity=found["finding"].map(severities()).fillna(Severity.WARNING.value),
        fields=[", ".join(_fields(code, field)) for code, field in zip(found["finding"], found["field"])],
        offending_values=_completed(before, keys, found["finding"], told or {}),
        corrected_values=np.where(corrected, now, None),
        only_corrected=_only_corrected(found, registered.plants),
    )
    found = pd.concat([found, units[list(OF_THE_UNIT)], _reviews(found, registered.plants, edits)], axis=1)
    mark = np.where(found["field"] == "", "", ":" + found["field"])
    found = found.assign(finding_id=found["mastr_id"] + ":" + found["finding"] + mark)
    points = plants.geometry.to_numpy()[plants.index.get_indexer(found["row"])]
    table = GeoDataFrame(found.drop(columns=["row", "field"]), geometry=points, crs=plants.crs)
    return table.sort_values(["mastr_id", "finding", "finding_id"], kind="stable", ignore_index=True)


def severities() -> dict[str, str]:
    """Severity of each finding in the table."""
    own = {VALUE_CORRECTED: Severity.WARNING.value}
    return {**{code: severity.value for code, severity in plausibility.severities().items()}, **own}


def values_told(findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """What a reader's findings on single units are about, as text."""
    return {
        (finding.key, finding.id): offending.AND.join(
            f"{name}{offending.IS}{str(value).replace(';', ',')}" for name, value in finding.values.items()
        )
        for finding in findings
        if finding.key
    }


# ---- rows


def _rows(rows: Iterable[object], codes: Iterable[str], state: str, fields: Iterable[str]) -> pd.DataFrame:
    made = {"row": list(rows), "finding": list(codes), "field": list(fields)}
    return pd.DataFrame(made, columns=["row", "finding", "field"], dtype=object).assign(state=state)


def _listed(texts: pd.Series, state: str) -> pd.DataFrame:
    listed = offending.codes(texts)
    return _rows(listed.index, listed, state, [""] * len(listed))


def _resolved(plants: GeoDataFrame, registered: GeoDataFrame) -> pd.DataFrame:
    """Findings on the register's values that the corrected ones no longer have."""
    corrected = plants[plants["original_values"].notna()]
    listed = offending.codes(registered.loc[corrected.index, "findings"])
    left = {
        (row, code)
        for name in ("findings", "findings_accepted")
        for row, code in offending.codes(corrected[name]).items()
    }
    gone = [(row, code) for row, code in listed.items() if (row, code) not in left]
    return _rows([row for row, _ in gone], [code for _, code in gone], CORRECTED, [""] * len(gone))


def _corrected_fields(originals: pd.Series) -> pd.DataFrame:
    """One row for each value that was corrected."""
    pairs = [
        (row, name)
        for row, text in originals.dropna().items()
        for name in json.loads(text)
        if name == COORDINATES or (name not in (FINDINGS, "location_kind") and column_of(name) is not None)
    ]
    codes = [VALUE_CORRECTED] * len(pairs)
    return _rows([row for row, _ in pairs], codes, CORRECTED, [name for _, name in pairs])


def _only_corrected(found: pd.DataFrame, registered: GeoDataFrame) -> np.ndarray:
    """Findings that the register's own values do not have: nothing that the register could be told."""
    listed = offending.codes(registered["findings"])
    there = pd.MultiIndex.from_arrays([listed.index, listed.to_numpy()])
    here = pd.MultiIndex.from_frame(found[["row", "finding"]])
    return ~here.isin(there) & (found["state"] != CORRECTED).to_numpy()


# ---- values


def _fields(code: str, field: str) -> tuple[str, ...]:
    return (field,) if field else plausibility.NAMED.get(code, ())


def _values(plants: GeoDataFrame, degrees: GeoSeries, found: pd.DataFrame) -> np.ndarray:
    """Text of the values each row is about, as this table has them."""
    texts = np.full(len(found), "", dtype=object)
    for (code, field), group in found.groupby(["finding", "field"], sort=False):
        rows = plants.loc[group["row"]]
        if field:
            made = offending.of_fields(rows, degrees, (field,))
        else:
            made = offending.values(rows, degrees, code)
        texts[group.index] = made.to_numpy()
    return texts


def _completed(texts: np.ndarray, keys: pd.Series, codes: pd.Series, told: Told) -> list[str | None]:
    """Texts with what only the reader could tell, where the table keeps nothing of it."""
    made = []
    for text, key, code in zip(texts, keys, codes):
        made.append((told.get((key, code), text) if offending.lacking(text) else text) or None)
    return made


# ---- who looked at it


def _reviews(found: pd.DataFrame, registered: GeoDataFrame, edits: pd.DataFrame) -> pd.DataFrame:
    """Who accepted or corrected each row, when and why."""
    held = holding(edits)
    # of a plant each unit has the last word on it, at whatever unit it was said
    corrections = list(in_force(registered, edits)[0].itertuples())
    said = {
        (edit.key, edit.field): edit for edit in (*corrections, *held[held["action"] == ACCEPT].itertuples())
    }
    last: dict[str, object] = {edit.key: edit for edit in corrections}
    rows = []
    for key, code, field, state in zip(found["mastr_id"], found["finding"], found["field"], found["state"]):
        edit = None
        if state == ACCEPTED:
            edit = said.get((key, FINDING + code))
        elif state == CORRECTED:
            names = (_PLACES.get(name, name) for name in _fields(code, field))
            edit = next((said[key, name] for name in names if (key, name) in said), last.get(key))
        rows.append((None, None, None) if edit is None else (edit.author, edit.time[:10], edit.reason))
    table = pd.DataFrame(rows, columns=["reviewed_by", "reviewed_on", "reason"], dtype=object)
    return table.assign(reviewed_on=pd.to_datetime(table["reviewed_on"]))
