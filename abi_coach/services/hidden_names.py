"""What redacting hides: every company and person that the journal knows, and every sum of pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.name_finding import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.storage.journal import Journal

_KINDS: Final = ("interview", "hot_debrief", "contact", "advert", "scorecard", "pay", "fit")
_SOMEBODY: Final = (("reflection", "person"), ("pulse", "contact"), ("peer_rating", "partner"))
"""Fields that name a person in the user's own words."""

_SUMS: Final = ("base_min", "base_max", "bonus", "equity")
_MOST_WORDS: Final = 3
_SHORTEST: Final = 3
"""A shorter part of a person's name is left: hiding every “Al” or “Jo” in a text would hide the text."""


def hidden_names(journal: Journal) -> Iterator[str]:
    """Companies, people, and each longer part of a person's name, in any order and with repetitions."""
    for kind in _KINDS:
        for revision in journal.current(kind):
            yield from _names(revision.value())
    for kind, field in _SOMEBODY:
        for revision in journal.current(kind):
            name = revision.value().get(field)
            if isinstance(name, str):
                yield from _somebody(name)


def hidden_sums(journal: Journal) -> Iterator[str]:
    """What was paid or offered, as it is kept: `78000`."""
    for revision in journal.current("pay"):
        body = revision.value()
        yield from (str(body[field]) for field in _SUMS if body.get(field))


def _names(body: dict[str, Any]) -> Iterator[str]:
    for key in ("company", "employer", "organisation"):
        if isinstance(name := body.get(key), str):
            yield name
    people = body.get("people")
    told = [body, *(people if isinstance(people, list) else ())]
    for person in told:
        name = person.get("name") if isinstance(person, dict) else None
        if isinstance(name, str):
            yield from _person(name)


def _somebody(told: str) -> Iterator[str]:
    """Names in words about somebody: “Ines Duarte”, later capitals of a sentence, nobody in “a former colleague”."""
    words = told.split()
    if len(words) > _MOST_WORDS:
        yield from (part for word in words[1:] if word[0].isupper() for part in _person(word))
    elif told != told.lower():
        yield from _person(told)


def _person(name: str) -> Iterator[str]:
    yield name
    words = name.split()
    parts = (part.strip("()[],.;:'\"“”") for part in (*words, *(piece for word in words for piece in word.split("-"))))
    yield from (part for part in parts if len(part) >= _SHORTEST and part.casefold() not in ORDINARY)
