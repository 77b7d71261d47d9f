"""A screen where words are typed: saved while typing, with a banner and three ways out when that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding

from abi_coach.domain.errors import CoachError
from abi_coach.services.rescue import rescue
from abi_coach.ui.messages import Saved, SaveFailed
from abi_coach.ui.safe import told
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.widgets.autosave import Autosave
from abi_coach.ui.widgets.save_banner import SaveBanner

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from textual.binding import BindingType
    from textual.timer import Timer


RETRY_SECONDS: Final = 3
"""What could not be saved is tried again this often, beside the person's own tries."""

KEYS_REST_SECONDS: Final = 0.15
"""Longer than between two keys of steady typing."""


class TypingScreen(CoachScreen):
    """Subclasses put a `SaveBanner` into their layout and tell how to save and what the words are.

    `saved` says how the words stand: nothing, "…" while newer than the disk, "Saved", or "NOT SAVED".
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "retry_save", "Try to save again", show=False, priority=True),
        Binding("ctrl+y", "copy_words", "Copy the words", show=False, priority=True),
        Binding("f7", "export_words", "Write the words to a file", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.keeper = Autosave(self, self.save_words)
        self.autosave = self.keeper
        self.saved = ""
        self._retrying: Timer | None = None

    def save_words(self) -> None:
        """Make the words durable. Raises SaveError and its kin."""

    def words_kept(self) -> str:
        """Every word on this screen, as plain text."""
        return ""

    def rescue_name(self) -> tuple[str, datetime]:
        """What a file for these words is called, and the present instant."""
        raise NotImplementedError

    def show_saved(self) -> None:
        """Show how the words stand."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The ways out belong to the text box while everything is saved."""
        if action in {"retry_save", "copy_words", "export_words"}:
            return any(banner.is_shown for banner in self.query(SaveBanner))
        return super().check_action(action, parameters)

    def mark_changed(self) -> None:
        """Something is new: it is on disk soon."""
        was, self.saved = self.saved, "…"
        self.keeper.mark()
        if was != self.saved:
            self.show_saved()

    @on(Saved)
    def note_saved(self, event: Saved) -> None:
        """Everything is on disk. While keys follow one another, a frame to say so would hold up the next one."""
        event.stop()
        if not self.keeper.is_dirty:
            self.query_one(SaveBanner).clear()
            if event.by_itself:
                self.set_timer(KEYS_REST_SECONDS, self._tell_saved)
            else:
                self._tell_saved()

    def _tell_saved(self) -> None:
        if not self.keeper.is_dirty and self.saved != "Saved":
            self.saved = "Saved"
            self.show_saved()

    @on(SaveFailed)
    def note_not_saved(self, event: SaveFailed) -> None:
        """Say so until the words are on disk."""
        event.stop()
        self.saved = "NOT SAVED"
        if self._retrying is None:
            self._retrying = self.set_timer(RETRY_SECONDS, self._retry)
        self.query_one(SaveBanner).show_error(event.error)
        self.show_saved()

    def _retry(self) -> None:
        """Try again by and by: there may be room by now."""
        self._retrying = None
        self.save_now()

    def rescue_words(self) -> Path:
        """Write every word into a file outside the home. Raises FileError."""
        name, at = self.rescue_name()
        return rescue(name, self.words_kept(), at)

    def action_retry_save(self) -> None:
        """Try to save again."""
        self.keeper.mark()
        self.keeper.flush()

    def action_copy_words(self) -> None:
        """Copy every word to the clipboard."""
        self.app.copy_to_clipboard(self.words_kept())
        self.notify("Copied, where this terminal allows it.", markup=False)

    def action_export_words(self) -> None:
        """Write every word into a file outside the home."""
        try:
            self.notify(told(f"Written to {self.rescue_words()}"), timeout=20, markup=False)
        except CoachError as error:
            self.notify(told(error), severity="error", markup=False)
