"""Gas producers and gas stores of the register: electrolysers, biomethane, extraction, terminals; caverns and pores.

The register calls the capacity of a store a volume ("maximal nutzbares Arbeitsgasvolumen") but keeps energy in kWh, and
powers in kWh/h, which is kW. Energy divided by the calorific value gives the volume in m³.

Among the producers of the bulk export stand units of stores too; what belongs to a gas storage facility is a store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields as fields_of
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from geopandas import GeoSeries
from shapely.geometry.base import BaseGeometry

from ..outcome import Outcome, Source
from ..progress import SILENT, Progress
from . import plausibility
from .labels import normalise
from .raw import GAS_PLANTS, RawGas, RawUnits, delivered_columns
from .readers.endpoint_json import raw_records, read_pages
from .readers.endpoint_pages import Form
from .table import unit_table

LAYER = GAS_PLANTS
PRODUCER, STORE = "producer", "storage"
KIND, UNIT = "kind", "mastr_id"
STORE_VALUES = ("storage_id", "working_gas_kwh", "injection_kw", "withdrawal_kw")  # no producer has one
GAS_PAGES = Form(
    "öffentliche JSON-Schnittstelle, Gaserzeugung",
    "mastr_gas_fields",
    ("MaStRNummer", "Gemeindeschluessel"),
    GAS_PLANTS,
)


def gas_table(
    raw: RawGas,
    ags: str | None = None,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
) -> Outcome:
    """Make the layer of gas producers and gas stores of one municipality, or of all units delivered.

    Parameters
    ----------
    raw : RawGas
        ``kind`` may be missing; ``producer``, ``storage``, or the register's word for the kind of unit.
    ags, boundary, today
        See `plants.plant_table`.

    Returns
    -------
    Outcome
        GeoDataFrame in EPSG:4326 with the columns of `gas_plants`, one row per register unit, by MaStR number; powers
        in kW, working gas in kWh (upper heating value), calorific value in kWh/m³. A municipality without any is an
        empty layer.

    Raises
    ------
    EnactError
        ``ags_changed_by_spreadsheet``, ``ags_invalid``, ``ags_is_district``.
    """
    units = _with_kind(_one_of_both(_worded(raw)))
    return unit_table(units, ags, boundary, today, plausibility.check_gas_values, may_be_none=True)


def _worded(raw: RawGas) -> RawGas:
    """The kind of unit as a code, None where none is delivered."""
    frame = raw.frame
    nothing = pd.Series(np.full(len(frame), None, dtype=object), index=frame.index)
    said, _ = normalise(KIND, frame[KIND].map(str, na_action="ignore") if KIND in frame else nothing)
    return replace(raw, frame=frame.assign(**{KIND: said}))


def _one_of_both(raw: RawGas) -> RawGas:
    """Give rows of one unit, delivered both as producer and as store, each other's values, so that they agree."""
    frame = raw.frame
    both = [frame[UNIT].isin(frame.loc[frame[KIND] == kind, UNIT].dropna()) for kind in (PRODUCER, STORE)]
    twice = both[0] & both[1]
    if not twice.any():
        return raw
    # the store's own row first: what it says is taken, the producer's fills what it leaves open
    rows = frame[twice].sort_values([UNIT, KIND], ascending=[True, False], kind="stable")
    # each row keeps its municipality: by that it is chosen
    names = [name for name in rows.columns if name in delivered_columns(LAYER) and name not in (UNIT, "ags")]
    given = rows[names].mask(rows[names] == "")
    filled = given.groupby(rows[UNIT]).transform("first").reindex(frame.index)
    return replace(raw, frame=frame.assign(**{n: filled[n].where(twice, frame[n]) for n in names}))


def _with_kind(raw: RawGas) -> RawGas:
    """Producer or store: as delivered, and a store wherever a value says so that only stores have."""
    frame = raw.frame
    store = (frame[KIND] == STORE).to_numpy(dtype=bool)
    for name in STORE_VALUES:
        if name in frame:
            store |= (frame[name].notna() & (frame[name] != "")).to_numpy(dtype=bool)
    return replace(raw, frame=frame.assign(**{KIND: np.where(store, STORE, PRODUCER).astype(object)}))


def read_gas_json(
    paths: Path | str | Sequence[Path | str],
    ags: str | None = None,
    *,
    boundary: BaseGeometry | GeoSeries | None = None,
    today: date | None = None,
    progress: Progress = SILENT,
) -> Outcome:
    """Read the gas plants of a municipality from saved answers of the public JSON endpoint for gas.

    Parameters
    ----------
    paths, ags, boundary, today, progress
        See `endpoint_json.read_json`. The field names of the endpoint were taken from published clients; fields it
        calls otherwise stay empty.

    Returns
    -------
    Outcome
        See `gas_table`; empty where the endpoint has no unit of the municipality.

    Raises
    ------
    EnactError
        As `endpoint_json.read_json`, without ``json_empty`` and ``ags_not_in_file``.
    """
    pages, path = read_pages(paths, GAS_PAGES, progress.part(0.0, 0.8))
    units = as_gas(raw_records(pages, path, GAS_PAGES))
    progress(0.8, "register_table", units=len(units.frame))
    outcome = gas_table(units, ags, boundary, today)
    progress(1.0)
    return outcome


def no_gas_units(source: Source) -> Outcome:
    """Layer of a municipality for which the register has no gas producer and no gas store."""
    nothing = pd.DataFrame({UNIT: pd.Series(dtype=object)})
    return gas_table(RawGas(nothing, source, source.name, pd.DataFrame(index=nothing.index)))


def as_gas(raw: RawUnits) -> RawGas:
    """The same units as gas units."""
    values = {field.name: getattr(raw, field.name) for field in fields_of(raw)}
    return RawGas(**{**values, "layer": GAS_PLANTS})
