"""What the journal can be asked. Every question is answered whole, so that no reader ever holds up a writer."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_rows import (
    ENTRY_COLUMNS,
    RUNG_COLUMNS,
    EntryRow,
    RungRow,
    read_entry,
    read_rung,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_CONDITIONS = {
    "since": "entry.at >= ?",
    "until": "entry.at < ?",
    "due_by": "entry.due <= ?",
    "state": "entry.state = ?",
    "question": "entry.question = ?",
    "competency": "entry.competency = ?",
    "role": "entry.role = ?",
    "parent": "entry.parent = ?",
}
_COLUMNS = f"SELECT {', '.join('entry.' + name for name in ENTRY_COLUMNS.split(', '))} FROM"
_ENTRIES = f"{_COLUMNS} entry"
_RUNGS = f"SELECT {RUNG_COLUMNS} FROM rung"  # noqa: S608 - our own column names


class Filters(TypedDict, total=False):
    """Which entries of a kind are meant; what is missing or None does not matter.

    `since` is included, `until` is not; both are aware. `due_by` is included. Newest first unless told otherwise.
    """

    since: datetime | None
    until: datetime | None
    due_by: date | None
    state: str | None
    question: str | None
    competency: str | None
    role: str | None
    parent: str | None
    limit: int | None
    newest_first: bool


def rows(connection: sqlite3.Connection, kind: str, filters: Filters) -> list[EntryRow]:
    """The finished entries of a kind at a glance."""
    chosen, values = where(kind, filters)
    return [read_entry(row) for row in connection.execute(f"{_ENTRIES} {chosen}", values).fetchall()]


def row(connection: sqlite3.Connection, entry: str) -> EntryRow | None:
    """One entry at a glance, finished or not; None for what is unknown or deleted."""
    found = connection.execute(f"{_ENTRIES} WHERE entry = ?", (entry,)).fetchone()
    return read_entry(found) if found else None


def draft_rows(connection: sqlite3.Connection, kind: str | None) -> list[EntryRow]:
    """Entries where a draft waits, at a glance, newest first; what was never finished as its first draft has it."""
    query = f"{_ENTRIES} WHERE draft = 1 AND kind = coalesce(?, kind) ORDER BY at DESC, entry DESC"
    return [read_entry(found) for found in connection.execute(query, (kind,)).fetchall()]


def due(connection: sqlite3.Connection, on: date, limit: int | None, box: int | None = None) -> list[RungRow]:
    """The questions, of one box or of all, that are due on a day, longest due first."""
    query = f"{_RUNGS} WHERE due <= ? AND box = coalesce(?, box) ORDER BY due, question LIMIT ?"
    found = connection.execute(query, (on.isoformat(), box, -1 if limit is None else limit))
    return [read_rung(row) for row in found.fetchall()]


def rungs(connection: sqlite3.Connection, questions: Iterable[str] | None) -> list[RungRow]:
    """The rungs of these questions, or of all, by question."""
    if questions is None:
        found = connection.execute(f"{_RUNGS} ORDER BY question")
    else:
        import json  # noqa: PLC0415 - Home asks for no single questions

        wanted = json.dumps(list(questions))
        query = f"{_RUNGS} WHERE question IN (SELECT value FROM json_each(?)) ORDER BY question"  # noqa: S608 - constants
        found = connection.execute(query, (wanted,))
    return [read_rung(row) for row in found.fetchall()]


def check(connection: sqlite3.Connection, entries: Iterable[str]) -> None:
    """Look at the rows of these entries. Raises DamagedJournalError, naming the first that was changed."""
    import json  # noqa: PLC0415 - Home draws no charts

    query = f"{_COLUMNS} json_each(?) AS asked CROSS JOIN entry ON entry.entry = asked.value"
    for found in connection.execute(query, (json.dumps(list(entries)),)).fetchall():
        read_entry(found)


def weakest(connection: sqlite3.Connection, among: Sequence[str]) -> RungRow | None:
    """The question whose last take ended lowest, the first by id of equals; of these competencies, if there are any."""
    those = f" AND competency IN ({', '.join('?' * len(among))})" if among else ""
    query = f"{_RUNGS} WHERE competency IS NOT NULL{those} ORDER BY last_final, question LIMIT 1"
    row = connection.execute(query, tuple(among)).fetchone()
    return read_rung(row) if row else None


def search(connection: sqlite3.Connection, words: str, kind: str | None, limit: int) -> list[EntryRow]:
    """The entries that hold all these words, or beginnings of words, best first."""
    asked = [word.replace('"', '""') for word in words.split() if any(letter.isalnum() for letter in word)]
    if not asked:
        return []
    # Quoted, so that no word of the person's is taken for a command of the full-text engine.
    match = " ".join(f'"{word}"*' for word in asked).replace("\0", "").encode(errors="replace").decode()
    query = f"""
        {_ENTRIES} JOIN words ON words.rowid = entry.number
        WHERE words MATCH ? AND entry.kind = coalesce(?, entry.kind) ORDER BY words.rank, entry.at DESC LIMIT ?
    """
    return [read_entry(row) for row in connection.execute(query, (match, kind, limit)).fetchall()]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many finished entries there are of each kind."""
    return dict(connection.execute("SELECT kind, count(*) FROM entry WHERE complete = 1 GROUP BY kind").fetchall())


def where(kind: str, filters: Filters) -> tuple[str, list[object]]:
    """The conditions and what is bound to them: only fixed words get into the statement."""
    given = {name: value for name, value in filters.items() if value is not None}
    limit, newest_first = given.pop("limit", -1), given.pop("newest_first", True)
    conditions = ["entry.complete = 1", "entry.kind = ?", *(_CONDITIONS[name] for name in given)]
    order = "DESC" if newest_first else "ASC"
    ordered = f"ORDER BY entry.at {order}, entry.entry {order} LIMIT ?"
    return f"WHERE {' AND '.join(conditions)} {ordered}", [kind, *map(_bound, given.values()), limit]


def _bound(value: object) -> object:
    if isinstance(value, datetime):
        return instant_text(value)
    return value.isoformat() if isinstance(value, date) else value
