"""A question before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class ConfirmDialog(ModalScreen[bool]):
    """`y` does it, anything that leaves does not. `what` is the question, `about` what follows from a yes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "dismiss(True)", "Yes"),
        ("n", "dismiss(False)", "No"),
        ("escape", "dismiss(False)", "No"),
    ]
    DEFAULT_CSS = """
    ConfirmDialog { align: center middle; background: $background 70%; }
    ConfirmDialog > Vertical {
        width: 60; max-width: 100%; height: auto; padding: 1 2; background: $surface; border-left: outer $accent;
    }
    ConfirmDialog Static { height: auto; }
    """

    def __init__(self, what: str, about: str) -> None:
        super().__init__()
        self._what = what
        self._about = about

    def compose(self) -> ComposeResult:
        """The question, what follows, two keys."""
        with Vertical():
            yield Static(
                joined(
                    literal(f"{self._what}\n", "bold"), literal(f"{self._about}\n\n", "$quiet"),
                    literal("y", "$accent bold"), " yes   ", literal("n", "$accent bold"), " no",
                )
            )  # fmt: skip
