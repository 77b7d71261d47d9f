"""Copies of the journal, made by SQLite itself, kept for a while, and brought back after a check."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from abi_coach.domain.errors import DamagedJournalError, JournalError
from abi_coach.storage import journal_care, journal_schema
from abi_coach.storage.files import new_private_file, sync_file, sync_folder
from abi_coach.storage.journal_connection import copy_into, open_file, settle, transaction, translated
from abi_coach.storage.rotation import backups, daily_copy_due, free_name, rotate

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from abi_coach.storage.home import Home
    from abi_coach.storage.journal_rows import Derivation
    from abi_coach.storage.revision import Revision


def backup_due(home: Home, at: datetime) -> bool:
    """Whether there is a journal and today (UTC) has no daily copy yet; two looks at the folder, nothing opened."""
    return daily_copy_due(home, at)


def make_backup(home: Home, reason: str, at: datetime) -> Path | None:
    """Copy the journal to `backups/journal-<when>-<reason>.db` and let old copies go; None without a journal.

    `reason` is one word of small letters. May run in any thread. Raises JournalError and children; HomeError.
    """
    if not home.journal.exists():
        return None
    with contextlib.closing(open_file(home.journal)) as connection:
        home.make(home.backups)
        copy = _copy(connection, home, reason, at)
    rotate(home)
    return copy


def restore(home: Home, file: Path, at: datetime) -> Path | None:
    """Put a checked copy in the journal's place; returns where the journal that was there is kept.

    Raises DamagedJournalError when the copy is damaged, NewerJournalError when either is newer, JournalError; then
    the journal is what it was. Close journals of this process first.
    """
    home.make(home.backups)
    with translated(home.journal, writing=True):
        fresh = new_private_file(home.journal)
        try:
            _take_checked(file, fresh)
            return _exchange(home, fresh, at)
        finally:
            fresh.unlink(missing_ok=True)


def forget(home: Home, entries: Sequence[str], derivation: Derivation, kept: Mapping[str, Revision]) -> list[Path]:
    """Remove entries for good from every copy; returns the copies that could not be changed.

    Copies that were cut off in the making are whole journals too, and nobody's: they go.
    """
    left = []
    for aside in (*home.backups.glob(".journal-*.tmp"), *home.root.glob(".journal.db.*.tmp")):
        with translated(aside, writing=True):
            aside.unlink(missing_ok=True)
    for file in backups(home):
        try:
            with translated(file, writing=True), contextlib.closing(open_file(file)) as connection:
                settle(connection)
                journal_schema.migrate(connection)
                journal_care.forget(connection, entries, derivation, kept)
        except JournalError:
            left.append(file)
    return left


def _take_checked(file: Path, fresh: Path) -> None:
    """Copy first and check the copy: what is checked is what will be used."""
    with contextlib.closing(open_file(file, mode="ro")) as source, translated(file):
        copy_into(source, fresh)
    with contextlib.closing(open_file(fresh)) as connection, translated(file):
        problems = journal_care.problems(connection)
    if problems:
        told = "\n".join(problems)
        message = f"{file} is damaged and was not used; `abi restore` with an older backup may work.\n{told}"
        raise DamagedJournalError(message)


def _exchange(home: Home, fresh: Path, at: datetime) -> Path | None:
    """Keep what is there, then swap, while nobody else can write between the two."""
    if not home.journal.exists():
        _swap(home, fresh)
        return None
    try:
        with translated(home.journal), contextlib.closing(open_file(home.journal)) as held, transaction(held):
            kept = make_backup(home, "restore", at)
            _swap(home, fresh)
    except DamagedJournalError:
        return _put_aside(home, fresh, at)
    return kept


def _put_aside(home: Home, fresh: Path, at: datetime) -> Path:
    """A damaged journal cannot be copied page by page; its bytes are kept as they are, for whoever can read them."""
    kept = free_name(home, "damaged", at)
    leftover = home.journal.with_name("journal.db-journal")
    if leftover.exists():  # half a transaction of the damaged file must never be rolled back into the fresh one
        leftover.replace(kept.with_name(kept.name + "-journal"))
    home.journal.replace(kept)
    _swap(home, fresh)
    return kept


def _swap(home: Home, fresh: Path) -> None:
    sync_file(fresh)
    fresh.replace(home.journal)
    sync_folder(home.root)
    home.mark.touch(mode=0o600)


def _copy(connection: sqlite3.Connection, home: Home, reason: str, at: datetime) -> Path:
    """Copy aside, make it durable, then give it its name: a name in the folder always means a whole copy."""
    name = free_name(home, reason, at)
    with translated(home.journal, writing=True):
        aside = new_private_file(name)
        try:
            copy_into(connection, aside)
            sync_file(aside)
            aside.replace(name)
            sync_folder(home.backups)
        finally:
            aside.unlink(missing_ok=True)
    return name
