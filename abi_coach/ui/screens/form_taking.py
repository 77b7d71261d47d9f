"""How a form's screen takes what is pressed and typed into its form."""

from __future__ import annotations

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Kind
from abi_coach.domain.form_steps import Step, lines_in, value_at
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.screens import form_parts as parts
from abi_coach.ui.screens.form_view import FormView

LAST = "That was the last question. Enter saves and finishes."


class FormTaking(FormView):
    """Keys and words become answers; each method says what is wrong, or nothing."""

    _doubted: object = None

    def stand_at(self, position: int, told: str = "") -> None:
        """Show another step."""
        self.position = position
        self.is_typing_other, self.editing = False, None
        self.show_step(told)

    def choose(self, key: str) -> bool:
        """Answer by a key; False when it means nothing here."""
        step = self.step
        if step.field.kind is Kind.PER_LINE:
            return self._rate(step, key)
        choice = next((one for one in parts.choices_of(step) if one.key == key), None)
        if choice is None:
            return False
        if step.field.kind is Kind.CHOICES:
            self._toggle(step, key)
            return True
        self._answer(step, str(self._number(step, choice.value)) if step.field.kind is Kind.PICK else choice.key)
        place, last = self.form.after(step, self.position), len(self.form.steps) - 1
        self.stand_at(min(place, last), "" if place <= last else LAST)
        return True

    def take(self, text: str, *, is_touched: bool, agrees: bool) -> str:
        """Take words as the answer; untouched ones only when the person `agrees` to what stands there."""
        step = self.step
        if self.editing is not None or step.field.kind is Kind.LINES:
            return self.take_line(text) if text.strip() or is_touched else ""
        if not text.strip() and is_touched:
            return self._empty(step)
        words = text if is_touched else self.form.text_for(step)
        if not words.strip() or not (is_touched or agrees):
            return ""
        problem = self._answer(step, words)
        self.is_typing_other = self.is_typing_other and bool(problem)
        return problem

    def take_present(self) -> None:
        """Take what stands in the open box; what cannot be used stays there as typed."""
        if self.is_typing:
            box = self.box
            self.take(box.words, is_touched=box.words != box.given, agrees=False)

    def action_open_editor(self) -> None:
        """Write the present text in the person's own editor."""
        if not self.is_typing or self.is_typing_other:
            return
        self.take_present()
        self.keeper.flush()
        is_list = self.step.field.kind is Kind.LINES
        try:
            written = edit_outside(self.app, self.form.shown(self.step) if is_list else self.form.text_for(self.step))
            if written.strip():
                self.form.answer(self.step, written)
        except InputError as error:
            self.show_step(str(error))
            return
        self.mark_changed()
        self.show_step()

    def take_line(self, text: str) -> str:
        """Add a line, or put it in the place of the one that is being changed; an empty one takes that one away."""
        texts = self._texts()
        if self.editing is None:
            changed = [*texts, text] if text.strip() else texts
        else:
            changed = [*texts[: self.editing], *([text] if text.strip() else ()), *texts[self.editing + 1 :]]
        self.editing = None
        return self._keep_lines(changed)

    def line_before(self) -> str:
        """Begin to change the line before the present one; returns its words."""
        texts = self._texts()
        place = len(texts) if self.editing is None else self.editing
        if self.editing is not None:
            self.take_line("")
        self.editing = place - 1 if place else None
        return texts[place - 1] if place else ""

    def problem_with(self, step: Step) -> str:
        """Why the words that are typed for a step cannot be its answer; empty when there are none."""
        words = self.form.typed(step)
        if words is None:
            return ""
        try:
            self.form.answer(step, words)
        except InputError as error:
            return str(error)
        return ""

    def is_doubted(self) -> bool:
        """Whether the date that was just given is odd and was not agreed to yet."""
        step = self.step
        given = (step.path, value_at(self.form.state, step.path))
        is_new = bool(self.form.doubt(step)) and self._doubted != given
        self._doubted = given
        return is_new

    def _rate(self, step: Step, key: str) -> bool:
        """A rating key, or one that puts a tag on or takes it off."""
        value = value_at(self.form.state, step.path)
        told = value if isinstance(value, dict) else {}
        tags = [choice for choice in step.field.choices if choice.value in told.get("tags", ())]
        pressed = next((choice for choice in step.field.choices if choice.key == key), None)
        least, most = step.field.minimum or 1, step.field.maximum or 5
        is_rating = key == "?" or (key.isdecimal() and least <= int(key) <= most)
        if pressed is not None and told:
            tags = [tag for tag in tags if tag != pressed] if pressed in tags else [*tags, pressed]
            rating = "?" if told["rating"] is None else str(told["rating"])
        elif is_rating:
            rating = key
        else:
            return False
        self._answer(step, " ".join([rating, *(tag.key for tag in tags)]))
        self.show_step()
        return True

    def _toggle(self, step: Step, key: str) -> None:
        value = value_at(self.form.state, step.path)
        chosen = [one.key for one in step.field.choices if one.value in (value or ())]
        wanted = [one for one in chosen if one != key] if key in chosen else [*chosen, key]
        self._answer(step, wanted)
        self.show_step()

    def _empty(self, step: Step) -> str:
        """The words were taken away."""
        if step.required:
            return self._answer(step, "")
        self.form.clear(step)
        self.mark_changed()
        return ""

    def _answer(self, step: Step, given: object) -> str:
        try:
            self.form.answer(step, given)
        except InputError as error:
            return str(error)
        self.mark_changed()
        return ""

    def _keep_lines(self, texts: list[str]) -> str:
        step = self.step
        if texts:
            return self._answer(step, texts)
        self.form.clear(step)
        self.mark_changed()
        return ""

    def _texts(self) -> list[str]:
        return [line.text for line in lines_in(value_at(self.form.state, self.step.path))]

    @staticmethod
    def _number(step: Step, line_id: str) -> int:
        return next(line.number for line in step.lines if line.id == line_id)
