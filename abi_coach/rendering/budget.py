"""How much one document may cost: a template that never ends must end, with a message.

Templates are data that people share. The sandbox keeps one from reaching anything; the budget keeps one from keeping
the program busy or filling the memory.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from jinja2 import TemplateRuntimeError

STEPS: Final = 200_000
"""Loop rounds, macro calls and filters in one document; a plan takes a few hundred."""
SECONDS: Final = 5.0
"""Of the processor's time, so that a busy machine changes nothing."""
DOCUMENT_LETTERS: Final = 2_000_000
"""The longest document."""
WORK_LETTERS: Final = 4 * DOCUMENT_LETTERS
"""Letters written in all, those counted twice that pass through a macro."""
COLLECTION: Final = 100_000
"""The longest list that a template may make, those inside it counted as well."""
NUMBER: Final = 10**18
"""The biggest whole number that a template may calculate."""
RANGE: Final = 10_000
"""The longest range."""


class TooMuchError(TemplateRuntimeError):
    """A template wants more than a document can need."""


class Budget:
    """What is left for one document."""

    __slots__ = ("_deadline", "_letters", "_steps")

    def __init__(self) -> None:
        self._steps = STEPS
        self._letters = WORK_LETTERS
        self._deadline = time.thread_time() + SECONDS

    def spend(self, letters: int) -> None:
        """Pay for one step that writes this many letters; TooMuchError when nothing is left."""
        self._steps -= 1
        self._letters -= letters
        if self._steps < 0:
            message = f"this takes more than {STEPS:,} steps; does a loop or a macro never end?"
            raise TooMuchError(message)
        if self._letters < 0:
            raise TooMuchError(_too_long())
        if time.thread_time() > self._deadline:
            message = f"this takes more than {SECONDS:g} seconds; does a loop or a macro never end?"
            raise TooMuchError(message)


_current: ContextVar[Budget | None] = ContextVar("budget", default=None)


@contextmanager
def one_document() -> Iterator[None]:
    """Give what happens inside a fresh budget."""
    token = _current.set(Budget())
    try:
        yield
    finally:
        _current.reset(token)


def spend(letters: int = 0) -> None:
    """Pay for one step out of the current document's budget, if there is one (there is none while compiling)."""
    budget = _current.get()
    if budget is not None:
        budget.spend(letters)


def checked_length(length: int) -> None:
    """Refuse a text that would be longer than a document, before it is made."""
    if length > DOCUMENT_LETTERS:
        raise TooMuchError(_too_long())


def checked(value: object) -> object:
    """Hand back what a filter or an operator made; TooMuchError if it is bigger than a document can need."""
    if isinstance(value, str):
        checked_length(len(value))
    elif isinstance(value, int):
        if abs(value) > NUMBER:
            message = f"a number beyond {NUMBER:,}"
            raise TooMuchError(message)
    elif isinstance(value, Sized) and (len(value) > COLLECTION or _items_in(value, {}) > COLLECTION):
        message = f"a list of more than {COLLECTION:,} items"
        raise TooMuchError(message)
    return value


def _items_in(value: object, known: dict[int, int]) -> int:
    """How many items a list has, at every depth: whoever compares two lists looks at each as often as it stands."""
    if not isinstance(value, (list, tuple, dict)):
        return 1
    if id(value) not in known:
        items = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_items_in(item, known) for item in items)
    return known[id(value)]


def _too_long() -> str:
    return f"the document would be longer than {DOCUMENT_LETTERS:,} characters"
