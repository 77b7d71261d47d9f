"""What time is: told, never fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

Clock = Callable[[], datetime]
"""Returns the present instant, aware, in UTC."""

Monotonic = Callable[[], float]
"""Returns seconds that only ever grow; differences of two readings are durations."""


def local_day(at: datetime) -> date:
    """The person's own day of an instant: in the time of this place, as on every screen."""
    return at.astimezone().date()
