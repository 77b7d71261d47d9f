"""Text that changes often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

if TYPE_CHECKING:
    from textual.content import Content


class SteadyText(Static):
    """Words are laid out anew only where they became higher or lower: a layout at every save would hold up a key."""

    def say(self, content: Content) -> None:
        """Show this."""
        room = self.content_size
        is_as_high = bool(room) and content.get_height({}, room.width) == room.height
        self.update(content, layout=not is_as_high)
