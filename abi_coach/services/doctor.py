"""A look at everything that can go wrong in a home, and what to do about each."""

from __future__ import annotations

import os
import re
import shutil
import stat
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import CoachError
from abi_coach.domain.value import Value, frozen
from abi_coach.services.crash_report import crash_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from abi_coach.services.parts import Parts

LEAST_FREE_BYTES: Final = 50 * 1024 * 1024
NEW_FOR: Final = timedelta(days=2)
"""A home may be without a copy for so long: the first one is made on the first start of a day."""

_COMPUTED: Final = "`abi doctor --rebuild` computes it again and loses nothing."
_IS_COMPUTED: Final = re.compile(
    r"^What is noted of |^Entry |^The ladder of |^The search index "
    r"|structure: (row \d+ missing from|wrong # of entries in|non-unique entry in) index \w+\.$"
)
"""Problems with what only repeats the revisions; a copy that is older would lose what was written since."""


@frozen
class Finding(Value):
    """One thing looked at: whether it is well, what was seen, and what to do; advice alone is no failure."""

    what: str
    is_well: bool
    seen: str
    advice: str = ""


def examine(coach: Parts) -> list[Finding]:
    """Look at settings, journal, newest backup, banks, templates, permissions, free space and reports of crashes."""
    found: list[Finding] = []
    for name, look in _LOOKS.items():
        try:
            found.extend(look(coach))
        except CoachError as error:
            found.append(Finding(name, is_well=False, seen=str(error)))
    return found


def _settings(coach: Parts) -> Iterator[Finding]:
    error = coach.config_error
    for problem in (error.problems or (str(error),)) if error else ():
        advice = "Mend the line, or move the file away to use our defaults."
        yield Finding(
            "settings", is_well=False, seen=problem + ("" if problem.endswith(("?", ".")) else "."), advice=advice
        )
    if error is None:
        seen = "config.toml can be used" if coach.has_config else "no config.toml, so every rule is our default"
        yield Finding("settings", is_well=True, seen=seen)


def _journal(coach: Parts) -> Iterator[Finding]:
    problems = coach.journal.check()
    for problem in problems:
        advice = _COMPUTED if _IS_COMPUTED.search(problem) else "`abi restore` goes back to a copy."
        yield Finding("journal", is_well=False, seen=problem, advice=advice)
    if not problems:
        count = sum(coach.journal.counts().values())
        yield Finding("journal", is_well=True, seen=f"{count} entries, every checksum right")


def _backup(coach: Parts) -> Iterator[Finding]:
    newest = coach.care.newest_backup()
    if newest is None:
        yield _no_copy(coach)
        return
    problems = coach.care.backup_problems(newest)
    for problem in problems:
        seen = f"{newest.name}: {problem}"
        yield Finding("backup", is_well=False, seen=seen, advice="`abi backup` makes a new one.")
    if not problems:
        count = len(coach.care.backups())
        told = "one copy" if count == 1 else f"{count} copies"
        yield Finding("backup", is_well=True, seen=f"{told}, the newest is {newest.name}, every checksum right")


def _no_copy(coach: Parts) -> Finding:
    """A copy that is missing is a failure only where there was a day to make one."""
    if not coach.home.journal.exists():
        return Finding("backup", is_well=True, seen="nothing to copy yet")
    first = next((revision.at for revision in coach.journal.revisions()), coach.clock())  # ids sort by time
    is_new = coach.is_demo or coach.clock() - first < NEW_FOR
    return Finding("backup", is_well=is_new, seen="no copy yet.", advice="`abi backup` makes one now.")


def _banks(coach: Parts) -> Iterator[Finding]:
    for problem in coach.library.problems:
        yield Finding("banks", is_well=False, seen=problem, advice="`abi bank lint` shows them all.")
    shelves = coach.library.shelves
    questions = sum(shelf.questions for shelf in shelves if not shelf.replaced)
    yield Finding("banks", is_well=True, seen=f"{len(shelves)} banks, {questions} questions")


def _templates(coach: Parts) -> Iterator[Finding]:
    problems = coach.documents.problems()
    for problem in problems:
        yield Finding("templates", is_well=False, seen=problem, advice="Mend it, or move it away to use ours.")
    if not problems:
        yield Finding("templates", is_well=True, seen=f"{len(coach.documents.names())} can be rendered")


def _folders(coach: Parts) -> Iterator[Finding]:
    home = coach.home
    if not home.root.exists():
        yield Finding("home", is_well=True, seen=f"{home.root} will be made when you first write something")
        return
    for path in (home.root, home.journal, home.backups, home.plans, home.debriefs):
        if path.exists() and os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding("home", is_well=False, seen=f"others can look into {path}", advice=f"chmod go= {path}")
    writable = os.access(home.root, os.W_OK)
    seen = f"{home.root} can be written" if writable else f"{home.root} cannot be written"
    yield Finding("home", is_well=writable, seen=seen, advice="" if writable else f"chmod u+w {home.root}")


def _space(coach: Parts) -> Iterator[Finding]:
    root = coach.home.root
    nearest = next(place for place in (root, *root.parents) if place.exists())
    free = shutil.disk_usage(nearest).free
    enough = free >= LEAST_FREE_BYTES
    advice = "" if enough else f"Make room: {LEAST_FREE_BYTES // 1_000_000} MB are the least to write and copy safely."
    yield Finding("space", is_well=enough, seen=f"{free // 1_000_000:,} MB free", advice=advice)


def _crashes(coach: Parts) -> Iterator[Finding]:
    """Reports are for a person to read and pass on, if they like; having crashed once is no fault of the home."""
    for report in crash_reports(coach.home):
        advice = "Nothing you typed is in it: pass it on if you like, then delete it."
        yield Finding("crash", is_well=True, seen=f"abi broke once, see {report}.", advice=advice)


_LOOKS: Final[dict[str, Callable[[Parts], Iterator[Finding]]]] = {
    "settings": _settings,
    "journal": _journal,
    "backup": _backup,
    "banks": _banks,
    "templates": _templates,
    "home": _folders,
    "space": _space,
    "crash": _crashes,
}
"""What is looked at, in this order."""
