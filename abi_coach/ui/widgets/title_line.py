"""The first line of a screen: where I am."""

from __future__ import annotations

from textual.widgets import Static

from abi_coach.ui.safe import joined, literal


class TitleLine(Static):
    """The place's name, and beside it quietly what it is about."""

    DEFAULT_CSS = """
    TitleLine {
        dock: top;
        height: 1;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(self, place: str, about: str = "") -> None:
        super().__init__()
        self._place = place
        self._about = about

    def on_mount(self) -> None:
        """In the app it is known what kind of app it is."""
        self.show_about(self._about)

    def show_about(self, about: str) -> None:
        """Change what stands beside the name; first, that this is a demo, where it is one."""
        self._about = about
        demo = literal(f"{self.app.sub_title} ", "$accent") if self.app.sub_title else ""
        place = literal(self._place, "bold")
        self.update(joined(literal("abi ", "$quiet"), demo, place, literal(f"  {about}", "$quiet")))
