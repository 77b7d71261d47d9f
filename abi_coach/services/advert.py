"""Adverts: read by visible rules, shown with the lines that matched, saved once the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from abi_coach.domain.advert import Advert, AdvertReading, read_advert
from abi_coach.domain.advert_forms import ADVERT_FORM, advert_of, advert_point, left_out, match_line, match_lines
from abi_coach.domain.form_values import said
from abi_coach.services.ledger import Asking, Ledger

if TYPE_CHECKING:
    from pathlib import Path

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.form import State
    from abi_coach.services.open_form import OpenForm
    from abi_coach.services.pay import PayLedger
    from abi_coach.services.skills import Skills
    from abi_coach.storage.journal import Journal

ADVERT: Final = "advert"


class Adverts(Ledger[Advert]):
    """Adverts that were read; their skills are kept, their text is not."""

    def __init__(self, journal: Journal, clock: Clock, skills: Skills, pay: PayLedger) -> None:
        super().__init__(journal, clock, ADVERT, Advert)
        self._skills = skills
        self._pay = pay
        self._read: tuple[str, AdvertReading] | None = None

    def read_file(self, path: Path) -> AdvertReading:
        """What an advert in a file names. Raises FileError."""
        from abi_coach.storage.pasted_text import read_pasted  # noqa: PLC0415 - on use

        return self.read(read_pasted(path))

    def read_bytes(self, content: bytes) -> AdvertReading:
        """What an advert from standard input names. Raises FileError."""
        from abi_coach.storage.pasted_text import pasted_text  # noqa: PLC0415 - on use

        return self.read(pasted_text(content, "standard input"))

    def read(self, text: str) -> AdvertReading:
        """What a pasted advert names."""
        return read_advert(text, self._skills.names())

    def save_reading(self, reading: AdvertReading, told: State) -> str:
        """Keep the advert, without what is `wrong` in `told`, and the pay that it names; the advert's entry id.

        Raises InputError.
        """
        advert = advert_of(told, reading, self.today)
        self._keep_pay(told, reading)
        return self.add(advert)

    def open_form(self) -> OpenForm:
        """The form to paste an advert into; what is found in it is shown above the questions."""
        return self.ask(
            Asking(
                form=ADVERT_FORM,
                read=self._read_state,
                write=lambda _advert: {},
                done=lambda advert, short: f"Saved {advert.summary} ({short}).",
                resume="abi market add-advert FILE",
                check=self._check,
                header=lambda state: reading_lines(self._reading(state), _ROOM) if said(state, "text") else (),
            )
        )

    def _read_state(self, state: State, _before: Advert | None) -> Advert:
        reading = self._reading(state)
        self._keep_pay(state, reading)
        return advert_of(state, reading, self.today)

    def _keep_pay(self, told: State, reading: AdvertReading) -> None:
        point = advert_point(told, reading, self.today)
        if point is not None:
            self._pay.add(point)

    def _check(self, state: State) -> None:
        left_out(said(state, "wrong"), self._reading(state).matches if said(state, "wrong") else ())

    def _reading(self, state: State) -> AdvertReading:
        """What the pasted text names; the last one is kept, as it is asked for with every key."""
        text = said(state, "text")
        if self._read is None or self._read[0] != text:
            self._read = (text, self.read(text))
        return self._read[1]


_ROOM: Final = 6


def reading_lines(reading: AdvertReading, room: int | None = None) -> tuple[str, ...]:
    """What was found, for people: each match with its line, and the pay; more than `room` matches stand in one line."""
    found = match_lines(reading.matches) or ("No known skill is named.",)
    if room is not None and len(found) > room:
        found = (match_line(reading.matches),)
    pay = (f"Pay, line {reading.pay_line}: {reading.pay.text}, read as {reading.pay.sentence}",) if reading.pay else ()
    return (*found, *pay)
