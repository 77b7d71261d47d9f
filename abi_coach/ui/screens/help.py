"""All keys, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from abi_coach.services.coach import Coach

KEYS_BY_PLACE: Final = (
    ("Everywhere", (
        ("enter", "on: the one main thing of the screen"),
        ("esc", "back; nothing is lost"),
        ("ctrl+s", "save and finish"),
        ("f2", "start or pause the clock"),
        ("f3", "skip"),
        ("f4", "open the text in $EDITOR"),
        ("ctrl+p", "every action by name"),
        ("?", "this page"),
        ("ctrl+q", "quit; what is unsaved is saved first"),
    )),
    ("Home", (
        ("p d l", "practise, debrief, plan"),
        ("s b", "stories, banks"),
        ("c t h", "card, drills, old takes"),
        ("g m r", "progress, market, reflection"),
    )),
    ("Practice", (
        ("1-5", "rate; while speaking: a section of the answer begins"),
        ("t", "type the answer, or speak it"),
        ("u", "count an um"),
        ("y n", "yes or no to a check"),
        ("r", "answer again, with your one change"),
        ("x", "hide the question from later sets"),
    )),
    ("Plan", (
        ("w", "write it to a file"),
        ("v", "the document, and back"),
        ("e", "how each number comes about"),
    )),
)  # fmt: skip
"""Every key by place; docs/keys.md is made from it."""


class HelpScreen(CoachScreen):
    """Every key and what it does."""

    PLACE = "Help"
    AUTO_FOCUS = ""

    def __init__(self, _coach: Coach | None = None) -> None:
        super().__init__()

    def compose_body(self) -> ComposeResult:
        """The keys by place."""
        yield Static(_page())


def _page() -> Content:
    parts: list[Content] = []
    for place, keys in KEYS_BY_PLACE:
        parts.append(literal(f"{place}\n", "bold"))
        parts += [joined(literal(f"  {key:<8}", "$accent"), f"{does}\n") for key, does in keys]
        parts.append(literal("\n"))
    return joined(*parts, literal("Every action has a command too: `abi --help`.", "$quiet"))
