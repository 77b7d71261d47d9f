"""Whether the evidence closes an action of the plan, as far as the columns of the journal tell: for its very day.

Answers and items are named tuples here: the values that a plan is made from take longer to load than all that Home is.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from abi_coach.domain.clock import local_day
from abi_coach.domain.competency import COMPETENCY_IDS
from abi_coach.domain.measure import Measure, Metric, measured

if TYPE_CHECKING:
    from abi_coach.domain.demand import Demand
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_told import DueAction

_WINDOW: Final = timedelta(days=180)
_ENOUGH: Final = 60  # answers; no target asks for more


class _Answer(NamedTuple):
    on: date
    final: int
    first: int
    over: bool


class _Known(NamedTuple):
    answers: tuple[_Answer, ...]
    usable_stories: int
    demand: Demand | None = None


def is_met(journal: JournalGlance, action: DueAction, today: date) -> bool:
    """Whether every target is reached. Of a skill only stories count: which answers are about it, no column tells."""
    item, made_on, words = action[0], date.fromisoformat(action[4]), action[5].split()
    answers = _answers(journal, item, today) if item in COMPETENCY_IDS else ()
    known = _Known(answers, len(journal.usable_stories(item)))
    metrics = zip(map(Metric, words[::2]), map(float, words[1::2]), strict=True)
    return all(Measure(metric, measured(metric, known, made_on), target).is_met for metric, target in metrics)


def _answers(journal: JournalGlance, competency: str, today: date) -> tuple[_Answer, ...]:
    since = datetime.combine(today, time()).astimezone() - _WINDOW
    rows = journal.rows("attempt", competency=competency, state="rated", since=since, limit=_ENOUGH)
    return tuple(
        _Answer(local_day(row.at), row.final, row.first, row.length == "over")
        for row in reversed(rows)
        if row.final is not None and row.first is not None
    )
