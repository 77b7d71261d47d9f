"""The journal's file through its life: absent, made whole in one step, opened, moved on to a newer format."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from typing import TYPE_CHECKING

from abi_coach.domain.errors import DamagedJournalError, HomeError, SaveError
from abi_coach.storage import journal_schema
from abi_coach.storage.files import new_private_file, sync_file, sync_folder
from abi_coach.storage.journal_connection import open_file, renewed_copy, settle, transaction, translated
from abi_coach.storage.journal_threads import Connections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.storage.home import Home
    from abi_coach.storage.instant import Clock


class JournalFile:
    """Gives connections for reading and for writing; the file appears with the first write."""

    def __init__(self, home: Home, now: Clock) -> None:
        self.home = home
        self._now = now
        self._connections = Connections()
        self._turn = threading.RLock()  # threads queue here: SQLite lets the unlucky wait until they give up

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to ask; an empty journal in memory where there is no file. Raises JournalError and children."""
        with translated(self.home.journal):
            yield self._connection()

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk when the block has ended, or nothing. Raises SaveError."""
        with self.changing() as connection, transaction(connection):
            yield connection

    @contextlib.contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A connection for who makes transactions on their own. Raises SaveError and the like."""
        with self._turn, translated(self.home.journal, writing=True):
            if self._identity() is None:
                self._make()
            yield self._connection(to_write=True)

    def close(self) -> None:
        """Close the connections of every thread; the next question opens again."""
        self._connections.close()

    def _connection(self, *, to_write: bool = False) -> sqlite3.Connection:
        identity = self._identity()
        connection = self._connections.get(identity)
        if connection is None or (to_write and _is_copy(connection)):
            connection = _empty() if identity is None else self._open(to_write=to_write)
            self._connections.put(connection, identity)
        return connection

    def _identity(self) -> tuple[int, int] | None:
        """Which file it is now (`abi restore` elsewhere may have replaced it); None where there never was one."""
        try:
            status = self.home.journal.stat()
        except FileNotFoundError:
            self._refuse_vanished()
            return None
        return status.st_dev, status.st_ino

    def _refuse_vanished(self) -> None:
        if self.home.mark.exists() or self._has_backups():
            message = (
                f"{self.home.journal} has gone missing. `abi restore` brings the newest backup back. "
                f"To start afresh instead, move {self.home.mark.name} and the backups folder away."
            )
            raise DamagedJournalError(message)

    def _has_backups(self) -> bool:
        if not self.home.backups.is_dir():
            return False
        from abi_coach.storage.rotation import backups  # noqa: PLC0415 - rarely is there a copy and no journal

        return bool(backups(self.home))

    def _open(self, *, to_write: bool) -> sqlite3.Connection:
        connection = open_file(self.home.journal)
        try:
            if journal_schema.version_of(connection) < len(journal_schema.MIGRATIONS):
                self._move_on(connection)
            settle(connection)
        except SaveError:
            with contextlib.closing(connection):
                if to_write:
                    raise
                return renewed_copy(connection)  # who may not write may still read
        except BaseException:
            connection.close()
            raise
        self._set_mark()
        return connection

    def _move_on(self, connection: sqlite3.Connection) -> None:
        """Take the journal to today's format, after a backup. Raises SaveError where nothing can be written."""
        from abi_coach.storage.backup import make_backup  # noqa: PLC0415 - once for each new format

        with translated(self.home.journal, writing=True):
            try:
                make_backup(self.home, "migration", self._now())
            except HomeError as error:
                raise SaveError(str(error)) from error
            settle(connection)
            journal_schema.migrate(connection)

    def _make(self) -> None:
        """Make the file aside and link it into place, so that a journal of no bytes always means loss."""
        try:
            self.home.make()
        except HomeError as error:
            raise SaveError(str(error)) from error
        aside = new_private_file(self.home.journal)
        try:
            with contextlib.closing(sqlite3.connect(aside, isolation_level=None)) as connection:
                connection.execute("PRAGMA journal_mode = MEMORY")
                journal_schema.start(connection)
            sync_file(aside)
            with contextlib.suppress(FileExistsError):  # another abi was faster; its journal is as good
                _place(aside, self.home.journal)
            sync_folder(self.home.root)
        finally:
            aside.unlink(missing_ok=True)
        self._set_mark()

    def _set_mark(self) -> None:
        if not self.home.mark.exists():
            with contextlib.suppress(OSError):  # a home that is read-only can still be read
                self.home.mark.touch(mode=0o600)


def _is_copy(connection: sqlite3.Connection) -> bool:
    _number, _name, file = connection.execute("PRAGMA database_list").fetchone()
    return not file


def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    journal_schema.start(connection)
    return connection


def _place(aside: Path, journal: Path) -> None:
    """Give the file its name unless the name is taken. Raises FileExistsError."""
    try:
        os.link(aside, journal)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if journal.exists():
            raise FileExistsError(journal) from None
        aside.rename(journal)
