"""Rating an answer 1 to 5: blind first, then evidence checks that cap the final rating.

The order never changes: confidence → answer → `first` → anchors and checks → `final`. Blind first, because a number
seen earlier pulls one's own toward it; checks before the last number, because self-ratings track reality weakly
until a benchmark is in sight.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Score = Annotated[int, Ge(1), Le(5)]

BEST: Final = 5


def score(number: int) -> Score:
    """`number` if it is a rating. Raises InputError if it is not a whole number from 1 to 5."""
    if 1 <= number <= BEST:
        return number
    message = f"A rating is a whole number from 1 to 5, not {number}."
    raise InputError(message)


class Check(StrEnum):
    """A yes-or-no question about the answer; a no caps the final rating."""

    ONE_OCCASION = "one_occasion"
    OWN_ACTIONS = "own_actions"
    CHECKABLE_RESULT = "checkable_result"
    ANSWERED_EARLY = "answered_early"
    LESSON = "lesson"
    WITHIN_TIME = "within_time"

    @property
    def statement(self) -> str:
        """What the person says yes or no to."""
        return _STATEMENTS[self]


_STATEMENTS: Final[dict[Check, str]] = {
    Check.ONE_OCCASION: "I named one specific occasion.",
    Check.OWN_ACTIONS: "I said what I did: three concrete actions or more.",
    Check.CHECKABLE_RESULT: "The result is checkable: a number, a date, a named change.",
    Check.ANSWERED_EARLY: "I answered the question in the first 20 seconds or so.",
    Check.LESSON: "I said what I learned or do differently now.",
    Check.WITHIN_TIME: "I stayed within the maximum time.",
}

CAPS: Final[dict[Check, int]] = {
    Check.ONE_OCCASION: 2,
    Check.OWN_ACTIONS: 2,
    Check.CHECKABLE_RESULT: 3,
    Check.ANSWERED_EARLY: 3,
    Check.LESSON: 4,
    Check.WITHIN_TIME: 4,
}
"""The highest final rating when the answer to a check is no (rule of thumb); 5 caps nothing."""

_ASKED_OF: Final[dict[Check, frozenset[Kind]]] = {
    Check.ONE_OCCASION: frozenset({Kind.BEHAVIOURAL}),
    Check.OWN_ACTIONS: frozenset({Kind.BEHAVIOURAL}),
    Check.CHECKABLE_RESULT: frozenset({Kind.BEHAVIOURAL, Kind.CASE}),
    Check.ANSWERED_EARLY: frozenset(Kind) - {Kind.REVERSE},
    Check.LESSON: frozenset({Kind.BEHAVIOURAL}),
}


def checks_for(kind: Kind) -> tuple[Check, ...]:
    """The checks that a person is asked after an answer of this kind; the clock answers `within_time` itself."""
    return tuple(check for check, kinds in _ASKED_OF.items() if kind in kinds)


@frozen
class Capped(Value):
    """A final rating after its checks, and the checks that held it down."""

    final: Score
    wanted: Score
    by: tuple[Check, ...] = ()

    @property
    def bites(self) -> bool:
        """Whether a check lowered what the person chose."""
        return self.final < self.wanted


def capped(wanted: int, checks: Mapping[Check, bool], caps: Mapping[Check, int] = CAPS) -> Capped:
    """Lower `wanted` to the smallest cap of the checks answered no; `by` names the checks with that cap."""
    strictest = _strictest(checks, caps)
    limit = min((caps[check] for check in strictest), default=BEST)
    return Capped(wanted, wanted) if wanted <= limit else Capped(limit, wanted, strictest)


def _strictest(checks: Mapping[Check, bool], caps: Mapping[Check, int]) -> tuple[Check, ...]:
    """Of the checks answered no, those with the smallest cap."""
    failed = [check for check, passed in checks.items() if not passed]
    limit = min((caps[check] for check in failed), default=BEST)
    return tuple(check for check in failed if caps[check] == limit)


@frozen
class Rating(Value):
    """What was said of one take: `confidence` before answering, `first` blind, `final` after checks and caps."""

    confidence: Score | None
    first: Score
    final: Score
    checks: dict[Check, bool] = field(default_factory=dict)
    wanted: Score | None = None
    peer: Score | None = None

    @property
    def gap(self) -> int:
        """Calibration gap: first − final; positive is over-confidence."""
        return self.first - self.final


def rate(first: int, wanted: int, checks: Mapping[Check, bool], confidence: int | None = None) -> Rating:
    """A rating whose final obeys the usual caps."""
    result = capped(wanted, checks)
    return Rating(confidence, first, result.final, dict(checks), wanted)


def as_capped(rating: Rating, caps: Mapping[Check, int] = CAPS) -> Capped:
    """What the checks made of a rating that was given, perhaps long ago.

    Its final stays as it was given: history is what was said then, so caps that were changed since lower or raise
    nothing. A rating does not keep the caps of its day; where they held it down, `by` names the checks answered no
    that have the smallest cap of `caps`.
    """
    wanted = rating.wanted or rating.final
    return Capped(rating.final, wanted, _strictest(rating.checks, caps) if rating.final < wanted else ())


MEANINGS: Final[dict[int, str]] = {
    1: "no usable evidence, or another question answered",
    2: "thin: habits, the team's work, no outcome",
    3: "sound: one occasion, own actions, some outcome",
    4: "strong: reasons and rejected options, a checkable result, scope fits the level",
    5: "outstanding: real difficulty, lasting effect, a lesson reused, survives two follow-ups",
}

TECHNICAL_MEANINGS: Final[dict[int, str]] = {
    1: "wrong or stuck",
    2: "terms without meaning",
    3: "core right with an example",
    4: "trade-offs and own use",
    5: "chooses under stated conditions, predicts failure",
}


def meanings_for(kind: Kind) -> dict[int, str]:
    """What each number means for a question of this kind."""
    return TECHNICAL_MEANINGS if kind in {Kind.TECHNICAL, Kind.CASE} else MEANINGS
