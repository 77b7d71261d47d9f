"""What a booked interview asks for, and what landed badly in those that were: for Home, in a few words of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.facts import Named
from abi_coach.domain.ladder import STRONG
from abi_coach.domain.landing import landed_badly, was_answered_since

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import RungRow
    from abi_coach.storage.journal_told import Asked

_LONGEST: Final = 90


def weakest_for(journal: JournalGlance, interview: str) -> tuple[str, bool]:
    """The competency to rehearse before an interview, "" if nothing says which; and whether the interview names it.

    What it names and was last answered without strength; else what it names and was never answered; else the weakest
    of all, whatever the interview names.
    """
    named = [one for one in journal.named(interview, "competencies") if one in COMPETENCY_IDS]
    craft = Competency.ROLE_EXPERTISE.value  # the skills that it names are answered under the craft of the role
    asked = [*named, craft] if craft not in named and journal.named(interview, "skills") else named
    weakest = journal.weakest(asked) if asked else None
    if weakest is not None and weakest.last_final < STRONG:
        return weakest.competency or "", True
    if untried := next((one for one in named if journal.weakest((one,)) is None), ""):
        return untried, True
    weakest = journal.weakest()
    found = (weakest.competency or "") if weakest else ""
    return found, found in asked


def landed_badly_last(really_asked: Iterable[Asked], today: date) -> Named | None:
    """The first of these questions (the newest) that landed badly and waits for a better answer."""
    for question, text, at, landed, tags, rung in really_asked:
        if landed_badly(landed, tags) and _waits(at, rung, today):
            words = " ".join(text.split())
            short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rpartition(' ')[0]}…"
            return Named(question, short, at)
    return None


def _waits(at: datetime, rung: RungRow | None, today: date) -> bool:
    if rung is None or not was_answered_since(at, rung.last_at):
        return True
    return rung.due <= today and rung.last_final < STRONG
