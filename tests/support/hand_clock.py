"""A clock that stands still until a test moves its hands."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

SUNDAY_NOON: Final = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""Where a hand-moved clock starts unless told otherwise."""


class HandClock:
    """Both clocks that the coach is given: call it for the instant (aware, UTC), `monotonic` for durations.

    >>> clock = HandClock()
    >>> clock.advance(90)
    >>> clock().isoformat()
    '2026-11-22T12:01:30+00:00'
    """

    def __init__(self, now: datetime = SUNDAY_NOON, monotonic: float = 1000.0) -> None:
        self._now = now
        self._monotonic = monotonic

    def __call__(self) -> datetime:
        """The present instant, aware, UTC."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that only ever grow."""
        return self._monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass: both clocks move on by `seconds`, 0 or more."""
        if seconds < 0:
            message = "time does not pass backwards; to set the wall clock back use set_to"
            raise ValueError(message)
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def set_to(self, now: datetime) -> None:
        """Set the wall clock, forwards or back, as a person or a time server does; durations do not notice."""
        self._now = now
