"""People met along the way: where, about what, and when to be in touch again."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from typing import Annotated

from abi_coach.domain.limits import Ge, Le, MinLen
from abi_coach.domain.value import Value, frozen


@frozen
class Touch(Value):
    """A day on which there was contact, and what it was about."""

    on: date
    note: str = ""


@frozen
class Contact(Value):
    """`give` is what I can do for them, `ask` what I would ask; `keep_warm_months` 0 means no reminder."""

    name: Annotated[str, MinLen(1)]
    met: str = ""
    company: str = ""
    topic: str = ""
    give: str = ""
    ask: str = ""
    keep_warm_months: Annotated[int, Ge(0), Le(60)] = 6
    touches: tuple[Touch, ...] = ()
    retired: bool = False

    @property
    def last_touch(self) -> date | None:
        """The newest day of contact."""
        return max((touch.on for touch in self.touches), default=None)

    @property
    def next_touch(self) -> date | None:
        """When to be in touch again; None where nothing was agreed or nobody was ever met."""
        last = self.last_touch
        return None if last is None or not self.keep_warm_months else months_later(last, self.keep_warm_months)

    def touched(self, on: date, note: str = "") -> Contact:
        """The contact after one more touch."""
        return replace(self, touches=(*self.touches, Touch(on, note)))

    def is_due(self, today: date) -> bool:
        """Whether it is time to be in touch."""
        return not self.retired and self.next_touch is not None and self.next_touch <= today

    @property
    def sentence(self) -> str:
        """Who it is, in one line."""
        return " · ".join(filter(None, (self.name, self.company, self.topic)))


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
