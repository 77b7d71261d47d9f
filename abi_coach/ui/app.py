"""The app: themes, places, the palette, and what happens when something breaks."""

from __future__ import annotations

import gc
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding

from abi_coach.domain.errors import CoachError
from abi_coach.ui.keeping import KeepingApp
from abi_coach.ui.safe import told
from abi_coach.ui.screens.home import HomeScreen
from abi_coach.ui.themes import DEFAULT, THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import PurePath

    from textual.app import SystemCommand
    from textual.binding import BindingType
    from textual.screen import Screen

    from abi_coach.services.coach import Coach
    from abi_coach.services.home_overview import Overview
    from abi_coach.ui.screens.coach_screen import CoachScreen

PLACES: Final[dict[str, tuple[str, str, str]]] = {
    "practice": ("abi_coach.ui.screens.practice_setup", "PracticeSetupScreen", "Practise with the clock"),
    "interview": ("abi_coach.ui.screens.new_forms", "NewInterviewScreen", "Add one that is to come"),
    "debrief": ("abi_coach.ui.screens.debriefs", "DebriefsScreen", "Debrief an interview"),
    "plan": ("abi_coach.ui.screens.plan", "PlanScreen", "See your plan"),
    "stories": ("abi_coach.ui.screens.stories", "StoriesScreen", "Look after your stories"),
    "story": ("abi_coach.ui.screens.new_forms", "NewStoryScreen", "Tell a new one"),
    "drills": ("abi_coach.ui.screens.drills", "DrillsScreen", "Drill one thing for two minutes"),
    "history": ("abi_coach.ui.screens.history", "HistoryScreen", "Read old takes"),
    "banks": ("abi_coach.ui.screens.banks", "BanksScreen", "Browse the question banks"),
    "resume": ("abi_coach.ui.screens.practice", "ResumedPracticeScreen", "Go on with the sitting you left"),
    "card": ("abi_coach.ui.screens.card", "CardScreen", "The card for the next interview"),
    "progress": ("abi_coach.ui.screens.progress", "ProgressScreen", "See what changed"),
    "market": ("abi_coach.ui.screens.market", "MarketScreen", "Skills, pay, scorecards, contacts"),
    "reflect": ("abi_coach.ui.screens.reflect", "ReflectScreen", "Look back on half a year"),
    "help": ("abi_coach.ui.screens.help", "HelpScreen", "All keys"),
}
"""Every place by name: module, class and what the palette says; imported when first opened."""


_SAID_OTHERWISE: Final = ("app.open_place", "app.focus")
"""Actions that the palette does not repeat: places have their own lines, and tab is known."""


class CoachApp(KeepingApp):
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
        super().__init__(coach)
        if coach.is_demo:
            self.sub_title = "demo"
        self._overview = overview
        self._first_place = place
        self._first_screen = first
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = coach.theme if coach.theme in self.available_themes else DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """Home."""
        return HomeScreen(self.coach.overviews, self._overview)

    def on_mount(self) -> None:
        """Go to the place that was asked for."""
        if self._first_place:
            self.action_open_place(self._first_place)
        if self._first_screen:
            self.push_screen(self._first_screen)

    def on_ready(self) -> None:
        """Home is complete: what was loaded for it never needs collecting again. Now there is time for the rest."""
        gc.freeze()
        gc.enable()
        if not self.is_headless:
            self.listen_for_the_end()
            self.backup.start()

    def action_open_place(self, name: str) -> None:
        """Open a place on top of the present one; the one that is open already stays."""
        if name in getattr(self.screen, "STANDS_FOR", ()):
            return
        module, class_name, _ = PLACES[name]
        screen_class: type[CoachScreen] = getattr(import_module(module), class_name)
        if not isinstance(self.screen, screen_class):
            opened: Callable[[Coach], CoachScreen] = screen_class  # every place takes the coach
            try:
                self.push_screen(opened(self.coach))
            except CoachError as error:
                self.notify(told(error), severity="error", timeout=20, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the present screen and every place, beside Textual's own commands."""
        from textual.app import SystemCommand  # noqa: PLC0415 - the palette is opened by few

        described = {bound.binding.description: bound for bound in screen.active_bindings.values()}
        for does, bound in described.items():
            action = bound.binding.action
            if bound.node is screen and bound.enabled and does and not action.startswith(_SAID_OTHERWISE):
                key = self.get_key_display(bound.binding)
                yield SystemCommand(does, key, partial(screen.run_action, action))
        for name, (_, _, does) in PLACES.items():
            title = f"{name.capitalize()}: {does}"
            yield SystemCommand(title, "A place", partial(self.action_open_place, name))
        yield from super().get_system_commands(screen)


def run_app(coach: Coach, place: str = "", overview: Overview | None = None, first: CoachScreen | None = None) -> None:
    """Show the screens until the person leaves, starting at a place by name or at a ready screen.

    Raises CoachError when something broke them.
    """
    app = CoachApp(coach, overview or coach.overviews.read(), place, first)
    app.run()
    app.finish()
