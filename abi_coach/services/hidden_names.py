"""The names that redacting hides: every company and person that the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.storage.journal import Journal

_KINDS: Final = ("interview", "hot_debrief", "contact", "advert", "scorecard", "pay", "fit")
_SHORTEST: Final = 3
"""A shorter part of a person's name is left: hiding every “Al” or “Jo” in a text would hide the text."""


def hidden_names(journal: Journal) -> Iterator[str]:
    """Companies, people, and each longer part of a person's name, in any order and with repetitions."""
    for kind in _KINDS:
        for revision in journal.current(kind):
            yield from _names(revision.value())


def _names(body: dict[str, Any]) -> Iterator[str]:
    for key in ("company", "employer", "organisation"):
        if isinstance(name := body.get(key), str):
            yield name
    people = body.get("people")
    told = [body, *(people if isinstance(people, list) else ())]
    for person in told:
        name = person.get("name") if isinstance(person, dict) else None
        if isinstance(name, str):
            yield name
            yield from (part for part in name.split() if len(part) >= _SHORTEST)
