"""Old takes: found by question, competency and day, side by side, and linked to stories."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import Attempt, AttemptState, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Rating
from abi_coach.domain.story import Story
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.history import Asked, History
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

AT = datetime(2026, 11, 1, 18, tzinfo=UTC)


def attempt(question: str, competency: Competency, *takes: Take) -> Attempt:
    return Attempt(question, f"Tell {question}", Kind.BEHAVIOURAL, competency, state=AttemptState.RATED, takes=takes)


def take(days: int, text: str, probe: str = "") -> Take:
    return Take(AT + timedelta(days=days), 100, text=text, rating=Rating(3, 3, 2), probe=probe)


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    for one in (
        attempt("q-1", Competency.CONFLICT, take(0, "first"), take(0, "why", probe="Why?")),
        attempt("q-2", Competency.DELIVERY, take(5, "other")),
        attempt("q-1", Competency.CONFLICT, take(9, "again")),
    ):
        coach.journal.write("attempt", to_plain(one))
    yield coach
    coach.close()


@pytest.fixture
def history(coach: Coach) -> History:
    return History(coach.journal, coach.stories)


def test_attempts_are_found_by_question_competency_and_day_the_newest_first(history: History) -> None:
    assert [row.question for row in history.listed()] == ["q-1", "q-2", "q-1"]
    assert len(history.listed(Asked("q-1"))) == 2
    assert [row.question for row in history.listed(Asked(competency=Competency.DELIVERY))] == ["q-2"]
    assert len(history.listed(Asked(since=AT + timedelta(days=5)))) == 2
    assert [one.question for _, one in history.attempts(Asked(limit=1))] == ["q-1"]


def test_every_take_of_a_question_is_there_the_oldest_first_with_follow_ups(history: History) -> None:
    assert [(past.number, past.take.text) for past in history.takes("q-1")] == [(0, "first"), (1, "why"), (0, "again")]


def test_linking_a_take_to_its_story_keeps_both_and_counts_as_a_telling(coach: Coach, history: History) -> None:
    story = coach.stories.add(Story("Move"))
    past = history.takes("q-1")[1]
    for _ in range(2):
        assert history.link_story(past.entry, past.number, story) == "Move"
    assert [one.take.story for one in history.takes("q-1")] == ["", story, ""]
    assert [use.where for use in coach.stories.get(story).uses] == [past.entry]


def test_a_take_that_is_not_there_is_no_place_for_a_story(coach: Coach, history: History) -> None:
    story = coach.stories.add(Story("Move"))
    with pytest.raises(InputError, match="no number 9"):
        history.link_story(history.takes("q-2")[0].entry, 8, story)
    assert coach.stories.get(story).uses == ()
