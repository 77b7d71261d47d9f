"""An action as the plain values that a template gets, and as JSON: with its measures, its rhythm, and how to begin."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from abi_coach.domain.beginning import is_practised
from abi_coach.domain.competency import COMPETENCY_IDS
from abi_coach.domain.counting import in_figures
from abi_coach.domain.proposal import ActionType

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from abi_coach.domain.action import Action
    from abi_coach.domain.measure import Measure


def action_values(action: Action) -> dict[str, Any]:
    """One action."""
    return {
        "id": action.id,
        "item": action.item,
        "type": action.type.value,
        "title": action.type.label,
        "because": action.because,
        "if": action.if_,
        "then": action.then,
        "obstacle": action.obstacle,
        "sentence": action.sentence,
        "start": _start(action),
        "measures": [measure_values(one) for one in action.measures],
        "minutes": action.minutes,
        "due": action.due,
        "review_on": action.review_on,
        "sessions": list(action.sessions),
        "rhythm": _rhythm(action.sessions, action.minutes),
        "evidence": list(action.evidence),
        "status": action.status.value,
        "ticked_on": action.ticked_on,
        "missed": action.missed,
    }


def _start(action: Action) -> str:
    """The command to begin with this evening; "" for what is done away from here.

    For a skill it is the search, because not every role's questions ask for every skill.
    """
    if action.type is ActionType.BUILD:
        return "abi story add"
    if not is_practised(action.type, action.item):
        return ""
    if action.item in COMPETENCY_IDS:
        return f"abi practice --competency {action.item}"
    return f"abi bank search {action.item}"


def rounded(value: float | None) -> float | None:
    """To two decimals; None stays."""
    return None if value is None else round(float(value), 2)


def measure_values(measure: Measure) -> dict[str, Any]:
    """One measure of an action, in numbers and in words."""
    return {
        "metric": measure.metric.value,
        "label": measure.metric.label,
        "now": rounded(measure.now),
        "target": float(measure.target),
        "met": measure.is_met,
        "sentence": measure.sentence,
        "goal": measure.goal,
    }


def _rhythm(sessions: Sequence[date], minutes: int) -> dict[str, Any] | None:
    """How many sessions, from when to when, every how many days (None when the steps differ), and that in words."""
    if not sessions:
        return None
    steps = {(after - before).days for before, after in pairwise(sessions)}
    every = steps.pop() if len(steps) == 1 else None
    long = in_figures(minutes, "minute")
    words = f"one session of {long}" if len(sessions) == 1 else f"{len(sessions)} sessions of {long}"
    often = "" if every is None else ", every day" if every == 1 else f", every {every} days"
    return {
        "count": len(sessions),
        "first": sessions[0],
        "last": sessions[-1],
        "every_days": every,
        "words": f"{words}{often}",
    }
