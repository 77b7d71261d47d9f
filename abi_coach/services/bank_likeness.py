"""Questions of banks that ask nearly the same, as findings; and what a finding is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from abi_coach.domain.near_duplicate import ALIKE, MOST_FOUND, near_duplicates
from abi_coach.domain.problem import Problem
from abi_coach.storage.field_place import field_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from abi_coach.domain.near_duplicate import Likeness
    from abi_coach.domain.question import AnyQuestion
    from abi_coach.storage.tree_nodes import Mark


class Placed(NamedTuple):
    """A question, the file and the line where it is written, from 1, and the place of its prompt, from 0."""

    question: AnyQuestion
    path: Path
    line: int
    prompt: Mark


class Finding(NamedTuple):
    """A matter of style, before its place is looked up: few questions have one."""

    one: Placed
    field: str
    what: str
    write: str

    def problem(self, lines: Sequence[str]) -> Problem:
        """Tell it with its place; `lines` are the file's, where the field is not the prompt."""
        is_prompt = self.field == "prompt"
        place = self.one.prompt if is_prompt else field_place(lines, self.one.line - 1, self.field)
        path = f"{self.one.question.id}.{self.field}"
        return Problem(self.one.path.name, place.line + 1, place.column + 1, path, self.what, self.write)


def alike(questions: Sequence[Placed]) -> Iterator[Finding]:
    """Every question that asks nearly the same as an earlier one; of a big bank's file, as many as anybody reads."""
    if len(questions) < 2:  # noqa: PLR2004 - it takes two to be alike
        return
    prompts, ids = [one.question.prompt for one in questions], [one.question.id for one in questions]
    files = [str(one.path) for one in questions]
    compared = near_duplicates(prompts, ids, files, _likeness())
    for found in compared.found:
        earlier = questions[found.earlier]
        what = f"asks nearly the same as {earlier.question.id} in {earlier.path.name}:{earlier.line} ({found.ratio} %)"
        yield Finding(questions[found.later], "prompt", what, "ask for something else, or leave one out")
    for place in compared.left_from:
        what = f"and what follows was not compared: {MOST_FOUND} of this file ask nearly the same as others"
        yield Finding(questions[place], "prompt", what, "mend those first")


def _likeness() -> Likeness:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - only linting needs it

    return partial(token_set_ratio, score_cutoff=ALIKE)
