"""How much an item needs work, from 0 to 100, in parts that a reader can add up.

P = min(100, 100 · w · Σ weight·signal). Each part is rounded to 0.1 (halves up) and P is the sum of the rounded
parts. Should they add up to more than 100, what is over 100 is printed as one more, negative part, so that the column
still adds up.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.signal import Signal, SignalKey, signals_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from abi_coach.domain.evidence import Evidence, ItemEvidence
    from abi_coach.domain.settings import Importance, Settings, SignalWeights

MOST: Final = Decimal(100)
_TENTH: Final = Decimal("0.1")
_NOISE: Final = Decimal("0.000000001")


@frozen
class Part(Value):
    """A signal's share of P. `weight` is the weight used, after scaling; `points` is rounded to 0.1."""

    key: SignalKey
    value: float
    weight: float
    points: float


@frozen
class Priority(Value):
    """An item's P. `over` is 0, or what its parts have above 100, as a negative number.

    `importance` is what the role's weight multiplies by, `booked_factor` 1.25 where a booked interview names it and 1
    elsewhere.
    """

    item: str
    label: str
    is_skill: bool
    points: Annotated[float, Ge(0), Le(100)]
    parts: tuple[Part, ...]
    over: float
    importance: float
    booked_factor: float
    answers: int
    is_thin: bool
    booked_on: date | None = None

    @property
    def biggest(self) -> Part | None:
        """The part with most points, the first of equals in printed order; None when no part has any."""
        best = max(self.parts, key=lambda part: part.points, default=None)
        return best if best is not None and best.points > 0 else None

    def rank(self) -> tuple[float, date, int, str]:
        """What to sort by: more points, sooner interview, fewer answers, name."""
        return (-self.points, self.booked_on or date.max, self.answers, self.item)


def rounded(value: float) -> Decimal:
    """To 0.1, halves up; a float's noise after the ninth decimal is dropped first, so that 1.25 is always 1.3."""
    return Decimal(value).quantize(_NOISE).quantize(_TENTH, ROUND_HALF_UP)


def signals_with_data(evidence: Evidence) -> frozenset[SignalKey]:
    """The signals for which anything was recorded anywhere, for any item, in the window."""
    has = {
        SignalKey.DEBRIEF: evidence.debriefs > 0 or any(item.improves for item in evidence.items),
        SignalKey.STORIES: evidence.stories > 0 or any(item.stories for item in evidence.items),
        SignalKey.MARKET: evidence.records > 0 or any(item.demand and item.demand.records for item in evidence.items),
    }
    answered = any(item.answers for item in evidence.items)
    return frozenset(key for key in SignalKey if has.get(key, answered))


def scaled(weights: SignalWeights, present: frozenset[SignalKey], *, is_skill: bool) -> dict[SignalKey, float]:
    """The weights of the signals with data, scaled to a sum of 1; empty when there is no data at all."""
    kept = {
        key: float(getattr(weights, key.value))
        for key in SignalKey
        if key in present and (is_skill or key is not SignalKey.MARKET)
    }
    total = sum(kept.values())
    return {key: weight / total for key, weight in kept.items()} if total else {}


def role_factor_of(weight: float, importance: Importance) -> float:
    """What a role's weight multiplies by: 0.5 as minor does, 1 as normal, 1.5 as core, any other as it stands."""
    return {0.5: importance.minor, 1.0: importance.normal, 1.5: importance.core}.get(weight, weight)


def prioritise(
    item: ItemEvidence, signals: Sequence[Signal], weights: Mapping[SignalKey, float], settings: Settings
) -> Priority:
    """The priority of one item whose signals were measured and whose weights are scaled."""
    importance = settings.plan.importance
    role_factor, booked_factor = role_factor_of(item.weight, importance), importance.booked if item.booked_on else 1.0
    factor = 100 * role_factor * booked_factor
    values = {signal.key: signal.value for signal in signals}
    points = {key: rounded(factor * weight * values[key]) for key, weight in weights.items()}
    total = sum(points.values(), Decimal(0))
    return Priority(
        item=item.item,
        label=item.label,
        is_skill=item.is_skill,
        points=float(min(MOST, total)),
        parts=tuple(Part(key, values[key], weight, float(points[key])) for key, weight in weights.items()),
        over=float(min(Decimal(0), MOST - total)),
        importance=role_factor,
        booked_factor=booked_factor,
        answers=len(item.answers),
        is_thin=len(item.answers) < settings.plan.enough_answers,
        booked_on=item.booked_on,
    )


def ranking(evidence: Evidence, settings: Settings) -> tuple[Priority, ...]:
    """Every item, the one that needs work most first. Ties: sooner interview, fewer answers, name."""
    inside = evidence.in_window(settings.signals.window_days)
    present = signals_with_data(inside)
    rules = settings.signals
    priorities = []
    for item in inside.items:
        weights = scaled(rules.skill if item.is_skill else rules.competency, present, is_skill=item.is_skill)
        signals = signals_of(item, inside.plan_on, rules)
        priorities.append(prioritise(item, signals, weights, settings))
    return tuple(sorted(priorities, key=Priority.rank))


def foremost(ranked: Sequence[Priority], settings: Settings) -> tuple[Priority, ...]:
    """At most three to act on, none of them at 0, and at most one with little evidence."""
    chosen: list[Priority] = []
    for each in ranked:
        thin = sum(other.is_thin for other in chosen)
        if each.points and (not each.is_thin or thin < settings.plan.little_evidence_items):
            chosen.append(each)
    return tuple(chosen[: settings.plan.active_actions])
