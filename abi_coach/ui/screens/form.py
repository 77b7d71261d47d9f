"""Any form of the product on a screen: one question at a time, free to jump, nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding
from textual.widgets import Input, TextArea

from abi_coach.domain.errors import CoachError, InputError
from abi_coach.domain.form import Kind
from abi_coach.domain.form_steps import NO, is_answered, lines_in, value_at
from abi_coach.services.rescue import answers_text, rescue
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.messages import SaveFailed
from abi_coach.ui.screens import form_parts as parts
from abi_coach.ui.screens.form_view import FormView
from abi_coach.ui.widgets.answer_box import AnswerText, TakenBack

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType


class FormScreen(FormView):
    """What each key does. `FormScreen(form, monotonic)`: an `OpenForm` of a service, and the coach's monotonic clock.

    It leaves the stack by itself once the form is finished, with a notification that says what was saved.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "On", show=False),
        Binding("up,shift+tab,pageup", "move_by(-1)", "Question before", show=False),
        Binding("down,tab,pagedown,ctrl+n", "move_by(1)", "Question after", show=False),
        Binding("delete,backspace", "clear_answer", "Clear", show=False),
        Binding("ctrl+s", "finish_form", "Finish", show=False, priority=True),
        Binding("f4", "open_editor", "Editor", show=False),
        Binding("ctrl+r", "retry_save", "Try to save again", show=False, priority=True),
        Binding("ctrl+y", "copy_answers", "Copy the answers", show=False, priority=True),
        Binding("f7", "export_answers", "Write the answers to a file", show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rescue keys belong to the text box while everything is saved."""
        if action in {"retry_save", "copy_answers", "export_answers"}:
            return self.has_class("-not-saved")
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """A key of a choice answers at once."""
        key = (event.character or "").lower()
        if self.is_typing or not key.strip():
            return
        if key == parts.OTHER_KEY and self.step.field.is_open:
            self.is_typing_other = True
            self.show_step()
        elif not self._choose(key):
            return
        event.stop()
        event.prevent_default()

    def action_go_on(self) -> None:
        """Enter: take what stands here, and on to the next question; after the last one, finish."""
        step = self.step
        if step.field.kind is Kind.LINES and self.words().strip():
            self._take_line()
            return
        problem = self._take_words()
        if problem or (step.required and not is_answered(self.step, self.form.state)):
            self.show_step(problem or "This one is needed. ↑ and ↓ still move, and nothing is lost.")
        elif step == self.form.steps[-1]:
            self.action_finish_form()
        else:
            self._stand_at(self.form.after(step, self.position))

    def action_move_by(self, by: int) -> None:
        """To the question before or after, wherever the typed words stand."""
        step = self.step
        self._take_words()
        after = self.form.after(step, self.position)
        self._stand_at(min(max(after if by > 0 else self.position - 1, 0), len(self.form.steps) - 1))

    def action_clear_answer(self) -> None:
        """Take the answer of a choice away."""
        self.form.clear(self.step)
        self.mark_changed()
        self.show_step()

    def action_finish_form(self) -> None:
        """Save and finish; what is missing is shown instead."""
        self._take_words()
        wrong = self.form.settle()
        todo = (*wrong, *self.form.missing)
        if not self.keeper.flush():
            return
        if todo:
            paths = [step.path for step in self.form.steps]
            left = len(self.form.missing)
            self._stand_at(paths.index(todo[0].path), f"Still needed: {left}." if left else "These words cannot be used.")
            return
        self._finish()

    def action_open_editor(self) -> None:
        """Write the present text in the person's own editor."""
        if not self.is_typing:
            return
        is_list = self.step.field.kind is Kind.LINES
        self._take_words()
        self.keeper.flush()
        words = self.form.shown(self.step) if is_list else self.form.text_for(self.step)
        try:
            written = edit_outside(self.app, words)
            if written.strip():
                self.form.answer(self.step, written)
        except InputError as error:
            self.show_step(str(error))
            return
        self.mark_changed()
        self.show_step()

    def action_leave_screen(self) -> None:
        """Esc: keep the draft and leave; or out of the box of a choice."""
        if self.is_typing_other:
            self.is_typing_other = False
            self.show_step()
            return
        self._take_words()
        super().action_leave_screen()

    def action_retry_save(self) -> None:
        """Try to save again."""
        self.keeper.flush()

    def action_copy_answers(self) -> None:
        """Copy every answer to the clipboard."""
        self.app.copy_to_clipboard(answers_text(self.form))
        self.notify("Copied, where this terminal allows it.", markup=False)

    def action_export_answers(self) -> None:
        """Write every answer into a file outside the home."""
        try:
            self.notify(f"Written to {rescue(self.form)}", timeout=20, markup=False)
        except CoachError as error:
            self.notify(str(error), severity="error", markup=False)

    @on(Input.Submitted)
    @on(AnswerText.Submitted)
    def go_on(self, event: Input.Submitted | AnswerText.Submitted) -> None:
        """Enter in a box."""
        event.stop()
        self.action_go_on()

    @on(AnswerText.Left)
    def leave_box(self, event: AnswerText.Left) -> None:
        """An arrow at the end of a text."""
        event.stop()
        self.action_move_by(event.direction)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def keep_typed(self) -> None:
        """Keep half-typed words. The box is read, not the message: a late one may belong to another step."""
        if self.is_typing and not self.is_typing_other and self.words() != self.form.text_for(self.step):
            self.form.type_in(self.step, self.words())
            self.mark_changed()

    @on(TakenBack)
    def take_line_back(self) -> None:
        """Backspace in an empty line of a list: the line before comes back to be changed."""
        if self.step.field.kind is not Kind.LINES:
            return
        texts = self._texts()
        last = len(texts) if self.editing is None else self.editing
        if self.editing is not None:
            self._keep_texts([text for place, text in enumerate(texts) if place != self.editing])
        self.editing = last - 1 if last else None
        self.show_step()
        self.put_words(texts[last - 1] if last else "")

    def _choose(self, key: str) -> bool:
        """Answer by a key; False when it means nothing here."""
        step = self.step
        if step.field.kind is Kind.PER_LINE:
            return self._rate(key)
        choice = next((one for one in parts.choices_of(step) if one.key == key), None)
        if choice is None:
            return False
        if step.field.kind is Kind.CHOICES:
            self._toggle(choice.value)
        else:
            self._set(choice.key)
            self._stand_at(self.form.after(step, self.position) if choice.value != NO else self._place_after(step))
        return True
