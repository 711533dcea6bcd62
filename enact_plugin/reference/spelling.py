"""One spelling for names that sources write in many ways."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_NO_LETTER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=8192)
def words(text: str) -> str:
    """Lower case, umlauts written out, anything else between words one underscore.

    "Wärme (in kWh/a)" is "waerme_in_kwh_a".
    """
    lower = (
        unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS).replace("²", "2").replace("³", "3")
    )
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return _NO_LETTER.sub("_", plain).strip("_")


def compact(text: str) -> str:
    """As `words`, without the underscores, so that "eignungWaermenetz" and "Eignung Wärmenetz" are one."""
    return words(text).replace("_", "")
