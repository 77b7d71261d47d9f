"""A question in words, line by line: the same on the screen and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.question import Question, ReverseQuestion
from abi_coach.domain.timing import KIND_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from abi_coach.domain.kind import Kind
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.domain.timing import KindTimes

Line = tuple[str, str]


def told_question(question: AnyQuestion, kinds: Mapping[Kind, KindTimes] = KIND_TIMES) -> list[Line]:
    """Pairs of a label and a text; every field that a bank can fill is here. `kinds` are the times of each kind."""
    told = _reverse(question) if isinstance(question, ReverseQuestion) else _asked(question, kinds)
    return [("", question.prompt), *told, ("Id", question.id)]


def _reverse(question: ReverseQuestion) -> Iterator[Line]:
    yield "Kind", f"{question.kind.label} · {question.dimension.label}"
    yield "Level", ", ".join(question.levels)
    yield "A good sign", question.good_sign
    yield "A warning", question.warning_sign
    yield "Follow up", question.follow_up


def _asked(question: Question, kinds: Mapping[Kind, KindTimes]) -> Iterator[Line]:
    for number, part in enumerate(question.parts, 1):
        yield f"Step {number}", part
    yield "Kind", " · ".join([question.kind.label, *([question.area.value.replace("_", " ")] if question.area else [])])
    second = f", then {question.secondary.label.lower()}" if question.secondary else ""
    yield "Competency", question.competency.label + second
    if question.skills:
        yield "Skills", ", ".join(question.skills)
    yield "Difficulty", f"{question.difficulty.value} of 3 · {', '.join(question.levels)}"
    times = question.times(kinds=kinds)
    yield "Time", f"think {times.think} s, aim for {clock_face(times.target)}, at most {clock_face(times.maximum)}"
    yield "Really asking", question.really_asking
    for number, anchor in ((1, question.anchors.one), (3, question.anchors.three), (5, question.anchors.five)):
        yield f"Rated {number}", anchor
    for probe in question.probes:
        yield "Probe", probe
    for trap in question.traps:
        yield "Trap", trap
    if question.story_hint:
        yield "Which story", question.story_hint
    if question.routes:
        yield "Where", ", ".join(question.jurisdiction)
        yield "Answer it", question.routes.answer
        yield "Bridge", question.routes.bridge
        yield "Decline", question.routes.decline
    if question.source or question.asked_on:
        yield "Source", f"{question.source} {question.asked_on}".strip()
