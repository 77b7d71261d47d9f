"""What is told of each item while a plan's evidence is gathered; a skill is one item under all of its spellings."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from abi_coach.domain.competency import COMPETENCY_IDS
from abi_coach.domain.demand import AskEvidence
from abi_coach.domain.evidence import AnswerEvidence, DebriefEvidence, StoryEvidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


@dataclass(slots=True)
class ToldItem:
    """What is told of one item; `asked` is by entry who asks for it."""

    answers: list[AnswerEvidence] = field(default_factory=list)
    improves: list[DebriefEvidence] = field(default_factory=list)
    stories: list[StoryEvidence] = field(default_factory=list)
    asked: dict[str, AskEvidence] = field(default_factory=dict)
    booked_on: date | None = None

    @property
    def is_named(self) -> bool:
        """Whether something else than answers and the market names it."""
        return bool(self.improves or self.stories or self.booked_on)


class ToldItems:
    """By item; `skill_names` gives the slug of every known spelling, and is asked where the first skill is met.

    Entries keep skills as they were typed, and banks learn new spellings later: so they are read as one here.
    """

    def __init__(self, skill_names: Callable[[], Mapping[str, str]]) -> None:
        self._skill_names = skill_names
        self._told: defaultdict[str, ToldItem] = defaultdict(ToldItem)

    def __getitem__(self, item: str) -> ToldItem:
        """What is told of an item, by any of its names; nothing yet, where it was not met before."""
        return self._told[self.one_name(item)]

    def one_name(self, item: str) -> str:
        """The name that stands for the item."""
        return item if item in COMPETENCY_IDS else self._names.get(item, item)

    def each(self, items: Iterable[str]) -> Iterator[ToldItem]:
        """What is told of each of these items; once of one that is named twice."""
        return map(self.__getitem__, dict.fromkeys(map(self.one_name, items)))

    def all(self) -> Iterable[tuple[str, ToldItem]]:
        """Every item that was met, by its name."""
        return self._told.items()

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return self._skill_names()
