"""Classes that may lie side by side are told apart by people with colour-vision deficiency, and in a grey print."""

from itertools import combinations

import numpy as np
import pytest

from enact_plugin.reference.tables import rows
from enact_plugin.reference.values import values
from tools.color_vision import VISION, ciede2000, difference, lab, lightness, worst_difference

# CIEDE2000 from which two areas are told apart at a glance; about 1 is just noticeable side by side
CLEAR = 9.0
TOPICS = {"pv", "wind", "biomass", "combustion", "water", "storage", "other"}
UNORDERED = (
    "building_use", "supply_kind", "landuse_kind", "census_building_type", "census_heating", "census_carrier",
)  # fmt: skip
GROUPED = ("carrier", "heat_carrier")  # one colour per group: that of its first value
ORDERED = ("age_class", "suitability")
CLASSES = tuple(dict.fromkeys(row["list"] for row in rows("map_classes")))


def leading_colors(list_):
    """Colour of each group of a list, by its first value."""
    colors = {}
    for value in values(list_):
        colors.setdefault(value.group, value.color)
    return colors


def ordered_colors(list_):
    return [value.color for value in values(list_) if value.code not in ("unknown", "not_applicable")]


def class_colors(list_):
    return [row["color"] for row in rows("map_classes") if row["list"] == list_]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    # pairs 1, 7, 19 and 25 of table 1 in Sharma, Wu and Dalal (2005)
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_colour_difference_is_that_of_the_publication(one, other, expected):
    assert ciede2000(np.array(one), np.array(other)) == pytest.approx(expected, abs=1e-4)


def test_white_is_white_for_everyone():
    for vision in VISION:
        assert lab("#ffffff", vision) == pytest.approx([100, 0, 0], abs=0.6)


def test_red_and_green_come_together_without_green_cones():
    assert difference("#c00000", "#708000", "deuteranopia") < difference("#c00000", "#708000", "normal") / 2


@pytest.mark.parametrize("list_", UNORDERED)
def test_values_of_a_list_are_told_apart(list_):
    pairs = combinations(values(list_), 2)
    close = {(a.code, b.code): worst_difference(a.color, b.color) for a, b in pairs}
    assert min(close.values()) >= CLEAR, min(close, key=close.get)


@pytest.mark.parametrize("list_", GROUPED)
def test_groups_of_a_list_are_told_apart(list_):
    colors = leading_colors(list_)
    close = {(a, b): worst_difference(colors[a], colors[b]) for a, b in combinations(colors, 2)}
    assert min(close.values()) >= CLEAR, min(close, key=close.get)


def test_each_topic_of_the_plants_has_its_colour():
    assert set(leading_colors("carrier")) == TOPICS


@pytest.mark.parametrize("list_", ORDERED)
def test_neighbouring_values_of_an_order_are_told_apart(list_):
    colors = ordered_colors(list_)
    assert min(worst_difference(a, b) for a, b in zip(colors, colors[1:])) >= CLEAR


@pytest.mark.parametrize("list_", ORDERED)
def test_an_order_runs_from_dark_to_light(list_):
    steps = np.diff([lightness(color) for color in ordered_colors(list_)])
    assert (steps > 1).all()  # so that a grey print keeps the order


@pytest.mark.parametrize("list_", CLASSES)
def test_neighbouring_classes_are_told_apart(list_):
    colors = class_colors(list_)
    assert min(worst_difference(a, b) for a, b in zip(colors, colors[1:])) >= CLEAR


@pytest.mark.parametrize("list_", [name for name in CLASSES if name != "line_density"])
def test_more_is_darker(list_):
    assert (np.diff([lightness(color) for color in class_colors(list_)]) < -5).all()


def test_line_density_is_darker_with_more_from_the_second_class_on():
    # the lowest class is grey: there is nothing to sell
    assert (np.diff([lightness(color) for color in class_colors("line_density")][1:]) < -5).all()


def test_unknown_age_is_no_age():
    unknown = next(value.color for value in values("age_class") if value.code == "unknown")
    assert min(worst_difference(unknown, color) for color in ordered_colors("age_class")) >= CLEAR


@pytest.mark.parametrize("list_", CLASSES)
def test_classes_join_without_gap(list_):
    classes = [row for row in rows("map_classes") if row["list"] == list_]
    assert [row["high"] for row in classes[:-1]] == [row["low"] for row in classes[1:]]
    assert classes[-1]["high"] == ""


@pytest.mark.parametrize(
    ("list_", "limits"),
    [("heat_density", [70, 175, 415, 1050]), ("line_density", [500, 700, 1500, 2000, 3000])],
)
def test_densities_have_the_classes_of_practice(list_, limits):
    assert [
        float(row["high"]) for row in rows("map_classes") if row["list"] == list_ and row["high"]
    ] == limits
