"""A year of one invented engineer's use, so that a newcomer sees what abi becomes; also a fixture for tests.

The same seed and day give the same entries. Everything goes through the journal's own door, as a person's would.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from abi_coach.services.demo_career import career
from abi_coach.services.demo_loops import interviews
from abi_coach.services.demo_practice import practice
from abi_coach.services.demo_year import ROLE, Year

if TYPE_CHECKING:
    from abi_coach.services.parts import Parts

SEED: Final = 2026
PLANNED_DAYS: Final = (-190, -15)
"""A plan after the first process, and one a fortnight ago."""


def build_demo(coach: Parts, seed: int = SEED) -> None:
    """Fill an empty journal with the invented year that ends today, and mark the coach as a demo's."""
    coach.is_demo = True
    year = Year(coach, Random(seed), coach.clock().date())  # noqa: S311 - an invented year, nothing secret
    told = [*practice(year), *interviews(year), *career(year)]
    coach.journal.write_many(sorted(told, key=lambda change: change.at or coach.clock()))
    _keep_plans(year)


def _keep_plans(year: Year) -> None:
    from abi_coach.services.plan import PlanOrder  # noqa: PLC0415 - plans are made with what was just written

    for days in PLANNED_DAYS:
        plan = year.coach.plans.make(PlanOrder(on=year.day(days), role=ROLE))
        year.coach.plans.keep(plan)
