"""Interviews: booked, kept, changed, closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.domain.interview_forms import INTERVIEW_FORM, interview_of, interview_state
from abi_coach.domain.interview_state import UNDATED
from abi_coach.domain.value import Value, frozen
from abi_coach.services.entries import draft_body, draft_state, read_finished, read_value
from abi_coach.services.local_time import LOCAL
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_rows import EntryRow

INTERVIEW: Final = "interview"
DRAFT: Final = "draft"
DONE: Final = "done"


@frozen
class ListedInterview(Value):
    """An interview at a glance. `hot`, `cold`: "done", "draft" or empty; `result` is empty until the answer comes."""

    entry: str
    title: str
    at: datetime
    state: str
    role: str
    hot: str
    cold: str
    result: str

    @property
    def next_form(self) -> str:
        """The debrief to go on with: hot, cold or outcome; empty when all is told."""
        if self.hot != DONE:
            return "hot"
        return "cold" if self.cold != DONE else "" if self.result else "outcome"


class Interviews:
    """Everything about interviews but their debriefs."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def add(self, interview: Interview) -> str:
        """Keep a new interview; returns its entry id."""
        return self._journal.write(INTERVIEW, to_plain(interview)).entry

    def save(self, entry: str, interview: Interview) -> None:
        """Keep the changed interview."""
        self._journal.write(INTERVIEW, to_plain(interview), entry=entry)

    def get(self, entry: str) -> Interview:
        """The interview. Raises NotFoundError."""
        return read_value(self._journal, Interview, INTERVIEW, entry)

    def resolve(self, beginning: str) -> str:
        """The interview whose id begins so. Raises NotFoundError, or InputError when several do."""
        return self._journal.resolve(beginning, INTERVIEW)

    def short(self, entry: str) -> str:
        """The shortest beginning of the id that means no other entry."""
        return self._journal.shortest(entry)

    def close(self, entry: str) -> Interview:
        """Close an interview: nothing more is expected of it."""
        closed = replace(self.get(entry), state=InterviewState.CLOSED)
        self.save(entry, closed)
        return closed

    def listed(self) -> tuple[ListedInterview, ...]:
        """All interviews at a glance, the latest first."""
        hot, cold = self._debrief_states("hot_debrief"), self._debrief_states("cold_debrief")
        return tuple(_listed(row, hot, cold) for row in self._journal.rows(INTERVIEW))

    def drafts(self) -> tuple[str, ...]:
        """Entry ids of interviews whose form was left half-way, the newest first."""
        return tuple(draft.entry for draft in self._journal.drafts(INTERVIEW))

    def open_form(self, entry: str | None = None) -> OpenForm:
        """The form for a new interview, or to change this one; goes on with its draft."""
        before = read_finished(self._journal, Interview, INTERVIEW, entry) if entry else None
        entry = entry or self._journal.new_id()
        state = draft_state(self._journal.draft(entry), INTERVIEW)
        if state is None and before is not None:
            state = interview_state(before, LOCAL)
        keeper = Keeper(
            keep=lambda state: self._keep(entry, state),
            finish=lambda state: self._finish(entry, state, before),
            resume=lambda: f"abi interview edit {self.short(entry)} --plain",
        )
        return OpenForm(INTERVIEW_FORM, state or {}, keeper, self._clock, is_resumed=state is not None)

    def _keep(self, entry: str, state: State) -> None:
        told = {key: state.get(key, "") for key in ("company", "stage", "role")}
        self._journal.save_draft(entry, INTERVIEW, draft_body(INTERVIEW, state, **told))

    def _finish(self, entry: str, state: State, before: Interview | None) -> str:
        interview = interview_of(state, before)
        self.save(entry, interview)
        return f"Saved the interview {interview.title} ({self.short(entry)})."

    def _debrief_states(self, kind: str) -> dict[str, str]:
        """By interview: whether its debrief is done or a draft."""
        drafts = {draft.value().get("interview", ""): DRAFT for draft in self._journal.drafts(kind)}
        return {**drafts, **{row.parent: DONE for row in self._journal.rows(kind) if row.parent}}


def _listed(row: EntryRow, hot: Mapping[str, str], cold: Mapping[str, str]) -> ListedInterview:
    states = (hot.get(row.entry, ""), cold.get(row.entry, ""))
    result = row.competency or ""  # the projection keeps an interview's result in this column
    state = InterviewState.BOOKED if row.state == UNDATED else row.state or ""
    return ListedInterview(row.entry, row.title, row.at, state, row.role or "", *states, result)
