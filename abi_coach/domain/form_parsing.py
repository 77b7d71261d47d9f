"""Reading an answer as it was typed, by the kind of its field; what cannot be used is told with what to write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import NONE, Choice, Expected, Field, Kind
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.skill_name import skill_slug
from abi_coach.domain.when import parse_day, parse_when

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from abi_coach.domain.form_steps import Step

_NONES: Final = frozenset({"none", "nothing", "no", "-", "n/a", "na"})
_SMALL: Final = 7
"""So many choices are listed in a message; more are only counted."""


def parse(step: Step, given: object, now: datetime) -> Any:  # noqa: ANN401 - JSON is what it is
    """What the state holds for this answer. `given` is text, or for lists a sequence of texts; `now` aware, local.

    Raises InputError, whose message says what to write instead.
    """
    texts = [given] if isinstance(given, str | int) else list(given) if isinstance(given, Sequence) else []
    clean = [strip_controls(str(text)) for text in texts]
    words = "\n".join(clean).strip()
    if step.field.allows_none and words.rstrip(".").lower() in _NONES:
        return NONE
    if not words and step.field.kind is not Kind.CHOICES:
        raise InputError(_needed(step))
    return _PARSERS[step.field.kind](step, words, now)


def one_line(text: str) -> str:
    """Text with every run of white space made one space."""
    return " ".join(strip_controls(text).split())


def choice_of(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The choice meant by a key, a value, a label or the one beginning of a label; None when it is not clear."""
    wanted = one_line(text).casefold()
    for names in (_key, _value, _spoken_value, _label):
        for choice in choices:
            if names(choice) == wanted:
                return choice
    begun = [choice for choice in choices if wanted and _label(choice).startswith(wanted)]
    return begun[0] if len(begun) == 1 else None


def _key(choice: Choice) -> str:
    return choice.key.casefold()


def _value(choice: Choice) -> str:
    return choice.value.casefold()


def _spoken_value(choice: Choice) -> str:
    """`real move` for `real_move`: what the command's help calls it."""
    return _value(choice).replace("_", " ")


def _label(choice: Choice) -> str:
    return choice.label.casefold()


def _needed(step: Step) -> str:
    none = " If there is nothing, write none." if step.field.allows_none else ""
    hint = f" {step.field.hint}" if step.field.hint else ""
    return f"Nothing was written for “{step.field.title}”.{hint}{none}"


def _line(_step: Step, words: str, _now: datetime) -> str:
    return one_line(words)


def _text(_step: Step, words: str, _now: datetime) -> str:
    return words


def _lines(_step: Step, words: str, _now: datetime) -> list[str]:
    return [one_line(line) for line in words.split("\n") if line.strip()]


def _choice(step: Step, words: str, _now: datetime) -> str:
    found = choice_of(words, step.field.choices)
    if found is not None:
        return found.value
    if step.field.is_open and skill_slug(words):
        return skill_slug(words)
    message = f"“{one_line(words)}” is none of the answers. {_list(step.field)}"
    raise InputError(message)


def _choices(step: Step, words: str, _now: datetime) -> list[str]:
    """Several, with commas or spaces between them; keys may also stand together, as in `abc`."""
    if words.lower() in _NONES:
        return []
    found: list[str] = []
    for part in re.split(r"[,;\n]+", words):
        found += _several(step, part)
    return list(dict.fromkeys(found))


def _several(step: Step, part: str) -> list[str]:
    for split in (lambda text: [text], str.split, lambda text: [*"".join(text.split())]):
        names = [name for name in split(part) if name.strip()]
        chosen = [choice_of(name, step.field.choices) for name in names]
        if all(chosen):
            return [one.value for one in chosen if one is not None]
    if step.field.is_open and skill_slug(part):
        return [skill_slug(part)]
    message = f"“{one_line(part)}” is none of the answers. {_list(step.field)} Several: with commas between them."
    raise InputError(message)


def _number(step: Step, words: str, _now: datetime) -> int:
    least, most = step.field.minimum, step.field.maximum
    text = words.removesuffix("%").strip()
    is_number = re.fullmatch(r"[+-]?[0-9]{1,9}", text) is not None
    if not is_number or (least is not None and int(text) < least) or (most is not None and int(text) > most):
        message = f"“{one_line(words)}” does not fit. Write {_bounds(step.field)}."
        raise InputError(message)
    return int(text)


def _bounds(field: Field) -> str:
    if field.minimum is not None and field.maximum is not None:
        return f"a whole number from {field.minimum} to {field.maximum}"
    return "a whole number" if field.minimum is None else f"a whole number, {field.minimum} or more"


def _day(step: Step, words: str, now: datetime) -> str:
    return parse_day(words, now, past=step.field.expected is Expected.PAST).isoformat()


def _when(step: Step, words: str, now: datetime) -> str:
    return parse_when(words, now, past=step.field.expected is Expected.PAST).isoformat()


def _pick(step: Step, words: str, _now: datetime) -> str:
    wanted = one_line(words).casefold()
    exact = [line for line in step.lines if wanted in {str(line.number), line.text.casefold()}]
    found = exact or [line for line in step.lines if not wanted.isdigit() and wanted in line.text.casefold()]
    if len(found) == 1 or exact:
        return found[0].id
    message = (
        f"“{one_line(words)}” is none of the lines. Write a number from 1 to {len(step.lines)}."
        if step.lines
        else "There is no line to pick from yet. Answer the list first."
    )
    raise InputError(message)


def _rating(step: Step, words: str, _now: datetime) -> dict[str, Any]:
    """A rating and tags: `4`, `?`, `2 s n`, `2sn`, `3 surprised, ran long`."""
    least, most = step.field.minimum or 1, step.field.maximum or 5
    found = re.match(r"([0-9]+|\?)[\s,;:]*(.*)", words, re.DOTALL)
    if found is None or (found[1] != "?" and not least <= int(found[1]) <= most):
        tags = ", ".join(f"{tag.key} {tag.label}" for tag in step.field.choices)
        message = f"“{one_line(words)}” is no rating. Write {least}–{most} or ?, then tags if any ({tags})."
        raise InputError(message)
    rating = None if found[1] == "?" else int(found[1])
    return {"rating": rating, "tags": _choices(step, found[2], _now) if found[2] else []}


def _list(field: Field) -> str:
    if len(field.choices) > _SMALL:
        return f"Write one of the {len(field.choices)} keys or names that are listed."
    return "Write one of: " + ", ".join(f"{choice.key} {choice.label}" for choice in field.choices) + "."


_PARSERS: Final[dict[Kind, Callable[[Step, str, datetime], Any]]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.NUMBER: _number,
    Kind.DAY: _day,
    Kind.WHEN: _when,
    Kind.PICK: _pick,
    Kind.PER_LINE: _rating,
    Kind.MORE: _choice,
}
