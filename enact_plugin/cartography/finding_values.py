"""What findings on plants are about, as a person reads it: the layer keeps names of columns, and values as text.

`fields` is ``gross_kw, net_kw``; the values of a finding are ``gross_kw=4.5; net_kw=``.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..reference.columns import Column, columns
from ..reference.tables import rows
from ..reference.values import values
from .texts import map_text

LAYER, FIELDS = "plant_findings", "fields"
NAMED = (FIELDS, "offending_values", "corrected_values")  # columns that name others
# names that are no columns of the plants, and the text that says them
_TEXTS = {
    "latitude": "finding_latitude",
    "longitude": "finding_longitude",
    "coordinates": "finding_coordinates",
    "delivered_carrier": "finding_delivered_carrier",
    "delivered_status": "finding_delivered_status",
    "file": "finding_path",
    "path": "finding_path",
    "field": "finding_field",
    "unreadable": "finding_unreadable",
    "number_unreadable_text": "finding_unreadable",
    "number_unreadable_field": "finding_field",
    "date_unreadable_text": "finding_unreadable",
    "date_unreadable_field": "finding_field",
}
# decimal points of figures; a text that could not be read is shown as it was delivered
_POINT = r"(?<=[= ])(?<!unreadable=)(-?[0-9]+)\\.([0-9]+)(?=[ ;])"


def in_words(column: str, between: str = "; ") -> str:
    """Return the QGIS expression for one of these columns in words; NULL where it is empty.

    Parameters
    ----------
    column : str
        One of `NAMED`.
    between : str
        What stands between two fields.
    """
    if column == FIELDS:
        listed = f"';' || replace(\"{column}\", ', ', ';') || ';'"
        said = _replaced(listed, ((f";{name};", f";{title};") for name, title in _titles()))
        return f"replace(regexp_replace({said}, '^;|;$', ''), ';', {_constant(between)})"
    text = f"replace('; ' || \"{column}\" || ';', '=;', '=–;')"
    text = _replaced(text, _labels())
    text = f"regexp_replace({text}, '{_POINT}', '\\\\1,\\\\2')"
    text = _replaced(text, ((f"; {name}=", f"; {title}: ") for name, title in _titles()))
    return f"replace(regexp_replace({text}, '^; |;$', ''), '; ', {_constant(between)})"


def _columns() -> Iterable[Column]:
    """Columns of the plants that findings and corrections name."""
    named = {row["field"] for row in rows("plant_corrections")} | {"municipality"}
    return (column for column in columns("plants") if column.name in named)


def _titles() -> Iterable[tuple[str, str]]:
    yield from ((column.name, column.label()) for column in _columns())
    yield from ((name, map_text(code)) for name, code in _TEXTS.items())


def _labels() -> Iterable[tuple[str, str]]:
    for column in _columns():
        for value in values(column.values):
            yield f"; {column.name}={value.code};", f"; {column.name}={value.label_de};"


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    listed = ", ".join(f"{_constant(old)}, {_constant(new)}" for old, new in pairs)
    return f"replace({text}, map({listed}))"


def _constant(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\\n") + "'"
