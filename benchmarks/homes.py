"""Homes to measure in: an empty one, and invented ones of any size, written the way the program writes."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from abi_coach.domain.attempt import Attempt, AttemptState, Take
from abi_coach.domain.competency import Competency
from abi_coach.domain.debrief import Cause, ColdDebrief, HotDebrief, Improve, RememberedQuestion, WentWell
from abi_coach.domain.interview import Interview, InterviewState
from abi_coach.domain.kind import Kind
from abi_coach.domain.rating import Check, rate
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.services.coach import open_coach
from abi_coach.storage.revision import Change
from abi_coach.storage.values import to_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.coach import Coach

BANKS = 20
AT_ONCE = 5_000
SPREAD_DAYS = 900
LATEST = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
BEFORE_ANY_PLAN = LATEST - timedelta(days=200)

_TIMES = ("the release slipped", "two teams disagreed", "a customer was angry", "the numbers were wrong")
_WORDS = ("ledger", "harbour", "signal", "orchard", "bridge", "lantern", "meadow", "anchor", "compass", "quarry")


def write_home(home: Path, *, attempts: int = 0, debriefs: int = 0, own_questions: int = 0, older: int = 0) -> None:
    """Write a home with this much in it, and `older` attempts from before any plan; the same numbers, the same home."""
    home.mkdir(parents=True, exist_ok=True)
    if own_questions:
        write_banks(home / "question_banks", own_questions)
    coach = open_coach(home)
    _write(coach, _attempts(older, questions=min(20_000, max(1, older // 4)), until=BEFORE_ANY_PLAN))
    _write(coach, _attempts(attempts, questions=min(20_000, max(1, attempts // 4))))
    _write(coach, _debriefs(coach, debriefs))
    coach.journal.make_backup("daily")
    coach.close()


def write_banks(folder: Path, questions: int, files: int = BANKS) -> None:
    """Write `questions` questions into `files` bank files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        texts = (_question(number, each) for each in range(questions // files))
        head = f'format: 1\nid: own-{number:02}\ntitle: "Own {number}"\nincludes: [common]\nquestions:\n'
        (folder / f"own-{number:02}.yaml").write_text(head + "".join(texts), encoding="utf-8")


def _question(bank: int, number: int) -> str:
    dice = random.Random(f"{bank} {number}")  # noqa: S311 - invented words, no secret
    words = " ".join(dice.choices(_WORDS, k=5))
    fields = {
        "id": f"own-{bank:02}-behavioural-{number:04}",
        "prompt": f"Tell me about a time when {dice.choice(_TIMES)} and {words} {number} was yours to settle.",
        "parts": [f"What was {words}?", "What did you do?", "How did it end?"],
        "kind": "behavioural",
        "competency": dice.choice(list(Competency)[:15]).value,
        "difficulty": dice.randint(1, 3),
        "levels": ["mid", "senior"],
        "really_asking": f"Whether you settle {words} yourself and check that it lasted.",
        "probes": [f"What changed after {words}?", "What was your own part in it?"],
        "traps": ["Speaks of the team only."],
        "story_hint": "A time when you were the one who had to decide.",
    }
    lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items()]
    anchors = [f"{mark}: {json.dumps(f'{words}, told at length {mark}.')}" for mark in (1, 3, 5)]
    return "  - " + "\n    ".join([*lines, "anchors:", *("  " + anchor for anchor in anchors)]) + "\n"


def _write(coach: Coach, changes: Iterator[Change]) -> None:
    waiting: list[Change] = []
    for change in changes:
        waiting.append(change)
        if len(waiting) == AT_ONCE:
            coach.journal.write_many(waiting)
            waiting = []
    coach.journal.write_many(waiting)


def _attempts(count: int, questions: int, until: datetime = LATEST) -> Iterator[Change]:
    dice = random.Random(count)  # noqa: S311 - invented answers, no secret
    for number in range(count):
        at = until - timedelta(days=SPREAD_DAYS) * (1 - number / count)
        question = dice.randrange(questions)
        first, wanted = dice.randint(1, 5), dice.randint(1, 5)
        rating = rate(first, wanted, {Check.OWN_ACTIONS: wanted > 1}, confidence=dice.randint(1, 5))
        times = KIND_TIMES[Kind.BEHAVIOURAL].times()
        take = Take(at, dice.uniform(40, 220), 8.0, text="I moved it. " * 40, times=times, rating=rating)
        attempt = Attempt(
            f"own-{question % BANKS:02}-behavioural-{question // BANKS:04}",
            "Tell me about a time when two teams disagreed.",
            Kind.BEHAVIOURAL,
            list(Competency)[question % 15],
            role="backend",
            state=AttemptState.RATED,
            takes=(take,),
        )
        yield Change("attempt", to_plain(attempt), at=at)


def _debriefs(coach: Coach, count: int) -> Iterator[Change]:
    for number in range(count):
        at = LATEST - timedelta(days=SPREAD_DAYS) * (1 - number / count)
        interview = coach.journal.new_id()
        held = Interview(f"Company {number}", "backend", ended_at=at, state=InterviewState.DONE)
        asked = tuple(RememberedQuestion(f"What about {word}?", landed=number % 5 + 1) for word in _WORDS[:5])
        improve = (Improve("I drifted", Cause.STRUCTURE, list(Competency)[number % 15].value, "asked", "say it first"),)
        hot = HotDebrief(interview, asked, 0, 1, 50, 3, "fine", ended_at=at)
        cold = ColdDebrief(interview, (), (WentWell("I listened"),), improve)
        yield Change("interview", to_plain(held), interview, at)
        yield Change("hot_debrief", to_plain(hot), at=at)
        yield Change("cold_debrief", to_plain(cold), at=at + timedelta(hours=20))
