"""What is written when an interview has its answer, whoever tells it: the form, or the passing of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.services.entries import entry_about
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.outcome import OUTCOME_KIND
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from abi_coach.domain.interview import Interview
    from abi_coach.storage.journal import Journal


def outcome_changes(journal: Journal, entry: str, answered: Interview) -> list[Change]:
    """The interview with its outcome, and the outcome as an entry of its own."""
    result = answered.outcome.result.value if answered.outcome else ""
    told = {"interview": entry, "parent": entry, "title": result, "outcome": to_plain(answered.outcome)}
    known = entry_about(journal, OUTCOME_KIND, entry)
    return [Change(INTERVIEW, to_plain(answered), entry), Change(OUTCOME_KIND, told, known)]
