"""A debrief with a manager, mentor or peer: what the sheet asks of them, and how the two views compare.

They rate the same two answers, without seeing the candidate's ratings; they say one plus and one change. A shared
word or two is no proof that two people saw the same thing, so texts are put beside each other and never merged.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from annotated_types import Ge

from abi_coach.domain.rating import Score
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.domain.debrief import ColdDebrief, HotDebrief

SCHEMA: Final = "abi.partner/1"
"""What the JSON file names in its field `schema`."""


class Included(StrEnum):
    """What is on the sheet only when the candidate says so."""

    COMPANY = "company"
    PEOPLE = "people"
    INTENT = "intent"
    WANTS = "wants"
    PAY = "pay"
    NEXT_STEP = "next_step"
    PROMISES = "promises"


@frozen
class Remark(Value):
    """“I heard … I wonder …”."""

    heard: str = ""
    wonder: str = ""

    @property
    def text(self) -> str:
        """Both halves in one line; empty when nothing was said."""
        said = (self.heard and f"I heard {self.heard}", self.wonder and f"I wonder {self.wonder}")
        return ", ".join(filter(None, said))


@frozen
class Agreed(Value):
    """One if-then, its date, and how it will be checked."""

    if_: str = ""
    then: str = ""
    on: date | None = None
    check: str = ""


@frozen
class PartnerAnswers(Value):
    """A sheet that was filled in. `ratings` are 1–5 by the question's position in the hot debrief (from 0)."""

    sheet: str
    ratings: dict[int, Score] = field(default_factory=dict)
    partner: str = ""
    plus: Remark = Remark()
    change: Remark = Remark()
    agreed: Agreed = Agreed()
    need: str = ""


@frozen
class PartnerSheet(Value):
    """A sheet that was given out: the interview, the positions to rate, what was included, and what came back."""

    parent: str
    title: str
    made_on: date
    places: tuple[int, ...]
    included: tuple[Included, ...] = ()
    answers: PartnerAnswers | None = None


@frozen
class PeerRating(Value):
    """One answer as a partner rated it, beside the candidate's own rating; `parent` is the interview's entry id."""

    parent: str
    sheet: str
    place: Annotated[int, Ge(0)]
    title: str
    own: Score | None
    peer: Score
    on: date
    partner: str = ""

    @property
    def gap(self) -> int | None:
        """Own less theirs; None where the candidate did not rate."""
        return None if self.own is None else self.own - self.peer


@frozen
class ComparedRating(Value):
    """Two ratings of one answer; None for one that is missing."""

    text: str
    own: Score | None
    peer: Score | None

    @property
    def sentence(self) -> str:
        """Agreement or disagreement in words."""
        if self.own is None or self.peer is None:
            return "only they rated it" if self.peer else "only you rated it" if self.own else "nobody rated it"
        if self.own == self.peer:
            return "you agree"
        side = "you are kinder" if self.own > self.peer else "they are kinder"
        return f"{side} by {abs(self.own - self.peer)}"


@frozen
class Comparison(Value):
    """What both saw and what only one saw."""

    rated: tuple[ComparedRating, ...]
    only_you: tuple[str, ...]
    only_they: tuple[str, ...]
    agreed: str = ""
    need: str = ""


def places_to_rate(hot: HotDebrief) -> tuple[int, ...]:
    """The best and the redo answer, in the order they were asked, so that nothing tells which is which."""
    return tuple(sorted({hot.best, hot.redo}))


def compare(hot: HotDebrief, cold: ColdDebrief | None, sheet: PartnerSheet, answers: PartnerAnswers) -> Comparison:
    """Put the two views side by side."""
    rated = tuple(
        ComparedRating(hot.questions[place].text, hot.questions[place].landed, answers.ratings.get(place))
        for place in sheet.places
        if place < len(hot.questions)
    )
    mine = [one.did for one in cold.went_well] + [one.what for one in cold.improve] if cold else []
    theirs = [answers.plus.text, answers.change.text]
    agreed = answers.agreed
    promise = f"IF {agreed.if_} THEN I will {agreed.then}" if agreed.if_ and agreed.then else ""
    return Comparison(rated, tuple(mine), tuple(filter(None, theirs)), promise, answers.need)


def peer_ratings(hot: HotDebrief, sheet: PartnerSheet, answers: PartnerAnswers, on: date) -> tuple[PeerRating, ...]:
    """What calibration learns from a sheet."""
    return tuple(
        PeerRating(sheet.parent, answers.sheet, place, hot.questions[place].text, hot.questions[place].landed,
                   answers.ratings[place], on, answers.partner)
        for place in sheet.places
        if place in answers.ratings and place < len(hot.questions)
    )  # fmt: skip
