"""Layers as sheets that a person reads: German headings, words for codes, and where it all comes from."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from ..layers.spreadsheets import Sheet
    from ..layers.workspace import Workspace
    from ..outcome import Source


def in_words(rows: pd.DataFrame, layer: str, names: Sequence[str] | None = None) -> pd.DataFrame:
    """Rows of a layer with the headings of its columns, and words for their codes.

    Parameters
    ----------
    rows : DataFrame
    layer : str
        Whose columns they are; others are left out.
    names : sequence of str or None
        Columns to show, in this order; None for all.
    """
    import pandas as pd

    from ..reference.columns import columns
    from ..reference.values import values

    described = {column.name: column for column in columns(layer)}
    shown = {}
    for name in names or described:
        if name not in rows:
            continue
        column, content = described[name], rows[name]
        if column.values:
            labels = {value.code: value.label_de for value in values(column.values)}
            content = content.map(labels).fillna(content)
        elif content.dtype == bool:
            content = content.map({True: "ja", False: "nein"})
        shown[column.label("de")] = content
    return pd.DataFrame(shown).reset_index(drop=True)


def notes_sheet(
    workspace: Workspace,
    title: str,
    source: Source,
    codes: Iterable[str],
    lines: Iterable[tuple[str, str]] = (),
) -> Sheet:
    """Sheet that says what the tables are, whence, of which day, and what was assumed.

    Parameters
    ----------
    workspace : Workspace
    title : str
        Code of a text of the map.
    source : Source
        Of the tables.
    codes : iterable of str
        Assumptions.
    lines : iterable of (str, str)
        Further items.
    """
    import pandas as pd

    from ..cartography.notes import municipality_name
    from ..cartography.texts import day, map_text
    from ..layers.messages import step
    from ..layers.spreadsheets import Sheet

    told = [
        (map_text(title), municipality_name(workspace)),
        (map_text("note_source"), source.name or map_text("note_unknown")),
        (map_text("note_state"), day(source.state) or map_text("note_unknown")),
        (map_text("note_licence"), source.licence or map_text("note_unknown")),
        (map_text("note_attribution"), source.attribution or "–"),
        (map_text("findings_made"), day(date.today())),
        *lines,
        *((map_text("sheet_assumption"), step(code)) for code in codes),
    ]
    heads = [map_text("findings_notes"), map_text("findings_notes_value")]
    return Sheet(map_text("findings_notes_sheet"), pd.DataFrame(told, columns=heads))
