"""A journal as a person fills it over weeks, for tests: told in days before the clock's present day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from abi_coach.domain.attempt import Attempt, AttemptState, Mode, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.debrief import Cause, ColdDebrief, HotDebrief, Improve, RememberedQuestion, WentWell
from abi_coach.domain.interview import Interview, InterviewState, Outcome, Result, Stage
from abi_coach.domain.kind import Kind
from abi_coach.domain.promise import Checked, Promise, PromiseCheck
from abi_coach.domain.rating import Rating
from abi_coach.domain.story import Story
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.services.coach import Coach
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from datetime import datetime


@dataclass
class Diary:
    """Writes through the coach's journal; every method returns the entry's id."""

    coach: Coach
    number: count[int] = field(default_factory=lambda: count(1))

    def ago(self, days: float) -> datetime:
        """The instant so many days before now; negative ones are still to come."""
        return self.coach.clock() - timedelta(days=days)

    def answer(self, competency: str, final: int, days_ago: float, first: int | None = None, **told: Any) -> str:  # noqa: ANN401 - seconds, kind, skills, role, confidence, question
        """A rated answer; 100 seconds long, which is within the time of a behavioural question."""
        at, kind = self.ago(days_ago), told.get("kind", Kind.BEHAVIOURAL)
        rating = Rating(told.get("confidence", 3), first or final, final)
        times = KIND_TIMES[kind].times()
        take = Take(at, told.get("seconds", 100.0), 5.0, Mode.ALOUD, "I did it.", times, rating=rating)
        question = told.get("question", f"common-{kind.value}-{next(self.number):04}")
        attempt = Attempt(
            question, "Tell me about a time.", kind, Competency(competency), None, tuple(told.get("skills", ())),
            told.get("role", "backend"), state=AttemptState.RATED, takes=(take,),
        )  # fmt: skip
        return self.coach.journal.write("attempt", to_plain(attempt), at=at).entry

    def skip(self, days_ago: float, state: AttemptState = AttemptState.SKIPPED, *takes: Take) -> str:
        """A question that was met and not rated."""
        at = self.ago(days_ago)
        question = f"common-behavioural-{next(self.number):04}"
        attempt = Attempt(
            question, "Tell me.", Kind.BEHAVIOURAL, Competency.CONFLICT, role="backend", state=state, takes=takes
        )
        return self.coach.journal.write("attempt", to_plain(attempt), at=at).entry

    def answers(self, competency: str, finals: list[int], ages: list[float], firsts: list[int] | None = None) -> None:
        """Rated answers, so many days old."""
        for final, age, first in zip(finals, ages, firsts or finals, strict=True):
            self.answer(competency, final, age, first)

    def story(self, title: str, *items: str, told: bool = True) -> str:
        """A story for competencies and skills; with `told=False` one that is not usable yet."""
        known = {each.value for each in Competency}
        story = Story(
            title,
            action="I wrote the runbook." if told else "",
            result="Alerts fell by a third." if told else "",
            competencies=tuple(Competency(item) for item in items if item in known),
            skills=tuple(item for item in items if item not in known),
        )
        return self.coach.journal.write("story", to_plain(story)).entry

    def interview(self, company: str, days_ago: float, **told: Any) -> str:  # noqa: ANN401 - fields of an interview
        """An interview that was, or with negative days one that is booked."""
        at = self.ago(days_ago)
        state = InterviewState.DONE if days_ago >= 0 else InterviewState.BOOKED
        ended = at if days_ago >= 0 else None
        interview = Interview(
            company,
            told.pop("role", "backend"),
            told.pop("stage", Stage.PANEL),
            starts_at=at,
            ended_at=ended,
            state=state,
            **told,
        )
        return self.coach.journal.write("interview", to_plain(interview)).entry

    def debrief(
        self,
        interview: str,
        days_ago: float,
        improve: dict[str, str],
        well: tuple[str, ...] = (),
        **told: Any,  # noqa: ANN401 - gaps, nerves, confidence
    ) -> None:
        """Both debriefs of an interview; `improve` maps what fell short to the item it counts for."""
        at = self.ago(days_ago)
        asked = (RememberedQuestion("Why did you leave?", 3), RememberedQuestion("Design a queue", 2))
        hot = HotDebrief(interview, asked, 0, 1, told.get("confidence", 50), told.get("nerves", 3), "fine", ended_at=at)
        named = tuple(Improve(what, Cause.STRUCTURE, item) for what, item in improve.items())
        cold = ColdDebrief(interview, (), tuple(map(WentWell, well)), named, tuple(told.get("gaps", ())))
        self.coach.journal.write("hot_debrief", to_plain(hot), at=at)
        self.coach.journal.write("cold_debrief", to_plain(cold), at=at + timedelta(hours=20))

    def outcome(self, company: str, days_ago: float, sure_percent: int, *, moved_on: bool) -> None:
        """An interview with a prediction and its answer."""
        result = Result.MOVED_ON if moved_on else Result.REJECTED
        entry = self.interview(company, days_ago, outcome=Outcome(result, self.ago(days_ago).date()))
        self.debrief(entry, days_ago, {}, confidence=sure_percent)

    def advert(self, days_ago: float, must: tuple[str, ...], nice: tuple[str, ...] = ()) -> str:
        """An advert that asks for skills."""
        at = self.ago(days_ago)
        body = {"on": at.date().isoformat(), "title": "Backend engineer", "must": list(must), "nice": list(nice)}
        return self.coach.journal.write("advert", body, at=at).entry

    def level(self, skill: str, level: str) -> None:
        """How the person says they stand with a skill."""
        on = self.coach.clock().date().isoformat()
        self.coach.journal.write("skill_level", {"skill": skill, "level": level, "on": on})

    def promise(self, if_: str, then: str, item: str, *checks: tuple[str, float]) -> str:
        """A promise with what became of it: (check, days ago)."""
        told = tuple(Checked(self.ago(age).date(), f"debrief-{age:g}", PromiseCheck(check)) for check, age in checks)
        made_on = self.ago(max([age for _, age in checks], default=0) + 5).date()
        promise = Promise(if_, then, item, made_on, checks=told)
        return self.coach.journal.write("promise", to_plain(promise)).entry


def worked_example(coach: Coach) -> Diary:
    """The worked example of the plan's rules, told as a journal."""
    diary = Diary(coach)
    acme = diary.interview("Acme", 9, people=())
    borealis = diary.interview("Borealis", 20)
    diary.interview("Northwind", -12.1, competencies=(Competency.CONFLICT,))
    for final, first, age, seconds in ((2, 3, 3, 200), (3, 3, 10, 190), (2, 3, 35, 100)):
        diary.answer("conflict", final, age, first, seconds=seconds)
    diary.answer("role_expertise", 2, 8, skills=("kubernetes",), kind=Kind.TECHNICAL, seconds=80)
    for final, first, age in ((3, 4, 1), (3, 3, 6), (4, 4, 15), (3, 4, 22)):
        diary.answer("communication", final, age, first, seconds=200)
    diary.answers("delivery", [4, 3, 4], [5, 30, 41])
    for final, age, seconds in ((4, 2, 100), (4, 9, 200), (3, 20, 100), (4, 28, 100)):
        diary.answer("problem_solving", final, age, 4, seconds=seconds)
    diary.debrief(
        acme,
        9,
        {"no example": "conflict", "lost the thread": "communication", "no pods": "kubernetes"},
        ("I asked about the goal.",),
    )
    diary.debrief(borealis, 20, {"blamed the other team": "conflict", "late": "delivery"}, ("I stopped in time.",))
    for number in range(3):
        diary.story(f"Ledger {number}", "problem_solving")
    diary.story("On call", "kubernetes", "delivery", "communication")
    diary.story("Rewrite", "communication")
    for number in range(10):
        diary.advert(30 + number, ("kubernetes",) if number < 7 else (), ("terraform",) if number < 4 else ())
    diary.level("kubernetes", "missing")
    diary.level("terraform", "rusty")
    return diary
