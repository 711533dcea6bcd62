"""Algorithms that read a workspace make none: a mistyped name is told, and no empty file is left."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

READERS = {
    "feedingplants": {},
    "plantstatistics": {},
    "plantchanges": {},
    "plantstate": {"DATE": "2026-08-01", "OUTPUT": "stand.gpkg"},
    "exportplantfindings": {"OUTPUT": "hinweise.csv"},
    "reviewplants": {"ACTION": "accept", "UNITS": "SEE900000000001", "REASON": "geprüft"},
    "assembleproject": {"PROJECT": "stadt.qgz", "AGS": "14713000"},
}
WRITTEN = ("OUTPUT", "PROJECT")


@pytest.mark.parametrize("algorithm", READERS)
def test_a_workspace_that_does_not_exist_is_told_and_not_made(run, tmp_path, algorithm):
    values = {
        name: str(tmp_path / value) if name in WRITTEN else value
        for name, value in READERS[algorithm].items()
    }
    with pytest.raises(QgsProcessingException, match=r"vertippt\.gpkg"):
        run(algorithm, WORKSPACE=str(tmp_path / "vertippt.gpkg"), **values)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("algorithm", READERS)
def test_its_help_does_not_say_that_a_workspace_is_made(provider, algorithm):
    parameter = provider.algorithm(algorithm).parameterDefinition("WORKSPACE")
    assert "it must exist" in parameter.help() or "vorhanden" in parameter.help()
