"""Follow-ups: what is due after interviews, and what was done. Read from plain bodies, so that Home can afford it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.follow_up import (
    FollowUp,
    FollowUpDone,
    FollowUpKind,
    Told,
    follow_ups,
    is_silent,
    local_day,
    silent_on,
)
from abi_coach.domain.interview import InterviewState, Outcome, Result
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.outcome_changes import outcome_changes
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.services.coach import Coach
    from abi_coach.storage.revision import Revision

FOLLOW_UP: Final = "follow_up"
LOOKED_BACK: Final = timedelta(days=300)
"""Older interviews have nothing to follow up: the last line is due after six months, and lapses."""


@dataclass(frozen=True, slots=True)
class ListedFollowUp:
    """A follow-up with the short id that a person writes."""

    short: str
    step: FollowUp
    is_due: bool


class FollowUps:
    """Everything about follow-ups."""

    def __init__(self, coach: Coach) -> None:
        self._coach = coach
        self._journal = coach.journal

    def listed(self) -> tuple[ListedFollowUp, ...]:
        """Everything open, by day; what is due now comes first."""
        today = self.today
        steps = follow_ups(self.told(), today)
        shorts = {one.interview: self._journal.shortest(one.interview) for one in steps}
        return tuple(ListedFollowUp(f"{shorts[one.interview]}-{one.kind}", one, one.is_due(today)) for one in steps)

    def due(self) -> tuple[ListedFollowUp, ...]:
        """What is to do now."""
        return tuple(one for one in self.listed() if one.is_due)

    def resolve(self, asked: str) -> FollowUp:
        """The follow-up of that id or beginning of one. Raises NotFoundError, or InputError when several fit."""
        wanted = asked.strip().lower()
        listed = self.listed()
        found = [one for one in listed if wanted in {one.short, one.step.id}]
        found = found or [one for one in listed if wanted and _means(wanted, one.step)]
        if not found:
            what = "open follow-up"
            raise NotFoundError(what, asked, [one.short for one in listed[:3]])
        if len(found) > 1:
            several = ", ".join(one.short for one in found)
            message = f"“{asked}” could be {several}. Write a few more characters."
            raise InputError(message)
        return found[0].step

    def mark_done(self, asked: str) -> FollowUp:
        """Note that a follow-up was done today. Raises NotFoundError, InputError."""
        step = self.resolve(asked)
        done = FollowUpDone(step.interview, step.kind, self.today)
        self._journal.write(FOLLOW_UP, to_plain(done))
        return step

    def close_silent(self) -> tuple[str, ...]:
        """Close interviews that nobody answered by day 21 as silence; their titles. Doing it twice changes nothing."""
        closed = []
        for told in self.told():
            if is_silent(told, self.today):
                interview = self._coach.interviews.get(told.interview)
                outcome = Outcome(Result.SILENCE, silent_on(told.ended_on, told.agreed_on))
                ended = replace(interview, outcome=outcome, state=InterviewState.CLOSED)
                self._journal.write_many(outcome_changes(self._journal, told.interview, ended))
                closed.append(told.title)
        return tuple(closed)

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_day(self._coach.clock())

    def told(self) -> list[Told]:
        """The interviews that took place lately, as far as follow-ups need them."""
        now = self._coach.clock()
        hot = _by_interview(self._journal.current("hot_debrief", since=now - LOOKED_BACK))
        cold = _by_interview(self._journal.current("cold_debrief", since=now - LOOKED_BACK))
        done = self._done()
        found = []
        for revision in self._journal.current(INTERVIEW, since=now - LOOKED_BACK, until=now):
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


def _means(wanted: str, step: FollowUp) -> bool:
    """A beginning of the whole id, or a beginning of the interview's id with what is to do."""
    beginning, _, _ = wanted.rpartition(f"-{step.kind}")
    is_short = wanted.endswith(f"-{step.kind}") and bool(beginning) and step.interview.startswith(beginning)
    return is_short or step.id.startswith(wanted)


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
