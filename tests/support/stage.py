"""An app around one screen, for tests of that screen."""

from __future__ import annotations

from typing import Any

from textual.app import App

from abi_coach.ui.themes import THEMES

SIZES = [(60, 20), (80, 24), (120, 40)]
"""The sizes that every screen must work at."""


class Stage(App[None]):
    """An app around one screen."""

    def __init__(self, screen: Any) -> None:  # noqa: ANN401 - any screen
        super().__init__()
        self.shown = screen
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "abi-dark"

    def on_mount(self) -> None:
        """Show it."""
        self.push_screen(self.shown)


def words_on(app: App[None]) -> str:
    """Everything that stands on the screen now."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)
