"""Checking banks: what is wrong in which file, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from abi_coach.domain.problem import Problem
from abi_coach.storage.bank_reader import read_bank
from abi_coach.storage.bundled import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from abi_coach.services.library import Library
    from abi_coach.storage.bank_reader import ReadBank
    from abi_coach.storage.home import Home

_ENDINGS = frozenset({".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class LintReport:
    """What was read, and every problem in the order of files and lines."""

    files: int
    questions: int
    errors: tuple[Problem, ...]


class BankCare:
    """Looks after bank files."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home = home
        self._library = library

    def lint(self, paths: Sequence[Path] = ()) -> LintReport:
        """Check these files and folders; without any, the shipped banks and the person's own."""
        named = list(paths) or [bundled("question_banks"), self._home.question_banks]
        files = [file for path in named for file in _bank_files(path, explicit=bool(paths))]
        read = [(file, read_bank(file)) for file in files]
        errors = [problem for _, bank in read for problem in bank.problems]
        errors += _shared_ids(read)
        questions = sum(len(bank.bank.questions) for _, bank in read if bank.bank)
        return LintReport(len(files), questions, tuple(errors))


def _bank_files(path: Path, *, explicit: bool) -> Iterator[Path]:
    """A file as it is; of a folder, the YAML files in it. What was named and is not there is told by the reader."""
    if path.is_dir():
        yield from sorted(file for file in path.iterdir() if file.suffix in _ENDINGS)
    elif explicit:
        yield path


def _shared_ids(read: Sequence[tuple[Path, ReadBank]]) -> Iterator[Problem]:
    """Ids that files of one folder share: only one of the questions could ever be asked."""
    first: dict[tuple[Path, str], tuple[Path, int]] = {}
    for file, bank in read:
        for question, line in bank.lines.items():
            seen = first.setdefault((file.parent, question), (file, line))
            if seen[0] != file:
                what = f"the id “{question}” is in {seen[0].name}:{seen[1]} too"
                yield Problem(file.name, line, 1, "questions", what, "give one of them another id")
