"""What is hidden in a document that leaves the home: everybody and every company that the journal knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abi_coach.domain.redaction import Redactor
from abi_coach.services.hidden_names import hidden_names, hidden_sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from abi_coach.storage.journal import Journal


class NameRedactor(Redactor):
    """Hides names only; amounts stay, because the person asked for them."""

    def text(self, text: str) -> str:
        """The text without names."""
        return self.nameless(text)


def names_to_hide(journal: Journal, shown: Iterable[str] = ()) -> Iterator[str]:
    """Every company, person and process that the journal knows, without those that may be `shown`.

    A part of a name that may be shown may be shown too.
    """
    allowed = {part for name in shown for part in (name.casefold(), *name.casefold().split())}
    loops = (str(revision.value().get("loop") or "") for revision in journal.current("interview"))
    yield from (name for name in (*hidden_names(journal), *loops) if name.casefold() not in allowed)


def redactor_of(journal: Journal) -> Redactor:
    """Hides every company, person and process that the journal knows, and amounts of money."""
    return Redactor(names_to_hide(journal), hidden_sums(journal))
