"""Take it or pass: three questions before an interview is accepted (rules of thumb)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.counting import listed, number_word
from abi_coach.domain.limits import Ge, Le, MinLen
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

Grade = Annotated[int, Ge(0), Le(2)]
ENOUGH: Final = 4
LOOK_BACK_DAYS: Final = 90
"""After a quarter a decision can be judged a little (rule of thumb)."""


class Verdict(StrEnum):
    """What the three answers come to."""

    TAKE = "take"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"

    @property
    def advice(self) -> str:
        """What to do, in words."""
        return _ADVICE[self]


class Hindsight(StrEnum):
    """What one thinks of a decision later."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


_ADVICE: Final[dict[Verdict, str]] = {
    Verdict.TAKE: "Take it.",
    Verdict.ASK_FIRST: "Ask first: one answer could change this.",
    Verdict.DECLINE: "Decline kindly, and keep the contact.",
}


@frozen
class FitCheck(Value):
    """Three grades of 0 to 2, and what they came to.

    Match: could I plausibly do 60 % of the must-haves? Interest: would I be curious if the title were dull? Step: is
    it at least one step further in scope, skill, pay, place or people? `could_change` names the
    zero that a question could change. `taken`, `right`, `lesson` and `looked_back_on` are for looking back.
    """

    on: date
    company: Annotated[str, MinLen(1)]
    match: Grade
    interest: Grade
    step: Grade
    role: str = ""
    deal_breaker: str = ""
    could_change: str = ""
    reason: str = ""
    taken: bool | None = None
    right: Hindsight | None = None
    lesson: str = ""
    looked_back_on: date | None = None

    @property
    def total(self) -> int:
        """The sum, 0 to 6."""
        return self.match + self.interest + self.step

    @property
    def title(self) -> str:
        """Company and role."""
        return f"{self.company} · {self.role}" if self.role else self.company

    @property
    def was_passed(self) -> bool:
        """Whether it was turned down: said so, or, while nothing was said, advised so."""
        return self.verdict is Verdict.DECLINE if self.taken is None else not self.taken

    def waits(self, today: date) -> bool:
        """Whether it is time to look back on it."""
        return self.looked_back_on is None and (today - self.on).days >= LOOK_BACK_DAYS

    @property
    def why(self) -> str:
        """How the verdict comes about."""
        if self.deal_breaker.strip():
            return f"A deal-breaker: {self.deal_breaker}"
        zeros = [name for name in ("match", "interest", "step") if not getattr(self, name)]
        sums = f"match {self.match} + interest {self.interest} + step {self.step} = {self.total} of 6"
        if self.verdict is Verdict.ASK_FIRST:
            return f"{sums}; a question could change {zeros[0]}: {self.could_change}"
        return f"{sums}; nothing for {listed(tuple(zeros))}" if zeros else f"{sums}, and it takes {ENOUGH}"

    @property
    def verdict(self) -> Verdict:
        """Take: no zero and 4 or more. Ask first: one zero that a question could change. Else decline kindly."""
        zeros = (self.match, self.interest, self.step).count(0)
        if self.deal_breaker.strip():
            return Verdict.DECLINE
        if zeros == 0 and self.total >= ENOUGH:
            return Verdict.TAKE
        if zeros == 1 and self.could_change.strip():
            return Verdict.ASK_FIRST
        return Verdict.DECLINE


def hindsight_line(checks: Iterable[FitCheck]) -> str:
    """What was turned down, and was it right? Only what was looked back on counts."""
    passed = [check for check in checks if check.was_passed]
    judged = [check.right for check in passed if check.right is not None]
    if not passed:
        return "Nothing was turned down."
    counts = ", ".join(f"{number_word(judged.count(one))} {one.value}" for one in Hindsight if one in judged)
    told = f"looked back on {number_word(len(judged))}: {counts}" if judged else "none looked back on yet"
    return f"Turned down {number_word(len(passed))}; {told}."
