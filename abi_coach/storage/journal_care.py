"""Looking after the journal: finding damage, computing rows again, merging, compacting drafts, forgetting."""

from __future__ import annotations

import contextlib
import itertools
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from abi_coach.domain.errors import JournalError
from abi_coach.storage import journal_schema
from abi_coach.storage.journal_connection import transaction
from abi_coach.storage.journal_projection import entry_values, refresh, rung_values
from abi_coach.storage.journal_rows import ENTRY_COLUMNS, RUNG_COLUMNS, Derivation
from abi_coach.storage.revision import REVISION_COLUMNS, checksum_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from abi_coach.storage.revision import Revision

_MOST_STRUCTURAL = 20
_ADD = f"INSERT INTO revision ({REVISION_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_REVISIONS = f"SELECT {REVISION_COLUMNS} FROM revision NOT INDEXED"  # noqa: S608 - constants
_ENTRIES = f"SELECT {ENTRY_COLUMNS} FROM entry"  # noqa: S608 - constants
_RUNGS = f"SELECT {RUNG_COLUMNS} FROM rung"  # noqa: S608 - constants
_OVERTAKEN = """
    DELETE FROM revision WHERE entry = :entry AND draft = 1
      AND (at, id) < (SELECT at, id FROM revision WHERE entry = :entry AND draft = 0 ORDER BY at DESC, id DESC LIMIT 1)
      AND (at, id) < (
        SELECT newer.at, newer.id FROM revision AS newer
        WHERE newer.entry = :entry AND newer.draft = 1 AND (newer.at, newer.id) < (
            SELECT at, id FROM revision WHERE entry = :entry AND draft = 0 ORDER BY at DESC, id DESC LIMIT 1)
        ORDER BY newer.at DESC, newer.id DESC LIMIT 1)
"""


class Merged(NamedTuple):
    """What a merge did: how many revisions were new, and how many were here already."""

    added: int
    known: int


def origin(connection: sqlite3.Connection) -> str:
    """The random name of this journal, noted on every revision that it is the first to write."""
    return str(connection.execute("SELECT value FROM meta WHERE name = 'origin'").fetchone()[0])


def last_at(connection: sqlite3.Connection, entry: str) -> datetime | None:
    """When the newest revision of an entry was written; None for a new entry."""
    (at,) = connection.execute("SELECT max(at) FROM revision WHERE entry = ?", (entry,)).fetchone()
    return at and datetime.fromisoformat(at)


def add(connection: sqlite3.Connection, revision: Revision) -> None:
    """Append one revision with its checksum."""
    connection.execute(_ADD, (*revision.row(), revision.checksum))


def compact(connection: sqlite3.Connection, entry: str) -> None:
    """Of the drafts that a finished state overtook, keep only the newest.

    A draft only ever gives way to a newer draft, so journals that are merged in any order keep the same ones.
    """
    connection.execute(_OVERTAKEN, {"entry": entry})


def merge(connection: sqlite3.Connection, revisions: Iterable[Revision], derivation: Derivation) -> Merged:
    """Add the revisions that are not here yet. Raises JournalError where the same id was written differently."""
    added = known = 0
    touched: dict[str, None] = {}
    for revision in revisions:
        if _is_known(connection, revision):
            known += 1
            continue
        add(connection, revision)
        added += 1
        touched[revision.entry] = None
    for entry in touched:
        compact(connection, entry)
    refresh(connection, touched, derivation)
    return Merged(added, known)


def _is_known(connection: sqlite3.Connection, revision: Revision) -> bool:
    row = connection.execute(
        "SELECT checksum FROM revision WHERE entry = ? AND id = ?", (revision.entry, revision.id)
    ).fetchone()
    if row and row[0] != revision.checksum:
        message = (
            f"Revision {revision.id} of entry {revision.entry} is here already with other content. Nothing was added."
        )
        raise JournalError(message)
    return row is not None


def rebuild(connection: sqlite3.Connection, derivation: Derivation) -> None:
    """Compute every row again from the revisions, the full-text table from scratch, and every index."""
    connection.execute("REINDEX")
    connection.execute("DELETE FROM entry")
    connection.execute("DELETE FROM rung")
    connection.execute("DROP TABLE IF EXISTS words")
    connection.execute(journal_schema.WORDS)
    refresh(connection, _entries(connection), derivation)


def _entries(connection: sqlite3.Connection) -> Iterator[str]:
    """Every entry, read ahead in pages because rows are written between."""
    last = ""
    query = "SELECT DISTINCT entry FROM revision WHERE entry > ? ORDER BY entry LIMIT 1000"
    while page := connection.execute(query, (last,)).fetchall():
        yield from (entry for (entry,) in page)
        last = page[-1][0]


def forget(
    connection: sqlite3.Connection, entries: Iterable[str], derivation: Derivation, kept: Mapping[str, Revision]
) -> int:
    """Remove every revision of these entries, all or nothing; returns how many went. The bytes are wiped too.

    `kept` says by id what stands in a revision's place, where that is here at all.
    """
    wanted = [(entry,) for entry in dict.fromkeys(entries)]
    with transaction(connection):
        connection.executemany("INSERT INTO forgetting (entry) VALUES (?)", wanted)
        here = connection.execute("SELECT id FROM revision WHERE entry IN (SELECT entry FROM forgetting)").fetchall()
        connection.execute("DELETE FROM revision WHERE entry IN (SELECT entry FROM forgetting)")
        connection.execute("DELETE FROM forgetting")
        for revision in (kept[name] for (name,) in here if name in kept):
            add(connection, revision)
        refresh(connection, (entry for (entry,) in wanted), derivation)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")  # drops forgotten words from the index
    with contextlib.suppress(sqlite3.OperationalError):  # no room: then only traces of old page splits stay
        connection.execute("VACUUM")
    return len(here)


def problems(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the file and its revisions, one line each; works on a connection of its own."""
    structural = connection.execute(f"PRAGMA integrity_check({_MOST_STRUCTURAL})").fetchall()
    found = [f"The file's structure: {line}." for (line,) in structural if line != "ok"]
    connection.text_factory = bytes  # a flipped bit can leave text that is no UTF-8
    try:
        found += list(_changed_revisions(connection))
    finally:
        connection.text_factory = str
    return found


def _changed_revisions(connection: sqlite3.Connection) -> Iterator[str]:
    for row in connection.execute(_REVISIONS):
        text: Any = tuple(
            value.decode(errors="surrogateescape") if isinstance(value, bytes) else value for value in row
        )
        if checksum_of(text[:-1]) != text[-1]:
            name, entry = (str(value).encode(errors="replace").decode() for value in text[:2])
            yield f"Revision {name} of entry {entry} is not what was written."


def stale_rows(connection: sqlite3.Connection, derivation: Derivation) -> list[str]:
    """What is noted at a glance and differs from what the revisions say, one line each."""
    found = []
    stored = {row[0]: row for row in connection.execute(_ENTRIES)}
    for entry in _entries(connection):
        made = entry_values(connection, entry, derivation)
        if stored.pop(entry, None) != (made and made[0]):
            found.append(f"What is noted of entry {entry} does not fit its revisions.")
    found += [f"Entry {entry} is noted without a revision." for entry in stored]
    ladder = {row[0]: row for row in connection.execute(_RUNGS)}
    practised = connection.execute("SELECT DISTINCT question FROM entry WHERE question IS NOT NULL").fetchall()
    for question in dict.fromkeys(itertools.chain((name for (name,) in practised), list(ladder))):
        if ladder.get(question) != rung_values(connection, question, derivation):
            found.append(f"The ladder of “{question}” does not fit its attempts.")
    return found if _is_search_whole(connection) else [*found, "The search index does not fit its words."]


def _is_search_whole(connection: sqlite3.Connection) -> bool:
    """Let FTS5 compare its index with its words; it asks as if it wrote, so a read-only journal goes unasked."""
    try:
        connection.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)")
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY}
    return True
