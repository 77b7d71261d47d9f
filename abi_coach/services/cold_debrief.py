"""The cold debrief: the next day. Finishing it makes the promises of its if-thens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.cold_form import COLD, cold_form
from abi_coach.domain.debrief import ColdDebrief, HotDebrief
from abi_coach.domain.debrief_answers import cold_debrief_of, cold_start, cold_state, promises_of
from abi_coach.domain.errors import InputError
from abi_coach.domain.interview import Interview
from abi_coach.domain.promise import Promise, PromiseState
from abi_coach.services.entries import draft_body, draft_state, entry_about, read_finished, read_value, value_of
from abi_coach.services.hot_debrief import HOT_KIND, PROMISE
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.kept_questions import kept_sentence
from abi_coach.services.local_time import local_now
from abi_coach.services.noted import noted
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal

COLD_KIND: Final = "cold_debrief"


def open_cold(journal: Journal, clock: Clock, interview: str | None) -> OpenForm:
    """The cold form of an interview. Raises InputError while its hot debrief is not finished."""
    entry = entry_about(journal, HOT_KIND, interview) if interview else None
    hot = read_finished(journal, HotDebrief, HOT_KIND, entry) if entry else None
    if interview is None or hot is None:
        which = f"abi debrief {journal.shortest(interview)} --hot" if interview else "abi debrief --hot"
        message = f"The cold debrief looks back at the questions of the hot one. Do that first: `{which}`."
        raise InputError(message)
    return _Cold(journal, clock, hot).open()


class _Cold:
    def __init__(self, journal: Journal, clock: Clock, hot: HotDebrief) -> None:
        self._journal, self._clock, self._hot = journal, clock, hot
        self._interview = read_value(journal, Interview, INTERVIEW, hot.interview)
        self._entry = entry_about(journal, COLD_KIND, hot.interview) or journal.new_id()

    def open(self) -> OpenForm:
        """The form with its draft, what was finished, or the redo put first."""
        state = draft_state(self._journal.draft(self._entry), COLD)
        debrief = read_finished(self._journal, ColdDebrief, COLD_KIND, self._entry)
        if state is None and debrief is not None:
            state = cold_state(debrief)
        keeper = Keeper(self._keep, self._finish, self._resume, self._header)
        form = cold_form(self._hot, self._interview.skills)
        start = noted(self._journal, self._hot.interview, cold_start(self._hot)) if state is None else state
        return OpenForm(form, start, keeper, self._clock, is_resumed=state is not None)

    def _header(self, _state: State) -> tuple[str, ...]:
        redo = self._hot.questions[min(self._hot.redo, len(self._hot.questions) - 1)].text
        wanted = (f"You wanted: {self._interview.wants}",) if self._interview.wants else ()
        return (f"With: {self._interview.title}", *wanted, f"To redo: {redo}")

    def _resume(self) -> str:
        return f"abi debrief {self._journal.shortest(self._hot.interview)} --cold --plain"

    def _keep(self, state: State) -> None:
        self._journal.save_draft(self._entry, COLD_KIND, draft_body(COLD, state, interview=self._hot.interview))

    def _finish(self, state: State) -> str:
        debrief = cold_debrief_of(state, self._hot.interview)
        promises = tuple(self._promises(debrief))
        self._journal.write_many([Change(COLD_KIND, to_plain(debrief), self._entry), *promises])
        saved = f"Saved the cold debrief of {self._interview.title} ({self._journal.shortest(self._entry)})."
        today = local_now(self._clock).date()
        kept = kept_sentence(self._journal, self._interview, (self._hot, debrief), today)
        return f"{saved} Promises to yourself: {len(promises_of(debrief, '', today))}.{kept}"

    def _promises(self, debrief: ColdDebrief) -> Iterator[Change]:
        """New promises; after a correction, those that were reworded and never asked about are let go."""
        wanted = {one.sentence: one for one in promises_of(debrief, self._entry, local_now(self._clock).date())}
        for revision in self._journal.current(PROMISE, parent=self._entry):
            made = value_of(revision, Promise, PROMISE)
            if wanted.pop(made.sentence, None) is None and made.state is PromiseState.OPEN and not made.checks:
                dropped = replace(made, state=PromiseState.DROPPED)
                yield Change(PROMISE, to_plain(dropped), revision.entry)
        for promise in wanted.values():
            yield Change(PROMISE, to_plain(promise))
