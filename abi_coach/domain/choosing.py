"""Which questions come next: a practice set, chosen by reasons that can be said aloud.

Order: really asked and landed badly > open promises > weak last takes > due on the ladder > competencies without
evidence that the role weighs > new. Never the same primary competency twice in a row if it can be avoided; kinds are
mixed. At most `count` questions: there is no backlog.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from random import Random
from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.competency import Competency
from abi_coach.domain.kind import Difficulty, Kind, Level
from abi_coach.domain.limits import Ge
from abi_coach.domain.sequence import Ranked, in_sequence
from abi_coach.domain.standing import (
    WEIGHED,
    Candidate,
    History,
    Occasion,
    Standing,
    is_about,
    items_of,
    reason,
    standing_of,
)
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Candidate", "Chosen", "History", "Occasion", "Standing", "Wish", "choose"]

_UNMET = History()


@frozen
class Wish(Value):
    """What the person asks for: every filter that is not None holds. `banks` empty means any.

    Questions for the candidate to ask (`reverse`) come only when that kind is wished.
    """

    role: str = ""
    kind: Kind | None = None
    competency: Competency | None = None
    skill: str | None = None
    level: Level | None = None
    difficulty: Difficulty | None = None
    count: Annotated[int, Ge(0)] = 3
    question: str | None = None
    banks: frozenset[str] = frozenset()

    def fits(self, candidate: Candidate) -> bool:
        """Whether a question passes every filter."""
        if self.question is not None:
            return candidate.question == self.question
        return (
            (candidate.kind is self.kind if self.kind else candidate.kind is not Kind.REVERSE)
            and (not self.banks or candidate.bank in self.banks)
            and (self.competency is None or candidate.competency is self.competency)
            and (self.skill is None or self.skill in candidate.skills)
            and (self.level is None or self.level in candidate.levels)
            and (self.difficulty is None or candidate.difficulty == self.difficulty)
        )


@frozen
class Chosen(Value):
    """A question of the set and, in words for the person, why it is there."""

    question: str
    reason: str
    standing: Standing


def choose(
    candidates: Iterable[Candidate], histories: Mapping[str, History], wish: Wish, occasion: Occasion
) -> tuple[Chosen, ...]:
    """The set, in the order to be asked: the same journal, date and seed give the same set.

    Questions are first put in the order of their ids, so the order of the banks changes nothing. Fewer than
    `wish.count` come back only when no more fit. The day before an interview and on it nothing new is offered,
    unless nothing else fits at all.
    """
    known = list(candidates)
    fitting = {each.question: each for each in sorted(filter(wish.fits, known), key=attrgetter("question"))}
    ranked = _rank(fitting.values(), histories, replace(occasion, covered=_covered(known, histories, occasion)))
    if wish.question is not None:
        ranked = [each._replace(standing=Standing.ASKED_FOR) for each in ranked]
    elif not occasion.new_is_allowed:
        ranked = [each for each in ranked if each.standing not in _NEW] or ranked
    kept = _with_promises(ranked, fitting, histories, occasion)
    return tuple(
        Chosen(
            each.question,
            reason(each.standing, fitting[each.question], histories.get(each.question, _UNMET), occasion),
            each.standing,
        )
        for each in in_sequence(kept, wish.count)
    )


_NEW = frozenset((Standing.NEW, Standing.NO_EVIDENCE))


def _covered(known: list[Candidate], histories: Mapping[str, History], occasion: Occasion) -> frozenset[Competency]:
    """The competencies with evidence, whatever the filters say."""
    met = (each for each in known if each.question in histories)
    rated = (each.competency for each in met if each.competency and histories[each.question].last_final is not None)
    return occasion.covered.union(rated)


def _rank(fitting: Iterable[Candidate], histories: Mapping[str, History], occasion: Occasion) -> list[Ranked]:
    """Every question with its standing and a seeded number."""
    luck = Random(occasion.seed).random  # noqa: S311 - a repeatable choice, nothing secret
    ranked = []
    for each in fitting:
        history = histories.get(each.question, _UNMET)
        is_met = history is not _UNMET and history.is_met
        standing, order = standing_of(each, history, occasion) if is_met else _standing_of_new(each, occasion)
        ranked.append(Ranked(standing, order, luck(), each.question, each.competency, each.kind))
    return ranked


def _standing_of_new(candidate: Candidate, occasion: Occasion) -> tuple[Standing, float]:
    """What the booked interview is about goes first, then what the role weighs most."""
    order = -candidate.weight - (100 if occasion.is_in_scope(candidate) else 0)
    is_missing = candidate.competency not in occasion.covered and candidate.weight >= WEIGHED
    return (Standing.NO_EVIDENCE if is_missing else Standing.NEW), order


def _with_promises(
    ranked: list[Ranked], fitting: Mapping[str, Candidate], histories: Mapping[str, History], occasion: Occasion
) -> list[Ranked]:
    """One question for each open promise moves up: its most pressing one that was not answered today."""
    best: dict[str, Ranked] = {}
    for each in ranked if occasion.promised else ():
        candidate = fitting[each.question]
        if not is_about(candidate, occasion.promised):
            continue
        if histories.get(each.question, _UNMET).last_on == occasion.today:
            continue
        for item in items_of(candidate) & occasion.promised:
            best[item] = min(each, best.get(item, each))
    lifted = {each.question for each in best.values() if each.standing > Standing.PROMISED}
    return [each._replace(standing=Standing.PROMISED) if each.question in lifted else each for each in ranked]
