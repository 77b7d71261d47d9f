"""A form and a state, flattened into the single things that are asked, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.form import NONE, Choice, Field, Form, Kind, State
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[str | int, ...]
"""Where an answer lives in a state: a key, then a position or line id, then the key inside a group."""

MORE: Final = "+"
YES: Final = "yes"
NO: Final = "no"
YES_OR_NO: Final = (Choice("y", YES, "yes"), Choice("n", NO, "no"))


@frozen
class Line(Value):
    """A line of a LINES field; `number` is its place in the list, from 1."""

    id: str
    text: str
    number: int


@frozen
class Step(Value):
    """One thing that is asked. `place` reads `3 of 8` or `3 of 8 · 2 of 5`; `about` is the line that is asked about.

    `lines` are what a PICK chooses from.
    """

    field: Field
    path: Path
    required: bool
    about: str = ""
    lines: tuple[Line, ...] = ()
    place: str = ""


def steps(form: Form, state: State) -> tuple[Step, ...]:
    """Everything that is asked now, in order; more lines and repetitions make more steps."""
    sections: dict[str, list[Step]] = {}
    for field in form.fields:
        if _is_asked(field, state):
            sections.setdefault(field.section or field.key, []).extend(_steps_of(field, state))
    placed: list[Step] = []
    for number, section in enumerate(sections.values(), start=1):
        where = f"{number} of {len(sections)}"
        for inner, step in enumerate(section, start=1):
            placed.append(replace(step, place=f"{where} · {inner} of {len(section)}" if len(section) > 1 else where))
    return tuple(placed)


def lines_of(state: State, key: str) -> tuple[Line, ...]:
    """The lines of a LINES field, without those that are empty."""
    return lines_in(state.get(key))


def lines_in(kept: object) -> tuple[Line, ...]:
    """The lines in what a state holds for a LINES field."""
    told = [line for line in kept if isinstance(line, dict)] if isinstance(kept, list) else []
    full = [(str(line.get("id")), str(line.get("text", ""))) for line in told if str(line.get("text", "")).strip()]
    return tuple(Line(name, text, number) for number, (name, text) in enumerate(full, start=1))


def value_at(state: State, path: Path) -> Any:  # noqa: ANN401 - JSON is what it is
    """What stands in the state at a path; None where nothing does."""
    here: Any = state
    for part in path:
        if isinstance(here, dict) and isinstance(part, str):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            return None
    return here


def is_answered(step: Step, state: State) -> bool:
    """Whether a step has an answer; words that are still being typed do not count."""
    value = value_at(state, step.path)
    if step.field.kind is Kind.PICK:
        return any(line.id == value for line in step.lines)
    if step.field.kind is Kind.LINES and value != NONE:
        return len(lines_in(value)) >= (step.field.minimum or 1)
    if step.field.kind is Kind.CHOICES:
        return isinstance(value, list) and len(value) >= (step.field.minimum or 0)
    return value is not None and value != ""


def missing(form: Form, state: State) -> tuple[Step, ...]:
    """The required steps that have no answer yet, in order."""
    return tuple(step for step in steps(form, state) if step.required and not is_answered(step, state))


def repetitions(state: State, key: str) -> tuple[State, ...]:
    """The repetitions of a group in which something was answered."""
    kept = state.get(key)
    return tuple(one for one in kept if _is_begun(one)) if isinstance(kept, list) else ()


def _is_begun(one: object) -> bool:
    return isinstance(one, dict) and any(_says_something(value) for value in one.values())


def _says_something(value: object) -> bool:
    return value not in (None, "", NONE) and value != []


def _is_asked(field: Field, state: State) -> bool:
    return not field.after or any(_says_something(state.get(key)) for key in field.after)


def _steps_of(field: Field, state: State) -> Iterator[Step]:
    if field.kind is Kind.PER_LINE:
        for line in lines_of(state, field.of):
            yield Step(field, (field.key, line.id), field.required, line.text)
    elif field.kind is Kind.GROUP:
        yield from _repeated(field, state)
    else:
        lines = lines_of(state, field.of) if field.kind is Kind.PICK else ()
        yield Step(field, (field.key,), field.required, lines=lines)


def _about(field: Field, index: int, own: object) -> str:
    """A repetition's title: its number, and what was chosen in its first field."""
    first = field.fields[0]
    chosen = own.get(first.key) if isinstance(own, dict) else None
    label = next((choice.label for choice in first.choices if choice.value == chosen), "")
    return f"{field.title} {index + 1}: {label}" if label else f"{field.title} {index + 1}"


def _repeated(field: Field, state: State) -> Iterator[Step]:
    kept = state.get(field.key)
    given = kept if isinstance(kept, list) else []
    least = field.minimum or 0
    count = max(len(given), least)
    for index in range(count):
        is_due = index < least or _is_begun(given[index])
        about = _about(field, index, given[index] if index < len(given) else {})
        for inner in field.fields:
            required = inner.required and is_due and (index == 0 or not inner.only_first)
            yield Step(inner, (field.key, index, inner.key), required, about)
    if field.maximum is None or count < field.maximum:
        ask = "Another?" if count else "Add one?"
        more = replace(field, kind=Kind.MORE, prompt=ask, choices=YES_OR_NO, required=False, hint="")
        yield Step(more, (field.key, count, MORE), required=False)
