"""How things stand, in a few light numbers and titles: what a recommendation is made from.

Named tuples, because every start makes these classes and a dataclass of twenty fields takes eight times as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime


class Named(NamedTuple):
    """An entry with its title, and the instant that matters for it (aware, UTC), if there is one."""

    entry: str
    title: str
    at: datetime | None = None


class Facts(NamedTuple):
    """How things stand at `now` (aware); `today` is the person's own calendar day.

    `draft` is an unfinished sitting or debrief and `draft_command` resumes it. `hot_due` and `cold_due` are
    interviews over without that debrief; `interview` is the next one, for `role`. `weakest` and `promise_item` are
    items (`conflict`, `kubernetes`); `promise` is an open promise whose item was not practised since it was made.
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
    cold_due: Named | None = None
    promise: Named | None = None
    promise_item: str = ""
    promise_is_skill: bool = False
    follow_up: Named | None = None
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


def _role_option(role: str) -> str:
    """A role for a shell; one with marks that mean something there is left out."""
    if not role or not all(mark.isalnum() or mark in " -+#./" for mark in role) or not role[0].isalnum():
        return ""
    return f" --role {role}" if role.replace("-", "").isalnum() else f' --role "{role}"'
