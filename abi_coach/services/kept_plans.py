"""Plans that were kept: found by day or id, changed only by further revisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.plan import Plan
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.values import from_body, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal import Journal

KIND = "plan"


@frozen
class KeptPlan(Value):
    """A plan and the entry that it is kept under."""

    entry: str
    plan: Plan


class KeptPlans:
    """The shelf of kept plans; one for each day and machine, the newest revision counting."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def newest_first(self, until: date | None = None, limit: int | None = None) -> Iterator[KeptPlan]:
        """Every kept plan of `until` or before, the newest first; each is checked when it is reached."""
        end = _midnight(until + timedelta(days=1)) if until else None
        for revision in self._journal.current(KIND, until=end, limit=limit):
            yield KeptPlan(revision.entry, from_body(Plan, KIND, revision.version, revision.value()))

    def before(self, day: date) -> KeptPlan | None:
        """The newest plan that was made before this day."""
        return next((kept for kept in self.newest_first(day) if kept.plan.made_on < day), None)

    def around(self, day: date) -> tuple[KeptPlan | None, KeptPlan | None]:
        """The plan of this very day, and the newest before it."""
        same: KeptPlan | None = None
        for kept in self.newest_first(day):
            if kept.plan.made_on < day:
                return same, kept
            same = same or kept
        return same, None

    def find(self, asked: str) -> KeptPlan:
        """The kept plan of a day (`2026-11-22`) or of an id or its beginning. Raises NotFoundError, InputError."""
        try:
            day = date.fromisoformat(asked) if asked[4:5] == "-" else None
        except ValueError as error:
            message = f"“{asked}” is no day; write it as 2026-12-04."
            raise InputError(message) from error
        if day is None:
            entry = self._journal.resolve(asked, KIND)
            return next(kept for kept in self.newest_first() if kept.entry == entry)
        same, _ = self.around(check_day(day))
        if same is None:
            what = "kept plan of"
            raise NotFoundError(what, asked, [str(row.at.date()) for row in self._journal.rows(KIND, limit=3)])
        return same

    def keep(self, plan: Plan, entry: str | None = None) -> str:
        """Keep a plan; its entry's id. One that was kept on the same day gets a new revision."""
        if entry is None:
            start = _midnight(plan.made_on)
            rows = self._journal.rows(KIND, since=start, until=start + timedelta(days=1), limit=1)
            entry = rows[0].entry if rows else None
        kept = plan if plan.kept_at else replace(plan, kept_at=self._clock())
        return self._journal.write(KIND, to_plain(kept), entry=entry).entry

    def short(self, entry: str) -> str:
        """The shortest beginning that tells a kept plan from every other entry."""
        return self._journal.shortest(entry)


def check_day(day: date) -> date:
    """The day, if there can be a plan of it. Raises InputError for the ends of the calendar."""
    if date.min + timedelta(days=4000) < day < date.max - timedelta(days=4000):
        return day
    message = f"A plan of {day} cannot be made. Name a day nearer to our own, for example 2026-12-04."
    raise InputError(message)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
