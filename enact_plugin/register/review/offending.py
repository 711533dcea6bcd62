"""The values a finding is about, as text that is stored, compared and read: "gross_kw=5000; module_count=20"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd
import shapely
from geopandas import GeoDataFrame, GeoSeries

from ...errors import Finding
from .. import plausibility
from . import correctable

AND, IS = "; ", "="
DEGREES = ("latitude", "longitude")
_DEGREE_DECIMALS = 5  # about one metre; ways of the register deliver different digits
# (MaStR number, finding) to the text of the values it is about, where the plant table does not keep them
Told = Mapping["tuple[str, str]", str]


def codes(texts: pd.Series) -> pd.Series:
    """Codes of each row of a column of findings, one row per code; the index repeats."""
    return texts.dropna().str.split(plausibility.SEPARATOR).explode()


def ordered(found: Iterable[str]) -> str | None:
    """Codes joined in the order of the table of rules, others behind; None where there is none."""
    known = list(plausibility.severities())
    rank = {code: place for place, code in enumerate(known)}
    unique = sorted(dict.fromkeys(found), key=lambda code: rank.get(code, len(known)))
    return plausibility.SEPARATOR.join(unique) or None


def fields(code: str) -> tuple[str, ...]:
    """Columns that a finding is about, as far as the plant table has them, and the place."""
    named = plausibility.NAMED.get(code, ())
    return tuple(name for name in named if name in DEGREES or correctable.column_of(name) is not None)


def values(plants: GeoDataFrame, degrees: GeoSeries, code: str) -> pd.Series:
    """Text of the values a finding is about.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Rows of the plant table.
    degrees : GeoSeries, shape (n,)
        Their places in EPSG:4326.
    code : str

    Returns
    -------
    Series of str, shape (n,)
        Empty where nothing is stored of what the finding is about: a text that is no number, a word of the file.
    """
    return of_fields(plants, degrees, fields(code))


def of_fields(plants: GeoDataFrame, degrees: GeoSeries, names: Iterable[str]) -> pd.Series:
    """Text of the values of these columns, the place being ``coordinates`` or one of `DEGREES`; as `values`."""
    text = pd.Series("", index=plants.index, dtype=object)
    for name in names:
        shown = _shown(plants, degrees, name)
        text = text + text.map(lambda before: AND if before else "").astype(object) + (name + IS) + shown
    return text


def _shown(plants: GeoDataFrame, degrees: GeoSeries, name: str) -> pd.Series:
    if name == correctable.COORDINATES:
        both = (_shown(plants, degrees, one) for one in DEGREES)
        return next(both).str.cat(next(both), sep=" ").str.strip().astype(object)
    if name not in DEGREES:
        return plants[name].astype(object).map(correctable.as_text).astype(object)
    read = shapely.get_y if name == "latitude" else shapely.get_x
    figures = pd.Series(read(degrees.loc[plants.index].to_numpy()), index=plants.index)
    return figures.round(_DEGREE_DECIMALS).astype(object).map(correctable.as_text).astype(object)


def values_or_told(plants: GeoDataFrame, degrees: GeoSeries, code: str, told: Told) -> pd.Series:
    """As `values`; coordinates that are no place, and so stand in no column, as the reader told them.

    Of other values that no column keeps the words differ between the ways of the register: they are left out.
    """
    texts = values(plants, degrees, code)
    if not set(fields(code)).intersection(DEGREES):
        return texts
    known = [
        told.get((key, code), text) if lacking(text) else text for key, text in zip(plants["mastr_id"], texts)
    ]
    return pd.Series(known, index=texts.index, dtype=object)


def lacking(text: str) -> bool:
    """Whether a text of `values` holds not one value."""
    return not any(taken_apart(text).values())


def taken_apart(text: str) -> dict[str, str]:
    """Field to value."""
    return dict(part.partition(IS)[::2] for part in text.split(AND) if IS in part)


def same_values(first: str, second: str) -> bool:
    """Whether two texts of `values` say the same of the fields both name; the place with its tolerance."""
    one, other = taken_apart(first), taken_apart(second)
    names = [name for name in one if name in other]
    place = [name for name in names if name in DEGREES]
    same_place = correctable.same_published(
        correctable.COORDINATES, *(" ".join(said[name] for name in place) for said in (one, other))
    )
    return same_place and all(
        correctable.same(name, one[name], other[name]) for name in names if name not in place
    )


def findings_of(plants: GeoDataFrame, degrees: GeoSeries) -> list[Finding]:
    """The open findings of a plant table as its reader had found them.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        With ``findings``.
    degrees : GeoSeries, shape (n,)

    Returns
    -------
    list of Finding
        One per unit and code, of mere notes one per code; "–" for what the table does not keep.
    """
    known = plausibility.severities()
    named = {name for code in plausibility.NAMED.values() for name in code} - set(DEGREES)
    units = pd.DataFrame(plants.drop(columns=plants.geometry.name)).reindex(
        columns=["mastr_id", *sorted(named)]
    )
    points = degrees.loc[plants.index].to_numpy()
    units = units.assign(latitude=shapely.get_y(points), longitude=shapely.get_x(points))
    units["mastr_id"] = units["mastr_id"].fillna("")
    listed = codes(plants["findings"])
    marks = pd.DataFrame(
        {code: plants.index.isin(listed.index[listed == code]) for code in listed.unique() if code in known},
        index=plants.index,
    )
    return plausibility.findings(marks, units)
