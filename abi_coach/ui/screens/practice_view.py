"""What the practice screen shows at each stage, and the words in its boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import on
from textual.widgets import Input, TextArea

from abi_coach.domain.attempt import Mode
from abi_coach.domain.progress import Stage
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens import practice_panels as panels
from abi_coach.ui.screens import practice_review as review
from abi_coach.ui.screens.late_letters import LateLetters
from abi_coach.ui.screens.practice_keys import keys
from abi_coach.ui.screens.practice_summary import next_step, summary
from abi_coach.ui.widgets.answer_clock import AnswerClockView
from abi_coach.ui.widgets.foot import Foot
from abi_coach.ui.widgets.long_text import LongText
from abi_coach.ui.widgets.save_banner import SaveBanner
from abi_coach.ui.widgets.steady_text import SteadyText
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.content import Content

    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom

SHORT_LINES: Final = 22
ROOMY_LINES: Final = 30
FEWEST_BOX_LINES: Final = 3
MOST_BOX_LINES: Final = 12
_AROUND_BOX: Final = 5
_PARTS: Final = ("AnswerClockView", "#answer", "#review", "#meters", "#guidance", "#panel", "#line")
_SHOWN: Final = {
    Stage.CONFIDENCE: ("#panel",),
    Stage.READY: ("#panel",),
    Stage.ANSWERING: ("AnswerClockView", "#panel"),
    Stage.FIRST: ("#panel",),
    Stage.FINAL: ("#guidance", "#panel"),
    Stage.CHANGE: ("#guidance", "#panel", "#line"),
    Stage.REVIEWED: ("#review", "#meters", "#guidance"),
}


class PracticeView(LateLetters):
    """Question, clock, answer box, guidance, and what is asked now.

    `typed` opens the answer box; `is_gisting` opens it for a few words about what was said; `explains` shows how each
    meter comes about.
    """

    PLACE = "Practice"
    CSS_PATH = "practice.tcss"
    AUTO_FOCUS = ""  # the keys belong to the screen until a box is open

    def __init__(self, room: PracticeRoom, *, typed: bool = False) -> None:
        super().__init__()
        self.room = room
        begun = room.now is not None and room.now.is_cut_off and room.now.taking.mode is Mode.TYPED
        self.typed = typed or begun
        self.is_gisting = False
        self.explains = False

    @property
    def answering(self) -> Answering | None:
        """The question that is being answered; None at the end."""
        return self.room.now

    @property
    def has_box(self) -> bool:
        """Whether the large box is open: for the answer, or for a few words about it."""
        now = self.answering
        return now is not None and (self.is_gisting or (now.stage is Stage.ANSWERING and self.typed))

    def compose_body(self) -> ComposeResult:
        """From the question down to the guidance."""
        yield SteadyText(id="prompt")
        yield AnswerClockView()
        yield LongText(id="answer", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield SteadyText(id="review")
        yield SteadyText(id="meters")
        yield SteadyText(id="guidance")

    def compose_foot(self) -> ComposeResult:
        """What is asked now."""
        with Foot(id="foot", can_focus=False):
            yield SaveBanner()
            yield SteadyText(id="panel")
            yield Input(id="line", placeholder="One thing to change next time, in your words")

    def on_resize(self, event: events.Resize) -> None:
        """A short terminal saves space."""
        self.set_class(event.size.height < SHORT_LINES, "-short")
        self.call_after_refresh(self.fit_body)

    def show_stage(self) -> None:
        """Show what belongs to the present stage, and nothing else."""
        now = self.answering
        if now is None:
            self._show_end()
        elif self.room.is_break:
            self._show_only("#prompt")
            self._say("#prompt", panels.rest(self.room))
        else:
            self._show_question(now)
        self.query_one(TitleLine).show_about(panels.about(self.room, now) if now else "done")
        self.show_keys(*keys(self.room, now, typed=self.typed, is_gisting=self.is_gisting))
        self.query_one("#body").scroll_home(animate=False)
        self.call_after_refresh(self.fit_body)

    def show_saved(self) -> None:
        """How the words stand is told below their box."""
        if (now := self.answering) is not None and self.has_box:
            self._say("#panel", self._panel(now))

    def _show_question(self, now: Answering) -> None:
        self._show_only("#prompt", *(("#answer", "#panel") if self.is_gisting else _SHOWN[now.stage]))
        self.query_one("#answer").display = self.has_box
        is_tight = self.has_class("-short") or (self.has_box and self.size.height < ROOMY_LINES)
        with_steps = now.guidance is None and not (self.is_gisting or is_tight)
        self._say("#prompt", panels.prompt(now, with_steps=with_steps or now.stage is Stage.CONFIDENCE))
        if now.guidance is not None:
            self._say("#guidance", review.guidance(now.guidance))
        if now.stage is Stage.REVIEWED:
            self._say("#review", review.reviewed(self.room, now))
            self._say("#meters", review.measured(now, self.room.settings, explained=self.explains))
        self._say("#panel", self._panel(now))
        self._focus_box(now)

    def _panel(self, now: Answering) -> Content:
        """What is asked now."""
        if self.has_box:
            told = (
                literal("What did you say? A few words are enough.", "bold")
                if self.is_gisting
                else panels.sections(now, typed=True)
            )
            style = "$error bold" if self.saved == "NOT SAVED" else "$quiet"
            return joined(told, literal(f"   {self.saved}", style))
        if now.stage is Stage.CONFIDENCE:
            return panels.confidence(self.room)
        if now.stage is Stage.READY:
            return panels.ready(now, typed=self.typed)
        does = {Stage.FIRST: panels.blind, Stage.FINAL: review.evidence, Stage.ANSWERING: panels.sections}
        return does.get(now.stage, review.change)(now)

    def _focus_box(self, now: Answering) -> None:
        """The box that is open has the keys."""
        box, line = self.query_one("#answer", TextArea), self.query_one("#line", Input)
        words = now.last.text if self.is_gisting else now.taking.text
        if self.has_box and box.text != words:
            with self.prevent(TextArea.Changed):
                box.text = words
                box.move_cursor(box.document.end)
        if line.display and self.focused is not line:
            with self.prevent(Input.Changed):
                line.value = now.progress.change
        self.set_focus(box if self.has_box else line if line.display else None)

    def _show_end(self) -> None:
        """The end of the sitting."""
        self._show_only("#prompt", "#panel")
        self.set_focus(None)
        told = self.room.summary()
        self._say("#prompt", summary(told, self.room))
        self._say("#panel", next_step(told))

    def _show_only(self, *names: str) -> None:
        for name in _PARTS:
            self.query_one(name).display = name in names

    def _say(self, name: str, content: Content) -> None:
        self.query_one(name, SteadyText).say(content)

    @on(Foot.Resized)
    def fit_body(self) -> None:
        """What is asked stands right below what was said, and in sight however long that is."""
        below = self.query_one(Foot).outer_size.height
        room = max(3, self.size.height - 2 - below)
        self.query_one("#body").styles.max_height = room
        if self.has_box:
            # The box scrolls by itself, and can only follow the cursor where all of it is in sight.
            above = sum(self.query_one(name).outer_size.height for name in ("#prompt", "AnswerClockView"))
            lines = room - above - _AROUND_BOX
            self.query_one("#answer").styles.max_height = max(FEWEST_BOX_LINES, min(MOST_BOX_LINES, lines))
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        """Who writes sees what is written, however little room a banner leaves."""
        box = self.query_one("#answer", TextArea)
        box.scroll_visible(animate=False)
        box.scroll_cursor_visible()
