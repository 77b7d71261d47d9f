"""What holds for every plan, whatever the evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.demand import Demand
from abi_coach.domain.evidence import AnswerEvidence, DebriefEvidence, Evidence, ItemEvidence, StoryEvidence
from abi_coach.domain.explanation import explain
from abi_coach.domain.planning import make_plan
from abi_coach.domain.priority import foremost, prioritise, ranking, scaled
from abi_coach.domain.settings import Settings
from abi_coach.domain.signal import Signal, SignalKey, signals_of
from tests.support.evidence import INTERVIEW, PLAN_ON

if TYPE_CHECKING:
    from random import Random

SCORES = st.integers(1, 5)
DAYS = st.integers(-5, 200).map(lambda age: PLAN_ON - timedelta(days=age))
IDS = st.text("abcdef0123456789", min_size=4, max_size=8)
ANSWERS = st.lists(st.builds(AnswerEvidence, IDS, DAYS, SCORES, SCORES, st.booleans()), max_size=6).map(tuple)
IMPROVES = st.lists(st.builds(DebriefEvidence, IDS, DAYS), max_size=5).map(tuple)
STORIES = st.lists(st.builds(StoryEvidence, IDS, st.booleans()), max_size=4).map(tuple)
DEMANDS = st.none() | st.builds(Demand, st.integers(0, 12), st.just(12), st.sampled_from((0.0, 0.5, 1.0)))
BOOKED = st.none() | st.just(INTERVIEW.on)
NAMES = st.sampled_from(("conflict", "delivery", "influence", "kubernetes", "quality", "sql"))


def items(name: st.SearchStrategy[str] = NAMES) -> st.SearchStrategy[ItemEvidence]:
    weights = st.sampled_from((0.5, 0.6, 1.0, 1.2, 1.5))
    return st.builds(ItemEvidence, name, st.booleans(), ANSWERS, IMPROVES, STORIES, DEMANDS, weights, BOOKED)


EVIDENCE = st.builds(
    Evidence,
    st.just(PLAN_ON),
    st.lists(items(), max_size=6, unique_by=lambda item: item.item).map(tuple),
    st.just("backend"),
    st.none() | st.just(INTERVIEW),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 12),
)


@given(items())
def test_every_signal_lies_between_0_and_1(item: ItemEvidence) -> None:
    inside = Evidence(PLAN_ON, (item,)).in_window(180).items[0]
    assert all(0 <= signal.value <= 1 for signal in signals_of(inside, PLAN_ON, Settings().signals))


@given(EVIDENCE)
def test_printed_parts_add_up_to_p_and_p_stays_within_a_hundred(evidence: Evidence) -> None:
    for each in ranking(evidence, Settings()):
        assert round(sum(part.points for part in each.parts) + each.over, 1) == each.points
        assert 0 <= each.points <= 100


@given(EVIDENCE)
def test_weights_in_use_sum_to_one(evidence: Evidence) -> None:
    for each in ranking(evidence, Settings()):
        assert not each.parts or sum(part.weight for part in each.parts) == pytest.approx(1)


@given(items(), st.sampled_from(SignalKey), st.floats(0, 1), st.floats(0, 1))
def test_p_never_falls_when_a_signal_rises(item: ItemEvidence, key: SignalKey, one: float, other: float) -> None:
    settings = Settings()
    weights = scaled(settings.signals.skill, frozenset(SignalKey), is_skill=True)
    rest = [Signal(each, 0.5, "") for each in SignalKey if each is not key]
    low, high = (
        prioritise(item, [*rest, Signal(key, value, "")], weights, settings).points for value in sorted((one, other))
    )
    assert low <= high


@given(items(), st.integers(1, 4), st.integers(0, 180))
def test_the_rating_gap_never_grows_with_a_better_rating(item: ItemEvidence, final: int, age: int) -> None:
    rules, on = Settings().signals, PLAN_ON - timedelta(days=age)
    gaps = [
        signals_of(replace(item, answers=(*item.answers, AnswerEvidence("x", on, rating, rating))), PLAN_ON, rules)[
            0
        ].value
        for rating in (final, final + 1)
    ]
    assert gaps[0] >= gaps[1]


@given(EVIDENCE, st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_changes_nothing(evidence: Evidence, random: Random) -> None:
    mixed = [
        replace(
            item,
            answers=tuple(random.sample(item.answers, len(item.answers))),
            improves=tuple(random.sample(item.improves, len(item.improves))),
            stories=tuple(random.sample(item.stories, len(item.stories))),
        )
        for item in random.sample(evidence.items, len(evidence.items))
    ]
    assert make_plan(replace(evidence, items=tuple(mixed)), Settings()) == make_plan(evidence, Settings())


@given(EVIDENCE)
def test_at_most_three_are_foremost_one_of_them_thin_and_none_at_zero(evidence: Evidence) -> None:
    top = foremost(ranking(evidence, Settings()), Settings())
    assert len(top) <= 3
    assert sum(each.is_thin for each in top) <= 1
    assert all(each.points > 0 for each in top)


@given(EVIDENCE)
def test_every_action_has_a_cue_a_target_not_yet_reached_and_sessions_up_to_its_day(evidence: Evidence) -> None:
    for action in make_plan(evidence, Settings()).actions:
        assert action.if_
        assert action.then
        assert not all(measure.is_met for measure in action.measures)
        assert action.sessions
        assert all(PLAN_ON <= day <= action.due for day in action.sessions)


@given(EVIDENCE)
def test_the_explanation_of_an_item_prints_the_same_sum_as_the_plan(evidence: Evidence) -> None:
    for planned in make_plan(evidence, Settings()).priorities:
        table = explain(evidence, planned.priority.item, Settings())
        assert table.priority == planned.priority
        assert table.formula.endswith(f"= {planned.priority.points:.1f}")


@given(EVIDENCE, EVIDENCE, st.integers(0, 40))
def test_a_plan_after_a_plan_never_has_more_than_three_active_actions(
    first: Evidence, second: Evidence, days: int
) -> None:
    before = make_plan(first, Settings())
    after = make_plan(replace(second, plan_on=PLAN_ON + timedelta(days=days)), Settings(), before)
    assert sum(action.is_active for action in after.actions) <= 3
    assert len({action.id for action in after.actions}) == len(after.actions)
