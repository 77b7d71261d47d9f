"""What the journal can be asked for whole: revisions with their bodies, each checked when it is reached."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from abi_coach.domain.errors import DamagedJournalError
from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_projection import shown
from abi_coach.storage.journal_reading import Filters, where
from abi_coach.storage.revision import REVISION_COLUMNS, Revision, read_revision

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

_PAGE = 500
_REVISIONS = f"SELECT {', '.join('revision.' + name for name in REVISION_COLUMNS.split(', '))} FROM"
_OF_ENTRY = "revision.entry = entry.entry AND revision.draft = 0 AND revision.id = entry.revision"


def current(connection: sqlite3.Connection, kind: str, filters: Filters) -> Iterator[Revision]:
    """The finished entries of a kind, whole; asked at once, each checked when it is reached."""
    chosen, values = where(kind, filters)
    query = f"{_REVISIONS} entry LEFT JOIN revision ON {_OF_ENTRY} {chosen}"
    return map(_whole, connection.execute(query, values).fetchall())


def these(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[Revision]:
    """Of the entries with these numbers those that are finished, whole, in the order in which they are asked for.

    By number, because an index of ids that is damaged would leave some out and nobody would know.
    """
    query = f"""
        {_REVISIONS} json_each(?) AS asked CROSS JOIN entry ON entry.number = asked.value
        LEFT JOIN revision ON {_OF_ENTRY} WHERE entry.complete = 1
    """
    return map(_whole, connection.execute(query, (json.dumps(list(numbers)),)).fetchall())


def history(connection: sqlite3.Connection, entry: str) -> list[Revision]:
    """Every revision of an entry, oldest first, drafts and deletions too."""
    query = f"{_REVISIONS} revision WHERE entry = ? ORDER BY at, id"
    return [read_revision(row) for row in connection.execute(query, (entry,)).fetchall()]


def first_finished_at(connection: sqlite3.Connection, entry: str) -> datetime | None:
    """When the first finished state of an entry was written."""
    query = "SELECT min(at) FROM revision WHERE entry = ? AND draft = 0"
    (at,) = connection.execute(query, (entry,)).fetchone()
    return at and datetime.fromisoformat(at)


def drafts(connection: sqlite3.Connection, kind: str | None) -> list[Revision]:
    """The newest draft of each entry where one waits, newest first."""
    query = "SELECT entry FROM entry WHERE draft = 1 AND kind = coalesce(?, kind) ORDER BY kind, entry"
    entries = [entry for (entry,) in connection.execute(query, (kind,)).fetchall()]
    found = [draft for entry in entries if (draft := shown(connection, entry)[1])]
    return sorted(found, key=lambda draft: draft.order, reverse=True)


def revisions(connection: sqlite3.Connection, after: Revision | None) -> list[Revision]:
    """The next revisions, entry by entry, a page at a time, so that an export of any size holds nobody up."""
    query = (
        f"{_REVISIONS} revision WHERE (entry, draft, at, id) > (?, ?, ?, ?) ORDER BY entry, draft, at, id LIMIT {_PAGE}"
    )
    last = (after.entry, int(after.draft), instant_text(after.at), after.id) if after else ("", 0, "", "")
    return [read_revision(found) for found in connection.execute(query, last).fetchall()]


def pages(connection: sqlite3.Connection) -> Iterator[Revision]:
    """Every revision, from a journal that nobody else uses."""
    page = revisions(connection, None)
    while page:
        yield from page
        page = revisions(connection, page[-1])


def _whole(found: Sequence[Any]) -> Revision:
    if found[0] is None:
        message = "An entry's newest revision is missing. `abi doctor` tells more; `abi restore` helps."
        raise DamagedJournalError(message)
    return read_revision(found)
