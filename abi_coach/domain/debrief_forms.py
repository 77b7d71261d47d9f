"""What is asked right after an interview (A0–A8), and when the answer comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief import Tag
from abi_coach.domain.form import Choice, Expected, Field, Form, Kind
from abi_coach.domain.form_steps import YES_OR_NO
from abi_coach.domain.interview import Result
from abi_coach.domain.interview_forms import COMPANY, FORMAT, INTENT, PEOPLE, ROLE, STAGE, WANTS
from abi_coach.domain.promise import PromiseCheck

if TYPE_CHECKING:
    from collections.abc import Mapping

HOT: Final = "hot"
OUTCOME: Final = "outcome"

PROMISE_KEY: Final = "promise "
"""The beginning of A0's keys; a promise's entry id follows."""

CHECKS: Final = (
    Choice("k", PromiseCheck.KEPT, "kept"),
    Choice("p", PromiseCheck.PARTLY, "partly"),
    Choice("m", PromiseCheck.MISSED, "missed"),
    Choice("n", PromiseCheck.NO_CHANCE, "no chance to"),
)
TAGS: Final = (
    Choice("s", Tag.SURPRISED, "surprised"),
    Choice("r", Tag.RAN_LONG, "ran long"),
    Choice("n", Tag.NO_STORY, "no story"),
    Choice("d", Tag.DIDNT_KNOW, "didn’t know"),
)
NERVES: Final = (
    Choice("1", "1", "calm"),
    Choice("2", "2", "a little"),
    Choice("3", "3", "some"),
    Choice("4", "4", "a lot"),
    Choice("5", "5", "very"),
)
RESULTS: Final = (
    Choice("m", Result.MOVED_ON, "moved on to the next stage"),
    Choice("o", Result.OFFER, "offer"),
    Choice("r", Result.REJECTED, "no"),
    Choice("w", Result.WITHDREW, "I withdrew"),
    Choice("s", Result.SILENCE, "silence"),
)
HOT_FIELDS: Final = (
    COMPANY,
    ROLE,
    STAGE,
    FORMAT,
    Field(
        "ended", "Ended", "When did it end?", Kind.WHEN, required=True, section="facts", expected=Expected.PAST,
        hint="For example now, 15:40, or yesterday 16:00.",
    ),
    INTENT,
    WANTS,
    Field(
        "questions", "Questions", "Every question you can remember, near to their words. Fragments are fine.",
        Kind.LINES, required=True, minimum=1, hint="One a line. An empty line ends the list.",
    ),
    Field(
        "rated", "How it landed", "How did your answer land?", Kind.PER_LINE, required=True, choices=TAGS,
        minimum=1, maximum=5, of="questions",
        hint="1 badly … 5 very well, ? don’t know.",
    ),
    Field("best", "Best", "Which answer would you give again unchanged?", Kind.PICK, required=True, of="questions"),
    Field("redo", "Redo", "If you could redo one answer, which?", Kind.PICK, required=True, of="questions"),
    Field(
        "promised_them", "You promised", "What did you promise them?", required=True, allows_none=True,
        section="promises", hint="If nothing, write none.",
    ),
    Field(
        "promised_me", "They promised", "What did they promise you?", required=True, allows_none=True,
        section="promises", hint="If nothing, write none.",
    ),
    Field(
        "promised_by", "By when", "By when?", Kind.DAY, required=True, allows_none=True, section="promises",
        after=("promised_them", "promised_me"), expected=Expected.FUTURE,
        hint="fri, +7d, 4 dec. If nobody said, write none.",
    ),
    Field(
        "confidence", "Confidence", "How sure are you that they move you on? 0–100.", Kind.NUMBER, required=True,
        minimum=0, maximum=100, section="feel",
    ),
    Field(
        "nerves", "Nerves", "How nervous were you?", Kind.CHOICE, required=True,
        choices=NERVES,
        section="feel",
    ),
    Field("word", "One word", "One word for how it felt.", required=True, section="feel"),
    PEOPLE,
)  # fmt: skip


def hot_form(promises: Mapping[str, str]) -> Form:
    """The hot form; `promises` are the open ones to ask about: their sentences by entry id."""
    asked = (
        Field(
            f"{PROMISE_KEY}{entry}", "Last promise", f"Last time you planned: {sentence}. What became of it?",
            Kind.CHOICE, required=True, choices=CHECKS, section="last promise",
        )
        for entry, sentence in promises.items()
    )  # fmt: skip
    return Form(HOT, "Hot debrief", (*asked, *HOT_FIELDS))


OUTCOME_FORM: Final = Form(
    OUTCOME,
    "Outcome",
    (
        Field("result", "Result", "What came of it?", Kind.CHOICE, required=True, choices=RESULTS),
        Field(
            "on",
            "Day",
            "When did you hear?",
            Kind.DAY,
            required=True,
            expected=Expected.PAST,
            hint="today, yesterday, 4 dec.",
        ),
        Field("words", "Their words", "What did they say, near to their words?", Kind.TEXT),
        Field(
            "changes_plan", "Your plan", "Does this change your plan?", Kind.CHOICE, required=True, choices=YES_OR_NO
        ),
    ),
)
