"""The days of an action: until when, and on which days it is worked on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.ladder import days_between_sessions
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.domain.settings import Settings


@frozen
class Dates(Value):
    """The days of an action."""

    made_on: date
    due: date
    sessions: tuple[date, ...]


def dates_for(made_on: date, interview_on: date | None, settings: Settings, turn: int = 0) -> Dates:
    """Due = min(made + 14 days, interview − 1 day); sessions every 15 % of the days left.

    Days left are those of the plan: to the interview, at most 14. Before an interview of today nothing can be
    practised any more, so the plan is for the days after it. `turn` (from 0) moves the first session of the
    second action forward by a day, and so on, so that not all fall on the same days.
    """
    horizon = settings.plan.horizon_days
    booked = interview_on if interview_on and interview_on > made_on else None
    left = min(horizon, (booked - made_on).days) if booked else horizon
    due = made_on + timedelta(days=horizon)
    if booked:
        due = min(due, booked - timedelta(days=1))
    step = days_between_sessions(left, settings.ladder.before_interview_share)
    first = made_on + timedelta(days=step - turn % step)
    days = [first + timedelta(days=gap) for gap in range(0, max(0, (due - first).days) + 1, step)]
    return Dates(made_on, due, tuple(day for day in days if day <= due) or (due,))
