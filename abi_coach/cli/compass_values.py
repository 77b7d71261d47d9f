"""The compass as plain data, for `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from abi_coach.domain.drill_compass import Bearing, Pointer
    from abi_coach.domain.story import Story


def compass_values(bearing: Bearing, stories: Mapping[str, Story]) -> dict[str, Any]:
    """Where a question points, with the words that fired, and the best stories."""
    return {
        "question": bearing.question,
        "areas": _pointers(bearing.areas),
        "families": _pointers(bearing.families),
        "competencies": _pointers(bearing.competencies),
        "stories": [{"id": entry, "title": story.title} for entry, story in stories.items()],
    }


def _pointers(pointers: Iterable[Pointer]) -> list[dict[str, Any]]:
    return [{"name": one.towards.value, "fired": list(one.fired)} for one in pointers]
