"""A question from a real interview as a draft for the person's own bank.

Their words stay theirs. What a bank needs besides is a plain rubric that fits any answer of the kind; what the person
noted about the question takes its place where there is such a note. Nothing is claimed that nobody said.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.bank_head import OWN
from abi_coach.domain.bank_style import style_of
from abi_coach.domain.competency import Competency
from abi_coach.domain.form_parsing import one_line
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.question import Anchors, Question

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from abi_coach.domain.debrief import ColdDebrief, HotDebrief, Reconstruction
    from abi_coach.domain.interview import Interview

SOURCE: Final = "real"
LONGEST: Final = 1_000

_SENTENCE: Final = re.compile(r"[^?\uff1f]{1,1000}[?\uff1f]?")
_WHY: Final = re.compile(
    r"(?:so,? )?(?:why (?:us|this|do you want|are you|did you apply)|what (?:attracts|draws|do you want))",
    re.IGNORECASE,
)
_CRAFT: Final = re.compile(
    r"(?:please )?(?:(?:can|could|would) you )?(?:explain|design|implement|write|sketch|estimate|compare"
    r"|what (?:is|are|happens)|how does|what['’]s the difference)\b",
    re.IGNORECASE,
)
_ANCHORS: Final = Anchors(
    "Stays with what people usually say, and names nothing of one's own.",
    "Answers what was asked with one thing that really happened or would be done, and why.",
    "Adds what was weighed against it, what came of it or would show that it works, and where it would not fit.",
)
_PROBES: Final = ("What exactly was your own part in that?", "How do you know that it worked?")
_REALLY_ASKING: Final = "What they wanted to find out with it; write it here once you know."


def kept_questions(
    hot: HotDebrief, cold: ColdDebrief, interview: Interview, asked_on: date, known: Iterable[Question]
) -> dict[int, Question]:
    """The bank question of each question that was kept, by its position in the hot debrief (from 0).

    One whose words are in the own bank (`known`) already is that one; the others are new drafts with ids of their own.
    """
    by_words = {question.prompt.casefold(): question for question in known}
    ids = {question.id for question in by_words.values()}
    kept: dict[int, Question] = {}
    for place in cold.keep:
        if place < len(hot.questions):
            draft = _draft(place, hot, cold, interview)
            words = draft.prompt.casefold()
            kept[place] = by_words.get(words) or _numbered(draft, asked_on, ids)
            by_words[words] = kept[place]
            ids.add(kept[place].id)
    return kept


def _draft(place: int, hot: HotDebrief, cold: ColdDebrief, interview: Interview) -> Question:
    prompt, *others = _questions(hot.questions[place].text)
    kind = _kind(prompt)
    again = next((one for one in cold.reconstructed if one.question == place), None)
    follow_ups = [again.follow_up] if again and again.follow_up else []
    counts_for = [one.item for one in cold.improve] if place == hot.redo else []
    competency = _competency(kind, [*counts_for, *(one.value for one in interview.competencies)])
    return _question(prompt, kind, competency, again, (*others, *map(one_line, follow_ups)))


def _question(
    prompt: str, kind: Kind, competency: Competency, again: Reconstruction | None, probes: tuple[str, ...]
) -> Question:
    return Question(
        id=OWN,
        prompt=prompt,
        kind=kind,
        competency=competency,
        difficulty=Difficulty.TRADE_OFF,
        levels=tuple(Level),
        really_asking=one_line(again.checking)[:LONGEST] if again and again.checking else _REALLY_ASKING,
        anchors=_anchors(again),
        probes=(*(probe[:LONGEST] for probe in probes), *_PROBES)[:4],
        source=SOURCE,
    )


def _questions(text: str) -> list[str]:
    """The question, and those that came in the same breath: they become probes."""
    parts = [part.strip() for part in _SENTENCE.findall(one_line(text)[:LONGEST]) if part.strip(" ?.!")]
    return parts or [one_line(text)[:LONGEST]]


def _anchors(again: Reconstruction | None) -> Anchors:
    noted = one_line(again.four_would)[:LONGEST] if again else ""
    if not noted:
        return _ANCHORS
    return Anchors(_ANCHORS.one, _ANCHORS.three, f"{_ANCHORS.five} As I noted after the interview: {noted}")


def _kind(prompt: str) -> Kind:
    """The first kind whose stem fits."""
    if _WHY.match(prompt):
        return Kind.MOTIVATION
    if _CRAFT.match(prompt):
        return Kind.TECHNICAL
    fitting = (kind for kind in (Kind.BEHAVIOURAL, Kind.SITUATIONAL) if _fits(prompt, kind))
    return next(fitting, Kind.MOTIVATION)


def _fits(prompt: str, kind: Kind) -> bool:
    found = style_of(_question(prompt, kind, Competency.COMMUNICATION, None, ()))
    return not any(one.field == "prompt" and kind.value in one.what for one in found)


def _competency(kind: Kind, named: list[str]) -> Competency:
    """What the person said it counts for or the advert names, the first of it; else the usual one of the kind."""
    if kind is Kind.MOTIVATION:
        return Competency.MOTIVATION
    usable = [one for one in Competency if one.value in named and one is not Competency.ROLE_EXPERTISE]
    usual = Competency.COMMUNICATION if kind is Kind.BEHAVIOURAL else Competency.PROBLEM_SOLVING
    return min(usable, key=lambda one: named.index(one.value), default=usual)


def _numbered(question: Question, asked_on: date, ids: set[str]) -> Question:
    stem = f"{OWN}-{question.kind.value}"
    taken = [int(name.rpartition("-")[2]) for name in ids if re.fullmatch(rf"{stem}-\d{{1,6}}", name)]
    return replace(question, id=f"{stem}-{max(taken, default=0) + 1:03}", asked_on=asked_on.isoformat())
