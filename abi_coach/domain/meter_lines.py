"""The meters of a take as lines: short, or with formulas and the words that fired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.meters import meters

if TYPE_CHECKING:
    from abi_coach.domain.attempt import Take
    from abi_coach.domain.kind import Kind
    from abi_coach.domain.meters import Meter
    from abi_coach.domain.settings import Settings


def meter_lines(
    take: Take, kind: Kind, settings: Settings | None = None, *, explained: bool = False
) -> tuple[str, ...]:
    """One line for each meter of a take; `explained` adds the formula and the words that fired below it."""
    told = meters(take, kind, settings)
    return tuple(line for meter in told for line in _lines(meter, explained=explained))


def _lines(meter: Meter, *, explained: bool) -> list[str]:
    lines = [f"{meter.name:<16} {meter.shown}"]
    if explained:
        lines.append(f"{'':<16} = {meter.formula}")
        lines += [f"{'':<16}   {one.line}" for one in meter.fired]
    return lines
