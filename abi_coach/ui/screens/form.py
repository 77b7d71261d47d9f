"""Any form of the product on a screen: one question at a time, free to jump, nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input, TextArea

from abi_coach.domain.errors import CoachError
from abi_coach.domain.form import Kind
from abi_coach.domain.form_steps import is_answered
from abi_coach.ui.messages import SaveFailed
from abi_coach.ui.safe import told
from abi_coach.ui.screens import form_parts as parts
from abi_coach.ui.screens.form_taking import FormTaking
from abi_coach.ui.widgets.answer_box import Answered, Left, TakenBack

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from abi_coach.domain.form_steps import Step

NEEDED = "This one is needed. ↑ and ↓ still move; nothing is lost."


class FormScreen(FormTaking):
    """What each key does. `FormScreen(form, monotonic)`: an `OpenForm` of a service, and the coach's monotonic clock.

    It leaves by itself once the form is finished, with a notification that says what was saved.
    """

    # No key goes before the text box: ctrl+s must come after the letters typed before it.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "On", show=False),
        Binding("up,shift+tab,pageup", "move_by(-1)", "Question before", show=False),
        Binding("down,tab,pagedown,ctrl+n", "move_by(1)", "Question after", show=False),
        Binding("delete,backspace", "clear_answer", "Clear", show=False),
        Binding("ctrl+s", "finish_form", "Finish", show=False),
        Binding("f4", "open_editor", "Editor", show=False),
    ]

    def on_key(self, event: events.Key) -> None:
        """A key of a choice answers at once; what came before its box was open goes into it, in its order."""
        key = event.character if event.is_printable and event.character else event.key
        if self.press(key):
            event.stop()
            event.prevent_default()

    @on(Answered)
    def take_answer(self, event: Answered) -> None:
        """Enter in a box, and what was pressed after it meanwhile."""
        event.stop()
        box = self.box
        ahead, box.ahead = box.ahead or [], None
        self.action_go_on()
        for key in ahead:
            self.press(key)

    def press(self, key: str) -> bool:
        """Take a key by what is asked now; False when it means nothing to a form."""
        if key == "enter":
            self.action_go_on()
        elif len(key) > 1:
            return False
        elif self.is_typing:
            self.box.add(key)
        elif key == parts.OTHER_KEY and self.step.field.is_open:
            self.is_typing_other = True
            self.show_step()
        else:
            return self.choose(key.lower())
        return True

    def action_go_on(self) -> None:
        """Enter: take what stands here, and on to the next question."""
        if self.is_finished:
            return
        step = self.step
        if self.is_typing:
            box = self.box
            words, is_touched = box.words, box.words != box.given
            if step.field.kind is Kind.LINES and words.strip():
                self.show_step(self.take_line(words))
                return
            problem = self.take(words, is_touched=is_touched, agrees=True)
            if problem:
                self.show_step(problem, words)
                return
        self._go_on_from(step)

    def action_move_by(self, by: int) -> None:
        """To the question before or after, wherever the typed words stand."""
        step = self.step
        self.take_present()
        place = self.form.after(step, self.position) if by > 0 else self.position - 1
        self.stand_at(min(max(place, 0), len(self.form.steps) - 1))

    def action_clear_answer(self) -> None:
        """Take the answer of a choice away."""
        if not self.is_typing:
            self.form.clear(self.step)
            self.mark_changed()
            self.show_step()

    def action_finish_form(self) -> None:
        """Save and finish; what is missing is shown instead."""
        self.take_present()
        wrong, left = self.form.settle(), len(self.form.missing)
        if not self.keeper.flush():
            return
        if wrong or left:
            first = (*wrong, *self.form.missing)[0]
            paths = [step.path for step in self.form.steps]
            self.stand_at(paths.index(first.path), self.problem_with(first) or f"Still needed: {left}.")
            return
        try:
            said = self.form.finish()
        except CoachError as error:
            self.post_message(SaveFailed(error))
            return
        self.is_finished = True
        self.app.pop_screen()
        self.app.notify(told(said), markup=False)

    def action_leave_screen(self) -> None:
        """Esc: keep the draft and leave; or out of the box of a choice."""
        if self.is_typing_other:
            self.is_typing_other = False
            self.show_step()
            return
        self.take_present()
        super().action_leave_screen()

    @on(Left)
    def leave_box(self, event: Left) -> None:
        """An arrow out of a box."""
        event.stop()
        self.action_move_by(event.direction)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def keep_typed(self) -> None:
        """Keep half-typed words. The box is read, not the message: a late one may belong to another step."""
        if self.is_typing and not self.is_typing_other and self.editing is None:
            words = self.box.words
            if words != self.form.text_for(self.step):
                self.form.type_in(self.step, words)
                self.mark_changed()

    @on(TakenBack)
    def take_line_back(self, event: TakenBack) -> None:
        """Backspace in an empty line of a list: the line before comes back to be changed."""
        event.stop()
        if self.step.field.kind is Kind.LINES:
            self.show_step(words=self.line_before())

    def _go_on_from(self, step: Step) -> None:
        """On to the next question; after the last one, finish."""
        if step.required and not is_answered(self.step, self.form.state):
            self.show_step(NEEDED)
        elif self.is_doubted():
            self.show_step()
        elif step.path == self.form.steps[-1].path:
            self.action_finish_form()
        else:
            is_date = step.field.kind in {Kind.DAY, Kind.WHEN} and self.form.shown(step)
            self.stand_at(
                self.form.after(step, self.position), f"{step.field.title}: {self.form.shown(step)}" if is_date else ""
            )
