"""What time is: told, never fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Returns the present instant, aware, in UTC."""

Monotonic = Callable[[], float]
"""Returns seconds that only ever grow; differences of two readings are durations."""
