"""Dates and times as they are shown back, and what is doubtful about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.form import Expected
from abi_coach.domain.when import DAYS, MONTHS

if TYPE_CHECKING:
    from datetime import date, datetime

FAR_DAYS: Final = 366
"""Further away than this, a date is questioned (rule of thumb)."""

LONG_AGO_DAYS: Final = 92
"""Longer ago than this, what is told as just happened is questioned (rule of thumb)."""


def day_text(day: date) -> str:
    """A day in words that are the same everywhere: `Fri 4 Dec 2026`."""
    return f"{DAYS[day.weekday()][:3].capitalize()} {day.day} {MONTHS[day.month - 1][:3].capitalize()} {day.year}"


def when_text(at: datetime) -> str:
    """An instant in the zone that it carries: `Fri 4 Dec 2026, 14:00`."""
    return f"{day_text(at.date())}, {at:%H:%M}"


def doubt(day: date, today: date, expected: Expected) -> str:
    """Why a day may be a slip of the fingers, as a sentence; empty when it looks right."""
    ahead = (day - today).days
    if expected is Expected.FUTURE and ahead < 0:
        return f"{day_text(day)} is in the past."
    if expected is Expected.PAST and ahead > 0:
        return f"{day_text(day)} is still to come."
    if expected is Expected.PAST and ahead < -LONG_AGO_DAYS:
        return f"{day_text(day)} is more than three months ago."
    if abs(ahead) > FAR_DAYS:
        return f"{day_text(day)} is more than a year away."
    return ""
