"""Care of the data: export, import, backups, restore."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import CoachError, FileError, JournalError, NotFoundError
from abi_coach.storage import backup as copies
from abi_coach.storage.exchange import import_file, write_export
from abi_coach.storage.journal_care import problems
from abi_coach.storage.journal_connection import opened_elsewhere
from abi_coach.storage.rotation import backups, newest_backup

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.clock import Clock
    from abi_coach.storage.home import Home
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_care import Merged
    from abi_coach.storage.revision import Revision


JOURNAL_LINES: Final = "journal.jsonl"
"""What an exported folder of notes is read back from."""


class Care:
    """What a person does to keep their data: take it out, bring it in, copy it, go back."""

    def __init__(self, home: Home, journal: Journal, clock: Clock) -> None:
        self._home = home
        self._journal = journal
        self._clock = clock

    def export(self, path: Path) -> int:
        """Write every revision to a file of JSON Lines; how many there were. Raises FileError."""
        if path.is_dir():
            message = f"{path} is a folder. Write a file name, e.g. {path / 'abi-export.jsonl'}."
            raise FileError(message)
        return write_export(self._journal, path)

    def bring_in(self, path: Path) -> Merged:
        """Merge an export or another journal: a union, all or nothing; twice changes nothing.

        A folder may be one that was exported, or another home. Raises FileError, JournalError and children.
        """
        return import_file(self._journal, _inside(path) if path.is_dir() else path, body_problem)

    def back_up(self) -> Path | None:
        """Copy the journal now; None when there is nothing to copy yet. Raises JournalError and children."""
        self._journal.counts()  # a journal that has gone missing is told, and not taken for a new home
        return self._journal.make_backup("byhand")

    def back_up_daily(self) -> Path | None:
        """The day's first copy, if it is due. Meant for a thread of its own."""
        return self._journal.make_backup("daily") if self._journal.backup_due() else None

    def back_up_quietly(self) -> None:
        """The day's first copy, if it is due and can be made; one that cannot is for `abi doctor` to tell."""
        with contextlib.suppress(CoachError):
            self.back_up_daily()

    def backup_problems(self, copy: Path) -> list[str]:
        """What is wrong with a copy, one line each; empty is good."""
        try:
            with opened_elsewhere(copy) as connection:
                return problems(connection)
        except JournalError as error:
            return [str(error)]

    def backups(self) -> list[Path]:
        """The copies there are, newest first."""
        return backups(self._home)

    def newest_backup(self) -> Path | None:
        """The newest copy of a journal that could be read; None without any."""
        return newest_backup(self._home)

    def restore(self, file: Path) -> Path | None:
        """Put a checked copy in the journal's place; where the journal that was there is kept now.

        `file` may be a name in the backups folder. Raises NotFoundError, JournalError.
        """
        found = file if file.exists() else self._home.backups / file.name
        if not found.exists():
            what = "backup"
            raise NotFoundError(what, str(file), [copy.name for copy in self.backups()[:3]])
        self._journal.close()
        return copies.restore(self._home, found, self._clock())


def _inside(folder: Path) -> Path:
    """What can be read back from a folder. Raises FileError when there is nothing of the kind."""
    for name in (JOURNAL_LINES, "journal.db"):
        if (folder / name).exists():
            return folder / name
    message = f"{folder} holds neither {JOURNAL_LINES} nor journal.db. A redacted export has notes only, for reading."
    raise FileError(message)


def body_problem(revision: Revision) -> str | None:
    """What is wrong with a revision's body for its kind, or None; kinds that we do not know pass as they are."""
    from abi_coach.storage.kinds import MODELS  # noqa: PLC0415 - only imports check bodies
    from abi_coach.storage.values import from_body  # noqa: PLC0415 - the same

    if revision.is_deletion:
        return None
    body = revision.value()
    if _has_wild_number(body):
        return f"A number in “{revision.kind}” is larger than anything that abi counts."
    model = MODELS.get(revision.kind)
    if model is None or revision.draft:
        return None
    try:
        from_body(model, revision.kind, revision.version, body)
    except JournalError as error:
        return str(error)
    return None


def _has_wild_number(value: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    """Whether there is a number that SQLite's columns, or a sum of a few such, could not hold."""
    if isinstance(value, dict):
        return any(map(_has_wild_number, value.values()))
    if isinstance(value, list):
        return any(map(_has_wild_number, value))
    return isinstance(value, int | float) and abs(value) > MOST


MOST: Final = 10**15
"""No number that a person may mean is larger."""
