"""The demo is a year that could have been: whole, of one piece, the same every time, and quick."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from abi_coach.domain.calibration import calibrate
from abi_coach.services.care import body_problem
from abi_coach.storage.kinds import MODELS
from tests.support.demo_year import demo_coach

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.services.coach import Coach
    from tests.support.hand_clock import HandClock


NEEDS_A_PARTNER = {"partner_sheet", "peer_rating"}


@pytest.fixture
def coach(tmp_path: Path, clock: HandClock) -> Iterator[Coach]:
    """A coach on the demo's year."""
    made = demo_coach(tmp_path / "demo", clock)
    yield made
    made.close()


def bodies(coach: Coach, kind: str) -> list[dict[str, Any]]:
    return [revision.value() for revision in coach.journal.current(kind, newest_first=False)]


def test_a_year_holds_what_it_promises(coach: Coach) -> None:
    counts = coach.journal.counts()
    takes = sum(len(body["takes"]) for body in bodies(coach, "attempt"))
    loops = {body["loop"] for body in bodies(coach, "interview")}
    assert 110 <= takes <= 130
    assert (counts["interview"], len(loops)) == (5, 3)
    assert (counts["hot_debrief"], counts["cold_debrief"], counts["plan"], counts["story"]) == (4, 4, 2, 9)
    assert min(counts[kind] for kind in ("advert", "pay", "scorecard", "contact", "reflection", "fit", "pulse")) >= 1


def test_every_revision_is_what_its_kind_should_be(coach: Coach) -> None:
    assert [problem for revision in coach.journal.revisions() if (problem := body_problem(revision))] == []
    assert set(MODELS) - NEEDS_A_PARTNER <= set(coach.journal.counts())
    assert coach.journal.check() == []


def test_the_same_day_gives_the_same_entries_and_the_same_plan(coach: Coach, tmp_path: Path, clock: HandClock) -> None:
    other = demo_coach(tmp_path / "other", clock)
    for kind in coach.journal.counts():
        if kind != "plan":
            assert [row.entry for row in other.journal.rows(kind)] == [row.entry for row in coach.journal.rows(kind)]
        assert bodies(other, kind) == bodies(coach, kind)
    assert other.plans.render(other.plans.make()) == coach.plans.render(coach.plans.make())
    other.close()


def test_nothing_happens_after_today_but_the_interview_that_is_booked(coach: Coach, clock: HandClock) -> None:
    late = [revision.at for revision in coach.journal.revisions() if revision.at > clock()]
    coming = [body for body in bodies(coach, "interview") if datetime.fromisoformat(body["starts_at"]) > clock()]
    assert late == []
    assert [body["state"] for body in coming] == ["booked"]


def test_a_promise_is_asked_about_in_every_debrief_until_it_is_kept(coach: Coach) -> None:
    """What a debrief says of a promise is what the promise itself remembers."""
    rows = {row.entry: coach.journal.get(row.entry) for row in coach.journal.rows("promise")}
    for hot in coach.journal.current("hot_debrief"):
        for told in hot.value()["promises"]:
            promise = rows[told["promise"]]
            assert promise is not None
            checks = [each["check"] for each in promise.value()["checks"] if each["where"] == hot.entry]
            assert checks == [told["check"]]
            assert date.fromisoformat(promise.value()["made_on"]) < hot.at.date()
    states = Counter(body["state"] for body in bodies(coach, "promise"))
    assert states == {"kept": 2, "open": 2}


def test_every_debrief_belongs_to_an_interview_and_every_answer_to_a_sitting(coach: Coach) -> None:
    interviews = {row.entry for row in coach.journal.rows("interview")}
    sittings = {row.entry: row for row in coach.journal.rows("sitting")}
    for kind in ("hot_debrief", "cold_debrief"):
        assert {row.parent for row in coach.journal.rows(kind)} < interviews
    assert {row.parent for row in coach.journal.rows("attempt")} == set(sittings)


def test_a_story_that_was_told_says_where(coach: Coach) -> None:
    told = {
        (take["story"], revision.entry)
        for revision in coach.journal.current("attempt")
        for take in revision.value()["takes"]
        if take["story"]
    }
    used = {(row.entry, use["where"]) for row in coach.journal.rows("story") for use in _uses(coach, row.entry)}
    assert told == used != set()


def _uses(coach: Coach, entry: str) -> list[dict[str, Any]]:
    revision = coach.journal.get(entry)
    return list(revision.value()["uses"]) if revision else []


def test_the_first_rating_comes_nearer_to_the_final_one(coach: Coach) -> None:
    assert (calibrate(coach.journal.gaps()).change or 0) < -0.25


def test_the_plan_has_dated_evidence_strengths_and_three_things_to_do(coach: Coach) -> None:
    plan = coach.plans.make()
    assert len(plan.priorities) == 3
    assert plan.interview is not None
    assert [each.priority.item for each in plan.priorities][:2] == ["conflict", "kubernetes"]
    assert plan.strengths
    assert plan.changes
    assert all(each.action.evidence for each in plan.priorities[:2])


def test_the_market_is_joined_with_how_the_answers_went(coach: Coach) -> None:
    line = next(line for line in coach.career.skills.tally() if line.skill == "kubernetes")
    assert line.sentence == "kubernetes: asked in 7 of 12, you said missing, your three answers ended at 2"
    assert line.trend.startswith("up from")
    assert len(bodies(coach, "pay")) >= 6, "five points of one group, and one's own"
