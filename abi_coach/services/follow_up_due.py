"""What is due after interviews, read from plain bodies and little else, so that Home can afford it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.clock import local_day
from abi_coach.domain.follow_up import FollowUp, FollowUpKind, Told, follow_ups
from abi_coach.domain.interview_state import InterviewState, Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal_reader import JournalReader
    from abi_coach.storage.revision import Revision

FOLLOW_UP: Final = "follow_up"
LOOKED_BACK: Final = timedelta(days=300)
"""Older interviews have nothing to follow up: the last line is due after six months, and lapses."""

NEWEST: Final = 40
"""So many interviews are looked at where time is short, as on Home; nobody follows up more."""


class DueFollowUps:
    """Reads what is open; `limit` bounds how many interviews are looked at, the newest, None for all."""

    def __init__(self, journal: JournalReader, clock: Clock, limit: int | None = None) -> None:
        self._journal = journal
        self._clock = clock
        self._limit = limit

    def steps(self) -> tuple[FollowUp, ...]:
        """Everything open, by day."""
        return follow_ups(self.told(), self.today)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._clock())

    def told(self) -> list[Told]:
        """The interviews that took place lately, as far as follow-ups need them."""
        now = self._clock()
        hot = _by_interview(self._journal.current("hot_debrief", since=now - LOOKED_BACK, limit=self._limit))
        cold = _by_interview(self._journal.current("cold_debrief", since=now - LOOKED_BACK, limit=self._limit))
        done = self._done()
        found = []
        for revision in self._journal.current("interview", since=now - LOOKED_BACK, until=now, limit=self._limit):
            body = revision.value()
            over_at = body.get("ended_at") or body.get("starts_at")
            if over_at and datetime.fromisoformat(over_at) <= now:
                parts = (hot.get(revision.entry, {}), cold.get(revision.entry, {}))
                found.append(_told(revision.entry, body, parts, done.get(revision.entry, {})))
        return found

    def _done(self) -> dict[str, dict[FollowUpKind, date]]:
        done: dict[str, dict[FollowUpKind, date]] = {}
        for revision in self._journal.current(FOLLOW_UP, newest_first=False):
            body = revision.value()
            if body.get("title") in set(FollowUpKind):
                days = done.setdefault(body["parent"], {})
                days[FollowUpKind(body["title"])] = date.fromisoformat(body["on"])
        return done


def _by_interview(revisions: Iterator[Revision]) -> dict[str, dict[str, Any]]:
    bodies = (revision.value() for revision in revisions)
    return {body["interview"]: body for body in bodies if body.get("interview")}


def _told(
    entry: str, body: dict[str, Any], parts: tuple[dict[str, Any], dict[str, Any]], done: dict[FollowUpKind, date]
) -> Told:
    hot, cold = parts
    later, outcome = cold.get("follow_up") or {}, body.get("outcome") or {}
    promised_by = _day(hot.get("promised_by"))
    over_at = datetime.fromisoformat(body.get("ended_at") or body["starts_at"])
    return Told(
        interview=entry,
        title=f"{body['company']} · {body['stage'].replace('_', ' ')}",
        company=body["company"],
        loop=body.get("loop", ""),
        state=InterviewState(body["state"]),
        ended_on=local_day(over_at),
        agreed_on=_day(body.get("answer_by")) or (promised_by if hot.get("promised_me") else None),
        promised_them=hot.get("promised_them", ""),
        promised_by=promised_by,
        thanks_sent=bool(later.get("thanks_sent")),
        look_on=_day(later.get("next_on")),
        result=Result(outcome["result"]) if outcome else None,
        answered_on=_day(outcome.get("on")),
        done=done,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
