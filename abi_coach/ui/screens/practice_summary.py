"""What the end of a sitting says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.answer_clock import clock_face
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.services.practice_room import Summary


def summary(told: Summary) -> Content:
    """The end of a sitting."""
    parts: list[str | Content] = []
    for attempt in told.attempts:
        taken = attempt.evidence
        if taken is None or taken.rating is None:
            continue
        length = taken.length.value if taken.length else "untimed"
        line = f"{taken.rating.first} → {taken.rating.final}  {clock_face(taken.seconds):>5} {length:<8} "
        parts += [literal(line, "$accent"), attempt.prompt, "\n"]
        if taken.one_change:
            parts += [literal(f"{'':<22}change: {taken.one_change}\n", "$quiet")]
    if not told.attempts:
        parts += ["Nothing rated this time. That is fine; it costs nothing.\n"]
    if told.skipped:
        parts += [literal(f"{told.skipped} skipped.\n", "$quiet")]
    return joined(*parts, "\n", told.calibration.sentence)
