"""The mean of numbers."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def mean_of(numbers: Iterable[float]) -> float:
    """The arithmetic mean of one number or more, the same in whatever order they come.

    As `statistics.fmean`, whose module takes as long to load as all the arithmetic of a plan. Raises ZeroDivisionError
    for none at all.
    """
    told = tuple(numbers)
    return fsum(told) / len(told)
