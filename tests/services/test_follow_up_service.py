"""Follow-ups and the calendar on a real journal. The clock stands at Sunday noon, 22 November 2026."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from abi_coach.domain.errors import NotFoundError
from abi_coach.domain.interview import Interview, InterviewState, Person, Result
from abi_coach.services.coach import Coach, open_coach
from tests.support.told_debriefs import COLD_TOLD, HOT_TOLD, tell

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.hand_clock import HandClock

DAY = 86_400


@pytest.fixture
def coach(home: Path, clock: HandClock) -> Iterator[Coach]:
    coach = open_coach(home, clock, clock.monotonic)
    yield coach
    coach.close()


def debriefed(coach: Coach) -> str:
    tell(coach.debriefs.open_form(), HOT_TOLD).finish()
    return coach.interviews.listed()[0].entry


def kinds(coach: Coach) -> list[str]:
    return [one.step.kind.value for one in coach.follow_ups.due()]


def read(coach: Coach, *, redact: bool = False) -> dict[str, tuple[int, str]]:
    events: list[Any] = Calendar.from_ical(coach.calendar.text(redact=redact)).walk("VEVENT")
    return {str(one["UID"]): (int(one["SEQUENCE"]), str(one["SUMMARY"])) for one in events}


def test_an_empty_journal_has_nothing_to_follow_up(coach: Coach) -> None:
    assert coach.follow_ups.listed() == ()
    assert read(coach) == {}


def test_what_is_due_comes_up_day_by_day(coach: Coach, clock: HandClock) -> None:
    debriefed(coach)  # they promised an answer by Friday
    assert kinds(coach) == []
    clock.advance(DAY)
    assert kinds(coach) == ["thanks"]
    clock.advance(7 * DAY)
    assert kinds(coach) == ["thanks"]
    clock.advance(DAY)
    assert kinds(coach) == ["status"]


def test_what_was_done_does_not_come_up_again(coach: Coach, clock: HandClock) -> None:
    entry = debriefed(coach)
    clock.advance(DAY)
    assert coach.follow_ups.mark_done(f"{entry[:10]}-thanks").kind.value == "thanks"
    assert kinds(coach) == []
    with pytest.raises(NotFoundError, match="open follow-up"):
        coach.follow_ups.mark_done(f"{entry}-thanks")


def test_thanks_told_in_the_cold_debrief_are_done(coach: Coach, clock: HandClock) -> None:
    tell(coach.debriefs.open_form(debriefed(coach), "cold"), COLD_TOLD).finish()
    clock.advance(DAY)
    assert kinds(coach) == []


def test_silence_closes_an_interview_once(coach: Coach, clock: HandClock) -> None:
    entry = debriefed(coach)
    clock.advance(25 * DAY)  # the agreed Friday is 5 days after, and 21 more make 26
    assert coach.follow_ups.close_silent() == ()
    clock.advance(DAY)
    assert coach.follow_ups.close_silent() == ("Acme · technical",)
    assert coach.follow_ups.close_silent() == ()
    kept = coach.interviews.get(entry)
    assert kept.outcome is not None
    assert (kept.state, kept.outcome.result) == (InterviewState.CLOSED, Result.SILENCE)
    assert str(kept.outcome.on) == "2026-12-18"


def test_an_interview_stands_in_the_calendar_and_is_updated(coach: Coach, clock: HandClock) -> None:
    entry = coach.interviews.add(Interview("Acme", "backend", starts_at=clock() + timedelta(days=3)))
    first = read(coach)
    clock.advance(60)
    kept = coach.interviews.get(entry)
    coach.interviews.save(entry, Interview("Acme", "backend", starts_at=clock() + timedelta(days=4), loop=kept.loop))
    second = read(coach)
    assert first.keys() == second.keys() == {f"{entry}@abi-coach"}
    assert [first[uid][0] < second[uid][0] for uid in first] == [True]


def test_a_follow_up_keeps_its_uid_while_its_day_moves(coach: Coach, clock: HandClock) -> None:
    entry = debriefed(coach)
    before = read(coach)[f"{entry}-status@abi-coach"]
    clock.advance(60)
    tell(coach.interviews.open_form(entry), {"answer_by": "+9d"}).finish()
    assert read(coach)[f"{entry}-status@abi-coach"][0] > before[0]


def test_a_redacted_calendar_names_nobody(coach: Coach, clock: HandClock) -> None:
    people = (Person("Ada King", "CTO"),)
    coach.interviews.add(Interview("Acme", "backend", starts_at=clock() + timedelta(days=3), people=people))
    text = coach.calendar.text(redact=True)
    assert "Acme" not in text
    assert "King" not in text
    assert "Acme" in coach.calendar.text()


def test_the_same_journal_gives_the_same_file(coach: Coach) -> None:
    debriefed(coach)
    assert coach.calendar.text() == coach.calendar.text()
