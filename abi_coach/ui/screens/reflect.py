"""Reflect: every question with the evidence of six months and the last answer, before anything is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Markdown, Static

from abi_coach.domain.errors import CoachError
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal, told
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys
from abi_coach.ui.screens.form import FormScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.reflection import Prompt
    from abi_coach.services.coach import Coach


class ReflectScreen(CoachScreen):
    """`ReflectScreen(coach)`: Enter begins or goes on; v turns to the last reflection as a document."""

    PLACE = "Reflect"
    AUTO_FOCUS = ""
    CSS_PATH = "reflect.tcss"
    KEYS: ClassVar[Keys] = (
        ("enter", "reflect"),
        ("v", "last one"),
        ("b", "today's job"),
        ("esc", "back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "begin_reflection", "Reflect"),
        ("v", "turn_page", "Evidence, or the last reflection"),
        ("b", "rate_today", "Rate today's job"),
        ("up", "scroll_body(-1)", "Up"),
        ("down", "scroll_body(1)", "Down"),
        ("pageup", "scroll_body(-12)", "A page up"),
        ("pagedown", "scroll_body(12)", "A page down"),
    ]

    def __init__(self, coach: Coach) -> None:
        super().__init__()
        self._coach = coach
        self._reflections = coach.career.reflections

    def compose_body(self) -> ComposeResult:
        """A word on what this is, the questions with their evidence, and the last reflection behind them."""
        yield Static(id="lead")
        yield Static(id="prompts")
        yield Markdown(id="document", open_links=False)

    def about(self) -> str:
        """When it was done last."""
        last = self._reflections.last()
        return f"last {last.on:%d %b %Y}" if last else "every six months"

    def on_screen_resume(self) -> None:
        """Show the evidence as it is now."""
        last = self._reflections.last()
        lead = (
            f"A quarter of an hour, set against your reflection of {last.on:%d %b %Y}."
            if last
            else "A quarter of an hour, twice a year. Here is what your own entries have to say; Enter begins."
        )
        self.query_one("#lead", Static).update(literal(lead, "$quiet"))
        self.query_one("#prompts", Static).update(hung(*map(_prompt, self._reflections.prompts())))

    def action_begin_reflection(self) -> None:
        """Answer the questions; a reflection that was left half-way is gone on with."""
        self.app.push_screen(FormScreen(self._reflections.open_form(), self._coach.monotonic))

    def action_rate_today(self) -> None:
        """Refresh the baseline."""
        form = self._coach.career.scorecards.open_baseline()
        self.app.push_screen(FormScreen(form, self._coach.monotonic))

    def action_turn_page(self) -> None:
        """Turn to the last reflection, and back."""
        entry = next(iter(self._reflections.all()), None)
        if entry is None:
            self.notify("There is no reflection yet. Enter begins one.", markup=False)
            return
        document, prompts = self.query_one(Markdown), self.query_one("#prompts")
        if prompts.display:
            try:
                document.update(self._reflections.render(entry))
            except CoachError as error:
                self.notify(told(error), severity="error", markup=False)
                return
        document.set_class(prompts.display, "-shown")
        prompts.display = not prompts.display

    def action_scroll_body(self, lines: int) -> None:
        """Scroll by some lines."""
        self.query_one("#body").scroll_relative(y=lines, animate=False)


def _prompt(prompt: Prompt) -> Content:
    """A question, what was said last time, and what is on record."""
    before = literal(f"{prompt.last}\n", "$quiet")
    last = joined(lead(literal("  last time  ", "$accent")), before) if prompt.last else ""
    evidence = [joined(lead(literal("  · ", "$quiet")), literal(f"{line}\n", "$quiet")) for line in prompt.evidence]
    return joined(literal(f"\n{prompt.question}\n", "bold"), *evidence, last)
