"""The pay ledger: what was offered or named, where and when; never mixed across currencies, periods or levels."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, NamedTuple

from abi_coach.domain.limits import Ge, Le, Len, MinLen
from abi_coach.domain.value import Value, frozen

Money = Annotated[Decimal, Ge(Decimal(0))]


class PaySource(StrEnum):
    """Who named the pay."""

    ADVERT = "advert"
    RECRUITER = "recruiter"
    INTERVIEW = "interview"
    OFFER = "offer"
    PEER = "peer"
    OWN = "own"

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return "own pay" if self is PaySource.OWN else self.value


class Period(StrEnum):
    """What a sum is for."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    HOUR = "hour"

    @property
    def words(self) -> str:
        """`a year`, `an hour`."""
        return f"{'an' if self is Period.HOUR else 'a'} {self.value}"


class WorkMode(StrEnum):
    """Where the work is done."""

    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Disclosed(StrEnum):
    """When the range was told."""

    ADVERT = "advert"
    FIRST_CALL = "first_call"
    LATER = "later"
    OFFER = "offer"


@frozen
class PayPoint(Value):
    """One sum that was heard or read. `currency` is an ISO code; amounts are for one `period`, equity for a year.

    `trust` is 1 (hearsay) to 3 (in writing).
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
    disclosed: Disclosed | None = None
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

    @property
    def sentence(self) -> str:
        """The base as a person reads it: `85,000–95,000 EUR a year`."""
        return f"{amount_text(self.base_min, self.base_max)} {self.currency} {self.period.words}"


class PayGroup(NamedTuple):
    """Points of one group, and only they, are compared; spelling with capitals or without is the same."""

    role: str
    level: str
    place: str
    currency: str
    period: Period

    @property
    def key(self) -> tuple[str, ...]:
        """The same for all that may be compared."""
        return tuple(" ".join(part.casefold().split()) for part in self)

    @property
    def label(self) -> str:
        """The group in one line."""
        told = ", ".join(filter(None, (self.role, self.level, self.place)))
        return f"{told}, {self.currency} {self.period.words}"


def money_text(amount: Decimal) -> str:
    """An amount with thousands apart and no needless decimals: `85,000`, `47.50`."""
    return f"{amount:,.2f}".removesuffix(".00")


def amount_text(low: Decimal, high: Decimal) -> str:
    """One amount, or a range."""
    return money_text(low) if low == high else f"{money_text(low)}–{money_text(high)}"
