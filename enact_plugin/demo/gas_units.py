"""The town's gas producers and stores in the register, made of places where electricity units stand.

Codes as in the register's catalogue; power in kW (the register's kWh/h), working gas in kWh, calorific value in kWh/m³.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .units import BIOMASS, GAS, IN_OPERATION, NONE, PLANNED, PUBLIC_FROM_KW, STATE, WIND

PRODUCER, STORE = "producer", "storage"
BIOMETHANE, HYDROGEN = 825, 826
PORE_STORE = 659
SITE = (
    *("x", "y", "lon", "lat", "postcode", "street", "house_number", "cadastral_district", "parcels"),
    *("operator_id", "operator_name", "person", "checked"),
)
"""Columns a gas unit takes over from the electricity unit on its site."""

_KINDS: tuple[dict[str, object], ...] = (
    {
        "carrier": BIOMASS,
        "kind": PRODUCER,
        "name": "Biomethananlage Musterhof (fiktiv)",
        "technology": BIOMETHANE,
        "power_kw": 6_500.0,
        "year": 2014,
    },
    {
        "carrier": WIND,
        "kind": PRODUCER,
        "name": "Elektrolyse Musterhöhe (fiktiv)",
        "technology": HYDROGEN,
        "power_kw": 1_400.0,
        "year": 2024,
    },
    {
        "carrier": GAS,
        "kind": PRODUCER,
        "name": "Elektrolyse am Stadtwerk (fiktiv)",
        "technology": HYDROGEN,
        "power_kw": 5_000.0,
        "year": 2027,
    },
    {
        "carrier": BIOMASS,
        "kind": STORE,
        "name": "Gasspeicher Mustergrund (fiktiv)",
        "store_kind": PORE_STORE,
        "volume_kwh": 11_340_000.0,
        "injection_kw": 40_000.0,
        "withdrawal_kw": 55_000.0,
        "calorific_kwh_m3": 11.34,
        "year": 1998,
    },
)


def gas_units(units: pd.DataFrame) -> pd.DataFrame:
    """Make up the gas units: a biomethane plant, an electrolyser, a planned one, and a store.

    Parameters
    ----------
    units : DataFrame
        The town's electricity units as `units.register_units` makes them; large ones lend their site and operator.

    Returns
    -------
    DataFrame
        Columns of `SITE` and mastr_id, kind, name, technology, store_kind, power_kw, volume_kwh, injection_kw,
        withdrawal_kw, calorific_kwh_m3, storage_id, location_id, status, commissioned, planned, closed, paused,
        registered, updated.
    """
    hosts = [_host(units, int(str(kind["carrier"])), place) for place, kind in enumerate(_KINDS)]
    made = pd.concat(hosts, ignore_index=True)[list(SITE)]
    given = pd.DataFrame(list(_KINDS))
    made = made.join(given.drop(columns="carrier"))
    for code in ("technology", "store_kind"):
        made[code] = made[code].fillna(NONE).astype(int)
    serial = np.arange(1, len(made) + 1)
    made["mastr_id"] = [f"GEE{number:012d}" for number in serial]
    made["storage_id"] = [
        f"GSE{number:012d}" if kind == STORE else "" for number, kind in zip(serial, made["kind"])
    ]
    day = pd.to_datetime(made["year"].astype(str) + "-06-15")
    ahead = day > pd.Timestamp(STATE)
    made["status"] = np.where(ahead, PLANNED, IN_OPERATION)
    made["location_id"] = [
        "" if planned else f"GEL{number:012d}" for number, planned in zip(serial, ahead.tolist())
    ]
    made["commissioned"] = day.where(~ahead)
    made["planned"] = day.where(ahead)
    made["closed"] = made["paused"] = pd.NaT
    registered = pd.Timestamp("2019-06-03") + pd.to_timedelta(serial * 9, unit="D")
    made["registered"] = registered
    made["updated"] = registered + pd.Timedelta(days=400, hours=11)
    return made


def _host(units: pd.DataFrame, carrier: int, place: int) -> pd.DataFrame:
    """A large electricity unit of a carrier, or any large one; the same of several kinds where there are few."""
    large = units["gross_kw"] >= PUBLIC_FROM_KW
    wanted = units[large & (units["carrier"] == carrier) & units["lon"].between(9, 16)]
    there = wanted if len(wanted) else units[large]
    return there.sort_values("mastr_id", kind="stable").iloc[[place % len(there)]]
