"""Where words are typed: one line, or a few lines in which Enter still means "on"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.message import Message
from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

NEW_LINE_KEYS: Final = frozenset({"ctrl+j", "shift+enter", "alt+enter"})


class TakenBack(Message):
    """Backspace was pressed where nothing is left to take away."""


class AnswerLine(Input):
    """One line of text."""

    DEFAULT_CSS = """
    AnswerLine { border: none; height: 1; padding: 0 1; background: $surface; }
    AnswerLine:focus { border: none; }
    """

    async def _on_key(self, event: events.Key) -> None:
        """Tell of a Backspace in an empty line; Textual's own handling does the rest."""
        if event.key == "backspace" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(TakenBack())


class AnswerText(TextArea):
    """A few lines. Enter goes on, ctrl+j makes a new line, and the arrows leave it at its ends."""

    DEFAULT_CSS = """
    AnswerText { border: none; height: auto; min-height: 4; max-height: 10; padding: 0 1; background: $surface; }
    AnswerText:focus { border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    class Submitted(Message):
        """The person is done with these words."""

    class Left(Message):
        """An arrow was pressed at the first line (-1) or the last one (1)."""

        def __init__(self, direction: int) -> None:
            super().__init__()
            self.direction = direction

    async def _on_key(self, event: events.Key) -> None:
        """Enter, the new line and the arrows at the ends; Textual's own handling does the rest."""
        leaves = self._leaves(event.key)
        if event.key == "enter":
            self._answer(event, self.Submitted())
        elif event.key in NEW_LINE_KEYS:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif leaves:
            self._answer(event, self.Left(leaves))

    def _answer(self, event: events.Key, message: Message) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(message)

    def _leaves(self, key: str) -> int:
        if key == "up" and self.cursor_at_first_line:
            return -1
        return 1 if key == "down" and self.cursor_at_last_line else 0
