"""Two plans beside each other."""

from __future__ import annotations

from dataclasses import replace

from abi_coach.domain.plan_diff import Difference, compare
from abi_coach.domain.plan_edit import reworded, with_action
from abi_coach.domain.planning import make_plan
from abi_coach.domain.settings import Settings
from tests.support.evidence import PLAN_ON, WORKED

PLAN = make_plan(WORKED, Settings())


def test_a_plan_differs_in_nothing_from_itself() -> None:
    found = compare(PLAN, PLAN)
    assert [each.what for each in found.actions] == [Difference.SAME] * 3
    assert [each.change for each in found.items] == [0.0] * 3


def test_new_and_gone_items_and_actions_are_told() -> None:
    shorter = replace(PLAN, priorities=PLAN.priorities[1:])
    gone, came = compare(PLAN, shorter), compare(shorter, PLAN)
    assert (gone.items[-1].before, gone.items[-1].after, gone.items[-1].change) == (76.4, None, None)
    assert gone.actions[-1].what is Difference.GONE
    assert came.actions[0].what is Difference.NEW
    assert came.items[0].before is None


def test_what_is_offered_again_is_the_same_work_with_another_day() -> None:
    """Its id has the new day in it; told as gone and new it would stand there twice in the same words."""
    again = replace(PLAN.actions[0], id="conflict-build-later", due=PLAN_ON)
    moved = replace(PLAN, priorities=(replace(PLAN.priorities[0], action=again), *PLAN.priorities[1:]))
    found = compare(PLAN, moved).actions
    assert [each.what for each in found] == [Difference.CHANGED, Difference.SAME, Difference.SAME]
    assert found[0].details == (f"due {PLAN.actions[0].due} → {PLAN_ON}",)


def test_new_words_and_a_tick_are_told_with_what_was() -> None:
    changed = reworded(PLAN.actions[0], None, "rest").ticked(PLAN_ON)
    found = compare(PLAN, with_action(PLAN, changed)).actions[0]
    assert found.what is Difference.CHANGED
    assert found.details == (f"was: {PLAN.actions[0].sentence}", "active → ticked")
