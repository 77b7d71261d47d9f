"""Which bank and which question works where several have the same id, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.problem import Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

# A person's bank or question comes before a shipped one; in one folder the first file by name, the first line.
_REPLACEMENTS: Final = (
    """
    UPDATE file SET works = bank IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file other WHERE other.bank = file.bank
        AND (other.own > file.own OR (other.own = file.own AND other.path < file.path)))
    """,
    """
    UPDATE question SET stands_for = NULL, works = (SELECT works FROM file WHERE file.number = question.file)
        WHERE stands_for IS NOT NULL OR works <> (SELECT works FROM file WHERE file.number = question.file)
    """,
    """
    CREATE TEMP TABLE twice AS SELECT question.number, question.id, question.line, file.own, file.path, file.bank,
        file.works FROM question JOIN file ON file.number = question.file
        WHERE question.id IN (SELECT id FROM question GROUP BY id HAVING count(*) > 1)
    """,
    """
    UPDATE question SET works = 0 WHERE number IN (SELECT late.number FROM twice late JOIN twice first
        ON first.id = late.id AND first.number <> late.number AND first.works AND late.works
        AND (first.own > late.own OR (first.own = late.own AND (first.path, first.line) < (late.path, late.line))))
    """,
    """
    UPDATE question SET stands_for = (SELECT ours.bank FROM twice mine JOIN twice ours ON ours.id = mine.id
        AND mine.own AND NOT ours.own AND ours.bank <> mine.bank WHERE mine.number = question.number)
        WHERE number IN (SELECT number FROM twice WHERE own)
    """,
    "DELETE FROM clash",
)
_CLASHES: Final = """
    SELECT late.path, late.line, late.id, first.path, first.line FROM twice late JOIN twice first
    ON first.id = late.id AND first.own = late.own AND late.works AND first.works AND first.path < late.path
    ORDER BY late.path, late.line
"""
_BANK_CLASHES: Final = """
    SELECT late.path, late.bank, min(first.path) FROM file late JOIN file first
    ON first.bank = late.bank AND first.own = late.own AND first.path < late.path GROUP BY late.path ORDER BY late.path
"""


def work_out_replacements(connection: sqlite3.Connection) -> None:
    """Mark in the catalogue what works and what it stands for, and tell of ids that files of one folder share."""
    connection.execute("DROP TABLE IF EXISTS temp.twice")
    for statement in _REPLACEMENTS:
        connection.execute(statement)
    shared = connection.execute(_CLASHES).fetchall()
    banks = connection.execute(_BANK_CLASHES).fetchall()
    connection.executemany("INSERT INTO clash VALUES (?)", ((text,) for text in _told(shared, banks)))
    connection.execute("DROP TABLE temp.twice")


def _told(shared: Iterable[tuple[Any, ...]], banks: Iterable[tuple[str, str, str]]) -> list[str]:
    problems = [shared_bank(Path(late).name, bank, Path(first).name) for late, bank, first in banks]
    problems += [
        shared_id(Path(late).name, line, question, f"{Path(first).name}:{there}")
        for late, line, question, first, there in shared
    ]
    return [str(problem) for problem in problems]


def shared_id(name: str, line: int, question: str, first: str) -> Problem:
    """Two files of one folder have a question of the same id; `first` is where the one that is asked is."""
    what = f"the id “{question}” is in {first} too"
    return Problem(name, line, 1, "questions", what, "give one of them another id")


def shared_bank(name: str, bank: str, first: str) -> Problem:
    """Two files of one folder have the same bank id; only the first is used."""
    what = f"the bank “{bank}” is in {first} too, and only that file is used"
    return Problem(name, 1, 1, "id", what, "give one of them another id")
