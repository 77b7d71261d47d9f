"""Putting a set in order: the most pressing first, never the same competency twice running, kinds mixed."""

from __future__ import annotations

from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.competency import Competency
    from abi_coach.domain.kind import Kind
    from abi_coach.domain.standing import Standing


class Ranked(NamedTuple):
    """A question with its place: standing, order within it, a seeded number that breaks ties; lower comes first."""

    standing: Standing
    order: float
    luck: float
    question: str
    competency: Competency | None
    kind: Kind


def in_sequence(ranked: Iterable[Ranked], count: int) -> list[Ranked]:
    """At most `count` of them in the order to be asked.

    Each place goes to the most pressing question that keeps two neighbours from sharing a competency, here and in
    every place still to come. Within one standing, competencies and kinds not heard lately go first. Takes time in
    proportion to the number of questions.
    """
    groups, left = _groups(ranked, count)
    chosen: list[Ranked] = []
    for places in range(min(count, left.total()), 0, -1):
        heads = [group[-1] for group in groups if group]
        last = chosen[-1].competency if chosen else None
        apart = [head for head in heads if head.competency != last or last is None]
        fitting = {competency for competency in left if _can_finish(left, competency, places - 1)}
        lasting = [head for head in apart if head.competency in fitting]
        best = _most_pressing(lasting or apart or heads, chosen)
        chosen.append(best)
        left[best.competency] -= 1
        next(group for group in groups if group and group[-1] is best).pop()
    return chosen


def _groups(ranked: Iterable[Ranked], count: int) -> tuple[list[list[Ranked]], Counter[Competency | None]]:
    """The first `count` questions of each standing, competency and kind, best at the end; and how many there are."""
    groups = defaultdict(list)
    for each in ranked:
        groups[each.standing, each.competency, each.kind].append(each)
    best = [nsmallest(count, group)[::-1] for group in groups.values()]
    return best, Counter(each.competency for group in best for each in group)


def _can_finish(left: Counter[Competency | None], taken: Competency | None, places: int) -> bool:
    """Whether `places` more can follow a question on `taken` with no two neighbours alike.

    In a row without equal neighbours nothing fills more than every second place. Taken at each step, that limit is
    enough: whenever it leaves room for all places, such a row exists.
    """
    limit = (places + 1) // 2
    rests = ((competency, number - (competency == taken)) for competency, number in left.items())
    return sum(rest if competency is None else min(rest, limit) for competency, rest in rests) >= places


def _most_pressing(heads: list[Ranked], chosen: list[Ranked]) -> Ranked:
    heard = Counter(each.competency for each in chosen)
    lately = [each.kind for each in chosen[-2:]]

    def place(head: Ranked) -> tuple[float, float, float, float, float, str]:
        echo = lately[::-1].index(head.kind) if head.kind in lately else len(lately)
        return (head.standing, heard[head.competency], -echo, head.order, head.luck, head.question)

    return min(heads, key=place)
