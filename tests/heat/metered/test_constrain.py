"""Delivered totals as constraints on the modelled demand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.heat.metered.constrain import Figure, GroupState, Modelled, constrain
from enact_plugin.heat.metered.members import match_members


def town(*houses):
    """Addresses in Weg by building and house number."""
    frame = pd.DataFrame(houses, columns=["building_id", "house_number"], dtype=object)
    return frame.assign(street="Weg")


def model(final, carrier="natural_gas", **carriers):
    """Final energy by building; each has one carrier, or the shares given."""
    shares = [
        (building, name, share)
        for building in final
        for name, share in carriers.get(building, {carrier: 1.0}).items()
    ]
    return Modelled(
        pd.DataFrame({"building_id": list(final), "final_kwh": list(final.values())}),
        pd.DataFrame(shares, columns=["building_id", "carrier", "share"]),
    )


def rows(*given_rows, carrier="natural_gas"):
    frame = pd.DataFrame(given_rows, columns=["consumption_id", "address_group", "consumption_kwh_a"])
    return frame.assign(block_id=None, heat_carrier=carrier)


def scaled(modelled, addresses, deliveries):
    return constrain(modelled, match_members(deliveries, addresses), deliveries)


def factors(found):
    return dict(zip(found.buildings["building_id"], found.buildings["factor"]))


def states(found):
    return dict(zip(found.groups["consumption_id"], found.groups["state"]))


def sources(found):
    return dict(zip(found.buildings["building_id"], found.buildings["source"]))


def ids(found):
    return [finding.id for finding in found.findings]


FIVE = town(("a", "1"), ("b", "3"), ("c", "5"), ("d", "7"), ("e", "9"))
FINAL = {"a": 10_000.0, "b": 20_000.0, "c": 30_000.0, "d": 40_000.0, "e": 50_000.0}


def test_the_groups_total_is_shared_in_the_proportions_of_the_model():
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 1–5", 90_000.0)))
    # 90,000 / (10,000 + 20,000 + 30,000) = 1.5
    assert factors(found) == pytest.approx({"a": 1.5, "b": 1.5, "c": 1.5, "d": 1, "e": 1})
    assert sources(found) == {
        "a": "measured_group",
        "b": "measured_group",
        "c": "measured_group",
        "d": None,
        "e": None,
    }
    assert found.groups[["buildings", "modelled_kwh", "factor"]].to_numpy().tolist() == [[3, 60_000.0, 1.5]]


def test_a_group_total_is_never_one_buildings_value():
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 1–9", 145_000.0)))
    assert (found.buildings["final_kwh"] < 145_000).all()
    assert set(found.buildings["source"]) == {"measured_group"}


def test_a_total_of_houses_that_are_not_found_is_not_given_to_the_one_that_is():
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 1, 11, 13, 15, 17", 50_000.0)))
    assert states(found) == {"g": GroupState.INCOMPLETE}
    assert factors(found)["a"] == 1
    assert ids(found) == ["metered_groups_incomplete"]


def test_a_house_that_could_not_be_modelled_makes_its_small_group_incomplete():
    found = scaled(model({**FINAL, "b": np.nan}), FIVE, rows(("g", "Weg 1–5", 60_000.0)))
    assert states(found) == {"g": GroupState.INCOMPLETE}  # two of three house numbers


def test_a_total_does_not_become_the_value_of_the_only_house_with_this_carrier():
    oil = {"heating_oil": 1.0}
    found = scaled(model(FINAL, a=oil, b=oil, c=oil, d=oil), FIVE, rows(("g", "Weg 1–9", 145_000.0)))
    assert states(found) == {"g": GroupState.ONE_WITH_CARRIER}
    assert factors(found)["e"] == 1
    assert ids(found) == ["metered_groups_one_with_carrier"]


def test_the_difference_of_two_groups_does_not_tell_one_house():
    deliveries = rows(("g", "Weg 1–9", 150_000.0), ("h", "Weg 1–7", 110_000.0))
    found = scaled(model(FINAL), FIVE, deliveries)
    assert states(found) == {"g": GroupState.NESTED, "h": GroupState.APPLIED}
    assert (factors(found)["a"], factors(found)["e"]) == (pytest.approx(1.1), 1)
    assert ids(found) == ["metered_groups_applied", "metered_groups_nested"]


def test_a_group_within_another_that_leaves_several_houses_is_applied():
    deliveries = rows(("g", "Weg 1–9", 150_000.0), ("h", "Weg 1–5", 66_000.0))
    assert set(states(scaled(model(FINAL), FIVE, deliveries)).values()) == {GroupState.APPLIED}


def test_a_building_delivered_alone_is_measured():
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 9", 60_000.0)))
    assert (factors(found)["e"], sources(found)["e"]) == (pytest.approx(1.2), "measured")


def test_two_entrances_delivered_one_by_one_sum_up_to_their_building():
    addresses = town(("long", "1"), ("long", "3"))
    found = scaled(
        model({"long": 100_000.0}), addresses, rows(("g", "Weg 1", 50_000.0), ("h", "Weg 3", 70_000.0))
    )
    assert found.buildings["final_kwh"].tolist() == pytest.approx([120_000.0])
    assert sources(found) == {"long": "measured"}


def test_an_entrance_nothing_was_delivered_for_keeps_its_modelled_half():
    addresses = town(("long", "1"), ("long", "3"))
    found = scaled(model({"long": 100_000.0}), addresses, rows(("g", "Weg 1", 60_000.0)))
    # 50,000 · 1.2 + 50,000
    assert found.buildings["final_kwh"].tolist() == pytest.approx([110_000.0])
    assert sources(found) == {"long": "measured_group"}


def test_only_the_delivered_carrier_is_scaled():
    modelled = model({"a": 10_000.0, "b": 20_000.0}, b={"natural_gas": 0.5, "heating_oil": 0.5})
    found = scaled(modelled, FIVE, rows(("g", "Weg 1–3", 30_000.0)))
    # gas: 10,000 + 10,000 modelled, 30,000 delivered; oil stays: (15,000 + 10,000) / 20,000 = 1.25
    assert factors(found) == pytest.approx({"a": 1.5, "b": 1.25})
    gas = found.carriers[found.carriers["carrier"] == "natural_gas"]
    assert gas["final_kwh"].sum() == pytest.approx(30_000)
    oil = found.carriers[found.carriers["carrier"] == "heating_oil"]
    assert oil["final_kwh"].tolist() == [10_000.0]


def test_the_meter_of_the_gas_grid_measures_biomethane_too():
    modelled = model({"a": 10_000.0}, a={"natural_gas": 0.8, "biomethane": 0.2})
    found = scaled(modelled, FIVE, rows(("g", "Weg 1", 15_000.0)))
    assert found.carriers["factor"].tolist() == pytest.approx([1.5, 1.5])


def test_a_group_without_this_carrier_in_the_model_is_reported():
    found = scaled(model(FINAL, carrier="heating_oil"), FIVE, rows(("g", "Weg 1–5", 60_000.0)))
    assert states(found) == {"g": GroupState.NOTHING_MODELLED}
    assert ids(found) == ["metered_groups_nothing_modelled"]


@pytest.mark.parametrize("delivered", [60.0, 60_000_000.0, 0.0])
def test_a_total_in_the_wrong_unit_is_reported_and_not_applied(delivered):
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 1–5", delivered)))
    assert states(found) == {"g": GroupState.IMPLAUSIBLE}
    assert set(factors(found).values()) == {1.0}
    assert ids(found) == ["metered_groups_implausible"]


def test_overlapping_groups_are_all_met():
    found = scaled(model(FINAL), FIVE, rows(("g", "Weg 1–5", 90_000.0), ("h", "Weg 5–9", 150_000.0)))
    assert set(states(found).values()) == {GroupState.APPLIED}
    sums = found.parts.groupby("consumption_id")["final_kwh"].sum()
    assert sums.tolist() == pytest.approx([90_000, 150_000], rel=1e-5)
    assert found.rounds > 1


def test_totals_that_cannot_both_be_true_are_reported_and_not_applied():
    found = scaled(
        model(FINAL),
        FIVE,
        rows(("g", "Weg 1–5", 90_000.0), ("h", "Weg 1–5", 60_000.0), ("i", "Weg 7–9", 99_000.0)),
    )
    assert states(found) == {
        "g": GroupState.CONTRADICTORY,
        "h": GroupState.CONTRADICTORY,
        "i": GroupState.APPLIED,
    }
    assert factors(found) == pytest.approx({"a": 1, "b": 1, "c": 1, "d": 1.1, "e": 1.1})
    assert ids(found) == ["metered_groups_applied", "metered_groups_contradictory"]


def test_the_corrected_figure_is_missing_where_nothing_was_corrected():
    deliveries = rows(("g", "Weg 1–5", 90_000.0)).assign(consumption_corrected_kwh_a=np.nan)
    found = constrain(model(FINAL), match_members(deliveries, FIVE), deliveries, Figure.CORRECTED)
    assert states(found) == {"g": GroupState.NO_VALUE}
    assert ids(found) == ["metered_groups_without_value"]


def test_a_delivery_that_finds_no_building_is_reported():
    found = scaled(model(FINAL), FIVE, rows(("g", "Gasse 1–5", 90_000.0)))
    assert states(found) == {"g": GroupState.NO_BUILDING}


def test_without_deliveries_nothing_changes():
    found = scaled(model(FINAL), FIVE, rows())
    assert set(factors(found).values()) == {1.0}
    assert found.buildings["final_kwh"].tolist() == list(FINAL.values())
    assert found.findings == ()


energies = st.floats(1_000, 50_000)


@st.composite
def cases(draw):
    """Buildings in one street, some with two addresses, and groups that do not overlap."""
    number = draw(st.integers(2, 12))
    owners = draw(st.lists(st.integers(0, 5), min_size=number, max_size=number))
    addresses = town(*((f"b{owner}", str(house + 1)) for house, owner in enumerate(owners)))
    final = {f"b{owner}": draw(energies) for owner in sorted(set(owners))}
    cuts = sorted(draw(st.sets(st.integers(1, number), max_size=4)) | {0})
    return addresses, model(final), cuts, draw(st.lists(st.floats(0.3, 4), min_size=5, max_size=5))


def groups_of(addresses, modelled, cuts, wishes):
    """Deliveries from cut to cut, each a wished multiple of what is modelled there."""
    count = addresses.groupby("building_id")["house_number"].transform("size")
    final = addresses["building_id"].map(modelled.buildings.set_index("building_id")["final_kwh"]) / count
    house = addresses["house_number"].astype(int)
    spans = zip(cuts, cuts[1:], wishes)
    return rows(
        *(
            (f"g{first}", f"Weg {first + 1}–{last}", final[house.between(first + 1, last)].sum() * wish)
            for first, last, wish in spans
        )
    )


@settings(max_examples=60)
@given(cases())
def test_all_totals_are_met_and_what_is_left_stays(case):
    addresses, modelled, cuts, wishes = case
    deliveries = groups_of(addresses, modelled, cuts, wishes)
    found = scaled(modelled, addresses, deliveries)
    assert all(state is GroupState.APPLIED for state in states(found).values())
    sums = found.parts.groupby("consumption_id")["final_kwh"].sum()
    wanted = deliveries.set_index("consumption_id")["consumption_kwh_a"]
    assert sums.reindex(wanted.index).tolist() == pytest.approx(wanted.tolist(), rel=1e-5)
    # the buildings together change by what the deliveries differ from the model, and by nothing else
    change = found.buildings["final_kwh"].sum() - modelled.buildings["final_kwh"].sum()
    assert change == pytest.approx(wanted.sum() - found.groups["modelled_kwh"].sum(), abs=1, rel=1e-4)
    assert found.carriers["final_kwh"].sum() == pytest.approx(found.buildings["final_kwh"].sum())


@settings(max_examples=40)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(case, random):
    addresses, modelled, cuts, wishes = case
    deliveries = groups_of(addresses, modelled, cuts, wishes)

    def shuffled(frame):
        return frame.iloc[random.sample(range(len(frame)), len(frame))]

    mixed = Modelled(shuffled(modelled.buildings), shuffled(modelled.carriers))
    first = scaled(modelled, addresses, deliveries)
    second = scaled(mixed, shuffled(addresses), shuffled(deliveries))
    assert factors(first) == pytest.approx(factors(second))
    assert sources(first) == sources(second)
    assert states(first) == states(second)


@settings(max_examples=40)
@given(st.lists(st.floats(0.6, 1.6), min_size=5, max_size=5))
def test_overlapping_totals_of_a_true_consumption_are_all_met(real):
    """Totals that some consumption of the buildings really has do not contradict each other."""
    truth = {building: value * factor for (building, value), factor in zip(FINAL.items(), real)}
    total = {text: sum(truth[name] for name in text) for text in ("abc", "bcd", "cde")}
    deliveries = rows(
        ("g", "Weg 1–5", total["abc"]), ("h", "Weg 3–7", total["bcd"]), ("i", "Weg 5–9", total["cde"])
    )
    found = scaled(model(FINAL), FIVE, deliveries)
    sums = found.parts.groupby("consumption_id")["final_kwh"].sum()
    assert sums.tolist() == pytest.approx([total["abc"], total["bcd"], total["cde"]], rel=1e-5)
