"""What a debrief is: hot (five minutes, right after) and cold (the next day). Fields A0–A8 and B1–B10."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

from abi_coach.domain.interview import Person
from abi_coach.domain.limits import Ge, Le, MinLen
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.value import Value, frozen

Grade = Annotated[int, Ge(0), Le(2)]


class Tag(StrEnum):
    """What happened to an answer."""

    SURPRISED = "surprised"
    RAN_LONG = "ran-long"
    NO_STORY = "no-story"
    DIDNT_KNOW = "didnt-know"


class Origin(StrEnum):
    """Where a debrief's words come from."""

    RECALL = "recall"
    NOTES = "notes"
    TRANSCRIPT = "transcript"


class Cause(StrEnum):
    """A cause that was in one's own hands."""

    STORY = "story"
    STRUCTURE = "structure"
    KNOWLEDGE = "knowledge"
    LISTENING = "listening"
    TIME = "time"
    NERVES = "nerves"
    RESEARCH = "research"
    LOGISTICS = "logistics"
    QUESTIONS_FOR_THEM = "questions-for-them"
    FIT = "fit"


@frozen
class RememberedQuestion(Value):
    """A question near to their words; `landed` 1–5, None for `?`; `question` and `item` link it to bank and plan."""

    text: Annotated[str, MinLen(1)]
    landed: Annotated[int, Ge(1), Le(5)] | None = None
    tags: tuple[Tag, ...] = ()
    question: str = ""
    item: str = ""
    line: Annotated[int, Ge(1)] | None = None


@frozen
class PromiseAnswer(Value):
    """A0: what became of an open promise (its entry id)."""

    promise: str
    check: PromiseCheck


@frozen
class HotDebrief(Value):
    """Fields A0–A8; `best` and `redo` are positions in `questions` (from 0). `confidence` is 0–100, `nerves` 1–5."""

    interview: str
    questions: Annotated[tuple[RememberedQuestion, ...], MinLen(1)]
    best: Annotated[int, Ge(0)]
    redo: Annotated[int, Ge(0)]
    confidence: Annotated[int, Ge(0), Le(100)]
    nerves: Annotated[int, Ge(1), Le(5)]
    word: Annotated[str, MinLen(1)]
    promised_them: str = ""
    promised_me: str = ""
    promised_by: date | None = None
    ended_at: datetime | None = None
    promises: tuple[PromiseAnswer, ...] = ()
    people: tuple[Person, ...] = ()
    origin: Origin = Origin.RECALL


@frozen
class Reconstruction(Value):
    """B1: one question looked at again; `question` is its position in the hot debrief (from 0)."""

    question: Annotated[int, Ge(0)]
    checking: str = ""
    said: str = ""
    follow_up: str = ""
    four_would: str = ""


@frozen
class WentWell(Value):
    """B2: what worked, how one knows, where to use it again."""

    did: Annotated[str, MinLen(1)]
    how_known: str = ""
    reuse: str = ""


@frozen
class Improve(Value):
    """B3 and B4: what fell short, the cause, the competency or skill it counts for, and the next if-then."""

    what: Annotated[str, MinLen(1)]
    cause: Cause
    item: Annotated[str, MinLen(1)]
    if_: str = ""
    then: str = ""


@frozen
class Fit(Value):
    """B8: could do it, want it, would take the next step; 0–2 each."""

    could_do: Grade
    want: Grade
    next_step: Grade


@frozen
class FollowUp(Value):
    """B10: whether thanks were sent, what is still promised, and the next date."""

    thanks_sent: bool = False
    promised: str = ""
    next_on: date | None = None


@frozen
class ColdDebrief(Value):
    """Fields B1–B10."""

    interview: str
    reconstructed: tuple[Reconstruction, ...]
    went_well: tuple[WentWell, ...]
    improve: tuple[Improve, ...]
    gaps: tuple[str, ...] = ()
    keep: tuple[int, ...] = ()
    them: str = ""
    fit: Fit | None = None
    distance: str = ""
    follow_up: FollowUp = FollowUp()
