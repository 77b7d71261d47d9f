"""Debriefs: which one is due, the forms of all three, and what is written when one is finished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.cold_form import COLD
from abi_coach.domain.debrief import ColdDebrief, HotDebrief
from abi_coach.domain.debrief_forms import HOT, OUTCOME
from abi_coach.domain.errors import InputError, NotFoundError
from abi_coach.domain.interview import Interview
from abi_coach.services.cold_debrief import COLD_KIND, open_cold
from abi_coach.services.entries import read_finished, read_value
from abi_coach.services.hot_debrief import HOT_KIND, open_hot
from abi_coach.services.interview import DRAFT, INTERVIEW, Interviews, ListedInterview
from abi_coach.services.outcome import open_outcome

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.services.open_form import OpenForm
    from abi_coach.storage.journal import Journal

JUST_OVER_HOURS: Final = 48
"""An interview that began at most this long ago is the one to debrief when none is named (rule of thumb)."""

_OPENERS: Final = {HOT: open_hot, COLD: open_cold, OUTCOME: open_outcome}
_KINDS: Final = {HOT: HOT_KIND, COLD: COLD_KIND}


class Debriefs:
    """Everything about debriefs."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._interviews = Interviews(journal, clock)
        self.asked_for: OpenForm | None = None
        """The form that was named on the command line; the screen opens at it once."""

    def open_form(self, interview: str | None = None, which: str | None = None) -> OpenForm:
        """The form to fill in: goes on with a draft, corrects what was finished, or begins.

        `interview` is an entry id; None is the one that a draft waits for or that is just over, else a new one.
        `which` is "hot", "cold" or "outcome"; None is what comes next for the interview. Raises InputError where
        that form cannot be filled in yet.
        """
        interview = interview or self._waiting(which)
        which = which or (self._next_form(interview) if interview else HOT)
        if interview is None and which != HOT:
            message = (
                f"No interview waits for its {which} form. Start with `abi debrief`, or name one: `abi debrief list`."
            )
            raise InputError(message)
        return _OPENERS[which](self._journal, self._clock, interview)

    def waiting_form(self) -> OpenForm | None:
        """The form that waits: a draft, an interview that is just over, or the very first debrief; else None."""
        is_first = not self._journal.rows(HOT_KIND, limit=1)
        return self.open_form() if is_first or self._waiting(None) else None

    def new_id(self) -> str:
        """An id for an interview that is made on the spot, so that no other one is meant."""
        return self._journal.new_id()

    def hot(self, interview: str) -> HotDebrief | None:
        """The finished hot debrief of an interview."""
        entry = self.entry_of(interview, HOT)
        return read_finished(self._journal, HotDebrief, HOT_KIND, entry) if entry else None

    def cold(self, interview: str) -> ColdDebrief | None:
        """The finished cold debrief of an interview."""
        entry = self.entry_of(interview, COLD)
        return read_finished(self._journal, ColdDebrief, COLD_KIND, entry) if entry else None

    def interview(self, entry: str) -> Interview:
        """The interview of a debrief. Raises NotFoundError."""
        return read_value(self._journal, Interview, INTERVIEW, entry)

    def entry_of(self, interview: str, which: str) -> str | None:
        """The entry id of an interview's finished debrief, "hot" or "cold"."""
        rows = self._journal.rows(_KINDS[which], parent=interview, limit=1)
        return rows[0].entry if rows else None

    def listed(self) -> tuple[ListedInterview, ...]:
        """All interviews with the state of their debriefs; drafts of interviews made on the spot come first."""
        return (*self._on_the_spot(), *self._interviews.listed())

    def resolve(self, beginning: str) -> str:
        """The interview that an id's beginning means: its own id, or that of one of its debriefs.

        Raises NotFoundError, or InputError when several begin so.
        """
        try:
            return self._journal.resolve(beginning, INTERVIEW)
        except NotFoundError:
            entry = self._journal.resolve(beginning)
        row = self._journal.row(entry)
        if row is None or row.kind not in {HOT_KIND, COLD_KIND} or not row.parent:
            what = "interview or debrief"
            raise NotFoundError(what, beginning) from None
        return row.parent

    def _waiting(self, which: str | None) -> str | None:
        """The interview meant when none is named."""
        listed = self.listed()
        wanted = [one for one in listed if DRAFT in self._states(one, which)]
        if not wanted and which in {None, HOT}:
            wanted = [one for one in listed if not one.hot and self._is_just_over(one)]
        if not wanted and which in {COLD, OUTCOME}:
            wanted = [one for one in listed if one.next_form == which or (one.next_form == COLD and which == OUTCOME)]
        return wanted[0].entry if wanted else None

    def _next_form(self, interview: str) -> str:
        listed = next((one for one in self.listed() if one.entry == interview), None)
        return (listed.next_form if listed else HOT) or HOT

    @staticmethod
    def _states(one: ListedInterview, which: str | None) -> tuple[str, ...]:
        return {HOT: (one.hot,), COLD: (one.cold,), OUTCOME: ()}.get(which or "", (one.hot, one.cold))

    def _is_just_over(self, one: ListedInterview) -> bool:
        hours = (self._clock() - one.at).total_seconds() / 3600
        return one.state in {"booked", "done"} and 0 <= hours <= JUST_OVER_HOURS

    def _on_the_spot(self) -> tuple[ListedInterview, ...]:
        """Interviews that so far exist only in the draft of their hot debrief."""
        found = []
        for draft in self._journal.drafts(HOT_KIND):
            body = draft.value()
            interview, state = str(body.get("interview", "")), body.get("answers") or {}
            if interview and self._journal.row(interview) is None:
                title = str(state.get("company") or "An interview not named yet")
                found.append(ListedInterview(interview, title, draft.at, "done", "", DRAFT, "", ""))
        return tuple(found)
