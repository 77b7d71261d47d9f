"""People met along the way, and when to be in touch again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from abi_coach.domain.contact import Contact
from abi_coach.domain.contact_forms import CONTACT_FORM, USUAL_MONTHS, contact_of, contact_state
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from datetime import date

    from abi_coach.domain.clock import Clock
    from abi_coach.services.open_form import OpenForm
    from abi_coach.storage.journal import Journal

CONTACT: Final = "contact"


class Contacts(Ledger[Contact]):
    """Contacts; retiring one loses nothing."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__(journal, clock, CONTACT, Contact)

    def kept(self, *, retired: bool = False) -> dict[str, Contact]:
        """Contacts by entry id, who is due first on top; only retired ones if asked."""
        told = {entry: contact for entry, contact in self.all().items() if contact.retired is retired}
        return dict(sorted(told.items(), key=lambda item: (str(item[1].next_touch or "~"), item[1].name.casefold())))

    def due(self) -> dict[str, Contact]:
        """Whom to be in touch with now."""
        return {entry: contact for entry, contact in self.kept().items() if contact.is_due(self.today)}

    def touch(self, entry: str, note: str = "", on: date | None = None) -> Contact:
        """Note that there was contact, today unless told otherwise. Raises NotFoundError, InputError."""
        contact = self.get(entry).touched(on or self.today, note)
        self.save(entry, contact)
        return contact

    def retire(self, entry: str, *, back: bool = False) -> Contact:
        """Put a contact away, or bring it `back`. Raises NotFoundError, InputError."""
        contact = replace(self.get(entry), retired=not back)
        self.save(entry, contact)
        return contact

    def open_form(self, entry: str | None = None, *, fresh: bool = False) -> OpenForm:
        """The form for somebody new, or to change this one."""
        asking: Asking[Contact] = Asking(
            form=CONTACT_FORM,
            read=lambda state, before: contact_of(state, self.today, before),
            write=contact_state,
            done=lambda contact, short: f"Saved {contact.name} ({short}). {next_touch_text(contact)}",
            resume="abi contact add --plain",
            guesses=lambda: {"met_on": "today", "keep_warm": str(USUAL_MONTHS)},
        )
        return self.ask(asking, entry, fresh=fresh)


def next_touch_text(contact: Contact) -> str:
    """When to be in touch again, as a sentence."""
    return f"In touch again by {contact.next_touch.isoformat()}." if contact.next_touch else "No reminder."
