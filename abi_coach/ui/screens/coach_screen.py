"""What every screen shares: a title, a body of at most 100 columns, the keys, and Esc to go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen

from abi_coach.ui.widgets.edge_line import PAGE_COLUMNS
from abi_coach.ui.widgets.key_line import KeyLine
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.ui.widgets.autosave import Autosave

Keys = tuple[tuple[str, str], ...]


class CoachScreen(Screen[None]):
    """A place in the coach. Subclasses give `PLACE`, `KEYS` and `compose_body`."""

    PLACE: ClassVar[str] = ""
    KEYS: ClassVar[Keys] = (("esc", "back"), ("?", "help"))
    PAGE_COLUMNS: ClassVar[int] = PAGE_COLUMNS
    """So wide the body may be; its tcss says the same."""

    HELP: ClassVar[str] = ""
    """The part of the help that stands first when it is opened from here, where it is not the one of `PLACE`."""

    STANDS_FOR: ClassVar[frozenset[str]] = frozenset()
    """Places of the app that need not be opened while this screen is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave_screen", "Back"),
        Binding("up", "read_on('up')", show=False),
        Binding("down", "read_on('down')", show=False),
        Binding("pageup", "read_on('page_up')", show=False),
        Binding("pagedown", "read_on('page_down')", show=False),
        Binding("home", "read_on('home')", show=False),
        Binding("end", "read_on('end')", show=False),
    ]
    DEFAULT_CSS = """
    CoachScreen { align: center top; }
    CoachScreen > #body { width: 100%; max-width: 100; height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
    """

    autosave: Autosave | None = None
    """What this screen must save before it may go; None where nothing is typed."""

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        yield TitleLine(self.PLACE, self.about())
        with VerticalScroll(id="body", can_focus=False):
            yield from self.compose_body()
        yield from self.compose_foot()
        yield KeyLine(self.KEYS)

    def compose_body(self) -> ComposeResult:
        """What stands between title and keys."""
        yield from ()

    def compose_foot(self) -> ComposeResult:
        """What stays in sight below the body, however long that is."""
        yield from ()

    def about(self) -> str:
        """What stands quietly beside the title."""
        return ""

    def help_first(self) -> Content | None:
        """What the help opened from here begins with, before any key; None where keys are all there is to say."""
        return None

    def show_keys(self, *keys: tuple[str, str]) -> None:
        """Show other keys in the last line."""
        self.query_one(KeyLine).show_keys(keys)

    def save_now(self) -> bool:
        """Save whatever is unsaved; False when that failed."""
        return self.autosave is None or self.autosave.flush()

    def action_read_on(self, where: str) -> None:
        """Read on in what is longer than the screen: up, down, page_up, page_down, home or end."""
        getattr(self.query_one("#body"), f"scroll_{where}")(animate=False)

    def on_descendant_blur(self) -> None:
        """Whoever leaves a box has its words saved."""
        self.save_now()

    def on_screen_suspend(self) -> None:
        """Another screen comes on top."""
        self.save_now()

    def rescue_words(self) -> Path | None:
        """Write words that could not be saved into a file outside the home; None where there are none.

        Raises FileError when that fails as well.
        """
        return None

    def action_leave_screen(self) -> None:
        """Go back; words that could not be saved keep the screen open."""
        if self.save_now():
            self.app.pop_screen()
