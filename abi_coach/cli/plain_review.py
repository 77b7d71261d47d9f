"""What plain practice says from the blind rating on: guidance, the result, meters, takes, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say
from abi_coach.domain.answer_clock import AT_TARGET, LAST_SECONDS, Running, clock_face
from abi_coach.domain.meter_lines import meter_lines
from abi_coach.domain.question import Question
from abi_coach.domain.sitting import SittingState
from abi_coach.domain.timing import WRAP_UP_SECONDS

if TYPE_CHECKING:
    from abi_coach.domain.answer_clock import Reading
    from abi_coach.domain.attempt import Take
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom


_SPOKEN: Final = {AT_TARGET: "You are at the target.", LAST_SECONDS: f"{WRAP_UP_SECONDS} seconds left."}
"""The quiet cues of the clock as somebody would say them."""


class Cues:
    """Says what the clock says, once each: that it is time to answer, the target, half a minute left, over."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def tell(self, reading: Reading) -> None:
        """Say what this reading calls for."""
        if reading.remaining is None:
            return
        if reading.running is Running.THINKING:
            self._once(f"Think: {clock_face(reading.remaining + 0.99)} left.", "think")
        elif reading.running is Running.ANSWERING:
            self._once("Answer.", "answer")
            if reading.remaining < 0:
                self._once("Over time.", "over")
            elif reading.cue:
                self._once(_SPOKEN.get(reading.cue, reading.cue), reading.cue)

    def _once(self, words: str, key: str) -> None:
        if key not in self._said:
            self._said.add(key)
            say(words)


def say_guidance(question: AnyQuestion) -> None:
    """What an interviewer knows about the question."""
    if not isinstance(question, Question):
        say(f"A good sign: {question.good_sign}")
        say(f"A warning: {question.warning_sign}")
        return
    say(f"Really asking: {question.really_asking} ({question.competency.label.lower()})")
    for number, anchor in ((1, question.anchors.one), (3, question.anchors.three), (5, question.anchors.five)):
        say(f"  {number}  {anchor}")
    if question.traps:
        say(f"Traps: {' · '.join(question.traps)}")
    if question.story_hint:
        say(f"A story: {question.story_hint}")
    if question.routes:
        for name in ("answer", "bridge", "decline"):
            say(f"  {name}: e.g. “{getattr(question.routes, name)}”")
        say("Examples to adapt, not legal advice.")


def say_result(now: Answering) -> None:
    """First → final, and why a check held it down."""
    cap, rating = now.cap, now.last.rating
    if cap is None or rating is None:
        return
    say(f"First {rating.first} → final {rating.final}.")
    if cap.bites:
        reasons = " ".join(check.statement for check in cap.by)
        say(f"You chose {cap.wanted}; held at {cap.final} by “no” to: {reasons}")


def say_meters(room: PracticeRoom, now: Answering) -> None:
    """What was measured; never a grade."""
    for line in meter_lines(now.last, now.attempt.kind, room.settings):
        say(f"  {line}")


def say_takes(now: Answering) -> None:
    """Every take of the question, one after the other."""
    for number, take in enumerate(now.attempt.own_takes, 1):
        say(f"Take {number}: {_told(take)}")
        if take.one_change:
            say(f"  change: {take.one_change}")
        say(f"  {take.text.strip() or 'Said aloud; no words were kept.'}")


def say_summary(room: PracticeRoom) -> None:
    """The end of a sitting."""
    told = room.summary()
    say()
    ended = room.sitting.state is SittingState.ABORTED
    say("You ended it here; it is not finished." if ended else "That was the sitting.")
    for attempt in told.attempts:
        if (taken := attempt.evidence) is not None:
            say(f"  {_told(taken)}  {attempt.prompt}")
            if taken.one_change:
                say(f"    change: {taken.one_change}")
    if not told.attempts:
        say("Nothing rated this time. That is fine; it costs nothing.")
    if told.skipped:
        say(f"{told.skipped} skipped.")
    if room.missing:
        say(f"Passed over, because no bank has it any more: {', '.join(room.missing)}.")
    if told.attempts:
        say(told.calibration.sentence)
    say(told.next_step)


def _told(take: Take) -> str:
    rating = f"{take.rating.first} → {take.rating.final}" if take.rating else "not rated"
    return f"{rating}  {clock_face(take.seconds)}{f' {take.length.value}' if take.length else ''}"
