"""Filling the catalogue: new and changed bank files are read, vanished ones forgotten, replacements worked out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.problem import MOST_LISTED, Problem
from abi_coach.storage.catalogue_file import marks
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from abi_coach.domain.question import AnyQuestion
    from abi_coach.storage.bank_reader import ReadBank
    from abi_coach.storage.catalogue_file import FoundFile

_INSERT_FILE: Final = """
    INSERT INTO file (path, mark, own, bank, head, questions, skipped, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_QUESTION: Final = "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, NULL)"
_INSERT_WORDS: Final = "INSERT INTO words (rowid, prompt, really_asking, skills, tags, id) VALUES (?, ?, ?, ?, ?, ?)"
_WORD: Final = re.compile(r"[^\W\d_]{3,}")

# A person's bank or question comes before a shipped one; in one folder the first file by name, the first line.
_REPLACEMENTS: Final = (
    """
    UPDATE file SET works = bank IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file other WHERE other.bank = file.bank
        AND (other.own > file.own OR (other.own = file.own AND other.path < file.path)))
    """,
    "UPDATE question SET stands_for = NULL, works = (SELECT works FROM file WHERE file.number = question.file)",
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


def refill(connection: sqlite3.Connection, found: Mapping[str, FoundFile], within: Mapping[bool, Path]) -> None:
    """Make the catalogue tell of just these files; all or nothing. `within` are the folders, own and shipped."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        known = marks(connection)  # again, for another abi may have been quicker
        changed = [file for path, file in found.items() if known.get(path) != file.mark]
        for path in [*(known.keys() - found.keys()), *(file.name for file in changed)]:
            _forget(connection, path)
        for file in changed:
            _read(connection, file, within[file.own])
        _work_out_replacements(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _forget(connection: sqlite3.Connection, path: str) -> None:
    held = "SELECT number FROM question WHERE file = (SELECT number FROM file WHERE path = ?)"
    connection.execute(f"DELETE FROM words WHERE rowid IN ({held})", (path,))  # noqa: S608 - ours
    connection.execute(f"DELETE FROM question WHERE number IN ({held})", (path,))  # noqa: S608 - ours
    connection.execute("DELETE FROM file WHERE path = ?", (path,))


def _read(connection: sqlite3.Connection, file: FoundFile, within: Path) -> None:
    from abi_coach.storage.bank_reader import read_bank  # noqa: PLC0415 - a warm start reads no YAML

    read = read_bank(file.path, within=within)
    questions = read.bank.questions if read.bank else ()
    head = to_plain(read.bank.head) if read.bank and _is_usable(read) else {}
    problems = json.dumps([str(problem) for problem in _first(read.problems)])
    told = (json.dumps(head), len(questions), read.skipped, problems)
    number = connection.execute(_INSERT_FILE, (file.name, file.mark, file.own, head.get("id"), *told)).lastrowid or 0
    if head:
        _add_questions(connection, read, number, head)


def _first(problems: Sequence[Problem]) -> Iterable[Problem]:
    """As many problems as lists show, for each start reads them, and how many more there are."""
    more = len(problems) - MOST_LISTED
    if more <= 0:
        return problems
    what = f"and {more:,} more problem{'' if more == 1 else 's'}"
    kept = problems[:MOST_LISTED]
    return (*kept, replace(kept[-1], path="", what=what, write="`abi bank lint` tells them all"))


def _is_usable(read: ReadBank) -> bool:
    """A bank whose every question is broken must not hide the shipped one of its name."""
    return read.bank is not None and bool(read.bank.questions or not read.problems)


def _add_questions(connection: sqlite3.Connection, read: ReadBank, file: int, head: Mapping[str, Any]) -> None:
    first = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM question").fetchone()[0]
    questions = list(enumerate(read.bank.questions if read.bank else (), first))
    connection.executemany(
        _INSERT_QUESTION, [_question_row(each, number, file, read.lines[each.id]) for number, each in questions]
    )
    texts = [(number, *_texts(each, head)) for number, each in questions]
    connection.executemany(_INSERT_WORDS, texts)
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?)", ((word,) for word in sorted(_spellings(texts))))


def _question_row(question: AnyQuestion, number: int, file: int, line: int) -> tuple[Any, ...]:
    competency, secondary = getattr(question, "competency", None), getattr(question, "secondary", None)
    return (
        number,
        file,
        question.id,
        question.kind.value,
        competency and competency.value,
        secondary and secondary.value,
        int(getattr(question, "difficulty", 1)),
        " ".join(question.levels),
        " ".join(getattr(question, "skills", ())),
        question.prompt,
        _JSON(question),
        line,
    )


def _fields(value: object) -> dict[str, Any]:
    """A value's fields but the empty ones, which are so by default; JSON's own writer does the rest."""
    names = value.__slots__  # type: ignore[attr-defined] # slotted dataclasses
    return {name: told for name in names if (told := getattr(value, name))}


_JSON: Final = json.JSONEncoder(default=_fields, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Made once: `json.dumps` makes a writer for every call, which takes as long as the writing."""


def _texts(question: AnyQuestion, head: Mapping[str, Any]) -> tuple[str, str, str, str, str]:
    """What a search finds a question by; every other name of its skills, too."""
    skills = [name for skill in getattr(question, "skills", ()) for name in (skill, *head["skills"].get(skill, ()))]
    names = ("competency", "secondary", "area", "dimension")
    tags = [question.kind.value, head["id"], *filter(None, (getattr(question, name, None) for name in names))]
    told = " ".join(tags).replace("_", " ")
    return question.prompt, getattr(question, "really_asking", ""), " ".join(skills), told, question.id


def _spellings(texts: Iterable[tuple[int, str, str, str, str, str]]) -> set[str]:
    """Every word but those of the ids. Most words come again and again, and cutting at spaces is the quicker first."""
    pieces = {piece for _, *said, _ in texts for text in said for piece in text.lower().split()}
    return set(_WORD.findall(" ".join(pieces)))


def _work_out_replacements(connection: sqlite3.Connection) -> None:
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
