"""What was predicted of interviews beside what came: the Brier score and a reliability table, from five outcomes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.mean import mean_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

ENOUGH_OUTCOMES: Final = 5
"""Outcomes from which predictions may be judged (rule of thumb)."""

BANDS: Final = ((0, 20), (21, 40), (41, 60), (61, 80), (81, 100))
"""Percent, both ends included."""


@frozen
class Prediction(Value):
    """How sure the person was to move on, in percent, and whether they did."""

    percent: Annotated[int, Ge(0), Le(100)]
    moved_on: bool


@frozen
class Band(Value):
    """The predictions from `low` to `high` percent: how many, their mean, and the percent that came true."""

    low: int
    high: int
    count: int
    predicted: float
    came: float


@frozen
class Reliability(Value):
    """Predictions judged. `brier` is 0 for perfect foresight and 0.25 for always saying 50 %; None under `enough`."""

    count: int
    brier: float | None
    bands: tuple[Band, ...]
    enough: int = ENOUGH_OUTCOMES

    @property
    def missing(self) -> int:
        """How many more outcomes are needed."""
        return max(0, self.enough - self.count)


def judge(predictions: Sequence[Prediction], enough: int = ENOUGH_OUTCOMES) -> Reliability:
    """The Brier score, mean of (predicted − came)², and the table of the bands that have predictions."""
    count = len(predictions)
    if count < enough:
        return Reliability(count, None, (), enough)
    brier = mean_of((each.percent / 100 - each.moved_on) ** 2 for each in predictions)
    bands = tuple(band for low, high in BANDS if (band := _band(predictions, low, high)))
    return Reliability(count, brier, bands, enough)


def _band(predictions: Sequence[Prediction], low: int, high: int) -> Band | None:
    inside = [each for each in predictions if low <= each.percent <= high]
    if not inside:
        return None
    came = 100 * mean_of(each.moved_on for each in inside)
    return Band(low, high, len(inside), mean_of(each.percent for each in inside), came)
