"""What the journal's columns hold of each kind of entry: the little that Home and lists ask for.

It must answer for any body, also for drafts and for kinds that a newer abi wrote, so it reads plain JSON and leaves
out what is not there; whole entries are checked elsewhere (`values.from_body`).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.interview_state import UNDATED, InterviewState
from abi_coach.domain.ladder import climb
from abi_coach.domain.promise import SMALLER_AFTER
from abi_coach.storage.journal_rows import Facts, Rung
from abi_coach.storage.projection_career import CAREER_READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Body = dict[str, Any]


def project(kind: str, body: Body) -> Facts:
    """The columns of an entry of this kind."""
    reader = _READERS.get(kind, _anything)
    try:
        return reader(body)
    except (TypeError, ValueError, KeyError, AttributeError, IndexError):
        return Facts(title=str(body.get("title", ""))[:200])


def rung_of(history: Sequence[tuple[datetime, int]]) -> Rung:
    """Where a question stands after these attempts (when, and the final rating), oldest first; at least one."""
    rung = climb((at.astimezone().date(), final) for at, final in history)
    if rung is None:
        message = "a ladder needs an attempt"
        raise ValueError(message)
    return Rung(rung.box, rung.due)


def _attempt(body: Body) -> Facts:
    attempt = body.get("attempt", body)
    takes = attempt.get("takes", [])
    rated = next((take for take in takes if take.get("rating") and not take.get("probe")), None)
    told = rated or (takes[0] if takes else {})
    rating = told.get("rating") or {}
    return Facts(
        at=_instant(told.get("started_at")),
        state=attempt.get("state"),
        question=attempt.get("question"),
        competency=attempt.get("competency"),
        role=attempt.get("role"),
        parent=attempt.get("sitting"),
        first=rating.get("first"),
        final=rating.get("final"),
        seconds=round(told.get("seconds", 0)),
        length=_length(told),
        title=attempt.get("prompt", ""),
        words=" ".join(str(take.get("text", "")) for take in takes),
    )


def _length(take: Body) -> str | None:
    times = take.get("times")
    if not times:
        return None
    if take["seconds"] > times["maximum"]:
        return "over"
    if take["seconds"] >= times["minimum"]:
        return "ok"
    return None if take.get("mode") == "typed" else "thin"


def _sitting(body: Body) -> Facts:
    questions, position = body.get("questions", []), body.get("position", 0)
    place = f"question {min(position + 1, len(questions))} of {len(questions)}"
    return Facts(at=_instant(body.get("started_at")), state=body.get("state"), role=body.get("role"), title=place)


def _interview(body: Body) -> Facts:
    stage = str(body.get("stage", "")).replace("_", " ")
    outcome = body.get("outcome") or {}
    at = _instant(body.get("starts_at") or body.get("ended_at"))
    return Facts(
        at=at,
        state=UNDATED if at is None and body.get("state") == InterviewState.BOOKED else body.get("state"),
        competency=outcome.get("result"),
        role=body.get("role"),
        parent=body.get("loop"),
        due=_day(body.get("answer_by")),
        title=f"{body.get('company', '')} · {stage}",
        words=" ".join([body.get("notes", ""), *(str(person.get("name", "")) for person in body.get("people", []))]),
    )


def _debrief(body: Body) -> Facts:
    questions = body.get("questions") or []
    improve = body.get("improve") or []
    then = body.get("follow_up") or {}
    told = [str(part.get("text") or part.get("what") or "") for part in [*questions, *improve]]
    return Facts(
        at=_instant(body.get("ended_at")),
        state="thanked" if then.get("thanks_sent") else "promised" if body.get("promised_them") else None,
        parent=body.get("interview"),
        due=_day(then.get("next_on") or (body.get("promised_by") if body.get("promised_me") else None)),
        first=body.get("nerves"),
        final=body.get("confidence"),
        title=body.get("word", ""),
        words=" ".join(told),
    )


def _promise(body: Body) -> Facts:
    missed = sum(past.get("check") == "missed" for past in body.get("checks", []))
    return Facts(
        at=_midnight(body.get("made_on")),
        state=body.get("state"),
        competency=body.get("item"),
        parent=body.get("source"),
        length="smaller" if missed >= SMALLER_AFTER else None,
        title=f"IF {body.get('if_', '')} THEN I will {body.get('then', '')}",
    )


def _story(body: Body) -> Facts:
    told = [body.get(part, "") for part in ("situation", "task", "action", "result", "lesson")]
    state = "retired" if body.get("retired") else "kept"
    return Facts(state=state, title=body.get("title", ""), words=" ".join(told))


def _plan(body: Body) -> Facts:
    return Facts(at=_midnight(body.get("made_on")), role=body.get("role"), title=f"Plan of {body.get('made_on', '')}")


def _action(body: Body) -> Facts:
    return Facts(
        state=body.get("status"),
        competency=body.get("item"),
        parent=body.get("plan"),
        due=_day(body.get("due")),
        title=f"IF {body.get('if_', '')} THEN I will {body.get('then', '')}",
    )


def _outcome(body: Body) -> Facts:
    """When they answered, not when it was written down."""
    told = body.get("outcome") or {}
    return Facts(at=_midnight(told.get("on")), parent=body.get("parent"), title=str(body.get("title", "")))


def _peer_rating(body: Body) -> Facts:
    return Facts(
        at=_midnight(body.get("on")),
        parent=body.get("parent"),
        first=body.get("own"),
        final=body.get("peer"),
        title=body.get("title", ""),
    )


def _mark(body: Body) -> Facts:
    return Facts(state=body.get("state"), question=body.get("question"), title=body.get("reason", ""))


def _anything(body: Body) -> Facts:
    return Facts(
        state=body.get("state"), parent=body.get("parent"), due=_day(body.get("due")), title=str(body.get("title", ""))
    )


_READERS: Final[dict[str, Callable[[Body], Facts]]] = {
    "attempt": _attempt,
    "sitting": _sitting,
    "interview": _interview,
    "hot_debrief": _debrief,
    "cold_debrief": _debrief,
    "promise": _promise,
    "story": _story,
    "plan": _plan,
    "action": _action,
    "question_mark": _mark,
    "peer_rating": _peer_rating,
    "outcome": _outcome,
    **CAREER_READERS,
}


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _midnight(text: str | None) -> datetime | None:
    return datetime.fromisoformat(f"{text}T00:00:00+00:00") if text else None
