"""Looking back through the services, on journals told by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from abi_coach.domain.attempt import AttemptState, Take
from abi_coach.domain.errors import InputError
from abi_coach.domain.kind import Kind
from abi_coach.domain.promise import Checked, Promise, PromiseCheck
from abi_coach.domain.timing import KIND_TIMES
from abi_coach.services.coach import Coach, open_coach
from abi_coach.services.progress import NEWEST_ANSWERS, Span, progress_of
from abi_coach.storage.values import to_plain
from tests.support.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from abi_coach.domain.progress_section import Section
    from tests.support.hand_clock import HandClock

ALL = Span()


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def section(coach: Coach, key: str, span: Span = ALL) -> Section:
    return next(each for each in progress_of(coach).read(span).sections if each.key == key)


def test_looking_back_writes_nothing(coach: Coach) -> None:
    progress_of(coach).read()
    assert not coach.home.root.exists()


def test_a_role_and_a_day_narrow_what_is_looked_at(coach: Coach) -> None:
    diary = Diary(coach)
    diary.answers("conflict", [2, 2, 2, 2], [100, 90, 80, 70])
    diary.answers("conflict", [4, 4, 4, 4], [4, 3, 2, 1])
    diary.answer("conflict", 1, 1, role="frontend")
    assert section(coach, "finals").points == 9
    assert section(coach, "finals", Span("backend")).points == 8
    assert section(coach, "finals", Span("backend", date(2026, 11, 1))).points == 4


def test_answers_from_a_clock_set_forward_do_not_count_yet(coach: Coach) -> None:
    Diary(coach).answer("conflict", 5, -30)
    assert progress_of(coach).read().answers == 0


def test_what_was_skipped_or_left_counts_for_nothing(coach: Coach) -> None:
    diary = Diary(coach)
    left = Take(diary.ago(1), 120.0, times=KIND_TIMES[Kind.BEHAVIOURAL].times())
    for _ in range(4):
        diary.skip(1)
        diary.skip(1, AttemptState.ABORTED, left)
    for span in (Span(), Span("backend")):
        assert progress_of(coach).read(span).answers == 0
        assert section(coach, "lengths", span).missing == 4


def test_a_beginning_that_is_still_to_come_is_refused(coach: Coach) -> None:
    with pytest.raises(InputError, match="still to come"):
        progress_of(coach).read(Span(since=date(2027, 1, 1)))


def test_coverage_counts_each_question_once_with_its_kind(coach: Coach) -> None:
    shipped = [row.id for row in coach.library.rows(["common"]) if row.kind == "behavioural"][:2]
    diary = Diary(coach)
    for question in (*shipped, shipped[0], "gone-from-every-bank"):
        diary.answer("conflict", 3, 1, question=question)
    for span in (Span(), Span("backend"), Span(since=date(2026, 11, 1))):
        told = section(coach, "coverage", span).rows[0].numbers
        assert told == "3 questions: behavioural 2, in no bank any more 1"


def test_predictions_are_set_beside_answers_and_those_who_withdrew_do_not_count(coach: Coach) -> None:
    diary = Diary(coach)
    for number, moved_on in enumerate((True, True, False, False, True)):
        diary.outcome(f"Company {number}", 10 + number, 80, moved_on=moved_on)
    diary.debrief(diary.interview("Unanswered", 2), 2, {}, confidence=10)
    found = section(coach, "predictions")
    assert found.sentence.startswith("Brier score 0.28")
    assert found.rows[0].numbers == "80 % predicted, 60 % came, n = 5"
    assert section(coach, "feelings").points == 6


def test_drills_of_both_kinds_are_read(coach: Coach) -> None:
    for drill in ("asked", "retrieval", "ladder"):
        rounds = [{"seconds": 2.0, "is_hit": hit, "prompt": "?"} for hit in (True, False, True, True, None)]
        coach.journal.write("drill", {"drill": drill, "started_at": "2026-11-20T10:00:00+00:00", "rounds": rounds})
    assert section(coach, "asked").rows[0].numbers == "3 of 4, 75 %"
    assert section(coach, "retrieval").rows[-1].numbers == "3 of 4, 75 %"


def test_drills_of_a_role_are_those_on_questions_that_it_practises(coach: Coach) -> None:
    for bank, hit in (("backend", True), ("common", True), ("frontend", False)):
        rounds = [{"seconds": 2.0, "is_hit": hit, "question": coach.library.rows([bank])[0].id}] * 2
        coach.journal.write("drill", {"drill": "asked", "started_at": "2026-11-20T10:00:00+00:00", "rounds": rounds})
    assert section(coach, "asked").rows[0].numbers == "4 of 6, 67 %"
    assert section(coach, "asked", Span("backend")).rows[0].numbers == "4 of 4, 100 %"


def test_promises_and_what_comes_back_are_narrowed_to_the_interviews_of_a_role(coach: Coach) -> None:
    diary = Diary(coach)
    for number, role in enumerate(("backend", "backend", "backend", "frontend"), 2):
        diary.debrief(diary.interview(f"Company {number}", number, role=role), number, {"late": "delivery"})
    checks = [Checked(row.at.date(), row.entry, PromiseCheck.MISSED) for row in coach.journal.rows("hot_debrief")]
    promise = Promise("asked", "answer", "conflict", date(2026, 11, 1), checks=tuple(checks))
    coach.journal.write("promise", to_plain(promise))
    for role, debriefs in (("", 4), ("backend", 3), ("frontend", 1)):
        found = progress_of(coach).read(Span(role))
        assert section(coach, "promises", Span(role)).points == debriefs
        assert [claim.points for claim in found.works if claim.key != "gap"] == [debriefs, debriefs]


@pytest.mark.parametrize("role", ["nonsense", "developer"])
def test_a_role_that_fits_nothing_is_refused_rather_than_looked_at_as_an_empty_one(coach: Coach, role: str) -> None:
    with pytest.raises(InputError, match="No role fits"):
        progress_of(coach).read(Span(role))


def test_confidence_is_read_of_the_newest_answers_oldest_first(coach: Coach) -> None:
    diary = Diary(coach)
    for days, confidence in ((4, 1), (3, 2), (2, 3), (1, 4)):
        diary.answer("conflict", 3, days, confidence=confidence)
    assert section(coach, "confidence").rows[0].series == (1.0, 2.0, 3.0, 4.0)


def test_confidence_is_found_behind_many_skipped_questions(coach: Coach) -> None:
    diary = Diary(coach)
    diary.answers("conflict", [3, 3, 3, 3], [9, 9, 9, 9])
    for _ in range(NEWEST_ANSWERS):
        diary.skip(1)
    assert section(coach, "confidence").points == 4


def test_promises_since_a_day_are_those_asked_about_since(coach: Coach) -> None:
    Diary(coach).promise("asked", "answer", "conflict", ("kept", 50), ("kept", 3), ("missed", 2), ("kept", 1))
    assert section(coach, "promises").points == 4
    assert section(coach, "promises", Span(since=date(2026, 11, 1))).rows[0].numbers == "2 of 3"
