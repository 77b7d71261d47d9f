"""When a question comes back: a ladder of five boxes (rule of thumb).

Final 1–2 → box 1; 3 → same box; 4–5 → one up. A handful of questions with noisy self-ratings does not feed a memory
model; five boxes can be explained in a line.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.limits import Ge, Le, Len
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOX_DAYS: Final = (1, 3, 7, 16, 35)
WEAK: Final = 2
STRONG: Final = 4
BEFORE_INTERVIEW_SHARE: Final = 0.15
LAST_DAYS: Final = 3
NOTHING_NEW_DAYS: Final = 1


@frozen
class LadderRules(Value):
    """Days in each box; before an interview the gap as a share of the days left, and how many last days count.

    In the very last `nothing_new_days` and on the day itself no question comes that was never met.
    """

    box_days: Annotated[tuple[Annotated[int, Ge(1), Le(3650)], ...], Len(5, 5)] = BOX_DAYS
    before_interview_share: Annotated[float, Ge(0), Le(1)] = BEFORE_INTERVIEW_SHARE
    last_days: Annotated[int, Ge(1), Le(30)] = LAST_DAYS
    nothing_new_days: Annotated[int, Ge(0), Le(30)] = NOTHING_NEW_DAYS

    @property
    def later(self) -> tuple[int, ...]:
        """By how many days each box comes back later than in ours (sooner below 0); () when all come back as in ours.

        The journal's rows have the days of our boxes, so that they are the same on every machine, whatever its config.
        """
        found = tuple(own - ours for own, ours in zip(self.box_days, BOX_DAYS, strict=True))
        return found if any(found) else ()


USUAL: Final = LadderRules()


@frozen
class Rung(Value):
    """Where a question stands: its box (1 to 5) and the day it is due again."""

    box: Annotated[int, Ge(1), Le(5)]
    due: date


def box_after(box: int, final: int) -> int:
    """The box after a take ended at `final`; `box` is 1 for a new question."""
    if final <= WEAK:
        return 1
    return min(len(BOX_DAYS), box + 1) if final >= STRONG else box


def climb(history: Iterable[tuple[date, int]], box_days: Sequence[int] = BOX_DAYS) -> Rung | None:
    """The rung that a question's finals lead to, oldest first; None without any."""
    box, last = 1, None
    for day, final in history:
        box, last = box_after(box, final), day
    return None if last is None else Rung(box, last + timedelta(days=box_days[box - 1]))


def days_between_sessions(days_left: int, share: float = BEFORE_INTERVIEW_SHARE) -> int:
    """Days between rehearsals when an interview is `days_left` days away: 15 %, at least one."""
    return max(1, round(share * days_left))


def due_before_interview(rung: Rung, last: date, interview_on: date, today: date, rules: LadderRules = USUAL) -> date:
    """When a question in the interview's scope is due: never later than its own box says.

    gap = min(box, max(1, round(0.15 × days left))), counted from the last take; and everything that was not met in
    the last three days before the interview falls due once in them.
    """
    gap = min((rung.due - last).days, days_between_sessions((interview_on - today).days, rules.before_interview_share))
    due = last + timedelta(days=gap)
    window = interview_on - timedelta(days=rules.last_days)
    return due if last >= window else min(due, max(window, today))


def new_allowed(interview_on: date | None, today: date, rules: LadderRules = USUAL) -> bool:
    """Whether questions never met may be offered: not on the day before an interview, nor on its day."""
    return interview_on is None or (interview_on - today).days > rules.nothing_new_days or interview_on < today
