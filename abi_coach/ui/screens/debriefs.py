"""Interviews and the state of their debriefs; what waits to be told is opened at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.errors import InputError
from abi_coach.ui.hanging import spaced
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.coach import Coach
    from abi_coach.services.interview import ListedInterview


class DebriefsScreen(CoachScreen):
    """`DebriefsScreen(coach)`. A draft, an interview that is just over, or the first debrief ever opens by itself."""

    PLACE = "Debrief"
    CSS_PATH = "debriefs.tcss"
    KEYS: ClassVar[Keys] = (
        ("enter", "open"),
        ("n", "new"),
        ("h", "hot"),
        ("c", "cold"),
        ("o", "outcome"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("n", "start_new", "A new debrief"),
        ("h", "open_form('hot')", "Hot"),
        ("c", "open_form('cold')", "Cold"),
        ("o", "open_form('outcome')", "Outcome"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._listed: tuple[ListedInterview, ...] = ()

    def compose_body(self) -> ComposeResult:
        """A word on what to do, and the list."""
        yield Static(id="lead")
        yield RowList(id="debriefs")

    def on_mount(self) -> None:
        """Open what was asked for, or what waits."""
        debriefs = self._coach.debriefs
        form, debriefs.asked_for = debriefs.asked_for or debriefs.waiting_form(), None
        if form is not None:
            self.app.push_screen(FormScreen(form, self._coach.monotonic))

    def on_screen_resume(self) -> None:
        """Show the list as it is now."""
        self._listed = self._coach.debriefs.listed()
        options = self.query_one("#debriefs", RowList)
        options.clear_options()
        options.add_options([Option(spaced(_row(one))) for one in self._listed])
        options.display = bool(self._listed)
        options.highlighted = 0 if self._listed else None
        lead = (
            "Enter goes on with the next form of an interview."
            if self._listed
            else "n tells an interview that is over."
        )
        self.show_keys(*(self.KEYS if self._listed else (("n", "new"), ("esc", "back"), ("?", "help"))))
        self.query_one("#lead", Static).update(literal(lead, "$quiet"))
        self.set_focus(options if self._listed else None)

    @on(OptionList.OptionSelected)
    def open_next_form(self) -> None:
        """Enter: what comes next for this interview."""
        self.action_open_form(None)

    def action_start_new(self) -> None:
        """Tell an interview that is not in the list."""
        self._open(self._coach.debriefs.new_id(), "hot")

    def action_open_form(self, which: str | None) -> None:
        """Open a form of the interview under the cursor: begin, resume or correct it."""
        place = self.query_one("#debriefs", RowList).highlighted
        if place is None:
            self.action_start_new()
        else:
            self._open(self._listed[place].entry, which)

    def _open(self, interview: str, which: str | None) -> None:
        try:
            form = self._coach.debriefs.open_form(interview, which)
        except InputError as error:
            self.notify(told(error), markup=False)
            return
        self.app.push_screen(FormScreen(form, self._coach.monotonic))


def _row(one: ListedInterview) -> Content:
    """One interview: its title, its day, and what is told of it."""
    states = [f"{name} {state}" for name, state in (("hot", one.hot), ("cold", one.cold)) if state]
    states += [one.result.replace("_", " ")] if one.result else []
    day = f"{one.at.astimezone():%Y-%m-%d}"
    return joined(literal(one.title, "bold"), "\n", literal(f"{day}  {' · '.join(states) or 'not told yet'}", "$quiet"))
