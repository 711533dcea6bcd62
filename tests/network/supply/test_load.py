"""Hourly load by standard load profiles, beside demandlib."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

from enact_plugin.network.supply.climate import Climate, set_year
from enact_plugin.network.supply.load import customers_load_kw, profile_shares
from enact_plugin.reference.load_tables import load_profile, profile_of

ROOT = Path(__file__).resolve().parents[3]
PEER = ROOT / "build" / "peers" / "bin" / "python"
CODES = ("single_family", "multi_family", "trade")


@pytest.mark.parametrize("seed", [1, 2])
def test_as_demandlib(seed):
    if not PEER.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("no demandlib: make setup")
        pytest.skip("no demandlib: make setup")
    noise = np.random.default_rng(seed).normal(0, 3, 8760)
    air = np.clip(set_year().air_c + noise, -19, 39)
    answer = subprocess.run(
        [str(PEER), str(Path(__file__).with_name("demandlib_profiles.py"))],
        input=json.dumps({"air_c": air.tolist()}), capture_output=True, text=True, check=True,
    )  # fmt: skip
    climate = Climate(air, set_year().sun_w_m2, 3, "test")
    for code, theirs in json.loads(answer.stdout).items():
        ours = profile_shares(load_profile(code), climate)
        # its hours of a day sum up to one but for rounding; ours to one
        assert np.abs(ours - np.array(theirs)).max() < 1e-4 * ours.max(), code


def test_the_year_sums_up_to_the_heat():
    load = customers_load_kw({"single_family": 3e6, "trade": 1e6}, set_year())
    assert load.sum() == pytest.approx(4e6)
    assert (load >= 0).all()


def test_cold_days_need_more_than_warm_ones():
    for code in CODES:
        shares = profile_shares(load_profile(code), set_year()).reshape(365, 24).sum(axis=1)
        assert shares[:31].mean() > 3 * shares[181:212].mean()


def test_a_shop_rests_on_sunday():
    air = np.full(8760, 5.0)
    shares = profile_shares(load_profile("trade"), Climate(air, air, 1, "test")).reshape(365, 24).sum(axis=1)
    assert shares[6] < shares[0]


@pytest.mark.parametrize(
    "use, house_type, profile",
    [
        ("residential", "single_family", "single_family"),
        ("residential", "large_multi_family", "multi_family"),
        ("mixed", "", "multi_family"),
        ("office", "", "trade"),
        ("", "", "trade"),
    ],
)
def test_each_use_has_a_profile(use, house_type, profile):
    assert profile_of(use, house_type) == profile
