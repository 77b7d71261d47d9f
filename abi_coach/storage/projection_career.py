"""What the journal's columns hold of the career layer: adverts, pay, scorecards, checks, people, looks back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from abi_coach.storage.journal_rows import Facts

if TYPE_CHECKING:
    from collections.abc import Callable

Body = dict[str, Any]


def _dated(body: Body) -> Facts:
    """What the career layer notes down on a day: adverts, pay, scorecards, checks, pulses, reflections."""
    told = [str(body.get(part) or "") for part in ("company", "title", "role")]
    return Facts(
        at=midnight(body.get("on")),
        role=body.get("role"),
        title=" · ".join(filter(None, told)),
        words=" ".join(str(body.get(part) or "") for part in ("reason", "benefits", "can_show", "goal", "new")),
    )


def _skill_level(body: Body) -> Facts:
    return Facts(
        at=midnight(body.get("on")), state=body.get("level"), competency=body.get("skill"), title=body["skill"]
    )


def _contact(body: Body) -> Facts:
    days = [touch["on"] for touch in body.get("touches", [])]
    return Facts(
        at=midnight(max(days, default=None)),
        state="retired" if body.get("retired") else "kept",
        title=body.get("name", ""),
        words=" ".join(str(body.get(part) or "") for part in ("company", "topic", "met", "give", "ask")),
    )


def midnight(text: str | None) -> datetime | None:
    """The first instant of a day in UTC, where days without a time of day are put."""
    return datetime.fromisoformat(f"{text}T00:00:00+00:00") if text else None


_DATED: Final = ("advert", "pay", "scorecard", "fit", "pulse", "reflection")

CAREER_READERS: Final[dict[str, Callable[[Body], Facts]]] = {
    **dict.fromkeys(_DATED, _dated),
    "skill_level": _skill_level,
    "contact": _contact,
}
"""How each kind is read; a body that is not as expected may raise what `projection.project` catches."""
