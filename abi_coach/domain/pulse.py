"""The market pulse: a sitting of twenty minutes every quarter, and what was heard in it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.limits import Ge
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable


@frozen
class Pulse(Value):
    """A sitting with ten adverts: what is new, what vanished, how pay moved, trends and projects heard of."""

    on: date
    adverts: Annotated[int, Ge(0)] = 0
    new: str = ""
    vanished: str = ""
    pay: str = ""
    trends: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    contact: str = ""


@frozen
class Heard(Value):
    """A trend or a project: how often it was heard of, and when first and last."""

    text: str
    times: int
    first_on: date
    last_on: date


def heard(told: Iterable[tuple[date, str]]) -> tuple[Heard, ...]:
    """What was heard of, the newest first; the same words in another case are the same."""
    days: defaultdict[str, list[date]] = defaultdict(list)
    names: dict[str, str] = {}
    for on, text in sorted(told):
        days[text.casefold()].append(on)
        names[text.casefold()] = text
    found = [Heard(names[key], len(when), when[0], when[-1]) for key, when in days.items()]
    return tuple(sorted(found, key=lambda one: (-one.last_on.toordinal(), -one.times, one.text.casefold())))
