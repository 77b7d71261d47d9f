"""The checked tree: what is left of a YAML file when nothing in it can surprise, and every place is known.

Plain slotted classes, because a big bank makes a hundred thousand of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from abi_coach.domain.problem import Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIMPLE: Final = re.compile(r"[\w-]{1,60}")


class Mark(Protocol):
    """A place in the file; `line` and `column` count from 0, as the parser does."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""

    @property
    def index(self) -> int:
        """Characters from the start of the file."""


class Event(Protocol):
    """What the parser hands out, whether it is written in C or not."""

    start_mark: Mark
    end_mark: Mark
    value: str
    style: str | None
    anchor: str | None
    tag: str | None


class Place(NamedTuple):
    """A place of our own making."""

    line: int
    column: int
    index: int = 0  # type: ignore[assignment]  # not the tuple's method of that name


class Scalar:
    """A piece of text as it was written; `style` is empty for text that stands without quotes."""

    __slots__ = ("mark", "style", "text")

    def __init__(self, text: str, mark: Mark, style: str | None) -> None:
        self.text = text
        self.mark = mark
        self.style = style


class Sequence:
    """A list."""

    __slots__ = ("items", "mark")

    def __init__(self, items: list[Node], mark: Mark) -> None:
        self.items = items
        self.mark = mark


class Mapping:
    """Named values in the order of the file; each entry is the place of its name and the value."""

    __slots__ = ("entries", "mark")

    def __init__(self, entries: dict[str, tuple[Mark, Node]], mark: Mark) -> None:
        self.entries = entries
        self.mark = mark


class Refused:
    """What had to be refused, so has no value; its problem is told already."""

    __slots__ = ("mark",)

    def __init__(self, mark: Mark) -> None:
        self.mark = mark


class Finished:
    """What was made of a mapping as soon as it had been read, so that it need not be kept."""

    __slots__ = ("mark", "value")

    def __init__(self, mark: Mark, value: object) -> None:
        self.mark = mark
        self.value = value


Node = Scalar | Sequence | Mapping | Refused | Finished

Path = tuple["Path", str | int] | None
"""The way to a node, from the inside out; None is the whole file. Text is made of it only for a problem."""

Finish = Callable[[Mapping, Path], Node]
"""Takes a mapping that stands in a list that is a field of the file; hands back what stands there instead."""


def path_text(path: Path) -> str:
    """Write a path as people do: `questions[3].time.target`."""
    steps: list[str] = []
    while path is not None:
        path, step = path
        if isinstance(step, int):
            steps.append(f"[{step}]")
        else:
            steps.append(f".{step if _SIMPLE.fullmatch(step) else quoted(step)}")
    return "".join(reversed(steps)).removeprefix(".")


class Report:
    """Gathers the problems of one file.

    `inner_lines`, from 0, are those of problems inside a field of the file, not of the fields themselves.
    """

    __slots__ = ("count", "inner_lines", "name", "problems")

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.count = 0
        self.inner_lines: list[int] = []

    def add(self, mark: Mark, path: Path, what: str, write: str = "") -> None:
        """Add a problem at a place."""
        self.count += 1
        if path is not None and path[0] is not None:
            self.inner_lines.append(mark.line)
        self.problems.append(Problem(self.name, mark.line + 1, mark.column + 1, path_text(path), what, write))

    def take(self, problems: Iterable[Problem]) -> None:
        """Add what was found before there were fields: whatever is read from those lines is not what was written."""
        for problem in problems:
            self.count += 1
            self.inner_lines.append(problem.line - 1)
            self.problems.append(problem)

    def told(self) -> tuple[Problem, ...]:
        """Give the problems in the order of the file."""
        return tuple(sorted(self.problems, key=attrgetter("line", "column")))
