from __future__ import annotations

import csv
import zipfile

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from enact_plugin.errors import Canceled, EnactError
from enact_plugin.progress import Progress
from enact_plugin.reference.census_tables import census_columns
from enact_plugin.reference.columns import columns
from enact_plugin.reference.values import values
from enact_plugin.stock.census import read_census

AGE = "Zensus2022_Gebaeude_nach_Baujahr_in_MZ_Klassen_100m-Gitter.csv"
CARRIER = "Zensus2022_Energietraeger_100m-Gitter.csv"
CARRIER_BUILDINGS = "Zensus2022_Gebaeude_nach_Energietraeger_der_Heizung_100m-Gitter.csv"
AGE_HEADINGS = [
    "Insgesamt_Gebaeude", "Vor1919", "a1919bis1948", "a1949bis1978", "a1979bis1990", "a1991bis2000", "a2001bis2010",
    "a2011bis2019", "a2020undspaeter",
]  # fmt: skip
CARRIER_HEADINGS = [
    "Insgesamt_Energietraeger", "Gas", "Heizoel", "Holz_Holzpellets", "Biomasse_Biogas",
    "Solar_Geothermie_Waermepumpen", "Strom", "Kohle", "Fernwaerme", "kein_Energietraeger",
]  # fmt: skip


def grid(headings, rows, delimiter=";", end="\n"):
    """Text of a grid file; a row is (north, east, values)."""
    lines = [delimiter.join(["GITTER_ID_100m", "x_mp_100m", "y_mp_100m", *headings])]
    for north, east, *figures in rows:
        cell = f"CRS3035RES100mN{north}E{east}"
        lines.append(delimiter.join([cell, str(east + 50), str(north + 50), *map(str, figures)]))
    return end.join(lines) + end


@pytest.fixture
def written(tmp_path):
    def write(name, text, encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def age_file(written):
    return written(AGE, grid(AGE_HEADINGS, [
        (3089900, 4656400, 12, 7, "–", 3, "–", "–", "–", "–", "–"),
        (3089900, 4656500, 6, 3, 3, "–", "–", "–", "–", "–", "–"),
        (3090000, 4656400, 3, "–", "–", "–", "–", "–", "–", "–", "–"),
    ]))  # fmt: skip


def row(outcome, cell):
    return outcome.frame.set_index("cell_id").loc[cell]


A, B, C = (f"CRS3035RES100mN{place}" for place in ("3089900E4656400", "3089900E4656500", "3090000E4656400"))


# ---- the three states ----------------------------------------------------------------------------------------------


def test_a_number_a_dash_and_an_absent_figure_are_told_apart(age_file, written):
    carrier = written(
        CARRIER, grid(CARRIER_HEADINGS, [(3089900, 4656400, 9, 6, "–", 3, "", 0, "–", "–", "–", "–")])
    )
    outcome = read_census([age_file, carrier])
    first, third = row(outcome, A), row(outcome, C)
    assert first["buildings_age_to_1918"] == 7
    assert pd.isna(first["buildings_age_1919_1948"])
    assert "buildings_age_1919_1948" in first["dashes"].split(";")
    assert first["dwellings_carrier_ambient"] == 0  # zero is a number
    assert pd.isna(first["dwellings_carrier_biomass"])  # empty is absent, no dash
    assert "dwellings_carrier_biomass" not in first["dashes"]
    assert pd.isna(third["dwellings_carrier_gas"])  # the cell is not in the file on carriers
    assert "carrier" not in third["dashes"]
    assert (third["prevailing_carrier_state"], third["prevailing_age_state"]) == ("absent", "dash")


def test_classes_are_not_adjusted_to_their_total(age_file):
    first = row(read_census([age_file]), A)
    assert first["buildings_age_total"] == 12  # classes published: 7 + 3
    assert first["buildings"] == 12


def test_the_prevailing_class_is_honest_about_ties_and_dashes(age_file):
    outcome = read_census([age_file])
    first, second, third = (row(outcome, cell) for cell in (A, B, C))
    assert (first["prevailing_age"], first["prevailing_age_state"]) == ("to_1918", "clear")
    assert first["prevailing_age_share"] == 70.0  # 7 of 7 + 3 published, not of the total 12
    assert (second["prevailing_age"], second["prevailing_age_state"]) == (None, "tie")
    assert (third["prevailing_age"], third["prevailing_age_state"]) == (None, "dash")
    assert pd.isna(second["prevailing_age_share"]) and pd.isna(third["prevailing_age_share"])


def test_prevailing_is_not_told_where_the_file_lacks_a_class(written):
    path = written(AGE, grid(AGE_HEADINGS[:3], [(3089900, 4656400, 9, 5, 3)]))
    outcome = read_census([path])
    assert row(outcome, A)["prevailing_age_state"] == "incomplete"
    assert outcome.frame["prevailing_age"].isna().all()
    assert [f.values["topic"] for f in outcome.findings if f.id == "census_classes_missing"] == ["age"]


# ---- what is counted -----------------------------------------------------------------------------------------------


def test_buildings_and_dwellings_are_told_apart_by_the_file_name(written):
    figures = [(3089900, 4656400, 9, 6, 3, "–", "–", "–", "–", "–", "–", "–")]
    dwellings = written(CARRIER, grid(CARRIER_HEADINGS, figures))
    buildings = written(CARRIER_BUILDINGS, grid(CARRIER_HEADINGS, [(3089900, 4656400, 4, 1, 2, *["–"] * 7)]))
    outcome = read_census([dwellings, buildings])
    first = row(outcome, A)
    assert (first["dwellings_carrier_gas"], first["buildings_carrier_gas"]) == (6, 1)
    assert first["prevailing_carrier"] == "oil"  # of buildings, not of dwellings
    assert "census_carrier_by_dwellings" not in outcome.assumptions
    assert "census_carrier_by_dwellings" in read_census([dwellings]).assumptions


def test_a_renamed_file_is_read_as_dwellings_and_says_so(written):
    path = written("meine_heizungen.csv", grid(CARRIER_HEADINGS, [(3089900, 4656400, 9, *["–"] * 9)]))
    outcome = read_census([path])
    assert row(outcome, A)["dwellings_carrier_total"] == 9
    assert [finding.id for finding in outcome.findings] == ["census_unit_assumed"]


def test_types_of_dwellings_are_not_taken_for_types_of_buildings():
    types = ["FreiEFH", "MFH_3bis6Wohnungen"]
    buildings = census_columns(
        "Zensus2022_Geb_Gebaeudetyp_Groesse_100m-Gitter.csv", ["Insgesamt_Gebaeude", *types]
    )
    dwellings = census_columns(
        "Zensus2022_Wohnung_Gebaeudetyp_Groesse_100m-Gitter.csv", ["Insgesamt_Wohnungen", *types]
    )
    assert buildings["insgesamt_gebaeude"].column == "buildings_type_total"
    assert {column.column for column in dwellings.values()} == {"dwellings"}


def test_each_total_belongs_to_the_classes_beside_it(written, age_file):
    size = written(
        "Zensus2022_Gebaeude_nach_Anzahl_der_Wohnungen_100m-Gitter.csv",
        grid(["Insgesamt_Gebaeude", "1_Wohnung", "2_Wohnungen"], [(3089900, 4656400, 11, 8, 3)]),
    )
    first = row(read_census([age_file, size]), A)
    assert (first["buildings_age_total"], first["buildings_dwellings_total"]) == (12, 11)
    assert first["buildings_dwellings_1"] == 8


# ---- forms of files ------------------------------------------------------------------------------------------------


def test_averages_with_decimal_comma_and_brackets(written):
    text = (
        "GITTER_ID_100m;x_mp_100m;y_mp_100m;durchschnFlaechejeWohn;werterlaeuternde_Zeichen\n"
        "CRS3035RES100mN3089900E4656400;4656450;3089950;84,25;\n"
        "CRS3035RES100mN3089900E4656500;4656550;3089950;61,5;KLAMMERN\n"
        "CRS3035RES100mN3090000E4656400;4656450;3090050;–;\n"
    )
    outcome = read_census([written("Zensus2022_Durchschn_Flaeche_je_Wohnung_100m-Gitter.csv", text)])
    assert row(outcome, A)["living_area_per_dwelling_m2"] == 84.25
    assert row(outcome, B)["uncertain"] == "living_area_per_dwelling_m2"
    assert row(outcome, C)["dashes"] == "living_area_per_dwelling_m2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_dashes_are_read_in_any_encoding(written, encoding, end):
    text = grid(AGE_HEADINGS, [(3089900, 4656400, 3, "–", 3, *["–"] * 6)], end=end)
    first = row(read_census([written(AGE, text, encoding)]), A)
    assert first["buildings_age_1919_1948"] == 3
    assert first["dashes"].count("buildings_age") == 7


def test_a_zip_with_all_grids_gives_the_100_m_one(tmp_path):
    path = tmp_path / "Gebaeude_nach_Baujahr_in_Mikrozensus_Klassen.zip"
    folder = "Gebaeude_nach_Baujahr_in_Mikrozensus_Klassen/"
    fine = grid(AGE_HEADINGS, [(3089900, 4656400, 12, 7, 3, *["–"] * 6)])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(folder + AGE.replace("100m", "1km"), fine.replace("100m", "1km"))
        archive.writestr(folder + AGE, fine)
        archive.writestr(folder + "Datensatzbeschreibung.xlsx", b"PK")
        archive.writestr("../../" + CARRIER, grid(CARRIER_HEADINGS, [(3089900, 4656400, 9, 6, *["–"] * 8)]))
    outcome = read_census([path])
    first = row(outcome, A)
    assert (first["buildings_age_total"], first["dwellings_carrier_gas"]) == (12, 6)
    assert sorted(item.name for item in tmp_path.iterdir()) == [path.name]  # nothing is unpacked
    assert outcome.merged == 1  # two rows of one cell


def test_unknown_columns_and_files_never_fail(written, age_file):
    new = written("Zensus2022_Neues_Thema_100m-Gitter.csv", grid(["Etwas"], [(3089900, 4656400, 1)]))
    wide = written(
        AGE.replace("Zensus", "Neu"), grid([*AGE_HEADINGS, "Noch_etwas"], [(3100000, 4656400, *range(10))])
    )
    outcome = read_census([new, age_file])
    assert len(outcome.frame) == 3
    assert [finding.id for finding in outcome.findings] == ["census_file_unknown"]
    assert read_census([wide]).frame["buildings_age_total"].tolist() == [0]


def test_year_classes_that_fit_nothing_else_are_named_with_the_file_to_take(written, age_file):
    decades = written(
        "Baujahr_JZ.csv", grid(["Insgesamt_Gebaeude", "a1919bis1949"], [(3089900, 4656400, 9, 9)])
    )
    outcome = read_census([decades, age_file])
    told = [finding.values for finding in outcome.findings if finding.id == "census_topic_unused"]
    assert [values["instead"] for values in told] == ["Gebaeude_nach_Baujahr_in_Mikrozensus_Klassen.zip"]


# ---- where ---------------------------------------------------------------------------------------------------------


def test_cells_are_squares_from_their_lower_left_corner(age_file):
    outcome = read_census([age_file])
    assert outcome.frame.crs.to_epsg() == 3035
    assert row(outcome, A).geometry.bounds == (4656400, 3089900, 4656500, 3090000)
    assert outcome.source.state.isoformat() == "2022-05-15"


def test_cells_that_overlap_the_boundary_are_kept_and_their_centre_told(age_file):
    boundary = shapely.box(4656390, 3089890, 4656510, 3089990)  # A whole, B by 10 m, C not
    outcome = read_census([age_file], boundary)
    assert outcome.frame["cell_id"].tolist() == [A, B]
    assert outcome.frame["centre_inside"].tolist() == [True, False]
    assert outcome.rows_in == 2
    assert read_census([age_file]).frame["centre_inside"].isna().all()


def test_a_boundary_beside_the_cells_is_an_error(age_file):
    with pytest.raises(EnactError) as refused:
        read_census([age_file], shapely.box(4000000, 2700000, 4000100, 2700100))
    assert refused.value.code == "census_no_cells_inside"
    triangle = shapely.Polygon(
        [(4656000, 3089000), (4656401, 3089000), (4656000, 3090101)]
    )  # boxes meet only
    with pytest.raises(EnactError) as refused:
        read_census([age_file], triangle)
    assert refused.value.code == "census_no_cells_inside"


@given(
    cells=st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=60),
    corner=st.tuples(st.integers(-5, 30), st.integers(-5, 30)),
    size=st.integers(1, 20),
    quoted=st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_reading_by_bytes_finds_the_same_cells_as_reading_everything(
    tmp_path_factory, cells, corner, size, quoted
):
    path = tmp_path_factory.mktemp("census") / AGE
    text = grid(
        ["Insgesamt_Gebaeude", "Vor1919"],
        [(3089000 + 100 * y, 4656000 + 100 * x, 5, 5) for x, y in sorted(cells)],
    )
    path.write_text(text.replace("CRS", '"CRS').replace(";46", '";46') if quoted else text, encoding="utf-8")
    x, y = 4656000 + 100 * corner[0] + 30, 3089000 + 100 * corner[1] + 30
    boundary = shapely.box(x, y, x + 100 * size, y + 100 * size)
    everything = read_census([path]).frame
    wanted = everything[everything.intersects(boundary)]["cell_id"].tolist()
    try:
        found = read_census([path], boundary).frame["cell_id"].tolist()
    except EnactError as error:
        assert error.code == "census_no_cells_inside"
        found = []
    assert found == wanted
    assert len(everything) == len(cells)


# ---- the Census 2011 -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "cells", "buildings"),
    [("leipzig", 9328, 15237), ("zittau_goerlitz", 8120, 19046)],
)
def test_the_pivoted_census_2011_keeps_all_counts(real_data, name, cells, buildings):
    path = real_data / "census" / f"census2011_100m_{name}.csv"
    with path.open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    old = [float(line["buildings_BAUJAHR_MZ_1"] or 0) for line in lines]
    assert (len(lines), int(sum(old))) == (cells, buildings)

    outcome = read_census([path])
    frame = outcome.frame
    assert len(frame) == cells == outcome.rows_in
    assert frame["buildings_age_to_1918"].sum() == buildings
    counts = [
        column for column in frame if column.startswith("buildings_age_") and not column.endswith("_total")
    ]
    total = sum(float(line[f"buildings_BAUJAHR_MZ_{n}"] or 0) for line in lines for n in range(1, 11))
    assert frame[counts].sum().sum() == total
    assert frame["census_year"].eq(2011).all()
    assert outcome.source.state.isoformat() == "2011-05-09"


def test_the_missing_class_of_central_heating_spoils_no_map(real_data):
    outcome = read_census([real_data / "census" / "census2011_100m_leipzig.csv"])
    assert outcome.frame["prevailing_heating"].isna().all()
    assert set(outcome.frame["prevailing_heating_state"]) == {"incomplete", "absent"}
    named = {
        f.values["topic"]: f.values["columns"] for f in outcome.findings if f.id == "census_classes_missing"
    }
    assert named == {"heating": "buildings_heating_central", "type": "buildings_type_detached_1"}


def test_prevailing_age_of_2011_joins_its_finer_classes(real_data):
    path = real_data / "census" / "census2011_100m_leipzig.csv"
    joined = [(1,), (2,), (3,), (4, 5), (6, 7), (8, 9, 10)]
    clear = 0
    with path.open(encoding="utf-8") as file:
        for line in csv.DictReader(file):
            counts = [sum(float(line[f"buildings_BAUJAHR_MZ_{n}"] or 0) for n in group) for group in joined]
            clear += max(counts) > 0 and counts.count(max(counts)) == 1
    outcome = read_census([path])
    assert outcome.frame["prevailing_age_state"].eq("clear").sum() == clear
    assert "census_2011_age_classes" in outcome.assumptions


def test_cells_of_2011_and_2022_are_not_mixed(real_data, age_file):
    with pytest.raises(EnactError) as refused:
        read_census([real_data / "census" / "census2011_100m_leipzig.csv", age_file])
    assert refused.value.code == "census_releases_mixed"


def test_short_cell_names_of_2011_are_read(written):
    text = (
        "Gitter_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n"
        "100mN30899E46564;4656450;3089950;7\n"
        "100mN30899E46565;4656550;3089950;-1\n"
    )
    outcome = read_census(
        [written("Zensus_Bevoelkerung_100m-Gitter.csv", text)],
        shapely.box(4656410, 3089910, 4656590, 3089990),
    )
    assert outcome.frame["cell_id"].tolist() == [A, B]
    assert outcome.frame["census_year"].tolist() == [2011, 2011]
    assert row(outcome, A)["population"] == 7
    assert row(outcome, B)["dashes"] == "population"  # −1 stands for secret or nobody


# ---- bad input -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<!DOCTYPE html><html><body>503</body></html>", "census_not_a_grid"),
        ("", "census_not_a_grid"),
        ("Gemeinde;Einwohner\n14713000;600000\n", "census_not_a_grid"),
        (
            "GITTER_ID_1km;x_mp_1km;y_mp_1km;Einwohner\nCRS3035RES1000mN3089000E4656000;4656500;3089500;7\n",
            "census_not_100m",
        ),
        (grid(["Etwas"], [(3089900, 4656400, 1)]), "census_no_known_columns"),
    ],
)
def test_files_that_are_no_grid_are_refused(written, text, code):
    with pytest.raises(EnactError) as refused:
        read_census([written("datei.csv", text)])
    assert refused.value.code == code
    assert "datei.csv" in str(refused.value.params.values())


def test_a_file_cut_off_in_the_middle_of_a_line_loses_that_line_only(written):
    text = grid(AGE_HEADINGS, [(3089900, 4656400 + 100 * n, 12, 7, 3, *["–"] * 6) for n in range(3)])
    outcome = read_census([written(AGE, text[:-30])])
    assert outcome.frame["cell_id"].tolist() == [A, B]
    assert outcome.dropped == {"census_bad_row": 1}
    assert outcome.rows_in == len(outcome.frame) + 1
    assert [finding.id for finding in outcome.findings] == ["census_rows_cut"]


def test_repeated_cells_count_once(written):
    rows = [(3089900, 4656400, 12, 7, *["–"] * 7), (3089900, 4656400, 13, 8, *["–"] * 7)]
    outcome = read_census([written(AGE, grid(AGE_HEADINGS, rows))])
    assert outcome.frame["buildings_age_total"].tolist() == [12]
    assert outcome.dropped == {"census_repeated_cell": 1}


def test_a_topic_given_twice_counts_once(age_file, written):
    other = written("kopie_" + AGE, grid(AGE_HEADINGS, [(3089900, 4656400, *[99] * 9)]))
    outcome = read_census([age_file, other])
    assert row(outcome, A)["buildings_age_total"] == 12
    assert {finding.id for finding in outcome.findings} == {"census_column_twice"}


def test_words_among_the_figures_are_told(written):
    outcome = read_census([written(AGE, grid(AGE_HEADINGS, [(3089900, 4656400, "viele", 2.5, *range(7))]))])
    assert [f.values["count"] for f in outcome.findings if f.id == "census_values_unreadable"] == [2]


def zipped(tmp_path, members, **options):
    path = tmp_path / "zensus.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_is_not_read(tmp_path):
    path = zipped(tmp_path, {AGE: b"GITTER_ID_100m;" + b"0" * (64 << 20)})
    with pytest.raises(EnactError) as refused:
        read_census([path])
    assert refused.value.code == "zip_implausible"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"liesmich.txt": "x"}, "census_zip_without_grid"),
        ({AGE.replace("100m", "1km"): "x"}, "census_not_100m"),
    ],
)
def test_a_zip_with_the_wrong_content_is_refused(tmp_path, members, code):
    with pytest.raises(EnactError) as refused:
        read_census([zipped(tmp_path, members)])
    assert refused.value.code == code


def test_a_damaged_zip_is_refused(tmp_path):
    text = grid(AGE_HEADINGS, [(3089900, 4656400 + 100 * n, *[n % 7] * 9) for n in range(2000)])
    path = zipped(tmp_path, {AGE: text})
    data = bytearray(path.read_bytes())
    data[400:440] = bytes(40)
    path.write_bytes(bytes(data))
    with pytest.raises(EnactError) as refused:
        read_census([path])
    assert refused.value.code == "zip_damaged"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(EnactError) as refused:
        read_census([tmp_path / "fehlt.csv"])
    assert refused.value.code == "file_unreadable"
    with pytest.raises(EnactError) as refused:
        read_census([])
    assert refused.value.code == "census_no_files"


def test_cancel_stops_reading(age_file):
    calls = iter([False, True, True])
    with pytest.raises(Canceled):
        read_census([age_file], progress=Progress(lambda *_: None, lambda: next(calls)))


# ---- the table of headings -----------------------------------------------------------------------------------------


def test_the_table_is_that_of_the_layer(age_file):
    frame = read_census([age_file]).frame
    assert [*frame.columns] == [*(column.name for column in columns("census_cells")), "geometry"]
    for column in columns("census_cells"):
        if column.values:
            allowed = {value.code for value in values(column.values)}
            assert allowed and set(frame[column.name].dropna()) <= allowed
