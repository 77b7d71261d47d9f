"""Putting answers into a state, and showing them. A state is never changed: each function gives a new one."""

from __future__ import annotations

from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import NONE, Form, Kind, State
from abi_coach.domain.form_parsing import parse
from abi_coach.domain.form_steps import YES, Path, Step, is_answered, lines_in, steps, value_at
from abi_coach.domain.when_text import day_text, doubt, when_text

TYPED: Final = "_typed"
"""Where words wait that are still being typed, by the step's name."""

LAST_ID: Final = "_last_id"
"""The last id that a line was given; ids are never given twice."""


def answer(state: State, step: Step, given: object, now: datetime) -> State:
    """The state with this answer. `given` is text, or a sequence of texts for a list; `now` is aware and local.

    Raises InputError, whose message says what to write instead; the state is then as it was.
    """
    value = parse(step, given, now)
    if step.field.kind is Kind.MORE:
        return _with(state, step.path[:-1], {}) if value == YES else state
    if step.field.kind is Kind.LINES and value != NONE:
        state, value = _relined(state, step, value)
    return without_typed(_with(state, step.path, value), step)


def add_line(state: State, step: Step, text: str, now: datetime) -> State:
    """The state with lines added to the end of a LINES field. Raises InputError when there is nothing to add."""
    present = [line.text for line in lines_in(value_at(state, step.path))]
    return answer(state, step, [*present, text], now) if text.strip() else without_typed(state, step)


def clear(state: State, step: Step) -> State:
    """The state without an answer to this step."""
    return without_typed(_with(state, step.path, None), step)


def type_in(state: State, step: Step, text: str) -> State:
    """The state with words that are still being typed; they are kept as they are and count as no answer."""
    typed = {**_typed(state), name_of(step): text}
    return {**state, TYPED: typed}


def without_typed(state: State, step: Step) -> State:
    """The state without half-typed words for this step."""
    typed = {name: text for name, text in _typed(state).items() if name != name_of(step)}
    rest = {key: value for key, value in state.items() if key != TYPED}
    return {**rest, TYPED: typed} if typed else rest


def typed_text(state: State, step: Step) -> str | None:
    """The words that are still being typed for this step; None when there are none."""
    return _typed(state).get(name_of(step))


def settle(form: Form, state: State, now: datetime) -> State:
    """The state with everything taken as an answer that was typed and can be used; the rest stays as typed."""
    for step in steps(form, state):
        text = typed_text(state, step)
        if text is None:
            continue
        try:
            taken = add_line if step.field.kind is Kind.LINES else answer
            state = taken(state, step, text, now)
        except InputError:
            continue
    return state


def unsettled(form: Form, state: State) -> tuple[Step, ...]:
    """The steps with typed words that could not be taken as an answer."""
    return tuple(step for step in steps(form, state) if (typed_text(state, step) or "").strip())


def name_of(step: Step) -> str:
    """A step's path as one word; the same as long as the step is the same."""
    return "/".join(map(str, step.path))


def shown(step: Step, state: State) -> str:
    """The answer as a person reads it; empty when there is none."""
    value = value_at(state, step.path)
    if value is None or not is_answered(step, state):
        return ""
    if step.field.kind is Kind.PER_LINE:
        rating = value.get("rating")
        return " ".join(["?" if rating is None else str(rating), *(_label(step, tag) for tag in value.get("tags", ()))])
    if step.field.kind is Kind.PICK:
        return next(line.text for line in step.lines if line.id == value)
    if step.field.kind is Kind.LINES and value != NONE:
        return "\n".join(line.text for line in lines_in(value))
    if isinstance(value, list):
        return ", ".join(_label(step, one) for one in value) or NONE
    return _shown_one(step, value)


def text_for(step: Step, state: State) -> str:
    """What an editor opens with: half-typed words, else the answer as it can be typed again."""
    typed = typed_text(state, step)
    return typed if typed is not None else shown(step, state)


def doubt_of(step: Step, state: State, now: datetime) -> str:
    """Why the date that was given may be a slip; empty for other kinds and for dates that look right."""
    value = value_at(state, step.path)
    if step.field.kind not in {Kind.DAY, Kind.WHEN} or not isinstance(value, str) or value == NONE:
        return ""
    if step.field.kind is Kind.DAY:
        return doubt(date.fromisoformat(value), now.date(), step.field.expected)
    return when_doubt(datetime.fromisoformat(value), now, step)


def when_doubt(at: datetime, now: datetime, step: Step) -> str:
    """The doubt about an instant: also one earlier or later on the same day."""
    text = doubt(at.date(), now.date(), step.field.expected)
    if text or at.date() != now.date():
        return text
    if step.field.expected.value == "future" and at < now:
        return f"{when_text(at)} is already over."
    if step.field.expected.value == "past" and at > now:
        return f"{when_text(at)} is still to come."
    return ""


def _shown_one(step: Step, value: Any) -> str:  # noqa: ANN401 - JSON is what it is
    if value == NONE:
        return NONE
    if step.field.kind is Kind.DAY:
        return day_text(date.fromisoformat(value))
    if step.field.kind is Kind.WHEN:
        return when_text(datetime.fromisoformat(value))
    return _label(step, value) if step.field.kind is Kind.CHOICE else str(value)


def _label(step: Step, value: object) -> str:
    return next((choice.label for choice in step.field.choices if choice.value == value), str(value))


def _typed(state: State) -> dict[str, str]:
    kept = state.get(TYPED)
    return kept if isinstance(kept, dict) else {}


def _with(state: State, path: Path, value: object) -> State:
    """A copy of the state with a value at a path; what is missing on the way is made."""
    changed = _changed(state, path, value)
    assert isinstance(changed, dict)
    return changed


def _changed(here: object, path: Path, value: object) -> object:
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        items = list(here) if isinstance(here, list) else []
        items += [{} for _ in range(part + 1 - len(items))]
        items[part] = _changed(items[part], rest, value)
        return items
    mapping = dict(here) if isinstance(here, dict) else {}
    inner = _changed(mapping.get(part), rest, value)
    if inner is None:
        return {key: kept for key, kept in mapping.items() if key != part}
    return {**mapping, part: inner}


def _relined(state: State, step: Step, texts: list[str]) -> tuple[State, list[dict[str, str]]]:
    """Lines with ids: a line that stayed or was reworded keeps its id, and with it what was said about it."""
    old = lines_in(value_at(state, step.path))
    last = state.get(LAST_ID, 0)
    last = last if isinstance(last, int) else 0
    ids: list[str | None] = [None] * len(texts)
    for change, start, end, first, stop in SequenceMatcher(
        None, [line.text for line in old], texts, autojunk=False
    ).get_opcodes():
        if change in {"equal", "replace"}:
            for line, place in zip(old[start:end], range(first, stop), strict=False):
                ids[place] = line.id
    lines = []
    for name, text in zip(ids, texts, strict=True):
        last += name is None
        lines.append({"id": name or str(last), "text": text})
    return {**state, LAST_ID: last}, lines
