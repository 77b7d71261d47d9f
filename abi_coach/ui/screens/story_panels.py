"""What the screen of stories shows: lines of the matrix, its heads, and the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.competency import Family
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.domain.coverage import Coverage, StoryRow

WIDE: Final = 100
"""From this many columns the families are written out."""

MARGIN: Final = 7
"""Columns that the screen keeps for itself: its margins, the mark of the list, and a scroll bar."""

_NARROW_CELL: Final = 2
_NAMES: Final = tuple(family.value for family in Family)
_LEGEND: Final = ", ".join(_NAMES)
_MOST_ADVICE: Final = 6


def heads(width: int) -> Content:
    """The families above their marks; first letters, with a legend beside or above them, where there is little room."""
    cells, room = _cells(width), _title_width(width)
    is_wide = cells[0] > _NARROW_CELL
    names = "".join(f"{name if is_wide else name[0].upper():<{cell}}" for name, cell in zip(_NAMES, cells, strict=True))
    if is_wide:
        return literal(" " * room + names, "$quiet")
    gap = "\n" + " " * room if len(_LEGEND) >= room else " " * (room - len(_LEGEND))
    return literal(_LEGEND + gap + names, "$quiet")


def row(story: StoryRow, width: int) -> Content:
    """A story: whether it is ready, its title, over-use in words, and a mark for each family."""
    notes = ["" if story.usable else " · not ready", " · over-used" if story.over_used else ""]
    note = "".join(notes)
    room = max(8, _title_width(width) - 3 - len(note))
    title = story.title if len(story.title) <= room else story.title[: room - 1] + "…"
    name = literal(f"● {title}") if story.usable else literal(f"○ {title}", "$quiet")
    gap = " " * max(1, room + 1 - len(title))
    told = zip(Family, _cells(width), strict=True)
    marks = "".join(f"{'●' if family in story.families else '·':<{cell}}" for family, cell in told)
    return joined(name, literal(note, "$warning"), gap, literal(marks, "$accent"))


def advice(covered: Coverage) -> Content:
    """What the role weighs most, and the next things to tell."""
    if not covered.rows:
        return literal("")
    parts: list[str | Content] = []
    lines = [
        joined(lead(literal("· ", "$quiet")), literal(f"{line}\n", "$quiet")) for line in covered.advice[:_MOST_ADVICE]
    ]
    weighed = [f"{need.item.value.replace('_', ' ')} {need.has} of {need.wants}" for need in covered.competencies]
    if weighed:
        parts += [literal("Your role weighs most\n", "bold"), literal(", ".join(weighed) + "\n\n", "$quiet")]
    return hung(*parts, *([literal("Next\n", "bold"), *lines] if lines else []))


def keys_of_empty(*, retired: bool) -> tuple[tuple[str, str], ...]:
    """The keys that do something on a shelf without stories."""
    first = (("z", "kept ones"),) if retired else (("enter", "add"), ("z", "retired ones"))
    return (*first, ("esc", "back"), ("?", "help"))


def _cells(width: int) -> tuple[int, ...]:
    """How wide the mark of each family is: its name's width, or a letter's."""
    if width >= WIDE - MARGIN:
        return tuple(len(name) + 1 for name in _NAMES)
    return (_NARROW_CELL,) * len(_NAMES)


def _title_width(width: int) -> int:
    return width - sum(_cells(width))
