"""What the Banks screen shows: a search line, filters, a list, and what is under the cursor, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Kind, Level
from abi_coach.services.question_search import MOST, Wanted
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.widgets.choice_list import ChoiceList, Row
from abi_coach.ui.widgets.labelled_text import LabelledText
from abi_coach.ui.widgets.line_list import LineList

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from abi_coach.services.coach import Coach

WIDE_FROM: Final = 100
"""Columns from which the list and the text stand side by side."""
SHORT_LINES: Final = 16
"""Below this height, space is saved."""
MOST_FILTERED: Final = 5_000
_ANY: Final = ("", "any")


class BanksView(CoachScreen):
    """The parts and their places; on a narrow terminal the list and the text take turns."""

    PLACE = "Banks"
    PAGE_COLUMNS = 150
    CSS_PATH = "banks.tcss"
    KEYS: ClassVar[Keys] = (("enter", "read"), ("f2", "files"), ("f3", "filters"), ("f4", "edit"), ("esc", "back"))

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach

    def compose_body(self) -> ComposeResult:
        """Search, filters, list, text."""
        yield Input(id="search", placeholder="Search: words, skills, ids; misspelt is fine")
        yield Static(id="note")
        yield ChoiceList(self._filters(), id="filters")
        with Horizontal(id="parts"):
            yield LineList(id="list")
            with VerticalScroll(id="reading", can_focus=True):
                yield LabelledText(id="text")

    def on_resize(self, event: events.Resize) -> None:
        """Two columns only where there is room for both."""
        self.set_class(event.size.width >= WIDE_FROM, "-wide")
        self.set_class(event.size.height < SHORT_LINES, "-short")

    @property
    def is_reading(self) -> bool:
        """Whether the text has the screen, or the keys, for itself."""
        return self.has_class("-reading")

    def show_note(self, text: str) -> None:
        """Say something quietly under the search line; nothing takes no line."""
        note = self.query_one("#note", Static)
        note.update(literal(text, "$quiet"))
        note.display = bool(text)

    def show_reading(self, *, reading: bool) -> None:
        """Give the text the keys, or give them back to the search."""
        self.set_class(reading, "-reading")
        self.query_one(LineList).set_class(not reading, "-led")
        self.query_one("#reading" if reading else "#search").focus()

    def show_filters(self, *, shown: bool) -> None:
        """Open or close the filters."""
        filters = self.query_one("#filters", ChoiceList)
        filters.display = shown
        (filters if shown else self.query_one("#search")).focus()

    def filter_value(self, key: str) -> str | None:
        """What a filter is set to; None for any."""
        return self.query_one("#filters", ChoiceList).value(key) or None

    def wanted(self) -> Wanted:
        """What the words and the filters ask for."""
        words, difficulty = self.query_one("#search", Input).value, self.filter_value("difficulty")
        names = {key: self.filter_value(key) for key in ("bank", "kind", "competency", "level")}
        limit = MOST if words.strip() else MOST_FILTERED
        return Wanted(words, **names, difficulty=int(difficulty) if difficulty else None, limit=limit)

    def filters_told(self) -> str:
        """The filters that are set, in words."""
        rows = self.query_one("#filters", ChoiceList).rows
        return " · ".join(row.options[row.chosen][1] for row in rows if row.value)

    def action_lead_list(self, by: int) -> None:
        """Move in the list while the words are typed."""
        self.query_one(LineList).action_move_cursor(by)

    def action_lead_page(self, by: int) -> None:
        """Move by a page while the words are typed."""
        self.query_one(LineList).action_move_page(by)

    def action_search_again(self) -> None:
        """Go back to the search line."""
        self.show_reading(reading=False)

    def action_switch_filters(self) -> None:
        """Open or close the filters."""
        self.show_filters(shown=not self.query_one("#filters").display)

    def _filters(self) -> list[Row]:
        return [
            Row("bank", "Role", [_ANY]),
            Row("kind", "Kind", [_ANY, *((kind.value, kind.label) for kind in Kind)]),
            Row("competency", "About", [_ANY, *((one.value, one.label) for one in Competency)]),
            Row("level", "Level", [_ANY, *((level.value, level.value) for level in Level)]),
            Row("difficulty", "Difficulty", [_ANY, ("1", "expected"), ("2", "a trade-off"), ("3", "hard")]),
        ]

    def offer_banks(self) -> None:
        """Put the banks into the first filter, once they are read."""
        heads = self._coach.library.heads
        roles = sorted(heads.values(), key=lambda head: head.title.casefold())
        self.query_one("#filters", ChoiceList).rows[0].options = [_ANY, *((head.id, head.title) for head in roles)]
