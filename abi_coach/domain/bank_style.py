"""What makes a question hard to read aloud or to rate, though nothing in it is wrong.

Each rule finds at most one thing in a question. The rules come from what structured interviewing asks for: one plain
question at a time, a stem that fits the kind of evidence wanted, probes to go on with, and anchors that describe what
an answer does, so that two people would give the same rating.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from abi_coach.domain.kind import Kind
from abi_coach.domain.question import Question
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.question import Anchors, AnyQuestion

MOST_WORDS: Final = 35
"""The longest prompt that can be said in one breath and kept in mind."""
FEWEST_PROBES: Final = 2
"""One for evidence and one for the candidate's own part."""
FEWEST_ANCHOR_WORDS: Final = 4
"""An anchor of fewer words names a grade; it describes nothing."""


@frozen
class StyleFinding(Value):
    """One thing that would make a question better: the field, what is the matter, what to write."""

    field: str
    what: str
    write: str


_PAST: Final = re.compile(
    r"\b(?:tell me about|describe|think of|think back|(?:walk|take|talk) me through|give me an example"
    r"|a time|last time|have you ever|when (?:have|had|has|did|were|was)"
    r"|(?:what|who|which|how|where|why) (?:was|were|did)|did you|were you|had you|you (?:once|had|were|did))\b",
    re.IGNORECASE,
)
"""What asks for something that happened."""

_SUPPOSED: Final = re.compile(
    r"\b(?:suppose|supposing|imagine|say that|what if|if |would you|do you do|will you|it is|it's|you are|you're"
    r"|you (?:find|notice|hear|learn|must|have|see|discover|join|take|inherit|get|come|receive)"
    r"|how do you|what do you|your (?:manager|team|colleague|customer|client|boss))",
    re.IGNORECASE,
)
"""What sets a scene that has not happened."""

_ASKS_A_STORY: Final = re.compile(
    r"\b(?:a time (?:when|that|you)|(?:tell me about|describe|think of) (?:a|an|the last|one) "
    r"(?:time|occasion|situation)|the last time you|when did you last|give me an example of when)\b",
    re.IGNORECASE,
)
"""The usual stems of a behavioural question."""

_WITHOUT_STORY: Final = frozenset({Kind.SITUATIONAL, Kind.TECHNICAL, Kind.CASE, Kind.REVERSE})

_GRADES: Final = (
    "excellent|great|good|strong|poor|weak|bad|outstanding|clear|solid|effective|brilliant|superb|impressive|perfect"
    "|amazing|exceptional|adequate|average|acceptable|satisfactory|decent|mediocre|fantastic|terrible|limited|basic"
)
_PRAISED: Final = (
    "communication|communicator|skills?|understanding|knowledge|attitude|teamwork|leadership|judgement|judgment"
    "|problem[- ]solving|team player|personality|performance|grasp|awareness|abilit(?:y|ies)|listener|leader"
)
_VAGUE: Final = re.compile(
    rf"\b(?:{_GRADES})(?:,? (?:and )?\w+)? (?:{_PRAISED})\b"
    rf"|^(?:gives |has |shows |demonstrates )?(?:an? |the )?(?:very )?(?:{_GRADES})(?:(?:, (?:and )?| and )\w+){{0,3}} "
    rf"(?:answers?|responses?|examples?|explanations?|presentation|delivery|structure|candidate)\b"
    rf"|\b(?:{_PRAISED}) (?:is|are|was|were) (?:very |quite )?(?:{_GRADES})\b"
    rf"|\b(?:communicat|answer|explain|respond|perform|articulat|present|speak)\w* "
    rf"(?:(?:it|this|things|the question|themselves) )?(?:very |really |quite )?"
    rf"(?:well|badly|poorly|clearly|effectively|nicely|excellently)(?: and \w+)?(?: throughout)?[.,;]?$",
    re.IGNORECASE,
)
"""A grade in other words, as “excellent communication”: nobody can see or hear it."""


_GRADE_WORDS: Final = frozenset(_GRADES.split("|")) | frozenset(
    ("well", "badly", "poorly", "clearly", "effectively", "nicely", "excellently")
)
"""Without one of these an anchor cannot be vague in that way; looking for them first is ten times quicker."""


def style_of(question: AnyQuestion) -> list[StyleFinding]:
    """What could be better in one question, in the order of a bank's fields."""
    return [*_of_prompt(question.prompt), *_of_stem(question), *(_of_asked(question) if _is_asked(question) else ())]


def _is_asked(question: AnyQuestion) -> bool:
    return isinstance(question, Question)


def _of_prompt(prompt: str) -> Iterator[StyleFinding]:
    words = len(prompt.split())
    if words > MOST_WORDS:
        what = f"has {words} words; nobody keeps more than {MOST_WORDS} in mind"
        yield StyleFinding("prompt", what, "ask one thing, and put the rest into parts or probes")
    marks = prompt.count("?")
    if marks > 1:
        yield StyleFinding("prompt", f"asks {marks} questions at once", "keep one, and make the others probes")


def _of_stem(question: AnyQuestion) -> Iterator[StyleFinding]:
    kind, prompt = question.kind, question.prompt
    if kind is Kind.BEHAVIOURAL and not _PAST.search(prompt):
        what = "does not ask for something that happened, as a behavioural question does"
        yield StyleFinding("prompt", what, "begin with “Tell me about a time when …” or the like")
    elif kind is Kind.SITUATIONAL and not _SUPPOSED.search(prompt):
        what = "sets no scene, as a situational question does"
        yield StyleFinding("prompt", what, "begin with “Suppose …” or “You find that …”")
    elif kind in _WITHOUT_STORY and _ASKS_A_STORY.search(prompt):
        what = f"asks for a past occasion, but its kind is {kind.value}"
        yield StyleFinding("prompt", what, "make it behavioural, or ask another way")


def _of_asked(question: AnyQuestion) -> Iterator[StyleFinding]:
    assert isinstance(question, Question)
    yield from _of_anchors(question.anchors)
    probes = len(question.probes)
    if probes < FEWEST_PROBES:
        what = f"{probes or 'no'} {'probe' if probes == 1 else 'probes'}, and an interviewer needs two"
        yield StyleFinding("probes", what, "add one for evidence and one for the candidate's own part")


def _of_anchors(anchors: Anchors) -> Iterator[StyleFinding]:
    marked = ((1, anchors.one), (3, anchors.three), (5, anchors.five))
    for mark, text in marked:
        words = text.lower().replace(",", "").replace(".", "").split()
        if len(words) < FEWEST_ANCHOR_WORDS or (not _GRADE_WORDS.isdisjoint(words) and _VAGUE.search(text)):
            write = "say what such an answer names, does or leaves out"
            yield StyleFinding(f"anchors.{mark}", "cannot be seen or heard in an answer", write)
    for (low, lesser), (high, greater) in pairwise(marked):
        if lesser.casefold() == greater.casefold():
            yield StyleFinding(f"anchors.{high}", f"is the same as {low}", "tell the two apart")
        elif len(greater) < len(lesser):
            what = f"is shorter than {low}, though such an answer holds more"
            yield StyleFinding(f"anchors.{high}", what, "say what it does beyond the lower one")
