"""Debriefs as lines of plain words, for a terminal without screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.when_text import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.debrief import ColdDebrief, HotDebrief, Reconstruction, RememberedQuestion
    from abi_coach.domain.interview import Outcome


def hot_lines(hot: HotDebrief) -> Iterator[str]:
    """What was told right after."""
    yield ""
    yield "Hot"
    for place, asked in enumerate(hot.questions):
        mark = " (best)" if place == hot.best else " (redo)" if place == hot.redo else ""
        yield f"  {question_line(asked)}{mark}"
    for name, text in (("You promised", hot.promised_them), ("They promised", hot.promised_me)):
        if text:
            yield f"  {name}: {text}"
    if hot.promised_by:
        yield f"  By: {day_text(hot.promised_by)}"
    yield f"  Confidence {hot.confidence} of 100, nerves {hot.nerves} of 5, in a word: {hot.word}"
    if hot.people:
        yield "  People: " + "; ".join(", ".join(filter(None, (one.name, one.role))) for one in hot.people)


def cold_lines(cold: ColdDebrief, hot: HotDebrief) -> Iterator[str]:
    """What was told the next day; `hot` has the questions that it looks back at."""
    yield ""
    yield "Cold"
    for again in cold.reconstructed:
        yield from _again_lines(again, hot)
    for well in cold.went_well:
        yield "  + " + " · ".join(filter(None, (well.did, well.how_known, well.reuse)))
    for improve in cold.improve:
        yield f"  − {improve.what} ({improve.cause.value}, {improve.item.replace('_', ' ')})"
        if improve.if_:
            yield f"    IF {improve.if_} THEN I will {improve.then}"
    for name, text in (("Gaps", ", ".join(cold.gaps)), ("Them", cold.them), ("To a friend", cold.distance)):
        if text:
            yield f"  {name}: {text}"
    if cold.follow_up.next_on:
        yield f"  Next date: {day_text(cold.follow_up.next_on)}"


def _again_lines(again: Reconstruction, hot: HotDebrief) -> Iterator[str]:
    if again.question < len(hot.questions):
        yield f"  Again: {hot.questions[again.question].text}"
    told = (again.checking, again.said, again.follow_up, again.four_would)
    for name, text in zip(("They checked", "Said", "Follow-up", "A 4 would have"), told, strict=True):
        if text:
            yield f"    {name}: {text}"


def outcome_lines(outcome: Outcome) -> Iterator[str]:
    """What they answered."""
    yield ""
    yield f"Outcome, {day_text(outcome.on)}: {outcome.result.value.replace('_', ' ')}"
    if outcome.words:
        yield f"  Their words: {outcome.words}"
    if outcome.changes_plan:
        yield f"  Changes your plan: {outcome.changes_plan}"


def question_line(asked: RememberedQuestion) -> str:
    """A remembered question with its rating and tags in front: `4 Why us?`."""
    rating = "?" if asked.landed is None else str(asked.landed)
    tags = f" [{', '.join(tag.value for tag in asked.tags)}]" if asked.tags else ""
    return f"{rating} {asked.text}{tags}"
