"""What the journal knows at a glance: one row for each entry, one for each practised question, and the words.

All of it is computed from the revisions, in the transaction that writes them, and can be computed again at any time.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_rows import (
    ENTRY_COLUMNS,
    ENTRY_NAMES,
    RUNG_COLUMNS,
    Derivation,
    seal,
)
from abi_coach.storage.revision import REVISION_COLUMNS, Revision, read_revision

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_REVISION, _QUESTION, _TITLE, _COMPLETE = map(ENTRY_NAMES.index, ("revision", "question", "title", "complete"))
_NEWEST = f"SELECT {REVISION_COLUMNS} FROM revision WHERE entry = ? AND draft = ? ORDER BY at DESC, id DESC LIMIT 1"  # noqa: S608 - constants
_FIRST_DRAFT = f"""
    SELECT {REVISION_COLUMNS} FROM revision
    WHERE entry = ? AND draft = 1 AND (at, id) > (?, ?) ORDER BY at, id LIMIT 1
"""  # noqa: S608 - constants
_ADD_ENTRY = f"INSERT INTO entry ({ENTRY_COLUMNS}) VALUES ({', '.join('?' * len(ENTRY_NAMES))})"  # noqa: S608 - constants
_FIND_ENTRY = f"SELECT {ENTRY_COLUMNS}, number FROM entry WHERE entry = ?"  # noqa: S608 - constants
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
    """The row that an entry should have, and its words; None for an entry that is deleted.

    What was never finished is noted as its first draft has it: the hundreds that follow then touch no row.
    """
    now, draft = shown(connection, entry)
    if now is None:
        return None
    if now.draft:
        now = _first_draft(connection, entry) or now
    facts = derivation.projector(now.kind, now.value())
    at, due = instant_text(facts.at or now.at), facts.due and facts.due.isoformat()
    told = (facts.state, facts.question, facts.competency, facts.role, facts.parent, due)
    numbers = (facts.first, facts.final, facts.seconds, facts.length)
    values = (entry, now.id, now.kind, at, *told, *numbers, facts.title, int(not now.draft), int(draft is not None))
    clean = tuple(_clean(value) for value in values)
    return (*clean, seal(clean)), _clean(facts.words)


def _first_draft(connection: sqlite3.Connection, entry: str) -> Revision | None:
    finished = newest(connection, entry, draft=False)
    after = (instant_text(finished.at), finished.id) if finished else ("", "")
    row = connection.execute(_FIRST_DRAFT, (entry, *after)).fetchone()
    return read_revision(row) if row else None


def awaits_draft(connection: sqlite3.Connection, entry: str) -> bool:
    """Whether a draft of this entry is noted already, so that a further one changes no row."""
    found = connection.execute("SELECT draft FROM entry WHERE entry = ?", (entry,)).fetchone()
    return found is not None and bool(found[0])


def refresh(connection: sqlite3.Connection, entries: Iterable[str], derivation: Derivation) -> None:
    """Compute the rows of these entries again, then the ladder of the questions that they touch."""
    questions: set[str] = set()
    for entry in entries:
        questions.update(_refresh_entry(connection, entry, derivation))
    for question in questions:
        _refresh_rung(connection, question, derivation)


def _refresh_entry(connection: sqlite3.Connection, entry: str, derivation: Derivation) -> list[str]:
    """Make one row right; the questions on whose ladder it was or is."""
    found = connection.execute(_FIND_ENTRY, (entry,)).fetchone()
    old: Sequence[Any] = found[:-1] if found else ()
    made, words = entry_values(connection, entry, derivation) or ((), "")
    same_state = old and made and old[_REVISION] == made[_REVISION]
    if old and old[_COMPLETE] and not same_state:
        connection.execute("DELETE FROM words WHERE rowid = ?", found[-1:])
    number = _write_entry(connection, old, made, found[-1] if found else None)
    if made and made[_COMPLETE] and not same_state:  # never those of a draft: typing must stay cheap
        connection.execute("INSERT INTO words (rowid, title, said) VALUES (?, ?, ?)", (number, made[_TITLE], words))
    return [row[_QUESTION] for row in (old, made) if row and row[_QUESTION] is not None]


def _write_entry(
    connection: sqlite3.Connection, old: Sequence[Any], made: Sequence[Any], number: int | None
) -> int | None:
    """Write what changed and no other column, because each touched index is a page to make durable."""
    if made and not old:
        return connection.execute(_ADD_ENTRY, made).lastrowid
    if not made:
        connection.execute("DELETE FROM entry WHERE number = ?", (number,))
        return None
    changed = [(name, new) for name, before, new in zip(ENTRY_NAMES, old, made, strict=True) if before != new]
    if changed:
        columns = ", ".join(f"{name} = ?" for name, _ in changed)
        values = [value for _, value in changed]
        connection.execute(f"UPDATE entry SET {columns} WHERE number = ?", (*values, number))  # noqa: S608 - our names
    return number


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
    """Half a surrogate pair has no UTF-8; the body keeps it, a column shows a question mark. No list fits a column."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    return value if isinstance(value, int | float) else None
