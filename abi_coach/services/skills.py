"""Skills: how the person stands, what the market asks for, and how they did when they were asked."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from abi_coach.domain.errors import InputError
from abi_coach.domain.skill_level import MUST, NICE, SkillLevel
from abi_coach.domain.skill_name import skill_slug
from abi_coach.domain.skill_tally import QUARTER_DAYS, Asking, OwnSkill, SkillLine, tally
from abi_coach.services.local_time import LOCAL
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from abi_coach.domain.clock import Clock
    from abi_coach.services.library import Library
    from abi_coach.storage.journal import Journal

SKILL_LEVEL: Final = "skill_level"
ANSWER_DAYS: Final = 180
"""Older answers say little about today (rule of thumb; the plan looks back as far)."""


class Skills:
    """The skills tally and one's own levels. Bodies are read as plain JSON, like a plan's evidence."""

    def __init__(self, journal: Journal, library: Library, clock: Clock) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock

    @property
    def today(self) -> date:
        """The day it is here."""
        return self._clock().astimezone(LOCAL).date()

    def names(self) -> Mapping[str, str]:
        """Every spelling of every known skill, and its slug."""
        return self._library.skill_names

    def slug(self, skill: str) -> str:
        """The slug of a skill in any spelling; a skill that no bank knows keeps its own. Raises InputError."""
        own = skill_slug(skill)
        if not own:
            message = f"“{skill}” names no skill. Write a word, e.g. kubernetes."
            raise InputError(message)
        return self.names().get(own, own)

    def set_level(self, skill: str, level: SkillLevel) -> OwnSkill:
        """Keep how one stands with a skill. Raises InputError."""
        own = OwnSkill(self.slug(skill), level, self.today)
        known = self._journal.rows(SKILL_LEVEL, competency=own.skill, limit=1)
        self._journal.write(SKILL_LEVEL, to_plain(own), entry=known[0].entry if known else None)
        return own

    def levels(self) -> dict[str, SkillLevel]:
        """One's own levels by skill; where two machines said different things, the later one."""
        told = (one.value() for one in self._journal.current(SKILL_LEVEL, newest_first=False))
        return {str(body["skill"]): SkillLevel(body["level"]) for body in told}

    def tally(self, on: date | None = None) -> tuple[SkillLine, ...]:
        """What is asked for in the 90 days up to a day (today) against the 90 before, the biggest gaps first."""
        day = on or self.today
        return tally(self.askings(2 * QUARTER_DAYS, day), self.levels(), self._finals(day), day)

    def askings(self, days: int, on: date | None = None) -> tuple[Asking, ...]:
        """What each advert and interview of the `days` up to a day (today) asked for, skills by their slugs."""
        day = on or self.today
        since = _midnight(day - timedelta(days=days - 1))
        return tuple(one for one in (*self._adverts(since), *self._interviews(since)) if one.on <= day)

    def _adverts(self, since: datetime) -> Iterator[Asking]:
        for revision in self._journal.current("advert", since=since):
            body = revision.value()
            nice = self._known(body.get("nice", ()), NICE)
            yield Asking(revision.entry, date.fromisoformat(body["on"]), nice | self._known(body.get("must", ()), MUST))

    def _interviews(self, since: datetime) -> Iterator[Asking]:
        rows = {row.entry: row for row in self._journal.rows("interview", since=since)}
        for revision in self._journal.current("interview", since=since):
            body, row = revision.value(), rows.get(revision.entry)
            if row is not None and body.get("state") != "cancelled":
                skills = self._known(body.get("skills", ()), MUST)
                yield Asking(revision.entry, row.at.astimezone(LOCAL).date(), skills)

    def _known(self, skills: Iterator[str] | tuple[str, ...], share: float) -> dict[str, float]:
        names = self.names()
        return {names.get(skill, skill): share for skill in skills}

    def _finals(self, on: date) -> dict[str, list[int]]:
        """The final ratings of the answers that a skill was asked in, the oldest first."""
        since, until = _midnight(on - timedelta(days=ANSWER_DAYS)), _midnight(on + timedelta(days=1))
        finals: defaultdict[str, list[int]] = defaultdict(list)
        rows = self._journal.rows("attempt", since=since, until=until)
        rated = {row.entry: row.final for row in rows if row.final is not None}
        for revision in self._journal.current("attempt", since=since, newest_first=False) if rated else ():
            for skill in revision.value().get("skills", ()) if revision.entry in rated else ():
                finals[self.names().get(skill, skill)].append(rated[revision.entry])
        return dict(finals)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
