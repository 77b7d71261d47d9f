"""What the practice screen says up to the blind rating, short enough to be read while nervous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.attempt import Mode
from abi_coach.domain.progress import Stage
from abi_coach.domain.rating import meanings_for
from abi_coach.domain.timing import SECTIONS
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom


def prompt(answering: Answering, *, with_steps: bool) -> Content:
    """The question as it is asked, or the follow-up; its steps below, and the one change during a redo."""
    probe = answering.progress.probe
    parts: list[str | Content] = [
        literal("Follow-up\n", "$accent") if probe else "",
        literal(probe or _asked(answering), "bold"),
    ]
    steps = getattr(answering.question, "parts", ()) if with_steps and not probe else ()
    for number, step in enumerate(steps, 1):
        parts += ["\n", lead(literal(f"  {number}. ", "$quiet")), literal(step, "$quiet")]
    if answering.progress.change and answering.stage in {Stage.CONFIDENCE, Stage.READY, Stage.ANSWERING}:
        parts += ["\n\n", lead(literal("Your one change  ", "$accent")), answering.progress.change]
    return hung(*parts)


def about(room: PracticeRoom, answering: Answering) -> str:
    """Where it stands; the competency stays unsaid until the blind rating is given."""
    kind = answering.attempt.kind.label.lower()
    take = len(answering.as_it_stands().own_takes)
    again = f" · take {max(take, 1)}" if take > 1 and not answering.progress.probe else ""
    return f"{room.sitting.place} · {kind} · {room.profile.name}{again}"


def rest(room: PracticeRoom) -> Content:
    """The break between two halves."""
    return joined(
        literal("Half-time.\n", "bold"),
        "Stand up, drink something, look out of the window. Five minutes are fine, and nothing runs.\n\n",
        literal("enter", "$accent bold"), f"  goes on with {room.sitting.place}",
    )  # fmt: skip


def confidence(room: PracticeRoom) -> Content:
    """Asked before the answer; names the questions that were passed over on the way here."""
    gone = ", ".join(room.passed_over)
    told = literal(f"Passed over, because no bank has it any more: {gone}\n\n", "$warning") if gone else ""
    return joined(
        told,
        literal("How well will your answer land?\n", "bold"),
        literal("1", "$accent bold"), " not at all   …   ", literal("5", "$accent bold"), " very well",
    )  # fmt: skip


def ready(answering: Answering, *, typed: bool) -> Content:
    """Before the clock starts."""
    times = answering.times
    way = "You will type your answer." if typed else "Say your answer aloud, as you would to them."
    if answering.is_cut_off:
        return cut_off(answering)
    if times is None:
        return joined(literal(f"{way}\n", "bold"), literal("No clock. Enter starts.", "$quiet"))
    think = f"{times.think} s to think, then " if times.think else ""
    stops = "; then it stops" if answering.profile.stops else ""
    limits = f"{think}aim for {clock_face(times.target)}, at most {clock_face(times.maximum)}{stops}."
    limits = limits[0].upper() + limits[1:]
    return joined(literal(f"{way}\n", "bold"), literal(f"{limits} Enter starts the clock.", "$quiet"))


def cut_off(answering: Answering) -> Content:
    """A take that broke off: go on, or keep it and begin again."""
    said = answering.taking.as_it_stands()
    words = len(said.text.split())
    told = "1 word is kept" if words == 1 else f"{words} words are kept"
    kept = told if words else "your marks and the time are kept"
    afresh = joined("\n", literal("a", "$accent bold"), "      keeps it and starts afresh")
    again = afresh if answering.may_begin_afresh else ""
    return joined(
        literal(f"This answer was cut off at {clock_face(said.seconds)}; {kept}.\n", "bold"),
        literal("enter", "$accent bold"), "  goes on from there", again,
    )  # fmt: skip


def sections(answering: Answering, *, typed: bool = False) -> Content:
    """The sections that keys mark while speaking, only their names while typing, and what was counted."""
    named = SECTIONS[answering.attempt.kind] if not answering.progress.probe else ()
    parts: list[str | Content] = [literal(" · ".join(section.name for section in named), "$quiet")] if typed else []
    for number, section in enumerate(() if typed else named, 1):
        begun = any(mark.section == number - 1 for mark in answering.taking.marks)
        mark = literal("●" if begun else " ", "$accent")
        parts += [literal(str(number), "$accent bold"), mark, literal(f"{section.name}  ", "" if begun else "$quiet")]
    if answering.taking.fillers:
        parts += [literal(f"um ×{answering.taking.fillers}  ", "$quiet")]
    if gap := answering.taking.clock.gap:
        parts += [literal(f"\ninterrupted: {clock_face(gap)} left out", "$warning")]
    return joined(*parts)


def blind(answering: Answering) -> Content:
    """The first rating, before anything that could anchor it: no judgement of the length either."""
    taken = answering.last
    parts: list[str | Content] = [
        literal("How did it land? Rate it before you read on.\n\n", "bold"),
        scale(meanings_for(answering.attempt.kind)),
    ]
    if taken.interrupted and (away := answering.taking.clock.counted_gap):
        told = f"\nInterrupted: the machine was away for {clock_face(away)}, which is left out. "
        parts += [literal(told, "$warning"), *_key("g", "counts it")]
    elif taken.interrupted:
        away_is = "left out" if taken.gap_seconds else "counted"
        parts += [literal(f"\nThis take was interrupted; the time away is {away_is}.", "$warning")]
    if taken.mode is not Mode.TYPED:
        done = "changes the words you kept of it" if taken.text else "keeps a few words of what you said"
        parts += ["\n", *_key("w", done)]
    return hung(*parts)


def scale(meanings: dict[int, str]) -> Content:
    """The five numbers and what they mean."""
    return joined(
        *(joined(lead(literal(str(number), "$accent bold"), "  "), f"{words}\n") for number, words in meanings.items())
    )


def _asked(answering: Answering) -> str:
    return answering.question.prompt


def _key(key: str, does: str) -> tuple[Content, str]:
    return literal(key, "$accent bold"), f"  {does}"
