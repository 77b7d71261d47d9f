"""How an answer landed in a real interview, and until when a question that landed badly waits for a better one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

BADLY: Final = 2
"""How a question landed: 1 and 2 are the two “badly” keys."""

LACKING: Final = frozenset({"no-story", "didnt-know"})
"""The tags of an answer that lacked a story or knowledge."""


def landed_badly(landed: int | None, tags: Iterable[str]) -> bool:
    """Rated 1 or 2, or tagged as lacking a story or knowledge; such questions come first in practice."""
    return (landed is not None and landed <= BADLY) or not LACKING.isdisjoint(tags)


def was_answered_since(asked: datetime, last: datetime | None) -> bool:
    """Whether practice met the question after the interview did."""
    return last is not None and last > asked
