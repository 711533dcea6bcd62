"""The census grid as published."""

import zipfile

import numpy as np
import pandas as pd
import pytest

from enact_plugin.demo.census import cells_of, census_text
from enact_plugin.demo.geodesy import CENTRE, to_census, to_degrees

AGE = "Zensus2022_Gebaeude_nach_Baujahr_in_MZ_Klassen_100m-Gitter.csv"


@pytest.fixture(scope="module")
def files(town):
    return {file.name: file for file in town.census}


def test_cell_is_named_after_its_lower_left_corner_and_states_its_middle(files):
    frame = files[AGE].frame
    row = frame.iloc[0]
    north, east = row["y_mp_100m"] - 50, row["x_mp_100m"] - 50
    assert row["GITTER_ID_100m"] == f"CRS3035RES100mN{north}E{east}"
    assert north % 100 == east % 100 == 0


def test_cell_of_the_market_square(town):
    # By hand for 400000/5680000: the meridian arc 111132.95 φ − 16038.5 sin 2φ + 16.8 sin 4φ, times 0.9996, is
    # 5,680,000 at φ = 51.2713°; 100 km west of 15° E the parallel lies N sin φ cos φ Δλ²/2 = 976 m = 0.0088° lower:
    # 51.2625° N. 100 km / 0.9996 / (111.4 km · cos 51.2625°) = 1.434°, so 13.566° E.
    degrees = to_degrees(np.zeros((1, 2)))[0]
    assert degrees == pytest.approx([13.566, 51.2625], abs=0.001)
    east, north = to_census(np.zeros((1, 2)))[0]
    assert cells_of(np.zeros((1, 2))).tolist() == [[int(east // 100) * 100, int(north // 100) * 100]]
    assert CENTRE.tolist() == [400_000, 5_680_000]


def test_published_totals_stay_near_the_truth(town, files):
    homes = (town.truth["dwellings"] > 0).to_numpy()
    points = town.buildings.geometry.representative_point()
    local = np.stack([points.x, points.y], axis=1)[homes] - CENTRE
    corner = cells_of(local)
    true = pd.Series(1, index=[f"CRS3035RES100mN{n}E{e}" for e, n in corner.tolist()]).groupby(level=0).sum()
    published = files[AGE].frame.set_index("GITTER_ID_100m")["Insgesamt_Gebaeude"]
    assert set(published.index) == set(true.index)
    change = (published.fillna(0) - true.reindex(published.index)).abs()
    assert change.max() <= 4  # two of noise, or a count of up to four hidden
    assert published.sum() == pytest.approx(true.sum(), rel=0.05)


def test_small_counts_are_hidden_and_classes_do_not_add_up(files):
    frame = files[AGE].frame.drop(columns=["GITTER_ID_100m", "x_mp_100m", "y_mp_100m"])
    values = frame.to_numpy()
    assert np.nanmin(values) == 3
    assert np.isnan(values).any()
    classes = frame.drop(columns="Insgesamt_Gebaeude").sum(axis=1)
    assert (classes != frame["Insgesamt_Gebaeude"].fillna(0)).mean() > 0.3


def test_age_classes_follow_the_years_of_the_buildings(town, files):
    old = ((town.truth["built_year"] < 1919) & (town.truth["dwellings"] > 0)).sum()
    assert files[AGE].frame["Vor1919"].sum() == pytest.approx(old, rel=0.2)


def test_a_dash_is_printed_where_nothing_is_published(files):
    text = census_text(files[AGE])
    head, first = text.split("\r\n")[:2]
    assert head.startswith("GITTER_ID_100m;x_mp_100m;y_mp_100m;Insgesamt_Gebaeude;Vor1919;a1919bis1948;")
    assert "–" in first
    assert ";0;" not in text


def test_averages_have_a_decimal_comma_and_brackets_where_uncertain(written):
    path = written["census"] / "Zensus2022_Durchschn_Flaeche_je_Wohnung_100m-Gitter.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(";durchschnFlaechejeWohn;werterlaeuternde_Zeichen")
    assert any(line.endswith(";KLAMMERN") for line in lines)
    area = float(lines[1].split(";")[3].replace(",", "."))
    assert 20 < area < 300


def test_one_topic_is_zipped_and_in_cp1252(written):
    path = written["census"] / "Gebaeude_mit_Wohnraum_nach_Energietraeger_der_Heizung.zip"
    with zipfile.ZipFile(path) as archive:
        (name,) = archive.namelist()
        data = archive.read(name)
    assert name.endswith("Energietraeger_der_Heizung_100m-Gitter.csv")
    assert b";\x96" in data  # the dash of cp1252
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")


def test_heated_by_district_heat_in_both_topics(town, files):
    carriers = (
        files["Zensus2022_Gebaeude_nach_Energietraeger_der_Heizung_100m-Gitter.csv"].frame["Fernwaerme"].sum()
    )
    kinds = (
        files["Zensus2022_Gebaeude_nach_ueberwiegender_Heizungsart_100m-Gitter.csv"]
        .frame["Fernheizung"]
        .sum()
    )
    true = ((town.truth["carrier"] == "district_heating") & (town.truth["dwellings"] > 0)).sum()
    assert carriers == pytest.approx(true, rel=0.3)
    assert kinds == pytest.approx(true, rel=0.3)
