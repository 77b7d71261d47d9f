"""Days are the person's own, wherever the machine stands; what was written as a day stays that day."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.local_time import day_begins
from abi_coach.services.plan import PlanOrder
from abi_coach.services.progress import Span, progress_of
from tests.support.diary import Diary
from tests.support.hand_clock import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EVENING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Six in the evening of 22 November on the west coast of America."""


@pytest.fixture
def coach(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    time.tzset()
    clock = HandClock(EVENING)
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()
    monkeypatch.undo()
    time.tzset()


def test_an_advert_of_today_counts_today_in_any_zone(coach: Coach) -> None:
    body = {"on": "2026-11-22", "title": "Backend engineer", "must": ["kafka"], "nice": []}
    coach.journal.write("advert", body)
    order = PlanOrder(role="common")
    assert coach.plans.explain("kafka", order).formula == "50.0 = 50.0"
    assert coach.plans.make(order).made_on == date(2026, 11, 22)


def test_the_answers_of_this_evening_are_in_the_claims_of_the_plan(coach: Coach) -> None:
    Diary(coach).answers("quality", [2, 2, 2, 2], [0, 0, 0, 0])
    gap = coach.plans.values(coach.plans.make())["works"][0]
    assert gap["points"] == 4


def test_progress_since_a_day_leaves_the_evening_before_out(coach: Coach) -> None:
    diary = Diary(coach)
    diary.answers("quality", [2, 2], [0.0, 1.0])
    assert progress_of(coach).read(Span(since=date(2026, 11, 22))).answers == 1


def test_a_day_beyond_what_the_system_knows_begins_as_that_of_utc() -> None:
    assert day_begins(date.min).year == 1
    assert day_begins(date(9999, 12, 31)).hour == 0
