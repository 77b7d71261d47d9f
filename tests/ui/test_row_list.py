"""A list on the page: a mark beside its cursor, and keys that go through long rows to the ends of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.containers import VerticalScroll
from textual.widgets import Static

from abi_coach.ui.safe import literal
from abi_coach.ui.themes import THEMES
from abi_coach.ui.widgets.row_list import MARK, RowList
from tests.support.stage import words_on

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONG = "\n".join(f"long {number}" for number in range(30))


class Page(App[None]):
    """A page with something above and below a list."""

    def compose(self) -> ComposeResult:
        """A heading, the rows, an ending."""
        with VerticalScroll(id="body", can_focus=False):
            yield Static(literal("above\n" * 3))
            yield RowList(literal("first"), literal(LONG), literal("last\n "))
            yield Static(literal("below\n" * 6))

    def on_mount(self) -> None:
        """Themes have the colours; the first row has the keys."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "abi-terminal"
        rows = self.query_one(RowList)
        rows.highlighted = 0
        rows.focus(scroll_visible=False)


def marked(app: App[None]) -> list[str]:
    return [line.lstrip(MARK).strip() for line in words_on(app).splitlines() if line.startswith(MARK)]


async def test_the_cursor_is_seen_where_a_theme_has_no_background() -> None:
    async with Page().run_test(size=(40, 12)) as pilot:
        assert marked(pilot.app) == ["first"]


async def test_a_long_row_is_read_to_its_end_before_the_next_one() -> None:
    async with Page().run_test(size=(40, 12)) as pilot:
        await pilot.press("down", *["down"] * 4)
        assert pilot.app.query_one(RowList).highlighted == 1
        assert "long 0" not in marked(pilot.app)
        await pilot.press("down", "down")
        assert "last" in marked(pilot.app)


async def test_an_empty_line_is_a_gap_and_has_no_mark() -> None:
    async with Page().run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "up", "down")
        assert "" not in marked(pilot.app)


async def test_down_from_the_last_row_shows_the_end_of_the_page_and_up_from_the_first_its_top() -> None:
    async with Page().run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "down")
        await pilot.pause()
        assert "below" in words_on(pilot.app)
        assert pilot.app.query_one(RowList).highlighted == 2
        await pilot.press("home", "up")
        await pilot.pause()
        assert "above" in words_on(pilot.app)
        assert pilot.app.query_one(RowList).highlighted == 0
