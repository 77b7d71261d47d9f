"""Letters that are still being typed when the clock closes their box: they answer nothing of what is asked then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.ui.screens.typing_screen import TypingScreen

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

REST_SECONDS: Final = 0.8
"""Longer than between two keys of somebody who writes."""


class LateLetters(TypingScreen):
    """A typing screen whose keys wait, after its box was closed, until the hands have rested."""

    _resting: Timer | None = None

    def let_hands_rest(self) -> None:
        """The box was closed by itself: the next letters belong to it."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST_SECONDS, self.hear_keys)

    def hear_keys(self) -> None:
        """The hands rest: keys mean again what the last line says."""
        self._resting = None

    def on_key(self, event: events.Key) -> None:
        """A letter that comes too late rates nothing."""
        if self._resting is not None and event.is_printable:
            event.stop()
            self.let_hands_rest()
