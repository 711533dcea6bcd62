"""What is installed: EnAct's own version, and whether QGIS' Python has the packages the algorithms need."""

from __future__ import annotations

import configparser
import importlib.metadata
import importlib.util
import re
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# what QGIS' Windows installer ships; Debian 12's own geopandas is older
NEEDED_PACKAGES = {"numpy": "1.23", "pandas": "1.5", "shapely": "2.0", "geopandas": "1.0"}


def missing_package() -> str:
    """First Python package the algorithms need and QGIS' Python lacks or has too old; empty when all is well."""
    return next(
        (f"{name} {least}" for name, least in NEEDED_PACKAGES.items() if not _is_installed(name, least)), ""
    )


def _is_installed(package: str, least: str) -> bool:
    try:
        found = importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    try:
        if importlib.util.find_spec(package) is None:
            return False
    except ModuleNotFoundError:
        return False
    return _numbers(found) >= _numbers(least)


def _numbers(version_: str) -> tuple[int, ...]:
    """Leading numbers of a version; 2.0 of "2.0.1rc1" compares as a release would."""
    return tuple(int(part) for part in re.findall(r"\d+", version_)[:2])


@lru_cache(maxsize=1)
def version() -> str:
    """Version of EnAct, from metadata.txt."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version")
