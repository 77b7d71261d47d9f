"""The plan's arithmetic, by hand: G, D, V, O, C and M in parts that add up to P."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from abi_coach.domain.demand import Demand
from abi_coach.domain.evidence import ItemEvidence
from abi_coach.domain.priority import foremost, ranking, rounded
from abi_coach.domain.settings import Importance, PlanRules, Settings, SignalRules
from abi_coach.domain.signal import SignalKey
from tests.support.evidence import (
    PLAN_ON,
    WORKED,
    answers,
    days_ago,
    evidence,
    improves,
    points,
    priority_of,
    stories,
)

WORKED_PARTS = {
    "conflict": ([22.2, 16.7, 25.0, 8.3, 4.2], 76.4),
    "kubernetes": ([8.6, 6.7, 5.0, 0, 0, 23.3], 43.6),
    "communication": ([11.5, 6.7, 0, 10.0, 2.5], 30.7),
    "delivery": ([8.8, 6.7, 10.0, 0, 0], 25.5),
    "leadership": ([8.0, 0, 12.0, 0, 0], 20.0),
    "terraform": ([6.7, 0, 10.0, 0, 0, 3.3], 20.0),
    "problem_solving": ([8.6, 0, 0, 3.0, 1.5], 13.1),
}


@pytest.mark.parametrize("item", WORKED_PARTS)
def test_the_worked_example_comes_out_part_by_part(item: str) -> None:
    priority = next(each for each in ranking(WORKED, Settings()) if each.item == item)
    assert (points(priority), priority.points) == WORKED_PARTS[item]


def test_the_worked_example_is_ranked_as_printed_and_equals_go_by_answers_then_name() -> None:
    assert [each.item for each in ranking(WORKED, Settings())] == list(WORKED_PARTS)


def test_the_three_foremost_of_the_worked_example_hold_one_with_little_evidence() -> None:
    top = foremost(ranking(WORKED, Settings()), Settings())
    assert [(each.item, each.is_thin) for each in top] == [
        ("conflict", False),
        ("kubernetes", True),
        ("communication", False),
    ]


def test_an_item_without_anything_rests_on_the_prior_and_on_missing_stories() -> None:
    """G = (4 − 6/2) / 3 = .333 → 40 × .333 = 13.3; V = 1 → 20.0; 13.3 + 20.0 = 33.3."""
    priority = priority_of(ItemEvidence("influence"))
    assert (points(priority), priority.points) == ([13.3, 0, 20.0, 0, 0], 33.3)


def test_one_answer_today_counts_full_beside_two_prior_answers_of_three() -> None:
    """By hand: m = (5 + 6) / 3 = 3.667; G = .111 → 4.4; V = 1 − 1/2 → 10.0; P = 14.4."""
    priority = priority_of(ItemEvidence("quality", answers=answers((5,), (0,)), stories=stories(1)))
    assert (points(priority), priority.points) == ([4.4, 0, 10.0, 0, 0], 14.4)


def test_an_answer_a_half_life_old_counts_half() -> None:
    """By hand: w = ½; m = (½ + 6) / 2.5 = 2.6; G = .4667 → 18.7; V = 0; C = (3 − 1)/2 = 1 → 10.0; P = 28.7."""
    item = ItemEvidence("ownership", answers=answers((1,), (30,), (3,)), stories=stories(2))
    assert points(priority_of(item)) == [18.7, 0, 0, 0, 10.0]


def test_three_improve_entries_fill_the_debrief_signal_and_more_add_nothing() -> None:
    """D = min(1, 5/3) = 1 → 20.0; G = .333 → 13.3; P = 33.3."""
    priority = priority_of(ItemEvidence("learning", improves=improves(5), stories=stories(2)))
    assert (points(priority), priority.points) == ([13.3, 20.0, 0, 0, 0], 33.3)


def test_strong_ratings_leave_no_gap_and_no_negative_part() -> None:
    """By hand: m = (4·5 + 6) / 6 = 4.33 → G = clamp(−.11) = 0; C = mean(−1)/2 → 0; P = 0."""
    item = ItemEvidence("integrity", answers=answers((5,) * 4, (0,) * 4, (4,) * 4), stories=stories(2))
    assert priority_of(item).points == 0


def test_a_core_competency_of_the_role_counts_half_more() -> None:
    """G 1.5 × 40 × .333 = 20.0; V 1.5 × 20 × ½ = 15.0; P = 35.0."""
    priority = priority_of(ItemEvidence("delivery", stories=stories(1), weight=1.5))
    assert (points(priority), priority.points) == ([20.0, 0, 15.0, 0, 0], 35.0)


def test_a_minor_competency_named_by_a_booked_interview_counts_five_eighths() -> None:
    """By hand: w = .5 × 1.25 = .625; G .625 × 13.333 = 8.3; V .625 × 20 = 12.5; P = 20.8."""
    priority = priority_of(ItemEvidence("motivation", weight=0.5, booked_on=date(2026, 12, 1)))
    assert (points(priority), priority.points) == ([8.3, 0, 12.5, 0, 0], 20.8)


def test_a_skill_that_everybody_asks_for_and_is_missing_weighs_forty() -> None:
    """G 20 × .333 = 6.7; V 10 × 1 = 10.0; M 40 × 12/12 × 1 = 40.0; P = 56.7."""
    item = ItemEvidence("python", is_skill=True, demand=Demand(12, 12, 1.0))
    assert points(priority_of(item)) == [6.7, 0, 10.0, 0, 0, 40.0]


def test_a_skill_wished_for_by_half_counts_a_nice_as_a_half() -> None:
    """Three musts and three nices of 12: M = 4.5/12 × ½ = .1875 → 7.5; G 6.7; V 10 × ½ = 5.0; P = 19.2."""
    item = ItemEvidence("sql", is_skill=True, stories=stories(1), demand=Demand(4.5, 12, 0.5))
    assert priority_of(item).points == 19.2


def test_a_strong_skill_has_no_market_part() -> None:
    item = ItemEvidence("linux", is_skill=True, demand=Demand(12, 12, 0.0))
    assert points(priority_of(item))[-1] == 0


def test_halves_are_rounded_up_as_a_reader_would() -> None:
    """C = (1+0+0+0)/4 / 2 = .125 → 10 × .125 = 1.25 → 1.3."""
    item = ItemEvidence("quality", answers=answers((4,) * 4, (0,) * 4, (5, 4, 4, 4)), stories=stories(2))
    assert points(priority_of(item))[-1] == 1.3


@pytest.mark.parametrize(("value", "printed"), [(1.25, "1.3"), (0.05, "0.1"), (0.049, "0.0"), (2.675, "2.7")])
def test_a_part_is_rounded_half_up_to_one_tenth(value: float, printed: str) -> None:
    assert str(rounded(value)) == printed


def test_at_a_hundred_the_printed_parts_still_add_up_with_the_cut() -> None:
    """By hand: w = 1.5 × 1.25 = 1.875; m = (3 + 6)/5 = 1.8; G = .7333 → 55.0; D, V 37.5 each; O, C 18.8; sum 167.6."""
    item = ItemEvidence(
        "conflict",
        answers=answers((1,) * 3, (0,) * 3, (5,) * 3, over=3),
        improves=improves(3),
        weight=1.5,
        booked_on=date(2026, 12, 4),
    )
    priority = priority_of(item)
    assert points(priority) == [55.0, 37.5, 37.5, 18.8, 18.8]
    assert (priority.points, round(priority.over, 1)) == (100.0, -67.6)


def test_without_any_debrief_that_signal_is_dropped_and_the_others_are_scaled() -> None:
    """Weights .4 .2 .1 .1 of .8; G = .333 × 50 = 16.7; V = 1 × 25 = 25.0; P = 41.7."""
    priority = priority_of(ItemEvidence("influence"), debriefs=0)
    assert (points(priority), priority.points) == ([16.7, 25.0, 0, 0], 41.7)


def test_without_stories_and_debriefs_three_signals_carry_everything() -> None:
    """Weights .4 .1 .1 of .6; m = (2 + 6)/3 = 2.667, G = .444 × 66.7 = 29.6; O = 1 × 16.7; C = ½ × 16.7 = 8.3."""
    item = ItemEvidence("quality", answers=answers((2,), (0,), (3,), over=1))
    assert points(priority_of(item, debriefs=0, own_stories=0)) == [29.6, 16.7, 8.3]


def test_without_adverts_a_skill_is_scaled_over_the_other_sixty_percent() -> None:
    """Weights .2 .2 .1 .05 .05 of .6; G = .333 × 33.3 = 11.1; V = 1 × 16.7; P = 27.8."""
    priority = priority_of(ItemEvidence("sql", is_skill=True), records=0)
    assert (points(priority), priority.points) == ([11.1, 0, 16.7, 0, 0], 27.8)


def test_with_debriefs_only_the_debrief_signal_is_all_there_is() -> None:
    """One of three names it: D = .333 × weight 1 = 33.3."""
    item = ItemEvidence("conflict", improves=improves(1))
    (priority,) = ranking(evidence(item, own_stories=0, records=0), Settings())
    assert [(part.key, part.points) for part in priority.parts] == [(SignalKey.DEBRIEF, 33.3)]


def test_with_nothing_recorded_anywhere_nothing_is_claimed() -> None:
    bare = evidence(ItemEvidence("conflict"), debriefs=0, own_stories=0, records=0)
    assert ranking(bare, Settings())[0].points == 0
    assert foremost(ranking(bare, Settings()), Settings()) == ()


def test_a_story_that_is_not_usable_counts_as_recorded_but_not_as_told() -> None:
    item = ItemEvidence("conflict", stories=stories(2, usable=False))
    assert SignalKey.STORIES in {part.key for part in priority_of(item, own_stories=0).parts}
    assert points(priority_of(item))[2] == 20.0


@pytest.mark.parametrize(("age", "counted"), [(180, 1), (181, 0), (-1, 0)])
def test_the_window_holds_the_last_180_days_and_nothing_from_the_future(age: int, counted: int) -> None:
    assert priority_of(ItemEvidence("conflict", answers=answers((2,), (age,)))).answers == counted


@pytest.mark.parametrize(("count", "thin"), [(2, True), (3, False)])
def test_fewer_than_three_answers_are_little_evidence(count: int, thin: bool) -> None:
    item = ItemEvidence("conflict", answers=answers((2,) * count, (1,) * count))
    assert priority_of(item).is_thin is thin


def test_at_most_one_item_with_little_evidence_is_among_the_foremost() -> None:
    firm = ItemEvidence("delivery", answers=answers((3,) * 3, (1,) * 3), stories=stories(2))
    thin = (ItemEvidence(name) for name in ("conflict", "influence", "quality"))
    top = foremost(ranking(evidence(firm, *thin), Settings()), Settings())
    assert [each.item for each in top] == ["conflict", "delivery"]


def test_equals_are_ordered_by_sooner_interview_then_fewer_answers_then_name() -> None:
    soon, later = date(2026, 11, 25), date(2026, 11, 30)
    done = answers((3,), (0,))
    items = [
        ItemEvidence("e_plain", answers=done),
        ItemEvidence("d_plain"),
        ItemEvidence("c_plain"),
        ItemEvidence("b_later", booked_on=later),
        ItemEvidence("a_soon", answers=done, booked_on=soon),
    ]
    unboosted = replace(
        Settings(), plan=replace(Settings().plan, importance=replace(Settings().plan.importance, booked=1))
    )
    assert [each.item for each in ranking(evidence(*items), unboosted)] == [
        "a_soon",
        "b_later",
        "c_plain",
        "d_plain",
        "e_plain",
    ]


def test_under_confidence_is_never_a_reason_to_work_on_something() -> None:
    timid = ItemEvidence("quality", answers=answers((4,) * 3, (1,) * 3, (1,) * 3))
    plain = ItemEvidence("quality", answers=answers((4,) * 3, (1,) * 3))
    assert priority_of(timid) == priority_of(plain)


def test_a_half_life_set_in_the_configuration_is_used() -> None:
    """Half-life 10: w = 2^−1 = ½ at 10 days; m = (½ + 6)/2.5 = 2.6; G = .4667 × 40 = 18.7."""
    rules = replace(Settings(), signals=SignalRules(half_life_days=10))
    item = ItemEvidence("quality", answers=answers((1,), (10,)), stories=stories(2))
    assert points(ranking(evidence(item), rules)[0])[0] == 18.7


def test_days_are_counted_from_the_plan_not_from_now() -> None:
    assert days_ago(0) == PLAN_ON
    shifted = replace(WORKED, plan_on=date(2027, 11, 22))
    assert all(each.answers == 0 for each in ranking(shifted, Settings()))


@pytest.mark.parametrize(("weight", "factor"), [(0.5, 0.2), (1.0, 0.9), (1.5, 3.0), (0.7, 0.7), (2.0, 2.0)])
def test_what_minor_normal_and_core_multiply_by_is_for_the_person_to_say(weight: float, factor: float) -> None:
    settings = Settings(plan=PlanRules(importance=Importance(minor=0.2, normal=0.9, core=3.0)))
    (told,) = ranking(evidence(ItemEvidence("quality", weight=weight, stories=stories(1))), settings)
    assert (told.importance, told.points) == (factor, float(rounded(factor * 25)))
