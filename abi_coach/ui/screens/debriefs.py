"""Interviews and the state of their debriefs; what waits to be told is opened at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.errors import CoachError, InputError
from abi_coach.domain.when_text import day_text
from abi_coach.ui.hanging import spaced
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.follow_up import FollowUp
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
        ("a", "app.open_place('interview')", "Add an interview that is to come"),
        ("h", "open_form('hot')", "Hot"),
        ("c", "open_form('cold')", "Cold"),
        ("o", "open_form('outcome')", "Outcome"),
        ("f", "finish_follow_up", "The message that is due was sent"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._listed: tuple[ListedInterview, ...] = ()
        self._due: dict[str, FollowUp] = {}

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
        """Show the list as it is now, the cursor on the first message that is due."""
        self._listed = self._coach.debriefs.listed()
        self._due = {one.step.interview: one.step for one in reversed(self._coach.follow_ups.due())}
        options = self.query_one("#debriefs", RowList)
        options.clear_options()
        options.add_options([Option(spaced(_row(one, self._due.get(one.entry)))) for one in self._listed])
        options.display = bool(self._listed)
        first = next((place for place, one in enumerate(self._listed) if one.entry in self._due), 0)
        options.highlighted = first if self._listed else None
        lead = (
            "Enter goes on with the next form of an interview."
            if self._listed
            else "n tells an interview that is over."
        )
        self.show_keys(*self._keys())
        self.query_one("#lead", Static).update(literal(lead, "$quiet"))
        self.set_focus(options if self._listed else None, scroll_visible=False)

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

    def action_finish_follow_up(self) -> None:
        """Note that what is due for the interview under the cursor was done today."""
        place = self.query_one("#debriefs", RowList).highlighted
        step = None if place is None else self._due.get(self._listed[place].entry)
        if step is None:
            self.notify("No message is due for this interview.", markup=False)
            return
        try:
            self._coach.follow_ups.mark_done(step.id)
        except CoachError as error:
            self.notify(told(error), severity="error", markup=False)
            return
        self.notify("Noted: it was sent.", markup=False)
        self.on_screen_resume()

    def _keys(self) -> Keys:
        if not self._listed:
            return (("n", "new"), ("esc", "back"), ("?", "help"))
        if not self._due:
            return self.KEYS
        return (("enter", "open"), ("f", "sent"), ("n", "new"), ("o", "outcome"), ("esc", "back"), ("?", "help"))

    def _open(self, interview: str, which: str | None) -> None:
        try:
            form = self._coach.debriefs.open_form(interview, which)
        except InputError as error:
            self.notify(told(error), markup=False)
            return
        self.app.push_screen(FormScreen(form, self._coach.monotonic))


def _row(one: ListedInterview, due: FollowUp | None) -> Content:
    """One interview: its title, its day, what is told of it, and the message that is due, if one is."""
    states = [f"{name} {state}" for name, state in (("hot", one.hot), ("cold", one.cold)) if state]
    states += [one.result.replace("_", " ")] if one.result else []
    day = f"{one.at.astimezone():%Y-%m-%d}"
    told_of = literal(f"{day}  {' · '.join(states) or 'not told yet'}", "$quiet")
    sentence = literal(f"\nDue since {day_text(due.due_on)}: {due.sentence}", "$accent") if due else ""
    return joined(literal(one.title, "bold"), "\n", told_of, sentence)
