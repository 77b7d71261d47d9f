"""Drills: the compass, and two-minute rooms for the others; each is kept."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from abi_coach.domain.drill import ASKED_KINDS, Drill, DrillRun, Round
from abi_coach.domain.drill_compass import Bearing, bearing_of, best_stories
from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.question import Question
from abi_coach.services.drill_room import DRILL, Card, DrillRoom
from abi_coach.services.entries import value_of
from abi_coach.services.practice_record import PracticeRecord
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from abi_coach.domain.clock import Clock, Monotonic
    from abi_coach.domain.settings import Settings
    from abi_coach.domain.story import Story
    from abi_coach.domain.timing import Times
    from abi_coach.services.library import Library
    from abi_coach.services.story import Stories
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision


class Parts(Protocol):
    """What drills are made of; the coach has all of it."""

    clock: Clock
    monotonic: Monotonic

    @property
    def settings(self) -> Settings:
        """Every rule of thumb."""

    @property
    def journal(self) -> Journal:
        """Everything that the person did."""

    @property
    def library(self) -> Library:
        """The question banks."""

    @property
    def stories(self) -> Stories:
        """The person's own stories."""


class Drills:
    """Everything about drills."""

    def __init__(self, record: PracticeRecord, stories: Stories) -> None:
        self._record = record
        self._stories = stories

    def compass(self, question: str) -> tuple[Bearing, dict[str, Story]]:
        """Where a question points, and the stories that fit best, by entry id. Raises InputError for an empty one."""
        words = " ".join(question.split())
        if not words:
            message = "Type the question as it was asked."
            raise InputError(message)
        bearing = bearing_of(words)
        usable = self._stories.kept()
        return bearing, {entry: usable[entry] for entry in best_stories(bearing, usable, self._stories.today)}

    def keep_compass(self, bearing: Bearing, stories: dict[str, Story], entry: str | None = None) -> None:
        """Keep that a question was looked at; `entry` is that of its draft."""
        named = bearing.areas[0].towards.value if bearing.areas else ""
        self._record.journal.write(
            DRILL, self._looked_at(Round(bearing.question, named=named, story=next(iter(stories), ""))), entry=entry
        )

    def begun_compass(self) -> tuple[str, str]:
        """The question that was being typed when the compass was left, and its entry; a new one, empty, without any."""
        waiting = (draft for draft in self._record.journal.drafts(DRILL) if _is_compass(draft))
        found = next(waiting, None)
        return (found.entry, str(found.value()["rounds"][0]["prompt"])) if found else (self._record.new_id(), "")

    def draft_compass(self, entry: str, words: str) -> None:
        """Keep a question while it is typed; let go of one that was taken back."""
        if words.strip():
            self._record.journal.save_draft(entry, DRILL, self._looked_at(Round(words)))
        else:
            self._record.journal.discard_draft(entry)

    @property
    def present(self) -> datetime:
        """The present instant, aware, UTC."""
        return self._record.now()

    def open(self, drill: Drill, story: str = "", seed: int | None = None) -> DrillRoom:
        """Begin a drill; `story` is the entry for a ladder. Raises InputError when there is nothing to drill with.

        The same journal, day and seed give the same questions.
        """
        self._keep_cut_off()
        stories = {entry: one for entry, one in self._stories.kept().items() if one.is_usable}
        if drill is Drill.LADDER:
            return self._ladder(story, stories)
        if drill is Drill.RETRIEVAL and not stories:
            message = "There is no story to find yet. Tell one with `abi story add`."
            raise InputError(message)
        room = DrillRoom(self._record, drill, self._cards(drill, self._seed(seed)), stories)
        if drill is Drill.ASKED:
            room.hits = tuple(one.is_hit is True for run in self.past(drill) for one in run.rounds)
        return room

    def past(self, drill: Drill | None = None) -> tuple[DrillRun, ...]:
        """Every drill that was done, the newest first."""
        told = (value_of(one, DrillRun, DRILL) for one in self._record.journal.current(DRILL))
        return tuple(one for one in told if drill is None or one.drill is drill)

    def _keep_cut_off(self) -> None:
        """What was being typed when a drill was cut off is kept as it stands; the compass offers its own again."""
        for draft in self._record.journal.drafts(DRILL):
            if not _is_compass(draft):
                self._record.journal.write(DRILL, draft.value(), entry=draft.entry)

    def _looked_at(self, question: Round) -> dict[str, Any]:
        told: dict[str, Any] = to_plain(DrillRun(Drill.COMPASS, self._record.now(), (question,)))
        return told

    def _ladder(self, entry: str, stories: dict[str, Story]) -> DrillRoom:
        """The rungs that follow the last one on this story; from the first again after the last."""
        settings = self._record.settings
        profile, own = settings.profiles["ladder"], settings.kind_times[Kind.BEHAVIOURAL].times()
        rungs = [profile.times(own, number) for number in range(max(1, len(profile.answers)))]
        chosen = entry or next(iter(stories), "")
        if not chosen:
            message = "There is no story to tell yet. Tell one with `abi story add`."
            raise InputError(message)
        story = self._stories.get(chosen)
        done = next((run for run in self.past(Drill.LADDER) if run.rounds[-1].story == chosen), None)
        last = (done.rounds[-1].limit if done else 0) or 0
        left = [times for times in rungs if times.maximum > last] or rungs
        room = DrillRoom(self._record, Drill.LADDER, (Card(story.title, None, times) for times in left), stories)
        room.story = chosen
        return room

    def _cards(self, drill: Drill, seed: int) -> Iterator[Card]:
        library, settings = self._record.library, self._record.settings
        bank = library.match(settings.practice.role or "common").bank
        ids = sorted(row.id for row in library.rows(library.reach(bank)) if Kind(row.kind) in ASKED_KINDS[drill])
        Random(seed).shuffle(ids)  # noqa: S311 - a repeatable choice, nothing secret
        for name in ids:
            question = library.question(name)
            if isinstance(question, Question):
                yield Card(question.prompt, question, self._times(drill, question))

    def _times(self, drill: Drill, question: Question) -> Times | None:
        own = question.times(kinds=self._record.settings.kind_times)
        if drill is Drill.RETRIEVAL:
            return self._record.settings.profiles["retrieval"].times(own)
        return own if drill is Drill.OPENER else None

    def _seed(self, seed: int | None) -> int:
        """Today's, moved on by every drill that was kept, so that the next one is another."""
        if seed is not None:
            return seed
        return self._stories.today.toordinal() + 1_000_003 * self._record.journal.counts().get(DRILL, 0)


def _is_compass(draft: Revision) -> bool:
    return bool(draft.value().get("drill") == Drill.COMPASS)


def drills_of(coach: Parts) -> Drills:
    """The drills of a coach."""
    return Drills(
        PracticeRecord(coach.journal, coach.library, coach.clock, coach.monotonic, coach.settings), coach.stories
    )
