"""Practice as prompts and lines: for pipes, screen readers and dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.cli.output import say
from abi_coach.domain.answer_clock import Running, clock_face
from abi_coach.domain.attempt import Mode
from abi_coach.domain.progress import Stage
from abi_coach.domain.rating import meanings_for
from abi_coach.domain.timing import WRAP_UP_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.cli.lines import Lines
    from abi_coach.domain.answer_clock import Reading
    from abi_coach.domain.question import Question
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom

SKIP: Final = "skip"
LOOK_SECONDS: Final = 0.2


class SkipQuestion(Exception):  # noqa: N818 - a wish, not a mistake
    """The person wants the next question."""


class PlainPractice:
    """Runs a `PracticeRoom` by asking line by line; `typed` takes the answer as lines up to an empty one."""

    def __init__(self, room: PracticeRoom, lines: Lines, *, typed: bool) -> None:
        self._room = room
        self._lines = lines
        self._typed = typed
        self._asking: dict[Stage, Callable[[Answering], None]] = {
            Stage.CONFIDENCE: self._ask_confidence,
            Stage.READY: self._answer,
            Stage.FIRST: self._ask_first,
            Stage.FINAL: self._ask_final,
            Stage.CHANGE: self._ask_change,
            Stage.REVIEWED: self._ask_what_next,
        }

    def run(self) -> None:
        """Ask until the sitting is over. Raises EndOfInput when the input ends first; all that was said is kept."""
        shown = None
        while (now := self._room.now) is not None:
            if now.stage in {Stage.CONFIDENCE, Stage.READY} and shown is not now:
                shown = now
                self._show_question(now)
            try:
                self._asking[now.stage](now)
            except SkipQuestion:
                self._room.skip()
                say("Skipped. That costs nothing.")
        self._show_summary()

    def _show_question(self, now: Answering) -> None:
        say()
        say(f"{self._room.sitting.place.capitalize()} · {now.attempt.kind.label.lower()}  (“{SKIP}” leaves it)")
        say(now.progress.probe or now.question.prompt)
        for number, step in enumerate(getattr(now.question, "parts", ()), 1):
            say(f"  {number}. {step}")

    def _ask_confidence(self, now: Answering) -> None:
        now.be_confident(self._number("How well will your answer land, 1 to 5?"))

    def _answer(self, now: Answering) -> None:
        times = now.times
        told = f" Aim for {clock_face(times.target)}, at most {clock_face(times.maximum)}." if times else ""
        if self._typed:
            say(f"Type your answer; an empty line ends it.{told}")
        else:
            say(f"Answer aloud. Enter when you are done.{told}")
        now.write(now.text, Mode.TYPED if self._typed else Mode.ALOUD)
        now.begin()
        now.save_draft()
        said: list[str] = [now.text] if now.text else []
        cues = _Cues()
        while now.stage is Stage.ANSWERING:
            line = self._line(LOOK_SECONDS)
            reading = now.look()
            cues.tell(reading)
            if line is None or now.stage is not Stage.ANSWERING:
                continue
            if reading.running is Running.THINKING:
                now.speak()
            if line and self._typed:
                said.append(line)
                now.write("\n".join(said))
                now.save_draft()
            elif not self._typed or said:
                now.finish_take()
        taken = now.attempt.takes[-1]
        say(f"{clock_face(taken.seconds)} answered" + (f", {taken.length.value}." if taken.length else "."))

    def _ask_first(self, now: Answering) -> None:
        for number, meaning in meanings_for(now.attempt.kind).items():
            say(f"  {number}  {meaning}")
        now.rate_first(self._number("Before you read on: how did it land, 1 to 5?"))

    def _ask_final(self, now: Answering) -> None:
        if (question := now.guidance) is not None:
            _show_guidance(question)
        answers = {check: self._yes(check.statement) for check in now.checks}
        cap = now.rate_final(self._number("Your final rating, 1 to 5?"), answers)
        say(f"First {now.progress.first} → final {cap.final}.")
        if cap.bites:
            say(f"You chose {cap.wanted}; held at {cap.final} by: {' '.join(check.statement for check in cap.by)}")

    def _ask_change(self, now: Answering) -> None:
        now.note_change(self._ask("One thing to change next time (Enter for none):"))

    def _ask_what_next(self, now: Answering) -> None:
        probes = getattr(now.question, "probes", ())
        for number, probe in enumerate(probes, 1):
            say(f"  {number}  follow-up: {probe}")
        again = "r answers it again, " if self._room.can_redo else ""
        wish = self._ask(f"{again}a number takes a follow-up, Enter goes on:").strip().lower()
        if wish == "r" and self._room.can_redo:
            self._room.redo()
        elif wish.isdecimal() and 1 <= int(wish) <= len(probes):
            self._room.follow_up(probes[int(wish) - 1])
        else:
            self._room.go_on()

    def _show_summary(self) -> None:
        told = self._room.summary()
        say()
        say("That was the sitting.")
        for attempt in told.attempts:
            if (taken := attempt.evidence) is not None and taken.rating is not None:
                length = f" {taken.length.value}" if taken.length else ""
                ratings = f"{taken.rating.first} → {taken.rating.final}"
                say(f"  {ratings}  {clock_face(taken.seconds)}{length}  {attempt.prompt}")
        say(told.calibration.sentence)

    def _number(self, prompt: str) -> int:
        while True:
            told = self._ask(prompt).strip()
            if told in {"1", "2", "3", "4", "5"}:
                return int(told)
            say(f"Write one number from 1 to 5 (got “{told}”).")

    def _yes(self, statement: str) -> bool:
        while True:
            told = self._ask(f"{statement} y or n?").strip().lower()
            if told in {"y", "yes", "n", "no"}:
                return told.startswith("y")
            say(f"Write y or n (got “{told}”).")

    def _ask(self, prompt: str) -> str:
        say(prompt)
        return self._line(None) or ""

    def _line(self, timeout: float | None) -> str | None:
        line = self._lines.read(timeout)
        if line is not None and line.strip().lower() == SKIP:
            raise SkipQuestion
        return line


class _Cues:
    """Says what the clock says, once each: that it is time to answer, the target, half a minute left, over."""

    def __init__(self) -> None:
        self._said: set[str] = set()

    def tell(self, reading: Reading) -> None:
        """Say what this reading calls for."""
        if reading.remaining is None:
            return
        if reading.running is Running.THINKING:
            self._once(f"Think: {clock_face(reading.remaining)} left.", "think")
        elif reading.running is Running.ANSWERING:
            self._once("Answer.", "answer")
            if reading.share >= reading.target_share:
                self._once("You are at the target.", "target")
            if reading.remaining <= 0:
                self._once("Over time.", "over")
            elif reading.remaining <= WRAP_UP_SECONDS:
                self._once(f"{int(reading.remaining) + 1} seconds left.", "wrap up")

    def _once(self, words: str, key: str) -> None:
        if key not in self._said:
            self._said.add(key)
            say(words)


def _show_guidance(question: Question) -> None:
    say(f"Really asking: {question.really_asking}")
    say(f"  1  {question.anchors.one}")
    say(f"  3  {question.anchors.three}")
    say(f"  5  {question.anchors.five}")
    if question.traps:
        say(f"Traps: {' · '.join(question.traps)}")
