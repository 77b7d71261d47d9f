"""The first line of a screen: where I am."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.ui.safe import joined, literal
from abi_coach.ui.widgets.edge_line import EdgeLine

if TYPE_CHECKING:
    from textual.content import Content


class TitleLine(EdgeLine):
    """The place's name, and beside it quietly what it is about."""

    DEFAULT_CSS = "TitleLine { dock: top; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, place: str, about: str = "") -> None:
        super().__init__()
        self._place = place
        self._about = about

    def show_about(self, about: str) -> None:
        """Change what stands beside the name."""
        if about != self._about:
            self._about = about
            self.show_within(self.app.size.width)

    def words_within(self, _room: int) -> Content:
        """First, that this is a demo, where it is one; then the place."""
        demo = literal(f"{self.app.sub_title} ", "$accent") if self.app.sub_title else ""
        about = literal(f"  {self._about}", "$quiet") if self._about else ""
        return joined(literal("abi ", "$quiet"), demo, literal(self._place, "bold"), about)
