"""What is paid for one kind of role in one place: quartiles of at least five points, and one's own place among them."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from abi_coach.domain.pay import PayGroup, PayPoint, PaySource, money_text
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

FEWEST_POINTS: Final = 5
"""Percentiles of fewer points say more about chance than about pay (rule of thumb)."""

WINDOW_DAYS: Final = 365


@frozen
class PayBand(Value):
    """p25, p50 and p75 of base and total; None while there are fewer than five points. `position` is one's own."""

    group: PayGroup
    points: int
    base: tuple[Decimal, Decimal, Decimal] | None
    total: tuple[Decimal, Decimal, Decimal] | None
    position: str

    @property
    def sentence(self) -> str:
        """The number of points and the quartiles of the total, or how many points are missing."""
        if self.base is None or self.total is None:
            more = "one more" if self.missing == 1 else f"{self.missing} more"
            return f"n {self.points}: not enough yet, {more} needed"
        told = " · ".join(
            f"{name} {money_text(value)}" for name, value in zip(("p25", "p50", "p75"), self.total, strict=True)
        )
        return f"n {self.points} · {told}" + (f" · you: {self.position}" if self.position else "")

    @property
    def missing(self) -> int:
        """How many points are still missing."""
        return max(0, FEWEST_POINTS - self.points)


def percentile(ordered: Sequence[Decimal], share: Decimal) -> Decimal:
    """The value below which `share` (0 to 1) of sorted values lies, between neighbours in proportion."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def pay_bands(points: Iterable[PayPoint], today: date) -> tuple[PayBand, ...]:
    """The bands of the last 12 months by group; one's own pay is placed in them, not counted in them."""
    groups: defaultdict[tuple[str, ...], list[PayPoint]] = defaultdict(list)
    own: dict[tuple[str, ...], PayPoint] = {}
    for point in sorted(points, key=lambda point: point.on):
        if point.source is PaySource.OWN:
            own[point.group.key] = point
        elif timedelta() <= today - point.on <= timedelta(days=WINDOW_DAYS):
            groups[point.group.key].append(point)
    return tuple(_band(told, own.get(key)) for key, told in sorted(groups.items()))


def _band(points: Sequence[PayPoint], own: PayPoint | None) -> PayBand:
    """The band of one group, which is spelt as in its newest point."""
    group = points[-1].group
    if len(points) < FEWEST_POINTS:
        return PayBand(group, len(points), None, None, "")
    base, total = _quartiles([point.base for point in points]), _quartiles([point.total for point in points])
    return PayBand(group, len(points), base, total, position_in(total, own.total) if own else "")


def _quartiles(values: Iterable[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    ordered = sorted(values)
    quarter = Decimal("0.25")
    return (percentile(ordered, quarter), percentile(ordered, 2 * quarter), percentile(ordered, 3 * quarter))


def position_in(quartiles: tuple[Decimal, Decimal, Decimal], own: Decimal) -> str:
    """One's own place as a band, never as a false exact rank."""
    names = ("below p25", "p25 to p50", "p50 to p75", "above p75")
    return names[sum(own >= quartile for quartile in quartiles)]
