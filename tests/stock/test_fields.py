from __future__ import annotations

import pandas as pd

from enact_plugin.stock.fields import Fields, joined


def test_fields_are_found_in_any_case_and_the_best_name_first():
    frame = pd.DataFrame({"FUNKTION": ["Wohnhaus", "Garage"], "GfkZshh": ["31001_1010", None]})
    fields = Fields(frame, {"code": ("gfkzshh", "funktion"), "other": ("nothing",)})
    assert fields.text("code").tolist() == ["31001_1010", "Garage"]
    assert fields.text("other").tolist() == [None, None]
    assert "code" in fields and "other" not in fields


def of(values, column="height_m"):
    return Fields(pd.DataFrame({"Feld": pd.Series(values, dtype=object)}), {column: ("feld",)})


def told(fields):
    return [(finding.id, finding.values) for finding in fields.findings]


def test_numbers_are_read_as_everywhere_and_what_cannot_be_read_is_reported():
    fields = of(["12,5 m", "3.5", "-1", "hoch", "2-3", "hoch", None, "-"])
    numbers = fields.number("height_m")
    assert numbers.tolist()[:3] == [12.5, 3.5, -1.0]
    assert numbers[3:].isna().all()
    values = {"column": "height_m", "field": "Feld", "rows": 3, "examples": "„hoch“, „2-3“"}
    assert told(fields) == [("value_unreadable", values)]


def test_german_figures_of_any_size_are_read():
    assert of(["1.250,5", "980,0"], "floor_area_m2").number("floor_area_m2").tolist() == [1250.5, 980.0]
    assert of(["1.5e+03", "850"], "floor_area_m2").number("floor_area_m2").tolist() == [1500.0, 850.0]


def test_areas_that_may_be_a_thousand_times_larger_are_reported():
    fields = of(["1.250", "0.980", "2.110"], "floor_area_m2")  # 0.980 shows that the point begins decimals
    assert fields.number("floor_area_m2").tolist() == [1.25, 0.98, 2.11]
    assert not fields.findings
    fields = of(["1.250", "980", "2.110"], "floor_area_m2")
    assert fields.number("floor_area_m2").tolist() == [1250.0, 980.0, 2110.0]
    values = {"column": "floor_area_m2", "field": "Feld", "rows": 2, "examples": "„1.250“, „2.110“"}
    assert told(fields) == [("number_ambiguous", values)]


def test_another_field_of_the_delivery_decides_what_an_area_means():
    frame = pd.DataFrame({"A": ["1.250", "2.110"], "H": ["9.85", "12.1"]})
    fields = Fields(frame, {"floor_area_m2": ("a",), "height_m": ("h",)})
    assert fields.number("floor_area_m2").tolist() == [1.25, 2.11]
    assert not fields.findings
    commas = Fields(frame.assign(H=["9,85", "12,1"]), {"floor_area_m2": ("a",), "height_m": ("h",)})
    assert commas.number("floor_area_m2").tolist() == [1250.0, 2110.0]
    assert not commas.findings


def test_no_building_is_a_kilometre_high():
    fields = of(["9.850", "12.345"])
    assert fields.number("height_m").tolist() == [9.85, 12.345]
    assert not fields.findings


def test_a_unit_behind_a_figure_counts_where_no_factor_is_given():
    assert of(["0.02 km", "12 m"]).number("height_m").tolist() == [20.0, 12.0]
    assert of(["950"]).number("height_m", 0.01).tolist() == [9.5]
    assert of(["40 ft", "12 kW"]).number("height_m").isna().all()


def test_what_one_field_does_not_say_another_may():
    frame = pd.DataFrame({"a": ["hoch", "12", "niedrig"], "b": ["8,5", "9", None]})
    fields = Fields(frame, {"height_m": ("a", "b")})
    assert fields.number("height_m").tolist()[:2] == [8.5, 12.0]
    assert [values["rows"] for _, values in told(fields)] == [1]  # only where no field says it


def test_days_are_read_as_everywhere_and_what_cannot_be_read_is_reported():
    texts = ["2023-01-16", "03.02.2024", "2010-05-17T22:30:00Z", "gestern", None, "1550-01-01"]
    fields = of(texts, "source_date")
    days = fields.day("source_date")
    assert days.dt.strftime("%Y-%m-%d").tolist()[:3] == ["2023-01-16", "2024-02-03", "2010-05-18"]
    assert days[3:].isna().all()
    assert [(code, values["rows"], values["examples"]) for code, values in told(fields)] == [
        ("date_out_of_range", 1, "„1550-01-01“"),
        ("value_unreadable", 1, "„gestern“"),
    ]


def test_flags_are_joined_by_name():
    flags = {"a": [True, False, True], "b": [True, False, False]}
    assert joined(flags, pd.RangeIndex(3)).tolist() == ["a;b", None, "a"]
