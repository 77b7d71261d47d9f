"""The card for one interview, gathered from everything that is known before it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.card import (
    PROMISES,
    Ask,
    Card,
    asks_for,
    likeliest_weak,
    stories_that_fit,
    wanted_items,
)
from abi_coach.domain.card_layout import lay_out
from abi_coach.domain.interview import Format
from abi_coach.domain.interview_forms import INTENTS, people_lines
from abi_coach.domain.interview_state import UNDATED, InterviewState
from abi_coach.domain.value import Value, frozen
from abi_coach.domain.when_text import when_text
from abi_coach.services.card_company import CardCompany
from abi_coach.services.card_questions import CardQuestions
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.redacting import redactor_of
from abi_coach.storage.values import from_plain, to_plain

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.domain.card_layout import CardPage
    from abi_coach.domain.interview import Interview
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.parts import Parts

TEMPLATE: Final = "card"
STILL_NEXT: Final = timedelta(hours=1)
"""An interview that began at most this long ago is still the next one (rule of thumb)."""


@frozen
class MadeCard(Value):
    """A card and the interview (its entry id) that it is for."""

    interview: str
    card: Card


class Cards:
    """Makes cards; making one writes nothing."""

    def __init__(self, coach: Parts) -> None:
        self._coach = coach
        self._journal = coach.journal

    def upcoming(self) -> tuple[str, ...]:
        """Entry ids of the booked interviews, the next one first; those without a date come last."""
        since = self._coach.clock() - STILL_NEXT
        waiting = (InterviewState.BOOKED, UNDATED)
        rows = [row for state in waiting for row in self._journal.rows(INTERVIEW, state=state, newest_first=False)]
        told = {row.entry: self._coach.interviews.get(row.entry).starts_at for row in rows}
        dated = [entry for entry, starts_at in told.items() if starts_at is not None and starts_at >= since]
        return (*dated, *(entry for entry, starts_at in told.items() if starts_at is None))

    def make(self, interview: str, *, redact: bool = False) -> MadeCard:
        """The card for an interview, given by entry id. Raises NotFoundError."""
        card = self._card(interview, self._coach.interviews.get(interview))
        if redact:
            card = from_plain(Card, redactor_of(self._journal).data(to_plain(card)))
        return MadeCard(interview, card)

    def render(self, made: MadeCard) -> str:
        """The card as Markdown, at most 40 lines of 80 columns."""
        return self._coach.documents.render(TEMPLATE, card=lay_out(made.card))

    def page(self, interview: str, *, redact: bool = False) -> CardPage:
        """The card of an interview, given by entry id, line by line for a screen."""
        return lay_out(self.make(interview, redact=redact).card)

    def values(self, made: MadeCard) -> dict[str, Any]:
        """The card in full, as plain data."""
        return {"interview": made.interview, **to_plain(made.card)}

    def _card(self, entry: str, interview: Interview) -> Card:
        now = self._coach.clock()
        minutes = _minutes_left(interview, now)
        bank = self._bank(interview)
        wanted = wanted_items(self._coach.library.head(bank).weights, interview.competencies, interview.skills)
        company = CardCompany(self._journal, entry, interview)
        pay = company.pay()
        questions = CardQuestions(self._journal, self._coach.library, bank)
        today, often = now.astimezone().date(), self._coach.settings.stories.over_used
        return Card(
            title=interview.title,
            when=_when(interview, minutes, now),
            minutes_left=minutes,
            stop_cramming=minutes is not None and minutes <= self._coach.settings.cadence.card_minutes,
            intent=next((one.label for one in INTENTS if one.value == interview.intent), ""),
            wants=interview.wants,
            promises=self._promises(),
            stories=stories_that_fit(self._coach.stories.kept(), wanted, company.loop, today, often),
            questions=likeliest_weak(questions.asked_badly(), questions.practised(), questions.untried(), wanted),
            asks=self._asks(interview, company),
            pay=pay,
            logistics=_logistics(interview, pay),
        )

    def _bank(self, interview: Interview) -> str:
        role = interview.role or self._coach.settings.practice.role or "common"
        return self._coach.library.match(role).bank

    def _promises(self) -> tuple[str, ...]:
        rows = self._journal.rows("promise", state="open", limit=PROMISES)
        return tuple(f"{row.title} (missed twice: make it smaller)" if row.length else row.title for row in rows)

    def _asks(self, interview: Interview, company: CardCompany) -> tuple[Ask, ...]:
        library = self._coach.library
        bank = [ask for row in library.rows(["reverse"]) if (ask := _ask(library.question(row.id)))]
        return asks_for(bank, company.known(), interview.stage, interview.intent, company.earlier)


def _ask(question: AnyQuestion) -> Ask | None:
    dimension = getattr(question, "dimension", None)
    return Ask(question.prompt, dimension) if dimension else None


def _minutes_left(interview: Interview, now: datetime) -> int | None:
    if interview.starts_at is None or interview.starts_at < now:
        return None
    return int((interview.starts_at - now).total_seconds() // 60)


def _when(interview: Interview, minutes: int | None, now: datetime) -> str:
    if interview.starts_at is None:
        return "No date yet"
    local = interview.starts_at.astimezone()
    if minutes is None:
        return when_text(local)
    return f"{when_text(local)}, {_in(minutes, (local.date() - now.astimezone().date()).days)}"


def _in(minutes: int, days: int) -> str:
    """How long until then; from two days on as a calendar counts, so that the card and the plan say the same."""
    if minutes < 60:  # noqa: PLR2004 - an hour
        return f"in {minutes} min"
    return f"in {days} days" if minutes >= 2 * 24 * 60 else f"in {minutes // 60} h {minutes % 60} min"


def _logistics(interview: Interview, told: tuple[str, ...]) -> tuple[str, ...]:
    """How and with whom, and the notes that do not stand on the card already."""
    how = [interview.format.value.replace("_", " ")] if interview.format is not Format.OTHER else []
    met = "; ".join(people_lines(interview.people))
    lines = (" ".join(line.split()) for line in interview.notes.splitlines())
    notes = " · ".join(line for line in lines if line and line not in told)
    return tuple(filter(None, (", ".join(filter(None, (*how, interview.role))), met and f"You meet {met}", notes)))
