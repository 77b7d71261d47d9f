"""The few words out of bodies that Home and practice go by, read by the database itself: no body is loaded.

As with the ratings for charts, what is read here is not checked against its checksum; whole entries are.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from abi_coach.storage.instant import instant_text
from abi_coach.storage.journal_rows import RUNG_COLUMNS, RungRow, read_rung

if TYPE_CHECKING:
    import sqlite3

_BODY = "revision ON revision.entry = entry.entry AND revision.draft = 0 AND revision.id = entry.revision"
_RUNG = ", ".join(f"rung.{name}" for name in RUNG_COLUMNS.split(", "))
_ASKED = f"""
    SELECT json_extract(part.value, '$.text'), entry.at, json_extract(part.value, '$.landed'),
        (SELECT group_concat(tag.value, ' ') FROM json_each(part.value, '$.tags') AS tag),
        json_extract(part.value, '$.question') AS asked, {_RUNG}
    FROM entry JOIN {_BODY} JOIN json_each(revision.body, '$.questions') AS part
    LEFT JOIN rung ON rung.question = asked
    WHERE entry.complete = 1 AND entry.kind = 'hot_debrief' AND entry.at >= ? AND asked != ''
        AND NOT EXISTS (
            SELECT 1 FROM entry AS mark
            WHERE mark.complete = 1 AND mark.kind = 'question_mark' AND mark.question = asked AND mark.state = 'hidden')
    ORDER BY entry.at DESC, entry.entry DESC, part.key
"""  # noqa: S608 - constants
_NAMED = f"""
    SELECT part.value FROM entry JOIN {_BODY} JOIN json_each(revision.body, ?) AS part WHERE entry.entry = ?
"""  # noqa: S608 - constants
_ACTION = f"""
    SELECT json_extract(part.value, '$.action.item'), json_extract(part.value, '$.action.type'),
        json_extract(part.value, '$.action.then'), json_extract(part.value, '$.action.due') AS has_day,
        json_extract(part.value, '$.action.made_on'),
        (SELECT group_concat(json_extract(one.value, '$.metric') || ' ' || json_extract(one.value, '$.target'), ' ')
            FROM json_each(part.value, '$.action.measures') AS one)
    FROM entry JOIN {_BODY} JOIN json_each(revision.body, '$.priorities') AS part
    WHERE entry.entry = ? AND json_extract(part.value, '$.action.status') = 'active' AND has_day BETWEEN ? AND ?
    ORDER BY has_day, part.key
"""  # noqa: S608 - constants
_STORIES = f"""
    SELECT entry.entry FROM entry JOIN {_BODY}
    WHERE entry.complete = 1 AND entry.kind = 'story' AND entry.state = 'kept'
        AND trim(json_extract(revision.body, '$.action')) != '' AND trim(json_extract(revision.body, '$.result')) != ''
        AND (EXISTS (SELECT 1 FROM json_each(revision.body, '$.competencies') AS one WHERE one.value = ?1)
            OR EXISTS (SELECT 1 FROM json_each(revision.body, '$.skills') AS one WHERE one.value = ?1))
"""  # noqa: S608 - constants
_KEPT_AT = f"SELECT json_extract(revision.body, '$.kept_at') FROM entry JOIN {_BODY} WHERE entry.entry = ?"  # noqa: S608 - constants
_FIRST_TOLD = """
    SELECT 1 FROM entry WHERE complete = 1 AND kind = ?
        AND (SELECT min(at) FROM revision WHERE revision.entry = entry.entry AND draft = 0) > ? LIMIT ?
"""


Asked = tuple[str, str, datetime, int | None, tuple[str, ...], RungRow | None]
"""A question of a real interview: its id in a bank, in which words and when it was asked, how the answer landed (1 to 5
and tags), and where it stands on the ladder. Plain, because naming the fields of a kind costs Home more than asking."""

DueAction = tuple[str, str, str, str, str, str]
"""An active action of a plan: its item, its type, its deed, its day and the day it was made on as ISO text, and each
metric with its target, all in one text."""


def really_asked(connection: sqlite3.Connection, since: str) -> list[Asked]:
    """What was asked in real interviews and is in a bank and not hidden; the newest interview first."""
    found = []
    for text, at, landed, tags, question, *rung in connection.execute(_ASKED, (since,)).fetchall():
        stands = read_rung(rung) if rung[0] is not None else None
        found.append((question, text or "", datetime.fromisoformat(at), landed, tuple((tags or "").split()), stands))
    return found


def named(connection: sqlite3.Connection, entry: str, what: str) -> list[str]:
    """The words of a list in the body of an entry, such as the `competencies` of an interview."""
    return [value for (value,) in connection.execute(_NAMED, (f"$.{what}", entry)).fetchall()]


def due_actions(connection: sqlite3.Connection, plan: str, since: str, until: str) -> list[DueAction]:
    """The active actions of a kept plan whose day is one of these, both included; the first day first."""
    return connection.execute(_ACTION, (plan, since, until)).fetchall()


def usable_stories(connection: sqlite3.Connection, item: str) -> list[str]:
    """The entries of the stories about an item that are kept, and say what was done and what came of it."""
    return [entry for (entry,) in connection.execute(_STORIES, (item,)).fetchall()]


def kept_at(connection: sqlite3.Connection, plan: str) -> datetime | None:
    """When a plan was made and kept; None for one that does not say."""
    found = connection.execute(_KEPT_AT, (plan,)).fetchone()
    return datetime.fromisoformat(found[0]) if found and found[0] else None


def first_told(connection: sqlite3.Connection, kind: str, after: datetime, limit: int) -> int:
    """How many entries were finished for the first time after this, however often each was corrected since."""
    return len(connection.execute(_FIRST_TOLD, (kind, instant_text(after), limit)).fetchall())
