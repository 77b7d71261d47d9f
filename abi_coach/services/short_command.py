"""A recommended command as a person may type it: with the beginning of an id, as long as it must be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abi_coach.domain.facts import Facts
    from abi_coach.domain.recommendation import Recommendation
    from abi_coach.storage.journal_glance import JournalGlance


def told_short(advice: Recommendation, facts: Facts, journal: JournalGlance) -> Recommendation:
    """The same advice; the entry that its command names is written with the beginning that no other has."""
    for one in (facts.interview, facts.hot_due, facts.cold_due):
        if one is not None and one.entry in advice.command:
            return replace(advice, command=advice.command.replace(one.entry, journal.shortest(one.entry)))
    return advice
