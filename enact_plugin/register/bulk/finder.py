"""All places of a few short texts in narrowed bytes, found by comparing words instead of letters.

`bytes.find` looks at one letter after the other and keeps other threads waiting; numpy compares dozens at once and lets
them run. A text of seven letters or more holds, wherever it stands, four that begin at a multiple of four: which four
depends on where it stands, so there are four words to look for. What is found is then compared in full.
"""

from __future__ import annotations

import numpy as np

WORD = 4
EIGHT = 8
SHORTEST = EIGHT
"""Letters that a text must have."""
_BITS = 8


class Finder:
    """Finds several texts in one go.

    Parameters
    ----------
    texts : sequence of bytes
        Each of at least `SHORTEST` letters.
    sample : bytes
        Some of what will be searched: decides which of the words to look for are rare there.
    """

    def __init__(self, texts: tuple[bytes, ...], sample: bytes) -> None:
        self._texts = texts
        # word -> text it belongs to and its place there; one that two texts share is kept for both
        found: dict[int, list[tuple[int, int]]] = {}
        for number, text in enumerate(texts):
            for first in range(WORD):
                possible = range(first, len(text) - WORD + 1, WORD)
                start = min(possible, key=lambda at: sample.count(text[at : at + WORD]))
                found.setdefault(_number(text[start : start + WORD], "<u4"), []).append((number, start))
        self._words = np.array(sorted(found), dtype=np.uint32)
        self._homes = [found[word] for word in self._words.tolist()]
        self._factor = _factor_without_collision(self._words)
        self._parts = [
            [(at, np.uint64(_number(text[at : at + EIGHT], "<u8"))) for at in word_starts(len(text))]
            for text in texts
        ]
        self._tables = self._offsets()
        self._same = np.empty((len(self._words), 0), dtype=bool)
        self._found = np.empty(0, dtype=np.uint64)

    def _offsets(self) -> list[tuple[int, np.ndarray]]:
        """For each text and each of its places for one word: what to take from where a word was found."""
        rounds = max(len(homes) for homes in self._homes)
        tables = []
        for number in range(len(self._texts)):
            for turn in range(rounds):
                table = np.full(1 << _BITS, -1, dtype=np.int64)
                for word, homes in zip(self._words, self._homes):
                    mine = [start for home, start in homes if home == number]
                    if turn < len(mine):
                        table[self._slot(np.array([word]))] = mine[turn]
                if (table >= 0).any():
                    tables.append((number, table))
        return tables

    def _slot(self, words: np.ndarray) -> np.ndarray:
        return (words * self._factor) >> np.uint32(32 - _BITS)

    def places(self, low: bytes, eights: np.ndarray) -> list[np.ndarray]:
        """Return where each text begins, ascending.

        Parameters
        ----------
        low : bytes
        eights : ndarray
            `every_eight` of the same bytes.
        """
        words = np.frombuffer(low, "<u4", count=len(low) // WORD)
        at = self._any_word(words)
        slots = self._slot(words[at])
        at *= WORD
        places: list[list[np.ndarray]] = [[] for _text in self._texts]
        for number, table in self._tables:
            starts = table[slots]
            mine = starts >= 0
            here = at[mine] - starts[mine]
            here = here[(here >= 0) & (here <= len(low) - len(self._texts[number]))]
            for start, part in self._parts[number]:
                here = here[eights[here + start] == part]
            places[number].append(here)
        return [np.sort(np.concatenate(each), kind="stable") for each in places]

    def _any_word(self, words: np.ndarray) -> np.ndarray:
        """Numbers of the words that are among those looked for.

        Two calls, not two for each word: at each of them threads may change, which takes longer than the call.
        """
        eights = -(-len(words) // EIGHT)
        if eights > len(self._found):  # kept: memory asked for anew each time costs as much as the search
            self._same = np.empty((len(self._words), eights * EIGHT), dtype=bool)
            self._found = np.empty(eights, dtype=np.uint64)
        np.equal(words, self._words[:, None], out=self._same[:, : len(words)])
        found = self._found[:eights]
        np.bitwise_or.reduce(self._same[:, : eights * EIGHT].view(np.uint64), axis=0, out=found)
        return np.flatnonzero(found.view(bool)[: len(words)])


def every_eight(low: bytes) -> np.ndarray:
    """Return the eight bytes from each place on, as one number; nothing is copied."""
    return np.ndarray((max(0, len(low) - EIGHT + 1),), "<u8", buffer=low, strides=(1,))


def word_starts(length: int) -> tuple[int, ...]:
    """Where words of eight begin that together hold a text; the last one ends with it where it can."""
    if length <= EIGHT:
        return (0,)
    return (*range(0, length - EIGHT, EIGHT), length - EIGHT)


def _factor_without_collision(words: np.ndarray) -> np.uint32:
    """A factor that sends the words to slots of their own; others may share them, and are sorted out by comparing."""
    factor = 0x9E3779B1
    for _try in range(1000):
        slots = (words * np.uint32(factor)) >> np.uint32(32 - _BITS)
        if len(set(slots.tolist())) == len(words):
            break
        factor = (factor * 0x2C1B3C6D + 0x297A2D39) & 0xFFFFFFFF | 1
    return np.uint32(factor)


def _number(text: bytes, kind: str) -> int:
    return int(np.frombuffer(text, kind)[0])
