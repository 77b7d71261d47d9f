"""Debriefs begun from notes: read through the gate, shown with their lines, and put into the hot form."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.debrief_forms import HOT
from abi_coach.domain.notes import ReadNotes, What
from abi_coach.domain.notes_reading import read_notes
from abi_coach.domain.notes_state import begin_hot, guesses
from abi_coach.domain.value import Value, frozen
from abi_coach.services.local_time import local_now
from abi_coach.services.noted import NOTES
from abi_coach.services.open_form import OpenForm
from abi_coach.storage.bytes import MAX_BYTES as MOST_BYTES
from abi_coach.storage.note_text import note_text, read_note
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from abi_coach.domain.form import State
    from abi_coach.services.parts import Parts

MAX_BYTES: Final = MOST_BYTES
"""More is not read from a pipe."""

JUST_OVER: Final = timedelta(hours=48)
"""Notes belong to the one interview that ended so recently and is not debriefed yet (rule of thumb)."""


@frozen
class BegunForm(Value):
    """A hot form with what the notes tell, and what was taken."""

    form: OpenForm
    notes: ReadNotes


class Notes:
    """Reads notes and begins debriefs with them."""

    def __init__(self, coach: Parts) -> None:
        self._coach = coach

    def read(self, path: Path) -> ReadNotes:
        """What a file tells. Raises FileError: too big, not UTF-8, not a regular file."""
        return read_notes(read_note(path))

    def read_bytes(self, content: bytes) -> ReadNotes:
        """What came through a pipe tells; at most 5 MiB. Raises FileError."""
        return read_notes(note_text(content, "standard input"))

    def begin(self, notes: ReadNotes, interview: str | None = None) -> BegunForm:
        """The hot form of an interview (its entry id) with what the notes tell; saved as a draft.

        Without one: the only interview that is just over and not debriefed, else a new one.
        """
        entry = interview or self._just_over(notes) or self._coach.debriefs.new_id()
        form = self._coach.debriefs.open_form(entry, HOT)
        form.state = begin_hot(form.form, form.state, notes, local_now(self._coach.clock))
        told = (_summary(notes),)
        form.keeper = replace(
            form.keeper,
            guesses={**form.keeper.guesses, **guesses(notes)},
            header=_with(form.keeper.header, told),
        )
        form.save()
        self._keep(entry, notes)
        return BegunForm(form, notes)

    def _keep(self, interview: str, notes: ReadNotes) -> None:
        """Beside the debrief, for the cold form: nothing that was found is asked for twice."""
        journal = self._coach.journal
        known = next((row.entry for row in journal.rows(NOTES, parent=interview)), None)
        body = {"parent": interview, "title": notes.origin.value, "taken": to_plain(notes.taken)}
        journal.write(NOTES, body, entry=known)

    def _just_over(self, notes: ReadNotes) -> str | None:
        now, company = self._coach.clock(), notes.fact("company").casefold()
        over = [
            one
            for one in self._coach.interviews.listed()
            if not one.hot and one.state in {"booked", "done"} and timedelta() <= now - one.at <= JUST_OVER
        ]
        fitting = [one for one in over if one.title.casefold().startswith(company)]
        return fitting[0].entry if len(fitting) == 1 else None


def _summary(notes: ReadNotes) -> str:
    counted = [(len(notes.of(what)), what.value) for what in (What.QUESTION, What.WELL, What.COULD)]
    told = ", ".join(f"{count} × {name}" for count, name in counted if count) or "nothing"
    return f"From the {notes.origin.value}: {told}. Put right what is not."


def _with(header: Callable[[State], tuple[str, ...]], told: tuple[str, ...]) -> Callable[[State], tuple[str, ...]]:
    return lambda state: (*header(state), *told)
