"""The scan of the zip finds what reviewers would: it is worth nothing if it cannot fail."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HARMLESS = {"metadata.txt": "[general]\nname=EnAct\n", "__init__.py": "", "LICENSE": "GPL"}


def scan(folder: Path, files: dict[str, str]) -> subprocess.CompletedProcess[str]:
    package = folder / "enact-0.0.0.zip"
    with zipfile.ZipFile(package, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"enact/{name}", content)
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "scan_package.py", package], capture_output=True, text=True
    )


def test_a_harmless_zip_passes(tmp_path):
    done = scan(tmp_path, HARMLESS)
    assert done.returncode == 0, done.stderr
    assert "clean" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bad.py", "import subprocess\nsubprocess.run('ls', shell=True)\n", "bandit B602"),
        ("bad.py", "eval(input())\n", "bandit"),
        ("bad.py", "def broken(:\n", "could not read"),
        ("bad.py", "token = 'AKIA" + "IOSFODNN7EXAMPLF'\n", "detect-secrets"),
        ("tests/test_x.py", "x = 1\n", "does not belong"),
        ("lib/fast.so", "", "does not belong"),
        ("requirements.txt", "geopandas\n", "does not belong"),
    ],
)
def test_what_reviewers_refuse_is_found(tmp_path, name, content, said):
    done = scan(tmp_path, {**HARMLESS, name: content})
    assert done.returncode == 1
    assert said in done.stderr


def test_a_missing_licence_is_found(tmp_path):
    done = scan(tmp_path, {name: content for name, content in HARMLESS.items() if name != "LICENSE"})
    assert done.returncode == 1
    assert "LICENSE is missing" in done.stderr
