"""The journal's tables, and how they came to be: numbered steps, each one transaction."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = 0x41424931
"""Tells our file from any other SQLite file: "ABI1"."""

Step = tuple[str, ...] | Callable[["sqlite3.Connection"], None]
"""What one migration does: statements, or a function of the connection inside the transaction."""

_REVISION = """
CREATE TABLE revision (
    id       TEXT NOT NULL,
    entry    TEXT NOT NULL,
    kind     TEXT NOT NULL,
    at       TEXT NOT NULL,
    origin   TEXT NOT NULL,
    version  INTEGER NOT NULL,
    draft    INTEGER NOT NULL CHECK (draft IN (0, 1)),
    body     TEXT NOT NULL,
    checksum TEXT NOT NULL
) STRICT
"""

_NEVER_CHANGED = """
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END
"""

# A row may go in two cases only, and the database itself knows them: a draft that was overtaken, first by a newer
# draft and then by the finished state; and an entry that the person asked to forget.
_NEVER_REMOVED = """
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
WHEN NOT EXISTS (SELECT 1 FROM forgetting WHERE entry = OLD.entry)
 AND NOT (OLD.draft = 1 AND EXISTS (
    SELECT 1 FROM revision AS newer, revision AS finished
    WHERE newer.entry = OLD.entry AND newer.draft = 1 AND (newer.at, newer.id) > (OLD.at, OLD.id)
      AND finished.entry = OLD.entry AND finished.draft = 0
      AND (finished.at, finished.id) > (newer.at, newer.id)))
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END
"""

# `complete`: the row tells a finished state (else only drafts exist). `draft`: a draft waits that is newer than it.
# `number` is the row of the full-text table and stays through VACUUM.
_ENTRY = """
CREATE TABLE entry (
    number     INTEGER PRIMARY KEY,
    entry      TEXT NOT NULL UNIQUE,
    revision   TEXT NOT NULL,
    kind       TEXT NOT NULL,
    at         TEXT NOT NULL,
    state      TEXT,
    question   TEXT,
    competency TEXT,
    role       TEXT,
    parent     TEXT,
    due        TEXT,
    first      INTEGER,
    final      INTEGER,
    seconds    INTEGER,
    length     TEXT,
    title      TEXT NOT NULL,
    complete   INTEGER NOT NULL,
    draft      INTEGER NOT NULL,
    seal       INTEGER NOT NULL
) STRICT
"""

_RUNG = """
CREATE TABLE rung (
    question   TEXT PRIMARY KEY,
    competency TEXT,
    box        INTEGER NOT NULL,
    due        TEXT NOT NULL,
    last_final INTEGER NOT NULL,
    last_at    TEXT NOT NULL,
    seal       INTEGER NOT NULL
) STRICT
"""

WORDS = "CREATE VIRTUAL TABLE words USING fts5(title, said, tokenize = 'unicode61 remove_diacritics 2')"
"""The full-text table; a projection too, made anew by a rebuild."""

_INDEXES = (
    # The only one on revisions: each further one is another page to make durable while a person types.
    "CREATE UNIQUE INDEX revision_by_entry ON revision (entry, draft, at, id)",
    # Covers the progress charts (`complete` is there for SQLite to see that it does), and every question by time.
    "CREATE INDEX entry_by_time ON entry (kind, at, competency, first, final, length, complete) WHERE complete = 1",
    "CREATE INDEX entry_by_question ON entry (kind, question, at) WHERE complete = 1 AND question IS NOT NULL",
    "CREATE INDEX entry_by_competency ON entry (kind, competency, at) WHERE complete = 1 AND competency IS NOT NULL",
    "CREATE INDEX entry_by_state ON entry (kind, state, due) WHERE complete = 1 AND state IS NOT NULL",
    "CREATE INDEX entry_by_parent ON entry (kind, parent, at) WHERE complete = 1 AND parent IS NOT NULL",
    "CREATE INDEX entry_with_draft ON entry (kind, entry) WHERE draft = 1",
    "CREATE INDEX rung_by_due ON rung (due, question)",
)

_FIRST: Step = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE forgetting (entry TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    _REVISION,
    _ENTRY,
    _RUNG,
    WORDS,
    *_INDEXES,
    _NEVER_CHANGED,
    _NEVER_REMOVED,
)

NAMES_SKILLS: Final = """draft = 0 AND instr(body, '"skills":["') > 0"""
"""A finished body that names skills: canonical JSON, in which the quotes of what a person types are other ones."""

# Without it a plan reads the body of every answer in its window to find those few. Drafts are not in it: see above.
_SECOND: Step = (f"CREATE INDEX revision_naming_skills ON revision (entry) WHERE {NAMES_SKILLS}",)

MIGRATIONS: tuple[Step, ...] = (_FIRST, _SECOND)
"""Every step since the first journal; how many there are is the version of a file made today."""


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps this file has taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that are missing, each with its number in one transaction; two processes take each once."""
    for number, step in enumerate(MIGRATIONS, start=1):
        if version_of(connection) < number:
            _take(connection, number, step)


def _take(connection: sqlite3.Connection, number: int, step: Step) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < number:  # nobody else took it while we waited for the lock
            _run(connection, step)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _run(connection: sqlite3.Connection, step: Step) -> None:
    if callable(step):
        step(connection)
        return
    for statement in step:
        connection.execute(statement)


def start(connection: sqlite3.Connection) -> None:
    """Make a new, empty journal: our mark, the tables, and a random name for where its revisions come from."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrate(connection)
    connection.execute("INSERT INTO meta (name, value) VALUES ('origin', ?)", (os.urandom(8).hex(),))
