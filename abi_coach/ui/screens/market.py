"""Market: what is asked for and paid, who asks, and whom you know."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.errors import CoachError
from abi_coach.domain.skill_level import SkillLevel
from abi_coach.ui.safe import literal, told
from abi_coach.ui.screens import market_panels as panels
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from abi_coach.services.coach import Coach
    from abi_coach.services.open_form import OpenForm


class MarketScreen(CoachScreen):
    """`MarketScreen(coach)`: five sections in one list; Enter opens what stands under the cursor."""

    PLACE = "Market"
    AUTO_FOCUS = ""
    CSS_PATH = "market.tcss"
    KEYS: ClassVar[Keys] = (
        ("enter", "open"),
        ("n", "new"),
        ("a", "advert"),
        ("f", "fit"),
        ("u", "pulse"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("n", "open_new", "New in this section"),
        ("a", "open_form('advert')", "Take in an advert"),
        ("p", "open_form('pay')", "Keep pay that was named"),
        ("b", "open_form('baseline')", "Rate today's job"),
        ("c", "open_form('company')", "Rate a company"),
        ("f", "open_form('fit')", "Take it or pass"),
        ("o", "open_form('contact')", "Keep somebody you met"),
        ("t", "touch_contact", "You were in touch today"),
        ("u", "open_form('pulse')", "Take the market's pulse"),
        ("r", "app.open_place('reflect')", "Reflect"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._career = coach.career
        self._rows: list[panels.Row | None] = []
        self._new: dict[str, Callable[[], OpenForm]] = {
            "advert": self._career.adverts.open_form,
            "pay": self._career.pay.open_form,
            "baseline": self._career.scorecards.open_baseline,
            "company": self._career.scorecards.open_form,
            "fit": self._career.fit.open_form,
            "contact": self._career.contacts.open_form,
            "pulse": self._career.pulses.open_form,
        }

    def compose_body(self) -> ComposeResult:
        """One list of everything."""
        yield RowList(id="market")

    def compose_foot(self) -> ComposeResult:
        """What Enter does here, always in sight."""
        yield Static(id="does")

    def about(self) -> str:
        """How old the last pulse is."""
        pulse = self._career.pulses.last()
        return f"last pulse {pulse.on:%d %b %Y}" if pulse else "no pulse yet"

    def on_screen_resume(self) -> None:
        """Show everything as it is now, with the cursor where it was."""
        options = self.query_one("#market", RowList)
        place = options.highlighted
        self._rows = []
        options.clear_options()
        for section in panels.sections(self._career):
            title = literal(f"\n{section.title}" if self._rows else section.title, "$accent")
            options.add_option(Option(title, disabled=True))
            options.add_options([Option(row.shown) for row in section.rows])
            self._rows += [None, *section.rows]
        options.highlighted = place if place is not None and place < len(self._rows) else 1
        self.set_focus(options, scroll_visible=False)

    @on(OptionList.OptionHighlighted)
    def show_what_enter_does(self) -> None:
        """Say what Enter does with the row under the cursor."""
        row = self._row
        self.query_one("#does", Static).update(literal(_DOES[row.section] if row and row.name else "", "$quiet"))

    @on(OptionList.OptionSelected)
    def open_row(self) -> None:
        """Enter: what stands under the cursor, or a new one where nothing is."""
        row = self._row
        if row is None or not row.name:
            self.action_open_new()
        elif row.section == panels.SKILLS:
            self._turn_level(row.name)
        else:
            self._open(lambda: self._form_of(row))

    def action_open_new(self) -> None:
        """Something new in the section of the cursor."""
        row = self._row
        self.action_open_form(_NEW[row.section] if row else "advert")

    def action_open_form(self, name: str) -> None:
        """Open the form for something new; one that was left half-way is gone on with."""
        self._open(self._new[name])

    def action_touch_contact(self) -> None:
        """Note that there was contact today with the person under the cursor."""
        row = self._row
        if row is not None and row.section == panels.PEOPLE and row.name:
            name = self._career.contacts.touch(row.name).name
            self.notify(str(literal(f"In touch with {name} today.")), markup=False)
            self.on_screen_resume()

    def _form_of(self, row: panels.Row) -> OpenForm:
        if row.section == panels.PAY:
            return self._career.pay.open_form(row.name)
        if row.section == panels.DECISIONS:
            return self._career.fit.open_look_back(row.name)
        if row.section == panels.PEOPLE:
            return self._career.contacts.open_form(row.name)
        cards = self._career.scorecards
        return cards.open_baseline() if cards.get(row.name).is_baseline else cards.open_form(row.name)

    def _turn_level(self, skill: str) -> None:
        """Strong, rusty, missing, and around again."""
        levels = list(SkillLevel)
        now = self._career.skills.levels().get(skill)
        self._career.skills.set_level(skill, levels[(levels.index(now) + 1) % len(levels)] if now else levels[0])
        self.on_screen_resume()
        place = next((at for at, row in enumerate(self._rows) if row and row.name == skill), 1)
        self.query_one("#market", RowList).highlighted = place

    def _open(self, form: Callable[[], OpenForm]) -> None:
        try:
            self.app.push_screen(FormScreen(form(), self._coach.monotonic))
        except CoachError as error:
            self.notify(told(error), severity="error", markup=False)

    @property
    def _row(self) -> panels.Row | None:
        place = self.query_one("#market", RowList).highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None


_DOES = {
    panels.SKILLS: "Enter says how you stand: strong, rusty, missing.",
    panels.PAY: "Enter changes it.",
    panels.COMPANIES: "Enter changes the scorecard.",
    panels.DECISIONS: "Enter looks back on it.",
    panels.PEOPLE: "Enter changes it; t: you were in touch today.",
}
_NEW = {
    panels.SKILLS: "advert",
    panels.PAY: "pay",
    panels.COMPANIES: "company",
    panels.DECISIONS: "fit",
    panels.PEOPLE: "contact",
}
