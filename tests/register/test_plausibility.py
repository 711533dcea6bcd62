import json
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from shapely.geometry import Point, box, shape

from enact_plugin.errors import Severity
from enact_plugin.reference.tables import rows
from enact_plugin.register.plants import plant_table
from enact_plugin.register.plausibility import check_places, check_values, joined, limit, severities
from enact_plugin.register.raw import RawUnits, source_of
from enact_plugin.register.readers.csv import read_csv

TODAY = date(2026, 8, 1)
PLUG_IN = "Steckerfertige Solaranlage"


def unit(**values):
    """One plausible solar unit: 32 modules of 0.3 kW."""
    plain = {
        "mastr_id": "SEE900000000001", "carrier": "solar", "site": "Gebäudesolaranlage", "gross_kw": 9.6, "net_kw": 8.5,
        "module_count": 32.0, "commissioned": pd.Timestamp(2019, 1, 31), "planned": pd.NaT,
        "storage_id": None, "storage_kwh": np.nan, **values,
    }  # fmt: skip
    return pd.DataFrame([plain]).astype({"planned": "datetime64[ns]", "commissioned": "datetime64[ns]"})


def found(**values):
    marks = check_values(unit(**values), TODAY)
    return set(marks.columns[marks.iloc[0]])


def test_a_plausible_unit_has_no_finding():
    assert found() == set()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # 9,600 kW on 32 modules is 300 kW each: watts entered as kilowatts; the inverter does not fit either
        ({"gross_kw": 9600.0}, {"module_power", "gross_net_ratio"}),
        ({"gross_kw": 24.0, "net_kw": 20.0}, {"module_power"}),  # 24 / 32 = 0.75 kW: too much in 2019 …
        ({"gross_kw": 24.0, "net_kw": 20.0, "commissioned": pd.Timestamp(2024, 1, 1)}, set()),  # … not from 2024
        ({"gross_kw": 27.2, "net_kw": 20.0, "commissioned": pd.Timestamp(2024, 1, 1)}, {"module_power"}),  # 0.85
        ({"gross_kw": 1.28, "net_kw": 1.2}, {"module_power"}),  # 0.04 kW each
        ({"gross_kw": 24.0, "net_kw": 20.0, "commissioned": pd.NaT}, set()),  # no date: today's modules
        ({"module_count": 0.0}, set()),
        ({"module_count": np.nan}, set()),
        ({"gross_kw": 8.0}, {"gross_below_net"}),
        ({"gross_kw": 8.5}, set()),
        ({"carrier": "storage", "module_count": np.nan, "gross_kw": 2500.0, "net_kw": 8.0}, {"gross_net_ratio"}),
        ({"carrier": "natural_gas", "module_count": np.nan, "gross_kw": 2500.0, "net_kw": 8.0}, set()),
        ({"net_kw": 0.0}, set()),
        ({"carrier": "storage", "storage_kwh": 4656.0}, {"storage_hours"}),  # 4,656 / 9.6 = 485 h
        ({"carrier": "storage", "storage_kwh": 20.0}, set()),
        ({"carrier": "storage", "storage_kwh": 0.02}, {"storage_hours"}),  # 20 kWh entered as MWh
        ({"carrier": "storage", "storage_kwh": 20.0, "gross_kw": 0.0, "net_kw": 0.0}, set()),
        ({"commissioned": pd.Timestamp(2026, 8, 2)}, {"commissioned_in_future"}),
        ({"commissioned": pd.Timestamp(2026, 8, 1)}, set()),
        ({"site": PLUG_IN}, {"plug_in_power"}),
        ({"site": PLUG_IN, "gross_kw": 2.0, "net_kw": 0.8, "module_count": 4.0}, set()),
        ({"site": PLUG_IN, "gross_kw": 2.0, "net_kw": 0.9, "module_count": 4.0}, {"plug_in_power"}),
        ({"mastr_id": "SEE90000000000"}, {"id_invalid"}),
        ({"mastr_id": "see900000000001"}, {"id_invalid"}),
        ({"mastr_id": None}, {"id_invalid"}),
        ({"mastr_id": "SME900000000001"}, {"unit_migrated"}),
        ({"gross_kw": np.nan, "net_kw": np.nan}, set()),
    ],
)  # fmt: skip
def test_rules_by_hand(values, expected):
    assert found(**values) == expected


def test_the_capacity_of_a_store_is_held_against_the_power_of_all_its_units():
    """700 kWh at 1 + 9 kW last 70 h; at 1 kW alone they would be 700 h. Of another store 1,200 kWh last 120 h."""
    rows = [
        {
            "mastr_id": f"SEE90000000000{number}",
            "carrier": "storage",
            "storage_id": f"SSE{store}",
            "gross_kw": kw,
        }
        for number, store, kw in ((1, 1, 1.0), (2, 1, 9.0), (3, 2, 10.0))
    ]
    kwh = {"SSE1": 700.0, "SSE2": 1200.0}
    stores = [unit(**row, net_kw=row["gross_kw"], storage_kwh=kwh[row["storage_id"]]) for row in rows]
    assert check_values(pd.concat(stores), TODAY)["storage_hours"].tolist() == [False, False, True]


def test_coordinates_beyond_the_boundary_and_its_margin():
    square = box(12.2, 51.2, 12.6, 51.5)
    points = np.array(
        [Point(12.4, 51.3), Point(12.614, 51.3), Point(12.616, 51.3), Point(17.313, 41.104), None],
        dtype=object,
    )
    marks = check_places(points, pd.Series(["14713000"] * 5), square)
    assert marks["coordinates_outside"].tolist() == [False, False, True, True, False]
    assert marks["coordinates_abroad"].tolist() == [False, False, False, True, False]


def test_each_unit_is_held_against_its_own_municipality():
    boundaries = gpd.GeoSeries({"14713000": box(12, 51, 13, 52), "14612000": box(13, 50, 14, 51)}, crs=4326)
    points = np.array([Point(12.5, 51.5), Point(12.5, 51.5), Point(12.5, 51.5)], dtype=object)
    marks = check_places(points, pd.Series(["14713000", "14612000", "14511000"]), boundaries)
    assert marks["coordinates_outside"].tolist() == [False, True, False]  # of the third no boundary is known


def test_codes_of_a_row_are_joined():
    marks = pd.DataFrame({"a": [True, False, True], "b": [True, False, False]})
    assert joined(marks).tolist() == ["a;b", None, "a"]


AROUND_LEIPZIG = box(12.2, 51.2, 12.6, 51.5)
HERE = {"latitude": 51.34, "longitude": 12.37}
# rules of DESIGN §3.1: what is wrong in a unit, the finding, and the values it names
RULES = {
    "coordinates outside the municipality by more than 0.015°": (
        {"latitude": 51.52, "longitude": 12.37},
        "coordinates_outside",
        {"latitude": 51.52, "longitude": 12.37, "municipality": "Leipzig"},
    ),
    "watts entered as kilowatts": (
        {"gross_kw": 320.0, "net_kw": 300.0},
        "module_power",
        {"gross_kw": 320, "module_count": 32},
    ),
    "gross below net": (
        {"gross_kw": 8.5, "net_kw": 9.6},
        "gross_below_net",
        {"gross_kw": 8.5, "net_kw": 9.6},
    ),
    "modules to inverter outside 0.05 to 20": (
        {"gross_kw": 9.6, "net_kw": 0.4},
        "gross_net_ratio",
        {"gross_kw": 9.6, "net_kw": 0.4},
    ),
    "commissioned in the future": (
        {"commissioned": pd.Timestamp(2026, 8, 2)},
        "commissioned_in_future",
        {"commissioned": "02.08.2026"},
    ),
    "plug-in device above 2 kW": (
        {"site": "2961", "gross_kw": 2.1, "net_kw": 0.8, "module_count": 5.0},
        "plug_in_power",
        {"gross_kw": 2.1, "net_kw": 0.8},
    ),
    "plug-in device with an inverter above 0.8 kW": (
        {"site": "2961", "gross_kw": 1.6, "net_kw": 0.9, "module_count": 4.0},
        "plug_in_power",
        {"gross_kw": 1.6, "net_kw": 0.9},
    ),
    "store that would last for weeks": (
        {"carrier": "2496", "storage_kwh": 4656.0, "gross_kw": 5.0, "net_kw": 5.0},
        "storage_hours",
        {"storage_kwh": 4656, "gross_kw": 5},
    ),
    "id of another form": ({"mastr_id": "SEE12"}, "id_invalid", {}),
}


def table_of(*units):
    """Plant table of units given by their values, all plausible but for these."""
    plain = {
        "mastr_id": "SEE900000000001", "carrier": "2495", "status": "35", "site": "853", "gross_kw": 9.6,
        "net_kw": 8.5, "module_count": 32.0, "commissioned": pd.Timestamp(2019, 1, 31), "ags": "14713000", **HERE,
    }  # fmt: skip
    frame = pd.DataFrame([{**plain, **values} for values in units])
    made = RawUnits(frame, source_of("Test", None), "test.csv", pd.DataFrame(index=frame.index))
    return plant_table(made, "14713000", AROUND_LEIPZIG, TODAY)


@pytest.mark.parametrize(("values", "code", "named"), RULES.values(), ids=list(RULES))
def test_each_rule_of_the_design_names_the_unit_and_the_offending_values(values, code, named):
    outcome = table_of(values, {"mastr_id": "SEE900000000002"}, {"mastr_id": "SEE900000000003"})
    assert len(outcome.frame) == 3  # never a deletion
    (finding,) = outcome.findings
    assert (finding.id, finding.severity, finding.values) == (code, Severity.WARNING, named)
    assert finding.key == values.get("mastr_id", "SEE900000000001")
    marked = outcome.frame.set_index("mastr_id")["findings"]
    assert marked.dropna().to_dict() == {finding.key: code}


def test_one_number_with_different_values_is_told_and_the_newest_counts():
    older = {"updated": pd.Timestamp(2025, 1, 1), "gross_kw": 9.0}
    outcome = table_of(older, {"updated": pd.Timestamp(2026, 1, 1)})
    (finding,) = outcome.findings
    assert (finding.id, finding.key, outcome.merged) == ("id_duplicate", "SEE900000000001", 1)
    assert outcome.frame["gross_kw"].tolist() == [9.6]


def test_the_limits_are_those_of_the_design():
    """Module 0.05 to 0.7 kW, 0.8 from 2024; inverter 0.05 to 20; plug-in 2 and 0.8 kW; 0.015° around."""
    limits = {
        ("coordinates_outside", "margin"): 0.015,
        ("module_power", "low"): 0.05,
        ("module_power", "high"): 0.7,
        ("module_power", "high_recent"): 0.8,
        ("module_power", "recent_from"): 2024,
        ("gross_net_ratio", "low"): 0.05,
        ("gross_net_ratio", "high"): 20,
        ("plug_in_power", "gross_high"): 2,
        ("plug_in_power", "inverter_high"): 0.8,
        ("storage_hours", "high"): 100,  # ours: the design has no rule for stores
    }
    assert {key: limit(*key) for key in limits} == limits


def test_every_finding_has_a_severity_and_a_sentence(catalogue):
    """The German of each is complete by tests/architecture/test_texts.py."""
    assert set(severities()) <= set(catalogue)
    assert {code for _, code, _ in RULES.values()} | {"id_duplicate"} <= set(severities())


def test_every_threshold_has_a_source_and_a_unit_or_is_a_bare_number():
    for row in rows("plausibility"):
        assert row["severity"] in ("note", "warning", "error")
        assert bool(row["parameter"]) == bool(row["value"])
        if row["parameter"]:
            assert row["source"]
            assert limit(row["finding"], row["parameter"]) == float(row["value"])
    assert "coordinates_outside" in severities()


def leipzig(real_data):
    """Outline of Leipzig from its districts; the file is in degrees."""
    features = json.loads((real_data / "areas" / "leipzig_ortsteile.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    return shapely.union_all([shape(feature["geometry"]) for feature in features])


def test_known_wrong_coordinates_in_leipzig_2020(real_data):
    path = real_data / "mastr" / "web_export_leipzig_region_2020.csv"
    outcome = read_csv(path, "14713000", boundary=leipzig(real_data), today=TODAY)
    wrong = outcome.frame[outcome.frame["findings"].str.contains("coordinates_outside", na=False)]
    # three units 2 to 5 km beyond the city limits, one of them a wind turbine of Markranstädt
    assert wrong["mastr_id"].tolist() == ["SEE914293279893", "SEE939094976994", "SEE961378444943"]
    assert wrong.geometry.notna().all()  # kept where the register puts them, and told
    power = outcome.frame.set_index("mastr_id")
    # 9,990 kW on 37 modules: 270 kW each instead of 270 W
    assert "module_power" in power.loc["SEE914219607243", "findings"]
    # a store of 10 kWh and 2,500 kW on an inverter of 8 kW
    assert power.loc["SEE972621839058", "findings"] == "gross_net_ratio;storage_hours"


def test_units_of_the_region_in_berlin_and_italy(real_data):
    path = real_data / "mastr" / "web_export_leipzig_region_2020.csv"
    saxony = box(11.8, 50.1, 15.1, 51.7)
    outcome = read_csv(path, boundary=saxony, today=TODAY)
    units = outcome.frame.set_index("mastr_id")
    assert (
        units.loc["SEE971815108536", "findings"] == "coordinates_outside"
    )  # Beilrode, but 52.516 N 13.377 E: Berlin
    assert (
        "coordinates_abroad" in units.loc["SEE972040937885", "findings"]
    )  # Lossatal, but 41.104 N 17.313 E: off Bari
    (abroad,) = (finding for finding in outcome.findings if finding.id == "coordinates_abroad")
    assert abroad.values == {"latitude": 41.104, "longitude": 17.313}
