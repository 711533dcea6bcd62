"""What of OpenStreetMap becomes a layer: which of the OSM driver's layers, which objects, which tags as columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..reference.tables import RESOURCES

SUFFIXES = (".osm", ".pbf")
KEY = ("full_id",)  # "w123", "r123": way or relation with its number
CRS = "EPSG:4326"  # x is the longitude

_NO_STREETS = "'platform','services','rest_area','proposed','razed','abandoned','no'"
_NO_RAIL = (
    "'platform','platform_edge','station','halt','yard','turntable','traverser','proposed','razed','no'"
)
_FLOWING = (
    "'river','stream','canal','drain','ditch','tidal_channel','brook','rapids','fairway','artificial','link'"
)


@dataclass(frozen=True)
class OsmSource:
    """What of an OSM file is wanted.

    Attributes
    ----------
    layer : str
        Of GDAL's OSM driver.
    where : str
        Of what rows; in the SQL of OGR.
    config : Path
        For the driver's open option ``CONFIG_FILE``: tags as columns under their own names, and ``full_id``.
    """

    layer: str
    where: str
    config: Path

    @property
    def sql(self) -> str:
        """For the dataset's ``ExecuteSQL``.

        The driver then leaves the other layers aside. Read by their names, they would pile up in memory until it gives
        up, in all but small files.
        """
        return " ".join(("SELECT * FROM", self.layer, "WHERE", self.where))


_KINDS = {
    "buildings": ("multipolygons", '"building" IS NOT NULL', "buildings"),
    "streets": ("lines", f'"highway" IS NOT NULL AND "highway" NOT IN ({_NO_STREETS})', "lines"),
    "rail": ("lines", f'"railway" IS NOT NULL AND "railway" NOT IN ({_NO_RAIL})', "lines"),
    "waterways": ("lines", f'"waterway" IN ({_FLOWING})', "lines"),
    "water": (
        "multipolygons",
        "\"natural\" = 'water' OR \"waterway\" IN ('riverbank','dock') OR \"landuse\" IN ('reservoir','basin')",
        "water",
    ),
}


def osm_source(kind: str) -> OsmSource | None:
    """What of an OSM file becomes a layer of some kind; None where EnAct takes nothing of it for that kind.

    Parameters
    ----------
    kind : str
        "buildings", or a kind of enact:loadlayer.
    """
    found = _KINDS.get(kind)
    if found is None:
        return None
    layer, where, config = found
    return OsmSource(layer, where, RESOURCES / "osm" / f"{config}.ini")


def osm_kinds() -> tuple[str, ...]:
    """Kinds that an OSM file serves."""
    return tuple(_KINDS)


def is_osm(path: str | Path) -> bool:
    """Whether a file is one of OpenStreetMap by its name."""
    return Path(path).suffix.lower() in SUFFIXES


def open_options(source: OsmSource) -> list[str]:
    """Open options for GDAL.

    Files are read in whatever order their objects stand; GDAL's own index would refuse ids that do not rise.
    """
    return [f"CONFIG_FILE={source.config}", "USE_CUSTOM_INDEXING=NO"]
