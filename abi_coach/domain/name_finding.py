"""Finding names in what people type: in any case, with or without accents, in the plural, inside `ines_duarte`."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# fmt: off
ORDINARY: Final = frozenset((
    "academy", "and", "association", "bank", "business", "care", "city", "cloud", "college", "company", "consulting",
    "corp", "corporation", "data", "das", "del", "den", "der", "des", "die", "digital", "energy", "engineering",
    "finance", "first", "foundation", "from", "games", "general", "global", "gmbh", "good", "group", "health", "her",
    "his", "holding", "inc", "institute", "international", "labs", "las", "les", "limited", "llc", "los", "ltd",
    "market", "media", "national", "networks", "new", "old", "one", "open", "our", "partners", "payments", "plc",
    "power", "public", "security", "services", "smart", "software", "solutions", "source", "studio", "studios",
    "systems", "tech", "technologies", "technology", "the", "their", "union", "united", "university", "van", "von",
    "ventures", "with", "works",
    *(word for one in Competency for word in one.value.split("_")),
))
"""Words that names are made of and that say nothing alone (a list of ours)."""

_EVERYDAY: Final = frozenset((
    "april", "art", "august", "bill", "chase", "chip", "dean", "drew", "frank", "grace", "grant", "guy", "hope",
    "jack", "joy", "june", "mark", "may", "miles", "pat", "rob", "rose", "sandy", "skip", "sue", "summer", "will",
))
"""Names that are everyday words as well: they are names where they have a capital letter (a list of ours)."""
# fmt: on

_SHORTEST_PART: Final = 4
_LOOSE_LETTERS: Final = 6
_PLURAL_LETTERS: Final = 4
_RUN: Final = re.compile(r"[^\W_]+")
# Thai, Burmese, Korean, Khmer, Japanese and Chinese put no space between a name and what follows it.
_UNSPACED: Final = re.compile("[\u0e00-\u0e7f\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u31ff\u3400-\u9fff]")
_CAPITAL: Final = "capital"
_START: Final = r"(?<![^\W_])"


class NameFinder:
    """Finds names, the longest first, as whole words.

    The words of a longer name that are not ordinary ones count as names as well where they have a capital letter:
    “Larchwood” for Larchwood Energy.
    """

    def __init__(self, names: Iterable[str]) -> None:
        told = sorted({name.strip() for name in names if len(name.strip()) > 1})
        whole = [pattern for name in told if name.casefold() not in _EVERYDAY and (pattern := _whole(name))]
        parts = {part for name in told for part in _capital_words(name)}
        capital = [_bounded(re.escape(part), part) for part in parts]
        joined = "|".join(_longest_first(whole))
        if capital:
            joined += f"{'|' if joined else ''}(?P<{_CAPITAL}>{'|'.join(_longest_first(capital))})"
        self._finder = re.compile(joined) if joined else None

    def replaced(self, text: str, stand_in: str) -> str:
        """The text with `stand_in` for every name."""
        if self._finder is None:
            return text
        plain = folded(text)
        pieces: list[str] = []
        done = 0
        for found in self._finder.finditer(plain.text):
            start, end = plain.span(*found.span())
            if found.lastgroup == _CAPITAL and text[start].islower():
                continue
            pieces += (text[done:start], stand_in)
            done = end
        return "".join((*pieces, text[done:]))


def _whole(name: str) -> str:
    """The pattern of a name. In a longer one anything or nothing may stand between its words."""
    plain = folded(name).text
    bare = plain.strip(string.punctuation)
    plain = bare if len(bare) >= _PLURAL_LETTERS else plain
    runs = _RUN.findall(plain)
    if sum(map(len, runs)) >= _LOOSE_LETTERS:
        return _bounded(r"[\W_]{0,3}".join(map(re.escape, runs)), "".join(runs))
    return _bounded(r"\s+".join(map(re.escape, plain.split())), "".join(plain.split()))


def _bounded(pattern: str, letters: str) -> str:
    if not letters or _UNSPACED.search(letters):
        return pattern
    before = _START if letters[0].isalnum() else ""
    after = r"(?![^\W_])" if letters[-1].isalnum() else ""
    plural = "(?:e?s)?" if after and len(letters) >= _PLURAL_LETTERS else ""
    return f"{before}{pattern}{plural}{after}"


def _capital_words(name: str) -> Iterator[str]:
    words = name.split()
    if name.casefold() in _EVERYDAY:
        yield name.casefold()
    if len(words) < 2:  # noqa: PLR2004 - several words
        return
    for word in words:
        plain = "".join(_RUN.findall(folded(word).text))
        if len(plain) >= _SHORTEST_PART and plain not in ORDINARY and not word[0].islower():
            yield plain


def _longest_first(patterns: Iterable[str]) -> list[str]:
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    # One look back for all of them: each on its own would be tried at every letter.
    bounded = [pattern.removeprefix(_START) for pattern in ordered if pattern.startswith(_START)]
    free = [pattern for pattern in ordered if not pattern.startswith(_START)]
    return [*([f"{_START}(?:{'|'.join(bounded)})"] if bounded else []), *free]
