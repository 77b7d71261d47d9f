"""What the journal knows at a glance: one row for each entry, one for each practised question, and the words.

All of it is computed from the revisions, in the transaction that writes them, and can be computed again at any time.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from abi_coach.storage.journal_rows import (
    ENTRY_COLUMNS,
    REVISION_COLUMNS,
    RUNG_COLUMNS,
    Derivation,
    EntryRow,
    read_revision,
    seal,
)
from abi_coach.storage.revision import Revision, instant_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

_NEWEST = f"SELECT {REVISION_COLUMNS} FROM revision WHERE entry = ? AND draft = ? ORDER BY at DESC, id DESC LIMIT 1"  # noqa: S608 - constants
_WRITE_ENTRY = f"""
    INSERT INTO entry ({ENTRY_COLUMNS}) VALUES ({", ".join("?" * (len(EntryRow._fields) + 1))})
    ON CONFLICT (entry) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in ENTRY_COLUMNS.split(", ")[1:])}
    RETURNING number
"""  # noqa: S608 - our own column names
_WRITE_RUNG = f"INSERT OR REPLACE INTO rung ({RUNG_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_ATTEMPTS = """
    SELECT at, final, competency FROM entry
    WHERE complete = 1 AND kind = 'attempt' AND question = ? AND final IS NOT NULL ORDER BY at, entry
"""


def newest(connection: sqlite3.Connection, entry: str, *, draft: bool) -> Revision | None:
    """The newest draft, or the newest finished state, of an entry."""
    row = connection.execute(_NEWEST, (entry, int(draft))).fetchone()
    return read_revision(row) if row else None


def shown(connection: sqlite3.Connection, entry: str) -> tuple[Revision | None, Revision | None]:
    """What an entry is now, and the draft that waits: (finished state, or draft of what never was finished; draft)."""
    finished, draft = newest(connection, entry, draft=False), newest(connection, entry, draft=True)
    if draft and finished and draft.order < finished.order:
        draft = None
    if finished and not finished.is_deletion:
        return finished, draft
    return draft, draft


def entry_values(
    connection: sqlite3.Connection, entry: str, derivation: Derivation
) -> tuple[tuple[Any, ...], str] | None:
    """The row that an entry should have, and its words; None for an entry that is deleted."""
    now, draft = shown(connection, entry)
    if now is None:
        return None
    facts = derivation.projector(now.kind, now.value())
    at, due = instant_text(facts.at or now.at), facts.due and facts.due.isoformat()
    told = (facts.state, facts.question, facts.competency, facts.role, facts.parent, due)
    numbers = (facts.first, facts.final, facts.seconds, facts.length)
    values = (entry, now.id, now.kind, at, *told, *numbers, facts.title, int(not now.draft), int(draft is not None))
    clean = tuple(_clean(value) for value in values)
    return (*clean, seal(clean)), _clean(facts.words)


def refresh(connection: sqlite3.Connection, entries: Iterable[str], derivation: Derivation) -> None:
    """Compute the rows of these entries again, then the ladder of the questions that they touch."""
    questions: set[str] = set()
    for entry in entries:
        questions.update(_refresh_entry(connection, entry, derivation))
    for question in questions:
        _refresh_rung(connection, question, derivation)


def _refresh_entry(connection: sqlite3.Connection, entry: str, derivation: Derivation) -> Iterator[str]:
    old = connection.execute("SELECT number, revision, question FROM entry WHERE entry = ?", (entry,)).fetchone()
    made = entry_values(connection, entry, derivation)
    if old and (made is None or made[0][1] != old[1]):
        connection.execute("DELETE FROM words WHERE rowid = ?", old[:1])
    if old and made is None:
        connection.execute("DELETE FROM entry WHERE number = ?", old[:1])
    if made is not None:
        _write_entry(connection, made, known=old is not None and made[0][1] == old[1])
    rows = [old[2] if old else None, made[0][5] if made else None]
    return (question for question in rows if question is not None)


def _write_entry(connection: sqlite3.Connection, made: tuple[tuple[Any, ...], str], *, known: bool) -> None:
    """Write a row; its words only when they can have changed, and never those of a draft (typing must stay cheap)."""
    values, words = made
    number = connection.execute(_WRITE_ENTRY, values).fetchall()[0][0]
    row = dict(zip(EntryRow._fields, values, strict=False))
    if row["complete"] and not known:
        connection.execute("INSERT INTO words (rowid, title, said) VALUES (?, ?, ?)", (number, row["title"], words))


def rung_values(connection: sqlite3.Connection, question: str, derivation: Derivation) -> tuple[Any, ...] | None:
    """The rung that a question should have; None when it was never practised."""
    attempts = connection.execute(_ATTEMPTS, (question,)).fetchall()
    if not attempts:
        return None
    rung = derivation.climb([(datetime.fromisoformat(at), final) for at, final, _ in attempts])
    last_at, last_final, competency = attempts[-1]
    values = (question, competency, rung.box, rung.due.isoformat(), last_final, last_at)
    return (*values, seal(values))


def _refresh_rung(connection: sqlite3.Connection, question: str, derivation: Derivation) -> None:
    values = rung_values(connection, question, derivation)
    if values is None:
        connection.execute("DELETE FROM rung WHERE question = ?", (question,))
    else:
        connection.execute(_WRITE_RUNG, values)


def _clean(value: Any) -> Any:  # noqa: ANN401 - a column's value: text, number or nothing
    """Half a surrogate pair has no UTF-8; the body keeps it, a column shows a question mark."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value
