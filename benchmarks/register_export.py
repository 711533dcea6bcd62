"""Writes a bulk export of any size with the official fields, for measurements: same size and seed, same bytes.

`register_fields.csv` lists the elements of each table in the order of the official schema (26.1), what kind of value
they hold and in how many rows they are filled; those left out in a row are empty there. Numbers, days, places and
references are drawn anew for each row, so that the archive packs about as well as the real one (17-fold, the real one
19-fold), and units, EEG plants, stores, locations, connections and operators refer to each other as in the register.
Everything is invented.
"""

from __future__ import annotations

import csv
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from enact_plugin.reference.tables import rows  # noqa: E402

PART_ROWS = 100_000
CHUNK_ROWS = 10_000
LEIPZIG, LEIPZIG_SHARE, SAXONY_SHARE = "14713000", 0.0022, 0.045
# rows per solar unit, about as in the register of 2026; the last three, and how little of operators who are persons is
# filled, as in the export of 3 February 2022 (list of files and empty fields: github.com/marktstammdatenregister-dev)
SHARES = {
    "EinheitenSolar": 1.0,
    "EinheitenStromSpeicher": 0.42,
    "EinheitenVerbrennung": 0.016,
    "EinheitenWind": 0.007,
    "EinheitenBiomasse": 0.004,
    "EinheitenWasser": 0.0015,
    "EinheitenGeothermieGrubengasDruckentspannung": 0.0001,
    "EinheitenKernkraft": 0.00001,
    "EinheitenGasErzeuger": 0.00006,
    "EinheitenGasSpeicher": 0.00003,
    "AnlagenEegSolar": 1.0,
    "AnlagenEegSpeicher": 0.25,
    "AnlagenEegWind": 0.007,
    "AnlagenEegBiomasse": 0.004,
    "AnlagenEegWasser": 0.0015,
    "AnlagenStromSpeicher": 0.42,
    "AnlagenKwk": 0.013,
    "AnlagenGasSpeicher": 0.00003,
    "EinheitenGenehmigung": 0.01,
    "Netzanschlusspunkte": 0.87,
    "Lokationen": 1.07,
    "Marktakteure": 0.86,
}
UNITS = tuple(table for table in SHARES if table.startswith("Einheiten") and table != "EinheitenGenehmigung")
# element of a unit -> the table it points into; Lokationen and Marktakteure serve all units
LINKS = {
    ("EinheitenSolar", "EegMaStRNummer"): "AnlagenEegSolar",
    ("EinheitenStromSpeicher", "EegMaStRNummer"): "AnlagenEegSpeicher",
    ("EinheitenStromSpeicher", "SpeMastrNummer"): "AnlagenStromSpeicher",
    ("EinheitenWind", "EegMaStRNummer"): "AnlagenEegWind",
    ("EinheitenBiomasse", "EegMaStRNummer"): "AnlagenEegBiomasse",
    ("EinheitenWasser", "EegMaStRNummer"): "AnlagenEegWasser",
    ("EinheitenVerbrennung", "KwkMaStRNummer"): "AnlagenKwk",
    ("EinheitenGasSpeicher", "SpeicherMaStRNummer"): "AnlagenGasSpeicher",
}
OWNERS = {target: unit for (unit, _element), target in LINKS.items()}
OWN_ID = {
    "Lokationen": "MastrNummer",
    "Marktakteure": "MastrNummer",
    "Netzanschlusspunkte": "NetzanschlusspunktMastrNummer",
    "AnlagenStromSpeicher": "MaStRNummer",
    "AnlagenGasSpeicher": "MaStRNummer",
    "AnlagenKwk": "KwkMastrNummer",
    "EinheitenGenehmigung": "GenMastrNummer",
}
PREFIXES = {
    **dict.fromkeys(UNITS, "SEE"),
    **{table: "EEG" for table in SHARES if table.startswith("AnlagenEeg")},
    "EinheitenGasErzeuger": "SGE",
    "EinheitenGasSpeicher": "SGE",
    "AnlagenStromSpeicher": "SSE",
    "AnlagenGasSpeicher": "SGS",
    "AnlagenKwk": "KWK",
    "Lokationen": "SEL",
    "Netzanschlusspunkte": "SAN",
    "Marktakteure": "ABR",
    "EinheitenGenehmigung": "SGM",
}
# codes that decide what a unit is; all other codes are drawn from those the schema allows
CODES = {
    ("EinheitenSolar", "Energietraeger"): "2495",
    ("EinheitenStromSpeicher", "Energietraeger"): "2496",
    ("EinheitenWind", "Energietraeger"): "2497",
    ("EinheitenBiomasse", "Energietraeger"): "2493",
    ("EinheitenWasser", "Energietraeger"): "2498",
    ("EinheitenVerbrennung", "Energietraeger"): "2410",
    ("EinheitenKernkraft", "Energietraeger"): "2412",
    ("EinheitenGeothermieGrubengasDruckentspannung", "Energietraeger"): "2403",
}
USUAL = {
    "Land": "84",
    "EinheitBetriebsstatus": "35",
    "AnlageBetriebsstatus": "35",
    "EinheitSystemstatus": "472",
}
STREETS = (
    "Lindenstraße", "Hauptstraße", "Am Mühlgraben", "Bergstraße", "Schulstraße", "Dorfstraße", "An der Aue",
    "Gartenweg", "Bahnhofstraße", "Goethestraße", "Am Anger", "Ringstraße", "Kirchweg", "Waldstraße", "Zur Höhe",
)  # fmt: skip
NAMES = (
    "PV-Anlage {s} {n}", "Solaranlage {s}", "PV {s} {n} – Süd", "Photovoltaik Dach {n}", "Balkonkraftwerk", "PVA{n}",
    "Speicher {s} {n}", "Hausspeicher", "{s} {n}", "Anlage & Speicher {n}", "PV-Dachanlage {n}", "Stecker-Solar {n}",
)  # fmt: skip
SYLLABLES = ("Alt", "Neu", "Ober", "Nieder", "Berg", "Wald", "See", "Stein", "Buch", "Eich", "Rot", "Lind")
ENDINGS = ("heim", "stadt", "dorf", "hausen", "au", "feld", "kirchen", "bach", "ingen", "leben", "ow", "itz")
_STATE_CODES = dict(zip(
    ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "16"),
    ("1410", "1405", "1408", "1404", "1409", "1406", "1411", "1402", "1403", "1412", "1401", "1400", "1407", "1413",
     "1414", "1415"),
))  # fmt: skip


@dataclass(frozen=True)
class Field:
    """One element of a table."""

    element: str
    kind: str
    share: float
    values: tuple[str, ...]


@cache
def schema() -> dict[str, tuple[str, tuple[Field, ...]]]:
    """Table -> (element of its rows, its fields)."""
    found: dict[str, tuple[str, list[Field]]] = {}
    with (Path(__file__).parent / "register_fields.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = tuple(row["values"].split("|")) if row["values"] else ()
            fields = found.setdefault(row["table"], (row["row"], []))[1]
            fields.append(Field(row["element"], row["kind"], float(row["share"]), values))
    return {table: (row, tuple(fields)) for table, (row, fields) in found.items()}


def mixed(values: np.ndarray, salt: int) -> np.ndarray:
    """Numbers that look random, always the same for the same input (splitmix64)."""
    with np.errstate(over="ignore"):
        mix = values.astype(np.uint64) + np.uint64((salt * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF)
        mix = (mix ^ (mix >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mix = (mix ^ (mix >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return mix ^ (mix >> np.uint64(31))


class Places:
    """Invented municipalities of all states, and the real ones of Saxony."""

    def __init__(self) -> None:
        saxony = [
            row for row in rows("municipalities") if row["ags"].startswith("14") and not row["valid_to"]
        ]
        self.ags = [row["ags"] for row in saxony]
        self.names = [row["name"] for row in saxony]
        self.districts = [row["district"] for row in saxony]
        draw = np.random.default_rng(7)
        states = [code for code in _STATE_CODES if code != "14"]
        for number in range(10_400):
            state = states[number % len(states)]
            self.ags.append(f"{state}{1 + number // 1500:03d}{number % 1000:03d}")
            self.names.append(
                f"{draw.choice(SYLLABLES)}{draw.choice(SYLLABLES).lower()}{draw.choice(ENDINGS)}"
            )
            self.districts.append(f"{draw.choice(SYLLABLES)}{draw.choice(ENDINGS)}-Kreis")
        weights = 1 / (1 + draw.permutation(len(self.ags))) ** 0.7
        inside = np.array([ags.startswith("14") for ags in self.ags])
        leipzig = np.array([ags == LEIPZIG for ags in self.ags])
        for mask, share in (
            (leipzig, LEIPZIG_SHARE), (inside & ~leipzig, SAXONY_SHARE - LEIPZIG_SHARE), (~inside, 1 - SAXONY_SHARE)
        ):  # fmt: skip
            weights[mask] *= share / weights[mask].sum()
        self.cumulated = np.cumsum(weights)
        postcodes = [
            f"{(int(ags[:2]) * 6131 + number * 7) % 98000 + 1000:05d}" for number, ags in enumerate(self.ags)
        ]
        self.columns = {
            "Bundesland": [_STATE_CODES[ags[:2]] for ags in self.ags],
            "Landkreis": self.districts,
            "Gemeinde": self.names,
            "Gemeindeschluessel": self.ags,
            "Postleitzahl": postcodes,
            "Ort": self.names,
        }

    def drawn(self, draw: np.random.Generator, count: int) -> np.ndarray:
        """Indices of as many places."""
        return np.minimum(np.searchsorted(self.cumulated, draw.random(count)), len(self.ags) - 1)


class Export:
    """Tables of an export with so many solar units."""

    def __init__(self, solar: int, seed: int = 1) -> None:
        self.counts = {table: max(3, round(share * solar)) for table, share in SHARES.items()}
        self.seed = seed
        self.places = Places()
        offsets = np.cumsum([0, *(self.counts[table] for table in UNITS)])
        self.offsets = dict(zip(UNITS, offsets.tolist()))
        self.units = int(offsets[-1])

    def ids(self, table: str, index: np.ndarray) -> list[str]:
        """Numbers of rows: they grow with the row, and are as irregular as the register's."""
        tables = list(SHARES)
        step = 9 * 10**10 // (self.counts[table] + 1) // 64 * 64
        number = (
            index.astype(np.int64) * step
            + (mixed(index, tables.index(table)) % np.uint64(step // 64)).astype(np.int64) * 64
        )
        prefix = PREFIXES[table]
        return [f"{prefix}9{value:011d}" for value in (number + tables.index(table)).tolist()]

    def owner(self, table: str, index: np.ndarray) -> tuple[str, np.ndarray]:
        """Units that rows of a linked table belong to."""
        unit = OWNERS[table]
        return unit, _turned(index, self.counts[unit])

    def target(self, unit: str, element: str, index: np.ndarray) -> list[str]:
        """Numbers that units refer to; empty text where there is no such row."""
        table = LINKS[unit, element]
        at = _turned_back(index, self.counts[unit])
        there = at < self.counts[table]
        return [text if exists else "" for text, exists in zip(self.ids(table, at), there.tolist())]

    def unit_ids(self, number: np.ndarray) -> list[str]:
        """Numbers of units counted over all tables."""
        found = np.empty(len(number), dtype=object)
        for unit in UNITS:
            inside = (number >= self.offsets[unit]) & (number < self.offsets[unit] + self.counts[unit])
            found[inside] = self.ids(unit, number[inside] - self.offsets[unit])
        return [text or "" for text in found.tolist()]

    def chunk(self, table: str, start: int, stop: int) -> str:
        """Rows of a table as XML."""
        row, fields = schema()[table]
        index = np.arange(start, stop)
        draw = np.random.default_rng([self.seed, list(SHARES).index(table), start])
        place = self.places.drawn(draw, len(index))
        columns = []
        for field in fields:
            texts = self._texts(table, field, index, place, draw)
            opened, closed = f"<{field.element}>", f"</{field.element}>"
            if field.share < 1:
                filled = (draw.random(len(index)) < field.share).tolist()
                columns.append(
                    [opened + text + closed if text and there else "" for text, there in zip(texts, filled)]
                )
            else:
                columns.append([opened + text + closed if text else "" for text in texts])
        return "".join([f"<{row}>{''.join(cells)}</{row}>" for cells in zip(*columns)])

    def _texts(
        self, table: str, field: Field, index: np.ndarray, place: np.ndarray, draw: np.random.Generator
    ) -> list[str]:
        count = len(index)
        if field.kind == "place":
            column = self.places.columns[field.element]
            return [column[at] for at in place.tolist()]
        if field.kind in ("id", "links"):
            return self._reference(table, field.element, index, draw)
        if (table, field.element) in CODES:
            return [CODES[table, field.element]] * count
        return _drawn(field, count, draw)

    def _reference(self, table: str, element: str, index: np.ndarray, draw: np.random.Generator) -> list[str]:
        """Numbers of this or another table; of none of those written where the element is none of the known ones."""
        own = OWN_ID.get(table, "EinheitMastrNummer" if table in UNITS else "EegMaStRNummer")
        number = index + self.offsets.get(table, 0)
        ways: dict[str, Callable[[], list[str]]] = {
            own: lambda: self.ids(table, index),
            "AnlagenbetreiberMastrNummer": lambda: self.ids(
                "Marktakteure", _turned_back(number, self.units) % self.counts["Marktakteure"]
            ),
            "LokationMaStRNummer": lambda: self.ids("Lokationen", self._location(table, index, number)),
            "VerknuepfteEinheitenMaStRNummern": lambda: self._linked(table, index, draw),
            "NetzanschlusspunkteMaStRNummern": lambda: self.ids("Netzanschlusspunkte", index),
            "NetzbetreiberMaStRNummer": lambda: _any_id("SNB", 900, index, draw),
            "NetzMaStRNummer": lambda: _any_id("SNE", 900, index, draw),
        }
        if (table, element) in LINKS and element != own:
            return self.target(table, element, index)
        return ways.get(element, lambda: _any_id("SEE", 10**7, index, draw))()

    def _location(self, table: str, index: np.ndarray, number: np.ndarray) -> np.ndarray:
        at = index if table == "Netzanschlusspunkte" else _turned_back(number, self.units)
        return at % self.counts["Lokationen"]

    def _linked(self, table: str, index: np.ndarray, draw: np.random.Generator) -> list[str]:
        if table in OWNERS:
            return self.ids(*self.owner(table, index))
        if table == "Lokationen":
            return self.unit_ids(_turned(index, self.units))
        return _any_id("SEE", 10**7, index, draw)


def _any_id(prefix: str, count: int, index: np.ndarray, draw: np.random.Generator) -> list[str]:
    """One of so many numbers."""
    return [f"{prefix}9{value * 7919:011d}" for value in draw.integers(0, count, len(index)).tolist()]


def _drawn(field: Field, count: int, draw: np.random.Generator) -> list[str]:
    """Values of an element that refers to nothing."""
    if field.element in USUAL:
        rare = (draw.random(count) < 0.02) & (field.element != "Land")
        return [field.values[0] if other else USUAL[field.element] for other in rare.tolist()]
    return _KINDS[field.kind](field, count, draw)


def _flags(_field: Field, count: int, draw: np.random.Generator) -> list[str]:
    return ["1" if value else "0" for value in (draw.random(count) < 0.15).tolist()]


def _codes(field: Field, count: int, draw: np.random.Generator) -> list[str]:
    at = np.minimum(draw.geometric(0.6, count) - 1, len(field.values) - 1)
    return [field.values[value] for value in at.tolist()]


def _counts(_field: Field, count: int, draw: np.random.Generator) -> list[str]:
    return [str(value) for value in (draw.gamma(2, 12, count) + 1).astype(int).tolist()]


def _moments(_field: Field, count: int, draw: np.random.Generator) -> list[str]:
    days = _days(_field, count, draw)
    seconds, parts = draw.integers(0, 86400, count).tolist(), draw.integers(0, 10**7, count).tolist()
    return [
        f"{day}T{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}.{part:07d}"
        for day, s, part in zip(days, seconds, parts)
    ]


def _days(_field: Field, count: int, draw: np.random.Generator) -> list[str]:
    days = np.datetime64("2026-08-01") - (draw.beta(1, 3, count) * 9000).astype("timedelta64[D]")
    return np.datetime_as_string(days).tolist()


def _numbers(field: Field, count: int, draw: np.random.Generator) -> list[str]:
    element = field.element
    if element in ("Laengengrad", "Breitengrad"):
        low, high = (6.0, 15.0) if element == "Laengengrad" else (47.4, 54.9)
        return [f"{value:.6f}" for value in draw.uniform(low, high, count).tolist()]
    return [f"{value:.3f}" for value in np.round(draw.lognormal(2, 0.7, count), 2).tolist()]


def _words(field: Field, count: int, draw: np.random.Generator) -> list[str]:
    element = field.element
    numbers = draw.integers(1, 400, count).tolist()
    if element == "Hausnummer":
        return [str(number % 90 + 1) for number in numbers]
    if element == "AnlagenschluesselEeg":
        high, low = (
            draw.integers(10**12, 10**13, count).tolist(),
            draw.integers(10**12, 10**13, count).tolist(),
        )
        return [f"E{1000 + number}01{a}{b}" for number, a, b in zip(numbers, high, low)]
    if element == "Messlokation":
        high = draw.integers(10**14, 10**15, count).tolist()
        return [f"DE000{number:03d}{number * 17:06d}{value:020d}" for number, value in zip(numbers, high)]
    names = draw.integers(0, len(NAMES), count).tolist()
    streets = draw.integers(0, len(STREETS), count).tolist()
    if element == "Strasse":
        return [STREETS[street] for street in streets]
    return [escape(NAMES[name].format(s=STREETS[s], n=n)) for name, s, n in zip(names, streets, numbers)]


_KINDS = {
    "flag": _flags,
    "code": _codes,
    "count": _counts,
    "day": _days,
    "moment": _moments,
    "number": _numbers,
    "text": _words,
}


def _turned(index: np.ndarray, count: int) -> np.ndarray:
    """Another order of `count` numbers, so that references do not grow with the row."""
    return (index.astype(np.int64) % count * _factor(count) + 12345) % count


def _turned_back(index: np.ndarray, count: int) -> np.ndarray:
    return (index.astype(np.int64) - 12345) % count * pow(_factor(count), -1, count) % count


@cache
def _factor(count: int) -> int:
    """A number without a common divisor with `count`, near the golden section of it."""
    factor = max(1, round(count * 0.381966))
    while np.gcd(factor, count) != 1:
        factor += 1
    return factor


def bytes_per_solar_unit() -> float:
    """Bytes of XML of the whole export per solar unit, by the first rows of each table."""
    sample = Export(20_000)
    total = 0.0
    for table, share in SHARES.items():
        rows_here = min(1000, sample.counts[table])
        total += share * 2 * len(sample.chunk(table, 0, rows_here)) / rows_here
    return total


def write_export(path: Path, size: int, seed: int = 1) -> None:
    """Write an export of at least so many bytes of XML; memory stays that of some thousand rows."""
    export = Export(round(size / bytes_per_solar_unit() * 1.01), seed)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6, allowZip64=True) as archive:
        for table, count in export.counts.items():
            parts = -(-count // PART_ROWS)
            for part in range(parts):
                name = f"{table}_{part + 1}.xml" if parts > 1 or count > 2000 else f"{table}.xml"
                # the last row of a part stands again at the head of the next one, as in the register's own export
                start = max(0, part * PART_ROWS - 1)
                body = _chunks(export, table, start, min(count, (part + 1) * PART_ROWS))
                _write(archive, name, table, body)
        _write(archive, "Katalogwerte.xml", "Katalogwerte", [_catalogue()])


def _chunks(export: Export, table: str, start: int, stop: int) -> Iterator[str]:
    for at in range(start - start % CHUNK_ROWS, stop, CHUNK_ROWS):
        text = export.chunk(table, at, min(at + CHUNK_ROWS, export.counts[table]))
        if at < start:
            row = f"</{schema()[table][0]}>"
            text = row.join(text.split(row)[start - at :])
        yield text


def _catalogue() -> str:
    known = {int(row["id"]): row for row in rows("demo_catalogue")}
    return "".join(
        f"<Katalogwert><Id>{number}</Id><Wert>{escape(row['text'])}</Wert>"
        f"<KatalogKategorieId>{row['category_id']}</KatalogKategorieId></Katalogwert>"
        for number, row in sorted(known.items())
    )


def _write(archive: zipfile.ZipFile, name: str, root: str, body: Iterator[str] | list[str]) -> None:
    info = zipfile.ZipInfo(name, (2026, 8, 1, 5, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as file:
        file.write(f'\ufeff<?xml version="1.0" encoding="UTF-16"?><{root}>'.encode("utf-16-le"))
        for text in body:
            file.write(text.encode("utf-16-le"))
        file.write(f"</{root}>".encode("utf-16-le"))


if __name__ == "__main__":
    write_export(Path(sys.argv[1]), round(float(sys.argv[2]) * 1e9))
