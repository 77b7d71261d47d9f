"""Interviews and follow-ups as one file for a calendar program."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from abi_coach.domain.calendar_event import CalendarEvent
from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.domain.interview_forms import people_lines
from abi_coach.services.entries import value_of
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.local_time import LOCAL
from abi_coach.services.redacting import redactor_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from abi_coach.services.documents import Documents
    from abi_coach.services.follow_up import FollowUps
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision

USUAL_MINUTES: Final = 60
"""How long an interview is taken to last while its end is not known (rule of thumb)."""

NOTE_MINUTES: Final = 15
MORNING: Final = time(9, 0)
"""When a follow-up stands in the calendar, in the time of this place."""

ALARMS: Final = (24 * 60, 60)
"""The evening before for one last rehearsal, and an hour before for the card."""

_DOMAIN: Final = "abi-coach"
_KINDS: Final = ("hot_debrief", "cold_debrief", "follow_up")


class Calendar:
    """Makes the calendar; making it writes nothing to the journal."""

    def __init__(self, journal: Journal, follow_ups: FollowUps, documents: Documents) -> None:
        self._journal = journal
        self._open = follow_ups
        self._documents = documents

    def text(self, *, redact: bool = False) -> str:
        """The iCalendar text."""
        from abi_coach.rendering.calendar import calendar_text  # noqa: PLC0415 - icalendar is loaded on use

        return calendar_text(self.events(redact=redact))

    def write(self, path: Path, *, redact: bool = False, over: bool = False) -> int:
        """Write the file; how many appointments it has. Raises InputError for a file that is not ours."""
        text = self.text(redact=redact)
        self._documents.write(path, text, replace=over)
        return text.count("BEGIN:VEVENT")

    def events(self, *, redact: bool = False) -> list[CalendarEvent]:
        """Every dated interview, then what is open to follow up; their days are those of this place."""
        found = [*self._interviews(), *self._follow_ups()]
        if not redact:
            return found
        redactor = redactor_of(self._journal)
        return [_hidden(event, redactor.text(event.summary), redactor.text(event.description)) for event in found]

    def _interviews(self) -> Iterator[CalendarEvent]:
        for revision in self._journal.current(INTERVIEW, newest_first=False):
            told = value_of(revision, Interview, INTERVIEW)
            if told.starts_at is not None:
                yield self._interview(revision, told, told.starts_at)

    def _interview(self, revision: Revision, told: Interview, starts_at: datetime) -> CalendarEvent:
        ends_at = told.ended_at if told.ended_at and told.ended_at > starts_at else None
        minutes = int((ends_at - starts_at).total_seconds() // 60) if ends_at else USUAL_MINUTES
        met = "; ".join(people_lines(told.people))
        how = ", ".join(filter(None, (told.format.value.replace("_", " "), told.role)))
        card = f"Your card: abi card {self._journal.shortest(revision.entry)}"
        return CalendarEvent(
            uid=f"{revision.entry}@{_DOMAIN}",
            starts_at=starts_at,
            minutes=max(minutes, 1),
            summary=f"Interview: {told.title}",
            description="\n".join(filter(None, (how, met and f"You meet {met}", card))),
            changed_at=revision.at.replace(microsecond=0),
            sequence=self._changes(revision.entry),
            alarm_minutes=ALARMS if told.state is InterviewState.BOOKED else (),
            cancelled=told.state is InterviewState.CANCELLED,
        )

    def _follow_ups(self) -> Iterator[CalendarEvent]:
        for listed in self._open.listed():
            step = listed.step
            entries = [step.interview, *self._about(step.interview)]
            yield CalendarEvent(
                uid=f"{step.id}@{_DOMAIN}",
                starts_at=_morning(step.due_on),
                minutes=NOTE_MINUTES,
                summary=f"{step.title}: {step.kind.value.replace('-', ' ')}",
                description=f"{step.sentence}\nDone: abi interview done {listed.short}",
                changed_at=max(self._changed_at(entry) for entry in entries),
                sequence=sum(self._changes(entry) + 1 for entry in entries) - 1,
                alarm_minutes=(0,),
            )

    def _about(self, interview: str) -> list[str]:
        return [row.entry for kind in _KINDS for row in self._journal.rows(kind, parent=interview)]

    def _changes(self, entry: str) -> int:
        return sum(not revision.draft for revision in self._journal.history(entry)) - 1

    def _changed_at(self, entry: str) -> datetime:
        at = max(revision.at for revision in self._journal.history(entry) if not revision.draft)
        return at.replace(microsecond=0)


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, LOCAL).astimezone(UTC)


def _hidden(event: CalendarEvent, summary: str, description: str) -> CalendarEvent:
    return replace(event, summary=summary, description=description)
