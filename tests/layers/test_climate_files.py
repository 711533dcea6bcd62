"""Temperatures out of the files planners have."""

from __future__ import annotations

import numpy as np
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.layers.climate_files import read_climate

HOUR = np.arange(8760)
AIR = np.round(10 - 10 * np.cos(2 * np.pi * HOUR / 8760), 1)


def reference_year(path, air):
    head = ["1. Zeile", "Koordinatensystem : Lambert konform konisch", "", "RW HW MM DD HH t p WR WG N x RF B D A E IL",
            "***"]  # fmt: skip
    body = [f"3 2 {1 + hour // 730} 1 {hour % 24 + 1} {one} 980 200 1.0 8 4.0 90 10 20 300 -5 1"
            for hour, one in enumerate(air)]  # fmt: skip
    path.write_text("\r\n".join(head + body), encoding="latin-1")
    return path


def station(path, years, missing=()):
    lines = ["STATIONS_ID;MESS_DATUM;QN_9;TT_TU;RF_TU;eor"]
    for year in years:
        hours = np.arange(f"{year}-01-01", f"{year + 1}-01-01", dtype="datetime64[h]")
        for place, hour in enumerate(hours):
            stamp = str(hour).replace("-", "").replace("T", "")
            value = "-999" if (year, place) in missing else f"{AIR[min(place, 8759)]:6.1f}"
            lines.append(f"        5779;{stamp};    3; {value}; 80.0;eor")
    path.write_text("\n".join(lines), encoding="latin-1")
    return path


def test_reference_year_with_its_sun(tmp_path):
    series = read_climate(reference_year(tmp_path / "TRY2015_Jahr.dat", AIR))
    assert series.air_c.tolist() == AIR.tolist()
    assert set(series.sun_w_m2) == {30.0}
    assert series.first_weekday is None


def test_station_takes_the_last_whole_year_and_fills_small_gaps(tmp_path):
    missing = {(2023, hour) for hour in range(4000)} | {(2022, 10), (2022, 11)}
    series = read_climate(station(tmp_path / "produkt_tu_stunde.txt", (2021, 2022, 2023), missing))
    assert series.name.endswith("2022")
    assert series.first_weekday == 6  # 1 January 2022 was a Saturday
    assert series.air_c[10:12] == pytest.approx(np.interp([10, 11], [9, 12], [AIR[9], AIR[12]]))


def test_a_leap_day_is_left_out(tmp_path):
    series = read_climate(station(tmp_path / "produkt.txt", (2024,)))
    assert len(series.air_c) == 8760


@pytest.mark.parametrize(
    "head, row",
    [
        ("Temperatur", "{}"),
        ("Zeit;Temperatur [°C]", "1;{}"),
        ("hour,temperature,wind", "1,{},3"),
        (None, "{}"),
    ],
)
def test_plain_tables(tmp_path, head, row):
    comma = ";" in (head or ";")
    cells = [row.format(str(one).replace(".", ",") if comma else one) for one in AIR]
    path = tmp_path / "luft.csv"
    path.write_text("\n".join(([head] if head else []) + cells), encoding="utf-8-sig")
    assert read_climate(path).air_c == pytest.approx(AIR)


@pytest.mark.parametrize(
    "text, code",
    [
        ("", "climate_file_unknown"),
        ("a;b\n1;2", "climate_file_unknown"),
        ("Temperatur\n1\nkalt", "climate_row_wrong"),
        ("Temperatur\n1\n2", "climate_not_a_year"),
        ("***\n1 2 3", "climate_file_unknown"),
        ("STATIONS_ID;MESS_DATUM;TT_TU\n1;heute;5", "climate_row_wrong"),
        ("STATIONS_ID;MESS_DATUM;TT_TU\n1;2024010100;5", "climate_not_a_year"),
    ],
)
def test_what_is_no_year_is_refused(tmp_path, text, code):
    path = tmp_path / "x.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EnactError) as error:
        read_climate(path)
    assert error.value.code == code
