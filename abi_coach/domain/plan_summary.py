"""What a plan says around its actions: what went well, what is better than it feels, what is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.counting import in_figures
from abi_coach.domain.ladder import STRONG
from abi_coach.domain.mean import mean_of
from abi_coach.domain.measure import LAST
from abi_coach.domain.plan import Baseline, Change, ChangeKind, Strength, Unknown
from abi_coach.domain.priority import signals_with_data
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.signal import SignalKey, confidence_gap

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from abi_coach.domain.evidence import Evidence, ItemEvidence, WellEvidence
    from abi_coach.domain.priority import Priority
    from abi_coach.domain.settings import Settings

WENT_WELL: Final = 3
"""How many notes of what went well a plan repeats, the newest."""
BETTER_THAN_FELT: Final = 3
"""How many items that are better than they feel a plan names."""

_NOT_YET: Final[dict[SignalKey, str]] = {
    SignalKey.RATING: "Answers: none yet. Three on one competency make a baseline.",
    SignalKey.DEBRIEF: "Interviews: no debrief yet. The first one shows what practice cannot.",
    SignalKey.STORIES: "Stories: none yet. Two for each thing that your role leans on are enough.",
    SignalKey.MARKET: "The market: no advert or interview noted yet.",
}

_CHECKED: Final[dict[PromiseCheck, str]] = {
    PromiseCheck.KEPT: "kept",
    PromiseCheck.PARTLY: "partly kept",
    PromiseCheck.MISSED: "missed",
    PromiseCheck.NO_CHANCE: "no chance to keep it",
}


def strengths(evidence: Evidence, settings: Settings) -> tuple[Strength, ...]:
    """What went well in debriefs, each once, the newest first; then items whose last three finals average 4 or more.

    Without either, the best single answer of 4 or 5. The evidence is sorted and inside the window.
    """
    items = (_strong_item(item, settings) for item in evidence.items)
    steady = sorted((item for item in items if item), key=lambda strength: strength.text)
    once: dict[str, WellEvidence] = {}
    for each in sorted(evidence.well, key=lambda well: well.on, reverse=True):
        once.setdefault(each.text.casefold(), each)  # the same words again are told by their last day
    well = [Strength(each.text, each.on, (each.entry,), said=True) for each in tuple(once.values())[:WENT_WELL]]
    return (*well, *steady) or _best_answer(evidence)


def _strong_item(item: ItemEvidence, settings: Settings) -> Strength | None:
    last = item.answers[-LAST:]
    if len(last) < LAST or (mean := mean_of(answer.final for answer in last)) < settings.plan.strong_mean:
        return None
    text = f"{item.label}: the last three final ratings average {mean:.1f} of 5."
    return Strength(text, last[-1].on, tuple(answer.entry for answer in last))


def _best_answer(evidence: Evidence) -> tuple[Strength, ...]:
    strong = [(answer, item) for item in evidence.items for answer in item.answers if answer.final >= STRONG]
    if not strong:
        return ()
    best, item = min(strong, key=lambda pair: (-pair[0].final, -pair[0].on.toordinal(), pair[1].item))
    return (Strength(f"{item.label}: one answer rated {best.final} of 5.", best.on, (best.entry,)),)


def encouragement(evidence: Evidence, settings: Settings) -> tuple[str, ...]:
    """A line for the items with enough answers that were rated too low at first, at most three, the widest gap first.

    Never a reason to work on one. A gap that shows as 0.0 is none.
    """
    gaps = [
        (gap, item.label)
        for item in evidence.items
        if len(item.answers) >= settings.plan.enough_answers and (gap := round(-confidence_gap(item), 1)) > 0
    ]
    widest = sorted(gaps, key=lambda pair: (-pair[0], pair[1]))[:BETTER_THAN_FELT]
    return tuple(
        f"{label}: your answers are better than they feel, by {gap:.1f} points on average." for gap, label in widest
    )


def baseline(evidence: Evidence) -> tuple[Baseline, ...]:
    """Where every answered item stands, when all the answers are of one day; nothing otherwise."""
    if len({answer.on for item in evidence.items for answer in item.answers}) != 1:
        return ()
    return tuple(
        Baseline(item.label, len(item.answers), mean_of(answer.final for answer in item.answers))
        for item in evidence.items
        if item.answers
    )


def unknown(evidence: Evidence, ranked: Sequence[Priority], settings: Settings) -> tuple[Unknown, ...]:
    """Items with little evidence and how many answers they need; then what nothing is recorded of anywhere."""
    present = signals_with_data(evidence)
    enough = settings.plan.enough_answers
    thin = [
        Unknown(
            f"{each.label}: not enough yet, needs {in_figures(enough - each.answers, 'more answer')}.",
            enough - each.answers,
            each.label,
        )
        for each in ranked
        if each.is_thin
    ]
    return (*thin, *(Unknown(text) for key, text in _NOT_YET.items() if key not in present))


def promise_changes(evidence: Evidence, since: date) -> tuple[Change, ...]:
    """What became of promises that were asked about since the last plan."""
    return tuple(
        Change(ChangeKind.PROMISE, f"{promise.sentence}: {_CHECKED[promise.check]}.", promise.on, promise.entry)
        for promise in evidence.promises
        if promise.on >= since
    )
