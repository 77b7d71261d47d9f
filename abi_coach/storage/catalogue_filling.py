"""Filling the catalogue: new and changed bank files are read, vanished ones forgotten, replacements worked out."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.problem import MOST_LISTED, Problem
from abi_coach.domain.question import Anchors, Question, ReverseQuestion, Routes, TimeOverride
from abi_coach.storage.catalogue_file import marks
from abi_coach.storage.catalogue_replacing import work_out_replacements
from abi_coach.storage.catalogue_rows import IN_COLUMNS
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from abi_coach.domain.question import AnyQuestion
    from abi_coach.storage.bank_reader import ReadBank
    from abi_coach.storage.catalogue_file import FoundFile

_INSERT_FILE: Final = """
    INSERT INTO file (path, mark, own, bank, head, questions, skipped, problems) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_QUESTION: Final = "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, NULL)"
_SEARCHED: Final = "prompt, really_asking, names, tags, id"
_INSERT_WORDS: Final = f"""
    INSERT INTO words (rowid, {_SEARCHED}) SELECT number, {_SEARCHED} FROM question WHERE number > ?
"""  # noqa: S608 - ours
_DELETE_WORDS: Final = f"""
    INSERT INTO words (words, rowid, {_SEARCHED}) SELECT 'delete', number, {_SEARCHED} FROM question WHERE file = ?
"""  # noqa: S608 - ours
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def refill(connection: sqlite3.Connection, found: Mapping[str, FoundFile], within: Mapping[bool, Path]) -> None:
    """Make the catalogue tell of just these files; all or nothing. `within` are the folders, own and shipped."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        known = marks(connection)  # again, for another abi may have been quicker
        changed = [file for path, file in found.items() if known.get(path) != file.mark]
        for path in [*(known.keys() - found.keys()), *(file.name for file in changed)]:
            _forget(connection, path)
        pieces: set[str] = set()
        last = connection.execute("SELECT coalesce(max(number), 0) FROM question").fetchone()[0]
        for file in changed:
            pieces |= _read(connection, file, within[file.own])
        connection.execute(_INSERT_WORDS, (last,))  # all at once: what is indexed is written out after each statement
        _add_spellings(connection, pieces)
        work_out_replacements(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _forget(connection: sqlite3.Connection, path: str) -> None:
    for (number,) in connection.execute("SELECT number FROM file WHERE path = ?", (path,)).fetchall():
        connection.execute(_DELETE_WORDS, (number,))
        connection.execute("DELETE FROM question WHERE file = ?", (number,))
        connection.execute("DELETE FROM file WHERE number = ?", (number,))


def _read(connection: sqlite3.Connection, file: FoundFile, within: Path) -> set[str]:
    """Read a file into the catalogue, and hand back what its questions' texts are made of."""
    from abi_coach.storage.bank_reader import read_bank  # noqa: PLC0415 - a warm start reads no YAML

    read = read_bank(file.path, within=within)
    questions = read.bank.questions if read.bank else ()
    head = to_plain(read.bank.head) if read.bank and _is_usable(read) else {}
    problems = json.dumps([str(problem) for problem in _first(read.problems)])
    told = (json.dumps(head), len(questions), read.skipped, problems)
    number = connection.execute(_INSERT_FILE, (file.name, file.mark, file.own, head.get("id"), *told)).lastrowid or 0
    return _add_questions(connection, read, number, head) if head else set()


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


def _add_questions(connection: sqlite3.Connection, read: ReadBank, file: int, head: Mapping[str, Any]) -> set[str]:
    questions = read.bank.questions if read.bank else ()
    said = [_said(each, head) for each in questions]
    rows = [(None, file, *_columns(each), *texts) for each, texts in zip(questions, said, strict=True)]
    bodies = [(*row, _JSON(each), read.lines[each.id]) for row, each in zip(rows, questions, strict=True)]
    connection.executemany(_INSERT_QUESTION, bodies)
    spoken = (text for each, texts in zip(questions, said, strict=True) for text in (each.prompt, *texts))
    return set(" ".join(spoken).lower().split())


def _columns(question: AnyQuestion) -> tuple[Any, ...]:
    competency, secondary = getattr(question, "competency", None), getattr(question, "secondary", None)
    return (
        question.id,
        question.kind.value,
        competency and competency.value,
        secondary and secondary.value,
        int(getattr(question, "difficulty", 1)),
        " ".join(question.levels),
        " ".join(getattr(question, "skills", ())),
        question.prompt,
    )


_KEPT: Final[dict[type, tuple[str, ...]]] = {
    kind: tuple(name for name in kind.__match_args__ if name not in IN_COLUMNS)
    for kind in (Question, ReverseQuestion, Anchors, TimeOverride, Routes)
}
"""The fields that have no column of their own."""


def _fields(value: object) -> dict[str, Any]:
    """A value's fields but the empty ones, which are so by default; JSON's own writer does the rest."""
    return {name: told for name in _KEPT[type(value)] if (told := getattr(value, name))}


_JSON: Final = json.JSONEncoder(default=_fields, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
"""Made once: `json.dumps` makes a writer for every call, which takes as long as the writing."""


def _said(question: AnyQuestion, head: Mapping[str, Any]) -> tuple[str, str, str]:
    """What a search finds a question by besides its prompt and id; every other name of its skills, too."""
    skills = [name for skill in getattr(question, "skills", ()) for name in (skill, *head["skills"].get(skill, ()))]
    names = ("competency", "secondary", "area", "dimension")
    tags = [question.kind.value, head["id"], *filter(None, (getattr(question, name, None) for name in names))]
    return getattr(question, "really_asking", ""), " ".join(skills), " ".join(tags).replace("_", " ")


def _add_spellings(connection: sqlite3.Connection, pieces: set[str]) -> None:
    """Add every word in these pieces, which were cut at spaces: most come again and again, and that is quicker."""
    words = sorted(set(_WORD.findall(" ".join(pieces))))
    connection.executemany("INSERT OR IGNORE INTO spelling VALUES (?)", ((word,) for word in words))
