"""Old takes: found again, read, set side by side, and linked to the story that was told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.attempt import Attempt, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import read_value, value_of
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from abi_coach.services.story import Stories
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_reading import Filters
    from abi_coach.storage.journal_rows import EntryRow

ATTEMPT: Final = "attempt"


@frozen
class Asked(Value):
    """Which old takes are meant; what is empty or None does not matter. `since` is an aware instant, included."""

    question: str = ""
    competency: Competency | None = None
    since: datetime | None = None
    limit: int | None = None


@frozen
class PastAttempt(Value):
    """An attempt at a glance: `rated` is first → final, or what became of it; `length` as `1:45 ok`."""

    entry: str
    at: datetime
    question: str
    prompt: str
    competency: str
    rated: str
    length: str


@frozen
class PastTake(Value):
    """One take of an attempt; `number` is its place in the attempt, from 0."""

    entry: str
    number: int
    attempt: Attempt
    take: Take


class History:
    """Everything that was answered in practice; `History(journal, stories)`."""

    def __init__(self, journal: Journal, stories: Stories) -> None:
        self._journal = journal
        self._stories = stories

    def listed(self, asked: Asked | None = None) -> list[PastAttempt]:
        """Attempts at a glance, the newest first; their words are not read."""
        return [_glance(row) for row in self._journal.rows(ATTEMPT, **_filters(asked))]

    def attempts(self, asked: Asked | None = None) -> list[tuple[str, Attempt]]:
        """Attempts whole, by entry id, the newest first."""
        found = self._journal.current(ATTEMPT, **_filters(asked))
        return [(one.entry, value_of(one, Attempt, ATTEMPT)) for one in found]

    def takes(self, question: str) -> tuple[PastTake, ...]:
        """Every take of a question, follow-ups too, the oldest first: to be read side by side."""
        return tuple(
            PastTake(entry, number, attempt, take)
            for entry, attempt in reversed(self.attempts(Asked(question)))
            for number, take in enumerate(attempt.takes)
        )

    def link_story(self, entry: str, number: int, story: str) -> str:
        """Note which story (by entry id) was told in a take, and that it was told; returns the story's title.

        Raises NotFoundError, and InputError for a take that is not there.
        """
        attempt = read_value(self._journal, Attempt, ATTEMPT, entry)
        if not 0 <= number < len(attempt.takes):
            message = f"This attempt has {len(attempt.takes)} takes; there is no number {number + 1}."
            raise InputError(message)
        title = self._stories.tell(story, entry).title
        takes = tuple(
            replace(take, story=story) if place == number else take for place, take in enumerate(attempt.takes)
        )
        self._journal.write(ATTEMPT, to_plain(replace(attempt, takes=takes)), entry=entry)
        return title


def _filters(asked: Asked | None) -> Filters:
    told = asked or Asked()
    competency = told.competency.value if told.competency else None
    return {"question": told.question or None, "competency": competency, "since": told.since, "limit": told.limit}


def _glance(row: EntryRow) -> PastAttempt:
    rated = f"{row.first} → {row.final}" if row.final is not None else row.state or ""
    length = " ".join(filter(None, (clock_face(row.seconds or 0), row.length)))
    return PastAttempt(row.entry, row.at, row.question or "", row.title, row.competency or "", rated, length)
