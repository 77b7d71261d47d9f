"""Practice as prompts and lines: for pipes, screen readers and dumb terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.cli.output import say
from abi_coach.cli.plain_answer import PlainAnswer
from abi_coach.cli.plain_asking import END, QUIT, SKIP, EndSitting, PlainAsking, SkipQuestion
from abi_coach.cli.plain_review import say_guidance, say_meters, say_result, say_summary, say_takes
from abi_coach.domain.attempt import Mode
from abi_coach.domain.errors import SaveError
from abi_coach.domain.progress import Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from abi_coach.cli.lines import Lines
    from abi_coach.services.answering import Answering
    from abi_coach.services.practice_room import PracticeRoom


class PlainPractice:
    """Runs a `PracticeRoom` by asking line by line; `typed` takes the answer as lines up to an empty one."""

    def __init__(self, room: PracticeRoom, lines: Lines, *, typed: bool) -> None:
        self._room = room
        self._asking = PlainAsking(lines)
        answer = PlainAnswer(self._asking, typed=typed or room.was_typed)
        self._does: dict[Stage, Callable[[Answering], None]] = {
            Stage.CONFIDENCE: self._ask_confidence,
            Stage.READY: answer.begin,
            Stage.ANSWERING: answer.answer,
            Stage.FIRST: answer.ask_first,
            Stage.FINAL: self._ask_final,
            Stage.CHANGE: self._ask_change,
            Stage.REVIEWED: self._ask_what_next,
        }

    def run(self) -> None:
        """Ask until the sitting is over.

        Raises EndOfInput when the input ends first, and LeaveSitting; all that was said is kept.
        """
        shown: tuple[object, ...] = ()
        while (now := self._room.now) is not None:
            here = (now, now.progress.probe, len(now.attempt.takes))
            if now.stage in {Stage.CONFIDENCE, Stage.READY} and shown != here:
                shown = here
                self._show_question(now)
            try:
                self._does[now.stage](now)
            except SkipQuestion:
                self._room.skip()
                say("Skipped. That costs nothing.")
            except EndSitting:
                self._room.abort()
            except SaveError as error:
                self._try_again(now, error)
        say_summary(self._room)

    def _try_again(self, now: Answering, error: SaveError) -> None:
        """What could not be saved is still here, as long as this program runs."""
        while True:
            line = self._asking.ask(f"{error}\nYour words are still here, but not saved. Enter tries again:")
            if line.strip() and now.stage is Stage.ANSWERING and now.taking.mode is Mode.TYPED:
                now.write(f"{now.taking.text}\n{line}")
            try:
                now.save()
            except SaveError as still:
                error = still
            else:
                say("Saved.")
                return

    def _show_question(self, now: Answering) -> None:
        if self._room.is_break:
            self._asking.ask("Half-time. Five minutes are fine. Enter goes on:")
            self._room.end_break()
        for gone in self._room.passed_over:
            say(f"Passed over, because no bank has it any more: {gone}")
        say()
        place, kind = self._room.sitting.place.capitalize(), now.attempt.kind.label.lower()
        say(f"{place} · {kind}  (“{SKIP}” leaves the question, “{QUIT}” the sitting, “{END}” ends it for good)")
        say(now.progress.probe or now.question.prompt)
        steps = () if now.progress.probe else getattr(now.question, "parts", ())
        for number, step in enumerate(steps, 1):
            say(f"  {number}. {step}")
        if now.progress.change:
            say(f"Your one change: {now.progress.change}")

    def _ask_confidence(self, now: Answering) -> None:
        now.be_confident(self._asking.number("How well will your answer land, 1 to 5?"))

    def _ask_final(self, now: Answering) -> None:
        if now.guidance is not None and not now.progress.checks:
            say_guidance(now.guidance)
        while (check := now.next_check) is not None:
            now.answer_check(check, passed=self._asking.yes(check.statement))
        now.rate_final(self._asking.number("Your final rating, 1 to 5?"))
        say_result(now)

    def _ask_change(self, now: Answering) -> None:
        now.note_change(self._asking.ask("One thing to change next time (Enter for none):"))
        say_meters(self._room, now)

    def _ask_what_next(self, now: Answering) -> None:
        probes = self._room.probes
        for number, probe in enumerate(probes, 1):
            say(f"  {number}  follow-up: {probe}")
        again = "r answers it again, " if self._room.can_redo else ""
        compare = "c compares your takes, " if len(now.attempt.own_takes) > 1 else ""
        follow = "a number takes a follow-up, " if probes else ""
        wish = self._asking.ask(f"{again}{compare}{follow}Enter goes on:").strip().lower()
        if wish == "r" and self._room.can_redo:
            self._room.redo()
        elif wish == "c" and compare:
            say_takes(now)
        elif wish.isdecimal() and 1 <= int(wish) <= len(probes):
            self._room.follow_up(int(wish))
        else:
            self._room.go_on()
