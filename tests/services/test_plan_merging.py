"""Merging journals and then planning is planning the merged, whatever was told on which machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.plan import PlanOrder
from tests.support.diary import Diary, worked_example

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.hand_clock import HandClock

ANSWERS = st.lists(
    st.tuples(st.sampled_from(("conflict", "quality", "delivery")), st.integers(1, 5), st.integers(0, 60)), max_size=6
)
ORDER = PlanOrder(role="backend")


def told(coach: Coach) -> dict[str, object]:
    return coach.plans.values(coach.plans.make(ORDER))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=ANSWERS, there=ANSWERS)
def test_two_machines_that_swap_their_journals_plan_alike(
    tmp_path_factory: pytest.TempPathFactory,
    clock: HandClock,
    here: list[tuple[str, int, int]],
    there: list[tuple[str, int, int]],
) -> None:
    folder = tmp_path_factory.mktemp("machines")
    machines = [open_coach(folder / name, clock, clock.monotonic) for name in ("one", "two")]
    for machine, answers in zip(machines, (here, there), strict=True):
        for competency, final, days in answers:
            Diary(machine).answer(competency, final, days)
    one, two = machines
    one.journal.merge(list(two.journal.revisions()))
    two.journal.merge(list(one.journal.revisions()))
    assert told(one) == told(two)
    assert one.plans.make(ORDER).answers == len(here) + len(there)
    for machine in machines:
        machine.close()


def test_a_journal_cut_in_two_and_merged_again_plans_as_before(home: Path, tmp_path: Path, clock: HandClock) -> None:
    whole = open_coach(home, clock, clock.monotonic)
    worked_example(whole)
    whole.plans.keep(whole.plans.make(ORDER))
    revisions = list(whole.journal.revisions())
    merged = open_coach(tmp_path / "merged", clock, clock.monotonic)
    for half in (revisions[1::2], revisions[::2], revisions):
        merged.journal.merge(half)
    assert told(merged) == told(whole)
    assert merged.plans.render(merged.plans.make(ORDER)) == whole.plans.render(whole.plans.make(ORDER))
    whole.close()
    merged.close()
