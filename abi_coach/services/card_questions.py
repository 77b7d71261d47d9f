"""Which questions are likely to land badly, as the journal and the role's bank tell."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from abi_coach.domain.card import GOOD, WeakQuestion
from abi_coach.domain.landing import landed_badly
from abi_coach.domain.when_text import day_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.services.library import Library
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_rows import RungRow

DEBRIEFS: Final = 20
"""So many debriefs are looked back on, the newest; what was asked before that is asked less today (rule of thumb)."""


class CardQuestions:
    """Candidates for the two weak questions on a card; `bank` is the role's."""

    def __init__(self, journal: Journal, library: Library, bank: str) -> None:
        self._journal = journal
        self._rows = {row.id: row for row in library.rows(library.reach(bank)) if row.kind != "reverse"}
        self._rungs = {rung.question: rung for rung in journal.rungs()}

    def asked_badly(self) -> Iterator[WeakQuestion]:
        """Questions of real interviews that landed badly and were not answered well since, the newest first."""
        for revision in self._journal.current("hot_debrief", limit=DEBRIEFS):
            body = revision.value()
            at = datetime.fromisoformat(body["ended_at"]) if body.get("ended_at") else revision.at
            for asked in body.get("questions", ()):
                rung = self._rungs.get(asked.get("question", ""))
                if landed_badly(asked.get("landed"), asked.get("tags") or ()) and not _is_mended(rung, at):
                    on = day_text(at.astimezone().date())
                    yield WeakQuestion(asked["text"], f"asked {on}, landed {_rating(asked)}", asked.get("item", ""))

    def practised(self) -> Iterator[tuple[WeakQuestion, int]]:
        """Practised questions of the role with their last rating."""
        for rung in self._rungs.values():
            row = self._rows.get(rung.question)
            if row is not None:
                why = f"{rung.last_final} of 5 in practice"
                yield WeakQuestion(row.prompt, why, row.competency or ""), rung.last_final

    def untried(self) -> Iterator[WeakQuestion]:
        """Expected questions of the role that were never practised."""
        for row in self._rows.values():
            if row.id not in self._rungs and row.difficulty == 1:
                yield WeakQuestion(row.prompt, "not practised yet", row.competency or "")


def _is_mended(rung: RungRow | None, at: datetime) -> bool:
    return rung is not None and rung.last_final >= GOOD and rung.last_at > at


def _rating(asked: dict[str, object]) -> str:
    landed = asked.get("landed")
    return f"{landed} of 5" if landed is not None else "badly"
