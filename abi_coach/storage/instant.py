"""Instants as the journal writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time as an aware UTC datetime."""

_INSTANT_CHARACTERS = len("2026-01-31T08:00:00.000000")


def instant_text(at: datetime) -> str:
    """An aware instant as UTC text of fixed width, so that text sorts as time does."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:_INSTANT_CHARACTERS] + "Z"
