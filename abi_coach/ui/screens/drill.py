"""One drill on a screen: a card, its clock, one question at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.widgets import Input, Static

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill, band_of, gap_words, rate_words, run_lines
from abi_coach.domain.form import CHOICE_KEYS, numbered
from abi_coach.ui.hanging import hung
from abi_coach.ui.safe import literal
from abi_coach.ui.screens.drill_panels import (
    COMPETENCIES,
    NAMED,
    OVER,
    READY,
    RUNNING,
    SENTENCE,
    STORY,
    TOLD,
    asked_at,
    columns,
    keys_at,
    named,
)
from abi_coach.ui.screens.drill_sentence import DrillSentence
from abi_coach.ui.widgets.answer_clock import AnswerClockView
from abi_coach.ui.widgets.save_banner import SaveBanner
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from abi_coach.domain.form import Choice
    from abi_coach.domain.question import Question
    from abi_coach.domain.settings import MeterRules
    from abi_coach.services.drill_room import DrillRoom
    from abi_coach.ui.screens.coach_screen import Keys

LOOKS_A_SECOND: Final = 5


class DrillScreen(DrillSentence):
    """`DrillScreen(room, rules)`: `stage` is what is asked now; Enter always means on."""

    PLACE = "Drill"
    AUTO_FOCUS = ""
    CSS_PATH = "drills.tcss"
    KEYS: ClassVar[Keys] = (("enter", "on"), ("esc", "leave"), ("?", "help"))
    BINDINGS: ClassVar[list[BindingType]] = [("enter", "go_on", "On")]

    def __init__(self, room: DrillRoom, rules: MeterRules) -> None:
        super().__init__(room)
        self._rules = rules

    def compose_body(self) -> ComposeResult:
        """From the card down to the choices."""
        yield Static(id="prompt")
        yield AnswerClockView()
        yield Static(id="asked")
        yield Static(id="choices")
        yield Input(id="line")

    def compose_foot(self) -> ComposeResult:
        """The banner, while words are only on the screen."""
        yield SaveBanner()

    def about(self) -> str:
        """Which drill it is."""
        return self.room.drill.label

    def on_mount(self) -> None:
        """Look at the clock some times a second, and show the first card."""
        self.set_interval(1 / LOOKS_A_SECOND, self.look_at_clock)
        self.show_card()

    def show_card(self) -> None:
        """Show the next card, or the end. What is only read begins at once; what is told waits for Enter."""
        if self.room.card is None:
            self._show_end()
            return
        if self.room.drill in {Drill.ASKED, Drill.RETRIEVAL}:
            self.room.begin()
            self._show(RUNNING)
        else:
            self._show(READY)

    def _show_left(self) -> None:
        left = "" if self.stage == OVER else f" · {clock_face(self.room.seconds_left)} left"
        self.query_one(TitleLine).show_about(f"{self.room.drill.label}{left}")

    def look_at_clock(self) -> None:
        """Show the time; ten seconds end the search for a story."""
        self._show_left()
        if self.stage != RUNNING:
            return
        reading = self.room.look()
        if self.room.drill is Drill.ASKED:
            return
        if self.room.drill is Drill.RETRIEVAL and self.room.seconds >= self.room.times.maximum:
            self.action_go_on()
            return
        self.query_one(AnswerClockView).show(reading)

    def action_go_on(self) -> None:
        """Enter: start, stop, skip a choice, or the next card."""
        if self.stage == READY:
            self.room.begin()
            self._show(RUNNING)
        elif self.stage == RUNNING and self.room.drill is not Drill.ASKED:
            self._stop()
        elif self.stage in {STORY, NAMED}:
            self._take("")
        elif self.stage == TOLD:
            self.show_card()
        elif self.stage == OVER:
            self.action_leave_screen()

    def on_key(self, event: events.Key) -> None:
        """A key of a choice."""
        choice = next((one for one in self._choices() if one.key == event.character), None)
        if choice is not None:
            event.stop()
            self._take(choice.value)

    def tell_story(self, question: Question, *, is_hit: bool) -> None:
        """Say whether the story fits."""
        self._tell(f"{'It fits' if is_hit else 'Look for one about'}: {question.competency.label}.")

    def _stop(self) -> None:
        seconds = self.room.stop()
        if self.room.drill is Drill.RETRIEVAL:
            band = band_of(seconds, self._rules).words(self._rules)
            self._show(STORY, f"{seconds:.1f} s: {band}. {gap_words(self.room.gap)}")
            return
        limit = clock_face(self.room.times.maximum)
        gap = gap_words(self.room.gap)
        self._tell(f"{clock_face(seconds)} of {limit}: {self.room.keep_told().value}. {gap}")

    def _take(self, value: str) -> None:
        if self.room.drill is Drill.ASKED:
            question = self.room.question
            self.room.stop()
            hit = self.room.keep_named(Competency(value))
            gap = gap_words(self.room.run.rounds[-1].gap_seconds)
            rate = rate_words(self.room.hits, self._rules.trend_points)
            self._tell(named(question, gap, rate, is_hit=hit))
        elif self.stage == STORY:
            self.story = value
            self._show(NAMED)
        else:
            self.named = value
            self._show(SENTENCE)

    def _tell(self, words: str | Content) -> None:
        """What the round came to; the card stays in sight."""
        prompt = self.room.run.rounds[-1].prompt
        self._show(TOLD, words, prompt)

    def _show(self, stage: str, words: str | Content = "", prompt: str = "") -> None:
        """Show what belongs to a stage."""
        self.stage = stage
        self._show_left()
        card = self.room.card
        self.query_one("#prompt", Static).update(literal(prompt or (card.prompt if card else "")))
        timed = stage == RUNNING and self.room.drill is not Drill.ASKED
        clock = self.query_one(AnswerClockView)
        clock.display = timed
        if timed:
            clock.show(self.room.look())
        asked = asked_at(stage, self.room.drill, self.room.times.maximum if stage == READY else 0)
        told = (*((words, "\n") if words else ()), literal(asked, "$quiet" if stage == TOLD else ""))
        self.query_one("#asked", Static).update(hung(*told))
        self.query_one("#choices", Static).update(columns(self._choices()))
        line = self.query_one("#line", Input)
        line.display = stage == SENTENCE
        line.clear()
        self.show_keys(*keys_at(stage, is_naming=stage == RUNNING and self.room.drill is Drill.ASKED))
        self.set_focus(line if line.display else None)

    def _choices(self) -> tuple[Choice, ...]:
        if self.stage == STORY:
            shelf = [(entry, story.title) for entry, story in self.room.stories.items()]
            return numbered(*shelf[: len(CHOICE_KEYS)])
        is_asked = self.stage == RUNNING and self.room.drill is Drill.ASKED
        return COMPETENCIES if is_asked or self.stage == NAMED else ()

    def _show_end(self) -> None:
        self._show(OVER, "\n".join((*run_lines(self.room.run, self._rules), "Enter goes back.")), "That was the drill.")
