"""Text folded for comparing: one spelling for every case, accent, width and normal form of the same letters."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

_NO_LETTERS: Final = frozenset({"Mn", "Me", "Cf"})
_STRAIGHT: Final = dict.fromkeys("\u2018\u2019\u02bc", "'")


class Folded(NamedTuple):
    """A folded text; `starts` says where in the original each of its letters began, and where the original ends."""

    text: str
    starts: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the folded text stands in the original, with the accents that follow it."""
        return self.starts[start], self.starts[end]


def folded(text: str) -> Folded:
    """Fold a text: accents, marks without a width and case go; compatible forms become the plain letters."""
    if text.isascii():
        return Folded(text.lower(), list(range(len(text) + 1)))
    letters: list[str] = []
    starts: list[int] = []
    for place, letter in enumerate(text):
        for plain in unicodedata.normalize("NFKD", _STRAIGHT.get(letter, letter)):
            if unicodedata.category(plain) not in _NO_LETTERS:
                small = plain.casefold()
                letters.append(small)
                starts.extend([place] * len(small))
    return Folded("".join(letters), [*starts, len(text)])
