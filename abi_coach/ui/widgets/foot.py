"""The lines at the bottom of a screen."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.message import Message


class Foot(VerticalScroll):
    """What stays in sight below; tells when it grows or shrinks."""

    class Resized(Message):
        """It has another height now."""

    def on_resize(self) -> None:
        """Tell so."""
        self.post_message(self.Resized())
