"""What the shipped templates get from the real services, on a journal with something in every part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from abi_coach.domain.card_layout import lay_out
from abi_coach.domain.interview import Outcome, Person, Result
from abi_coach.rendering.plain import plain
from abi_coach.services.card import Cards
from abi_coach.services.debrief_document import DebriefDocuments
from abi_coach.services.plan import PlanOrder
from abi_coach.services.progress import Span, progress_of
from abi_coach.services.progress_document import progress_values
from tests.support.diary import Diary, worked_example

if TYPE_CHECKING:
    from abi_coach.services.coach import Coach
    from tests.support.hand_clock import HandClock


def values_by_name(coach: Coach, clock: HandClock) -> dict[str, Any]:
    """The value of each name that a template is given: `plan`, `progress`, `debrief`, `card`."""
    diary = worked_example(coach)
    coach.plans.keep(coach.plans.make(PlanOrder(role="backend")))
    clock.advance(5 * 86_400)
    entry = _later(diary)
    today = clock().date()
    told = {
        "plan": coach.plans.values(coach.plans.make(PlanOrder(role="backend"))),
        "progress": progress_values(progress_of(coach).read(Span("backend", today.replace(month=1))), today, today),
        "debrief": DebriefDocuments(coach).values(entry),
        "card": lay_out(_card(coach, diary)),
    }
    return {name: plain(value) for name, value in told.items()}


def _later(diary: Diary) -> str:
    """What happened after the first plan was kept: practice that closes an action, and another interview."""
    diary.story("Outage at night", "conflict")
    diary.answers("delivery", [4, 5, 4], [0.1, 0.2, 0.3], [3, 4, 3])
    diary.promise("they ask why", "name the reason first", "conflict", ("kept", 3), ("missed", 2), ("kept", 1))
    for number in range(4):
        diary.outcome(f"Company {number}", 40 + number, 60, moved_on=number > 1)
    outcome = Outcome(Result.MOVED_ON, diary.ago(1).date(), "See you soon.", "no")
    entry = diary.interview(
        "Northwind", 3, outcome=outcome, people=(Person("Ada King", "staff engineer"),), wants="to see how they deploy"
    )
    diary.debrief(entry, 3, {"no numbers": "conflict"}, ("I asked about the goal.",), gaps=("Kafka",))
    return entry


def _card(coach: Coach, diary: Diary) -> Any:  # noqa: ANN401 - a card
    diary.promise("they ask why", "name the reason first", "conflict")
    return Cards(coach).make(diary.interview("Northwind", -2, wants="to meet the team")).card
