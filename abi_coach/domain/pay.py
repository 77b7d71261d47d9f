"""The pay ledger: what was offered or named, where and when; never mixed across currencies, periods or levels."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final, NamedTuple

from annotated_types import Ge, Le, Len, MinLen

from abi_coach.domain.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST_POINTS: Final = 5
"""Percentiles of fewer points say more about chance than about pay (rule of thumb)."""

WINDOW_DAYS: Final = 365
Money = Annotated[Decimal, Ge(Decimal(0))]


class PaySource(StrEnum):
    """Who named the pay."""

    ADVERT = "advert"
    RECRUITER = "recruiter"
    INTERVIEW = "interview"
    OFFER = "offer"
    PEER = "peer"
    OWN = "own"


class Period(StrEnum):
    """What a sum is for."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"


class WorkMode(StrEnum):
    """Where the work is done."""

    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"


@dataclass(frozen=True, slots=True)
class PayPoint(Value):
    """One sum that was heard or read. `currency` is an ISO code; amounts are for one `period`, equity for a year.

    `disclosed` says when the range was told (advert, first call, offer …); `trust` is 1 to 3.
    """

    on: date
    source: PaySource
    role: Annotated[str, MinLen(1)]
    currency: Annotated[str, Len(3, 3)]
    base_min: Money
    base_max: Money
    period: Period = Period.YEAR
    level: str = ""
    place: str = ""
    mode: WorkMode | None = None
    bonus: Money = Decimal(0)
    equity: Money = Decimal(0)
    benefits: str = ""
    disclosed: str = ""
    trust: Annotated[int, Ge(1), Le(3)] = 2
    company: str = ""

    @property
    def base(self) -> Decimal:
        """The middle of the range."""
        return (self.base_min + self.base_max) / 2

    @property
    def total(self) -> Decimal:
        """Base, bonus and, for yearly pay, equity."""
        return self.base + self.bonus + (self.equity if self.period is Period.YEAR else 0)

    @property
    def group(self) -> PayGroup:
        """What it may be compared with."""
        return PayGroup(self.role, self.level, self.place, self.currency, self.period)


class PayGroup(NamedTuple):
    """Points of one group, and only they, are compared."""

    role: str
    level: str
    place: str
    currency: str
    period: Period


@dataclass(frozen=True, slots=True)
class PayBand:
    """p25, p50 and p75 of base and total; None while there are fewer than five points. `position` is one's own."""

    group: PayGroup
    points: int
    base: tuple[Decimal, Decimal, Decimal] | None
    total: tuple[Decimal, Decimal, Decimal] | None
    position: str

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
    groups: defaultdict[PayGroup, list[PayPoint]] = defaultdict(list)
    own: dict[PayGroup, PayPoint] = {}
    for point in sorted(points, key=lambda point: point.on):
        if point.source is PaySource.OWN:
            own[point.group] = point
        elif timedelta() <= today - point.on <= timedelta(days=WINDOW_DAYS):
            groups[point.group].append(point)
    return tuple(_band(group, told, own.get(group)) for group, told in sorted(groups.items()))


def _band(group: PayGroup, points: Sequence[PayPoint], own: PayPoint | None) -> PayBand:
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
