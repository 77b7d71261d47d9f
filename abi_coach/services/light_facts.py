"""The light facts that a recommendation is made from, out of the journal's columns and a few words of bodies."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.clock import local_day
from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.facts import Facts, Named
from abi_coach.domain.interview_state import UNDATED, InterviewState
from abi_coach.domain.recommendation import ENOUGH_AT_ONCE, ENOUGH_FOR_A_PLAN, RESUME_SITTING

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import EntryRow

COUNTED_AT_MOST: Final = 99
_RATED: Final = "rated"  # an answer; what was skipped is kept as an attempt too
_NOT_HELD: Final = frozenset({InterviewState.CANCELLED.value, UNDATED})
_DEBRIEFS: Final = ("hot_debrief", "cold_debrief")
_COLD_WAITS: Final = timedelta(hours=8)
_LOOKED_BACK: Final = timedelta(days=180)  # as far as a plan looks
_GIVES_UP: Final = timedelta(days=14)  # what was left so long is not asked for: it is worth no reproach


class LightFacts:
    """Reads the facts of one instant."""

    def __init__(self, journal: JournalGlance, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def read(self) -> Facts:
        """How things stand now."""
        now = self._clock()
        today = local_day(now)
        return Facts(
            now=now,
            today=today,
            practice_due=len(self._journal.due(today, COUNTED_AT_MOST)),
            answers=len(self._journal.rows("attempt", state=_RATED, limit=ENOUGH_FOR_A_PLAN)),
            follow_up=self._follow_up(now),
            first_used_on=self._first_used(),
            last_interview_on=self._last_day("interview", today, but=_NOT_HELD),
            last_pulse_on=self._last_day("pulse", today),
            last_reflection_on=self._last_day("reflection", today),
            **self._draft(),
            **self._booked(now, today),
            **self._debriefed(),
            **self._planned(now, today),
            **self._promised(),
        )

    def left_sitting(self) -> EntryRow | None:
        """The sitting that was left last; one left weeks ago goes on from the practice screen, and hides nothing."""
        left = self._journal.rows("sitting", since=self._clock() - _GIVES_UP, state="running", limit=1)
        return left[0] if left else None

    def _draft(self) -> dict[str, Any]:
        if running := self.left_sitting():
            return {"draft": _named(running), "draft_command": RESUME_SITTING}
        waiting = [row for row in self._journal.draft_rows() if row.kind in _DEBRIEFS]
        draft = Named(waiting[0].entry, "the debrief", waiting[0].at) if waiting else None
        return {"draft": draft, "draft_command": "abi debrief"}

    def _booked(self, now: datetime, today: date) -> dict[str, Any]:
        booked = self._journal.rows("interview", since=now, state="booked", newest_first=False, limit=1)
        if not booked:
            return {}
        from abi_coach.services.interview_glance import weakest_for  # noqa: PLC0415 - most have none booked

        weakest, is_named = weakest_for(self._journal, booked[0].entry)
        return {
            "interview": _named(booked[0]),
            "role": booked[0].role or "",
            "rehearsed": self._answered(today) >= ENOUGH_AT_ONCE,
            "weakest": weakest,
            "weakest_is_named": is_named,
        }

    def _debriefed(self) -> dict[str, Any]:
        """What interviews and their debriefs leave to do."""
        told = self._journal.rows("hot_debrief", limit=20)
        looked_back = self._journal.rows("cold_debrief", limit=50)
        found: dict[str, Any] = {
            "hot_due": self._hot_due(told),
            "cold_due": self._cold_due(told, {row.parent for row in looked_back}),
            "debriefed_on": max((_day(row) for row in (*told[:1], *looked_back[:1])), default=None),
        }
        if told and (asked := self._journal.really_asked((now := self._clock()) - _LOOKED_BACK)):
            from abi_coach.services.interview_glance import landed_badly_last  # noqa: PLC0415 - few kept questions

            found["asked"] = landed_badly_last(asked, local_day(now))
        return found

    def _hot_due(self, debriefs: list[EntryRow]) -> Named | None:
        """The newest interview whose time is over and that has no debrief."""
        told, now = {row.parent for row in debriefs}, self._clock()
        over = self._journal.rows("interview", since=now - _GIVES_UP, until=now, state="booked", limit=5)
        return next((_named(row) for row in over if row.entry not in told), None)

    def _cold_due(self, debriefs: list[EntryRow], looked_back: set[str | None]) -> Named | None:
        now = self._clock()
        for row in debriefs:
            age, is_today = now - row.at, _day(row) == local_day(now)
            if row.parent and not is_today and row.parent not in looked_back and _COLD_WAITS <= age <= _GIVES_UP:
                interview = self._journal.row(row.parent)
                return Named(row.parent, interview.title if interview else "the interview", row.at)
        return None

    def _planned(self, now: datetime, today: date) -> dict[str, Any]:
        """The last plan, what came after it, and what it has for today."""
        plans = self._journal.rows("plan", until=now + timedelta(days=1), limit=1)
        if plans:
            from abi_coach.services.plan_glance import planned  # noqa: PLC0415 - nobody begins with a plan

            found = planned(self._journal, plans[0], today, most=ENOUGH_AT_ONCE)
        else:
            new = sum(len(self._journal.rows(kind, limit=ENOUGH_AT_ONCE)) for kind in _DEBRIEFS)
            found = {"new_debriefs": new, "since": None}
        answers = len(self._journal.rows("attempt", since=found.pop("since"), state=_RATED, limit=ENOUGH_AT_ONCE))
        return {**found, "new_evidence": answers + found["new_debriefs"]}

    def _promised(self) -> dict[str, Any]:
        """A promise that was not tried out since it was made."""
        for row in self._journal.rows("promise", state="open", limit=5):
            # An answer about a skill is kept under the craft of the role; which skill it is, no column tells.
            is_skill = row.competency not in COMPETENCY_IDS
            item = Competency.ROLE_EXPERTISE.value if is_skill else row.competency
            if row.competency and not self._journal.rows("attempt", competency=item, since=row.at, limit=1):
                return {"promise": _named(row), "promise_item": row.competency, "promise_is_skill": is_skill}
        return {}

    def _follow_up(self, now: datetime) -> Named | None:
        """What is due first after an interview; who had none lately does not load the rules for it."""
        if not self._journal.rows("interview", since=now - timedelta(days=300), until=now, limit=1):
            return None
        from abi_coach.services.follow_up_glance import due_follow_ups  # noqa: PLC0415 - not for everybody's Home

        due = due_follow_ups(self._journal, self._clock)
        if not due:
            return None
        day = datetime.combine(due[0].due_on, time()).astimezone()
        return Named(due[0].interview, f"{due[0].title}: {due[0].sentence}", day)

    def _answered(self, day: date) -> int:
        begun = datetime.combine(day, time()).astimezone()
        return len(self._journal.rows("attempt", since=begun, state=_RATED, limit=ENOUGH_AT_ONCE))

    def _first_used(self) -> date | None:
        for kind in ("sitting", "attempt", "interview", "hot_debrief"):
            if rows := self._journal.rows(kind, newest_first=False, limit=1):
                return _day(rows[0])
        return None

    def _last_day(self, kind: str, today: date, but: frozenset[str] = frozenset()) -> date | None:
        """The newest that is not still to come; only interviews have an hour, the others name their day."""
        rows = (row for row in self._journal.rows(kind, limit=20) if row.state not in but)
        days = (_day(row) if kind == "interview" else row.at.date() for row in rows)
        return max((day for day in days if day <= today), default=None)


def _named(row: EntryRow) -> Named:
    return Named(row.entry, row.title, row.at)


def _day(row: EntryRow) -> date:
    return local_day(row.at)
