"""Take it or pass: three questions before an interview is accepted (rules of thumb)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from annotated_types import Ge, Le, MinLen

from abi_coach.domain.value import Value

Grade = Annotated[int, Ge(0), Le(2)]
ENOUGH: Final = 4


class Verdict(StrEnum):
    """What the three answers come to."""

    TAKE = "take"
    ASK_FIRST = "ask_first"
    DECLINE = "decline"

    @property
    def advice(self) -> str:
        """What to do, in words."""
        return _ADVICE[self]


_ADVICE: Final[dict[Verdict, str]] = {
    Verdict.TAKE: "Take it.",
    Verdict.ASK_FIRST: "Ask first: one answer could change this.",
    Verdict.DECLINE: "Decline kindly, and keep the contact.",
}


@dataclass(frozen=True, slots=True)
class FitCheck(Value):
    """Three grades of 0 to 2, and what they came to.

    Match: could I plausibly do 60 % of the must-haves? Interest: would I be curious if the title were dull? Step: is
    it at least one step further in scope, skill, pay, place or people? `could_change` names the
    zero that a question could change. `taken` and `right` are for looking back.
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
    right: str = ""

    @property
    def total(self) -> int:
        """The sum, 0 to 6."""
        return self.match + self.interest + self.step

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
