"""Parameters that are days, as planners write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
)

from ..errors import EnactError
from .base import EnactAlgorithm
from .parameters import helped
from .plain_values import plain_value


class DayAlgorithm(EnactAlgorithm):
    """Base of algorithms with days among their parameters, which `DAYS` names."""

    DAYS: tuple[str, ...] = ()

    def check(self, parameters: Mapping[str, Any], context: QgsProcessingContext) -> None:
        """Refuse a text that is no day, in our words."""
        super().check(parameters, context)
        self.days(parameters)

    def checkParameterValues(
        self, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Hand days on as QGIS writes them: it knows no 31.08.2025."""
        try:
            given = {name: day.isoformat() for name, day in self.days(parameters).items() if day}
        except EnactError:
            given = {}  # told by `check`
        return super().checkParameterValues({**parameters, **given}, context)

    def days(self, parameters: Mapping[str, Any]) -> dict[str, date | None]:
        """Days given, by parameter; raises as `day_of`."""
        return {
            name: day_of(parameters.get(name), self.parameterDefinition(name).description())
            for name in self.DAYS
        }


def day_parameter(name: str, title: str, help_: str) -> QgsProcessingParameterDefinition:
    """Day that may be left out."""
    kind = QgsProcessingParameterDateTime.Type.Date
    return helped(QgsProcessingParameterDateTime(name, title, type=kind, optional=True), help_)


def day_of(value: Any, title: str) -> date | None:
    """Day of a parameter: of Qt or Python, or a text as 2025-08-31 or 31.08.2025; None where there is none.

    Raises
    ------
    EnactError
        ``day_unreadable``.
    """
    value = plain_value(value)
    if value is None or value == "" or (hasattr(value, "isNull") and value.isNull()):
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    text = value.toString("yyyy-MM-dd") if hasattr(value, "toString") else str(value).strip()
    day = _parsed(text[:10], "%Y-%m-%d") or _parsed(text, "%d.%m.%Y")
    if day is None:
        raise EnactError("day_unreadable", value=text, parameter=title)
    return day


def _parsed(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None
