"""The drills: which there are, and how the last ones went."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.drill import Drill
from abi_coach.domain.errors import InputError
from abi_coach.services.drill import drills_of
from abi_coach.ui.hanging import spaced
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.compass import CompassScreen
from abi_coach.ui.screens.drill import DrillScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from abi_coach.domain.drill import DrillRun
    from abi_coach.services.coach import Coach

_LAST = 3


class DrillsScreen(CoachScreen):
    """`DrillsScreen(coach)`: five drills of two minutes."""

    PLACE = "Drills"
    AUTO_FOCUS = ""
    CSS_PATH = "drills.tcss"
    KEYS: ClassVar[Keys] = (("enter", "start"), ("↑↓", "choose"), ("esc", "back"), ("?", "help"))

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach

    def compose_body(self) -> ComposeResult:
        """A word, and the list."""
        yield Static(literal("Two minutes each. Nothing is graded; every drill is kept.", "$quiet"), id="lead")
        yield RowList(id="drills")

    def compose_foot(self) -> ComposeResult:
        """What is missing before a drill can start."""
        yield Static(id="told")

    def on_screen_resume(self) -> None:
        """Show the drills with their last results."""
        options = self.query_one("#drills", RowList)
        place = options.highlighted or 0
        options.clear_options()
        drills = drills_of(self._coach)
        past, waits = drills.past(), bool(drills.begun_compass()[1])
        for drill in Drill:
            done = [run for run in past if run.drill is drill]
            options.add_option(Option(spaced(_row(drill, done, waits=waits and drill is Drill.COMPASS))))
        options.highlighted = place
        self.set_focus(options, scroll_visible=False)

    @on(OptionList.OptionSelected)
    def start_drill(self, event: OptionList.OptionSelected) -> None:
        """Start the drill under the cursor; when nothing is there to drill with, say what to do."""
        try:
            self.app.push_screen(screen_for(self._coach, list(Drill)[event.option_index]))
        except InputError as error:
            self.query_one("#told", Static).update(literal(str(error), "$warning"))


def _row(drill: Drill, done: Sequence[DrillRun], *, waits: bool) -> Content:
    """A drill with its last results, or that a question waits in it."""
    rates = [run.hit_rate for run in done[:_LAST] if run.tried]
    last = f"  last: {', '.join(rates)}" if rates else ""
    told = literal("  a question waits" if waits else last, "$accent")
    return joined(literal(drill.label, "bold"), told, "\n", literal(drill.does, "$quiet"))


def screen_for(coach: Coach, drill: Drill, story: str = "", seed: int | None = None) -> CoachScreen:
    """The screen of a drill that begins now. Raises InputError when there is nothing to drill with."""
    drills = drills_of(coach)
    if drill is Drill.COMPASS:
        return CompassScreen(drills)
    return DrillScreen(drills.open(drill, story, seed), coach.settings.meters)
