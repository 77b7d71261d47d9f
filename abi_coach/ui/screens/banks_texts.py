"""What the Banks screen says of a question, of a file, and where there is neither."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from abi_coach.domain.counting import in_figures
from abi_coach.domain.errors import InputError
from abi_coach.domain.problem import MOST_LISTED
from abi_coach.services.question_text import told_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.glance import QuestionRow
    from abi_coach.domain.problem import Problem
    from abi_coach.services.bank_care import LintReport
    from abi_coach.services.coach import Coach

Pairs = list[tuple[str, str]]

MOST_SHOWN: Final = 300
"""Problems of one file that stand on the screen; nobody mends more at a sitting."""

NO_FILES: Final[Pairs] = [("", "You have no banks of your own yet."), ("Begin", "abi bank new ROLE")]

NO_OWN: Final = "You have no banks of your own yet; `abi bank new ROLE` begins one."
NO_QUESTION: Final = "No question fits. Try fewer words, or a filter less (f3)."

OURS: Final = "That bank is ours: an update puts our text back. Your own question with the same id replaces it."


def told_row(coach: Coach, rows: Sequence[QuestionRow], place: int) -> Pairs:
    """The question in this place, whole, and where it is written."""
    if not rows:
        return [("", "No question fits."), ("Try", "fewer words, or a filter less (f3)")]
    try:
        question = coach.library.question(rows[place].id)
    except InputError as error:
        return [("", str(error))]
    written = coach.library.place(question.id)
    told = told_question(question, coach.settings.kind_times)
    return [*told, *([("File", f"{written.path}:{written.line}")] if written else [])]


def told_report(path: Path, report: LintReport, clashes: Sequence[str]) -> Pairs:
    """What lint says of a file, each with its line; `clashes` is what it shares with the other files of the folder."""
    shared = [("not used", clash.removeprefix(f"{path.name}:")) for clash in clashes_of(path, clashes)]
    lines = [*shared, *(_told(each, "") for each in report.errors), *(_told(each, " style") for each in report.style)]
    if len(lines) > MOST_SHOWN:
        lines[MOST_SHOWN:] = [("and besides", f"{len(lines) - MOST_SHOWN:,} more; `abi bank lint` tells them all")]
    return [("", f"{path.name}: {in_figures(report.questions, 'question')}"), *(lines or [("Lint", "nothing to mend")])]


def clashes_of(path: Path, clashes: Sequence[str]) -> list[str]:
    """Those that are about this file."""
    return [clash for clash in clashes if clash.startswith(f"{path.name}:")]


def file_line(path: str, questions: int, problems: int) -> str:
    """A file as the list shows it."""
    many = f"more than {MOST_LISTED}" if problems > MOST_LISTED else problems
    return f"{Path(path).name}  {in_figures(questions, 'question')}{f', {many} to mend' if problems else ''}"


def _told(problem: Problem, what: str) -> tuple[str, str]:
    path = f"{problem.path}: " if problem.path else ""
    return f"line {problem.line}{what}", f"{path}{problem.what}" + (f"; {problem.write}" if problem.write else "")
