"""enact:loadplants of an export with gaps: what it lacks is not gone, no sum is whole, and gas plants stay."""

from __future__ import annotations

import zipfile

import pytest

from enact_plugin.layers.workspace import Workspace

AGS = "14713000"
WHOLE, BROKEN, NO_WIND = (f"Gesamtdatenexport_2026{month:02d}01_26.1.zip" for month in (1, 2, 3))


def unit(element, number, **fields):
    made = {
        "EinheitMastrNummer": f"SEE9{number:011d}",
        "DatumLetzteAktualisierung": "2025-01-01T10:00:00",
        "Gemeinde": "Leipzig",
        "Gemeindeschluessel": AGS,
        "Postleitzahl": "04109",
        "EinheitBetriebsstatus": "35",
        "Inbetriebnahmedatum": "2020-01-01",
        "Energietraeger": "2495",
        "Bruttoleistung": "10",
        "Nettonennleistung": "9",
        **fields,
    }
    return f"<{element}>{''.join(f'<{name}>{text}</{name}>' for name, text in made.items())}</{element}>"


SOLAR = [unit("EinheitSolar", number) for number in range(1, 41)]
WIND = [unit("EinheitWind", 50, Energietraeger="2497")]
GAS = [unit("EinheitGasErzeuger", 1, EinheitMastrNummer="GEE900000000001", Erzeugungsleistung="100")]
TABLES = {
    "EinheitenSolar": SOLAR,
    "EinheitenWind": WIND,
    "EinheitenGasErzeuger": GAS,
    "EinheitenGasSpeicher": [],
    **dict.fromkeys(
        (
            "EinheitenWasser",
            "EinheitenBiomasse",
            "EinheitenVerbrennung",
            "EinheitenGeothermieGrubengasDruckentspannung",
            "EinheitenKernkraft",
            "EinheitenStromSpeicher",
        ),
        (),
    ),
}


@pytest.fixture
def load(run, tmp_path):
    """Load an export into the same workspace."""

    def loaded(name, tables):
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for table, rows in tables.items():
                text = f'\ufeff<?xml version="1.0" encoding="UTF-16"?><{table}>{"".join(rows)}</{table}>'
                archive.writestr(f"{table}.xml", text.encode("utf-16-le"))
        run("loadplants", FILE=str(tmp_path / name), AGS=AGS, WORKSPACE=str(tmp_path / "a.gpkg"))
        return Workspace.open(tmp_path / "a.gpkg")

    return loaded


def completeness(workspace, layer, carrier):
    frame = workspace.read(layer)
    return set(
        frame.loc[(frame["area_kind"] == "municipality") & (frame["carrier"] == carrier), "completeness"]
    )


def test_a_row_that_cannot_be_read_is_not_gone_and_no_sum_is_whole(run, load):
    """The fifth row of the second export has a broken tag: 40 of 41 units are read."""
    whole = load(WHOLE, TABLES)
    assert completeness(whole, "plants_by_area", "all") == {"complete"}
    torn = [
        row.replace("</Postleitzahl>", "</Postleitzal>") if at == 4 else row for at, row in enumerate(SOLAR)
    ]
    workspace = load(BROKEN, {**TABLES, "EinheitenSolar": torn})
    assert len(workspace.read("plants")) == 40
    history = workspace.read("plants_history")
    assert set(history["change"]) == {"first"} and len(history) == 41
    assert "register_rows_unread" in workspace.provenance("plants").assumptions
    run("plantstatistics", WORKSPACE=str(workspace.path))
    for layer in ("plants_by_area", "plant_statistics"):
        for carrier in ("all", "solar", "wind"):
            assert completeness(workspace, layer, carrier) == {"incomplete"}, (layer, carrier)
    # made anew from what is stored, the sums are no better
    plant = workspace.read("plants")["mastr_id"].iloc[0]
    run(
        "reviewplants",
        WORKSPACE=str(workspace.path), ACTION="correct", UNITS=plant, FIELD="gross_kw", VALUE="11", REASON="Test",
    )  # fmt: skip
    assert completeness(Workspace.open(workspace.path), "plants_by_area", "all") == {"incomplete"}


def test_an_export_without_tables_takes_away_neither_its_carriers_nor_the_gas_plants(load):
    load(WHOLE, TABLES)
    lacking = ("EinheitenWind", "EinheitenGasErzeuger", "EinheitenGasSpeicher")
    workspace = load(NO_WIND, {table: rows for table, rows in TABLES.items() if table not in lacking})
    assert workspace.read("gas_plants")["mastr_id"].tolist() == ["GEE900000000001"]
    history = workspace.read("plants_history").set_index("mastr_id")
    assert history.loc["SEE900000000050", "change"] == "first"
    assert completeness(workspace, "plants_by_area", "all") == {"incomplete"}
    assert completeness(workspace, "plants_by_area", "solar") == {"complete"}


CSV = (
    "MaStR-Nr. der Einheit;Betriebs-Status;Energieträger;Gemeindeschlüssel;Bruttoleistung der Einheit;"
    "Nettonennleistung der Einheit;Postleitzahl;Letzte Aktualisierung\r\n"
    + "".join(
        f"SEE9{number:011d};In Betrieb;Wind;{AGS};2000;2000;04109;13.10.2025\r\n" for number in range(1, 4)
    )
)


@pytest.mark.parametrize(("whole", "told"), [(False, "incomplete"), (True, "complete")])
def test_a_file_of_wind_power_only_is_no_total_of_all_carriers(run, tmp_path, whole, told):
    file, path = tmp_path / "wind.csv", tmp_path / "a.gpkg"
    file.write_text(CSV, encoding="utf-8-sig")
    run("loadplants", FILE=str(file), AGS=AGS, WORKSPACE=str(path), WHOLE=whole)
    assert any("WHOLE" in line for line in run.log) is not whole
    run("plantstatistics", WORKSPACE=str(path))
    workspace = Workspace.open(path)
    for layer in ("plants_by_area", "plant_statistics"):
        assert completeness(workspace, layer, "all") == {told}
        assert completeness(workspace, layer, "wind") == {"complete"}
    assert ("register_one_carrier" in workspace.provenance("plant_statistics").assumptions) is not whole
