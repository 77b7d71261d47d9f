"""Checking banks: what is wrong in which file and where, and what would read better."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from abi_coach.domain.bank_style import style_of
from abi_coach.domain.problem import Problem, quoted
from abi_coach.domain.value import Value, frozen
from abi_coach.services.bank_likeness import Finding, Placed, alike
from abi_coach.storage.bank_reader import read_bank
from abi_coach.storage.bundled import bundled
from abi_coach.storage.bytes import examine_harmless
from abi_coach.storage.catalogue_file import ENDINGS
from abi_coach.storage.catalogue_replacing import shared_bank, shared_id
from abi_coach.storage.catalogue_rows import Narrowing
from abi_coach.storage.garbage import collection_paused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from abi_coach.services.library import Library
    from abi_coach.storage.bank_reader import ReadBank
    from abi_coach.storage.home import Home


@frozen
class LintReport(Value):
    """What was read; every error and every matter of style, in the order of files and lines."""

    files: int
    questions: int
    errors: tuple[Problem, ...]
    style: tuple[Problem, ...] = ()


class BankCare:
    """Looks after bank files."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home = home
        self._library = library

    def lint(self, paths: Sequence[Path] = ()) -> LintReport:
        """Check these files and folders; without any, the shipped banks and the person's own."""
        with collection_paused():  # a hundred thousand values that all stay alive: looking for garbage finds none
            return self._lint(paths)

    def _lint(self, paths: Sequence[Path]) -> LintReport:
        named = list(paths) or [bundled("question_banks"), self._home.question_banks]
        found = (pair for path in named for pair in _bank_files(path, explicit=bool(paths)))
        files = {file.absolute(): (file, folder) for file, folder in found}  # what is named twice is told once
        read = [(file, read_bank(file, within=folder)) for file, folder in files.values()]
        errors = [problem for _, bank in read for problem in bank.problems]
        errors += [*_shared_banks(read), *_shared_ids(read)]
        return LintReport(len(read), sum(len(bank.lines) for _, bank in read), tuple(errors), self._style(read))

    def _style(self, read: Sequence[tuple[Path, ReadBank]]) -> tuple[Problem, ...]:
        questions = [
            Placed(question, file, bank.lines[question.id], bank.prompts[question.id])
            for file, bank in read
            for question in (bank.bank.questions if bank.bank else ())
        ]
        declared = {
            name
            for _, bank in read
            if bank.bank
            for skill, others in bank.bank.head.skills.items()
            for name in (skill, *others)
        }
        own = [
            Finding(one, found.field, found.what, found.write) for one in questions for found in style_of(one.question)
        ]
        by_file: dict[Path, list[Finding]] = {file: [] for file, _ in read}
        for finding in (*own, *alike(questions), *self._lonely(questions, declared)):
            by_file[finding.one.path].append(finding)
        return tuple(problem for file, findings in by_file.items() for problem in _with_places(file, findings))

    def _lonely(self, questions: Sequence[Placed], declared: set[str]) -> Iterator[Finding]:
        """Skills and levels that only one question has: most often a slip of the pen."""
        skills = Counter(skill for one in questions for skill in getattr(one.question, "skills", ()))
        levels = Counter(level for one in questions for level in one.question.levels)
        for one in questions:
            for skill in getattr(one.question, "skills", ()):
                if skills[skill] == 1 and skill not in declared and not self._is_known(one, Narrowing(skill=skill)):
                    what, write = f"{quoted(skill)} is in no other question", self._meant(skill, declared)
                    yield Finding(one, "skills", what, write)
            for level in one.question.levels:
                if levels[level] == 1 and not self._is_known(one, Narrowing(level=level.value)):
                    yield Finding(one, "levels", f"{level.value} is in no other question", "check that it is meant")

    def _is_known(self, one: Placed, narrowing: Narrowing) -> bool:
        if narrowing.skill in self._library.skill_names:
            return True
        return any(row.id != one.question.id for row in self._library.catalogue.narrowed(narrowing, 2))

    def _meant(self, skill: str, declared: set[str]) -> str:
        from difflib import get_close_matches  # noqa: PLC0415 - only after a miss

        near = get_close_matches(skill, [*declared, *self._library.skill_names], 1)
        return f"did you mean {near[0]}?" if near else "add it to the bank's skills if it is meant"


def _with_places(file: Path, findings: Sequence[Finding]) -> list[Problem]:
    """The findings of one file in its order; for most fields the file must be looked at again."""
    text, _ = examine_harmless(file) if any(each.field != "prompt" for each in findings) else ("", [])
    lines = (text or "").splitlines()
    return sorted(finding.problem(lines) for finding in findings)


def _bank_files(path: Path, *, explicit: bool) -> Iterator[tuple[Path, Path]]:
    """A file, or the YAML files of a folder; no link may lead out of the folder, for the library would refuse it, too.

    What was named and is not there, or cannot be opened, is told by the reader; so is a folder that is named as a file.
    """
    if path.is_dir() and path.suffix not in ENDINGS:
        try:
            inside = sorted(file for file in path.iterdir() if file.suffix in ENDINGS and file.name[0] != ".")
        except OSError:
            inside = [path]
        yield from ((file, path) for file in inside)
    elif explicit:
        yield path, path.parent


def _shared_ids(read: Sequence[tuple[Path, ReadBank]]) -> Iterator[Problem]:
    """Ids that files of one folder share: only one of the questions could ever be asked."""
    folders: dict[Path, dict[str, tuple[Path, int]]] = {}
    for file, bank in read:
        first = folders.setdefault(file.parent, {})
        for question, line in bank.lines.items():
            seen = first.setdefault(question, (file, line))
            if seen[0] is not file:
                yield shared_id(file.name, line, question, f"{seen[0].name}:{seen[1]}")


def _shared_banks(read: Sequence[tuple[Path, ReadBank]]) -> Iterator[Problem]:
    first: dict[tuple[Path, str], Path] = {}
    for file, bank in read:
        if bank.bank:
            seen = first.setdefault((file.parent, bank.bank.head.id), file)
            if seen != file:
                yield shared_bank(file.name, bank.bank.head.id, seen.name)
