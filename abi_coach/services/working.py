"""What the journal says about whether it works, up to a day: read by columns and a few small entries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.does_it_work import Claim, claims
from abi_coach.domain.promise import PromiseCheck
from abi_coach.services.local_time import day_begins

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import datetime

    from abi_coach.domain.settings import MeterRules
    from abi_coach.storage.journal import Journal


class Working:
    """Reads the claims of a plan or a look back; `days` None means from the start."""

    def __init__(self, journal: Journal, days: int | None = None) -> None:
        self._journal = journal
        self._days = days

    def claims(self, until: date, rules: MeterRules) -> tuple[Claim, ...]:
        """What may be said on the evening of this day."""
        start = until - timedelta(days=self._days) if self._days else date.min
        since = day_begins(start) if self._days else None
        end = day_begins(until + timedelta(days=1))
        gaps = self._journal.gaps(since=since, until=end)
        return claims(gaps, list(self.improves(since, end)), list(self.checks(start, until)), rules)

    def improves(
        self, since: datetime | None, until: datetime | None, interviews: Container[str] | None = None
    ) -> Iterator[frozenset[str]]:
        """The items that each cold debrief, of these interviews or of all, names to improve, oldest first."""
        for revision in self._journal.current("cold_debrief", since=since, until=until, newest_first=False):
            told = revision.value()
            if interviews is None or told.get("interview") in interviews:
                yield frozenset(improve["item"] for improve in told.get("improve", ()))

    def checks(self, since: date, until: date, debriefs: Container[str] | None = None) -> Iterator[PromiseCheck]:
        """What became of promises, asked about in these debriefs or in all, by the day of it, oldest first."""
        told = [
            (past["on"], revision.entry, past["check"])
            for revision in self._journal.current("promise")
            for past in revision.value().get("checks", ())
            if debriefs is None or past["where"] in debriefs
        ]
        for on, _, check in sorted(told):
            if since <= date.fromisoformat(on) <= until:
                yield PromiseCheck(check)
