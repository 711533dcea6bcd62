from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from enact_plugin.register.figures.capacity import (
    CLOSED_UNDATED,
    FUTURE,
    GROUP,
    PERIODS,
    PLANNED,
    SUMS,
    UNDATED,
    UNKNOWN,
    YEAR,
    capacity_by_year,
)
from enact_plugin.register.location.coverage import EXISTING

TODAY = date(2024, 6, 30)
PLAIN = {
    "area_kind": "municipality", "area_id": "14713000", "carrier": "solar", "commissioned": None, "closed": None,
    "status": "in_operation", "gross_kw": 10.0, "net_kw": 8.0, "storage_kwh": np.nan, "units": 1,
}  # fmt: skip


def members(*rows):
    frame = pd.DataFrame([{**PLAIN, **row} for row in rows], columns=list(PLAIN))
    for name in ("commissioned", "closed"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.astype({"gross_kw": float, "net_kw": float, "storage_kwh": float})


def years(table):
    return table[table["period"] == YEAR].set_index("year")


def test_added_closed_and_standing_by_hand():
    """Two units of 1995 and 1997, the first closed in 1999; one of 2001 temporarily closed: 10, 20, 10, 20 kW."""
    table = capacity_by_year(
        members(
            {"commissioned": "1995-03-01", "closed": "1999-12-31", "status": "closed"},
            {"commissioned": "1997-01-01"},
            {"commissioned": "2001-07-01", "closed": "2003-01-01", "status": "temporarily_closed"},
        ),
        TODAY,
    )
    by_year = years(table)
    assert list(by_year.index) == [1995, 1996, 1997, 1998, 1999, 2000, 2001]
    assert list(by_year["added_units"]) == [1, 0, 1, 0, 0, 0, 1]
    assert list(by_year["closed_units"]) == [0, 0, 0, 0, 1, 0, 0]
    assert list(by_year["cumulative_units"]) == [1, 1, 2, 2, 1, 1, 2]
    assert list(by_year["cumulative_gross_kw"]) == [10, 10, 20, 20, 10, 10, 20]
    assert by_year.loc[1999, "closed_net_kw"] == 8.0
    assert set(table["period"]) == {YEAR}


def test_what_has_no_year_stands_apart():
    table = capacity_by_year(
        members(
            {"commissioned": "2020-01-01"},
            {"status": "planned", "gross_kw": 500.0},
            {"commissioned": "2024-07-01", "gross_kw": 5.0},  # the day after today
            {"gross_kw": 3.0},
            {"status": "closed", "commissioned": "2000-01-01", "gross_kw": 2.0},
            {"status": "unknown", "commissioned": "2000-01-01", "gross_kw": 1.0},
        ),
        TODAY,
    )
    apart = table[table["period"] != YEAR].set_index("period")
    assert apart["added_gross_kw"].to_dict() == {
        PLANNED: 500.0, FUTURE: 5.0, UNDATED: 3.0, CLOSED_UNDATED: 2.0, UNKNOWN: 1.0,
    }  # fmt: skip
    assert apart["year"].isna().all() and apart["cumulative_units"].isna().all()
    assert list(years(table)["cumulative_units"]) == [1]


def test_a_closing_before_the_commissioning_or_still_to_come_is_in_no_year():
    table = capacity_by_year(
        members(
            {"status": "closed", "commissioned": "2010-01-01", "closed": "2009-01-01"},
            {"status": "closed", "commissioned": "2010-01-01", "closed": "2031-01-01"},
        ),
        TODAY,
    )
    assert list(table["period"]) == [CLOSED_UNDATED] and list(table["added_units"]) == [2]


def test_a_closing_date_of_a_running_unit_is_an_announcement():
    table = capacity_by_year(members({"commissioned": "2010-01-01", "closed": "2012-01-01"}), TODAY)
    assert list(table["closed_units"]) == [0]
    assert table["cumulative_units"].iloc[-1] == 1


def test_areas_and_carriers_end_in_the_same_year_and_storage_is_apart():
    """So the last year of a chart compares them: solar of 2003 and the store of 2005 both run to 2005."""
    table = capacity_by_year(
        members(
            {"commissioned": "2003-01-01"},
            {"commissioned": "2005-01-01", "carrier": "storage", "storage_kwh": 12.0},
            {"commissioned": "2004-01-01", "area_id": "14713001"},
        ),
        TODAY,
    )
    last = table.groupby(GROUP)["year"].max()
    assert set(last) == {2005}
    solar = table[table["carrier"] == "solar"]
    assert solar["cumulative_storage_kwh"].max() == 0 and solar["added_storage_kwh"].max() == 0
    store = table[table["carrier"] == "storage"]
    assert store["cumulative_storage_kwh"].iloc[-1] == 12.0 and store["cumulative_gross_kw"].iloc[-1] == 10.0


def test_no_members_give_an_empty_table_with_all_columns():
    table = capacity_by_year(members(), TODAY)
    assert len(table) == 0
    assert {"added_units", "closed_net_kw", "cumulative_storage_kwh", "period", "year"} <= set(table.columns)


def test_only_undated_members_have_no_years():
    table = capacity_by_year(members({}, {"units": 0, "gross_kw": 0.0}), TODAY)
    assert list(table["period"]) == [UNDATED] and list(table["added_units"]) == [1]


days = st.none() | st.dates(date(1950, 1, 1), date(2040, 1, 1))
rows = st.fixed_dictionaries(
    {
        "area_id": st.sampled_from(["1", "2"]),
        "carrier": st.sampled_from(["solar", "wind", "storage"]),
        "commissioned": days,
        "closed": days,
        "status": st.sampled_from(["in_operation", "temporarily_closed", "closed", "planned", "unknown"]),
        "gross_kw": st.none() | st.integers(0, 10**6).map(lambda watts: watts / 1000),
        "storage_kwh": st.none() | st.integers(0, 10**3),
        "units": st.sampled_from([0, 1, 3]),
    }
)


@given(st.lists(rows, max_size=30))
def test_every_member_is_counted_once_and_what_stands_is_what_exists(drawn):
    frame = members(*drawn)
    table = capacity_by_year(frame, TODAY)
    assert set(table["period"]) <= set(PERIODS)
    for name in SUMS:
        given_sum = frame[name].fillna(0).astype(float).sum()
        assert np.isclose(table[f"added_{name}"].sum(), given_sum, atol=1e-3)
        exists = frame["status"].isin(EXISTING)
        ends = table[table["period"] == YEAR].groupby(GROUP)[f"cumulative_{name}"].last().sum()
        apart = table.loc[table["period"].isin([UNDATED, FUTURE]), f"added_{name}"].sum()
        assert np.isclose(ends + apart, frame.loc[exists, name].fillna(0).astype(float).sum(), atol=1e-3)
        assert (table[f"cumulative_{name}"].dropna() >= -1e-6).all()
    # years without a gap
    for _, group in table[table["period"] == YEAR].groupby(GROUP):
        assert (group["year"].astype(int).diff().dropna() == 1).all()
