"""The zip that QGIS' "Install from ZIP" takes: what is in it, that it is always the same, and that it works."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

ROOT = Path(__file__).resolve().parents[2]
LARGEST_MIB = 25
ALGORITHMS = {
    f"enact:{name}"
    for name in (
        "assembleproject",
        "demodata",
        "loadbuildings",
        "loadcensus",
        "loadlayer",
        "loadmunicipality",
        "loadplants",
    )
}


def build(folder: Path, **environment: str) -> Path:
    """Build the zip from the files as they lie here, so that the test tries what will be committed."""
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "package.py", "--worktree", "--out", folder],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    (package,) = folder.glob("enact-*.zip")
    return package


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def names(package) -> set[str]:
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        return set(archive.namelist())


class Installed:
    """A fresh QGIS profile with the zip unpacked as the plugin manager does, in one language."""

    def __init__(self, folder: Path, package: Path, language: str) -> None:
        profile = folder / "profiles" / "default"
        with zipfile.ZipFile(package) as archive:
            archive.extractall(profile / "python" / "plugins")
        for version in ("3", "4"):
            ini = profile / "QGIS" / f"QGIS{version}.ini"
            ini.parent.mkdir(parents=True, exist_ok=True)
            ini.write_text(f"[locale]\noverrideFlag=true\nuserLocale={language}\n", encoding="utf-8")
        site = next((ROOT / ".venv" / "lib").glob("python3.*/site-packages"), None)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "QGIS_PLUGINPATH"},
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(site or ""),
        }
        self.process("plugins", "enable", "enact")

    def process(self, *arguments: str) -> str:
        done = subprocess.run(
            ["qgis_process", *arguments], capture_output=True, text=True, env=self.environment, timeout=300
        )
        assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory, package) -> Installed:
    return Installed(tmp_path_factory.mktemp("profile_de"), package, "de")


def test_everything_is_in_one_folder_named_enact(names):
    assert {name.split("/")[0] for name in names} == {"enact"}
    assert {
        "enact/metadata.txt",
        "enact/__init__.py",
        "enact/LICENSE",
        "enact/resources/icons/enact.svg",
    } <= names


def test_nothing_is_in_it_that_only_developers_need(names):
    folders = {part for name in names for part in name.split("/")[1:-1]}
    assert not folders & {
        "tests",
        "tools",
        "benchmarks",
        "bilder",
        "build",
        ".ci",
        ".git",
        "__pycache__",
        "extlibs",
    }
    assert not [name for name in names if name.endswith((".pyc", ".so", ".dll", ".ts", ".whl", ".gpkg"))]
    assert not [
        name for name in names if "requirements" in name or name.endswith(("Makefile", "pyproject.toml"))
    ]


def test_the_guide_that_the_help_shows_is_in_it(names):
    docs = {name for name in names if name.startswith("enact/docs/")}
    assert docs == {
        f"enact/docs/{name}.md" for name in ("anwenderhandbuch", "dienste", "layer-kinds", "methoden")
    }


def test_every_module_of_the_plugin_is_in_it(names):
    modules = {
        f"enact/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "enact_plugin").rglob("*.py")
        if "__pycache__" not in path.parts
    }
    assert modules <= names


def test_german_is_compiled_into_it(names):
    assert "enact/resources/i18n/enact_de.qm" in names


def test_it_is_small_enough(package):
    assert package.stat().st_size <= LARGEST_MIB * 2**20


def test_two_builds_are_equal(package, tmp_path):
    again = build(tmp_path, TZ="Pacific/Auckland", LC_ALL="C")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(package.read_bytes()).digest()


def test_a_fresh_profile_lists_the_algorithms(installed):
    listed = json.loads(installed.process("--json", "list"))
    assert set(listed["providers"]["enact"]["algorithms"]) >= ALGORITHMS


def test_it_speaks_german_and_english(installed, package, tmp_path):
    english = Installed(tmp_path, package, "en")
    german_names, english_names = _names(installed), _names(english)
    assert all(german_names[name] != english_names[name] for name in ALGORITHMS), (
        german_names,
        english_names,
    )
    for name in ("enact:loadmunicipality", "enact:loadbuildings"):
        german, plain = _parameters(installed, name), _parameters(english, name)
        same = {key for key, text in plain.items() if german[key] == text}
        assert len(same) < len(plain) / 2, f"{name}: same in both languages: {sorted(same)}"


def test_it_runs(installed, tmp_path):
    """The demo from the installed zip, without the checkout."""
    installed.process("run", "enact:demodata", "--", "SIZE=200", "SEED=1", f"FOLDER={tmp_path / 'demo'}")
    assert any((tmp_path / "demo").iterdir())


def _names(profile: Installed) -> dict[str, str]:
    listed = json.loads(profile.process("--json", "list"))["providers"]["enact"]["algorithms"]
    return {name: algorithm["name"] for name, algorithm in listed.items()}


def _parameters(profile: Installed, name: str) -> dict[str, str]:
    described = json.loads(profile.process("--json", "help", name))
    return {key: parameter["description"] for key, parameter in described["parameters"].items()}
