"""A list to choose from, on the page itself: a mark beside the row that the keys are on."""

from __future__ import annotations

from typing import ClassVar, Final

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import OptionList

MARK: Final = "▌"
READ_ON_LINES: Final = 5


class RowList(OptionList):
    """Options without a box. The mark shows the cursor where colours cannot.

    A list that is shown whole moves the page that it stands on: through a row that is longer than the page before it
    goes on to the next one, and to the ends of the page from its first and last rows.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--mark"}
    DEFAULT_CSS = """
    RowList { height: auto; max-height: 100000; border: none; padding: 0; background: transparent; }
    RowList:focus { border: none; background-tint: $foreground 0%; }
    RowList { scrollbar-size-vertical: 1; }
    RowList > .option-list--option { padding: 0 0 0 2; }
    RowList > .option-list--option-disabled { color: $foreground; }
    RowList > .option-list--option-hover { background: $surface; }
    RowList > .option-list--option-highlighted, RowList:focus > .option-list--option-highlighted {
        background: $surface; color: $foreground; text-style: none;
    }
    RowList > .row-list--mark { color: $accent; background: $surface; text-style: bold; }
    """

    def render_line(self, y: int) -> Strip:
        """A line; those of the highlighted row have the mark before them. An empty one is a gap between rows."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if not 0 <= line < len(self._lines) or self._lines[line][0] != self.highlighted:
            return strip
        if not strip.text.strip():
            return Strip.blank(strip.cell_length, self.get_visual_style("option-list--option").rich_style)
        mark = Strip([Segment(MARK, self.get_component_rich_style("row-list--mark"))], 1)
        return Strip.join([mark, strip.crop(1)])

    def action_cursor_down(self) -> None:
        """Read on in a long row, then go to the next one; after the last, to the end of the page."""
        below = self._rows_place.bottom - self._in_sight.bottom
        if self.is_whole and below > 0:
            self._page.scroll_relative(y=min(below, READ_ON_LINES), animate=False)
        elif self.highlighted == self.option_count - 1:
            self._page.scroll_end(animate=False)
        else:
            super().action_cursor_down()
            self._keep_in_sight()

    def action_cursor_up(self) -> None:
        """Read back in a long row, then go to the one before; before the first, to the top of the page."""
        above = self._in_sight.y - self._rows_place.y
        if self.is_whole and above > 0:
            self._page.scroll_relative(y=-min(above, READ_ON_LINES), animate=False)
        elif not self.highlighted:
            self._page.scroll_home(animate=False)
        else:
            super().action_cursor_up()
            self._keep_in_sight()

    def action_first(self) -> None:
        """Go to the first row, and to the top of the page."""
        super().action_first()
        if self.is_attached:  # a new list goes to its first row before it is on any page
            self._page.scroll_home(animate=False)

    def action_last(self) -> None:
        """Go to the last row, and to the end of the page."""
        super().action_last()
        self._page.scroll_end(animate=False)

    def show_row(self) -> None:
        """Bring the start of the highlighted row to the top of the page, once it is laid out."""
        self.call_after_refresh(lambda: self._page.scroll_to_region(self._rows_place, top=True, animate=False))

    @property
    def is_whole(self) -> bool:
        """Whether all of it is drawn, so that the page scrolls and not the list."""
        return self.max_scroll_y == 0

    @property
    def _page(self) -> Widget:
        assert isinstance(self.parent, Widget)
        return self.parent

    @property
    def _in_sight(self) -> Region:
        """What is seen of the page, in its own coordinates."""
        return self._page.scrollable_content_region.at_offset(self._page.scroll_offset)

    @property
    def _rows_place(self) -> Region:
        """The highlighted row on the page."""
        row = self.highlighted or 0
        top, height = self._index_to_line.get(row, 0), self._heights.get(row, 0)
        return Region(0, top, self.size.width, height).translate(self.virtual_region.offset)

    def _keep_in_sight(self) -> None:
        self._page.scroll_to_region(self._rows_place, animate=False, immediate=True)
