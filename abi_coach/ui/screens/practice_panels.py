"""What the practice screen says at each stage, short enough to be read while nervous."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.progress import Stage
from abi_coach.domain.rating import meanings_for
from abi_coach.domain.timing import SECTIONS
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.question import AnyQuestion, Question
    from abi_coach.domain.rating import Capped, Check
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom

_ANSWERS: Final = {True: "yes", False: "no"}


def prompt(question: AnyQuestion, answering: Answering, *, with_steps: bool) -> Content:
    """The question as it is asked, or the follow-up; its steps below, and the one change during a redo."""
    probe = answering.progress.probe
    parts: list[str | Content] = [literal(probe or question.prompt, "bold")]
    steps = getattr(question, "parts", ()) if with_steps and not probe else ()
    parts += [literal(f"\n  {number}. {step}", "$quiet") for number, step in enumerate(steps, 1)]
    if answering.progress.change and with_steps:
        parts += ["\n\n", literal("Your one change: ", "$accent"), answering.progress.change]
    return joined(*parts)


def about(room: PracticeRoom, answering: Answering) -> str:
    """Where it stands; the competency stays unsaid until the blind rating is given."""
    kind = answering.attempt.kind.label.lower()
    return f"{room.sitting.place} · {kind} · {room.profile.name}"


def panel(
    room: PracticeRoom, answering: Answering, answers: dict[Check, bool], cap: Capped | None, *, typed: bool
) -> Content:
    """What is asked at the present stage."""
    stage = answering.stage
    if stage is Stage.CONFIDENCE:
        return joined(literal("Take a breath; a short break belongs here.\n\n") if room.is_break else "", confidence())
    if stage is Stage.READY:
        return ready(answering, typed=typed)
    if stage is Stage.ANSWERING:
        return sections(answering)
    if stage is Stage.FIRST:
        return blind(answering)
    if stage is Stage.FINAL:
        return evidence(answering.checks, answers)
    told = result(answering, cap)
    return told if stage is Stage.CHANGE else joined(told, "\n", reviewed(room, answering))


def keys(room: PracticeRoom, answering: Answering, *, typed: bool) -> tuple[tuple[str, str], ...]:
    """The keys that matter now."""
    other = "speak" if typed else "type"
    if answering.stage is Stage.READY:
        return (("enter", "start"), ("t", other), ("f3", "skip"), ("esc", "leave"), ("?", "help"))
    if answering.stage is Stage.ANSWERING:
        done = ("ctrl+s", "done") if typed else ("enter", "done")
        return (done, ("f2", "pause"), ("f3", "skip"), ("esc", "leave"))
    if answering.stage is Stage.FINAL:
        return (("y/n", "check"), ("1-5", "final"), ("f3", "skip"), ("esc", "leave"))
    if answering.stage is Stage.CHANGE:
        return (("enter", "keep"), ("esc", "leave"))
    if answering.stage is Stage.REVIEWED:
        redo = (("r", "again"),) if room.can_redo else ()
        return (("enter", "next"), *redo, ("1-4", "follow-up"), ("esc", "leave"))
    return (("1-5", "rate"), ("f3", "skip"), ("x", "hide"), ("esc", "leave"), ("?", "help"))


def sections(answering: Answering) -> Content:
    """The sections that keys mark while speaking, and what was counted."""
    named = SECTIONS[answering.attempt.kind]
    parts: list[str | Content] = []
    for number, section in enumerate(named, 1):
        begun = any(mark.section == number - 1 for mark in answering.marks)
        parts += [literal(f"{number} ", "$accent"), literal(f"{section.name}  ", "bold" if begun else "$quiet")]
    if answering.fillers:
        parts += [literal(f"  um × {answering.fillers}", "$quiet")]
    return joined(*parts)


def confidence() -> Content:
    """Asked before the answer."""
    return joined(
        literal("How well will your answer land?\n", "bold"),
        literal("1", "$accent bold"), " not at all   …   ", literal("5", "$accent bold"), " very well",
    )  # fmt: skip


def ready(answering: Answering, *, typed: bool) -> Content:
    """Before the clock starts."""
    times = answering.times
    way = "You will type your answer." if typed else "Say your answer aloud, as you would to them."
    if times is None:
        return joined(literal(f"{way}\n", "bold"), literal("No clock. Enter starts.", "$quiet"))
    think = f"{times.think} s to think, then " if times.think else ""
    limits = f"{think}aim for {clock_face(times.target)}, at most {clock_face(times.maximum)}."
    cut = answering.cut_off
    again = literal("It was cut off here last time; what you typed is still there.\n", "$warning") if cut else ""
    return joined(again, literal(f"{way}\n", "bold"), literal(f"{limits} Enter starts the clock.", "$quiet"))


def blind(answering: Answering) -> Content:
    """The first rating, before anything that could anchor it."""
    taken = answering.attempt.takes[-1]
    length = f"{clock_face(taken.seconds)} answered" + (f", {taken.length.value}" if taken.length else "")
    away = literal("")
    if taken.interrupted:
        away = literal(
            f"\nThe machine was away for {clock_face(taken.gap_seconds)}; that is left out. g counts it.", "$warning"
        )
    return joined(
        literal("How did it land? Rate it before you read on.\n", "bold"),
        literal(f"{length}\n\n", "$quiet"),
        scale(meanings_for(answering.attempt.kind)),
        away,
    )


def scale(meanings: dict[int, str]) -> Content:
    """The five numbers and what they mean."""
    lines = [joined(literal(str(number), "$accent bold"), f"  {words}\n") for number, words in meanings.items()]
    return joined(*lines)


def guidance(question: Question) -> Content:
    """What was really asked, the anchors, the traps."""
    anchors = question.anchors
    told = ((1, anchors.one), (3, anchors.three), (5, anchors.five))
    parts: list[str | Content] = [
        literal("Really asking  ", "$accent"), question.really_asking, "\n",
        literal(f"For {question.competency.label.lower()}\n\n", "$quiet"),
    ]  # fmt: skip
    for number, anchor in told:
        parts += [literal(f"{number}  ", "$accent bold"), anchor, "\n"]
    if question.traps:
        parts += [literal("\nTraps  ", "$accent"), " · ".join(question.traps), "\n"]
    if question.routes:
        for name in ("answer", "bridge", "decline"):
            parts += [literal(f"\n{name:<8}", "$accent"), f"e.g. “{getattr(question.routes, name)}”"]
        parts += [literal("\nExamples to adapt, not legal advice.\n", "$quiet")]
    return joined(*parts)


def evidence(checks: tuple[Check, ...], answers: dict[Check, bool]) -> Content:
    """The check that is asked now, and what was answered before; then the final rating."""
    told = "  ".join(_ANSWERS[answers[check]] for check in checks if check in answers)
    asked = next((check for check in checks if check not in answers), None)
    if asked is None:
        return joined(literal("Your final rating, ", "bold"), literal("1 to 5", "$accent bold"), literal("?", "bold"))
    place = f"{len(answers) + 1} of {len(checks)}  {told}"
    return joined(literal(asked.statement, "bold"), literal("  y or n   ", "$accent bold"), literal(place, "$quiet"))


def result(answering: Answering, cap: Capped | None) -> Content:
    """First → final, and why a check held it down."""
    rating = answering.attempt.takes[-1].rating
    if rating is None:
        return literal("")
    parts: list[str | Content] = [literal(f"First {rating.first} → final {rating.final}", "bold"), "\n"]
    if cap is not None and cap.bites:
        reasons = " ".join(check.statement for check in cap.by)
        parts += [literal(f"You chose {cap.wanted}. Held at {cap.final}, because “no” to: {reasons}\n", "$warning")]
    return joined(*parts)


def reviewed(room: PracticeRoom, answering: Answering) -> Content:
    """What can come next."""
    probes = getattr(answering.question, "probes", ())
    parts: list[str | Content] = []
    if answering.progress.change:
        parts += [literal("One change  ", "$accent"), answering.progress.change, "\n\n"]
    if room.can_redo:
        parts += [literal("r", "$accent bold"), "  answer it again, with that change\n"]
    for number, probe in enumerate(probes, 1):
        parts += [literal(str(number), "$accent bold"), f"  follow-up: {probe}\n"]
    return joined(*parts, literal("enter", "$accent bold"), "  next")
