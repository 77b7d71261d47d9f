"""The catalogue: a cache of checked banks, so that a warm start reads no YAML.

One SQLite file in the cache folder, keyed by each bank file's path, size and time. Deleting it costs one slow start
and nothing else; a damaged or unwritable one is done without. It is never trusted blindly: what it gives back goes
through the same checks as any other file before it becomes a question.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from abi_coach.storage.catalogue_file import FoundFile, bank_files, open_catalogue
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from abi_coach.domain.question import AnyQuestion

_OVERLAY: Final = """
    UPDATE file SET works = bank IS NOT NULL AND NOT EXISTS (SELECT 1 FROM file other WHERE other.bank = file.bank
        AND (other.own > file.own OR (other.own = file.own AND other.path < file.path)));
    UPDATE question SET works = (SELECT works FROM file WHERE file.number = question.file);
    UPDATE question SET works = 0 WHERE works = 1 AND EXISTS (
        SELECT 1 FROM question other JOIN file theirs ON theirs.number = other.file
        JOIN file ours ON ours.number = question.file
        WHERE other.id = question.id AND other.number <> question.number AND other.works = 1
        AND (theirs.own > ours.own OR (theirs.own = ours.own AND
            (theirs.path, other.line) < (ours.path, question.line))));
"""


_INSERT_FILE: Final = "INSERT INTO file (path, size, time, own, bank, head, problems) VALUES (?, ?, ?, ?, ?, ?, ?)"
_INSERT_QUESTION: Final = "INSERT INTO question VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
_INSERT_WORDS: Final = "INSERT INTO words (rowid, prompt, really_asking, skills, id) VALUES (?, ?, ?, ?, ?)"


class QuestionRow(NamedTuple):
    """A question at a glance; `levels` and `skills` are joined by spaces, `own` says whose bank it is in."""

    id: str
    bank: str
    kind: str
    competency: str | None
    secondary: str | None
    difficulty: int
    levels: str
    skills: str
    prompt: str
    own: bool


class BankRow(NamedTuple):
    """A bank at a glance; `works` is False for one that a bank of the same id replaces."""

    path: str
    own: bool
    head: dict[str, Any]
    questions: int
    problems: tuple[str, ...]
    works: bool


_QUESTION_COLUMNS: Final = """question.id, file.bank, question.kind, question.competency, question.secondary,
    question.difficulty, question.levels, question.skills, question.prompt, file.own"""
_FROM: Final = "FROM question JOIN file ON file.number = question.file WHERE question.works = 1"


class Catalogue:
    """The checked banks of a shipped folder and a person's own."""

    def __init__(self, cache: Path | None, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self._connection = open_catalogue(cache)
        self._refresh()

    def banks(self) -> list[BankRow]:
        """Every bank file, shipped first, then by path; files that hold no bank have an empty head."""
        counted = "(SELECT count(*) FROM question WHERE question.file = file.number)"
        query = f"SELECT path, own, head, {counted}, problems, works FROM file ORDER BY own, path"  # noqa: S608 - ours
        return [
            BankRow(path, bool(own), json.loads(head), count, tuple(json.loads(problems)), bool(works))
            for path, own, head, count, problems, works in self._connection.execute(query)
        ]

    def rows(self, banks: Iterable[str] | None = None) -> list[QuestionRow]:
        """The questions of these banks, or of all, in the banks' order."""
        where, values = "", tuple[str, ...]()
        if banks is not None:
            where, values = "AND file.bank IN (SELECT value FROM json_each(?))", (json.dumps(list(banks)),)
        query = f"SELECT {_QUESTION_COLUMNS} {_FROM} {where} ORDER BY file.own, file.path, question.number"
        return [_glance(row) for row in self._connection.execute(query, values)]

    def body(self, question: str) -> dict[str, Any] | None:
        """A question as plain data, or None."""
        query = f"SELECT question.body {_FROM} AND question.id = ?"
        row = self._connection.execute(query, (question,)).fetchone()
        return json.loads(row[0]) if row else None

    def ids(self) -> list[str]:
        """Every id."""
        return [row[0] for row in self._connection.execute(f"SELECT question.id {_FROM}")]

    def matching(self, words: Sequence[str], limit: int) -> list[QuestionRow]:
        """Questions that hold all these words, or words that begin so, best first."""
        match = " ".join('"' + word.replace('"', '""') + '"*' for word in words)
        query = f"""
            SELECT {_QUESTION_COLUMNS} FROM words JOIN question ON question.number = words.rowid
            JOIN file ON file.number = question.file
            WHERE words MATCH ? AND question.works = 1 ORDER BY words.rank LIMIT ?
        """  # noqa: S608 - ours
        return [_glance(row) for row in self._connection.execute(query, (match, limit))]

    def close(self) -> None:
        """Let go of the cache file."""
        self._connection.close()

    def _refresh(self) -> None:
        """Read the files that are new or changed, forget those that are gone."""
        found = {
            str(file.path): file for file in (*bank_files(self._shipped, own=False), *bank_files(self._own, own=True))
        }
        known = {
            path: (size, time) for path, size, time in self._connection.execute("SELECT path, size, time FROM file")
        }
        gone = known.keys() - found.keys()
        changed = [file for path, file in found.items() if known.get(path) != (file.size, file.time)]
        if not gone and not changed:
            return
        with self._connection:
            for path in [*gone, *(str(file.path) for file in changed)]:
                self._forget(path)
            for file in changed:
                self._read(file)
            for statement in _OVERLAY.split(";"):
                self._connection.execute(statement)

    def _forget(self, path: str) -> None:
        held = "SELECT number FROM question WHERE file = (SELECT number FROM file WHERE path = ?)"
        self._connection.execute(f"DELETE FROM words WHERE rowid IN ({held})", (path,))  # noqa: S608 - ours
        self._connection.execute(f"DELETE FROM question WHERE number IN ({held})", (path,))  # noqa: S608 - ours
        self._connection.execute("DELETE FROM file WHERE path = ?", (path,))

    def _read(self, file: FoundFile) -> None:
        from abi_coach.storage.bank_reader import read_bank  # noqa: PLC0415 - a warm start reads no YAML

        read = read_bank(file.path, within=self._own if file.own else self._shipped)
        head = to_plain(read.bank.head) if read.bank else {}
        problems = json.dumps([str(problem) for problem in read.problems])
        values = (str(file.path), file.size, file.time, file.own, head.get("id"), json.dumps(head), problems)
        number = self._connection.execute(_INSERT_FILE, values).lastrowid or 0
        for question in read.bank.questions if read.bank else ():
            row = _question_row(question, number, read.lines[question.id])
            rowid = self._connection.execute(_INSERT_QUESTION, row).lastrowid
            asking = getattr(question, "really_asking", "")
            self._connection.execute(_INSERT_WORDS, (rowid, question.prompt, asking, row[7], question.id))


def _question_row(question: AnyQuestion, file: int, line: int) -> tuple[Any, ...]:
    body = to_plain(question)
    return (
        file,
        question.id,
        question.kind.value,
        body.get("competency"),
        body.get("secondary"),
        body.get("difficulty", 1),
        " ".join(body["levels"]),
        " ".join(body.get("skills", ())),
        question.prompt,
        json.dumps(body, ensure_ascii=False),
        line,
    )


def _glance(row: tuple[Any, ...]) -> QuestionRow:
    return QuestionRow._make((*row[:-1], bool(row[-1])))
