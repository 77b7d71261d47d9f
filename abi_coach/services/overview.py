"""What Home and `abi next` show, read from the journal's columns alone: no whole entry, no bank, no checker."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.cadence import cadence_line
from abi_coach.domain.recommendation import AdviceRules, recommend
from abi_coach.services.home_overview import Overview
from abi_coach.services.light_facts import COUNTED_AT_MOST, LightFacts
from abi_coach.services.short_command import told_short

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.domain.facts import Facts
    from abi_coach.storage.journal_glance import JournalGlance
    from abi_coach.storage.journal_rows import EntryRow


class Overviews:
    """Reads overviews."""

    def __init__(self, journal: JournalGlance, clock: Clock, rules: AdviceRules) -> None:
        self._journal = journal
        self._clock = clock
        self._rules = rules
        self._light = LightFacts(journal, clock)

    def read(self) -> Overview:
        """How things stand now."""
        facts = self.facts()
        return Overview(
            recommendation=told_short(recommend(facts, self._rules), facts, self._journal),
            lines=tuple(self._lines(facts)),
            is_new=facts.first_used_on is None,
            draft_kind="sitting" if self._light.left_sitting() else "debrief",
            role=facts.role,
        )

    def facts(self) -> Facts:
        """The light facts that a recommendation is made from."""
        return self._light.read()

    def _lines(self, facts: Facts) -> list[tuple[str, str]]:
        """What is open; nothing that is empty, except how to begin."""
        lines: list[tuple[str, str]] = []
        if facts.interview and facts.interview.at:
            when = facts.interview.at.astimezone()
            lines.append(("Interview", f"{facts.interview.title}, {when:%a %d %b %H:%M}"))
        lines += [("Promise", row.title) for row in self._journal.rows("promise", state="open", limit=3)]
        if facts.action and facts.action_on:
            told = "due today" if facts.action_on == facts.today else f"was for {facts.action_on:%d %b}"
            lines.append(("Plan", f"{facts.action_item.replace('_', ' ')}, {told}"))
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
