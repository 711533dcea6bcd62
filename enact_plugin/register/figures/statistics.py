"""The figures of the dashboard: one tidy table by area, carrier and status, which every product reads.

What the rows hold:

- **Areas**: municipality, postcode, district, and a row for what counts in no area of a kind (see `members`).
- **Carriers**: each, and ``all``: every carrier but storage. Storage has units, power and energy in columns of its own,
  in the row ``all`` too, so that it is never added to generation.
- **Status**: each, ``existing`` (in operation or temporarily closed) and, in the rows of years, ``any``.
- **Breakdown**: ``total``; ``size_class`` of existing units; ``year``: added, closed and standing at the year's end by
  the dates of the register (see `capacity`); ``planned_year``: planned units by the year they are announced for;
  ``target``: what is missing to a target.
- **Quoted power** is the gross one for photovoltaics (modules), else the net one. Figures per inhabitant and per km²,
  size classes, coverage of power, years and targets are of it; of storage they are of its net power.
- **Yield** is an estimate: power in operation times full-load hours of a table, with the lowest and highest published.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pandas as pd
from geopandas import GeoDataFrame

from ...errors import Finding, Severity
from ...outcome import Outcome
from ...reference.columns import columns
from ...reference.plant_tables import area_rule, full_load_hours, size_classes
from ...reference.values import values
from ..location.coverage import EXISTING, STORAGE
from ..raw import newest, source_of
from ..unread import GAPS, may_lack
from .areas import as_type, names_and_shapes, unlocated
from .completeness import LOCATED_ONLY, completeness, with_gaps
from .inhabitants import Inhabitants, inhabitants_of
from .members import ALL, DISTRICT, KINDS, MUNICIPALITY, NOWHERE, POSTCODE, Areas, area_members
from .ranking import coverage
from .sizes import square_kilometres
from .sums import (
    ANY,
    BREAKDOWNS,
    CELL,
    CHANGES,
    DOUBTFUL_POWER,
    EXISTS,
    IN_OPERATION,
    ROW,
    SIZE_CLASS,
    STORED,
    TARGET,
    TOTAL,
    YIELD,
    by_planned_year,
    by_size,
    by_year,
    cells_of,
    gaps_to_targets,
    totals,
    with_storage_apart,
    with_zeros,
)  # fmt: skip
from .targets import no_targets

LAYER = "plant_statistics"
WAY = "Kennzahlen der Einheiten"
ASSUMPTIONS = (
    "areas_storage_apart",
    "areas_chp_heat_once",
    "areas_store_once",
    "areas_districts_by_postcode",
    "statistics_quoted_power",
    "statistics_yield_estimated",
)

_AREA = ["area_kind", "area_id"]
_NOT_RANKABLE = {DISTRICT: "districts_not_rankable", POSTCODE: "postcodes_not_rankable"}
# of an area of which only units with a point are known: neither what is missing nor what there is for each head
_OF_A_WHOLE = ("unlocated_units", "unlocated_kw", "units_per_1000", "kw_per_1000", "kw_density")
_DECIMALS = 6  # a difference of sums of kW leaves 1e-12
_ROUNDING_KW = 0.5  # less is no power that a person would miss


@dataclass(frozen=True)
class Settings:
    """What the user adds to the register.

    Attributes
    ----------
    ags : str
        Municipality that population and targets are of; empty for the one with most units.
    population : DataFrame or None
        Layer `population`.
    inhabitants : float or None
        Of the municipality; takes the place of the layer's.
    inhabitants_date : date or None
        Of that number.
    targets : DataFrame
        `carrier`, `year`, `kw` for the municipality (see `targets`).
    today : date or None
        Day after which a commissioning is in the future; without it, the day of the computer.
    """

    ags: str = ""
    population: pd.DataFrame | None = None
    inhabitants: float | None = None
    inhabitants_date: date | None = None
    targets: pd.DataFrame = field(default_factory=no_targets)
    today: date | None = None


def plant_statistics(
    plants: GeoDataFrame, areas: Areas, settings: Settings | None = None, gaps: Collection[str] = ()
) -> Outcome:
    """Make the table of figures.

    Parameters
    ----------
    plants : GeoDataFrame, shape (n,)
        Layer `plants`; geometry None where the register publishes no place.
    areas : Areas
        In the CRS of `plants`; areas in km² are told where it is metric.
    settings : Settings or None
    gaps : collection of str
        What could not be read of the register; see `unread.gaps_of`.

    Returns
    -------
    Outcome
        DataFrame with the columns of `plant_statistics`: kW, kWh, MWh/a; missing where a figure is not known or does
        not apply. Ordered by area, carrier, breakdown, status, class.

    Raises
    ------
    EnactError
        ``areas_crs_differs``.
    """
    settings = settings or Settings()
    members = area_members(plants, areas)
    units = with_storage_apart(members.frame)
    town = units[units["area_kind"] == MUNICIPALITY]
    ags = settings.ags or next(iter(town["area_id"].value_counts().index), "")
    cells = with_zeros(cells_of(units), _every_area(areas))
    parts = [
        totals(cells),
        by_size(units),
        by_year(members.frame, settings.today),
        by_planned_year(units),
        gaps_to_targets(cells, settings.targets, ags),
    ]
    rows = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    rows = _told_whole(rows, cells, _rolled_gaps(members.gaps))
    rows = rows.assign(
        completeness=with_gaps(rows["completeness"], rows, gaps, plants["carrier"]),
        # in which areas those stand that may be missing, nobody knows
        rankable=rows["rankable"].mask(
            rows["rankable"].notna() & may_lack(rows["carrier"], gaps, plants["carrier"]), False
        ),
    )
    names, _shapes = names_and_shapes(rows, plants, areas)
    known = inhabitants_of(ags, areas, settings.population, settings.inhabitants, settings.inhabitants_date)
    counted = {*plants["ags"].dropna(), ags} - {""}
    rows = _per_head_and_area(rows.assign(area_name=names), areas, counted, known)
    rows = _in_order(_finished(rows))
    frame = pd.DataFrame({column.name: as_type(rows[column.name], column.type) for column in columns(LAYER)})
    existing = town[town["status"].isin(EXISTING)]
    told = (*unlocated(existing), *known.findings, *_findings(cells, gaps))
    source = source_of(WAY, newest(plants["updated"]))
    assumptions = (*ASSUMPTIONS, *known.assumptions, *(code for code in GAPS if code in gaps))
    return Outcome(frame, source, len(frame), findings=told, assumptions=assumptions)


def _every_area(areas: Areas) -> pd.DataFrame:
    """Kind and key of each area of the layers."""
    keys = [
        pd.DataFrame({"area_kind": kind, "area_id": frame[KINDS[kind]].dropna().astype(str).unique()})
        for kind, frame in areas.by_kind.items()
        if frame is not None
    ]
    return pd.concat([pd.DataFrame(columns=_AREA, dtype=object), *keys], ignore_index=True)


def _rolled_gaps(gaps: pd.DataFrame) -> pd.DataFrame:
    """Sums of areas in which a unit may be missing, with those of all carriers and of several statuses."""
    carriers = pd.concat([gaps, gaps[gaps["carrier"] != STORAGE].assign(carrier=ALL)])
    exists = carriers[carriers["status"].isin(EXISTING)].assign(status=EXISTS)
    return pd.concat([carriers, exists, carriers.assign(status=ANY)]).drop_duplicates()


def _told_whole(rows: pd.DataFrame, cells: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Rows with completeness, and the coverage of their kind of area."""
    counted = rows[CELL].merge(cells[[*CELL, "by_postcode"]], on=CELL, how="left")["by_postcode"].fillna(0)
    rows = rows.assign(completeness=completeness(rows, gaps, CELL, counted))
    rows = rows.merge(coverage(cells), on=["area_kind", "carrier", "status"], how="left")
    return rows.assign(rankable=rows["rankable"].mask(rows["area_id"] == NOWHERE, False))


def _per_head_and_area(
    rows: pd.DataFrame, areas: Areas, ags: Collection[str], known: Inhabitants
) -> pd.DataFrame:
    """Rows with inhabitants and km² of their area, and the figures per 1,000 and per km²."""
    keys = rows[_AREA].drop_duplicates()
    keys = keys.assign(area_km2=square_kilometres(keys, areas, ags))
    rows = rows.merge(keys, on=_AREA, how="left").merge(known.frame, on=_AREA, how="left")
    kw = _power(rows)
    heads = rows["inhabitants"].where(rows["inhabitants"] > 0)
    return rows.assign(
        units_per_1000=1000 * rows["units"] / heads,
        kw_per_1000=1000 * kw / heads,
        kw_density=kw / rows["area_km2"],
        unlocated_units=rows["units"] - rows["located_units"],
        unlocated_kw=(kw - rows["located_kw"]).round(_DECIMALS) + 0.0,
    )


def _power(rows: pd.DataFrame) -> pd.Series:
    """Power of each row: the quoted one, of storage its own."""
    return rows["storage_kw"].where(rows["carrier"] == STORAGE, rows["quoted_kw"]).astype(float)


def _finished(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows with key and labels, and without figures that do not apply."""
    storage = rows["carrier"] == STORAGE
    total = rows["breakdown"] == TOTAL
    estimated = total & rows["status"].isin((IN_OPERATION, EXISTS)) & (rows["yield_kw"] > 0)
    apart = storage | ((rows["carrier"] == ALL) & total)
    unknown = rows["completeness"] == LOCATED_ONLY
    hours = {carrier: each.expected for carrier, each in full_load_hours().items()}
    basis = pd.Series(
        np.where(rows["assumed_kw"] > 0, "assumption", "published"), index=rows.index, dtype=object
    )
    stored = [*STORED, *(f"{change}_storage_kwh" for change in CHANGES)]
    present = {name: rows.get(name, pd.Series(np.nan, index=rows.index)) for name in stored}
    return rows.assign(
        row_id=_joined(rows[ROW]),
        class_label=_labels(rows),
        yield_basis=basis.where(estimated, None),
        full_load_hours=rows["carrier"].map(hours).where(estimated),
        target_year=pd.to_numeric(rows["class_code"].where(rows["breakdown"] == TARGET)),
        **{name: rows[name].where(estimated) for name in YIELD},
        **{name: rows[name].mask(storage) for name in ("gross_kw", "net_kw", "quoted_kw", *DOUBTFUL_POWER)},
        # the register may give other units a capacity, and a store heat: it is not hidden, or the sums would not agree
        chp_thermal_kw=rows["chp_thermal_kw"].mask(storage & (rows["chp_thermal_kw"] == 0)),
        **{name: figures.where(apart | (figures > 0)) for name, figures in present.items()},
        **{name: rows[name].mask(unknown) for name in _OF_A_WHOLE},
    ).reindex(columns=[*rows.columns, *(column.name for column in columns(LAYER) if column.name not in rows)])


def _joined(keys: pd.DataFrame) -> pd.Series:
    """Key of each row: what it is of, with strokes between."""
    texts = keys.astype(object).where(keys.notna(), "").astype(str)
    return texts.agg("/".join, axis=1) if len(texts) else pd.Series(dtype=object)


def _labels(rows: pd.DataFrame) -> pd.Series:
    """Label of each class: of a size class the carrier's, of a year the year, of what has none the reason."""
    sizes = rows["breakdown"] == SIZE_CLASS
    words = {value.code: value.label_de for value in values("statistics_class")}
    labels = rows["class_code"].map(lambda code: words.get(code, code)).astype(object)
    for carrier in rows.loc[sizes, "carrier"].unique():
        these = sizes & (rows["carrier"] == carrier)
        names = {each.code: each.label_de for each in size_classes(carrier)}
        labels[these] = rows.loc[these, "class_code"].map(names).fillna(labels[these])
    return labels


def _in_order(rows: pd.DataFrame) -> pd.DataFrame:
    """By kind of area, area, carrier (all first), breakdown, status (existing first), class."""
    kinds = {MUNICIPALITY: 0, DISTRICT: 1, POSTCODE: 2}
    ranked = rows.assign(
        _kind=rows["area_kind"].map(kinds),
        _carrier=rows["carrier"].where(rows["carrier"] != ALL, ""),
        _part=rows["breakdown"].map({name: number for number, name in enumerate(BREAKDOWNS)}),
        _status=rows["status"].where(rows["status"] != EXISTS, ""),
        _class=_class_order(rows),
    )
    keys = ["_kind", "area_id", "_carrier", "_part", "_status", "_class", "class_code"]
    return ranked.sort_values(keys, kind="stable", ignore_index=True)


def _class_order(rows: pd.DataFrame) -> pd.Series:
    """Number a class begins with, in which the classes stand: the lower limit, the year."""
    return pd.to_numeric(rows["class_code"].astype("string").str.extract(r"^(\d+)", expand=False)).astype(
        float
    )


def _findings(cells: pd.DataFrame, gaps: Collection[str]) -> tuple[Finding, ...]:
    """What the figures leave out, and the kinds of area that cannot be ranked."""
    town = cells[(cells["area_kind"] == MUNICIPALITY) & (cells["status"] == IN_OPERATION)]
    running = town[town["carrier"] == ALL]
    without = float((running["quoted_kw"] - running["yield_kw"]).sum())
    found = []
    if without > _ROUNDING_KW:
        figures = {"kw": round(without, 1), "total_kw": round(float(running["quoted_kw"].sum()), 1)}
        found.append(Finding("yield_incomplete", severity=Severity.NOTE, values=figures))
    found.extend(_doubtful(cells))
    shown = coverage(cells)
    low = shown[(shown["carrier"] == ALL) & (shown["status"] == EXISTS) & (shown["rankable"] == False)]  # noqa: E712
    for row in low.itertuples():
        figures = {
            "percent": round(100 * row.coverage_of_units, 1),
            "percent_kw": round(100 * row.coverage_of_power, 1),
            "least": round(100 * area_rule("rankable_coverage")),
        }
        found.append(Finding(_NOT_RANKABLE[row.area_kind], severity=Severity.NOTE, values=figures))
        if row.area_kind == DISTRICT and not set(GAPS).intersection(gaps):
            found.append(Finding("all_in_town_and_postcodes", severity=Severity.NOTE))
    return tuple(found)


def _doubtful(cells: pd.DataFrame) -> list[Finding]:
    """How much of the figures rests on values that may be wrong, and on values that are not the register's."""
    town = cells[(cells["area_kind"] == MUNICIPALITY) & (cells["status"] == EXISTS)]
    found = []
    for row in town[town["carrier"] == ALL].itertuples():
        figures = {
            "units": int(row.units_with_findings),
            "total": int(row.units),
            "gross_kw": round(float(row.gross_kw_with_findings), 1),
            "total_gross_kw": round(float(row.gross_kw), 1),
            "net_kw": round(float(row.net_kw_with_findings), 1),
            "total_net_kw": round(float(row.net_kw), 1),
        }
        if figures["units"]:
            found.append(Finding("figures_with_findings", severity=Severity.WARNING, values=figures))
    corrected = int(town.loc[town["carrier"].isin((ALL, STORAGE)), "units_corrected"].sum())
    if corrected:
        found.append(Finding("figures_corrected", severity=Severity.NOTE, values={"count": corrected}))
    return found
