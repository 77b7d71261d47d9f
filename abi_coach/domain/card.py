"""The card: one page to read in the minutes before an interview, and how what stands on it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.amounts import names_amount
from abi_coach.domain.bank_head import weight_of
from abi_coach.domain.competency import Competency
from abi_coach.domain.interview import Intent, Stage
from abi_coach.domain.kind import Dimension
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from abi_coach.domain.story import Story

STORIES: Final = 3
WEAK_QUESTIONS: Final = 2
ASKS: Final = 3
PROMISES: Final = 3
AMOUNTS: Final = 2
"""So much of each fits on a page that is read once (rule of thumb)."""

NAMED_FACTOR: Final = 3.0
"""What the interview's advert names counts so much more than what the role weighs anyway (rule of thumb)."""

GOOD: Final = 4
"""Rated so in practice, a question is no longer weak."""


@frozen
class StoryHint(Value):
    """A story to have ready; `fits` names what it is evidence for."""

    title: str
    fits: tuple[str, ...]
    told_here: bool = False


@frozen
class WeakQuestion(Value):
    """A question that is likely to come and to land badly, and how that is known."""

    prompt: str
    why: str
    item: str = ""


@frozen
class Ask(Value):
    """A question for them, and the dimension of working life that it is about."""

    prompt: str
    dimension: Dimension


@frozen
class Card(Value):
    """Everything on the card, in full; `minutes_left` is None without a date or once it has begun."""

    title: str
    when: str
    minutes_left: int | None
    stop_cramming: bool
    intent: str
    wants: str
    promises: tuple[str, ...]
    stories: tuple[StoryHint, ...]
    questions: tuple[WeakQuestion, ...]
    asks: tuple[Ask, ...]
    pay: tuple[str, ...]
    logistics: tuple[str, ...]


def wanted_items(
    weights: Mapping[Competency, float], competencies: Iterable[Competency], skills: Iterable[str]
) -> dict[str, float]:
    """How much each competency and skill counts in one interview: the role's weight, times 3 where it is named."""
    wanted = {one.value: weight_of(weights, one) for one in Competency}
    for one in competencies:
        wanted[one.value] *= NAMED_FACTOR
    return wanted | dict.fromkeys(skills, NAMED_FACTOR)


def stories_that_fit(
    stories: Mapping[str, Story], wanted: Mapping[str, float], loop: str, today: date, often: int
) -> tuple[StoryHint, ...]:
    """Three stories that together serve most of what is wanted; those told to this loop or over-used come last.

    A story told `often` or more in a quarter is over-used.
    What a chosen story serves counts half for the next one, so that three stories serve three things.
    """
    left, weights = dict(stories), dict(wanted)
    chosen: list[StoryHint] = []
    while left and len(chosen) < STORIES:
        entry, story = min(left.items(), key=lambda item: (*_rank(item[1], weights, loop, (today, often)), item[0]))
        del left[entry]
        fits = sorted(_items(story) & weights.keys(), key=lambda item: (-weights[item], item))
        chosen.append(StoryHint(story.title, tuple(fits[:2]), _was_told(story, loop)))
        weights |= {item: weights[item] / 2 for item in fits}
    return tuple(chosen)


def likeliest_weak(
    asked_badly: Iterable[WeakQuestion],
    practised: Iterable[tuple[WeakQuestion, int]],
    untried: Iterable[WeakQuestion],
    wanted: Mapping[str, float],
) -> tuple[WeakQuestion, ...]:
    """Two questions: what landed badly in a real interview, then the weakest practised (with its last rating, 1–5).

    Only when those are not enough, what was never tried; always what the interview weighs most first.
    """

    def weight(question: WeakQuestion) -> float:
        return wanted.get(question.item, 1.0)

    weak = [(question, final) for question, final in practised if final < GOOD]
    weak.sort(key=lambda pair: (-(5 - pair[1]) * weight(pair[0]), pair[0].prompt))
    rest = sorted(untried, key=lambda question: (-weight(question), question.prompt))
    found: dict[str, WeakQuestion] = {}
    for question in (*asked_badly, *(question for question, _ in weak), *rest):
        found.setdefault(question.prompt.casefold(), question)
    return tuple(found.values())[:WEAK_QUESTIONS]


def asks_for(
    bank: Iterable[Ask], known: Collection[Dimension], stage: Stage, intent: Intent | None, turn: int = 0
) -> tuple[Ask, ...]:
    """Three questions about three dimensions that are still unknown, what fits intent and stage first.

    `turn` counts the earlier interviews with the same company, so that each conversation gets other questions.
    """
    by_dimension: dict[Dimension, list[Ask]] = {}
    for ask in bank:
        by_dimension.setdefault(ask.dimension, []).append(ask)
    first = (*_OF_INTENT.get(intent, ()), *_OF_STAGE.get(stage, ()), *Dimension) if intent else _stage_first(stage)
    order = [one for one in dict.fromkeys(first) if one in by_dimension]
    order.sort(key=lambda dimension: dimension in known)
    return tuple(by_dimension[one][turn % len(by_dimension[one])] for one in order[:ASKS])


def amount_lines(texts: Iterable[str]) -> tuple[str, ...]:
    """The lines that name an amount of money, each once: what was said about pay so far."""
    lines = (" ".join(line.split()) for text in texts for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if names_amount(line)))[:AMOUNTS]


def _stage_first(stage: Stage) -> tuple[Dimension, ...]:
    return (*_OF_STAGE.get(stage, ()), *Dimension)


def _rank(
    story: Story, weights: Mapping[str, float], loop: str, used: tuple[date, int]
) -> tuple[bool, bool, bool, float, str]:
    """Smaller is better: ready, new to them, not worn out, serving much; then the alphabet."""
    worth = sum(weights.get(item, 0.0) for item in _items(story))
    return not story.is_usable, _was_told(story, loop), story.is_over_used(*used), -worth, story.title.casefold()


def _items(story: Story) -> set[str]:
    return {*(one.value for one in story.competencies), *story.skills}


def _was_told(story: Story, loop: str) -> bool:
    return bool(loop) and any(use.loop.casefold() == loop.casefold() for use in story.uses)


_OF_INTENT: Final[dict[Intent | None, tuple[Dimension, ...]]] = {
    Intent.PAY_CHECK: (Dimension.PAY, Dimension.GROWTH, Dimension.FLEXIBILITY),
    Intent.CULTURE: (Dimension.RESPECT, Dimension.TEAM, Dimension.ETHICS_AND_INCLUSION),
    Intent.NETWORK: (Dimension.TEAM, Dimension.MEANING, Dimension.GROWTH),
    Intent.MARKET_PULSE: (Dimension.WAYS_OF_WORKING, Dimension.STABILITY, Dimension.PAY),
}
_OF_STAGE: Final = {
    Stage.RECRUITER: (Dimension.PAY, Dimension.FLEXIBILITY, Dimension.STABILITY),
    Stage.HIRING_MANAGER: (Dimension.MANAGER, Dimension.WORKLOAD, Dimension.GROWTH),
    Stage.TECHNICAL: (Dimension.WAYS_OF_WORKING, Dimension.AUTONOMY, Dimension.TEAM),
    Stage.CASE: (Dimension.AUTONOMY, Dimension.WAYS_OF_WORKING, Dimension.MEANING),
    Stage.PANEL: (Dimension.TEAM, Dimension.RESPECT, Dimension.WORKLOAD),
    Stage.FINAL: (Dimension.MEANING, Dimension.STABILITY, Dimension.GROWTH),
}
