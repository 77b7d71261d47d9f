"""Bringing back what was already said about a question when a sitting is resumed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from abi_coach.domain.attempt import Attempt, AttemptState
from abi_coach.domain.progress import Progress, Stage
from abi_coach.storage.values import from_plain

if TYPE_CHECKING:
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_record import PracticeRecord


def resumed(record: PracticeRecord, answering: Answering, sitting: str, role: str) -> Answering:
    """The question in its sitting, with its draft or, if it was rated already, its attempt."""
    answering.attempt = replace(answering.attempt, sitting=sitting, role=role)
    for entry, body in _drafts(record, sitting, answering.question.id):
        answering.bring_back(entry, from_plain(Attempt, body["attempt"]), from_plain(Progress, body["progress"]))
        return answering
    for entry in _rated(record, sitting, answering.question.id):
        attempt = record.attempt(entry)
        answering.bring_back(entry, attempt, Progress(Stage.REVIEWED, change=attempt.takes[-1].one_change))
    return answering


def keep_said(record: PracticeRecord, sitting: str, question: str) -> tuple[str, ...]:
    """Keep what was said in a sitting to a question that no bank has any more; the entries that hold it."""
    for entry, body in _drafts(record, sitting, question):
        attempt = from_plain(Attempt, body["attempt"])
        if attempt.takes:
            state = AttemptState.RATED if attempt.evidence else AttemptState.ABORTED
            record.save_attempt(entry, replace(attempt, state=state))
            return (entry,)
        record.discard_draft(entry)
    return tuple(_rated(record, sitting, question))


def _drafts(record: PracticeRecord, sitting: str, question: str) -> list[tuple[str, dict[str, Any]]]:
    """Unfinished attempts at this question in this sitting: entry and body."""
    found = [(draft.entry, draft.value()) for draft in record.journal.drafts("attempt")]
    asked = {"sitting": sitting, "question": question}
    return [(entry, body) for entry, body in found if asked.items() <= body.get("attempt", {}).items()]


def _rated(record: PracticeRecord, sitting: str, question: str) -> list[str]:
    """Entries of the attempts at this question in this sitting that are complete."""
    rows = record.journal.rows("attempt", parent=sitting, question=question)
    return [row.entry for row in rows if row.state == AttemptState.RATED]
