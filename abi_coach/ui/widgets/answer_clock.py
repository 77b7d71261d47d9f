"""The large clock of an answer: a word for the phase, the time in big digits, and a bar with target and maximum."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import Vertical
from textual.widgets import Digits, Static

from abi_coach.domain.answer_clock import Reading, Running, clock_face
from abi_coach.domain.timing import Phase
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

_BAR_CELLS: Final = 50
_LEGEND: Final = "  ┼ target"
_AROUND_BAR: Final = 4 + len(_LEGEND)
_FEWEST_BAR_CELLS: Final = 10
_CLASSES: Final = {Phase.WRAP_UP: "-wrap-up", Phase.OVER: "-over"}


class AnswerClockView(Vertical):
    """Shows a `Reading`; redraws only what changed, so that a running clock costs next to nothing.

    Words and bar are one line each and as wide as the clock, so that a new text never needs a new layout.
    """

    DEFAULT_CSS = """
    AnswerClockView { height: auto; margin-top: 1; }
    AnswerClockView #words { text-style: bold; color: $accent; width: 100%; height: 1; }
    AnswerClockView #digits { width: auto; color: $foreground; }
    AnswerClockView #bar { color: $quiet; width: 100%; height: 1; }
    AnswerClockView.-wrap-up #words { color: $warning; }
    AnswerClockView.-over #words { color: $error; }
    AnswerClockView.-short #digits { display: none; }
    AnswerClockView.-untimed #digits, AnswerClockView.-untimed #bar { display: none; }
    """
    SHORT_HEIGHT: ClassVar[int] = 16
    """Below this many lines of screen, the words carry the time and the digits go."""

    SHORT_HEIGHT_TYPING: ClassVar[int] = 22
    """The same where a box for the answer is open."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """Words, digits, bar."""
        yield Static(id="words")
        yield Digits(id="digits")
        yield Static(id="bar")

    def show(self, reading: Reading, *, typing: bool = False) -> None:
        """Show this reading, in less room while a box is open."""
        face = _face(reading)
        cells = max(_FEWEST_BAR_CELLS, min(_BAR_CELLS, self.app.size.width - _AROUND_BAR))
        filled = round(reading.share * cells)
        shown = (reading.words, reading.cue, face, cells, filled, reading.target_share, typing)
        if shown == self._shown:
            return
        self._shown = shown
        self.set_class(self.app.size.height < (self.SHORT_HEIGHT_TYPING if typing else self.SHORT_HEIGHT), "-short")
        self.set_class(reading.remaining is None, "-untimed")
        for phase, name in _CLASSES.items():
            self.set_class(reading.phase is phase and reading.running is not Running.WAITING, name)
        self.query_one("#words", Static).update(_words(reading), layout=False)
        self.query_one(Digits).update(face)
        self.query_one("#bar", Static).update(_bar(cells, filled, reading), layout=False)


def _face(reading: Reading) -> str:
    """Thinking counts down, answering counts up: what matters is how much is left, then how much is said."""
    if reading.phase is Phase.THINK and reading.remaining is not None:
        return clock_face(reading.remaining + 0.99)
    return clock_face(reading.elapsed)


def _words(reading: Reading) -> Content:
    """The phase, the time in words, and a quiet cue."""
    cue = literal(f"   {reading.cue}", "$quiet not bold") if reading.cue else ""
    return joined(reading.words, literal(f"   {_told(reading)}", "$foreground not bold"), cue)


def _told(reading: Reading) -> str:
    if reading.remaining is None:
        return "no clock"
    if reading.phase is Phase.THINK:
        return f"{clock_face(reading.remaining + 0.99)} left"
    return f"{clock_face(reading.elapsed)} of {clock_face(reading.elapsed + reading.remaining)}"


def _bar(cells: int, filled: int, reading: Reading) -> Content:
    """So many cells, full ones and empty ones, and a mark at the target, which a word explains."""
    drawn = ["━" if index < filled else "┄" for index in range(cells)]
    if reading.target_share:
        mark = min(cells - 1, round(reading.target_share * cells))
        drawn[mark] = "╋" if mark < filled else "┼"
        return joined(literal("".join(drawn)), literal(_LEGEND, "$quiet"))
    return literal("".join(drawn))
