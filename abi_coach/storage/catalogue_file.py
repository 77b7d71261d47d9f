"""The catalogue's own file, and the bank files that it is about."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach import __version__
from abi_coach.domain.errors import HomeError
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.files import make_private_folder

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

ENDINGS: Final = frozenset({".yaml", ".yml"})
"""How the names of bank files end."""

WAIT_SECONDS: Final = 5
_DAMAGED: Final = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}
)
_STAMP: Final = f"7/{__version__}"
_SCHEMA: Final = """
    CREATE TABLE stamp (text TEXT);
    CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT UNIQUE, mark TEXT, own INTEGER, bank TEXT, head TEXT,
        questions INTEGER, skipped INTEGER, problems TEXT, works INTEGER DEFAULT 1);
    CREATE TABLE question (number INTEGER PRIMARY KEY, file INTEGER, id TEXT, kind TEXT, competency TEXT,
        secondary TEXT, difficulty INTEGER, levels TEXT, skills TEXT, prompt TEXT, really_asking TEXT,
        names TEXT, tags TEXT, body TEXT, line INTEGER, works INTEGER DEFAULT 1, stands_for TEXT);
    CREATE INDEX question_by_id ON question (id);
    CREATE TABLE clash (text TEXT);
    CREATE TABLE spelling (word TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(prompt, really_asking, names, tags, id, content = 'question',
        content_rowid = 'number', detail = 'column', tokenize = 'porter unicode61');
    INSERT INTO words (words, rank) VALUES ('rank', 'bm25(10.0, 3.0, 6.0, 2.0, 1.0)');
"""


class MadeByAnotherVersion(sqlite3.DatabaseError):
    """The cache file is another abi's."""


@frozen
class FoundFile(Value):
    """A bank file as it lies there now; `mark` changes whenever its content may have."""

    path: Path
    mark: str
    own: bool

    @property
    def name(self) -> str:
        """The path as text that any database takes, also when the name is not UTF-8."""
        return str(self.path).encode(errors="backslashreplace").decode()


def bank_files(folder: Path, *, own: bool) -> Iterator[FoundFile]:
    """The bank files of a folder by name; what cannot be looked at is left to the reader to name."""
    if not folder.is_dir():
        return
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        yield FoundFile(folder, "closed", own)
        return
    for path in paths:
        if path.suffix in ENDINGS and not path.name.startswith("."):
            with contextlib.suppress(OSError):
                yield FoundFile(path, _mark(path), own)


def _mark(path: Path) -> str:
    """Size and times of the file and, for a link, of what it leads to.

    The time of change and the inode see what size and time of writing do not: another file of the same size put in
    its place with its time set back. Only a file system without both could hide that, until the file is written again.
    """
    link = path.lstat()
    told = _told(link)
    with contextlib.suppress(OSError):
        behind = path.stat()
        if behind.st_ino != link.st_ino:
            told += f"→{_told(behind)}"
    return told


def _told(status: os.stat_result) -> str:
    return f"{status.st_size}.{status.st_mtime_ns}.{status.st_ctime_ns}.{status.st_ino}"


def open_catalogue(cache: Path | None) -> sqlite3.Connection:
    """The cache file if it can be used, made anew if it is another version's or damaged; else one in memory.

    A file that another abi holds, or that may not be written, is left alone.
    """
    for _ in range(2):
        if cache is None:
            break
        try:
            make_private_folder(cache.parent)
            return _prepared(str(cache))
        except sqlite3.Error as error:
            if not is_damaged(error):
                break
            remove_cache(cache)
        except (OSError, HomeError):
            break
    return _prepared(":memory:")


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether the file is to blame, so that making it anew helps; not so for a lock, a full disk or a permission."""
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, MadeByAnotherVersion) or (code is not None and code & 0xFF in _DAMAGED)


def remove_cache(cache: Path) -> None:
    """Take the cache file away with what SQLite keeps beside it."""
    for ending in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            cache.with_name(cache.name + ending).unlink(missing_ok=True)


def _prepared(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA page_size = 16384")  # whole questions lie in it: fewer pages, quicker filled
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = OFF")  # it can be made again; what was lost is noticed by its stamp
        connection.execute("PRAGMA cache_spill = OFF")  # others may read until all is there; it is written once
        _make_tables(connection)
        connection.execute("SELECT count(*) FROM file, clash").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _make_tables(connection: sqlite3.Connection) -> None:
    """Make the tables where there are none, so that two that start at once make them once."""
    if _stamp(connection) is None:
        connection.execute("BEGIN IMMEDIATE")
        if _stamp(connection) is None:
            for statement in _SCHEMA.split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO stamp VALUES (?)", (_STAMP,))
        connection.execute("COMMIT")
    if _stamp(connection) != _STAMP:
        message = "made by another version"
        raise MadeByAnotherVersion(message)


def _stamp(connection: sqlite3.Connection) -> str | None:
    if connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'stamp'").fetchone()[0] == 0:
        return None
    row = connection.execute("SELECT text FROM stamp").fetchone()
    return str(row[0]) if row else ""


def marks(connection: sqlite3.Connection) -> dict[str, str]:
    """The files that the catalogue knows, each with its mark."""
    return dict(connection.execute("SELECT path, mark FROM file").fetchall())
