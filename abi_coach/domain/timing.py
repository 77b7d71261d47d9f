"""How long an answer may take: times by kind, sections, phases. Rules of thumb, all of them; see docs/method.md."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.kind import Kind
from abi_coach.domain.limits import Ge, Gt, Le
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

Seconds = Annotated[int, Ge(0)]

WRAP_UP_SECONDS: Final = 30
"""The quiet cue comes this long before the maximum, or at the target if that is later."""


class LengthStatus(StrEnum):
    """`thin` under the minimum, `ok`, `over` above the maximum."""

    THIN = "thin"
    OK = "ok"
    OVER = "over"


class Phase(StrEnum):
    """Where the answer clock stands."""

    THINK = "THINK"
    ANSWER = "ANSWER"
    WRAP_UP = "WRAP UP"
    OVER = "OVER"


class TimeFactor(StrEnum):
    """An accommodation: multiplies every time, or takes the clock away. Never commented on."""

    STANDARD = "1"
    QUARTER_MORE = "1.25"
    HALF_MORE = "1.5"
    DOUBLE = "2"
    OFF = "off"

    @property
    def multiplier(self) -> float | None:
        """The number to multiply by; None when the clock is off."""
        return None if self is TimeFactor.OFF else float(self.value)


@frozen
class Times(Value):
    """Seconds to think, and the minimum, target and maximum seconds of an answer."""

    think: Seconds
    minimum: Seconds
    target: Annotated[int, Gt(0)]
    maximum: Annotated[int, Gt(0)]

    def scaled(self, factor: float) -> Times:
        """Every time multiplied by `factor`, rounded to whole seconds."""
        return Times(*(round(seconds * factor) for seconds in (self.think, self.minimum, self.target, self.maximum)))

    def status(self, seconds: float) -> LengthStatus:
        """Thin, ok or over for an answer of this many seconds."""
        if seconds < self.minimum:
            return LengthStatus.THIN
        return LengthStatus.OVER if seconds > self.maximum else LengthStatus.OK

    @property
    def wrap_up(self) -> int:
        """The second from which the clock says WRAP UP: the target, or 30 s before the maximum if later."""
        return max(self.target, self.maximum - WRAP_UP_SECONDS)

    def phase(self, answered_seconds: float) -> Phase:
        """The phase after this many seconds of answering."""
        if answered_seconds > self.maximum:
            return Phase.OVER
        return Phase.WRAP_UP if answered_seconds >= self.wrap_up else Phase.ANSWER


@frozen
class Section(Value):
    """A part of an answer and its share of the time, in percent."""

    name: str
    share: Annotated[int, Gt(0), Le(100)]


@frozen
class KindTimes(Value):
    """The default times of a kind: thinking live and asynchronously, then minimum, target and maximum."""

    think_live: Seconds
    think_async: Seconds
    minimum: Seconds
    target: Annotated[int, Gt(0)]
    maximum: Annotated[int, Gt(0)]

    def times(self, *, asynchronous: bool = False) -> Times:
        """The times for a live or an asynchronous interview."""
        think = self.think_async if asynchronous else self.think_live
        return Times(think, self.minimum, self.target, self.maximum)


KIND_TIMES: Final[dict[Kind, KindTimes]] = {
    Kind.OPENER: KindTimes(5, 30, 45, 75, 120),
    Kind.MOTIVATION: KindTimes(5, 30, 30, 60, 90),
    Kind.BEHAVIOURAL: KindTimes(10, 30, 75, 120, 180),
    Kind.SITUATIONAL: KindTimes(15, 30, 45, 90, 150),
    Kind.TECHNICAL: KindTimes(10, 30, 30, 90, 150),
    Kind.CASE: KindTimes(60, 60, 180, 300, 420),
    Kind.CURVEBALL: KindTimes(10, 30, 30, 60, 90),
    Kind.SENSITIVE: KindTimes(5, 30, 15, 30, 60),
    Kind.REVERSE: KindTimes(0, 0, 5, 15, 30),
}


def _sections(*pairs: tuple[str, int]) -> tuple[Section, ...]:
    return tuple(Section(name, share) for name, share in pairs)


SECTIONS: Final[dict[Kind, tuple[Section, ...]]] = {
    Kind.OPENER: _sections(("present", 40), ("past", 35), ("future", 25)),
    Kind.MOTIVATION: _sections(("point", 25), ("evidence", 50), ("link", 25)),
    Kind.BEHAVIOURAL: _sections(("situation", 15), ("task", 10), ("action", 55), ("result", 15), ("lesson", 5)),
    Kind.SITUATIONAL: _sections(("clarify", 15), ("options", 25), ("choice", 35), ("steps", 15), ("check", 10)),
    Kind.TECHNICAL: _sections(("point", 20), ("why", 35), ("example", 30), ("limits", 15)),
    Kind.CASE: _sections(("clarify", 20), ("frame", 20), ("solve", 45), ("check", 15)),
    Kind.CURVEBALL: _sections(("restate", 10), ("structure", 20), ("answer", 50), ("tie back", 20)),
    Kind.SENSITIVE: _sections(("answer or boundary", 40), ("redirect", 60)),
    Kind.REVERSE: (),
}


def with_shares(kind: Kind, shares: Mapping[str, int]) -> tuple[Section, ...]:
    """The sections of a kind with these shares, by name, in place of the usual ones where told."""
    return tuple(Section(usual.name, shares.get(usual.name, usual.share)) for usual in SECTIONS[kind])
