"""The outcome: what they answered, kept with the interview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief_answers import outcome_of, outcome_state
from abi_coach.domain.debrief_forms import OUTCOME, OUTCOME_FORM
from abi_coach.domain.errors import InputError
from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.services.entries import draft_body, draft_state, entry_about, read_value
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal

OUTCOME_KIND: Final = "outcome"


def open_outcome(journal: Journal, clock: Clock, interview: str | None) -> OpenForm:
    """The outcome form of an interview. Raises InputError while the interview is not kept."""
    if interview is None or journal.row(interview) is None:
        message = "An outcome belongs to an interview. Debrief it first with `abi debrief`, or `abi interview add` it."
        raise InputError(message)
    return _Outcome(journal, clock, interview).open()


class _Outcome:
    def __init__(self, journal: Journal, clock: Clock, interview: str) -> None:
        self._journal, self._clock, self._id = journal, clock, interview
        self._interview = read_value(journal, Interview, INTERVIEW, interview)
        # A draft lives in an entry of its own, so that it never hides a draft of the interview's own form.
        self._entry = entry_about(journal, OUTCOME_KIND, interview) or journal.new_id()

    def open(self) -> OpenForm:
        """The form with its draft, what was told before, or today's date."""
        state = draft_state(self._journal.draft(self._entry), OUTCOME)
        if state is None and self._interview.outcome is not None:
            state = outcome_state(self._interview.outcome)
        keeper = Keeper(self._keep, self._finish, self._resume, self._header, guesses={"on": "today"})
        return OpenForm(OUTCOME_FORM, state or {}, keeper, self._clock, is_resumed=state is not None)

    def _header(self, _state: State) -> tuple[str, ...]:
        return (f"With: {self._interview.title}",)

    def _resume(self) -> str:
        return f"abi debrief {self._journal.shortest(self._id)} --outcome --plain"

    def _keep(self, state: State) -> None:
        body = draft_body(OUTCOME, state, interview=self._id, parent=self._id)
        self._journal.save_draft(self._entry, OUTCOME_KIND, body)

    def _finish(self, state: State) -> str:
        outcome = outcome_of(state)
        closed = replace(self._interview, outcome=outcome, state=InterviewState.CLOSED)
        told = {"interview": self._id, "parent": self._id, "title": outcome.result.value, "outcome": to_plain(outcome)}
        self._journal.write_many(
            [Change(INTERVIEW, to_plain(closed), self._id), Change(OUTCOME_KIND, told, self._entry)]
        )
        return f"Saved the outcome of {closed.title}: {outcome.result.value.replace('_', ' ')}."
