"""The curveball compass: any question → what it may be about, by rules that anyone can read → the two best stories.

No guess is hidden: each area and family comes with the words that fired. The same question always gives the same
answer.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeVar

from abi_coach.domain.compass_words import AREA_WORDS, COMPETENCY_WORDS
from abi_coach.domain.competency import Competency, Family
from abi_coach.domain.kind import Area
from abi_coach.domain.meters import words_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from abi_coach.domain.story import Story

T = TypeVar("T", Area, Family, Competency)

BEST_STORIES: Final = 2

LOST: Final = "No word of it is known here. Restate it, say how you will go about it, answer, tie it back to the job."


@frozen
class Pointer(Value):
    """An area, a family or a competency that the question may be about, and the words that say so."""

    towards: Area | Family | Competency
    fired: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return self.towards.value.replace("_", " ")

    @property
    def line(self) -> str:
        """Name and words, e.g. `reasoning: how many, estimate`."""
        return f"{self.label}: {', '.join(self.fired)}"


@frozen
class Bearing(Value):
    """Where a question points, the strongest first; all empty when no rule fired."""

    question: str
    areas: tuple[Pointer, ...] = ()
    families: tuple[Pointer, ...] = ()
    competencies: tuple[Pointer, ...] = ()

    @property
    def is_lost(self) -> bool:
        """No rule fired."""
        return not self.families


def bearing_of(question: str) -> Bearing:
    """Where this question points. Areas count as evidence for their competency, competencies for their family."""
    words = words_of(question)
    areas = {area: _fired(words, rules) for area, rules in AREA_WORDS.items()}
    own = {one: _fired(words, rules) for one, rules in COMPETENCY_WORDS.items()}
    competencies = {
        one: _together(own[one], *(fired for area, fired in areas.items() if area.competency is one))
        for one in Competency
    }
    families = {family: _together(*(competencies[one] for one in family.competencies)) for family in Family}
    return Bearing(question, _pointers(areas), _pointers(families), _pointers(competencies))


def best_stories(bearing: Bearing, stories: Mapping[str, Story], today: date) -> tuple[str, ...]:
    """The entries of the two usable stories that fit best; fewer, or none, when no more fit.

    By how many words point at a story's competencies, then at its families; then the one told least this quarter.
    """
    towards = Counter({one.towards: len(one.fired) for one in bearing.competencies})
    family = Counter({one.towards: len(one.fired) for one in bearing.families})
    ranked = sorted(
        (
            -sum(towards[one] for one in story.competencies),
            -sum(family[one] for one in story.families),
            story.uses_in_quarter(today),
            story.title.casefold(),
            entry,
        )
        for entry, story in stories.items()
        if story.is_usable and any(family[one] for one in story.families)
    )
    return tuple(one[-1] for one in ranked[:BEST_STORIES])


def _pointers(fired: Mapping[T, tuple[str, ...]]) -> tuple[Pointer, ...]:
    """The strongest first; equal ones in their usual order."""
    found = [Pointer(towards, words) for towards, words in fired.items() if words]
    return tuple(sorted(found, key=lambda pointer: -len(pointer.fired)))


def _together(*lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for words in lists for word in words))


def _fired(words: tuple[str, ...], rules: str) -> tuple[str, ...]:
    """The words of the question that meet a rule, in the order of the question."""
    entries = [tuple(part.split()) for line in rules.splitlines() for part in line.split(",") if part.strip()]
    found = {
        (place, " ".join(words[place : place + len(entry)]))
        for entry in entries
        for place in range(len(words) - len(entry) + 1)
        if all(map(_meets, words[place : place + len(entry)], entry))
    }
    return tuple(dict.fromkeys(text for _, text in sorted(found)))


def _meets(word: str, rule: str) -> bool:
    return word.startswith(rule[:-1]) if rule.endswith("*") else word == rule
