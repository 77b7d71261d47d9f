"""Adding questions to the person's own bank file: to its end, so that every line and comment of theirs stays.

The new text is read back before it is written. If it does not say what it should, nothing is written.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.question import Question
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.bank_reader import ReadBank, read_bank_text
from abi_coach.storage.bytes import read_text
from abi_coach.storage.files import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD: Final = """\
# Questions that you met in real interviews. abi adds to the end of this file and changes nothing that is here.
# Each begins as a draft: put its kind, competency and anchors right when you have a minute.
format: 1
id: own
title: My own questions
summary: Questions that I met in real interviews.
questions:
"""
_EMPTY_LIST: Final = re.compile(r"^questions:[ \t]*(?:\[[ \t]*\])?[ \t]*(#.*)?$", re.MULTILINE)
_TOP_LEVEL: Final = re.compile(r"^[A-Za-z_\"'][^\n]{0,100}:", re.MULTILINE)


@frozen
class OwnBank(Value):
    """The file as it stands: its text and what it holds."""

    path: Path
    text: str
    read: ReadBank

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that the interviewer asks."""
        bank = self.read.bank
        return tuple(one for one in bank.questions if isinstance(one, Question)) if bank else ()


def open_own_bank(path: Path) -> OwnBank:
    """The own bank; one that is not there yet is empty. Raises FileError for one that cannot be used at all."""
    text = read_text(path) if path.exists() else _HEAD
    read = read_bank_text(text if path.exists() else f"{_HEAD}  []\n", path.name)
    if read.bank is None:
        message = f"{path} cannot be used, so nothing was added to it. Mend it, and keep the questions again:"
        raise FileError(message, [str(problem) for problem in read.problems])
    return OwnBank(path, text, read)


def add_questions(bank: OwnBank, questions: Sequence[Question]) -> None:
    """Write the questions to the end of the list. Raises FileError, and then the file is as it was."""
    text = _with(bank, questions)
    read = read_bank_text(text, bank.path.name)
    kept = {one.id for one in read.bank.questions} if read.bank else set()
    wanted = {one.id for one in questions} | {one.id for one in bank.questions}
    if not wanted <= kept or len(read.problems) > len(bank.read.problems):
        message = (
            f"{bank.path} is written in a way that nothing can be added to. Make `questions:` a list with “- id:”."
        )
        raise FileError(message, [str(problem) for problem in read.problems])
    write_file(bank.path, text)


def _with(bank: OwnBank, questions: Sequence[Question]) -> str:
    text = bank.text if bank.text.endswith("\n") else f"{bank.text}\n"
    first = min(bank.read.lines.values(), default=0)
    line = text.split("\n")[first - 1] if first else "  - id"
    indent = line[: len(line) - len(line.lstrip())] if line.lstrip().startswith("-") else "  "
    if not first:
        text = _EMPTY_LIST.sub(lambda found: f"questions:{' ' + found[1] if found[1] else ''}", text, count=1)
    block = "".join(f"{indent}{one}\n" if one else "\n" for question in questions for one in _lines(question))
    end = _end_of_list(text)
    return f"{text[:end]}{block}{text[end:]}"


def _end_of_list(text: str) -> int:
    """Where the list ends: before the next field of the file, or at its end."""
    start = re.search(r"^questions:", text, re.MULTILINE)
    after = _TOP_LEVEL.search(text, start.end()) if start else None
    return after.start() if after else len(text)


def _lines(question: Question) -> Iterator[str]:
    """One question as a list item; every text in double quotes, so that none means anything else."""
    yield f"- id: {quoted(question.id)}"
    yield f"  prompt: {quoted(question.prompt)}"
    yield f"  kind: {question.kind.value}"
    yield f"  competency: {question.competency.value}"
    yield f"  difficulty: {question.difficulty.value}"
    yield f"  levels: [{', '.join(level.value for level in question.levels)}]"
    yield f"  really_asking: {quoted(question.really_asking)}"
    yield "  anchors:"
    anchors = question.anchors
    yield from (
        f"    {mark}: {quoted(text)}" for mark, text in ((1, anchors.one), (3, anchors.three), (5, anchors.five))
    )
    yield f"  probes: [{', '.join(map(quoted, question.probes))}]"
    yield f"  source: {quoted(question.source)}"
    yield f"  asked_on: {quoted(question.asked_on)}"


def quoted(text: str) -> str:
    """Text as a YAML scalar in double quotes, on one line."""
    words = json.dumps(" ".join(strip_controls(text).split()), ensure_ascii=False)
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in words)


def _escaped(letter: str) -> str:
    return f"\\U{ord(letter):08x}" if ord(letter) > 0xFFFF else f"\\u{ord(letter):04x}"  # noqa: PLR2004 - four digits
