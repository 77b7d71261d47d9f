"""A look at everything that can go wrong in a home, and what to do about each."""

from __future__ import annotations

import os
import shutil
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import CoachError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from abi_coach.services.coach import Coach

LEAST_FREE_BYTES: Final = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, what was seen, and what to do when it is not."""

    what: str
    is_well: bool
    seen: str
    advice: str = ""


def examine(coach: Coach) -> list[Finding]:
    """Look at the journal, the newest backup, banks, templates, permissions and free space."""
    looks: tuple[Callable[[Coach], Iterator[Finding]], ...] = (_journal, _backup, _banks, _templates, _folders, _space)
    found: list[Finding] = []
    for look in looks:
        try:
            found.extend(look(coach))
        except CoachError as error:
            found.append(Finding(look.__name__.strip("_"), is_well=False, seen=str(error)))
    return found


def _journal(coach: Coach) -> Iterator[Finding]:
    problems = coach.journal.check()
    for problem in problems:
        yield Finding("journal", is_well=False, seen=problem, advice="`abi restore` goes back to a copy.")
    if not problems:
        count = sum(coach.journal.counts().values())
        yield Finding("journal", is_well=True, seen=f"{count} entries, every checksum right")


def _backup(coach: Coach) -> Iterator[Finding]:
    copies = coach.care.backups()
    if copies:
        yield Finding("backup", is_well=True, seen=f"{len(copies)} copies, the newest is {copies[0].name}")
    elif coach.home.journal.exists():
        yield Finding("backup", is_well=False, seen="no copy yet", advice="`abi backup` makes one now.")
    else:
        yield Finding("backup", is_well=True, seen="nothing to copy yet")


def _banks(coach: Coach) -> Iterator[Finding]:
    for problem in coach.library.problems:
        yield Finding("banks", is_well=False, seen=problem, advice="`abi bank lint` shows them all.")
    shelves = coach.library.shelves
    questions = sum(shelf.questions for shelf in shelves if not shelf.replaced)
    yield Finding("banks", is_well=True, seen=f"{len(shelves)} banks, {questions} questions")


def _templates(coach: Coach) -> Iterator[Finding]:
    problems = coach.documents.problems()
    for problem in problems:
        yield Finding("templates", is_well=False, seen=problem, advice="Mend it, or move it away to use ours.")
    if not problems:
        yield Finding("templates", is_well=True, seen=f"{len(coach.documents.names())} can be rendered")


def _folders(coach: Coach) -> Iterator[Finding]:
    home = coach.home
    if not home.root.exists():
        yield Finding("home", is_well=True, seen=f"{home.root} will be made when you first write something")
        return
    for path in (home.root, home.journal, home.backups):
        if path.exists() and os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            yield Finding("home", is_well=False, seen=f"others can look into {path}", advice=f"chmod go= {path}")
    writable = os.access(home.root, os.W_OK)
    seen = f"{home.root} can be written" if writable else f"{home.root} cannot be written"
    yield Finding("home", is_well=writable, seen=seen, advice="" if writable else f"chmod u+w {home.root}")


def _space(coach: Coach) -> Iterator[Finding]:
    root = coach.home.root
    nearest = next(place for place in (root, *root.parents) if place.exists())
    free = shutil.disk_usage(nearest).free
    enough = free >= LEAST_FREE_BYTES
    yield Finding("space", is_well=enough, seen=f"{free // 1_000_000:,} MB free", advice="" if enough else "Make room.")
