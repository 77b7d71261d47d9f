"""Dates and times as people type them. The clock stands at Sunday 22 November 2026, 12:00."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abi_coach.domain.errors import InputError
from abi_coach.domain.form import Expected
from abi_coach.domain.when import parse_day, parse_when
from abi_coach.domain.when_text import day_text, doubt, when_text

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-04 14:00", "2026-12-04T14:00"),
        ("2026-12-04T14:00", "2026-12-04T14:00"),
        ("tomorrow 9:30", "2026-11-23T09:30"),
        ("today at 18:15", "2026-11-22T18:15"),
        ("fri 14:30", "2026-11-27T14:30"),
        ("Friday, 2pm", "2026-11-27T14:00"),
        ("9:30 tomorrow", "2026-11-23T09:30"),
        ("sun 9:00", "2026-11-29T09:00"),
        ("sun 15:00", "2026-11-22T15:00"),
        ("next sun 15:00", "2026-11-29T15:00"),
        ("4 dec 14:00", "2026-12-04T14:00"),
        ("dec 4th 2:15pm", "2026-12-04T14:15"),
        ("4 January 8:00", "2027-01-04T08:00"),
        ("+3d 10:00", "2026-11-25T10:00"),
        ("in 2 weeks 10:00", "2026-12-06T10:00"),
        ("+90m", "2026-11-22T13:30"),
        ("now", "2026-11-22T12:00"),
        ("12am", "2026-11-22T00:00"),
        ("noon", "2026-11-22T12:00"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: str) -> None:
    assert parse_when(typed, NOW) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("fri 14:30", "2026-11-20T14:30"), ("sun 15:00", "2026-11-15T15:00"), ("20 nov 9:00", "2026-11-20T09:00")],
)
def test_what_ended_is_looked_for_behind(typed: str, meant: str) -> None:
    assert parse_when(typed, NOW, past=True) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 22)),
        ("+3d", date(2026, 11, 25)),
        ("4 dec", date(2026, 12, 4)),
        ("21 nov", date(2027, 11, 21)),
        ("3 days ago", date(2026, 11, 19)),
        ("last fri", date(2026, 11, 20)),
        ("29 feb 2028", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, meant: date) -> None:
    assert parse_day(typed, NOW) == meant


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("2026-02-30 10:00", "There is no day 30 of February in 2026"),
        ("31 nov 10:00", "There is no day 31 of November"),
        ("2026-13-01 10:00", "month 13"),
        ("fri 25:00", "There is no time 25:00"),
        ("fri 13pm", "There is no time 13pm"),
        ("4/12 10:00", "could mean two days"),
        ("friday", "has no time of day"),
        ("soonish 10:00", "no day that I can read"),
        ("4 foo 10:00", "is no month"),
        ("9999-01-01 10:00", "out of reach"),
        ("", "has no time of day"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_write(typed: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        parse_when(typed, NOW)


def test_an_hour_that_the_clocks_skip_does_not_exist() -> None:
    now = datetime(2027, 3, 1, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    with pytest.raises(InputError, match="clocks go forward"):
        parse_when("2027-03-28 02:30", now)


def test_a_time_keeps_its_place_over_the_change_of_clocks() -> None:
    now = datetime(2026, 10, 20, 12, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    assert parse_when("1 nov 9:00", now).astimezone(UTC) == datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


@given(st.integers(0, 100_000_000))
def test_what_is_shown_can_be_typed_again(minutes: int) -> None:
    at = datetime(1971, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    assert parse_when(when_text(at), NOW) == at
    assert parse_day(day_text(at.date()), NOW) == at.date()


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_clear_message(text: str) -> None:
    for parse in (parse_day, parse_when):
        with suppress(InputError):  # anything else is a crash
            assert parse(text, NOW) is not None


@pytest.mark.parametrize(
    ("days", "expected", "says"),
    [
        (-1, Expected.FUTURE, "in the past"),
        (1, Expected.PAST, "still to come"),
        (400, Expected.FUTURE, "more than a year"),
        (-100, Expected.PAST, "three months"),
        (3, Expected.FUTURE, ""),
        (-3, Expected.PAST, ""),
    ],
)
def test_odd_dates_are_doubted(days: int, expected: Expected, says: str) -> None:
    told = doubt(NOW.date() + timedelta(days=days), NOW.date(), expected)
    assert says in told
    assert bool(told) == bool(says)
