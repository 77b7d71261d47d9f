"""The plan: at most three actions, why, and the document as it will be written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Markdown, Static

from abi_coach.domain.chart import bar
from abi_coach.domain.errors import CoachError, InputError
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.plan import Plan, PlannedItem
    from abi_coach.services.coach import Coach

_BAR_CELLS = 20


class PlanScreen(CoachScreen):
    """What to do next and why; `v` turns to the rendered document, `w` writes it."""

    PLACE = "Plan"
    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = ""
    KEYS: ClassVar[Keys] = (("w", "write"), ("v", "view"), ("e", "explain"), ("p", "practise"), ("esc", "back"))
    BINDINGS: ClassVar[list[BindingType]] = [
        ("w", "write_plan", "Write the plan to a file"),
        ("v", "turn_page", "Actions or document"),
        ("e", "explain_numbers", "Show the numbers"),
        ("p", "app.open_place('practice')", "Practise"),
        ("enter", "app.open_place('practice')", "Practise"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._plans = coach.plans
        self._made = coach.plans.make()
        self._explained = False

    def compose_body(self) -> ComposeResult:
        """The actions; the document behind them."""
        yield Static(id="saved")
        yield Static(self._actions(), id="actions")
        yield Markdown(id="document", open_links=False)

    def about(self) -> str:
        """How much it rests on."""
        return self._made.headline

    def action_turn_page(self) -> None:
        """Turn from the actions to the document, and back."""
        document, actions = self.query_one(Markdown), self.query_one("#actions")
        if actions.display:
            try:
                document.update(self._plans.render(self._made))
            except CoachError as error:
                self.notify(told(error), severity="error", markup=False)
                return
        document.set_class(actions.display, "-shown")
        actions.display = not actions.display

    def action_explain_numbers(self) -> None:
        """Show or hide how each number comes about."""
        self._explained = not self._explained
        self.query_one("#actions", Static).update(self._actions())

    def action_write_plan(self, replace: bool = False) -> None:  # noqa: FBT002 - a key's argument
        """Write the document into the home's plans and keep the plan for the next review."""
        saved = self.query_one("#saved", Static)
        try:
            path = self._plans.default_path(self._made)
            self._plans.write(self._made, path, self._plans.render(self._made), replace=replace)
        except InputError as error:
            saved.update(literal(f"{error} Your file is kept as it is.", "$warning"))
        except CoachError as error:
            saved.update(literal(str(error), "$error"))
        else:
            saved.update(literal(f"Written to {path}", "$success"))

    def _actions(self) -> Content:
        if not self._made.priorities:
            return joined(
                literal("Nothing can be named yet.\n", "bold"),
                literal("Answer three questions (p), or debrief an interview, and come back.", "$quiet"),
            )
        shown = [self._action(number, item) for number, item in enumerate(self._made.priorities, 1)]
        return joined(*shown, *_lines("Not known yet", [one.text for one in self._made.unknown[:3]]))

    def _action(self, number: int, planned: PlannedItem) -> Content:
        priority, action = planned.priority, planned.action
        share = bar(priority.points / 100, _BAR_CELLS)
        numbers = literal(f"{share} {priority.points:.1f} of 100\n", "$quiet")
        thin = literal("little evidence, so measure first\n", "$quiet") if priority.is_thin else ""
        parts: list[str | Content] = [
            literal(f"{number}  ", "$accent bold"), literal(f"{priority.label}\n", "bold"),
            numbers, thin,
            f"{action.sentence}\n",
            literal(f"Why      {action.because}\n", "$quiet"),
            literal(f"When     {action.minutes} min, done by {action.due:%d %b}\n", "$quiet"),
            *(literal(f"Know by  {measure.sentence}\n", "$quiet") for measure in action.measures),
        ]  # fmt: skip
        if self._explained:
            parts += [literal(f"Sum      {planned.sum}\n", "$accent"), *self._table(planned)]
        return joined(*parts, "\n")

    @staticmethod
    def _table(planned: PlannedItem) -> list[Content]:
        rows: list[Content] = []
        for row in planned.explanation.rows:
            rows.append(literal(f"  {row.letter}  {row.points:>5.1f}  {row.name}: {row.formula}\n"))
            rows += [literal(f"            {line.on or '':10}  {line.text}\n", "$quiet") for line in row.lines]
        return rows

    @property
    def made(self) -> Plan:
        """The plan on the screen."""
        return self._made


def _lines(title: str, texts: list[str]) -> list[Content]:
    if not texts:
        return []
    return [literal(f"{title}\n", "bold"), *(literal(f"· {text}\n", "$quiet") for text in texts)]
