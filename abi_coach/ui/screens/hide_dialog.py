"""Why a question shall not be asked again: one line, kept with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class HideDialog(ModalScreen[str | None]):
    """Asks for a reason; Enter hides, also without one, and Esc keeps the question (None)."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "keep_question", "Keep it")]
    DEFAULT_CSS = """
    HideDialog { align: center middle; background: $background 70%; }
    HideDialog > Vertical {
        width: 60; max-width: 100%; height: auto; padding: 1 2; background: $surface; border-left: outer $accent;
    }
    HideDialog Input, HideDialog Input:focus {
        border: none; height: 1; padding: 0 1; margin: 1 0; background: $background;
    }
    HideDialog .quiet { color: $quiet; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """A question, a line, two keys."""
        with Vertical():
            yield Static(literal("What is wrong with this question, for you?", "bold"))
            yield Input(placeholder="too easy, never asked in my trade …")
            yield Static(
                joined(
                    literal("enter", "$accent bold"), " keeps it out of later sets   ",
                    literal("esc", "$accent bold"), " leaves it in",
                ),
                classes="quiet",
            )  # fmt: skip

    @on(Input.Submitted)
    def hide_question(self, event: Input.Submitted) -> None:
        """Hide it, for this reason."""
        event.stop()
        self.dismiss(event.value.strip())

    def action_keep_question(self) -> None:
        """Let it be asked again."""
        self.dismiss(None)
