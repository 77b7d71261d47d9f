"""A job advert: which skills it asks for, read by visible rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

from annotated_types import Ge

from abi_coach.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NICE_WORDS: Final = re.compile(
    r"\b(nice[ -]to[ -]have|bonus|plus|preferred|desirable|ideally|advantage|optional|good to have)\b", re.IGNORECASE
)
MUST_WORDS: Final = re.compile(
    r"\b(must|required|requirements?|essential|you have|you bring|mandatory|what we need)\b", re.IGNORECASE
)
_LONGEST_LINE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Advert(Value):
    """What an advert asked for on a day; `must` and `nice` are skill slugs."""

    on: date
    title: str = ""
    company: str = ""
    role: str = ""
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class SkillMatch(Value):
    """A skill found in an advert: the slug, the words that matched, where, and whether it reads as nice to have."""

    skill: str
    words: str
    line: Annotated[int, Ge(1)]
    text: str
    nice: bool = False


def find_skills(lines: Iterable[str], names: Mapping[str, str]) -> tuple[SkillMatch, ...]:
    """The skills that a text names, each at its first place; `names` maps every spelling to its slug.

    A spelling matches as whole words, with hyphens or spaces, in any case. A skill is nice to have when its line, or
    the heading above it, says so.
    """
    finder = _finder(names)
    if finder is None:
        return ()
    found: dict[str, SkillMatch] = {}
    is_nice_part = False
    for number, line in enumerate(lines, 1):
        text = line[:_LONGEST_LINE]
        is_heading = text.strip().startswith("#") or text.strip().endswith(":") or len(text.split()) <= 4  # noqa: PLR2004 - headings are short
        if is_heading and (NICE_WORDS.search(text) or MUST_WORDS.search(text)):
            is_nice_part = NICE_WORDS.search(text) is not None
        nice = is_nice_part or NICE_WORDS.search(text) is not None
        for match in finder.finditer(text):
            skill = names[_spelling(match[0])]
            found.setdefault(skill, SkillMatch(skill, match[0], number, " ".join(text.split())[:120], nice))
    return tuple(found.values())


def _finder(names: Mapping[str, str]) -> re.Pattern[str] | None:
    spellings = sorted(
        {re.escape(name).replace(r"\-", "[- ]") for name in names if len(name) > 1}, key=len, reverse=True
    )
    if not spellings:
        return None
    return re.compile(rf"(?<![\w+#.-])(?:{'|'.join(spellings)})(?![\w+#-])", re.IGNORECASE)


def _spelling(words: str) -> str:
    return words.lower().replace(" ", "-")
