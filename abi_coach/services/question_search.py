"""Finding questions by words: full text first, then what was probably meant.

A word that no question has is replaced by the words of questions that are spelt most like it. rapidfuzz compares it
with a few thousand different words, not with 20,000 prompts, which keeps a search well below what a person notices.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.glance import QuestionRow
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.catalogue_rows import Narrowing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.services.library import Library
    from abi_coach.storage.catalogue import Catalogue

MOST: Final = 200
"""Nobody reads further; words that find more need another word."""
ALIKE: Final = 70.0
"""How like a known word (rapidfuzz ratio, 0 to 100) a mistyped one must be."""
MEANT_AT_MOST: Final = 4
_SHORTEST: Final = 3
_LONGEST_QUERY: Final = 12
# What the index takes for a word, too: it splits at underscores and at some letters of New Tai Lue, and cannot be asked
# for a word that it would split.
_WORD: Final = re.compile(r"[^\W_\u19b0-\u19c9]+")


@frozen
class Wanted(Value):
    """What is searched for: words, and what the questions must be (names as in bank files); None does not matter."""

    words: str = ""
    bank: str | None = None
    kind: str | None = None
    competency: str | None = None
    skill: str | None = None
    level: str | None = None
    difficulty: int | None = None
    limit: int = MOST

    @property
    def narrowing(self) -> Narrowing:
        """All of it but the words."""
        return Narrowing(self.bank, self.kind, self.competency, self.skill, self.level, self.difficulty)


@frozen
class Found(Value):
    """What was found, best first; `meant` tells for mistyped words what they were taken for, nothing if left out.

    `has_all` is False where no question has all of the words, and those with some of them were taken; `has_more` tells
    that there are more than were asked for.
    """

    rows: tuple[QuestionRow, ...]
    meant: tuple[tuple[str, tuple[str, ...]], ...] = ()
    has_all: bool = True
    has_more: bool = False

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person should know about how the words were read."""
        told = [
            f"“{word}” is taken for {' or '.join(known)}." if known else f"“{word}” is in no question, and left out."
            for word, known in self.meant
        ]
        return (*told, *(() if self.has_all else ("No question has all of the words; these have some.",)))


def search_questions(library: Library, wanted: Wanted) -> Found:
    """Find questions that hold all words or beginnings of words; where none does, take misspellings as meant."""
    found = _search(library, replace(wanted, limit=wanted.limit + 1))
    if len(found.rows) <= wanted.limit:
        return found
    return replace(found, rows=found.rows[: wanted.limit], has_more=True)


def _search(library: Library, wanted: Wanted) -> Found:
    catalogue = library.catalogue
    words = list(dict.fromkeys(_WORD.findall(wanted.words.lower())))[:_LONGEST_QUERY]
    if not words:
        rows = () if wanted.words.strip() else tuple(catalogue.narrowed(wanted.narrowing, wanted.limit))
        return Found(rows)
    exact = catalogue.matching(_all(words), wanted.narrowing, wanted.limit)
    if exact:
        return Found(tuple(exact))
    groups, meant = _understood(catalogue, words)
    if not groups:
        return Found(())
    likely = catalogue.matching(" AND ".join(groups), wanted.narrowing, wanted.limit)
    if likely or len(groups) == 1:
        return Found(tuple(likely), tuple(meant))
    some = catalogue.matching(" OR ".join(groups), wanted.narrowing, wanted.limit)
    return Found(tuple(some), tuple(meant), has_all=not some)


def _understood(catalogue: Catalogue, words: Sequence[str]) -> tuple[list[str], list[tuple[str, tuple[str, ...]]]]:
    """A full-text expression for each word that can be understood, and what mistyped ones were taken for."""
    groups, meant = [], []
    unknown = [word for word in words if not catalogue.has_words(_begins(word))]
    spellings = catalogue.spellings() if unknown else []
    for word in words:
        if word not in unknown:
            groups.append(_begins(word))
        else:
            near = _spelt_like(word, spellings)
            meant.append((word, near))
            groups += [f"({' OR '.join(map(_begins, near))})"] if near else []
    return groups, meant


def _spelt_like(word: str, spellings: Sequence[str]) -> tuple[str, ...]:
    if len(word) < _SHORTEST:
        return ()
    if begun := [known for known in spellings if known.startswith(word)]:  # the index knows “deployment” by its stem
        return tuple(sorted(begun, key=len)[:MEANT_AT_MOST])
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a mistyped word needs it

    near = process.extract(word, spellings, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MEANT_AT_MOST)
    best = near[0][1] if near else 0.0
    return tuple(known for known, score, _ in near if score >= best - 8)


def _all(words: Sequence[str]) -> str:
    return " AND ".join(map(_begins, words))


def _begins(word: str) -> str:
    """A word or the beginning of one, quoted, so that nothing of it is read as an operator."""
    return f'"{word}"*'
