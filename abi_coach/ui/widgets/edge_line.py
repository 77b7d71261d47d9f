"""What the first and the last line of a screen share: their words stand above and below those of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content

PAGE_COLUMNS: Final = 100
MARGIN: Final = 2


class EdgeLine(Static):
    """One line across the whole terminal, with the margins of the page. Subclasses give `words_within`.

    A screen may say how wide its page is, in `PAGE_COLUMNS`.
    """

    DEFAULT_CSS = "EdgeLine { height: 1; background: $surface; }"

    def on_resize(self, event: events.Resize) -> None:
        """Another width, other margins."""
        self.show_within(event.size.width)

    def show_within(self, width: int) -> None:
        """Show the words with the margins of the page on a terminal of so many columns."""
        page = getattr(self.screen, "PAGE_COLUMNS", PAGE_COLUMNS)
        margin = max(0, width - page) // 2 + MARGIN
        words = self.words_within(max(1, width - 2 * margin))
        self.update(words.pad_left(margin), layout=False)

    def words_within(self, _room: int) -> Content:
        """What is shown where there is room for so many cells."""
        raise NotImplementedError
