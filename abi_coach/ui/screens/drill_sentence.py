"""The typed first sentence of a drill's story: on disk while it is typed, kept with its round on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from abi_coach.domain.errors import CoachError
from abi_coach.ui.messages import Saved, SaveFailed
from abi_coach.ui.screens.drill_panels import READY, SENTENCE
from abi_coach.ui.screens.typing_screen import TypingScreen

if TYPE_CHECKING:
    from datetime import datetime

    from abi_coach.domain.question import Question
    from abi_coach.services.drill_room import DrillRoom


class DrillSentence(TypingScreen):
    """`room` and `stage` of a drill; `story` and `named` are what was chosen before the sentence."""

    def __init__(self, room: DrillRoom) -> None:
        super().__init__()
        self.room = room
        self.stage = READY
        self.story = self.named = ""
        self._said = ""

    def tell_story(self, question: Question, *, is_hit: bool) -> None:
        """Say what the round of a story came to."""

    @on(Input.Submitted)
    def take_sentence(self, event: Input.Submitted) -> None:
        """The first sentence ends the round of a story."""
        event.stop()
        self.end_story()

    @on(Input.Changed, "#line")
    def take_words(self) -> None:
        """Take what stands in the box, where it is open; it is on disk soon."""
        value = self.query_one("#line", Input).value
        if self.stage == SENTENCE and value != self._said:
            self._said = value
            self.mark_changed()

    def save_words(self) -> None:
        """Keep the round with what is typed so far."""
        if self.stage == SENTENCE:
            self.room.draft_story(self.story, self.named, self._said)

    def save_now(self) -> bool:
        """Take what stands in the box, and save."""
        self.take_words()
        return super().save_now()

    def words_kept(self) -> str:
        """The question, and the sentence."""
        return f"{self.room.question.prompt}\n\n{self._said}" if self.stage == SENTENCE else ""

    def rescue_name(self) -> tuple[str, datetime]:
        """Named after drills."""
        return "drill", self.room.present

    def action_leave_screen(self) -> None:
        """Leave; a sentence that was begun is kept with its round."""
        if self.stage != SENTENCE or self.end_story():
            super().action_leave_screen()

    def end_story(self) -> bool:
        """Keep the round of a story; False when it could not be saved, and stays in sight with a way out."""
        self.take_words()
        question = self.room.question
        try:
            hit = self.room.keep_story(self.story, self.named, self._said.strip())
        except CoachError as error:
            self.keeper.is_dirty = True
            self.post_message(SaveFailed(error))
            return False
        self.keeper.is_dirty = False
        self.post_message(Saved())
        self._said = ""
        self.tell_story(question, is_hit=hit)
        return True
