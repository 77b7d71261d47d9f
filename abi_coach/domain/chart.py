"""Charts that are text: a bar and a sparkline, drawn in one place for screens, commands and documents.

A chart only supports its numbers; whoever shows one prints the numbers beside it.
"""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_MARKS: Final = "_.:-=+*#"


def bar(value: float, width: int = 10, *, ascii_only: bool = False) -> str:
    """Draw a share from 0 to 1 as `width` characters; what lies outside is drawn as the nearest end.

    Anything above nothing shows at least one filled character, anything below everything at least one empty one.
    A value that is not a number is drawn as an empty bar.
    """
    full, empty = ("#", ".") if ascii_only else ("█", "░")
    share = min(1.0, max(0.0, value)) if isfinite(value) else 0.0
    filled = round(share * width)
    if 0.0 < share < 1.0 and width > 1:
        filled = min(width - 1, max(1, filled))
    return full * filled + empty * (width - filled)


def spark(
    values: Sequence[float | None],
    *,
    low: float | None = None,
    high: float | None = None,
    ascii_only: bool = False,
) -> str:
    """Draw a series as one character a value, from the lowest to the highest of eight levels.

    `low` and `high` are the ends of the scale (a rating's are 1 and 5); without them the series' own ends are taken,
    and a series that never changes lies in the middle. A missing value is a space.
    """
    known = [value for value in values if value is not None and isfinite(value)]
    bottom = min(known, default=0.0) if low is None else low
    top = max(known, default=0.0) if high is None else high
    levels = _MARKS if ascii_only else _BLOCKS
    return "".join(_level(value, bottom, top, levels) for value in values)


def _level(value: float | None, bottom: float, top: float, levels: str) -> str:
    if value is None or not isfinite(value):
        return " "
    if top <= bottom:
        return levels[len(levels) // 2 - 1]
    share = min(1.0, max(0.0, (value - bottom) / (top - bottom)))
    return levels[round(share * (len(levels) - 1))]
