"""The curveball compass: type any question, and see where it points and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input, Static

from abi_coach.domain.drill import Drill
from abi_coach.domain.drill_compass import LOST
from abi_coach.domain.errors import CoachError
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from abi_coach.domain.drill_compass import Bearing
    from abi_coach.domain.story import Story
    from abi_coach.services.drill import Drills


class CompassScreen(CoachScreen):
    """`CompassScreen(drills)`: one question after another."""

    PLACE = "Compass"
    AUTO_FOCUS = "#question"
    CSS_PATH = "drills.tcss"
    KEYS: ClassVar[Keys] = (("enter", "look"), ("esc", "back"))

    def __init__(self, drills: Drills) -> None:
        super().__init__()
        self._drills = drills

    def compose_body(self) -> ComposeResult:
        """The box, and what comes of it."""
        yield Static(literal(Drill.COMPASS.does, "$quiet"))
        yield Input(id="question")
        yield Static(id="bearing")

    @on(Input.Submitted)
    def show_bearing(self, event: Input.Submitted) -> None:
        """Show where the question points, and keep that it was looked at."""
        event.stop()
        place = self.query_one("#bearing", Static)
        event.input.clear()
        try:
            bearing, stories = self._drills.compass(event.value)
            place.update(_shown(bearing, stories))
            self._drills.keep_compass(bearing, stories)
        except CoachError as error:
            place.update(literal(str(error), "$warning"))


def _shown(bearing: Bearing, stories: dict[str, Story]) -> Content:
    parts: list[str | Content] = [literal(f"{bearing.question}\n\n", "bold")]
    if bearing.is_lost:
        return joined(*parts, LOST)
    for title, pointers in (("It may be about", bearing.areas), ("Families", bearing.families)):
        if pointers:
            parts.append(literal(f"{title}\n", "$accent"))
        for pointer in pointers:
            parts += [f"  {pointer.label:<16}", literal(f"{', '.join(pointer.fired)}\n", "$quiet")]
    parts.append(literal("\nStories that fit\n", "$accent"))
    parts += [f"  {story.title}\n" for story in stories.values()]
    if not stories:
        parts.append(literal("  none yet\n", "$quiet"))
    return joined(*parts)
