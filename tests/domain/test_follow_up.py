"""When follow-ups are due. Friday 20 November 2026 is the interview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from abi_coach.domain.follow_up import (
    FollowUpKind,
    Told,
    follow_ups,
    is_silent,
    silent_on,
    working_days_after,
)
from abi_coach.domain.interview import InterviewState, Result

FRIDAY = date(2026, 11, 20)
TOLD = Told("01", "Acme · panel", "Acme", "", InterviewState.DONE, FRIDAY)


def due(told: Told, after: int = 0, *others: Told) -> dict[str, date]:
    steps = follow_ups([told, *others], FRIDAY + timedelta(days=after))
    return {step.kind.value: step.due_on for step in steps if step.interview == told.interview}


def answered(result: Result) -> Told:
    return replace(TOLD, result=result, answered_on=FRIDAY, state=InterviewState.CLOSED)


def test_thanks_are_due_within_a_day() -> None:
    assert due(TOLD)["thanks"] == date(2026, 11, 21)


def test_thanks_that_were_sent_or_come_too_late_are_not_asked_for() -> None:
    assert "thanks" not in due(replace(TOLD, thanks_sent=True))
    assert "thanks" not in due(TOLD, 9)


def test_without_a_date_the_status_note_goes_on_day_seven() -> None:
    assert due(TOLD)["status"] == date(2026, 11, 27)


def test_the_status_note_waits_two_working_days_after_their_date() -> None:
    assert due(replace(TOLD, agreed_on=date(2026, 11, 26)))["status"] == date(2026, 11, 30)


def test_working_days_pass_over_weekends() -> None:
    assert working_days_after(FRIDAY, 1) == date(2026, 11, 23)
    assert working_days_after(date(2026, 11, 21), 2) == date(2026, 11, 24)


def test_the_second_note_comes_a_week_after_the_first_was_sent() -> None:
    sent = replace(TOLD, done={FollowUpKind.STATUS: date(2026, 11, 28)})
    assert due(sent, 10) == {"status-again": date(2026, 12, 5)}
    twice = replace(sent, done=sent.done | {FollowUpKind.STATUS_AGAIN: date(2026, 12, 5)})
    assert due(twice, 16) == {}


def test_silence_closes_it_on_day_twenty_one() -> None:
    assert silent_on(FRIDAY, date(2026, 11, 27)) == date(2026, 12, 18)
    assert not is_silent(TOLD, FRIDAY + timedelta(days=20))
    assert is_silent(TOLD, FRIDAY + timedelta(days=21))
    assert due(TOLD, 21) == {}


def test_an_answer_ends_the_status_notes() -> None:
    assert due(answered(Result.MOVED_ON)) == {}


def test_after_a_no_feedback_is_asked_for_and_warmth_is_kept() -> None:
    found = due(answered(Result.REJECTED))
    assert found["feedback"] == date(2026, 11, 22)
    assert (found["warm"], found["warm-again"]) == (FRIDAY + timedelta(days=90), FRIDAY + timedelta(days=182))


def test_warmth_is_for_the_last_interview_of_a_process_only() -> None:
    later = replace(answered(Result.REJECTED), interview="02", ended_on=FRIDAY + timedelta(days=3))
    assert "warm" not in due(answered(Result.REJECTED), 0, later)
    assert "warm" in due(later, 0, answered(Result.REJECTED))


def test_the_next_stage_answers_for_the_one_before() -> None:
    later = replace(TOLD, interview="02", ended_on=FRIDAY + timedelta(days=3))
    assert "status" not in due(TOLD, 3, later)
    assert "status" in due(later, 3, TOLD)


def test_what_was_promised_comes_up_by_its_date() -> None:
    found = due(replace(TOLD, promised_them="the slides", promised_by=date(2026, 11, 24)))
    assert found["promised"] == date(2026, 11, 24)


def test_a_cancelled_interview_asks_for_nothing() -> None:
    assert due(replace(TOLD, state=InterviewState.CANCELLED)) == {}


def test_ids_are_stable_and_readable() -> None:
    assert follow_ups([TOLD], FRIDAY)[0].id == "01-thanks"
