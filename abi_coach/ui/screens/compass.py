"""The curveball compass: type any question, and see where it points and why; nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.widgets import Input, Static

from abi_coach.domain.drill import Drill
from abi_coach.domain.drill_compass import LOST
from abi_coach.domain.errors import CoachError, InputError
from abi_coach.ui.messages import Saved, SaveFailed
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.typing_screen import TypingScreen
from abi_coach.ui.widgets.save_banner import SaveBanner

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.content import Content

    from abi_coach.domain.drill_compass import Bearing
    from abi_coach.domain.story import Story
    from abi_coach.services.drill import Drills
    from abi_coach.ui.screens.coach_screen import Keys

WAITED: Final = "You were typing this when you left."


class CompassScreen(TypingScreen):
    """`CompassScreen(drills)`: one question after another; each is on disk while it is typed."""

    PLACE = "Compass"
    AUTO_FOCUS = "#question"
    CSS_PATH = "drills.tcss"
    KEYS: ClassVar[Keys] = (("enter", "look"), ("esc", "back"))

    def __init__(self, drills: Drills) -> None:
        super().__init__()
        self._drills = drills
        self._entry, words = drills.begun_compass()
        self._words = " ".join(told(words).split())

    def compose_body(self) -> ComposeResult:
        """The box with what was being typed, and what comes of it."""
        yield Static(literal(Drill.COMPASS.does, "$quiet"))
        yield Input(self._words, id="question", select_on_focus=False)
        yield Static(literal(WAITED if self._words else "", "$quiet"), id="bearing")

    def compose_foot(self) -> ComposeResult:
        """The banner, while words are only on the screen."""
        yield SaveBanner()

    @on(Input.Changed, "#question")
    def take_words(self) -> None:
        """Take what stands in the box; it is on disk soon."""
        value = self.query_one("#question", Input).value
        if value != self._words:
            self._words = value
            self.mark_changed()

    def save_words(self) -> None:
        """Keep the question as it is typed so far."""
        self._drills.draft_compass(self._entry, self._words)

    def save_now(self) -> bool:
        """Take what stands in the box, and save."""
        self.take_words()
        return super().save_now()

    def words_kept(self) -> str:
        """The question."""
        return self._words

    def rescue_name(self) -> tuple[str, datetime]:
        """Named after the compass."""
        return "compass", self._drills.present

    @on(Input.Submitted, "#question")
    def show_bearing(self, event: Input.Submitted) -> None:
        """Show where the question points, and keep that it was looked at; one that was not kept stays in the box."""
        event.stop()
        self.take_words()
        place = self.query_one("#bearing", Static)
        try:
            bearing, stories = self._drills.compass(self._words)
        except InputError as error:
            place.update(literal(str(error), "$warning"))
            return
        place.update(_shown(bearing, stories))
        try:
            self._drills.keep_compass(bearing, stories, self._entry)
        except CoachError as error:
            self.keeper.is_dirty = True
            self.post_message(SaveFailed(error))
            return
        self._begin_another(event.input)

    def _begin_another(self, box: Input) -> None:
        """The box is empty for the next question."""
        self.keeper.is_dirty = False
        self.post_message(Saved())
        self._entry, self._words = self._drills.begun_compass()
        box.value = self._words


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
