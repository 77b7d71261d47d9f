"""One story, whole, and how it was told before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from abi_coach.domain.story_text import story_lines, untold
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.story import Stories


class StoryScreen(CoachScreen):
    """`StoryScreen(stories, entry)`: the newest version first; left and right go through the versions."""

    PLACE = "Story"
    HELP = "Stories"
    AUTO_FOCUS = ""
    CSS_PATH = "stories.tcss"
    KEYS: ClassVar[Keys] = (("←→", "versions"), ("↑↓", "scroll"), ("esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "turn_version(-1)", "Version before"),
        ("right", "turn_version(1)", "Version after"),
        ("up", "scroll_told(-1)", "Up"),
        ("down", "scroll_told(1)", "Down"),
    ]

    def __init__(self, stories: Stories, entry: str) -> None:
        super().__init__()
        self._versions = stories.versions(entry)
        self._place = len(self._versions) - 1

    def compose_body(self) -> ComposeResult:
        """Which version, and its words."""
        yield Static(id="version")
        yield Static(id="told")

    def on_mount(self) -> None:
        """Show the newest."""
        self.show_version()

    def show_version(self) -> None:
        """Show the present version, when it was written, and what it changed."""
        version = self._versions[self._place]
        changed = f" · changed: {', '.join(version.changed)}" if version.changed else ""
        when = f"version {self._place + 1} of {len(self._versions)} · {version.at.astimezone():%Y-%m-%d %H:%M}"
        self.query_one("#version", Static).update(literal(when + changed, "$quiet"))
        parts: list[Content] = [literal(f"{version.story.title}\n", "bold")]
        for label, text in story_lines(version.story):
            parts += [literal(f"\n{label}\n", "$accent"), literal(f"{text}\n")]
        if needs := untold(version.story):
            parts.append(literal(f"\nStill needs {', '.join(needs)}.", "$warning"))
        self.query_one("#told", Static).update(joined(*parts))

    def action_turn_version(self, by: int) -> None:
        """Go to another version, stopping at the ends."""
        self._place = min(len(self._versions) - 1, max(0, self._place + by))
        self.show_version()

    def action_scroll_told(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#body").scroll_relative(y=by, animate=False)
