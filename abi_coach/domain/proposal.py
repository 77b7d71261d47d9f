"""If-then plans to start from: a cue, a deed and the likeliest obstacle, in our words until the person finds their own.

A cue that is part of the day and one small deed are what if-then plans live on; see docs/method.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from abi_coach.domain.value import Value, frozen


class ActionType(StrEnum):
    """What kind of work an action is."""

    DRILL = "drill"
    BUILD = "build"
    REDO = "redo"
    CUT = "cut"
    SECOND_RATER = "second_rater"
    LEARN = "learn"
    MEASURE = "measure"

    @property
    def label(self) -> str:
        """What it is, as a person reads it."""
        return _LABELS[self]


_LABELS: Final[dict[ActionType, str]] = {
    ActionType.DRILL: "Drill",
    ActionType.BUILD: "Build stories",
    ActionType.REDO: "Redo",
    ActionType.CUT: "Cut to length",
    ActionType.SECOND_RATER: "Second rater",
    ActionType.LEARN: "Learn, and make something to show",
    ActionType.MEASURE: "Measure first",
}


@frozen
class Proposal(Value):
    """IF `if_` THEN I will `then`; `obstacle` names what may come between, and the way past it."""

    if_: str
    then: str
    obstacle: str


_CUE: Final = "it is a practice day and my first coffee or tea is poured"

_PROPOSALS: Final[dict[ActionType, Proposal]] = {
    ActionType.DRILL: Proposal(
        _CUE,
        "answer one question on {item} aloud, against the clock, and rate it",
        "I drift into background; when I notice, I say “so what I did was” and go on from there.",
    ),
    ActionType.BUILD: Proposal(
        _CUE,
        "write one true occasion that shows {item}: what happened, what I did, what came of it",
        "No story seems big enough; an ordinary week with one clear result will do.",
    ),
    ActionType.REDO: Proposal(
        _CUE,
        "answer the {item} question that landed badly once more, aloud, with one change",
        "I would rather not look at it again; I read my debrief as if a friend had written it.",
    ),
    ActionType.CUT: Proposal(
        "the clock reaches the target time",
        "finish my {item} answer with the result and one sentence on what I learned",
        "One more detail wants in; I leave it for the follow-up question.",
    ),
    ActionType.SECOND_RATER: Proposal(
        "I next talk to somebody whose judgement I trust",
        "give them one answer on {item} and ask for their 1 to 5 before I say mine",
        "Asking feels like a lot; ten minutes and one answer is enough.",
    ),
    ActionType.LEARN: Proposal(
        "it is a practice day and I sit down at my computer",
        "do one small thing with {item} and write half a page that I could show",
        "The topic is endless; I stop at one working example that I can explain in 90 seconds.",
    ),
    ActionType.MEASURE: Proposal(
        _CUE,
        "measure first: answer one question on {item} aloud and rate it",
        "A low rating would sting; it is only where I start from.",
    ),
}


def propose_words(kind: ActionType, label: str, *, is_skill: bool) -> Proposal:
    """The proposal for an item; a competency's name is put into the sentence in lower case, a skill's as it is."""
    words = _PROPOSALS[kind]
    item = label if is_skill else label[:1].lower() + label[1:]
    return Proposal(words.if_, words.then.replace("{item}", item), words.obstacle)


_SMALLER: Final = "; a small start counts"
_WAS_SMALLER: Final = "; once is enough"  # in plans that were kept before


def smaller(then: str) -> str:
    """The same deed, begun small: what is offered when a promise was missed twice."""
    bare = then.removesuffix(_WAS_SMALLER)
    return bare if bare.endswith(_SMALLER) else f"{bare}{_SMALLER}"
