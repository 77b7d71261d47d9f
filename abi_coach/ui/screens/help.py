"""All keys, in one place; those of the place that one comes from stand first, below what it explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.widgets import Static

from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal
from abi_coach.ui.screens.coach_screen import CoachScreen, Keys

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
        ("?", "this page; where meters are shown, how they come about"),
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
        ("w", "keep a few words of what you said"),
        ("r", "answer again, with your one change; before a sitting: go on with the one you left"),
        ("c", "compare your takes"),
        ("m", "how the meters come about, in their place; ? begins with it, too"),
        ("a", "keep an answer that was cut off, and start afresh"),
        ("g", "count the time that the machine was away"),
        ("a-z", "before a sitting, on its skill: find one by a few letters of any of its names"),
        ("x", "hide the question from later sets; before a sitting: let the one you left go"),
        ("ctrl+x", "end the sitting for good"),
    )),
    ("Debrief", (
        ("n", "an interview that is not in the list"),
        ("a", "add an interview that is to come"),
        ("f", "note that the message which is due was sent"),
        ("h c o", "hot, cold, outcome of the interview under the cursor"),
    )),
    ("Forms", (
        ("↑ ↓", "the question before, or after"),
        ("+", "an answer that is not in the list, in your words"),
        ("ctrl+j", "a new line"),
        ("ctrl+r ctrl+y f7", "where words could not be saved: try again, copy, write to a file"),
    )),
    ("Plan", (
        ("enter", "begin what the action asks for"),
        ("t", "tick the action; the evidence closes it"),
        ("i", "the action in your own words"),
        ("w", "write it to a file"),
        ("v", "the document, and back"),
        ("e", "how each number comes about"),
        ("c", "copy the document"),
    )),
    ("Stories", (
        ("a e", "add, edit"),
        ("l", "tell it in 30, 60, 90 and 180 seconds"),
        ("r z", "retire, or bring back; the retired ones"),
        ("← →", "in a story: older and newer versions"),
    )),
    ("Progress", (
        ("s", "from the start, the last year, the last quarter"),
        ("r", "one role, or all"),
    )),
    ("History", (
        ("c", "one competency after another"),
        ("← →", "in a question: the take before, or after"),
        ("m", "in a question: meters, then how they come about; ? begins with it, too"),
        ("s", "in a question: which story was told"),
    )),
    ("Market", (
        ("n", "something new in this section"),
        ("a p", "take in an advert, keep pay that was named"),
        ("b c", "rate today's job, or a company"),
        ("f u", "take it or pass, the market's pulse"),
        ("o t", "keep somebody you met, note that you were in touch"),
    )),
    ("Reflect", (
        ("v", "the last reflection, and back"),
        ("b", "rate today's job"),
    )),
    ("Banks", (
        ("f2", "your own files, and what lint says of them"),
        ("f3", "filters"),
        ("f4", "edit the file"),
        ("/", "back to the search line"),
    )),
    ("Card", (
        ("a", "add an interview that is to come"),
        ("n", "the next interview's card"),
        ("r", "hide names and amounts"),
    )),
)  # fmt: skip
"""Every key by place; docs/keys.md is made from it."""

_KEYS_CELLS: Final = 8


class HelpScreen(CoachScreen):
    """Every key and what it does."""

    PLACE = "Help"
    KEYS: ClassVar[Keys] = (("↑↓", "read on"), ("esc", "back"))
    AUTO_FOCUS = ""
    DEFAULT_CSS = "HelpScreen #first { height: auto; margin-bottom: 1; }"

    def __init__(self, _coach: Coach | None = None) -> None:
        super().__init__()

    def compose_body(self) -> ComposeResult:
        """What the place has to explain itself, then the keys by place."""
        below = self.app.screen_stack[-2:][0]
        here = below if isinstance(below, CoachScreen) else None
        if here is not None and (first := here.help_first()) is not None:
            yield Static(first, id="first")
        yield Static(_page(here.HELP or here.PLACE if here else ""))


def _page(here: str) -> Content:
    """The keys of this place first, then all others."""
    parts: list[Content] = []
    for place, keys in sorted(KEYS_BY_PLACE, key=lambda part: part[0] != here):
        parts.append(literal(f"{place}\n", "bold"))
        parts += [joined(lead(literal(f"  {key:<{_KEYS_CELLS}} ", "$accent")), f"{does}\n") for key, does in keys]
        parts.append(literal("\n"))
    return hung(*parts, literal("Every action has a command too: `abi --help`.", "$quiet"))
