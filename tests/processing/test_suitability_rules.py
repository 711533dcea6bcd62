"""Tables of the judgement go out as a spreadsheet, are edited, and hold in the next run, which says so."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest
from qgis.core import QgsProcessingException

from enact_plugin.heat.suitability.rules import TABLES, default_rules, read_rules
from enact_plugin.layers.spreadsheets import Sheet, read_sheets, write_sheets
from enact_plugin.layers.workspace import Workspace
from enact_plugin.processing.own_tables import changed_rows, sheets_of


@pytest.fixture(scope="module")
def kept():
    return {}


@pytest.fixture
def town(kept, run, tmp_path_factory):
    if not kept:
        folder = tmp_path_factory.mktemp("rules")
        run("demodata", SIZE=200, SEED=5, FOLDER=str(folder))
        path = str(folder / "stadt.gpkg")
        files = {
            "BOUNDARY": str(next(folder.glob("gemeinde_*.geojson"))),
            "BUILDINGS": str(next(folder.glob("alkis_gebaeude_*.gpkg"))),
            "STREETS": str(next(folder.glob("strassen_*.gpkg"))),
        }
        run("loadmunicipality", AGS="99999999", **files, WORKSPACE=path, PROJECT=str(folder / "stadt.qgz"))
        run("analyse", WORKSPACE=path)
        kept["path"] = path
    return kept["path"]


def edited(path, table, change):
    """Spreadsheet with one of its tables changed."""
    sheets = {name: pd.DataFrame(rows) for name, rows in read_sheets(path).items()}
    sheets[table] = change(sheets[table])
    write_sheets(path, [Sheet(name, frame) for name, frame in sheets.items()])


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_what_is_written_is_read_as_the_same_rules(qgis_app, tmp_path, ending):
    path = tmp_path / f"bewertung.{ending}"
    write_sheets(path, sheets_of(TABLES, {}))
    found = read_sheets(path)
    own = {name: found[name] for name in TABLES}
    assert repr(read_rules(own)) == repr(
        default_rules()
    )  # NaN, which stands for no limit, is equal to nothing
    assert changed_rows(own) == {}


def test_own_weights_hold_and_the_result_says_so(town, run, tmp_path):
    workspace = str(shutil.copy(town, tmp_path / "kopie.gpkg"))
    path = tmp_path / "bewertung.xlsx"
    run("suitability", WORKSPACE=workspace, RULES_OUT=str(path))
    before = Workspace.open(workspace).read("block_suitability")

    def only_cost(weights):
        network = weights["kind"].eq("network") & weights["criterion"].ne("cost")
        return weights.assign(weight=weights["weight"].where(~network, "0"))

    edited(path, "suitability_weights", only_cost)
    run("suitability", WORKSPACE=workspace, RULES=str(path))
    assert any("bewertung.xlsx" in line and "suitability_weights (3)" in line for line in run.log)
    after = Workspace.open(workspace).read("block_suitability")
    assert (after["score_network_percent"] != before["score_network_percent"]).any()
    assert after["score_decentral_percent"].equals(before["score_decentral_percent"])
    # the whole chain takes them too
    run("analyse", WORKSPACE=workspace, RULES=str(path))
    assert (
        Workspace.open(workspace)
        .read("block_suitability")["score_network_percent"]
        .equals(after["score_network_percent"])
    )


def test_a_spoilt_table_is_named_and_the_result_stays(town, run, tmp_path):
    workspace = str(shutil.copy(town, tmp_path / "kopie.gpkg"))
    before = Workspace.open(workspace).read("block_suitability")
    path = tmp_path / "bewertung.xlsx"
    write_sheets(path, sheets_of(TABLES, {}))
    edited(path, "suitability_weights", lambda weights: weights.assign(weight="viel"))
    with pytest.raises(QgsProcessingException, match="suitability_weights"):
        run("suitability", WORKSPACE=workspace, RULES=str(path))
    other = tmp_path / "andere.xlsx"
    write_sheets(other, [Sheet("Tabelle1", pd.DataFrame({"a": ["x"]}))])
    with pytest.raises(QgsProcessingException, match="andere"):
        run("suitability", WORKSPACE=workspace, RULES=str(other))
    broken = tmp_path / "kaputt.xlsx"
    broken.write_text("keine Tabelle")
    with pytest.raises(QgsProcessingException, match="kaputt"):
        run("suitability", WORKSPACE=workspace, RULES=str(broken))
    assert Workspace.open(workspace).read("block_suitability").equals(before)
