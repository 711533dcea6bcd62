"""Targets for the expansion as planners write them."""

import pandas as pd
import pytest

from enact_plugin.errors import EnactError
from enact_plugin.register.figures.targets import no_targets, read_targets


def read(**columns):
    return read_targets(pd.DataFrame(columns), "ziele.csv")


def test_german_names_and_thousands():
    """400.000 in a German table is four hundred thousand."""
    frame = read(
        Energieträger=["Photovoltaik", "Windenergie", "alle"],
        Jahr=["2030"] * 3,
        kW=["400.000", "12 000", "1,5"],
    )
    assert frame["carrier"].tolist() == ["solar", "wind", "all"]
    assert frame["year"].tolist() == [2030, 2030, 2030]
    assert frame["kw"].tolist() == [400_000.0, 12_000.0, 1.5]


@pytest.mark.parametrize(
    ("name", "value", "kw"),
    [("kW", 400, 400), ("MW", 0.4, 400), ("Ziel_MW", "0,4", 400), ("Leistung [kWp]", 400.0, 400),
     ("Ausbauziel", "0,4 MW", 400), ("Leistung", 400, 400)],
)  # fmt: skip
def test_the_unit_stands_in_the_name_or_behind_the_figure(name, value, kw):
    assert read(traeger=["PV"], zieljahr=[2030], **{name: [value]})["kw"].tolist() == [pytest.approx(kw)]


def test_empty_rows_of_a_spreadsheet_are_left_out():
    frame = read(carrier=["solar", None, ""], year=[2030.0, None, None], kw=[5.0, None, None])
    assert len(frame) == 1


@pytest.mark.parametrize(
    ("columns", "code", "value"),
    [
        (
            {"carrier": ["Sonne und Mond"], "year": [2030], "kw": [5]},
            "targets_carrier_unknown",
            "Sonne und Mond",
        ),
        ({"carrier": [None], "year": [2030], "kw": [5]}, "targets_carrier_unknown", ""),
        ({"carrier": ["solar"], "year": ["bald"], "kw": [5]}, "targets_value_unreadable", "bald"),
        ({"carrier": ["solar"], "year": [20300], "kw": [5]}, "targets_value_unreadable", "20300"),
        ({"carrier": ["solar"], "year": [2030], "kw": ["viel"]}, "targets_value_unreadable", "viel"),
        ({"carrier": ["solar"], "year": [2030], "kw": [-5]}, "targets_value_unreadable", "-5"),
        ({"carrier": ["solar"], "year": [2030], "kw": ["5 kWh"]}, "targets_value_unreadable", "5 kWh"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(columns, code, value):
    with pytest.raises(EnactError) as raised:
        read(**columns)
    assert raised.value.code == code
    assert (raised.value.params["value"], raised.value.params["line"]) == (value, 2)


def test_a_missing_column_is_named_with_those_there_are():
    with pytest.raises(EnactError) as raised:
        read(Energieträger=["solar"], kW=[5])
    assert raised.value.code == "targets_column_missing"
    assert raised.value.params["found"] == "Energieträger, kW"


def test_two_targets_for_one_year_are_refused():
    with pytest.raises(EnactError) as raised:
        read(carrier=["solar", "Photovoltaik"], year=[2030, 2030], kw=[5, 6])
    assert raised.value.code == "targets_repeated"
    assert (raised.value.params["carrier"], raised.value.params["year"]) == ("Photovoltaik", 2030)


def test_no_targets_has_the_columns_of_some():
    assert list(no_targets()) == list(read(carrier=["PV"], year=[2030], kw=[1]))
