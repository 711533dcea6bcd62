"""The federal states and the metric CRS of their surveys."""

from __future__ import annotations

from .tables import rows

DEFAULT_CRS = "EPSG:25833"  # Saxony, where EnAct is at home


def survey_systems() -> tuple[str, ...]:
    """Authority ids of the metric CRSs of all states' surveys, each once."""
    return tuple(dict.fromkeys((DEFAULT_CRS, *(row["crs"] for row in rows("states")))))


def crs_of_ags(ags: str) -> str:
    """Authority id of the metric CRS that the state's survey uses; Saxony's where the key is empty or unknown."""
    return next((row["crs"] for row in rows("states") if row["code"] == ags[:2]), DEFAULT_CRS)
