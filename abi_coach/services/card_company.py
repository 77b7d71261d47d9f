"""What is known of the company before an interview: the process, what was heard, and what is still to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from abi_coach.domain.card import AMOUNTS, amount_lines
from abi_coach.domain.kind import Dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.interview import Interview
    from abi_coach.storage.journal import Journal


class CardCompany:
    """Reads what the journal tells of one interview's company; `entry` is the interview's id."""

    def __init__(self, journal: Journal, entry: str, interview: Interview) -> None:
        self._journal = journal
        self._entry = entry
        self._interview = interview
        self.loop = interview.loop or interview.company
        """The process by name: stories told in it are told."""
        self._others = {
            revision.entry: revision.value() for revision in journal.current("interview") if revision.entry != entry
        }

    @property
    def earlier(self) -> int:
        """How many other interviews belong to this process."""
        return len(self._process())

    def known(self) -> set[Dimension]:
        """The dimensions of working life that a scorecard of this company rates."""
        marks = (mark for body in self._about("scorecard") for mark in body.get("marks", ()))
        return {Dimension(mark["dimension"]) for mark in marks if mark.get("rating") is not None}

    def pay(self) -> tuple[str, ...]:
        """What was said about pay: kept pay points first, then lines that name an amount."""
        points = [_point(body) for body in self._about("pay")]
        process = self._process()
        told = (one.value() for one in self._journal.current("cold_debrief"))
        heard = [body.get("them", "") for body in told if body.get("interview") in {self._entry, *process}]
        notes = [self._interview.notes, *heard, *(body.get("notes", "") for body in process.values())]
        return (*points, *amount_lines(notes))[:AMOUNTS]

    def _process(self) -> dict[str, dict[str, Any]]:
        wanted = self.loop.casefold()
        return {
            entry: body
            for entry, body in self._others.items()
            if (body.get("loop") or body.get("company", "")).casefold() == wanted
        }

    def _about(self, kind: str) -> Iterator[dict[str, Any]]:
        company = self._interview.company.casefold()
        bodies = (revision.value() for revision in self._journal.current(kind))
        return (body for body in bodies if str(body.get("company", "")).casefold() == company)


def _point(body: dict[str, Any]) -> str:
    low, high = body.get("base_min", ""), body.get("base_max", "")
    amounts = str(low) if low == high else f"{low}–{high}"
    return f"{amounts} {body.get('currency', '')} a {body.get('period', 'year')} ({body.get('source', '')})"
