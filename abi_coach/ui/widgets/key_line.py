"""The last line of a screen: at most six keys and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.ui.safe import joined, literal
from abi_coach.ui.widgets.edge_line import EdgeLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

_GAPS: Final = (3, 2, 1)
"""Cells between two keys: as many as there is room for."""


class KeyLine(EdgeLine):
    """One line of keys; Textual's own footer costs a third of the start-up of a bare app."""

    DEFAULT_CSS = "KeyLine { dock: bottom; color: $quiet; }"

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show other keys: pairs of a key's name and what it does now."""
        self._keys = tuple(keys)
        self.show_within(self.app.size.width)

    def words_within(self, room: int) -> Content:
        """The keys, closer together where there is little room."""
        lines = (self._line(gap) for gap in _GAPS)
        return next((line for line in lines if line.cell_length <= room), self._line(_GAPS[-1]))

    def _line(self, gap: int) -> Content:
        parts: list[str | Content] = []
        for key, does in self._keys:
            parts += [" " * gap if parts else "", literal(key, "$accent bold"), f" {does}"]
        return joined(*parts)
