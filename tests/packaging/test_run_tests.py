"""The two lanes of `make test`: whatever fails in one of them fails the whole, a crash after the last test too."""

import shutil
import subprocess

import pytest

PYTEST = """#!/bin/sh
case "$*" in
  *--tier=fast*) echo "lane: fast"; exit {fast} ;;
  *--ignore=*) echo "lane: first $*"; exit {first} ;;
  *tests/processing*) echo "lane: second $*"; exit {second} ;;
  *) echo "lane: both $*"; exit {first} ;;
esac
"""


def _run(root, tmp_path, arguments=(), **codes):
    (tmp_path / "tools").mkdir()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(root / "tools" / "run-tests", tmp_path / "tools")
    codes = {"fast": 0, "first": 0, "second": 0, **codes}
    for place, text in (
        (".venv/bin/python", PYTEST.format(**codes)),
        ("tools/with-qgis", '#!/bin/sh\nexec "$@"\n'),
    ):
        path = tmp_path / place
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    return subprocess.run(
        [tmp_path / "tools" / "run-tests", *arguments],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_all_is_well(project_root, tmp_path):
    done = _run(project_root, tmp_path)
    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("lane:")] == [
        "fast",
        "first",
        "second",
    ]


@pytest.mark.parametrize("codes", [{"fast": 1}, {"first": 1}, {"second": 1}, {"second": 139}, {"first": 139}])
def test_a_failure_in_either_lane_is_a_failure(project_root, tmp_path, codes):
    assert _run(project_root, tmp_path, **codes).returncode == next(iter(codes.values()))


def test_what_is_left_out_of_the_first_lane_is_in_the_second(project_root, tmp_path):
    lines = _run(project_root, tmp_path).stdout.splitlines()
    first = next(line for line in lines if line.startswith("lane: first"))
    second = next(line for line in lines if line.startswith("lane: second"))
    left_out = {word.partition("=")[2] for word in first.split() if word.startswith("--ignore=")}
    taken = {word for word in second.split() if word.startswith("tests/")}
    assert left_out == taken
    assert all((project_root / path).is_dir() for path in taken)


def test_with_arguments_both_tiers_see_them(project_root, tmp_path):
    done = _run(project_root, tmp_path, ["tests/heat"], first=3)
    assert done.returncode == 3
    assert "lane: both" in done.stdout and "tests/heat" in done.stdout
