"""Why an item has the priority it has: one row for each part, with the entries behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from abi_coach.domain.counting import in_figures
from abi_coach.domain.errors import NotFoundError
from abi_coach.domain.limits import Ge
from abi_coach.domain.priority import Priority, prioritise, scaled, signals_with_data
from abi_coach.domain.signal import Line, SignalKey, lines_of, signals_of
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from abi_coach.domain.evidence import Evidence, ItemEvidence
    from abi_coach.domain.settings import Settings


@frozen
class Row(Value):
    """One part: its signal, what was counted, the value 0 to 1, the weight used, the points, and why in words."""

    key: SignalKey
    name: str
    letter: str
    formula: str
    lines: tuple[Line, ...]
    value: float
    weight: float
    points: float
    words: str = ""


@frozen
class Explanation(Value):
    """The table of an item. `rows` and `over` add up to `priority.points`; `notes` say what is special.

    `older` is how many entries were counted and have no line: those before the newest that were asked for.
    """

    priority: Priority
    rows: tuple[Row, ...]
    over: float
    dropped: tuple[SignalKey, ...]
    notes: tuple[str, ...]
    older: Annotated[int, Ge(0)] = 0

    @property
    def entries(self) -> frozenset[str]:
        """The ids of the entries that have a line."""
        return frozenset(line.entry for row in self.rows for line in row.lines)

    @property
    def formula(self) -> str:
        """The sum as it is printed, e.g. `22.2 + 16.7 + 25.0 + 8.3 + 4.2 = 76.4`."""
        return sum_words(self.priority)


def sum_words(priority: Priority) -> str:
    """The printed parts and their sum."""
    terms = " + ".join(f"{part.points:.1f}" for part in priority.parts) or "0.0"
    cut = f" − {-priority.over:.1f}" if priority.over else ""
    return f"{terms}{cut} = {priority.points:.1f}"


def explain(evidence: Evidence, item: str, settings: Settings, newest: int | None = None) -> Explanation:
    """The table of `item`, with a line for every entry or for the `newest` of each kind (answers, debriefs, adverts).

    Raises `NotFoundError` when the evidence has no such item.
    """
    inside = evidence.in_window(settings.signals.window_days)
    found = next((each for each in inside.items if each.item == item), None)
    if found is None:
        what = "competency or skill"
        raise NotFoundError(what, item, _near(item, (each.item for each in inside.items)))
    present = signals_with_data(inside)
    rules = settings.signals
    weights = scaled(rules.skill if found.is_skill else rules.competency, present, is_skill=found.is_skill)
    signals = {signal.key: signal for signal in signals_of(found, inside.plan_on, rules)}
    priority = prioritise(found, tuple(signals.values()), weights, settings)
    told = found if newest is None else _newest(found, newest)
    rows = tuple(
        Row(
            key=part.key,
            name=part.key.label,
            letter=part.key.letter,
            formula=signals[part.key].formula,
            lines=lines_of(told, part.key, inside.plan_on),
            value=part.value,
            weight=part.weight,
            points=part.points,
            words=signals[part.key].words,
        )
        for part in priority.parts
    )
    dropped = tuple(key for key in signals if key not in present)
    older = len(found.dated) - len(told.dated)
    return Explanation(priority, rows, priority.over, dropped, _notes(priority, dropped, settings), older)


def _newest(item: ItemEvidence, count: int) -> ItemEvidence:
    """The item with no more than `count` of each kind of what is dated; it is sorted, the oldest first."""
    demand = item.demand and replace(item.demand, asks=item.demand.asks[-count:])
    return replace(item, answers=item.answers[-count:], improves=item.improves[-count:], demand=demand)


def _notes(priority: Priority, dropped: tuple[SignalKey, ...], settings: Settings) -> tuple[str, ...]:
    notes = [
        f"Each part is 100 × {priority.importance:g} (role) × {priority.booked_factor:g} (booked) × weight × value."
    ]
    if priority.is_thin:
        missing = settings.plan.enough_answers - priority.answers
        notes.append(f"Little evidence: {in_figures(missing, 'more answer')} would make it firm.")
    if dropped and not priority.parts:
        notes.append("Nothing is recorded yet, so there is nothing to weigh.")
    elif dropped:
        names = ", ".join(key.label.lower() for key in dropped)
        notes.append(f"Nothing is recorded anywhere yet for: {names}. The other weights are scaled up to 1.")
    if priority.over:
        notes.append("The parts add up to more than 100; P stops at 100.")
    return tuple(notes)


def _near(asked: str, names: Iterable[str]) -> tuple[str, ...]:
    """Names that begin alike, for a person who mistyped."""
    start = asked.strip().lower().replace(" ", "_").replace("-", "_")[:3]
    return tuple(name for name in names if start and name.replace("-", "_").startswith(start))
