"""What is under version control: no large files, nothing of a machine, nobody's data."""

from __future__ import annotations

import hashlib
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LARGEST_KIB = 1024
TOP_LEVEL = {
    *("metadata.txt", "__init__.py", "enact_plugin", "ui", "resources", "tests", "Makefile"),
    *("README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "docs", "benchmarks", "tools"),
    *(".ci", ".gitattributes", ".gitignore"),
}

# written in pieces so that this file does not find itself
PATTERNS = {
    "path of a machine": r"(?<![\w.])/(?:work|ho"
    r"me/[a-z]\w*|Use"
    r"rs/[A-Za-z]\w*|ro"
    r"ot/\w+|srv/en"
    r"act)\b",
    "path of a Windows machine": r"[A-Z]:\\\\?Use" r"rs\\\\?\w+",
    "a registry's host": r"(?:[\w-]+\.pkg\.d"
    r"ev|artif"
    r"actory\.|nex"
    r"us\.\w+\.|/opt/py"
    r"pi|/opt/wh"
    r"eels)",
    "an index of one machine": r"(?:extra-)?index" r"-url\s*[=:]?\s*\S",
    "a key": r"-----BEGIN (?:RSA |EC |OPENSSH )?PRI" r"VATE KEY|\bgh[pousr]_\w{30,}|\bAK" r"IA[0-9A-Z]{16}\b",
    "an IBAN": r"\bDE\d{2}(?: ?\d{4}){4} ?\d{2}\b",
    "a telephone number": r"(?:\+49|\b0049)[ /()-]?\d[\d /()-]{6,}",
}
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NOBODYS_DOMAINS = ("example.org", "example.com", "example.net", "example.de")


@cache
def files() -> tuple[Path, ...]:
    """Files git has or would take."""
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return tuple(path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file())


@cache
def texts() -> tuple[tuple[str, str], ...]:
    found = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            found.append((path.relative_to(ROOT).as_posix(), content.decode("utf-8", errors="replace")))
    return tuple(found)


def strangers(text: str) -> list[str]:
    """Mail addresses that belong to somebody."""
    return [found for found in MAIL.findall(text) if not found.lower().endswith(NOBODYS_DOMAINS)]


def test_nothing_new_lies_at_the_top():
    """A QGIS started without a profile leaves its style database in the folder it was started from."""
    assert {path.relative_to(ROOT).parts[0] for path in files()} <= TOP_LEVEL


def test_no_file_is_large():
    large = [f"{path.relative_to(ROOT)} ({path.stat().st_size >> 10} KiB)" for path in files()]
    large = [line for line, path in zip(large, files()) if path.stat().st_size > LARGEST_KIB << 10]
    assert not large, "\n".join(large)


@pytest.mark.parametrize("what", PATTERNS)
def test_nothing_of_a_machine_or_person(what):
    pattern = re.compile(PATTERNS[what])
    wrong = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        if name != "LICENSE"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_mail_address_of_anybody():
    wrong = [
        f"{name}: {address}" for name, text in texts() if name != "LICENSE" for address in strangers(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_real_data_stays_outside(real_data):
    """No file of the real data stands in the repository, under whatever name."""
    sizes = {path.stat().st_size: path for path in real_data.rglob("*") if path.is_file()}
    digests = {_digest(path) for path in sizes.values()} if sizes else set()
    same_size = [path for path in files() if path.stat().st_size in sizes]
    copied = [str(path.relative_to(ROOT)) for path in same_size if _digest(path) in digests]
    assert not copied, copied


def test_what_is_built_is_ignored():
    built = (".qm", ".pyc", ".zip", ".gpkg", ".qgz")
    wrong = [str(path.relative_to(ROOT)) for path in files() if path.suffix in built]
    assert not wrong, wrong


def test_scripts_can_be_run():
    """A script with a first line `#!` must be executable, or `make` fails on a fresh clone."""
    scripts = [path for path in files() if path.suffix == "" and path.read_bytes()[:2] == b"#!"]
    assert scripts
    assert not [path.name for path in scripts if not path.stat().st_mode & 0o100]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


BAD = {
    "path of a machine": ["/wo" + "rk/main/x", "cd /ho" + "me/anna/enact", "/ro" + "ot/project"],
    "path of a Windows machine": ["C:\\Us" + "ers\\anna\\enact", "C:\\\\Us" + "ers\\\\anna"],
    "a registry's host": ["https://eu-python.pkg" + ".dev/x", "file:///opt/py" + "pi/simple"],
    "an index of one machine": ["--extra-index" + "-url https://x.example.org", "index" + "-url = x"],
    "a key": ["-----BEGIN RSA PRI" + "VATE KEY-----", "AK" + "IA" + "A" * 16],
    "an IBAN": ["DE12" + " 1234" * 4 + " 12"],
    "a telephone number": ["+49" + " 341 1234567"],
}


@pytest.mark.parametrize(("what", "line"), [(what, line) for what, lines in BAD.items() for line in lines])
def test_a_pattern_sees_what_is_wrong(what, line):
    assert re.search(PATTERNS[what], line)


@pytest.mark.parametrize(
    "line", ["network/of/streets", "https://example.org/work/x", "framework/x", "~/.local/share"]
)
def test_a_path_that_only_looks_alike_passes(line):
    assert not re.search(PATTERNS["path of a machine"], line)


def test_a_stranger_is_seen():
    assert strangers("write to anna" + "@stadt.de or enact@example.org") == ["anna" + "@stadt.de"]


def test_every_pattern_has_an_example():
    assert set(BAD) == set(PATTERNS)
