"""The catalogue's own file, and the bank files that it is about."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach import __version__
from abi_coach.storage.files import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_STAMP: Final = f"2/{__version__}"
_SCHEMA: Final = """
    CREATE TABLE stamp (text TEXT);
    CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, time INTEGER, own INTEGER,
        bank TEXT, head TEXT, problems TEXT, works INTEGER DEFAULT 1);
    CREATE TABLE question (number INTEGER PRIMARY KEY, file INTEGER, id TEXT, kind TEXT, competency TEXT,
        secondary TEXT, difficulty INTEGER, levels TEXT, skills TEXT, prompt TEXT, body TEXT, line INTEGER,
        works INTEGER DEFAULT 1);
    CREATE INDEX question_by_id ON question (id);
    CREATE INDEX question_by_file ON question (file);
    CREATE VIRTUAL TABLE words USING fts5(prompt, really_asking, skills, id, tokenize = 'porter unicode61');
"""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A bank file as it lies there now; `time` is nanoseconds."""

    path: Path
    size: int
    time: int
    own: bool


def bank_files(folder: Path, *, own: bool) -> Iterator[FoundFile]:
    """The bank files of a folder; what cannot be looked at is left to the reader to name."""
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.suffix in {".yaml", ".yml"} and not path.name.startswith("."):
            with contextlib.suppress(OSError):
                status = path.lstat()
                yield FoundFile(path, status.st_size, status.st_mtime_ns, own)


def open_catalogue(cache: Path | None) -> sqlite3.Connection:
    """The cache file if it can be used, made anew if it is another version's or damaged; else one in memory."""
    for _ in range(2):
        if cache is None:
            break
        try:
            make_private_folder(cache.parent)
            return _prepared(sqlite3.connect(cache, timeout=5))
        except (sqlite3.Error, OSError):
            with contextlib.suppress(OSError):
                cache.unlink(missing_ok=True)
    return _prepared(sqlite3.connect(":memory:"))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    has_tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'stamp'").fetchone()[0]
    if not has_tables:
        connection.executescript(_SCHEMA)
        with connection:
            connection.execute("INSERT INTO stamp VALUES (?)", (_STAMP,))
    elif connection.execute("SELECT text FROM stamp").fetchone() != (_STAMP,):
        connection.close()
        message = "made by another version"
        raise sqlite3.DatabaseError(message)
    connection.execute("SELECT count(*) FROM file, question LIMIT 1").fetchone()
    return connection
