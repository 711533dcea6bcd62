"""Days and moments across the border to QGIS: the day in Germany, and none lost that pandas cannot hold."""

from __future__ import annotations

import pandas as pd
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from enact_plugin.fields.mapping import fields_of, propose_mapping
from enact_plugin.layers.frames import conform, to_features, to_frame
from enact_plugin.layers.ingest import ingest
from enact_plugin.reference.columns import columns


@pytest.fixture
def read(qgis_app):
    """Column `stichtag` of a table with these values, as a frame."""

    def frame_of(kind, *values):
        layer = QgsVectorLayer(
            f"NoGeometry?field=gebiet:string&field=einwohner:integer&field=stichtag:{kind}", "t", "memory"
        )
        features = []
        for number, value in enumerate(values):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([f"G{number}", number, value])
            features.append(feature)
        ok, _added = layer.dataProvider().addFeatures(features)
        assert ok
        return to_frame(layer, QgsCoordinateReferenceSystem("EPSG:25833"))

    return frame_of


def moment(text):
    return QDateTime.fromString(text, Qt.DateFormat.ISODate)


def test_days_are_read_as_pandas_holds_them(read):
    column = read("date", QDate(2024, 2, 29), None)["stichtag"]
    assert str(column.dtype) == "datetime64[ns]"
    assert column.tolist()[0] == pd.Timestamp(2024, 2, 29)
    assert pd.isna(column.iloc[1])
    assert str(read("date", None, None)["stichtag"].dtype) == "datetime64[ns]"


def test_days_beyond_what_pandas_holds_are_kept(read):
    days = (QDate(1550, 1, 1), QDate(9999, 12, 31), QDate(12000, 1, 1), QDate(2024, 2, 29), None)
    column = read("date", *days)["stichtag"]
    assert column.tolist() == ["1550-01-01", "9999-12-31", "12000-01-01", "2024-02-29", None]


def test_days_beyond_are_reported_where_a_layer_is_made(read):
    frame = read("date", QDate(1550, 1, 1), QDate(9999, 12, 31), QDate(12000, 1, 1), QDate(2024, 2, 29), None)
    made = ingest(frame, "population", propose_mapping("population", fields_of(frame)))
    assert made.frame["date"].tolist()[3] == pd.Timestamp(2024, 2, 29)
    assert int(made.frame["date"].isna().sum()) == 4
    told = next(finding.values for finding in made.findings if finding.id == "date_out_of_range")
    assert (told["rows"], told["examples"]) == (3, "„1550-01-01“, „9999-12-31“, „12000-01-01“")


def test_a_moment_with_its_zone_is_read_by_the_clock_in_germany(read):
    column = read("datetime", moment("2024-02-29T23:00:00Z"), moment("2024-03-01T01:00:00+02:00"), None)[
        "stichtag"
    ]
    assert column.tolist()[:2] == [pd.Timestamp(2024, 3, 1), pd.Timestamp(2024, 3, 1)]


def test_a_moment_without_zone_stays_as_it_is(read):
    column = read("datetime", moment("2024-02-29T23:00:00"))["stichtag"]
    assert column.tolist() == [pd.Timestamp(2024, 2, 29, 23)]


def test_moments_beyond_what_pandas_holds_do_not_stop_the_reading(read):
    frame = read("datetime", moment("1550-01-01T12:00:00Z"), moment("2024-02-29T12:00:00"))
    made = ingest(frame, "population", propose_mapping("population", fields_of(frame)))
    assert made.frame["date"].tolist()[1] == pd.Timestamp(2024, 2, 29)
    assert "date_out_of_range" in {finding.id for finding in made.findings}


def test_days_beyond_survive_being_written_again(qgis_app):
    """A day typed into a stored layer by hand is not lost when its rows are written with new ones."""
    wanted = [column for column in columns("population") if column.name == "date"]
    days = ["1550-01-01", "12000-01-01", pd.Timestamp(2024, 2, 29), None]
    frame = conform(pd.DataFrame({"date": pd.Series(days, dtype=object)}), wanted)
    written = [feature["date"] for chunk in to_features(frame, None, wanted) for feature in chunk]
    assert written[:3] == [QDate(1550, 1, 1), QDate(12000, 1, 1), QDate(2024, 2, 29)]
    assert not written[3]
