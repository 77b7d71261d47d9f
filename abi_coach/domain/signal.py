"""What says that an item needs work: six signals, each from 0 to 1, each with the entries that it was counted from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.counting import counted, in_figures, number_word, times
from abi_coach.domain.limits import Ge, Le
from abi_coach.domain.mean import mean_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from abi_coach.domain.evidence import AnswerEvidence, ItemEvidence
    from abi_coach.domain.settings import SignalRules


class SignalKey(StrEnum):
    """The signals, in the order in which they are printed."""

    RATING = "rating"
    DEBRIEF = "debrief"
    STORIES = "stories"
    OVERTIME = "overtime"
    CALIBRATION = "calibration"
    MARKET = "market"

    @property
    def letter(self) -> str:
        """The letter in the formula: G, D, V, O, C or M."""
        return _LETTERS[self]

    @property
    def label(self) -> str:
        """The name as a person reads it."""
        return _LABELS[self]


_LETTERS: Final = dict(zip(SignalKey, "GDVOCM", strict=True))
_NO_ANSWER: Final = "no answer yet"
_LABELS: Final = dict(
    zip(
        SignalKey,
        ("Rating gap", "Named in debriefs", "Stories missing", "Over time", "Over-confidence", "Asked by the market"),
        strict=True,
    )
)


@frozen
class Line(Value):
    """One thing that was counted: what, and where it is dated and kept, the day and the entry."""

    text: str
    on: date | None = None
    entry: str = ""


@frozen
class Signal(Value):
    """A signal's value, the sum that leads to it, and the same in words for anybody. What was counted: `lines_of`."""

    key: SignalKey
    value: Annotated[float, Ge(0), Le(1)]
    formula: str
    words: str = ""


@frozen
class RecentMean(Value):
    """A mean of final ratings in which an answer counts half after every half-life, pulled to the prior."""

    points: float
    weight: float
    prior_points: float
    prior_weight: float

    @property
    def value(self) -> float:
        """The mean, 1 to 5."""
        return (self.points + self.prior_points) / (self.weight + self.prior_weight)

    @property
    def words(self) -> str:
        """How the mean comes about."""
        total = self.weight + self.prior_weight
        return f"m = ({self.points:.3f} + {self.prior_points:g}) / {total:.3f} = {self.value:.2f}"


def recent_mean(answers: Sequence[AnswerEvidence], today: date, rules: SignalRules) -> RecentMean:
    """Weigh by recency: m = (Σ w·final + 6) / (Σ w + 2) with w = 2^(−age in days / 30)."""
    weights = [2.0 ** (-(today - answer.on).days / rules.half_life_days) for answer in answers]
    points = sum(weight * answer.final for weight, answer in zip(weights, answers, strict=True))
    return RecentMean(points, sum(weights), rules.prior_mean * rules.prior_weight, rules.prior_weight)


def signals_of(item: ItemEvidence, today: date, rules: SignalRules) -> tuple[Signal, ...]:
    """All signals of an item whose entries are sorted and inside the window; `market` for skills only."""
    usual = (
        _rating(item, today, rules),
        _debrief(item, rules),
        _stories(item, rules),
        _overtime(item),
        _calibration(item, rules),
    )
    return (*usual, _market(item)) if item.is_skill else usual


def _clamp(value: float) -> float:
    return min(1.0, max(0.0, value))


def _rating(item: ItemEvidence, today: date, rules: SignalRules) -> Signal:
    mean = recent_mean(item.answers, today, rules)
    value = _clamp((rules.goal - mean.value) / rules.gap_span)
    formula = f"G = ({rules.goal:g} − m) / {rules.gap_span:g} = {value:.2f}, {mean.words}"
    goal = f"and {rules.goal:g} is the goal"
    words = f"recent ratings come to {mean.value:.1f} of 5, {goal}" if item.answers else f"{_NO_ANSWER}, {goal}"
    return Signal(SignalKey.RATING, value, formula, words)


def _debrief(item: ItemEvidence, rules: SignalRules) -> Signal:
    named = len(item.improves)
    value = min(1.0, named / rules.debrief_saturation)
    formula = f"D = {named} of {rules.debrief_saturation} = {value:.2f}"
    words = (
        f"named {times(named)} after interviews as something to improve" if named else "not named after any interview"
    )
    return Signal(SignalKey.DEBRIEF, value, formula, words)


def _stories(item: ItemEvidence, rules: SignalRules) -> Signal:
    usable, target = item.usable_stories, rules.stories_target
    value = 1 - min(1.0, usable / target)
    words = f"{counted(usable, 'usable story', 'usable stories')}, and {number_word(target)} would do"
    return Signal(SignalKey.STORIES, value, f"V = 1 − {usable} of {target} = {value:.2f}", words)


def _overtime(item: ItemEvidence) -> Signal:
    over = sum(answer.over for answer in item.answers)
    value = over / len(item.answers) if item.answers else 0.0
    formula = f"O = {over} of {len(item.answers)} = {value:.2f}"
    words = f"{over} of {len(item.answers)} answers ran over the maximum time" if item.answers else _NO_ANSWER
    return Signal(SignalKey.OVERTIME, value, formula, words)


def confidence_gap(item: ItemEvidence) -> float:
    """The mean of first − final over all its answers in the window: above 0 is over-confidence; 0 without answers."""
    return mean_of(answer.first - answer.final for answer in item.answers) if item.answers else 0.0


def _calibration(item: ItemEvidence, rules: SignalRules) -> Signal:
    gap = confidence_gap(item)
    value = _clamp(gap / rules.confidence_span)
    formula = f"C = {gap:.2f} / {rules.confidence_span:g} = {value:.2f}"
    words = f"first ratings are {abs(gap):.1f} {'below' if gap < 0 else 'above'} the final ones on average"
    return Signal(SignalKey.CALIBRATION, value, formula, words if item.answers else _NO_ANSWER)


def _market(item: ItemEvidence) -> Signal:
    demand = item.demand
    if demand is None or not demand.records:
        return Signal(SignalKey.MARKET, 0.0, "M = 0, nobody asked")
    value = _clamp(demand.asked / demand.records * demand.lack)
    half = ", a nice-to-have counts ½" if demand.asked < len(demand.entries) else ""
    formula = f"M = {demand.asked:g} of {demand.records} × {demand.lack:g} = {value:.2f}{half}"
    words = f"asked for in {len(demand.entries)} of {demand.records} adverts and interviews; own level “{demand.level}”"
    return Signal(SignalKey.MARKET, value, formula, words)


def lines_of(item: ItemEvidence, key: SignalKey, today: date) -> tuple[Line, ...]:
    """What a signal was counted from, oldest first. Apart, because ranking many thousand answers needs none of it."""
    return tuple(_LINES[key](item, today))


def _rated(item: ItemEvidence, today: date) -> Iterator[Line]:
    for answer in item.answers:
        days = (today - answer.on).days
        yield Line(f"final {answer.final}, {in_figures(days, 'day')} old", answer.on, answer.entry)


_LINES: Final[dict[SignalKey, Callable[[ItemEvidence, date], Iterable[Line]]]] = {
    SignalKey.RATING: _rated,
    SignalKey.DEBRIEF: lambda item, _: (Line(one.text or "to improve", one.on, one.entry) for one in item.improves),
    SignalKey.STORIES: lambda item, _: (
        Line(one.title or "a usable story", one.on, one.entry) for one in item.stories if one.usable
    ),
    SignalKey.OVERTIME: lambda item, _: (
        Line("over the maximum time", one.on, one.entry) for one in item.answers if one.over
    ),
    SignalKey.CALIBRATION: lambda item, _: (
        Line(f"first {one.first}, final {one.final}", one.on, one.entry) for one in item.answers
    ),
    SignalKey.MARKET: lambda item, _: (
        Line(one.text, one.on, one.entry) for one in (item.demand.asks if item.demand else ())
    ),
}
