"""The map from the Internet behind everything: there, but off, so that opening a project never waits for a server."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from qgis.core import QgsLayerMetadata, QgsRasterLayer

from ..reference.tables import RESOURCES


@dataclass(frozen=True)
class Basemap:
    """A tiled map: one entry of presets/basemaps.json."""

    id: str
    title: str
    url: str
    largest_zoom: int
    licence: str
    attribution: str


@cache
def basemaps() -> tuple[Basemap, ...]:
    """Tiled maps in their order."""
    text = (RESOURCES / "presets" / "basemaps.json").read_text(encoding="utf-8")
    return tuple(Basemap(**entry) for entry in json.loads(text))


def basemap_layer(basemap: Basemap) -> QgsRasterLayer:
    """Return the layer of a tiled map.

    Addressed tile by tile: a WMTS layer would ask the server for its capabilities each time the project is opened,
    and wait where there is no network.
    """
    url = basemap.url.replace("{", "%7B").replace("}", "%7D")
    source = f"type=xyz&url={url}&zmin=0&zmax={basemap.largest_zoom}"
    layer = QgsRasterLayer(source, basemap.title, "wms")
    metadata = QgsLayerMetadata()
    metadata.setTitle(basemap.title)
    metadata.setRights([basemap.attribution])
    metadata.setLicenses([basemap.licence])
    layer.setMetadata(metadata)
    return layer
