"""Where a field of a question stands in its file, for what is noticed when the tree with its places is gone."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from abi_coach.storage.tree_nodes import Place

if TYPE_CHECKING:
    from collections.abc import Sequence


def field_place(lines: Sequence[str], start: int, field: str) -> Place:
    """The place of a field's value in the question that starts on the line `start`; all count from 0.

    `field` is a name, or two as `anchors.3`. One that is not there is looked for where it would be: at what is around
    it, or at the question.
    """
    first = lines[start] if start < len(lines) else ""
    found = Place(start, len(first) - len(first.lstrip(" -")))
    line, column, end = start, 0, _end(lines, start)
    for name in field.split("."):
        place = _next(lines, line, column, end, name)
        if place is None:
            break
        found = place
        line, column = place.line, place.index
    return Place(found.line, found.column)


def _end(lines: Sequence[str], start: int) -> int:
    """The line after the question's last: the first that is not indented as what belongs to it is."""
    if start >= len(lines):
        return start
    least = _indent(lines[start]) + lines[start].lstrip().startswith("-")
    inner = (number for number in range(start + 1, len(lines)) if lines[number].strip())
    return next((number for number in inner if _indent(lines[number]) < least), len(lines))


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _next(lines: Sequence[str], line: int, column: int, end: int, name: str) -> Place | None:
    """Where the named value starts, with the column after the name's colon as the index."""
    for number in range(line, end):
        text = lines[number]
        if name in text and (found := _named(name).search(text, column if number == line else 0)):
            return Place(number, found.end() if found.end() < len(text) else found.start(1), found.end(1))
    return None


@cache
def _named(name: str) -> re.Pattern[str]:
    """A name at the start of a line, or in braces, with its quotes; then the colon."""
    return re.compile(rf"(?:^[\s-]*|(?<=[\s{{,]))([\"']?{re.escape(name)}[\"']?)\s*:(?:\s+|$)")
