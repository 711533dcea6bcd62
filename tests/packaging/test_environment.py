"""What the set-up makes: QGIS and geopandas in one process, and bad values of `make run` told before any work."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]

# QGIS' libraries are there for all, as in qgis and qgis_process: wheels of shapely and pyproj that want a newer GEOS or
# PROJ crash then. SpatiaLite and GeoPackage between geopandas' work: pyogrio's GDAL would abort here.
TOGETHER = """
import os, sys
flags = sys.getdlopenflags()
sys.setdlopenflags(os.RTLD_NOW | os.RTLD_GLOBAL)
import qgis.core
sys.setdlopenflags(flags)
import geopandas, shapely
from qgis.core import Qgis, QgsApplication, QgsVectorFileWriter, QgsVectorLayer, QgsCoordinateTransformContext

application = QgsApplication([], False)
application.initQgis()
points = geopandas.GeoSeries(shapely.points([[380000, 5600000], [380100, 5600000]]), crs=25833)
area = points.buffer(10).union_all()
layer = QgsVectorLayer(f"?query=select 1 as id, st_buffer(st_geomfromtext('POINT(0 0)', 25833), 5) as geometry",
                       "buffer", "virtual")
feature = next(layer.getFeatures())
options = QgsVectorFileWriter.SaveVectorOptions()
error = QgsVectorFileWriter.writeAsVectorFormatV3(layer, sys.argv[1], QgsCoordinateTransformContext(), options)
again = QgsVectorLayer(sys.argv[1], "again", "ogr")
assert shapely.from_wkb(shapely.to_wkb(area)).equals(area)
lonlat = points.to_crs(4326)
print(Qgis.QGIS_VERSION_INT, again.featureCount(), round(area.area), round(feature.geometry().area()),
      round(lonlat.x.iloc[0], 3), error[0] == QgsVectorFileWriter.WriterError.NoError)
del feature, layer, again  # QGIS' objects go before QGIS
application.exitQgis()
"""


def test_geopandas_and_qgis_live_in_one_process(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", TOGETHER, tmp_path / "x.gpkg"],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    version, count, area, buffer, longitude, written = done.stdout.split()
    assert int(version) >= 34000
    assert (count, written) == ("1", "True")
    # two circles of 10 m by 16 segments a quarter: 2 · 32 · r² · sin(2π/64) = 627.3
    assert area == "627"
    # SpatiaLite's circle of 5 m by 30 segments a quarter: 60 · r² · sin(2π/120) = 78.504
    assert buffer == "79"
    assert longitude == "13.307"


def test_pyogrio_is_not_there():
    assert find_spec("pyogrio") is None


@pytest.mark.parametrize("name", ["numpy", "scipy", "matplotlib", "pyproj"])
def test_what_rests_on_the_systems_libraries_is_the_distributions_own(name):
    assert not Path(find_spec(name).origin).is_relative_to(ROOT / ".venv")


# ---- make run -------------------------------------------------------------------------------------------------------


def run_check(folder: Path, **values: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG")}
    return subprocess.run(
        [ROOT / "tools" / "run", "check"], cwd=folder, capture_output=True, text=True, env={**plain, **values}
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"AGS": "1471300"}, "führende Null"),
        ({"AGS": "Leipzig", "PLANTS": "there.csv"}, "acht Ziffern"),
        ({"AGS": "14713000", "ONLINE": "no"}, "mindestens eine Datei"),
        ({"AGS": "14713000", "ONLINE": "ja"}, "möglich sind yes und no"),
        ({"PLANTS": "there.csv"}, "kein AGS"),
        ({"AGS": "14713000", "PLANTS": "missing.csv"}, "PLANTS=missing.csv: die Datei gibt es nicht"),
        ({"AGS": "14713000", "BUILDINGS": "empty.csv"}, "die Datei ist leer"),
        ({"AGS": "14713000", "PLANTS": "there.csv", "WORKSPACE": "x.shp"}, "Endung .gpkg"),
        ({"AGS": "14713000", "PLANTS": "there.csv", "WORKSPACE": "nowhere/x.gpkg"}, "gibt es nicht"),
        ({"SIZE": "10"}, "200 bis 300000"),
        ({"SIZE": "many"}, "200 bis 300000"),
        ({"SEED": "x"}, "ganze Zahl"),
        ({"AGS": "17713000", "PLANTS": "there.csv"}, "kein Bundesland"),
        ({"AGS": "14286610", "PLANTS": "there.csv"}, "Kreisreform 2008"),
        ({"AGS": "14799000", "PLANTS": "there.csv"}, "keinen Kreis 14799"),
        ({"AGS": "14713000", "HEATPLAN": "there.csv"}, "nennt keine Art"),
        ({"AGS": "14713000", "HEATPLAN": "foo=there.csv"}, "die Art 'foo' gibt es nicht"),
        ({"AGS": "14713000", "HEATPLAN": "buildings=there.csv"}, "die Art 'buildings' gibt es nicht"),
        ({"AGS": "14713000", "HEATPLAN": "rail=a;b.csv"}, "als JSON"),
        ({"AGS": "14713000", "BUILDINGS": "."}, "ist ein Ordner"),
        ({"AGS": "14713000", "PLANTS": "pictures"}, "keine .json-Datei"),
        ({"AGS": "14713000", "PLANTS": "unpacked"}, "das Zip selbst angeben"),
        ({"AGS": "14713000", "PLANTS": "page.csv"}, "ist eine Webseite"),
        (
            {"AGS": "14713000", "PLANTS": "there.csv", "WORKSPACE": "foreign.gpkg"},
            "kein Arbeitsbereich von EnAct",
        ),
    ],
)
def test_a_bad_value_is_told_before_any_work(tmp_path, values, said):
    (tmp_path / "there.csv").write_text("a;b\n", encoding="utf-8")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "a").touch()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "unpacked").mkdir()
    (tmp_path / "unpacked" / "EinheitenSolar_1.xml").write_text("<?xml?>", encoding="utf-8")
    (tmp_path / "page.csv").write_text("\n <!DOCTYPE HTML><html></html>", encoding="utf-8")
    geopackage(tmp_path / "foreign.gpkg", "gebaeude")
    before = sorted(tmp_path.iterdir())
    done = run_check(tmp_path, **values)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("plants", ["https://example.org/export.zip", "tables", "zip", "online", "Online"])
def test_the_register_may_be_an_address_a_folder_or_asked_online(tmp_path, plants):
    (tmp_path / "zip").mkdir()
    (tmp_path / "zip" / "Gesamtdatenexport_20260401_26.1.ZIP").write_bytes(b"PK")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "bnetza_mastr_wind_raw.csv").write_text("a,b\n", encoding="utf-8")
    assert run_check(tmp_path, AGS="14713000", PLANTS=plants).returncode == 0


def geopackage(path: Path, table: str) -> None:
    """A SQLite file with one table; many rows, for the schema must be found however big the file is."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f'CREATE TABLE "{table}" (name TEXT)')
        connection.executemany(f'INSERT INTO "{table}" VALUES (?)', [("x" * 1000,)] * 500)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"SIZE": "0200", "SEED": "3"},
        {"AGS": "14713000", "PLANTS": "there it is.csv"},
        {"AGS": "14713000", "DISTRICTS": "there it is.csv|layername=x", "WORKSPACE": "new.gpkg"},
        {"AGS": "14713000", "DISTRICTS": "there it is.csv", "WORKSPACE": "ours.gpkg"},
        {
            "AGS": "14262000",
            "PLANTS": "there it is.csv",
        },  # Dresden until 2008: a key we know the successor of
        {"AGS": "12052000", "PLANTS": "pages"},
        {"AGS": "14713000", "BUILDINGS": "data.gdb"},
        {"AGS": "14713000", "HEATPLAN": "rail=there it is.csv;supply_areas=there it is.csv|layername=x"},
        {"AGS": "14713000", "HEATPLAN": '[{"kind": "rail", "input": "a;b.csv"}]'},
    ],
)
def test_good_values_pass(tmp_path, values):
    (tmp_path / "there it is.csv").write_text("a;b\n", encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "1.JSON").write_text("[]", encoding="utf-8")
    (tmp_path / "data.gdb").mkdir()
    geopackage(tmp_path / "ours.gpkg", "workspace")
    done = run_check(tmp_path, **values)
    assert done.returncode == 0, done.stderr


def test_the_account_is_shown_without_what_qgis_process_adds():
    told = (
        "Problem with GRASS installation: GRASS was not found or is not correctly installed\n\n"
        "----------------\nInputs\n----------------\n\nAGS:\t14713000\nPLANTS:\t/a/b.csv\n\n\n"
        "Lade Straßen …\n0..10...Straßen: 909 Zeilen geschrieben\n  61 von 2000 Einheiten sind geplant.\n"
        ".40Adressen: 3 Zeilen geschrieben\n90...100 - done.\n14713001 ist ein Schlüssel.\n"
        "WARNING:\tAntwort von gestern.\nStraßen: nicht geladen.\nERROR:\tStraßen: nicht geladen.\n"
        "Straßen: nicht geladen.\n"
        "----------------\nResults\n----------------\n\nFAILED:\t0\n"
    )
    script = f'source <(sed -n "/^readable()/,/^}}/p" "{ROOT}/tools/run"); readable'
    done = subprocess.run(["bash", "-c", script], input=told, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "  Straßen: 909 Zeilen geschrieben",
        "    61 von 2000 Einheiten sind geplant.",
        "  Adressen: 3 Zeilen geschrieben",
        "  14713001 ist ein Schlüssel.",
        "  Antwort von gestern.",
        "  Straßen: nicht geladen.",
    ]
