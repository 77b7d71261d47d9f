"""Looking back: what changed over time, each chart with its numbers, and nothing said on too few of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain import progress_interviews, progress_practice
from abi_coach.domain.does_it_work import Claim, claims
from abi_coach.domain.progress_section import Section
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from abi_coach.domain.progress_facts import ProgressFacts
    from abi_coach.domain.settings import MeterRules


@frozen
class ProgressReport(Value):
    """Every subject, always in the same order, and whether it all seems to work."""

    role: str
    answers: int
    sections: tuple[Section, ...]
    works: tuple[Claim, ...]


def report(facts: ProgressFacts, rules: MeterRules) -> ProgressReport:
    """The report on these facts."""
    gaps = [each.first - each.final for each in facts.answers if each.first is not None and each.final is not None]
    sections = (
        progress_practice.finals(facts.answers, rules),
        progress_practice.calibration(facts.answers, rules),
        progress_practice.lengths(facts.answers, rules),
        progress_practice.coverage(facts.practised),
        progress_practice.confidence(facts.sure, rules),
        progress_practice.really_asked(facts.asked, rules),
        progress_practice.retrieval(facts.retrieved, rules),
        progress_interviews.promises(facts.checks, rules),
        progress_interviews.predictions(facts.predictions, rules),
        progress_interviews.feelings(facts.felt, rules),
    )
    works = claims(gaps, facts.improves, facts.checks, rules)
    return ProgressReport(facts.role, len(facts.answers), sections, works)
