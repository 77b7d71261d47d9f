"""Between a form's state and the values that are made of it: words, days, instants and lists of lines."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from abi_coach.domain.form import NONE, State
from abi_coach.domain.form_answers import LAST_ID

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo


def said(state: State, key: str) -> str:
    """The words of an answer; empty for none."""
    value = state.get(key, "")
    return value if isinstance(value, str) and value != NONE else ""


def instant_of(state: State, key: str) -> datetime | None:
    """The instant of an answer, in UTC."""
    return datetime.fromisoformat(said(state, key)).astimezone(UTC) if said(state, key) else None


def day_of(state: State, key: str) -> date | None:
    """The day of an answer."""
    return date.fromisoformat(said(state, key)) if said(state, key) else None


def local_text(at: datetime | None, zone: tzinfo | None) -> str | None:
    """An instant as a state holds it."""
    return at.astimezone(zone).isoformat() if at else None


def filled(**answers: Any) -> State:  # noqa: ANN401 - JSON is what it is
    """A state of those answers that say something."""
    return {key: value for key, value in answers.items() if value not in (None, "", [])}


def lines_state(**lists: Iterable[str]) -> State:
    """A state of lists of lines, each line with its id."""
    state: State = {}
    last = 0
    for key, texts in lists.items():
        made = [{"id": str(last + place), "text": text} for place, text in enumerate(texts, start=1)]
        last += len(made)
        state |= {key: made} if made else {}
    return {**state, LAST_ID: last} if last else state
