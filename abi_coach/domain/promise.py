"""A promise to oneself: IF … THEN I will …; asked about in the next debrief, whoever the interview is with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from abi_coach.domain.limits import MinLen
from abi_coach.domain.value import Value, frozen

SMALLER_AFTER: Final = 2
"""Missed this often, a promise or an action of the plan is offered again, smaller (rule of thumb)."""


class PromiseCheck(StrEnum):
    """What became of it in one interview."""

    KEPT = "kept"
    PARTLY = "partly"
    MISSED = "missed"
    NO_CHANCE = "no_chance"


class PromiseState(StrEnum):
    """Open ones are asked about; kept are done; replaced live on in a smaller one; dropped were let go."""

    OPEN = "open"
    KEPT = "kept"
    REPLACED = "replaced"
    DROPPED = "dropped"


@frozen
class Checked(Value):
    """The day it was asked about, where (a debrief's entry id), and the answer."""

    on: date
    where: str
    check: PromiseCheck


@frozen
class Promise(Value):
    """`if_` is the cue, `then` the deed, `item` the competency or skill that it serves."""

    if_: Annotated[str, MinLen(1)]
    then: Annotated[str, MinLen(1)]
    item: str
    made_on: date
    source: str = ""
    checks: tuple[Checked, ...] = ()
    state: PromiseState = PromiseState.OPEN

    def checked(self, on: date, where: str, check: PromiseCheck) -> Promise:
        """The promise after it was asked about; asking again in the same debrief replaces that answer."""
        others = tuple(past for past in self.checks if past.where != where)
        state = PromiseState.KEPT if check is PromiseCheck.KEPT else PromiseState.OPEN
        return replace(self, checks=(*others, Checked(on, where, check)), state=state)

    @property
    def missed(self) -> int:
        """How often it was missed."""
        return sum(past.check is PromiseCheck.MISSED for past in self.checks)

    @property
    def sentence(self) -> str:
        """The promise as one sentence."""
        return f"IF {self.if_} THEN I will {self.then}"
