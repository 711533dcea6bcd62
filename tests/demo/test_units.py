"""The units of the register before they are written."""

import re

import numpy as np
import pytest

from enact_plugin.demo import generate

SOLAR, STORAGE, WIND, WATER, BIOMASS, GAS, OIL = 2495, 2496, 2497, 2498, 2493, 2410, 2409


def test_forty_units_per_hundred_buildings(town):
    assert len(town.units) == 520  # 0.4 * 1300


def test_numbers_have_the_registers_form_and_cannot_be_real(town):
    for column, prefix in (
        ("mastr_id", "SEE"),
        ("operator_id", "ABR"),
        ("location_id", "SEL"),
        ("eeg_id", "EEG"),
        ("chp_id", "KWK"),
        ("storage_id", "SSE"),
        ("approval_id", "SGE"),
    ):
        given = town.units[column][town.units[column] != ""]
        assert len(given)
        assert given.map(lambda text: bool(re.match(r"^[A-Z]{3}\d{12}$", text))).all()
        # real numbers begin with 9 after their letters
        assert given.str.startswith(prefix + "0").all()
    assert town.units["mastr_id"].is_unique


@pytest.mark.parametrize("size", [200, 1300])
def test_every_kind_of_unit_and_status_is_there(size):
    units = generate(size, 8).units
    assert {SOLAR, STORAGE, WIND, WATER, BIOMASS, GAS, OIL} == set(units["carrier"])
    assert {853, 852, 2961} <= set(units["site"])
    assert {35, 31, 38} <= set(units["status"])


def test_units_below_thirty_kilowatts_have_no_place(town):
    small = town.units["gross_kw"] < 30
    assert small.mean() > 0.85
    assert town.units.loc[small, ["lat", "lon"]].isna().all(axis=None)
    assert (town.units.loc[small, ["street", "house_number", "parcels"]] == "").all(axis=None)
    assert town.units.loc[~small, ["lat", "lon"]].notna().all(axis=None)


def test_published_places_lie_in_the_municipality_but_for_the_wrong_ones(town):
    around = town.municipality.to_crs(4326).geometry.iloc[0].buffer(0.002)
    placed = town.units[town.units["lat"].notna()]
    outside = [
        number
        for number, lon, lat in zip(placed["mastr_id"], placed["lon"], placed["lat"])
        if not (around.bounds[0] < lon < around.bounds[2] and around.bounds[1] < lat < around.bounds[3])
    ]
    expected = {
        n for n, why in town.wrong_units.items() if why in ("coordinates_elsewhere", "coordinates_swapped")
    }
    assert set(outside) == expected


def test_wrong_units_are_wrong_in_the_way_stated(town):
    units = town.units.set_index("mastr_id")
    by_reason = {why: units.loc[number] for number, why in town.wrong_units.items()}
    assert len(by_reason) == 6
    assert by_reason["gross_below_net"]["gross_kw"] < by_reason["gross_below_net"]["net_kw"]
    assert by_reason["commissioned_in_future"]["commissioned"].year == 2099
    watts = by_reason["watts_entered_as_kw"]
    assert 50 < watts["gross_kw"] / watts["modules"] < 700
    assert by_reason["plug_in_too_large"]["site"] == 2961
    assert by_reason["plug_in_too_large"]["gross_kw"] > 2
    assert by_reason["coordinates_swapped"]["lat"] < 20
    assert by_reason["coordinates_elsewhere"]["lat"] > 53


def test_all_other_units_are_plausible(town):
    units = town.units[~town.units["mastr_id"].isin(town.wrong_units)]
    solar = units[units["modules"] > 0]
    assert (solar["gross_kw"] / solar["modules"]).between(0.05, 0.7).all()
    assert (units["gross_kw"] >= units["net_kw"] - 1e-9).all()
    assert (units["commissioned"].dropna() <= np.datetime64("2025-03-31")).all()
    assert units.loc[units["site"] == 2961, "gross_kw"].max() <= 2.0


def test_status_and_dates_fit_together(town):
    units = town.units
    planned = units["status"] == 31
    assert units.loc[planned, "commissioned"].isna().all()
    assert units.loc[planned, "planned"].notna().all()
    assert units.loc[~planned, "planned"].isna().all()
    assert (units["closed"].notna() == (units["status"] == 38)).all()
    assert (units["registered"] <= units["updated"]).all()


def test_a_chp_plant_of_several_engines_states_its_heat_once_for_all(town):
    plants = town.units[town.units["chp_id"] != ""].groupby("chp_id")
    assert plants.size().max() >= 3
    for column in ("chp_electric_kw", "chp_thermal_kw", "chp_commissioned"):
        assert (plants[column].nunique() <= 1).all()
    electric = plants["chp_electric_kw"].first()
    assert np.allclose(electric, plants["gross_kw"].sum())


def test_battery_stands_at_its_solar_unit(town):
    paired = town.units[town.units["pair"] >= 0]
    solar = paired[paired["carrier"] == SOLAR].set_index("pair")
    battery = paired[paired["carrier"] == STORAGE].set_index("pair")
    assert len(battery) > 100
    host = solar.loc[battery.index]
    for column in ("operator_id", "postcode"):
        assert (host[column] == battery[column]).all()
    running = (host["location_id"] != "") & (battery["location_id"] != "")
    assert (host["location_id"][running] == battery["location_id"][running]).all()
