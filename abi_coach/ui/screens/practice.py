"""Practice: think, answer, rate, review, again; the clock large and quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding
from textual.widgets import Input, TextArea

from abi_coach.domain.answer_clock import Running
from abi_coach.domain.attempt import Mode
from abi_coach.domain.errors import InputError
from abi_coach.domain.progress import Stage
from abi_coach.domain.timing import SECTIONS
from abi_coach.ui.safe import told
from abi_coach.ui.screens.hide_dialog import HideDialog
from abi_coach.ui.screens.practice_view import PracticeView
from abi_coach.ui.widgets.answer_clock import AnswerClockView

if TYPE_CHECKING:
    from textual.binding import BindingType

    from abi_coach.services.answering import Answering

LOOKS_A_SECOND: Final = 5


class PracticeScreen(PracticeView):
    """Runs a `PracticeRoom`: what each key does at each stage."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"choose_number({number})", show=False) for number in range(1, 6)),
        ("y", "answer_check(True)", "Yes"),
        ("n", "answer_check(False)", "No"),
        ("enter", "go_on", "On"),
        ("t", "switch_typing", "Type or speak"),
        ("u", "tally_filler", "Count an um"),
        ("r", "redo_answer", "Again"),
        ("g", "count_gap", "Count the gap"),
        ("x", "hide_question", "Hide"),
        ("f2", "pause_clock", "Start or pause"),
        ("f3", "skip_question", "Skip"),
        ("ctrl+s", "finish_answer", "Finish"),
    ]

    def on_mount(self) -> None:
        """Look at the clock some times a second."""
        self.set_interval(1 / LOOKS_A_SECOND, self.look_at_clock)
        self.show_stage()

    def look_at_clock(self) -> None:
        """Show the time; a strict profile may have ended the take."""
        now = self.answering
        if now is None or now.stage is not Stage.ANSWERING:
            return
        reading = now.look()
        self.query_one(AnswerClockView).show(reading)
        if now.stage is not Stage.ANSWERING:
            self.keeper.is_dirty = False
            self.show_stage()

    def action_choose_number(self, number: int) -> None:
        """A rating, a section of the answer, or a follow-up, by what is asked now."""
        now = self.answering
        if now is None:
            return
        if now.stage is Stage.CONFIDENCE:
            now.be_confident(number)
        elif now.stage is Stage.ANSWERING and number <= len(SECTIONS[now.attempt.kind]):
            now.mark_section(number - 1)
            self.keeper.mark()
        elif now.stage is Stage.FIRST:
            now.rate_first(number)
            self.answers = {}
        elif now.stage is Stage.FINAL and len(self.answers) == len(now.checks):
            self.cap = now.rate_final(number, self.answers)
        elif now.stage is Stage.REVIEWED:
            self._follow_up(now, number)
        self.show_stage()

    def action_answer_check(self, passed: bool) -> None:
        """Yes or no to the check that is asked."""
        now = self.answering
        if now is not None and now.stage is Stage.FINAL:
            asked = next((check for check in now.checks if check not in self.answers), None)
            if asked is not None:
                self.answers[asked] = passed
                self.show_stage()

    def action_go_on(self) -> None:
        """Start, speak, finish or go on: the one thing that Enter means now."""
        now = self.answering
        if now is None:
            self.action_leave_screen()
        elif now.stage is Stage.READY:
            self._begin(now)
        elif now.stage is Stage.ANSWERING:
            if now.clock.running is Running.THINKING:
                now.speak()
            else:
                self.action_finish_answer()
        elif now.stage is Stage.REVIEWED:
            self.room.go_on()
            self.show_stage()

    def action_finish_answer(self) -> None:
        """End the take."""
        now = self.answering
        if now is not None and now.stage is Stage.ANSWERING:
            now.finish_take()
            self.show_stage()

    def action_switch_typing(self) -> None:
        """Type the answer, or say it."""
        self.typed = not self.typed
        self.show_stage()

    def action_tally_filler(self) -> None:
        """Count one um."""
        if (now := self.answering) is not None and now.stage is Stage.ANSWERING:
            now.fillers += 1
            self.keeper.mark()

    def action_pause_clock(self) -> None:
        """Start the clock, stand still, or go on."""
        now = self.answering
        if now is None:
            return
        if now.stage is Stage.READY:
            self._begin(now)
        elif now.stage is Stage.ANSWERING:
            try:
                now.pause_or_resume()
            except InputError as error:
                self.notify(told(error), markup=False)

    def action_skip_question(self) -> None:
        """Leave the question; it costs nothing."""
        if self.answering is not None:
            self.room.skip()
            self.cap = None
            self.show_stage()

    def action_hide_question(self) -> None:
        """Say why, and never be asked this again."""
        if self.answering is not None:
            self.app.push_screen(HideDialog(), self._hide)

    def action_redo_answer(self) -> None:
        """Answer again at once."""
        if self.room.can_redo:
            self.room.redo()
            self.show_stage()

    def action_count_gap(self) -> None:
        """Count the time that the machine was away."""
        now = self.answering
        if now is not None and now.stage is Stage.FIRST and now.clock.counted_gap:
            now.count_gap()
            self.show_stage()

    @on(TextArea.Changed, "#answer")
    def keep_typed(self, event: TextArea.Changed) -> None:
        """Keep what is typed."""
        now = self.answering
        if now is not None and now.stage is Stage.ANSWERING and self.typed and event.text_area.text != now.text:
            now.speak()  # who types has stopped thinking
            now.write(event.text_area.text, Mode.TYPED)
            self.keeper.mark()

    @on(Input.Submitted, "#line")
    def keep_change(self, event: Input.Submitted) -> None:
        """Keep the one change."""
        now = self.answering
        if now is not None and now.stage is Stage.CHANGE:
            now.note_change(event.value)
            self.show_stage()

    def _hide(self, reason: str | None) -> None:
        if (now := self.answering) is not None and reason is not None:
            self.app.coach.practice.hide(now.question.id, reason)  # type: ignore[attr-defined] # the app is a CoachApp
            self.action_go_on() if now.stage is Stage.REVIEWED else self.action_skip_question()

    def _begin(self, now: Answering) -> None:
        self.query_one("#answer", TextArea).text = now.text
        now.begin()
        now.save_draft()
        self.show_stage()
        self.look_at_clock()

    def _follow_up(self, now: Answering, number: int) -> None:
        probes = getattr(now.question, "probes", ())
        if number <= len(probes):
            self.room.follow_up(probes[number - 1])
