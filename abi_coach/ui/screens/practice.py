"""Practice: think, answer, rate, review, again; the clock large and quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from abi_coach.domain.answer_clock import Running
from abi_coach.domain.progress import Stage
from abi_coach.domain.timing import SECTIONS
from abi_coach.ui.screens.confirm_dialog import ConfirmDialog
from abi_coach.ui.screens.hide_dialog import HideDialog
from abi_coach.ui.screens.practice_review import COMPARED, meters_explained
from abi_coach.ui.screens.practice_taking import PracticeTaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.services.coach import Coach

LOOKS_A_SECOND: Final = 5


class PracticeScreen(PracticeTaking):
    """Runs a `PracticeRoom`: what each key does at each stage."""

    STANDS_FOR: ClassVar[frozenset[str]] = frozenset({"resume"})
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"choose_number({number})", show=False) for number in range(1, 6)),
        Binding("enter", "go_on", "Go on"),
        Binding("ctrl+s", "finish_box", "Finish the answer"),
        Binding("f2", "pause_clock", "Start or pause the clock"),
        Binding("f3", "skip_question", "Skip this question"),
        Binding("f4", "open_editor", "Write in your editor"),
        Binding("y", "answer_check(True)", "Yes to the check"),
        Binding("n", "answer_check(False)", "No to the check"),
        Binding("t", "switch_typing", "Type the answer, or speak it"),
        Binding("w", "write_gist", "Keep a few words of what you said"),
        Binding("u", "tally_filler", "Count an um"),
        Binding("a", "begin_afresh", "Start a cut-off answer afresh"),
        Binding("g", "count_gap", "Count the time the machine was away"),
        Binding("r", "redo_answer", "Answer again"),
        Binding("c", "compare_takes", "Compare your takes"),
        Binding("m", "explain_meters", "How the meters come about"),
        Binding("x", "hide_question", "Hide this question from later sets"),
        Binding("ctrl+x", "end_sitting", "End this sitting for good"),
    ]

    def on_mount(self) -> None:
        """Look at the clock some times a second."""
        self.set_interval(1 / LOOKS_A_SECOND, self.look_at_clock)
        self.show_stage()
        self.look_at_clock()

    def action_choose_number(self, number: int) -> None:
        """A rating, a section of the answer, or a follow-up, by what is asked now."""
        now = self.answering
        if now is None or self.room.is_break:
            return
        if now.stage is Stage.ANSWERING:
            if number <= len(SECTIONS[now.attempt.kind]):
                self.keep(lambda: now.taking.mark_section(number - 1))
                self.mark_changed()
        elif now.stage in {Stage.CONFIDENCE, Stage.FIRST, Stage.FINAL, Stage.REVIEWED}:
            does: dict[Stage, Callable[[int], object]] = {
                Stage.CONFIDENCE: now.be_confident,
                Stage.FIRST: now.rate_first,
                Stage.FINAL: now.rate_final,
                Stage.REVIEWED: self.room.follow_up,
            }
            self.keep(lambda: does[now.stage](number))

    def action_answer_check(self, passed: bool) -> None:
        """Yes or no to the check that is asked."""
        now = self.answering
        if now is not None and now.stage is Stage.FINAL and (check := now.next_check) is not None:
            self.keep(lambda: now.answer_check(check, passed=passed))

    def action_go_on(self) -> None:
        """Start, speak, finish or go on: the one thing that Enter means now."""
        now = self.answering
        if now is None:
            self.action_leave_screen()
        elif self.room.is_break:
            self.keep(self.room.end_break)
        elif now.stage is Stage.READY:
            self.begin_take(now.begin)
        elif now.stage is Stage.ANSWERING and now.taking.clock.running is Running.THINKING:
            self.keep(now.speak)
        elif now.stage is Stage.ANSWERING:
            self.action_finish_box()
        elif now.stage is Stage.REVIEWED:
            self.keep(self.room.go_on)

    def action_leave_screen(self) -> None:
        """Close the few words, or leave; the sitting waits to be resumed."""
        if self.is_gisting:
            self.action_finish_box()
        else:
            super().action_leave_screen()

    def action_skip_question(self) -> None:
        """Leave the question; it costs nothing."""
        self.take_words()
        self.is_gisting = False
        self.keep(self.room.skip)

    def action_hide_question(self) -> None:
        """Say why, and never be asked this again."""
        if self.answering is not None:
            self.app.push_screen(HideDialog(), self._hide)

    def action_redo_answer(self) -> None:
        """Answer again at once."""
        if (now := self.answering) is not None and now.stage is Stage.REVIEWED:
            self.keep(self.room.redo)

    def action_explain_meters(self) -> None:
        """Show or hide how each meter comes about; what is shown comes into sight."""
        if (now := self.answering) is not None and now.stage is Stage.REVIEWED:
            self.explains = not self.explains
            self.show_stage()
            if self.explains:
                self.call_after_refresh(self.query_one("#body").scroll_to_widget, self.query_one("#meters"), top=True)

    def help_first(self) -> Content | None:
        """At a review: how its meters come about."""
        now = self.answering
        if now is None or self.room.is_break or now.stage is not Stage.REVIEWED:
            return None
        return meters_explained(now.last, now.attempt.kind, self.room.settings)

    def action_compare_takes(self) -> None:
        """Two takes of the question side by side."""
        now = self.answering
        if now is not None and now.stage is Stage.REVIEWED and len(now.attempt.own_takes) >= COMPARED:
            from abi_coach.services.history import History  # noqa: PLC0415 - only after a redo
            from abi_coach.ui.screens.takes import TakesScreen  # noqa: PLC0415 - the same

            coach: Coach = self.app.coach  # type: ignore[attr-defined] # the app is a CoachApp
            history = History(coach.journal, coach.stories)
            self.app.push_screen(TakesScreen(coach, history, now.question.id))

    def action_end_sitting(self) -> None:
        """Ask, and end it for good."""
        if self.answering is not None:
            about = "What you said is kept. It cannot be gone on with."
            self.app.push_screen(ConfirmDialog("End this sitting for good?", about), self._end)

    @on(Input.Submitted, "#line")
    def keep_change(self, event: Input.Submitted) -> None:
        """Keep the one change."""
        event.stop()
        if (now := self.answering) is not None and now.stage is Stage.CHANGE:
            self.keep(lambda: now.note_change(event.value))

    def _hide(self, reason: str | None) -> None:
        if reason is not None:
            self.keep(lambda: self.room.hide(reason))

    def _end(self, agreed: bool | None) -> None:
        if agreed:
            self.take_words()
            self.keep(self.room.abort)


class ResumedPracticeScreen(PracticeScreen):
    """The sitting that was left last. Raises InputError when none waits."""

    def __init__(self, coach: Coach) -> None:
        super().__init__(coach.practice.resume_last())
