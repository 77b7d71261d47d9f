"""What Home and `abi next` show, read from the journal's columns alone: no whole entry, no bank, no checker."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.cadence import cadence_line
from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.facts import Facts, Named
from abi_coach.domain.interview_state import UNDATED, InterviewState
from abi_coach.domain.recommendation import ENOUGH_AT_ONCE, ENOUGH_FOR_A_PLAN, RESUME_SITTING, AdviceRules, recommend
from abi_coach.services.home_overview import Overview
from abi_coach.services.short_command import told_short

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import EntryRow

COUNTED_AT_MOST: Final = 99
_RATED: Final = "rated"  # an answer; what was skipped is kept as an attempt too
_NOT_HELD: Final = frozenset({InterviewState.CANCELLED.value, UNDATED})
_COLD_WAITS: Final = timedelta(hours=8)
_GIVES_UP: Final = timedelta(days=14)  # what was left so long is not asked for: it is worth no reproach


class Overviews:
    """Reads overviews."""

    def __init__(self, journal: JournalGlance, clock: Clock, rules: AdviceRules) -> None:
        self._journal = journal
        self._clock = clock
        self._rules = rules

    def read(self) -> Overview:
        """How things stand now."""
        facts = self.facts()
        return Overview(
            recommendation=told_short(recommend(facts, self._rules), facts, self._journal),
            lines=tuple(self._lines(facts)),
            is_new=facts.first_used_on is None,
            draft_kind="sitting" if self._left_sitting() else "debrief",
            role=facts.role,
        )

    def facts(self) -> Facts:
        """The light facts that a recommendation is made from."""
        today = (now := self._clock()).astimezone().date()
        booked = self._journal.rows("interview", since=now, state="booked", newest_first=False, limit=1)
        plans = self._journal.rows("plan", until=now + timedelta(days=1), limit=1)
        debriefs = self._journal.rows("hot_debrief", limit=20)
        looked_back = self._journal.rows("cold_debrief", limit=50)
        last_plan_on = plans[0].at.date() if plans else None
        new_debriefs = sum(self._since(kind, last_plan_on) for kind in ("hot_debrief", "cold_debrief"))
        promise = self._untried_promise()
        return Facts(
            now=now,
            today=today,
            draft=(draft := self._draft()),
            draft_command=RESUME_SITTING if draft and draft.title.startswith("question") else "abi debrief",
            hot_due=self._hot_due(debriefs),
            interview=_named(booked[0]) if booked else None,
            weakest=self._weakest() if booked else "",
            role=(booked[0].role or "") if booked else "",
            cold_due=self._cold_due(debriefs, {row.parent for row in looked_back}),
            promise=_named(promise) if promise else None,
            promise_item=(promise.competency or "") if promise else "",
            promise_is_skill=promise is not None and promise.competency not in COMPETENCY_IDS,
            follow_up=self._follow_up(now),
            practice_due=len(self._journal.due(today, COUNTED_AT_MOST)),
            answers=len(self._journal.rows("attempt", state=_RATED, limit=ENOUGH_FOR_A_PLAN)),
            last_plan_on=last_plan_on,
            new_evidence=self._since("attempt", last_plan_on, _RATED) + new_debriefs,
            new_debriefs=new_debriefs,
            debriefed_on=max((_day(row) for row in (*debriefs[:1], *looked_back[:1])), default=None),
            rehearsed=bool(booked) and self._answered(today) >= ENOUGH_AT_ONCE,
            first_used_on=self._first_used(),
            last_interview_on=self._last_day("interview", today, but=_NOT_HELD),
            last_pulse_on=self._last_day("pulse", today),
            last_reflection_on=self._last_day("reflection", today),
        )

    def _lines(self, facts: Facts) -> list[tuple[str, str]]:
        """What is open; nothing that is empty, except how to begin."""
        lines: list[tuple[str, str]] = []
        if facts.interview and facts.interview.at:
            when = facts.interview.at.astimezone()
            lines.append(("Interview", f"{facts.interview.title}, {when:%a %d %b %H:%M}"))
        lines += [("Promise", row.title) for row in self._journal.rows("promise", state="open", limit=3)]
        if facts.practice_due:
            due = "one question" if facts.practice_due == 1 else f"{facts.practice_due} questions"
            lines.append(("Due", due if facts.practice_due < COUNTED_AT_MOST else "many questions; three are enough"))
        lines += [("Last debrief", self._told_debrief(row)) for row in self._journal.rows("hot_debrief", limit=1)]
        month = self._journal.rows("sitting", since=facts.now - timedelta(days=30), limit=10)
        done = sum(row.state == "finished" for row in month)
        if not facts.first_used_on:
            return [("Practise", "p asks your first question"), ("Debrief", "d, right after a real interview")]
        quiet = cadence_line(
            facts.last_interview_on, done, facts.today, self._rules.cadence, booked=bool(facts.interview)
        )
        return [*lines, ("Rhythm", quiet)] if quiet else lines

    def _told_debrief(self, row: EntryRow) -> str:
        interview = self._journal.row(row.parent) if row.parent else None
        title = interview.title if interview else "an interview"
        at, year = row.at.astimezone(), self._clock().astimezone().year
        return f"{title}, {at:%d %b}{'' if at.year == year else f' {at.year}'}"

    def _draft(self) -> Named | None:
        if running := self._left_sitting():
            return _named(running[0])
        waiting = [row for row in self._journal.draft_rows() if row.kind in {"hot_debrief", "cold_debrief"}]
        return Named(waiting[0].entry, "the debrief", waiting[0].at) if waiting else None

    def _left_sitting(self) -> list[EntryRow]:
        """The sitting that was left last; one left weeks ago goes on from the practice screen, and hides nothing."""
        return self._journal.rows("sitting", since=self._clock() - _GIVES_UP, state="running", limit=1)

    def _hot_due(self, debriefs: list[EntryRow]) -> Named | None:
        """The newest interview whose time is over and that has no debrief."""
        told, now = {row.parent for row in debriefs}, self._clock()
        over = self._journal.rows("interview", since=now - _GIVES_UP, until=now, state="booked", limit=5)
        return next((_named(row) for row in over if row.entry not in told), None)

    def _cold_due(self, debriefs: list[EntryRow], looked_back: set[str | None]) -> Named | None:
        now = self._clock()
        for row in debriefs:
            age, is_today = now - row.at, _day(row) == now.astimezone().date()
            if row.parent and not is_today and row.parent not in looked_back and _COLD_WAITS <= age <= _GIVES_UP:
                interview = self._journal.row(row.parent)
                return Named(row.parent, interview.title if interview else "the interview", row.at)
        return None

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

    def _weakest(self) -> str:
        """The competency of the weakest last take."""
        weakest = self._journal.weakest()
        return (weakest.competency or "") if weakest else ""

    def _untried_promise(self) -> EntryRow | None:
        for row in self._journal.rows("promise", state="open", limit=5):
            # An answer about a skill is kept under the craft of the role; which skill it is, no column tells.
            item = row.competency if row.competency in COMPETENCY_IDS else Competency.ROLE_EXPERTISE.value
            if row.competency and not self._journal.rows("attempt", competency=item, since=row.at, limit=1):
                return row
        return None

    def _answered(self, day: date) -> int:
        begun = datetime.combine(day, time()).astimezone()
        return len(self._journal.rows("attempt", since=begun, state=_RATED, limit=ENOUGH_AT_ONCE))

    def _since(self, kind: str, day: date | None, state: str | None = None) -> int:
        since = None if day is None else datetime.combine(day + timedelta(days=1), time(), UTC)
        return len(self._journal.rows(kind, since=since, state=state, limit=ENOUGH_AT_ONCE))

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
    return row.at.astimezone().date()
