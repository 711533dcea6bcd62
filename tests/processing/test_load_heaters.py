"""enact:loadheaters on a workspace: what may be kept, what is refused, and what demand and blocks make of it."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

EAST, NORTH = 410_000.0, 5_660_000.0
HEADER = "lfd_nr;adressen;feuerstaette;brennstoff;nennleistung_kw;anzahl;baujahr\n"


@pytest.fixture
def town(qgis_app, run, tmp_path):
    """Twelve detached houses of 100 m² in one street."""
    shapes = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 10, NORTH + 10) for n in range(12)]
    data = {
        "id": [f"H{n}" for n in range(12)],
        "nutzung": ["Wohnhaus"] * 12,
        "strasse": ["Musterstraße"] * 12,
        "hnr": [str(n + 1) for n in range(12)],
        "geschosse": [1] * 12,
        "baujahr": [1960] * 12,
    }
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "99999999", "Musterstadt")
    frame = gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")
    run("loadbuildings", INPUT=str(write_file(frame, tmp_path / "haeuser.gpkg")), WORKSPACE=str(path), KIND="mapped",
        MAPPING='{"building_id": "id", "use": "nutzung", "street": "strasse", "house_number": "hnr", '
        '"storeys": "geschosse", "built_year": "baujahr"}')  # fmt: skip
    run("buildingstock", WORKSPACE=str(path))
    return path


def load(run, town, tmp_path, *lines):
    file = tmp_path / "kehrbuch.csv"
    file.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return run("loadheaters", INPUT=str(file), WORKSPACE=str(town))


def test_the_heaters_of_a_group_heat_its_buildings(run, town, tmp_path):
    results = load(run, town, tmp_path, "1;Musterstr. 1-4;Ölheizung;Heizöl;20;4;1995")
    assert (results["ROWS"], results["REFUSED"], results["WITHOUT_BUILDING"]) == (1, 0, 0)
    (row,) = Workspace.open(town).read("heaters").to_dict("records")
    assert (row["generator"], row["heat_carrier"], row["power_kw"], row["generators"]) == (
        "oil_boiler", "heating_oil", 20, 4,
    )  # fmt: skip
    run("heatdemand", WORKSPACE=str(town))
    demand = Workspace.open(town).read("building_demand").set_index("building_id")
    group = demand.loc[[f"H{n}" for n in range(4)]]
    assert set(group["carrier"]) == {"heating_oil"}
    assert set(group["carrier_source"]) == {"measured_group"}
    assert (group["heating_oil_kwh"] == group["final_energy_kwh"]).all()
    assert demand.loc["H7", "carrier"] != "heating_oil"
    assert "heaters" in Workspace.open(town).provenance("building_demand").inputs


def test_two_houses_are_too_few(run, town, tmp_path):
    few = "1;Musterstr. 1-2;Gasheizung;Erdgas;18;2;2001"
    results = load(run, town, tmp_path, few, "2;Musterstr. 3-5;Gasheizung;Erdgas;18;3;2001")
    assert (results["ROWS"], results["REFUSED"]) == (1, 1)
    assert Workspace.open(town).read("heaters")["heater_id"].tolist() == ["2"]
    assert [line for line in run.log if "fewer than 3 house numbers" in line]
    assert not [line for line in run.log if "Musterstr" in line]


def test_what_matches_no_building_is_listed(run, town, tmp_path):
    results = load(run, town, tmp_path, "1;Nirgendweg 1-9;Gasheizung;Erdgas;18;5;2001")
    assert results["WITHOUT_BUILDING"] == 1
    listed = Workspace.open(town).read("heaters_unmatched")
    assert listed[["heater_id", "reason"]].to_numpy().tolist() == [["1", "street_unknown"]]
