"""Does it work? What one's own entries can say about that, each claim with the number it rests on.

Before and after in one person's journal proves nothing about causes, and nothing here says that it does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

from abi_coach.domain.counting import in_figures
from abi_coach.domain.limits import Ge
from abi_coach.domain.mean import mean_of
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.value import Value, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from abi_coach.domain.settings import MeterRules

_STEADY: Final = 0.25
"""Half means of the gap that differ by less are called the same (rule of thumb)."""


@frozen
class Claim(Value):
    """One sentence, the number of entries it rests on, and how many more it needs (0: it may be said)."""

    key: str
    text: str
    points: Annotated[int, Ge(0)]
    missing: Annotated[int, Ge(0)] = 0


def claims(
    gaps: Sequence[int], improves: Sequence[frozenset[str]], checks: Iterable[PromiseCheck], rules: MeterRules
) -> tuple[Claim, ...]:
    """Whether the gap first − final shrinks, whether what was to improve comes back, whether promises are kept.

    `gaps` and `improves` (the items that each cold debrief names) come oldest first.
    The gap needs the points of a trend, debriefs and promises those of a claim.
    """
    asked = [check for check in checks if check is not PromiseCheck.NO_CHANCE]
    return (_gap(gaps, rules.trend_points), _repeats(improves, rules.claim_points), _kept(asked, rules.claim_points))


def _gap(gaps: Sequence[int], enough: int) -> Claim:
    count = len(gaps)
    if count < enough:
        missing = enough - count
        text = f"The gap between first and final rating: not enough yet, {_needs(missing, 'rated answer', count)}"
        return Claim("gap", text, count, missing)
    half = count // 2
    old, new = mean_of(map(abs, gaps[:half])), mean_of(map(abs, gaps[-half:]))
    word = "stays about the same" if abs(new - old) < _STEADY else "shrinks" if new < old else "grows"
    text = f"The gap between first and final rating {word}: {old:.1f} → {new:.1f} over {count} answers"
    return Claim("gap", text, count)


def _repeats(improves: Sequence[frozenset[str]], enough: int) -> Claim:
    count = len(improves)
    if count < enough:
        missing = enough - count
        text = f"Whether the same things come back: not enough yet, {_needs(missing, 'cold debrief', count)}"
        return Claim("repeats", text, count, missing)
    seen: set[str] = set()
    named = again = 0
    for place, items in enumerate(improves):
        if place:
            named += len(items)
            again += len(items & seen)
        seen |= items
    things = in_figures(named, "thing")
    text = f"Of {things} to improve named after the first of {count} debriefs, {again} had been named before"
    return Claim("repeats", text, count)


def _kept(checks: Sequence[PromiseCheck], enough: int) -> Claim:
    count = len(checks)
    if count < enough:
        missing = enough - count
        needs = _needs(missing, "promise", count, " that had a chance")
        text = f"Whether promises are kept: not enough yet, {needs}"
        return Claim("promises", text, count, missing)
    kept = sum(check is PromiseCheck.KEPT for check in checks)
    return Claim("promises", f"{kept} of {count} promises that had a chance were kept", count)


def _needs(missing: int, what: str, count: int, rest: str = "") -> str:
    return f"needs {in_figures(missing, f'more {what}')}{rest}, {count} so far"
