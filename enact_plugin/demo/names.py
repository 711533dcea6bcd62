"""Invented names of streets and districts, from resources/tables/demo_names.csv."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from ..reference.tables import rows

THEMES_OF_KIND = {
    "core": ("trades",),
    "gruenderzeit": ("civic", "trades", "mining", "trees"),
    "vorstadt": ("trades", "civic", "fields", "mining"),
    "villa": ("trees", "fields", "civic"),
    "siedlung": ("birds", "flowers", "fruit", "trees", "animals"),
    "slab": ("sky", "civic", "works", "trees"),
    "terrace": ("animals", "flowers", "sky", "birds"),
    "detached": ("birds", "flowers", "fruit", "trees", "animals", "sky", "fields"),
    "industry": ("works",),
    "commercial": ("works", "mining"),
    "hospital": ("civic",),
    "allotment": ("fields", "fruit"),
    "park": ("river", "trees"),
    "field": ("fields", "river"),
}
"""Streets of a quarter share a theme, as they do in towns."""
FEMININE = ("straße", "gasse", "allee")
NEUTER = ("ufer",)


@cache
def name_list(name: str, part: str = "name") -> tuple[str, ...]:
    """Names of one list, in the order of the table."""
    return tuple(row["name"] for row in rows("demo_names") if row["list"] == name and row["part"] == part)


def _with_prefix(prefix: str, name: str) -> str:
    """Return the name with an adjective in the right ending: Alte Gasse, Alter Weg, Altes Ufer."""
    if name.endswith(FEMININE):
        return f"{prefix} {name}"
    return f"{prefix}{'s' if name.endswith(NEUTER) else 'r'} {name}"


def _theme_names(theme: str, rng: np.random.Generator) -> Iterator[str]:
    """All names of a theme in random order, the plain ones first; then numbered ones without end."""
    words, endings = name_list(theme, "word"), name_list(theme, "ending")
    plain = [word + ending for ending in endings for word in words]
    common = len(words) * min(2, len(endings))
    order = [*rng.permutation(common).tolist(), *(common + rng.permutation(len(plain) - common)).tolist()]
    shuffled = [plain[i] for i in order]
    yield from shuffled
    for prefix in name_list("prefix"):
        for name in shuffled:
            yield _with_prefix(prefix, name)
    number = 2
    while True:
        yield from (f"{name} {number}" for name in shuffled)
        number += 1


class StreetNames:
    """Gives each street a name of its own."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng
        self._themes: dict[str, Iterator[str]] = {}
        self._used: set[str] = set()
        self._theme_of_quarter: dict[int, str] = {}

    def of_theme(self, theme: str) -> str:
        """Return the next unused name of a theme."""
        names = self._themes.setdefault(theme, _theme_names(theme, self._rng))
        return self._take(names)

    def of_quarter(self, quarter: int, kind: str) -> str:
        """Return the next unused name for a street in a quarter of this kind."""
        themes = THEMES_OF_KIND.get(kind, ("fields",))
        theme = self._theme_of_quarter.setdefault(quarter, themes[int(self._rng.integers(len(themes)))])
        return self.of_theme(theme)

    def of_list(self, name: str, addition: str = "") -> str:
        """Return the next unused name of a fixed list; with an addition in brackets where it is used up."""
        for candidate in name_list(name):
            full = f"{candidate} ({addition})" if addition else candidate
            if full not in self._used:
                self._used.add(full)
                return full
        return self.of_theme("civic")

    def _take(self, names: Iterator[str]) -> str:
        name = next(candidate for candidate in names if candidate not in self._used)
        self._used.add(name)
        return name
