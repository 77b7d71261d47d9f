"""Drills: bands, hits, and what a drill came to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import (
    Band,
    Drill,
    DrillRun,
    Round,
    band_of,
    is_competency_hit,
    is_story_hit,
    rate_words,
    run_lines,
)
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.question import Anchors, Question
from abi_coach.domain.settings import MeterRules
from abi_coach.domain.story import Story

AT = datetime(2026, 11, 22, 18, tzinfo=UTC)
QUESTION = Question(
    "q", "Tell me…", Kind.BEHAVIOURAL, Competency.CONFLICT, Difficulty.EXPECTED, (Level.MID,), "Can you…?",
    Anchors("1", "3", "5"), secondary=Competency.INFLUENCE,
)  # fmt: skip
STORY = Story("Move", competencies=(Competency.QUALITY, Competency.INFLUENCE))


@pytest.mark.parametrize(
    ("seconds", "band"),
    [(0, Band.QUICK), (2.99, Band.QUICK), (3, Band.FAIR), (7, Band.FAIR), (7.01, Band.SLOW), (60, Band.SLOW)],
)
def test_rule_latency_bands_are_under_3_and_3_to_7_and_over_7_seconds(seconds: float, band: Band) -> None:
    assert band_of(seconds, MeterRules()) is band


def test_rule_a_competency_hits_when_it_is_what_the_question_asks_for_first_or_second() -> None:
    named = (Competency.CONFLICT, Competency.INFLUENCE, Competency.DELIVERY)
    assert [is_competency_hit(QUESTION, one) for one in named] == [True, True, False]


def test_rule_a_story_hits_when_it_fits_and_comes_within_ten_seconds() -> None:
    assert is_story_hit(QUESTION, STORY, 10, 10)
    assert not is_story_hit(QUESTION, STORY, 10.1, 10)
    assert not is_story_hit(QUESTION, Story("Other", competencies=(Competency.QUALITY,)), 1, 10)
    assert not is_story_hit(QUESTION, None, 1, 10)


def test_a_question_without_a_second_competency_is_no_hit_by_accident() -> None:
    bare = Question(
        "q", "…", Kind.BEHAVIOURAL, Competency.CONFLICT, Difficulty.EXPECTED, (Level.MID,), "…", QUESTION.anchors
    )
    assert not is_story_hit(bare, Story("Nothing yet"), 1, 10)


def test_a_retrieval_tells_hit_rate_and_bands_with_their_numbers() -> None:
    rounds = tuple(Round("…", seconds=seconds, is_hit=seconds < 9) for seconds in (1, 4, 5, 9))
    assert run_lines(DrillRun(Drill.RETRIEVAL, AT, rounds), MeterRules()) == (
        "Stories that fit: 3 of 4.",
        "Time to the story: 1 under 3 s, 2 3–7 s, 1 over 7 s; median 4.5 s.",
    )


def test_bands_are_told_with_limits_of_ones_own() -> None:
    rules = MeterRules(quick_seconds=2.5, slow_seconds=5)
    assert [band.words(rules) for band in Band] == ["under 2.5 s", "2.5–5 s", "over 5 s"]
    (_, told) = run_lines(DrillRun(Drill.RETRIEVAL, AT, (Round("…", seconds=6, is_hit=True),)), rules)
    assert told.startswith("Time to the story: 0 under 2.5 s, 0 2.5–5 s, 1 over 5 s")


def test_a_drill_without_a_round_costs_nothing() -> None:
    assert run_lines(DrillRun(Drill.ASKED, AT), MeterRules()) == ("Nothing done this time. That costs nothing.",)


@pytest.mark.parametrize("drill", Drill)
def test_every_drill_says_what_it_does_and_what_it_came_to(drill: Drill) -> None:
    assert drill.label
    assert drill.does.endswith(".")
    assert run_lines(DrillRun(drill, AT, (Round("…", is_hit=True),)), MeterRules())


@pytest.mark.parametrize(
    ("hits", "told"),
    [
        ((True,), "Named right in all: 1 of 1. Not enough yet, 3 more."),
        ((True, False, True), "Named right in all: 2 of 3. Not enough yet, 1 more."),
        ((True, False, True, True), "Named right in all: 3 of 4, 75 %."),
    ],
)
def test_a_rate_is_told_from_four_answers_on_and_before_that_what_is_missing(hits: tuple[bool, ...], told: str) -> None:
    assert rate_words(hits) == told
