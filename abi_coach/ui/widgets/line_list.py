"""A list of any length, drawn line by line: only the lines in sight cost anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from abi_coach.domain.plain_text import strip_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.binding import BindingType


MARK: Final = "▌ "
"""Shows the cursor where colours cannot."""
_NO_MARK: Final = " " * len(MARK)


class LineList(ScrollView, can_focus=True):
    """Lines of text with a cursor. A move redraws two lines, whether there are a hundred or a hundred thousand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move_cursor(-1)", "Up"),
        ("down", "move_cursor(1)", "Down"),
        ("pageup", "move_page(-1)", "Page up"),
        ("pagedown", "move_page(1)", "Page down"),
        ("home", "move_cursor(-10_000_000)", "First"),
        ("end", "move_cursor(10_000_000)", "Last"),
        ("enter", "choose_line", "Open"),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor", "line-list--cursor-quiet"}
    DEFAULT_CSS = """
    LineList { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1; }
    LineList > .line-list--cursor { background: $surface; color: $accent; text-style: bold; }
    LineList > .line-list--cursor-quiet { background: $surface; }
    """

    cursor: reactive[int] = reactive(0)

    class Moved(Message):
        """The cursor is on another line, or the lines are others."""

    class Chosen(Message):
        """The line under the cursor was chosen."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[str] = ()

    def show(self, lines: Sequence[str], cursor: int = 0) -> None:
        """Show other lines, with the cursor on one of them."""
        self._lines = lines
        self.virtual_size = Size(1, len(lines))
        self.set_reactive(LineList.cursor, self._inside(cursor))
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """One line in sight; its text is shown as it is, whatever it holds."""
        width = self.scrollable_content_region.width
        place = y + self.scroll_offset.y
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        style, mark = self.rich_style, _NO_MARK
        if place == self.cursor:
            style = self.get_component_rich_style("line-list--cursor" if self.is_lit else "line-list--cursor-quiet")
            mark = MARK
        text = mark + strip_controls(self._lines[place])
        if cell_len(text) > width > 0:
            text = set_cell_size(text, width - 1) + "…"
        return Strip([Segment(set_cell_size(text, width), style)], width)

    @property
    def is_lit(self) -> bool:
        """Whether keys move this cursor now: also while words are typed above it."""
        return self.has_focus or self.has_class("-led")

    def watch_cursor(self, before: int, now: int) -> None:
        """Redraw where the cursor was and where it is."""
        self.refresh_line(before)
        self.refresh_line(now)
        self._keep_in_sight()
        self.post_message(self.Moved())

    def action_move_cursor(self, by: int) -> None:
        """Move, stopping at the ends."""
        self.cursor = self._inside(self.cursor + by)

    def action_move_page(self, by: int) -> None:
        """Move by as much as is in sight."""
        self.action_move_cursor(by * max(1, self.size.height - 1))

    def action_choose_line(self) -> None:
        """Choose the line under the cursor."""
        if self._lines:
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; one on the cursor chooses."""
        place = event.y + self.scroll_offset.y
        if place >= len(self._lines):
            return
        if place == self.cursor:
            self.action_choose_line()
        self.cursor = place

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._keep_in_sight()

    def _inside(self, place: int) -> int:
        return max(0, min(place, len(self._lines) - 1))

    def _keep_in_sight(self) -> None:
        height, top = max(1, self.size.height), self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, immediate=True)
