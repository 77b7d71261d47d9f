"""What the notes of an interview told, for the debrief's later forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.notes_state import begin_cold

if TYPE_CHECKING:
    from abi_coach.domain.form import State
    from abi_coach.storage.journal import Journal

NOTES: Final = "notes"
"""The kind of entry that keeps what was taken from notes; its parent is the interview."""


def noted(journal: Journal, interview: str, state: State) -> State:
    """A fresh cold form's state with what the notes of this interview told; as it was without notes."""
    for revision in journal.current(NOTES, parent=interview, limit=1):
        taken: list[dict[str, Any]] = revision.value().get("taken", [])
        return begin_cold(state, taken)
    return state
