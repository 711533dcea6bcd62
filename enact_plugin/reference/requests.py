"""Fields of the tables that suppliers are asked to fill (request_fields.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .tables import rows


@dataclass(frozen=True)
class RequestField:
    """One column of a request.

    Attributes
    ----------
    heading : str
        As the loaders recognise it.
    by_supplier : bool
        Whether the supplier fills it.
    unit, explanation, law : str
    """

    heading: str
    by_supplier: bool
    unit: str
    explanation: str
    law: str

    @property
    def is_number(self) -> bool:
        """Whether figures stand in the column."""
        return bool(self.unit) or self.heading.startswith(("anzahl", "jahr_", "gruppe_nr"))


@cache
def request_fields(supplier: str) -> tuple[RequestField, ...]:
    """Columns of the request to a kind of supplier, in their order."""
    return tuple(
        RequestField(
            row["heading"], row["filled_by"] == "supplier", row["unit"], row["explanation"], row["law"]
        )
        for row in rows("request_fields")
        if row["supplier"] == supplier
    )
