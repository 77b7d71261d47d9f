"""How things stand, in a few light numbers and titles: what a recommendation is made from.

Named tuples, because every start makes these classes and a dataclass of twenty fields takes eight times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from abi_coach.domain.beginning import BUILD, is_practised

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta


class Named(NamedTuple):
    """An entry with its title, and the instant that matters for it (aware, UTC), if there is one."""

    entry: str
    title: str
    at: datetime | None = None


class Facts(NamedTuple):
    """How things stand at `now` (aware); `today` is the person's own calendar day.

    `draft` is an unfinished sitting or debrief and `draft_command` resumes it. `hot_due` and `cold_due` are
    interviews over without that debrief; `interview` is the next one, for `role`. `weakest`, `promise_item` and
    `action_item` are items (`conflict`, `kubernetes`); `weakest_is_named`: the interview asks for it. `asked` is a
    question in a bank that landed badly in an interview and waits for a better answer, `promise` an open promise whose
    item was not practised since it was made, `action` the deed of an active action of the plan, whose day, `action_on`,
    is today or was, with nothing done for it since; `action_type` is its type.
    `new_evidence` counts answers and debriefs since the last plan, `new_debriefs` the debriefs among them, of which
    the newest, hot or cold, is of `debriefed_on`. `rehearsed`: a booked interview's practice of today is done.
    """

    now: datetime
    today: date
    draft: Named | None = None
    draft_command: str = "abi practice"
    hot_due: Named | None = None
    interview: Named | None = None
    weakest: str = ""
    weakest_is_skill: bool = False
    weakest_is_named: bool = False
    cold_due: Named | None = None
    asked: Named | None = None
    promise: Named | None = None
    promise_item: str = ""
    promise_is_skill: bool = False
    follow_up: Named | None = None
    action: Named | None = None
    action_on: date | None = None
    action_item: str = ""
    action_is_skill: bool = False
    action_type: str = ""
    practice_due: int = 0
    answers: int = 0
    last_plan_on: date | None = None
    new_evidence: int = 0
    new_debriefs: int = 0
    debriefed_on: date | None = None
    rehearsed: bool = False
    role: str = ""
    first_used_on: date | None = None
    last_interview_on: date | None = None
    last_pulse_on: date | None = None
    last_reflection_on: date | None = None

    def practice_command(self, item: str = "", *, is_skill: bool = False) -> str:
        """The command that practises for the role of the next interview, of one item if there is one."""
        option = f" --{'skill' if is_skill else 'competency'} {item}" if item else ""
        return f"abi practice{_role_option(self.role)}{option}"

    @property
    def action_is_practised(self) -> bool:
        """Whether answering questions is what the plan's action asks for."""
        return is_practised(self.action_type, self.action_item)

    @property
    def action_command(self) -> str:
        """The command that begins the plan's action; the plan's own list, for what is done away from here."""
        if self.action_is_practised:
            return self.practice_command(self.action_item, is_skill=self.action_is_skill)
        return "abi story add" if self.action_type == BUILD else "abi plan action list"

    @property
    def time_left(self) -> timedelta | None:
        """Until the next interview starts; None without one, or when it has begun."""
        at = self.interview.at if self.interview else None
        return at - self.now if at is not None and at >= self.now else None

    @property
    def ahead(self) -> str:
        """The next interview as a sentence after another one, where it is still to come."""
        return f" {self.interview.title} is {self.in_days}." if self.interview and self.time_left else ""

    @property
    def in_days(self) -> str:
        """When the interview is, by the person's own calendar: hours today, else days as one counts nights."""
        left = self.time_left
        nights = 0 if left is None else ((self.now + left).astimezone().date() - self.today).days
        if not nights:
            return f"in {max(1, round(left.total_seconds() / 3600)) if left else 1} h"
        return "tomorrow" if nights == 1 else f"in {nights} days"


def _role_option(role: str) -> str:
    """A role for a shell; one with marks that mean something there is left out."""
    if not role or not all(mark.isalnum() or mark in " -+#./" for mark in role) or not role[0].isalnum():
        return ""
    return f" --role {role}" if role.replace("-", "").isalnum() else f' --role "{role}"'
