"""The figures of the dashboard: by hand, conserved, and for Leipzig as awk counts them."""

import json
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box, shape

from enact_plugin.errors import EnactError
from enact_plugin.reference.columns import columns
from enact_plugin.reference.values import values
from enact_plugin.register.figures.areas import plants_by_area
from enact_plugin.register.figures.members import ALL, NOWHERE, Areas
from enact_plugin.register.figures.statistics import ASSUMPTIONS, Settings, plant_statistics
from enact_plugin.register.figures.sums import BREAKDOWNS
from enact_plugin.register.figures.targets import no_targets
from enact_plugin.register.location.coverage import EXISTING
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.unread import ROWS_UNREAD, TABLES_MISSING

CRS = "EPSG:25833"
AGS = "14713000"
TODAY = date(2026, 6, 30)
PLAIN = {
    "carrier": "solar", "status": "in_operation", "gross_kw": 10.0, "net_kw": 8.0, "commissioned": date(2019, 5, 1),
    "closed": None, "planned": None, "ags": AGS, "municipality": "Leipzig", "postcode": "04109", "chp_id": None,
    "chp_thermal_kw": np.nan, "storage_kwh": np.nan, "updated": date(2020, 1, 1), "geometry": None,
}  # fmt: skip
# two districts of 1 km² side by side; the first postcode area is a part of the first, the second lies across
TOWN = gpd.GeoDataFrame({"ags": [AGS], "name": ["Leipzig"]}, geometry=[box(0, 0, 2000, 1000)], crs=CRS)
DISTRICTS = gpd.GeoDataFrame(
    {"district_id": ["01", "02"], "name": ["West", "Ost"]},
    geometry=[box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)],
    crs=CRS,
)
POSTCODES = gpd.GeoDataFrame(
    {"postcode": ["04103", "04109"], "name": ["Leipzig", "Leipzig"]},
    geometry=[box(0, 0, 500, 1000), box(500, 0, 2000, 1000)],
    crs=CRS,
)
AREAS = Areas(TOWN, DISTRICTS, POSTCODES)


def plants(*units):
    rows = [{"mastr_id": f"SEE9{number:011d}", **PLAIN, **unit} for number, unit in enumerate(units)]
    frame = pd.DataFrame(rows, columns=["mastr_id", *PLAIN])
    for name in ("commissioned", "closed", "planned", "updated"):
        frame[name] = pd.to_datetime(frame[name])
    frame = frame.astype(dict.fromkeys(["gross_kw", "net_kw", "chp_thermal_kw", "storage_kwh"], float))
    return gpd.GeoDataFrame(frame.drop(columns="geometry"), geometry=frame["geometry"].to_numpy(), crs=CRS)


def figures(units, areas=AREAS, **given):
    return plant_statistics(units, areas, Settings(ags=AGS, today=TODAY, **given)).frame


def rows_of(frame, kind="municipality", carrier=ALL, status="existing", breakdown="total"):
    return frame[
        (frame["area_kind"] == kind)
        & (frame["carrier"] == carrier)
        & (frame["status"] == status)
        & (frame["breakdown"] == breakdown)
    ]


def row(frame, area=AGS, **wanted):
    found = rows_of(frame, **wanted)
    found = found[found["area_id"] == area]
    assert len(found) == 1
    return found.iloc[0]


UNITS = plants(
    {"geometry": Point(100, 500), "postcode": "04103"},
    {"postcode": "04103"},
    {},
    {"carrier": "natural_gas", "gross_kw": 52, "net_kw": 50, "geometry": Point(1500, 500), "chp_id": "KWK1",
     "chp_thermal_kw": 80, "commissioned": date(2014, 1, 1)},
    {"carrier": "natural_gas", "gross_kw": 52, "net_kw": 50, "chp_id": "KWK1", "chp_thermal_kw": 80,
     "commissioned": date(2014, 1, 1), "status": "temporarily_closed"},
    {"carrier": "storage", "gross_kw": 6, "net_kw": 5, "storage_kwh": 10, "postcode": "04103"},
    {"carrier": "wind", "gross_kw": 3000, "net_kw": 3000, "status": "planned", "commissioned": None,
     "planned": date(2027, 3, 1), "geometry": Point(1500, 500)},
    {"status": "closed", "commissioned": date(2005, 1, 1), "closed": date(2018, 1, 1)},
)  # fmt: skip


def test_figures_by_hand():
    """Three roofs of 10/8 kW, two engines of 52/50 kW (one of them stands still) with 80 kW of heat together.

    Quoted: 3 · 10 + 2 · 50 = 130 kW. Yield: 30 kW · 960 h + 50 kW · 3,290 h = 28.8 + 164.5 MWh.
    """
    frame = figures(UNITS, inhabitants=5000)
    assert list(frame.columns) == [column.name for column in columns("plant_statistics")]
    city = row(frame)
    assert (city["units"], city["gross_kw"], city["net_kw"], city["quoted_kw"]) == (5, 134.0, 124.0, 130.0)
    assert (city["storage_units"], city["storage_kw"], city["storage_kwh"]) == (1, 5.0, 10.0)
    assert city["chp_thermal_kw"] == 80.0
    assert (city["located_units"], city["unlocated_units"], city["unlocated_kw"]) == (2, 3, 70.0)
    assert city["yield_mwh_a"] == pytest.approx(28.8 + 164.5)
    assert city["yield_kw"] == 80.0
    # 2 km², 5,000 inhabitants
    assert (city["units_per_1000"], city["kw_per_1000"], city["kw_density"]) == (1.0, 26.0, 65.0)
    assert row(frame, status="planned", carrier="wind")["quoted_kw"] == 3000.0
    assert row(frame, status="temporarily_closed")["units"] == 1


def test_storage_has_columns_of_its_own_and_no_power_of_generation():
    store = row(figures(UNITS), carrier="storage")
    assert pd.isna(store[["gross_kw", "net_kw", "quoted_kw", "yield_mwh_a"]]).all()
    assert (store["units"], store["storage_kw"], store["storage_kwh"]) == (1, 5.0, 10.0)


def test_a_district_holds_units_of_a_postcode_that_lies_inside_it():
    """West: a roof with a point and one by its postcode 04103; the roof in 04109 may lie in both districts."""
    frame = figures(UNITS)
    west = row(frame, "01", kind="district", carrier="solar")
    assert (west["units"], west["located_units"], west["unlocated_units"]) == (2, 1, 1)
    assert west["completeness"] == "partial"
    east = row(frame, "02", kind="district", carrier="solar")
    assert (east["units"], east["completeness"]) == (0, "located_only")
    assert pd.isna(east["unlocated_units"])
    rest = row(frame, NOWHERE, kind="district", carrier="solar")
    assert (rest["units"], rest["completeness"], rest["rankable"]) == (1, "remainder", False)
    # nothing of storage is left over: the only store is in the west
    assert row(frame, "01", kind="district", carrier="storage")["completeness"] == "complete"


def test_coverage_is_of_the_kind_of_area_and_decides_on_ranking():
    """Two of three roofs are in a district: 67 %; all three in a postcode area."""
    frame = figures(UNITS)
    west = row(frame, "01", kind="district", carrier="solar")
    assert (west["coverage_of_units"], west["coverage_of_power"]) == (
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    )
    assert not west["rankable"]
    code = row(frame, "04103", kind="postcode", carrier="solar")
    assert (code["coverage_of_units"], code["rankable"], code["completeness"]) == (1.0, True, "complete")


@pytest.mark.parametrize(("located", "rankable"), [(9, True), (8, False)])
def test_ninety_of_a_hundred_are_enough(located, rankable):
    units = [{"geometry": Point(100, 500)} for _ in range(located)] + [{} for _ in range(10 - located)]
    frame = figures(plants(*units))
    assert row(frame, "01", kind="district")["rankable"] == rankable


def test_classes_of_power_add_up_and_are_labelled():
    frame = figures(UNITS)
    classes = rows_of(frame, carrier="solar", breakdown="size_class")
    assert classes[["class_code", "units", "quoted_kw"]].to_numpy().tolist() == [["2-10", 3, 30.0]]
    assert classes["class_label"].tolist() == ["über 2 bis 10 kW"]
    whole = rows_of(frame, breakdown="size_class").set_index("class_code")["units"]
    assert whole.to_dict() == {"0-30": 3, "30-100": 2}


def test_a_unit_without_power_is_in_a_class_that_says_so():
    classes = rows_of(figures(plants({"gross_kw": np.nan})), carrier="solar", breakdown="size_class")
    assert classes["class_label"].tolist() == ["ohne Leistung"]


def test_years_tell_what_was_added_closed_and_stands():
    years = rows_of(figures(UNITS), carrier="solar", status="any", breakdown="year").set_index("class_code")
    assert (years.loc["2005", "added_units"], years.loc["2005", "cumulative_kw"]) == (1, 10.0)
    assert (years.loc["2018", "closed_units"], years.loc["2018", "cumulative_units"]) == (1, 0)
    assert (years.loc["2019", "added_kw"], years.loc["2019", "cumulative_kw"]) == (30.0, 30.0)
    assert years["units"].isna().all()


def test_planned_units_stand_by_the_year_they_are_announced_for():
    units = plants(
        {"status": "planned", "planned": date(2027, 3, 1)},
        {"status": "planned", "gross_kw": 7, "planned": None},
    )
    planned = rows_of(figures(units), carrier="solar", status="planned", breakdown="planned_year")
    assert planned.set_index("class_label")["quoted_kw"].to_dict() == {"2027": 10.0, "ohne Datum": 7.0}


def test_gap_to_targets():
    """Photovoltaics quoted gross: 100 − 30 kW; storage by its power; a target that is exceeded has a negative gap."""
    targets = pd.DataFrame({
        "carrier": ["solar", "storage", "natural_gas", "water"], "year": [2030] * 4, "kw": [100.0, 4.0, 120.0, 9.0],
    })  # fmt: skip
    gaps = figures(UNITS, targets=targets).query("breakdown == 'target'").set_index("carrier")
    assert gaps["gap_kw"].to_dict() == {"solar": 70.0, "storage": -1.0, "natural_gas": 20.0, "water": 9.0}
    assert gaps["target_year"].tolist() == [2030] * 4


def test_the_yield_leaves_out_what_has_no_hours_and_says_how_much():
    outcome = plant_statistics(
        plants({}, {"carrier": "gas_pressure", "net_kw": 40}, {"carrier": "waste", "net_kw": 20}), AREAS
    )
    (finding,) = [each for each in outcome.findings if each.id == "yield_incomplete"]
    assert finding.values == {"kw": 40.0, "total_kw": 70.0}
    assert pd.isna(row(outcome.frame, carrier="gas_pressure")["yield_mwh_a"])
    assert row(outcome.frame, carrier="waste")["yield_basis"] == "assumption"
    assert row(outcome.frame, carrier="solar")["yield_basis"] == "published"
    assert row(outcome.frame)["yield_basis"] == "assumption"  # as weak as its weakest part


def test_inhabitants_of_the_districts_make_up_the_municipality():
    people = pd.DataFrame({
        "area_kind": "district", "area_id": ["01", None, "01"], "area_name": ["West", "ost", "West"],
        "inhabitants": [400, 600, 300], "date": pd.to_datetime(["2024-12-31", "2023-12-31", "2020-12-31"]),
    })  # fmt: skip
    outcome = plant_statistics(UNITS, AREAS, Settings(ags=AGS, population=people))
    frame = outcome.frame
    assert row(frame)["inhabitants"] == 1000  # the newest of West, and East by its name
    assert row(frame)["inhabitants_date"] == pd.Timestamp(2023, 12, 31)
    assert row(frame, "01", kind="district")["units_per_1000"] == 1000 * 2 / 400
    assert "inhabitants_of_districts" in outcome.assumptions
    # the number given wins, for the municipality
    assert row(figures(UNITS, population=people, inhabitants=5000))["inhabitants"] == 5000


def test_nothing_is_invented_where_inhabitants_are_not_known():
    only_west = pd.DataFrame({
        "area_kind": ["district"], "area_id": ["01"], "area_name": ["West"], "inhabitants": [400], "date": [pd.NaT],
    })  # fmt: skip
    outcome = plant_statistics(UNITS, AREAS, Settings(ags=AGS, population=only_west))
    assert pd.isna(row(outcome.frame)["inhabitants"])
    assert pd.isna(row(outcome.frame, "02", kind="district")["kw_per_1000"])
    assert "inhabitants_unknown" in {finding.id for finding in outcome.findings}


def test_the_municipalitys_own_row_goes_before_the_sum():
    people = pd.DataFrame({
        "area_kind": ["municipality", "district", "district", "cell"], "area_id": [AGS, "01", "02", "x"],
        "area_name": None, "inhabitants": [990, 400, 600, 3], "date": pd.NaT,
    })  # fmt: skip
    assert row(figures(UNITS, population=people))["inhabitants"] == 990


def test_areas_without_units_stand_with_zero():
    frame = figures(plants({"geometry": Point(100, 500)}))
    east = row(frame, "02", kind="district", carrier="solar")
    assert (east["units"], east["quoted_kw"], east["completeness"]) == (0, 0.0, "complete")
    assert pd.isna(east["yield_mwh_a"])


def test_no_units_and_no_areas():
    frame = figures(plants())
    assert frame["units"].sum() == 0
    assert set(frame["area_kind"]) == {"municipality", "district", "postcode"}
    assert len(figures(plants(), Areas())) == 0


def test_degrees_have_no_square_kilometres():
    areas = Areas(*(frame.to_crs("EPSG:4326") for frame in (TOWN, DISTRICTS, POSTCODES)))
    assert figures(UNITS.to_crs("EPSG:4326"), areas)["area_km2"].isna().all()


def beyond_the_town(*postcodes):
    return gpd.GeoDataFrame(
        {"postcode": [code for code, _area in postcodes], "name": "Leipzig"},
        geometry=[area for _code, area in postcodes],
        crs=CRS,
    )


def test_a_postcode_area_counts_with_its_part_in_the_municipality():
    """10 km², of which 1 km² lies in the town; 100 kW in town: 100 kW/km², not 10."""
    codes = beyond_the_town(("04103", box(-9000, 0, 1000, 1000)), ("04207", box(2000, 0, 9000, 1000)))
    unit = plants({"postcode": "04103", "gross_kw": 100.0})
    frame = figures(unit, Areas(TOWN, DISTRICTS, codes))
    across = row(frame, "04103", kind="postcode")
    assert (across["area_km2"], across["kw_density"]) == (1.0, 100.0)
    # a neighbour that only touches the town has no part in it
    assert pd.isna(row(frame, "04207", kind="postcode")["area_km2"])
    # without the boundary nobody knows which part it is
    unknown = row(figures(unit, Areas(None, DISTRICTS, codes)), "04103", kind="postcode")
    assert pd.isna(unknown["area_km2"])
    assert pd.isna(unknown["kw_density"])


def test_the_units_of_two_municipalities_count_on_the_area_of_both():
    """Town 2 km² and its neighbour 1 km², both wholly in the postcode area; 10 kW of each."""
    codes = beyond_the_town(("04103", box(-5000, 0, 5000, 1000)))
    towns = pd.concat(
        [TOWN, gpd.GeoDataFrame({"ags": ["14713001"]}, geometry=[box(2000, 0, 3000, 1000)], crs=CRS)]
    )
    units = plants({"postcode": "04103"}, {"postcode": "04103", "ags": "14713001"})
    both = row(figures(units, Areas(towns, None, codes)), "04103", kind="postcode")
    assert (both["area_km2"], both["kw_density"]) == (3.0, 20 / 3)
    # of the neighbour no outline
    one = row(figures(units, Areas(TOWN, None, codes)), "04103", kind="postcode")
    assert pd.isna(one["area_km2"])


def test_layers_in_another_crs_are_refused():
    with pytest.raises(EnactError) as raised:
        plant_statistics(UNITS, Areas(None, DISTRICTS.to_crs(25832)))
    assert raised.value.code == "areas_crs_differs"


def test_every_row_has_a_key_of_its_own_and_words_of_its_lists():
    outcome = plant_statistics(UNITS, AREAS, Settings(targets=no_targets()))
    frame = outcome.frame
    assert frame["row_id"].is_unique
    for column in columns("plant_statistics"):
        if column.values:
            assert set(frame[column.name].dropna()) <= {value.code for value in values(column.values)}, (
                column.name
            )
    assert set(frame["breakdown"]) <= set(BREAKDOWNS)
    assert outcome.assumptions == ASSUMPTIONS
    assert (outcome.rows_in, outcome.dropped, outcome.merged) == (len(frame), {}, 0)


# ---- conservation

RANDOM = st.lists(
    st.fixed_dictionaries(
        {
            "carrier": st.sampled_from(["solar", "wind", "natural_gas", "storage", "gas_pressure"]),
            "status": st.sampled_from([*EXISTING, "planned", "closed", "unknown"]),
            "gross_kw": st.integers(0, 5000).map(float),
            "net_kw": st.one_of(st.integers(0, 5000).map(float), st.just(np.nan)),
            "commissioned": st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1))),
            "closed": st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2030, 1, 1))),
            "planned": st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2035, 1, 1))),
            "postcode": st.sampled_from(["04103", "04109", "99999", None]),
            "chp_id": st.sampled_from([None, "KWK1", "KWK2"]),
            "chp_thermal_kw": st.one_of(st.just(np.nan), st.integers(0, 500).map(float)),
            "storage_kwh": st.one_of(st.just(np.nan), st.integers(0, 500).map(float)),
            "geometry": st.one_of(st.none(), st.builds(Point, st.integers(0, 2500), st.integers(0, 1200))),
        }
    ),
    max_size=25,
)
ADDITIVE = [
    "units", "gross_kw", "net_kw", "quoted_kw", "storage_kw", "storage_kwh", "chp_thermal_kw", "located_units",
    "located_kw", "yield_mwh_a", "added_units", "added_kw", "closed_kw", "cumulative_kw",
]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(RANDOM)
def test_nothing_is_lost_or_counted_twice(units):
    frame = plants(*units)
    table = figures(frame).fillna({"class_code": ""})
    keys = ["carrier", "status", "breakdown", "class_code"]
    sums = table.groupby(["area_kind", *keys])[ADDITIVE].sum().astype(float)
    town = sums.loc["municipality"]
    # postcodes, and districts, with what is in none of them = the municipality, in every sum
    for kind in ("postcode", "district"):
        assert np.allclose(sums.loc[kind].reindex(town.index, fill_value=0.0), town), kind
        assert np.allclose(sums.loc[kind].sum(), town.sum()), kind
    single = table[(table["area_kind"] == "municipality") & (table["breakdown"] == "total")]
    carriers = single[single["carrier"] != ALL]
    for status, whole in single[single["carrier"] == ALL].set_index("status").iterrows():
        parts = carriers[carriers["status"] == status]
        generation = parts[parts["carrier"] != "storage"]
        # carriers = all; storage apart, but for its energy and the heat of the whole area
        for name in ("units", "gross_kw", "net_kw", "quoted_kw", "located_kw", "yield_mwh_a"):
            assert generation[name].sum() == pytest.approx(np.nan_to_num(float(whole[name])))
        for name in ("storage_units", "storage_kw", "storage_kwh", "chp_thermal_kw"):
            assert parts[name].sum() == pytest.approx(float(whole[name]))
    # statuses make up the register, and the two that exist what exists
    each = carriers[carriers["status"] != "existing"]
    assert each["units"].sum() == len(frame)
    assert carriers[carriers["status"] == "existing"]["units"].sum() == frame["status"].isin(EXISTING).sum()
    # the heat of a CHP plant once, over all of its units, carriers and statuses
    heat = frame.groupby(frame["chp_id"].fillna(frame["mastr_id"]))["chp_thermal_kw"].max()
    assert each["chp_thermal_kw"].sum() == pytest.approx(heat.sum())
    # classes make up what exists
    classes = town.groupby(["breakdown", "carrier"])["units"].sum().get("size_class", pd.Series(dtype=float))
    exists = single[single["status"] == "existing"].set_index("carrier")["units"]
    assert (classes.reindex(exists.index, fill_value=0) == exists).all()


@settings(max_examples=15, deadline=None)
@given(RANDOM)
def test_the_map_and_the_table_say_the_same(units):
    frame = plants(*units)
    table = rows_of_existing(figures(frame))
    sums = plants_by_area(frame, TOWN, DISTRICTS, POSTCODES).frame
    both = sums.merge(table, on=["area_kind", "area_id", "carrier"], suffixes=("", "_table"))
    assert len(both) == len(sums)
    assert (both["units"] == both["units_table"]).all()
    assert (both["located_units"] == both["located_units_table"]).all()
    assert (both["completeness"] == both["completeness_table"]).all()
    generation = both[both["carrier"] != "storage"]
    assert np.allclose(generation["net_kw"], generation["net_kw_table"])


def rows_of_existing(frame):
    return frame[(frame["status"] == "existing") & (frame["breakdown"] == "total")]


# ---- Leipzig


@pytest.fixture(scope="module")
def leipzig(real_data):
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
    ).to_crs(CRS)
    units = read_csv(real_data / "mastr" / "web_export_leipzig_region_2020.csv", AGS).frame.to_crs(CRS)
    return figures(units, Areas(None, districts, None))


def test_leipzig_2020_as_counted_by_awk(leipzig):
    """Units, gross and net kW, and units without coordinates by carrier and status; lines joined as in test_csv.

    sed -e ':a;/"\\r\\?$/!{N;s/\\n/ /;ba}' F | awk -F'";"' 'function num(s) {if (index(s, ",")) {gsub(/\\./, "", s);
    sub(",", ".", s)} else if (s ~ /^[0-9]+\\.[0-9][0-9][0-9]$/) gsub(/\\./, "", s); return s + 0}
    $16 == "14713000" {k = $4 "|" $3; u[k]++; g[k] += num($5); n[k] += num($6); if ($17 == "") o[k]++}
    END {for (k in u) print k, u[k], g[k], n[k], o[k] + 0}'
    """
    counted = {
        ("solar", "in_operation"): (723, 38671.9, 32858.1, 676),
        ("solar", "temporarily_closed"): (1, 1.24, 1, 1),
        ("natural_gas", "in_operation"): (85, 7398.53, 7113.1, 62),
        ("biomass", "in_operation"): (1, 366, 366, 0),
        ("wind", "in_operation"): (1, 800, 800, 0),
        ("mineral_oil", "in_operation"): (2, 1915, 1532, 0),
    }
    for (carrier, status), (units, gross, net, unlocated) in counted.items():
        told = row(leipzig, carrier=carrier, status=status)
        assert (told["units"], told["unlocated_units"]) == (units, unlocated)
        assert (told["gross_kw"], told["net_kw"]) == (
            pytest.approx(gross, rel=1e-5),
            pytest.approx(net, rel=1e-5),
        )
    store = row(leipzig, carrier="storage")
    assert (store["units"], store["unlocated_units"]) == (255, 254)
    assert (store["storage_kw"], store["storage_kwh"]) == (pytest.approx(1070.88), pytest.approx(6689.81))
    city = row(leipzig)
    assert (city["units"], city["unlocated_units"] + store["unlocated_units"]) == (813, 993)
    assert city["chp_thermal_kw"] == pytest.approx(9378.57)


def test_leipzigs_roofs_by_year_and_class_as_counted_by_awk(leipzig):
    """As above with split($7, d, "/"); y[d[3]]++; k[d[3]] += num($5), and by limits of num($5), of $4 ~ /^Solare/."""
    years = rows_of(leipzig, carrier="solar", status="any", breakdown="year").set_index("class_code")
    added = {"2014": 84, "2015": 54, "2016": 70, "2017": 67, "2018": 112, "2019": 243, "2020": 94}
    assert years["added_units"].to_dict() == added
    assert years.loc["2018", "added_kw"] == pytest.approx(14315.8, rel=1e-5)
    assert years.loc["2020", "cumulative_units"] == 724
    classes = rows_of(leipzig, carrier="solar", breakdown="size_class").set_index("class_code")
    assert classes["units"].to_dict() == {
        "0-2": 20, "2-10": 613, "10-30": 37, "30-100": 20, "100-1000": 29, "1000-": 5,
    }  # fmt: skip
    assert classes.loc["1000-", "quoted_kw"] == pytest.approx(21884.1)


def test_leipzigs_postcodes_as_counted_by_awk(leipzig):
    """Generators and kW of two postcodes: $10 == "04158" and $4 != "Speicher"; gross of photovoltaics, else net."""
    for code, units, kw in (("04158", 79, 1774.77), ("04249", 70, 1548.52)):
        told = row(leipzig, code, kind="postcode")
        assert (told["units"], told["quoted_kw"]) == (units, pytest.approx(kw, rel=1e-5))


def test_leipzigs_districts_refuse_to_be_ranked(leipzig):
    """70 of 813 generators lie in a district (74 have a point, four of them beyond the city): 8.6 %."""
    districts = rows_of(leipzig, kind="district")
    assert len(districts) == 64
    assert districts["units"].sum() == 813
    assert row(leipzig, NOWHERE, kind="district")["units"] == 743
    assert districts["coverage_of_units"].unique().tolist() == [pytest.approx(70 / 813)]
    assert not districts["rankable"].any()


# ---- loads with gaps


def test_no_figure_of_a_load_with_rows_unread_is_complete():
    frame = plant_statistics(UNITS, AREAS, Settings(ags=AGS, today=TODAY), gaps=(ROWS_UNREAD,)).frame
    assert not frame["completeness"].isin(["complete"]).any()
    assert row(frame)["completeness"] == "incomplete"
    assert not frame["rankable"].any()  # in which areas those stand that are missing, nobody knows
    whole, told = figures(UNITS), ["completeness", "rankable"]
    assert whole["rankable"].any()
    assert frame.drop(columns=told).equals(whole.drop(columns=told))


def test_without_a_table_all_carriers_and_those_without_a_unit_are_not_complete():
    """A target for wind, of which the export has no table: what is missing to it may be standing there."""
    targets = pd.DataFrame({"carrier": ["wind", "solar"], "year": [2030, 2030], "kw": [9.0, 9.0]})
    settings = Settings(ags=AGS, today=TODAY, targets=targets)
    frame = plant_statistics(plants({}), AREAS, settings, gaps=(TABLES_MISSING,)).frame
    assert row(frame)["completeness"] == "incomplete"
    assert row(frame, carrier="solar")["completeness"] == "complete"
    goals = frame[frame["breakdown"] == "target"].set_index("carrier")["completeness"]
    assert goals.to_dict() == {"wind": "incomplete", "solar": "complete"}


def test_figures_count_what_is_conspicuous_and_what_is_corrected():
    """A note is nothing to doubt; storage and what is planned count in their own rows.

    All carriers, existing: 5000 (flagged) + 10 (note) + 10 gross of photovoltaics, 2 corrected at net 8 (wind). The
    wrong value may be the net one: both sums of it are told.
    """
    units = plants(
        {"gross_kw": 5000.0, "net_kw": 8500.0},
        {},
        {},
        {"carrier": "wind"},
        {"carrier": "storage"},
        {"status": "planned"},
    ).assign(
        findings=[
            "module_power;leading_zero_restored",
            "leading_zero_restored",
            None,
            None,
            "id_duplicate",
            "module_power",
        ],
        original_values=[None, None, None, "{}", "{}", None],
    )
    outcome = plant_statistics(units, AREAS, Settings(ags=AGS, today=TODAY))
    everything = row(outcome.frame)
    assert everything[["units_with_findings", "kw_with_findings", "units_corrected"]].tolist() == [1, 5000, 1]
    assert everything[["gross_kw_with_findings", "net_kw_with_findings"]].tolist() == [5000, 8500]
    store = row(outcome.frame, carrier="storage")
    assert (store["units_with_findings"], store["kw_with_findings"]) == (1, 8)
    assert pd.isna(store[["gross_kw_with_findings", "net_kw_with_findings"]]).all()
    told = {finding.id: finding.values for finding in outcome.findings}
    # 5000 + 10 + 10 + 10 gross, 8500 + 8 + 8 + 8 net
    assert told["figures_with_findings"] == {
        "units": 1, "total": 4, "gross_kw": 5000.0, "total_gross_kw": 5030.0, "net_kw": 8500.0, "total_net_kw": 8524.0,
    }  # fmt: skip
    assert told["figures_corrected"] == {"count": 2}


def test_a_district_of_which_only_points_are_known_has_no_figure_per_head():
    heads = pd.DataFrame({
        "area_kind": "district", "area_id": ["01", "02"], "area_name": ["West", "Ost"], "inhabitants": [1000, 1000],
        "date": pd.to_datetime(["2025-12-31"] * 2),
    })  # fmt: skip
    frame = figures(plants({}, {"geometry": Point(1500, 500)}), population=heads)
    east = row(frame, "02", kind="district")
    assert (east["units"], east["completeness"]) == (1, "located_only")
    assert east[["units_per_1000", "kw_per_1000", "kw_density"]].isna().all()
    assert row(frame)["kw_density"] == pytest.approx(20 / 2)  # 20 kW on 2 km²
