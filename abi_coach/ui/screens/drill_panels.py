"""What a drill shows: its choices in columns, and what is asked at each stage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill
from abi_coach.domain.form import numbered
from abi_coach.ui.hanging import lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.form import Choice
    from abi_coach.domain.question import Question
    from abi_coach.ui.screens.coach_screen import Keys

_COLUMN: Final = 22

READY, RUNNING, STORY, NAMED, SENTENCE, TOLD, OVER = "ready", "running", "story", "named", "sentence", "told", "over"
KEYS: Final[dict[str, Keys]] = {
    READY: (("enter", "start"),),
    RUNNING: (("enter", "done"),),
    STORY: (("key", "story"), ("enter", "none")),
    NAMED: (("key", "competency"), ("enter", "skip")),
    SENTENCE: (("enter", "keep"),),
    TOLD: (("enter", "next"),),
    OVER: (("enter", "back"),),
}
"""The keys that matter at each stage, before those that always do."""

COMPETENCIES: Final = numbered(*((one.value, one.label) for one in Competency))

_ASKS: Final = {
    STORY: "Which story? Enter for none.",
    NAMED: "Which competency does it show? Enter to skip.",
    SENTENCE: "Its first sentence, or Enter to say it aloud only.",
    TOLD: "Enter goes on.",
}


def keys_at(stage: str, *, is_naming: bool) -> Keys:
    """The keys at a stage; where `is_naming`, a key names the competency, and Enter does nothing."""
    first = (("key", "competency"),) if is_naming else KEYS[stage]
    return (*first, ("esc", "leave"), *(() if stage == SENTENCE else (("?", "help"),)))


def named(question: Question, gap: str, rate: str, *, is_hit: bool) -> Content:
    """What came of naming the competency: which it is and means, what is really asked, a gap, the rate so far."""
    asked = question.competency
    return joined(
        literal(f"{'Yes' if is_hit else 'Not quite'}: {asked.label}.", "bold"), f" {asked.definition}\n\n",
        lead(literal("Really asking  ", "$accent")), f"{question.really_asking}\n\n",
        literal(f"{gap}\n" if gap else "", "$warning"), literal(f"{rate}\n", "$quiet"),
    )  # fmt: skip


def columns(choices: tuple[Choice, ...]) -> Content:
    """Keys and labels, in two columns where all labels are short."""
    short = all(len(one.label) < _COLUMN for one in choices)
    rows = (len(choices) + 1) // 2 if short else len(choices)
    parts: list[str | Content] = []
    for row in range(rows):
        for one in choices[row::rows] if rows else ():
            parts += [literal(f"{one.key}  ", "$accent bold"), f"{one.label:<{_COLUMN}}" if short else one.label]
        parts.append("\n")
    return joined(*parts)


def asked_at(stage: str, drill: Drill, maximum: int) -> str:
    """What the person is asked to do at a stage; `maximum` is the card's, in seconds, before it begins."""
    if stage == RUNNING and drill is Drill.ASKED:
        return "Which competency is it about?"
    if stage == RUNNING:
        return "Enter as soon as you have a story." if drill is Drill.RETRIEVAL else "Enter when done."
    if stage == READY:
        return f"At most {clock_face(maximum)}, aloud. Enter starts the clock."
    return _ASKS.get(stage, "")
