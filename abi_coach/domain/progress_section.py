"""One subject of a look back: a sentence, charts with their numbers, or how much is missing before it may speak."""

from __future__ import annotations

from typing import Annotated, Final

from abi_coach.domain.chart import bar, spark
from abi_coach.domain.limits import Ge
from abi_coach.domain.value import Value, frozen

BAR_CELLS: Final = 10


@frozen
class Row(Value):
    """One line of a chart: either a `series` between `low` and `high`, or a `share` from 0 to 1; and its numbers."""

    label: str
    numbers: str
    series: tuple[float, ...] = ()
    low: float = 1.0
    high: float = 5.0
    share: float | None = None

    def drawn(self, *, ascii_only: bool = False) -> str:
        """The chart as text; empty where there are only numbers."""
        if self.share is not None:
            return bar(self.share, BAR_CELLS, ascii_only=ascii_only)
        return spark(self.series, low=self.low, high=self.high, ascii_only=ascii_only)


@frozen
class Section(Value):
    """One subject. `missing` is how many more of its unit it needs before it may say anything (0: it may).

    `unit` is one and many of what it counts: `("promise", "promises")`.
    """

    key: str
    title: str
    unit: tuple[str, str]
    points: Annotated[int, Ge(0)]
    text: str = ""
    rows: tuple[Row, ...] = ()
    missing: Annotated[int, Ge(0)] = 0

    @property
    def sentence(self) -> str:
        """What it says, or what it needs."""
        if not self.missing:
            return self.text
        so_far = f", {self.points} so far" if self.points else ""
        return f"Not enough yet: needs {self.missing} more {self.unit[self.missing > 1]}{so_far}."


def waiting(key: str, title: str, unit: tuple[str, str], points: int, enough: int) -> Section | None:
    """The section that only says what is missing; None when there is enough."""
    return Section(key, title, unit, points, missing=enough - points) if points < enough else None
