"""The follow-ups that a plan of one day repeats: what is open on that day, whenever the plan is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from abi_coach.domain.follow_up import follow_ups
from abi_coach.services.follow_up import FollowUps
from abi_coach.services.local_time import LOCAL
from abi_coach.storage.journal import Journal

if TYPE_CHECKING:
    from abi_coach.domain.follow_up import FollowUp


@dataclass(frozen=True, slots=True)
class _OnThatDay:
    """What reading follow-ups needs of a coach, with a clock that stands at the end of the plan's day."""

    journal: Journal
    day: date

    def clock(self) -> datetime:
        """The last moment of the day, here."""
        return (datetime.combine(self.day, time(), LOCAL) + timedelta(days=1, microseconds=-1)).astimezone(UTC)


def follow_ups_on(journal: Journal, day: date) -> tuple[FollowUp, ...]:
    """What is open, by day."""
    that_day = cast("Any", _OnThatDay(journal, day))
    return follow_ups(FollowUps(that_day).told(), day)
