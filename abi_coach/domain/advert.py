"""A job advert: which skills it asks for and what it pays, read by visible rules."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.everyday import EVERYDAY, is_meant
from abi_coach.domain.limits import Ge
from abi_coach.domain.pay_parsing import PaySum, advert_pay, names_money
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.skill_name import SIGNED, skill_slug
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

NICE_WORDS: Final = re.compile(
    r"\b(nice[ -]to[ -]haves?|bonus( points)?|a plus|preferred|preferably|desirable|ideally|advantage(ous)?"
    r"|optional|good to have|would be great|von vorteil|wünschenswert)\b",
    re.IGNORECASE,
)
MUST_WORDS: Final = re.compile(
    r"\b(must([ -]haves?)?|required|requirements?|essential|you (have|bring|need)|mandatory|what we need"
    r"|qualifications|your profile)\b",
    re.IGNORECASE,
)
OTHER_HEADINGS: Final = re.compile(
    r"\b(what we offer|we offer|benefits|perks|about us|about you|your tasks|responsibilities|what you('ll| will) do"
    r"|how to apply)\b",
    re.IGNORECASE,
)

_ESCAPES: Final = re.compile(r"\x1b(?:\[[0-9;:?<=>]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])?")
_WORD: Final = re.compile(rf"{SIGNED}|[^\W_]+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[ \t\u00a0]?[-–/.&_+]?[ \t\u00a0]?")
_LONGEST_NAME: Final = 5
_MOST_PAY_LINES: Final = 500
"""Pay that an advert has not named by then, it does not name."""
_HEADING_WORDS: Final = 4
_SHOWN: Final = 120
_EXCERPT_BEFORE: Final = 40


@frozen
class Advert(Value):
    """What an advert asked for on a day; `must` and `nice` are skill slugs."""

    on: date
    title: str = ""
    company: str = ""
    role: str = ""
    must: tuple[str, ...] = ()
    nice: tuple[str, ...] = ()
    source: str = ""

    @property
    def name(self) -> str:
        """What it is called in a list."""
        return " · ".join(filter(None, (self.company, self.title))) or "an advert"

    @property
    def summary(self) -> str:
        """The name and how many skills it asks for."""
        return f"{self.name}: {len(self.must)} must, {len(self.nice)} nice to have"


@frozen
class SkillMatch(Value):
    """A skill found in an advert: the slug, the words that matched, where, and whether it reads as nice to have."""

    skill: str
    words: str
    line: Annotated[int, Ge(1)]
    text: str
    nice: bool = False


@frozen
class AdvertReading(Value):
    """What an advert names: skills with their places, pay and its line (from 1) if any, and how many lines it has."""

    title: str
    matches: tuple[SkillMatch, ...]
    pay: PaySum | None
    pay_line: int
    lines: int

    def without(self, skills: Iterable[str]) -> tuple[SkillMatch, ...]:
        """The matches but those of these skills."""
        left_out = set(skills)
        return tuple(match for match in self.matches if match.skill not in left_out)


def clean_lines(text: str) -> list[str]:
    """A pasted text as lines, without terminal sequences, control characters and bidi controls."""
    return strip_controls(_ESCAPES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))).split("\n")


def read_advert(text: str, names: Mapping[str, str]) -> AdvertReading:
    """Read a pasted advert; `names` maps every spelling (lower case, with hyphens) to its slug."""
    lines = clean_lines(text)
    money = islice(((number, line) for number, line in enumerate(lines, 1) if names_money(line)), _MOST_PAY_LINES)
    paid = ((number, pay) for number, line in money if (pay := advert_pay(line)))
    pay_line, pay = next(paid, (0, None))
    title = next((" ".join(line.strip("# \t").split()) for line in lines if line.strip("# \t")), "")
    return AdvertReading(title[:_SHOWN], find_skills(lines, names), pay, pay_line, len(lines))


def find_skills(lines: Iterable[str], names: Mapping[str, str]) -> tuple[SkillMatch, ...]:
    """The skills that a text names, each once: at its first place, or at the first that makes it a must.

    A spelling matches as whole words, with hyphens or spaces, in any case; an everyday word only with a capital inside
    a sentence. A skill is nice to have when its own line, or else the heading above it, says so.
    """
    found: dict[str, SkillMatch] = {}
    firsts = {name.partition("-")[0] for name in names}
    is_nice_part = False
    for number, line in enumerate(lines, 1):
        is_nice_line = NICE_WORDS.search(line) is not None
        if _is_heading(line):
            says = is_nice_line or MUST_WORDS.search(line) or OTHER_HEADINGS.search(line)
            is_nice_part = is_nice_line if says else is_nice_part
        nice = is_nice_line or (is_nice_part and MUST_WORDS.search(line) is None)
        for skill, start, end in _skills_in(line, names, firsts):
            known = found.get(skill)
            if known is None or (known.nice and not nice):
                found[skill] = SkillMatch(skill, line[start:end], number, _excerpt(line, start), nice)
    return tuple(found.values())


def _is_heading(line: str) -> bool:
    text = line.strip()
    return text.startswith("#") or text.endswith(":") or (0 < len(text.split(maxsplit=5)) <= _HEADING_WORDS)


def _skills_in(line: str, names: Mapping[str, str], firsts: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """Each skill in a line with its place; of spellings that begin together the longest counts."""
    done = 0
    for word in _WORD.finditer(line):
        if word.start() < done or _spelt(word).partition("-")[0] not in firsts:
            continue
        spelling, done = _longest(line, word, names)
        if spelling:
            yield names[spelling], word.start(), done


def _longest(line: str, first: re.Match[str], names: Mapping[str, str]) -> tuple[str, int]:
    """The longest known spelling that begins with this word, and where it ends; "" when none does."""
    best, done, spelling, end = "", first.end(), "", first.end()
    for word in islice(_WORD.finditer(line, first.start()), _LONGEST_NAME):
        if spelling and not _BETWEEN.fullmatch(line, end, word.start()):
            break
        end, spelling = word.end(), f"{spelling}-{_spelt(word)}" if spelling else _spelt(word)
        if spelling in names and (spelling not in EVERYDAY or is_meant(line, first.start(), end)):
            best, done = spelling, end
    return best, done


def _spelt(word: re.Match[str]) -> str:
    """A word as skills are spelt: `Kafka` → `kafka`, `C#` → `c-sharp`."""
    return word[0].lower() if word[0].isalnum() else skill_slug(word[0])


def _excerpt(line: str, start: int) -> str:
    """What stands around a place in a line, short enough to be shown."""
    first = 0 if start < _SHOWN - _EXCERPT_BEFORE else start - _EXCERPT_BEFORE
    return " ".join(line[first : first + _SHOWN].split())
