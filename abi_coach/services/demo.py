"""A year of one invented engineer's use, so that a newcomer sees what abi becomes; also a fixture for tests.

The same seed and day give the same journal. Everything goes through the journal's own door, as a person's would.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final

from abi_coach.domain.kind import Dimension, Kind
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.services import demo_words as words
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from abi_coach.domain.glance import QuestionRow
    from abi_coach.services.coach import Coach

SEED: Final = 2026
SITTINGS: Final = 36
ROLE: Final = "backend"
_WEAK: Final = frozenset({"conflict"})
_STRONG: Final = frozenset({"problem_solving", "quality", "delivery"})


@dataclass(slots=True)
class _Year:
    """The builder's hands: the coach, the luck, the day that is today, and ids given out."""

    coach: Coach
    luck: Random
    today: date

    def at(self, days: int, hour: int = 19, minute: int = 0) -> datetime:
        """An instant some days from today."""
        return datetime.combine(self.today + timedelta(days=days), time(hour, minute), UTC)

    def id(self) -> str:
        """An id for an entry."""
        return self.coach.journal.new_id()


def build_demo(coach: Coach, seed: int = SEED) -> None:
    """Fill an empty journal with the invented year that ends today."""
    year = _Year(coach, Random(seed), coach.clock().date())  # noqa: S311 - an invented year, nothing secret
    interviews = [year.id() for _ in words.INTERVIEWS]
    changes = [
        *_stories(year),
        *_practice(year),
        *_interviews(year, interviews),
        *_debriefs(year, interviews),
        *_market(year),
        *_scorecards(year),
        *_reflection(year),
    ]
    coach.journal.write_many(changes)
    _plans(year)


def _stories(year: _Year) -> Iterator[Change]:
    for number, story in enumerate(words.STORIES):
        uses = [{"on": str(year.today - timedelta(days=30 * use + number)), "where": "practice", "loop": ""}
                for use in range(number % 3)]  # fmt: skip
        body = {"versions": {}, "uses": uses, "retired": False, **story}
        yield Change("story", body, at=year.at(-300 + 20 * number))


def _practice(year: _Year) -> Iterator[Change]:
    """Three or four questions a sitting, a little better as the year goes on."""
    rows = [row for row in year.coach.library.rows([ROLE, "common"]) if row.kind != Kind.SENSITIVE]
    for number in range(SITTINGS):
        days = -358 + number * 10
        sitting, chosen = year.id(), year.luck.sample(rows, 3 + (number % 3 == 0))
        attempts = [year.id() for _ in chosen]
        for place, (row, entry) in enumerate(zip(chosen, attempts, strict=True)):
            at = year.at(days, 19, 5 * place)
            yield Change("attempt", _attempt(year, row, sitting, at, number / SITTINGS), entry, at)
        at = year.at(days, 19, 30)
        yield Change("sitting", _sitting(number, chosen, attempts, at), sitting, at)


def _attempt(year: _Year, row: QuestionRow, sitting: str, at: datetime, progress: float) -> dict[str, Any]:
    times = KIND_TIMES[Kind(row.kind)].times()
    skill = 2.3 + 1.6 * progress + (0.6 if row.competency in _STRONG else -0.9 if row.competency in _WEAK else 0)
    final = min(5, max(1, round(year.luck.gauss(skill, 0.6))))
    first = min(5, max(1, final + year.luck.choice((0, 0, 1, 1) if progress < 0.6 else (0, 0, 0, 1, -1))))  # noqa: PLR2004 - the year's later part
    seconds = round(max(10.0, year.luck.gauss(times.target * (1.45 - 0.4 * progress), times.target / 5)), 1)
    rating = {"confidence": min(5, first), "first": first, "final": final, "checks": {}, "wanted": final, "peer": None}
    take = {"started_at": at.isoformat(), "seconds": seconds, "think_seconds": float(times.think),
            "times": to_plain(times), "rating": rating, "one_change": year.luck.choice(words.CHANGES)}  # fmt: skip
    return {
        "question": row.id, "prompt": row.prompt, "kind": row.kind, "competency": row.competency,
        "secondary": row.secondary, "skills": row.skills.split(), "role": ROLE, "sitting": sitting,
        "profile": "live", "state": "rated", "takes": [take],
    }  # fmt: skip


def _sitting(number: int, chosen: list[QuestionRow], attempts: list[str], at: datetime) -> dict[str, Any]:
    return {
        "role": ROLE, "preset": "quick", "profile": "live", "seed": number, "started_at": at.isoformat(),
        "questions": [row.id for row in chosen], "position": len(chosen), "state": "finished",
        "finished_at": at.isoformat(), "attempts": attempts,
    }  # fmt: skip


def _interviews(year: _Year, entries: list[str]) -> Iterator[Change]:
    for told, entry in zip(words.INTERVIEWS, entries, strict=True):
        starts = year.at(told["days"], 14, 30)
        body = {
            "company": told["company"], "role": ROLE, "stage": told["stage"], "format": told["format"],
            "starts_at": starts.isoformat(), "intent": told["intent"], "wants": told["wants"], "loop": told["loop"],
            "people": [{"name": name, "role": role} for name, role in told["people"]], "state": told["state"],
            "skills": told["skills"], "competencies": ["conflict"] if told["state"] == "booked" else [],
        }  # fmt: skip
        if told["result"]:
            body["outcome"] = {"result": told["result"], "on": str(starts.date() + timedelta(days=6)), "words": ""}
        yield Change("interview", body, entry, year.at(min(told["days"] - 7, -2)))


def _debriefs(year: _Year, interviews: list[str]) -> Iterator[Change]:
    open_promise: tuple[str, dict[str, Any]] | None = None
    for told in words.DEBRIEFS:
        interview = interviews[told["interview"]]
        days = words.INTERVIEWS[told["interview"]]["days"]
        hot, cold = year.id(), year.id()
        body = _hot(year, told, interview, days)
        if open_promise is not None:
            entry, promise = open_promise
            check = year.luck.choice(("kept", "partly", "missed"))
            body["promises"] = [{"promise": entry, "check": check}]
            promise["checks"] = [{"on": str(year.at(days).date()), "where": hot, "check": check}]
            promise["state"] = "kept" if check == "kept" else "open"
            yield Change("promise", promise, entry, year.at(days, 16))
        yield Change("hot_debrief", body, hot, year.at(days, 15, 45))
        yield Change("cold_debrief", _cold(told, interview), cold, year.at(days + 1, 8))
        what = told["improve"][0]
        made = {"if_": what[3], "then": what[4], "item": what[2], "made_on": str(year.at(days + 1).date()),
                "source": cold, "checks": [], "state": "open"}  # fmt: skip
        open_promise = (year.id(), made)
        yield Change("promise", made, open_promise[0], year.at(days + 1, 8, 20))


def _hot(year: _Year, told: dict[str, Any], interview: str, days: int) -> dict[str, Any]:
    landed = [rating for _, rating, _ in told["questions"]]
    questions = [
        {"text": text, "landed": rating, "tags": ["no-story"] if rating <= 1 else [], "question": "", "item": item}
        for text, rating, item in told["questions"]
    ]
    return {
        "interview": interview, "questions": questions, "best": landed.index(max(landed)),
        "redo": landed.index(min(landed)), "confidence": told["confidence"], "nerves": told["nerves"],
        "word": told["word"], "promised_them": "none", "promised_me": "an answer within a week",
        "ended_at": year.at(days, 15, 30).isoformat(), "people": [],
    }  # fmt: skip


def _cold(told: dict[str, Any], interview: str) -> dict[str, Any]:
    improve = [
        {"what": what, "cause": cause, "item": item, "if_": cue, "then": deed}
        for what, cause, item, cue, deed in told["improve"]
    ]
    well = [{"did": text, "how_known": "they followed up on it", "reuse": "next time"} for text in told["well"]]
    return {
        "interview": interview, "reconstructed": [{"question": 0, "said": "In two lines, as far as I remember."}],
        "went_well": well, "improve": improve, "fit": {"could_do": 2, "want": 1, "next_step": 1},
    }  # fmt: skip


def _market(year: _Year) -> Iterator[Change]:
    for number, (title, must, nice) in enumerate(words.ADVERTS):
        at = year.at(-150 + 18 * number)
        body = {"on": str(at.date()), "title": title, "role": ROLE, "must": list(must), "nice": list(nice)}
        yield Change("advert", body, at=at)
    for skill, level in (("kubernetes", "missing"), ("postgresql", "strong"), ("observability", "rusty")):
        yield Change("skill_level", {"skill": skill, "level": level, "on": str(year.today)}, at=year.at(-20))
    for number, (source, company, low, high) in enumerate(words.PAY):
        at = year.at(-200 + 25 * number)
        body = {
            "on": str(at.date()), "source": source, "role": ROLE, "level": "senior", "place": "Rotterdam",
            "currency": "EUR", "base_min": f"{low}000", "base_max": f"{high}000", "company": company,
        }  # fmt: skip
        yield Change("pay_point", body, at=at)
    for name, company, topic, days in words.CONTACTS:
        touches = [{"on": str(year.at(days).date()), "note": topic}]
        yield Change(
            "contact", {"name": name, "company": company, "topic": topic, "touches": touches}, at=year.at(days)
        )


def _scorecards(year: _Year) -> Iterator[Change]:
    for company, known, days in (("", 12, -170), ("Quayside Payments", 6, -70), ("Fennmark Health", 2, -3)):
        marks = [
            {"dimension": dimension.value, "rating": year.luck.randint(2, 5) if place < known else None,
             "weight": 1 + place % 3, "evidence": "", "learned": "asked" if place < known else None}
            for place, dimension in enumerate(Dimension)
        ]  # fmt: skip
        at = year.at(days)
        yield Change("scorecard", {"on": str(at.date()), "company": company, "marks": marks}, at=at)


def _reflection(year: _Year) -> Iterator[Change]:
    at = year.at(-165)
    body = {
        "on": str(at.date()), "can_show": "A migration that I moved in time, and a rota that seven people share.",
        "grew": ["incidents", "saying no", "numbers first"], "gap": "disagreement",
        "gap_why": "I avoid telling those stories.", "market": "Kubernetes, everywhere.", "energy": 4, "values": 3,
        "direction": "shape", "goal": "One story of a conflict that I would tell anyone.", "person": "Ines Duarte",
        "interview": "One in health care.",
    }  # fmt: skip
    yield Change("reflection", body, at=at)


def _plans(year: _Year) -> None:
    """Two plans: after the first loop, and a fortnight ago."""
    from abi_coach.services.plan import PlanOrder  # noqa: PLC0415 - plans are made with what was just written

    for days in (-190, -15):
        plan = year.coach.plans.make(PlanOrder(on=year.today + timedelta(days=days), role=ROLE))
        year.coach.plans.keep(plan)
