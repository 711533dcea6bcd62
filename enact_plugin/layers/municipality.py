"""The municipality, chosen from a layer of many."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from geopandas import GeoDataFrame

from ..errors import EnactError, Finding, Severity
from ..fields.mapping import Mapping, complete_mapping, fields_of
from ..outcome import Outcome
from ..reference.columns import ColumnType, columns
from ..reference.kind_rules import BoundaryRule
from ..reference.kinds import layer_kind
from ..reference.municipalities import find_municipality, former_keys, parse_ags
from .geometry import cleaned, complain_if_nothing_stayed, measured, multi_part
from .mapping import apply_mapping

SHOWN = 5  # keys named in an error


def pick_municipality(frame: GeoDataFrame, ags: str, mapping: Mapping | None = None) -> Outcome:
    """Choose a municipality from a layer of many (a state's, Germany's) or of one.

    Rows of the same key are dissolved: BKG splits municipalities with water, and a layer from before a merger holds the
    parts under their old keys.

    Parameters
    ----------
    frame : GeoDataFrame, shape (n,)
        Areas, metric CRS.
    ags : str
        Eight digits, today's key.
    mapping : Mapping, optional

    Returns
    -------
    Outcome
        One row; without a name in the layer the municipality's known name.

    Raises
    ------
    EnactError
        ``ags_not_in_boundaries`` and, without `ags`, ``boundaries_of_several``, naming keys that are there;
        ``boundary_without_ags`` when a layer of several areas has no key; ``areas_wanted``.
    """
    kind = layer_kind("boundary")
    mapping = complete_mapping(mapping or Mapping(), kind, fields_of(frame))
    mapped = apply_mapping(frame, kind, mapping)
    areas = cleaned(mapped.frame, "polygon", None, BoundaryRule.SELECT)
    complain_if_nothing_stayed(areas, kind, mapped.frame)
    rows = areas.frame
    chosen, findings, assumptions = _rows_of_municipality(rows, ags, mapping)
    names = rows.loc[chosen, "name"].dropna().unique()
    known = find_municipality(ags)
    name = names[0] if len(names) == 1 else (known.name if known else (names[0] if len(names) else None))
    shape = shapely.union_all(rows.geometry[chosen].to_numpy())
    made = GeoDataFrame({"ags": [ags or None], "name": [name]}, geometry=[multi_part(shape)], crs=frame.crs)
    for column in columns(kind.layer):
        if column.name not in made:
            made[column.name] = pd.Series([np.nan if column.type is ColumnType.REAL else None])
    count = int(chosen.sum())
    return Outcome(
        frame=measured(made[[column.name for column in columns(kind.layer)] + ["geometry"]], kind.layer),
        source=mapped.source,
        rows_in=count,
        merged=count - 1,
        findings=(*mapped.findings, *areas.findings, *findings),
        assumptions=assumptions,
    )


def _rows_of_municipality(
    rows: GeoDataFrame, ags: str, mapping: Mapping
) -> tuple[pd.Series, tuple[Finding, ...], tuple[str, ...]]:
    """Which rows are the municipality's."""
    if mapping.of("ags") is None:
        if len(rows) > 1:
            raise EnactError(
                "boundary_without_ags", rows=len(rows), fields=", ".join(sorted(mapping.used_fields()))
            )
        return pd.Series(True, index=rows.index), (), ("boundary_taken_as_given",)
    keys = rows["ags"].map(_key_or_none, na_action="ignore")
    chosen = keys.eq(ags).fillna(False).astype(bool)
    if chosen.any():
        return chosen, (), ()
    former = {row.ags: row for row in former_keys(ags)}
    chosen = keys.isin(list(former))
    if not chosen.any():
        shown = sorted(keys.dropna().unique(), key=lambda key: (abs(int(key) - int(ags or 0)), key))[:SHOWN]
        raise EnactError(
            "ags_not_in_boundaries" if ags else "boundaries_of_several",
            ags=ags,
            count=keys.nunique(),
            present=", ".join(sorted(shown)),
        )
    old = ", ".join(f"{former[key].name} ({key})" for key in sorted(keys[chosen].unique()))
    return (
        chosen,
        (Finding("boundary_from_former_keys", ags, Severity.NOTE, {"ags": ags, "former": old}),),
        (),
    )


def _key_or_none(text: str) -> str | None:
    try:
        return parse_ags(text).ags
    except EnactError:
        return (
            None  # a district or state in a mixed layer; it is no municipality and cannot be the one wanted
        )
