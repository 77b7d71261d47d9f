"""The gate for a CV in the JSON Resume format: work and projects come out as checked values.

Regular files of at most 5 MiB in UTF-8, at most 12 levels deep, no name twice; whatever is wrong is told with its path.
Everything but `work` and `projects` is left alone. Format: jsonresume.org/schema.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.errors import FileError
from abi_coach.domain.experience import Experience
from abi_coach.domain.plain_text import strip_controls
from abi_coach.domain.problem import quoted
from abi_coach.storage.bytes import read_text

if TYPE_CHECKING:
    from pathlib import Path

MOST_LEVELS: Final = 12
MOST_EXPERIENCES: Final = 500

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)


def read_resume(path: Path) -> tuple[Experience, ...]:
    """Work, then projects, in the file's order. Raises FileError with every problem."""
    tree = _parsed(read_text(path), path)
    if not isinstance(tree, dict):
        raise _unusable(path, ["the file must be one JSON object with “work” and “projects”"])
    reader = _Reader()
    found = [*reader.experiences(tree, "work"), *reader.experiences(tree, "projects")]
    if reader.problems:
        raise _unusable(path, reader.problems)
    return tuple(found)


class _Reader:
    """Makes experiences of the tree and gathers what is wrong with it."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def experiences(self, tree: dict[str, Any], key: str) -> list[Experience]:
        listed = self._list(tree, key, key)
        if len(listed) > MOST_EXPERIENCES:
            self.problems.append(f"{key}: has {len(listed)} entries; {MOST_EXPERIENCES} are read at most")
            return []
        return [made for number, one in enumerate(listed) if (made := self._experience(one, f"{key}[{number}]"))]

    def _experience(self, told: object, path: str) -> Experience | None:
        if not isinstance(told, dict):
            self.problems.append(f"{path}: must be an object (found {quoted(str(told))})")
            return None
        roles = [text for text in self._texts(told, "roles", path) if text]
        role = self._text(told, "position", path) or ", ".join(roles)
        name = self._text(told, "name", path) or self._text(told, "company", path)
        known = Experience(
            name=name or role or "?",
            role=role if name else "",
            started=self._text(told, "startDate", path),
            ended=self._text(told, "endDate", path),
            summary=self._text(told, "summary", path) or self._text(told, "description", path),
            highlights=self._texts(told, "highlights", path),
            keywords=self._texts(told, "keywords", path),
        )
        if name or role:
            return known
        if known != Experience("?"):
            self.problems.append(f"{path}: has no name and no position; write one")
        return None

    def _text(self, told: dict[str, Any], key: str, path: str) -> str:
        value = told.get(key)
        if value is None or isinstance(value, str):
            return strip_controls(value or "").strip()
        self.problems.append(f"{path}.{key}: must be text (found {quoted(str(value))})")
        return ""

    def _texts(self, told: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
        values = {str(number): one for number, one in enumerate(self._list(told, key, f"{path}.{key}"))}
        return tuple(text for number in values if (text := self._text(values, number, f"{path}.{key}")))

    def _list(self, told: dict[str, Any], key: str, path: str) -> list[Any]:
        value = told.get(key)
        if value is None or isinstance(value, list):
            return value or []
        self.problems.append(f"{path}: must be a list (found {quoted(str(value))})")
        return []


def _parsed(text: str, path: Path) -> Any:  # noqa: ANN401 - JSON is what it is
    if _levels(text) > MOST_LEVELS:
        raise _unusable(path, [f"is nested more than {MOST_LEVELS} levels deep"])
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise _unusable(path, [f"line {error.lineno}, column {error.colno}: {error.msg.lower()}"]) from None
    except ValueError as error:
        raise _unusable(path, [str(error)]) from None


def _levels(text: str) -> int:
    """How deep lists and objects nest, counted before anything is parsed: the parser itself would follow them down."""
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]{}]", _STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = f"the field {quoted(twice)} is there twice; keep one"
        raise ValueError(message)
    return made


def _no_constant(name: str) -> None:
    message = f"{name} is not JSON; write a number"
    raise ValueError(message)


def _unusable(path: Path, problems: list[str]) -> FileError:
    return FileError(f"{path} cannot be used as a CV:", [f"{path.name}: {problem}" for problem in problems])
