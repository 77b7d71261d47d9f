"""The follow-ups that a plan of one day repeats: what is open on that day, whenever the plan is made."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.follow_up import follow_ups
from abi_coach.services.follow_up_due import DueFollowUps
from abi_coach.services.local_time import LOCAL

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.follow_up import FollowUp
    from abi_coach.storage.journal import Journal


def follow_ups_on(journal: Journal, day: date) -> tuple[FollowUp, ...]:
    """What is open on the evening of that day, by day."""
    evening = (datetime.combine(day, time(), LOCAL) + timedelta(days=1, microseconds=-1)).astimezone(UTC)
    return follow_ups(DueFollowUps(journal, lambda: evening).told(), day)
