"""How a first, blind rating compares with the final one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.mean import mean_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

TREND_POINTS: Final = 4
"""A trend needs at least this many points (rule of thumb)."""

_STEADY: Final = 0.25
"""Half means that differ by less than this are called steady (rule of thumb)."""


@frozen
class Calibration(Value):
    """The mean gap first − final over `points` ratings, and from enough points on how its size changes.

    `change` is the mean size of the gap in the newer half less that in the older half; None under `enough` points.
    """

    points: int
    mean_gap: float
    change: float | None
    enough: int = TREND_POINTS

    @property
    def missing(self) -> int:
        """How many more ratings a trend needs."""
        return max(0, self.enough - self.points)

    @property
    def sentence(self) -> str:
        """One plain sentence for the person."""
        if not self.points:
            return "No ratings yet to compare."
        if self.change is None:
            return f"{_gap_words(self.mean_gap)} A trend needs {self.missing} more."
        return f"{_gap_words(self.mean_gap)} {_trend_words(self.change)}"


def calibrate(gaps: Sequence[int], enough: int = TREND_POINTS) -> Calibration:
    """Calibration of gaps (first − final), oldest first; `enough` of them, two at least, make a trend."""
    if not gaps:
        return Calibration(0, 0.0, None, enough)
    half = len(gaps) // 2
    sizes = [abs(gap) for gap in gaps]
    change = mean_of(sizes[-half:]) - mean_of(sizes[:half]) if len(gaps) >= enough else None
    return Calibration(len(gaps), mean_of(gaps), change, enough)


def _gap_words(gap: float) -> str:
    if abs(gap) < _STEADY:
        return "Your first ratings match the final ones."
    side = "above" if gap > 0 else "below"
    return f"Your first ratings sit {abs(gap):.1f} {side} the final ones."


def _trend_words(change: float) -> str:
    if abs(change) < _STEADY:
        return "The gap is steady."
    return "The gap is shrinking." if change < 0 else "The gap is growing."
