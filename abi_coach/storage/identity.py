"""Ids that sort by the time they were made: uuid7 (RFC 9562, section 5.7), each greater than the one before."""

from __future__ import annotations

import os
import re
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.storage.instant import Clock

_RANDOM_BITS = 74  # what RFC 9562 leaves free beside 48 bits of time, 4 of version and 2 of variant
_LOW_BITS = 62
_STEP_BYTES = 4
_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


class Identities:
    """Makes uuid7 strings from a clock; within one maker they only grow, also when the clock is set back."""

    def __init__(self, now: Clock, randomness: Callable[[int], bytes] = os.urandom) -> None:
        self._now = now
        self._randomness = randomness
        self._lock = Lock()
        self._last = (-1, 0)

    def new(self) -> str:
        """Return the next id, 36 characters in lower case."""
        with self._lock:
            self._last = self._next()
            return _text(*self._last)

    def _next(self) -> tuple[int, int]:
        """Count on from the last id when time has not moved; else take the new millisecond."""
        last_millisecond, last_random = self._last
        millisecond = int(self._now().timestamp() * 1000)
        if millisecond > last_millisecond:
            return millisecond, int.from_bytes(self._randomness(10), "big") >> 6
        grown = last_random + 1 + int.from_bytes(self._randomness(_STEP_BYTES), "big")
        if grown < 1 << _RANDOM_BITS:
            return last_millisecond, grown
        return last_millisecond + 1, int.from_bytes(self._randomness(10), "big") >> 6


def is_identity(text: str) -> bool:
    """Whether this is a uuid7 as we write them."""
    return re.fullmatch(_FORM, text) is not None


def _text(millisecond: int, random: int) -> str:
    """Lay time and randomness out as RFC 9562 has them."""
    high, low = random >> _LOW_BITS, random & ((1 << _LOW_BITS) - 1)
    number = (millisecond << 80) | (0x7 << 76) | (high << 64) | (0b10 << _LOW_BITS) | low
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
