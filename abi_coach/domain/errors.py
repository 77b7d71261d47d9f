"""What can go wrong, told so that a person knows what to do next.

The family:

    CoachError
    ├── InputError              the person's words, options or dates cannot be used
    │   └── NotFoundError       nothing has that name or id (with the nearest ones)
    ├── FileError               a file cannot be read or written, or says something wrong (with every problem in it)
    │   ├── HomeError           the home folder itself
    │   └── TemplateError       a template, with file and line
    ├── JournalError            the journal
    │   ├── NewerJournalError   written by a newer abi; left untouched
    │   ├── DamagedJournalError a checksum or the file format is wrong
    │   ├── BusyJournalError    another abi holds it for longer than we wait
    │   └── SaveError           nothing was written: disk full, read-only, no permission
    └── NoTerminalError         a screen was asked for and there is no terminal

Only `cli.main` and the app catch these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class CoachError(Exception):
    """Something the person can do something about; `str()` is the message for them."""


class InputError(CoachError):
    """The person's words, options or dates cannot be used."""


class NotFoundError(InputError):
    """Nothing has that name or id."""

    def __init__(self, what: str, asked: str, nearest: Sequence[str] = ()) -> None:
        hint = f" Did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"There is no {what} “{asked}”.{hint}")
        self.nearest = tuple(nearest)


class FileError(CoachError):
    """A file cannot be read or written, or says something wrong.

    `problems` holds one line for each thing that is wrong, `file:line:column: path: what; what to write`.
    """

    def __init__(self, message: str, problems: Sequence[str] = ()) -> None:
        super().__init__("\n".join([message, *problems]))
        self.problems = tuple(problems)


class HomeError(FileError):
    """The home folder cannot be made, read or written."""


class TemplateError(FileError):
    """A template cannot be rendered; the message starts with file and line."""


class JournalError(CoachError):
    """The journal cannot be used as asked."""


class NewerJournalError(JournalError):
    """The journal was written by a newer abi and was left untouched."""


class DamagedJournalError(JournalError):
    """The journal's bytes are not what was written."""


class BusyJournalError(JournalError):
    """Another abi holds the journal for longer than we wait."""


class SaveError(JournalError):
    """Nothing was written: the disk is full, the folder read-only, or permission is missing."""


class NoTerminalError(CoachError):
    """A screen was asked for where there is no terminal; the message names the command to use instead."""
