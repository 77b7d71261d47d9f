"""Ratings of many answers at once, for charts and plans: a few columns of each, and none of their bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.errors import DamagedJournalError
from abi_coach.storage.journal_rows import ATTEMPT
from abi_coach.storage.journal_schema import NAMES_SKILLS

if TYPE_CHECKING:
    import sqlite3

_LENGTHS = (None, "thin", "ok", "over")
_KNOWN = range(6)  # 0 where there is no rating
_WIDEST_GAP = 4
_CODE = """1000 * coalesce(first, 0) + 10 * coalesce(final, 0)
    + CASE length WHEN 'ok' THEN 2 WHEN 'over' THEN 3 WHEN 'thin' THEN 1 ELSE 0 END"""


RatedAnswer = tuple[str, str, str | None, int, int, str | None, int | None]
"""One rated attempt for a plan: entry, when (UTC text that sorts as time does), competency, first and final rating,
length, and the number of its row if it may name skills. Plain: naming the fields of many rows takes half as long again
as reading them."""


Scores = tuple[int | None, int | None, str | None]
"""First and final rating, and length."""


MonthRatings = tuple[str, list[tuple[str | None, Scores]]]
"""A month (`2026-01`, UTC), and the competency and scores of each of its attempts, oldest first."""


class _Scores(dict[int, Scores]):
    """What a number of `_CODE` stands for; there are few, and each is worked out, and looked at, once."""

    def __missing__(self, code: int) -> Scores:
        first, rest = divmod(int(code), 1000)
        final, length = divmod(rest, 10)
        if first not in _KNOWN or final not in _KNOWN or length >= len(_LENGTHS):
            raise _no_rating()
        scores = self[code] = first or None, final or None, _LENGTHS[length]
        return scores


def gaps(connection: sqlite3.Connection, since: str, until: str) -> list[int]:
    """First − final of every rated attempt, oldest first; answered from an index alone."""
    query = """
        SELECT first - final FROM entry
        WHERE complete = 1 AND kind = ? AND at >= ? AND at < ? AND first IS NOT NULL AND final IS NOT NULL ORDER BY at
    """
    found = [gap for (gap,) in connection.execute(query, (ATTEMPT, since, until)).fetchall()]
    if found and (max(found) > _WIDEST_GAP or min(found) < -_WIDEST_GAP):
        raise _no_rating()
    return found


def rated(connection: sqlite3.Connection, since: str, until: str) -> list[RatedAnswer]:
    """The rated attempts, oldest first. Their rows' seals are left unread: that would take four times as long.

    The index only finds them: what it notes itself has no seal, so the columns come from the rows that have one.
    """
    naming_skills = f"""EXISTS (
        SELECT 1 FROM revision INDEXED BY revision_naming_skills WHERE revision.entry = told.entry AND {NAMES_SKILLS}
    )"""  # noqa: S608 - a constant
    query = f"""
        SELECT told.entry, told.at, told.competency, told.first, told.final, told.length,
            CASE WHEN {naming_skills} THEN told.number END
        FROM entry INDEXED BY entry_by_time CROSS JOIN entry AS told ON told.number = entry.number
        WHERE entry.complete = 1 AND entry.kind = ? AND entry.at >= ? AND entry.at < ?
            AND told.first IS NOT NULL AND told.final IS NOT NULL
        ORDER BY entry.at
    """  # noqa: S608 - the same
    return connection.execute(query, (ATTEMPT, since, until)).fetchall()


def monthly(connection: sqlite3.Connection, since: str, until: str, role: str | None = None) -> list[MonthRatings]:
    """Competency, ratings and length of every attempt, rated or not, month by month, oldest first.

    Of all roles, the index alone answers.

    SQLite writes each column of a month as one JSON text, in the order of the index: read back, that takes half as long
    as 100,000 rows. Both ratings and the length have few values together, so they come as one number.
    """
    import json  # noqa: PLC0415 - Home draws no charts

    within = f"FROM entry INDEXED BY entry_by_time WHERE complete = 1 AND kind = ? AND at >= ? AND at < ?{_of(role)}"
    earliest = f"SELECT min(at) {within}"  # jumps over months without an attempt
    query = f"SELECT json_group_array(competency), json_group_array({_CODE}) {within}"
    bound = (role,) if role else ()
    found, scores = [], _Scores()
    while begin := connection.execute(earliest, (ATTEMPT, since, until, *bound)).fetchone()[0]:
        since = f"{begin[:7]}~"  # sorts after every instant of the month
        columns = connection.execute(query, (ATTEMPT, begin, min(since, until), *bound)).fetchone()
        competencies, codes = map(json.loads, columns)
        found.append((begin[:7], list(zip(competencies, map(scores.__getitem__, codes), strict=True))))
    return found


def practised(connection: sqlite3.Connection, since: str, until: str, role: str | None = None) -> dict[str, str]:
    """The competency of each question that was rated, as its newest answer has it; of one role or of all."""
    query = f"""
        SELECT question, competency, max(at) FROM entry INDEXED BY entry_by_time
        WHERE complete = 1 AND kind = ? AND at >= ? AND at < ?{_of(role)}
            AND final IS NOT NULL AND question IS NOT NULL AND competency IS NOT NULL
        GROUP BY question
    """  # noqa: S608 - our own words
    bound = (role,) if role else ()
    return {
        question: competency for question, competency, _ in connection.execute(query, (ATTEMPT, since, until, *bound))
    }


def _of(role: str | None) -> str:
    return " AND role = ?" if role else ""


def _no_rating() -> DamagedJournalError:
    """The index has no seals, but what is no rating at all is never drawn."""
    message = "A rating noted in the journal is not what was written. `abi doctor` tells more."
    return DamagedJournalError(message)
