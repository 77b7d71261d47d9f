"""What the journal can be asked. Every question is answered whole, so that no reader ever holds up a writer."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_rows import (
    ATTEMPT,
    ENTRY_COLUMNS,
    RUNG_COLUMNS,
    EntryRow,
    RungRow,
    read_entry,
    read_rung,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_CONDITIONS = {
    "since": "entry.at >= ?",
    "until": "entry.at < ?",
    "due_by": "entry.due <= ?",
    "state": "entry.state = ?",
    "question": "entry.question = ?",
    "competency": "entry.competency = ?",
    "role": "entry.role = ?",
    "parent": "entry.parent = ?",
    "holding": "(revision.body IS NULL OR instr(revision.body, ?) > 0)",  # a missing one is told, not passed over
}
_ENTRIES = f"SELECT {', '.join('entry.' + name for name in ENTRY_COLUMNS.split(', '))} FROM entry"  # noqa: S608 - our own column names
_RUNGS = f"SELECT {RUNG_COLUMNS} FROM rung"  # noqa: S608 - our own column names
_LENGTHS = (None, "thin", "ok", "over")
_CODE = """1000 * coalesce(first, 0) + 10 * coalesce(final, 0)
    + CASE length WHEN 'thin' THEN 1 WHEN 'ok' THEN 2 WHEN 'over' THEN 3 ELSE 0 END"""


class Filters(TypedDict, total=False):
    """Which entries of a kind are meant; what is missing or None does not matter.

    `since` is included, `until` is not; both are aware. `due_by` is included. Newest first unless told otherwise.
    `holding`, for whole entries only, is a piece of their canonical JSON.
    """

    since: datetime | None
    until: datetime | None
    due_by: date | None
    state: str | None
    question: str | None
    competency: str | None
    role: str | None
    parent: str | None
    holding: str | None
    limit: int | None
    newest_first: bool


Rating = tuple[str, str | None, int | None, int | None, str | None]
"""One attempt for the progress charts: when (UTC text that sorts as time does), competency, first and final rating,
length. Plain, because naming the fields of 100,000 rows takes half as long again as reading them."""


RatedAnswer = tuple[str, str, str | None, int, int, str | None]
"""One rated attempt for a plan: its entry, and what `Rating` tells."""


Scores = tuple[int | None, int | None, str | None]
"""First and final rating, and length."""


MonthRatings = tuple[str, list[tuple[str | None, Scores]]]
"""A month (`2026-01`, UTC), and the competency and scores of each of its attempts, oldest first."""


class _Scores(dict[int, Scores]):
    """What a number of `_CODE` stands for; there are few, and each is worked out once."""

    def __missing__(self, code: int) -> Scores:
        scores = self[code] = code // 1000 or None, code // 10 % 100 or None, _LENGTHS[code % 10]
        return scores


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


def ratings(connection: sqlite3.Connection, kind: str, since: str, until: str) -> list[Rating]:
    """What the progress charts count, oldest first; answered from an index alone."""
    query = """
        SELECT at, competency, first, final, length FROM entry
        WHERE complete = 1 AND kind = ? AND at >= ? AND at < ? ORDER BY at
    """
    return connection.execute(query, (kind, since, until)).fetchall()


def rated(connection: sqlite3.Connection, since: str, until: str) -> list[RatedAnswer]:
    """The rated attempts, oldest first. Their seals are left unread: `unseal` looks at those that are shown."""
    query = """
        SELECT entry, at, competency, first, final, length FROM entry
        WHERE complete = 1 AND kind = ? AND at >= ? AND at < ? AND first IS NOT NULL AND final IS NOT NULL ORDER BY at
    """
    return connection.execute(query, (ATTEMPT, since, until)).fetchall()


def unseal(connection: sqlite3.Connection, entries: Iterable[str]) -> None:
    """Look at each of these entries as a whole row. Raises DamagedJournalError, naming the first that was changed."""
    import json  # noqa: PLC0415 - Home shows no evidence

    wanted = f"{_ENTRIES} WHERE entry.entry IN (SELECT value FROM json_each(?))"  # noqa: S608 - constants
    for found in connection.execute(wanted, (json.dumps(list(entries)),)).fetchall():
        read_entry(found)


def monthly(connection: sqlite3.Connection, kind: str, since: str, until: str) -> list[MonthRatings]:
    """The same month by month, oldest first.

    SQLite writes each column of a month as one JSON text, in the order of the index: read back, that takes half as long
    as 100,000 rows. Both ratings and the length have few values together, so they come as one number.
    """
    import json  # noqa: PLC0415 - Home draws no charts

    within = "FROM entry INDEXED BY entry_by_time WHERE complete = 1 AND kind = ? AND at >= ? AND at < ?"
    earliest = f"SELECT min(at) {within}"  # jumps over months without an attempt
    query = f"SELECT json_group_array(competency), json_group_array({_CODE}) {within}"
    found, scores = [], _Scores()
    while begin := connection.execute(earliest, (kind, since, until)).fetchone()[0]:
        since = f"{begin[:7]}~"  # sorts after every instant of the month
        columns = connection.execute(query, (kind, begin, min(since, until))).fetchone()
        competencies, codes = map(json.loads, columns)
        found.append((begin[:7], list(zip(competencies, map(scores.__getitem__, codes), strict=True))))
    return found


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


def weakest(connection: sqlite3.Connection) -> RungRow | None:
    """The question whose last take ended lowest, the first by id of equals."""
    query = f"{_RUNGS} WHERE competency IS NOT NULL ORDER BY last_final, question LIMIT 1"
    row = connection.execute(query).fetchone()
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
