"""The market pulse: a guided sitting every quarter, and the trends and projects heard of in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.counting import counted
from abi_coach.domain.pulse import Heard, Pulse, heard
from abi_coach.domain.pulse_forms import ADVERTS, MINUTES, PULSE_FORM, pulse_of, pulse_state, with_evidence
from abi_coach.domain.skill_tally import QUARTER_DAYS
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.services.contact import Contacts
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.pay import PayLedger
    from abi_coach.services.skills import Skills
    from abi_coach.storage.journal import Journal

PULSE: Final = "pulse"
_SHOWN: Final = 5
_SECONDS: Final = 60


class Pulses(Ledger[Pulse]):
    """Pulses, the newest first."""

    def __init__(self, journal: Journal, clock: Clock, skills: Skills, pay: PayLedger, contacts: Contacts) -> None:
        super().__init__(journal, clock, PULSE, Pulse)
        self._skills = skills
        self._pay = pay
        self._contacts = contacts

    def last(self) -> Pulse | None:
        """The newest pulse."""
        return next(iter(self.all().values()), None)

    def trends(self) -> tuple[Heard, ...]:
        """Trends heard of, the newest first."""
        return heard((pulse.on, text) for pulse in self.all().values() for text in pulse.trends)

    def projects(self) -> tuple[Heard, ...]:
        """Tools and projects heard of, the newest first."""
        return heard((pulse.on, text) for pulse in self.all().values() for text in pulse.projects)

    def evidence(self) -> dict[str, str]:
        """What the journal has to say to each question, by the form's key."""
        lines = self._skills.tally()
        new = [line.skill for line in lines if line.demand and line.before == 0]
        gone = [line.skill for line in lines if line.before and not line.demand]
        due = [contact.name for contact in self._contacts.due().values()]
        bands = [f"{band.group.label}: {band.sentence}" for band in self._pay.bands() if band.base]
        read = len(self._skills.askings(QUARTER_DAYS))
        told = {
            "adverts": f"{counted(read, 'advert or interview', 'adverts and interviews')} on record in the last 90 "
            f"days; {ADVERTS} are a sample. `abi market add-advert FILE` takes one in.",
            "new": ", ".join(new[:_SHOWN]) and f"New on record: {', '.join(new[:_SHOWN])}.",
            "vanished": ", ".join(gone[:_SHOWN]) and f"No longer on record: {', '.join(gone[:_SHOWN])}.",
            "pay": "\n".join(bands[:_SHOWN]),
            "contact": ", ".join(due[:_SHOWN]) and f"Due: {', '.join(due[:_SHOWN])}.",
        }
        return {key: text for key, text in told.items() if text}

    def open_form(self, *, fresh: bool = False) -> OpenForm:
        """The form of today's pulse, with what the journal has to say beside each question."""
        asking: Asking[Pulse] = Asking(
            form=with_evidence(PULSE_FORM, self.evidence()),
            read=lambda state, _before: pulse_of(state, self.today),
            write=pulse_state,
            done=lambda pulse, short: f"Saved the pulse of {pulse.on.isoformat()} ({short}). The next in three months.",
            resume="abi market pulse --plain",
            hint_seconds=MINUTES * _SECONDS,
        )
        return self.ask(asking, fresh=fresh)
