"""Actions: what kind, how long, until when, and how they close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from abi_coach.domain.action import Action, ActionStatus
from abi_coach.domain.action_dates import dates_for
from abi_coach.domain.demand import Demand
from abi_coach.domain.evidence import ItemEvidence
from abi_coach.domain.measure import Measure, Metric
from abi_coach.domain.planning import make_plan
from abi_coach.domain.proposal import ActionType, smaller
from abi_coach.domain.settings import Settings
from tests.support.evidence import PLAN_ON, WORKED, answers, evidence, improves, stories

ENOUGH = answers((4,) * 3, (1,) * 3)


def action_for(item: ItemEvidence) -> Action:
    return make_plan(evidence(item), Settings()).actions[0]


@pytest.mark.parametrize(
    ("kind", "item"),
    [
        (ActionType.DRILL, ItemEvidence("quality", answers=answers((1,) * 3, (1,) * 3), stories=stories(2))),
        (ActionType.BUILD, ItemEvidence("quality", answers=ENOUGH)),
        (ActionType.REDO, ItemEvidence("quality", answers=ENOUGH, improves=improves(3), stories=stories(2))),
        (
            ActionType.CUT,
            ItemEvidence("quality", answers=answers((4,) * 3, (1,) * 3, over=3), stories=stories(2)),
        ),
        (
            ActionType.SECOND_RATER,
            ItemEvidence("quality", answers=answers((4,) * 3, (1,) * 3, (5, 5, 5)), stories=stories(2), weight=0.5),
        ),
        (ActionType.LEARN, ItemEvidence("sql", is_skill=True, answers=ENOUGH, demand=Demand(12, 12, 1))),
        (ActionType.MEASURE, ItemEvidence("quality", answers=answers((1,), (1,)))),
    ],
)
def test_the_biggest_part_picks_the_type_and_little_evidence_is_measured_first(
    kind: ActionType, item: ItemEvidence
) -> None:
    weights = replace(Settings().signals.competency, calibration=1.0 if kind is ActionType.SECOND_RATER else 0.1)
    settings = replace(Settings(), signals=replace(Settings().signals, competency=weights))
    assert make_plan(evidence(item), settings).actions[0].type is kind


def test_the_worked_plan_has_these_types() -> None:
    kinds = [action.type for action in make_plan(WORKED, Settings()).actions]
    assert kinds == [ActionType.BUILD, ActionType.MEASURE, ActionType.DRILL]


def test_a_measure_first_action_says_so_first() -> None:
    action = action_for(ItemEvidence("quality", answers=answers((2,), (1,)), stories=stories(2)))
    assert action.then.startswith("measure first")
    assert action.measures == (Measure(Metric.ANSWERS, 1, 3),)


def test_a_part_within_15_percent_of_the_biggest_adds_a_second_measure() -> None:
    """Communication: rating 11.5; 85 % of it is 9.8; overtime 10.0 is within, debriefs 6.7 are not."""
    action = make_plan(WORKED, Settings()).actions[2]
    assert [measure.metric for measure in action.measures] == [Metric.LAST_MEAN, Metric.WITHIN_TIME]


def test_a_part_further_off_adds_none() -> None:
    """Stories 20.0, rating gap 2.3: one measure."""
    assert [each.metric for each in action_for(ItemEvidence("quality", answers=ENOUGH)).measures] == [Metric.STORIES]


def test_a_part_20_percent_off_adds_none_either() -> None:
    """Finals 2, 3, 3 today: m = (8 + 6) / 5 = 2.8, G = .4 → 16.0, a fifth under the 20.0 of stories."""
    item = ItemEvidence("quality", answers=answers((2, 3, 3), (0, 0, 0)))
    assert [each.metric for each in action_for(item).measures] == [Metric.STORIES]


def test_because_holds_the_printed_numbers_the_biggest_first() -> None:
    because = make_plan(WORKED, Settings()).actions[0].because
    assert because.startswith("stories missing 25.0, rating gap 22.2, named in debriefs 16.7")
    assert because.endswith("76.4 of 100")


def test_an_action_names_the_entries_that_it_rests_on() -> None:
    action = make_plan(WORKED, Settings()).actions[0]
    assert action.evidence == ("conflict-2", "conflict-1", "conflict-0", "deb-0", "deb-1")


def test_the_worked_dates_end_the_day_before_the_interview_with_a_session_every_second_day() -> None:
    """12 days left: round(0.15 × 12) = round(1.8) = 2."""
    dates = dates_for(PLAN_ON, date(2026, 12, 4), Settings())
    assert dates.due == date(2026, 12, 3)
    assert [day.day for day in dates.sessions] == [24, 26, 28, 30, 2]


@pytest.mark.parametrize(
    ("interview_on", "due"),
    [
        (None, date(2026, 12, 6)),
        (date(2027, 3, 1), date(2026, 12, 6)),
        (date(2026, 12, 7), date(2026, 12, 6)),
        (date(2026, 12, 6), date(2026, 12, 5)),
        (date(2026, 11, 23), PLAN_ON),
        (PLAN_ON, date(2026, 12, 6)),
        (date(2026, 11, 1), date(2026, 12, 6)),
    ],
)
def test_an_action_is_due_in_14_days_or_the_day_before_the_interview(interview_on: date | None, due: date) -> None:
    assert dates_for(PLAN_ON, interview_on, Settings()).due == due


def test_nothing_is_put_on_the_day_of_an_interview() -> None:
    assert min(dates_for(PLAN_ON, PLAN_ON, Settings()).sessions) > PLAN_ON


def test_measuring_takes_a_session_for_each_answer_that_is_missing() -> None:
    action = action_for(ItemEvidence("quality", answers=answers((2,), (1,)), stories=stories(2)))
    assert len(action.sessions) == 2


@pytest.mark.parametrize(
    ("measure", "goal"),
    [
        (Measure(Metric.ANSWERS, 0, 1), "1 rated answer, 0 so far"),
        (Measure(Metric.STORIES, 1, 2), "2 usable stories (each says what was done and what came of it), 1 so far"),
        (Measure(Metric.STRONG_TAKES, 0, 2), "2 answers rated 4 or 5 since this plan, 0 so far"),
        (Measure(Metric.WITHIN_TIME, 1, 3), "3 of the last three answers within the maximum time, 1 now"),
        (Measure(Metric.LAST_MEAN, 7 / 3, 4), "the last three final ratings average 4.0 of 5, 2.3 now"),
        (Measure(Metric.OWN_LEVEL, 0, 1), "own level “rusty” (of missing, rusty, strong), “missing” now"),
    ],
)
def test_a_goal_is_said_in_words_with_its_scale(measure: Measure, goal: str) -> None:
    assert measure.goal == goal


def test_a_goal_that_cannot_be_measured_yet_says_so() -> None:
    assert Measure(Metric.LAST_MEAN, None, 4).goal.endswith("too few answers yet to say where that stands")


def test_words_of_a_plan_that_was_kept_before_become_smaller_once() -> None:
    assert smaller("write; once is enough") == smaller("write") == "write; a small start counts"


def test_a_second_action_has_its_sessions_on_other_days() -> None:
    first, second = (dates_for(PLAN_ON, None, Settings(), turn).sessions for turn in (0, 1))
    assert not set(first) & set(second)


def test_an_action_closes_by_evidence() -> None:
    item = ItemEvidence("quality", answers=ENOUGH)
    action = action_for(item)
    assert not action.is_met(replace(item, stories=stories(1)))
    assert action.is_met(replace(item, stories=stories(2)))


def test_a_tick_alone_is_recorded_as_a_tick() -> None:
    action = action_for(ItemEvidence("quality", answers=ENOUGH)).ticked(PLAN_ON)
    assert (action.status, action.ticked_on, action.is_active) == (ActionStatus.TICKED, PLAN_ON, False)


def test_a_smaller_action_keeps_the_deed_and_asks_for_it_once() -> None:
    action = action_for(ItemEvidence("quality", answers=ENOUGH))
    small = action.made_smaller()
    assert (small.minutes, small.sessions) == (action.minutes // 2, action.sessions[::2])
    assert small.then == smaller(small.then) == f"{action.then}; a small start counts"


def test_a_measure_that_cannot_be_taken_yet_is_not_met_and_says_so() -> None:
    measure = Measure(Metric.LAST_MEAN, None, 4)
    assert not measure.is_met
    assert measure.sentence == "average of the last three final ratings: not enough yet, target 4.0"


@pytest.mark.parametrize(("now", "met"), [(0.4, True), (0.5, True), (0.6, False)])
def test_a_confidence_gap_is_met_from_above(now: float, met: bool) -> None:
    assert Measure(Metric.CONFIDENCE_GAP, now, 0.5).is_met is met


def test_an_action_never_starts_with_its_target_already_reached() -> None:
    """Last three all 4, yet older ones pull the mean down: the target becomes two more strong answers."""
    item = ItemEvidence("quality", answers=answers((4, 4, 4, 1, 1, 1), (1, 1, 1, 5, 5, 5)), stories=stories(2))
    assert action_for(item).measures == (Measure(Metric.STRONG_TAKES, 0, 2),)


@pytest.mark.parametrize(("lack", "now", "target"), [(1.0, 0, 1), (0.5, 1, 2)])
def test_a_skill_is_to_be_learned_one_level_up(lack: float, now: float, target: float) -> None:
    item = ItemEvidence("sql", is_skill=True, answers=ENOUGH, stories=stories(2), demand=Demand(12, 12, lack))
    assert action_for(item).measures[0] == Measure(Metric.OWN_LEVEL, now, target)
