"""Which file holds what, and the files that are text."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..errors import EnactError
from ..progress import SILENT, Progress
from .census import CensusFile, census_text
from .register_bulk import DATED, write_register_bulk
from .register_csv import write_register_csv
from .register_json import write_register_json
from .town import Musterstadt

CSV_NAME = "mastr_einheiten_fiktiv.csv"
JSON_FOLDER = "mastr_endpunkt_fiktiv"
BULK_NAME = "mastr_gesamtdatenexport_fiktiv.zip"
CENSUS_FOLDER = "zensus2022_fiktiv"
POPULATION_NAME = "einwohner_fiktiv.csv"
README_NAME = "LIESMICH.txt"


@dataclass(frozen=True)
class DemoFile:
    """A vector file of the demo municipality.

    Attributes
    ----------
    name : str
        File name; GeoPackage or GeoJSON by its ending.
    frame : GeoDataFrame
        EPSG:25833.
    kind : str
        Kind of layer as in layer_kinds.csv; "buildings" for the cadastre's buildings.
    """

    name: str
    frame: pd.DataFrame
    kind: str


def vector_files(town: Musterstadt) -> tuple[DemoFile, ...]:
    """Say which frame goes to which file.

    The border writes them: this room writes text only.
    """
    return (
        DemoFile("gemeinde_fiktiv.geojson", town.municipality, "boundary"),
        DemoFile("ortsteile_fiktiv.geojson", town.districts, "districts"),
        DemoFile("postleitzahlen_fiktiv.geojson", town.postcodes, "postcodes"),
        DemoFile("strassen_fiktiv.gpkg", town.streets, "streets"),
        DemoFile("bahn_fiktiv.geojson", town.rail, "rail"),
        DemoFile("fliessgewaesser_fiktiv.geojson", town.waterways, "waterways"),
        DemoFile("gewaesser_fiktiv.geojson", town.water, "water"),
        DemoFile("hauskoordinaten_fiktiv.gpkg", town.addresses, "addresses"),
        DemoFile("alkis_gebaeude_fiktiv.gpkg", town.buildings, "buildings"),
        DemoFile("flaechennutzung_fiktiv.gpkg", town.landuse, "landuse"),
        DemoFile("baubloecke_fiktiv.gpkg", town.blocks, "given_blocks"),
        DemoFile("schutzgebiete_fiktiv.geojson", town.exclusions, "exclusions"),
        DemoFile("waermenetze_fiktiv.gpkg", town.heat_networks, "heat_networks"),
        DemoFile("waermenetzgebiete_fiktiv.geojson", town.heat_network_areas, "heat_network_areas"),
        DemoFile("waermeerzeuger_fiktiv.geojson", town.heat_plants, "heat_plants"),
        DemoFile("gasnetz_baubloecke_fiktiv.gpkg", town.gas_blocks, "gas_blocks"),
        DemoFile("versorgungsgebiete_fiktiv.gpkg", town.supply_areas, "supply_areas"),
        DemoFile("eignung_zieljahr_fiktiv.gpkg", town.suitability, "suitability"),
        DemoFile("eignungspruefung_fiktiv.geojson", town.pretest_areas, "pretest_areas"),
        DemoFile("waermedichte_fiktiv.gpkg", town.heat_density, "heat_density"),
        DemoFile("grossverbraucher_fiktiv.geojson", town.large_consumers, "large_consumers"),
    )


def write_texts(town: Musterstadt, folder: Path, progress: Progress = SILENT) -> dict[str, Path]:
    """Write the text files: register in its three forms, census, inhabitants, and a readme.

    Parameters
    ----------
    town : Musterstadt
    folder : Path
        Is made when it is not there; files of the same names are replaced.
    progress : Progress

    Returns
    -------
    dict
        plants_csv, plants_json (folder), plants_bulk, census (folder), population, readme to their paths.

    Raises
    ------
    EnactError
        ``demo_not_written`` when the disk refuses.
    """
    folder = Path(folder)
    paths = {
        "plants_csv": folder / CSV_NAME,
        "plants_json": folder / JSON_FOLDER,
        "plants_bulk": folder / BULK_NAME,
        "census": folder / CENSUS_FOLDER,
        "population": folder / POPULATION_NAME,
        "readme": folder / README_NAME,
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        progress(0.0, "demo_writing_register")
        write_register_csv(town.units, paths["plants_csv"])
        progress(0.25, "demo_writing_register")
        for stale in paths["plants_json"].glob("seite_*.json"):
            stale.unlink()
        write_register_json(town.units, paths["plants_json"])
        progress(0.6, "demo_writing_register")
        write_register_bulk(town.units, paths["plants_bulk"])
        progress(0.9, "demo_writing_census")
        write_census(town.census, paths["census"])
        town.population.rename(columns=POPULATION_HEADINGS).to_csv(paths["population"], sep=";", index=False)
        paths["readme"].write_text(readme(town), encoding="utf-8")
    except OSError as error:
        detail = error.strerror or str(error)
        raise EnactError("demo_not_written", path=str(error.filename or folder), detail=detail) from error
    progress(1.0)
    return paths


POPULATION_HEADINGS = {
    "area_kind": "gebietsart",
    "area_id": "ot_nr",
    "area_name": "ot_name",
    "inhabitants": "einwohner",
    "dwellings": "wohnungen",
    "date": "stichtag",
}


def write_census(files: tuple[CensusFile, ...], folder: Path) -> None:
    """Write one file per topic; topics that come as a zip are zipped."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        data = census_text(file).encode(file.encoding)
        if not file.archive:
            (folder / file.name).write_bytes(data)
            continue
        with zipfile.ZipFile(folder / file.archive, "w", zipfile.ZIP_DEFLATED) as archive:
            info = zipfile.ZipInfo(f"{file.archive[:-4]}/{file.name}", DATED)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)


def readme(town: Musterstadt) -> str:
    """Text that says that all of this is invented, and what is wrong in it on purpose."""
    reasons = {
        "coordinates_elsewhere": "Koordinaten an einem anderen Ort",
        "coordinates_swapped": "Breite und Länge vertauscht",
        "watts_entered_as_kw": "Watt als Kilowatt eingetragen",
        "gross_below_net": "Bruttoleistung unter Nettoleistung",
        "commissioned_in_future": "Inbetriebnahme in der Zukunft",
        "plug_in_too_large": "Balkonkraftwerk mit zu großer Leistung",
    }
    lines = [
        "MUSTERSTADT (FIKTIV) – Gemeindeschlüssel 99999999",
        "",
        "Alle Daten in diesem Ordner sind frei erfunden: Ort, Straßen, Gebäude, Adressen, Anlagen, Betreiber, Netze",
        "und Wärmeplan. Es gibt keine solche Gemeinde; die Lage auf der Karte ist willkürlich gewählt.",
        "All data in this folder are invented. There is no such municipality.",
        "",
        f"Erzeugt von EnAct mit SIZE={town.size} und SEED={town.seed}; gleiche Werte ergeben die gleiche Stadt.",
        f"{len(town.buildings)} Gebäude, {len(town.addresses)} Adressen, {len(town.units)} Einheiten des Registers.",
        "Koordinaten der Vektordateien: ETRS89/UTM 33N (EPSG:25833); Zensus: ETRS89-LAEA (EPSG:3035).",
        "",
        "Vektordateien:",
        *(f"  {file.name}" for file in vector_files(town)),
        "",
        "Register (drei Formen derselben Anlagen; Gaserzeuger und Gasspeicher stehen nur im Gesamtdatenexport):",
        f"  {CSV_NAME}  – erweiterte Einheitenübersicht, Form von 2025",
        f"  {JSON_FOLDER}/  – Seiten des öffentlichen JSON-Endpunkts",
        f"  {BULK_NAME}  – Gesamtdatenexport mit Katalogwerten",
        f"  {CENSUS_FOLDER}/  – Zensus 2022, 100-m-Gitter, je Thema eine Datei",
        f"  {POPULATION_NAME}  – Einwohner und Wohnungen je Ortsteil",
        "",
        "Absichtlich falsche Einheiten, an denen die Prüfungen zu sehen sind:",
        *(f"  {number}: {reasons[reason]}" for number, reason in sorted(town.wrong_units.items())),
        "",
    ]
    return "\n".join(lines)
