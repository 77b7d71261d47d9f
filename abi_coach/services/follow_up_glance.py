"""What is due after interviews, from rows alone: Home reads no bodies, so a promised thing has no words here."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.clock import local_day
from abi_coach.domain.follow_up import FollowUp, FollowUpKind, Told, follow_ups
from abi_coach.domain.interview_state import InterviewState, Result

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import EntryRow

LOOKED_BACK: Final = timedelta(days=300)
NEWEST: Final = 40
"""So many interviews are looked at, the newest; nobody follows up more (rule of thumb)."""

_RESULTS: Final = frozenset(Result)


def due_follow_ups(journal: JournalGlance, clock: Clock) -> tuple[FollowUp, ...]:
    """What is to do now, by day."""
    now = clock()
    today = local_day(now)
    interviews = journal.rows("interview", since=now - LOOKED_BACK, until=now, limit=NEWEST)
    if not interviews:
        return ()
    beside = _Beside(journal)
    told = (beside.told(row) for row in interviews if row.state in {"booked", "done", "closed"})
    return tuple(step for step in follow_ups(told, today) if step.is_due(today))


class _Beside:
    """The newest rows of what else is told about interviews, by interview."""

    def __init__(self, journal: JournalGlance) -> None:
        self._hot, self._cold, self._outcomes = (
            {row.parent: row for row in journal.rows(kind, limit=NEWEST)}
            for kind in ("hot_debrief", "cold_debrief", "outcome")
        )
        self._done: dict[str | None, dict[FollowUpKind, date]] = {}
        for row in journal.rows("follow_up", limit=NEWEST * len(FollowUpKind)):
            if row.title in set(FollowUpKind):
                self._done.setdefault(row.parent, {})[FollowUpKind(row.title)] = local_day(row.at)

    def told(self, row: EntryRow) -> Told:
        """One interview as follow-ups need it."""
        hot, cold = self._hot.get(row.entry), self._cold.get(row.entry)
        outcome = self._outcomes.get(row.entry)
        return Told(
            interview=row.entry,
            title=row.title,
            company=row.title.rpartition(" · ")[0],
            loop=row.parent or "",
            state=InterviewState(row.state or "booked"),
            ended_on=local_day(row.at if hot is None else hot.at),
            agreed_on=row.due or (hot.due if hot else None),
            promised_them="open `abi interview follow-ups`" if hot and hot.state == "promised" else "",
            promised_by=hot.due if hot else None,
            thanks_sent=cold is not None and cold.state == "thanked",
            look_on=cold.due if cold else None,
            result=Result(row.competency) if row.competency in _RESULTS else None,
            answered_on=local_day(outcome.at) if outcome else None,
            done=self._done.get(row.entry, {}),
        )
