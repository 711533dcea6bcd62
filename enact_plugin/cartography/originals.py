"""The register's own values of a corrected plant, as a person reads them: the layer keeps them as JSON."""

from __future__ import annotations

from ..reference.columns import Column, ColumnType, columns
from ..reference.tables import rows
from ..reference.values import values

ORIGINALS = ("plants", "original_values")
# not a variable: an expression with one is taken to need every column
_REGISTERED = f'from_json("{ORIGINALS[1]}")'


def registered_values(between: str = "\n") -> str:
    """Return the QGIS expression for `original_values` in words, ``Bruttoleistung: 11.315 kW``; NULL without any.

    Parameters
    ----------
    between : str
        What stands between two values.
    """
    by_name = {column.name: column for column in columns("plants")}
    fields = [row["field"] for row in rows("plant_corrections") if row["parameter"] == "correctable"]
    parts = ", ".join(_part(name, by_name.get(name)) for name in fields)
    return f"nullif(array_to_string(array_remove_all(array({parts}), NULL), {_constant(between)}), '')"


def _part(name: str, column: Column | None) -> str:
    title = _constant(f"{column.alias_de if column else 'Koordinaten'}: ")
    said = _said(column, f"map_get({_REGISTERED}, '{name}')")
    return f"if(map_exist({_REGISTERED}, '{name}'), {title} || coalesce({said}, '–'), NULL)"


def _said(column: Column | None, value: str) -> str:
    """Expression for a value of a column; without a column it is a place, latitude before longitude."""
    if column is None:
        figure = "format_number(to_real(regexp_substr({}, '{}')), 5, 'de', false, true)"
        north, east = figure.format(value, "^([^ ]+)"), figure.format(value, "([^ ]+)$")
        return f"{north} || ' N, ' || {east} || ' O'"
    if column.type in (ColumnType.REAL, ColumnType.INTEGER):
        unit = f" || ' {column.unit}'" if column.unit else ""
        return f"format_number({value}, 3, 'de', false, true){unit}"
    if column.type is ColumnType.DATE:
        return f"format_date(to_date({value}), 'dd.MM.yyyy')"
    if column.type is ColumnType.BOOLEAN:
        return f"CASE WHEN {value} THEN 'ja' WHEN NOT {value} THEN 'nein' END"
    known = ", ".join(
        f"{_constant(value.code)}, {_constant(value.label_de)}" for value in values(column.values)
    )
    return f"coalesce(map_get(map({known}), {value}), {value})" if known else value


def _constant(text: str) -> str:
    return "'" + text.replace("'", "''").replace("\n", "\\n") + "'"
