"""`abi bank list`: the banks, what replaces what, and questions that are hidden or retired."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from abi_coach.cli.group import CoachCommand
from abi_coach.cli.invocation import INVOCATION, Invocation
from abi_coach.cli.output import say, say_json, tell
from abi_coach.domain.errors import JournalError

if TYPE_CHECKING:
    from abi_coach.services.library import Library
    from abi_coach.services.question_care import QuestionCare, Retired
    from abi_coach.services.shelf import Shelf

MOST_TOLD: Final = 5
"""Problems of one file that stand below the list; every file that has any is named."""


@click.command("list", cls=CoachCommand)
@click.option("--flagged", is_flag=True, help="List the questions that you keep out of sets instead, and why.")
@click.option(
    "--retired", is_flag=True, help="List the questions that you have answered and that no bank has any more."
)
@INVOCATION
def list_banks(invocation: Invocation, *, flagged: bool, retired: bool) -> None:
    """List the banks, with how many questions each has, and which of yours replace ours."""
    care = question_care(invocation)
    if flagged:
        _list_flagged(care, invocation.coach.library, as_json=invocation.json)
    elif retired:
        _list_retired(care.retired(), as_json=invocation.json)
    else:
        _list_shelves(invocation.coach.library, _renames(care), as_json=invocation.json)


def question_care(invocation: Invocation) -> QuestionCare:
    """The care of hidden, renamed and retired questions."""
    from abi_coach.services.question_care import QuestionCare  # noqa: PLC0415 - on use

    return QuestionCare(invocation.coach.journal, invocation.coach.library)


def _renames(care: QuestionCare) -> list[Retired]:
    """Questions that seem to have a new id; banks can be listed without a journal that can be read."""
    with suppress(JournalError):
        return [each for each in care.retired() if each.now]
    return []


def _list_shelves(library: Library, renames: list[Retired], *, as_json: bool) -> None:
    shelves, replacements, problems = library.shelves, library.replacements, library.problems
    if as_json:
        document = {
            "banks": [_shelf_values(shelf, shelves) for shelf in shelves],
            "replacements": [each._asdict() for each in replacements],
            "renames": [{"old": each.question, "new": each.now} for each in renames],
            "problems": problems,
        }
        say_json("abi.banks/1", document)
        return
    for shelf in shelves:
        whose = "yours" if shelf.own else "ours"
        say(f"{shelf.head.id:<26} {shelf.questions:>4}  {whose:<6} {shelf.head.title}{_note(shelf, shelves)}")
    for each in replacements:
        say(f"Your {each.id} in {Path(each.path).name} replaces ours in {Path(each.replaced).name}.")
    for lost in renames:
        say(
            f"{lost.question} seems to be {lost.now} now: "
            f"`abi bank rename {lost.question} {lost.now}` keeps its history."
        )
    _tell_problems(problems)


def _tell_problems(problems: tuple[str, ...]) -> None:
    told: Counter[str] = Counter()
    for problem in problems:
        name = problem.partition(":")[0]
        told[name] += 1
        if told[name] <= MOST_TOLD:
            tell(problem)
    if any(number > MOST_TOLD for number in told.values()):
        tell("There is more to mend in these files; `abi bank lint` tells it all.")


def _note(shelf: Shelf, shelves: tuple[Shelf, ...]) -> str:
    notes = []
    if shelf.replaced:
        notes.append("replaced by yours" if not shelf.own else "not used: another file has this id")
    elif _replaces(shelf, shelves):
        notes.append("replaces ours")
    if shelf.skipped:
        notes.append(f"{shelf.skipped} skipped")
    return f"  ({', '.join(notes)})" if notes else ""


def _replaces(shelf: Shelf, shelves: tuple[Shelf, ...]) -> bool:
    ours = (other for other in shelves if not other.own and other.head.id == shelf.head.id)
    return shelf.own and not shelf.replaced and any(ours)


def _list_flagged(care: QuestionCare, library: Library, *, as_json: bool) -> None:
    flagged = care.flagged()
    if as_json:
        values = [{"question": each.question, "reason": each.reason, "at": each.at.isoformat()} for each in flagged]
        say_json("abi.bank.flagged/1", {"flagged": values})
        return
    prompts = {row.id: row.prompt for row in library.rows()} if flagged else {}
    for each in flagged:
        say(f"{each.question:<36} {each.reason or 'no reason given'}")
        say(f"    {prompts.get(each.question, 'in no bank any more')}")
    tell("`abi bank unhide ID` lets one be asked again." if flagged else "No question is hidden.")


def _list_retired(retired: list[Retired], *, as_json: bool) -> None:
    if as_json:
        say_json("abi.bank.retired/1", {"retired": [retired_values(each) for each in retired]})
        return
    for each in retired:
        say(f"{each.question:<36} last {each.last_at.astimezone():%d %b %Y}, rated {each.last_final}  {each.prompt}")
        if each.now:
            say(f"    seems to be {each.now} now: `abi bank rename {each.question} {each.now}`")
    if not retired:
        tell("Every question that you have answered is still in a bank.")


def retired_values(retired: Retired) -> dict[str, Any]:
    """A retired question as JSON."""
    fields = ("question", "prompt", "last_final", "now")
    return {**{name: getattr(retired, name) for name in fields}, "last_at": retired.last_at.isoformat()}


def _shelf_values(shelf: Shelf, shelves: tuple[Shelf, ...]) -> dict[str, Any]:
    return {
        "id": shelf.head.id,
        "title": shelf.head.title,
        "questions": shelf.questions,
        "skipped": shelf.skipped,
        "own": shelf.own,
        "replaced": shelf.replaced,
        "replaces": _replaces(shelf, shelves),
        "path": shelf.path,
        "aliases": list(shelf.head.aliases),
    }
