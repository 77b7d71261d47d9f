"""What the screen of a form shows: where I am, the question, what was said so far, and one box to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import VerticalScroll
from textual.widgets import Static

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.form import Kind
from abi_coach.services.rescue import answers_text
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens import form_parts as parts
from abi_coach.ui.screens.typing_screen import TypingScreen
from abi_coach.ui.widgets.answer_box import AnswerLine, AnswerText
from abi_coach.ui.widgets.key_line import KeyLine
from abi_coach.ui.widgets.save_banner import SaveBanner
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from datetime import datetime

    from textual import events
    from textual.app import ComposeResult

    from abi_coach.domain.clock import Monotonic
    from abi_coach.domain.form_steps import Step
    from abi_coach.services.open_form import OpenForm

SHORT_LINES: Final = 20
"""Below this height, space is saved."""


class FormView(TypingScreen):
    """One question of an `OpenForm` at a time. `position` is the step's place, from 0."""

    HELP = "Forms"
    CSS_PATH = "form.tcss"
    AUTO_FOCUS = ""

    def __init__(self, form: OpenForm, monotonic: Monotonic) -> None:
        super().__init__()
        self.form = form
        self.position = form.start
        self.is_typing_other = False
        self.is_finished = False
        self.editing: int | None = None
        self._monotonic = monotonic
        self._began = monotonic()

    @property
    def step(self) -> Step:
        """What is asked now."""
        steps = self.form.steps
        return steps[min(self.position, len(steps) - 1)]

    @property
    def is_typing(self) -> bool:
        """Whether a box is open."""
        return self.step.field.kind not in parts.BY_KEY or self.is_typing_other

    def compose(self) -> ComposeResult:
        """Title, body, keys, and the banner for words that could not be saved."""
        yield TitleLine(self.form.form.title)
        with VerticalScroll(id="body", can_focus=False):
            yield from self.compose_body()
        yield SaveBanner(id="not-saved")
        yield KeyLine(())

    def compose_body(self) -> ComposeResult:
        """From what was wanted down to what is wrong with an answer."""
        yield Static(id="header")
        yield Static(id="place")
        yield Static(id="asked")
        yield Static(id="hint")
        yield Static(id="present")
        yield AnswerLine(id="line")
        yield AnswerText(id="text", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield Static(id="told")

    def on_mount(self) -> None:
        """Show the first step, and the time once a second."""
        self.set_interval(1, self.show_place)
        self.show_step()

    def on_resize(self, event: events.Resize) -> None:
        """A short terminal saves space."""
        self.set_class(event.size.height < SHORT_LINES, "-short")

    def show_step(self, told: str = "", words: str | None = None) -> None:
        """Show the present step, what is told about it, and the words in its box (by default what was said)."""
        step = self.step
        self._say("header", literal("\n".join(self.form.header)), is_shown=bool(self.form.header))
        self.show_place()
        about = joined(literal(step.about, "$accent"), "\n") if step.about else ""
        self._say("asked", joined(about, literal(step.field.prompt, "bold")))
        self._say("hint", literal(step.field.hint), is_shown=bool(step.field.hint))
        self.show_present()
        present = "" if self.is_typing_other else self.form.text_for(step)
        self._show_box(present if words is None else words)
        told = told or self.form.doubt(step)
        self._say("told", literal(told, "$warning"), is_shown=bool(told))
        self.show_keys(*parts.keys_for(step, is_typing=self.is_typing))

    def show_place(self) -> None:
        """Where it stands, how much is left, whether it is saved, and the time, which only informs."""
        step, left = self.step, len(self.form.missing)
        required = "" if step.required else " (may stay empty)"
        todo = f"{left} required left" if left else "nothing missing"
        self._say("place", literal(f"{step.place} · {step.field.title}{required} · {todo}"))
        time = clock_face(self._monotonic() - self._began)
        hint = self.form.keeper.hint_seconds
        clock = f"{time} of about {clock_face(hint)}   " if hint else ""
        self.query_one(TitleLine).show_about(f"{clock}{self.saved}")

    @property
    def box(self) -> AnswerLine | AnswerText:
        """The box that belongs to the present step."""
        is_text = self.step.field.kind is Kind.TEXT
        return self.query_one("#text", AnswerText) if is_text else self.query_one("#line", AnswerLine)

    def show_saved(self) -> None:
        """How the words stand is told beside the title."""
        self.show_place()

    def words_kept(self) -> str:
        """Every answer and every half-typed word."""
        return answers_text(self.form)

    def rescue_name(self) -> tuple[str, datetime]:
        """Named after the form."""
        return self.form.form.name, self.form.now

    def show_present(self) -> None:
        """Show the choices or lines of the present step."""
        shown = parts.present(self.form, self.step, self.editing)
        self._say("present", shown, is_shown=bool(shown.plain))

    def _show_box(self, words: str) -> None:
        """Open the box that is needed, with the words that belong there."""
        box = self.box
        for other in (self.query_one("#line"), self.query_one("#text")):
            other.display = self.is_typing and other is box
        if self.is_typing:
            box.put(words)
            self.set_focus(box)
        else:
            self.set_focus(None)

    def _say(self, name: str, content: object, *, is_shown: bool = True) -> None:
        place = self.query_one(f"#{name}", Static)
        place.update(content)  # type: ignore[arg-type] # always made by the gate in safe.py
        place.display = is_shown

    def save_words(self) -> None:
        """Keep the draft."""
        if not self.is_finished:
            self.form.save()
