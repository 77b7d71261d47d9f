"""What the plan's screen shows: what changed, the actions, the numbers behind one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.action import ActionStatus
from abi_coach.domain.chart import bar
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from abi_coach.domain.plan import Plan, PlannedItem

_BAR_CELLS = 20
_UNKNOWN_SHOWN = 3


def overview_of(plan: Plan) -> Content:
    """What stands above the actions: strengths, and what changed since the last plan."""
    return joined(
        *_lines("What is working", [one.text for one in plan.strengths[:2]]),
        *_lines("Since the last plan", [one.text for one in plan.changes]),
    )


def nothing_yet() -> Content:
    """What to do while there is nothing to work on."""
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
        literal(f"{number}  ", "$accent bold"), literal(f"{priority.label}: {action.type.label.lower()}", "bold"),
        literal(f"{ticked}\n", "$success"),
        literal(f"{share} {priority.points:.1f} of 100\n", "$quiet"),
        literal("little evidence, so measure first\n", "$quiet") if priority.is_thin else "",
        f"{action.sentence}\n",
        literal(f"Why      {action.because}\n", "$quiet"),
        literal(f"When     {often}, done by {action.due:%d %b}\n", "$quiet"),
        *(literal(f"Know by  {measure.sentence}\n", "$quiet") for measure in action.measures),
    ]  # fmt: skip
    if explained:
        parts += [literal(f"Sum      {planned.sum}\n", "$accent"), *_table(planned)]
    return joined(*parts)


def unknown_of(plan: Plan) -> Content:
    """What cannot be said yet; the document has all of it."""
    left = len(plan.unknown) - _UNKNOWN_SHOWN
    told = [one.text for one in plan.unknown[:_UNKNOWN_SHOWN]]
    return joined(*_lines("Not known yet", [*told, *([f"and {left} more (v)"] if left > 0 else [])]))


def _table(planned: PlannedItem) -> Iterator[Content]:
    for row in planned.explanation.rows:
        yield literal(f"  {row.letter}  {row.points:>5.1f}  {row.name}: {row.formula}\n")
        for line in row.lines:
            yield literal(f"            {line.on or ''!s:10}  {line.text}\n", "$quiet")


def _lines(title: str, texts: Sequence[str]) -> list[Content]:
    if not texts:
        return []
    return [literal(f"{title}\n", "bold"), *(literal(f"· {text}\n", "$quiet") for text in texts)]
