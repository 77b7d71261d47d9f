"""Old attempts, the newest first; Enter reads the takes of a question side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.competency import Competency
from abi_coach.services.history import Asked, History
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.takes import TakesScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.coach import Coach
    from abi_coach.services.history import PastAttempt

MOST_ROWS: Final = 500
"""So many attempts are listed; `abi practice history` tells all."""


class HistoryScreen(CoachScreen):
    """`HistoryScreen(coach)`: `c` shows one competency after another."""

    PLACE = "History"
    AUTO_FOCUS = ""
    CSS_PATH = "history.tcss"
    KEYS: ClassVar[Keys] = (("enter", "read the takes"), ("c", "competency"), ("esc", "back"), ("?", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [("c", "turn_competency", "Another competency")]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._history = History(coach.journal, coach.stories)
        self._filters: tuple[Competency | None, ...] = (None, *Competency)
        self._filter = 0
        self._rows: list[PastAttempt] = []

    def compose_body(self) -> ComposeResult:
        """What is listed, and the list."""
        yield Static(id="lead")
        yield RowList(id="attempts")

    def on_mount(self) -> None:
        """Show what there is."""
        self.show_attempts()

    def show_attempts(self) -> None:
        """List the attempts that fit the filter."""
        chosen = self._filters[self._filter]
        self._rows = self._history.listed(Asked(competency=chosen, limit=MOST_ROWS))
        options = self.query_one("#attempts", RowList)
        options.clear_options()
        options.add_options([Option(_row(row)) for row in self._rows])
        options.display = bool(self._rows)
        options.highlighted = 0 if self._rows else None
        self.set_focus(options if self._rows else None, scroll_visible=False)
        self.query_one("#lead", Static).update(literal(self._lead(chosen), "$quiet"))

    def action_turn_competency(self) -> None:
        """Go on to the next competency that was practised; after the last one, to all."""
        met = {row.competency for row in self._history.listed()}
        for step in range(1, len(self._filters) + 1):
            place = (self._filter + step) % len(self._filters)
            chosen = self._filters[place]
            if chosen is None or chosen.value in met:
                self._filter = place
                break
        self.show_attempts()

    @on(OptionList.OptionSelected)
    def read_takes(self, event: OptionList.OptionSelected) -> None:
        """Open every take of the question under the cursor."""
        row = self._rows[event.option_index]
        if self._history.takes(row.question):
            self.app.push_screen(TakesScreen(self._coach, self._history, row.question))
        else:
            self.query_one("#lead", Static).update(literal("It was skipped: nothing was said.", "$quiet"))

    def _lead(self, chosen: Competency | None) -> str:
        if not self._rows:
            return "Nothing practised yet. Practise once, and every take can be read here."
        more = f", the newest {MOST_ROWS}" if len(self._rows) == MOST_ROWS else ""
        return f"{chosen.label if chosen else 'All attempts'}: {len(self._rows)}{more}."


def _row(row: PastAttempt) -> Content:
    head = f"{row.at.astimezone():%Y-%m-%d}  {row.rated:<9} {row.length:<10} "
    return joined(literal(head, "$quiet"), row.prompt)
