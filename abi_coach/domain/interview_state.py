"""Where an interview stands, and how it ended: the two words that Home needs of an interview."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

UNDATED: Final = "undated"
"""What the journal notes at a glance of a booked interview without a day: it is not over before it has one."""


class InterviewState(StrEnum):
    """Where it stands."""

    BOOKED = "booked"
    DONE = "done"
    CANCELLED = "cancelled"
    CLOSED = "closed"


class Result(StrEnum):
    """The answer, when it comes."""

    MOVED_ON = "moved_on"
    OFFER = "offer"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    SILENCE = "silence"
