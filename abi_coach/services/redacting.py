"""What is hidden in a document that leaves the home: everybody and every company that the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.redaction import HIDDEN_NAME, Redactor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.storage.journal import Journal


class NameRedactor(Redactor):
    """Hides names only; amounts stay, because the person asked for them."""

    def text(self, text: str) -> str:
        """The text without names."""
        return self._names.sub(HIDDEN_NAME, text) if self._names else text


def companies(journal: Journal) -> Iterator[str]:
    """Every company that an interview was with, and every process that was named."""
    for revision in journal.current("interview"):
        body = revision.value()
        yield body.get("company", "")
        yield body.get("loop", "")


def people(journal: Journal) -> Iterator[str]:
    """Everybody met, by name."""
    for kind in ("interview", "hot_debrief"):
        for revision in journal.current(kind):
            yield from (str(person.get("name", "")) for person in revision.value().get("people", ()))


def redactor_of(journal: Journal) -> Redactor:
    """Hides every company and person that the journal knows, and amounts of money."""
    return Redactor((*companies(journal), *people(journal)))
