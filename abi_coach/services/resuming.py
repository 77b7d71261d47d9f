"""Bringing back what was already said about a question when a sitting is resumed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from abi_coach.domain.attempt import Attempt, AttemptState
from abi_coach.domain.progress import Progress, Stage
from abi_coach.storage.values import from_plain

if TYPE_CHECKING:
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_record import PracticeRecord


def resumed(record: PracticeRecord, answering: Answering, sitting: str, role: str) -> Answering:
    """The question in its sitting, with its draft or, if it was rated already, its attempt."""
    answering.attempt = replace(answering.attempt, sitting=sitting, role=role)
    for draft in record.journal.drafts("attempt"):
        body = draft.value()
        told = body.get("attempt", {})
        if told.get("sitting") == sitting and told.get("question") == answering.question.id:
            answering.bring_back(draft.entry, from_plain(Attempt, told), from_plain(Progress, body["progress"]))
            return answering
    for row in record.journal.rows("attempt", parent=sitting, question=answering.question.id):
        if row.state == AttemptState.RATED:
            attempt = record.attempt(row.entry)
            answering.bring_back(row.entry, attempt, Progress(Stage.REVIEWED, change=attempt.takes[-1].one_change))
    return answering
