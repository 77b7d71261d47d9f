"""What the end of a sitting says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import clock_face
from abi_coach.domain.sitting import SittingState
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.attempt import Attempt
    from abi_coach.services.practice_room import PracticeRoom
    from abi_coach.services.sitting_summary import Summary


def summary(told: Summary, room: PracticeRoom) -> Content:
    """The end of a sitting: each answer with its ratings and its length."""
    ended = room.sitting.state is SittingState.ABORTED
    parts: list[str | Content] = [literal("You ended it here. " if ended else "That was the sitting.", "bold"), "\n\n"]
    for attempt in told.attempts:
        parts += _answer(attempt)
    if not told.attempts:
        parts += ["Nothing rated this time. That is fine; it costs nothing.\n\n"]
    quiet = [f"{told.skipped} skipped."] if told.skipped else []
    quiet += [f"Passed over, because no bank has it any more: {', '.join(room.missing)}."] if room.missing else []
    parts += [literal(f"{line}\n", "$quiet") for line in quiet]
    return hung(*parts)


def next_step(told: Summary) -> Content:
    """What stays in sight below it: calibration in one sentence, and what to do next."""
    calibration = f"{told.calibration.sentence}\n" if told.attempts else ""
    return joined(calibration, literal(told.next_step, "$accent"))


def _answer(attempt: Attempt) -> list[str | Content]:
    taken = attempt.evidence
    if taken is None or taken.rating is None:
        return []
    length = f", {taken.length.value}" if taken.length else ""
    line = f"{taken.rating.first} → {taken.rating.final}"
    takes = f"   {len(attempt.takes)} takes" if len(attempt.takes) > 1 else ""
    parts: list[str | Content] = [
        literal(line, "$accent bold"), literal(f"   {clock_face(taken.seconds)}{length}{takes}\n", "$quiet"),
        f"{attempt.prompt}\n",
    ]  # fmt: skip
    if taken.one_change:
        parts += [lead(literal("change  ", "$accent")), f"{taken.one_change}\n"]
    return [*parts, "\n"]
