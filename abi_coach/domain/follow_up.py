"""What is still to do after an interview, and when: thanks, a status note, a question for feedback, keeping warm.

Rules of thumb: thanks within 24 hours; one status note at their date + 2 working days (day 7 if none was given), one
more a week later; silence closes it 21 days after the agreed date; feedback is asked for within two days of a no;
a line to keep warm at 90 days and at six months. No research found sets these days (docs/method.md).
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from abi_coach.domain.interview_state import InterviewState, Result
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

THANKS_DAYS: Final = 1
THANKS_LAPSE_DAYS: Final = 7
"""Thanks that are a week late surprise more than they please."""

STATUS_WORKING_DAYS: Final = 2
STATUS_DAYS_WITHOUT_DATE: Final = 7
AGAIN_DAYS: Final = 7
SILENCE_DAYS: Final = 21
FEEDBACK_DAYS: Final = 2
FEEDBACK_LAPSE_DAYS: Final = 30
WARM_DAYS: Final = (90, 182)
WARM_LAPSE_DAYS: Final = 60

_WEEKEND: Final = 5
_ENDED: Final = frozenset({Result.REJECTED, Result.WITHDREW, Result.SILENCE})


class FollowUpKind(StrEnum):
    """What is to do."""

    THANKS = "thanks"
    PROMISED = "promised"
    LOOK = "look"
    STATUS = "status"
    STATUS_AGAIN = "status-again"
    FEEDBACK = "feedback"
    WARM = "warm"
    WARM_AGAIN = "warm-again"


@frozen
class Told(Value):
    """One interview as far as follow-ups need it; days are those of this place.

    `agreed_on` is the day by which they said they would answer; `done` are the follow-ups that were done, with the day.
    """

    interview: str
    title: str
    company: str
    loop: str
    state: InterviewState
    ended_on: date
    agreed_on: date | None = None
    promised_them: str = ""
    promised_by: date | None = None
    thanks_sent: bool = False
    look_on: date | None = None
    result: Result | None = None
    answered_on: date | None = None
    done: dict[FollowUpKind, date] = field(default_factory=dict)

    @property
    def process(self) -> str:
        """What tells the interviews of one process from others."""
        return (self.loop or self.company).casefold()


@frozen
class FollowUp(Value):
    """One thing to do: the interview's entry id, what, the day, and a sentence for the person."""

    interview: str
    kind: FollowUpKind
    title: str
    sentence: str
    due_on: date
    lapses_on: date | None = None

    @property
    def id(self) -> str:
        """Stable and readable: the interview's id and what is to do."""
        return f"{self.interview}-{self.kind.value}"

    def is_due(self, today: date) -> bool:
        """Whether it is to do now."""
        return self.due_on <= today and not self.is_lapsed(today)

    def is_lapsed(self, today: date) -> bool:
        """Whether it is too late to be any good."""
        return self.lapses_on is not None and today > self.lapses_on


@frozen
class FollowUpDone(Value):
    """That a follow-up was done; `parent` is the interview's entry id, `title` what was done."""

    parent: str
    title: FollowUpKind
    on: date
    state: str = "done"


def follow_ups(told: Iterable[Told], today: date) -> tuple[FollowUp, ...]:
    """What is open for these interviews, by day; what was done, lapsed or answered is left out."""
    interviews = [one for one in told if one.state is not InterviewState.CANCELLED]
    latest: dict[str, date] = {}
    for one in interviews:
        latest[one.process] = max(latest.get(one.process, one.ended_on), one.ended_on)
    found = [
        step
        for one in interviews
        for step in _steps(one, is_last=latest[one.process] == one.ended_on, today=today)
        if step.kind not in one.done and not step.is_lapsed(today)
    ]
    return tuple(sorted(found, key=lambda step: (step.due_on, step.title, step.id)))


def silent_on(ended_on: date, agreed_on: date | None) -> date:
    """The day on which no answer is one: day 21 after the agreed date, else after the interview."""
    return (agreed_on or ended_on) + timedelta(days=SILENCE_DAYS)


def is_silent(told: Told, today: date) -> bool:
    """Whether nobody answered, and it is time to let go."""
    is_waiting = told.result is None and told.state is InterviewState.DONE
    return is_waiting and today >= silent_on(told.ended_on, told.agreed_on)


def working_days_after(day: date, count: int) -> date:
    """The day that lies so many working days, Monday to Friday, after a day."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _WEEKEND
    return day


def _steps(told: Told, *, is_last: bool, today: date) -> Iterator[FollowUp]:
    def step(kind: FollowUpKind, sentence: str, due_on: date, lapses_after: int | None = None) -> FollowUp:
        lapses_on = None if lapses_after is None else due_on + timedelta(days=lapses_after)
        return FollowUp(told.interview, kind, told.title, sentence, due_on, lapses_on)

    after = told.ended_on + timedelta(days=THANKS_DAYS)
    if not told.thanks_sent and told.result is None:
        yield step(FollowUpKind.THANKS, "Send thanks: four to six lines, one thing you talked about.", after,
                   THANKS_LAPSE_DAYS)  # fmt: skip
    if told.promised_them and told.result is None:
        yield step(FollowUpKind.PROMISED, f"Send what you promised: {told.promised_them}", told.promised_by or after,
                   SILENCE_DAYS)  # fmt: skip
    if told.look_on:
        yield step(FollowUpKind.LOOK, "You wanted to look at it again today.", told.look_on, THANKS_LAPSE_DAYS)
    if told.result is None and is_last and not is_silent(told, today):
        yield from _status(told, step)
    if told.result is Result.REJECTED and told.answered_on:
        due = told.answered_on + timedelta(days=FEEDBACK_DAYS)
        yield step(FollowUpKind.FEEDBACK, "Ask for one thing to do better.", due, FEEDBACK_LAPSE_DAYS)
    if told.result in _ENDED and told.answered_on and is_last:
        for kind, days in zip((FollowUpKind.WARM, FollowUpKind.WARM_AGAIN), WARM_DAYS, strict=True):
            due = told.answered_on + timedelta(days=days)
            yield step(kind, "Keep warm: a line on something they would like to read.", due, WARM_LAPSE_DAYS)


def _status(told: Told, step: Callable[..., FollowUp]) -> Iterator[FollowUp]:
    """The second note follows the first by a week, and comes up only once the first was sent."""
    first = (
        working_days_after(told.agreed_on, STATUS_WORKING_DAYS)
        if told.agreed_on
        else told.ended_on + timedelta(days=STATUS_DAYS_WITHOUT_DATE)
    )
    sent = told.done.get(FollowUpKind.STATUS)
    if sent is None:
        yield step(FollowUpKind.STATUS, "Ask how it stands, in two lines.", first)
    else:
        due = max(sent, first) + timedelta(days=AGAIN_DAYS)
        yield step(FollowUpKind.STATUS_AGAIN, "Ask once more, then let it rest.", due)
