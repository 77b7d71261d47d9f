"""Whether the evidence closes an action of the plan, as far as the columns of the journal tell: for its very day."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.evidence import AnswerEvidence, ItemEvidence, StoryEvidence
from abi_coach.domain.measure import Measure, Metric, measured

if TYPE_CHECKING:
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_told import DueAction

_WINDOW: Final = timedelta(days=180)
_ENOUGH: Final = 60  # answers; no target asks for more
_COMPETENCIES: Final = frozenset(competency.value for competency in Competency)


def is_met(journal: JournalGlance, action: DueAction, today: date) -> bool:
    """Whether every target is reached. Of a skill only stories count: which answers are about it, no column tells."""
    item, made_on, measures = action[0], date.fromisoformat(action[4]), json.loads(action[5])
    evidence = ItemEvidence(
        item,
        item not in _COMPETENCIES,
        answers=_answers(journal, item, today) if item in _COMPETENCIES else (),
        stories=tuple(StoryEvidence(entry, usable=True) for entry in journal.usable_stories(item)),
    )
    metrics = ((Metric(one["metric"]), float(one["target"])) for one in measures)
    return all(Measure(metric, measured(metric, evidence, made_on), target).is_met for metric, target in metrics)


def _answers(journal: JournalGlance, competency: str, today: date) -> tuple[AnswerEvidence, ...]:
    since = datetime.combine(today, time()).astimezone() - _WINDOW
    rows = journal.rows("attempt", competency=competency, state="rated", since=since, limit=_ENOUGH)
    return tuple(
        AnswerEvidence(row.entry, row.at.astimezone().date(), row.final, row.first, row.length == "over")
        for row in reversed(rows)
        if row.final is not None and row.first is not None
    )
