"""The same register by another way is no change, whichever way came first."""

from datetime import date, timedelta
from functools import partial
from itertools import permutations

import pytest

from enact_plugin.demo import generate
from enact_plugin.demo.register_bulk import write_register_bulk
from enact_plugin.demo.register_csv import write_register_csv
from enact_plugin.demo.register_json import write_register_json
from enact_plugin.demo.register_open_mastr import write_register_open_mastr
from enact_plugin.register.bulk.read import read_bulk
from enact_plugin.register.history.dating import State
from enact_plugin.register.history.loads import empty_history, history_after
from enact_plugin.register.history.versions import CHANGES
from enact_plugin.register.readers.csv import read_csv
from enact_plugin.register.readers.endpoint_json import read_json
from enact_plugin.register.readers.open_mastr import read_open_mastr

TOWN = "99999999"
WAYS = ("csv", "json", "bulk", "open_mastr")


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """The units of one town as each way delivers them, in metres."""
    units = generate(1200, 8).units
    folder = tmp_path_factory.mktemp("ways")
    write_register_csv(units, folder / "units.csv")
    write_register_json(units, folder / "pages", page_size=300)
    write_register_bulk(units, folder / "export.zip")
    write_register_open_mastr(units, folder / "tables")
    made = {
        "csv": read_csv(folder / "units.csv", TOWN),
        "json": read_json(folder / "pages", TOWN),
        "bulk": read_bulk(partial((folder / "export.zip").open, "rb"), "export.zip", TOWN).plants,
        "open_mastr": read_open_mastr(folder / "tables", TOWN),
    }
    return {way: (one, one.frame.to_crs(25833)) for way, one in made.items()}


@pytest.mark.parametrize("order", list(permutations(WAYS)), ids="-".join)
def test_another_way_is_no_change(outcomes, order):
    history = empty_history()
    for number, way in enumerate(order):
        outcome, plants = outcomes[way]
        day = date(2026, 1, 1) + timedelta(days=number)
        state = State(day, outcome.source, way, delivered=outcome.delivered, whole=outcome.whole)
        history = history_after(history, plants, state, outcome.frame.geometry)
    assert len(history.frame) > 400 and set(history.frame["change"]) == {CHANGES[0]}
    assert history.states["partial"].isna().all()
    assert history.frame["voltage"].notna().sum() > 0 and history.frame["eeg_kw"].notna().sum() > 0


def test_another_way_with_the_same_state_is_no_change_either(outcomes):
    history = empty_history()
    for way in WAYS:
        outcome, plants = outcomes[way]
        state = State(date(2026, 1, 1), outcome.source, way, delivered=outcome.delivered)
        history = history_after(history, plants, state, outcome.frame.geometry)
    assert len(history.states) == 1 and set(history.frame["change"]) == {CHANGES[0]}


@pytest.mark.parametrize("order", list(permutations(WAYS, 2)), ids="-".join)
def test_another_way_loaded_afterwards_for_an_earlier_day_is_no_change_either(outcomes, order):
    history = empty_history()
    for number, way in enumerate(order):
        outcome, plants = outcomes[way]
        day = date(2026, 1, 1) - timedelta(days=number)
        state = State(day, outcome.source, way, delivered=outcome.delivered, whole=outcome.whole)
        history = history_after(history, plants, state, outcome.frame.geometry)
    assert set(history.frame["change"]) == {CHANGES[0]} and len(history.states) == 2


def test_each_way_says_what_it_delivers_and_the_export_that_it_is_whole(outcomes):
    for way, (outcome, _) in outcomes.items():
        filled = {name for name in outcome.frame.columns if outcome.frame[name].notna().any()}
        made = {"location_kind", "url", "findings", "geometry"}
        assert filled - made - outcome.delivered == set(), way
    assert {way: outcome.whole for way, (outcome, _) in outcomes.items()} == {
        "csv": False, "json": False, "bulk": True, "open_mastr": False,
    }  # fmt: skip
