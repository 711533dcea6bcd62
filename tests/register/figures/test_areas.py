import json
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box, shape

from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import columns
from enact_plugin.register.figures.areas import ALL, ASSUMPTIONS, EXISTING, STORAGE, plants_by_area
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.unread import ROWS_UNREAD, TABLES_MISSING

CRS = "EPSG:25833"
PLAIN = {
    "carrier": "solar", "status": "in_operation", "gross_kw": 10.0, "net_kw": 8.0, "commissioned": date(2019, 5, 1),
    "ags": "14713000", "municipality": "Leipzig", "postcode": "04109", "chp_id": None, "chp_thermal_kw": np.nan,
    "storage_kwh": np.nan, "storage_id": None, "updated": date(2020, 1, 1), "geometry": None,
}  # fmt: skip
# two squares side by side
DISTRICTS = gpd.GeoDataFrame(
    {"district_id": ["01", "02"], "name": ["West", "Ost"]},
    geometry=[box(0, 0, 10, 10), box(10, 0, 20, 10)],
    crs=CRS,
)


def plants(*units):
    rows = [{"mastr_id": f"SEE9{number:011d}", **PLAIN, **unit} for number, unit in enumerate(units)]
    frame = pd.DataFrame(rows, columns=["mastr_id", *PLAIN])
    for name in ("commissioned", "updated"):
        frame[name] = pd.to_datetime(frame[name])
    numbers = ["gross_kw", "net_kw", "chp_thermal_kw", "storage_kwh"]
    frame = frame.astype(dict.fromkeys(numbers, float))
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def row(frame, kind, area, carrier):
    found = frame[(frame["area_kind"] == kind) & (frame["area_id"] == area) & (frame["carrier"] == carrier)]
    assert len(found) == 1
    return found.iloc[0]


def test_sums_by_hand():
    """Two roofs of 8 kW net, one of them located, a located engine of 50 kW, a store of 5 kW and 10 kWh."""
    units = plants(
        {},
        {"geometry": Point(5, 5), "postcode": "04103"},
        {"carrier": "natural_gas", "gross_kw": 52, "net_kw": 50, "geometry": Point(15, 5), "chp_id": "KWK1",
         "chp_thermal_kw": 80, "commissioned": date(2014, 1, 1)},
        {"carrier": "storage", "gross_kw": 5, "net_kw": 5, "storage_kwh": 10},
    )  # fmt: skip
    outcome = plants_by_area(units, None, DISTRICTS)
    sums = outcome.frame
    assert list(sums.columns) == [column.name for column in columns("plants_by_area")] + ["geometry"]

    city = row(sums, "municipality", "14713000", ALL)
    # 8 + 8 + 50 kW; the store is not generation, its kWh stand apart
    assert (city["units"], city["net_kw"], city["gross_kw"]) == (3, 66.0, 72.0)
    assert (city["located_units"], city["located_kw"]) == (2, 58.0)
    assert (city["unlocated_units"], city["unlocated_kw"]) == (1, 8.0)
    assert (city["storage_kwh"], city["chp_thermal_kw"]) == (10.0, 80.0)
    assert city["area_name"] == "Leipzig"
    assert json.loads(city["added_by_year"]) == {
        "2014": {"units": 1, "gross_kw": 52.0, "net_kw": 50.0},
        "2019": {"units": 2, "gross_kw": 20.0, "net_kw": 16.0},
    }
    assert row(sums, "municipality", "14713000", STORAGE)["units"] == 1
    assert row(sums, "postcode", "04103", "solar")["units"] == 1
    assert row(sums, "district", "01", ALL)["net_kw"] == 8.0
    assert row(sums, "district", "02", "natural_gas")["chp_thermal_kw"] == 80.0
    (unlocated,) = outcome.findings
    # of all four units two have no place; of 66 kW of generation 8
    assert unlocated.values == {"units": 2, "total": 4, "kw": 8.0, "total_kw": 66.0}
    assert outcome.assumptions == ASSUMPTIONS


def test_rows_of_districts_say_that_they_hold_located_units_only():
    sums = plants_by_area(plants({}, {"geometry": Point(5, 5)}), None, DISTRICTS).frame
    districts = sums["area_kind"] == "district"
    assert sums["located_only"].tolist() == districts.tolist()
    assert sums.loc[districts, ["unlocated_units", "unlocated_kw"]].isna().all(axis=None)
    assert not sums.loc[~districts, ["unlocated_units", "unlocated_kw"]].isna().any(axis=None)


def test_a_district_without_units_is_there_with_zero():
    sums = plants_by_area(plants({"geometry": Point(5, 5)}), None, DISTRICTS).frame
    east = row(sums, "district", "02", ALL)
    assert (east["units"], east["net_kw"], east["area_name"]) == (0, 0.0, "Ost")
    assert east["geometry"].equals(box(10, 0, 20, 10))
    assert east["added_by_year"] == "{}"


@pytest.mark.parametrize(
    ("status", "counts"),
    [("in_operation", 1), ("temporarily_closed", 1), ("planned", 0), ("closed", 0), ("unknown", 0)],
)
def test_existing_units_count_planned_and_closed_do_not(status, counts):
    outcome = plants_by_area(plants({"status": status}))
    assert outcome.frame["units"].sum() == 2 * 2 * counts  # municipality and postcode, solar and all
    assert ("units_not_existing" in {finding.id for finding in outcome.findings}) == (counts == 0)


def test_heat_of_a_chp_plant_with_several_units_counts_once():
    """Three units repeat the plant's 320 kW; two of them exist, the smaller one has a place."""
    shared = {"carrier": "biomass", "chp_id": "KWK1", "chp_thermal_kw": 320}
    units = plants(
        {**shared, "net_kw": 900, "status": "closed", "geometry": Point(15, 5), "postcode": "04105"},
        {**shared, "net_kw": 549, "postcode": "04103"},
        {**shared, "net_kw": 50, "geometry": Point(5, 5)},
        {"carrier": "natural_gas", "chp_thermal_kw": 12.5},  # without the plant's number: a plant of its own
        {"carrier": "natural_gas", "chp_thermal_kw": 12.5},
    )
    sums = plants_by_area(units, None, DISTRICTS).frame
    assert row(sums, "municipality", "14713000", ALL)["chp_thermal_kw"] == 345.0
    assert row(sums, "municipality", "14713000", "biomass")["chp_thermal_kw"] == 320.0
    assert row(sums, "postcode", "04109", "biomass")["chp_thermal_kw"] == 320.0
    assert row(sums, "postcode", "04103", "biomass")["chp_thermal_kw"] == 0.0
    assert row(sums, "district", "01", ALL)["chp_thermal_kw"] == 320.0


def heat_of(*units):
    """Heat by carrier, of units (CHP plants, heat)."""
    rows = [{"carrier": "biomass", "chp_id": named, "chp_thermal_kw": heat} for named, heat in units]
    return row(plants_by_area(plants(*rows)).frame, "municipality", "14713000", ALL)["chp_thermal_kw"]


def test_heat_of_a_unit_with_two_chp_plants_counts_each_plant_once():
    """KWK1 gives 100 kW and KWK2 50; a unit of both states 150: together 150, not 300."""
    assert heat_of(("KWK1", 100), ("KWK1; KWK2", 150), ("KWK2", 50)) == 150.0
    # no unit names KWK2 alone: it gives what the unit of both states beyond KWK1
    assert heat_of(("KWK1", 100), ("KWK1; KWK2", 150)) == 150.0
    assert heat_of(("KWK1; KWK2", 150), ("KWK2; KWK1", 150)) == 150.0
    # KWK1 and KWK2 share 150 kW; the second unit adds KWK3: 150 + (120 − 75)
    assert heat_of(("KWK1; KWK2", 150), ("KWK2; KWK3", 120)) == 195.0
    # a unit that states the heat of one of its plants only
    assert heat_of(("KWK1", 100), ("KWK2", 50), ("KWK1; KWK2", 100)) == 150.0
    # nobody says what KWK2 gives
    assert heat_of(("KWK1", 100), ("KWK1; KWK2", np.nan)) == 100.0


def test_capacity_of_a_store_with_several_units_counts_once():
    """Two batteries of one store of 100 kWh (each row repeats it), and two without the store's number."""
    shared = {"carrier": "storage", "storage_id": "SSE1", "storage_kwh": 100}
    units = plants(
        {**shared, "net_kw": 20, "postcode": "04103"},
        {**shared, "net_kw": 30, "geometry": Point(5, 5)},
        {"carrier": "storage", "storage_kwh": 7},
        {"carrier": "storage", "storage_kwh": 7},
    )
    sums = plants_by_area(units, None, DISTRICTS).frame
    assert row(sums, "municipality", "14713000", ALL)["storage_kwh"] == 114.0
    assert row(sums, "municipality", "14713000", STORAGE)["units"] == 4
    assert row(sums, "postcode", "04103", STORAGE)["storage_kwh"] == 0.0
    assert row(sums, "district", "01", STORAGE)["storage_kwh"] == 100.0
    assert ASSUMPTIONS.count("areas_store_once") == 1


def test_plants_of_an_older_workspace_have_no_number_of_the_store():
    units = plants({"carrier": "storage", "storage_kwh": 7}, {"carrier": "storage", "storage_kwh": 7})
    sums = plants_by_area(units.drop(columns="storage_id")).frame
    assert row(sums, "municipality", "14713000", ALL)["storage_kwh"] == 14.0


def test_a_unit_on_the_border_counts_in_one_district():
    sums = plants_by_area(plants({"geometry": Point(10, 5)}), None, DISTRICTS).frame
    assert sums[(sums["area_kind"] == "district") & (sums["carrier"] == "solar")]["units"].tolist() == [1]


def test_a_unit_in_italy_counts_in_the_municipality_and_in_no_district():
    sums = plants_by_area(plants({"geometry": Point(500, 500)}), None, DISTRICTS).frame
    assert row(sums, "municipality", "14713000", "solar")["located_units"] == 1
    assert sums[sums["area_kind"] == "district"]["units"].sum() == 0


def test_polygons_come_from_the_layers_and_are_missing_where_they_lack():
    town = gpd.GeoDataFrame(
        {"ags": ["14713000"], "name": ["Leipzig, Stadt"]}, geometry=[box(0, 0, 20, 10)], crs=CRS
    )
    codes = gpd.GeoDataFrame({"postcode": ["04109"], "name": ["Mitte"]}, geometry=[box(0, 0, 5, 5)], crs=CRS)
    sums = plants_by_area(plants({}, {"postcode": "04103"}), town, None, codes).frame
    assert row(sums, "municipality", "14713000", ALL)["geometry"].equals(box(0, 0, 20, 10))
    assert row(sums, "municipality", "14713000", ALL)["area_name"] == "Leipzig, Stadt"
    assert row(sums, "postcode", "04109", ALL)["area_name"] == "Mitte"
    assert row(sums, "postcode", "04103", ALL)["geometry"] is None
    assert row(sums, "postcode", "04103", ALL)["area_name"] is None


def test_a_district_in_several_parts_is_one_area():
    parts = pd.concat([DISTRICTS, DISTRICTS.assign(geometry=DISTRICTS.translate(0, 50))], ignore_index=True)
    sums = plants_by_area(plants({"geometry": Point(5, 5)}, {"geometry": Point(5, 55)}), None, parts).frame
    west = row(sums, "district", "01", "solar")
    assert west["units"] == 2
    assert west["geometry"].area == 200.0


def codes(**areas):
    names = [name.strip("p") for name in areas]
    return gpd.GeoDataFrame({"postcode": names, "name": "Leipzig"}, geometry=list(areas.values()), crs=CRS)


WIDE = DISTRICTS.assign(geometry=[box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)])


def test_a_unit_without_a_point_counts_in_the_district_its_postcode_lies_inside_of():
    """Two roofs in 04103, one of them located; one in 04109, which lies across: West has two, perhaps three."""
    units = plants({"postcode": "04103", "geometry": Point(100, 100)}, {"postcode": "04103"}, {})
    areas = codes(p04103=box(0, 0, 400, 1000), p04109=box(400, 0, 2000, 1000))
    sums = plants_by_area(units, None, WIDE, areas).frame
    west, east = (row(sums, "district", area, "all") for area in ("01", "02"))
    assert (west["units"], west["located_units"], west["unlocated_units"], west["unlocated_kw"]) == (
        2,
        1,
        1,
        8.0,
    )
    assert (west["completeness"], west["located_only"]) == ("partial", False)
    assert (east["units"], east["completeness"], east["located_only"]) == (0, "located_only", True)
    assert pd.isna(east["unlocated_units"])


def test_a_district_is_complete_where_no_unit_left_might_lie_in_it():
    units = plants({"postcode": "04103"}, {"postcode": "04109"})
    areas = codes(p04103=box(0, 0, 1000, 1000), p04109=box(1000, 0, 2000, 1000))
    sums = plants_by_area(units, None, WIDE, areas).frame
    assert row(sums, "district", "01", "all")["unlocated_units"] == 1
    assert set(sums["completeness"]) == {"complete"}
    assert not sums["located_only"].any()


def test_planned_units_do_not_make_a_sum_of_existing_ones_incomplete():
    units = plants({"geometry": Point(100, 100)}, {"status": "planned"}, {"carrier": "storage"})
    sums = plants_by_area(units, None, WIDE, None).frame
    # the store may lie in both districts; it is no generation
    assert row(sums, "district", "01", "solar")["completeness"] == "complete"
    assert row(sums, "district", "01", ALL)["completeness"] == "complete"


def test_units_without_postcode_are_told_apart():
    sums = plants_by_area(plants({"postcode": None}, {})).frame
    assert row(sums, "postcode", "", ALL)["completeness"] == "remainder"
    assert row(sums, "postcode", "04109", ALL)["completeness"] == "partial"


def test_no_units_at_all():
    sums = plants_by_area(plants(), None, DISTRICTS).frame
    assert sums["units"].tolist() == [0, 0]
    assert len(plants_by_area(plants()).frame) == 0


def test_layers_in_another_crs_are_refused():
    with pytest.raises(EnactError) as caught:
        plants_by_area(plants({}), None, DISTRICTS.to_crs(25832))
    assert caught.value.code == "areas_crs_differs"
    assert caught.value.params["area"] == "district"


UNITS = st.lists(
    st.fixed_dictionaries(
        {
            "carrier": st.sampled_from(["solar", "wind", "natural_gas", "storage"]),
            "status": st.sampled_from([*EXISTING, "planned", "closed"]),
            "gross_kw": st.integers(0, 5000).map(float),
            "net_kw": st.one_of(st.integers(0, 5000).map(float), st.just(np.nan)),
            "commissioned": st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2025, 1, 1))),
            "ags": st.sampled_from(["14713000", "14729010"]),
            "postcode": st.sampled_from(["04103", "04109", None]),
            "chp_id": st.sampled_from([None, "KWK1", "KWK2"]),
            "chp_thermal_kw": st.one_of(st.just(np.nan), st.integers(0, 500).map(float)),
            "storage_kwh": st.one_of(st.just(np.nan), st.integers(0, 500).map(float)),
            "storage_id": st.sampled_from([None, None, "SSE1", "SSE2"]),
            "geometry": st.one_of(st.none(), st.builds(Point, st.integers(0, 25), st.integers(0, 12))),
        }
    ),
    max_size=30,
)
SUMS = ["units", "gross_kw", "net_kw", "located_units", "located_kw", "storage_kwh", "chp_thermal_kw"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(UNITS)
def test_nothing_is_lost_or_counted_twice(units):
    frame = plants(*units)
    sums = plants_by_area(frame, None, DISTRICTS).frame
    existing = frame[frame["status"].isin(EXISTING)]
    carriers, alls = sums[sums["carrier"] != ALL], sums[sums["carrier"] == ALL]
    by_kind = carriers.groupby("area_kind")[SUMS].sum().reindex(["municipality", "postcode"], fill_value=0)

    # municipality = postcodes, in every sum
    assert np.allclose(by_kind.loc["municipality"].astype(float), by_kind.loc["postcode"].astype(float))
    town = by_kind.loc["municipality"]
    # the whole = what is in the plant table
    assert town["units"] == len(existing)
    assert town["net_kw"] == pytest.approx(existing["net_kw"].sum())
    # each CHP plant of which a unit exists, once
    plant = frame["chp_id"].fillna(frame["mastr_id"])
    heat = frame.groupby(plant)["chp_thermal_kw"].max()
    assert town["chp_thermal_kw"] == pytest.approx(heat[heat.index.isin(plant[existing.index])].sum())
    # and each store
    store = frame["storage_id"].fillna(frame["mastr_id"])
    energy = frame.groupby(store)["storage_kwh"].max()
    assert town["storage_kwh"] == pytest.approx(energy[energy.index.isin(store[existing.index])].sum())
    # located and unlocated make up the whole, wherever both are told
    whole = sums[sums["area_kind"] != "district"]
    assert (whole["located_units"] + whole["unlocated_units"] == whole["units"]).all()
    assert np.allclose(whole["located_kw"] + whole["unlocated_kw"], whole["net_kw"])
    # "all" = carriers without storage; energy stored and heat of all
    power = ["units", "gross_kw", "net_kw", "located_units", "located_kw"]
    for (kind, area), group in carriers.groupby(["area_kind", "area_id"]):
        total = row(alls, kind, area, ALL)
        generation = group[group["carrier"] != STORAGE]
        assert np.allclose(generation[power].sum().astype(float), total[power].astype(float))
        assert total["storage_kwh"] == pytest.approx(group["storage_kwh"].sum())
        assert total["chp_thermal_kw"] == pytest.approx(group["chp_thermal_kw"].sum())
    # districts: the located units within the squares
    within = existing[existing.geometry.notna()]
    within = within[within.intersects(box(0, 0, 20, 10))]
    assert carriers.loc[carriers["area_kind"] == "district", "units"].sum() == len(within)
    # years: every unit with a date
    years = [
        json.loads(text) for text in carriers.loc[carriers["area_kind"] == "municipality", "added_by_year"]
    ]
    assert (
        sum(year["units"] for text in years for year in text.values())
        == existing["commissioned"].notna().sum()
    )


def test_leipzig_2020_by_area(real_data):
    """Sums as awk counts them (see test_csv): 813 generators and 255 stores, 9,378.57 kW of heat once per plant."""
    features = json.loads((real_data / "areas" / "leipzig_ortsteile.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    districts = gpd.GeoDataFrame(
        {
            "district_id": [feature["properties"]["ot_nr"] for feature in features],
            "name": [feature["properties"]["ot_name"] for feature in features],
        },
        geometry=[shape(feature["geometry"]) for feature in features],
        crs="EPSG:4326",
    )
    units = read_csv(real_data / "mastr" / "web_export_leipzig_region_2020.csv", "14713000").frame
    outcome = plants_by_area(units, None, districts)
    sums = outcome.frame
    city = row(sums, "municipality", "14713000", ALL)
    assert city["units"] == 813
    assert city["net_kw"] == pytest.approx(366 + 1532 + 7113.1 + 32859.08 + 800)
    assert city["storage_kwh"] == pytest.approx(6689.81)
    assert city["chp_thermal_kw"] == pytest.approx(9378.57)
    assert row(sums, "municipality", "14713000", STORAGE)["units"] == 255
    carriers = sums[sums["carrier"] != ALL]
    units_of = carriers.groupby("area_kind")[["units", "located_units"]].sum()
    assert units_of.loc["municipality"].tolist() == units_of.loc["postcode"].tolist() == [1068, 75]
    assert units_of.loc["district", "units"] == 71  # four of the located units lie beyond the city
    assert len(sums[(sums["area_kind"] == "district") & (sums["carrier"] == ALL)]) == 63
    (unlocated,) = outcome.findings
    assert (unlocated.values["units"], unlocated.values["total"]) == (993, 1068)


# ---- loads with gaps


def told(frame, carrier, kind="municipality"):
    rows = frame[(frame["carrier"] == carrier) & (frame["area_kind"] == kind)]
    return set(rows["completeness"])


def test_no_sum_of_a_load_with_rows_unread_is_complete():
    units = plants({"postcode": "04103"}, {"carrier": "wind"}, {"geometry": Point(5, 5)})
    sums = plants_by_area(units, None, DISTRICTS, gaps=(ROWS_UNREAD,)).frame
    assert not sums["completeness"].isin(["complete"]).any()
    assert told(sums, "wind") == told(sums, ALL) == {"incomplete"}
    # what was known to be missing for another reason is still said, with the figures that go with it
    whole = plants_by_area(units, None, DISTRICTS).frame
    kept = whole["completeness"] != "complete"
    assert kept.any()
    assert sums.loc[kept, "completeness"].tolist() == whole.loc[kept, "completeness"].tolist()
    figures = ["units", "net_kw", "unlocated_units", "unlocated_kw"]
    assert sums[figures].equals(whole[figures])


def test_without_a_table_the_sum_of_all_carriers_is_not_complete():
    units = plants({}, {"carrier": "storage", "storage_kwh": 10})
    sums = plants_by_area(units, gaps=(TABLES_MISSING,)).frame
    assert told(sums, ALL) == {"incomplete"}
    assert told(sums, "solar") == told(sums, STORAGE) == {"complete"}
    assert told(plants_by_area(units, gaps=("register_moment",)).frame, ALL) == {"complete"}
