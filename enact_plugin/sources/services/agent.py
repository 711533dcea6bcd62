"""Who asks: some services turn away whoever does not say, or looks like a browser."""

from __future__ import annotations

from configparser import ConfigParser, Error
from functools import cache
from pathlib import Path

_METADATA = Path(__file__).resolve().parents[3] / "metadata.txt"


@cache
def own_agent() -> str:
    """EnAct with its version and where more is to be read of it; for the header ``User-Agent``."""
    parser = ConfigParser(interpolation=None)
    try:
        parser.read(_METADATA, encoding="utf-8")
        general = parser["general"]
    except (Error, KeyError, UnicodeDecodeError):
        return "EnAct (QGIS plugin)"
    return f"EnAct/{general.get('version', '0')} (QGIS plugin; +{general.get('homepage', '')})"
