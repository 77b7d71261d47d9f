"""The app: themes, places, the palette, and what happens when something breaks."""

from __future__ import annotations

import gc
import signal
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import App
from textual.binding import Binding

from abi_coach.domain.errors import CoachError
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.screens.home import HomeScreen
from abi_coach.ui.themes import DEFAULT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import PurePath

    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.screen import Screen

    from abi_coach.services.coach import Coach
    from abi_coach.services.overview import Overview
    from abi_coach.ui.messages import SaveFailed

PLACES: Final[dict[str, tuple[str, str, str]]] = {
    "practice": ("abi_coach.ui.screens.practice_setup", "PracticeSetupScreen", "Practise with the clock"),
    "debrief": ("abi_coach.ui.screens.debriefs", "DebriefsScreen", "Debrief an interview"),
    "plan": ("abi_coach.ui.screens.plan", "PlanScreen", "See your plan"),
    "stories": ("abi_coach.ui.screens.stories", "StoriesScreen", "Look after your stories"),
    "drills": ("abi_coach.ui.screens.drills", "DrillsScreen", "Drill one thing for two minutes"),
    "history": ("abi_coach.ui.screens.history", "HistoryScreen", "Read old takes"),
    "banks": ("abi_coach.ui.screens.banks", "BanksScreen", "Browse the question banks"),
    "card": ("abi_coach.ui.screens.card", "CardScreen", "The card for the next interview"),
    "progress": ("abi_coach.ui.screens.progress", "ProgressScreen", "See what changed"),
    "market": ("abi_coach.ui.screens.market", "MarketScreen", "Skills, pay, scorecards, contacts"),
    "reflect": ("abi_coach.ui.screens.reflect", "ReflectScreen", "Look back on half a year"),
    "help": ("abi_coach.ui.screens.help", "HelpScreen", "All keys"),
}
"""Every place by name: module, class and what the palette says; imported when first opened."""


class CoachApp(App[None]):
    """The coach on a terminal. `overview` is read before Textual is loaded, so that Home is there at once."""

    # Home is there before screens load their own styles.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    TITLE = "abi"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "open_place('help')", "Help", show=False),
        Binding("ctrl+q", "leave", "Quit", show=False, priority=True),
    ]

    def __init__(self, coach: Coach, overview: Overview, place: str = "", first: CoachScreen | None = None) -> None:
        super().__init__()
        self.coach = coach
        self._overview = overview
        self._first_place = place
        self._first_screen = first
        self._broken: CoachError | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = coach.theme if coach.theme in self.available_themes else DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return HomeScreen(self.coach.overviews, self._overview)

    def on_mount(self) -> None:
        """Go to the place that was asked for, and listen for the end."""
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._leave_on_signal)
        if self._first_place:
            self.action_open_place(self._first_place)
        if self._first_screen:
            self.push_screen(self._first_screen)

    def on_ready(self) -> None:
        """Home is complete: what was loaded for it never needs collecting again."""
        gc.freeze()
        gc.enable()

    def action_open_place(self, name: str) -> None:
        """Open a place on top of the present one; the one that is open already stays."""
        module, class_name, _ = PLACES[name]
        screen_class: type[CoachScreen] = getattr(import_module(module), class_name)
        if not isinstance(self.screen, screen_class):
            opened: Callable[[Coach], CoachScreen] = screen_class  # every place takes the coach
            self.push_screen(opened(self.coach))

    def action_leave(self) -> None:
        """Quit; words that could not be saved keep the app open."""
        if self.save_everything():
            self.exit()

    def action_quit(self) -> None:  # type: ignore[override] # ours never waits for anything
        """Quit the same way from the palette."""
        self.action_leave()

    def save_everything(self) -> bool:
        """Save what any open screen holds; False when something could not be saved."""
        return all(screen.save_now() for screen in list(self.screen_stack) if isinstance(screen, CoachScreen))

    def on_save_failed(self, message: SaveFailed) -> None:
        """Say so for as long as it is true; screens with a banner of their own stop the message before."""
        self.notify(str(literal(str(message.error))), title="Not saved", severity="error", timeout=20, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every place is in the palette, beside Textual's own commands."""
        from textual.app import SystemCommand  # noqa: PLC0415 - the palette is opened by few

        for name, (_, _, does) in PLACES.items():
            title = f"{name.capitalize()}: {does}"
            yield SystemCommand(title, "A place", lambda name=name: self.action_open_place(name))
        yield from super().get_system_commands(screen)

    def _handle_exception(self, error: Exception) -> None:
        """Save first; then one short message instead of a traceback, whose locals would be private answers."""
        self.save_everything()
        if isinstance(error, CoachError):
            self._broken = error
            self.exit(return_code=1)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.bell()
        self._broken = self.coach.write_crash_report(self._exception)
        self._close_messages_no_wait()

    def _leave_on_signal(self, *_: object) -> None:
        self.save_everything()
        self.exit(return_code=0)

    @property
    def broken(self) -> CoachError | None:
        """What ended the app, for the command line to tell; None after a normal end."""
        return self._broken


def run_app(coach: Coach, place: str = "", overview: Overview | None = None, first: CoachScreen | None = None) -> None:
    """Show the screens until the person leaves, starting at a place by name or at a ready screen.

    Raises CoachError when something broke them.
    """
    app = CoachApp(coach, overview or coach.overviews.read(), place, first)
    app.run()
    if app.broken is not None:
        raise app.broken
