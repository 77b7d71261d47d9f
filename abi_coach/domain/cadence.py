"""How often to interview, practise, look at the market and reflect: quiet, and never a reproach.

Home reads this module at every start, so it loads nothing that Home does not need.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Final, NamedTuple

from abi_coach.domain.counting import in_figures
from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.value import Value, frozen

HORIZON_DAYS: Final = 14
"""How far a plan reaches, and after how many days new evidence is worth a new one (rule of thumb)."""

Count = Annotated[int, Ge(1), Le(1000)]
Days = Annotated[int, Ge(1), Le(3650)]
Minutes = Annotated[int, Ge(1), Le(480)]
Months = Annotated[int, Ge(1), Le(120)]


@frozen
class CadenceRules(Value):
    """How often to interview, practise, look at the market and reflect; a line on Home, never a reproach."""

    interview_months: Months = 12
    nudge_from_month: Months = 10
    sittings_a_month: Count = 2
    sittings_a_month_booked: Count = 4
    pulse_months: Months = 3
    reflection_months: Months = 6
    card_minutes: Minutes = 60
    soon_days: Days = 3


USUAL_CADENCE: Final = CadenceRules()


class Habit(NamedTuple):
    """Something to do again `every` so many months, counted from when it was last done."""

    key: str
    last_on: date
    every: int

    def months(self, today: date) -> int:
        """Whole months since it was last done."""
        return months_between(self.last_on, today)

    def is_due(self, today: date) -> bool:
        """Whether its months have gone by."""
        return self.months(today) >= self.every


def cadence_line(
    last_interview_on: date | None, sittings_this_month: int, today: date, rules: CadenceRules, *, booked: bool = False
) -> str:
    """One quiet line: the last real interview from month 10 on, else the sittings of 30 days; empty if all is well."""
    months = months_between(last_interview_on, today) if last_interview_on else 0
    if last_interview_on and months >= rules.nudge_from_month and not booked:
        return (
            f"Last real interview {in_figures(months, 'month')} ago; one in {rules.interview_months} keeps you ready."
        )
    wanted = rules.sittings_a_month_booked if booked else rules.sittings_a_month
    if sittings_this_month >= wanted:
        return ""
    return f"{sittings_this_month} of {wanted} practice sittings in 30 days."


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; 31 January to 28 February is one, as the month has no later day."""
    months = (end.year - start.year) * 12 + end.month - start.month
    is_last_day = (end + timedelta(days=1)).day == 1
    return months if end.day >= start.day or is_last_day else months - 1
