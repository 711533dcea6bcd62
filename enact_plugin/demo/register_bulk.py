"""Writes units in the form of the register's bulk export: a zip of UTF-16 XML tables on one line each."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape  # nosec B406: writes XML, never parses any

import numpy as np
import pandas as pd

from ..reference.tables import rows
from .bulk_fields import (
    APPROVAL,
    BEGIN,
    CHP_PLANT,
    CONNECTION,
    EEG_FIELDS,
    EEG_TABLES,
    GAS_PRODUCER,
    GAS_STORE,
    GAS_STORE_PLANT,
    LOCATION,
    OPERATOR,
    STORAGE_PLANT,
    UNIT_TABLES,
    Fields,
)
from .gas_units import STORE, gas_units
from .units import SOLAR, STORAGE

PART_ROWS = 100_000
"""Rows per part of a table, as in the real export."""
CHUNK_ROWS = 20_000
"""Rows turned into text at a time; keeps the memory small."""
DATED = (2025, 4, 1, 5, 0, 0)
"""Time stamp of all members, so that the same town gives the same bytes."""
POWER_LOCATION, GAS_LOCATION = 1, 3
"""Kinds of location: of electricity production, of gas production."""


def write_register_bulk(units: pd.DataFrame, path: Path) -> None:
    """Write units as the zip of the bulk export, with Katalogwerte and the tables of plants, places and operators.

    Fields without a value are left out; tables are ordered by number and cut every 100,000 rows; tables that the
    real export cuts carry a part number even when there is only one part. Gas units are made of the units' sites.
    """
    solar = units[(units["carrier"] == SOLAR) & (units["pair"] >= 0)].set_index("pair")["mastr_id"]
    units = units.assign(
        paired_solar_id=units["pair"].map(solar).where(units["carrier"] == STORAGE, "").fillna("")
    )
    gas = gas_units(units)
    units = units.sort_values("mastr_id", kind="stable")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        _write_units(archive, units)
        _write_plants(archive, units)
        _write_gas(archive, gas)
        _write_places(archive, units, gas)
        _write_catalogue(archive)


def _write_units(archive: zipfile.ZipFile, units: pd.DataFrame) -> None:
    for table, element, carriers, fields in UNIT_TABLES:
        _write_table(archive, table, element, units[units["carrier"].isin(carriers)], BEGIN + fields)
    approved = units[units["approval_id"] != ""]
    _write_table(archive, "EinheitenGenehmigung", "EinheitGenehmigung", approved, APPROVAL)


def _write_plants(archive: zipfile.ZipFile, units: pd.DataFrame) -> None:
    for table, element, carrier, fields in EEG_TABLES:
        chosen = units[(units["carrier"] == carrier) & (units["eeg_id"] != "")]
        _write_table(archive, table, element, chosen, EEG_FIELDS + fields)
    stores = units[units["storage_id"] != ""]
    _write_table(archive, "AnlagenStromSpeicher", "AnlageStromSpeicher", stores, STORAGE_PLANT)
    _write_table(archive, "AnlagenKwk", "AnlageKwk", _grouped(units, "chp_id"), CHP_PLANT)


def _write_gas(archive: zipfile.ZipFile, gas: pd.DataFrame) -> None:
    """Gas tables; a store stands among the producers too, as in the real export."""
    stores = gas[gas["kind"] == STORE]
    _write_table(archive, "EinheitenGasErzeuger", "EinheitGasErzeuger", gas, GAS_PRODUCER)
    _write_table(archive, "EinheitenGasSpeicher", "EinheitGasSpeicher", stores, GAS_STORE)
    _write_table(archive, "AnlagenGasSpeicher", "AnlageGasSpeicher", stores, GAS_STORE_PLANT)


def _write_places(archive: zipfile.ZipFile, units: pd.DataFrame, gas: pd.DataFrame) -> None:
    """Locations, their grid connections, and the operators."""
    locations = _locations(units, gas)
    _write_table(archive, "Lokationen", "Lokation", locations, LOCATION)
    _write_table(archive, "Netzanschlusspunkte", "Netzanschlusspunkt", _connections(locations), CONNECTION)
    operators = pd.concat([units, gas]).drop_duplicates("operator_id").sort_values("operator_id")
    _write_table(archive, "Marktakteure", "Marktakteur", operators, OPERATOR)


def _locations(units: pd.DataFrame, gas: pd.DataFrame) -> pd.DataFrame:
    """One row per location; `connections` and `voltages` are texts joined by a comma and by "; "."""
    places = pd.concat(
        [
            _grouped(units, "location_id").assign(location_type=POWER_LOCATION),
            _grouped(gas.assign(voltage=""), "location_id").assign(location_type=GAS_LOCATION),
        ],
        ignore_index=True,
    )
    number = pd.Series(np.arange(1, len(places) + 1)).map("SAN{:011d}".format)
    several = places["voltage"].str.count("; ") + 1
    places["connections"] = [
        ", ".join(f"{first}{place}" for place in range(count)) for first, count in zip(number, several)
    ]
    return places


def _connections(locations: pd.DataFrame) -> pd.DataFrame:
    """One row per grid connection, ordered by number."""
    split = locations.assign(
        connection_id=locations["connections"].str.split(", "), voltage=locations["voltage"].str.split("; ")
    )
    return split.explode(["connection_id", "voltage"]).sort_values("connection_id", kind="stable")


def _grouped(units: pd.DataFrame, key: str) -> pd.DataFrame:
    """One row per plant or location, with the numbers of its units."""
    there = units[units[key] != ""].sort_values([key, "mastr_id"], kind="stable")
    linked = there.groupby(key, sort=True)["mastr_id"].agg(", ".join)
    first = there.drop_duplicates(key).set_index(key)
    return first.assign(linked=linked).reset_index()


# tables that the real export writes in numbered parts
IN_PARTS = (
    "EinheitenSolar",
    "EinheitenStromSpeicher",
    "AnlagenEegSolar",
    "AnlagenEegSpeicher",
    "AnlagenStromSpeicher",
    "Lokationen",
    "Netzanschlusspunkte",
    "Marktakteure",
)


def _write_table(
    archive: zipfile.ZipFile, table: str, element: str, units: pd.DataFrame, fields: Fields
) -> None:
    parts = max(1, -(-len(units) // PART_ROWS))
    for part in range(parts):
        chunk = units.iloc[part * PART_ROWS : (part + 1) * PART_ROWS]
        name = f"{table}_{part + 1}.xml" if table in IN_PARTS else f"{table}.xml"
        _write_member(archive, name, table, _elements(element, chunk, fields))


def _elements(element: str, units: pd.DataFrame, fields: Fields) -> Iterator[str]:
    """Text of the elements, some thousand at a time."""
    for start in range(0, len(units), CHUNK_ROWS):
        chunk = units.iloc[start : start + CHUNK_ROWS]
        columns = [
            [f"<{name}>{text}</{name}>" if text else "" for text in write(chunk)] for name, write in fields
        ]
        yield "".join(f"<{element}>{''.join(row)}</{element}>" for row in zip(*columns))


def _write_catalogue(archive: zipfile.ZipFile) -> None:
    entries = rows("demo_catalogue")
    body = "".join(
        f"<Katalogwert><Id>{row['id']}</Id><Wert>{escape(row['text'])}</Wert>"
        f"<KatalogKategorieId>{row['category_id']}</KatalogKategorieId></Katalogwert>"
        for row in sorted(
            {(int(r["id"]), r["text"], r["category_id"]): r for r in entries}.values(), key=_by_id
        )
    )
    _write_member(archive, "Katalogwerte.xml", "Katalogwerte", [body])
    categories = dict.fromkeys((row["category_id"], row["category"]) for row in entries)
    body = "".join(
        f"<Katalogkategorie><Id>{number}</Id><Name>{name}</Name></Katalogkategorie>"
        for number, name in categories
    )
    _write_member(archive, "Katalogkategorien.xml", "Katalogkategorien", [body])


def _by_id(row: dict[str, str]) -> int:
    return int(row["id"])


def _write_member(archive: zipfile.ZipFile, name: str, root: str, body: Iterable[str]) -> None:
    info = zipfile.ZipInfo(name, DATED)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as file:
        file.write(f'\ufeff<?xml version="1.0" encoding="UTF-16"?><{root}>'.encode("utf-16-le"))
        for text in body:
            file.write(text.encode("utf-16-le"))
        file.write(f"</{root}>".encode("utf-16-le"))
