"""The hands of whoever builds the demo: the coach, the luck, the day that is today, and ids that follow from both."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final

from abi_coach.domain.value import Value, frozen
from abi_coach.services.parts import Parts
from abi_coach.storage.identity import Identities

ROLE: Final = "backend"


@frozen
class Year(Value):
    """The year that ends `today`; days are counted from it, the past below zero."""

    coach: Parts
    luck: Random
    today: date

    def day(self, days: int) -> date:
        """A day some days from today."""
        return self.today + timedelta(days=days)

    def at(self, days: int, hour: int = 19, minute: int = 0) -> datetime:
        """An instant some days from today."""
        return datetime.combine(self.day(days), time(), UTC) + timedelta(hours=hour, minutes=minute)

    def id(self, at: datetime) -> str:
        """An id of that instant; the same luck gives the same one."""
        return Identities(lambda: at, self.luck.randbytes).new()
