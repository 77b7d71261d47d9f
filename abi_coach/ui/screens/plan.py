"""The plan: at most three actions, why, and the document as it will be written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import Markdown, OptionList, Static
from textual.widgets.option_list import Option

from abi_coach.domain.errors import CoachError, InputError
from abi_coach.services.plan_actions import PlanActions
from abi_coach.services.plan_file import PlanFile
from abi_coach.services.plan_words import open_words
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.plan_view import action_of, nothing_yet, overview_of, unknown_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from abi_coach.domain.action import Action
    from abi_coach.domain.plan import Plan
    from abi_coach.services.coach import Coach

_KEYS: Keys = (("t", "tick"), ("i", "my words"), ("v", "document"), ("w", "write"), ("e", "numbers"), ("esc", "back"))
_ASKING: Keys = (("y", "write over it"), ("n", "leave it"))


class PlanScreen(CoachScreen):
    """What to do next and why; `v` turns to the rendered document, `w` writes it, `t` and `i` change an action."""

    PLACE = "Plan"
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = "#actions"
    KEYS: ClassVar[Keys] = _KEYS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "write_plan", "Write the plan to a file"),
        Binding("y", "write_over", "Write over the edited file", show=False),
        Binding("n", "leave_file", "Leave the edited file", show=False),
        Binding("v", "turn_page", "Actions or document"),
        Binding("e", "explain_numbers", "Show the numbers"),
        Binding("t", "tick_action", "Tick the action"),
        Binding("i", "edit_words", "Put the action into your own words"),
        Binding("c", "copy_plan", "Copy the document"),
        Binding("f4", "edit_document", "Open the document in $EDITOR"),
        Binding("p", "app.open_place('practice')", "Practise"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._ascii = "NO_COLOR" in os.environ
        self._made = coach.plans.make()
        self._explained = False
        self._is_asking = False
        self._is_stale = False

    def compose_body(self) -> ComposeResult:
        """What changed, the actions, what is not known; the document behind them."""
        yield Static(id="saved")
        yield Static(overview_of(self._made), id="overview")
        yield OptionList(id="actions")
        yield Static(unknown_of(self._made), id="unknown")
        yield Markdown(id="document", open_links=False)

    def about(self) -> str:
        """How much it rests on."""
        return self._made.headline

    def on_mount(self) -> None:
        """Show the actions."""
        self._show_actions()

    def on_screen_resume(self) -> None:
        """Coming back from a form or from practice, things may have changed."""
        if self._is_stale:
            self._remake()
        self._is_stale = True

    def on_option_list_option_selected(self) -> None:
        """Enter: practise."""
        self.app.action_open_place("practice")  # type: ignore[attr-defined] # the app is a CoachApp

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Yes and no mean something only while the file is asked about."""
        if action in {"write_over", "leave_file"}:
            return self._is_asking
        return super().check_action(action, parameters)

    def action_turn_page(self) -> None:
        """Turn from the actions to the document, and back."""
        document = self.query_one(Markdown)
        shows = not document.has_class("-shown")
        if shows:
            try:
                document.update(self._file.rendered())
            except CoachError as error:
                self._say(str(error), "$error")
                return
        document.set_class(shows, "-shown")
        for part in ("#overview", "#actions", "#unknown"):
            self.query_one(part).display = not shows
        self.set_focus(None if shows else self.query_one("#actions"))

    def action_explain_numbers(self) -> None:
        """Show or hide how each number comes about."""
        self._explained = not self._explained
        self._show_actions()

    def action_tick_action(self) -> None:
        """Tick the action under the cursor: the person's word, kept as such."""
        if action := self._chosen():
            self._change(lambda: f"Ticked. It closes when the evidence agrees: {self._actions.tick(action.id).item}.")

    def action_edit_words(self) -> None:
        """Put the action under the cursor into one's own words."""
        if action := self._chosen():
            coach = self._coach
            form = open_words(coach.plans, coach.journal, coach.clock, action.id)
            self.app.push_screen(FormScreen(form, coach.monotonic))

    def action_copy_plan(self) -> None:
        """Copy the document."""
        self._change(self._copied)

    def action_write_plan(self) -> None:
        """Write the document into the home's plans and keep the plan; a file that was edited is asked about."""
        try:
            self._say(f"Written to {self._file.write()}", "$success")
        except InputError as error:
            self._ask(f"{error.args[0]} Write over it?")
        except CoachError as error:
            self._say(str(error), "$error")

    def action_write_over(self) -> None:
        """Yes: write over the edited file."""
        self._answered()
        self._change(lambda: f"Written to {self._file.write(replace=True)}")

    def action_leave_file(self) -> None:
        """No: leave it."""
        self._answered()
        self._say("Your file is as it was.", "$quiet")

    def action_edit_document(self) -> None:
        """Open the document in the person's editor; what they change is kept as their file."""
        self._change(self._edited)

    def _edited(self) -> str:
        before = self._file.text_to_edit()
        after = edit_outside(self.app, before)
        if after == before.rstrip("\n"):
            return "Nothing was changed."
        return f"Your version is in {self._file.write_edited(after)}"

    def _copied(self) -> str:
        self.app.copy_to_clipboard(self._file.rendered())
        return "Copied, where this terminal allows it."

    def _change(self, change: Callable[[], str]) -> None:
        """Do something that may fail, say how it went, and show the plan as it is now."""
        try:
            self._say(change(), "$success")
        except CoachError as error:
            self._say(str(error), "$error")
        else:
            self._remake()

    def _ask(self, question: str) -> None:
        self._is_asking = True
        self.show_keys(*_ASKING)
        self._say(f"{question} y / n", "$warning")

    def _answered(self) -> None:
        self._is_asking = False
        self.show_keys(*_KEYS)

    def _say(self, text: str, style: str) -> None:
        self.query_one("#saved", Static).update(literal(text, style))

    def _remake(self) -> None:
        self._made = self._coach.plans.make()
        self._show_actions()

    def _show_actions(self) -> None:
        actions = self.query_one("#actions", OptionList)
        place = actions.highlighted or 0
        shown = [
            Option(action_of(number, item, ascii_only=self._ascii, explained=self._explained))
            for number, item in enumerate(self._made.priorities, 1)
        ]
        actions.clear_options()
        actions.add_options(shown or [Option(nothing_yet())])
        actions.highlighted = min(place, len(shown) - 1) if shown else None
        self.query_one("#overview", Static).update(overview_of(self._made))
        self.query_one("#unknown", Static).update(unknown_of(self._made))

    def _chosen(self) -> Action | None:
        place = self.query_one("#actions", OptionList).highlighted
        actions = self._made.actions
        return actions[place] if place is not None and place < len(actions) else None

    @property
    def _actions(self) -> PlanActions:
        return PlanActions(self._coach.plans)

    @property
    def _file(self) -> PlanFile:
        return PlanFile(self._coach.plans, self._made, ascii_charts=self._ascii)

    @property
    def made(self) -> Plan:
        """The plan on the screen."""
        return self._made
