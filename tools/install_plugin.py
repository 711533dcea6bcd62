"""Put the built zip and the Python packages that QGIS' Python lacks into the user's QGIS profile.

The wheels go into `extlibs` inside the plugin's folder, which EnAct appends at the end of sys.path: what the system
has wins. Never numpy (the system's compiled packages rest on theirs) and never pyogrio (its GDAL and QGIS' abort
each other). Environment: PROFILE (default "default"), XDG_DATA_HOME.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QGIS_PYTHON = "/usr/bin/python3"

# distribution name -> oldest version that EnAct works with
WHEELS = {
    "geopandas": "1.0",
    "pandas": "2.0",
    "shapely": "2.0",
    "packaging": "20",
    "isal": "1.0",
    "pytz": "2020",
    "python-dateutil": "2.8",
    "six": "1.15",
    "tzdata": "2022",
}
FROM_DISTRIBUTION = ("numpy", "scipy", "matplotlib", "pyproj", "requests")

# runs in QGIS' Python: prints "name version" of what is there
ASK = """
import importlib.metadata, sys
for name in sys.argv[1:]:
    try:
        print(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        print(name, "-")
"""


def main() -> int:
    package = newest(ROOT / "dist")
    plugins = profile_folder() / "python" / "plugins"
    there = versions_in_qgis((*WHEELS, *FROM_DISTRIBUTION))
    missing = [name for name in WHEELS if there[name] is None]
    old = [name for name, least in WHEELS.items() if there[name] and numbers(there[name]) < numbers(least)]

    plugins.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=plugins, prefix=".enact-") as folder:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        fresh = Path(folder) / "enact"
        if missing:
            print(f"install: adding {', '.join(missing)} to the plugin's extlibs")
            add_wheels(missing, fresh / "extlibs")
        target = plugins / "enact"
        if target.is_symlink():
            target.unlink()
        elif target.exists():
            target.rename(Path(folder) / "old")
        fresh.rename(target)

    print(f"install: {package.name} is in {plugins / 'enact'} ({size_mib(plugins / 'enact'):.0f} MiB)")
    for name in old:
        print(
            f"install: the system's {name} {there[name]} is older than {WHEELS[name]} and wins over a wheel; "
            f"remove or update the package python3-{name}",
            file=sys.stderr,
        )
    absent = [f"python3-{name}" for name in FROM_DISTRIBUTION if there[name] is None]
    if absent:
        print(f"install: still missing from the distribution: {' '.join(absent)}", file=sys.stderr)
    print("install: start QGIS, then Erweiterungen › Erweiterungen verwalten: tick EnAct")
    return 1 if old or absent else 0


def newest(folder: Path) -> Path:
    packages = sorted(folder.glob("enact-*.zip"), key=lambda path: path.stat().st_mtime)
    if not packages:
        sys.exit("install: no dist/enact-*.zip; run `make package` first")
    return packages[-1]


def profile_folder() -> Path:
    """Return the user's profile folder of the QGIS that is installed."""
    done = subprocess.run(
        [QGIS_PYTHON, "-c", "from qgis.core import Qgis; print(Qgis.QGIS_VERSION)"],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"install: {QGIS_PYTHON} has no QGIS: {done.stderr.strip().splitlines()[-1]}")
    major = done.stdout.split(".")[0]
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "QGIS" / f"QGIS{major}" / "profiles" / (os.environ.get("PROFILE") or "default")


def versions_in_qgis(names: tuple[str, ...]) -> dict[str, str | None]:
    """Return each package's version as QGIS' Python sees it, outside our venv."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [QGIS_PYTHON, "-c", ASK, *names], capture_output=True, text=True, check=True, env=environment
    )
    pairs = (line.split() for line in done.stdout.splitlines())
    return {name: None if version == "-" else version for name, version in pairs}


def add_wheels(names: list[str], folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--no-deps", "--only-binary", ":all:", "--no-compile", "--target", str(folder)]
    command += ["-c", str(ROOT / "tools" / "constraints.txt"), *names]
    if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
        sys.exit("install: pip could not fetch the packages; nothing was changed in your profile")


def numbers(version: str) -> tuple[int, ...]:
    """Return the leading numbers of a version for comparison."""
    parts = []
    for part in version.split("."):
        if not part.isdigit():
            break
        parts.append(int(part))
    return tuple(parts)


def size_mib(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20


if __name__ == "__main__":
    sys.exit(main())
