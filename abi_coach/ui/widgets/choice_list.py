"""A short list of settings: up and down to move, left and right to change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.content import Content


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
        row = self.rows[self.cursor]
        row.chosen = (row.chosen + by) % len(row.options)
        self._redraw()
        self.post_message(self.Changed())

    def _redraw(self) -> None:
        width = max(len(row.label) for row in self.rows) + 2
        lines = [("\n" if index else "", self._line(row, index, width)) for index, row in enumerate(self.rows)]
        self.update(joined(*(part for line in lines for part in line)))

    def _line(self, row: Row, index: int, width: int) -> Content:
        here = index == self.cursor
        words = row.options[row.chosen][1]
        shown = literal(f"◂ {words} ▸" if here else f"  {words}", "bold $accent" if here else "")
        return joined(literal("• " if here else "  ", "$accent"), literal(f"{row.label:<{width}}", "$quiet"), shown)
