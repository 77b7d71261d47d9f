"""Opening the journal's file: nobody else's file, no newer one, no emptied one."""

from __future__ import annotations

import contextlib
import sqlite3
import stat
import sys
from typing import TYPE_CHECKING

from abi_coach.domain.errors import (
    BusyJournalError,
    DamagedJournalError,
    JournalError,
    NewerJournalError,
    SaveError,
)
from abi_coach.storage import journal_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 5
_COPY_PAUSE = 0.1
_CANNOT_SAVE = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it is read-only, or was replaced meanwhile",
    sqlite3.SQLITE_IOERR: "the disk reports an error or has no space",
    sqlite3.SQLITE_CANTOPEN: "it or its folder may not be opened",
    sqlite3.SQLITE_PERM: "permission is missing",
    sqlite3.SQLITE_AUTH: "permission is missing",
}
_REPAIR = "`abi doctor` tells more; `abi restore` brings a backup back."


@contextlib.contextmanager
def translated(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Tell what SQLite and the system report in the words of the error family; raises JournalError and children."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # our own mistake, not the person's
    except sqlite3.Error as error:
        raise _told(error, path, writing=writing) from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise _unusable(path, reason, writing=writing) from error


def _told(error: sqlite3.Error, path: Path, *, writing: bool) -> JournalError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return BusyJournalError(
            f"Another abi is busy with {path}; we waited {BUSY_SECONDS} seconds. Try again in a moment."
        )
    if code in _CANNOT_SAVE:
        return _unusable(path, _CANNOT_SAVE[code], writing=writing)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return JournalError(f"{path} refused this: {error}.")
    # Also what looks like a wrong statement: ours are fixed, so then the tables are not what we made. The words of
    # SQLite stay out of the message: they can quote what the person wrote.
    return DamagedJournalError(
        f"{path} is damaged ({getattr(error, 'sqlite_errorname', 'undecodable text')}). {_REPAIR}"
    )


def _unusable(path: Path, reason: str, *, writing: bool) -> JournalError:
    if writing:
        return SaveError(f"Nothing was saved in {path}: {reason}. Make room or give permission, then try again.")
    return JournalError(f"{path} cannot be read: {reason}.")


def open_file(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """Open a journal that is there, and check that it is one; nothing is written to it.

    `mode` is "rw" or "ro". Raises NewerJournalError, DamagedJournalError, JournalError.
    """
    with translated(path):
        _refuse_empty(path)
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _refuse_foreign(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_empty(path: Path) -> None:
    """A journal of ours appears whole, so no bytes means that they were lost."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        message = f"{path} is not an ordinary file. Move it away, then `abi restore` brings a backup back."
        raise DamagedJournalError(message)
    if status.st_size == 0:
        message = f"{path} was emptied: it has no bytes. `abi restore` brings the newest backup back."
        raise DamagedJournalError(message)


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != journal_schema.APPLICATION_ID:
        message = f"{path} is not a journal of abi. Move it away, or bring a backup back with `abi restore`."
        raise DamagedJournalError(message)
    version = journal_schema.version_of(connection)
    if version > len(journal_schema.MIGRATIONS):
        message = f"{path} was written by a newer abi (format {version}). Update abi; the journal was left as it is."
        raise NewerJournalError(message)


@contextlib.contextmanager
def opened_elsewhere(path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else's journal, for reading only; one of an older format is brought up to date in a copy in memory.

    Raises JournalError and children.
    """
    with translated(path), contextlib.closing(open_file(path, mode="ro")) as connection:
        if journal_schema.version_of(connection) == len(journal_schema.MIGRATIONS):
            yield connection
            return
        with contextlib.closing(renewed_copy(connection)) as copy:
            yield copy


def renewed_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The whole journal in today's format, in memory; it can only be read, because nothing written there would last."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(copy)
    journal_schema.migrate(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy


def settle(connection: sqlite3.Connection) -> None:
    """Set what keeps a power cut, a crash and a curious reader of the disk from doing harm."""
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # what is private never lies about in a temporary file
    if sys.platform == "darwin":
        connection.execute("PRAGMA fullfsync = ON")


def copy_into(source: sqlite3.Connection, target: Path) -> None:
    """Copy a whole journal over an empty file, page by page as SQLite sees it; the caller makes it durable."""
    waited = 0

    def count(status: int, _remaining: int, _total: int) -> None:
        nonlocal waited
        waited += status == sqlite3.SQLITE_BUSY
        if waited > BUSY_SECONDS / _COPY_PAUSE:
            message = "Another abi is busy with the journal, so it was not copied. Try again in a moment."
            raise BusyJournalError(message)

    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = MEMORY")
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy, progress=count, sleep=_COPY_PAUSE)


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One write: all of it or nothing, alone from its first statement on."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
