"""Saving while a person types: any change is on disk at most 0.4 s later.

A throttle, not a debounce: steady typing must not put the save off for ever.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import CoachError
from abi_coach.ui.messages import Saved, SaveFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode
    from textual.timer import Timer
    from textual.widget import Widget

SAVE_WITHIN_SECONDS: Final = 0.4


class Autosave:
    """Calls `save` soon after `mark`, at once on `flush`; tells `owner` with `Saved` or `SaveFailed`."""

    def __init__(self, owner: Widget, save: Callable[[], None]) -> None:
        self._owner = owner
        self._save = save
        self._timer: Timer | None = None
        self.is_dirty = False

    @property
    def owner(self) -> DOMNode:
        """The widget whose words are kept."""
        return self._owner

    def mark(self) -> None:
        """Something changed."""
        self.is_dirty = True
        if self._timer is None:
            self._timer = self._owner.set_timer(SAVE_WITHIN_SECONDS, partial(self.flush, by_itself=True))

    def flush(self, *, by_itself: bool = False) -> bool:
        """Save now if anything changed; False when it could not be saved and is still only on the screen."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if not self.is_dirty:
            return True
        try:
            self._save()
        except CoachError as error:
            self._owner.post_message(SaveFailed(error))
            return False
        self.is_dirty = False
        self._owner.post_message(Saved(by_itself=by_itself))
        return True
