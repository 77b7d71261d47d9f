"""How the clock behaves, and how many questions a sitting has. Rules of thumb; editable in config.toml."""

from __future__ import annotations

from typing import Annotated, Final

from abi_coach.domain.limits import Ge, Gt, MinLen
from abi_coach.domain.timing import Times
from abi_coach.domain.value import Value, frozen

ASYNC_THINK_SECONDS: Final = 30
"""A profile that gives this long to think is taken for an asynchronous interview (rule of thumb)."""


@frozen
class Profile(Value):
    """A way of being interviewed.

    `think` and `answers` are seconds; None and () mean the kind's own. More than one answer time means one take
    at each, on the same story. `takes` None is unlimited. `stops` ends the take at zero and keeps what was said;
    otherwise the clock runs on and overtime is recorded. `timed` False shows no clock at all.
    """

    name: Annotated[str, MinLen(1)]
    think: Annotated[int, Ge(0)] | None = None
    answers: tuple[Annotated[int, Gt(0)], ...] = ()
    takes: Annotated[int, Gt(0)] | None = None
    stops: bool = False
    timed: bool = True
    pausable: bool = True

    @property
    def is_async(self) -> bool:
        """Whether it gives so long to think that the asynchronous times apply."""
        return (self.think or 0) >= ASYNC_THINK_SECONDS

    def times(self, own: Times, take: int = 0) -> Times:
        """The times of take number `take` (from 0) of a question whose own times are `own`."""
        think = own.think if self.think is None else self.think
        if not self.answers:
            return Times(think, own.minimum, own.target, own.maximum)
        limit = self.answers[min(take, len(self.answers) - 1)]
        return Times(think, min(own.minimum, limit // 3), min(own.target, limit), limit)


PROFILES: Final[dict[str, Profile]] = {
    profile.name: profile
    for profile in (
        Profile("live"),
        Profile("async", think=30, answers=(120,), takes=1, stops=True, pausable=False),
        Profile("hirevue-like", think=30, answers=(150,), takes=1, stops=True, pausable=False),
        Profile("truffle-like", think=120, answers=(120,), takes=1, stops=True, pausable=False),
        Profile("recruiter", think=0, answers=(60,)),
        Profile("system-design", think=60, answers=(600,)),
        Profile("ladder", think=0, answers=(30, 60, 90, 180), takes=4),
        Profile("retrieval", think=0, answers=(10,), takes=1, stops=True, pausable=False),
        Profile("untimed", timed=False),
    )
}


@frozen
class Preset(Value):
    """How many questions a sitting has; more than one part means a break between them.

    `minutes` is the length of the interview that it stands for; 0 if it stands for none.
    """

    name: Annotated[str, MinLen(1)]
    parts: Annotated[tuple[Annotated[int, Gt(0)], ...], MinLen(1)]
    minutes: Annotated[int, Ge(0)] = 0
    profile: str = "live"

    @property
    def questions(self) -> int:
        """How many questions there are in all."""
        return sum(self.parts)


PRESETS: Final[dict[str, Preset]] = {
    preset.name: preset
    for preset in (
        Preset("quick", (3,)),
        Preset("screen", (5,), minutes=30),
        Preset("panel", (6,), minutes=45),
        Preset("full", (8,), minutes=60),
        Preset("async", (5,), profile="async"),
        Preset("marathon", (4, 4)),
    )
}
