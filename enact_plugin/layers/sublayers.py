"""What QGIS lists in a file, without what it keeps there for itself."""

from __future__ import annotations

from qgis.core import Qgis, QgsProviderRegistry, QgsProviderSublayerDetails

_NO_LAYERS = ("layer_styles",)


def vector_sublayers(path: str) -> list[QgsProviderSublayerDetails]:
    """Vector layers and tables of a file; nothing of them is read."""
    return [
        each
        for each in QgsProviderRegistry.instance().querySublayers(path)
        if each.type() == Qgis.LayerType.Vector and each.name() not in _NO_LAYERS
    ]


def vector_layers(path: str) -> list[str]:
    """Names of the vector layers and tables in a file, each once."""
    return list(dict.fromkeys(each.name() for each in vector_sublayers(path)))
