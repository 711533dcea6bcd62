"""The set year, rivers, sun."""

from __future__ import annotations

import numpy as np
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.network.supply.climate import measured, river_c, set_year
from enact_plugin.reference.load_tables import air_climate, solar_months_kwh_m2


def test_every_month_keeps_its_mean():
    climate = set_year()
    month = climate.month()
    means = np.bincount(month, climate.air_c)[1:] / np.bincount(month)[1:]
    assert means == pytest.approx(air_climate()[:, 0], abs=0.01)
    assert -20 < climate.air_c.min() < -8
    assert 28 < climate.air_c.max() < 38


def test_sun_of_each_month_and_none_at_night():
    climate = set_year()
    sums = np.bincount(climate.month(), climate.sun_w_m2)[1:] / 1000
    assert sums == pytest.approx(solar_months_kwh_m2())
    days = climate.sun_w_m2.reshape(365, 24)
    assert (days[:, [0, 1, 2, 22, 23]] == 0).all()
    assert days.argmax(axis=1).min() >= 11


def test_the_same_year_every_time():
    assert set_year.__wrapped__().air_c.tolist() == set_year().air_c.tolist()


def test_rivers_follow_slowly_and_do_not_freeze():
    water = river_c(set_year())
    assert water.min() >= 0.5
    assert water.max() < set_year().air_c.max() - 5
    assert np.abs(np.diff(water.reshape(365, 24)[:, 0])).max() < 2


def test_a_series_must_be_a_year_of_possible_temperatures():
    with pytest.raises(EnactError) as error:
        measured(np.zeros(8784), 1, "test")
    assert error.value.code == "climate_not_a_year"
    wrong = np.zeros(8760)
    wrong[100] = -999
    with pytest.raises(EnactError) as error:
        measured(wrong, 1, "test")
    assert error.value.params == {"count": 1, "hour": 101}
    for all_year in (50.0, 38.0, -10.0, 25.0):
        with pytest.raises(EnactError, match="climate_"):
            measured(np.full(8760, all_year), 1, "test")
    wrong[100] = np.nan
    with pytest.raises(EnactError):
        measured(wrong, 1, "test")
