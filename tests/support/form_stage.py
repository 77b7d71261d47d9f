"""A small app around one form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from abi_coach.domain.form_answers import name_of
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.themes import THEMES

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from abi_coach.services.coach import Coach
    from abi_coach.services.open_form import OpenForm


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


def stage(coach: Coach, form: OpenForm | None = None) -> Stage:
    """An app that shows this form, or a new hot debrief."""
    return Stage(FormScreen(form or coach.debriefs.open_form(), coach.monotonic))


def screen(pilot: Pilot[None]) -> FormScreen:
    """The form’s screen."""
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen


async def write(pilot: Pilot[None], *lines: str) -> None:
    """Type lines, each with Enter."""
    for line in lines:
        await pilot.press(*line, "enter")


def here(pilot: Pilot[None]) -> str:
    """The name of the step that is asked."""
    return name_of(screen(pilot).step)
