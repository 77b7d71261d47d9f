"""What a sitting came to: ratings, calibration, and what to do next."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.attempt import Attempt, AttemptState
from abi_coach.domain.calibration import Calibration, calibrate
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from abi_coach.services.practice_record import PracticeRecord

LOOKED_BACK: Final = 20
"""So many of the newest ratings are told in the sentence on calibration; a sitting alone is too few for a trend."""

WEAK: Final = 2


@frozen
class Summary(Value):
    """The end of a sitting: what was met, one sentence on calibration, and one on what to do next."""

    attempts: tuple[Attempt, ...]
    skipped: int
    calibration: Calibration
    next_step: str


def summarise(record: PracticeRecord, entries: Sequence[str]) -> Summary:
    """What the attempts of a sitting came to."""
    attempts = [record.attempt(entry) for entry in entries]
    rated = tuple(attempt for attempt in attempts if attempt.evidence)
    skipped = sum(attempt.state is AttemptState.SKIPPED for attempt in attempts)
    since = record.now() - timedelta(days=record.settings.signals.window_days)
    gaps = record.journal.gaps(since=since)[-LOOKED_BACK:]
    weakest = min(rated, key=final_of, default=None)
    due = record.due(weakest.question) if weakest else None
    found = calibrate(gaps if rated else [], record.settings.meters.trend_points)
    return Summary(rated, skipped, found, _next_step(weakest, due))


def final_of(attempt: Attempt) -> int:
    """The final rating that counts; 0 when there is none."""
    taken = attempt.evidence
    return taken.rating.final if taken and taken.rating else 0


def _next_step(weakest: Attempt | None, due: date | None) -> str:
    """Where the least good answer leads: its own change, and the day on which its question comes back."""
    if weakest is None:
        return "Next: one question, two minutes, whenever you like."
    back = f" It comes back on {due:%A} {due.day} {due:%B}." if due else ""
    about = weakest.competency.label.lower() if weakest.competency else "that question"
    if final_of(weakest) <= WEAK:
        return f"Next: prepare one occasion for {about}.{back} `abi plan` says what helps most."
    return f"Next: {about} has the most to gain.{back}"
