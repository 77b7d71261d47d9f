"""What screens and widgets tell those above them: past-tense facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from abi_coach.domain.errors import CoachError


class SaveFailed(Message):
    """Words could not be saved; they are still on the screen."""

    def __init__(self, error: CoachError) -> None:
        super().__init__()
        self.error = error


class Saved(Message):
    """Words are on disk: said only after the journal's commit has returned. `by_itself`: more keys may come."""

    def __init__(self, *, by_itself: bool = False) -> None:
        super().__init__()
        self.by_itself = by_itself
