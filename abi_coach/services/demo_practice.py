"""The demo's practice: stories as they were written, and some 120 takes that slowly get better and better judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from abi_coach.domain.attempt import Attempt, AttemptState, Mode, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.drill import Drill, DrillRun, Round
from abi_coach.domain.glance import QuestionRow
from abi_coach.domain.kind import Kind
from abi_coach.domain.ladder import Rung, climb
from abi_coach.domain.rating import BEST, CAPS, Check, checks_for, rate
from abi_coach.domain.sitting import Sitting, SittingState
from abi_coach.domain.story import Story, Use
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.services.demo_career_words import LEVELS
from abi_coach.services.demo_words import CHANGES, STORIES
from abi_coach.services.demo_year import ROLE, Year
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from abi_coach.domain.rating import Rating

DAYS: Final = (
    -358, -350, -341, -330, -316, -301, -284, -268, -251, -236, -222,
    -214, -211, -208, -206, -199, -189, -172,
    -118, -104, -94, -92, -90, -84, -81, -68, -49, -31, -24,
    -17, -14, -11, -9, -6, -4, -2,
)  # fmt: skip
"""When they practised: more before interviews, not at all in the summer."""

DRILLED: Final = -10

NEEDED: Final = {-206: "kubernetes", -84: "kubernetes", -9: "conflict", -4: "conflict"}
"""What a sitting was for."""

RETRIEVAL_SECONDS: Final = 10
_WEAK: Final = frozenset({"conflict", "kubernetes"})
_STRONG: Final = frozenset({"problem_solving", "quality", "delivery", "postgresql"})
_LEFT_OUT: Final = frozenset({Kind.SENSITIVE, Kind.REVERSE, Kind.CURVEBALL})
_OF_EACH: Final = 2
_IN_A_SITTING: Final = 3
_TOLD_ENOUGH: Final = 3
_MIDDLE, _LATE = 0.4, 0.78


@dataclass(slots=True)
class _Practice:
    """What was practised so far: every story told, and every question with its finals."""

    year: Year
    stories: dict[str, tuple[int, Story]] = field(default_factory=dict)
    finals: dict[str, list[tuple[date, int]]] = field(default_factory=dict)
    met: dict[str, QuestionRow] = field(default_factory=dict)

    def due(self, on: date) -> list[QuestionRow]:
        """The questions that are due, the longest due first."""
        rungs: dict[str, Rung] = {name: rung for name, told in self.finals.items() if (rung := climb(told))}
        waiting = sorted((rung.due, name) for name, rung in rungs.items() if rung.due <= on)
        return [self.met[name] for _, name in waiting]


def practice(year: Year) -> Iterator[Change]:
    """Stories, sittings and attempts."""
    told = _Practice(year)
    for days, story in STORIES:
        told.stories[year.id(year.at(days, 20))] = (days, story)
        yield Change("story", to_plain(story), list(told.stories)[-1], year.at(days, 20))
    fresh = _pool(year)
    for number, days in enumerate(DAYS):
        chosen = _chosen(told, fresh, number, days)
        yield from _sitting(told, chosen, number, days)
    yield _drill(told)
    for entry, (days, story) in told.stories.items():
        if story.uses:
            last = (max(use.on for use in story.uses) - year.today).days
            yield Change("story", to_plain(story), entry, year.at(max(days, last), 21))


def _drill(told: _Practice) -> Change:
    """Two minutes of finding a story in ten seconds."""
    year, at = told.year, told.year.at(DRILLED, 12, 40)
    asked = [row for row in told.met.values() if row.kind == Kind.BEHAVIOURAL][:_IN_A_SITTING]
    rounds = []
    for row, seconds in zip(asked, (4.2, 7.9, 10.0), strict=False):
        fitting = [name for name, (_, story) in told.stories.items() if row.competency in story.competencies]
        story = fitting[0] if fitting else ""
        rounds.append(
            Round(row.prompt, row.id, seconds, RETRIEVAL_SECONDS, row.competency or "", story, "", bool(story))
        )
    return Change("drill", to_plain(DrillRun(Drill.RETRIEVAL, at, tuple(rounds))), year.id(at), at)


def _pool(year: Year) -> list[QuestionRow]:
    """Questions that were not met yet: two of each competency, their own role's first, and some on their skills."""
    rows = sorted(year.coach.library.rows([ROLE, "common"]), key=lambda row: (row.bank, row.id))
    usable = [row for row in rows if Kind(row.kind) not in _LEFT_OUT]
    pool = {row.id: row for row in usable if row.bank == ROLE and not LEVELS.keys().isdisjoint(row.skills.split())}
    for competency in Competency:
        pool |= {row.id: row for row in [row for row in usable if row.competency == competency][:_OF_EACH]}
    fresh = list(pool.values())
    year.luck.shuffle(fresh)
    return fresh


def _chosen(told: _Practice, fresh: list[QuestionRow], number: int, days: int) -> list[QuestionRow]:
    """Three or four: what the sitting was for, what is due, and something new."""
    count = _IN_A_SITTING + (number % _IN_A_SITTING == 0)
    wanted = _asked_for(told.year, NEEDED[days]) if days in NEEDED else []
    due = [row for row in told.due(told.year.day(days)) if row not in wanted]
    chosen = [*wanted, *due[: count - 1]][:count]
    missing = count - len(chosen)
    return [*chosen, *(fresh.pop() for _ in range(min(missing, len(fresh))))] or due[:count]


def _asked_for(year: Year, item: str) -> list[QuestionRow]:
    rows = sorted(year.coach.library.rows(), key=lambda row: (row.bank != ROLE, row.id))
    return [row for row in rows if row.competency == item or item in row.skills.split()][:1]


def _sitting(told: _Practice, chosen: list[QuestionRow], number: int, days: int) -> Iterator[Change]:
    year = told.year
    begun = year.at(days, 19, year.luck.randrange(0, 50, 5))
    entry, attempts = year.id(begun), []
    for place, row in enumerate(chosen):
        at = year.at(days, begun.hour, begun.minute + 5 * place + 1)
        attempts.append(year.id(at))
        attempt = _attempt(told, row, entry, at, attempts[-1])
        yield Change("attempt", to_plain(attempt), attempts[-1], at)
    ended = year.at(days, begun.hour, begun.minute + 5 * len(chosen) + 2)
    sitting = Sitting(
        ROLE, "quick", "live", number, begun, tuple(row.id for row in chosen), len(chosen),
        state=SittingState.FINISHED, finished_at=ended, attempts=tuple(attempts),
    )  # fmt: skip
    yield Change("sitting", to_plain(sitting), entry, ended)


def _attempt(told: _Practice, row: QuestionRow, sitting: str, at: datetime, entry: str) -> Attempt:
    kind, days = Kind(row.kind), (at.date() - told.year.today).days
    times = KIND_TIMES[kind].times()
    progress = (days - DAYS[0]) / -DAYS[0]
    seconds = round(max(20.0, told.year.luck.gauss(times.target * (1.4 - 0.35 * progress), times.target / 6)))
    rating = _rating(told.year, row, progress, over=seconds > times.maximum)
    story, text = _story(told, row, at, entry)
    change = told.year.luck.choice(CHANGES) if rating.final < BEST else ""
    take = Take(
        at, float(seconds), float(times.think), Mode.GIST if text else Mode.ALOUD, text, times,
        rating=rating, one_change=change, story=story,
    )  # fmt: skip
    told.met[row.id] = row
    told.finals.setdefault(row.id, []).append((at.date(), rating.final))
    competency = Competency(row.competency) if row.competency else None
    second = Competency(row.secondary) if row.secondary else None
    return Attempt(
        row.id, row.prompt, kind, competency, second, tuple(row.skills.split()), ROLE, sitting,
        state=AttemptState.RATED, takes=(take,),
    )  # fmt: skip


def _rating(year: Year, row: QuestionRow, progress: float, *, over: bool) -> Rating:
    """Answers get better over the year, and the first, blind rating comes nearer to the final one."""
    items = {row.competency, *row.skills.split()}
    skill = 2.5 + 1.3 * progress + 0.6 * bool(items & _STRONG) - 1.2 * bool(items & _WEAK)
    wanted = min(BEST, max(1, round(year.luck.gauss(skill, 0.5))))
    if "kubernetes" in items:
        wanted = 2
    checks = {check: CAPS[check] != wanted for check in checks_for(Kind(row.kind))}
    checks[Check.WITHIN_TIME] = not over
    gaps = (2, 1, 1, 1, 0) if progress < _MIDDLE else (1, 1, 1, 0) if progress < _LATE else (0, 0, 0, 0, 1, -1)
    floor = wanted if items & _WEAK else 1  # they know well enough what they cannot do yet
    first = min(BEST, max(floor, wanted + year.luck.choice(gaps)))
    return rate(first, wanted, checks, confidence=min(BEST, first + year.luck.choice((0, 0, 1))))


def _story(told: _Practice, row: QuestionRow, at: datetime, entry: str) -> tuple[str, str]:
    """The story that was told, if one fits and was written by then: its id and the gist of it."""
    if row.kind != Kind.BEHAVIOURAL:
        return "", ""
    day = at.date()
    for known, (days, story) in told.stories.items():
        is_there = told.year.day(days) < day and story.is_usable
        if is_there and row.competency in story.competencies and story.uses_in_quarter(day) < _TOLD_ENOUGH:
            told.stories[known] = (days, replace(story, uses=(*story.uses, Use(day, entry))))
            return known, f"{story.situation} {story.action} {story.result}"
    return "", ""
