"""The half of the journal that only answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, Unpack

from abi_coach.domain.errors import DamagedJournalError
from abi_coach.storage import journal_care, journal_ids, journal_reading
from abi_coach.storage.identity import Identities
from abi_coach.storage.journal_file import JournalFile
from abi_coach.storage.journal_projection import shown
from abi_coach.storage.journal_rows import ATTEMPT, Climb, Derivation, EntryRow, Projector, RungRow
from abi_coach.storage.revision import instant_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from abi_coach.storage.home import Home
    from abi_coach.storage.journal_reading import Filters, Rating
    from abi_coach.storage.revision import Clock, Revision

_EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
_LATEST = datetime(9999, 12, 31, tzinfo=UTC)


class JournalReader:
    """Answers from the journal of a home; a home without one answers as an empty journal, and stays without one."""

    def __init__(self, home: Home, *, projector: Projector, climb: Climb, now: Clock) -> None:
        self.home = home
        self._derivation = Derivation(projector, climb)
        self._now = now
        self._file = JournalFile(home, now)
        self._identities = Identities(now)

    def __enter__(self) -> Self:
        """Use it in a `with`: the connections are closed at its end."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close the connections."""
        self.close()

    def close(self) -> None:
        """Close the connections of every thread; the next call opens again."""
        self._file.close()

    def get(self, entry: str) -> Revision | None:
        """The newest finished state; a draft where nothing was finished; None for what is unknown or deleted."""
        with self._file.reading() as connection:
            return shown(connection, entry)[0]

    def draft(self, entry: str) -> Revision | None:
        """The draft that waits for this entry: newer than what was finished."""
        with self._file.reading() as connection:
            return shown(connection, entry)[1]

    def drafts(self, kind: str | None = None) -> list[Revision]:
        """The newest draft of each entry where one waits, newest first."""
        with self._file.reading() as connection:
            return journal_reading.drafts(connection, kind)

    def draft_rows(self, kind: str | None = None) -> list[EntryRow]:
        """Entries where a draft waits, at a glance, newest first: what was finished, else how the draft began."""
        with self._file.reading() as connection:
            return journal_reading.draft_rows(connection, kind)

    def history(self, entry: str) -> list[Revision]:
        """Every revision of an entry, oldest first, drafts and deletions too."""
        with self._file.reading() as connection:
            return journal_reading.history(connection, entry)

    def row(self, entry: str) -> EntryRow | None:
        """One entry at a glance; None for what is unknown or deleted."""
        with self._file.reading() as connection:
            return journal_reading.row(connection, entry)

    def rows(self, kind: str, **filters: Unpack[Filters]) -> list[EntryRow]:
        """The finished entries of a kind at a glance, newest first; their bodies are not read."""
        with self._file.reading() as connection:
            return journal_reading.rows(connection, kind, filters)

    def current(self, kind: str, **filters: Unpack[Filters]) -> Iterator[Revision]:
        """The finished entries of a kind, whole, newest first; each is checked when it is reached."""
        with self._file.reading() as connection:
            return journal_reading.current(connection, kind, filters)

    def ratings(
        self, kind: str = ATTEMPT, *, since: datetime | None = None, until: datetime | None = None
    ) -> list[Rating]:
        """What the progress charts count, oldest first; `since` is included, `until` is not."""
        first, last = instant_text(since or _EARLIEST), instant_text(until or _LATEST)
        with self._file.reading() as connection:
            return journal_reading.ratings(connection, kind, first, last)

    def due(self, on: date, limit: int | None = None) -> list[RungRow]:
        """The questions that are due on this day or were before, longest due first."""
        with self._file.reading() as connection:
            return journal_reading.due(connection, on, limit)

    def rungs(self, questions: Iterable[str] | None = None) -> list[RungRow]:
        """Where these questions, or all that were practised, stand on the ladder."""
        with self._file.reading() as connection:
            return journal_reading.rungs(connection, questions)

    def weakest(self) -> RungRow | None:
        """The practised question whose last take ended lowest."""
        with self._file.reading() as connection:
            return journal_reading.weakest(connection)

    def search(self, words: str, kind: str | None = None, limit: int = 50) -> list[EntryRow]:
        """Finished entries that hold all these words or beginnings of words, best first."""
        with self._file.reading() as connection:
            return journal_reading.search(connection, words, kind, limit)

    def counts(self) -> dict[str, int]:
        """How many finished entries there are of each kind."""
        with self._file.reading() as connection:
            return journal_reading.counts(connection)

    def resolve(self, beginning: str, kind: str | None = None) -> str:
        """The one entry whose id begins so. Raises NotFoundError; InputError, naming them, when several do."""
        with self._file.reading() as connection:
            return journal_ids.resolve(connection, beginning, kind)

    def shortest(self, entry: str) -> str:
        """The shortest beginning of an id, at least eight characters, that no other entry has."""
        with self._file.reading() as connection:
            return journal_ids.shortest(connection, entry)

    def revisions(self) -> Iterator[Revision]:
        """Every revision, entry by entry, read in pages: an export of any size holds nobody up."""
        last: Revision | None = None
        while True:
            with self._file.reading() as connection:
                page = journal_reading.revisions(connection, last)
            if not page:
                return
            yield from page
            last = page[-1]

    def check(self) -> list[str]:
        """Everything that is wrong with the journal, one line each; empty is good.

        Raises NewerJournalError, BusyJournalError, and JournalError for what cannot be opened.
        """
        try:
            with self._file.reading() as connection:
                found = journal_care.problems(connection)
                return found or journal_care.stale_rows(connection, self._derivation)
        except DamagedJournalError as error:
            return [str(error)]
