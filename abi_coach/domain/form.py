"""What a form is: a few questions, asked one at a time, in any order, on a screen or in a pipe.

One declaration serves every way of asking. What has been answered so far is a `State`: plain JSON data, which is
exactly what a draft in the journal holds. `form_steps` flattens a form and a state into what is asked,
`form_answers` puts an answer into a state, `form_parsing` reads what was typed.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from abi_coach.domain.value import Value, frozen

State = dict[str, Any]
"""Answers so far, by the field's key; plain JSON data. Keys that start with `_` are the engine's own."""

NONE: Final = "none"
"""What stands in a state where a field that allows it was answered with "none"."""

CHOICE_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""Keys handed out to choices that have no telling letter of their own."""


class Kind(StrEnum):
    """How a field is asked, and what its answer is in a state."""

    LINE = "line"
    """One line: a string."""
    TEXT = "text"
    """Several lines: a string."""
    LINES = "lines"
    """A list, one line each: `{"id", "text"}`; an id stays with its line when lines come and go."""
    CHOICE = "choice"
    """One of the choices: its value."""
    CHOICES = "choices"
    """Any of the choices: a list of values."""
    NUMBER = "number"
    """A whole number."""
    DAY = "day"
    """A date: ISO text."""
    WHEN = "when"
    """A date and time: ISO text with the offset of the place where it was typed."""
    PICK = "pick"
    """One line of the LINES field `of`: its id."""
    PER_LINE = "per_line"
    """For each line of the LINES field `of` a rating and tags: `{id: {"rating", "tags"}}`; rating None is `?`."""
    GROUP = "group"
    """`fields`, asked together several times: a list of states."""
    MORE = "more"
    """Only in steps: whether a group goes on."""


class Expected(StrEnum):
    """Where a date should lie; a date that lies elsewhere is questioned, never refused."""

    ANY = "any"
    PAST = "past"
    FUTURE = "future"


@frozen
class Choice(Value):
    """One possible answer: the key to press, the value that is kept, and the words that are shown."""

    key: str
    value: str
    label: str


@frozen
class Field(Value):
    """One question of a form.

    `minimum` and `maximum` bound a NUMBER or a rating, and count lines, choices or repetitions of a GROUP. `choices`
    are the answers of CHOICE and CHOICES, and the tags of PER_LINE. `of` names the LINES field of PICK and PER_LINE.
    `allows_none`: "none" is an answer. `is_open`: words that are no choice are taken as well, as a slug.
    `only_first`: in a GROUP, required in its first repetition only. `after`: asked only once one of these fields has
    an answer other than "none". Fields with the same `section` count as one in `3 of 8`.
    """

    key: str
    title: str
    prompt: str
    kind: Kind = Kind.LINE
    required: bool = False
    choices: tuple[Choice, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    hint: str = ""
    of: str = ""
    fields: tuple[Field, ...] = ()
    allows_none: bool = False
    is_open: bool = False
    only_first: bool = False
    after: tuple[str, ...] = ()
    section: str = ""
    expected: Expected = Expected.ANY


@frozen
class Form(Value):
    """A named list of fields; `name` is kept with drafts."""

    name: str
    title: str
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field:
        """The field of that key; KeyError when the form has none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise KeyError(key)


def numbered(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Choices from `(value, label)`, with the keys 1–9 and then a–z; at most 35."""
    return tuple(Choice(key, value, label) for key, (value, label) in zip(CHOICE_KEYS, pairs, strict=False))
