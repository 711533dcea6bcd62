"""Use of a building from the codes and tags that deliveries carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import Finding
from ..fields.texts import map_distinct
from ..reference.building_tables import UseCode, function_labels, use_codes

BUILDING_PREFIX = (
    "31001_"  # object kind AX_Gebaeude; other kinds are structures: bridges, chimneys, roofs, walls
)
_CODE = re.compile(r"^(?:(\d{5})_)?(\d{4})$")
_NAMED = 5  # so many unknown codes are named in a finding


@dataclass(frozen=True)
class Functions:
    """Meaning of function codes of the cadastre.

    Attributes
    ----------
    code : Series of object
        In the form 31001_1010; text that is no code stays as it is.
    use : Series of object
        Value of the list building_use, ``unknown`` where the code says nothing.
    is_building : Series of bool
        False for structures that are no building.
    findings : tuple of Finding
    """

    code: pd.Series
    use: pd.Series
    is_building: pd.Series
    findings: tuple[Finding, ...]


def full_code(text: str) -> str:
    """Function code with its object kind: "1010" and "Wohnhaus" become "31001_1010"; other text stays."""
    match = _CODE.match(text)
    if match:
        return text if match[1] else BUILDING_PREFIX + match[2]
    return function_labels().get(text.casefold(), text)


def cadastre_functions(text: pd.Series) -> Functions:
    """Read function codes in any of their forms.

    Parameters
    ----------
    text : Series of object
        "31001_1010", "1010", "51009_1610" or the German label.
    """
    code = map_distinct(text, full_code)
    table = use_codes("alkis")["gfk"]
    use = map_distinct(code, lambda value: table.get(value, UseCode("unknown")).use, "unknown")
    structure = map_distinct(
        code, lambda value: bool(_CODE.match(value)) and not value.startswith("31001_"), False
    )
    strange = code[code.notna() & ~structure.astype(bool) & ~code.isin(table)]
    findings: tuple[Finding, ...] = ()
    if len(strange):
        named = ", ".join(sorted(strange.unique())[:_NAMED])
        findings = (Finding("building_code_unknown", values={"rows": len(strange), "codes": named}),)
    return Functions(code, use, ~structure.astype(bool), findings)


def source_where_known(use: pd.Series, source: str) -> pd.Series:
    """`source` for each row whose use is known, None for the others."""
    return pd.Series(np.where(use.eq("unknown"), None, source), index=use.index, dtype=object)
