"""A short list of settings: up and down to move, left and right to change, letters to find where there are many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType
    from textual.content import Content

LONGEST: Final = 40
"""No name is longer than so many letters."""


@dataclass(slots=True)
class Row:
    """One setting: its key, its label, what can be chosen as (value, words), and which is."""

    key: str
    label: str
    options: Sequence[tuple[str, str]]
    chosen: int = 0

    @property
    def value(self) -> str:
        """The chosen value."""
        return self.options[self.chosen][0]

    @property
    def words(self) -> str:
        """What stands for it on the screen."""
        return self.options[self.chosen][1]

    def step(self, by: int) -> None:
        """Choose the next or the one before, around the end."""
        self.chosen = (self.chosen + by) % len(self.options)


@dataclass(slots=True)
class TypedRow(Row):
    """A setting with more to choose from than one steps through: `find` says what a few typed letters mean, or None."""

    find: Callable[[str], str | None] = str
    typed: str = ""

    @property
    def value(self) -> str:
        """What the letters mean, or the letters themselves; without any, the chosen value."""
        return (self.find(self.typed) or self.typed) if self.typed else self.options[self.chosen][0]

    @property
    def words(self) -> str:
        """The letters and what they mean."""
        if not self.typed:
            return self.options[self.chosen][1]
        return self.typed if self.find(self.typed) == self.typed else f"{self.typed} → {self.find(self.typed) or '?'}"

    def step(self, by: int) -> None:
        """Go on from what was found."""
        values = [value for value, _ in self.options]
        self.chosen = values.index(self.value) if self.value in values else 0
        self.typed = ""
        self.chosen = (self.chosen + by) % len(self.options)

    def take_key(self, event: events.Key) -> bool:
        """Take a letter, or take the last one back; whether the key was one for it."""
        if event.key == "backspace" and self.typed:
            self.typed = self.typed[:-1]
        else:
            return event.is_printable and self.take_text(event.character or "")
        return True

    def take_text(self, text: str) -> bool:
        """Take the letters of what was typed or pasted, as far as there is room; whether there was any."""
        letters = "".join(one for one in text if one.isalnum() or one in "#+.-/" or (one == " " and self.typed))
        self.typed = (self.typed + letters)[:LONGEST]
        return bool(letters)


class ChoiceList(Static, can_focus=True):
    """Rows of settings, one line each."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move_cursor(-1)", "Up"),
        ("down", "move_cursor(1)", "Down"),
        ("left", "change_choice(-1)", "Before"),
        ("right", "change_choice(1)", "Next"),
        ("space", "change_choice(1)", "Next"),
    ]
    DEFAULT_CSS = "ChoiceList { height: auto; }"

    cursor: reactive[int] = reactive(0)

    class Changed(Message):
        """A setting was changed."""

    def __init__(self, rows: Sequence[Row], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.rows = list(rows)

    def on_mount(self) -> None:
        """Show the rows."""
        self._redraw()

    def watch_cursor(self) -> None:
        """The cursor moved."""
        self._redraw()

    def value(self, key: str) -> str:
        """What is chosen for a setting."""
        return next(row.value for row in self.rows if row.key == key)

    def action_move_cursor(self, by: int) -> None:
        """Move, stopping at the ends."""
        self.cursor = min(len(self.rows) - 1, max(0, self.cursor + by))

    def action_change_choice(self, by: int) -> None:
        """Choose the next or the one before, around the end."""
        self.rows[self.cursor].step(by)
        self._tell()

    def on_key(self, event: events.Key) -> None:
        """Where letters find, letters are letters."""
        row = self.rows[self.cursor]
        if isinstance(row, TypedRow) and row.take_key(event):
            event.stop()
            self._tell()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is as good as typed."""
        row = self.rows[self.cursor]
        if isinstance(row, TypedRow) and row.take_text(event.text):
            event.stop()
            self._tell()

    def _tell(self) -> None:
        self._redraw()
        self.post_message(self.Changed())

    def _redraw(self) -> None:
        width = max(len(row.label) for row in self.rows) + 2
        lines = [("\n" if index else "", self._line(row, index, width)) for index, row in enumerate(self.rows)]
        self.update(joined(*(part for line in lines for part in line)))

    def _line(self, row: Row, index: int, width: int) -> Content:
        here = index == self.cursor
        shown = literal(f"◂ {row.words} ▸" if here else f"  {row.words}", "bold $accent" if here else "")
        hint = literal("   type to find" if here and isinstance(row, TypedRow) and not row.typed else "", "$quiet")
        start = literal("• " if here else "  ", "$accent")
        return joined(start, literal(f"{row.label:<{width}}", "$quiet"), shown, hint)
