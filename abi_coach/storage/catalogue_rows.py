"""What the catalogue hands out: banks and questions at a glance, and what a search may ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

IN_COLUMNS: Final = (
    "id",
    "prompt",
    "levels",
    "kind",
    "competency",
    "secondary",
    "difficulty",
    "skills",
    "really_asking",
)
"""A question's fields that have a column of their own. Lists in them are joined by spaces."""

_OF_REVERSE: Final = ("id", "prompt", "levels")  # a question that the candidate asks has no others of them
_LISTS: Final = frozenset({"levels", "skills"})


class BankRow(NamedTuple):
    """A bank's file at a glance; `works` is False for one that a bank of the same id replaces.

    `head` is empty for a file that gave no usable bank, `skipped` counts its questions that could not be used.
    """

    path: str
    own: bool
    head: dict[str, Any]
    questions: int
    skipped: int
    problems: tuple[str, ...]
    works: bool


class Replacement(NamedTuple):
    """A question that takes the place of another with the same id: the paths of both files."""

    id: str
    path: str
    replaced: str


@frozen
class Narrowing(Value):
    """Which questions are meant; None does not matter. Names are those of files: ids, slugs, enum values."""

    bank: str | None = None
    kind: str | None = None
    competency: str | None = None
    skill: str | None = None
    level: str | None = None
    difficulty: int | None = None

    def conditions(self) -> tuple[str, list[str | int]]:
        """A condition in SQL that starts with AND, and its values."""
        asked: dict[str, str | int | None] = {
            "(file.bank = ?1 OR question.stands_for = ?1)": self.bank,
            "question.kind = ?1": self.kind,
            "question.competency = ?1": self.competency,
            "instr(' ' || question.skills || ' ', ' ' || ?1 || ' ') > 0": self.skill,
            "instr(' ' || question.levels || ' ', ' ' || ?1 || ' ') > 0": self.level,
            "question.difficulty = ?1": self.difficulty,
        }
        given = [(condition, value) for condition, value in asked.items() if value is not None]
        texts = [condition.replace("?1", f"?{place}") for place, (condition, _) in enumerate(given, 1)]
        return "".join(f" AND {text}" for text in texts), [value for _, value in given]


def whole_question(columns: Sequence[Any], body: str) -> dict[str, Any]:
    """A question as plain data, from its columns and the JSON of its other fields.

    Raises ValueError if that is no JSON, TypeError if it is no mapping.
    """
    rest: dict[str, Any] = json.loads(body)
    wanted = _OF_REVERSE if "dimension" in rest else IN_COLUMNS
    told = ((name, value) for name, value in zip(IN_COLUMNS, columns, strict=True) if name in wanted)
    return {name: str(value).split() if name in _LISTS else value for name, value in told} | rest
