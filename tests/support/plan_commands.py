"""What the commands around plans print with --json, on a journal with two kept plans."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from abi_coach.services.coach import open_coach
from abi_coach.services.plan import PlanOrder
from tests.support.command_line import run_abi_here
from tests.support.diary import worked_example
from tests.support.hand_clock import HandClock

if TYPE_CHECKING:
    from pathlib import Path


def commands(today: date) -> dict[str, tuple[str, ...]]:
    """Every schema, and a command that prints it; the plans were kept two days ago and today."""
    asked = ("--role", "backend", "--date", str(today + timedelta(days=2)))
    return {
        "abi.plan/1": ("plan", *asked),
        "abi.plan.kept/1": ("plan", "keep", *asked),
        "abi.plan.explain/1": ("plan", "explain", "conflict", *asked),
        "abi.plan.actions/1": ("plan", "action", "list"),
        "abi.plan.history/1": ("plan", "history"),
        "abi.plan.diff/1": ("plan", "diff", str(today - timedelta(days=2)), str(today)),
        "abi.next/1": ("next",),
        "abi.progress/1": ("progress", "--since", str(today - timedelta(days=300))),
    }


def tell(home: Path) -> date:
    """A journal, a plan kept two days ago and another one today, by the clock on the wall: commands know no other."""
    clock = HandClock(datetime.now(UTC) - timedelta(days=2))
    coach = open_coach(home, clock, clock.monotonic)
    diary = worked_example(coach)
    coach.plans.keep(coach.plans.make(PlanOrder(role="backend")))
    clock.advance(2 * 86_400)
    diary.story("Outage at night", "conflict")
    coach.plans.keep(coach.plans.make(PlanOrder(role="backend")))
    coach.close()
    return clock().date()


def printed(today: date) -> dict[str, Any]:
    """Every document by its schema, as read back."""
    return {schema: json.loads(run_abi_here(*words, "--json").out) for schema, words in commands(today).items()}
