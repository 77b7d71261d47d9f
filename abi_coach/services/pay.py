"""The pay ledger: what was named, and where one's own pay stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.pay import PayPoint, PaySource
from abi_coach.domain.pay_band import PayBand, pay_bands
from abi_coach.domain.pay_forms import PAY_FORM, check_pay, pay_of, pay_state
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.services.open_form import OpenForm
    from abi_coach.storage.journal import Journal

PAY: Final = "pay"


class PayLedger(Ledger[PayPoint]):
    """Points of pay; amounts are Decimal, and never mixed across currencies, periods or levels."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__(journal, clock, PAY, PayPoint)

    def bands(self) -> tuple[PayBand, ...]:
        """Every group's band over 12 months; a group under five points says how many are missing."""
        return pay_bands(self.all().values(), self.today)

    def own(self) -> PayPoint | None:
        """One's own pay as last told."""
        return next((point for point in self.all().values() if point.source is PaySource.OWN), None)

    def of(self, company: str) -> PayPoint | None:
        """The newest point of a company, offers before anything else."""
        wanted = company.casefold()
        points = [point for point in self.all().values() if point.company.casefold() == wanted]
        offers = [point for point in points if point.source is PaySource.OFFER]
        return next(iter((*offers, *points)), None)

    def open_form(self, entry: str | None = None, *, fresh: bool = False) -> OpenForm:
        """The form for a new point, or to change this one."""
        asking: Asking[PayPoint] = Asking(
            form=PAY_FORM,
            read=lambda state, _before: pay_of(state, self.today),
            write=pay_state,
            done=lambda point, short: f"Saved {point.sentence}, {point.role}, from {point.source.label} ({short}).",
            resume="abi market add --plain",
            check=check_pay,
        )
        return self.ask(asking, entry, fresh=fresh)
