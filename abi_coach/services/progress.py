"""Looking back over the journal: read by columns, and whole entries only where they are few."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.attempt import AttemptState
from abi_coach.domain.bank_head import COMMON
from abi_coach.domain.errors import InputError
from abi_coach.domain.interview import Result
from abi_coach.domain.prediction import Prediction
from abi_coach.domain.progress_facts import AnswerPoint, Felt, Practised, ProgressFacts, Retrieved, Sure
from abi_coach.domain.progress_practice import GONE
from abi_coach.domain.progress_report import ProgressReport, report
from abi_coach.domain.value import Value, frozen
from abi_coach.services.local_time import day_begins
from abi_coach.services.working import Working

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.clock import Clock
    from abi_coach.domain.settings import Settings
    from abi_coach.services.library import Library
    from abi_coach.services.parts import Parts
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.journal_rows import EntryRow

NEWEST_ANSWERS: Final = 60
"""Confidence is read from whole entries; so many of the newest are enough for a mean and a chart."""

NEWEST_DRILLS: Final = 200

_CAME: Final = {
    Result.MOVED_ON: True,
    Result.OFFER: True,
    Result.REJECTED: False,
    Result.SILENCE: False,
}
"""Who withdrew never learned the answer."""


@frozen
class Span(Value):
    """What a person asks for: a role ("" for all), and since when (None: from the start)."""

    role: str = ""
    since: date | None = None


def progress_of(coach: Parts) -> ProgressReports:
    """The reports of a coach."""
    return ProgressReports(coach.journal, coach.library, coach.settings, coach.clock)


class ProgressReports:
    """Makes reports; nothing is written."""

    def __init__(self, journal: Journal, library: Library, settings: Settings, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._settings = settings
        self._clock = clock

    def read(self, span: Span = Span()) -> ProgressReport:
        """The report of today. Raises InputError for a beginning that is still to come, or a role that fits nothing."""
        today = self._clock().astimezone().date()
        if span.since and span.since > today:
            message = f"{span.since} is still to come; name a day that is over, for example {today}."
            raise InputError(message)
        role = self._bank(span.role) if span.role else ""
        return report(_Reading(self._journal, self._library, role, span.since, today).facts(), self._settings.meters)

    def _bank(self, role: str) -> str:
        """The bank of a role; practice may fall back to the common one, a look back at it would look empty."""
        match = self._library.match(role)
        if match.bank == COMMON and not match.exact:
            near = f" Perhaps you mean {' or '.join(match.others)}." if match.others else ""
            message = f"No role fits “{role}”.{near} `abi bank list` shows them all."
            raise InputError(message)
        return match.bank

    def days_ago(self, days: int) -> date:
        """The day so many days before today."""
        return self._clock().astimezone().date() - timedelta(days=days)

    def usual_role(self) -> str:
        """The bank that the role of the settings, else of the last sitting, practises; "" when neither says one."""
        sittings = self._journal.rows("sitting", limit=1)
        role = self._settings.practice.role or ((sittings[0].role or "") if sittings else "")
        return self._library.match(role).bank if role else ""


class _Reading:
    def __init__(self, journal: Journal, library: Library, role: str, since: date | None, today: date) -> None:
        self._journal, self._library = journal, library
        self._role, self._since, self._today = role, since, today
        self._from = day_begins(since) if since else None
        self._to = day_begins(today + timedelta(days=1))

    def facts(self) -> ProgressFacts:
        """Everything that the report uses."""
        working = Working(self._journal)
        interviews = {row.entry: row for row in self._journal.rows("interview", role=self._role or None)}
        debriefs = {row.entry for row in self._journal.rows("hot_debrief") if row.parent in interviews}
        return ProgressFacts(
            today=self._today,
            role=self._role,
            since=self._since,
            answers=tuple(self._answers()),
            practised=tuple(self._practised()),
            sure=tuple(self._sure())[::-1],
            asked=tuple(told["is_hit"] is True for told in self._rounds("asked")),
            retrieved=tuple(
                Retrieved(float(told["seconds"]), told["is_hit"] is True) for told in self._rounds("retrieval")
            ),
            checks=tuple(working.checks(self._since or date.min, self._today, debriefs if self._role else None)),
            predictions=tuple(self._predictions(interviews)),
            felt=tuple(self._felt(interviews)),
            improves=tuple(working.improves(self._from, self._to, interviews if self._role else None)),
        )

    def _rows(self, kind: str, *, role: str | None = None, limit: int | None = None) -> list[EntryRow]:
        return self._journal.rows(kind, since=self._from, until=self._to, role=role or None, limit=limit)

    def _answers(self) -> Iterator[AnswerPoint]:
        """What was rated, oldest first. Skipped and aborted questions are kept as attempts too, without a rating."""
        for month, told in self._journal.monthly_ratings(since=self._from, until=self._to, role=self._role or None):
            yield from (AnswerPoint(month, competency, *scores) for competency, scores in told if scores[1])

    def _practised(self) -> Iterator[Practised]:
        """Each question once; one that no bank has any more is told as such: the journal's columns know no kind."""
        if self._role or self._from:
            told = self._journal.practised(since=self._from, until=self._to, role=self._role or None)
        else:
            told = {rung.question: rung.competency or "" for rung in self._journal.rungs()}
        if not told:
            return
        kinds = {row.id: row.kind for row in self._library.rows() if row.id in told}
        for question, competency in sorted(told.items()):
            if competency:
                yield Practised(competency, kinds.get(question, GONE))

    def _sure(self) -> Iterator[Sure]:
        """The newest first."""
        newest = self._journal.current(
            "attempt",
            state=AttemptState.RATED,
            since=self._from,
            until=self._to,
            role=self._role or None,
            limit=NEWEST_ANSWERS,
        )
        for revision in newest:
            takes = revision.value().get("takes", ())
            rating = next((take["rating"] for take in takes if take.get("rating") and not take.get("probe")), None)
            if rating and rating.get("confidence"):
                yield Sure(rating["confidence"], rating["final"])

    def _rounds(self, drill: str) -> list[dict[str, Any]]:
        """The rounds of the newest drills of a kind that were tried, oldest first; for one role, on its questions."""
        own = {row.id for row in self._library.rows(self._library.reach(self._role))} if self._role else None
        runs = self._journal.current("drill", since=self._from, until=self._to, limit=NEWEST_DRILLS)
        told = [run for revision in runs if (run := revision.value()).get("drill") == drill]
        rounds = (one for run in reversed(told) for one in run.get("rounds", ()) if one.get("is_hit") is not None)
        return [one for one in rounds if own is None or one.get("question") in own]

    def _hot(self, interviews: dict[str, EntryRow]) -> Iterator[EntryRow]:
        """Hot debriefs oldest first; for one role, those of its interviews."""
        for row in reversed(self._rows("hot_debrief")):
            if not self._role or row.parent in interviews:
                yield row

    def _predictions(self, interviews: dict[str, EntryRow]) -> Iterator[Prediction]:
        """How sure one was right after an interview that was answered; its result stands in the second column."""
        for row in self._hot(interviews):
            interview = interviews.get(row.parent or "")
            came = _CAME.get(Result(interview.competency)) if interview and interview.competency else None
            if came is not None and row.final is not None:
                yield Prediction(row.final, came)

    def _felt(self, interviews: dict[str, EntryRow]) -> Iterator[Felt]:
        for row in self._hot(interviews):
            if row.first is not None and row.final is not None:
                yield Felt(row.at.astimezone().date(), row.first, row.final)
