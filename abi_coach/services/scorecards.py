"""Scorecards: what is known of each company, today's job as the baseline, and what is still to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.card import ASKS, Ask
from abi_coach.domain.errors import InputError
from abi_coach.domain.pay_forms import check_pay, own_pay_of, pay_state
from abi_coach.domain.scorecard import Scorecard
from abi_coach.domain.scorecard_forms import (
    BASELINE_FORM,
    SCORECARD_FORM,
    given_lines,
    scorecard_of,
    scorecard_state,
)
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.domain.kind import Dimension
    from abi_coach.services.library import Library
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.pay import PayLedger
    from abi_coach.storage.journal import Journal

SCORECARD: Final = "scorecard"


class Scorecards(Ledger[Scorecard]):
    """One scorecard for each company; the one without a company is the baseline."""

    def __init__(self, journal: Journal, clock: Clock, library: Library, pay: PayLedger) -> None:
        super().__init__(journal, clock, SCORECARD, Scorecard)
        self._library = library
        self._pay = pay

    def entry_of(self, company: str) -> str | None:
        """The entry about a company ("" for the baseline); None where there is none."""
        wanted = company.strip().casefold()
        return next((entry for entry, card in self.all().items() if card.company.casefold() == wanted), None)

    def find(self, company_or_id: str) -> str:
        """The entry of a company's name or an id's beginning. Raises NotFoundError, InputError."""
        return self.entry_of(company_or_id) or self.resolve(company_or_id)

    def baseline(self) -> Scorecard | None:
        """Today's job; None while it was not told."""
        entry = self.entry_of("")
        return self.get(entry) if entry else None

    def companies(self) -> dict[str, Scorecard]:
        """Every scorecard but the baseline, by entry id, the newest first."""
        return {entry: card for entry, card in self.all().items() if not card.is_baseline}

    def unknown(self, company: str) -> tuple[Dimension, ...]:
        """What is not known of a company, the heaviest first; everything where it has no scorecard."""
        entry = self.entry_of(company) if company.strip() else None
        return (self.get(entry) if entry else Scorecard(self.today, company)).unknown

    def questions_for(self, company: str, turn: int = 0) -> tuple[Ask, ...]:
        """Three questions to ask a company, about what is not known of it and weighs most.

        `turn` counts the earlier conversations, so that each gets other questions.
        """
        by_dimension: dict[Dimension, list[str]] = {}
        for row in self._library.rows(["reverse"]):
            question = self._library.question(row.id)
            if dimension := getattr(question, "dimension", None):
                by_dimension.setdefault(dimension, []).append(question.prompt)
        waiting = [one for one in self.unknown(company) if by_dimension.get(one)]
        return tuple(Ask(by_dimension[one][turn % len(by_dimension[one])], one) for one in waiting[:ASKS])

    def open_form(self, entry: str | None = None, *, company: str = "", fresh: bool = False) -> OpenForm:
        """The form for a company's scorecard: this entry's, that company's, or a new one."""
        known = entry or (self.entry_of(company) if company.strip() else None)
        form = self.ask(self._asking(), known, fresh=fresh or bool(company))
        if company and not form.state.get("company"):
            form.state = {**form.state, "company": company.strip()}
        return form

    def open_baseline(self) -> OpenForm:
        """The form about today's job, with one's own pay."""
        return self.ask(self._asking_baseline(), self.entry_of(""))

    def card(self, company_or_id: str) -> Scorecard:
        """A scorecard by company, id or `baseline`. Raises InputError."""
        if company_or_id.casefold() != "baseline":
            return self.get(self.find(company_or_id))
        baseline = self.baseline()
        if baseline is None:
            message = "Your job of today was not rated yet. `abi scorecard baseline` asks for it."
            raise InputError(message)
        return baseline

    def _asking(self) -> Asking[Scorecard]:
        return Asking(
            form=SCORECARD_FORM,
            read=lambda state, _before: scorecard_of(state, self.today),
            write=scorecard_state,
            done=lambda card, short: f"Saved the scorecard of {card.title}: {card.sentence} ({short}).",
            resume="abi scorecard add --plain",
            begin=given_lines,
        )

    def _asking_baseline(self) -> Asking[Scorecard]:
        return Asking(
            form=BASELINE_FORM,
            read=self._read_baseline,
            write=lambda card: scorecard_state(card) | self._own_pay_state(),
            done=lambda card, short: f"Saved today's job: {card.sentence} ({short}).",
            resume="abi scorecard baseline --plain",
            begin=given_lines,
            check=check_pay,
        )

    def _read_baseline(self, state: State, _before: Scorecard | None) -> Scorecard:
        """The scorecard of the answers; one's own pay goes into the ledger when it is new."""
        told, known = own_pay_of(state, self.today), self._pay.own()
        if told is not None and (known is None or _terms(told) != _terms(known)):
            self._pay.add(told)
        return scorecard_of({**state, "company": ""}, self.today)

    def _own_pay_state(self) -> State:
        own = self._pay.own()
        asked = {field.key for field in BASELINE_FORM.fields}
        return {key: value for key, value in pay_state(own).items() if key in asked} if own else {}


def _terms(point: object) -> State:
    """A point's terms without its day."""
    from abi_coach.storage.values import to_plain  # noqa: PLC0415 - on use

    return {**to_plain(point), "on": None}
