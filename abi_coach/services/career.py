"""The career layer, wired: each part is made when it is first asked for, so that a command loads only what it uses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.services.advert import Adverts
    from abi_coach.services.contact import Contacts
    from abi_coach.services.documents import Documents
    from abi_coach.services.fit import FitChecks
    from abi_coach.services.library import Library
    from abi_coach.services.pay import PayLedger
    from abi_coach.services.pulse import Pulses
    from abi_coach.services.reflection import Reflections
    from abi_coach.services.scorecards import Scorecards
    from abi_coach.services.skills import Skills
    from abi_coach.storage.journal import Journal


class Career:
    """What the person knows of the market, of employers and people, and where they want to go."""

    def __init__(self, journal: Journal, library: Library, documents: Documents, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._documents = documents
        self._clock = clock

    @cached_property
    def skills(self) -> Skills:
        """The skills tally and one's own levels."""
        from abi_coach.services.skills import Skills  # noqa: PLC0415 - wired on use

        return Skills(self._journal, self._library, self._clock)

    @cached_property
    def adverts(self) -> Adverts:
        """Adverts that were read."""
        from abi_coach.services.advert import Adverts  # noqa: PLC0415 - wired on use

        return Adverts(self._journal, self._clock, self.skills, self.pay)

    @cached_property
    def pay(self) -> PayLedger:
        """The pay ledger."""
        from abi_coach.services.pay import PayLedger  # noqa: PLC0415 - wired on use

        return PayLedger(self._journal, self._clock)

    @cached_property
    def scorecards(self) -> Scorecards:
        """Companies and today's job on twelve dimensions."""
        from abi_coach.services.scorecards import Scorecards  # noqa: PLC0415 - wired on use

        return Scorecards(self._journal, self._clock, self._library, self.pay)

    @cached_property
    def fit(self) -> FitChecks:
        """Take it or pass."""
        from abi_coach.services.fit import FitChecks  # noqa: PLC0415 - wired on use

        return FitChecks(self._journal, self._clock, self.scorecards, self.pay)

    @cached_property
    def contacts(self) -> Contacts:
        """People met along the way."""
        from abi_coach.services.contact import Contacts  # noqa: PLC0415 - wired on use

        return Contacts(self._journal, self._clock)

    @cached_property
    def pulses(self) -> Pulses:
        """The quarterly market pulse."""
        from abi_coach.services.pulse import Pulses  # noqa: PLC0415 - wired on use

        return Pulses(self._journal, self._clock, self.skills, self.pay, self.contacts)

    @cached_property
    def reflections(self) -> Reflections:
        """The six-month reflection."""
        from abi_coach.services.reflection import Reflections  # noqa: PLC0415 - wired on use
        from abi_coach.services.reflection_evidence import Sources  # noqa: PLC0415 - wired on use

        sources = Sources(self.skills, self.pay, self.scorecards, self.fit, self.contacts)
        return Reflections(self._journal, self._clock, self._documents, sources)
