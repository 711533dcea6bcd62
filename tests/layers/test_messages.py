"""Sentences as a person reads them: one and many, columns by their title, the system's reasons in our words."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from enact_plugin.errors import EnactError, Finding
from enact_plugin.layers.messages import column_titles, describe, number, step


@pytest.fixture
def german(qgis_app, project_root, tmp_path):
    """German texts as the plugin loads them, compiled by Qt's own tool."""
    tool = shutil.which("lrelease") or "/usr/lib/qt5/bin/lrelease"
    compiled = tmp_path / "enact_de.qm"
    source = project_root / "resources" / "i18n" / "enact_de.ts"
    subprocess.run([tool, "-silent", str(source), "-qm", str(compiled)], check=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_one_and_many_read_right(qgis_app):
    assert step("layer_written", layer="x", rows=1) == "x: 1 row written"
    assert step("layer_written", layer="x", rows=0) == "x: 0 rows written"
    assert step("rows_outside_municipality", rows=1) == "1 object outside the municipality was left out."
    assert step("rows_outside_municipality", rows=2) == "2 objects outside the municipality were left out."


def test_one_and_many_read_right_in_german(german):
    assert step("layer_written", layer="x", rows=1) == "x: 1 Zeile geschrieben"
    assert step("layer_written", layer="x", rows=3) == "x: 3 Zeilen geschrieben"
    one = describe(Finding("units_of_others", values={"count": 1}))
    many = describe(Finding("units_of_others", values={"count": 2637}))
    assert one == "1 Einheit der Datei gehört zu einer anderen Gemeinde und wurde nicht übernommen."
    assert many == "2637 Einheiten der Datei gehören zu anderen Gemeinden und wurden nicht übernommen."


def test_numbers_of_one_text_are_told_apart(qgis_app):
    text = step("addresses_split", objects=1, addresses=3)
    assert text == "1 object holds 3 addresses; each became a row."


def test_a_count_of_numpy_is_a_count(qgis_app):
    np = pytest.importorskip("numpy")
    assert step("layer_written", layer="x", rows=np.int64(1)) == "x: 1 row written"


def test_a_missing_count_leaves_a_gap_and_no_error(qgis_app):
    assert step("layer_written", layer="x") == "x: {rows} rows written"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4950, "4950"),
        (42670.18, "42,670"),
        (999.5, "999.5"),
        (8.25, "8.25"),
        (1.00001, "1"),
        (1234.5, "1234"),
    ],
)
def test_decimals_are_kept_only_where_they_say_something(qgis_app, value, text):
    assert number(value) == text


def test_a_column_is_shown_by_its_title(qgis_app):
    assert column_titles("prevailing_type") == "Prevailing building type"
    assert column_titles("storeys = GESCHOSSE, no_column_of_ours = X").endswith(
        " ← GESCHOSSE, no_column_of_ours = X"
    )
    assert column_titles("Wärmeverbrauchsdichte") == "Wärmeverbrauchsdichte"  # a title already
    found = Finding("census_classes_missing", values={"column": "prevailing_type", "columns": "dwellings"})
    assert describe(found) == '"Prevailing building type" stays empty: the files lack "Dwellings".'


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.ENOTDIR, errno.EROFS])
def test_the_systems_reason_is_told_in_our_words(german, code):
    error = EnactError("demo_not_written", path="/x", detail=os.strerror(code))
    assert os.strerror(code) not in describe(error)
    assert "Errno" not in describe(error)


def test_a_full_disk_is_told_in_german(german):
    said = describe(EnactError("demo_not_written", path="/x/a.csv", detail=os.strerror(errno.ENOSPC)))
    assert said.startswith("/x/a.csv lässt sich nicht schreiben: auf dem Datenträger ist kein Platz mehr.")


def test_another_reason_stays_and_ends_with_one_full_stop(qgis_app):
    said = describe(EnactError("project_write_failed", path="/x.qgz", detail="Out of luck."))
    assert "cannot be written: Out of luck. The project" in said


@pytest.mark.parametrize(
    "words",
    [
        *(os.strerror(code) for code in (errno.ECONNREFUSED, errno.ECONNRESET, errno.EHOSTUNREACH)),
        *(os.strerror(code) for code in (errno.ENETUNREACH, errno.ETIMEDOUT, errno.EPIPE)),
        "Connection refused",  # Qt's words, where its own translations are not loaded
        "Connection closed",
        "Name or service not known",
        "Remote end closed connection without response",
    ],
)
def test_why_a_server_cannot_be_reached_is_told_in_german(german, words):
    said = describe(EnactError("source_unreachable", host="register.example.org", detail=words))
    assert said.startswith("register.example.org ist nicht erreichbar: ")
    assert words not in said


def test_nothing_in_german_mixes_two_ways_of_address():
    """Others say "Bitte die Datei neu herunterladen"; so do all."""
    catalogue = (Path(__file__).parents[2] / "resources" / "i18n" / "enact_de.ts").read_text(encoding="utf-8")
    assert not re.findall(r"\b(?:[Ww]ählen|[Ll]aden|[Pp]acken|[Ee]ntpacken|[Ee]xportieren) Sie\b", catalogue)
