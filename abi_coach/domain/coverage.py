"""What a person's stories cover: families, competencies that the role weighs, and where there is too much of one.

Targets (rules of thumb, `StoryRules`): eight stories in all, one for each family, two for each competency that the
role weighs 1.5. Only usable stories count towards them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.bank_head import weight_of
from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.limits import Ge
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from abi_coach.domain.settings import StoryRules
    from abi_coach.domain.story import Story

CORE_WEIGHT: Final = 1.5
"""A role weighs a competency as core from this importance on: the number that banks write for it."""

Count = Annotated[int, Ge(0)]


@frozen
class StoryRow(Value):
    """One row of the matrix: a story that is not retired, and which families it serves."""

    entry: str
    title: str
    families: frozenset[Family]
    competencies: tuple[Competency, ...]
    usable: bool
    told_in_quarter: Count
    over_used: bool


@frozen
class Need(Value):
    """How many usable stories serve a family or a competency, and how many should."""

    item: Family | Competency
    has: Count
    wants: Count

    @property
    def missing(self) -> int:
        """How many more are needed; 0 when there are enough."""
        return max(0, self.wants - self.has)


@frozen
class Repeat(Value):
    """A story that was told more than once in one interview loop."""

    entry: str
    title: str
    loop: str
    times: Count


@frozen
class Coverage(Value):
    """The whole matrix: its rows, and what each family and each weighed competency has and wants.

    `target` is how many usable stories are wanted in all; more than `prune_above` are too many to remember.
    """

    rows: tuple[StoryRow, ...]
    families: tuple[Need, ...]
    competencies: tuple[Need, ...]
    target: Count
    prune_above: Count
    repeats: tuple[Repeat, ...] = ()

    @property
    def usable(self) -> int:
        """How many stories can be told to their end."""
        return sum(row.usable for row in self.rows)

    @property
    def missing(self) -> int:
        """How many more usable stories are wanted in all."""
        return max(0, self.target - self.usable)

    @property
    def should_prune(self) -> bool:
        """Whether more stories are kept than can be remembered."""
        return len(self.rows) > self.prune_above

    @property
    def over_used(self) -> tuple[StoryRow, ...]:
        """The stories told too often in a quarter."""
        return tuple(row for row in self.rows if row.over_used)

    @property
    def advice(self) -> tuple[str, ...]:
        """What to do next, the most telling first; empty when every target is met."""
        lines = [*_wanted("Nothing yet for the families", self.families), *_wanted("Wanted for", self.competencies)]
        lines += [f"“{row.title}” can be told once it has {_lacking(row)}." for row in self.rows if not row.usable]
        if self.missing:
            lines.append(f"{self.usable} of {self.target} stories are ready to tell.")
        lines += [
            f"“{row.title}” was told {row.told_in_quarter} times in a quarter: over-used." for row in self.over_used
        ]
        lines += [f"“{one.title}” was told {one.times} times in the loop “{one.loop}”." for one in self.repeats]
        if self.should_prune:
            lines.append(f"{len(self.rows)} stories are many to remember: prune to {self.prune_above} or fewer.")
        return tuple(lines)


def cover(
    stories: Mapping[str, Story], weights: Mapping[Competency, float], today: date, rules: StoryRules
) -> Coverage:
    """The coverage of these stories (by entry id) for a role with these weights, as of `today`; retired ones are out.

    The same stories give the same rows in the same order, by title, whatever order they come in.
    """
    kept = {entry: story for entry, story in stories.items() if not story.retired}
    rows = sorted((_row(entry, story, today, rules.over_used) for entry, story in kept.items()), key=_by_title)
    ready = [row for row in rows if row.usable]
    core = [one for one in Competency if weight_of(weights, one) >= CORE_WEIGHT]
    families = tuple(Need(one, sum(one in row.families for row in ready), rules.per_family) for one in Family)
    wants = rules.per_core_competency
    competencies = tuple(Need(one, sum(one in row.competencies for row in ready), wants) for one in core)
    repeats = sorted((one for entry, story in kept.items() for one in _repeats(entry, story)), key=_by_title)
    return Coverage(tuple(rows), families, competencies, rules.target, rules.prune_above, tuple(repeats))


def _row(entry: str, story: Story, today: date, often: int) -> StoryRow:
    return StoryRow(
        entry,
        story.title,
        story.families,
        story.competencies,
        story.is_usable,
        story.uses_in_quarter(today),
        story.is_over_used(today, often),
    )


def _repeats(entry: str, story: Story) -> list[Repeat]:
    told = Counter(use.loop for use in story.uses if use.loop)
    return [Repeat(entry, story.title, loop, times) for loop, times in sorted(told.items()) if times > 1]


def _by_title(row: StoryRow | Repeat) -> tuple[str, str]:
    return row.title.casefold(), row.entry


def _wanted(what: str, needs: tuple[Need, ...]) -> list[str]:
    gaps = [f"{need.item.value.replace('_', ' ')}{_more(need)}" for need in needs if need.missing]
    return [f"{what}: {', '.join(gaps)}."] if gaps else []


def _more(need: Need) -> str:
    return "" if isinstance(need.item, Family) else f" ({need.missing} more)"


def _lacking(row: StoryRow) -> str:
    return "an action and a result" if row.competencies else "an action, a result and a competency"
