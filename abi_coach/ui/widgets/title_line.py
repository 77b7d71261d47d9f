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
        self.show_about(about)

    def show_about(self, about: str) -> None:
        """Change what stands beside the name."""
        self.update(joined(literal("abi ", "$quiet"), literal(self._place, "bold"), literal(f"  {about}", "$quiet")))
