"""The plan: at most three actions, why, and the document as it will be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.widgets import Markdown, Static
from textual.widgets.option_list import Option

from abi_coach.domain.beginning import BUILD, is_practised
from abi_coach.domain.errors import CoachError
from abi_coach.services.plan_actions import PlanActions
from abi_coach.services.plan_words import open_words
from abi_coach.ui.hanging import spaced
from abi_coach.ui.screens.form import FormScreen
from abi_coach.ui.screens.plan_saving import PlanSaving
from abi_coach.ui.screens.plan_view import action_of, nothing_of, overview_of, unknown_of
from abi_coach.ui.screens.practice_setup import PracticeSetupScreen
from abi_coach.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from abi_coach.domain.action import Action
    from abi_coach.services.coach import Coach
    from abi_coach.ui.screens.coach_screen import Keys

_KEYS: Keys = (
    ("enter", "begin"),
    ("t", "tick"),
    ("v", "document"),
    ("w", "write"),
    ("e", "sums"),
    ("esc", "back"),
)
_DOCUMENT: Keys = (
    ("v", "actions"),
    ("w", "write"),
    ("c", "copy"),
    ("f4", "editor"),
    ("esc", "back"),
    ("?", "help"),
)
_OF_ACTIONS: Final = frozenset({"tick_action", "edit_words", "explain_numbers"})
"""What a key does to an action, and nothing while the document hides it."""

_NO_ACTION: Keys = (("enter", "practise"), ("v", "document"), ("esc", "back"), ("?", "help"))


class PlanScreen(PlanSaving):
    """What to do next and why; `v` turns to the rendered document, `w` writes it, `t` and `i` change an action."""

    PLACE = "Plan"
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = ""  # the page opens at its top, not at the list
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
        Binding("down,pagedown", "scroll_page(1)", "Down", show=False),
        Binding("up,pageup", "scroll_page(-1)", "Up", show=False),
        Binding("p", "app.open_place('practice')", "Practise"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach)
        self._explained = False
        self._is_stale = False

    def compose_body(self) -> ComposeResult:
        """What changed, the actions, what is not known; the document behind them."""
        yield Static(overview_of(self.made), id="overview")
        yield RowList(id="actions")
        yield Static(unknown_of(self.made), id="unknown")
        yield Markdown(id="document", open_links=False)

    def compose_foot(self) -> ComposeResult:
        """How the last thing went."""
        yield Static(id="saved")

    def about(self) -> str:
        """How much it rests on."""
        return self.made.headline

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done to an action that is out of sight."""
        if action in _OF_ACTIONS and self.is_mounted and self._is_document:
            return False
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Show the actions; the keys are theirs."""
        self._show_actions()
        self.query_one("#actions").focus(scroll_visible=False)

    def on_screen_resume(self) -> None:
        """Coming back from a form or from practice, things may have changed."""
        if self._is_stale:
            self.remake()
            self.query_one("#saved").remove_class("-shown")
        self._is_stale = True

    def on_option_list_option_selected(self) -> None:
        """Enter: begin what the action under the cursor asks for; practise, where that is done away from here."""
        action = self._chosen()
        if action and action.type == BUILD:
            self.app.action_open_place("story")  # type: ignore[attr-defined] # the app is a CoachApp
            return
        item = action.item if action and is_practised(action.type, action.item) else ""
        self.app.push_screen(PracticeSetupScreen(self.coach, self.made.role, item))

    def action_turn_page(self) -> None:
        """Turn from the actions to the document, and back."""
        document = self.query_one(Markdown)
        shows = not document.has_class("-shown")
        if shows:
            try:
                document.update(self.file.rendered())
            except CoachError as error:
                self.say(str(error), "$error")
                return
        document.set_class(shows, "-shown")
        for part in ("#overview", "#actions", "#unknown"):
            self.query_one(part).display = not shows
        self._show_usual_keys()
        actions = self.query_one("#actions", RowList)
        self.set_focus(None if shows else actions, scroll_visible=False)
        if not shows and actions.highlighted:
            actions.show_row()

    def action_explain_numbers(self) -> None:
        """Show or hide how each number comes about."""
        self._explained = not self._explained
        self._show_actions()
        self.query_one("#actions", RowList).show_row()

    def action_tick_action(self) -> None:
        """Tick the action under the cursor: the person's word, kept as such."""
        if action := self._chosen():
            self.change(lambda: f"Ticked. It closes when the evidence agrees: {self._actions.tick(action.id).item}.")
            self.query_one("#actions", RowList).show_row()

    def action_edit_words(self) -> None:
        """Put the action under the cursor into one's own words."""
        if action := self._chosen():
            coach = self.coach
            form = open_words(coach.plans, coach.journal, coach.clock, action.id)
            self.app.push_screen(FormScreen(form, coach.monotonic))

    def action_scroll_page(self, direction: int) -> None:
        """Move the document by a few lines."""
        self.query_one("#body").scroll_relative(y=5 * direction, animate=False)

    def remake(self) -> None:
        """Make the plan again and show it."""
        self.made = self.coach.plans.make()
        self._show_actions()

    def _show_actions(self) -> None:
        actions = self.query_one("#actions", RowList)
        place = actions.highlighted or 0
        shown = [
            Option(spaced(action_of(number, item, ascii_only=self.ascii_only, explained=self._explained)))
            for number, item in enumerate(self.made.priorities, 1)
        ]
        actions.clear_options()
        actions.add_options(shown or [Option(spaced(nothing_of(self.made)))])
        actions.highlighted = min(place, len(shown) - 1) if shown else 0
        for part, content in (("#overview", overview_of(self.made)), ("#unknown", unknown_of(self.made))):
            self.query_one(part, Static).update(content)
            self.query_one(part).set_class(not content.plain, "-empty")
        self._show_usual_keys()

    def _show_usual_keys(self) -> None:
        of_actions = _KEYS if self.made.priorities else _NO_ACTION
        self.usual_keys = _DOCUMENT if self._is_document else of_actions
        self.show_keys(*self.usual_keys)

    @property
    def _is_document(self) -> bool:
        return self.query_one(Markdown).has_class("-shown")

    def _chosen(self) -> Action | None:
        place = self.query_one("#actions", RowList).highlighted
        actions = self.made.actions
        return actions[place] if place is not None and place < len(actions) else None

    @property
    def _actions(self) -> PlanActions:
        return PlanActions(self.coach.plans)
