"""A question's own times over those of its kind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.kind import AREA_COMPETENCY, Area, Dimension, Kind, Level
from abi_coach.domain.question import ReverseQuestion, TimeOverride
from abi_coach.domain.timing import KIND_TIMES, Times

OWN = KIND_TIMES[Kind.BEHAVIOURAL].times()
SECONDS = st.none() | st.integers(1, 900)


def test_a_question_without_times_of_its_own_has_its_kinds() -> None:
    assert TimeOverride().over(OWN) == OWN


def test_a_question_can_set_every_time() -> None:
    assert TimeOverride(think=20, target=90, maximum=150).over(OWN) == Times(20, 75, 90, 150)


def test_a_longer_target_pushes_the_maximum_up() -> None:
    assert TimeOverride(target=300).over(OWN) == Times(10, 75, 300, 300)


def test_a_shorter_maximum_pulls_target_and_minimum_down() -> None:
    assert TimeOverride(maximum=60).over(OWN) == Times(10, 60, 60, 60)


@given(SECONDS, SECONDS, SECONDS, st.sampled_from(Kind))
def test_times_stay_in_order_whatever_a_question_sets(
    think: int | None, target: int | None, maximum: int | None, kind: Kind
) -> None:
    if target and maximum and target > maximum:
        maximum = target
    times = TimeOverride(think, target, maximum).over(KIND_TIMES[kind].times())
    assert times.minimum <= times.target <= times.maximum


def test_a_question_for_the_candidate_to_ask_is_always_reverse() -> None:
    question = ReverseQuestion("r", "How?", (Level.MID,), Dimension.TEAM, "good", "warning", "and then?")
    assert question.kind is Kind.REVERSE


def test_every_area_of_a_curveball_counts_for_its_competency() -> None:
    assert {area.value: competency.value for area, competency in AREA_COMPETENCY.items()} == {
        "reasoning": "problem_solving",
        "self_knowledge": "learning",
        "perspective": "communication",
        "composure": "adaptability",
        "curiosity": "motivation",
        "judgement": "integrity",
    }
    assert all(area.competency for area in Area)
