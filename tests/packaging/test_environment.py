"""What the set-up makes: QGIS and geopandas in one process, and bad values of `make run` told before any work."""

from __future__ import annotations

import os
import subprocess
import sys
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
        ({"AGS": "1471300"}, "leading zero"),
        ({"AGS": "Leipzig", "PLANTS": "there.csv"}, "eight digits"),
        ({"AGS": "14713000"}, "at least one file"),
        ({"PLANTS": "there.csv"}, "no AGS"),
        ({"AGS": "14713000", "PLANTS": "missing.csv"}, "PLANTS=missing.csv: no such file"),
        ({"AGS": "14713000", "BUILDINGS": "empty.csv"}, "the file is empty"),
        ({"AGS": "14713000", "PLANTS": "there.csv", "WORKSPACE": "x.shp"}, "ending in .gpkg"),
        ({"AGS": "14713000", "PLANTS": "there.csv", "WORKSPACE": "nowhere/x.gpkg"}, "does not exist"),
        ({"SIZE": "10"}, "200 to 300000"),
        ({"SIZE": "many"}, "200 to 300000"),
        ({"SEED": "x"}, "whole number"),
    ],
)
def test_a_bad_value_is_told_before_any_work(tmp_path, values, said):
    (tmp_path / "there.csv").write_text("a;b\n", encoding="utf-8")
    (tmp_path / "empty.csv").touch()
    done = run_check(tmp_path, **values)
    assert done.returncode == 2
    assert said in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.csv", "there.csv"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"SIZE": "0200", "SEED": "3"},
        {"AGS": "14713000", "PLANTS": "there it is.csv"},
        {"AGS": "14713000", "DISTRICTS": "there it is.csv|layername=x", "WORKSPACE": "new.gpkg"},
    ],
)
def test_good_values_pass(tmp_path, values):
    (tmp_path / "there it is.csv").write_text("a;b\n", encoding="utf-8")
    done = run_check(tmp_path, **values)
    assert done.returncode == 0, done.stderr
