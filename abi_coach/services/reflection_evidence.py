"""What the journal has to say to each question of the reflection: the evidence of six months, in a few lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.contact import months_later
from abi_coach.domain.counting import counted, listed, number_word
from abi_coach.domain.fit import hindsight_line
from abi_coach.domain.value import Value, frozen
from abi_coach.domain.when_text import day_text
from abi_coach.services.contact import Contacts
from abi_coach.services.fit import FitChecks
from abi_coach.services.pay import PayLedger
from abi_coach.services.scorecards import Scorecards
from abi_coach.services.skills import Skills

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.storage.journal import Journal
    from abi_coach.storage.revision import Revision

MONTHS: Final = 6
_MOST: Final = 3
_STRONG: Final = 4
_LONGEST: Final = 70


@frozen
class Sources(Value):
    """The parts that have something to say in a reflection."""

    skills: Skills
    pay: PayLedger
    scorecards: Scorecards
    fit: FitChecks
    contacts: Contacts


class ReflectionEvidence:
    """Evidence of the six months up to a day."""

    def __init__(self, journal: Journal, sources: Sources, on: date) -> None:
        self._journal = journal
        self._sources = sources
        self._on = on
        self._since = datetime.combine(months_later(on, -MONTHS), time(), UTC)
        self._until = datetime.combine(on + timedelta(days=1), time(), UTC)

    def lines(self) -> dict[str, tuple[str, ...]]:
        """At most a few lines for each question, by the form's key."""
        return {
            "can_show": tuple(self._can_show()),
            "grew": tuple(self._grew()),
            "gap": tuple(self._gap()),
            "gap_why": tuple(self._promises()),
            "market": tuple(self._market()),
            "values": tuple(self._values()),
            "direction": tuple(self._direction()),
            "goal": tuple(self._goal()),
            "person": tuple(self._person()),
            "interview": tuple(self._interviews()),
        }

    def _can_show(self) -> Iterator[str]:
        stories = [str(one.value().get("title", "")) for one in self._window("story")]
        if stories:
            yield f"{counted(len(stories), 'story', 'stories').capitalize()} told or retold: {_some(stories)}"
        rows = self._journal.rows("attempt", since=self._since, until=self._until)
        strong = Counter(row.competency for row in rows if row.competency and (row.final or 0) >= _STRONG)
        if strong:
            told = (f"{name.replace('_', ' ')} ({number})" for name, number in strong.most_common(_MOST))
            yield f"Answers rated {_STRONG} or 5: {', '.join(told)}"
        said = [f"{body['skill']} {body['level']}" for body in map(_body, self._window("skill_level"))]
        if said:
            yield f"You said of your skills: {_some(said)}"

    def _grew(self) -> Iterator[str]:
        """Questions whose last rating is above their first, the biggest growth first."""
        finals: defaultdict[str, list[int]] = defaultdict(list)
        prompts: dict[str, str] = {}
        rows = self._journal.rows("attempt", since=self._since, until=self._until, newest_first=False)
        for row in rows:
            if row.question and row.final is not None:
                finals[row.question].append(row.final)
                prompts[row.question] = row.title
        growth = {question: told[-1] - told[0] for question, told in finals.items() if told[-1] > told[0]}
        for question in sorted(growth, key=lambda name: (-growth[name], name))[:_MOST]:
            yield f"{finals[question][0]} → {finals[question][-1]}: {_short(prompts[question] or question)}"

    def _gap(self) -> Iterator[str]:
        debriefs = map(_body, self._window("cold_debrief"))
        named = Counter(str(one["item"]) for body in debriefs for one in body.get("improve", ()))
        if named:
            told = (f"{item.replace('_', ' ')} ({number})" for item, number in named.most_common(_MOST))
            yield f"Named to improve in debriefs: {', '.join(told)}"
        yield from (line.sentence for line in self._sources.skills.tally(self._on)[:1] if line.gap)

    def _promises(self) -> Iterator[str]:
        checks = [past for one in self._journal.current("promise") for past in one.value().get("checks", ())]
        recent = Counter(past["check"] for past in checks if self._covers(date.fromisoformat(past["on"])))
        if recent:
            told = (f"{number_word(recent[name])} {name.replace('_', ' ')}" for name in sorted(recent))
            yield f"Promises to yourself: {', '.join(told)}"

    def _market(self) -> Iterator[str]:
        lines = [line for line in self._sources.skills.tally(self._on) if line.asked]
        lines.sort(key=lambda line: (-line.demand, line.skill))
        yield from (line.sentence for line in lines[:_MOST])
        bands = [band for band in self._sources.pay.bands() if band.base]
        yield from (f"{band.group.label}: {band.sentence}" for band in bands[:1])
        yield from (f"Last pulse, new: {_short(body['new'])}" for body in self._bodies("pulse")[:1] if body.get("new"))

    def _values(self) -> Iterator[str]:
        baseline = self._sources.scorecards.baseline()
        if baseline is None:
            yield "Today's job is not rated yet: `abi scorecard baseline`"
            return
        rated = sorted((mark for mark in baseline.marks if mark.rating), key=lambda mark: mark.rating or 0)
        yield f"Today's job on {day_text(baseline.on)}: {baseline.sentence}"
        if rated and rated[0].rating != rated[-1].rating:
            lowest, highest = rated[0], rated[-1]
            yield f"Lowest {lowest.dimension.label.lower()}, highest {highest.dimension.label.lower()}"

    def _direction(self) -> Iterator[str]:
        checks = [check for check in self._sources.fit.all().values() if self._covers(check.on)]
        if checks:
            yield f"{counted(len(checks), 'decision').capitalize()} on record. {hindsight_line(checks)}"

    def _goal(self) -> Iterator[str]:
        done = self._journal.rows("action", since=self._since, until=self._until, state="done")
        if done:
            yield f"Done from your plans: {_some([row.title for row in done])}"

    def _person(self) -> Iterator[str]:
        due = [one.name for one in self._sources.contacts.kept().values() if one.is_due(self._on)]
        if due:
            yield f"Due: {_some(due)}"

    def _interviews(self) -> Iterator[str]:
        rows = self._journal.rows("interview", since=self._since, until=self._until)
        done = [row for row in rows if row.state != "cancelled"]
        if not done:
            yield "No interview in these six months"
            return
        names = tuple(dict.fromkeys(row.title.split(" · ")[0] for row in done))
        yield f"{counted(len(done), 'interview').capitalize()}, with {_some(names)}"

    def _window(self, kind: str) -> Iterator[Revision]:
        return self._journal.current(kind, since=self._since, until=self._until)

    def _bodies(self, kind: str) -> list[dict[str, Any]]:
        return [_body(one) for one in self._window(kind)]

    def _covers(self, day: date) -> bool:
        return months_later(self._on, -MONTHS) <= day <= self._on


def _body(revision: Revision) -> dict[str, Any]:
    return revision.value()


def _some(names: list[str] | tuple[str, ...]) -> str:
    """The first few of many."""
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return ", ".join(map(_short, names[:_MOST])) + more if more else listed(tuple(map(_short, names)))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rpartition(' ')[0] or line[: _LONGEST - 1]} …"
