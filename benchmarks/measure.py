"""How two things are compared: side by side in one run, A B A B, each warmed up, by their medians."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 9
"""How often each side is measured, after one round that does not count."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: a ratio where `beside` is given, else a plain number; `goal` is the most it may be."""

    what: str
    ours: float
    beside: float | None
    goal: float
    unit: str = "ms"

    @property
    def compared(self) -> float:
        """What the goal is about: the ratio, or the number itself."""
        return self.ours / self.beside if self.beside else self.ours

    def cells(self) -> tuple[str, ...]:
        """The line's cells, as words."""
        beside = f"{self.beside:.1f} {self.unit}" if self.beside else "–"
        ratio = f"{self.compared:.2f} ×" if self.beside else "–"
        goal = f"≤ {self.goal:g} {'×' if self.beside else self.unit}"
        verdict = "yes" if self.compared <= self.goal else "no"
        return self.what, f"{self.ours:.1f} {self.unit}", beside, ratio, goal, verdict


Measured = dict[str, float]
"""What one round of one side gave, by name."""


def alternate(*sides: Callable[[], Measured], rounds: int = ROUNDS) -> list[Measured]:
    """The medians of what each side gives, measured in turn; one round more, at the start, only warms up."""
    told: list[list[Measured]] = [[] for _ in sides]
    for _ in range(rounds + 1):
        for side, kept in zip(sides, told, strict=True):
            kept.append(side())
    return [medians(kept[1:]) for kept in told]


def medians(rounds: list[Measured]) -> Measured:
    """The median of every name over all rounds."""
    return {name: median(each[name] for each in rounds) for name in rounds[0]}


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """How long `work` takes, in milliseconds; the mean of `times` calls."""
    started = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - started) * 1000 / times


HEAD = ("what", "abi", "beside it", "ratio", "goal", "reached")


def table_line(cells: Sequence[str]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cells)} |"
