"""What the commands around plans print with --json, on a journal with two kept plans."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from abi_coach.services.coach import open_coach
from abi_coach.services.plan import PlanOrder
from tests.support.command_line import run_abi_here
from tests.support.diary import worked_example

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.hand_clock import HandClock

COMMANDS: Final = {
    "abi.plan/1": ("plan", "--role", "backend", "--date", "2026-11-26"),
    "abi.plan.kept/1": ("plan", "keep", "--role", "backend", "--date", "2026-11-26"),
    "abi.plan.explain/1": ("plan", "explain", "conflict", "--role", "backend", "--date", "2026-11-26"),
    "abi.plan.actions/1": ("plan", "action", "list"),
    "abi.plan.history/1": ("plan", "history"),
    "abi.plan.diff/1": ("plan", "diff", "2026-11-22", "2026-11-24"),
    "abi.progress/1": ("progress", "--since", "2026-01-01"),
}
"""Every schema, and a command that prints it."""


def tell(home: Path, clock: HandClock) -> None:
    """A journal, a plan kept on its day, and another one two days later."""
    coach = open_coach(home, clock, clock.monotonic)
    diary = worked_example(coach)
    coach.plans.keep(coach.plans.make(PlanOrder(role="backend")))
    clock.advance(2 * 86_400)
    diary.story("Outage at night", "conflict")
    coach.plans.keep(coach.plans.make(PlanOrder(role="backend")))
    coach.close()


def printed() -> dict[str, Any]:
    """Every document by its schema, as read back."""
    return {schema: json.loads(run_abi_here(*words, "--json").out) for schema, words in COMMANDS.items()}
