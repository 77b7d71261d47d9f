"""Evidence for plans, told in the words of a worked example: finals with their ages, and counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.demand import Demand
from abi_coach.domain.evidence import (
    AnswerEvidence,
    DebriefEvidence,
    Evidence,
    ItemEvidence,
    NextInterview,
    StoryEvidence,
)
from abi_coach.domain.priority import ranking
from abi_coach.domain.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from abi_coach.domain.priority import Priority

PLAN_ON = date(2026, 11, 22)
INTERVIEW = NextInterview("int-1", "Northwind · panel", date(2026, 12, 4))


def days_ago(days: int) -> date:
    return PLAN_ON - timedelta(days=days)


def answers(
    finals: Sequence[int], ages: Sequence[int], firsts: Sequence[int] | None = None, over: int = 0, name: str = "ans"
) -> tuple[AnswerEvidence, ...]:
    """Answers with these finals, days old; the first `over` of them ran over."""
    blind = finals if firsts is None else firsts
    told = zip(finals, ages, blind, strict=True)
    return tuple(
        AnswerEvidence(f"{name}-{number}", days_ago(age), final, first, number < over)
        for number, (final, age, first) in enumerate(told)
    )


def improves(count: int, age: int = 9) -> tuple[DebriefEvidence, ...]:
    return tuple(DebriefEvidence(f"deb-{number}", days_ago(age), "what fell short") for number in range(count))


def stories(count: int, *, usable: bool = True) -> tuple[StoryEvidence, ...]:
    return tuple(StoryEvidence(f"story-{number}", usable, f"Story {number}") for number in range(count))


def evidence(*items: ItemEvidence, debriefs: int = 2, own_stories: int = 6, records: int = 12) -> Evidence:
    """Evidence with something recorded for every signal, unless told otherwise."""
    return Evidence(PLAN_ON, items, "backend", None, debriefs, own_stories, records)


def priority_of(item: ItemEvidence, **counts: int) -> Priority:
    """The priority of one item; an answered neighbour makes sure that answers exist somewhere."""
    neighbour = ItemEvidence("zzz_neighbour", answers=answers((3,), (1,), name="other"))
    ranked = ranking(evidence(item, neighbour, **counts), Settings())
    return next(each for each in ranked if each.item == item.item)


def points(priority: Priority) -> list[float]:
    return [part.points for part in priority.parts]


WORKED = Evidence(
    PLAN_ON,
    (
        ItemEvidence(
            "conflict",
            answers=answers((2, 3, 2), (3, 10, 35), (3, 3, 3), over=2, name="conflict"),
            improves=improves(2),
            booked_on=INTERVIEW.on,
        ),
        ItemEvidence(
            "kubernetes",
            is_skill=True,
            answers=answers((2,), (8,), name="kubernetes"),
            improves=improves(1),
            stories=stories(1),
            demand=Demand(7, 12, 1.0),
        ),
        ItemEvidence(
            "communication",
            answers=answers((3, 3, 4, 3), (1, 6, 15, 22), (4, 3, 4, 4), over=4, name="communication"),
            improves=improves(1),
            stories=stories(2),
        ),
        ItemEvidence(
            "delivery",
            answers=answers((4, 3, 4), (5, 30, 41), name="delivery"),
            improves=improves(1),
            stories=stories(1),
        ),
        ItemEvidence("leadership", weight=0.6),
        ItemEvidence("terraform", is_skill=True, demand=Demand(2, 12, 0.5)),
        ItemEvidence(
            "problem_solving",
            answers=answers((4, 4, 3, 4), (2, 9, 20, 28), (4, 4, 4, 4), over=1, name="problem"),
            stories=stories(3),
            weight=1.2,
        ),
    ),
    "backend",
    INTERVIEW,
    debriefs=2,
    stories=6,
    records=12,
)
"""The worked example of the plan's rules, all seven rows."""
