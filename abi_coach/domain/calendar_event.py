"""An appointment for a calendar program."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from abi_coach.domain.limits import Ge, Gt, MinLen
from abi_coach.domain.value import Value, frozen


@frozen
class CalendarEvent(Value):
    """One appointment; instants are aware, UTC.

    `uid` stays the same for the same thing, and `sequence` grows when it changes, so that importing it again
    updates it. `alarm_minutes` tell how long before an alarm rings.
    """

    uid: Annotated[str, MinLen(1)]
    starts_at: datetime
    minutes: Annotated[int, Gt(0)]
    summary: str
    description: str
    changed_at: datetime
    sequence: Annotated[int, Ge(0)] = 0
    alarm_minutes: tuple[int, ...] = ()
    cancelled: bool = False
