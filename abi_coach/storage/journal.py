"""The journal: everything the person did, as revisions that are only ever added, in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from abi_coach.domain.errors import NotFoundError
from abi_coach.storage import backup, journal_care, journal_whole
from abi_coach.storage.journal_projection import awaits_draft, newest, refresh, shown
from abi_coach.storage.journal_reader import JournalReader
from abi_coach.storage.revision import BODY_VERSION, DELETION, Change, Revision, canonical_json, later

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from abi_coach.storage.journal_care import Merged


class Forgotten(NamedTuple):
    """How many revisions went, and the backups that could not be changed."""

    revisions: int
    unchanged: tuple[Path, ...]


class Journal(JournalReader):
    """The journal of a home. Reading needs no file; the file appears with the first write.

    Any thread may use it; each has its own connection. What was written is on the disk when the method returns. Every
    method raises JournalError or a child of it: DamagedJournalError, NewerJournalError, BusyJournalError, SaveError.
    """

    def new_id(self) -> str:
        """An id for an entry that is about to be written, such as a draft."""
        return self._identities.new()

    def write(
        self,
        kind: str,
        body: Mapping[str, object],
        *,
        entry: str | None = None,
        at: datetime | None = None,
        draft: bool = False,
    ) -> Revision:
        """Write one revision: of a new entry, or the next one of `entry`. See Change."""
        return self.write_many([Change(kind, body, entry, at, draft)])[0]

    def write_many(self, changes: Iterable[Change]) -> list[Revision]:
        """Write all of these or, when one fails, none."""
        with self._file.writing() as connection:
            written = [self._append(connection, change, canonical_json(dict(change.body))) for change in changes]
            self._settle(connection, written)
        return written

    def save_draft(self, entry: str, kind: str, body: Mapping[str, object]) -> Revision:
        """Write an unfinished state; what was finished stays what is shown until the next finished one."""
        return self.write(kind, body, entry=entry, draft=True)

    def discard_draft(self, entry: str) -> None:
        """Let go of a waiting draft: what was finished is written again, what never was is deleted."""
        with self._file.writing() as connection:
            finished, draft = newest(connection, entry, draft=False), shown(connection, entry)[1]
            if draft is not None:
                self._say(connection, draft, finished.body if finished else DELETION)

    def delete(self, entry: str) -> None:
        """Delete an entry by a further revision; twice is as good as once. Raises NotFoundError."""
        with self._file.writing() as connection:
            now, _ = shown(connection, entry)
            if now is not None:
                self._say(connection, now, DELETION)
            elif newest(connection, entry, draft=False) is None:
                raise _unknown(entry)

    def undelete(self, entry: str) -> Revision:
        """Bring a deleted entry back as it last was. Raises NotFoundError."""
        with self._file.writing() as connection:
            told = [one for one in journal_whole.history(connection, entry) if not one.is_deletion]
            if not told:
                raise _unknown(entry)
            return self._say(connection, told[-1], told[-1].body, draft=told[-1].draft)

    def merge(self, revisions: Iterable[Revision]) -> Merged:
        """Add what is not here yet, all or nothing; doing it twice changes nothing.

        Raises JournalError where the same id was written differently, and what `revisions` raises.
        """
        with self._file.writing() as connection:
            return journal_care.merge(connection, revisions, self._derivation)

    def rebuild(self) -> None:
        """Compute every row at a glance again from the revisions, after a backup."""
        if self.make_backup("repair") is not None:
            with self._file.writing() as connection:
                journal_care.rebuild(connection, self._derivation)

    def forget(self, entries: Iterable[str], kept: Mapping[str, Revision] | None = None) -> Forgotten:
        """Remove every revision of these entries for good, in the backups and here.

        `kept` says what stands in a revision's place, by its id. Each file changes all or nothing, the journal last:
        after an interruption the same call finds the rest. Whoever has an export or another machine's journal can
        bring it all back by importing it.
        """
        wanted, left = list(entries), kept or {}
        unchanged = tuple(backup.forget(self.home, wanted, self._derivation, left))
        with self._file.changing() as connection:
            return Forgotten(journal_care.forget(connection, wanted, self._derivation, left), unchanged)

    def backup_due(self) -> bool:
        """Whether today has no daily backup yet; cheap enough for every start."""
        return backup.backup_due(self.home, self._now())

    def make_backup(self, reason: str) -> Path | None:
        """Copy the journal into the backups folder; None when there is nothing yet. May run in any thread."""
        return backup.make_backup(self.home, reason, self._now())

    def _append(self, connection: sqlite3.Connection, change: Change, body: str) -> Revision:
        entry = change.entry or self._identities.new()
        at = later(change.at or self._now(), journal_care.last_at(connection, entry))
        origin = journal_care.origin(connection)
        revision = Revision(self.new_id(), entry, change.kind, at, origin, BODY_VERSION, body, change.draft)
        journal_care.add(connection, revision)
        return revision

    def _say(self, connection: sqlite3.Connection, now: Revision, body: str, *, draft: bool = False) -> Revision:
        """Append a body that is known to be canonical to an entry that is there."""
        revision = self._append(connection, Change(now.kind, {}, now.entry, draft=draft), body)
        self._settle(connection, [revision])
        return revision

    def _settle(self, connection: sqlite3.Connection, written: list[Revision]) -> None:
        for entry in {one.entry for one in written if not one.draft}:
            journal_care.compact(connection, entry)
        changed = [one.entry for one in written if not (one.draft and awaits_draft(connection, one.entry))]
        refresh(connection, dict.fromkeys(changed), self._derivation)


def _unknown(entry: str) -> NotFoundError:
    what = "entry"
    return NotFoundError(what, entry)
