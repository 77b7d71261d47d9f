"""What can be taken from a note or a transcript, by rules that can be seen; what is not found stays empty.

Everything taken carries the line it stands on and the rule that found it. The rules beyond punctuation are for
English; a note in another language yields what its question marks prove, and no more.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.debrief import Origin
from abi_coach.domain.limits import Ge, MinLen
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_QUESTIONS: Final = 60
MOST_OTHERS: Final = 20
"""More than these are counted and not shown: nobody rates a hundred questions."""

MOST_LINES: Final = 50_000
"""More lines are not read; an hour of talk has two thousand."""

LONGEST_TEXT: Final = 300
"""A sentence longer than this many characters is no question that anybody asked."""


class What(StrEnum):
    """What was found."""

    QUESTION = "question"
    ROUND = "round"
    FEELING = "feeling"
    WELL = "went well"
    COULD = "could have"
    FACT = "fact"


class Rule(StrEnum):
    """Why it was taken, in words."""

    MARK = "ends in a question mark"
    TURN = "a question in the interviewer’s turn"
    ASKING = "begins as a question does"
    LISTED = "listed under a heading that says questions"
    LABELLED = "marked with Q"
    REPORTED = "said to have been asked"
    HEADING = "a heading that names a round"
    FELT = "a feeling named after I felt or I was"
    SECTION_WELL = "listed under a heading that says it went well"
    SECTION_COULD = "listed under a heading that says what to improve"
    SAID_WELL = "says that it went well"
    SAID_COULD = "says what could have been better"
    NAMED = "written as “name: value”"


@frozen
class Taken(Value):
    """One thing taken from a line (from 1); `name` tells which fact, `speaker` who said it in a transcript."""

    what: What
    text: Annotated[str, MinLen(1)]
    line: Annotated[int, Ge(1)]
    rule: Rule
    name: str = ""
    speaker: str = ""


@frozen
class ReadNotes(Value):
    """Everything taken, in the order of the lines.

    `lines` counts those of the text, `unread` those beyond the limit, `left_out` what was found beyond the limits.
    """

    origin: Origin
    lines: int
    taken: tuple[Taken, ...]
    left_out: int = 0
    unread: int = 0

    def of(self, what: What) -> tuple[Taken, ...]:
        """What was taken of one kind."""
        return tuple(one for one in self.taken if one.what is what)

    def fact(self, name: str) -> str:
        """The first fact of that name; empty when there is none."""
        return next((one.text for one in self.taken if one.what is What.FACT and one.name == name), "")


def limited(origin: Origin, lines: int, found: Iterable[Taken]) -> ReadNotes:
    """The first of each kind, each text once, in the order of the lines."""
    kept: list[Taken] = []
    counts = dict.fromkeys(What, 0)
    seen: set[tuple[What, str]] = set()
    left_out = 0
    for one in found:
        key = one.what, f"{one.name}{one.text.casefold().rstrip('?.! ')}"
        if key in seen:
            continue
        if counts[one.what] >= (MOST_QUESTIONS if one.what is What.QUESTION else MOST_OTHERS):
            left_out += 1
            continue
        seen.add(key)
        counts[one.what] += 1
        kept.append(one)
    taken = tuple(sorted(kept, key=lambda one: one.line))
    return ReadNotes(origin, lines, taken, left_out, max(0, lines - MOST_LINES))
