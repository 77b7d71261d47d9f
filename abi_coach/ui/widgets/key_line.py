"""The last line of a screen: at most six keys and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content


class KeyLine(Static):
    """One line of keys; Textual's own footer costs a third of the start-up of a bare app."""

    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        padding: 0 1;
        color: $quiet;
        background: $surface;
    }
    """

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        super().__init__(self._line(keys))

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show other keys: pairs of a key's name and what it does now."""
        self.update(self._line(keys))

    @staticmethod
    def _line(keys: Iterable[tuple[str, str]]) -> Content:
        parts: list[str | Content] = []
        for key, does in keys:
            parts += [literal(key, "$accent bold"), f" {does}   "]
        return joined(*parts)
