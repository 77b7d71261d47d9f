"""What the practice screen shows at each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, Static, TextArea

from abi_coach.domain.progress import Stage
from abi_coach.ui.safe import literal
from abi_coach.ui.screens import practice_panels as panels
from abi_coach.ui.screens.coach_screen import CoachScreen
from abi_coach.ui.screens.practice_summary import summary
from abi_coach.ui.widgets.answer_clock import AnswerClockView
from abi_coach.ui.widgets.autosave import Autosave
from abi_coach.ui.widgets.title_line import TitleLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from abi_coach.domain.rating import Capped, Check
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom

_WITH_GUIDANCE = frozenset({Stage.FINAL, Stage.CHANGE, Stage.REVIEWED})


class PracticeView(CoachScreen):
    """Question, clock, answer box, guidance, and what is asked now; `typed` opens the answer box."""

    PLACE = "Practice"
    CSS_PATH = "practice.tcss"
    AUTO_FOCUS = ""  # the keys belong to the screen until a box is open

    def __init__(self, room: PracticeRoom, *, typed: bool = False) -> None:
        super().__init__()
        self.room = room
        self.typed = typed
        self.answers: dict[Check, bool] = {}
        self.cap: Capped | None = None
        self.keeper = Autosave(self, self._save_answer)
        self.autosave = self.keeper

    @property
    def answering(self) -> Answering | None:
        """The question that is being answered; None at the end."""
        return self.room.now

    def compose_body(self) -> ComposeResult:
        """From the question down to the guidance."""
        yield Static(id="prompt")
        yield AnswerClockView()
        yield TextArea(id="answer", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield Static(id="guidance")

    def compose_foot(self) -> ComposeResult:
        """What is asked now."""
        yield Static(id="panel")
        yield Input(id="line", placeholder=str(literal("One thing to change next time, in your words")))

    def show_stage(self) -> None:
        """Show what belongs to the present stage, and nothing else."""
        now = self.answering
        if now is None:
            self._show_summary()
            return
        self.query_one(TitleLine).show_about(panels.about(self.room, now))
        with_steps = now.stage not in _WITH_GUIDANCE
        self.query_one("#prompt", Static).update(panels.prompt(now.question, now, with_steps=with_steps))
        self.query_one(AnswerClockView).display = now.stage is Stage.ANSWERING
        self._show_guidance(now)
        self.query_one("#panel", Static).update(panels.panel(self.room, now, self.answers, self.cap, typed=self.typed))
        self._show_boxes(now)
        self.show_keys(*panels.keys(self.room, now, typed=self.typed))

    def _show_guidance(self, now: Answering) -> None:
        """Anchors and traps, never before the blind rating."""
        shown = now.guidance if now.stage in _WITH_GUIDANCE else None
        place = self.query_one("#guidance", Static)
        place.display = shown is not None
        place.update(panels.guidance(shown) if shown else literal(""))

    def _show_boxes(self, now: Answering) -> None:
        box, line = self.query_one("#answer", TextArea), self.query_one("#line", Input)
        box.display = now.stage is Stage.ANSWERING and self.typed
        opens = now.stage is Stage.CHANGE and not line.display
        line.display = now.stage is Stage.CHANGE
        if opens:
            line.value = now.progress.change
        focused = box if box.display else line if line.display else None
        self.set_focus(focused)

    def _show_summary(self) -> None:
        """The end of the sitting."""
        self.query_one(TitleLine).show_about("done")
        for hidden in ("#guidance", "#answer", "#line", "AnswerClockView"):
            self.query_one(hidden).display = False
        self.query_one("#prompt", Static).update(literal("That was the sitting.", "bold"))
        self.query_one("#panel", Static).update(summary(self.room.summary()))
        self.show_keys(("enter", "home"), ("esc", "back"))
        self.set_focus(None)

    def _save_answer(self) -> None:
        now = self.answering
        if now is not None and now.stage is Stage.ANSWERING:
            now.save_draft()
