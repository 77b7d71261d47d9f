"""Drills: two minutes on one thing, each kept in the journal."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.calibration import TREND_POINTS
from abi_coach.domain.kind import Kind
from abi_coach.domain.limits import Ge
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.competency import Competency
    from abi_coach.domain.question import Question
    from abi_coach.domain.settings import MeterRules
    from abi_coach.domain.story import Story

DRILL_SECONDS: Final = 120
"""No new round begins after this; one that has begun is never cut off (rule of thumb)."""


class Drill(StrEnum):
    """What is drilled."""

    COMPASS = "compass"
    ASKED = "asked"
    RETRIEVAL = "retrieval"
    LADDER = "ladder"
    OPENER = "opener"

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return LABELS[self][0]

    @property
    def does(self) -> str:
        """One sentence on what happens."""
        return LABELS[self][1]


LABELS: Final[dict[Drill, tuple[str, str]]] = {
    Drill.COMPASS: ("Curveball compass", "Type any question: what it may be about, and which stories fit."),
    Drill.ASKED: ("What is really asked", "A question appears: name the competency before you answer."),
    Drill.RETRIEVAL: ("Ten-second story", "A question appears: ten seconds to find the story."),
    Drill.LADDER: ("Constraint ladder", "One story in 30, 60, 90 and 180 seconds."),
    Drill.OPENER: ("First answer", "An opening question, aloud, within its time."),
}

ASKED_KINDS: Final[dict[Drill, frozenset[Kind]]] = {
    Drill.ASKED: frozenset({Kind.BEHAVIOURAL, Kind.SITUATIONAL, Kind.MOTIVATION, Kind.CURVEBALL, Kind.OPENER}),
    Drill.RETRIEVAL: frozenset({Kind.BEHAVIOURAL}),
    Drill.OPENER: frozenset({Kind.OPENER}),
}
"""Which questions a drill draws from; compass and ladder draw from none."""


class Band(StrEnum):
    """How fast a story came to mind."""

    QUICK = "quick"
    FAIR = "fair"
    SLOW = "slow"

    def words(self, rules: MeterRules) -> str:
        """Its limits as a person reads them, e.g. `3–7 s`."""
        quick, slow = rules.quick_seconds, rules.slow_seconds
        return {Band.QUICK: f"under {quick:g} s", Band.FAIR: f"{quick:g}–{slow:g} s", Band.SLOW: f"over {slow:g} s"}[
            self
        ]


def band_of(seconds: float, rules: MeterRules) -> Band:
    """The latency band: under 3 s, 3 to 7 s, over 7 s."""
    if seconds < rules.quick_seconds:
        return Band.QUICK
    return Band.SLOW if seconds > rules.slow_seconds else Band.FAIR


@frozen
class Round(Value):
    """One go. `seconds` is a latency or a speaking time, `limit` what was allowed, None for no limit.

    `named` is the competency that the person named, `story` the entry of the story, `said` words that were typed.
    `is_hit` None means that there was nothing to hit. `gap_seconds` is how long the machine was away, which is not in
    `seconds`.
    """

    prompt: str
    question: str = ""
    seconds: Annotated[float, Ge(0)] = 0.0
    limit: int | None = None
    named: str = ""
    story: str = ""
    said: str = ""
    is_hit: bool | None = None
    gap_seconds: Annotated[float, Ge(0)] = 0.0


@frozen
class DrillRun(Value):
    """A drill from its start to its end."""

    drill: Drill
    started_at: datetime
    rounds: tuple[Round, ...] = ()

    @property
    def tried(self) -> int:
        """Rounds in which there was something to hit."""
        return sum(one.is_hit is not None for one in self.rounds)

    @property
    def hits(self) -> int:
        """Rounds that hit."""
        return sum(one.is_hit is True for one in self.rounds)

    @property
    def hit_rate(self) -> str:
        """Hits of tries in words; both numbers are always shown."""
        return f"{self.hits} of {self.tried}" if self.tried else "nothing tried yet"


def gap_words(seconds: float) -> str:
    """What is said about a time in which the machine was away; empty where there was none."""
    return f"Interrupted: {clock_face(seconds)} is left out." if seconds else ""


def rate_words(hits: Sequence[bool], enough: int = TREND_POINTS) -> str:
    """How often the competency was named, over every drill: a rate from `enough` on, till then what is missing."""
    named, count = sum(hits), len(hits)
    if missing := max(0, enough - count):
        return f"Named right in all: {named} of {count}. Not enough yet, {missing} more."
    return f"Named right in all: {named} of {count}, {100 * named / count:.0f} %."


def is_competency_hit(question: Question, named: Competency) -> bool:
    """Whether the competency named is what the question asks for, first or second."""
    return named in {question.competency, question.secondary}


def is_story_hit(question: Question, story: Story | None, seconds: float, limit: int) -> bool:
    """Whether a story came in time that serves what the question asks for, first or second."""
    asked = {question.competency, question.secondary} - {None}
    return story is not None and seconds <= limit and not asked.isdisjoint(story.competencies)


def run_lines(run: DrillRun, rules: MeterRules) -> tuple[str, ...]:
    """What a drill came to, in a few lines; numbers only, no grade."""
    if not run.rounds:
        return ("Nothing done this time. That costs nothing.",)
    if run.drill is Drill.RETRIEVAL:
        bands = Counter(band_of(one.seconds, rules) for one in run.rounds)
        told = ", ".join(f"{bands[band]} {band.words(rules)}" for band in Band)
        return (f"Stories that fit: {run.hit_rate}.", f"Time to the story: {told}; median {_median(run)} s.")
    if run.drill is Drill.ASKED:
        return (f"Named right: {run.hit_rate}.",)
    if run.drill is Drill.COMPASS:
        return (f"Questions looked at: {len(run.rounds)}.",)
    return (f"Within the time: {run.hit_rate}.",)


def _median(run: DrillRun) -> str:
    return f"{median(one.seconds for one in run.rounds):.1f}"
