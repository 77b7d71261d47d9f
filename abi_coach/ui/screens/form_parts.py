"""What a form's screen says about a step: the choices with their keys, the lines, and what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from abi_coach.domain.form import CHOICE_KEYS, NONE, Choice, Kind
from abi_coach.domain.form_steps import Step, lines_in, value_at
from abi_coach.ui.safe import joined, literal

if TYPE_CHECKING:
    from textual.content import Content

    from abi_coach.services.open_form import OpenForm

BY_KEY: Final = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.PICK, Kind.PER_LINE, Kind.MORE})
"""Kinds that are answered by pressing keys, with no box to type in."""

ONE_COLUMN: Final = 7
"""So many choices stand below one another; more are put into two columns where they fit."""

COLUMN_CELLS: Final = 26
OTHER_KEY: Final = "+"


def choices_of(step: Step) -> tuple[Choice, ...]:
    """What can be pressed at a step, lines to pick from included."""
    if step.field.kind is Kind.PICK:
        pairs = zip(CHOICE_KEYS, step.lines, strict=False)
        return tuple(Choice(key, line.id, line.text) for key, line in pairs)
    return step.field.choices


def present(form: OpenForm, step: Step, editing: int | None) -> Content:
    """The choices with what is chosen, or the lines so far."""
    if step.field.kind is Kind.LINES:
        return _lines(form, step, editing)
    value = value_at(form.state, step.path)
    if step.field.kind is Kind.PER_LINE:
        told = value if isinstance(value, dict) else {}
        return joined(_scale(step, told), "\n\n", _keys(step.field.choices, told.get("tags", ())))
    chosen = value if isinstance(value, list) else [value]
    keys = _keys(choices_of(step), chosen)
    other = joined("\n", literal(OTHER_KEY, "$accent bold"), "  another, in your words") if step.field.is_open else ""
    own = value if step.field.is_open and isinstance(value, str) and not _is_listed(step, value) else ""
    return joined(keys, other, literal(f": {own}", "bold") if own else "")


def keys_for(step: Step, *, is_typing: bool) -> tuple[tuple[str, str], ...]:
    """The keys that matter at a step, six at most."""
    move, leave = ("↑↓", "jump"), ("esc", "leave")
    save = ("ctrl+s", "finish")
    if is_typing:
        return (("enter", "on"), move, save, ("f4", "editor"), leave)
    if step.field.kind is Kind.PER_LINE:
        return (("1-5 ?", "rate"), ("enter", "on"), save, leave)
    if step.field.kind is Kind.CHOICES:
        return (("key", "choose"), ("enter", "on"), move, save, leave)
    return (("key", "answer"), move, save, leave)


def _keys(choices: tuple[Choice, ...], chosen: object) -> Content:
    """One choice a line, or two when they are many and short."""
    marked = [value for value in chosen if isinstance(value, str)] if isinstance(chosen, list | tuple) else []
    is_wide = any(cell_len(choice.label) > COLUMN_CELLS - 6 for choice in choices)
    columns = 1 if is_wide or len(choices) <= ONE_COLUMN else 2
    rows = -(-len(choices) // columns)
    parts: list[str | Content] = []
    for row in range(rows):
        parts.append("\n" if row else "")
        for choice in choices[row::rows]:
            parts += _key(choice, is_chosen=choice.value in marked, pad=columns > 1)
    return joined(*parts)


def _key(choice: Choice, *, is_chosen: bool, pad: bool) -> list[str | Content]:
    room = " " * max(0, COLUMN_CELLS - 5 - cell_len(choice.label)) if pad else ""
    mark = literal("● " if is_chosen else "  ", "$accent")
    return [mark, literal(choice.key, "$accent bold"), "  ", literal(choice.label, "bold" if is_chosen else ""), room]


def _scale(step: Step, told: dict[str, object]) -> Content:
    """The rating keys in one row, the chosen one marked by more than its colour."""
    least, most = step.field.minimum or 1, step.field.maximum or 5
    parts: list[str | Content] = []
    for key in [*map(str, range(least, most + 1)), "?"]:
        rating = None if key == "?" else int(key)
        is_chosen = "rating" in told and told["rating"] == rating
        parts.append(literal(f"[{key}]" if is_chosen else f" {key} ", "$accent bold" if is_chosen else "$accent"))
    return joined("  ", *parts)


def _lines(form: OpenForm, step: Step, editing: int | None) -> Content:
    value = value_at(form.state, step.path)
    if value == NONE:
        return literal(NONE, "$quiet")
    parts: list[str | Content] = []
    for line in lines_in(value):
        here = editing == line.number - 1
        parts += [
            "\n" if parts else "",
            literal(f"{line.number:>2}  ", "$accent"),
            literal(line.text, "$quiet" if here else ""),
        ]
    return joined(*parts)


def _is_listed(step: Step, value: str) -> bool:
    return any(choice.value == value for choice in step.field.choices)
