"""Values of parameters without what Processing wraps around them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsExpressionContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
)


def plain_value(value: Any) -> Any:
    """Value of a parameter without what Processing wraps around it ("selected features only", an expression)."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return plain_value(value.source)
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return plain_value(value.sink)
    if isinstance(value, QgsProperty):
        return value.value(QgsExpressionContext(), value.staticValue())[0]
    return value
