"""Where words are typed: one line, or a few lines in which Enter still means "on".

A key that follows Enter at once must not join the words before it: from Enter on, a box only remembers what is
pressed, until the screen has taken the words and presses those keys again, each where it belongs by then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.widgets import Input, TextArea

from abi_coach.ui.widgets.long_text import LongText

if TYPE_CHECKING:
    from textual import events

NEW_LINE_KEYS: Final = frozenset({"ctrl+j", "shift+enter", "alt+enter"})
BEFORE: Final = -1
AFTER: Final = 1
_ARROWS: Final = {"up": BEFORE, "pageup": BEFORE, "down": AFTER, "pagedown": AFTER}


class Answered(Message):
    """The person is done with the words in the box."""


class Left(Message):
    """An arrow leads out of the box: to the question before (-1) or after (1)."""

    def __init__(self, direction: int) -> None:
        super().__init__()
        self.direction = direction


class TakenBack(Message):
    """Backspace was pressed where nothing is left to take away."""


class AnswerLine(Input):
    """One line of text. `given` is what was put in last; `ahead` the keys pressed since Enter, else None."""

    DEFAULT_CSS = """
    AnswerLine { border: none; height: 1; padding: 0 1; background: $surface; }
    AnswerLine:focus { border: none; }
    """
    given = ""
    ahead: list[str] | None = None

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self.value

    def put(self, words: str) -> None:
        """Put words in, which is no typing."""
        self.given = words
        with self.prevent(Input.Changed):
            self.value = words
            self.cursor_position = len(words)

    def add(self, words: str) -> None:
        """Add words at the end, as if they were typed."""
        self.value += words
        self.cursor_position = len(self.value)

    async def _on_key(self, event: events.Key) -> None:
        """Enter, arrows, and Backspace in an empty line; Textual's own handling does the rest."""
        if self.ahead is not None:
            _remember(self, event)
        elif event.key == "enter":
            self.ahead = []
            _tell(self, event, Answered())
        elif event.key in _ARROWS:
            _tell(self, event, Left(_ARROWS[event.key]))
        elif event.key == "backspace" and not self.value:
            _tell(self, event, TakenBack())


class AnswerText(LongText):
    """A few lines. Enter goes on, ctrl+j makes a new line, and the arrows leave it at its ends.

    `given` is what was put in last; `ahead` the keys pressed since Enter, else None.
    """

    DEFAULT_CSS = """
    AnswerText { border: none; height: auto; min-height: 4; max-height: 10; padding: 0 1; background: $surface; }
    AnswerText:focus { border: none; }
    """
    given = ""
    ahead: list[str] | None = None

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self.text

    def put(self, words: str) -> None:
        """Put words in, which is no typing."""
        self.given = words
        with self.prevent(TextArea.Changed):
            self.load_text(words)
            self.move_cursor(self.document.end)

    def add(self, words: str) -> None:
        """Add words at the end, as if they were typed."""
        self.insert(words, self.document.end)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        """Enter, the new line, and the arrows at the ends; Textual's own handling does the rest."""
        leaves = self._leaves(event.key)
        if self.ahead is not None:
            _remember(self, event)
        elif event.key == "enter":
            self.ahead = []
            _tell(self, event, Answered())
        elif event.key in NEW_LINE_KEYS:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif leaves:
            _tell(self, event, Left(leaves))

    def _leaves(self, key: str) -> int:
        is_out = (key == "up" and self.cursor_at_first_line) or (key == "down" and self.cursor_at_last_line)
        return _ARROWS[key] if is_out else 0


def _remember(box: AnswerLine | AnswerText, event: events.Key) -> None:
    event.stop()
    event.prevent_default()
    assert box.ahead is not None
    box.ahead.append(event.character if event.is_printable and event.character else event.key)


def _tell(box: AnswerLine | AnswerText, event: events.Key, message: Message) -> None:
    event.stop()
    event.prevent_default()
    box.post_message(message)
