"""`abi bank`: browse and check question banks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell

if TYPE_CHECKING:
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.library import Shelf


@click.group(cls=CoachGroup, default="list", short_help="Question banks: browse, check, write your own.")
def bank() -> None:
    """Browse the question banks, and check those you write."""


@bank.command("list")
@INVOCATION
def list_banks(invocation: Invocation) -> None:
    """List the banks, with how many questions each has, and which of yours replace ours."""
    library = invocation.coach.library
    shelves = library.shelves
    if invocation.json:
        say_json("abi.banks/1", {"banks": [_shelf_values(shelf) for shelf in shelves], "problems": library.problems})
        return
    for shelf in shelves:
        whose = "yours" if shelf.own else "ours"
        note = "  (replaced by yours)" if shelf.replaced else ""
        say(f"{shelf.head.id:<26} {shelf.questions:>4}  {whose:<6} {shelf.head.title}{note}")
    for problem in library.problems:
        tell(problem)


@bank.command("show")
@click.argument("wanted", metavar="BANK|QUESTION")
@INVOCATION
def show(invocation: Invocation, wanted: str) -> None:
    """Show a bank's questions, or one question whole."""
    library = invocation.coach.library
    if wanted in library.heads:
        rows = library.rows([wanted])
        if invocation.json:
            say_json("abi.bank/1", {"id": wanted, "questions": [row._asdict() for row in rows]})
            return
        for row in rows:
            say(f"{row.id:<36} {row.prompt}")
        return
    from abi_coach.storage.values import to_plain  # noqa: PLC0415 - on use

    question = library.question(wanted)
    if invocation.json:
        say_json("abi.question/1", to_plain(question) | {"kind": question.kind.value})
        return
    for line in question_lines(question):
        say(line)


@bank.command("lint")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@INVOCATION
def lint(invocation: Invocation, paths: tuple[Path, ...]) -> int:
    """Check bank files and folders; without PATHS, ours and yours. 1 if anything is wrong."""
    report = invocation.coach.banks.lint(paths)
    if invocation.json:
        errors = [problem_values(problem) for problem in report.errors]
        say_json("abi.bank.lint/1", {"files": report.files, "questions": report.questions, "errors": errors})
    else:
        for problem in report.errors:
            say(str(problem))
        files = "1 file" if report.files == 1 else f"{report.files} files"
        tell(f"{files}, {report.questions} questions, {len(report.errors)} errors.")
    return 1 if report.errors else 0


def problem_values(problem: Any) -> dict[str, Any]:  # noqa: ANN401 - a Problem, imported on use
    """A problem as JSON."""
    return {name: getattr(problem, name) for name in ("name", "line", "column", "path", "what", "write")}


def question_lines(question: AnyQuestion) -> list[str]:
    """A question with all that an interviewer knows about it."""
    from abi_coach.services.question_text import told_question  # noqa: PLC0415 - on use

    return [f"{label:<15}{text}" if label else text for label, text in told_question(question)]


def _shelf_values(shelf: Shelf) -> dict[str, Any]:
    return {
        "id": shelf.head.id,
        "title": shelf.head.title,
        "questions": shelf.questions,
        "own": shelf.own,
        "replaced": shelf.replaced,
        "path": shelf.path,
        "aliases": list(shelf.head.aliases),
    }
