"""A bank's file becomes a bank: what is wrong is told all at once, and what is right is kept."""

from __future__ import annotations

import sys
from bisect import bisect_left
from dataclasses import field
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from abi_coach.domain.bank import Bank
from abi_coach.domain.bank_head import BankHead
from abi_coach.domain.problem import Problem, quoted
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.bytes import examine_harmless
from abi_coach.storage.garbage import collection_paused
from abi_coach.storage.question_reader import COMPETENCIES, read_question
from abi_coach.storage.tree import read_tree
from abi_coach.storage.tree_fields import decimal_number, line, one_of, text, word
from abi_coach.storage.tree_nodes import Finished, Mapping, Mark, Node, Path, Refused, Report, Scalar, Sequence
from abi_coach.storage.tree_shape import Shape, list_of, mapping_of

if TYPE_CHECKING:
    from collections.abc import Sequence as SequenceOf
    from pathlib import Path as FilePath

    from abi_coach.domain.question import AnyQuestion

_FORMAT: Final = "1"
_QUESTIONS: Final = (None, "questions")


@frozen
class ReadBank(Value):
    """What a file gave: the bank, or None if it cannot be used at all.

    `lines` tells the line of every question by its id, from 1, and `prompts` where its prompt is; `skipped` counts the
    questions that were left out; `problems` are in the order of the file.
    """

    bank: Bank | None
    lines: dict[str, int] = field(default_factory=dict)
    prompts: dict[str, Mark] = field(default_factory=dict)
    skipped: int = 0
    problems: tuple[Problem, ...] = ()


def _kept(node: Node, _report: Report, _path: object) -> Node:
    return node


_HEAD: Final = Shape(
    {
        "format": one_of({_FORMAT: 1}, "a format that this abi knows"),
        "id": word,
        "title": line,
        "summary": text,
        "aliases": list_of(line),
        "weights": mapping_of(COMPETENCIES.get, "competency", decimal_number),
        "includes": list_of(word),
        "skills": mapping_of(lambda name: name.strip() or None, "skill", list_of(line)),
        "questions": _kept,
    },
    ("format", "id", "title", "questions"),
)


def read_bank(path: FilePath, within: FilePath | None = None) -> ReadBank:
    """Read a bank's file; with `within`, a link that leads out of that folder is refused.

    A question with anything wrong in it is skipped, also one whose id is taken already; the rest is kept. No bank
    comes of a file that cannot be read as text and tree, is of another format, or has no id.
    """
    content, problems = examine_harmless(path, within=within)
    if content is None:
        return ReadBank(None, problems=tuple(problems))
    return read_bank_text(content, path.name, problems)


def read_bank_text(content: str, name: str, found: SequenceOf[Problem] = ()) -> ReadBank:
    """Read a bank out of a harmless text; `name` is the file's, for the problems, `found` are those of its bytes."""
    with collection_paused():
        return _read(content, name, found)  # the tree is gone when this returns, before anybody looks for garbage


def _read(content: str, name: str, found: SequenceOf[Problem]) -> ReadBank:
    inside = Report(name)
    tree, report = read_tree(content, name, partial(_finish, inside))
    report.take(found)
    if tree is None:
        return ReadBank(None, problems=report.told())
    head = _read_head(tree, report)
    questions = _Questions(tree, report, inside)
    bank = Bank(head, tuple(questions.found.values())) if head is not None else None
    return ReadBank(bank, questions.lines, questions.prompts, questions.skipped, report.told())


class _ReadQuestion(NamedTuple):
    """A question, or None if anything in it is wrong; its id as it is written, and where its prompt is."""

    question: AnyQuestion | None
    id: Node | None = None
    prompt: Mark | None = None


def _finish(inside: Report, node: Mapping, path: Path) -> Node:
    """Make a question of what stands in the list of questions; its problems count only if the file can be used."""
    if path is None or path[0] != _QUESTIONS:
        return node
    question, entries = read_question(node, inside, path), node.entries
    prompt = entries["prompt"][1].mark if question else None
    written = entries["id"][1] if "id" in entries else None
    return Finished(node.mark, _ReadQuestion(question, written, prompt))


def _read_head(tree: Mapping, report: Report) -> BankHead | None:
    values = cast("dict[str, Any]", _HEAD.read(tree, report, None) or {})
    values.pop("questions", None)
    written = tree.entries.get("format")
    if written is not None and values.pop("format", None) is None:
        return None
    if "id" not in values:
        return None
    return BankHead(**{"title": values["id"], **values})


class _Questions:
    """The questions of one file, as far as they can be used; `inside` has the problems of those read already."""

    def __init__(self, tree: Mapping, report: Report, inside: Report) -> None:
        self.found: dict[str, AnyQuestion] = {}
        self.lines: dict[str, int] = {}
        self.prompts: dict[str, Mark] = {}
        self.skipped = 0
        self._report = report
        self._seen: dict[str, int] = {}
        self._refused = sorted(report.inner_lines)
        report.problems += inside.problems
        node = tree.entries["questions"][1] if "questions" in tree.entries else None
        if isinstance(node, Sequence):
            later = [mark.line for mark, _ in tree.entries.values() if mark.line > node.mark.line]
            self._read_all(node, min(later, default=sys.maxsize))
        elif node is not None and not isinstance(node, Refused):
            report.add(node.mark, _QUESTIONS, "must be a list", "write one “- id: …” for each question")

    def _read_all(self, node: Sequence, end: int) -> None:
        starts = [item.mark.line for item in node.items]
        for place, (item, after) in enumerate(zip(node.items, [*starts[1:], end], strict=False)):
            path = (_QUESTIONS, place)
            read = item.value if isinstance(item, Finished) else None
            if not isinstance(read, _ReadQuestion):
                read = _ReadQuestion(read_question(item, self._report, path))
            is_new = self._is_new(read.id, (path, "id"))
            if read.question is None or read.prompt is None or not is_new or self._has_refused(item.mark.line, after):
                self.skipped += 1
            else:
                self.found[read.question.id] = read.question
                self.lines[read.question.id] = item.mark.line + 1
                self.prompts[read.question.id] = read.prompt

    def _is_new(self, written: Node | None, path: Path) -> bool:
        if not isinstance(written, Scalar):
            return True
        name, line_number = written.text.strip(), written.mark.line + 1
        first = self._seen.setdefault(name, line_number)
        if first != line_number:
            what = f"{quoted(name)} is the id of two questions, on lines {first} and {line_number}"
            self._report.add(written.mark, path, what, "give one of them an id of its own")
        return first == line_number

    def _has_refused(self, start: int, end: int) -> bool:
        """Tell whether something was refused in these lines while the tree was built; a part of it is missing then."""
        place = bisect_left(self._refused, start)
        return place < len(self._refused) and self._refused[place] < max(end, start + 1)
