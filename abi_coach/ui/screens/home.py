"""Home: one recommendation with its reason, and what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.widgets import Static

from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.home_overview import Overview
    from abi_coach.services.overview import Overviews

_LABEL: Final = 14


class HomeScreen(CoachScreen):
    """What to do next, and why; Enter starts it."""

    PLACE = "Home"
    KEYS: ClassVar[Keys] = (
        ("enter", "start"),
        ("p", "practise"),
        ("d", "debrief"),
        ("l", "plan"),
        ("b", "banks"),
        ("?", "help"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "start_recommended", "Start"),
        ("p", "app.open_place('practice')", "Practise"),
        ("d", "app.open_place('debrief')", "Debrief"),
        ("l", "app.open_place('plan')", "Plan"),
        ("s", "app.open_place('stories')", "Stories"),
        ("b", "app.open_place('banks')", "Banks"),
        ("c", "app.open_place('card')", "Card"),
        ("g", "app.open_place('progress')", "Progress"),
        ("m", "app.open_place('market')", "Market"),
        ("r", "app.open_place('reflect')", "Reflect"),
        ("t", "app.open_place('drills')", "Drills"),
        ("h", "app.open_place('history')", "Old takes"),
        ("q", "app.leave", "Quit"),
        ("escape", "stay_here", "Home"),
    ]

    def __init__(self, overviews: Overviews, overview: Overview) -> None:
        super().__init__()
        self._overviews = overviews
        self._overview = overview
        self._fresh = True

    def compose_body(self) -> ComposeResult:
        """The recommendation, then what is open."""
        yield Static(self._recommended(), id="recommended")
        yield Static(self._open_things(), id="open-things")

    def on_screen_resume(self) -> None:
        """Coming back, things may have changed."""
        if self._fresh:
            self._fresh = False
            return
        self._overview = self._overviews.read()
        self.query_one("#recommended", Static).update(self._recommended())
        self.query_one("#open-things", Static).update(self._open_things())

    def action_start_recommended(self) -> None:
        """Do what is recommended, of the same role and item as its command; a sitting that was left goes on at once."""
        if self._overview.place == "practice" and (self._overview.role or self._overview.recommendation.item):
            from abi_coach.ui.screens.practice_setup import PracticeSetupScreen  # noqa: PLC0415 - on use, as any place

            role, item = self._overview.role, self._overview.recommendation.item
            self.app.push_screen(PracticeSetupScreen(self.app.coach, role, item))  # type: ignore[attr-defined] # CoachApp
            return
        is_sitting = self._overview.recommendation.key == "resume" and self._overview.draft_kind == "sitting"
        place = "resume" if is_sitting else self._overview.place
        self.app.action_open_place(place)  # type: ignore[attr-defined] # the app is a CoachApp

    def action_stay_here(self) -> None:
        """There is nothing behind Home; ctrl+q leaves."""

    def _recommended(self) -> Content:
        advice = self._overview.recommendation
        welcome = literal("Welcome. Everything you write stays on this machine.\n\n", "$quiet")
        return joined(
            welcome if self._overview.is_new else "",
            literal("Next\n", "$accent"),
            literal(advice.title, "bold"),
            "\n",
            literal(advice.reason, "$quiet"),
        )

    def _open_things(self) -> Content:
        lines = self._overview.lines
        return hung(*(joined(lead(literal(f"{label:<{_LABEL}}", "$quiet")), text, "\n") for label, text in lines))
