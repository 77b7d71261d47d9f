"""The catalogue: a cache of checked banks, so that a warm start reads no YAML.

One SQLite file in the cache folder, keyed by each bank file's path, size and times. Deleting it costs one slow start
and nothing else; a damaged, locked or unwritable one is done without. It is never trusted blindly: what it gives back
goes through the same checks as any other file before it becomes a question.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from threading import RLock
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.glance import QuestionRow
from abi_coach.storage.catalogue_file import bank_files, is_damaged, marks, open_catalogue, remove_cache
from abi_coach.storage.catalogue_rows import IN_COLUMNS, BankRow, Narrowing, Replacement, whole_question

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_COLUMNS: Final = """question.id, file.bank, question.kind, question.competency, question.secondary,
    question.difficulty, question.levels, question.skills, question.prompt, file.own, question.stands_for"""
_WORKING: Final = "FROM question JOIN file ON file.number = question.file WHERE question.works = 1"
_ORDER: Final = "ORDER BY file.own, file.path, question.number"
_REPLACED: Final = """
    SELECT mine.id, yours.path, ours.path FROM question mine JOIN file yours ON yours.number = mine.file
    JOIN question other ON other.id = mine.id JOIN file ours ON ours.number = other.file
    WHERE mine.works AND yours.own AND NOT ours.own AND (ours.works OR ours.bank <> yours.bank)
    ORDER BY yours.path, mine.number
"""
COMMON_WORD: Final = 3_000
"""Words in more questions than this are not ranked: nobody would see the difference, and it takes time."""


class Catalogue:
    """The checked banks of a shipped folder and a person's own. Any thread may ask it."""

    def __init__(self, cache: Path | None, shipped: Path, own: Path) -> None:
        self._cache = cache
        self._folders = {False: shipped, True: own}
        self._lock = RLock()
        self._connection = open_catalogue(cache)
        self.refresh()

    def refresh(self) -> bool:
        """Read the files that are new or changed, forget those that are gone; whether there were any."""
        with self._lock:
            try:
                return self._refresh()
            except sqlite3.Error:
                self.start_anew()
                return True

    def start_anew(self) -> None:
        """Do without the cache file, which is damaged, locked or full, and read every bank again."""
        with self._lock:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = open_catalogue(None)
            self._refresh()

    def distrust(self) -> None:
        """Take the cache file away, for something in it was no longer what was written, and read every bank again."""
        with self._lock:
            if self._cache is not None:
                remove_cache(self._cache)
            self.start_anew()

    def banks(self) -> list[BankRow]:
        """Every bank file, shipped first, then by path; files that hold no bank have an empty head."""
        query = "SELECT path, own, head, questions, skipped, problems, works FROM file ORDER BY own, path"
        return [
            BankRow(path, bool(own), json.loads(head), count, skipped, tuple(json.loads(problems)), bool(works))
            for path, own, head, count, skipped, problems, works in self._ask(query)
        ]

    def clashes(self) -> list[str]:
        """Ids that files of one folder share, as problems in words."""
        return [text for (text,) in self._ask("SELECT text FROM clash")]

    def replacements(self) -> list[Replacement]:
        """Own questions that take the place of shipped ones, apart from those of banks replaced whole."""
        return [Replacement._make(row) for row in self._ask(_REPLACED)]

    def rows(self, banks: Iterable[str] | None = None) -> list[QuestionRow]:
        """The questions of these banks, or of all, in the banks' order; with what stands in for one of theirs."""
        where, values = _within(banks)
        return [_glance(row) for row in self._ask(f"SELECT {_COLUMNS} {_WORKING} {where} {_ORDER}", values)]

    def skills(self, banks: Iterable[str] | None = None) -> frozenset[str]:
        """The skills that the questions of these banks, or of all, ask for."""
        where, values = _within(banks)
        lists = self._ask(f"SELECT DISTINCT question.skills {_WORKING} {where}", values)
        return frozenset(skill for (skills,) in lists for skill in skills.split())

    def narrowed(self, narrowing: Narrowing, limit: int) -> list[QuestionRow]:
        """The questions that a narrowing lets through, in the banks' order."""
        where, values = narrowing.conditions()
        query = f"SELECT {_COLUMNS} {_WORKING} {where} {_ORDER} LIMIT {limit:d}"
        return [_glance(row) for row in self._ask(query, values)]

    def matching(self, match: str, narrowing: Narrowing, limit: int) -> list[QuestionRow]:
        """Questions for a full-text expression (see `question_search`), best first."""
        where, values = narrowing.conditions()
        place = f"?{len(values) + 1}"
        met = self._ask("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (match, COMMON_WORD + 1))
        order = "words.rank" if len(met) <= COMMON_WORD else "words.rowid"
        query = f"""
            SELECT {_COLUMNS} FROM words JOIN question ON question.number = words.rowid
            JOIN file ON file.number = question.file
            WHERE words MATCH {place} AND question.works = 1 {where} ORDER BY {order} LIMIT {limit:d}
        """  # noqa: S608 - ours
        return [_glance(row) for row in self._ask(query, [*values, match])]

    def has_words(self, match: str) -> bool:
        """Whether a full-text expression finds anything."""
        return bool(self._ask("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (match,)))

    def spellings(self) -> list[str]:
        """Every word of any question, lower-case."""
        return [word for (word,) in self._ask("SELECT word FROM spelling")]

    def question(self, question: str) -> dict[str, Any] | None:
        """A question as plain data, or None. Raises ValueError or TypeError where the cache is not what was written."""
        columns = ", ".join(f"question.{name}" for name in IN_COLUMNS)
        rows = self._ask(f"SELECT question.body, {columns} {_WORKING} AND question.id = ?", (question,))
        return whole_question(rows[0][1:], rows[0][0]) if rows else None

    def place(self, question: str) -> tuple[str, int] | None:
        """The path of a question's file and its line there, or None."""
        rows = self._ask(f"SELECT file.path, question.line {_WORKING} AND question.id = ?", (question,))
        return (rows[0][0], rows[0][1]) if rows else None

    def ids(self) -> list[str]:
        """Every id."""
        return [row[0] for row in self._ask(f"SELECT question.id {_WORKING}")]

    def close(self) -> None:
        """Let go of the cache file."""
        self._connection.close()

    def _ask(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """Every row of an answer; a cache file that breaks while it is read is given up for a fresh one."""
        with self._lock:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.DatabaseError as error:
                self.distrust() if is_damaged(error) else self.start_anew()
                return self._connection.execute(query, values).fetchall()

    def _refresh(self) -> bool:
        found = {
            file.name: file for own, folder in sorted(self._folders.items()) for file in bank_files(folder, own=own)
        }
        if marks(self._connection) == {name: file.mark for name, file in found.items()}:
            return False
        from abi_coach.storage.catalogue_filling import refill  # noqa: PLC0415 - a warm start reads no bank

        refill(self._connection, found, self._folders)
        return True


def _within(banks: Iterable[str] | None) -> tuple[str, tuple[str, ...]]:
    """A condition that starts with AND, and its value, for the questions of these banks; none for those of all."""
    if banks is None:
        return "", ()
    wanted = "(SELECT value FROM json_each(?1))"
    return f"AND (file.bank IN {wanted} OR question.stands_for IN {wanted})", (json.dumps([*banks]),)


def _glance(row: tuple[Any, ...]) -> QuestionRow:
    return QuestionRow._make((*row[:9], bool(row[9]), row[10]))
