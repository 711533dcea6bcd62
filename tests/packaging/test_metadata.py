"""metadata.txt says what QGIS and the plugin repository want to know, and agrees with the rest of the project."""

from __future__ import annotations

import re
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

WANTED = {
    "name": r"EnAct",
    "qgisMinimumVersion": r"3\.40",
    "qgisMaximumVersion": r"4\.99",
    "description": r"\S.{20,}",
    "description[de]": r"\S.{20,}",
    "about": r"(?s)\S.{80,}",
    "about[de]": r"(?s)\S.{80,}",
    "version": r"\d+\.\d+\.\d+",
    "author": r"EnAct developers",
    "email": r"[\w.]+@[\w.]+",
    "homepage": r"https://\S+",
    "tracker": r"https://\S+",
    "repository": r"https://\S+",
    "license": r"GPL-2\.0-or-later",
    "tags": r"\S.*,.*\S",
    "category": r"Plugins",
    "icon": r"\S+\.svg",
    "hasProcessingProvider": r"yes",
    "experimental": r"True|False",
}


def read_metadata(text: str) -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(text)
    return dict(parser["general"])


def wrong_in(metadata: dict[str, str]) -> list[str]:
    """What is missing or not as QGIS and DESIGN §5 want it."""
    wrong = [key for key, form in WANTED.items() if not re.fullmatch(form, metadata.get(key, ""))]
    # QGIS 3.40 to 4 by one code base; the flag would hide EnAct from the versions before it existed
    return wrong + [key for key in metadata if key.lower() == "supportsqt6"]


@pytest.fixture(scope="module")
def metadata() -> dict[str, str]:
    return read_metadata((ROOT / "metadata.txt").read_text(encoding="utf-8"))


def test_metadata_is_complete(metadata):
    assert wrong_in(metadata) == []


def test_the_version_is_the_same_everywhere(metadata):
    version = metadata["version"]
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert re.search(r'^version = "(.+)"$', project, re.MULTILINE).group(1) == version
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^#+ .*\b{re.escape(version)}\b", changelog, re.MULTILINE), (
        f"CHANGELOG.md lacks {version}"
    )


def test_the_icon_is_there(metadata):
    assert (ROOT / metadata["icon"]).is_file()


def test_the_licence_is_there(metadata):
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text


def test_german_is_german(metadata):
    assert metadata["about"] != metadata["about[de]"]
    assert re.search(r"[äöüß]", metadata["about[de]"])


def test_what_is_missing_is_seen(metadata):
    for key in WANTED:
        assert wrong_in({name: value for name, value in metadata.items() if name != key}) == [key]
    assert wrong_in({**metadata, "supportsQt6": "yes"}) == ["supportsQt6"]
    assert wrong_in({**metadata, "version": "0.1"}) == ["version"]
