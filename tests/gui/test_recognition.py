"""What a file is, from its first bytes; real files too."""

from __future__ import annotations

import zipfile

import pytest

from enact_plugin.gui.choices import DATA_SETS, TOPIC
from enact_plugin.gui.recognition import Sublayer, What, recognise_files, recognise_layers, too_big

BY_NAME = {data_set.parameter: data_set for data_set in DATA_SETS}


@pytest.mark.parametrize(
    ("parameter", "name", "content", "what"),
    [
        ("PLANTS", "a.csv", '\ufeff"MaStR-Nr. der Einheit";"Gemeindeschlüssel"\n', What.UNIT_OVERVIEW),
        (
            "PLANTS",
            "a.csv",
            '"MaStR-Nr. der Einheit";"Ort"\n"x";"Gemeindeschlüssel"',
            What.NO_MUNICIPALITY_KEY,
        ),
        ("PLANTS", "a.csv", "Datum;Wert\n", What.OTHER_CONTENT),
        ("PLANTS", "a.csv", "\n<!DOCTYPE html>", What.WEB_PAGE),
        ("PLANTS", "a.json", '{"Data":[{"Id":1}]}', What.REGISTER_JSON),
        ("PLANTS", "a.json", '{"type":"FeatureCollection"}', What.OTHER_CONTENT),
        ("PLANTS", "a.txt", '{"Data":[{"Id":1}]}', What.REGISTER_JSON),
        ("PLANTS", "a.json", '"MaStR-Nr. der Einheit";"Gemeindeschlüssel"\n', What.UNIT_OVERVIEW),
        ("PLANTS", "a.csv", "EinheitMastrNummer,DatumLetzteAktualisierung\n", What.OPEN_MASTR),
        ("PLANTS", "a.zip", "kein Zip", What.OTHER_CONTENT),
        ("CENSUS", "a.csv", "GITTER_ID_100m;x_mp_100m\n", What.CENSUS_GRID),
        ("CENSUS", "a.csv", "Straße;PLZ\n", What.OTHER_CONTENT),
        ("CENSUS", "a.zip", "kein Zip", What.OTHER_CONTENT),
    ],
)
def test_a_file_of_fixed_form_is_told_by_its_beginning(tmp_path, parameter, name, content, what):
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert recognise_files((str(file),), BY_NAME[parameter]).what is what


def test_umlauts_of_windows_do_not_hide_the_key(tmp_path):
    file = tmp_path / "a.csv"
    file.write_bytes('"MaStR-Nr. der Einheit";"Gemeindeschlüssel"\n'.encode("cp1252"))
    assert recognise_files((str(file),), BY_NAME["PLANTS"]).what is What.UNIT_OVERVIEW


def test_a_zip_of_the_census_is_counted(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("a.csv", "x")
        archive.writestr("lies.txt", "x")
    found = recognise_files((str(tmp_path / "z.zip"),), BY_NAME["CENSUS"])
    assert (found.what, found.values) == (What.CENSUS_ZIP, {"count": 1})


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("EinheitenSolar_1.xml", What.REGISTER_EXPORT),
        ("Export/EinheitenWind.xml", What.REGISTER_EXPORT),
        ("Zensus2022_Energietraeger.csv", What.OTHER_CONTENT),
    ],
)
def test_a_zip_of_the_register_is_told_by_its_tables(tmp_path, member, what):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr(member, "x")
    assert recognise_files((str(tmp_path / "z.zip"),), BY_NAME["PLANTS"]).what is what


@pytest.mark.parametrize(
    ("files", "what", "values"),
    [
        ({"1.json": "{}", "2.JSON": "{}", "x.csv": "a"}, What.REGISTER_PAGES, {"count": 2}),
        (
            {
                "bnetza_mastr_solar_raw.csv": "EinheitMastrNummer,Gemeindeschluessel\n",
                "bnetza_mastr_market_actors_raw.csv": "MastrNummer,Personenart\n",
                "notizen.csv": "Datum;Text\n",
            },
            What.OPEN_MASTR_TABLES,
            {"count": 2},
        ),
        ({"bnetza_mastr_market_actors_raw.csv": "MastrNummer,Personenart\n"}, What.OTHER_CONTENT, {}),
        ({"notizen.csv": "Datum;Text\n"}, What.OTHER_CONTENT, {}),
    ],
)
def test_a_folder_is_told_by_what_would_be_read_of_it(tmp_path, files, what, values):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = recognise_files((str(tmp_path),), BY_NAME["PLANTS"])
    assert (found.what, found.values) == (what, values)


def test_a_folder_with_the_export_is_told_as_the_export(tmp_path):
    with zipfile.ZipFile(tmp_path / "Gesamtdatenexport.zip", "w") as archive:
        archive.writestr("EinheitenSolar_1.xml", "x")
    assert recognise_files((str(tmp_path),), BY_NAME["PLANTS"]).what is What.REGISTER_EXPORT


@pytest.mark.parametrize("parameter", ["PLANTS", "CENSUS"])
@pytest.mark.parametrize("name", ["weg.csv", "weg.zip"])
def test_a_file_that_cannot_be_opened_is_said_and_no_exception(tmp_path, parameter, name):
    """Gone between two looks, or held by another program."""
    found = recognise_files((str(tmp_path / name),), BY_NAME[parameter])
    assert found.what is What.NOT_OPENED
    assert found.is_doubtful


def test_of_several_files_a_doubtful_one_is_told(tmp_path):
    for name, text in (("a.csv", "GITTER_ID_100m;x\n"), ("b.csv", "GITTER_ID_100m;x\n"), ("c.csv", "x\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    good = tuple(str(tmp_path / name) for name in ("a.csv", "b.csv"))
    assert recognise_files(good, BY_NAME["CENSUS"]).what is What.SEVERAL_FILES
    found = recognise_files((*good, str(tmp_path / "c.csv")), BY_NAME["CENSUS"])
    assert found.what is What.OTHER_CONTENT
    assert found.is_doubtful


def test_the_real_files_are_recognised(real_data):
    for name in ("leipzig_region_2020", "wind_saxony_2023", "pv_germany_2025"):
        path = str(real_data / "mastr" / f"web_export_{name}.csv")
        assert recognise_files((path,), BY_NAME["PLANTS"]).what is What.UNIT_OVERVIEW
    path = str(real_data / "mastr" / "endpoint_storage_saxony_2026.json")
    assert recognise_files((path,), BY_NAME["PLANTS"]).what is What.REGISTER_JSON
    for path in sorted((real_data / "census").glob("*.csv")):
        assert recognise_files((str(path),), BY_NAME["CENSUS"]).what is What.CENSUS_GRID, path.name


@pytest.mark.parametrize(
    ("path", "layers", "parameter", "what"),
    [
        ("a.gpkg", [Sublayer("s", "line")], "STREETS", What.LAYER),
        ("a.gpkg", [Sublayer("s", "polygon")], "STREETS", What.OTHER_GEOMETRY),
        ("a.gpkg", [Sublayer("s", "")], "STREETS", What.LAYER),
        ("a.gpkg", [Sublayer("s", "polygon")], "ADDRESSES", What.LAYER),
        ("a.gpkg", [Sublayer("a", "line"), Sublayer("b", "line")], "STREETS", What.SEVERAL_LAYERS),
        # one layer of mixed geometry is listed once for each
        ("a.json", [Sublayer("s", "line"), Sublayer("s", "line")], "STREETS", What.LAYER),
        ("a.gpkg|layername=b", [Sublayer("a", "line"), Sublayer("b", "line")], "STREETS", What.LAYER),
        ("a.gpkg|layername=c", [Sublayer("a", "line")], "STREETS", What.NO_LAYER),
        ("a.gpkg", [], "STREETS", What.NO_LAYER),
    ],
)
def test_a_file_of_layers_is_told_by_what_is_in_it(path, layers, parameter, what):
    assert recognise_layers(path, "GPKG", layers, BY_NAME[parameter]).what is what


def test_a_further_layer_may_have_any_geometry():
    assert recognise_layers("a.gpkg", "GPKG", [Sublayer("s", "none")], TOPIC).what is What.LAYER


def test_a_big_text_file_is_not_opened_only_to_say_what_it_is(tmp_path):
    for name in ("a.geojson", "a.gpkg"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(21_000_000)
    assert too_big(str(tmp_path / "a.geojson")).values == {"megabytes": 21}
    assert too_big(str(tmp_path / "a.gpkg")) is None
