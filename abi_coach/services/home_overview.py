"""What Home shows, and where in the app its recommendation leads."""

from __future__ import annotations

from typing import Final

from abi_coach.domain.recommendation import Recommendation
from abi_coach.domain.value import Value, frozen

_DEBRIEF_KEYS: Final = ("hot-debrief", "cold-debrief", "follow-up")
_PLACES: Final = dict.fromkeys(_DEBRIEF_KEYS, "debrief") | {
    "pulse": "market", "card": "card", "plan": "plan", "reflect": "reflect", "resume": "resume",
    "interview": "interview",
}  # fmt: skip
_ACTION_PLACES: Final = {"abi story add": "story", "abi plan action list": "plan"}


@frozen
class Overview(Value):
    """One recommendation, and lines of what is open: (label, text); `role` is the one that it is practised for."""

    recommendation: Recommendation
    lines: tuple[tuple[str, str], ...]
    is_new: bool
    draft_kind: str
    role: str = ""

    @property
    def place(self) -> str:
        """The place in the app that the recommendation leads to."""
        place = _PLACES.get(self.recommendation.key, "practice")
        if self.recommendation.key == "action":
            return _ACTION_PLACES.get(self.recommendation.command, "practice")
        if place == "resume":
            return "practice" if self.draft_kind == "sitting" else "debrief"
        return place
