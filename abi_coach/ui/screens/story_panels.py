"""What the screen of stories shows: lines of the matrix, its heads, and the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Family
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.coverage import Coverage, StoryRow

WIDE: Final = 100
"""From this many columns the families are written out."""

MARGIN: Final = 8
"""Columns that the screen keeps for itself."""

_CELL: Final = 9
_NARROW_CELL: Final = 2
_MOST_ADVICE: Final = 6


def heads(width: int) -> Content:
    """The families above their marks; first letters, with a legend, where there is little room."""
    cell = _cell_width(width)
    names = [family.value if cell == _CELL else family.value[0].upper() for family in Family]
    line = " " * _title_width(width) + "".join(f"{name:<{cell}}" for name in names)
    legend = "" if cell == _CELL else "\n" + ", ".join(family.value for family in Family)
    return literal(line + legend, "$quiet")


def row(story: StoryRow, width: int) -> Content:
    """A story: whether it is ready, its title, over-use in words, and a mark for each family."""
    notes = ["" if story.usable else " · not ready", " · over-used" if story.over_used else ""]
    note = "".join(notes)
    room = max(8, _title_width(width) - 3 - len(note))
    title = story.title if len(story.title) <= room else story.title[: room - 1] + "…"
    name = literal(f"● {title}") if story.usable else literal(f"○ {title}", "$quiet")
    gap = " " * max(1, room + 1 - len(title))
    cell = _cell_width(width)
    marks = "".join(f"{'●' if family in story.families else '·':<{cell}}" for family in Family)
    return joined(name, literal(note, "$warning"), gap, literal(marks, "$accent"))


def advice(covered: Coverage) -> Content:
    """What the role weighs most, and the next things to tell."""
    if not covered.rows:
        return literal("")
    parts: list[str | Content] = []
    lines = [literal(f"· {line}\n", "$quiet") for line in covered.advice[:_MOST_ADVICE]]
    weighed = [f"{need.item.value.replace('_', ' ')} {need.has} of {need.wants}" for need in covered.competencies]
    if weighed:
        parts += [literal("Your role weighs most\n", "bold"), literal(", ".join(weighed) + "\n\n", "$quiet")]
    return joined(*parts, *([literal("Next\n", "bold"), *lines] if lines else []))


def _cell_width(width: int) -> int:
    return _CELL if width >= WIDE - MARGIN else _NARROW_CELL


def _title_width(width: int) -> int:
    return width - _cell_width(width) * len(Family)
