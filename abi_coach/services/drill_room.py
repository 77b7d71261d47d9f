"""A drill that is going on: one card at a time, every round kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.answer_clock import AnswerClock, Reading, Running
from abi_coach.domain.drill import DRILL_SECONDS, Drill, DrillRun, Round, is_competency_hit, is_story_hit
from abi_coach.domain.question import Question
from abi_coach.domain.timing import LengthStatus, Phase, Times
from abi_coach.domain.value import Value, frozen
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from abi_coach.domain.competency import Competency
    from abi_coach.domain.story import Story
    from abi_coach.services.practice_record import PracticeRecord

DRILL: Final = "drill"


@frozen
class Card(Value):
    """What is put before the person: a question, or a story to tell; `times` in seconds, None for no clock."""

    prompt: str
    question: Question | None = None
    times: Times | None = None


class DrillRoom:
    """Runs one drill: `begin` shows the card, `stop` takes the time, one of the `keep_…` ends the round.

    `card` is None once the two minutes are over or no card is left. `stories` are the person's, by entry id; `story`
    is the one that a ladder is about; `hits` tells whether the competency was named, in the drills before this one too.
    """

    def __init__(self, record: PracticeRecord, drill: Drill, cards: Iterable[Card], stories: dict[str, Story]) -> None:
        self._record = record
        self._cards = iter(cards)
        self._entry = record.new_id()
        self._began = record.monotonic()
        self._clock = AnswerClock(None)
        self._taken = 0.0
        self.stories = stories
        self.story = ""
        self.hits: tuple[bool, ...] = ()
        self.run = DrillRun(drill, record.now())
        self.card: Card | None = next(self._cards, None)

    @property
    def drill(self) -> Drill:
        """What is drilled."""
        return self.run.drill

    @property
    def question(self) -> Question:
        """The question on the card; only for drills that ask one, while a card is there."""
        assert self.card is not None
        assert self.card.question is not None
        return self.card.question

    @property
    def times(self) -> Times:
        """The card's times; only for drills with a clock, while a card is there."""
        assert self.card is not None
        assert self.card.times is not None
        return self.card.times

    @property
    def present(self) -> datetime:
        """The present instant, aware, UTC."""
        return self._record.now()

    @property
    def seconds_left(self) -> float:
        """Until no new round begins; never negative."""
        return max(0.0, DRILL_SECONDS - (self._record.monotonic() - self._began))

    @property
    def seconds(self) -> float:
        """Since the card was shown, until it was stopped."""
        return self._clock.elapsed(self._record.monotonic()) if self.is_running else self._taken

    @property
    def is_running(self) -> bool:
        """Whether the time of a card is being taken."""
        return self._clock.running is Running.ANSWERING

    def begin(self) -> None:
        """The card is in sight: the time runs."""
        self._clock = AnswerClock(self.card.times if self.card else None).answer(*self._instants())

    def look(self) -> Reading:
        """Look at the clock, some times a second: a time in which nobody could look is a gap and is left out.

        Finding a story is thinking: what is left is shown.
        """
        seen = self._clock.see(*self._instants())
        self._began += (seen.since or 0.0) - (self._clock.since or 0.0)  # the two minutes leave it out as well
        self._clock = seen
        reading = self._clock.read(self._record.monotonic())
        if self.drill is not Drill.RETRIEVAL:
            return reading
        return replace(reading, running=Running.THINKING, phase=Phase.THINK, target_share=0.0)

    @property
    def gap(self) -> float:
        """Seconds in which the machine was away during the card."""
        return round(self._clock.gap, 2)

    def stop(self) -> float:
        """Take the time; the seconds that it took."""
        self._clock = self._clock.stop(self._record.monotonic())
        self._taken = round(self._clock.answered, 2)
        return self._taken

    def keep_named(self, named: Competency) -> bool:
        """Keep which competency was named; whether it is what the question asks for."""
        is_hit = is_competency_hit(self.question, named)
        self._keep(named=named.value, is_hit=is_hit)
        self.hits = (*self.hits, is_hit)
        return is_hit

    def keep_story(self, entry: str, named: str = "", said: str = "") -> bool:
        """Keep which story came to mind ("" for none), its competency and first sentence; whether it fits, in time."""
        is_hit = is_story_hit(self.question, self.stories.get(entry), self._taken, self.times.maximum)
        self._keep(named=named, story=entry, said=said, is_hit=is_hit)
        return is_hit

    def draft_story(self, entry: str, named: str, said: str) -> None:
        """Keep the round of a story while its first sentence is still being typed."""
        is_hit = is_story_hit(self.question, self.stories.get(entry), self._taken, self.times.maximum)
        told = self._with(named=named, story=entry, said=said, is_hit=is_hit)
        self._record.journal.save_draft(self._entry, DRILL, to_plain(told))

    def keep_told(self, said: str = "") -> LengthStatus:
        """Keep how long a story or an answer was; thin, ok or over."""
        status = self.times.status(self._taken)
        self._keep(story=self.story, said=said, is_hit=status is LengthStatus.OK)
        return status

    def _keep(self, *, named: str = "", story: str = "", said: str = "", is_hit: bool) -> None:
        run = self._with(named=named, story=story, said=said, is_hit=is_hit)
        self._record.journal.write(DRILL, to_plain(run), entry=self._entry)
        self.run = run
        self.card = next(self._cards, None) if self.seconds_left else None

    def _with(self, *, named: str, story: str, said: str, is_hit: bool) -> DrillRun:
        """The run with a round on the present card."""
        assert self.card is not None
        question = self.card.question.id if self.card.question else ""
        limit = self.card.times.maximum if self.card.times else None
        told = Round(self.card.prompt, question, self._taken, limit, named, story, said, is_hit, self.gap)
        return replace(self.run, rounds=(*self.run.rounds, told))

    def _instants(self) -> tuple[float, float]:
        return self._record.monotonic(), self._record.now().timestamp()
