"""The 100 m grid of the Census 2022: counts per cell in the form in which the statistical offices publish them."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np
import pandas as pd

from .geodesy import to_census
from .scale import Scale

CELL_M = 100
AGE_HEADINGS = (
    "Vor1919",
    "a1919bis1948",
    "a1949bis1978",
    "a1979bis1990",
    "a1991bis2000",
    "a2001bis2010",
    "a2011bis2019",
    "a2020undspaeter",
)
AGE_LIMITS = (1919, 1949, 1979, 1991, 2001, 2011, 2020)
TYPE_HEADINGS = (
    "FreiEFH",
    "EFH_DHH",
    "EFH_Reihenhaus",
    "Freist_ZFH",
    "ZFH_DHH",
    "ZFH_Reihenhaus",
    "MFH_3bis6Wohnungen",
    "MFH_7bis12Wohnungen",
    "MFH_13undmehrWohnungen",
    "AndererGebaeudetyp",
)
CARRIER_HEADINGS = {
    "gas": "Gas",
    "oil": "Heizoel",
    "wood": "Holz_Holzpellets",
    "biomass": "Biomasse_Biogas",
    "ambient": "Solar_Geothermie_Waermepumpen",
    "electricity": "Strom",
    "coal": "Kohle",
    "district_heating": "Fernwaerme",
    "none": "kein_Energietraeger",
}
HEATING_HEADINGS = {
    "district": "Fernheizung",
    "storey": "Etagenheizung",
    "block": "Blockheizung",
    "central": "Zentralheizung",
    "stoves": "Einzel_Mehrraumoefen",
    "none": "keine_Heizung",
}
DASH = "–"


@dataclass(frozen=True)
class CensusFile:
    """One topic.

    Attributes
    ----------
    name : str
        File name as published.
    encoding : str
    frame : DataFrame
        GITTER_ID_100m, x_mp_100m, y_mp_100m, the topic's columns; numbers, NaN where a dash is printed.
    archive : str
        Name of the zip the topic comes in; empty for a plain file.
    """

    name: str
    encoding: str
    frame: pd.DataFrame
    archive: str = ""


def cells_of(points: np.ndarray) -> np.ndarray:
    """Lower left corners of the cells of points relative to the town's centre, shape (n, 2), EPSG:3035 [m]."""
    return np.floor(to_census(points) / CELL_M).astype(np.int64) * CELL_M


def census_files(scale: Scale, truth: pd.DataFrame, points: np.ndarray) -> tuple[CensusFile, ...]:
    """Count the buildings with dwellings of each cell by topic.

    Counts are changed a little and small ones hidden, as the offices do to protect single answers; so classes do
    not add up to totals.

    Parameters
    ----------
    truth : DataFrame, shape (n,)
        dwellings, inhabitants, built_year, form, carrier, heating, floor_area_m2.
    points : ndarray, shape (n, 2)
        Places of the buildings relative to the town's centre.
    """
    lived_in = (truth["dwellings"] > 0).to_numpy()
    homes = truth[lived_in].reset_index(drop=True)
    corner = cells_of(points[lived_in])
    unique, cell = np.unique(corner[:, ::-1], axis=0, return_inverse=True)  # by northing, then easting
    cell = cell.ravel()
    rng = scale.stream("census")
    grid = pd.DataFrame(
        {
            "GITTER_ID_100m": [f"CRS3035RES100mN{n}E{e}" for n, e in unique.tolist()],
            "x_mp_100m": unique[:, 1] + CELL_M // 2,
            "y_mp_100m": unique[:, 0] + CELL_M // 2,
        }
    )
    age = np.searchsorted(AGE_LIMITS, homes["built_year"], side="right")
    kind = _types(homes)
    carrier = homes["carrier"].map({name: i for i, name in enumerate(CARRIER_HEADINGS)}).to_numpy()
    heating = homes["heating"].map({name: i for i, name in enumerate(HEATING_HEADINGS)}).to_numpy()
    topics = (
        (
            "Zensus2022_Gebaeude_nach_Baujahr_in_MZ_Klassen",
            "Insgesamt_Gebaeude",
            AGE_HEADINGS,
            age,
            "utf-8",
            "",
        ),
        ("Zensus2022_Geb_Gebaeudetyp_Groesse", "Insgesamt_Gebaeude", TYPE_HEADINGS, kind, "utf-8", ""),
        (
            "Zensus2022_Gebaeude_nach_Energietraeger_der_Heizung",
            "Insgesamt_Energietraeger",
            tuple(CARRIER_HEADINGS.values()),
            carrier,
            "cp1252",
            "Gebaeude_mit_Wohnraum_nach_Energietraeger_der_Heizung.zip",
        ),
        (
            "Zensus2022_Gebaeude_nach_ueberwiegender_Heizungsart",
            "Insgesamt_Heizungsart",
            tuple(HEATING_HEADINGS.values()),
            heating,
            "cp1252",
            "",
        ),
    )
    files = []
    for name, total, headings, classes, encoding, archive in topics:
        counts = np.zeros((len(unique), len(headings)), dtype=int)
        np.add.at(counts, (cell, classes), 1)
        frame = grid.copy()
        frame[total] = _protected(rng, counts.sum(axis=1))
        for i, heading in enumerate(headings):
            frame[heading] = _protected(rng, counts[:, i])
        files.append(CensusFile(f"{name}_100m-Gitter.csv", encoding, frame, archive))
    people = np.bincount(cell, homes["inhabitants"], minlength=len(unique)).astype(int)
    frame = grid.assign(Einwohner=_protected(rng, people))
    frame = frame[frame["Einwohner"].notna()].reset_index(drop=True)
    files.append(CensusFile("Zensus2022_Bevoelkerungszahl_100m-Gitter.csv", "utf-8", frame))
    flats = np.bincount(cell, homes["dwellings"], minlength=len(unique))
    area = np.bincount(cell, homes["floor_area_m2"], minlength=len(unique)) * 0.86
    frame = grid.assign(durchschnFlaechejeWohn=np.round(area / np.maximum(flats, 1), 2))
    frame["werterlaeuternde_Zeichen"] = np.where(flats < 5, "KLAMMERN", "")
    files.append(CensusFile("Zensus2022_Durchschn_Flaeche_je_Wohnung_100m-Gitter.csv", "utf-8", frame))
    return tuple(files)


def _types(homes: pd.DataFrame) -> np.ndarray:
    """Position of each building's type in TYPE_HEADINGS."""
    flats = homes["dwellings"].to_numpy()
    form = homes["form"].astype(str)
    terraced = form.str.startswith(("terrace", "core", "gruenderzeit", "vorstadt")).to_numpy()
    twin = (form == "siedlung").to_numpy()
    attached = np.where(terraced, 2, np.where(twin, 1, 0))
    mixed = homes["gfk"].isin([1100, 1110]).to_numpy()
    size = np.select([flats <= 2, flats <= 6, flats <= 12], [attached + 3 * (flats == 2), 6, 7], 8)
    return np.where(mixed, 9, size)


def _protected(rng: np.random.Generator, counts: np.ndarray) -> np.ndarray:
    """Counts as published: shifted by up to two, never one or two, NaN (a dash) for nothing."""
    shift = rng.choice([-2, -1, 0, 1, 2], len(counts), p=[0.05, 0.15, 0.6, 0.15, 0.05])
    shown = np.where(counts > 0, np.maximum(counts + shift, 0), 0)
    small = (shown == 1) | (shown == 2)
    shown = np.where(small, np.where(rng.random(len(counts)) < shown / 3, 3, 0), shown)
    return np.where(shown > 0, shown.astype(float), np.nan)


def census_text(file: CensusFile) -> str:
    """Text of a topic's file: semicolons, decimal comma, a dash where nothing is published."""
    columns = []
    for name in file.frame:
        values = file.frame[name]
        if values.dtype == object:
            columns.append(values.tolist())
        elif name == "durchschnFlaechejeWohn":
            columns.append([f"{value:.2f}".replace(".", ",") for value in values.tolist()])
        else:
            columns.append([DASH if isnan(value) else str(int(value)) for value in values.tolist()])
    lines = [";".join(file.frame.columns), *map(";".join, zip(*columns))]
    return "\r\n".join(lines) + "\r\n"
