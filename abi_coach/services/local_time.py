"""The time of this place, for dates that people type and read; everything stored stays in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock


class LocalZone(tzinfo):
    """The machine's own time zone, with the offset that holds on the date in question.

    `datetime.astimezone()` alone freezes today's offset, which is wrong for a date beyond the change of clocks.
    """

    def utcoffset(self, at: datetime | None, /) -> timedelta | None:
        """The offset on that date and time of this place."""
        return at.replace(tzinfo=None).astimezone().utcoffset() if at else None

    def dst(self, _at: datetime | None, /) -> timedelta | None:
        """Unknown: the system tells the whole offset only."""
        return None

    def tzname(self, at: datetime | None, /) -> str | None:
        """The zone's short name on that date."""
        return at.replace(tzinfo=None).astimezone().tzname() if at else None

    def fromutc(self, at: datetime, /) -> datetime:
        """The time of this place for a UTC time; in the hour that comes twice, `fold` tells which one it is."""
        there = at.replace(tzinfo=UTC).astimezone()
        first = there.replace(tzinfo=self, fold=0)
        return first if first.utcoffset() == there.utcoffset() else first.replace(fold=1)


LOCAL = LocalZone()
_KNOWN_FROM: Final = 1971
_KNOWN_TO: Final = 3000


def local_now(clock: Clock) -> datetime:
    """The present instant, in the time of this place."""
    return clock().astimezone(LOCAL)


def day_begins(day: date) -> datetime:
    """The instant (aware, UTC) at which a day begins in this place; of UTC, for years of which no system knows."""
    zone = LOCAL if _KNOWN_FROM <= day.year <= _KNOWN_TO else UTC
    return datetime.combine(day, time(), zone).astimezone(UTC)
