"""The half of the journal that only answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from abi_coach.domain.errors import DamagedJournalError
from abi_coach.storage import journal_care, journal_ids, journal_whole
from abi_coach.storage.identity import Identities
from abi_coach.storage.journal_glance import JournalGlance
from abi_coach.storage.journal_projection import shown
from abi_coach.storage.journal_rows import Climb, Derivation, Projector

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from abi_coach.storage.home import Home
    from abi_coach.storage.instant import Clock
    from abi_coach.storage.journal_reading import Filters
    from abi_coach.storage.revision import Revision


class JournalReader(JournalGlance):
    """Answers whole too. `projector` and `climb` say how rows come from bodies."""

    def __init__(
        self, home: Home, *, projector: Projector, climb: Climb, now: Clock, later: tuple[int, ...] = ()
    ) -> None:
        super().__init__(home, now=now, later=later)
        self._derivation = Derivation(projector, climb)
        self._identities = Identities(now)

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
            return journal_whole.drafts(connection, kind)

    def history(self, entry: str) -> list[Revision]:
        """Every revision of an entry, oldest first, drafts and deletions too."""
        with self._file.reading() as connection:
            return journal_whole.history(connection, entry)

    def first_finished_at(self, entry: str) -> datetime | None:
        """When an entry was finished for the first time, however often it was corrected since; None if never."""
        with self._file.reading() as connection:
            return journal_whole.first_finished_at(connection, entry)

    def current(self, kind: str, **filters: Unpack[Filters]) -> Iterator[Revision]:
        """The finished entries of a kind, whole, newest first; each is checked when it is reached."""
        with self._file.reading() as connection:
            return journal_whole.current(connection, kind, filters)

    def these(self, numbers: Iterable[int]) -> Iterator[Revision]:
        """Of the entries with these numbers those that are finished, whole; each is checked when it is reached."""
        with self._file.reading() as connection:
            return journal_whole.these(connection, numbers)

    def resolve(self, beginning: str, kind: str | None = None) -> str:
        """The one entry whose id begins so. Raises NotFoundError; InputError, naming them, when several do."""
        with self._file.reading() as connection:
            return journal_ids.resolve(connection, beginning, kind)

    def revisions(self) -> Iterator[Revision]:
        """Every revision, entry by entry, read in pages: an export of any size holds nobody up."""
        last: Revision | None = None
        while True:
            with self._file.reading() as connection:
                page = journal_whole.revisions(connection, last)
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
