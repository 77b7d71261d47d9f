"""Drills through the coach: two minutes, every round kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import DRILL_SECONDS, Drill
from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.story import Story
from abi_coach.domain.timing import LengthStatus
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.drill import Drills, drills_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

MOVE = Story("Move", action="I…", result="It…", competencies=(Competency.PROBLEM_SOLVING, Competency.CONFLICT))


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


@pytest.fixture
def drills(coach: Coach) -> Drills:
    return drills_of(coach)


def test_a_round_is_kept_as_soon_as_it_is_done(drills: Drills, clock: HandClock) -> None:
    room = drills.open(Drill.ASKED)
    question = room.question
    room.begin()
    clock.advance(4)
    room.stop()
    assert room.keep_named(question.competency)
    [run] = drills.past(Drill.ASKED)
    assert [(one.question, one.seconds, one.is_hit) for one in run.rounds] == [(question.id, 4.0, True)]


def test_rule_no_new_round_begins_after_two_minutes_and_a_begun_one_is_not_cut_off(
    drills: Drills, clock: HandClock
) -> None:
    room = drills.open(Drill.OPENER)
    room.begin()
    clock.advance(DRILL_SECONDS + 380)
    assert room.stop() == 500
    assert room.keep_told() is LengthStatus.OVER
    assert room.card is None


def test_the_same_seed_gives_the_same_questions_and_the_next_drill_others(drills: Drills) -> None:
    first, same = drills.open(Drill.ASKED, seed=3), drills.open(Drill.ASKED, seed=3)
    assert first.card == same.card
    before = drills.open(Drill.ASKED).card
    first.keep_named(Competency.QUALITY)
    assert drills.open(Drill.ASKED).card != before


@pytest.mark.parametrize(("drill", "kinds"), [(Drill.RETRIEVAL, {Kind.BEHAVIOURAL}), (Drill.OPENER, {Kind.OPENER})])
def test_each_drill_draws_from_its_kinds(coach: Coach, drills: Drills, drill: Drill, kinds: set[Kind]) -> None:
    coach.stories.add(MOVE)
    assert {drills.open(drill, seed=seed).question.kind for seed in range(5)} == kinds


def test_rule_retrieval_gives_ten_seconds(coach: Coach, drills: Drills, clock: HandClock) -> None:
    entry = coach.stories.add(MOVE)
    room = drills.open(Drill.RETRIEVAL)
    assert room.times.maximum == 10
    room.begin()
    clock.advance(11)
    room.stop()
    assert not room.keep_story(entry)


def test_rule_the_ladder_is_30_60_90_180_on_one_story_and_goes_on_where_it_was_left(
    coach: Coach, drills: Drills, clock: HandClock
) -> None:
    entry = coach.stories.add(MOVE)
    room = drills.open(Drill.LADDER)
    rungs = []
    while room.card is not None:
        rungs.append(room.times.maximum)
        room.begin()
        clock.advance(room.times.maximum)
        room.stop()
        assert room.keep_told() is LengthStatus.OK
    assert rungs == [30, 60, 90]
    assert drills.open(Drill.LADDER, entry).times.maximum == 180


@pytest.mark.parametrize("drill", [Drill.RETRIEVAL, Drill.LADDER])
def test_without_a_story_the_person_is_told_what_to_do(drills: Drills, drill: Drill) -> None:
    with pytest.raises(InputError, match="abi story add"):
        drills.open(drill)


def test_the_compass_finds_stories_and_is_kept(coach: Coach, drills: Drills) -> None:
    entry = coach.stories.add(MOVE)
    bearing, stories = drills.compass("  How many\npianos? ")
    drills.keep_compass(bearing, stories)
    assert (bearing.question, list(stories)) == ("How many pianos?", [entry])
    [run] = drills.past(Drill.COMPASS)
    assert (run.rounds[0].prompt, run.rounds[0].named, run.rounds[0].story) == ("How many pianos?", "reasoning", entry)


def test_an_empty_question_is_asked_for(drills: Drills) -> None:
    with pytest.raises(InputError, match="Type the question"):
        drills.compass(" \n ")


def test_a_question_half_typed_at_the_compass_is_offered_again_and_counts_once_it_is_looked_at(
    coach: Coach, drills: Drills
) -> None:
    entry, _ = drills.begun_compass()
    drills.draft_compass(entry, "How many pia")
    drills.open(Drill.ASKED)  # other drills keep what was cut off; this one waits
    assert drills_of(coach).begun_compass() == (entry, "How many pia")
    assert drills.past(Drill.COMPASS) == ()
    drills.keep_compass(*drills.compass("How many pianos?"), entry)
    assert [run.rounds[0].prompt for run in drills.past(Drill.COMPASS)] == ["How many pianos?"]
    assert drills.begun_compass()[1] == ""


def test_a_question_that_was_taken_back_at_the_compass_is_let_go_and_can_be_typed_again(drills: Drills) -> None:
    entry, _ = drills.begun_compass()
    drills.draft_compass(entry, " ")
    drills.draft_compass(entry, "How")
    drills.draft_compass(entry, "")
    assert drills.begun_compass()[1] == ""
    drills.draft_compass(entry, "Why")
    assert drills.begun_compass() == (entry, "Why")
