"""Gathering what a plan is made from, out of the journal.

Bodies are read as plain JSON: every revision is checked by its checksum, and loading the checker of whole values
would cost a plan more than all its arithmetic.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from abi_coach.domain.bank_head import COMMON, weight_of
from abi_coach.domain.clock import local_day
from abi_coach.domain.competency import COMPETENCY_IDS, Competency
from abi_coach.domain.demand import AskEvidence, Demand
from abi_coach.domain.evidence import (
    AnswerEvidence,
    DebriefEvidence,
    Evidence,
    ItemEvidence,
    NextInterview,
    PromiseEvidence,
    StoryEvidence,
    WellEvidence,
)
from abi_coach.domain.promise import PromiseCheck
from abi_coach.domain.skill_level import MUST, NICE, SkillLevel
from abi_coach.domain.skill_name import skill_slug
from abi_coach.services.plan_window import PlanWindow, day_finder
from abi_coach.services.told_items import ToldItem, ToldItems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from abi_coach.domain.settings import Settings
    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision

_CRAFT: Final = Competency.ROLE_EXPERTISE.value  # planned skill by skill, unless something else than answers names it
UNSAID_LACK: Final = 0.5
"""A skill whose level the person has not told counts as rusty (rule of thumb)."""

CHECKED_ANSWERS: Final = 300
"""So many of the newest answers have their rows checked, shown or not: more than most plans rest on, in a moment."""


class Gatherer:
    """Reads a journal once for the plan of one day; `skill_names` gives the slug of every known spelling."""

    def __init__(
        self, journal: Journal, settings: Settings, plan_on: date, skill_names: Callable[[], Mapping[str, str]]
    ) -> None:
        self._journal = journal
        self._plan_on = plan_on
        self._inside = PlanWindow(plan_on, settings.signals.window_days)
        self._told = ToldItems(skill_names)
        self._records = self._debriefs = self._stories = 0
        self._levels: dict[str, str] = {}
        self._gaps: dict[str, tuple[str, ...]] = {}

    def gather(self, role: str, weights: Mapping[Competency, float], interview: str | None = None) -> Evidence:
        """Everything that the plan may use; `weights` are the role's, `interview` an entry id (None: the next)."""
        self._read_answers()
        self._read_stories()
        self._read_levels()
        well = tuple(self._read_debriefs())
        upcoming = self._read_interviews(interview)
        self._read_adverts()
        for competency in Competency:
            self._told[competency.value]
        told = {name: told for name, told in self._told.all() if name != _CRAFT or told.is_named}
        return Evidence(
            plan_on=self._plan_on,
            items=tuple(self._item(name, told, weights) for name, told in told.items()),
            role=role or COMMON,
            interview=upcoming,
            debriefs=self._debriefs,
            stories=self._stories,
            records=self._records,
            well=well,
            promises=tuple(self._read_promises()),
        )

    def _read_answers(self) -> None:
        day, answers, naming_skills = day_finder(self._inside), {}, []
        for entry, at, competency, first, final, length, number in self._journal.rated(**self._inside.around):
            answers[entry] = answer = AnswerEvidence(entry, day(at), final, first, length == "over")
            if competency:
                self._told[competency].answers.append(answer)
            if number is not None:
                naming_skills.append(number)
        self._journal.check_rows([*answers][-CHECKED_ANSWERS:])
        for revision in self._journal.these(naming_skills):
            if named := answers.get(revision.entry):  # None where another abi numbers the rows anew just now
                for told in self._told.each(revision.value().get("skills", ())):
                    told.answers.append(named)

    def _read_stories(self) -> None:
        for revision in self._journal.current("story"):
            body = revision.value()
            self._stories += 1
            told = bool(body.get("action", "").strip() and body.get("result", "").strip())
            usable = told and not body.get("retired", False)
            story = StoryEvidence(revision.entry, usable, body.get("title", ""), self._first_day(revision))
            for item in self._told.each((*body.get("competencies", ()), *body.get("skills", ()))):
                item.stories.append(story)

    def _read_debriefs(self) -> Iterator[WellEvidence]:
        self._debriefs = sum(
            self._inside.holds(local_day(row.at)) for row in self._journal.rows("hot_debrief", **self._inside.around)
        )
        for revision in self._journal.current("cold_debrief", since=self._inside.since):
            if not self._inside.holds(on := self._first_day(revision)):
                continue
            self._debriefs += 1
            body = revision.value()
            for improve in body.get("improve", ()):
                self._told[improve["item"]].improves.append(DebriefEvidence(revision.entry, on, improve["what"]))
            self._gaps[body["interview"]] = tuple(filter(None, map(skill_slug, body.get("gaps", ()))))
            for well in body.get("went_well", ()):
                yield WellEvidence(revision.entry, on, well["did"])

    def _read_interviews(self, wanted: str | None) -> NextInterview | None:
        found: NextInterview | None = None
        days = {row.entry: local_day(row.at) for row in self._journal.rows("interview", since=self._inside.since)}
        for revision in self._journal.current("interview", since=self._inside.since, newest_first=False):
            body = revision.value()
            on = days.get(revision.entry) or local_day(revision.at)
            names = (*body.get("competencies", ()), *body.get("skills", ()))
            if self._inside.holds(on) and body.get("state") != "cancelled":
                asked = (*body.get("skills", ()), *self._gaps.get(revision.entry, ()))
                self._count_record(AskEvidence(revision.entry, on, MUST, "an interview"), dict.fromkeys(asked, MUST))
            is_booked = body.get("state") == "booked" and body.get("starts_at") and on >= self._plan_on
            if is_booked and wanted in {None, revision.entry}:
                title = f"{body['company']} · {body['stage'].replace('_', ' ')}"
                found = found or NextInterview(revision.entry, title, on)
                for told in self._told.each(names):
                    told.booked_on = min(told.booked_on or on, on)
        return found

    def _read_adverts(self) -> None:
        for revision in self._journal.current("advert", **self._inside.around):
            body = revision.value()
            if self._inside.holds(on := date.fromisoformat(body["on"])):
                asked = dict.fromkeys(body.get("nice", ()), NICE) | dict.fromkeys(body.get("must", ()), MUST)
                self._count_record(AskEvidence(revision.entry, on), asked)

    def _count_record(self, record: AskEvidence, skills: Mapping[str, float]) -> None:
        self._records += 1
        for skill, share in sorted(skills.items(), key=itemgetter(1)):  # under two names, the one that it must have
            self._told[skill].asked[record.entry] = replace(record, share=share)

    def _read_levels(self) -> None:
        for revision in self._journal.current("skill_level", newest_first=False):
            body = revision.value()
            self._levels[self._told.one_name(body["skill"])] = body["level"]

    def _read_promises(self) -> Iterator[PromiseEvidence]:
        for revision in self._journal.current("promise"):
            body = revision.value()
            sentence = f"IF {body['if_']} THEN I will {body['then']}"
            for past in body.get("checks", ()):
                on = date.fromisoformat(past["on"])
                yield PromiseEvidence(revision.entry, on, sentence, PromiseCheck(past["check"]))

    def _first_day(self, revision: Revision) -> date:
        """The day it was told; a correction, months later, makes it no newer."""
        return local_day(self._journal.first_finished_at(revision.entry) or revision.at)

    def _item(self, name: str, told: ToldItem, weights: Mapping[Competency, float]) -> ItemEvidence:
        is_skill = name not in COMPETENCY_IDS
        lack = SkillLevel(level).lack if (level := self._levels.get(name)) else UNSAID_LACK
        asks = tuple(told.asked.values())
        demand = Demand(sum(ask.share for ask in asks), self._records, lack, asks)
        return ItemEvidence(
            item=name,
            is_skill=is_skill,
            answers=tuple(told.answers),
            improves=tuple(told.improves),
            stories=tuple(told.stories),
            demand=demand if is_skill else None,
            weight=1.0 if is_skill else weight_of(weights, Competency(name)),
            booked_on=told.booked_on,
        )
