"""`abi bank`: browse and check question banks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click

from abi_coach.cli.given_path import GivenPath
from abi_coach.cli.group import CoachGroup
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell, write_document
from abi_coach.domain.counting import in_figures
from abi_coach.domain.errors import JournalError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from abi_coach.domain.kind import Kind
    from abi_coach.domain.problem import Problem
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.domain.timing import KindTimes
    from abi_coach.services.coach import Coach
    from abi_coach.services.library import Library

_MORE = {
    "list": ("abi_coach.cli.bank_list", "list_banks", "The banks, and which of yours replace ours."),
    "search": ("abi_coach.cli.bank_search", "search", "Find questions by words, also misspelt ones."),
    "new": ("abi_coach.cli.bank_writing", "new", "Start a bank of your own."),
    "schema": ("abi_coach.cli.bank_writing", "schema", "Print the JSON Schema of a bank, for your editor."),
    "export": ("abi_coach.cli.bank_writing", "export", "Write questions for Anki or a spreadsheet."),
    "hide": ("abi_coach.cli.bank_marks", "hide", "Keep a question out of later sets."),
    "unhide": ("abi_coach.cli.bank_marks", "unhide", "Let a hidden question be asked again."),
    "rename": ("abi_coach.cli.bank_marks", "rename", "Let a question's history follow it to a new id."),
}


@click.group(cls=CoachGroup, default="list", lazy=_MORE, short_help="Question banks: browse, check, write your own.")
def bank() -> None:
    """Browse the question banks, and check those you write."""


@bank.command("show")
@click.argument("wanted", metavar="BANK|QUESTION")
@INVOCATION
def show(invocation: Invocation, wanted: str) -> None:
    """Show a bank's questions, or one question whole."""
    library = invocation.coach.library
    banks = [name for name in library.heads if name == wanted] or [n for n in library.heads if n.startswith(wanted)]
    if len(banks) == 1 and wanted:
        rows = library.rows(banks)
        if invocation.json:
            say_json("abi.bank/1", {"id": banks[0], "questions": [row._asdict() for row in rows]})
            return
        for row in rows:
            say(f"{row.id:<36} {row.prompt}")
        return
    if not _show_retired(invocation, wanted):
        _show_question(invocation.coach, _question(library, wanted), as_json=invocation.json)


def _show_retired(invocation: Invocation, wanted: str) -> bool:
    """Show what is left of a question that was answered and is in no bank any more; whether it is such a one."""
    if invocation.coach.library.catalogue.place(wanted) is not None:
        return False
    from abi_coach.cli.bank_list import question_care, retired_values  # noqa: PLC0415 - only after a miss

    with suppress(JournalError):
        retired = next((each for each in question_care(invocation).retired() if each.question == wanted), None)
        if retired is not None and invocation.json:
            say_json("abi.bank.retired/1", {"retired": [retired_values(retired)]})
        elif retired is not None:
            say(retired.prompt)
            last = f"{retired.last_final}, {retired.last_at.astimezone():%d %b %Y}"
            say(f"Retired: it is in no bank any more. Last rated {last}.")
            say(f"Your answers are still there: `abi practice history --question {wanted}`.")
        return retired is not None
    return False


def _question(library: Library, wanted: str) -> AnyQuestion:
    try:
        return library.question(wanted)
    except NotFoundError:
        from abi_coach.services.library import nearest  # noqa: PLC0415 - only after a miss

        what = "bank or question"
        raise NotFoundError(what, wanted, nearest(wanted, [*library.heads, *library.catalogue.ids()])) from None


def _show_question(coach: Coach, question: AnyQuestion, *, as_json: bool) -> None:
    place = coach.library.place(question.id)
    if as_json:
        from abi_coach.storage.values import to_plain  # noqa: PLC0415 - on use

        where = {"path": place and place.path, "line": place and place.line}
        say_json("abi.question/1", to_plain(question) | {"kind": question.kind.value} | where)
        return
    for line in question_lines(question, coach.settings.kind_times):
        say(line)
    if place:
        say(f"{'File':<15}{place.path}:{place.line}")


@bank.command("lint")
@click.argument("paths", nargs=-1, type=GivenPath())
@click.option("--strict", is_flag=True, help="Matters of style make it fail, too.")
@INVOCATION
def lint(invocation: Invocation, paths: tuple[Path, ...], *, strict: bool) -> int:
    """Check bank files and folders; without PATHS, ours and yours. 1 if anything is wrong."""
    report = invocation.coach.banks.lint(paths)
    if invocation.json:
        errors, style = ([problem_values(each) for each in told] for told in (report.errors, report.style))
        counts = {"files": report.files, "questions": report.questions}
        say_json("abi.bank.lint/1", {**counts, "errors": errors, "style": style})
    else:
        lines = [*map(str, report.errors), *(problem.told("style") for problem in report.style)]
        if lines:  # thousands, for a big bank, so written at once
            write_document("\n".join(lines))
        files = in_figures(report.files, "file")
        told = f"{in_figures(len(report.errors), 'error')}, {in_figures(len(report.style), 'matter')} of style"
        tell(f"{files}, {in_figures(report.questions, 'question')}, {told}.")
    return 1 if report.errors or (strict and report.style) else 0


def problem_values(problem: Problem) -> dict[str, Any]:
    """A problem as JSON."""
    return {name: getattr(problem, name) for name in ("name", "line", "column", "path", "what", "write")}


def question_lines(question: AnyQuestion, kinds: Mapping[Kind, KindTimes]) -> list[str]:
    """A question with all that an interviewer knows about it; `kinds` are the times of each kind."""
    from abi_coach.services.question_text import told_question  # noqa: PLC0415 - on use

    return [f"{label:<15}{text}" if label else text for label, text in told_question(question, kinds)]
