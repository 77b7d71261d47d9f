"""Stories: each with the families that it serves, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.counting import number_word
from abi_coach.domain.drill import Drill
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens import story_panels as panels
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.drills import screen_for
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.story import StoryScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.coverage import Coverage
    from abi_coach.services.coach import Coach

_EMPTY: Final = (
    "A story is something you did, told so that several questions can draw on it.\n"
    "Press a to tell your first one; {enough} for most interviews."
)


class StoriesScreen(CoachScreen):
    """`StoriesScreen(coach)`: the list is the matrix; below it what to tell next."""

    PLACE = "Stories"
    AUTO_FOCUS = ""
    CSS_PATH = "stories.tcss"
    KEYS: ClassVar[Keys] = (
        ("enter", "read"),
        ("a", "add"),
        ("e", "edit"),
        ("r", "retire"),
        ("z", "retired ones"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin_shelf", show=False),
        ("a", "add_story", "Add a story"),
        ("e", "edit_story", "Edit the story"),
        ("r", "retire_story", "Retire the story, or bring it back"),
        ("l", "start_ladder", "Tell the story in 30, 60, 90 and 180 seconds"),
        ("z", "turn_shelf", "Kept or retired stories"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._stories = coach.stories
        self._entries: list[str] = []
        self._shows_retired = False
        self._asked = ""

    def compose_body(self) -> ComposeResult:
        """A word on what to do, the list, and what is missing."""
        yield Static(id="lead")
        yield Static(id="heads")
        yield RowList(id="stories")
        yield Static(id="advice")

    def compose_foot(self) -> ComposeResult:
        """The question before a story is put away; always in sight."""
        yield Static(id="asked")

    def on_screen_resume(self) -> None:
        """Show the stories as they are now."""
        self.show_stories()

    def on_resize(self, _event: events.Resize) -> None:
        """Titles get the room that there is."""
        self.show_stories()

    def show_stories(self) -> None:
        """Show the list, its heads, and the advice."""
        self._asked = ""
        self._ask(None)
        covered = self._coverage()
        options = self.query_one("#stories", RowList)
        place = options.highlighted or 0
        self._entries = [row.entry for row in covered.rows] or list(self._stories.drafts())
        options.clear_options()
        options.add_options([Option(panels.row(row, self._width)) for row in covered.rows] or self._drafts())
        options.display = bool(self._entries)
        options.highlighted = min(place, len(self._entries) - 1) if self._entries else None
        self.query_one("#heads", Static).update(panels.heads(self._width) if covered.rows else literal(""))
        self.query_one("#advice", Static).update(literal("") if self._shows_retired else panels.advice(covered))
        self._lead(covered)
        self.show_keys(*(self.KEYS if self._entries else panels.keys_of_empty(retired=self._shows_retired)))
        self.set_focus(options if self._entries else None, scroll_visible=False)

    @on(OptionList.OptionSelected)
    def read_story(self) -> None:
        """Enter: the whole story; a draft is gone on with."""
        entry = self._entry()
        if entry in self._stories.kept() or entry in self._stories.kept(retired=True):
            self.app.push_screen(StoryScreen(self._stories, entry))
        else:
            self._open(entry)

    def action_begin_shelf(self) -> None:
        """Enter where there is no story: tell the first one."""
        if not self._entries and not self._shows_retired:
            self.action_add_story()

    def action_add_story(self) -> None:
        """Tell a new story; one that was left half-way is gone on with."""
        unfinished = [entry for entry in self._stories.drafts() if entry not in self._stories.kept()]
        self._open(unfinished[0] if unfinished else None)

    def action_edit_story(self) -> None:
        """Change the story under the cursor."""
        if self._entries:
            self._open(self._entry())

    def action_turn_shelf(self) -> None:
        """Show the retired stories, or those that are kept."""
        self._shows_retired = not self._shows_retired
        self.show_stories()

    def action_start_ladder(self) -> None:
        """Tell the story under the cursor against the clock."""
        if self._entry_is_kept():
            self.app.push_screen(screen_for(self._coach, Drill.LADDER, self._entry()))

    def action_retire_story(self) -> None:
        """Ask before the story under the cursor is put away; bringing one back needs no question."""
        if not self._entries:
            return
        if self._shows_retired:
            self._stories.retire(self._entry(), back=True)
            self.show_stories()
            return
        self._asked = self._entry()
        title = self._stories.get(self._asked).title
        asked = joined("Retire ", literal(f"“{title}”", "bold"), "? ", literal("y", "$accent bold"), " puts it away.")
        self._ask(asked)

    def on_key(self, event: events.Key) -> None:
        """The answer to whether a story is retired; any key but y keeps it."""
        if self._asked and event.key != "r":
            entry, self._asked = self._asked, ""
            if event.key == "y":
                self._stories.retire(entry)
                event.stop()
            self.show_stories()

    def _ask(self, asked: Content | None) -> None:
        place = self.query_one("#asked", Static)
        place.display = asked is not None
        place.update(asked or literal(""))

    def _open(self, entry: str | None) -> None:
        self.app.push_screen(FormScreen(self._stories.open_form(entry), self._coach.monotonic))

    def _entry_is_kept(self) -> bool:
        return bool(self._entries) and self._entry() in self._stories.kept()

    def _entry(self) -> str:
        return self._entries[self.query_one("#stories", RowList).highlighted or 0]

    @property
    def _width(self) -> int:
        """Columns for a line of the list."""
        return min(panels.WIDE, self.app.size.width) - panels.MARGIN

    def _coverage(self) -> Coverage:
        match = self._coach.library.match(self._coach.settings.practice.role or "common")
        weights = self._coach.library.head(match.bank).weights
        return self._stories.coverage(weights, retired=self._shows_retired)

    def _drafts(self) -> list[Option]:
        if self._shows_retired:
            self._entries = []
            return []
        return [Option(literal(f"{title or 'Untitled'} (draft)")) for title in self._stories.drafts().values()]

    def _lead(self, covered: Coverage) -> None:
        words = f"{covered.usable} of {covered.target} ready to tell."
        if self._shows_retired:
            words = "Retired stories; r brings one back." if covered.rows else "No story is retired."
        elif not self._entries:
            words = _EMPTY.format(
                enough="one is enough" if covered.target == 1 else f"{number_word(covered.target)} are enough"
            )
        self.query_one("#lead", Static).update(literal(words, "$quiet"))
