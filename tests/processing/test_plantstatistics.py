"""enact:plantstatistics on the demo municipality and on Leipzig, through QGIS."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

from enact_plugin.layers.messages import step
from enact_plugin.layers.workspace import Workspace
from enact_plugin.register.figures.statistics import ASSUMPTIONS

AGS = "99999999"


@pytest.fixture(scope="module")
def made():
    """Workspaces by name, made once each."""
    return {}


@pytest.fixture
def town(made, run, tmp_path_factory):
    """Musterstadt with its plants, areas and inhabitants."""
    if "town" not in made:
        folder = tmp_path_factory.mktemp("musterstadt")
        demo = run("demodata", SIZE=400, SEED=3, FOLDER=str(folder / "dateien"))
        given = json.loads(demo["PARAMETERS"])
        path = str(folder / "m.gpkg")
        inputs = {"boundary": "BOUNDARY", "districts": "DISTRICTS"}
        for kind, name in inputs.items():
            run("loadlayer", INPUT=given[name], KIND=kind, AGS=AGS, WORKSPACE=path)
        files = Path(given["PLANTS"]).parent
        for kind, name in (
            ("postcodes", "postleitzahlen_fiktiv.geojson"),
            ("population", "einwohner_fiktiv.csv"),
        ):
            run("loadlayer", INPUT=str(files / name), KIND=kind, AGS=AGS, WORKSPACE=path)
        run("loadplants", SOURCE="csv", FILE=given["PLANTS"], AGS=AGS, WORKSPACE=path)
        made["town"] = path
    return made["town"]


@pytest.fixture
def leipzig(made, run, real_data, tmp_path_factory):
    if "leipzig" not in made:
        path = str(tmp_path_factory.mktemp("leipzig") / "l.gpkg")
        districts = str(real_data / "areas" / "leipzig_ortsteile.geojson")
        run("loadlayer", INPUT=districts, KIND="districts", AGS="14713000", WORKSPACE=path)
        file = str(real_data / "mastr" / "web_export_leipzig_region_2020.csv")
        run("loadplants", SOURCE="csv", FILE=file, AGS="14713000", WORKSPACE=path)
        made["leipzig"] = path
    return made["leipzig"]


def total(frame, kind, carrier, status="existing", area=None):
    rows = frame[
        (frame["area_kind"] == kind)
        & (frame["carrier"] == carrier)
        & (frame["status"] == status)
        & (frame["breakdown"] == "total")
    ]
    return rows if area is None else rows[rows["area_id"] == area].iloc[0]


def test_leipzig_in_figures(leipzig, run):
    """Counted by awk in tests/register/test_statistics.py: 813 generators, 255 stores, 9,378.57 kW of heat."""
    results = run("plantstatistics", WORKSPACE=leipzig, INHABITANTS=587857, INHABITANTS_DATE="2018-12-31")
    assert (results["GENERATION_UNITS"], results["STORAGE_UNITS"], results["UNLOCATED_UNITS"]) == (
        813,
        255,
        993,
    )
    assert results["NET_KW"] == pytest.approx(42670.18)
    assert results["CHP_THERMAL_KW"] == pytest.approx(9378.57)
    workspace = Workspace.open(leipzig)
    frame = workspace.read("plant_statistics")
    assert len(frame) == results["ROWS"] == workspace.provenance("plant_statistics").rows
    city = total(frame, "municipality", "all", area="14713000")
    assert city["units_per_1000"] == pytest.approx(813 / 587.857)
    assert str(city["inhabitants_date"])[:10] == "2018-12-31"
    districts = total(frame, "district", "all")
    assert len(districts) == 64  # with the remainder
    assert not districts["rankable"].astype(bool).any()
    log = "\n".join(run.log)
    assert "8,6" in log or "8.6" in log  # 70 of 813 generators lie in a district
    assert "dl-de/by-2-0" in workspace.provenance("plant_statistics").licence


def test_the_demo_has_inhabitants_and_square_kilometres_of_its_districts(town, run):
    run("plantstatistics", WORKSPACE=town)
    workspace = Workspace.open(town)
    frame = workspace.read("plant_statistics")
    whole = total(frame, "municipality", "all", area=AGS)
    assert whole["inhabitants"] == workspace.read("population")["inhabitants"].sum()
    assert whole["units_per_1000"] == pytest.approx(1000 * whole["units"] / whole["inhabitants"])
    districts = total(frame, "district", "all")
    assert districts["units"].sum() == whole["units"]
    assert districts["area_km2"].sum() == pytest.approx(whole["area_km2"], rel=0.01)


def test_where_a_postcode_lies_inside_a_district_its_units_count_in_it(town, run):
    """The whole municipality as one district: every unit without a place is in it.

    The demo's one unit whose coordinates lie elsewhere is in no district, so the solar sums are not complete.
    """
    workspace = Workspace.open(town)
    districts = workspace.read("districts")
    boundary = workspace.uri("municipality")
    try:
        run("loadlayer", INPUT=boundary, KIND="districts", WORKSPACE=town, MAPPING='{"district_id": "ags"}')
        run("plantstatistics", WORKSPACE=town)
        frame = Workspace.open(town).read("plant_statistics")
        whole = total(frame, "municipality", "all", area=AGS)
        district = total(frame, "district", "all", area=AGS)
        rest = total(frame, "district", "all", area="")
        assert district["unlocated_units"] == whole["unlocated_units"] > 0
        assert (rest["units"], rest["located_units"]) == (whole["units"] - district["units"],) * 2
        assert (district["completeness"], bool(district["rankable"])) == ("partial", True)
        assert total(frame, "district", "storage", area=AGS)["completeness"] == "complete"
    finally:
        from enact_plugin.layers.provenance import Run
        from enact_plugin.outcome import Outcome, Source

        back = Outcome(districts, Source("Musterstadt"), len(districts))
        Workspace.open(town).replace("districts", back, Run("test", {}, "0", ""))


def test_the_sums_on_the_map_say_the_same(town, run):
    run("plantstatistics", WORKSPACE=town)
    workspace = Workspace.open(town)
    figures, sums = workspace.read("plant_statistics"), workspace.read("plants_by_area")
    for kind in ("municipality", "postcode", "district"):
        for carrier in ("all", "solar"):
            left = total(figures, kind, carrier).set_index("area_id")
            right = sums[(sums["area_kind"] == kind) & (sums["carrier"] == carrier)].set_index("area_id")
            both = left.join(right, how="inner", rsuffix="_map")
            assert len(both) == len(right[right["units"] > 0]) or kind == "district"
            assert (both["units"] == both["units_map"]).all()
            assert (both["completeness"] == both["completeness_map"]).all()


def test_the_gap_to_a_target_from_a_table_with_german_words(town, run, tmp_path):
    table = tmp_path / "ziele.csv"
    table.write_text("Energieträger;Jahr;Ziel_MW\nPhotovoltaik;2030;100\nalle;2035;1.000\n", encoding="utf-8")
    run("plantstatistics", WORKSPACE=town, TARGETS=str(table))
    frame = Workspace.open(town).read("plant_statistics")
    solar = total(frame, "municipality", "solar", area=AGS)
    gaps = frame[frame["breakdown"] == "target"].set_index("carrier")
    assert gaps.loc["solar", "target_kw"] == 100_000
    assert gaps.loc["solar", "gap_kw"] == pytest.approx(100_000 - solar["gross_kw"])
    assert (gaps.loc["all", "target_year"], gaps.loc["all", "target_kw"]) == (2035, 1_000_000)


def test_inhabitants_and_targets_hold_until_others_are_given(town, run, tmp_path):
    """The layer says otherwise; the run without them says what it took over, and the notes name both."""
    table = tmp_path / "ziele.csv"
    table.write_text("Energieträger;Jahr;kW\nPhotovoltaik;2030;100000\n", encoding="utf-8")
    given = {"INHABITANTS": 20_000, "INHABITANTS_DATE": "31.12.2024", "TARGETS": str(table)}
    run("plantstatistics", WORKSPACE=town, FORGET=True, **given)
    for _again in range(2):
        run("plantstatistics", WORKSPACE=town)
        workspace = Workspace.open(town)
        frame, source = workspace.read("plant_statistics"), workspace.provenance("plant_statistics").source
        whole = total(frame, "municipality", "all", area=AGS)
        assert (whole["inhabitants"], str(whole["inhabitants_date"])[:10]) == (20_000, "2024-12-31")
        gaps = frame[frame["breakdown"] == "target"]
        assert gaps[["carrier", "target_year", "target_kw"]].to_numpy().tolist() == [["solar", 2030, 100_000]]
        for text in (source, "\n".join(run.log)):
            assert "Einwohnerzahl 20.000 zum 31.12.2024 (eingegeben am " in text
            assert "Ausbauziele aus ziele.csv (gelesen am " in text
    # another number, with the targets as they were
    run("plantstatistics", WORKSPACE=town, INHABITANTS=30_000)
    workspace = Workspace.open(town)
    frame, source = workspace.read("plant_statistics"), workspace.provenance("plant_statistics").source
    assert total(frame, "municipality", "all", area=AGS)["inhabitants"] == 30_000
    assert "20.000" not in source and "Einwohnerzahl 30.000 (eingegeben am " in source
    assert (frame["breakdown"] == "target").sum() == 1
    # and neither
    run("plantstatistics", WORKSPACE=town, FORGET=True)
    workspace = Workspace.open(town)
    frame, source = workspace.read("plant_statistics"), workspace.provenance("plant_statistics").source
    people = workspace.read("population")["inhabitants"].sum()
    assert total(frame, "municipality", "all", area=AGS)["inhabitants"] == people
    assert "Einwohnerzahl" not in source and "Ausbauziele" not in source
    assert not (frame["breakdown"] == "target").any()


def test_a_layer_named_like_a_typed_number_is_none(town, run, tmp_path):
    path = shutil.copy(town, tmp_path / "stadt.gpkg")
    for year, count in ((2023, 1000), (2024, 2000)):
        table = tmp_path / f"einwohner_{year}.csv"
        table.write_text(
            f"gebietsart;ags;gemeinde;einwohner;stichtag\nmunicipality;{AGS};Stadt;{count};31.12.{year}\n",
            encoding="utf-8",
        )
        run("loadlayer", KIND="population", INPUT=str(table), WORKSPACE=str(path), AGS=AGS,
            LICENCE="dl-de/by-2-0", ATTRIBUTION="Stadt")  # fmt: skip
        run("plantstatistics", WORKSPACE=str(path))
        frame = Workspace.open(path).read("plant_statistics")
        assert total(frame, "municipality", "all", area=AGS)["inhabitants"] == count


@pytest.mark.parametrize("day", ["31.12.2024", "2024-12-31", date(2024, 12, 31)])
def test_the_date_of_the_inhabitants_as_planners_write_it(town, run, day):
    run("plantstatistics", WORKSPACE=town, INHABITANTS=500, INHABITANTS_DATE=day, FORGET=True)
    whole = total(Workspace.open(town).read("plant_statistics"), "municipality", "all", area=AGS)
    assert str(whole["inhabitants_date"])[:10] == "2024-12-31"
    run("plantstatistics", WORKSPACE=town, FORGET=True)


def test_a_date_that_is_none_is_refused(town, run):
    with pytest.raises(QgsProcessingException, match="Dezember"):
        run("plantstatistics", WORKSPACE=town, INHABITANTS=500, INHABITANTS_DATE="Dezember")


def test_the_log_ends_with_the_figures_and_where_they_are(town, run):
    """Method first, what was found after it, then the figures in one block, then what to do."""
    results = run("plantstatistics", WORKSPACE=town)
    log = run.log
    method = max(place for place, line in enumerate(log) if line.strip() in methods())
    begin = log.index(step("figures_result"))
    assert method < begin
    assert str(results["GENERATION_UNITS"]) in log[begin + 1]
    assert all(line.startswith("  ") for line in log[begin + 1 : begin + 6])
    hint = next(line for line in log if "Statistik → " in line)
    assert log.index(hint) > begin + 5
    # once the project shows it there is nothing to say
    layer = QgsVectorLayer(Workspace.open(town).uri("plant_statistics"), "Kennzahlen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    run("plantstatistics", WORKSPACE=town)
    assert not any("Statistik → " in line for line in run.log)


def methods():
    return {step(code) for code in ASSUMPTIONS}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Energieträger;Jahr;kW\nSonnenschein;2030;5\n", "Sonnenschein"),
        ("Energieträger;Jahr\nPhotovoltaik;2030\n", "Energieträger, Jahr"),
        ("Energieträger;Jahr;kW\nPhotovoltaik;bald;5\n", "bald"),
    ],
)
def test_a_table_of_targets_that_says_too_little_is_refused(town, run, tmp_path, text, word):
    table = tmp_path / "ziele.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=word):
        run("plantstatistics", WORKSPACE=town, TARGETS=str(table))


def test_without_plants_it_says_what_to_do(run, tmp_path):
    path = tmp_path / "leer.gpkg"
    Workspace.create(path, AGS, "Musterstadt")
    with pytest.raises(QgsProcessingException, match="loadplants"):
        run("plantstatistics", WORKSPACE=str(path))


def test_figures_know_what_they_were_made_from(town, run):
    run("plantstatistics", WORKSPACE=town)
    workspace = Workspace.open(town)
    assert "plant_statistics" not in workspace.changed_inputs()
    assert set(workspace.provenance("plant_statistics").inputs) == {
        "plants", "municipality", "districts", "postcodes", "population",
    }  # fmt: skip
