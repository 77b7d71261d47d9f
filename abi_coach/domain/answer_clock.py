"""The clock of one take: think, answer, pause, stop. It is told monotonic seconds and never counts ticks."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final

from abi_coach.domain.timing import WRAP_UP_SECONDS, Phase, Times
from abi_coach.domain.value import Value, frozen

GAP_SECONDS: Final = 3.0
"""Unseen for longer than this, the machine was away: suspended, stopped, or far too busy to be fair."""


AT_TARGET: Final = "at the target"
LAST_SECONDS: Final = f"the last {WRAP_UP_SECONDS} seconds"


class Running(StrEnum):
    """What the clock is doing."""

    WAITING = "waiting"
    THINKING = "thinking"
    ANSWERING = "answering"
    STOPPED = "stopped"


@frozen
class Reading(Value):
    """What the clock shows: words for the state, seconds to show, the share of the bar that is full (0 to 1).

    `remaining` is seconds until the maximum, negative when over; None where no clock runs.
    """

    running: Running
    phase: Phase
    elapsed: float
    remaining: float | None
    share: float
    target_share: float
    is_paused: bool

    @property
    def words(self) -> str:
        """THINK, ANSWER, WRAP UP, OVER +0:14, or PAUSED."""
        if self.is_paused:
            return "PAUSED"
        if self.phase is Phase.OVER and self.remaining is not None:
            return f"OVER +{clock_face(-self.remaining)}"
        return self.phase.value

    @property
    def cue(self) -> str:
        """A few quiet words at the target, and for the last half minute of a longer answer; else empty."""
        if self.running is not Running.ANSWERING or self.is_paused or self.remaining is None or self.remaining < 0:
            return ""
        if self.remaining <= WRAP_UP_SECONDS < self.elapsed + self.remaining:
            return LAST_SECONDS
        return AT_TARGET if self.share >= self.target_share else ""


@frozen
class AnswerClock(Value):
    """A take's clock. `times` None means untimed; `stops` ends the take at the maximum.

    All instants are monotonic seconds. `seen_at` is when it was last looked at; `wall_at` the wall clock's seconds
    then, which go on while a laptop sleeps though the monotonic clock may not. `gap` is how long it was away in all,
    already left out; `counted_gap` the part of it that fell into the answer and may be counted after all.
    """

    times: Times | None
    stops: bool = False
    running: Running = Running.WAITING
    thought: float = 0.0
    answered: float = 0.0
    since: float | None = None
    seen_at: float = 0.0
    wall_at: float = 0.0
    gap: float = 0.0
    counted_gap: float = 0.0

    def think(self, now: float, wall: float = 0.0) -> AnswerClock:
        """Start thinking; with no time to think, start answering at once."""
        if self.times is not None and self.times.think == 0:
            return self.answer(now, wall)
        return replace(self, running=Running.THINKING, since=now, seen_at=now, wall_at=wall)

    def answer(self, now: float, wall: float = 0.0) -> AnswerClock:
        """Start answering."""
        thought = self.thought + (
            now - self.since if self.running is Running.THINKING and self.since is not None else 0
        )
        return replace(self, running=Running.ANSWERING, thought=thought, since=now, seen_at=now, wall_at=wall)

    def pause(self, now: float) -> AnswerClock:
        """Stand still; `resume` goes on."""
        banked = self._banked(now)
        return replace(banked, since=None)

    def resume(self, now: float, wall: float = 0.0) -> AnswerClock:
        """Go on after a pause."""
        if self.since is not None or self.running not in {Running.THINKING, Running.ANSWERING}:
            return self
        return replace(self, since=now, seen_at=now, wall_at=wall)

    def stop(self, now: float) -> AnswerClock:
        """End the take; a clock that `stops` never counts past its maximum."""
        banked = self._banked(now)
        limit = self.times.maximum if self.times and self.stops else banked.answered
        return replace(banked, running=Running.STOPPED, since=None, answered=min(banked.answered, limit))

    def see(self, now: float, wall: float) -> AnswerClock:
        """Look at the clock, some times a second: notices gaps, moves from thinking to answering, stops at zero."""
        if self.since is None:
            return self
        noticed = self._notice_gap(now, wall)
        if noticed.times is None:
            return noticed
        if noticed.running is Running.THINKING and noticed.elapsed(now) >= noticed.times.think:
            overshoot = noticed.elapsed(now) - noticed.times.think
            answering = noticed.answer(now - min(overshoot, GAP_SECONDS), wall)
            return replace(answering, thought=float(noticed.times.think), seen_at=now)
        at_end = noticed.running is Running.ANSWERING and noticed.elapsed(now) >= noticed.times.maximum
        return noticed.stop(now) if at_end and noticed.stops else noticed

    def attend(self, now: float, wall: float) -> AnswerClock:
        """Nobody looked for a while, and yet nobody was away: the time since then counts as it is."""
        return replace(self, seen_at=now, wall_at=wall)

    def with_gap(self) -> AnswerClock:
        """Count the time that the machine was away as time answered; it is left out unless this is asked for."""
        answered, gap = self.answered + self.counted_gap, self.gap - self.counted_gap
        limit = self.times.maximum if self.times and self.stops else answered
        return replace(self, answered=min(answered, limit), gap=gap, counted_gap=0.0)

    @property
    def is_interrupted(self) -> bool:
        """Whether the machine was away during the take."""
        return self.gap > 0

    @property
    def is_paused(self) -> bool:
        """Standing still in the middle of a take."""
        return self.since is None and self.running in {Running.THINKING, Running.ANSWERING}

    def elapsed(self, now: float) -> float:
        """Seconds in the present phase: of thinking, or of answering."""
        banked = self.thought if self.running is Running.THINKING else self.answered
        return banked + (now - self.since if self.since is not None else 0.0)

    def read(self, now: float) -> Reading:
        """What to show at `now`."""
        elapsed = self.elapsed(now)
        if self.times is None:
            phase = Phase.THINK if self.running is Running.THINKING else Phase.ANSWER
            return Reading(self.running, phase, elapsed, None, 0.0, 0.0, self.is_paused)
        thinking = self.running in {Running.THINKING, Running.WAITING}
        limit = self.times.think if thinking else self.times.maximum
        phase = Phase.THINK if thinking else self.times.phase(elapsed)
        share = min(1.0, elapsed / limit) if limit else 0.0
        target = 0.0 if thinking else self.times.target / self.times.maximum
        return Reading(self.running, phase, elapsed, limit - elapsed, share, target, self.is_paused)

    def _banked(self, now: float) -> AnswerClock:
        if self.since is None:
            return self
        spent = now - self.since
        if self.running is Running.THINKING:
            return replace(self, thought=self.thought + spent, since=now)
        return replace(self, answered=self.answered + spent, since=now)

    def _notice_gap(self, now: float, wall: float) -> AnswerClock:
        by_monotonic = now - self.seen_at
        away = max(by_monotonic, wall - self.wall_at)
        if away <= GAP_SECONDS:
            return replace(self, seen_at=now, wall_at=wall)
        skipped = by_monotonic if by_monotonic > GAP_SECONDS else 0.0
        away -= by_monotonic - skipped  # what the monotonic clock saw goes on counting as usual
        counted = away if self.running is Running.ANSWERING else 0.0
        return replace(
            self,
            since=None if self.since is None else self.since + skipped,
            seen_at=now,
            wall_at=wall,
            gap=self.gap + away,
            counted_gap=self.counted_gap + counted,
        )


def clock_face(seconds: float) -> str:
    """Minutes and seconds as on a clock: `1:05`; never negative."""
    whole = max(0, int(seconds))
    return f"{whole // 60}:{whole % 60:02d}"
