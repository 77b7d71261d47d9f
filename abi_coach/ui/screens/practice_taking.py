"""How the practice screen takes an answer: its clock, its box, its words; nothing that is typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input, TextArea

from abi_coach.domain.attempt import Mode
from abi_coach.domain.errors import InputError, JournalError
from abi_coach.domain.progress import Stage
from abi_coach.ui.external_editor import edit_outside
from abi_coach.ui.messages import SaveFailed
from abi_coach.ui.safe import told
from abi_coach.ui.screens.practice_view import PracticeView
from abi_coach.ui.widgets.answer_clock import AnswerClockView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from abi_coach.services.answering import Answering


class PracticeTaking(PracticeView):
    """Everything between starting the clock and ending the take."""

    _shown: tuple[object, ...] = ()

    def look_at_clock(self) -> None:
        """Show the time; a strict profile may have ended the take."""
        now = self.answering
        if now is None or now.stage is not Stage.ANSWERING:
            return
        writing = self.has_box
        self.take_words()
        try:
            reading = now.look()
        except JournalError as error:
            self._not_kept(error)
            reading = now.taking.read()
        self.query_one(AnswerClockView).show(reading, typing=self.has_box)
        if (stands := _standing(now)) != self._shown:
            self._shown = stands
            self.show_stage()
            if writing and not self.has_box:
                self.notify("Time is up. What you wrote is kept.", markup=False)
                self.let_hands_rest()

    def begin_take(self, begin: Callable[[], object]) -> None:
        """Start the clock, and show it at once."""
        self.keep(begin)
        self.look_at_clock()

    def action_begin_afresh(self) -> None:
        """Keep what was cut off, and answer from the start."""
        if (now := self.answering) is not None and now.is_cut_off:
            self.begin_take(now.begin_afresh)

    def action_finish_box(self) -> None:
        """End the take, or close the few words about it."""
        self.take_words()
        now = self.answering
        if self.is_gisting:
            self.is_gisting = False
            self.keep(self.keeper.flush)
        elif now is not None and now.stage is Stage.ANSWERING:
            self.keep(now.finish_take)

    def action_switch_typing(self) -> None:
        """Type the answer, or say it."""
        if (now := self.answering) is not None and now.stage in {Stage.READY, Stage.ANSWERING}:
            self.typed = not self.typed
            self.show_stage()

    def action_write_gist(self) -> None:
        """Keep what was said aloud in a few words."""
        now = self.answering
        after = {Stage.FIRST, Stage.FINAL, Stage.REVIEWED}
        if now is not None and now.stage in after and now.last.mode is not Mode.TYPED:
            self.is_gisting, self.saved = True, ""
            self.show_stage()

    def action_tally_filler(self) -> None:
        """Count one um."""
        if (now := self.answering) is not None and now.stage is Stage.ANSWERING:
            now.taking.fillers += 1
            self.mark_changed()
            self.show_stage()

    def action_pause_clock(self) -> None:
        """Start the clock, stand still, or go on."""
        now = self.answering
        if now is not None and now.stage is Stage.READY:
            self.begin_take(now.begin)
        elif now is not None and now.stage is Stage.ANSWERING:
            self.keep(now.pause_or_resume)

    def action_count_gap(self) -> None:
        """Count the time that the machine was away."""
        now = self.answering
        if now is not None and now.stage is Stage.FIRST and now.taking.clock.counted_gap:
            self.keep(now.count_gap)

    def action_open_editor(self) -> None:
        """Write in the person's own editor; the clock runs on."""
        now = self.answering
        if now is None or not self.has_box:
            return
        self.save_now()
        box = self.query_one("#answer", TextArea)
        try:
            written = edit_outside(self.app, box.text)
        except InputError as error:
            self.notify(told(error), markup=False)
            return
        finally:
            now.taking.attend()
        box.text = written
        self.save_now()

    @on(TextArea.Changed, "#answer")
    @on(Input.Changed, "#line")
    def keep_typed(self) -> None:
        """Keep what is typed."""
        self.take_words()

    def take_words(self) -> None:
        """Take what stands in the open box. The box is read, not its message: a late one may belong to another take."""
        now = self.answering
        if now is None or not self.query("#answer"):
            return
        box, line = self.query_one("#answer", TextArea), self.query_one("#line", Input)
        if self.is_gisting and box.text != now.last.text:
            now.add_gist(box.text)
        elif self.has_box and not self.is_gisting and box.text != now.taking.text:
            now.speak()  # who types has stopped thinking
            now.write(box.text)
        elif now.stage is Stage.CHANGE and line.display and line.value != now.progress.change:
            now.write_change(line.value)
        else:
            return
        self.mark_changed()

    def save_words(self) -> None:
        """Put everything that was said into the journal."""
        if self.answering is not None:
            self.answering.save()

    def save_now(self) -> bool:
        """Take what stands in the box, and save."""
        self.take_words()
        return super().save_now()

    def words_kept(self) -> str:
        """The question, what was said to it, and the one change."""
        now = self.answering
        if now is None:
            return ""
        told = [take.text for take in now.as_it_stands().takes]
        return "\n\n".join(filter(None, [now.question.prompt, *told, now.progress.change]))

    def rescue_name(self) -> tuple[str, datetime]:
        """Named after practice."""
        return "practice", self.room.present

    def keep(self, verb: Callable[[], object]) -> None:
        """Do what is in the journal when it returns, and show what comes of it.

        What could not be saved is done all the same, and stays in sight with a way out.
        """
        try:
            verb()
        except JournalError as error:
            self._not_kept(error)
        except InputError as error:
            self.notify(told(error), markup=False)
        else:
            self.keeper.flush()
        self.show_stage()

    def _not_kept(self, error: JournalError) -> None:
        self.keeper.is_dirty = True
        self.post_message(SaveFailed(error))


def _standing(now: Answering) -> tuple[object, ...]:
    """What changes the keys and the words below the clock when it changes by itself, or because somebody types."""
    return now.stage, now.taking.clock.running, now.taking.clock.is_paused, now.taking.clock.gap
