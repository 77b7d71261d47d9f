"""A plan as the plain values that a template gets, and as JSON. docs/templates.md describes them by example."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.competency import Competency
from abi_coach.domain.proposal import ActionType
from abi_coach.domain.signal import SignalKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from abi_coach.domain.action import Action
    from abi_coach.domain.does_it_work import Claim
    from abi_coach.domain.explanation import Explanation, Row
    from abi_coach.domain.follow_up import FollowUp
    from abi_coach.domain.measure import Measure
    from abi_coach.domain.plan import Plan, PlannedItem

_COMPETENCIES: Final = frozenset(competency.value for competency in Competency)


def plan_values(plan: Plan, works: Iterable[Claim] = (), follow_ups: Iterable[FollowUp] = ()) -> dict[str, Any]:
    """Everything that a plan says, as dicts, lists, text, numbers and dates."""
    return {
        "made_on": plan.made_on,
        "role": plan.role,
        "headline": plan.headline,
        "interview": _interview(plan),
        "answers": plan.answers,
        "days": plan.days,
        "baseline": [{"label": one.label, "answers": one.answers, "mean": _rounded(one.mean)} for one in plan.baseline],
        "strengths": [{"text": one.text, "on": one.on, "said": one.said} for one in plan.strengths],
        "encouragement": list(plan.encouragement),
        "previous_on": plan.previous_on,
        "changes": [{"kind": one.kind.value, "text": one.text, "on": one.on} for one in plan.changes],
        "effects": [
            {"item": one.label, "before": _rounded(one.before), "moved": one.before != one.measure.now}
            | _measure(one.measure)
            for one in plan.effects
        ],
        "priorities": [_priority(item) for item in plan.priorities],
        "schedule": [{"on": day.on, "items": list(day.items), "minutes": day.minutes} for day in plan.schedule],
        "follow_ups": [{"on": one.due_on, "title": one.title, "text": one.sentence} for one in follow_ups],
        "unknown": [{"text": one.text, "missing": one.missing, "label": one.label} for one in plan.unknown],
        "works": claim_values(works),
    }


def claim_values(works: Iterable[Claim]) -> list[dict[str, Any]]:
    """What may be said about whether it works, and what may not yet."""
    return [{"key": one.key, "text": one.text, "points": one.points, "missing": one.missing} for one in works]


def explanation_values(explanation: Explanation) -> dict[str, Any]:
    """The table of one item."""
    priority = explanation.priority
    return {
        "item": priority.item,
        "label": priority.label,
        "points": priority.points,
        "sum": explanation.formula,
        "importance": priority.importance,
        "booked_factor": priority.booked_factor,
        "answers": priority.answers,
        "little_evidence": priority.is_thin,
        "parts": [_part(row) for row in explanation.rows],
        "over": explanation.over,
        "dropped": [key.value for key in explanation.dropped],
        "notes": list(explanation.notes),
    }


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
        "measures": [_measure(one) for one in action.measures],
        "minutes": action.minutes,
        "due": action.due,
        "review_on": action.review_on,
        "sessions": list(action.sessions),
        "rhythm": _rhythm(action.sessions),
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
    if action.type in {ActionType.LEARN, ActionType.SECOND_RATER} or action.item == Competency.ROLE_EXPERTISE:
        return ""
    return (
        f"abi practice --competency {action.item}" if action.item in _COMPETENCIES else f"abi bank search {action.item}"
    )


def _interview(plan: Plan) -> dict[str, Any] | None:
    interview = plan.interview
    if interview is None:
        return None
    return {"title": interview.title, "on": interview.on, "days_left": (interview.on - plan.made_on).days}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 2)


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "metric": measure.metric.value,
        "label": measure.metric.label,
        "now": _rounded(measure.now),
        "target": measure.target,
        "met": measure.is_met,
        "sentence": measure.sentence,
        "goal": measure.goal,
    }


def _rhythm(sessions: Sequence[date]) -> dict[str, Any] | None:
    """How many sessions, from when to when, and every how many days (None when the steps differ)."""
    if not sessions:
        return None
    steps = {(after - before).days for before, after in pairwise(sessions)}
    every = steps.pop() if len(steps) == 1 else None
    return {"count": len(sessions), "first": sessions[0], "last": sessions[-1], "every_days": every}


def _part(row: Row) -> dict[str, Any]:
    return {
        "key": row.key.value,
        "letter": row.letter,
        "name": row.name,
        "formula": row.formula,
        "words": row.words or row.name.lower(),
        "value": round(row.value, 4),
        "weight": round(row.weight, 4),
        "points": row.points,
        "inputs": [{"text": line.text, "on": line.on, "entry": line.entry} for line in row.lines],
    }


def _priority(planned: PlannedItem) -> dict[str, Any]:
    explanation = planned.explanation
    return {
        **explanation_values(explanation),
        "evidence": _evidence(explanation.rows),
        "action": action_values(planned.action),
    }


def _evidence(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Every dated entry once, the newest first: what we count of it, and the person's own words about it."""
    found: dict[tuple[date, str], dict[str, Any]] = {}
    for row in rows:
        for line in row.lines:
            if line.on is None:
                continue
            told = found.setdefault(
                (line.on, line.entry), {"on": line.on, "entry": line.entry, "facts": {}, "said": []}
            )
            if row.key is SignalKey.DEBRIEF:
                told["said"].append(line.text)
            else:
                told["facts"][row.key] = line.text
    ordered = sorted(found.items(), key=lambda pair: pair[0], reverse=True)
    return [{**told, "facts": _facts(told["facts"])} for _, told in ordered]


def _facts(counted: dict[SignalKey, str]) -> list[str]:
    """The calibration's line holds both ratings, so the rating's own line, which repeats one, gives way to it."""
    shown = {key: text for key, text in counted.items() if key is not SignalKey.RATING or len(counted) == 1}
    if SignalKey.CALIBRATION not in shown and SignalKey.RATING in counted:
        shown = {SignalKey.RATING: counted[SignalKey.RATING].partition(",")[0], **shown}
    order = (SignalKey.CALIBRATION, SignalKey.RATING, SignalKey.OVERTIME)
    return [shown[key] for key in (*order, *(key for key in shown if key not in order)) if key in shown]
