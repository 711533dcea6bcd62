r"""What the file of the Leipzig region of 2020 holds, as other means than this code count it.

Each test gives the awk program. All read the file with lines joined where a quoted value spans two,
``sed -e ':a;/"\r\?$/!{N;s/\n/ /;ba}' F | awk -F'";"' '…'``, and share the function

    function num(s) {if (index(s, ",")) {gsub(/\./, "", s); sub(",", ".", s)}
                     else if (s ~ /^[0-9]+\.[0-9][0-9][0-9]$/) gsub(/\./, "", s); return s + 0}

for decimal commas and points before thousands. Columns: 4 carrier, 5 gross, 6 net, 7 commissioned, 8 registered,
10 postcode, 16 key, 17 latitude, 18 longitude, 19 modules, 32 operator, 37 grid operator, 39 voltage, 43 EEG date,
45 CHP number, 46 CHP date, 48 CHP heat.
"""

from collections import Counter
from datetime import date

import pandas as pd
import pytest
from shapely.geometry import box

from enact_plugin.errors import Severity
from enact_plugin.register.readers.csv import read_csv

TODAY = date(2026, 8, 1)
LEIPZIG = "14713000"


@pytest.fixture(scope="module")
def path(real_data):
    return real_data / "mastr" / "web_export_leipzig_region_2020.csv"


@pytest.fixture(scope="module")
def outcome(path):
    return read_csv(path, LEIPZIG, today=TODAY)


def findings(outcome, code):
    return {finding.key: finding.values for finding in outcome.findings if finding.id == code}


def test_993_of_1068_units_have_no_place(outcome):
    """$16 == "14713000" {n++; t += num($6); if ($17 == "") {u++; k += num($6)}} END {print n, u, t, k}.

    Of generation alone: the same with && $4 != "Speicher", 813 units and 42,670.2 kW, 739 and 4,956.84 kW without.
    """
    units = outcome.frame
    unlocated = units.geometry.isna()
    assert (len(units), int(unlocated.sum())) == (1068, 993)
    assert units["net_kw"].sum() == pytest.approx(43_741.06, abs=0.05)
    assert units["net_kw"][unlocated].sum() == pytest.approx(5_977.72, abs=0.005)
    generation = units["carrier"] != "storage"
    assert (int(generation.sum()), int((generation & unlocated).sum())) == (813, 739)
    assert units["net_kw"][generation].sum() == pytest.approx(42_670.18, abs=0.05)
    assert units["net_kw"][generation & unlocated].sum() == pytest.approx(4_956.84, abs=0.005)
    assert set(units["location_kind"][unlocated]) <= {"address", "postcode"}
    assert outcome.rows_in == 1068
    assert findings(outcome, "units_of_others") == {"": {"count": 3705 - 1068}}


def test_operators_are_persons_and_organisations(outcome):
    """$16 == "14713000" {k[$32 ~ /^nat/ ? "person" : "organisation"]++}."""
    assert outcome.frame["operator_kind"].value_counts().to_dict() == {"person": 879, "organisation": 189}


def test_dates_of_registration_of_eeg_and_of_chp_plants(outcome):
    """$16 == "14713000" {r += $8 != ""; e += $43 != ""; k += $46 != ""; split($43, d, "/"); y[d[3]]++}."""
    units = outcome.frame
    dates = units[["registered", "eeg_commissioned", "chp_commissioned"]]
    assert dates.notna().sum().tolist() == [1068, 979, 83]
    years = units["eeg_commissioned"].dt.year.value_counts()
    assert [int(years[year]) for year in range(2014, 2021)] == [95, 63, 81, 90, 140, 360, 145]
    assert units["registered"].min() >= pd.Timestamp(2019, 1, 31)  # the register opened
    assert (units["registered"] <= units["updated"]).all()


def test_grid_operators_and_voltages(outcome):
    """$16 == "14713000" {g[$37]++; v[$39]++}; of a voltage named several times the first counts."""
    units = outcome.frame
    assert units["grid_operator_id"].value_counts().to_dict() == {
        "SNB948859455841": 629,
        "SNB916269213931": 429,
        "SNB916269213931; SNB948859455841": 5,
        "SNB971311555230": 3,
        "SNB916269213931; SNB971311555230": 1,
        "SNB942159258331": 1,
    }
    assert units["voltage"].value_counts().to_dict() == {
        "Niederspannung": 1026 + 12 + 2,
        "Mittelspannung": 25,
        "Umspannebene Mittelspannung/Niederspannung": 3,
    }


def test_years_and_postcodes(outcome):
    """$16 == "14713000" {split($7, d, "/"); y[d[3]]++; p[$10]++}."""
    units = outcome.frame
    years = units["commissioned"].dt.year.value_counts()
    assert [int(years[year]) for year in range(2015, 2021)] == [76, 93, 105, 148, 378, 149]
    assert units["postcode"].nunique() == 37


def test_heat_of_chp_plants_counts_once(outcome):
    """$16 == "14713000" && $45 != "" {u++; if (!($45 in t)) {t[$45] = 1; n++; h += $48}}."""
    units = outcome.frame
    plants = units.groupby("chp_id")["chp_thermal_kw"].max()
    assert (units["chp_id"].notna().sum(), len(plants)) == (83, 79)
    assert plants.sum() == pytest.approx(9_378.57)
    assert units["chp_thermal_kw"].sum() > plants.sum()


def test_implausible_values(outcome):
    """Power per module: $4 ~ /^Solare/ && num($19) > 0 {r = num($5) / num($19); if (r < 0.05 || r > 0.7) print}.

    Modules to inverter: $4 ~ /^(Solare|Speicher)/ && num($6) > 0 {q = num($5) / num($6); if (q < 0.05 || q > 20)
    print}; gross below net and dates after TODAY: none. Hours of a store:
    $26 != "" && num($5) > 0 {h = num($26) / num($5); if (h < 0.05 || h > 100) print}.
    """
    assert findings(outcome, "module_power") == {
        "SEE914219607243": {"gross_kw": 9990, "module_count": 37},
        "SEE916759422997": {"gross_kw": 8.19, "module_count": 1},
        "SEE941658645611": {"gross_kw": 600, "module_count": 3},
    }
    assert findings(outcome, "gross_net_ratio") == {
        "SEE941658645611": {"gross_kw": 600, "net_kw": 1},
        "SEE972621839058": {"gross_kw": 2500, "net_kw": 8},
        "SEE990687056240": {"gross_kw": 0.66, "net_kw": 0.01},
        "SEE997678588278": {"gross_kw": 6.88, "net_kw": 0.3},
        "SEE999260418154": {"gross_kw": 3000, "net_kw": 12},
    }
    assert findings(outcome, "storage_hours") == {
        "SEE952541422141": {"storage_kwh": 4656, "gross_kw": 5},
        "SEE972621839058": {"storage_kwh": 10, "gross_kw": 2500},
        "SEE999260418154": {"storage_kwh": 10.56, "gross_kw": 3000},
    }
    counted = Counter((finding.id, finding.severity) for finding in outcome.findings)
    assert counted == {
        ("module_power", Severity.WARNING): 3,
        ("gross_net_ratio", Severity.WARNING): 5,
        ("storage_hours", Severity.WARNING): 3,
        ("units_of_others", Severity.NOTE): 1,
    }
    marked = outcome.frame.set_index("mastr_id")["findings"].dropna()
    assert marked["SEE941658645611"] == "module_power;gross_net_ratio"
    assert marked["SEE972621839058"] == "gross_net_ratio;storage_hours"
    assert len(marked) == 8


def test_four_units_of_the_region_stand_elsewhere(path):
    """In Berlin, Brandenburg, Thuringia and off Bari: with the region's outline as a box and the margin of 0.015°,

    $17 != "" {n++; sub(",", ".", $17); sub(",", ".", $18); if ($17 < 50.835 || $17 > 51.765 || $18 < 11.835 ||
    $18 > 13.365) print $1, $17, $18} END {print n}
    """
    outcome = read_csv(path, boundary=box(11.85, 50.85, 13.35, 51.75), today=TODAY)
    assert int(outcome.frame.geometry.notna().sum()) == 420
    assert findings(outcome, "coordinates_outside") == {
        "SEE913648828892": {"latitude": 51.104, "longitude": 10.865, "municipality": "Laußig"},
        "SEE953932952032": {"latitude": 53.175, "longitude": 13.346, "municipality": "Grimma"},
        "SEE971815108536": {"latitude": 52.516, "longitude": 13.377, "municipality": "Beilrode"},
        "SEE972040937885": {"latitude": 41.104, "longitude": 17.313, "municipality": "Lossatal"},
    }
    assert findings(outcome, "coordinates_abroad") == {
        "SEE972040937885": {"latitude": 41.104, "longitude": 17.313}
    }
    wrong = outcome.frame.set_index("mastr_id").loc[list(findings(outcome, "coordinates_outside"))]
    assert wrong.geometry.notna().all()  # kept where the register puts them


@pytest.mark.parametrize(
    ("file", "person", "organisation", "eeg_dates", "eeg_powers", "eeg_kw", "grid"),
    [
        ("web_export_wind_saxony_2023.csv", 83, 777, 860, 860, 1_315_384.96, 860),
        ("web_export_pv_germany_2025.csv", 4, 685, 514, 652, 13_758_998.962, 676),
    ],
)
def test_new_columns_of_the_later_files(
    real_data, file, person, organisation, eeg_dates, eeg_powers, eeg_kw, grid
):
    """NR > 1 {k[$O ~ /^nat/]++; e += $D != ""; if ($P != "") {c++; s += num($P)} g += $G != ""}.

    O, D, P, G are 33, 44, 45, 38 in the file of 2023 and 38, 49, 50, 43 in that of 2025; num without the rule on
    points.
    """
    units = read_csv(real_data / "mastr" / file, today=TODAY).frame
    kinds = units["operator_kind"].value_counts()
    assert (kinds["person"], kinds["organisation"]) == (person, organisation)
    assert units["registered"].notna().all()
    assert int(units["eeg_commissioned"].notna().sum()) == eeg_dates
    assert int(units["eeg_kw"].notna().sum()) == eeg_powers
    assert units["eeg_kw"].sum() == pytest.approx(eeg_kw)
    assert int(units["grid_operator_id"].notna().sum()) == grid
