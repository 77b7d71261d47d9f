"""Take it or pass: decided by three questions, compared with today's job, looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.fit import FitCheck
from abi_coach.domain.fit_forms import (
    FIT_FORM,
    LOOK_BACK_FORM,
    fit_of,
    fit_state,
    look_back_state,
    looked_back,
    verdict_so_far,
)
from abi_coach.domain.form_values import said
from abi_coach.domain.pay import money_text
from abi_coach.domain.scorecard import against
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.pay import PayLedger
    from abi_coach.services.scorecards import Scorecards
    from abi_coach.storage.journal import Journal

FIT: Final = "fit"


class FitChecks(Ledger[FitCheck]):
    """Decisions about interviews that were offered, each with its reason."""

    def __init__(self, journal: Journal, clock: Clock, scorecards: Scorecards, pay: PayLedger) -> None:
        super().__init__(journal, clock, FIT, FitCheck)
        self._scorecards = scorecards
        self._pay = pay

    def waiting(self) -> dict[str, FitCheck]:
        """What is due to be looked back on, the oldest first."""
        waits = {entry: check for entry, check in self.all().items() if check.waits(self.today)}
        return dict(reversed(waits.items()))

    def comparison(self, company: str) -> tuple[str, ...]:
        """How a company compares with today's job, as far as both are known."""
        return tuple(self._comparison(company))

    def _comparison(self, company: str) -> Iterator[str]:
        baseline, entry = self._scorecards.baseline(), self._scorecards.entry_of(company) if company else None
        if baseline is None:
            yield "Today's job is not told yet; `abi scorecard baseline` makes this comparable."
        else:
            yield f"Today: {baseline.sentence}."
        if entry is not None:
            card = self._scorecards.get(entry)
            yield f"{card.title}: {card.sentence}."
            yield from against(card, baseline) if baseline else ()
            yield from (f"A deal-breaker: {one.label.lower()}." for one in card.broken_deals)
        yield from self._pay_lines(company)

    def _pay_lines(self, company: str) -> Iterator[str]:
        """Pay beside pay, when currency and period are the same."""
        own, theirs = self._pay.own(), self._pay.of(company) if company else None
        if own is not None:
            yield f"Your pay: {own.sentence}."
        if theirs is not None:
            yield f"Theirs, from {theirs.source.label}: {theirs.sentence}."
        if own is None or theirs is None:
            return
        if (own.currency, own.period) != (theirs.currency, theirs.period):
            yield "Other currency or period, so the two are not compared."
            return
        step = theirs.total - own.total
        more = "more" if step >= 0 else "less"
        yield f"In all {money_text(abs(step))} {own.currency} {own.period.words} {more} than today."

    def open_form(self, entry: str | None = None, *, fresh: bool = False) -> OpenForm:
        """The form for a new decision, or to change this one; today's job stands above it."""
        asking: Asking[FitCheck] = Asking(
            form=FIT_FORM,
            read=lambda state, before: fit_of(state, self.today, before),
            write=fit_state,
            done=lambda check, short: f"{check.verdict.advice} {check.title}: {check.why} ({short}).",
            resume="abi fit add --plain",
            header=self._header,
        )
        return self.ask(asking, entry, fresh=fresh)

    def open_look_back(self, entry: str) -> OpenForm:
        """The form that looks back on a decision. Raises NotFoundError, InputError."""
        check = self.get(entry)
        asking: Asking[FitCheck] = Asking(
            form=LOOK_BACK_FORM,
            read=lambda state, before: looked_back(before or check, state, self.today),
            write=look_back_state,
            done=lambda told, short: f"Looked back on {told.title} ({short}).",
            resume=f"abi fit look-back {self.short(entry)} --plain",
            header=lambda _state: self.lines(check),
        )
        return self.ask(asking, entry)

    def lines(self, check: FitCheck) -> tuple[str, ...]:
        """A decision in words."""
        told = (
            f"{check.title}, {check.on.isoformat()}",
            f"{check.verdict.advice} {check.why}",
            f"Your reason: {check.reason}" if check.reason else "",
        )
        return tuple(filter(None, told))

    def _header(self, state: State) -> tuple[str, ...]:
        return (*self.comparison(said(state, "company")), *verdict_so_far(state))
