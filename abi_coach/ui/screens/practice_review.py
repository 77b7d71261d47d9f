"""What the practice screen says from the blind rating on: guidance, checks, the result, what can come next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.meter_lines import meter_lines
from abi_coach.domain.question import Question
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.content import Content

    from abi_coach.domain.attempt import Take
    from abi_coach.domain.kind import Kind
    from abi_coach.domain.question import AnyQuestion, ReverseQuestion
    from abi_coach.domain.settings import Settings
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom

_ANSWERS: Final = {True: "yes", False: "no"}
COMPARED: Final = 2
_METER_CELLS: Final = 17
"""Where the number of a meter begins in its line."""


def guidance(question: AnyQuestion) -> Content:
    """What was really asked, the anchors, the traps; for a question of one's own, what to listen for."""
    return _asked_of_you(question) if isinstance(question, Question) else _asked_by_you(question)


def _asked_of_you(question: Question) -> Content:
    anchors = question.anchors
    told = ((1, anchors.one), (3, anchors.three), (5, anchors.five))
    parts: list[str | Content] = [
        lead(literal("Really asking  ", "$accent")), question.really_asking,
        literal(f"  ({question.competency.label.lower()})\n\n", "$quiet"),
    ]  # fmt: skip
    for number, anchor in told:
        parts += [lead(literal(f"{number}  ", "$accent bold")), anchor, "\n"]
    if question.traps:
        parts += ["\n", lead(literal("Traps    ", "$accent")), " · ".join(question.traps), "\n"]
    if question.story_hint:
        parts += ["\n", lead(literal("A story  ", "$accent")), question.story_hint, "\n"]
    if question.routes:
        for name in ("answer", "bridge", "decline"):
            route = getattr(question.routes, name)
            parts += ["\n", lead(literal(f"{name:<8} ", "$accent")), f"e.g. “{route}”"]
        parts += [literal("\nExamples to adapt, not legal advice.\n", "$quiet")]
    return hung(*parts)


def _asked_by_you(question: ReverseQuestion) -> Content:
    return hung(
        lead(literal("A good sign  ", "$accent")), question.good_sign, "\n",
        lead(literal("A warning    ", "$accent")), question.warning_sign, "\n",
        lead(literal("Then ask     ", "$accent")), question.follow_up, "\n",
    )  # fmt: skip


def evidence(answering: Answering) -> Content:
    """The check that is asked now, and what was answered before; then the final rating."""
    given = answering.progress.checks
    asked = answering.next_check
    if asked is None:
        return joined(literal("Your final rating, ", "bold"), literal("1 to 5", "$accent bold"), literal("?", "bold"))
    told = "  ".join(_ANSWERS[given[check]] for check in answering.checks if check in given)
    place = f"check {len(given) + 1} of {len(answering.checks)}   {told}"
    return joined(
        literal(f"{asked.statement}\n", "bold"), literal("y", "$accent bold"), " yes   ",
        literal("n", "$accent bold"), " no   ", literal(place, "$quiet"),
    )  # fmt: skip


def result(answering: Answering) -> Content:
    """First → final, and why a check held it down."""
    rating, cap = answering.last.rating, answering.cap
    if rating is None:
        return literal("")
    gap = "" if not rating.gap else f"   {abs(rating.gap)} {'higher' if rating.gap > 0 else 'lower'} at first"
    parts: list[str | Content] = [
        literal(f"First {rating.first} → final {rating.final}", "bold"),
        literal(gap, "$quiet"),
    ]
    if cap is not None and cap.bites:
        reasons = " ".join(check.statement for check in cap.by)
        parts += ["\n", literal(f"You chose {cap.wanted}; held at {cap.final} by “no” to: {reasons}", "$warning")]
    return joined(*parts)


def change(answering: Answering) -> Content:
    """The result, and what is asked of the person then."""
    return joined(result(answering), literal("\n\nWhat is one thing to change next time?", "bold"))


def reviewed(room: PracticeRoom, answering: Answering) -> Content:
    """The result, the change, and what can come next."""
    parts: list[str | Content] = [result(answering), "\n"]
    if answering.progress.change:
        parts += [lead(literal("One change  ", "$accent")), answering.progress.change, "\n"]
    parts.append("\n")
    for key, does in choices(room, answering):
        parts += [lead(literal(f"{key:<7}", "$accent bold")), f"{does}\n"]
    return hung(*parts)


def measured(answering: Answering, settings: Settings, *, explained: bool) -> Content:
    """The meters of the last take, with `explained` how each comes about."""
    return hung(*meters_told(meter_lines(answering.last, answering.attempt.kind, settings, explained=explained)))


def meters_told(lines: Iterable[str]) -> Iterator[Content]:
    """The lines of the meters, quietly; formulas go on below themselves."""
    for line in lines:
        text = line.lstrip()
        start = line[: _METER_CELLS if text == line else len(line) - len(text)]
        yield joined(lead(literal(start, "$quiet")), literal(f"{line[len(start) :]}\n", "$quiet"))


def meters_explained(take: Take, kind: Kind, settings: Settings) -> Content:
    """The meters of a take with their formulas and the words that fired, for the top of the help."""
    title = literal("How the meters of this take come about\n", "bold")
    return hung(title, *meters_told(meter_lines(take, kind, settings, explained=True)))


def choices(room: PracticeRoom, answering: Answering) -> list[tuple[str, str]]:
    """What can come next, each with its key."""
    told = [("enter", "finish the sitting" if room.sitting.is_last else "on to the next question")]
    if room.can_redo:
        changed = ", with that change" if answering.progress.change else ""
        times = answering.next_times
        longer = f"tell it once more, in {times.maximum} seconds" if room.has_steps and times else ""
        told.append(("r", longer or f"answer it again{changed}"))
    told += [(str(number), f"follow-up: {probe}") for number, probe in enumerate(room.probes, 1)]
    if len(answering.attempt.own_takes) >= COMPARED:
        told.append(("c", "compare your takes"))
    return told
