"""What the plan's screen shows: what changed, the actions, the numbers behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.action import ActionStatus
from abi_coach.domain.chart import bar
from abi_coach.ui.hanging import hung, lead
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from abi_coach.domain.plan import Plan, PlannedItem

_BAR_CELLS = 20
_UNKNOWN_SHOWN = 3


def overview_of(plan: Plan) -> Content:
    """What stands above the actions: strengths, and what changed since the last plan."""
    return hung(
        *_lines("What is working", [one.text for one in plan.strengths[:2]]),
        *_lines("Since the last plan", [one.text for one in plan.changes]),
    )


def nothing_of(plan: Plan) -> Content:
    """What to do while there is nothing to work on, because all is well or because nothing is known yet."""
    if plan.answers:
        return joined(
            literal("Nothing asks for work at the moment.\n", "bold"),
            literal("Stay warm with a few questions (p); a real interview would show what practice cannot.", "$quiet"),
        )
    return joined(
        literal("Nothing can be named yet.\n", "bold"),
        literal("Answer three questions (p), or debrief an interview, and come back.", "$quiet"),
    )


def action_of(number: int, planned: PlannedItem, *, ascii_only: bool, explained: bool) -> Content:
    """One action: what, why, when, and how one will know; with `explained` every number behind it."""
    priority, action = planned.priority, planned.action
    share = bar(priority.points / 100, _BAR_CELLS, ascii_only=ascii_only)
    ticked = "  ticked; the evidence closes it" if action.status is ActionStatus.TICKED else ""
    sessions = len(action.sessions)
    often = f"{sessions} × {action.minutes} min" if sessions > 1 else f"{action.minutes} min"
    parts: list[str | Content] = [
        lead(literal(f"{number}  ", "$accent bold")), literal(f"{priority.label}: {action.type.label.lower()}", "bold"),
        literal(f"{ticked}\n", "$success"),
        literal(f"   {share} {priority.points:.1f} of 100\n", "$quiet"),
        literal("   little evidence, so measure first\n", "$quiet") if priority.is_thin else "",
        *_beside("", f"{action.sentence}\n"),
        *_beside("Why", literal(f"{action.because}\n", "$quiet")),
        *_beside("When", literal(f"{often}, done by {action.due:%d %b}\n", "$quiet")),
        *(part for one in action.measures for part in _beside("Know by", literal(f"{one.sentence}\n", "$quiet"))),
    ]  # fmt: skip
    if explained:
        parts += [*_beside("Sum", literal(f"{planned.sum}\n", "$accent")), *_table(planned)]
    return hung(*parts)


def unknown_of(plan: Plan) -> Content:
    """What cannot be said yet; the document has all of it."""
    left = len(plan.unknown) - _UNKNOWN_SHOWN
    told = [one.text for one in plan.unknown[:_UNKNOWN_SHOWN]]
    return hung(*_lines("Not known yet", [*told, *([f"and {left} more (v)"] if left > 0 else [])]))


def _table(planned: PlannedItem) -> Iterator[Content]:
    for row in planned.explanation.rows:
        yield joined(lead(f"   {row.letter}  {row.points:>5.1f}  "), f"{row.name}: {row.formula}\n")
        for line in row.lines:
            yield joined(lead(literal(f"   {line.on or ''!s:10}  ", "$quiet")), literal(f"{line.text}\n", "$quiet"))


def _beside(label: str, text: str | Content) -> tuple[Content, str | Content]:
    """A text beside its label, all of them below one another."""
    return lead(literal(f"   {label:<9}" if label else "   ", "$quiet")), text


def _lines(title: str, texts: Sequence[str]) -> list[Content]:
    if not texts:
        return []
    points = (joined(lead(literal("· ", "$quiet")), literal(f"{text}\n", "$quiet")) for text in texts)
    return [literal(f"{title}\n", "bold"), *points, literal("\n")]
