"""The hot debrief: five minutes, right after. Finishing it settles the interview and the promises asked about."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief import HotDebrief
from abi_coach.domain.debrief_answers import hot_debrief_of, hot_start, hot_state, likely_end
from abi_coach.domain.debrief_forms import HOT, hot_form
from abi_coach.domain.form_values import said
from abi_coach.domain.interview import Interview
from abi_coach.domain.interview_forms import INTENTS, done, facts_of
from abi_coach.domain.promise import Promise, PromiseState
from abi_coach.domain.when_text import when_text
from abi_coach.services.entries import draft_body, draft_state, entry_about, read_finished
from abi_coach.services.interview import INTERVIEW
from abi_coach.services.local_time import LOCAL, local_now
from abi_coach.services.open_form import Keeper, OpenForm
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal

HOT_KIND: Final = "hot_debrief"
PROMISE: Final = "promise"
HOT_SECONDS: Final = 5 * 60
PROMISES_ASKED: Final = 3
"""So many open promises are asked about, the newest; a tired person answers no more (rule of thumb)."""


def open_hot(journal: Journal, clock: Clock, interview: str | None) -> OpenForm:
    """The hot form of an interview; of one that is made on the spot when it is None or unknown."""
    return _Hot(journal, clock, interview or journal.new_id()).open()


class _Hot:
    def __init__(self, journal: Journal, clock: Clock, interview: str) -> None:
        self._journal, self._clock, self._interview = journal, clock, interview
        self._before = read_finished(journal, Interview, INTERVIEW, interview)
        self._found = entry_about(journal, HOT_KIND, interview)
        self._debrief = read_finished(journal, HotDebrief, HOT_KIND, self._found) if self._found else None

    @cached_property
    def _entry(self) -> str:
        """Made on the first save: ids of one millisecond can hardly be shortened."""
        return self._found or self._journal.new_id()

    def open(self) -> OpenForm:
        """The form with its draft, what was finished, or what is known beforehand."""
        state = draft_state(self._journal.draft(self._found), HOT) if self._found else None
        if state is None and self._debrief is not None and self._before is not None:
            state = hot_state(self._debrief, self._before, LOCAL)
        guesses = {"ended": when_text(likely_end(self._before, local_now(self._clock)))}
        keeper = Keeper(self._keep, self._finish, self._resume, _header, HOT_SECONDS, guesses)
        start = hot_start(self._before) if state is None else state
        return OpenForm(hot_form(self._promises()), start, keeper, self._clock, is_resumed=state is not None)

    def _resume(self) -> str:
        return f"abi debrief {self._journal.shortest(self._entry)} --hot --plain"

    def _promises(self) -> dict[str, str]:
        """Sentences of the promises to ask about, by entry id: those answered before, else the newest open ones."""
        if self._debrief is not None:
            answered = (self._journal.row(one.promise) for one in self._debrief.promises)
            return {row.entry: row.title for row in answered if row is not None}
        rows = self._journal.rows(PROMISE, state=PromiseState.OPEN.value, limit=PROMISES_ASKED)
        return {row.entry: row.title for row in rows}

    def _keep(self, state: State) -> None:
        self._journal.save_draft(self._entry, HOT_KIND, draft_body(HOT, state, interview=self._interview))

    def _finish(self, state: State) -> str:
        debrief = hot_debrief_of(state, self._interview)
        interview = self._settled(state, debrief)
        self._journal.write_many(
            [
                Change(INTERVIEW, to_plain(interview), self._interview),
                Change(HOT_KIND, to_plain(debrief), self._entry),
                *self._kept_promises(debrief),
            ]
        )
        return f"Saved the hot debrief of {interview.title} ({self._journal.shortest(self._entry)})."

    def _settled(self, state: State, debrief: HotDebrief) -> Interview:
        """The interview as it was told here: it took place."""
        before = self._before or Interview(state["company"], said(state, "role"))
        told = done(facts_of(state, before), debrief.ended_at)
        return replace(told, people=debrief.people or before.people)

    def _kept_promises(self, debrief: HotDebrief) -> Iterator[Change]:
        today = local_now(self._clock).date()
        for told in debrief.promises:
            promise = read_finished(self._journal, Promise, PROMISE, told.promise)
            if promise is not None:
                yield Change(PROMISE, to_plain(promise.checked(today, self._entry, told.check)), told.promise)


def _header(state: State) -> tuple[str, ...]:
    """The intent and what the person wanted stand above what happened."""
    intents = {choice.value: choice.label for choice in INTENTS}
    lines = (
        ("With", said(state, "company")),
        ("Intent", intents.get(said(state, "intent"), "")),
        ("You wanted", said(state, "wants")),
    )
    return tuple(f"{name}: {text}" for name, text in lines if text)
