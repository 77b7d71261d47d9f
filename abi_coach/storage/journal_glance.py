"""What the journal tells at a glance: rows, never bodies. Home and `abi next` load no more of the journal than this."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Self, Unpack

from abi_coach.storage import journal_ids, journal_ratings, journal_reading
from abi_coach.storage.garbage import collection_paused
from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_file import JournalFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from abi_coach.storage.home import Home
    from abi_coach.storage.instant import Clock
    from abi_coach.storage.journal_ratings import MonthRatings, RatedAnswer
    from abi_coach.storage.journal_reading import Filters
    from abi_coach.storage.journal_rows import EntryRow, RungRow
    from abi_coach.storage.journal_told import Asked, DueAction

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 31, tzinfo=UTC)


class JournalGlance:
    """Answers from rows; a home without a journal answers as an empty one, and stays without one.

    `later` are the days by which a question of each box, the first first, is due later than its row says; () for none.
    """

    def __init__(self, home: Home, *, now: Clock, later: tuple[int, ...] = ()) -> None:
        self.home = home
        self._later = later
        self._now = now
        self._file = JournalFile(home, now)

    def __enter__(self) -> Self:
        """Use it in a `with`: the connections are closed at its end."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections of every thread; the next call opens again."""
        self._file.close()

    def draft_rows(self, kind: str | None = None) -> list[EntryRow]:
        """Entries where a draft waits, at a glance, newest first: what was finished, else how the draft began."""
        with self._file.reading() as connection:
            return journal_reading.draft_rows(connection, kind)

    def row(self, entry: str) -> EntryRow | None:
        """One entry at a glance; None for what is unknown or deleted."""
        with self._file.reading() as connection:
            return journal_reading.row(connection, entry)

    def shortest(self, entry: str) -> str:
        """The shortest beginning of an id, at least eight characters, that no other entry has."""
        with self._file.reading() as connection:
            return journal_ids.shortest(connection, entry)

    def rows(self, kind: str, **filters: Unpack[Filters]) -> list[EntryRow]:
        """The finished entries of a kind at a glance, newest first; their bodies are not read."""
        with self._file.reading() as connection:
            return journal_reading.rows(connection, kind, filters)

    def gaps(self, *, since: datetime | None = None, until: datetime | None = None) -> list[int]:
        """First − final of every rated attempt, oldest first; `since` is included, `until` is not."""
        first, last = instant_text(since or _EARLIEST), instant_text(until or _LATEST)
        with self._file.reading() as connection:
            return journal_ratings.gaps(connection, first, last)

    def rated(self, *, since: datetime, until: datetime) -> list[RatedAnswer]:
        """The rated attempts for a plan, oldest first; `since` is included, `until` is not.

        Whole rows of many thousand answers take ten times as long; `check_rows` looks at those that are shown.
        """
        with self._file.reading() as connection:
            return journal_ratings.rated(connection, instant_text(since), instant_text(until))

    def check_rows(self, entries: Iterable[str]) -> None:
        """Raises DamagedJournalError, naming the first of these entries whose row is not what was written."""
        with self._file.reading() as connection:
            journal_reading.check(connection, entries)

    def monthly_ratings(
        self, *, since: datetime | None = None, until: datetime | None = None, role: str | None = None
    ) -> list[MonthRatings]:
        """What the charts count of each attempt, of one role or all, by month; `since` is included, `until` is not."""
        first, last = instant_text(since or _EARLIEST), instant_text(until or _LATEST)
        with self._file.reading() as connection, collection_paused():
            return journal_ratings.monthly(connection, first, last, role)

    def practised(
        self, *, since: datetime | None = None, until: datetime | None = None, role: str | None = None
    ) -> dict[str, str]:
        """The competency of each question that was rated, of one role or of all."""
        first, last = instant_text(since or _EARLIEST), instant_text(until or _LATEST)
        with self._file.reading() as connection:
            return journal_ratings.practised(connection, first, last, role)

    def due(self, on: date, limit: int | None = None) -> list[RungRow]:
        """The questions that are due on this day or were before, longest due first."""
        with self._file.reading() as connection:
            if not self._later:
                return journal_reading.due(connection, on, limit)
            shifts = [timedelta(days) for days in self._later]
            boxes = [journal_reading.due(connection, on - days, limit, box) for box, days in enumerate(shifts, 1)]
        found = sorted(map(self._moved, chain.from_iterable(boxes)), key=lambda rung: (rung.due, rung.question))
        return found[:limit]

    def rungs(self, questions: Iterable[str] | None = None) -> list[RungRow]:
        """Where these questions, or all that were practised, stand on the ladder."""
        with self._file.reading() as connection:
            found = journal_reading.rungs(connection, questions)
        return list(map(self._moved, found)) if self._later else found

    def weakest(self, among: Sequence[str] = ()) -> RungRow | None:
        """The practised question whose last take ended lowest; of these competencies, if there are any."""
        with self._file.reading() as connection:
            weakest = journal_reading.weakest(connection, among)
        return weakest and self._moved(weakest)

    def really_asked(self, since: datetime | None = None) -> list[Asked]:
        """What was asked in real interviews and is in a bank and not hidden; the newest first."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - Home needs it after a debrief only

        with self._file.reading() as connection:
            found = journal_told.really_asked(connection, instant_text(since or _EARLIEST))
        return [(*asked[:-1], asked[-1] and self._moved(asked[-1])) for asked in found]

    def named(self, entry: str, what: str) -> list[str]:
        """The words of a list in the body of an entry, such as the `competencies` of an interview."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - Home needs it before an interview only

        with self._file.reading() as connection:
            return journal_told.named(connection, entry, what)

    def due_actions(self, plan: str, since: date, until: date) -> list[DueAction]:
        """The active actions of a kept plan whose day is one of these, both included; the first day first."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - Home needs it after a plan only

        with self._file.reading() as connection:
            return journal_told.due_actions(connection, plan, since.isoformat(), until.isoformat())

    def usable_stories(self, item: str) -> list[str]:
        """The stories about a competency or skill that are kept, and say what was done and what came of it."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - the same

        with self._file.reading() as connection:
            return journal_told.usable_stories(connection, item)

    def kept_at(self, plan: str) -> datetime | None:
        """When a plan was made and kept; None for one that does not say."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - the same

        with self._file.reading() as connection:
            return journal_told.kept_at(connection, plan)

    def first_told(self, kind: str, after: datetime, limit: int) -> int:
        """How many entries, no more than `limit`, were finished for the first time after this instant."""
        from abi_coach.storage import journal_told  # noqa: PLC0415 - the same

        with self._file.reading() as connection:
            return journal_told.first_told(connection, kind, after, limit)

    def search(self, words: str, kind: str | None = None, limit: int = 50) -> list[EntryRow]:
        """Finished entries that hold all these words or beginnings of words, best first."""
        with self._file.reading() as connection:
            return journal_reading.search(connection, words, kind, limit)

    def counts(self) -> dict[str, int]:
        """How many finished entries there are of each kind."""
        with self._file.reading() as connection:
            return journal_reading.counts(connection)

    def _moved(self, rung: RungRow) -> RungRow:
        return rung._replace(due=rung.due + timedelta(self._later[rung.box - 1])) if self._later else rung
