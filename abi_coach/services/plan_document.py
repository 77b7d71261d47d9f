"""A plan as the plain values that a template gets, and as JSON. docs/templates.md describes them by example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from abi_coach.domain.signal import SignalKey
from abi_coach.services.action_document import action_values, measure_values, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from abi_coach.domain.does_it_work import Claim
    from abi_coach.domain.explanation import Explanation, Row
    from abi_coach.domain.follow_up import FollowUp
    from abi_coach.domain.plan import Plan, PlannedItem


def plan_values(plan: Plan, works: Iterable[Claim] = (), follow_ups: Iterable[FollowUp] = ()) -> dict[str, Any]:
    """Everything that a plan says, as dicts, lists, text, numbers and dates."""
    return {
        "made_on": plan.made_on,
        "role": plan.role,
        "headline": plan.headline,
        "interview": _interview(plan),
        "answers": plan.answers,
        "days": plan.days,
        "baseline": [{"label": one.label, "answers": one.answers, "mean": rounded(one.mean)} for one in plan.baseline],
        "strengths": [{"text": one.text, "on": one.on, "said": one.said} for one in plan.strengths],
        "encouragement": list(plan.encouragement),
        "previous_on": plan.previous_on,
        "changes": [{"kind": one.kind.value, "text": one.text, "on": one.on} for one in plan.changes],
        "effects": [
            {"item": one.label, "before": rounded(one.before), "moved": one.before != one.measure.now}
            | measure_values(one.measure)
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


def front_matter_values(values: dict[str, Any]) -> dict[str, Any]:
    """What note programs can sort and search a plan by."""
    interview = values["interview"]
    return {
        "title": f"Improvement plan, {values['made_on']}",
        "date": values["made_on"],
        "tags": ["abi", "improvement-plan"],
        "role": values["role"],
        **({"interview": interview["title"], "interview_on": interview["on"]} if interview else {}),
        "review": max((each["action"]["review_on"] for each in values["priorities"]), default=values["made_on"]),
        "items": [each["label"] for each in values["priorities"]],
    }


def _interview(plan: Plan) -> dict[str, Any] | None:
    interview = plan.interview
    if interview is None:
        return None
    return {"title": interview.title, "on": interview.on, "days_left": (interview.on - plan.made_on).days}


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
        "older": explanation.older,
        "action": action_values(planned.action),
    }


def _evidence(rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Every answer, debrief and advert once, the newest first: what we count of it, and the person's own words."""
    found: dict[tuple[date, str], dict[str, Any]] = {}
    for row in rows:
        for line in row.lines if row.key is not SignalKey.STORIES else ():  # what is there is no reason to work on it
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
