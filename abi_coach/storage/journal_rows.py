"""The rows that the journal answers from at a glance, and how each is checked when it is read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from abi_coach.domain.errors import DamagedJournalError

ATTEMPT = "attempt"
"""The kind of entry that moves a question up and down the practice ladder."""


class Facts(NamedTuple):
    """The little that questions ask for by column, told of one entry; `at` None means when it was written.

    `words` is what a search finds besides the title. `first` and `final` are ratings, `length` thin, ok or over.
    """

    at: datetime | None = None
    state: str | None = None
    question: str | None = None
    competency: str | None = None
    role: str | None = None
    parent: str | None = None
    due: date | None = None
    first: int | None = None
    final: int | None = None
    seconds: int | None = None
    length: str | None = None
    title: str = ""
    words: str = ""


class Rung(NamedTuple):
    """Where a question stands on the practice ladder, and when it is due again."""

    box: int
    due: date


Projector = Callable[[str, dict[str, Any]], Facts]
"""Tells the facts of an entry from its kind and body; must answer for any body, also one it does not understand."""

Climb = Callable[[Sequence[tuple[datetime, int]]], Rung]
"""Tells the rung of a question from its attempts, oldest first: when, and the final rating."""


class Derivation(NamedTuple):
    """How columns come from bodies: pure functions, so that the same revisions give the same rows everywhere."""

    projector: Projector
    climb: Climb


class EntryRow(NamedTuple):
    """One entry at a glance. `complete`: finished at least once; `draft`: a newer unfinished state waits."""

    entry: str
    revision: str
    kind: str
    at: datetime
    state: str | None
    question: str | None
    competency: str | None
    role: str | None
    parent: str | None
    due: date | None
    first: int | None
    final: int | None
    seconds: int | None
    length: str | None
    title: str
    complete: bool
    draft: bool


class RungRow(NamedTuple):
    """One practised question: its box, when it is due, its last final rating and when that was."""

    question: str
    competency: str | None
    box: int
    due: date
    last_final: int
    last_at: datetime


ENTRY_NAMES = (*EntryRow._fields, "seal")
ENTRY_COLUMNS = ", ".join(ENTRY_NAMES)
RUNG_COLUMNS = ", ".join(RungRow._fields) + ", seal"

_AT, _DUE = EntryRow._fields.index("at"), EntryRow._fields.index("due")


def seal(values: Sequence[object]) -> int:
    """A CRC-32 over a row's values, so that a flipped bit in what is shown at a glance is noticed."""
    return zlib.crc32(repr(tuple(values)).encode(errors="surrogatepass"))


def read_entry(row: Sequence[Any]) -> EntryRow:
    """Make an entry's row of a stored one. Raises DamagedJournalError, naming the entry."""
    values = list(row[:-1])
    if seal(values) != row[-1]:
        message = f"What is noted of entry {row[0]} is not what was written. `abi doctor --rebuild` computes it again."
        raise DamagedJournalError(message)
    values[_AT] = datetime.fromisoformat(values[_AT])
    values[_DUE] = values[_DUE] and date.fromisoformat(values[_DUE])
    values[-2:] = bool(values[-2]), bool(values[-1])
    return EntryRow._make(values)


def read_rung(row: Sequence[Any]) -> RungRow:
    """Make a rung of a stored row. Raises DamagedJournalError, naming the question."""
    if seal(row[:-1]) != row[-1]:
        message = f"The ladder of “{row[0]}” is not what was written. `abi doctor --rebuild` computes it again."
        raise DamagedJournalError(message)
    question, competency, box, due, last_final, last_at, _ = row
    last = datetime.fromisoformat(last_at)
    return RungRow(question, competency, box, date.fromisoformat(due), last_final, last)
