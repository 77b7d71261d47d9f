"""A plan as the plain values that a template gets, and as JSON. docs/templates.md describes them by example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from abi_coach.domain.action import Action
    from abi_coach.domain.explanation import Explanation
    from abi_coach.domain.plan import Plan, PlannedItem


def plan_values(plan: Plan) -> dict[str, Any]:
    """Everything that a plan says, as dicts, lists, text, numbers and dates."""
    interview = plan.interview
    return {
        "made_on": plan.made_on,
        "role": plan.role,
        "headline": plan.headline,
        "interview": None
        if interview is None
        else {"title": interview.title, "on": interview.on, "days_left": (interview.on - plan.made_on).days},
        "answers": plan.answers,
        "days": plan.days,
        "strengths": [{"text": one.text, "on": one.on} for one in plan.strengths],
        "encouragement": list(plan.encouragement),
        "changes": [{"kind": one.kind.value, "text": one.text, "on": one.on} for one in plan.changes],
        "effects": [
            {"label": one.label, "before": one.before, "now": one.measure.now, "sentence": one.measure.sentence}
            for one in plan.effects
        ],
        "priorities": [_priority(item) for item in plan.priorities],
        "schedule": [{"on": day.on, "items": list(day.items), "minutes": day.minutes} for day in plan.schedule],
        "unknown": [{"text": one.text, "missing": one.missing} for one in plan.unknown],
    }


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
        "parts": [
            {
                "key": row.key.value,
                "letter": row.letter,
                "name": row.name,
                "formula": row.formula,
                "value": round(row.value, 4),
                "weight": round(row.weight, 4),
                "points": row.points,
                "inputs": [{"text": line.text, "on": line.on, "entry": line.entry} for line in row.lines],
            }
            for row in explanation.rows
        ],
        "over": explanation.over,
        "dropped": [key.value for key in explanation.dropped],
        "notes": list(explanation.notes),
    }


def _priority(planned: PlannedItem) -> dict[str, Any]:
    values = explanation_values(planned.explanation)
    dated = [line for part in values["parts"] for line in part["inputs"] if line["on"]]
    newest_first = sorted(dated, key=lambda line: (line["on"], line["text"]), reverse=True)
    return values | {"evidence": newest_first, "action": action_values(planned.action)}


def action_values(action: Action) -> dict[str, Any]:
    """One action."""
    return {
        "id": action.id,
        "item": action.item,
        "type": action.type.value,
        "because": action.because,
        "if": action.if_,
        "then": action.then,
        "obstacle": action.obstacle,
        "sentence": action.sentence,
        "measures": [
            {"metric": one.metric.value, "now": one.now, "target": one.target, "sentence": one.sentence}
            for one in action.measures
        ],
        "minutes": action.minutes,
        "due": action.due,
        "review_on": action.review_on,
        "sessions": list(action.sessions),
        "evidence": list(action.evidence),
        "status": action.status.value,
        "missed": action.missed,
    }
