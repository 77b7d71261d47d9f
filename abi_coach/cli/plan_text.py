"""Plans in lines of at most 80 columns: the numbers behind an item, actions, what is different."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from abi_coach.cli.width import text_width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from abi_coach.domain.action import Action
    from abi_coach.domain.plan_diff import PlanDifference

_STATES: Final = {"active": "open", "done": "done, by evidence", "ticked": "ticked by you", "set_aside": "set aside"}


def explain_lines(values: Mapping[str, Any]) -> Iterator[str]:
    """How the number of an item comes about: the sum as a table, then each part with what was counted."""
    rule, *notes = values["notes"]
    thin = " (little evidence)" if values["little_evidence"] else ""
    yield f"{values['label']}: {values['points']:.1f} of 100{thin}"
    yield from wrap(rule, text_width())
    yield ""
    yield f"   {'part':<22}{'weight':>8}{'value':>9}{'points':>9}"
    for part in values["parts"]:
        sizes = f"{part['weight']:>8.3f}{part['value']:>9.3f}{part['points']:>9.1f}"
        yield f"{part['letter']}  {part['name']:<22}{sizes}"
    if values["over"]:
        yield f"   {'P stops at 100':<39}{values['over']:>9.1f}"
    yield f"   {'P':<39}{values['points']:>9.1f}"
    yield f"   {values['sum']}"
    for part in values["parts"]:
        yield from _part_lines(part)
    if notes:
        yield ""
    for note in notes:
        yield from wrap(note, text_width())


def _part_lines(part: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    why = "" if part["words"] == part["name"].lower() else f": {part['words']}"
    yield from _indented(f"{part['name']}{why}", f"{part['letter']}  ")
    yield from _indented(part["formula"], "   ")
    for line in part["inputs"]:
        yield from _indented(line["text"], f"   {line['on'] or '·'!s:<10}  ")


def action_lines(number: int, action: Action) -> Iterator[str]:
    """One action: what, its state, how one will know, its id."""
    item = action.item.replace("_", " ")
    yield f"{number}  {item}, {action.type.label.lower()}: {_STATES[action.status.value]}"
    yield from _indented(action.sentence, "   ")
    for measure in action.measures:
        yield from _indented(f"{measure.sentence}{', reached' if measure.is_met else ''}", "   ")
    yield f"   due {action.due}, id {action.id}"


def difference_lines(found: PlanDifference) -> Iterator[str]:
    """Two plans beside each other."""
    yield f"{found.before_on} → {found.after_on}: {found.answers_before} → {found.answers_after} answers"
    yield ""
    for item in found.items:
        before, after = (f"{points:.1f}" if points is not None else "–" for points in (item.before, item.after))
        change = f"  ({item.change:+.1f})" if item.change else ""
        yield f"  {item.label:<22}{before:>6} → {after:>5}{change}"
    for action in found.actions:
        yield ""
        yield from _indented(action.sentence, f"{action.what.value:<8}")
        for detail in action.details:
            yield from _indented(detail, "        · ")


def _indented(text: str, start: str) -> list[str]:
    """The text in lines as wide as text is, the first after `start`, the others as far in."""
    return wrap(text, text_width(), initial_indent=start, subsequent_indent=" " * len(start)) or [start.rstrip()]
