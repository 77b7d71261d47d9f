"""The days that a plan looks at, in the person's own time; days that were written as days are the same everywhere."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, TypedDict

from abi_coach.domain.value import Value, frozen
from abi_coach.services.local_time import day_begins
from abi_coach.storage.instant import instant_text

if TYPE_CHECKING:
    from collections.abc import Callable


class Around(TypedDict):
    """From when until when entries are read."""

    since: datetime
    until: datetime


@frozen
class PlanWindow(Value):
    """The plan's day and the `days` before it."""

    plan_on: date
    days: int

    @property
    def since(self) -> datetime:
        """Where to begin to read: a day early, because a person's day may begin before the one of UTC."""
        return datetime.combine(self.plan_on - timedelta(days=self.days + 1), time(), UTC)

    @property
    def until(self) -> datetime:
        """Where to stop reading: a day late, because a person's day may end after the one of UTC."""
        return datetime.combine(self.plan_on + timedelta(days=2), time(), UTC)

    @property
    def around(self) -> Around:
        """Where to read, as the journal is asked."""
        return {"since": self.since, "until": self.until}

    def holds(self, day: date) -> bool:
        """Whether the plan may use what happened on this day."""
        return 0 <= (self.plan_on - day).days <= self.days


def day_finder(window: PlanWindow) -> Callable[[str], date]:
    """What tells the person's own day of an instant, written as the journal does, that lies around the window.

    Looked up among the beginnings of those days: asking the system's clock for each of many answers takes longer.
    """
    first = window.since.date() - timedelta(days=1)
    days = [first + timedelta(days=number) for number in range((window.until.date() - first).days + 2)]
    begins = [instant_text(day_begins(day)) for day in days]
    return lambda at: days[bisect_right(begins, at) - 1]
