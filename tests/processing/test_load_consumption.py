"""enact:loadconsumption on a workspace: what may be kept, what is refused, and what the demand makes of it."""

from __future__ import annotations

import geopandas as gpd
import pytest
import shapely
from qgis.core import QgsProcessingException

from enact_plugin.layers.files import write_file
from enact_plugin.layers.workspace import Workspace

EAST, NORTH = 410_000.0, 5_660_000.0
HEADER = "lfd_nr;adressen;energietraeger;verbrauch_mwh\n"


@pytest.fixture
def town(qgis_app, run, tmp_path):
    """Twelve detached houses of 100 m² in one street, and a block of flats."""
    shapes = [shapely.box(EAST + 20 * n, NORTH, EAST + 20 * n + 10, NORTH + 10) for n in range(12)]
    shapes.append(shapely.box(EAST, NORTH + 50, EAST + 40, NORTH + 65))
    data = {
        "id": [f"H{n}" for n in range(13)],
        "nutzung": ["Wohnhaus"] * 13,
        "strasse": ["Musterstraße"] * 12 + ["Blockweg"],
        "hnr": [str(n + 1) for n in range(12)] + ["1"],
        "geschosse": [1] * 12 + [5],
        "baujahr": [1960] * 13,
    }
    path = tmp_path / "stadt.gpkg"
    Workspace.create(path, "99999999", "Musterstadt")
    frame = gpd.GeoDataFrame(data, geometry=shapes, crs="EPSG:25833")
    file = str(write_file(frame, tmp_path / "haeuser.gpkg"))
    run("loadbuildings", INPUT=file, WORKSPACE=str(path), KIND="mapped",
        MAPPING='{"building_id": "id", "use": "nutzung", "street": "strasse", "house_number": "hnr", '
        '"storeys": "geschosse", "built_year": "baujahr"}')  # fmt: skip
    run("buildingstock", WORKSPACE=str(path))
    return path


def load(run, town, tmp_path, *lines, header=HEADER, name="verbrauch.csv", **values):
    file = tmp_path / name
    file.write_text(header + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return run("loadconsumption", INPUT=str(file), WORKSPACE=str(town), **values)


def test_a_group_is_kept_and_its_total_holds(run, town, tmp_path):
    results = load(run, town, tmp_path, "1;Musterstr. 1-6;Erdgas;66,6")
    assert (results["ROWS"], results["REFUSED"], results["WITHOUT_BUILDING"]) == (1, 0, 0)
    workspace = Workspace.open(town)
    (row,) = workspace.read("consumption").to_dict("records")
    # 66.6 MWh of the upper heating value, as billed: 60,000 kWh of the lower
    assert row["consumption_kwh_a"] == pytest.approx(60_000)
    assert (row["heat_carrier"], row["house_numbers"]) == ("natural_gas", 6)
    run("heatdemand", WORKSPACE=str(town))
    demand = workspace.read("building_demand").set_index("building_id")
    group = demand.loc[[f"H{n}" for n in range(6)]]
    assert group["final_energy_kwh"].sum() == pytest.approx(60_000, abs=1)
    assert set(group["demand_source"]) == {"measured_group"}
    assert set(demand.loc[[f"H{n}" for n in range(6, 13)], "demand_source"]) == {"model"}
    assert "consumption" in workspace.provenance("building_demand").inputs


def test_a_single_house_is_refused_and_not_stored_and_a_block_of_flats_is_kept(run, town, tmp_path):
    results = load(run, town, tmp_path, "1;Musterstr. 7;Erdgas;11", "2;Blockweg 1;Erdgas;200")
    assert (results["ROWS"], results["REFUSED"]) == (1, 1)
    kept = Workspace.open(town).read("consumption")
    assert kept["consumption_id"].tolist() == ["2"]
    assert [line for line in run.log if "fewer than 5 house numbers" in line]
    # the house number stands in no line of the log
    assert not [line for line in run.log if "Musterstr" in line]
    run("heatdemand", WORKSPACE=str(town))
    demand = Workspace.open(town).read("building_demand").set_index("building_id")
    assert demand.loc["H12", "demand_source"] == "measured"


def test_what_matches_no_building_is_listed(run, town, tmp_path):
    results = load(
        run,
        town,
        tmp_path,
        "1;Musterstr. 1-6;Erdgas;60",
        "2;Musterstrasze 1-9;Erdgas;60",
        "3;Nirgendweg 1-9;Erdgas;5",
    )
    assert results["WITHOUT_BUILDING"] == 2
    listed = Workspace.open(town).read("consumption_unmatched")
    assert listed["reason"].tolist() == ["street_unknown", "street_unknown"]


def test_another_carrier_is_added_and_the_same_one_replaced(run, town, tmp_path):
    load(run, town, tmp_path, "1;Musterstr. 1-6;Erdgas;60")
    load(run, town, tmp_path, "7;Musterstr. 7-12;Fernwärme;50", name="waerme.csv")
    assert sorted(Workspace.open(town).read("consumption")["consumption_id"]) == ["1", "7"]
    load(run, town, tmp_path, "1;Musterstr. 1-6;Erdgas;70", name="neu.csv")
    kept = Workspace.open(town).read("consumption").set_index("consumption_id")
    assert kept.loc["1", "consumption_kwh_a"] == pytest.approx(70_000 / 1.11)
    assert len(kept) == 2


def test_three_years_are_averaged_and_the_unit_is_the_planners_word(run, town, tmp_path):
    header = "lfd_nr;adressen;verbrauch_1;verbrauch_2;verbrauch_3\n"
    load(run, town, tmp_path, "1;Musterstr. 1-6;60;66;", header=header, UNIT="mwh", CALORIFIC="lower",
         CARRIER="natural_gas", CLIMATE_FACTOR=1.1)  # fmt: skip
    (row,) = Workspace.open(town).read("consumption").to_dict("records")
    assert (row["consumption_kwh_a"], row["years"]) == (pytest.approx(63_000), 2)
    # only the 82 % for space heating are corrected
    assert row["consumption_corrected_kwh_a"] == pytest.approx(63_000 * (0.18 + 0.82 * 1.1))


def test_kwh_read_as_mwh_is_told(run, town, tmp_path):
    load(run, town, tmp_path, "1;Musterstr. 1-6;Erdgas;60000")
    assert [line for line in run.log if "Please check kWh and MWh" in line]


def test_a_climate_factor_in_percent_is_refused(run, town, tmp_path):
    with pytest.raises(QgsProcessingException, match="climate factor 110 is not between"):
        load(run, town, tmp_path, "1;Musterstr. 1-6;Erdgas;60", CLIMATE_FACTOR=110)
